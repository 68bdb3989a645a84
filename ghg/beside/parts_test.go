package beside_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// By hand: methane 100 t on AR5 beside 90 t on SAR. The metric is the mean of 100 × 7 and
// 90 × 7, and the rest 10 t × the mean of 28 and 21.
func TestMetricIsTakenFromMasses(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "CO2", mass("1000 t")), local("I.1.1", "CH4", mass("100 t")))
	official := side(t, gir.Scheme, ghg.SAR, regional("1.A.4.b", "CO2", mass("1003 t")),
		regional("1.A.4.b", "CH4", mass("90 t")), regional("1.A.4.b", "N2O", mass("0.5 t")))
	c := compared(t, own, official)
	assert.Equal(t, []string{"only in the second I.1.1 N2O -155",
		"edition and metric I.1.1 CH4 665", "remainder I.1.1 CH4 245", "remainder I.1.1 CO2 -3"}, lines(c))
	difference, _ := c.Tonnes()
	assert.Equal(t, "752", difference.String(), "3800 - 3048")
	assert.True(t, c.IsMixed())
	assert.Equal(t, "Garam 2023, own − GIR: +752 t of mixed metrics", c.String())
	assert.Equal(t, "Garam 2023, 자체 − 통계: +752 t(서로 다른 지수)", c.Korean())
	for l := range c.LinesOf(beside.OnlySecond) {
		assert.Equal(t, words.Term{En: "own has no N2O of it", Ko: "자체에는 N2O 없음"}, l.Note)
	}
	for l := range c.LinesOf(beside.Metric) {
		assert.Equal(t, "own: AR5; GIR: SAR", l.Note.En)
	}
}

// 100 t of CO2e of methane on SAR are 133.333333333333 t on AR5: rounded once, and the parts
// still add up.
func TestRecomputedMethaneAddsUp(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "CH4", mass("3 t")))
	official := side(t, gir.Scheme, ghg.SAR, regional("1.A.4.b", "CH4", co2e("100 tCO2e (SAR)")))
	c := compared(t, own, official)
	// ((84 - 63) + (133.333333333333 - 100))/2
	assert.Equal(t, []string{"edition and metric I.1.1 CH4 27.1666666666665", "remainder I.1.1 CH4 -43.1666666666665"}, lines(c))
}

// CO2e of all gases stays on its metric: nothing of the category is told apart.
func TestMetricThatCannotBeSeparated(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "CH4", mass("100 t")))
	official := side(t, gir.Scheme, ghg.SAR, regional("1.A.4.b", "", co2e("2000 tCO2e (SAR)")))
	c := compared(t, own, official)
	assert.Equal(t, []string{"metric not separable I.1.1 800"}, lines(c))
	f := found(t, c, beside.FindingNotSeparable)
	assert.Equal(t, ghg.Warning, f.Severity)
	assert.Contains(t, f.Detail, "GIR holds CO2e that cannot be taken to AR5")
	assert.Contains(t, f.DetailKo, "통계에 AR5 기준으로 바꿀 수 없는")
	// read in the metric of the other, nothing is inseparable
	own.Metric = ghg.SAR
	assert.Equal(t, []string{"remainder I.1.1 100"}, lines(compared(t, own, official)))
	// both hold CO2e of all gases, on two metrics
	own = side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "", co2e("2100 tCO2e (AR5)")))
	c = compared(t, own, official)
	for l := range c.Lines() {
		assert.Equal(t, "own holds CO2e that cannot be taken to SAR; GIR holds CO2e that cannot be taken to AR5", l.Note.En)
	}
}

// emission is a factor per MWh by gas, or printed on a metric.
func emission(t *testing.T, printed string, metric ghg.Metric, gases ...ghg.Mass) factor.Emission {
	t.Helper()
	var total ghg.Figure
	if printed != "" {
		var err error
		total, err = ghg.ParseFigure(printed, ghg.Tonne)
		require.NoError(t, err)
	}
	e, err := factor.NewEmission(ghg.MegawattHour, total, metric, gases...)
	require.NoError(t, err)
	return e
}

// By hand, on two metrics: the factor counts as the mean of both. 0.4 t CO2 and 0.01 t CH4
// are 0.4 + 0.245 = 0.645; 0.5 t CO2 is 0.5. Activity 1000 and 1200 MWh.
func TestActivityAndFactorOnTwoMetrics(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "CO2", mass("400 t")), local("I.1.2", "CH4", mass("10 t")))
	official := side(t, gir.Scheme, ghg.SAR, regional("EL.1.A.4.b", "CO2", mass("607 t")))
	own.Calculations = []beside.Calculation{{Category: "I.1.2", Of: "Grid electricity", Activity: ghg.MustQuantity("1000 MWh"),
		Factor: emission(t, "", ghg.Metric{}, ghg.MustMass("0.4 t CO2"), ghg.MustMass("0.01 t CH4"))}}
	official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Of: "grid-electricity", Activity: ghg.MustQuantity("1200000 kWh"),
		Factor: emission(t, "", ghg.Metric{}, ghg.MustMass("0.5 t CO2"))}}
	c := compared(t, own, official)
	// a = 680, b = 607; a on SAR = 610. Metric (70 + 0)/2 = 35, rest 645 - 607 = 38;
	// activity -200 × 1.145/2; factor 0.145 × 1100; remainder 38 + 114.5 - 159.5 = -7
	assert.Equal(t, []string{"edition and metric I.1.2 35", "activity I.1.2 Grid electricity -114.5",
		"factor I.1.2 Grid electricity 159.5", "remainder I.1.2 -7"}, lines(c))
	f := found(t, c, beside.FindingCalculationDiffers)
	assert.Equal(t, "600 t", f.Stated)
	assert.Equal(t, "607 t", f.Found)
	assert.Equal(t, ghg.Note, found(t, c, beside.FindingStatisticsNotStated).Severity)
}

// A total that is printed on one metric, without gases, does not divide a difference between
// two: it is said, and the rest is the remainder.
func TestFactorsThatDoNotMeet(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.SAR, regional("EL.1.A.4.b", "CO2", mass("610 t")))
	own.Calculations = []beside.Calculation{{Category: "I.1.2", Activity: ghg.MustQuantity("1000 MWh"),
		Factor: emission(t, "0.4", ghg.AR5), ActivitySource: "bills"}}
	official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Activity: ghg.MustQuantity("1200 MWh"),
		Factor: emission(t, "0.5", ghg.SAR), ActivitySource: "bills"}}
	for _, swapped := range []bool{false, true} {
		a, b, want := own, official, "-210"
		if swapped {
			a, b, want = official, own, "210"
		}
		c := compared(t, a, b)
		assert.Equal(t, []string{"remainder I.1.2 " + want}, lines(c))
		f := found(t, c, beside.FindingCalculationNotDivided)
		assert.Contains(t, f.Detail, "a total is never weighed anew")
		assert.NotContains(t, codes(c.Findings()), beside.FindingStatisticsDiffer, "one source")
	}
}

// A unit that converts without a last decimal place: the product is rounded, and the parts
// add up.
func TestUnitsThatConvertWithoutEnd(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.AR5, regional("EL.1.A.4.b", "CO2", mass("610 t")))
	own.Calculations = []beside.Calculation{{Category: "I.1.2", Activity: ghg.MustQuantity("1000 MJ"), Factor: emission(t, "0.7", ghg.AR5)}}
	official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Activity: ghg.MustQuantity("2 MWh"),
		Factor: emission(t, "0.5", ghg.AR5)}}
	there, back := compared(t, own, official), compared(t, official, own)
	// 1000 MJ are 0.2777… MWh: 0.194444444444 and 0.138888888889 t
	assert.Equal(t, []string{"activity I.1.2 -1.0333333333335", "factor I.1.2 0.2277777777775",
		"remainder I.1.2 -209.194444444444"}, lines(there))
	for i, l := range lines(back) {
		assert.NotEqual(t, strings.Contains(lines(there)[i], " -"), strings.Contains(l, " -"), "negated")
	}
}

func TestVariantsAreMethods(t *testing.T) {
	variant := func(r ghg.Record, v ghg.Variant) ghg.Record {
		r.Variant = v
		return r
	}
	ours := func(v ghg.Variant) ghg.Record {
		return variant(local("I.1.2", "", co2e("100 tCO2e (AR5)")), v)
	}
	theirs := func(v ghg.Variant) ghg.Record {
		return variant(regional("EL.1.A.4.b", "", co2e("130 tCO2e (AR5)")), v)
	}
	for _, x := range []struct {
		ours   ghg.Variant
		theirs []ghg.Record
		want   string
	}{
		{ghg.LocationBased, []ghg.Record{theirs(ghg.MarketBased)}, "method I.1.2 -30"},
		{ghg.LocationBased, []ghg.Record{theirs(ghg.LocationBased)}, "remainder I.1.2 -30"},
		{ghg.LocationBased, []ghg.Record{theirs(ghg.FuelBased)}, "remainder I.1.2 -30"},
		{ghg.NoVariant, []ghg.Record{theirs(ghg.MarketBased)}, "remainder I.1.2 -30"},
		{ghg.NoVariant, []ghg.Record{theirs(ghg.NoVariant)}, "remainder I.1.2 -30"},
		{ghg.DistanceBased, []ghg.Record{theirs(ghg.FuelBased)}, "method I.1.2 -30"},
		{ghg.FuelBased, []ghg.Record{theirs(ghg.DistanceBased)}, "method I.1.2 -30"},
		// one line of the side says no variant: not all of it is the alternative
		{ghg.LocationBased, []ghg.Record{theirs(ghg.MarketBased), regional("HT.1.A.4.b", "", co2e("7 tCO2e (AR5)"))}, "remainder I.1.2 -37"},
	} {
		c := compared(t, side(t, gpc.Scheme, ghg.AR5, ours(x.ours)), side(t, gir.Scheme, ghg.AR5, x.theirs...))
		assert.Equal(t, []string{x.want}, lines(c), "%s", x.ours)
	}
}

// Gases are one where two inventories only tell them more or less closely.
func TestGasesToldMoreOrLessClosely(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("IV.2", "R-410A", mass("1 t")), local("I.7.1", "CH4-fossil", mass("10 t")))
	other := side(t, gpc.Scheme, ghg.AR5, local("IV.2", "HFC-134a", mass("1 t")), local("IV.2", "SF6", mass("0.1 t")),
		local("I.7.1", "CH4", mass("11 t")))
	c := compared(t, own, other)
	var kinds []string
	for l := range c.Lines() {
		kinds = append(kinds, l.Kind.String()+" "+l.Category.Code+" "+l.Gas)
	}
	assert.Equal(t, []string{"only in the second IV.2 SF6", "remainder I.7.1 CH4", "remainder IV.2 HFC"}, kinds)
	assert.NotContains(t, codes(c.Findings()), beside.FindingEdition, "one scheme")
}
