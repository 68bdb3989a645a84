package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// powered is a project that saves 7 MWh in each of some years.
func powered(id string, f ghg.Factors, of strategy.FactorOf, k strategy.Kind, first int, quantities ...string) strategy.Quantification {
	line := strategy.Quantities{Kind: k, ByYear: map[int]decimal.Decimal{}}
	if k == strategy.Verified {
		line.By = "council"
	}
	for i, s := range quantities {
		line.ByYear[first+i] = decimal.RequireFromString(s)
	}
	return must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: id, Counts: "saved", Unit: ghg.MegawattHour,
		Counting: strategy.DoneInYear, Quantities: []strategy.Quantities{line}, Source: "plan",
		Effects: []strategy.UnitEffect{{On: power, Saves: ghg.MustQuantity("7 MWh"), Factors: f, Of: of}}}))
}

// Two projects on one projected grid are one remark, and each is named.
func ExampleFactorFindings() {
	a := powered("lamps", cleanerGrid, strategy.OfYear, strategy.Expected, 2025, "1", "2")
	b := powered("pumps", cleanerGrid, strategy.OfYear, strategy.Expected, 2026, "3", "4", "5")
	var factors strategy.FactorFindings
	for _, q := range []strategy.Quantification{a, b} {
		others := factors.Take(q.ID(), q, strategy.Expected, 2024, 2030)
		fmt.Println(others.Len(), "others")
	}
	fmt.Println(factors.Findings())
	fmt.Println(factors.Findings().Korean())
	// Output:
	// 0 others
	// 0 others
	// factors of "전력", factor-projected: the factor of 전력 (forecast of the grid, 2025) is projected for 2026 to 2028, and stands behind figures of 2 quantifications: lamps; pumps
	// "전력" 배출계수, 전망한 배출계수: 전력 계수(forecast of the grid, 2025)는 2026~2028년 전망값이며 정량화 2건에 쓰임: lamps; pumps
}

func TestFactorFindings(t *testing.T) {
	lagging := ghg.FactorsDefinition{Of: "heat", Source: "operator", Per: ghg.MegawattHour}
	for y, s := range map[int]ghg.Status{2024: ghg.Actual, 2025: ghg.Nowcast, 2026: ghg.Projected, 2028: ghg.Projected} {
		lagging.Years = append(lagging.Years, ghg.Factor{Year: y, CO2e: ghg.MustCO2e(fmt.Sprintf("0.%d tCO2e (AR5)", y)), Status: s})
	}
	heat := must(ghg.NewFactors(lagging))
	deemed := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "fan", Source: "catalogue", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{CO2e: ghg.MustCO2e("0.3 tCO2e (AR5)")}}}))
	var f strategy.FactorFindings
	take := func(of string, q strategy.Quantification, k strategy.Kind, place ...ghg.Factors) []string {
		return codesOf(f.Take(of, q, k, 2024, 2030, place...))
	}
	assert.Empty(t, f.Findings().All)
	assert.Empty(t, take("a", powered("1", heat, strategy.OfYear, strategy.Expected, 2024, "1", "1", "1", "1"), strategy.Expected))
	one := f.Findings()
	require.Equal(t, []string{strategy.FindingFactorProjected, strategy.FindingNoFactor}, codesOf(one))
	assert.Equal(t, "the factor of heat is projected or nowcast for 2025 and 2026", one.All[0].Detail, "one is as it says it itself")
	assert.Equal(t, "there is no factor of heat for 2027: what is cut is not known then", one.All[1].Detail)
	assert.Equal(t, "a", one.All[1].Of)

	assert.Empty(t, take("a", powered("1", heat, strategy.OfYear, strategy.Implemented, 2026, "1", "1", "1"), strategy.Implemented))
	assert.Equal(t, "the factor of heat is projected or nowcast for 2025, 2026 and 2028", f.Findings().All[0].Detail, "it is one still")
	assert.Empty(t, take("b", powered("1", heat, strategy.OfYear, strategy.Expected, 2026, "1", "1", "1", "1"), strategy.Expected))
	// What is frozen, verified or differs from that of the place is one where it is the same.
	ours := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "heat", Source: "ministry", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2024, CO2e: ghg.MustCO2e("0.9 tCO2e (AR5)")}}}))
	for _, of := range []string{"c", "d"} {
		assert.Empty(t, take(of, powered("1", heat, strategy.FrozenAt(2024), strategy.Expected, 2024, "1", "1"), strategy.Expected, ours))
		assert.Equal(t, []string{strategy.FindingBelowWithout}, take(of, func() strategy.Quantification {
			d := powered("1", deemed, strategy.FactorOf{}, strategy.Verified, 2024, "3").Definition()
			d.Quantities[0].Without = map[int]decimal.Decimal{2024: decimal.New(4, 0)}
			return must(strategy.NewQuantification(d))
		}(), strategy.Verified), "what is not of factors stays where it is")
	}
	all := f.Findings()
	var lines []string
	for _, x := range all.All {
		lines = append(lines, x.Severity.String()+" "+x.String())
		assert.NotEmpty(t, x.DetailKo)
		assert.NotContains(t, x.Detail+x.DetailKo, "%!")
	}
	assert.Equal(t, []string{
		`note factors of "heat", factor-projected: the factor of heat (operator) is nowcast for 2025, projected for 2026 and 2028, ` +
			`and stands behind figures of 2 quantifications: a; b`,
		`serious factors of "heat", no-factor: there is no factor of heat (operator) for 2027 and 2029: ` +
			`what 2 quantifications cut is not known then: a; b`,
		`warning factors, factor-of-another-year: the factor of heat is that of 2024 in all years; so in 2 quantifications: c; d`,
		`serious factors, factor-differs: the factor of heat in 2024 is 0.2024 tCO2e (AR5)/MWh operator and not the 0.9 tCO2e (AR5)/MWh of ` +
			`ministry: -77.5%; so in 2 quantifications: c; d`,
		`note factors, verified-by-deemed-unit: the quantities are verified, but what one saves is a stated figure and was not measured; ` +
			`so in 2 quantifications: c; d`,
	}, lines)
	assert.Equal(t, "heat 계수(operator)는 2025년 속보, 2026, 2028년 전망값이며 정량화 2건에 쓰임: a; b", all.All[0].DetailKo)
}

// A plan of many projects on one grid says once that it is projected, and names each.
func TestFactorFindingsOfAPlan(t *testing.T) {
	d := cityPlan()
	d.Actions = d.Actions[:0]
	for i := range 34 {
		d.Actions = append(d.Actions, strategy.Action{ID: fmt.Sprintf("P-%d", i), Name: "project", Area: "E", Source: "plan 2025",
			Quantifications: []strategy.Quantification{powered("1", cleanerGrid, strategy.OfYear, strategy.Expected, 2025+i%3, "1", "2", "3")}})
	}
	p := portfolio(t, d)
	b := must(strategy.NewBaseline(cityForecast(cleanerGrid)))
	var said []ghg.Finding
	for _, f := range must(p.Evaluate(b, strategy.Expected, strategy.Shapley)).Findings().All {
		if f.Code == strategy.FindingFactorProjected {
			said = append(said, f)
		}
	}
	require.Len(t, said, 1)
	assert.Contains(t, said[0].Detail, "34 quantifications: ")
	for i := range 34 {
		assert.Contains(t, said[0].Detail+";", fmt.Sprintf("action %q, quantification \"1\";", fmt.Sprintf("P-%d", i)))
	}
}
