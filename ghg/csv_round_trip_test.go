package ghg_test

import (
	"encoding/json"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// plainRecord is one that a file gives back.
func plainRecord() ghg.Record {
	r := rec("I.1.1", ghg.CH4, mass("5 t"))
	r.Fuel, r.Activity, r.Facility = "gas", "heat", "염색산단"
	r.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{ActivityQuality: ghg.High, FactorQuality: ghg.Low,
		Method: "GPC 1.1, eq. 8.3", Source: "meter", Assumption: "as last year"})
	return r
}

// known changes what is known of the figure of a record.
func known(change func(*ghg.EvidenceDefinition)) func(*ghg.Record) {
	return func(r *ghg.Record) {
		d := r.Evidence.Definition()
		change(&d)
		r.Evidence = ghg.NewEvidence(d)
	}
}

// backFromCSV is what reading gives of a record that was written, or the fault that it
// was refused with.
func backFromCSV(t testing.TB, f ghg.CSVFormat, r ghg.Record) (ghg.Record, *ghg.Fault) {
	t.Helper()
	var file strings.Builder
	if err := ghg.WriteCSV(&file, []ghg.Record{plainRecord(), r}); err != nil {
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		require.Equal(t, "record 1", fault.Of)
		require.NotEmpty(t, fault.Field)
		require.Empty(t, file.String(), "nothing is written of what is refused")
		return ghg.Record{}, &fault
	}
	records, report, err := ghg.ReadCSV(strings.NewReader(file.String()), f)
	require.NoError(t, errors.Join(err, report.Err()), "%q", file.String())
	require.Len(t, records, 2)
	sameRecord(t, plainRecord(), records[0])
	return records[1], nil
}

// sameRecord compares all that a file holds of two records.
func sameRecord(t testing.TB, want, got ghg.Record) {
	t.Helper()
	require.True(t, want.Value.Equal(got.Value), "%s (%q), %s (%q)", want.Value, want.Value.Explanation(), got.Value, got.Value.Explanation())
	require.Equal(t, want.Evidence.Definition(), got.Evidence.Definition())
	want.Evidence, got.Evidence, want.Value, got.Value = ghg.Evidence{}, ghg.Evidence{}, ghg.Value{}, ghg.Value{}
	want.Line, got.Line, want.Column, got.Column = 0, 0, 0, 0
	require.Equal(t, want, got)
}

// hostile are texts that files lose, change or run.
var hostile = []string{"=1+1", "+1", "-a", "@x", "'=1", "''", "\u3000=1x", "\uFEFF=1", "\t=1", "say \"no\", please", "a\nb",
	"a,b;c|d", "\"", "#", "NE", "a\u2028b", "I.1.1", "a\u0301", "\u200b", "x\u200b", "\u0085x", " x", "x ", "x\u00a0", "\u3000x",
	"a\r\nb", "a\rb", "\r", "a\x00b", "\xbc\xad", "\uFFFD", "\u1103\u1162", strings.Repeat("x", 10_000), strings.Repeat("x", 10_001),
	strings.Repeat("\n", 199) + "x", "x" + strings.Repeat("\n", 198) + "x", "x" + strings.Repeat("\n", 250) + "x",
	strings.Repeat(`"`, 9_000)}

// Every text of a record is read as it was written, or refused with the record.
func TestWriteCSVKeepsTextsOrRefuses(t *testing.T) {
	f := ghg.CSVFormat{Scheme: gpc.Scheme}
	refused := 0
	for _, text := range hostile {
		for field, set := range map[string]func(*ghg.Record){
			"fuel":        func(r *ghg.Record) { r.Fuel = text },
			"activity":    func(r *ghg.Record) { r.Activity = text },
			"facility":    func(r *ghg.Record) { r.Facility = text },
			"method":      known(func(e *ghg.EvidenceDefinition) { e.Method = text }),
			"source":      known(func(e *ghg.EvidenceDefinition) { e.Source = text }),
			"assumption":  known(func(e *ghg.EvidenceDefinition) { e.Assumption = text }),
			"explanation": func(r *ghg.Record) { r.Value = ghg.KeyedAsFound(ghg.NE, text) },
			"tags":        func(r *ghg.Record) { r.Tags = ghg.MakeTags(text, "ets") },
			"place":       func(r *ghg.Record) { r.Place = ghg.PlaceID(text) },
			"included_in": func(r *ghg.Record) {
				r.Value = must(ghg.IncludedIn(ghg.Category{Scheme: gpc.Scheme.ID(), Code: text}, "x"))
			},
			"category": func(r *ghg.Record) { r.Category = ghg.Category{Scheme: "GPC 1.1", Code: text} },
		} {
			r := plainRecord()
			set(&r)
			if field == "category" {
				continue // what a scheme has no node for is read with a fault; see below
			}
			got, fault := backFromCSV(t, f, r)
			if fault != nil {
				refused++
				continue
			}
			sameRecord(t, r, got)
		}
	}
	assert.Greater(t, refused, 100)
	// A row beyond the bounds of a file.
	r := plainRecord()
	r.Fuel, r.Activity, r.Facility = "a"+strings.Repeat("\n", 150)+"b", "a"+strings.Repeat("\n", 60)+"b", ""
	_, fault := backFromCSV(t, f, r)
	require.NotNil(t, fault)
	assert.Contains(t, fault.Detail, "line breaks")
	r.Activity = "a" + strings.Repeat("\n", 51) + "b"
	_, fault = backFromCSV(t, f, r)
	require.NotNil(t, fault, "201 line breaks")
	r.Activity = "a" + strings.Repeat("\n", 50) + "b"
	got, fault := backFromCSV(t, f, r)
	require.Nil(t, fault, "200 line breaks")
	sameRecord(t, r, got)
}

func TestWriteCSVKeepsValuesOrRefuses(t *testing.T) {
	own, err := ghg.NewMetric("=city, 2020", "study", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("30")})
	require.NoError(t, err)
	scheme, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "-own", Source: "s", Keys: []ghg.Key{ghg.NE, ghg.IE},
		Nodes: []ghg.Node{{Code: "+1", Reportable: true}, {Code: "=2", Reportable: true}}})
	require.NoError(t, err)
	category, err := scheme.Category("+1")
	require.NoError(t, err)
	f := ghg.CSVFormat{Scheme: gpc.Scheme, Schemes: []ghg.Scheme{scheme}, Metrics: []ghg.Metric{own}}
	number := func(text string) ghg.Value { return ghg.Emitted(must(ghg.NewMass(dec(text), ghg.Tonne))) }
	for name, x := range map[string]struct {
		set     func(*ghg.Record)
		refused string // field
	}{
		"mass that names its gas": {func(r *ghg.Record) { r.Value = mass("3 t CH4") }, ""},
		"fossil, of methane":      {func(r *ghg.Record) { r.Gas, r.Value = ghg.CH4Fossil, mass("3 t CH4") }, ""},
		"another gas":             {func(r *ghg.Record) { r.Value = mass("3 t CO2") }, "gas"},
		"no gas":                  {func(r *ghg.Record) { r.Gas = ghg.Gas{} }, "gas"},
		"no gas but the mass's":   {func(r *ghg.Record) { r.Gas, r.Value = ghg.Gas{}, mass("3 t CH4") }, "gas"},
		"blend":                   {func(r *ghg.Record) { r.Gas, r.Value = must(ghg.ParseGas("R-410A")), mass("3 t R-410A") }, ""},
		"negative":                {func(r *ghg.Record) { r.Value = mass("-3 t") }, ""},
		"38 digits":               {func(r *ghg.Record) { r.Value = number("12345678901234567890123456789012345.678") }, ""},
		"30 places":               {func(r *ghg.Record) { r.Value = number("0.000000000000000000000000000001") }, ""},
		"CO2e":                    {func(r *ghg.Record) { r.Value = co2e("5 tCO2e (AR5)") }, ""},
		"CO2e, unstated":          {func(r *ghg.Record) { r.Gas, r.Value = ghg.Gas{}, co2e("5 tCO2e") }, ""},
		"CO2e, own metric":        {func(r *ghg.Record) { r.Value = ghg.Equivalent(must(ghg.NewCO2e(dec("5"), ghg.Tonne, own))) }, ""},
		"no value":                {func(r *ghg.Record) { r.Value = ghg.Value{} }, ""},
		"partly":                  {func(r *ghg.Record) { r.Value = must(ghg.Partly(mass("3 t"), ghg.KeyedAsFound(ghg.NE, "=x"))) }, ""},
		"explanation without key": {func(r *ghg.Record) { r.Value = ghg.KeyedAsFound(ghg.KeyNone, "x") }, ""},
		"unknown key":             {func(r *ghg.Record) { r.Value = ghg.KeyedAsFound(99, "x") }, "key"},
		"IE":                      {func(r *ghg.Record) { r.Value = included(gpc.Scheme.ID(), "II.1.1") }, ""},
		"IE, unknown":             {func(r *ghg.Record) { r.Value = included(gpc.Scheme.ID(), "see notes") }, ""},
		"IE, another scheme":      {func(r *ghg.Record) { r.Value = included(scheme.ID(), "=2") }, "included_in"},
		"IE, no scheme":           {func(r *ghg.Record) { r.Value = included("", "II.1.1") }, "included_in"},
		"IE, no code":             {func(r *ghg.Record) { r.Value = included(gpc.Scheme.ID(), "") }, "included_in"},
		"own scheme, formulas":    {func(r *ghg.Record) { r.Category, r.Value = category, included(scheme.ID(), "=2") }, ""},
		"no category":             {func(r *ghg.Record) { r.Category.Code = "" }, "category"},
		"no scheme":               {func(r *ghg.Record) { r.Category.Scheme = "" }, "category"},
		"no place":                {func(r *ghg.Record) { r.Place = "" }, "place"},
		"place, decomposed":       {func(r *ghg.Record) { r.Place = "Sa\u0303o Paulo" }, "place"},
		"place, two blanks":       {func(r *ghg.Record) { r.Place = "New  York" }, "place"},
		"place, long":             {func(r *ghg.Record) { r.Place = ghg.PlaceID(strings.Repeat("x", 201)) }, "place"},
		"place, formula":          {func(r *ghg.Record) { r.Place = "=1" }, ""},
		"no period":               {func(r *ghg.Record) { r.Period = ghg.Period{} }, "year"},
		"fiscal year":             {func(r *ghg.Record) { r.Period = must(ghg.ParsePeriod("2018-04-01/2019-03-31")) }, ""},
		"scope":                   {func(r *ghg.Record) { r.Scope = ghg.Scope3 }, ""},
		"no such scope":           {func(r *ghg.Record) { r.Scope = 4 }, "scope"},
		"variant":                 {func(r *ghg.Record) { r.Variant = ghg.MarketBased }, ""},
		"no such variant":         {func(r *ghg.Record) { r.Variant = 9 }, "variant"},
		"status":                  {func(r *ghg.Record) { r.Status = ghg.Projected }, ""},
		"no such status":          {func(r *ghg.Record) { r.Status = 9 }, "status"},
		"no such quality":         {known(func(e *ghg.EvidenceDefinition) { e.ActivityQuality = 9 }), "activity_quality"},
		"no evidence":             {func(r *ghg.Record) { r.Evidence = ghg.Evidence{} }, ""},
		"quality alone":           {known(func(e *ghg.EvidenceDefinition) { *e = ghg.EvidenceDefinition{FactorQuality: ghg.Low} }), ""},
		"tags":                    {func(r *ghg.Record) { r.Tags = ghg.MakeTags("ets", "=council") }, ""},
	} {
		t.Run(name, func(t *testing.T) {
			r := plainRecord()
			x.set(&r)
			got, fault := backFromCSV(t, f, r)
			if x.refused == "" {
				require.Nil(t, fault)
				sameRecord(t, r, got)
				return
			}
			require.NotNil(t, fault)
			assert.Equal(t, x.refused, fault.Field)
		})
	}
	// Beyond the bounds of numbers.
	r := plainRecord()
	long, err := ghg.MustMass("1e30 t").Add(ghg.MustMass("1e-30 t"))
	require.NoError(t, err)
	require.Error(t, exact.Check(long.Tonnes()))
	r.Value = ghg.Emitted(long)
	_, fault := backFromCSV(t, f, r)
	require.NotNil(t, fault)
	assert.Equal(t, "mass", fault.Field)
	// All that cannot be written is told at once.
	bad := plainRecord()
	bad.Fuel = " x"
	err = ghg.WriteCSV(io.Discard, []ghg.Record{plainRecord(), bad, plainRecord(), bad})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, []string{"record 1", "record 3"}, []string{faults.All[0].Of, faults.All[1].Of})
}

func included(scheme ghg.SchemeID, code string) ghg.Value {
	return must(ghg.IncludedIn(ghg.Category{Scheme: scheme, Code: code}, "why"))
}

// throughJSON reads a record as it is in an inventory, or sees it refused.
func throughJSON(t *testing.T, r ghg.Record) {
	t.Helper()
	i, _, err := ghg.NewInventory(r.Place, r.Period, ghg.FirstVintage, gpc.Scheme, []ghg.Record{r})
	if err != nil {
		return
	}
	text, err := json.Marshal(i)
	if err != nil {
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		require.Equal(t, "record 0", fault.Of)
		return
	}
	back, _, err := ghg.ReadJSON(strings.NewReader(string(text)), gpcJSON)
	require.NoError(t, err, "%s", text)
	for want := range i.Records() {
		for got := range back.Records() {
			sameRecord(t, want, got)
		}
	}
}

// Whatever a record holds, it is read as it was written, or refused with the record.
func FuzzRecordsRoundTrip(f *testing.F) {
	for i, s := range hostile {
		if len(s) < 1000 {
			f.Add(s, hostile[(i+7)%len(hostile)], "heat", uint64(i)*7919, int64(i)-5, int8(i%9-4))
		}
	}
	gases := slices.Collect(func(yield func(ghg.Gas) bool) {
		for _, g := range []string{"CO2", "CH4", "CH4-fossil", "N2O", "SF6", "HFC-134a", "R-410A"} {
			if !yield(must(ghg.ParseGas(g))) {
				return
			}
		}
	})
	codes := slices.Collect(func(yield func(string) bool) {
		for n := range gpc.Scheme.Nodes() {
			if n.Reportable && !yield(n.Code) {
				return
			}
		}
	})
	f.Fuzz(func(t *testing.T, a, b, c string, bits uint64, n int64, exp int8) {
		pick := func(n uint64) uint64 {
			x := bits % n
			bits /= n
			return x
		}
		code := codes[pick(uint64(len(codes)))]
		r := ghg.Record{Place: "대구", Period: ghg.CalendarYear(1990 + int(pick(40))), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code},
			Scope: ghg.Scope(pick(5)), Variant: ghg.Variant(pick(6)), Status: ghg.Status(pick(6)), Fuel: a, Activity: b, Facility: c,
			Tags: ghg.MakeTags(b, a)}
		if pick(3) == 0 {
			r.Place = ghg.PlaceID(a)
		}
		if pick(2) == 0 {
			r.Evidence = ghg.NewEvidence(ghg.EvidenceDefinition{ActivityQuality: ghg.Quality(pick(5)), FactorQuality: ghg.Quality(pick(5)),
				Method: c, Source: a, Assumption: b, File: a, Sheet: b})
		}
		if g := pick(uint64(len(gases)) + 1); g > 0 {
			r.Gas = gases[g-1]
		}
		amount := decimal.New(n, int32(exp))
		m, err := ghg.NewMass(amount, ghg.Tonne)
		if err != nil {
			return
		}
		switch pick(6) {
		case 0:
			r.Value = ghg.Emitted(m)
		case 1:
			r.Value = ghg.Emitted(must(m.Of(gases[pick(uint64(len(gases)))])))
		case 2, 3:
			r.Value = ghg.Equivalent(must(ghg.NewCO2e(amount, ghg.Tonne, []ghg.Metric{ghg.Unstated, ghg.AR5, ghg.SAR}[pick(3)])))
		}
		rest := ghg.KeyedAsFound(ghg.Key(pick(8)), c)
		switch pick(4) {
		case 0:
			if both, err := ghg.Partly(r.Value, rest); err == nil {
				r.Value = both
			}
		case 1:
			r.Value = rest
		case 2:
			if ie, err := ghg.IncludedIn(ghg.Category{Scheme: gpc.Scheme.ID(), Code: b}, c); err == nil {
				r.Value = ie
				if known, err := gpc.Scheme.Category(b); err == nil && known.Code != b {
					return // another spelling of a code is read as the scheme has it
				}
			}
		}
		throughJSON(t, r)
		var file strings.Builder
		if err := ghg.WriteCSV(&file, []ghg.Record{r}); err != nil {
			var fault ghg.Fault
			require.ErrorAs(t, err, &fault)
			require.Equal(t, "record 0", fault.Of)
			return
		}
		records, report, err := ghg.ReadCSV(strings.NewReader(file.String()), ghg.CSVFormat{Scheme: gpc.Scheme})
		require.NoError(t, err)
		if k := r.Value.Key(); k == ghg.NA || k == ghg.FX {
			return // a key that the scheme does not have is a fault of the record, not of its text
		}
		require.NoError(t, report.Err(), "%q", file.String())
		require.Len(t, records, 1)
		sameRecord(t, r, records[0])
	})
}
