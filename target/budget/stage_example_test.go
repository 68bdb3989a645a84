package budget_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/budget"
)

// An auditor reads off all that the city's part was computed from, and does it again.
func ExampleBudget_Explain() {
	b, _ := nation().Allocate(budget.EqualCumulative{
		Since: 2022, Emissions: series("city", 2022, "8.2", "8"), Of: series("nation", 2022, "650", "620"),
		People: 2_400_000, PeopleOf: 52_000_000, PeopleNote: "people in 2023", Source: "statistics",
	}, toCity())
	d := b.Explain()
	fmt.Println(d)
	fmt.Println(d.Korean())
	fmt.Println(len(d.Replay()), "mismatches")
	fmt.Println(b.Amount().Format(ghg.Megatonne, 3))
	// Output:
	// city, for 2024 to 2050 = 319,338,461.538461538462 tCO2e (AR5)
	//   R0    = 6,000,000,000 tCO2e (AR5)   # carbon budget: nation (nation), for 2024 to 2050; source: climate council 2023
	//   e[i]   # emissions of city; source: statistics
	//       i     e [tCO2e (AR5)]
	//       2022  8,200,000        actual; inventory of city
	//       2023  8,000,000        actual; inventory of city
	//   e_sum = sum(i = 2022..2023: e[i]) = 8,200,000 + 8,000,000 = 16,200,000 tCO2e (AR5)   # sum of the emissions of city
	//   E[j]   # emissions of nation; source: statistics
	//       j     E [tCO2e (AR5)]
	//       2022  650,000,000      actual; inventory of nation
	//       2023  620,000,000      actual; inventory of nation
	//   E_sum = sum(j = 2022..2023: E[j]) = 650,000,000 + 620,000,000 = 1,270,000,000 tCO2e (AR5)   # sum of the emissions of nation
	//   p     = 2,400,000 persons   # city, people in 2023; source: statistics
	//   P     = 52,000,000 persons   # nation, people in 2023; source: statistics
	//   R     = round((R0 + E_sum) × p / P; 12) - e_sum = round((6,000,000,000 + 1,270,000,000) × 2,400,000 / 52,000,000; 12) - 16,200,000 = 319,338,461.538461538462 tCO2e (AR5)   # equal cumulative per head
	// city(2024~2050년) = 319,338,461.538461538462 tCO2e (AR5)
	//   R0    = 6,000,000,000 tCO2e (AR5)   # 탄소예산: nation(nation), 2024~2050년; 출처: climate council 2023
	//   e[i]   # city 배출량; 출처: statistics
	//       i     e [tCO2e (AR5)]
	//       2022  8,200,000        확정; inventory of city
	//       2023  8,000,000        확정; inventory of city
	//   e_sum = sum(i = 2022..2023: e[i]) = 8,200,000 + 8,000,000 = 16,200,000 tCO2e (AR5)   # city 배출량 합계
	//   E[j]   # nation 배출량; 출처: statistics
	//       j     E [tCO2e (AR5)]
	//       2022  650,000,000      확정; inventory of nation
	//       2023  620,000,000      확정; inventory of nation
	//   E_sum = sum(j = 2022..2023: E[j]) = 650,000,000 + 620,000,000 = 1,270,000,000 tCO2e (AR5)   # nation 배출량 합계
	//   p     = 2,400,000 persons   # city, people in 2023; 출처: statistics
	//   P     = 52,000,000 persons   # nation, people in 2023; 출처: statistics
	//   R     = round((R0 + E_sum) × p / P; 12) - e_sum = round((6,000,000,000 + 1,270,000,000) × 2,400,000 / 52,000,000; 12) - 16,200,000 = 319,338,461.538461538462 tCO2e (AR5)   # 1인당 누적 배출량 균등 배분
	// 0 mismatches
	// 319.338 MtCO2e (AR5)
}

// What a council prints in whole kilotonnes adds up to the budget that it prints, and the
// years that were rounded the other way are seen.
func ExampleAllowances_ExplainShown() {
	b, _ := budget.New(budget.Definition{Name: "2024-2026", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("10 ktCO2e (AR5)"),
		First: 2024, Last: 2026})
	a, err := b.Allowances(func(yield func(int, ghg.CO2e) bool) {
		for i, t := range []string{"4.19", "3.99", "1.82"} {
			if !yield(2024+i, ghg.MustCO2e(t+" ktCO2e (AR5)")) {
				return
			}
		}
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	d, err := a.ExplainShown(ghg.Kilotonne, 0)
	fmt.Println(d, err)
	// Output:
	// allowances of 2024-2026 = shown[y]
	//   R           = 10,000 tCO2e (AR5)   # carbon budget: 2024-2026 (city), for 2024 to 2026
	//   l           = 2026   # last year
	//   v[y]   # value of the path
	//       y     v [tCO2e (AR5)]
	//       2024  4190
	//       2025  3990
	//       2026  1820
	//   together    = sum(y: v[y]) = 4190 + 3990 + 1820 = 10,000 tCO2e (AR5)   # sum of the path
	//   closing     = R - together = 10,000 - 10,000 = 0 tCO2e (AR5)   # what the last year takes: the rest of the budget
	//   allowance[y] = v[y] + (y = l) × closing   # allowance of the year
	//       y     allowance [tCO2e (AR5)]
	//       2024  4190
	//       2025  3990
	//       2026  1820
	//   units       = 0.001 ktCO2e (AR5)/tCO2e (AR5)   # units in a tonne: kt
	//   shown_total = R × units = 10,000 × 0.001 = 10 ktCO2e (AR5)   # the budget, rounded
	//   shown[y] = allowance[y] × units   # rounded, adding up to the rounded budget
	//       y     shown [ktCO2e (AR5)]
	//       2024  4
	//       2025  4
	//       2026  2
	// rounding: to 0 decimal places, half away from zero: shown_total
	// rounding: to 0 decimal places, adding up to shown_total, largest remainder: shown <nil>
}
