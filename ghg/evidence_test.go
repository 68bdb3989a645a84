package ghg_test

import (
	"crypto/sha256"
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// fullEvidence says everything.
var fullEvidence = ghg.EvidenceDefinition{ActivityQuality: ghg.High, FactorQuality: ghg.Low, Method: "m", Source: "s", Assumption: "a",
	File: "gas.xlsx", SHA256: sha256.Sum256([]byte("gas")), Sheet: "배출"}

func TestEvidence(t *testing.T) {
	full := fullEvidence
	e := ghg.NewEvidence(full)
	full.Source = "changed"
	assert.Equal(t, fullEvidence, e.Definition())
	assert.Equal(t, "m s a gas.xlsx", e.Method()+" "+e.Source()+" "+e.Assumption()+" "+e.File())
	assert.False(t, e.IsZero())
	assert.True(t, e.Equal(ghg.NewEvidence(e.Definition())))
	assert.False(t, e.Equal(ghg.NewEvidence(full)))

	var none ghg.Evidence
	assert.True(t, none.IsZero())
	assert.Equal(t, none, ghg.NewEvidence(ghg.EvidenceDefinition{}))
	assert.Equal(t, ghg.EvidenceDefinition{}, none.Definition())
	assert.True(t, none.Equal(ghg.Evidence{}))
	assert.False(t, none.Equal(e))
	assert.Empty(t, none.Method()+none.Source()+none.Assumption()+none.File())
}

// Each thing that is known comes back, alone too.
func TestEvidenceJSON(t *testing.T) {
	f := fullEvidence
	for _, d := range []ghg.EvidenceDefinition{{}, f, {ActivityQuality: f.ActivityQuality}, {FactorQuality: f.FactorQuality}, {Method: "m"},
		{Source: "s"}, {Assumption: "a"}, {File: "f"}, {SHA256: f.SHA256}, {Sheet: "배출"}} {
		e := ghg.NewEvidence(d)
		assert.Equal(t, d, e.Definition())
		assert.Equal(t, d == ghg.EvidenceDefinition{}, e.IsZero())
		b, err := json.Marshal(e)
		require.NoError(t, err)
		var again ghg.Evidence
		require.NoError(t, json.Unmarshal(b, &again))
		assert.True(t, e.Equal(again), "%s", b)
	}
	b, err := json.Marshal(ghg.NewEvidence(f))
	require.NoError(t, err)
	assert.JSONEq(t, `{"activityQuality":"high","factorQuality":"low","method":"m","source":"s","assumption":"a","file":"gas.xlsx",
		"sha256":"`+f.SHA256.String()+`","sheet":"배출"}`, string(b))
	var e ghg.Evidence
	assert.Error(t, json.Unmarshal([]byte(`{"sauce":"s"}`), &e))
	assert.True(t, e.IsZero())
}

func TestSHA256(t *testing.T) {
	text := "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" // FIPS 180-4, of "abc"
	s, err := ghg.ParseSHA256(strings.ToUpper(text))
	require.NoError(t, err)
	assert.Equal(t, ghg.SHA256(sha256.Sum256([]byte("abc"))), s)
	assert.Equal(t, text, s.String())
	for _, bad := range []string{text[1:], text + "00", "x" + text[1:], " "} {
		_, err = ghg.ParseSHA256(bad)
		assert.ErrorContains(t, err, "64 hexadecimal digits", bad)
		assert.Error(t, s.UnmarshalText([]byte(bad)))
	}
	none, err := ghg.ParseSHA256("")
	require.NoError(t, err)
	assert.True(t, none.IsZero())
	assert.Empty(t, none.String())
}

const gasFile = "place,year,category,mass,unit,gas,key,explanation,source\n" +
	"Daegu,2018,I.1.1,12.50,kt,CO2,,,KEPCO\n" +
	"Daegu,2018,I.1.1,1.5e3,t,CH4,,,KEPCO\n" +
	"Daegu,2018,II.1.1,,,,NE; NE,why,\n" +
	"Daegu,2018,II.1.2,NO,,,,why,\n" +
	"Daegu,2018,II.2.1,,,,C,why,\n" +
	"Daegu,2018,III.1.1,,,,,,\n"

func readNamed(t *testing.T, name, text string) []ghg.Record {
	t.Helper()
	records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme, File: name})
	require.NoError(t, err)
	require.NoError(t, report.Err())
	return records
}

// A figure is found again: file, checksum, line, column and text.
func TestEvidenceNamesTheFile(t *testing.T) {
	records := readNamed(t, "gas.csv", gasFile)
	sum := ghg.SHA256(sha256.Sum256([]byte(gasFile)))
	for i, want := range []struct {
		text   string
		column uint16
	}{{"12.50", 4}, {"1.5e3", 4}, {"NE; NE", 7}, {"NO", 4}, {"C", 7}, {"", 4}} {
		r := records[i]
		d := r.Evidence.Definition()
		assert.Equal(t, "gas.csv", d.File)
		assert.Equal(t, sum, d.SHA256)
		assert.Equal(t, i+2, r.Line)
		assert.Equal(t, want.column, r.Column)
		assert.Equal(t, want.text, r.Value.AsRead())
	}
	assert.True(t, records[0].Evidence == records[1].Evidence, "kept once")
	assert.Equal(t, "KEPCO", records[0].Evidence.Source())
	full := rec("I.3.1", ghg.CO2, mass("1 t"))
	full.Line, full.Evidence = 9, ghg.NewEvidence(fullEvidence)
	total, err := inv(t, append(records, full)...).Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "I.1.1 CO2: 12500 t × 1 = 12500 tCO2e (AR5), line 2 of gas.csv, KEPCO", total.Lines.At(0).String())
	assert.Equal(t, "I.3.1 CO2: 1 t × 1 = 1 tCO2e (AR5), line 9 of gas.xlsx (배출), m, s, a", total.Lines.At(2).String())

	records, _ = readCSV(t, gasFile)
	assert.True(t, records[5].Evidence.IsZero(), "a file without a name is not named")
	assert.Equal(t, "12.50", records[0].Value.AsRead(), "and the text is there all the same")
}

// The whole file is what the checksum is of, however large it is and however it
// comes.
func TestEvidenceChecksum(t *testing.T) {
	for _, n := range []int{1, 100, 5000} {
		text := "\ufeff" + shapes[0].text(n) + "\r\n\n"
		records := readNamed(t, "big.csv", text)
		assert.Equal(t, ghg.SHA256(sha256.Sum256([]byte(text))), records[n-1].Evidence.Definition().SHA256)
	}
}

// What says where a figure was read goes through CSV and JSON, again and again.
func TestEvidenceIsExchanged(t *testing.T) {
	records := readNamed(t, "gas.csv", gasFile)
	full := rec("I.3.1", ghg.CO2, mass("0.1 t").ReadAs("100,0"))
	full.Line, full.Column, full.Evidence = 12, 3, ghg.NewEvidence(fullEvidence)
	records = append(records, full, rec("I.2.1", ghg.N2O, mass("7 t")))
	same := func(again []ghg.Record) {
		require.Len(t, again, len(records))
		for i, want := range records {
			got := again[i]
			assert.True(t, want.Evidence.Equal(got.Evidence), "%v and %v", want.Evidence.Definition(), got.Evidence.Definition())
			assert.True(t, want.Value.Equal(got.Value))
			if want.Evidence.File() != "" {
				assert.Equal(t, want.Value.AsRead(), got.Value.AsRead())
				assert.Equal(t, want.Line, got.Line)
				assert.Equal(t, want.Column, got.Column)
			}
		}
	}
	for range 3 {
		var out strings.Builder
		require.NoError(t, ghg.WriteCSV(&out, records))
		again, report := readCSV(t, out.String())
		require.NoError(t, report.Err())
		same(again)
		text, err := json.Marshal(inv(t, again...))
		require.NoError(t, err)
		from, _, err := ghg.ReadJSON(strings.NewReader(string(text)), gpcJSON)
		require.NoError(t, err)
		again = again[:0]
		for r := range from.Records() {
			again = append(again, r)
		}
		same(again)
		records = again
	}
}

func TestReadCSVEvidenceColumns(t *testing.T) {
	head := "place,year,category,mass,unit,quality,activity_quality,factor_quality,file,file_sha256,file_sheet,file_line,file_column,as_read\n"
	line := "Daegu,2018,I.1.1,5,t,"
	for cells, want := range map[string]ghg.EvidenceDefinition{
		"M,,,,,,,,":  {ActivityQuality: ghg.Medium, FactorQuality: ghg.Medium},
		"M,H,,,,,,,": {ActivityQuality: ghg.High, FactorQuality: ghg.Medium},
		",H,L,,,,,,": {ActivityQuality: ghg.High, FactorQuality: ghg.Low},
		",,,f,,s,,,": {File: "f", Sheet: "s"},
		",,,,,s,,,":  {Sheet: "s"},
		",,,," + fullEvidence.SHA256.String() + ",,,,": {SHA256: fullEvidence.SHA256},
		",,,f,,,7,9,x": {File: "f"},
	} {
		records, report := readCSV(t, head+line+cells+"\n")
		require.NoError(t, report.Err(), cells)
		assert.Equal(t, want, records[0].Evidence.Definition(), cells)
	}
	records, _ := readCSV(t, head+line+",,,f,,,7,9,5.0\n"+line+",,,f,,,,,\n"+line+",,,,,,,,\n")
	assert.Equal(t, []any{7, uint16(9), "5.0"}, []any{records[0].Line, records[0].Column, records[0].Value.AsRead()})
	first, _ := readCSV(t, head+line+",,,f,,,1,1,\n"+line+",,,f,,,2147483647,65535,\n")
	assert.Equal(t, []any{1, uint16(1)}, []any{first[0].Line, first[0].Column})
	assert.Equal(t, []any{1<<31 - 1, uint16(1<<16 - 1)}, []any{first[1].Line, first[1].Column})
	assert.Equal(t, []any{0, uint16(0), ""}, []any{records[1].Line, records[1].Column, records[1].Value.AsRead()}, "not known where")
	assert.Equal(t, []any{4, uint16(4), "5"}, []any{records[2].Line, records[2].Column, records[2].Value.AsRead()})
	for cells, says := range map[string]string{
		",,,f,abc,,,,":        "64 hexadecimal digits",
		",,,f,,,0,,":          "from 1 to 2147483647",
		",,,f,,,x,,":          "from 1 to 2147483647",
		",,,f,,,,65536,":      "from 1 to 65535",
		",,,,,,7,,":           "belongs to a file",
		",,,,,,,7,":           "belongs to a file",
		",,,,,,,,text":        "belongs to a file",
		",good,,,,,,,":        "unknown quality",
		",,,f,,,-1,,":         "from 1",
		",,,f,,,9999999999,,": "from 1",
	} {
		_, report := readCSV(t, head+line+cells+"\n")
		require.Len(t, report.Faults.All, 1, cells)
		assert.Contains(t, report.Faults.All[0].Detail, says, cells)
	}
}

// The text that a value was read from is told as it was, whatever it says.
func TestValueAsRead(t *testing.T) {
	for _, text := range []string{"12.50", "12,50", "0", "5", "0.000", "-3.0", "1e3", "+5", "007", "5.", ".5", "-0", "1,234.5", "△5", "x", "",
		"NE", "NE; NE"} {
		for _, v := range []ghg.Value{mass("12.50 t"), mass("12500 t"), mass("0 t"), mass("-3 kt"), co2e("5 tCO2e (AR5)"), {},
			ghg.KeyedAsFound(ghg.NE, ""), ghg.KeyedAsFound(ghg.NE, "why"), mass("123456789012345678901234567890.5 t"), ghg.Emitted(longMass(t)),
			mass("5e15 t"), mass("5e16 t"), mass("5e-16 t"), mass("5e-17 t")} {
			w := v.ReadAs("before").ReadAs(text)
			assert.Equal(t, text, w.AsRead(), "%s", v)
			assert.True(t, v.Equal(w), "it reports the same")
			assert.Equal(t, v.String(), w.String())
			assert.Empty(t, w.ReadAs("").AsRead())
		}
	}
	v, err := ghg.Partly(mass("5 t"), ghg.KeyedAsFound(ghg.NE, "why").ReadAs("NE; NE"))
	require.NoError(t, err)
	assert.Empty(t, v.AsRead(), "the text is that of the number, which has none")
}

// longMass is of more digits than an inventory takes.
func longMass(t *testing.T) ghg.Mass {
	m := ghg.MustMass("12345678901234567890.5 t")
	m, err := m.Scale(m.Tonnes())
	require.NoError(t, err)
	return m
}

// Text, value, text: in every unit, with both marks.
func FuzzValueAsRead(f *testing.F) {
	for _, s := range []string{"12.50", "1e3", "0.0", "-0", "+7", "'+7", "'-7", "'7", ".5", "12,5", "99999999999999999999", "00", "5."} {
		f.Add(s, uint8(3), false)
		f.Add(s, uint8(7), true)
	}
	units := []string{"g", "kg", "t", "kt", "만톤", "Mt", "억톤", "Gt", "Tt"}
	f.Fuzz(func(t *testing.T, s string, unit uint8, comma bool) {
		if strings.ContainsAny(s, "\"\r\n;\x00") || s != strings.TrimSpace(s) {
			return
		}
		format := ghg.CSVFormat{Scheme: gpc.Scheme, Comma: comma, Delimiter: ';', File: "f"}
		text := "place;year;category;mass;unit;gas\nD;2018;I.1.1;" + s + ";" + units[int(unit)%len(units)] + ";CO2\n"
		records, report, err := ghg.ReadCSV(strings.NewReader(text), format)
		if err != nil || report.Err() != nil || len(records) != 1 {
			return
		}
		if plain, ok := strings.CutPrefix(s, "'"); ok && ghg.GuardFormula(plain) == s {
			s = plain // a spreadsheet shows it without
		}
		if have := records[0].Value.AsRead(); have != s {
			t.Fatalf("%q became %q", s, have)
		}
		var out strings.Builder
		if err := ghg.WriteCSV(&out, records); err != nil {
			t.Fatal(err)
		}
		again, report, err := ghg.ReadCSV(strings.NewReader(out.String()), ghg.CSVFormat{Scheme: gpc.Scheme})
		if err != nil || report.Err() != nil || len(again) != 1 || again[0].Value.AsRead() != s || !again[0].Value.Equal(records[0].Value) {
			t.Fatalf("%q did not go through %s", s, out.String())
		}
	})
}
