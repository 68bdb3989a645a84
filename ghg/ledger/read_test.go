package ledger_test

import (
	"bytes"
	"context"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/stretchr/testify/require"
)

// isHeld reports whether a record of the ordinary reader belongs into the sums.
func isHeld(r ghg.Record) bool {
	_, isMass := r.Value.Mass()
	e := r.Value.Entry()
	return isMass && r.Category.Scheme == gpc.Scheme.ID() && r.Value.Key() == ghg.KeyNone && (e == ghg.NoEntry || e == ghg.Confirmed)
}

// sameAsOrdinary reads a text in both ways and holds one against the other.
func sameAsOrdinary(t *testing.T, text string, f ghg.CSVFormat, block, workers int) (rows int) {
	t.Helper()
	records, want, errWant := ghg.ReadCSV(strings.NewReader(text), f)
	var others []ghg.Record
	o := ledger.ReadOptions{Format: f, Faulty: ledger.SumTheRest, Workers: workers,
		Others: func(r ghg.Record) { others = append(others, r) }}
	sums, got, err := ledger.ReadInBlocks(context.Background(), strings.NewReader(text), o, block)
	require.Equal(t, errWant == nil, err == nil, "%v: %v\n%q", errWant, err, text)
	if err != nil {
		return 0
	}
	require.Equal(t, want.Faults, got.Faults, "%q", text)
	uncapped := f
	uncapped.MostFaults = math.MaxInt
	_, all, _ := ghg.ReadCSV(strings.NewReader(text), uncapped)
	findings := slices.DeleteFunc(all.Findings.All, func(f ghg.Finding) bool {
		return strings.HasPrefix(f.Detail, "0 beside the key")
	})
	require.Equal(t, len(findings), got.Findings.Len(), "%q", text)
	for i, f := range got.Findings.All {
		require.Equal(t, findings[i], f)
	}
	b := builder(t)
	var wantOthers []ghg.Record
	for _, r := range records {
		if !isHeld(r) {
			wantOthers = append(wantOthers, r)
			continue
		}
		m, _ := r.Value.Mass()
		m, err := ghg.NewMass(m.Tonnes(), ghg.Tonne) // whatever its unit says beside its gas
		require.NoError(t, err)
		require.NoError(t, b.Add(ledger.KeyOf(r), m))
		rows++
	}
	require.Equal(t, rows, got.Rows, "%q", text)
	require.Equal(t, len(wantOthers), got.Others)
	require.Equal(t, len(wantOthers), len(others))
	for i, r := range wantOthers {
		o := others[i]
		require.True(t, r.Value.Equal(o.Value) && r.Evidence.Equal(o.Evidence), "%v and %v", r, o)
		r.Value, o.Value, r.Evidence, o.Evidence = ghg.Value{}, ghg.Value{}, ghg.Evidence{}, ghg.Evidence{}
		require.Equal(t, r, o)
	}
	wantBytes, err := b.Ledger().Partial().MarshalBinary()
	require.NoError(t, err)
	gotBytes, err := sums.MarshalBinary()
	require.NoError(t, err)
	require.True(t, bytes.Equal(wantBytes, gotBytes), "%q", text)
	return rows
}

// formats are some in which files are written.
var formats = []ghg.CSVFormat{
	{Scheme: gpc.Scheme},
	{Scheme: gpc.Scheme, Delimiter: ';', Comma: true},
	{Scheme: gpc.Scheme, Thousands: ',', Accounting: true, Delimiter: '\t', Schemes: []ghg.Scheme{ipcc.Scheme2006}},
	{Scheme: gpc.Scheme, Marks: []ghg.CSVMark{{Column: "mass", Text: "0"}, {Column: "mass", Text: "-"}, {Column: "mass", Text: "7"}}},
	{Scheme: gpc.Scheme, MostFaults: 3, Delimiter: '|'},
}

// cells are what files hold in each column, most of it as it should be.
var cells = map[string][]string{
	"place":    {"Ghent", "Ghent", "Ghent", "나주", " Ghent ", "\u1102\u1161\u110c\u116e", "\u200bGhent", "", "'=x", "a\x00b"},
	"year":     {"2018", "2018", "2019", "2018년", "2018-04-01/2019-03-31", "", "1200"},
	"category": {"I.1.1", "I.1.1", "II.1.1", "i.1.1", "GPC I.1.1", "I", "I.99", "1.A.1", ""},
	"mass": {"12.5", "12.5", "7", "0", "-3.25", "0.0", "0.000000000000000001", "999999999999999999", "1000000000000000000", "1e3", "+4", "12.",
		".5", "1,234", "12,5", "(3)", "△3", "-", "NE", "x", "", " 8 ", "123456789012345678901234567890",
		"0.0000000000000000000000000000001", "n/a"},
	"unit":             {"t", "t", "kg", "Mt", "천톤", "tCO2e", "t CH4", "g", "MT", ""},
	"gas":              {"CO2", "CO2", "CH4", "N2O", "CO2e", "", "R-410A", "xyz"},
	"metric":           {"", "", "", "AR5"},
	"key":              {"", "", "", "NE", "NO", "IE", "C"},
	"explanation":      {"", "why", "왜"},
	"scheme":           {"", "", "GPC 1.1", "IPCC 2006", "nope"},
	"scope":            {"", "", "1", "scope 2", "스코프3", "4"},
	"fuel":             {"", "", "gas", "등유", strings.Repeat("x", 1001)},
	"activity":         {"", "heating"},
	"facility":         {"", "A", "B"},
	"variant":          {"", "", "location", "시장기반", "no"},
	"tags":             {"", "", "ets", "b; ets", "ets;b"},
	"status":           {"", "", "provisional", "잠정", "no"},
	"entry":            {"", "", "confirmed", "placeholder", "provider default", "local override"},
	"quality":          {"", "", "high", "하", "no"},
	"source":           {"", "book", "책", "a\rb", "\ufffd", strings.Repeat("y", 10_001)},
	"file":             {"", "", "", "other.csv"},
	"file_line":        {"", "", "", "7"},
	"비고":               {"", "note", "메모", "\xff"},
	"":                 {"", "", "", "stray"},
	"activity_quality": {"", "low"},
}

// someFile is a file of some columns, rows that repeat, and what goes wrong in files.
func someFile(r *rand.Rand, delimiter byte) string {
	columns := []string{"place", "year", "category", "mass", "unit", "gas"}
	for _, c := range []string{"metric", "key", "explanation", "scheme", "scope", "fuel", "activity", "facility", "variant", "tags",
		"status", "entry", "quality", "source", "file", "file_line", "비고", "", "activity_quality"} {
		if r.IntN(6) == 0 {
			columns = append(columns, c)
		}
	}
	r.Shuffle(len(columns), func(i, j int) { columns[i], columns[j] = columns[j], columns[i] })
	var b strings.Builder
	line := func(fields []string) {
		for i, f := range fields {
			if i > 0 {
				b.WriteByte(delimiter)
			}
			if strings.IndexByte(f, delimiter) >= 0 || r.IntN(40) == 0 {
				f = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
			}
			b.WriteString(f)
		}
		b.WriteString(pick(r, []string{"\n", "\n", "\n", "\r\n"}))
	}
	b.WriteString(pick(r, []string{"", "", "\ufeff", "\n", "\ufeff\n", " \n\n"}))
	heads := slices.Clone(columns)
	for i, h := range heads {
		if r.IntN(8) == 0 {
			heads[i] = pick(r, []string{strings.ToUpper(h), " " + h})
			if ko := map[string]string{"place": "지역", "mass": "배출량", "unit": "단\u110b\u1171", "비고": "비\"고"}[h]; ko != "" {
				heads[i] = ko // one of them decomposed
			}
		}
	}
	line(heads)
	odd := pick(r, []int{0, 0, 1, 2, 10}) // how often a cell is not the usual one, in 20
	var before [][]string
	for range r.IntN(80) {
		if len(before) > 0 && r.IntN(4) > 0 { // a row of words that were met, but for one
			row := slices.Clone(pick(r, before))
			row[slices.Index(columns, "mass")] = pick(r, cells["mass"][:7])
			if i := r.IntN(len(columns)); r.IntN(3) == 0 {
				row[i] = pick(r, cells[columns[i]])
			}
			line(row)
			continue
		}
		var row []string
		for _, c := range columns {
			if r.IntN(20) < odd {
				row = append(row, pick(r, cells[c]))
			} else {
				row = append(row, cells[c][r.IntN(2)])
			}
		}
		before = append(before, row)
		switch r.IntN(60) {
		case 0:
			row = row[:len(row)-1]
		case 1:
			row = append(row, pick(r, []string{"", "more"}))
		case 2:
			b.WriteString(pick(r, []string{"\n", ",,,\n", "\"open\n", "a\rb\n", "\"two\nlines\"\n", "x\"y\n", "\"x\"y\n", "  \n",
				"x\ry,\"a\n\"\n"}))
		}
		line(row)
	}
	text := b.String()
	if r.IntN(3) == 0 {
		text = strings.TrimSuffix(text, "\n")
	}
	return text
}

func TestReadsAsTheOrdinaryReader(t *testing.T) {
	rows := 0
	for seed := range uint64(800) {
		r := rand.New(rand.NewPCG(seed, 4))
		f := pick(r, formats)
		delimiter := f.Delimiter
		if delimiter == 0 {
			delimiter = ','
		}
		rows += sameAsOrdinary(t, someFile(r, delimiter), f, pick(r, []int{1, 64, 100, 200, 300, 1 << 20}), 1+r.IntN(3))
	}
	require.Greater(t, rows, 3_000)
}

func FuzzReadCSV(f *testing.F) {
	for seed := range uint64(20) {
		f.Add([]byte(someFile(rand.New(rand.NewPCG(seed, 5)), ',')), uint8(0), uint16(100))
	}
	f.Add([]byte(columns+"Ghent,2018,I.1.1,1,t,CO2\nGhent,2018,I.1.1,1,t,CO2\n\"a\n\"\"\n\n"), uint8(0), uint16(1))
	f.Fuzz(func(t *testing.T, text []byte, format uint8, block uint16) {
		if bytes.HasPrefix(text, []byte{0x1f, 0x8b}) {
			return // compressed
		}
		sameAsOrdinary(t, string(text), formats[int(format)%len(formats)], 1+int(block), 2)
	})
}
