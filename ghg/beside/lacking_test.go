package beside_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/beside"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Keys are told as such: what is included elsewhere, not estimated, partly reported, and what
// has no place in the comparison.
func TestKeysOnOneSide(t *testing.T) {
	included, err := ghg.IncludedIn(ghg.Category{Scheme: gir.Scheme.ID(), Code: "1.A.4.a"}, "not divided")
	require.NoError(t, err)
	partly, err := ghg.Partly(co2e("40 tCO2e (AR5)"), ghg.KeyedAsFound(ghg.NE, "two companies"))
	require.NoError(t, err)
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "", co2e("100 tCO2e (AR5)")), local("I.2.1", "", partly),
		local("II.1.1", "", ghg.KeyedAsFound(ghg.NO, "")), local("I.5.1", "", ghg.KeyedAsFound(ghg.NE, "none")),
		local("I.4.4", "", ghg.KeyedAsFound(ghg.NE, "outside BASIC+")))
	official := side(t, gir.Scheme, ghg.AR5, regional("1.A.4.b", "", included), regional("1.A.4.a", "", co2e("90 tCO2e (AR5)")),
		regional("1.A.3.b", "", co2e("7 tCO2e (AR5)")), regional("WA", "", ghg.KeyedAsFound(ghg.NE, "no data")),
		regional("1.A.4.c", "", ghg.KeyedAsFound(ghg.NE, "")))
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
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "", co2e("100 tCO2e (AR5)")), local("I.4.4", "", co2e("900 tCO2e (AR5)")))
	official := side(t, gir.Scheme, ghg.AR5, regional("1.A.4.b", "", co2e("100 tCO2e (AR5)")),
		regional("1.A.1.a", "", co2e("880 tCO2e (AR5)")),
		regional("EL.1.A.4.b", "", co2e("30 tCO2e (AR5)")))
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
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "CO2", mass("100 t")), local("I.1.2", "CO2", mass("60 t")),
		local("I.1.2", "CH4", mass("1 t")))
	own.Crosswalk, own.Placing = crosswalk.GPCToIPCC2006, crosswalk.CommonParent
	official := side(t, gir.Scheme, ghg.AR5, regional("1.A.4.b", "CO2", mass("95 t")), regional("EL.1.A.4.b", "CO2", mass("70 t")))
	official.Crosswalk = crosswalk.RegionalToIPCC2006
	c := compared(t, own, official)
	assert.Equal(t, []string{"not converted I.1.2 88", "not converted EL.1.A.4.b -70", "remainder 1.A.4.b CO2 5"}, lines(c))
	for l := range c.LinesOf(beside.NotConverted) {
		assert.Contains(t, l.Note.En, "there is no counterpart")
		assert.Contains(t, l.Note.Ko, "대응하는 분류가 없음")
	}
	text := c.Details()
	assert.Contains(t, text.En, crosswalk.GPCToIPCC2006.Why("I.1.2").En)
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
		many = append(many, regional("4.C", "CH4", mass("1 t")))
	}
	many = append(many, regional("2.D", "CO2", mass("1 t")), regional("HT.1.A.3", "CO2", mass("2 t")))
	many[0].Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{File: "garam.xlsx", Sheet: "가람"})
	official := side(t, gir.Scheme, ghg.AR5, many...)
	own := side(t, gpc.Scheme, ghg.AR5, local("V.3", "CH4", mass("4 t")))
	text := compared(t, own, official).Details()
	assert.Contains(t, text.En, "GIR 4.C line 2 of garam.xlsx (가람) (rule of confidence medium); 4.C line 3 (rule of confidence medium); "+
		"4.C line 4 (rule of confidence medium); and 2 more]")
	assert.Contains(t, text.Ko, "4.C 2행, garam.xlsx (가람)(규칙의 신뢰도 보통)")
	assert.Contains(t, text.Ko, "; 그 밖에 2행]")
	assert.Contains(t, text.En, "2.D Other industries: GIR: only a sum of categories is known, and no shares: "+
		"2.D = IV.1 + IV.2 (1:n) [GIR 2.D line 7]")
}

// What goes to a common parent says so, and a sum that is not converted may hold what the
// other has.
func TestLiftedAndWithinSums(t *testing.T) {
	official := side(t, gir.Scheme, ghg.AR5, regional("2.A", "CO2", mass("50 t")))
	official.View = gir.Gross
	official.Crosswalk, official.Placing = crosswalk.RegionalToIPCC2006, crosswalk.CommonParent
	own := side(t, ipcc.Scheme2006, ghg.AR5, record(ipcc.Scheme2006, "2", "CO2", mass("45 t")),
		record(ipcc.Scheme2006, "2.B.7", "CO2", mass("8 t")))
	own.View = ipcc.Total2006
	c := compared(t, own, official)
	assert.Equal(t, []string{"only in the first 2.B.7 8", "remainder 2 CO2 -5"}, lines(c))
	assert.Contains(t, c.Details().En, "GIR 2.A line 2 (rule of confidence")
	assert.Contains(t, c.Details().En, "(to a common parent)]")
	assert.Contains(t, c.Details().Ko, "(공통 상위 분류로)]")

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
	homes, err := ghg.NewView(ghg.ViewDefinition{Name: "homes", Scheme: gpc.Scheme, Source: "this test",
		Categories: []string{"I.1.1", "I.1.2"}})
	require.NoError(t, err)
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "CO2", mass("5 t")), local("I.1.2", "", ghg.KeyedAsFound(ghg.NE, "")))
	own.View, own.Name.Ko = homes, " 자체\n"
	c := compared(t, own, side(t, gir.Scheme, ghg.AR5, regional("1.A.4.b", "CO2", mass("4 t"))))
	assert.Contains(t, c.Details().Ko, "  자체: 5 tCO2e (AR5), GPC 1.1 homes\n")
	assert.Equal(t, "own: NE; GIR: neither number nor key", found(t, c, beside.FindingKey).Detail)
	assert.Equal(t, ghg.Note, found(t, c, beside.FindingKey).Severity)
	assert.Equal(t, []string{"remainder I.1.1 CO2 1"}, lines(c))
}

func TestCalculationsThatDivideNothing(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "CO2", mass("400 t")))
	official := side(t, gir.Scheme, ghg.AR5, regional("EL.1.A.4.b", "CO2", mass("610 t")), regional("WA", "CO2", mass("3 t")))
	f := emission(t, "0.4", ghg.AR5)
	own.Calculations = []beside.Calculation{{Category: "I.1.2", Of: "electricity", Activity: ghg.MustQuantity("1000 MWh"), Factor: f}}
	official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Of: "heat", Activity: ghg.MustQuantity("1 MWh"), Factor: f},
		{Category: "WA", Activity: ghg.MustQuantity("1 MWh"), Factor: f}, {Category: "4.A", Activity: ghg.MustQuantity("1 MWh"), Factor: f}}
	c := compared(t, own, official)
	assert.Equal(t, []string{beside.FindingCalculationNotUsed, beside.FindingCalculationNotUsed, beside.FindingEdition,
		beside.FindingCalculationAlone,
		beside.FindingCalculationAlone, beside.FindingCalculationDiffers}, codes(c.Findings()), "of the own one 1000 × 0.4 is 400")
	assert.Equal(t, []string{"not converted WA -3", "remainder I.1.2 CO2 -210"}, lines(c))

	official.Calculations = append(official.Calculations[:1:1], beside.Calculation{Category: "EL.1.A.4.b", Of: "He at",
		Activity: ghg.MustQuantity("2 MWh"), Factor: f})
	_, err := beside.Compare(own, official)
	assert.EqualError(t, err, `second, calculation 2, of "He at": another one of this name is of I.1.2 too: name what each is of`)
}

// A memo item, and a projection where measured figures are asked for, are no numbers that the
// view leaves out; two keys of one category are told by the first of those that hide no gap.
func TestWhatIsNoNumberOutsideTheTotal(t *testing.T) {
	projected := local("II.1.1", "CO2", mass("9 t"))
	projected.Status = ghg.Projected
	own := side(t, gpc.Scheme, ghg.AR5, local("I.4.4", "", ghg.KeyedAsFound(ghg.NO, "outside")), local("I.5.1", "CO2", mass("1 t")),
		local("I.1.1", "CO2 biogenic", mass("7 t")), projected,
		local("III.4.1", "CO2", mass("2 t")),
		local("I.2.1", "CO2", ghg.KeyedAsFound(ghg.NO, "first")), local("I.2.1", "CH4", ghg.KeyedAsFound(ghg.NE, "second")),
		local("I.2.1", "N2O", ghg.KeyedAsFound(ghg.NE, "third")))
	var err error
	own.Inventory, err = own.Inventory.Taking(ghg.Actual)
	require.NoError(t, err)
	official := side(t, gir.Scheme, ghg.AR5, regional("1.A.4.b", "CO2", mass("3 t")), regional("1.A.3.b", "CO2", mass("4 t")),
		regional("1.A.4.a", "CO2", mass("5 t")))
	c := compared(t, own, official)
	var notes []string
	for l := range c.LinesOf(beside.OnlySecond) {
		notes = append(notes, l.Category.Code+" "+l.Note.En)
	}
	assert.Equal(t, []string{"I.1.1 own has no line of it", "I.2.1 own: NE, second", "II.1.1 own has no line of it"}, notes)
	var keyed []string
	for _, f := range c.Findings().All {
		if f.Code == beside.FindingKey {
			keyed = append(keyed, f.Category.Code)
		}
	}
	assert.Equal(t, []string{"I.2.1"}, keyed, "I.4.4 is in neither total")
}

// IE that does not say where prints no category.
func TestIncludedWithoutPlace(t *testing.T) {
	own := side(t, gpc.Scheme, ghg.AR5, local("I.1.1", "", ghg.KeyedAsFound(ghg.IE, "with shops")), local("I.2.1", "CO2", mass("2 t")))
	official := side(t, gir.Scheme, ghg.AR5, regional("1.A.4.b", "CO2", mass("3 t")))
	for l := range compared(t, own, official).LinesOf(beside.OnlySecond) {
		assert.Equal(t, "own: IE, with shops", l.Note.En)
	}
	assert.Equal(t, ghg.Note, found(t, compared(t, official, own), beside.FindingKey).Severity)
}

// One of two calculations says whose its activity data are.
func TestStatisticsStatedOnOneSide(t *testing.T) {
	f := emission(t, "0.4", ghg.AR5)
	for _, source := range [][2]string{{"bills", ""}, {"", "bills"}, {"", ""}, {"bills ", " bills"}, {"bills", "census"}} {
		own := side(t, gpc.Scheme, ghg.AR5, local("I.1.2", "CO2", mass("400 t")))
		official := side(t, gir.Scheme, ghg.AR5, regional("EL.1.A.4.b", "CO2", mass("400 t")))
		own.Calculations = []beside.Calculation{{Category: "I.1.2", Activity: ghg.MustQuantity("1 GWh"), Factor: f, ActivitySource: source[0]}}
		official.Calculations = []beside.Calculation{{Category: "EL.1.A.4.b", Activity: ghg.MustQuantity("1 GWh"), Factor: f,
			ActivitySource: source[1]}}
		c := compared(t, own, official)
		assert.Empty(t, lines(c), "one calculation")
		switch {
		case source[0] == "" || source[1] == "":
			assert.Equal(t, []string{beside.FindingEdition, beside.FindingStatisticsNotStated}, codes(c.Findings()))
		case source[1] == "census":
			assert.Equal(t, []string{beside.FindingEdition, beside.FindingStatisticsDiffer}, codes(c.Findings()))
		default:
			assert.Equal(t, []string{beside.FindingEdition}, codes(c.Findings()))
		}
	}
}
