package strategy_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cityPlan is electric cars and panels, as models, in BASIC and AR5.
func cityPlan() strategy.PortfolioDefinition {
	cars := must(strategy.NewQuantification(electricCars(petrolCar("1.8"), strategy.OfYear)))
	panels := must(strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour,
		Counting: strategy.DoneInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected,
			ByYear: of(2024, "26000", "27000", "29000", "31000", "34000", "37000", "41000")}},
		Effects: []strategy.UnitEffect{{On: power, Interaction: strategy.Overlapping, Saves: ghg.MustQuantity("1 MWh"),
			Factors: cleanerGrid, Of: strategy.OfYear}},
		Judged: judged(strategy.RequiredByLaw, "100%", "Ordinance 12, which nobody enforces"), Source: "plan 2025"}))
	return strategy.PortfolioDefinition{Name: "city", Place: "town", Framework: townPlan(), View: gpc.Basic, Metric: ghg.AR5, Through: 2030,
		Actions: []strategy.Action{
			{ID: "T-1", Name: "electric cars", Area: "T", Source: "plan 2025", Quantifications: []strategy.Quantification{cars}},
			{ID: "E-1", Name: "panels", Area: "E", Source: "plan 2025", Quantifications: []strategy.Quantification{panels}},
		}}
}

// cityForecast is petrol as emissions and electricity as activity × factor.
func cityForecast(f ghg.Factors) strategy.BaselineDefinition {
	d := strategy.BaselineDefinition{Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast 2025",
		Sources: []strategy.SourceEmissions{{On: petrol, ByYear: map[int]ghg.CO2e{}}, {On: power, Factors: f}},
		Rest:    map[int]ghg.CO2e{}}
	var use []ghg.OfYear[ghg.Quantity]
	for y := 2024; y <= 2030; y++ {
		d.Sources[0].ByYear[y] = ghg.MustCO2e("800000 tCO2e (AR5)")
		d.Rest[y] = ghg.MustCO2e("1000 tCO2e (AR5)")
		use = append(use, ghg.OfYear[ghg.Quantity]{Year: y, Value: ghg.MustQuantity("5000 GWh"), Status: ghg.Projected, Source: "forecast 2025"})
	}
	d.Sources[1].Activity = must(ghg.NewYears("electricity", "", nil, use...))
	return d
}

func TestQuantificationsInAPlan(t *testing.T) {
	p, findings, err := strategy.NewPortfolio(cityPlan())
	require.NoError(t, err)
	assert.Equal(t, []string{strategy.FindingFactorProjected, strategy.FindingRequiredByLaw}, codesOf(findings)[:2])
	assert.Equal(t, ghg.Finding{Code: strategy.FindingFactorProjected, Of: `factors of "전력"`, Found: "2026 to 2030",
		Detail: `the factor of 전력 (forecast of the grid, 2025) is projected for 2026 to 2030, and stands behind figures of ` +
			`2 quantifications: action "T-1", quantification "1"; action "E-1", quantification "1"`,
		DetailKo: `전력 계수(forecast of the grid, 2025)는 2026~2030년 전망값이며 정량화 2건에 쓰임: ` +
			`사업 "T-1", 정량화 "1"; 사업 "E-1", 정량화 "1"`}, findings.All[0])
	assert.Equal(t, `action "E-1", quantification "1"`, findings.All[1].Of)
	assert.Equal(t, "법적 의무이나 전량 인정: Ordinance 12, which nobody enforces", findings.All[1].DetailKo)
	cars, _ := p.Action("T-1")
	require.Len(t, cars.Effects, 2)
	assert.True(t, cars.IsQuantified())
	assert.Equal(t, "1", cars.Effects[0].Quantification())
	assert.Empty(t, cars.AsStated().Effects[0].Quantification())

	again, _, err := strategy.NewPortfolio(p.Definition())
	require.NoError(t, err)
	same, _ := again.Action("T-1")
	assert.Len(t, same.Effects, 2, "worked out once")

	b := must(strategy.NewBaseline(cityForecast(cleanerGrid)))
	e := must(p.Evaluate(b, strategy.Expected, strategy.Shapley))
	y, _ := e.Year(2030)
	// Petrol 158,076; electricity 41,000 × 0.28 - 49,179.2, which overlap on 5,000 GWh.
	// 1.4 Mt × (1 - (1 - 11480/1400000) × (1 + 49179.2/1400000)) = -37295.93…
	power, _ := decimal.NewFromString("-37295.93056")
	assert.True(t, y.Reduction().Tonnes().Sub(decimal.New(158076, 0)).Sub(power).Abs().LessThan(decimal.New(1, -9)), y.Reduction())
	assert.Equal(t, []string{strategy.FindingFactorProjected, strategy.FindingRequiredByLaw}, codesOf(e.Findings()))

	stated, _, err := strategy.NewPortfolio(func() strategy.PortfolioDefinition {
		d := p.Definition()
		for i, a := range d.Actions {
			d.Actions[i] = a.AsStated()
		}
		return d
	}())
	require.NoError(t, err)
	e = must(stated.Evaluate(b, strategy.Expected, strategy.Shapley))
	other, _ := e.Year(2030)
	assert.True(t, y.Reduction().Equal(other.Reduction()))
}

// What is withdrawn or does not count by its stage says nothing of its making.
func TestMakingOfWhatDoesNotCount(t *testing.T) {
	b := must(strategy.NewBaseline(cityForecast(cleanerGrid)))
	for stage, want := range map[strategy.Stage]int{strategy.Operating: 2, strategy.Cancelled: 1, strategy.Postponed: 1} {
		d := cityPlan()
		d.Actions[1].Stage = stage // it has one of its own, and one with electric cars
		e := must(portfolio(t, d).Evaluate(b, strategy.Expected, strategy.Shapley))
		n := 0
		for _, f := range e.Findings().All {
			if f.Code != strategy.FindingNotCounted {
				n++
			}
		}
		assert.Equal(t, want, n, stage)
	}
}

// Effects that a quantification gave are figures like any other where the action does not
// have it, and not counted again where it does.
func TestEffectsOfAQuantificationAreNotLost(t *testing.T) {
	d := cityPlan()
	q := d.Actions[0].Quantifications[0]
	effects := must(q.Effects(strategy.Expected, 2024, 2030))
	d.Actions[0].Effects = effects
	both := portfolio(t, d)
	d.Actions[0].Quantifications = nil
	taken := portfolio(t, d)
	for _, p := range []strategy.Portfolio{both, taken} {
		r := must(p.Reductions("T-1", strategy.Expected))
		c, ok := r.Total.At(2030)
		assert.True(t, ok)
		assert.Equal(t, "108896.8", c.Tonnes().String())
	}
	a, _ := both.Action("T-1")
	assert.True(t, a.Derives(a.Effects[0]))
	a, _ = taken.Action("T-1")
	assert.False(t, a.Derives(a.Effects[0]))
	assert.Empty(t, a.Effects[0].Quantification(), "as stated")
}

func TestQuantificationsAreRefusedInAPlan(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*strategy.PortfolioDefinition)
		want   string
	}{
		"through": {func(d *strategy.PortfolioDefinition) { d.Through = 0 }, `portfolio "city", through "0"`},
		"zero": {func(d *strategy.PortfolioDefinition) { d.Actions[0].Quantifications[0] = strategy.Quantification{} },
			`action "T-1", quantification 1, quantification: no quantification given`},
		"twice": {func(d *strategy.PortfolioDefinition) {
			q := d.Actions[0].Quantifications[0]
			d.Actions[0].Quantifications = []strategy.Quantification{q, q}
		}, `action "T-1", quantification 2, id "1": another`},
		"no factors": {func(d *strategy.PortfolioDefinition) {
			*d, _ = d.WithFactors(must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "old", Per: ghg.MegawattHour,
				Years: []ghg.Factor{{Year: 2020, CO2e: ghg.MustCO2e("0.4 tCO2e (AR5)")}}})))
		}, "no figure"},
	} {
		d := cityPlan()
		c.change(&d)
		_, _, err := strategy.NewPortfolio(d)
		assert.ErrorContains(t, err, c.want, name)
	}
	d := cityPlan()
	d.Through = 2020
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err, "nothing begins before the plan ends")
	a, _ := p.Action("T-1")
	assert.Empty(t, a.Effects)
}

// One grid in the plan and another in the forecast.
func TestFactorsBesideTheBaseline(t *testing.T) {
	flat := grid("0.405", "0.405", "0.405", "0.405", "0.405", "0.405", "0.405")
	p := portfolio(t, cityPlan())
	b := must(strategy.NewBaseline(cityForecast(flat)))
	e := must(p.Evaluate(b, strategy.Expected, strategy.Shapley))
	found := e.Findings().All
	last := found[len(found)-1]
	assert.Equal(t, strategy.FindingFactorBeside, last.Code)
	assert.Equal(t, ghg.Serious, last.Severity)
	assert.Equal(t, "in 2025 to 2030 effects on it take another factor of 전력 than the baseline: 0.28 tCO2e (AR5) per MWh in 2030, "+
		"where it takes 0.405 tCO2e (AR5)", last.Detail)
	assert.Equal(t, "2025~2030년: 효과의 전력 계수가 배출전망치와 다름: 2030년 0.28 tCO2e (AR5)/MWh, 배출전망치 0.405 tCO2e (AR5)", last.DetailKo)

	both := must(b.WithFactors(cleanerGrid))
	e = must(p.Evaluate(both, strategy.Expected, strategy.Shapley))
	assert.NotContains(t, codesOf(e.Findings()), strategy.FindingFactorBeside)
	was, _ := b.Total(2030)
	is, _ := both.Total(2030)
	grid, _ := was.Sub(is)
	assert.Equal(t, "625000 tCO2e (AR5)", grid.String(), "what the grid alone is worth: 5000 GWh × 0.125")
	was, _ = b.Total(2024)
	is, _ = both.Total(2024)
	assert.True(t, was.Equal(is))

	// One call for plan and forecast gives the same, to the digit; the plan has it already.
	at := must(must(p.Evaluate(b, strategy.Expected, strategy.Shapley)).WithFactors(cleanerGrid))
	for y := range e.Years() {
		same, ok := at.Year(y.Year())
		require.True(t, ok)
		assert.Equal(t, []string{y.Baseline().String(), y.Reduction().String(), y.Emissions().String()},
			[]string{same.Baseline().String(), same.Reduction().String(), same.Emissions().String()}, y.Year())
	}
	_, err := strategy.Evaluation{}.WithFactors(flat)
	assert.ErrorContains(t, err, "no baseline given")

	d := cityForecast(flat)
	d.Sources[1] = strategy.SourceEmissions{On: power, ByYear: d.Sources[0].ByYear}
	e = must(p.Evaluate(must(strategy.NewBaseline(d)), strategy.Expected, strategy.Shapley))
	found = e.Findings().All
	assert.Equal(t, strategy.FindingBaselineFactorUnknown, found[len(found)-1].Code)

	_, err = must(strategy.NewBaseline(d)).WithFactors(flat)
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "전력", unknown.ID)
	_, err = strategy.Baseline{}.WithFactors(flat)
	assert.ErrorContains(t, err, "no baseline given")
	_, err = b.WithFactors(grid2020())
	assert.ErrorContains(t, err, "with other factors")
	_, err = cityPlan().WithFactors(fixedFactor("등유", ghg.Litre, "0.002"))
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "등유", unknown.ID)
}

func grid2020() ghg.Factors {
	return must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "old", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2020, CO2e: ghg.MustCO2e("0.4 tCO2e (AR5)")}}}))
}

// A moving factor on a moving baseline and a frozen one on a fixed one cut the same share
// of the source in every year.
func TestShareIsThatOfTheActivity(t *testing.T) {
	flat := grid("0.405", "0.405", "0.405", "0.405", "0.405", "0.405", "0.405")
	shares := map[bool][]string{}
	for _, moving := range []bool{true, false} {
		d := cityPlan()
		d.Actions = d.Actions[1:]
		f := cleanerGrid
		if !moving {
			f = flat
			q := d.Actions[0].Quantifications[0].Definition()
			q.Effects[0].Of = strategy.FrozenAt(2024)
			d.Actions[0].Quantifications[0] = must(strategy.NewQuantification(q))
		}
		e := must(portfolio(t, d).Evaluate(must(strategy.NewBaseline(cityForecast(f))), strategy.Expected, strategy.Shapley))
		for y := range e.Years() {
			base, _ := e.Baseline().At(power, y.Year())
			shares[moving] = append(shares[moving], must(y.Reduction().Ratio(base, 18)).String())
		}
	}
	assert.Equal(t, shares[true], shares[false])
	assert.Equal(t, "0.0052", shares[true][0], "26 of 5000 GWh")
}

func TestMergeAndSplitMoveQuantifications(t *testing.T) {
	d := cityPlan()
	merged, err := strategy.Merge(d.Actions, []string{"T-1", "E-1"}, strategy.Action{ID: "M", Name: "both", Area: "T", Source: "plan 2026"})
	require.NoError(t, err)
	before := portfolio(t, d)
	d.Actions = merged
	after := portfolio(t, d)
	b := must(strategy.NewBaseline(cityForecast(cleanerGrid)))
	x, _ := must(before.Evaluate(b, strategy.Expected, strategy.Shapley)).Year(2030)
	y, _ := must(after.Evaluate(b, strategy.Expected, strategy.Shapley)).Year(2030)
	assert.True(t, x.Reduction().Equal(y.Reduction()))
	both, _ := after.Action("M")
	assert.Equal(t, "T-1/1", both.Quantifications[0].ID())
	assert.Equal(t, "E-1/1", both.Effects[2].Quantification())

	half := func(id string) strategy.Action {
		a := cityPlan().Actions[1]
		a.ID = id
		a.Quantifications[0] = must(a.Quantifications[0].Scaled(decimal.New(5, -1)))
		return a
	}
	_, err = strategy.Split(cityPlan().Actions, "E-1", half("E-1a"), half("E-1b"))
	require.NoError(t, err)
	_, err = strategy.Split(cityPlan().Actions, "E-1", half("E-1a"), cityPlan().Actions[0])
	var split *strategy.SplitError
	require.ErrorAs(t, err, &split)
	assert.Equal(t, "10530 tCO2e (AR5)", split.Whole.String())
}
