package netzero_test

import (
	"math"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func day(y, m, d int) ghg.Date { return ghg.Date{Year: y, Month: time.Month(m), Day: d} }

func TestTheTable(t *testing.T) {
	ids := map[string]bool{}
	byCriterion := map[netzero.CriterionName][]netzero.Threshold{}
	for th := range netzero.Thresholds() {
		d := th.Definition()
		assert.False(t, ids[th.ID()], "%s is there twice", th.ID())
		ids[th.ID()] = true
		assert.True(t, strings.HasPrefix(th.ID(), string(d.Criterion)+"-"), th.ID())
		assert.NotEmpty(t, d.Source)
		assert.Contains(t, []string{"high", "medium", "low"}, d.Confidence)
		byCriterion[d.Criterion] = append(byCriterion[d.Criterion], th)
	}
	assert.Len(t, ids, 18)
	assert.Len(t, byCriterion, 14)
	// Editions of one criterion follow each other without a gap or an overlap.
	for c, editions := range byCriterion {
		for i := 1; i < len(editions); i++ {
			a, z := editions[i-1].Definition(), editions[i].Definition()
			if z.From == (ghg.Date{}) {
				assert.Equal(t, netzero.PoweringPastCoalRest, c, "only this edition has no first day")
				continue
			}
			last := time.Date(a.Until.Year, a.Until.Month, a.Until.Day+1, 0, 0, 0, 0, time.UTC)
			assert.Equal(t, z.From, day(last.Year(), int(last.Month()), last.Day()), c)
		}
	}
	for _, c := range []netzero.CriterionName{netzero.AbsoluteContraction15, netzero.AbsoluteContractionWB2, netzero.Residual,
		netzero.RaceToZeroHalf,
		netzero.RaceToZeroNetZero, netzero.RaceToZeroPledge, netzero.RaceToZeroPlan, netzero.RaceToZeroProceed, netzero.RaceToZeroPublish,
		netzero.RaceToZeroPersuade, netzero.HalvingPerDecade, netzero.PoweringPastCoalOECD, netzero.PoweringPastCoalRest,
		netzero.ParisTemperatureGoal} {
		assert.NotEmpty(t, byCriterion[c], c)
	}
}

func TestValuesOfTheTable(t *testing.T) {
	for id, want := range map[string]string{
		"sbti-aca-1.5c-2019":           "4.2% of the base a year, linear (sbti-aca-1.5c-2019, 2019-04-17 to 2026-04-28)",
		"sbti-aca-1.5c-2026":           "4.2% of the base a year, linear (sbti-aca-1.5c-2026, from 2026-04-29)",
		"sbti-aca-wb2c-2022":           "2.5% of the base a year, linear (sbti-aca-wb2c-2022, from 2022-07-15)",
		"sbti-residual-2021":           "10% of the base at most (sbti-residual-2021, from 2021-10-28)",
		"race-to-zero-half-2022":       "50% of the base in 2030 (race-to-zero-half-2022, from 2022-06-15)",
		"race-to-zero-net-zero-2020":   "2050 at the latest (race-to-zero-net-zero-2020, from 2020-06-05)",
		"race-to-zero-plan-2020":       "12 months at most (race-to-zero-plan-2020, from 2020-06-05)",
		"race-to-zero-publish-2020":    "1 time in a calendar year at least (race-to-zero-publish-2020, from 2020-06-05)",
		"race-to-zero-persuade-2022":   "a document (race-to-zero-persuade-2022, from 2022-06-15)",
		"carbon-law-2017":              "50% every ten years, compound (carbon-law-2017, from 2017-03-24)",
		"powering-past-coal-oecd-2017": "2030 at the latest (powering-past-coal-oecd-2017, from 2017-11-16)",
		"powering-past-coal-rest-2040": "2040 at the latest (powering-past-coal-rest-2040, first day not known)",
		"paris-1.5c-2015":              "1.5 °C at most (paris-1.5c-2015, from 2015-12-12)",
	} {
		assert.Equal(t, want, threshold(t, id).String())
	}
}

func TestEditionsByDay(t *testing.T) {
	for _, c := range []struct {
		criterion netzero.CriterionName
		on        ghg.Date
		want      string
	}{
		{netzero.AbsoluteContraction15, day(2019, 4, 17), "sbti-aca-1.5c-2019"},
		{netzero.AbsoluteContraction15, day(2026, 4, 28), "sbti-aca-1.5c-2019"},
		{netzero.AbsoluteContraction15, day(2026, 4, 29), "sbti-aca-1.5c-2026"},
		{netzero.AbsoluteContraction15, day(2031, 1, 1), "sbti-aca-1.5c-2026"},
		{netzero.RaceToZeroHalf, day(2022, 6, 14), "race-to-zero-half-2021"},
		{netzero.RaceToZeroHalf, day(2022, 6, 15), "race-to-zero-half-2022"},
	} {
		th, err := netzero.ThresholdOn(c.criterion, ghg.OnDay(c.on))
		require.NoError(t, err)
		assert.Equal(t, c.want, th.ID())
		assert.True(t, th.HoldsOn(c.on))
	}
	var none *netzero.NoEditionError
	_, err := netzero.ThresholdOn(netzero.AbsoluteContraction15, ghg.OnDay(day(2019, 4, 16)))
	require.ErrorAs(t, err, &none)
	assert.False(t, none.Undated)
	assert.EqualError(t, err,
		"criterion sbti-aca-1.5c: no edition is known to hold on 2019-04-16; take one of sbti-aca-1.5c-2019, sbti-aca-1.5c-2026 by its ID")
	_, err = netzero.ThresholdOn(netzero.PoweringPastCoalRest, ghg.OnDay(day(2026, 1, 1)))
	require.ErrorAs(t, err, &none)
	assert.True(t, none.Undated)
	assert.EqualError(t, err,
		"criterion powering-past-coal-rest: "+
			"the first day of an edition is not known, so the one of 2026-01-01 is not either; "+
			"take one of powering-past-coal-rest-2017, powering-past-coal-rest-2040 by its ID")
	assert.False(t, threshold(t, "powering-past-coal-rest-2040").HoldsOn(day(2026, 1, 1)))
	var unknown *ghg.UnknownError
	_, err = netzero.ThresholdOn("opcc", ghg.OnDay(day(2026, 1, 1)))
	require.ErrorAs(t, err, &unknown)
	_, err = netzero.ThresholdByID("opcc-2021")
	assert.ErrorContains(t, err, `unknown threshold "opcc-2021": allowed are sbti-aca-1.5c-2019, sbti-aca-1.5c-2026`)
}

// own is a threshold that stands.
func own() netzero.ThresholdDefinition {
	return netzero.ThresholdDefinition{ID: "daegu-rate-2026", Criterion: "daegu-rate", Measure: netzero.LinearRate, Value: dec("0.05"),
		From: day(2026, 1, 1), Source: "council resolution", Confidence: "high"}
}

func ownThreshold(t *testing.T, change func(*netzero.ThresholdDefinition)) netzero.Threshold {
	t.Helper()
	d := own()
	change(&d)
	th, err := netzero.NewThreshold(d)
	require.NoError(t, err)
	return th
}

func TestWhatAThresholdRefuses(t *testing.T) {
	type definition = netzero.ThresholdDefinition
	for name, c := range map[string]struct {
		change func(*definition)
		field  string
	}{
		"no ID":               {func(d *definition) { d.ID = "" }, "id"},
		"long ID":             {func(d *definition) { d.ID = strings.Repeat("x", 2001) }, "id"},
		"no criterion":        {func(d *definition) { d.Criterion = "" }, "criterion"},
		"no source":           {func(d *definition) { d.Source = "" }, "source"},
		"long note":           {func(d *definition) { d.Note = strings.Repeat("x", 2001) }, "note"},
		"no measure":          {func(d *definition) { d.Measure = "" }, "measure"},
		"other measure":       {func(d *definition) { d.Measure = "rate" }, "measure"},
		"huge exponent":       {func(d *definition) { d.Value = decimal.New(1, 2_000_000_000) }, "value"},
		"rate of 0":           {func(d *definition) { d.Value = decimal.Decimal{} }, "value"},
		"negative rate":       {func(d *definition) { d.Value = dec("-0.01") }, "value"},
		"a percent":           {func(d *definition) { d.Value = dec("4.2") }, "value"},
		"year of a rate":      {func(d *definition) { d.Year = 2030 }, "year"},
		"no year of a cut":    {func(d *definition) { d.Measure = netzero.CutByYear }, "year"},
		"year out of range":   {func(d *definition) { d.Measure, d.Year = netzero.CutByYear, 2301 }, "year"},
		"part of a year":      {func(d *definition) { d.Measure, d.Value = netzero.PhaseOutYear, dec("2030.5") }, "value"},
		"year before all":     {func(d *definition) { d.Measure, d.Value = netzero.NetZeroYear, dec("1849") }, "value"},
		"year after all":      {func(d *definition) { d.Measure, d.Value = netzero.NetZeroYear, dec("2301") }, "value"},
		"no months":           {func(d *definition) { d.Measure, d.Value = netzero.MonthsWithin, dec("0") }, "value"},
		"number of documents": {func(d *definition) { d.Measure = netzero.ShownByPaper }, "value"},
		"no first day":        {func(d *definition) { d.From = ghg.Date{} }, "from"},
		"no such day":         {func(d *definition) { d.From = day(2026, 2, 30) }, "from"},
		"no such last day":    {func(d *definition) { d.Until = day(2026, 13, 1) }, "until"},
		"last before first":   {func(d *definition) { d.Until = day(2025, 12, 31) }, "until"},
		"settled before":      {func(d *definition) { d.Settled = day(2025, 12, 31) }, "settled"},
		"no such settled day": {func(d *definition) { d.Settled = day(2026, 2, 30) }, "settled"},
		"no confidence":       {func(d *definition) { d.Confidence = "" }, "confidence"},
	} {
		d := own()
		c.change(&d)
		th, err := netzero.NewThreshold(d)
		var refused ghg.Fault
		if assert.ErrorAs(t, err, &refused, name) {
			assert.Equal(t, c.field, refused.Field, name)
		}
		assert.True(t, th.IsZero(), name)
	}
	// all at once
	_, err := netzero.NewThreshold(netzero.ThresholdDefinition{})
	for _, field := range []string{"id", "criterion", "measure", "source", "from", "confidence"} {
		assert.ErrorContains(t, err, ", "+field+":")
	}
	d := own()
	d.Value = dec("4.2")
	_, err = netzero.NewThreshold(d)
	assert.EqualError(t, err,
		`threshold "daegu-rate-2026", value "4.2": a value above 0 to 1 is needed; a share is a fraction, as 0.042 for 4.2%`)
	d.Measure, d.Value = netzero.ResidualShare, dec("2")
	_, err = netzero.NewThreshold(d)
	assert.ErrorContains(t, err, "a value from 0 to 1 is needed")
}

func TestThresholdEdges(t *testing.T) {
	for _, c := range []struct {
		measure netzero.Measure
		value   string
		year    int
	}{
		{netzero.LinearRate, "1", 0}, {netzero.CutByYear, "1", 1850}, {netzero.ResidualShare, "0", 0}, {netzero.ResidualShare, "1", 0},
		{netzero.NetZeroYear, "1850", 0}, {netzero.PhaseOutYear, "2300", 0}, {netzero.MonthsWithin, "1", 0}, {netzero.MonthsWithin, "1200", 0},
		{netzero.ShownByPaper, "0", 0}, {netzero.Warming, "10", 0}, {netzero.TimesAYear, "1", 0},
	} {
		th := ownThreshold(t, func(d *netzero.ThresholdDefinition) {
			d.Measure, d.Value, d.Year = c.measure, dec(c.value), c.year
			d.Until = d.From
		})
		assert.Equal(t, c.measure, th.Measure())
		assert.Equal(t, c.year, th.Definition().Year)
		assert.True(t, th.HoldsOn(day(2026, 1, 1)))
		assert.False(t, th.HoldsOn(day(2026, 1, 2)))
		assert.False(t, th.HoldsOn(day(2025, 12, 31)))
	}
	long := ownThreshold(t, func(d *netzero.ThresholdDefinition) {
		d.Note, d.ID = strings.Repeat("x", 2000), strings.Repeat("x", 2000)
	})
	assert.Equal(t, "council resolution", long.Definition().Source)
	assert.Equal(t, day(2030, 12, 31), threshold(t, "powering-past-coal-oecd-2017").LastDay())
	assert.Equal(t, day(2050, 12, 31), threshold(t, "race-to-zero-net-zero-2020").LastDay())
	assert.Equal(t, ghg.Date{}, long.LastDay(), "a rate has no day")
}

// An edition that began on some day of a month is known to hold from its end on.
func TestSettled(t *testing.T) {
	th := ownThreshold(t, func(d *netzero.ThresholdDefinition) { d.Settled = day(2026, 1, 31) })
	assert.False(t, th.HoldsOn(day(2026, 1, 30)))
	assert.True(t, th.HoldsOn(day(2026, 1, 31)))
}

func TestTheZeroThreshold(t *testing.T) {
	var zero netzero.Threshold
	assert.True(t, zero.IsZero())
	assert.Equal(t, "no threshold", zero.String())
	assert.Empty(t, zero.ID())
	assert.Equal(t, ghg.Date{}, zero.LastDay())
	assert.False(t, zero.HoldsOn(day(2026, 1, 1)))
	_, err := netzero.AnnualReduction(goal(t, 2018, "1 Mt", 2030, "45%"), zero)
	assert.ErrorContains(t, err, "no threshold given")
}

// The definition is copied: what the caller does to it later changes nothing.
func TestThresholdIsACopy(t *testing.T) {
	d := own()
	th, err := netzero.NewThreshold(d)
	require.NoError(t, err)
	d.Value = dec("0.9")
	got := th.Definition()
	got.Value = dec("0.9")
	assert.True(t, th.Value().Equal(dec("0.05")))
}

func TestResults(t *testing.T) {
	var zero netzero.CheckResult
	assert.Equal(t, netzero.CannotTell, zero)
	var names []string
	for _, o := range []netzero.CheckResult{netzero.CannotTell, netzero.Pass, netzero.Warn, netzero.Fail} {
		names = append(names, o.String())
		b, err := o.MarshalText()
		require.NoError(t, err)
		assert.Equal(t, o.String(), string(b))
	}
	assert.Equal(t, []string{"cannot tell", "pass", "warn", "fail"}, names)
	assert.Equal(t, "unknown (4)", netzero.CheckResult(4).String())
	assert.Equal(t, "unknown (255)", netzero.CheckResult(math.MaxUint8).String())
}

func TestAValueOutOfBounds(t *testing.T) {
	_, err := netzero.NewThreshold(netzero.ThresholdDefinition{ID: "own", Criterion: "own", Measure: netzero.LinearRate,
		Value: decimal.New(1, -1_000_000_000), From: day(2020, 1, 1), Source: "own", Confidence: "high"})
	var refused ghg.Fault
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, "value", refused.Field)
	assert.ErrorContains(t, err, "out of bounds")
}
