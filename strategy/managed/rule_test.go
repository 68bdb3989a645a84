package managed_test

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
)

// The mill begins to trade in 2028. A waste-heat project there cuts outside the
// scheme until then, and inside it from then on.
func ExamplePosition() {
	later := mill()
	later.From = 2028
	plan, rules := townPlan()
	split, _, err := managed.Split(registerOf("town", later), plan, rules, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	heat := strategy.EmissionSource{Category: category("I.3.1"), EndUse: "process heat"}
	for _, year := range []int{2027, 2028} {
		where, _ := split.Where("waste heat", heat, year)
		fmt.Println(year, where.Position, "/", where.Position.Korean(), "-", where.Ownership, where.Managed)
	}
	// Output:
	// 2027 outside / 배출권거래제 비대상 - owned by others true
	// 2028 inside_ets / 배출권거래제 대상 - owned by others false
}

// The council buys the mill, and says so in one place: the register.
func ExampleSplit_owner() {
	plan, rules := townPlan()
	for _, owner := range []carveout.Ownership{carveout.OthersOwned, carveout.CouncilOwned} {
		site := mill()
		site.Ownership = owner
		split, _, err := managed.Split(registerOf("town", site), plan, rules, inGPC)
		if err != nil {
			fmt.Println(err)
			return
		}
		total, _ := split.Total(strategy.Expected, 2030)
		fmt.Println(owner, total.Managed.CO2e)
	}
	// Output:
	// owned by others 6950.5 tCO2e (AR5)
	// council-owned 13450.5 tCO2e (AR5)
}

// Rules of a city: an exception by its project number, then the sectors. A slip in the
// number is found.
const cityRules = `관리번호,배출원,스코프,시설번호,거래제구분,비율,출처
waste heat,,,mill,,,사업 목록
wast heat,,,mill,,,사업 목록
,I.3,,,대상,37.5%,시설 목록
,I,1,,비대상,,자체 판단
,I,스코프 2,,간접,,자체 판단
`

func ExampleReadRules() {
	rules, report, err := managed.ReadRules(strings.NewReader(cityRules), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil || report.Err() != nil {
		fmt.Println(report.Err(), err)
		return
	}
	for _, r := range rules {
		stands := r.Position.String()
		if r.Facility != "" {
			stands = "facility " + r.Facility
		}
		fmt.Println(r, "-", stands)
	}
	plan, _ := townPlan()
	split, findings, err := managed.Split(registerOf("town", mill()), plan, rules, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(findings)
	total, _ := split.Total(strategy.Expected, 2030)
	fmt.Println(total.Managed.CO2e, "of", total.Citywide.CO2e)
	// Output:
	// rule of line 2 (action waste heat) - facility mill
	// rule of line 3 (action wast heat) - facility mill
	// rule of line 4 (GPC 1.1 I.3) - inside_ets
	// rule of line 5 (GPC 1.1 I, scope 1) - outside
	// rule of line 6 (GPC 1.1 I, scope 2) - indirect_ets
	// rule of line 3 (action wast heat), rule-not-met: it meets nothing
	// rule of line 4 (GPC 1.1 I.3), rule-not-met: rules before it count for all that it meets (1)
	// 6950.5 tCO2e (AR5) of 13450.5 tCO2e (AR5)
}

// Without the exception, the project is one of manufacturing, of which 37.5 % trades:
// the rest of what it cuts is managed.
func ExampleWhere() {
	rules, _, err := managed.ReadRules(strings.NewReader(cityRules), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil {
		fmt.Println(err)
		return
	}
	plan, _ := townPlan()
	split, _, err := managed.Split(registerOf("town", mill()), plan, rules[2:], inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	where, _ := split.Where("waste heat", strategy.EmissionSource{Category: category("I.3.1"), EndUse: "process heat"}, 2030)
	fmt.Println(where.Share.Percent(1), where.Position, "by", where.Rule)
	a, _ := split.Managed().Action("waste heat")
	amount, _ := a.Effects[0].Reductions.At(2030)
	fmt.Println(amount, "-", a.Effects[0].Note)
	// Output:
	// 37.5% inside_ets by rule of line 4 (GPC 1.1 I.3)
	// 4062.5 tCO2e (AR5) - not managed in 2030 (37.50% inside_ets)
}
