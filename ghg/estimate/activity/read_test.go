package activity_test

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/activity"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const header = "place,year,category,amount,unit,method,of,factors,rule,sector,biogenic,calorific,parameters,factor_source,source\n"

// read reads rows, and every derivation of them replays and gives what the records say.
func read(t *testing.T, text string, m ghg.Metric) (activity.Sheet, ghg.Report) {
	t.Helper()
	sheet, report, err := activity.Read(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme, Schemes: []ghg.Scheme{gir.Scheme},
		File: "bills.csv"}, m)
	require.NoError(t, err)
	byLine := map[int][]ghg.Record{}
	for r := range sheet.Records() {
		byLine[r.Line] = append(byLine[r.Line], r)
	}
	assert.Len(t, byLine, sheet.Len())
	for line := range sheet.Lines() {
		d, ok := sheet.Explain(line)
		require.True(t, ok, line)
		assert.Empty(t, d.Replay(), line)
		for _, r := range byLine[line] {
			if k := r.Value.Key(); k == ghg.NE || k == ghg.IE {
				continue
			}
			symbol := map[ghg.Gas]string{{}: "CO2e", ghg.CO2: "CO2", ghg.CO2Biogenic: "CO2b", ghg.CH4NonFossil: "CH4", ghg.N2O: "N2O"}[r.Gas]
			step, found := d.Step(symbol)
			require.True(t, found, "%d %s", line, symbol)
			tonnes := step.Values[0].Number
			if strings.HasPrefix(step.Unit, "kg ") {
				tonnes = tonnes.Shift(-3)
			}
			have, isMass := r.Value.Mass()
			if c, ok := r.Value.CO2e(); ok {
				assert.True(t, c.Tonnes().Equal(tonnes), "line %d: %s and %s", line, c, tonnes)
			} else if assert.True(t, isMass) {
				assert.True(t, have.Tonnes().Equal(tonnes), "line %d, %s: %s and %s", line, symbol, have, tonnes)
			}
		}
	}
	return sheet, report
}

// masses are the records in short.
func masses(s activity.Sheet) (out []string) {
	for r := range s.Records() {
		out = append(out, fmt.Sprintf("%d %s %s %s", r.Line, r.Category.Code, r.Gas, r.Value))
	}
	return out
}

func TestRead(t *testing.T) {
	sheet, report := read(t, header+
		"Nara,2023,I.1.1,1000,천N㎥,combustion,city gas (LNG),GIR,at year end,residential,,,,,sales\n"+ // 38.5 TJ
		"Nara,2023,I.2.1,10,kL,연소,경유,GIR,2023-06-30,상업·공공,,,,,\n"+ // 0.353 TJ
		"Nara,2023,I.2.1,2,TJ (net),combustion,Natural Gas,IPCC 2006,,commercial,25%,,,biogas sold with it,\n"+
		"Nara,2023,I.1.2,100,MWh,electricity,,consumption end,of the year,,,,,,bills\n"+
		"Nara,2021,I.1.2,10,TJ,heat,,대구지사,of the year,,,,from = fuel,,\n"+
		"Nara,2023,III.1.1,100,t,methane commitment,Food waste,IPCC 2006,,,,,MCF = managed semi-aerobic; OX = 10 %; recovered = 0,operator,\n"+
		"Nara,2023,I.1.2,10,MWh,electricity,,stated,,,,,CO2 = 400 kg CO2/MWh,utility,\n"+
		"Nara,2023,I.1.1,5,t,combustion,pellets,stated,,,1,,CO2 = 1700 kg CO2/t,supplier,\n", ghg.AR5)
	require.NoError(t, report.Err())
	assert.Equal(t, []string{
		"2 I.1.1 CO2 2150.815333333333333333333333 t CO2", // 38.5 × 15.236 × 44/12
		"2 I.1.1 CH4-nonfossil 0.1925 t CH4-nonfossil",    // 38.5 × 5
		"2 I.1.1 N2O 0.00385 t N2O",                       // 38.5 × 0.1
		"3 I.2.1 CO2 26.003156666666666666666667 t CO2",   // 0.353 × 20.09 × 44/12
		"3 I.2.1 CH4-nonfossil 0.00353 t CH4-nonfossil",   // × 10
		"3 I.2.1 N2O 0.0002118 t N2O",                     // × 0.6
		"4 I.2.1 CO2 84.15 t CO2",                         // 2 × 56.1 × 3/4
		"4 I.2.1 CO2(b) 28.05 t CO2(b)",
		"4 I.2.1 CH4-nonfossil 0.01 t CH4-nonfossil",
		"4 I.2.1 N2O 0.0002 t N2O",
		"5 I.1.2  41.73 tCO2e (AR5)",
		"6 I.1.2 CO2 527.92 t CO2",
		"6 I.1.2 CH4-nonfossil 0.054446 t CH4-nonfossil",
		"6 I.1.2 N2O 0.008832 t N2O",
		"7 III.1.1 CH4-nonfossil 2.25 t CH4-nonfossil", // 100 × 0.5 × 0.15 × 0.5 × 0.5 × 16/12 × 0.9
		"8 I.1.2 CO2 4 t CO2",
		"8 I.1.2 CH4-nonfossil NE",
		"8 I.1.2 N2O NE",
		"9 I.1.1 CO2(b) 8.5 t CO2(b)",
		"9 I.1.1 CH4-nonfossil NE",
		"9 I.1.1 N2O NE",
	}, masses(sheet))
	assert.Equal(t, 2, report.Findings.Len(), "gases without a factor, of lines 8 and 9: %s", report.Findings)
	r := slices.Collect(sheet.Records())
	assert.Equal(t, ghg.LocationBased, r[10].Variant)
	assert.Equal(t, "city gas (LNG)", r[0].Fuel)
	assert.Equal(t, "Food waste", r[14].Activity)
	assert.Equal(t, "bills.csv", r[0].Evidence.File())
	assert.Equal(t, "sales", r[0].Evidence.Source())
	assert.Equal(t, "IPCC 2006 V2 Ch2, eq. 2.1", r[0].Evidence.Method())
	d, _ := sheet.Explain(2)
	step, _ := d.Step("Fuel_stated")
	assert.Equal(t, "sales; bills.csv:2", step.Source)
	_, found := sheet.Explain(1)
	assert.False(t, found)
	_, found = activity.Sheet{}.Explain(2)
	assert.False(t, found)
}

// Another metric than that of the printed total is by gases, or refused without them.
func TestMetric(t *testing.T) {
	const rows = header + "Nara,2023,I.1.2,100,MWh,electricity,,consumption end,of the year,,,,,,\n" +
		"Nara,2024,I.1.2,100,MWh,electricity,,\"소비단, 다년 평균\",2025-12-18,,,,,,\n"
	sheet, report := read(t, rows, ghg.AR6)
	require.Equal(t, 1, report.Faults.Len(), report.Faults)
	assert.Equal(t, 3, report.Faults.All[0].Line)
	assert.Contains(t, report.Faults.Error(), "AR6")
	assert.Equal(t, []string{"2 I.1.2 CO2 41.49 t CO2",
		"2 I.1.2 CH4-nonfossil 0.00075 t CH4-nonfossil", "2 I.1.2 N2O 0.00081 t N2O"}, masses(sheet))
	sheet, report = read(t, rows, ghg.Metric{})
	require.NoError(t, report.Err())
	assert.Equal(t, []string{"2 I.1.2  41.73 tCO2e (AR5)", "3 I.1.2  43.3 tCO2e (AR5)"}, masses(sheet))
}

// From 2022-11-21 the tables have no value for petrol: refused, or by name with a finding.
func TestOlderValue(t *testing.T) {
	const row = "Nara,2023,II.1.1,1000,L,combustion,petrol,Energy Act + IPCC 2006,%s,road,,%s," +
		"CH4 = 25 kg CH4/TJ (net); N2O = 8 kg N2O/TJ (net),T3.2.2,\n"
	sheet, report := read(t, header+fmt.Sprintf(row, "at year end", "")+fmt.Sprintf(row, "", "ncv.2017.gasoline"), ghg.AR5)
	require.Equal(t, 1, report.Faults.Len())
	assert.Contains(t, report.Faults.Error(), `line 2, rule "at year end": `)
	require.Equal(t, 1, report.Findings.Len())
	assert.Equal(t, "line 3, II.1.1, older-calorific-value: ncv.2017.gasoline (30.4 MJ (net)/L) does not hold on 2023-12-31:"+
		" taken by name", report.Findings.String())
	assert.Equal(t, "3 II.1.1 CO2 2.10672 t CO2", masses(sheet)[0]) // 0.0304 × 69.3
	_, report = read(t, header+strings.Replace(fmt.Sprintf(row, "", "ncv.2017.gasoline"), "2023", "2020", 1), ghg.AR5)
	assert.Zero(t, report.Findings.Len()+report.Faults.Len())
}

// Gross energy takes both calorific values.
func TestGrossEnergy(t *testing.T) {
	sheet, report := read(t, header+
		"Nara,2023,I.1.1,427,MJ (gross),combustion,city gas (LNG),Energy Act + IPCC 2006,at year end,residential,,,,,\n", ghg.AR5)
	require.NoError(t, report.Err())
	assert.Contains(t, masses(sheet)[0], "0.0215985", "427 × 38.5/42.7 = 385 MJ (net), × 56.1")
}

func TestFaults(t *testing.T) {
	const gas = "combustion,city gas (LNG),GIR,at year end,residential,,,,,\n"
	for rest, want := range map[string]string{
		"I.1.1,1,L," + gas:       "unit",
		"I.1.1,-1,Nm3," + gas:    "amount",
		"I.1.1,x,Nm3," + gas:     "amount",
		"I.1.1,1,furlong," + gas: "unit",
		"I.9.9,1,Nm3," + gas:     "category",
		"I.1.1,1,Nm3,burning,city gas (LNG),GIR,at year end,residential,,,,,\n":                                   "method",
		"I.1.1,1,Nm3,combustion,city gas (LNG),EPA,at year end,residential,,,,,\n":                                "factors",
		"I.1.1,1,Nm3,combustion,peanuts,GIR,at year end,residential,,,,,\n":                                       "of",
		"I.1.1,1,L,combustion,petrol,GIR,at year end,residential,,ncv.2017.gasoline,,,\n":                         "of",
		"I.1.1,1,L,combustion,petrol,Energy Act + IPCC 2006,,residential,,ncv.2000.x,,,\n":                        "calorific",
		"I.1.1,1,t,combustion,peanuts,IPCC 2006,,residential,,,,,\n":                                              "of",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,at year end,residential,,,,,\n":                               "rule",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,,,,,,,\n":                                                     "sector",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,,residential,,ncv.2017.lng,,,\n":                              "calorific",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,,residential,130%,,,own,\n":                                   "biogenic",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,,residential,10%,,,,\n":                                       "factor_source",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,,residential,,,CH4 = lots,own,\n":                             "parameters",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,,residential,,,MCF = 1,own,\n":                                "parameters",
		"I.1.1,1,t,combustion,Natural Gas,IPCC 2006,,residential,,,NCV = 1 MJ (net)/t; NCV = 2 MJ (net)/t,own,\n": "parameters",
		"I.1.2,1,MWh,electricity,,consumption end,,,,,,,\n":                                                       "rule",
		"I.1.2,1,MWh,electricity,,consumption end,2016-01-01,,,,,,\n":                                             "rule",
		"I.1.2,1,MWh,electricity,,generation end,of the year,,,,,,\n":                                             "factors",
		"I.1.2,1,MWh,electricity,coal,consumption end,of the year,,,,,,\n":                                        "of",
		"I.1.2,1,MWh,electricity,,consumption end,of the year,,,,CO2 = 1 kg CO2/MWh,own,\n":                       "parameters",
		"I.1.2,1,MWh,electricity,,stated,,,,,,,\n":                                                                "parameters",
		"I.1.2,1,TJ,heat,,대구지사,at year end,,,,,,\n":                                                               "parameters",
		"I.1.2,1,TJ,heat,,대구지사,at year end,,,,from = incineration,,\n":                                            "parameters",
		"I.1.2,1,TJ,heat,,달구지사,at year end,,,,from = fuel,,\n":                                                    "factors",
		"III.1.1,1,t,methane commitment,Plastics,IPCC 2006,,,,,MCF = 1; OX = 0; recovered = 0,own,\n":             "of",
		"III.1.1,1,t,methane commitment,Wood,GIR,,,,,MCF = 1; OX = 0; recovered = 0,own,\n":                       "factors",
		"III.1.1,1,t,methane commitment,Wood,IPCC 2006,,,,,MCF = 1; OX = 0,own,\n":                                "parameters",
	} {
		sheet, report := read(t, header+"Nara,2023,"+rest+"Nara,2023,I.1.1,1,Nm3,"+gas, ghg.AR5)
		require.NotEmpty(t, report.Faults.All, rest)
		f := report.Faults.All[0]
		assert.Equal(t, 2, f.Line, rest)
		assert.Equal(t, want, f.Field, "%s: %s", rest, f)
		assert.Equal(t, 1, sheet.Len(), "the other row stands: %s", rest)
		for _, f := range report.Faults.All {
			assert.NotEqual(t, strings.SplitN(f.Error(), ": ", 2)[1], strings.SplitN(f.Korean(), ": ", 2)[1], "Korean of %s", f)
		}
	}
	for _, where := range []string{",2023,", "Nara,23,", "Nara,2023-04-01/2024-03-31,"} {
		_, report := read(t, header+where+"I.1.2,1,MWh,electricity,,consumption end,of the year,,,,,,\n", ghg.AR5)
		assert.Equal(t, 1, report.Faults.Len(), where)
	}
	_, report := read(t, header+"Nara,2023-03-01/2023-03-31,I.1.1,1,Nm3,"+gas, ghg.AR5)
	assert.EqualError(t, report.Faults.All[0], `line 2, rule "at year end": a value at year end is one of twelve months: `+
		"name a day for another period")
	_, _, err := activity.Read(strings.NewReader(header), ghg.CSVFormat{}, ghg.AR5)
	assert.ErrorContains(t, err, "needs a scheme")
}

// Rows by the thousand are as their derivations have them, those that are rounded too.
func TestManyRows(t *testing.T) {
	var text strings.Builder
	text.WriteString(header)
	for i := range 40 {
		amount := fmt.Sprintf("%d.%07d", i*i, i)
		if i%5 == 0 {
			amount += "123456789"
		}
		fmt.Fprintf(&text, "Nara,2023,I.1.1,%s,Nm3,combustion,city gas (LNG),GIR,at year end,residential,,,,,\n", amount)
		fmt.Fprintf(&text, "Nara,2023,I.1.1,%s,MWh (net),combustion,Natural Gas,IPCC 2006,,residential,,,,,\n", amount)
		fmt.Fprintf(&text, "Nara,2023,III.1.1,%s,t,methane commitment,Wood,IPCC 2006,,,,,MCF = 0.7; OX = 0.1; recovered = 1/3,own,\n", amount)
		fmt.Fprintf(&text, "Nara,2023,III.1.1,%s,t,methane commitment,Wood,IPCC 2006,,,,,MCF = 0.7; OX = 0.1; recovered = 0.3,own,\n", amount)
		fmt.Fprintf(&text, "Nara,2023,I.1.2,%s,GJ,electricity,,consumption end,of the year,,,,,,\n", amount)
		fmt.Fprintf(&text, "Nara,2023,I.1.2,%s,MWh,electricity,,stated,,,,,CO2 = 400 kg CO2/MWh,own,\n", amount)
	}
	sheet, _ := read(t, text.String(), ghg.AR5)
	assert.Equal(t, 40*5, sheet.Len(), "a third is no number")
	sum := sha256.Sum256([]byte(text.String()))
	for r := range sheet.Records() {
		assert.Equal(t, ghg.SHA256(sum), r.Evidence.Definition().SHA256)
		break
	}
}

// A file that was read in part has no checksum, and a row that follows a faulty amount of the
// same choice stands.
func TestBounds(t *testing.T) {
	const row = "Nara,2023,I.1.2,%s,MWh,electricity,,consumption end,of the year,,,,,,\n"
	text := header + fmt.Sprintf(row, "1") + fmt.Sprintf(row, "-1") + fmt.Sprintf(row, "2") + fmt.Sprintf(row, strings.Repeat("9", 37)) +
		fmt.Sprintf(row, "3")
	sheet, report := read(t, text, ghg.AR5)
	assert.Equal(t, 2, report.Faults.Len(), report.Faults)
	assert.Equal(t, 3, sheet.Len())
	sheet, report, err := activity.Read(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme, File: "x.csv", MostRecords: 1}, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, ghg.FaultBeyond, report.Faults.All[0].Code)
	for r := range sheet.Records() {
		assert.True(t, r.Evidence.Definition().SHA256.IsZero())
	}
}

func ExampleRead() {
	bills := strings.NewReader("지역,연도,배출원,사용량,단위,산정방법,대상,배출계수,계수기준,부문,출처\n" +
		"나래구,2023,I.1.1,1000,천N㎥,연소,도시가스(LNG),GIR,연말 기준,가정,판매량\n" +
		"나래구,2023,I.1.2,2000,MWh,전력,,소비단,해당 연도,,고지서\n" +
		"나래구,2023,I.1.1,12,kL,연소,등유,GIR,연말 기준,가정,판매량\n")
	sheet, report, err := activity.Read(bills, ghg.CSVFormat{Scheme: gpc.Scheme, File: "bills.csv"}, ghg.AR5)
	if err != nil {
		fmt.Println(err)
		return
	}
	for r := range sheet.Records() {
		fmt.Println(r.Line, r.Category.Code, r.Value)
	}
	d, _ := sheet.Explain(3)
	fmt.Println(d)
	fmt.Println(report.Faults)
	// Output:
	// 2 I.1.1 2150.815333333333333333333333 t CO2
	// 2 I.1.1 0.1925 t CH4-nonfossil
	// 2 I.1.1 0.00385 t N2O
	// 3 I.1.2 834.6 tCO2e (AR5)
	// purchased electricity, location-based = 834.6 t CO2e
	//   Q       = 2000 MWh   # electricity used; source: 고지서; bills.csv:3
	//   EF_CO2e = 0.4173 t CO2e/MWh   # emission factor, CO2e; source: elec.use.2023; github dillettante/carbonledger@bd20ada factors.json (GIR notice checked by its author 2026-07-20); k-esg.org 4184; news1 6012714; in force from 2025-12-18
	//   CO2e    = Q × EF_CO2e = 2000 × 0.4173 = 834.6 t CO2e   # CO2e (AR5); by: GPC ch. 6, scope 2, location-based
	// line 4, 계수기준 "연말 기준": net calorific value of kerosene, Energy Act Enforcement Rule: none was in force on 2023-12-31; the one before held until 2022-11-20: no other day's is taken; state one of your own with its source
}
