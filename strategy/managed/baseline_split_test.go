package managed_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func byYear(year int, tonnes string) map[int]ghg.CO2e { return map[int]ghg.CO2e{year: t5(tonnes)} }

// townForecast is what the town would emit in 2030.
func townForecast(sources ...strategy.SourceEmissions) strategy.BaselineDefinition {
	on := func(code, use string) strategy.EmissionSource {
		return strategy.EmissionSource{Category: category(code), EndUse: use}
	}
	return strategy.BaselineDefinition{Name: "forecast", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast of 2024",
		Sources: append([]strategy.SourceEmissions{{On: on("I.3.1", "process heat"), ByYear: byYear(2030, "48000")},
			{On: on("I.1.1", "space heating"), ByYear: byYear(2030, "31000.5")}, {On: on("I.1.2", ""), ByYear: byYear(2030, "12000")}}, sources...),
		Rest: byYear(2030, "20000")}
}

// The same register and rules split the baseline: half of what the rest emits is at the
// power station of others, and 62.5 % of process heat outside the mill.
func ExampleSplitBaseline() {
	register := registerOf("town", mill())
	plan, _ := townPlan()
	rules, report, err := managed.ReadRules(strings.NewReader(`관리번호,배출원,스코프,시설번호,거래제구분,비율,출처
,I.3,,mill,,37.5%,할당대상업체 명세서
,나머지,,,대상,50%,할당대상업체 명세서
,I,1,,비대상,,자체 판단
,I,2,,간접,,자체 판단
`), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err := errors.Join(err, report.Err()); err != nil {
		fmt.Println(err)
		return
	}
	baseline, err := strategy.NewBaseline(townForecast())
	if err != nil {
		fmt.Println(err)
		return
	}
	bases, findings, err := managed.SplitBaseline(register, baseline, rules, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	split, more, err := managed.Split(register, plan, rules, inGPC)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(findings.Len(), more.Len(), "findings")
	for _, x := range []struct {
		plan strategy.Portfolio
		base strategy.Baseline
	}{{split.Citywide(), bases.Citywide()}, {split.Managed(), bases.Managed()}} {
		e, err := x.plan.Evaluate(x.base, strategy.Expected, strategy.Shapley)
		if err != nil {
			fmt.Println(err)
			return
		}
		y, _ := e.Year(2030)
		fmt.Println(x.base.Name()+":", y.Baseline(), "−", y.Reduction(), "=", y.Emissions())
	}
	where, _ := bases.Where(strategy.EmissionSource{Category: category("I.3.1"), EndUse: "process heat"}, 2030)
	fmt.Println(where.Share.Percent(1), where.Position.Korean(), "-", where.Rule)
	// Output:
	// 0 0 findings
	// forecast: 111000.5 tCO2e (AR5) − 13450.5 tCO2e (AR5) = 97550 tCO2e (AR5)
	// forecast, managed: 83000.5 tCO2e (AR5) − 11013 tCO2e (AR5) = 71987.5 tCO2e (AR5)
	// 37.5% 배출권거래제 대상 - rule of line 2 (GPC 1.1 I.3)
}

// A source that is activity × factor follows its factor on both sides of the split.
func TestSplitBaselineOfActivity(t *testing.T) {
	power := strategy.EmissionSource{Category: category("I.3.2"), Fuel: "electricity"}
	grid := func(tonnes string) ghg.Factors {
		return must(ghg.NewFactors(ghg.FactorsDefinition{Of: "grid", Source: "s", Per: ghg.MegawattHour,
			Years: []ghg.Factor{{Year: 2030, CO2e: t5(tonnes)}}}))
	}
	use := must(ghg.NewYears("use", "MWh", nil, ghg.OfYear[ghg.Quantity]{Year: 2030, Value: must(ghg.ParseQuantity("30000 MWh")),
		Status: ghg.Projected, Source: "utility"}))
	base := must(strategy.NewBaseline(townForecast(
		strategy.SourceEmissions{On: power, Activity: use, Factors: grid("0.4"), Source: "utility"})))
	rules := []managed.Rule{
		{Category: category("I.3.2"), Fuel: "Electricity", Facility: "mill", Share: ghg.MustShare("40%"), Source: "s"},
		{Category: category("I"), Position: managed.OutsideETS, Source: "s"},
		{Rest: true, Position: managed.OutsideETS, Source: "s"},
	}
	split, findings, err := managed.SplitBaseline(registerOf("town", mill()), base, rules, inGPC)
	require.NoError(t, err)
	assert.Zero(t, findings.Len(), findings.String())
	kept, ok := split.Managed().At(power, 2030)
	require.True(t, ok)
	assert.Equal(t, "7200", kept.Tonnes().String()) // 0.6 × 30000 MWh × 0.4
	cleaner, err := split.Managed().WithFactors(grid("0.25"))
	require.NoError(t, err)
	kept, _ = cleaner.At(power, 2030)
	assert.Equal(t, "4500", kept.Tonnes().String())
	total, _ := split.Managed().Total(2030)
	assert.Equal(t, "118200.5", total.Tonnes().String()) // 48000 + 31000.5 + 12000 + 7200 + 20000
	assert.Equal(t, inGPC.ID(), split.Managed().Basis().View.ID())

	// Before the mill traded, all of it was managed.
	later := mill()
	later.From = 2031
	split, _, err = managed.SplitBaseline(registerOf("town", later), base, rules, inGPC)
	require.NoError(t, err)
	kept, _ = split.Managed().At(power, 2030)
	assert.Equal(t, "12000", kept.Tonnes().String())
}

// What is wholly at a covered site of others stays as a source of nothing, on which
// nothing is cut.
func TestSplitBaselineOfNothing(t *testing.T) {
	plan, rules := townPlan()
	rules = append([]managed.Rule{{Area: "I", Category: category("I.3"), Facility: "mill", Source: "s"},
		{Area: "B", Category: category("I.3"), Facility: "mill", Source: "s"},
		rules[0], {Category: category("I.3"), Facility: "mill", Source: "s"},
		{Rest: true, Scope: 1, Position: managed.IndirectETS, Source: "s"}}, rules[1:]...)
	bases, findings, err := managed.SplitBaseline(registerOf("town", mill()), must(strategy.NewBaseline(townForecast())), rules, inGPC)
	require.NoError(t, err)
	assert.Zero(t, findings.Len(), "rules by action are for plans: %s", findings)
	split, _, err := managed.Split(registerOf("town", mill()), plan, rules, inGPC)
	require.NoError(t, err)
	e, err := split.Managed().Evaluate(bases.Managed(), strategy.Expected, strategy.Shapley)
	require.NoError(t, err)
	y, _ := e.Year(2030)
	assert.Equal(t, "43000.5 6950.5", y.Baseline().Tonnes().String()+" "+y.Reduction().Tonnes().String())

	// One that says it cuts there outside is refused: the source has nothing to cut.
	rules[0] = managed.Rule{Action: "waste heat", Category: category("I.3"), Position: managed.OutsideETS, Source: "slip"}
	split, _, err = managed.Split(registerOf("town", mill()), plan, rules, inGPC)
	require.NoError(t, err)
	_, err = split.Managed().Evaluate(bases.Managed(), strategy.Expected, strategy.Shapley)
	var below *strategy.BelowZeroError
	assert.ErrorAs(t, err, &below)
}

func TestSplitBaselineRefusals(t *testing.T) {
	base := must(strategy.NewBaseline(townForecast()))
	r := registerOf("town", mill())
	all := managed.Rule{Position: managed.OutsideETS, Source: "s"}
	split := func(r carveout.Register, b strategy.Baseline, as ghg.View, rules ...managed.Rule) error {
		_, _, err := managed.SplitBaseline(r, b, rules, as)
		return err
	}
	assert.ErrorIs(t, split(r, strategy.Baseline{}, inGPC, all), strategy.ErrNoBaseline)
	assert.ErrorIs(t, split(carveout.Register{}, base, inGPC, all), carveout.ErrNoRegister)
	assert.ErrorIs(t, split(r, base, ghg.View{}, all), ghg.ErrNoView)
	assert.ErrorContains(t, split(r, base, gpc.Basic, all), "the managed one needs its own")
	assert.ErrorContains(t, split(registerOf("village"), base, inGPC, all), "the register and the baseline do not meet")
	assert.EqualError(t, split(r, base, inGPC, all), "rest: no rule meets it: say where it stands, by facility or as inside_ets, "+
		"indirect_ets or outside")
	rest := managed.Rule{Rest: true, Position: managed.OutsideETS, Source: "s"}
	err := split(r, base, inGPC, managed.Rule{Category: category("I.1"), Position: managed.OutsideETS, Source: "s"}, rest)
	assert.ErrorContains(t, err, "source GPC 1.1 I.3.1, process heat: no rule meets it")
	err = split(r, base, inGPC, managed.Rule{Position: managed.InsideETS, ShareIn: 2021, Source: "s"}, rest)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, 2021, none.Year)
	power := strategy.EmissionSource{Category: category("I.3.2")}
	use := must(ghg.NewYears("use", "MWh", nil, ghg.OfYear[ghg.Quantity]{Year: 2030, Value: must(ghg.ParseQuantity("30000 MWh"))}))
	factors := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "grid", Source: "s", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2030, CO2e: t5("0.4")}}}))
	used := must(strategy.NewBaseline(townForecast(strategy.SourceEmissions{On: power, Activity: use, Factors: factors})))
	err = split(r, used, inGPC, managed.Rule{Category: category("I.3.2"), Position: managed.InsideETS, ShareIn: 2021, Source: "s"}, all, rest)
	assert.ErrorContains(t, err, "source GPC 1.1 I.3.2: the total of GPC 1.1 I.3.2: no figure for 2021")
	narrow := ghg.MustView(ghg.ViewDefinition{Name: "homes", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.1.2"}})
	assert.ErrorContains(t, split(r, base, narrow, all, rest), "does not count this category")

	// A rest of 0 needs no rule.
	d := townForecast()
	d.Rest = byYear(2030, "0")
	assert.NoError(t, split(r, must(strategy.NewBaseline(d)), inGPC, all))
	_, ok := managed.BaselineSplit{}.Where(power, 2030)
	assert.False(t, ok)
	assert.True(t, managed.BaselineSplit{}.Managed().IsZero())
}
