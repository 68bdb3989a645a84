package beside_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// record is one of a place that does not exist.
func record(scheme ghg.Scheme, code, gas string, v ghg.Value) ghg.Record {
	r := ghg.Record{Place: "Garam", Period: ghg.CalendarYear(2023), Category: ghg.Category{Scheme: scheme.ID(), Code: code}, Value: v}
	if gas != "" {
		r.Gas = ghg.MustGas(gas)
	}
	return r
}

func mass(s string) ghg.Value { return ghg.Emitted(ghg.MustMass(s)) }

func co2e(s string) ghg.Value { return ghg.Equivalent(ghg.MustCO2e(s)) }

// side is one of records, of the GPC or of the regional statistics, whose lines are numbered
// from 2.
func side(t *testing.T, scheme ghg.Scheme, metric ghg.Metric, records ...ghg.Record) beside.Side {
	t.Helper()
	for i := range records {
		records[i].Line = i + 2
	}
	inv, _, err := ghg.NewInventory("Garam", ghg.CalendarYear(2023), 1, scheme, records)
	require.NoError(t, err)
	s := beside.Side{Name: words.Term{En: "own", Ko: "자체"}, Inventory: inv, View: gpc.BasicPlus, Metric: metric}
	if scheme.ID() == gir.Scheme.ID() {
		s.Name, s.View = words.Term{En: "GIR", Ko: "통계"}, gir.RegionWithoutSinks
		s.Crosswalk, s.Placing = crosswalk.RegionalToGPC, crosswalk.OwnRule
	}
	return s
}

func compared(t *testing.T, a, b beside.Side) beside.Comparison {
	t.Helper()
	c, err := beside.Compare(a, b)
	require.NoError(t, err)
	return c
}

// lines are those of a comparison as "kind code gas of tonnes".
func lines(c beside.Comparison) (out []string) {
	for l := range c.Lines() {
		out = append(out, strings.Join(strings.Fields(strings.Join([]string{l.Kind.String(), l.Category.Code, l.Gas, l.Of, l.Tonnes.String()}, " ")), " "))
	}
	return out
}

func codes(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

func found(t *testing.T, c beside.Comparison, code string) ghg.Finding {
	t.Helper()
	for _, f := range c.Findings().All {
		if f.Code == code {
			return f
		}
	}
	t.Fatalf("%s is not among %v", code, codes(c.Findings()))
	return ghg.Finding{}
}

// By hand: methane 100 t on AR5 beside 90 t on SAR. The metric is the mean of 100 × 7 and
// 90 × 7, and the rest 10 t × the mean of 28 and 21.
func TestMetricIsTakenFromMasses(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "CO2", mass("1000 t")), record(gpc.Scheme, "I.1.1", "CH4", mass("100 t")))
	official := side(t, gir.Scheme, ghg.SAR, record(gir.Scheme, "1.A.4.b", "CO2", mass("1003 t")),
		record(gir.Scheme, "1.A.4.b", "CH4", mass("90 t")), record(gir.Scheme, "1.A.4.b", "N2O", mass("0.5 t")))
	c := compared(t, own, official)
	assert.Equal(t, []string{"only in the second I.1.1 N2O -155", "edition and metric I.1.1 CH4 665", "remainder I.1.1 CH4 245", "remainder I.1.1 CO2 -3"}, lines(c))
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
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "CH4", mass("3 t")))
	official := side(t, gir.Scheme, ghg.SAR, record(gir.Scheme, "1.A.4.b", "CH4", co2e("100 tCO2e (SAR)")))
	c := compared(t, own, official)
	// ((84 - 63) + (133.333333333333 - 100))/2
	assert.Equal(t, []string{"edition and metric I.1.1 CH4 27.1666666666665", "remainder I.1.1 CH4 -43.1666666666665"}, lines(c))
}

// CO2e of all gases stays on its metric: nothing of the category is told apart.
func TestMetricThatCannotBeSeparated(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "CH4", mass("100 t")))
	official := side(t, gir.Scheme, ghg.SAR, record(gir.Scheme, "1.A.4.b", "", co2e("2000 tCO2e (SAR)")))
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
	own = side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "", co2e("2100 tCO2e (AR5)")))
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
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.2", "CO2", mass("400 t")), record(gpc.Scheme, "I.1.2", "CH4", mass("10 t")))
	official := side(t, gir.Scheme, ghg.SAR, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("607 t")))
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
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.SAR, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("610 t")))
	own.Calculations = []beside.Calculation{{Category: "I.1.2", Activity: ghg.MustQuantity("1000 MWh"), Factor: emission(t, "0.4", ghg.AR5), ActivitySource: "bills"}}
	official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Activity: ghg.MustQuantity("1200 MWh"), Factor: emission(t, "0.5", ghg.SAR), ActivitySource: "bills"}}
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
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("610 t")))
	own.Calculations = []beside.Calculation{{Category: "I.1.2", Activity: ghg.MustQuantity("1000 MJ"), Factor: emission(t, "0.7", ghg.AR5)}}
	official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Activity: ghg.MustQuantity("2 MWh"), Factor: emission(t, "0.5", ghg.AR5)}}
	there, back := compared(t, own, official), compared(t, official, own)
	// 1000 MJ are 0.2777… MWh: 0.194444444444 and 0.138888888889 t
	assert.Equal(t, []string{"activity I.1.2 -1.0333333333335", "factor I.1.2 0.2277777777775", "remainder I.1.2 -209.194444444444"}, lines(there))
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
		return variant(record(gpc.Scheme, "I.1.2", "", co2e("100 tCO2e (AR5)")), v)
	}
	theirs := func(v ghg.Variant) ghg.Record {
		return variant(record(gir.Scheme, "EL.1.A.4.b", "", co2e("130 tCO2e (AR5)")), v)
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
		{ghg.LocationBased, []ghg.Record{theirs(ghg.MarketBased), record(gir.Scheme, "HT.1.A.4.b", "", co2e("7 tCO2e (AR5)"))}, "remainder I.1.2 -37"},
	} {
		c := compared(t, side(t, gpc.Scheme, ghg.AR5, ours(x.ours)), side(t, gir.Scheme, ghg.AR5, x.theirs...))
		assert.Equal(t, []string{x.want}, lines(c), "%s", x.ours)
	}
}

// Gases are one where two inventories only tell them more or less closely.
func TestGasesToldMoreOrLessClosely(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "IV.2", "R-410A", mass("1 t")), record(gpc.Scheme, "I.7.1", "CH4-fossil", mass("10 t")))
	other := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "IV.2", "HFC-134a", mass("1 t")), record(gpc.Scheme, "IV.2", "SF6", mass("0.1 t")),
		record(gpc.Scheme, "I.7.1", "CH4", mass("11 t")))
	c := compared(t, own, other)
	var kinds []string
	for l := range c.Lines() {
		kinds = append(kinds, l.Kind.String()+" "+l.Category.Code+" "+l.Gas)
	}
	assert.Equal(t, []string{"only in the second IV.2 SF6", "remainder I.7.1 CH4", "remainder IV.2 HFC"}, kinds)
	assert.NotContains(t, codes(c.Findings()), beside.FindingEdition, "one scheme")
}

// Keys are told as such: what is included elsewhere, not estimated, partly reported, and what
// has no place in the comparison.
func TestKeysOnOneSide(t *testing.T) {
	included, err := ghg.IncludedIn(ghg.Category{Scheme: gir.Scheme.ID(), Code: "1.A.4.a"}, "not divided")
	require.NoError(t, err)
	partly, err := ghg.Partly(co2e("40 tCO2e (AR5)"), ghg.KeyedAsFound(ghg.NE, "two companies"))
	require.NoError(t, err)
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "", co2e("100 tCO2e (AR5)")), record(gpc.Scheme, "I.2.1", "", partly),
		record(gpc.Scheme, "II.1.1", "", ghg.KeyedAsFound(ghg.NO, "")), record(gpc.Scheme, "I.5.1", "", ghg.KeyedAsFound(ghg.NE, "none")),
		record(gpc.Scheme, "I.4.4", "", ghg.KeyedAsFound(ghg.NE, "outside BASIC+")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "1.A.4.b", "", included), record(gir.Scheme, "1.A.4.a", "", co2e("90 tCO2e (AR5)")),
		record(gir.Scheme, "1.A.3.b", "", co2e("7 tCO2e (AR5)")), record(gir.Scheme, "WA", "", ghg.KeyedAsFound(ghg.NE, "no data")),
		record(gir.Scheme, "1.A.4.c", "", ghg.KeyedAsFound(ghg.NE, "")))
	c := compared(t, own, official)
	assert.Equal(t, []string{"only in the first I.1.1 100", "only in the second II.1.1 -7", "remainder I.2.1 -50"}, lines(c))
	var said []string
	for _, f := range c.Findings().All {
		if f.Code == beside.FindingKey {
			said = append(said, f.Severity.String()+" "+f.Category.Code+" "+f.Detail)
		}
	}
	assert.Equal(t, []string{
		"note I.1.1 own: a number; GIR: IE (I.2.1), not divided",
		"warning I.2.1 own: a number and NE, two companies; GIR: a number",
		"warning II.1.1 own: NO; GIR: a number",
		"note WA GIR: NE, no data, which has no place in the comparison: only a sum of categories is known, and no shares: " +
			"WA = III.1.1 + III.1.2 + III.2.1 + III.2.2 + III.3.1 + III.3.2 + III.4.1 + III.4.2 (1:n)",
	}, said, "not of I.5.1, which has one key on both sides, nor of I.4.4, which neither view counts")
	for l := range c.LinesOf(beside.OnlyFirst) {
		assert.Equal(t, words.Term{En: "GIR: IE (I.2.1), not divided", Ko: "통계: IE (I.2.1), not divided"}, l.Note)
	}
	back := compared(t, official, own)
	assert.Equal(t, len(c.Findings().All), len(back.Findings().All))
	for _, f := range back.Findings().All {
		if f.Category.Code == "II.1.1" {
			assert.Equal(t, ghg.Warning, f.Severity)
		}
	}
}

// What the other has, and its view does not count, is no line that it lacks.
func TestNumbersOutsideTheView(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "", co2e("100 tCO2e (AR5)")), record(gpc.Scheme, "I.4.4", "", co2e("900 tCO2e (AR5)")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "1.A.4.b", "", co2e("100 tCO2e (AR5)")), record(gir.Scheme, "1.A.1.a", "", co2e("880 tCO2e (AR5)")),
		record(gir.Scheme, "EL.1.A.4.b", "", co2e("30 tCO2e (AR5)")))
	official.View = gir.Gross
	c := compared(t, own, official)
	assert.Equal(t, []string{"only in the second I.4.4 -880"}, lines(c))
	for l := range c.Lines() {
		assert.Equal(t, words.Term{En: "own has a number that is not in its total: outside the view", Ko: "자체에 수치가 있으나 합계에 없음: 집계범위 밖"}, l.Note)
	}
	own.View, official.View = gpc.Territorial, gir.RegionWithoutSinks
	c = compared(t, own, official)
	assert.Equal(t, []string{"only in the first I.4.4 900", "only in the second I.1.2 -30"}, lines(c))
	for l := range c.LinesOf(beside.OnlyFirst) {
		assert.Equal(t, "GIR has a number that is not in its total: outside the view", l.Note.En)
	}
}

// Both sides may come to a third scheme; what has no counterpart there says why.
func TestBothSidesConverted(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "CO2", mass("100 t")), record(gpc.Scheme, "I.1.2", "CO2", mass("60 t")),
		record(gpc.Scheme, "I.1.2", "CH4", mass("1 t")))
	own.Crosswalk, own.Placing = crosswalk.GPCToIPCC2006, crosswalk.CommonParent
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "1.A.4.b", "CO2", mass("95 t")), record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("70 t")))
	official.Crosswalk = crosswalk.RegionalToIPCC2006
	c := compared(t, own, official)
	assert.Equal(t, []string{"not converted I.1.2 88", "not converted EL.1.A.4.b -70", "remainder 1.A.4.b CO2 5"}, lines(c))
	for l := range c.LinesOf(beside.NotConverted) {
		assert.Contains(t, l.Note.En, "there is no counterpart")
		assert.Contains(t, l.Note.Ko, "대응하는 분류가 없음")
	}
	text := c.Explain()
	assert.Contains(t, text.En, "own I.1.2 line 3; I.1.2 line 4")
	assert.Contains(t, text.Ko, "I.1.2 3행")
	for l := range c.LinesOf(beside.Remainder) {
		assert.Equal(t, ipcc.Scheme2006.ID(), l.Category.Scheme)
	}
}

// A rule of less than high confidence, a lifted line and long lists are shown as such.
func TestSourcesAreShown(t *testing.T) {
	var many []ghg.Record
	for range 5 {
		many = append(many, record(gir.Scheme, "4.C", "CH4", mass("1 t")))
	}
	many = append(many, record(gir.Scheme, "2.D", "CO2", mass("1 t")), record(gir.Scheme, "HT.1.A.3", "CO2", mass("2 t")))
	many[0].Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{File: "garam.xlsx", Sheet: "가람"})
	official := side(t, gir.Scheme, ghg.AR5, many...)
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "V.3", "CH4", mass("4 t")))
	text := compared(t, own, official).Explain()
	assert.Contains(t, text.En, "GIR 4.C line 2 of garam.xlsx (가람) (rule of confidence medium); 4.C line 3 (rule of confidence medium); "+
		"4.C line 4 (rule of confidence medium); and 2 more]")
	assert.Contains(t, text.Ko, "4.C 2행, garam.xlsx (가람)(규칙의 신뢰도 중간)")
	assert.Contains(t, text.Ko, "; 그 밖에 2행]")
}

// What goes to a common parent says so, and a sum that is not converted may hold what the
// other has.
func TestLiftedAndWithinSums(t *testing.T) {
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "2.A", "CO2", mass("50 t")))
	official.View = gir.Gross
	official.Crosswalk, official.Placing = crosswalk.RegionalToIPCC2006, crosswalk.CommonParent
	own := side(t, ipcc.Scheme2006, ghg.AR5, record(ipcc.Scheme2006, "2", "CO2", mass("45 t")), record(ipcc.Scheme2006, "2.B.7", "CO2", mass("8 t")))
	own.View = ipcc.Total2006
	c := compared(t, own, official)
	assert.Equal(t, []string{"only in the first 2.B.7 8", "remainder 2 CO2 -5"}, lines(c))
	assert.Contains(t, c.Explain().En, "GIR 2.A line 2 (rule of confidence")
	assert.Contains(t, c.Explain().En, "(to a common parent)]")
	assert.Contains(t, c.Explain().Ko, "(공통 상위 분류로)]")

	official.Placing = crosswalk.OwnRule
	c = compared(t, own, official)
	assert.Equal(t, []string{"only in the first 2 45", "only in the first 2.B.7 8", "not converted 2.A -50"}, lines(c))
	var notes []string
	for l := range c.LinesOf(beside.OnlyFirst) {
		notes = append(notes, l.Note.En)
	}
	assert.Equal(t, []string{"GIR has no line of it", "GIR has no line of it; it may be within 2.A, which is not converted"}, notes)
}

// A view of one's own has one name; keys that stand beside nothing are told too.
func TestViewOfOnesOwn(t *testing.T) {
	homes, err := ghg.NewView(ghg.ViewDefinition{Name: "homes", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.1.2"}, Source: "this test"})
	require.NoError(t, err)
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "CO2", mass("5 t")), record(gpc.Scheme, "I.1.2", "", ghg.KeyedAsFound(ghg.NE, "")))
	own.View, own.Name.Ko = homes, " 자체\n"
	c := compared(t, own, side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "1.A.4.b", "CO2", mass("4 t"))))
	assert.Contains(t, c.Explain().Ko, "  자체: 5 tCO2e (AR5), GPC 1.1 homes\n")
	assert.Equal(t, "own: NE; GIR: neither number nor key", found(t, c, beside.FindingKey).Detail)
	assert.Equal(t, ghg.Note, found(t, c, beside.FindingKey).Severity)
	assert.Equal(t, []string{"remainder I.1.1 CO2 1"}, lines(c))
}

func TestCalculationsThatDivideNothing(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("610 t")), record(gir.Scheme, "WA", "CO2", mass("3 t")))
	f := emission(t, "0.4", ghg.AR5)
	own.Calculations = []beside.Calculation{{Category: "I.1.2", Of: "electricity", Activity: ghg.MustQuantity("1000 MWh"), Factor: f}}
	official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Of: "heat", Activity: ghg.MustQuantity("1 MWh"), Factor: f},
		{Category: "WA", Activity: ghg.MustQuantity("1 MWh"), Factor: f}, {Category: "4.A", Activity: ghg.MustQuantity("1 MWh"), Factor: f}}
	c := compared(t, own, official)
	assert.Equal(t, []string{beside.FindingCalculationNotUsed, beside.FindingCalculationNotUsed, beside.FindingEdition, beside.FindingCalculationAlone,
		beside.FindingCalculationAlone, beside.FindingCalculationDiffers}, codes(c.Findings()), "of the own one 1000 × 0.4 is 400")
	assert.Equal(t, []string{"not converted WA -3", "remainder I.1.2 CO2 -210"}, lines(c))

	official.Calculations = append(official.Calculations[:1:1], beside.Calculation{Category: "EL.1.A.4.b", Of: "He at", Activity: ghg.MustQuantity("2 MWh"), Factor: f})
	_, err := beside.Compare(own, official)
	assert.EqualError(t, err, `second, calculation 2, of "He at": another one of this name is of I.1.2 too: name what each is of`)
}

func TestSidesRefused(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("610 t")))
	for name, x := range map[string]struct {
		change func(a, b *beside.Side)
		want   error
	}{
		"inventory": {func(a, _ *beside.Side) { a.Inventory = ghg.Inventory{} }, ghg.ErrNoInventory},
		"view":      {func(_, b *beside.Side) { b.View = ghg.View{} }, ghg.ErrNoView},
		"metric":    {func(_, b *beside.Side) { b.Metric = ghg.Metric{} }, ghg.ErrNoMetric},
		"placing":   {func(_, b *beside.Side) { b.Placing = 0 }, crosswalk.ErrNoPlacing},
	} {
		a, b := own, official
		x.change(&a, &b)
		_, err := beside.Compare(a, b)
		assert.ErrorIs(t, err, x.want, name)
	}

	unlike := official
	unlike.Name = words.Term{En: " "}
	unlike.Crosswalk = crosswalk.Crosswalk{}
	unlike.Inventory, _, _ = ghg.NewInventory("Other", ghg.CalendarYear(2022), 2, gir.Scheme, nil)
	unlike.Calculations = []beside.Calculation{{Category: "X", ActivitySource: strings.Repeat("x", 1001)},
		{Category: "WA", Activity: ghg.MustQuantity("1 km"), Factor: emission(t, "0.4", ghg.AR5)}}
	_, err := beside.Compare(own, unlike)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	var fields []string
	for _, f := range faults.All {
		fields = append(fields, f.Of+" "+f.Field)
	}
	assert.Equal(t, []string{"second name (En)", "second name (Ko)", "second, calculation 1 category", "second, calculation 1 activity",
		"second, calculation 1 factor", "second, calculation 1 activity source", "second, calculation 2 activity",
		"second period", "second vintage", "second scheme"}, fields, "all of them at once")
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace))
	assert.Len(t, mismatch.Differ, 1)

	unlike = official
	unlike.Calculations = make([]beside.Calculation, 10_001)
	_, err = beside.Compare(own, unlike)
	assert.EqualError(t, err, `second, calculations "10001": at most 10000 are allowed`)

	// only the crosswalk of another scheme
	unlike = official
	unlike.Crosswalk = crosswalk.NationalToIPCC2006
	_, err = beside.Compare(own, unlike)
	assert.ErrorContains(t, err, `scheme "IPCC 2006"`)
	own.Crosswalk, own.Placing = crosswalk.GPCToIPCC2006, crosswalk.OwnRule
	_, err = beside.Compare(own, unlike)
	assert.ErrorContains(t, err, "it starts from GIR national 1996")
}

// No number is no figure of 0.
func TestNoFigure(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.2", "", ghg.KeyedAsFound(ghg.NE, "")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("610 t")))
	_, err := beside.Compare(own, official)
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, 2023, none.Year)
}

// A total that is withheld is no total: the lines are told, and nothing is compared.
func TestWithheldTotals(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.1", "CO2", mass("3 t")), record(gpc.Scheme, "I.1.2", "", co2e("400 tCO2e (SAR)")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("610 t")))
	for i, x := range [][2]beside.Side{{own, official}, {official, own}} {
		c, err := beside.Compare(x[0], x[1])
		var withheld *ghg.WithheldError
		require.ErrorAs(t, err, &withheld)
		assert.Equal(t, 1, withheld.Lines)
		_, ok := c.Tonnes()
		assert.False(t, ok)
		for range c.Parts() {
			t.Fail()
		}
		assert.Equal(t, []string{ghg.FindingTotalWithheld, ghg.FindingCannotJoin}, codes(c.Findings()))
		assert.Equal(t, 3, c.Findings().All[1].Line)
		assert.Equal(t, ghg.Serious, c.Findings().All[0].Severity)
		assert.True(t, [2]ghg.Total{c.First(), c.Second()}[i].Withheld())
		assert.Contains(t, c.Explain().En, "own: withheld, GPC 1.1 BASIC+")
		assert.Contains(t, c.Explain().Ko, "산출하지 않음")
		text, err := json.Marshal(c)
		require.NoError(t, err)
		assert.Contains(t, string(text), `"differenceTonnes":null`)
		assert.Contains(t, string(text), `"total":null`)
		assert.Contains(t, string(text), `"parts":[]`)
	}
	// an error of another kind on the other side is not lost behind it
	official.View = gpc.Basic
	_, err := beside.Compare(own, official)
	assert.ErrorContains(t, err, "GIR: view")
	c, _ := beside.Compare(own, own)
	assert.Len(t, c.Findings().All, 4, "both sides")
}

func TestComparisonMarshals(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, record(gpc.Scheme, "I.1.2", "", co2e("400 tCO2e (AR5)")))
	official := side(t, gir.Scheme, ghg.AR5, record(gir.Scheme, "EL.1.A.4.b", "CO2", mass("610 t")), record(gir.Scheme, "WA", "", co2e("0 tCO2e (AR5)")))
	c := compared(t, own, official)
	text, err := json.Marshal(c)
	require.NoError(t, err)
	var doc struct {
		Place, Period, Scheme string
		Vintage               int
		First, Second         map[string]any
		DifferenceTonnes      string
		MixedMetrics          bool
		Parts                 []struct {
			Part, Tonnes string
			PartKo       string `json:"part_ko"`
			Lines        []map[string]any
		}
		Findings []map[string]any
	}
	require.NoError(t, json.Unmarshal(text, &doc))
	assert.Equal(t, []any{"Garam", "2023", "GPC 1.1", 1, "-210", false},
		[]any{doc.Place, doc.Period, doc.Scheme, doc.Vintage, doc.DifferenceTonnes, doc.MixedMetrics})
	assert.Equal(t, map[string]any{"name": "GIR", "name_ko": "통계", "scheme": "GIR regional 2024-09", "view": "GIR regional 2024-09 region without sinks",
		"metric": "AR5", "total": "610 tCO2e (AR5)", "crosswalk": "Korean regional statistics to GPC 1.1", "crosswalkBasis": "own mapping",
		"placing": "by rules of the category alone"}, doc.Second)
	require.Len(t, doc.Parts, 9)
	assert.Equal(t, "자체에만 있음", doc.Parts[0].PartKo)
	waste := doc.Parts[2].Lines
	require.Len(t, waste, 1, "what is not converted is there, though it is 0")
	assert.Equal(t, "0", waste[0]["tonnes"])
	rest := doc.Parts[8]
	assert.Equal(t, "-210", rest.Tonnes)
	assert.Equal(t, []any{map[string]any{"category": "EL.1.A.4.b", "gas": "CO2", "tonnes": "610", "line": 2.0,
		"rule": "EL.1.A.4.b + HT.1.A.4.b = I.1.2 (n:1)", "confidence": "high"}}, rest.Lines[0]["second"])
	for l := range c.LinesOf(beside.Remainder) {
		one, err := json.Marshal(l)
		require.NoError(t, err)
		assert.Contains(t, string(one), `{"part":"remainder","scheme":"GPC 1.1","category":"I.1.2","tonnes":"-210"`)
		for s := range l.First() {
			one, err = json.Marshal(s)
			require.NoError(t, err)
			assert.JSONEq(t, `{"category":"I.1.2","tonnes":"400","line":2}`, string(one))
		}
	}
}

func TestZeroComparison(t *testing.T) {
	var c beside.Comparison
	assert.Equal(t, []string{"no comparison", "비교 없음"}, []string{c.String(), c.Korean()})
	assert.Equal(t, words.Term{En: "no comparison\n", Ko: "비교 없음\n"}, c.Explain())
	_, ok := c.Tonnes()
	assert.False(t, ok)
	assert.False(t, c.IsMixed())
	assert.Zero(t, c.Findings().Len())
	assert.Zero(t, c.First().Lines.Len()+c.Second().Lines.Len())
	for range c.Parts() {
		t.Fail()
	}
	_, err := json.Marshal(c)
	assert.True(t, errors.Is(err, beside.ErrNoComparison))
}

func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for k := beside.OnlyFirst; k <= beside.Remainder; k++ {
		text, err := k.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, k.String(), string(text))
		assert.False(t, seen[k.Korean()], k.Korean())
		seen[k.Korean()] = true
	}
	assert.Equal(t, "not said", (beside.Remainder + 1).String())
	assert.Equal(t, "정하지 않음", beside.Kind(0).Korean())
}

// Iteration stops where it is told to, and what is handed out is a copy.
func TestComparisonIsImmutable(t *testing.T) {
	c := compared(t, own(), statistics())
	for range c.Parts() {
		break
	}
	for range c.LinesOf(beside.Remainder) {
		break
	}
	c.Findings().All[0].Code = "changed"
	assert.Equal(t, beside.FindingEdition, c.Findings().All[0].Code)
	given := own()
	c = compared(t, given, statistics())
	given.Calculations[0].Activity = ghg.MustQuantity("1 MWh")
	assert.Equal(t, c.Explain(), compared(t, own(), statistics()).Explain())
}
