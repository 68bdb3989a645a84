package strategy_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// grid is a series of factors of electricity, per MWh, from 2024 on; those after 2025
// are projected.
func grid(perMWh ...string) ghg.Factors {
	d := ghg.FactorsDefinition{Of: "전력", Source: "forecast of the grid, 2025", Per: ghg.MegawattHour}
	for i, s := range perMWh {
		status := ghg.Actual
		if i > 1 {
			status = ghg.Projected
		}
		d.Years = append(d.Years, ghg.Factor{Year: 2024 + i, CO2e: ghg.MustCO2e(s + " tCO2e (AR5)"), Status: status})
	}
	return must(ghg.NewFactors(d))
}

var cleanerGrid = grid("0.405", "0.39", "0.37", "0.35", "0.33", "0.30", "0.28")

// of are numbers by year from a first year on.
func of(first int, numbers ...string) map[int]decimal.Decimal {
	out := map[int]decimal.Decimal{}
	for i, s := range numbers {
		out[first+i] = decimal.RequireFromString(s)
	}
	return out
}

var (
	petrol = on("II.1.1", "휘발유", "")
	power  = on("II.1.2", "전력", "")
)

// electricCars are new cars of each year, each in place of a petrol car.
func electricCars(petrolCar ghg.Factors, of strategy.FactorOf) strategy.QuantificationDefinition {
	return strategy.QuantificationDefinition{
		ID: "1", Counts: "전기승용차 보급대수", Unit: ghg.Vehicle, Counting: strategy.NewInYear, Life: strategy.Life{Years: 10},
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, Last: 2030,
			ByYear: carsByYear(2024, 2820, 5000, 8000, 12000, 16000, 20000, 24000)}},
		Effects: []strategy.UnitEffect{
			{On: petrol, Interaction: strategy.Overlapping, Saves: ghg.MustQuantity("1 대"), Factors: petrolCar, Of: of},
			{On: power, Interaction: strategy.Overlapping, Saves: ghg.MustQuantity("-2000 kWh"), Factors: cleanerGrid, Of: strategy.OfYear},
		},
		Source: "plan 2025",
	}
}

func carsByYear(first int, cars ...int64) map[int]decimal.Decimal {
	out := map[int]decimal.Decimal{}
	for i, n := range cars {
		out[first+i] = decimal.New(n, 0)
	}
	return out
}

// petrolCar is what a petrol car emits a year: from 2024 on, or one figure for all.
func petrolCar(perCar ...string) ghg.Factors {
	d := ghg.FactorsDefinition{Of: "휘발유 승용차", Source: "fleet model", Per: ghg.Vehicle}
	for i, s := range perCar {
		year := 2024 + i
		if len(perCar) == 1 {
			year = 0
		}
		d.Years = append(d.Years, ghg.Factor{Year: year, CO2e: ghg.MustCO2e(s + " tCO2e (AR5)")})
	}
	return must(ghg.NewFactors(d))
}

// amountsOf are the amounts of the effects in a year, in tonnes.
func amountsOf(t *testing.T, q strategy.Quantification, k strategy.Kind, year int) (out []string) {
	t.Helper()
	require.False(t, q.Explain(k, year).IsZero())
	effects, err := q.Effects(k, year, year)
	require.NoError(t, err)
	for _, e := range effects {
		c, ok := e.Reductions.At(year)
		require.True(t, ok)
		out = append(out, c.Tonnes().String())
	}
	return out
}

func net(t *testing.T, q strategy.Quantification, k strategy.Kind, year int) string {
	t.Helper()
	r, err := q.Net(k, year, year)
	require.NoError(t, err)
	require.False(t, q.Explain(k, year).IsZero())
	c, ok := r.At(year)
	require.True(t, ok)
	return c.Tonnes().String()
}

func TestElectricCars(t *testing.T) {
	q := must(strategy.NewQuantification(electricCars(petrolCar("1.8"), strategy.OfYear)))
	assert.Equal(t, []string{"158076", "-49179.2"}, amountsOf(t, q, strategy.Expected, 2030))
	assert.Equal(t, "108896.8", net(t, q, strategy.Expected, 2030))
	worth, ok := q.Working(strategy.Expected, 2033)
	assert.True(t, ok)
	assert.Equal(t, "87820 vehicle", worth.String())
	worth, ok = q.Working(strategy.Expected, 2034)
	assert.True(t, ok, "those of 2024 are at their end")
	assert.Equal(t, "85000 vehicle", worth.String())
	perOne, ok := q.PerOne(strategy.Expected, 2030)
	assert.True(t, ok)
	assert.Equal(t, "1.24 tCO2e (AR5)", perOne.String())

	late := must(q.Delayed(2))
	assert.Equal(t, "54336.8", net(t, late, strategy.Expected, 2030), "late cars meet the grid of 2030")

	// A car replaces the new car of its own year, or an ever better one, or always that of 2024.
	falling := petrolCar("1.8", "1.75", "1.7", "1.65", "1.6", "1.55", "1.5")
	for rule, want := range map[strategy.FactorOf]string{
		strategy.OfInstallation: "139826", strategy.OfYear: "131730", strategy.FrozenAt(2024): "158076",
	} {
		q := must(strategy.NewQuantification(electricCars(falling, rule)))
		assert.Equal(t, want, amountsOf(t, q, strategy.Expected, 2030)[0], rule)
		_, ok := q.PerOne(strategy.Expected, 2030)
		assert.Equal(t, rule != strategy.OfInstallation, ok, "cohorts differ")
	}

	// The published unit counts petrol and power as one.
	d := electricCars(petrolCar("1.8"), strategy.OfYear)
	d.Published = strategy.PublishedUnit{ID: "4-1", Saves: ghg.MustCO2e("0.97 tCO2e (AR5)"), Source: "appendix 3"}
	q = must(strategy.NewQuantification(d))
	official, ok := must(q.ByPublishedUnit(strategy.Expected, 2030, 2030)).At(2030)
	assert.True(t, ok)
	assert.Equal(t, "85185.4", official.Tonnes().String())
	assert.Equal(t, "108896.8", net(t, q, strategy.Expected, 2030), "the effects stay what they are")
	found := q.Findings(strategy.Expected, 2024, 2030)
	require.Equal(t, []string{strategy.FindingFactorProjected, strategy.FindingPublishedDiffers}, codesOf(found))
	assert.Equal(t, "in 2030 the published unit gives 85185.4 tCO2e (AR5), and the effects give 108896.8 tCO2e (AR5)", found.All[1].Detail)
}

func codesOf(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

// A megawatt-hour that is generated, by a published unit which holds another grid factor
// than the inventory; and the panels that generate it.
func TestPhotovoltaics(t *testing.T) {
	appendix := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Source: "appendix 3", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{CO2e: ghg.MustCO2e("0.4781 tCO2e (AR5)")}}}))
	ours := must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR 2024", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2024, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")}}}))
	d := strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour, Counting: strategy.DoneInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, "26000")}},
		Effects: []strategy.UnitEffect{{On: power, Interaction: strategy.Overlapping, Saves: ghg.MustQuantity("1 MWh"), Factors: appendix,
			Of: strategy.OfYear}},
		Source: "plan"}
	q := must(strategy.NewQuantification(d))
	assert.Equal(t, "12430.6", net(t, q, strategy.Expected, 2024))
	assert.Empty(t, codesOf(q.Findings(strategy.Expected, 2024, 2030)), "nothing to compare with")
	f := q.Findings(strategy.Expected, 2024, 2030, ours)
	require.Equal(t, []string{strategy.FindingFactorDiffers}, codesOf(f))
	assert.Equal(t, ghg.Serious, f.All[0].Severity)
	assert.Equal(t, "the factor of electricity in 2024 is 0.4781 tCO2e (AR5)/MWh appendix 3 "+
		"and not the 0.4173 tCO2e (AR5)/MWh of GIR 2024: +14.6%", f.All[0].Detail)
	q = must(q.WithFactors(ours))
	assert.Equal(t, "10849.8", net(t, q, strategy.Expected, 2024))
	assert.Empty(t, codesOf(q.Findings(strategy.Expected, 2024, 2030, ours)))

	d = strategy.QuantificationDefinition{ID: "2", Counts: "시설용량", Unit: ghg.MustUnit("kW"), Counting: strategy.NewInYear,
		Life: strategy.Life{Years: 20},
		Quantities: []strategy.Quantities{{Kind: strategy.Expected,
			ByYear: of(2024, "46000", "30000", "32000", "32000", "32000", "32000", "32000")}},
		Effects: []strategy.UnitEffect{{On: power, Saves: ghg.MustQuantity("1290.5 kWh"), Factors: cleanerGrid, Of: strategy.OfYear}},
		Published: strategy.PublishedUnit{ID: "1-1/1", Saves: ghg.MustCO2e("0.617 tCO2e (AR5)"), Contains: appendix,
			Source: "appendix 3"},
		Source: "plan"}
	q = must(strategy.NewQuantification(d))
	assert.Equal(t, "85276.24", net(t, q, strategy.Expected, 2030))
	official, _ := must(q.ByPublishedUnit(strategy.Expected, 2024, 2030)).At(2030)
	assert.Equal(t, "145612", official.Tonnes().String())
	official, _ = must(q.ByPublishedUnit(strategy.Expected, 2024, 2030)).At(2024)
	assert.Equal(t, "28382", official.Tonnes().String())
	_, ok := q.Working(strategy.Expected, 2031)
	assert.False(t, ok, "nobody said what is new in 2031")
	assert.Contains(t, codesOf(q.Findings(strategy.Expected, 2024, 2030, ours)), strategy.FindingFactorDiffers,
		"what the published unit contains")
}

// Lamps of six years, renewed or not.
func TestLamps(t *testing.T) {
	d := strategy.QuantificationDefinition{ID: "1", Counts: "LED 교체", Unit: ghg.MustUnit("개"), Counting: strategy.NewInYear,
		Life: strategy.Life{Years: 10},
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, Last: 2028,
			ByYear: of(2023, "0", "20000", "20000", "20000", "20000", "20000")}},
		Effects: []strategy.UnitEffect{must(strategy.FixedSaving(power, strategy.Overlapping, "전구", ghg.MustUnit("개"),
			ghg.MustCO2e("0.1745 tCO2e (AR5)"), "study"))},
		Source: "plan"}
	q := must(strategy.NewQuantification(d))
	for year, want := range map[int]string{2023: "0", 2024: "3490", 2028: "17450", 2033: "17450",
		2034: "13960", 2037: "3490", 2038: "0", 2100: "0"} {
		assert.Equal(t, want, net(t, q, strategy.Expected, year), year)
	}
	d.Life.RenewedTo = 2036
	q = must(strategy.NewQuantification(d))
	// Those of 2024 to 2026 are renewed in 2034 to 2036 and at their end in 2044 to 2046,
	// those of 2027 and 2028 in 2037 and 2038.
	for year, want := range map[int]string{2034: "17450", 2036: "17450", 2037: "13960", 2038: "10470",
		2043: "10470", 2044: "6980", 2046: "0"} {
		assert.Equal(t, want, net(t, q, strategy.Expected, year), year)
	}
	d.Life.Decay = ghg.MustShare("1%")
	q = must(strategy.NewQuantification(d))
	// 2028: 20000 of age 0 to 4, 3490 t × (1 + 0.99 + 0.9801 + 0.970299 + 0.96059601)
	assert.Equal(t, "17104.4725849", net(t, q, strategy.Expected, 2028))
	// 2034: those of 2024 are renewed, those of 2025 to 2028 are of age 9 to 6:
	// 3490 t × (1 + 0.913517247483640899 + 0.92274469442792010 + 0.93206534790699 + 0.9414801494010)
	assert.Equal(t, "16437.227962876233", net(t, q, strategy.Expected, 2034))
}

// What is saved at home by those who do it beyond those who did so anyway.
func TestHouseholds(t *testing.T) {
	gas := on("I.1.1", "도시가스", "")
	homes := on("I.1.2", "전력", "")
	d := strategy.QuantificationDefinition{ID: "3", Counts: "실천 가구", Unit: ghg.Household, Counting: strategy.DoneInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2024, "316988.1"), Without: of(2024, "105662.7")}},
		Effects: []strategy.UnitEffect{
			{On: homes, Saves: ghg.MustQuantity("12.4 kWh"), Factors: fixedFactor("전력", ghg.KilowattHour, "0.0004594"), Of: strategy.OfYear},
			{On: gas, Saves: ghg.MustQuantity("31.9 m3"), Factors: fixedFactor("도시가스", ghg.CubicMetre, "0.002176"), Of: strategy.OfYear},
		},
		Judged: []strategy.Judged{{Why: strategy.Persistence, Kept: ghg.MustShare("80%"), Text: "habits are lost"}},
		Source: "own assumption"}
	q := must(strategy.NewQuantification(d))
	got := amountsOf(t, q, strategy.Expected, 2024)
	assert.Equal(t, "963.06", decimal.RequireFromString(got[0]).StringFixed(2))
	assert.Equal(t, "11735.22", decimal.RequireFromString(got[1]).StringFixed(2))
	assert.Equal(t, "12698.2829331072", net(t, q, strategy.Expected, 2024))
	stated, ok := q.Quantity(strategy.Expected, 2024)
	assert.True(t, ok)
	assert.Equal(t, "316988.1 household", stated.String())
	perOne, ok := q.PerOne(strategy.Expected, 2024)
	assert.True(t, ok)
	assert.Equal(t, "0.060088768 tCO2e (AR5)", perOne.String(), "75.11096 kg × 80%")
	d.Judged = append(d.Judged, strategy.Judged{Why: strategy.InBaseline, Kept: ghg.MustShare("90%")})
	f := must(strategy.NewQuantification(d)).Findings(strategy.Expected, 2024, 2030)
	require.Equal(t, []string{strategy.FindingDeductedTwice}, codesOf(f))
	assert.Equal(t, "사업이 없을 때의 물량 및 배출전망치 포함: 같은 부분을 두 번 뺄 수 있음", f.All[0].DetailKo)
}

func fixedFactor(of string, per ghg.Unit, tonnes string) ghg.Factors {
	return must(ghg.NewFactors(ghg.FactorsDefinition{Of: of, Source: "own", Per: per,
		Years: []ghg.Factor{{CO2e: ghg.MustCO2e(tonnes + " tCO2e (AR5)")}}}))
}

// A share of the gas of a landfill, or the gas itself.
func TestLandfillGas(t *testing.T) {
	landfill := on("III.1.1", "", "")
	d := strategy.QuantificationDefinition{ID: "1", Counts: "포집률", Counting: strategy.StandingInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: of(2029, "0.45", "0.48")}},
		Effects:    []strategy.UnitEffect{strategy.WholeSource(landfill, strategy.Overlapping)}, Source: "plan"}
	q := must(strategy.NewQuantification(d))
	effects, err := q.Effects(strategy.Expected, 2030, 2030)
	require.NoError(t, err)
	s, ok := effects[0].Cuts.At(2030)
	assert.True(t, ok)
	assert.Equal(t, "48%", s.String())
	_, err = q.Net(strategy.Expected, 2030, 2030)
	assert.ErrorIs(t, err, strategy.ErrShares)
	_, ok = q.Quantity(strategy.Expected, 2030)
	assert.False(t, ok, "a share is no quantity")

	// 48 % of 180 kt
	d2 := town(strategy.Action{ID: "W-1", Name: "landfill gas", Area: "W", Source: "plan", Quantifications: []strategy.Quantification{q}})
	d2.Through = 2035
	y := evaluate(t, d2, baseline(map[strategy.EmissionSource]string{landfill: "180000"}), strategy.Shapley)
	assert.Equal(t, "86400 tCO2e", y.Reduction().String())

	// What was collected is monitored as gas: 9,000 thousand m3 at 10.0212 t.
	gas := strategy.QuantificationDefinition{ID: "2", Counts: "포집량", Unit: ghg.MustUnit("천㎥"), Counting: strategy.DoneInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Verified, By: "inspection, 2026-03", ByYear: of(2025, "9000")}},
		Effects: []strategy.UnitEffect{must(strategy.FixedSaving(landfill, strategy.Overlapping, "매립가스", ghg.MustUnit("천㎥"),
			ghg.MustCO2e("10.0212 tCO2e (AR5)"), "density and GWP"))},
		Source: "operator"}
	q = must(strategy.NewQuantification(gas))
	assert.Equal(t, "90190.8", net(t, q, strategy.Verified, 2025))
	by, ok := q.Verifier(2025)
	assert.True(t, ok)
	assert.Equal(t, "inspection, 2026-03", by)
	assert.Equal(t, []string{strategy.FindingDeemed}, codesOf(q.Findings(strategy.Verified, 2024, 2030)))
}
