package ghg_test

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func rec(code string, g ghg.Gas, v ghg.Value) ghg.Record {
	return ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2018),
		Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, Gas: g, Value: v}
}

func mass(s string) ghg.Value { return ghg.Emitted(ghg.MustMass(s)) }
func co2e(s string) ghg.Value { return ghg.Equivalent(ghg.MustCO2e(s)) }

func inv(t *testing.T, records ...ghg.Record) ghg.Inventory {
	t.Helper()
	i, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	return i
}

func TestNewInventoryKeepsWhatItIsGiven(t *testing.T) {
	r := rec("i.1.1", ghg.CO2, mass("5 t"))
	r.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Source: "KEPCO"})
	records := []ghg.Record{r}
	i := inv(t, records...)
	records[0].Place = "Busan"
	records[0].Evidence = ghg.Evidence{}
	for got := range i.Records() {
		assert.Equal(t, ghg.PlaceID("Daegu"), got.Place)
		assert.Equal(t, "KEPCO", got.Evidence.Source())
		assert.Equal(t, "I.1.1", got.Category.Code, "codes are written as the scheme has them")
	}
	assert.Equal(t, ghg.PlaceID("Daegu"), i.Place())
	assert.Equal(t, ghg.CalendarYear(2018), i.Period())
	assert.Equal(t, ghg.FirstVintage, i.Vintage())
	assert.Equal(t, gpc.Scheme.ID(), i.Scheme().ID())
	assert.Equal(t, 1, i.Len())
}

func TestZeroInventory(t *testing.T) {
	var i ghg.Inventory
	assert.Zero(t, i.Len())
	assert.True(t, i.Scheme().IsZero())
	for range i.Records() {
		t.Fatal("there are no records")
	}
	assert.Equal(t, ghg.Unstated, i.PrevailingMetric())
	_, err := i.Total(gpc.Basic, ghg.AR5)
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
	_, err = json.Marshal(i)
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
	_, _, err = i.AssumeMetric(ghg.AR5, "all of ours are")
	assert.ErrorIs(t, err, ghg.ErrNoInventory)
}

func TestNewInventoryRefuses(t *testing.T) {
	year := ghg.CalendarYear(2018)
	for name, make := range map[string]func() error{
		ghg.FaultPlace:         func() error { _, _, err := ghg.NewInventory("", year, 1, gpc.Scheme, nil); return err },
		ghg.FaultPeriod:        func() error { _, _, err := ghg.NewInventory("D", ghg.Period{}, 1, gpc.Scheme, nil); return err },
		ghg.FaultField:         func() error { _, _, err := ghg.NewInventory("D", year, 0, gpc.Scheme, nil); return err },
		ghg.FaultUnknownScheme: func() error { _, _, err := ghg.NewInventory("D", year, 1, ghg.Scheme{}, nil); return err },
	} {
		var f ghg.Fault
		require.ErrorAs(t, make(), &f, name)
		assert.Equal(t, name, f.Code)
	}
	busan := rec("I.1.1", ghg.CO2, mass("5 t"))
	busan.Place = "Busan"
	later := rec("I.1.1", ghg.CO2, mass("5 t"))
	later.Period = ghg.CalendarYear(2019)
	other := rec("I.1.1", ghg.CO2, mass("5 t"))
	other.Category.Scheme = "IPCC 2006"
	status := rec("I.1.1", ghg.CO2, mass("5 t"))
	status.Status = 99
	far := rec("I.1.1", ghg.CO2, mass("5 t"))
	far.Line = math.MaxInt
	huge := ghg.MustMass("1 t")
	var err error
	for range 3 {
		huge, err = huge.Scale(dec("12345678901234567890.5"))
		require.NoError(t, err)
	}
	bad := []ghg.Record{busan, later, other, status,
		rec("I.9.9", ghg.CO2, mass("5 t")),
		rec("I.1", ghg.CO2, mass("5 t")),
		rec("I.1.1", ghg.Gas{}, mass("5 t")),
		rec("I.1.1", ghg.CO2, mass("5 t CH4")),
		rec("I.1.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NA, "why")),
		rec("I.1.1", ghg.CO2, ghg.Emitted(huge)),
	}
	if strconv.IntSize == 64 {
		bad = append(bad, far)
	}
	_, _, err = ghg.NewInventory("Daegu", year, 1, gpc.Scheme, bad)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Equal(t, len(bad), faults.Len(), "all at once")
	for i, want := range []string{"mismatch place", "mismatch period", "mismatch scheme", "field status",
		"unknown-category category", "not-reportable category", "mismatch gas", "mismatch gas", "key key", "number value",
		"field line"}[:len(bad)] {
		f := faults.All[i]
		assert.Equal(t, want, f.Code+" "+f.Field)
		assert.True(t, strings.HasPrefix(f.Of, "record ") || f.Line == math.MaxInt, "it says which one")
	}
}

func TestNewInventoryFindings(t *testing.T) {
	negative := rec("I.1.1", ghg.CO2, mass("-5 t"))
	negative.Line = 7
	scoped := rec("III.1.2", ghg.CO2, mass("5 t"))
	scoped.Scope = ghg.Scope2
	nowcast := rec("II.1.1", ghg.CO2, mass("5 t"))
	nowcast.Status = ghg.Nowcast
	nowhere, err := ghg.IncludedIn(ghg.Category{Scheme: "IPCC", Code: "1A4"}, "why")
	require.NoError(t, err)
	_, findings, err := ghg.NewInventory("Daegu", ghg.FiscalYear(2018, time.April), 1, gpc.Scheme, nil)
	require.NoError(t, err)
	assert.Zero(t, findings.Len())
	_, findings, err = ghg.NewInventory("Daegu", ghg.CalendarYear(2018), 1, gpc.Scheme, []ghg.Record{
		negative,
		rec("V.2", ghg.CO2, mass("-5 t")),
		rec("I.1.2", ghg.Gas{}, ghg.Value{}),
		scoped,
		rec("I.1.3", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "")),
		rec("II.1.2", ghg.Gas{}, ghg.KeyedAsFound(ghg.IE, "with buildings")),
		rec("II.2.2", ghg.Gas{}, nowhere),
		nowcast,
		rec("I.7.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NO, "no mines")),
		rec("I.7.1", ghg.CH4, mass("3 t")),
	})
	require.NoError(t, err)
	assert.Equal(t, "negative-value missing-value scope-differs key-without-explanation ie-without-category ie-unknown-category "+
		"not-actual key-and-number", codesOf(findings))
	assert.Equal(t, "line 7, I.1.1, negative-value: the scheme has no removals here; it counts as it stands", findings.All[0].String())
	assert.Equal(t, ghg.Note, findings.All[6].Severity)
	assert.Contains(t, findings.String(), "I.7.1, key-and-number: another record of the category says NO")

	short, err := ghg.NewPeriod(ghg.Date{Year: 2023, Month: 7, Day: 1}, ghg.Date{Year: 2023, Month: 12, Day: 31})
	require.NoError(t, err)
	_, findings, err = ghg.NewInventory("Gunwi", short, 1, gpc.Scheme, nil)
	require.NoError(t, err)
	assert.Equal(t, "not-twelve-months", codesOf(findings))
}

func TestPrevailingMetric(t *testing.T) {
	ar5, ar4, none := rec("I.1.1", ghg.Gas{}, co2e("1 tCO2e (AR5)")), rec("I.1.2", ghg.Gas{}, co2e("1 tCO2e (AR4)")),
		rec("I.2.1", ghg.Gas{}, co2e("1 tCO2e"))
	for _, c := range []struct {
		want    ghg.Metric
		records []ghg.Record
	}{
		{ghg.Unstated, nil},
		{ghg.Unstated, []ghg.Record{rec("I.1.1", ghg.CH4, mass("1 t"))}},
		{ghg.AR5, []ghg.Record{rec("I.1.1", ghg.CH4, mass("1 t")), ar5}},
		{ghg.AR5, []ghg.Record{ar5, ar4}},
		{ghg.AR4, []ghg.Record{ar5, ar4, ar4}},
		{ghg.AR5, []ghg.Record{rec("I.1.1", ghg.CO2, co2e("1 tCO2e")), rec("I.1.1", ghg.CO2Biogenic, co2e("1 tCO2e")),
			rec("I.1.2", ghg.CO2, co2e("1 tCO2e")), ar5}},
		{ghg.Unstated, []ghg.Record{none, ar4, ar5, none}},
	} {
		assert.Equal(t, c.want.ID(), inv(t, c.records...).PrevailingMetric().ID())
	}
}

func TestAssumeMetric(t *testing.T) {
	i := inv(t, rec("I.1.1", ghg.Gas{}, co2e("5 tCO2e")), rec("I.1.2", ghg.Gas{}, co2e("7 tCO2e (AR5)")), rec("I.2.1", ghg.CH4, mass("1 t")))
	_, err := i.Total(gpc.Basic, ghg.AR5)
	require.Error(t, err)
	assumed, findings, err := i.AssumeMetric(ghg.AR5, "the ministry's guideline of that year")
	require.NoError(t, err)
	assert.Equal(t, "metric-assumed", codesOf(findings))
	total, err := assumed.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "40 tCO2e (AR5)", total.CO2e.String())
	assert.Contains(t, total.Explain().String(), "AR5: the ministry's guideline of that year")
	_, err = i.Total(gpc.Basic, ghg.AR5)
	assert.Error(t, err, "the first inventory is as it was")

	_, _, err = i.AssumeMetric(ghg.AR5, "")
	assert.ErrorContains(t, err, "reason")
	_, _, err = i.AssumeMetric(ghg.Unstated, "x")
	assert.EqualError(t, err, "an assumed metric must be a stated one, such as ghg.AR5")

	said := rec("I.1.1", ghg.Gas{}, co2e("5 tCO2e"))
	said.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{Assumption: "activity data of 2017"})
	assumed, _, err = inv(t, said).AssumeMetric(ghg.AR5, "annex B")
	require.NoError(t, err)
	for r := range assumed.Records() {
		assert.Equal(t, "activity data of 2017; metric AR5: annex B", r.Evidence.Assumption())
	}
	assert.Equal(t, "activity data of 2017", said.Evidence.Assumption())
}

// A line is a number of 32 bits, its ends included.
func TestLinesAreBounded(t *testing.T) {
	for line, stands := range map[int]bool{math.MinInt32: true, math.MaxInt32: true, math.MinInt32 - 1: false, math.MaxInt32 + 1: false} {
		r := rec("I.1.1", ghg.CO2, mass("5 t"))
		r.Line = line
		_, _, err := ghg.NewInventory("Daegu", r.Period, 1, gpc.Scheme, []ghg.Record{r})
		assert.Equal(t, stands, err == nil, line)
	}
}
