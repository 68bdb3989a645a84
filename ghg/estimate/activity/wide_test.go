package activity_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/activity"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mapping reads a mapping of labels.
func mapping(t *testing.T, text string, labels ...string) activity.Mapping {
	t.Helper()
	m, report, err := activity.ReadMapping(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme}, labels...)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	return m
}

// monthly is a table of electricity by contract, a row of totals among its rows.
func monthly(labels ...string) activity.Wide {
	return activity.Wide{Months: activity.MonthsAddedUp, Table: wide.Format{
		CSV: ghg.CSVFormat{Scheme: gpc.Scheme, File: "power.csv", Thousands: ','}, Labels: labels, Unit: wide.UnitOf("kWh"), Year: 2023,
		SumRows:    []wide.SumRow{{Label: labels[len(labels)-1], Text: "합계"}},
		SumColumns: []wide.Column{{Head: "연간"}}}}
}

const contracts = "계약종별,category,method,factors,rule,source\n" +
	"주택용,I.1.2,전력,소비단,해당 연도,판매량\n일반용,I.2.2,전력,소비단,해당 연도,판매량\n"

// placed is the mapping of one place, which the table does not name.
var placed = strings.NewReplacer("\n주택용", "\n나래,주택용", "\n일반용", "\n나래,일반용")

// The rows of totals are no use of anybody, and are held against the others.
func TestVectors(t *testing.T) {
	const id = "kr-elec-months-with-total-row"
	estimatetest.Vectors(t, "../../gir/testdata/korea.json", func(v estimatetest.Vector) bool { return v.ID == id },
		map[string]func(*testing.T, estimatetest.Vector){
			id: func(t *testing.T, v estimatetest.Vector) {
				var text strings.Builder
				text.WriteString("지역,계약종별,1월,2월,3월,4월,5월,6월,7월,8월,9월,10월,11월,12월\n")
				for _, name := range []string{"주택용", "일반용", "합계"} {
					text.WriteString("나래," + name)
					for i := range 12 {
						text.WriteString("," + v.In(t, "rows", name, fmt.Sprint(i)))
					}
					text.WriteString("\n")
				}
				w := monthly("지역", "계약종별")
				w.Table.SumColumns = nil
				w.Mapping = mapping(t, contracts, "지역", "계약종별")
				sheet, report, err := activity.ReadWide(strings.NewReader(text.String()), w, ghg.AR5)
				require.NoError(t, err)
				require.NoError(t, report.Err())
				assert.Zero(t, report.Findings.Len(), report.Findings)
				sum := ghg.MustCO2e("0 tCO2e (AR5)")
				for r := range sheet.Records() {
					c, ok := r.Value.CO2e()
					require.True(t, ok)
					sum, err = sum.Add(c)
					require.NoError(t, err)
				}
				v.Equal(t, sum.Tonnes(), "t")
				assert.Equal(t, 2, sheet.Len())
			},
		})
}

// Months apart are records of months, by a factor that is in force on a day.
func TestReadWide(t *testing.T) {
	const table = "고지서,,,,\n계약종별,1월,2월,3월,연간\n주택용,\"1,000\",,30,\"1,030\"\n일반용,20,40,50,110\n합계,\"1,020\",40,80,\"1,140\"\n"
	w := monthly("계약종별")
	w.Mapping = mapping(t, "지역,"+placed.Replace(contracts), "계약종별")
	_, _, err := activity.ReadWide(strings.NewReader(table), activity.Wide{Table: w.Table}, ghg.AR5)
	assert.ErrorContains(t, err, "added up to years is asked")
	sheet, report, err := activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	assert.Zero(t, sheet.Len(), "no year is there")
	assert.Contains(t, report.Findings.String(), wide.FindingUnfinished)
	assert.Contains(t, report.Findings.String(), activity.FindingNoAmount)

	w.Months = activity.MonthsApart
	sheet, report, err = activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	assert.Zero(t, sheet.Len())
	require.Equal(t, 2, report.Faults.Len(), "once a row: %s", report.Faults)
	assert.Contains(t, report.Faults.Error(), `line 3, 계수기준 "해당 연도": a value of the year is one of a calendar year`)

	w.Mapping = mapping(t, "지역,"+strings.ReplaceAll(placed.Replace(contracts), "소비단,해당 연도", "\"소비단, 단년도\",2025-12-18"), "계약종별")
	sheet, report, err = activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Contains(t, report.Findings.String(), "nothing is estimated of periods without an amount: 2023-02-01/2023-02-28")
	var have []string
	for r := range sheet.Records() {
		have = append(have, fmt.Sprintf("%d:%d %s %s %s %s", r.Line, r.Column, r.Period, r.Category.Code, r.Activity, r.Value))
		d, ok := sheet.ExplainRecord(r)
		require.True(t, ok)
		assert.Empty(t, d.Replay())
		step, _ := d.Step("Q_stated")
		assert.Equal(t, fmt.Sprintf("판매량; power.csv:%d:%d", r.Line, r.Column), step.Source)
		assert.Equal(t, ghg.SHA256(sha256.Sum256([]byte(table))), r.Evidence.Definition().SHA256)
	}
	assert.Equal(t, []string{ // 1000 kWh × 0.4173 kg
		"3:2 2023-01-01/2023-01-31 I.1.2 주택용 0.4173 tCO2e (AR5)", "3:4 2023-03-01/2023-03-31 I.1.2 주택용 0.012519 tCO2e (AR5)",
		"4:2 2023-01-01/2023-01-31 I.2.2 일반용 0.008346 tCO2e (AR5)", "4:3 2023-02-01/2023-02-28 I.2.2 일반용 0.016692 tCO2e (AR5)",
		"4:4 2023-03-01/2023-03-31 I.2.2 일반용 0.020865 tCO2e (AR5)"}, have)
	_, ok := sheet.ExplainRecord(ghg.Record{Line: 3})
	assert.False(t, ok)
	_, ok = activity.Sheet{}.ExplainRecord(ghg.Record{Line: 3})
	assert.False(t, ok)
}

// A table that has the columns of activity data as labels needs no mapping; years are columns.
func TestReadWideWithoutMapping(t *testing.T) {
	const table = "지역,배출원,산정방법,배출계수,계수기준,매개변수,계수출처,단위,2021,2022년,2023\n" +
		"나래,I.1.2,전력,소비단,해당 연도,,,MWh,-,100,200\n" +
		"나래,I.1.2,전력,자체,,CO2 = 400 kg CO2/MWh,전력회사,MWh,10,20,30\n" +
		"나래,III.3.1,전력,자체,,CO2 = 400 kg CO2/MWh,,MWh,10,20,30\n" +
		"나래,I.9.9,전력,자체,,CO2 = 400 kg CO2/MWh,전력회사,MWh,10,20,30\n" +
		"나래,I.1.2,전력,자체,,CO2 = 401 kg CO2/MWh,전력회사,furlong,10,20,30\n" +
		"나래,I.1.2,전력,자체,,CO2 = 402 kg CO2/MWh,전력회사,MWh,-10,20,30\n" +
		",I.1.2,,자체,,CO2 = 403 kg CO2/MWh,전력회사,MWh,10,20,30\n"
	w := activity.Wide{Months: activity.MonthsAddedUp, Table: wide.Format{CSV: ghg.CSVFormat{Scheme: gpc.Scheme, File: "years.csv",
		Marks: []ghg.CSVMark{{Text: "-", Means: ghg.KeyedAsFound(ghg.NE, "")}}},
		Labels: []string{"지역", "배출원", "산정방법", "배출계수", "계수기준", "매개변수", "계수출처"}, Unit: wide.UnitIn("단위")}}
	sheet, report, err := activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	var faults []string
	for _, f := range report.Faults.All {
		faults = append(faults, fmt.Sprintf("%d %s", f.Line, f.Field))
		assert.NotEqual(t, strings.SplitN(f.Error(), ": ", 2)[1], strings.SplitN(f.Korean(), ": ", 2)[1], "Korean of %s", f)
	}
	// 2022 has no factor of the year
	assert.Equal(t, []string{"2 계수기준", "4 계수출처", "5 배출원", "6 2021", "7 2021", "8 지역", "8 산정방법"}, faults, report.Faults)
	var have []string
	for r := range sheet.Records() {
		have = append(have, strings.TrimSpace(fmt.Sprintf("%d:%d %s %s %s", r.Line, r.Column, r.Period, r.Gas, r.Value)))
	}
	assert.Equal(t, []string{"3:9 2021 CO2 4 t CO2", "3:9 2021 CH4-nonfossil NE", "3:9 2021 N2O NE", "3:10 2022 CO2 8 t CO2",
		"3:10 2022 CH4-nonfossil NE", "3:10 2022 N2O NE", "3:11 2023 CO2 12 t CO2", "3:11 2023 CH4-nonfossil NE",
		"3:11 2023 N2O NE"}, have[1:10])
	assert.Equal(t, "2:11 2023  83.46 tCO2e (AR5)", have[0], "200 MWh of the year that has a factor")
	assert.Len(t, have, 1+9+6, "and the other years of line 7")
	d, ok := sheet.Explain(3)
	assert.True(t, ok)
	assert.Empty(t, d.Replay())
	count := 0
	for line, r := range sheet.Lines() {
		assert.True(t, line > 1 && r.Line == line)
		count++
	}
	assert.Equal(t, sheet.Len(), count)
}

// What a mapping leaves open is told at the row, never guessed.
func TestMapping(t *testing.T) {
	const table = "지역,계약종별,2023\n나래,주택용,1000\n가람,주택용,10\n나래,가로등,5\n"
	w := monthly("지역", "계약종별")
	w.Table.SumColumns = nil
	w.Mapping = mapping(t, contracts+"주택용,I.1.2,전력,소비단,해당 연도,판매량\n", "지역", "계약종별")
	sheet, report, err := activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	assert.Zero(t, sheet.Len())
	assert.Contains(t, report.Faults.Error(), `line 2, labels "나래 / 주택용": lines 2 and 4 of the mapping are both of this row`)
	assert.Contains(t, report.Faults.Error(), `line 4, labels "나래 / 가로등": no line of the mapping is of this row`)
	assert.NotContains(t, report.Faults.Korean(), "mapping")

	byPlace := strings.NewReplacer("계약종별,", "지역,계약종별,", "\n주", "\n나래,주", "\n일", "\n,일").Replace(contracts)
	w.Mapping = mapping(t, byPlace, "지역", "계약종별")
	sheet, report, err = activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, 1, sheet.Len())
	assert.Equal(t, 2, report.Faults.Len(), report.Faults)

	for text, want := range map[string]string{
		"계약종별,category\n주택용,I.9.9\n":   "category",
		"계약종별,scheme\n주택용,no such\n":   "scheme",
		"계약종별,category,x\n주택용,I.1.2\n": "line",
	} {
		_, report, err := activity.ReadMapping(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme}, "계약종별")
		require.NoError(t, err)
		require.NotEmpty(t, report.Faults.All, text)
		assert.Equal(t, want, report.Faults.All[0].Field, text)
	}
	_, _, err = activity.ReadMapping(strings.NewReader(contracts), ghg.CSVFormat{}, "계약종별")
	assert.ErrorContains(t, err, "needs a scheme")
	_, _, err = activity.ReadMapping(strings.NewReader(contracts), ghg.CSVFormat{Scheme: gpc.Scheme})
	assert.ErrorContains(t, err, "a mapping is of labels")
	_, _, err = activity.ReadWide(strings.NewReader(table), activity.Wide{}, ghg.AR5)
	assert.ErrorContains(t, err, "needs a scheme")
	w.Table.Labels = nil
	_, _, err = activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	assert.ErrorContains(t, err, "columns say what a row is")
}

// The scheme of a row is the mapping's to name.
func TestSchemeOfWideRows(t *testing.T) {
	const table = "분류체계,계약종별,2023\nGPC,주택용,1000\n"
	w := monthly("분류체계", "계약종별")
	w.Table.SumColumns = nil
	w.Mapping = mapping(t, "지역,"+placed.Replace(contracts), "계약종별")
	_, report, err := activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	assert.EqualError(t, report.Err(), `line 2, 분류체계 "GPC": of a wide table the mapping names the scheme of a row, and no label does`)
	w.Table.CSV.Schemes = []ghg.Scheme{gir.Scheme}
	m, report, err := activity.ReadMapping(strings.NewReader("분류체계,지역,category,method,factors,rule\nGIR,나래,1A4b,전력,소비단,해당 연도\n"),
		w.Table.CSV, "계약종별")
	require.NoError(t, err)
	require.NoError(t, report.Err())
	w.Mapping = m
	sheet, report, err := activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	for r := range sheet.Records() {
		assert.Equal(t, gir.Scheme.ID(), r.Category.Scheme)
	}
	assert.Equal(t, 1, sheet.Len())
}

// Uses below each period are labels too.
func TestReadWideBelow(t *testing.T) {
	const table = "지역,2023,\n,주택용,일반용\n나래,1000,3000\n"
	w := monthly("지역")
	w.Table.SumColumns, w.Table.SumRows, w.Table.Below = nil, nil, "계약종별"
	w.Mapping = mapping(t, contracts, "계약종별")
	sheet, report, err := activity.ReadWide(strings.NewReader(table), w, ghg.AR5)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Equal(t, []string{"3 I.1.2  0.4173 tCO2e (AR5)", "3 I.2.2  1.2519 tCO2e (AR5)"}, masses(sheet))
	for _, r := range sheet.Lines() {
		d, ok := sheet.ExplainRecord(r)
		require.True(t, ok)
		step, _ := d.Step("Q_stated")
		assert.Contains(t, step.Source, fmt.Sprintf("power.csv:3:%d", r.Column))
	}
}

// Monthly bills with their totals, as a utility hands them out; the mapping says what each
// contract is.
func ExampleReadWide() {
	const labels = "계약종별"
	format := ghg.CSVFormat{Scheme: gpc.Scheme, File: "전력.csv"}
	mapping, _, err := activity.ReadMapping(strings.NewReader("계약종별,지역,배출원,산정방법,배출계수,계수기준\n"+
		"주택용,나래구,I.1.2,전력,소비단,해당 연도\n일반용,나래구,I.2.2,전력,소비단,해당 연도\n"), format, labels)
	if err != nil {
		fmt.Println(err)
		return
	}
	bills := strings.NewReader("계약종별,1월,2월,3월,4월,5월,6월,7월,8월,9월,10월,11월,12월,계\n" +
		"주택용,61,59,57,54,53,56,68,73,60,55,56,64,716\n일반용,100,100,100,100,100,100,100,100,100,100,100,100,1200\n" +
		"합계,161,159,157,154,153,156,168,173,160,155,156,164,1916\n")
	sheet, report, err := activity.ReadWide(bills, activity.Wide{
		Table: wide.Format{CSV: format, Labels: []string{labels}, Unit: wide.UnitOf("MWh"), Year: 2023,
			SumRows: []wide.SumRow{{Label: labels, Text: "합계"}}, SumColumns: []wide.Column{{Head: "계"}}},
		Months: activity.MonthsAddedUp, Mapping: mapping}, ghg.AR5)
	if err != nil {
		fmt.Println(err)
		return
	}
	for r := range sheet.Records() {
		fmt.Println(r.Line, r.Period, r.Category.Code, r.Activity, r.Value)
	}
	fmt.Println(report.Faults.Len(), report.Findings.Len())
	for _, r := range sheet.Lines() {
		d, _ := sheet.ExplainRecord(r)
		step, _ := d.Step("Q")
		fmt.Println(step.Source)
	}
	// Output:
	// 2 2023 I.1.2 주택용 298.7868 tCO2e (AR5)
	// 3 2023 I.2.2 일반용 500.76 tCO2e (AR5)
	// 0 0
	// 전력.csv:2:2-13
	// 전력.csv:3:2-13
}

// FuzzReadWide holds that whatever a wide table has, no sum is in a record and what stands
// is what its derivation gives.
func FuzzReadWide(f *testing.F) {
	f.Add("계약종별,1월,2월\n주택용,1,2\n합계,1,2\n", true)
	f.Add("계약종별,2022,2023\n주택용,1.5,2e3\n일반용,,-1\n", false)
	f.Fuzz(func(t *testing.T, text string, apart bool) {
		w := monthly("계약종별")
		w.Table.SumColumns, w.Months = nil, activity.MonthsAddedUp
		if apart {
			w.Months = activity.MonthsApart
		}
		m, _, err := activity.ReadMapping(strings.NewReader("지역,"+placed.Replace(contracts)), w.Table.CSV, "계약종별")
		require.NoError(t, err)
		w.Mapping = m
		sheet, report, err := activity.ReadWide(bytes.NewReader([]byte(text)), w, ghg.AR5)
		if err != nil {
			return
		}
		_ = report.Faults.Korean() + report.Findings.Korean()
		for r := range sheet.Records() {
			assert.NotContains(t, r.Activity, "합계")
			d, ok := sheet.ExplainRecord(r)
			require.True(t, ok)
			assert.Empty(t, d.Replay())
		}
	})
}
