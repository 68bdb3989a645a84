package gir_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func format(name string) gir.SheetFormat {
	return gir.SheetFormat{Name: name, Unit: ghg.Kilotonne, Metric: ghg.AR5, CSV: ghg.CSVFormat{Thousands: ','}}
}

func readSheet(t *testing.T, file string) (gir.Sheet, ghg.Report) {
	t.Helper()
	s, report, err := gir.ReadSheet(strings.NewReader(file), format("가온_나래시(vkt)"))
	require.NoError(t, err)
	return s, report
}

// The name says whose the sheet is, and which variant of road transport it has.
func TestSheetName(t *testing.T) {
	file := "구분,2022\n에너지,7\nA. 연료연소,7\n3. 수송,7\nb. 도로수송,7\n"
	for name, want := range map[string]struct {
		place, municipality string
		variant             ghg.Variant
	}{
		"경기_수원시(vkt)":   {"경기 수원시", "수원시", ghg.DistanceBased},
		"세종_세종시(연료)":    {"세종 세종시", "세종시", ghg.FuelBased},
		" 경기_수원시 (VKT)": {"경기 수원시", "수원시", ghg.DistanceBased},
		"전북_광역":         {"전북", "", ghg.NoVariant},
		"전북_광역(연료)":     {"전북", "", ghg.FuelBased},
	} {
		s, report, err := gir.ReadSheet(strings.NewReader(file), format(name))
		require.NoError(t, err, name)
		require.NoError(t, report.Err())
		assert.Equal(t, ghg.PlaceID(want.place), s.Place)
		assert.Equal(t, want.municipality, s.Municipality)
		assert.Equal(t, want.variant, s.Variant)
		require.Len(t, s.Records, 1, name)
		assert.Equal(t, want.variant, s.Records[0].Variant)
		assert.Len(t, s.Totals, 3, "energy, combustion, transport")
	}
	for _, name := range []string{"", "수원시", "경기_", "경기_수원시(km)", "경기_수원시_팔달구", "경기_수원시(vkt"} {
		_, _, err := gir.ReadSheet(strings.NewReader(file), format(name))
		assert.ErrorContains(t, err, "sheet, name", name)
	}
	_, _, err := gir.ReadSheet(strings.NewReader(file), gir.SheetFormat{Name: "전북_광역", Unit: ghg.Kilotonne})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	_, _, err = gir.ReadSheet(strings.NewReader(file), gir.SheetFormat{Name: "전북_광역", Metric: ghg.AR5})
	assert.ErrorContains(t, err, "unit")
}

// Records may call the place as the place's own inventory does.
func TestSheetCallsThePlace(t *testing.T) {
	f := format("가온_나래시(vkt)")
	f.Place = " 나래시 "
	s, report, err := gir.ReadSheet(strings.NewReader(sheetFile), f)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Equal(t, ghg.PlaceID("나래시"), s.Place)
	assert.Equal(t, "나래시", s.Municipality)
	for _, r := range s.Records {
		assert.Equal(t, ghg.PlaceID("나래시"), r.Place)
	}
	f.Place = "\xff"
	_, _, err = gir.ReadSheet(strings.NewReader(sheetFile), f)
	assert.Error(t, err)
}

// Every row lands where it belongs, with line and column.
func TestSheetRows(t *testing.T) {
	s, report := readSheet(t, sheetFile)
	require.NoError(t, report.Err())
	got := map[string]string{}
	for _, r := range s.Records {
		if r.Period.Year() == 2021 {
			got[r.Category.Code] = r.Value.String()
			assert.Equal(t, r.Category.Code == "1.A.3.b", r.Variant == ghg.DistanceBased, r.Category)
		}
	}
	assert.Equal(t, map[string]string{"1.A.3.b": "700000 tCO2e (AR5)", "1.A.4.a": "600000 tCO2e (AR5)", "1.A.4.b": "100000 tCO2e (AR5)",
		"4.A": "30500 tCO2e (AR5)", "5": "-55000 tCO2e (AR5)", "EL.1.A.4.a": "300000 tCO2e (AR5)", "EL.1.A.4.b": "200000 tCO2e (AR5)",
		"WA": "12000 tCO2e (AR5)"}, got)
	last := s.Records[0]
	for _, r := range s.Records {
		if r.Category.Code == "WA" {
			last = r
		}
	}
	assert.Equal(t, []int{11, 10}, []int{last.Line, int(last.Column)}, "line and column of the file")
	sums := map[string]string{}
	for _, d := range s.Totals {
		if d.Year == 2022 {
			sums[d.View.Name()+" "+d.Node] += d.Figure.String() + ";"
		}
	}
	assert.Equal(t, map[string]string{"gross ": "915 kt;", "gross 1": "880 kt;", "gross 1.A": "880 kt;", "gross 1.A.3": "680 kt;",
		"gross 1.A.4": "200 kt;", "gross 4": "30 kt;", "indirect ": "498 kt;", "indirect EL": "485 kt;485 kt;",
		"indirect EL.1.A.4": "485 kt;"}, sums)
	var missing []string
	for _, r := range s.Records {
		if !r.Value.IsNumber() {
			missing = append(missing, r.Category.Code)
		}
	}
	assert.Equal(t, []string{"1.A.4.a"}, missing, "a blank is no 0")
	require.Equal(t, 1, report.Findings.Len())
	assert.Equal(t, gir.FindingUnmapped, report.Findings.All[0].Code)
	assert.Equal(t, 17, report.Findings.All[0].Line)
	require.Len(t, s.Unmapped, 3)
	assert.Equal(t, 2022, s.Unmapped[1].Figures[1].Year)
	assert.Equal(t, "19000 tCO2e (AR5)", s.Unmapped[1].Figures[1].CO2e.String())
}

// Files as spreadsheets write them: a byte order mark, CRLF, other delimiters, titles
// with line breaks in them, headers with 년.
func TestSheetForms(t *testing.T) {
	want, _ := readSheet(t, sheetFile)
	for name, file := range map[string]string{
		"byte order mark": "\ufeff" + sheetFile,
		"CRLF":            strings.ReplaceAll(sheetFile, "\n", "\r\n"),
		"title in two":    strings.Replace(sheetFile, "단위: 천톤CO2eq,", "\"단위:\n천톤CO2eq\",", 1),
		"quoted":          strings.Replace(sheetFile, "구분,광역,기초,2021", `"구분"," 광 역 ","기초","2021"`, 1),
		"years":           strings.Replace(sheetFile, "2021,2022", "2021년, 2022 년", 2),
	} {
		t.Run(name, func(t *testing.T) {
			s, report := readSheet(t, file)
			require.NoError(t, report.Err())
			require.Len(t, s.Records, len(want.Records))
			for i, r := range s.Records {
				assert.True(t, want.Records[i].Value.Equal(r.Value))
				assert.Equal(t, want.Records[i].Category, r.Category)
			}
		})
	}
	f := format("전북_광역")
	f.CSV = ghg.CSVFormat{Delimiter: ';', Comma: true, Marks: []ghg.CSVMark{{Text: "-"}}}
	s, report, err := gir.ReadSheet(strings.NewReader("구분;2021;2022\nLULUCF;-;-12,5\n"), f)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	require.Len(t, s.Records, 2)
	assert.False(t, s.Records[0].Value.IsNumber(), "the mark says that a dash is missing")
	assert.Equal(t, "-12500 tCO2e (AR5)", s.Records[1].Value.String())
	f.CSV.Marks[0].Column = "2021"
	_, _, err = gir.ReadSheet(strings.NewReader("구분;2021\nLULUCF;-\n"), f)
	assert.ErrorContains(t, err, "leave it empty")
}

// What cannot be used is a fault of its line, and nothing of that line counts.
func TestSheetFaults(t *testing.T) {
	for name, x := range map[string]struct{ from, to, code string }{
		"no number":          {"농업,가온,나래시,30.5,30,", "농업,가온,나래시,n/a?,30,", ghg.FaultNumber},
		"figure, no label":   {"농업,가온,나래시,30.5,30,,,,,", "농업,가온,나래시,30.5,30,,,,,5", ghg.FaultMissingField},
		"row twice":          {"1. 소,가온", "A. 장내발효,가온", ghg.FaultField},
		"no number at right": {"300,290", "삼백,290", ghg.FaultNumber},
	} {
		t.Run(name, func(t *testing.T) {
			file := strings.Replace(sheetFile, x.from, x.to, 1)
			require.NotEqual(t, sheetFile, file)
			s, report := readSheet(t, file)
			require.Equal(t, 1, report.Faults.Len(), report.Faults)
			f := report.Faults.All[0]
			assert.Equal(t, x.code, f.Code)
			for _, r := range s.Records {
				assert.NotEqual(t, f.Line, r.Line)
			}
		})
	}
	for name, file := range map[string]string{
		"empty": "", "no header": "총배출량,1,2\n", "no years": "구분,광역,기초\n", "three blocks": "구분,2021,구분,2021,구분,2021\n",
		"a block without years": "구분,2021,구분,광역\n", "far down": strings.Repeat("\n", 60) + "구분,2021\n",
	} {
		_, _, err := gir.ReadSheet(strings.NewReader(file), format("전북_광역"))
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, name)
		assert.Equal(t, ghg.FaultHeader, fault.Code, name)
	}
	_, report, err := gir.ReadSheet(strings.NewReader("구분,2021,2021\nLULUCF,1,2\n"), format("전북_광역"))
	assert.True(t, err != nil || report.Err() != nil, "a year twice")
}

// Rows of another place are told once.
func TestSheetOfAnotherPlace(t *testing.T) {
	_, report := readSheet(t, strings.ReplaceAll(sheetFile, "나래시", "다솜시"))
	require.Equal(t, 2, report.Findings.Len(), report.Findings)
	codes := []string{report.Findings.All[0].Code, report.Findings.All[1].Code}
	assert.ElementsMatch(t, []string{gir.FindingSheetPlace, gir.FindingUnmapped}, codes)
}

func TestJoinSheetsRefusals(t *testing.T) {
	a, _ := readSheet(t, sheetFile)
	b := a
	_, _, err := gir.JoinSheets(a, b)
	assert.ErrorContains(t, err, "one must be of vkt and one of 연료")
	b.Variant, b.Place = ghg.FuelBased, "가온 다솜시"
	_, _, err = gir.JoinSheets(a, b)
	assert.ErrorContains(t, err, "both must be of 가온 나래시")
}

// The two sheets of one place are one inventory, of which a view takes one variant. They
// differ in road transport alone, or it is told from whichever side.
func TestJoinSheets(t *testing.T) {
	read := func(name, file string) gir.Sheet {
		s, report, err := gir.ReadSheet(strings.NewReader(file), format(name))
		require.NoError(t, err)
		require.NoError(t, report.Err())
		return s
	}
	vkt := read("가온_나래시(vkt)", sheetFile)
	file := strings.ReplaceAll(sheetFile, "b. 도로수송,가온,나래시,700,680", "b. 도로수송,가온,나래시,650,640")
	both, findings, err := gir.JoinSheets(vkt, read("가온_나래시(연료)", file))
	require.NoError(t, err)
	assert.Zero(t, findings.Len())
	for id, records := range ghg.GroupRecords(both.Records) {
		inv, told, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gir.Scheme, records)
		require.NoError(t, err)
		for _, f := range told.All {
			assert.NotEqual(t, ghg.FindingSameLine, f.Code)
		}
		_, err = inv.Total(gir.Transport, ghg.AR5)
		var two *ghg.VariantError
		require.ErrorAs(t, err, &two)
		fuel, err := gir.Transport.WithVariant(ghg.FuelBased)
		require.NoError(t, err)
		total, err := inv.Total(fuel, ghg.AR5)
		require.NoError(t, err)
		assert.Equal(t, map[int]string{2021: "650000", 2022: "640000"}[id.Period.Year()], total.CO2e.Tonnes().String())
	}
	less := strings.Replace(file, "LULUCF,가온,나래시,-55,-54,,,,,\n", "", 1)
	_, findings, err = gir.JoinSheets(vkt, read("가온_나래시(연료)", less))
	require.NoError(t, err)
	assert.Equal(t, 2, findings.Len(), "the second lacks two figures")
	_, findings, err = gir.JoinSheets(read("가온_나래시(vkt)", less), read("가온_나래시(연료)", file))
	require.NoError(t, err)
	assert.Equal(t, 2, findings.Len(), "the first lacks two figures")
}

// Whatever stands in a sheet, every figure of a row that can be used is in a record, in a
// total or in an unmapped row.
func FuzzReadSheet(f *testing.F) {
	f.Add(sheetFile)
	f.Add("구분,2021,구분,2021\nb. 가정,1,열,2\nA. x,3,폐기물,4\n")
	f.Add("구분,2021\n-,1\n벙커링,2\na. 국제 항공,3\nM,4\nEL,5\n")
	f.Fuzz(func(t *testing.T, file string) {
		s, report, err := gir.ReadSheet(strings.NewReader(file), format("가온_나래시(vkt)"))
		if err != nil || report.Err() != nil {
			return
		}
		kept := map[int]int{}
		for _, r := range s.Records {
			if r.Value.IsNumber() {
				kept[r.Line]++
			}
		}
		for _, d := range s.Totals {
			kept[d.Line]++
		}
		for _, u := range s.Unmapped {
			kept[u.Line] += len(u.Figures)
		}
		years := map[string]bool{}
		columns := []ghg.CSVColumn{{Name: "구분"}}
		header := false
		for line := range strings.Lines(file) { // plain files of one block alone are counted anew
			if strings.ContainsAny(line, "\"\r\ufeff") || strings.Count(line, "구분") > 1 || !header && !strings.HasPrefix(line, "구분,") {
				return
			}
			for _, c := range strings.Split(strings.TrimSpace(line), ",") {
				if _, err := ghg.ParsePeriod(c); err == nil && !header && len(c) == 4 && !years[c] {
					years[c] = true
					columns = append(columns, ghg.CSVColumn{Name: c})
				}
			}
			header = true
		}
		want := map[int]int{}
		again, err := ghg.ReadCSVRows(strings.NewReader(file), ghg.CSVFormat{Thousands: ','}, columns, func(row ghg.CSVRow) {
			for _, c := range columns[1:] {
				if _, ok := row.Number(c.Name); ok {
					want[row.Line()]++
				}
			}
		})
		if err == nil && again.Err() == nil {
			for line, n := range want {
				if kept[line] < n {
					t.Errorf("line %d: %d figures, %d kept", line, n, kept[line])
				}
			}
		}
	})
}
