package ghg_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const csvHead = "place,year,category,mass,unit,gas,metric,key,explanation,included_in\n"

func readCSV(t *testing.T, text string) ([]ghg.Record, ghg.Report) {
	t.Helper()
	records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	return records, report
}

func TestReadCSVValues(t *testing.T) {
	for _, c := range []struct{ line, gas, value, findings string }{
		{"대구,2018,I.1.1,12.50,t,CO2,,,,", "CO2", "12.5 t", ""},
		{"대구,2018,I.1.1,3,천톤,CH4,,,,", "CH4", "3000 t", ""},
		{"대구,2018,I.1.1,943,만톤,,,,,", "", "9430000 tCO2e", ""},
		{"대구,2018,I.1.1,943,만톤,CO2e,AR5,,,", "", "9430000 tCO2e (AR5)", ""},
		{"대구,2018,I.1.1,40,tCO2eq,CH4,AR4,,,", "CH4", "40 tCO2e (AR4)", ""},
		{"대구,2018,I.1.1,40,Gg N2O,,,,,", "N2O", "40000 t N2O", ""},
		{"대구,2018,I.1.1,40,t CH4,CH4-fossil,,,,", "CH4-fossil", "40 t CH4", ""},
		{"대구,2018,I.1.1,1.5e3,kg,SF6,,,,", "SF6", "1.5 t", ""},
		{"대구,2018,I.1.1,-5,t,,unstated,,,", "", "-5 tCO2e", ""},
		{"대구,2018,I.1.1,7,t,CH4,AR5,,,", "CH4", "7 t", "metric-on-mass"},
		{"대구,2018,I.1.1,,,,,NE,no data,", "", "NE", ""},
		{"대구,2018,I.1.1,,t,,, NO ,none here,", "", "NO", ""},
		{"대구,2018,I.1.1,,,,,NO; IE,why,", "", "IE", "key-normalised"},
		{"대구,2018,I.1.1,,,,,NE; NE,why,", "", "NE", "key-normalised"},
		{"대구,2018,II.1.2,,,,,IE (II.1.1),why,", "", "IE (II.1.1)", "key-normalised"},
		{"대구,2018,II.1.2,,,,,IE,why,ii.1.1", "", "IE (II.1.1)", ""},
		{"대구,2018,II.1.2,,,,,IE,why,buildings", "", "IE (buildings)", ""},
		{"대구,2018,II.1.2,NE,,,,,why,", "", "NE", "key-normalised"},
		{"대구,2018,II.1.2,0,t,CO2,,NO,why,", "CO2", "NO", "key-normalised"},
		{"대구,2018,II.1.2,8,t,CO2,,NE,why,", "CO2", "8 t, NE", ""},
		{"대구,2018,II.1.2,,,,,,,", "", "missing", ""},
		{"대구,2018,I.1.1,,t CH4,,,NO,none,", "CH4", "NO", ""},
		{"대구,2018,I.1.1,5,t,CO2b,,,,", "CO2(b)", "5 t", ""},
		{"대구,2018,I.1.1,5,kg,R-410A,,,,", "R-410A", "0.005 t", ""},
	} {
		t.Run(c.line, func(t *testing.T) {
			records, report := readCSV(t, csvHead+c.line+"\n")
			require.Empty(t, report.Faults.All)
			require.Len(t, records, 1)
			r := records[0]
			assert.Equal(t, ghg.PlaceID("대구"), r.Place)
			assert.Equal(t, 2, r.Line)
			assert.Equal(t, c.gas, r.Gas.String())
			assert.Equal(t, c.value, r.Value.String())
			assert.Equal(t, c.findings, codesOf(report.Findings))
		})
	}
}

func codesOf(f ghg.Findings) string {
	var codes []string
	for _, x := range f.All {
		codes = append(codes, x.Code)
	}
	return strings.Join(codes, " ")
}

func faultsOf(f ghg.Faults) string {
	var codes []string
	for _, x := range f.All {
		codes = append(codes, x.Code)
	}
	return strings.Join(codes, " ")
}

// Every field that cannot be used is a fault with its line, column and value,
// and the line after it is read.
func TestReadCSVFaults(t *testing.T) {
	for _, c := range []struct{ line, code, field, says string }{
		{"Daegu,2018,I.9.9,5,t,CO2,,,,", ghg.FaultUnknownCategory, "category", "no category of GPC 1.1"},
		{"Daegu,2018,I.1,5,t,CO2,,,,", ghg.FaultNotReportable, "category", "declared total"},
		{"Daegu,2018,,5,t,CO2,,,,", ghg.FaultMissingField, "category", "needed"},
		{",2018,I.1.1,5,t,CO2,,,,", ghg.FaultMissingField, "place", "needed"},
		{strings.Repeat("x", 201) + ",2018,I.1.1,5,t,CO2,,,,", ghg.FaultPlace, "place", "longer than 200"},
		{"Daegu,,I.1.1,5,t,CO2,,,,", ghg.FaultMissingField, "year", "needed"},
		{"Daegu,1849,I.1.1,5,t,CO2,,,,", ghg.FaultPeriod, "year", "1850"},
		{"Daegu,2018.0,I.1.1,5,t,CO2,,,,", ghg.FaultPeriod, "year", "1850"},
		{"Daegu,2018,I.1.1,5,t,CO3,,,,", ghg.FaultUnknownGas, "gas", "HFC-134a"},
		{"Daegu,2018,I.1.1,5,t,HFCs,,,,", ghg.FaultUnknownGas, "gas", "a group of gases"},
		{"Daegu,2018,I.1.1,1e1000000000,t,CO2,,,,", ghg.FaultNumber, "mass", "out of bounds"},
		{"Daegu,2018,I.1.1,1e-1000000000,t,CO2,,,,", ghg.FaultNumber, "mass", "out of bounds"},
		{"Daegu,2018,I.1.1,NaN,t,CO2,,,,", ghg.FaultNumber, "mass", "not a number"},
		{"Daegu,2018,I.1.1,Inf,t,CO2,,,,", ghg.FaultNumber, "mass", "not a number"},
		{"Daegu,2018,I.1.1,0x1F,t,CO2,,,,", ghg.FaultNumber, "mass", "not a number"},
		{`Daegu,2018,I.1.1,"1,234.5",t,CO2,,,,`, ghg.FaultNumber, "mass", "thousands separators"},
		{`Daegu,2018,I.1.1,"12,5",t,CO2,,,,`, ghg.FaultNumber, "mass", "decimal mark"},
		{"Daegu,2018,I.1.1,1 234,t,CO2,,,,", ghg.FaultNumber, "mass", "thousands separators"},
		{"Daegu,2018,I.1.1,5,,CO2,,,,", ghg.FaultUnit, "unit", "needs a unit"},
		{"Daegu,2018,I.1.1,5,MT,CO2,,,,", ghg.FaultUnit, "unit", "more than one way"},
		{"Daegu,2018,I.1.1,5,MWh,CO2,,,,", ghg.FaultUnit, "unit", "allowed are"},
		{"Daegu,2018,I.1.1,5,t CH4,CO2,,,,", ghg.FaultMismatch, "unit", "the gas is CO2"},
		{"Daegu,2018,I.1.1,5,t CH4,CO2e,,,,", ghg.FaultMismatch, "unit", "the gas is CO2e"},
		{"Daegu,2018,I.1.1,5,t,,AR9,,,", ghg.FaultUnknownMetric, "metric", "allowed are SAR"},
		{"Daegu,2018,I.1.1,,,,,XX,why,", ghg.FaultKey, "key", "unknown notation key"},
		{"Daegu,2018,I.1.1,,,,,NA,why,", ghg.FaultKey, "key", "allowed are NO, NE, IE, C"},
		{"Daegu,2018,I.1.1,5,t,CO2,,NO,why,", ghg.FaultKeyWithNumber, "key", "denies"},
		{"Daegu,2018,I.1.1,5,t,CO2,,,,II.1.1", ghg.FaultMismatch, "included_in", "IE"},
		{"Daegu,2018,I.1.1,,,,,NE,why,II.1.1", ghg.FaultMismatch, "included_in", "IE"},
		{"Daegu,2018,I.1.1,5,t,CO2", ghg.FaultFieldCount, "line", "6 fields where the header has 10"},
		{"Daegu,2018,I.1.1,5,t,CO2,,,,,7", ghg.FaultFieldCount, "field 11", "no column name"},
		{"Daegu,2018,I.1.1,5,t,CO2,,,\"open,", ghg.FaultLine, "", "not closed"},
		{"Daegu,2018,I.1.1,\"5\"5,t,CO2,,,,", ghg.FaultLine, "", "closing quote"},
		{"\xb4\xeb\xb1\xb8,2018,I.1.1,5,t,CO2,,,,", ghg.FaultEncoding, "", "CP949"},
		{"\xff\xfe\xfd,2018,I.1.1,5,t,CO2,,,,", ghg.FaultEncoding, "", "not UTF-8"},
		{"Daegu,2018,I.1.1,,t CH4,CO2,,NO,none,", ghg.FaultMismatch, "unit", "the gas is CO2"},
		{"Daegu,2018,I.1.1,1e30,Mt,CO2,,,,", ghg.FaultNumber, "mass", "in Mt"},
		{"Daegu,2018,I.1.1,５,t,CO2,,,,", ghg.FaultNumber, "mass", "\"５\" is not allowed"},
		{"Daegu,2018,I.1.1,−5,t,CO2,,,,", ghg.FaultNumber, "mass", "\"−\" is not allowed"},
		{"Daegu,2018,I.1.1,5,t,CO2,,,,\x00", ghg.FaultEncoding, "", "zero byte"},
		{"Daegu,2018,I.1.1,5,t,CO2,,," + strings.Repeat("y", 10_001) + ",", ghg.FaultField, "explanation", "longer than 10000"},
		{strings.Repeat("9", 1<<20+1), ghg.FaultLine, "", "longer than"},
	} {
		name := c.line
		if len(name) > 60 {
			name = name[:20]
		}
		t.Run(name, func(t *testing.T) {
			records, report := readCSV(t, csvHead+c.line+"\nDaegu,2018,III.1.1,6,t,CH4,,,,\n")
			require.Len(t, records, 1, "the next line is read")
			assert.Equal(t, "III.1.1", records[0].Category.Code)
			assert.Equal(t, 3, records[0].Line)
			require.Len(t, report.Faults.All, 1)
			f := report.Faults.All[0]
			assert.Equal(t, c.code, f.Code)
			assert.Equal(t, 2, f.Line)
			assert.Equal(t, c.field, f.Field)
			assert.Contains(t, f.Error(), c.says)
			assert.Less(t, len(f.Error()), 1000)
		})
	}
}

func TestReadCSVAllFaultsOfALine(t *testing.T) {
	records, report := readCSV(t, csvHead+"Daegu,18,I.9.9,x,MT,CO3,AR9,XX,,\n")
	assert.Empty(t, records)
	assert.Equal(t, "period unknown-category unknown-gas unit unknown-metric number key", faultsOf(report.Faults))
	assert.Equal(t, ghg.PlaceID("Daegu"), report.Faults.All[0].Place)
	assert.True(t, report.Faults.All[0].Period.IsZero())
}

func TestReadCSVOtherColumns(t *testing.T) {
	text := "unit,mass,category,year,place,gas,scope,fuel,activity,facility,variant,tags,status,quality,method,source,assumption,scheme,\n" +
		"t,5,I.3.1,2018-04-01/2019-03-31,대구,CO2,1,coal,heat,염색산단 열병합,,ets; council,provisional,M,eq. 2.1,KEPCO,shares of 2017,gpc,\n" +
		"t,5,I.1.2,2018,대구,CO2,,,,,market,,,,,,,,\n"
	records, report := readCSV(t, text)
	require.Empty(t, report.Faults.All)
	require.Len(t, records, 2)
	r := records[0]
	assert.Equal(t, "2018-04-01/2019-03-31", r.Period.String())
	assert.Equal(t, ghg.Scope1, r.Scope)
	assert.Equal(t, []string{"coal", "heat", "염색산단 열병합"}, []string{r.Fuel, r.Activity, r.Facility})
	assert.True(t, r.Tags.Has("ets") && r.Tags.Has("council"))
	assert.Equal(t, ghg.Provisional, r.Status)
	assert.Equal(t, ghg.EvidenceDefinition{ActivityQuality: ghg.Medium, FactorQuality: ghg.Medium, Method: "eq. 2.1", Source: "KEPCO",
		Assumption: "shares of 2017"},
		r.Evidence.Definition())
	assert.Equal(t, ghg.MarketBased, records[1].Variant)
	assert.True(t, records[1].Evidence.IsZero())

	for column, bad := range map[string]string{"scope": "4", "variant": "monthly", "status": "final", "quality": "good", "scheme": "IPCC"} {
		_, report := readCSV(t, "place,year,category,mass,unit,"+column+"\nDaegu,2018,I.1.1,5,t,"+bad+"\n")
		require.Len(t, report.Faults.All, 1, column)
		assert.Equal(t, column, report.Faults.All[0].Field)
		assert.Equal(t, bad, report.Faults.All[0].Value)
	}
}

func TestReadCSVHeader(t *testing.T) {
	for _, c := range []struct{ name, text, codes, says string }{
		{"empty", "", "empty-file", "a header line with place, year, category, mass, unit is needed"},
		{"blank", "\n\n,,\n", "empty-file", "empty"},
		{"twice", "place,year,category,mass,unit,Mass\nD,2018,I.1.1,5,t,6\n", "header", "there twice"},
		{"missing", "place,year,category,mass\nD,2018,I.1.1,5\n", "header", "missing"},
		{"binary", "\x89PNG\x00\x00", "encoding", "a zero byte: this is not text"},
		{"UTF-16", "\xff\xfep\x00l\x00", "encoding", "UTF-16"},
		{"CP949", "\xc1\xf6\xbf\xaa,\xbf\xac\xb5\xb5\n", "encoding", "looks like CP949"},
		{"an unnamed first column, and semicolons", ";place;year;category;mass;unit\n", "header",
			"fields are separated by ';': they must be separated by ','"},
		{"semicolons", "place;year;category;mass;unit\n", "header", "fields are separated by ';': they must be separated by ','"},
		{"tabs", "place\tyear\tcategory\tmass\tunit\n", "header", "fields are separated by '\\t'"},
		{"lone CR", "place,year,category,mass,unit\rD,2018,I.1.1,5,t\r", "header", "lone CR"},
		{"none known", "\ufeff지번,메모\n", "header header header header header",
			`header "mass": the column is missing (or 배출량); not read are "지번", "메모"; nothing below the header was read`},
		{"a unit in it", "place,year,category,배출량 (천톤)\nD,2018,I.1.1,5\n", "header header",
			`the column is missing (or 배출량), and "배출량 (천톤)" is not read; write "배출량" alone, and "천톤" in a column or in the cells`},
	} {
		t.Run(c.name, func(t *testing.T) {
			records, report := readCSV(t, c.text)
			assert.Empty(t, records)
			assert.Equal(t, c.codes, faultsOf(report.Faults))
			assert.Contains(t, report.Faults.Error(), c.says)
		})
	}
}

func TestReadCSVTolerates(t *testing.T) {
	want := "I.1.1 5 t"
	for name, text := range map[string]string{
		"byte order mark":   "\ufeffplace,year,category,mass,unit,gas\nD,2018,I.1.1,5,t,CO2\n",
		"CRLF":              "place,year,category,mass,unit,gas\r\nD,2018,I.1.1,5,t,CO2\r\n",
		"no last line end":  "place,year,category,mass,unit,gas\nD,2018,I.1.1,5,t,CO2",
		"blank lines":       "\nplace,year,category,mass,unit,gas\n\n,,,,,\nD,2018,I.1.1,5,t,CO2\n\n",
		"spaces":            " Place , YEAR,category,mass,unit,gas\n D , 2018,i.1.1.,\u00a05 , t ,CO2\n",
		"quotes":            `"place","year","category","mass","unit","gas"` + "\n" + `"D","2018","I.1.1","5","t","CO2"` + "\n",
		"empty end columns": "place,year,category,mass,unit,gas,,\nD,2018,I.1.1,5,t,CO2,,\n",
		"an unknown column": "place,year,category,mass,unit,gas,note\nD,2018,I.1.1,5,t,CO2,hello\n",
	} {
		records, report := readCSV(t, text)
		require.Len(t, records, 1, name)
		assert.Equal(t, want, records[0].Category.Code+" "+records[0].Value.String(), name)
		assert.NoError(t, report.Err(), name)
		if name != "an unknown column" {
			assert.Zero(t, report.Findings.Len(), name)
		}
	}
}

func TestReadCSVQuotedLines(t *testing.T) {
	records, report := readCSV(t, "place,year,category,mass,unit,key,explanation\n"+
		"D,2018,I.1.1,,,NE,\"two lines,\nand \"\"quotes\"\"\"\n"+
		"D,2018,I.1.2,5,t,,\n")
	require.Zero(t, report.Faults.Len())
	require.Len(t, records, 2)
	assert.Equal(t, "two lines,\nand \"quotes\"", records[0].Value.Explanation())
	assert.Equal(t, 2, records[0].Line)
	assert.Equal(t, 4, records[1].Line)
}

// A quote that is never closed costs its own line and no other.
func TestReadCSVOpenQuoteLosesOneLine(t *testing.T) {
	var b strings.Builder
	b.WriteString("place,year,category,mass,unit,key,explanation\nD,2018,I.1.1,,,NE,\"open\n")
	for range 500 {
		b.WriteString("D,2018,I.1.2,5,t,,\n")
	}
	records, report := readCSV(t, b.String())
	assert.Len(t, records, 500)
	assert.Equal(t, "line", faultsOf(report.Faults))
	assert.Equal(t, 3, records[0].Line)
	assert.Equal(t, 502, records[499].Line)

	long := "place,year,category,mass,unit\nD,2018,I.1.1,\"5\n" + strings.Repeat("7", 1<<20+5) + "\nD,2018,I.1.2,6,t\n"
	records, report = readCSV(t, long)
	assert.Len(t, records, 1)
	assert.Equal(t, "line line", faultsOf(report.Faults))
	assert.Equal(t, 4, records[0].Line)
}

func TestReadCSVDecimalComma(t *testing.T) {
	f := ghg.CSVFormat{Scheme: gpc.Scheme, Comma: true, Delimiter: ';'}
	text := "place;year;category;mass;unit\nD;2018;I.1.1;12,5;t\nD;2018;I.1.1;12.5;t\nD;2018;I.1.1;1.234,5;t\n"
	records, report, err := ghg.ReadCSV(strings.NewReader(text), f)
	require.NoError(t, err)
	require.Len(t, records, 1)
	assert.Equal(t, "12.5 tCO2e", records[0].Value.String())
	assert.Equal(t, "number number", faultsOf(report.Faults))
}

func TestReadCSVOwnMetricAndScheme(t *testing.T) {
	own, err := ghg.NewMetric("city", "local study", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("30")})
	require.NoError(t, err)
	other, err := ghg.NewScheme(ghg.SchemeDefinition{ID: "Own 1", Names: []string{"own"}, Source: "here",
		Nodes: []ghg.Node{{Code: "A", Reportable: true}}})
	require.NoError(t, err)
	text := "place,year,category,mass,unit,metric,scheme\nD,2018,A,5,t," + own.String() + ",OWN\nD,2018,I.1.1,5,t,,GPC\n"
	records, report, err := ghg.ReadCSV(strings.NewReader(text),
		ghg.CSVFormat{Scheme: gpc.Scheme, Schemes: []ghg.Scheme{other}, Metrics: []ghg.Metric{own}})
	require.NoError(t, err)
	require.Zero(t, report.Faults.Len())
	c, ok := records[0].Value.CO2e()
	require.True(t, ok)
	assert.Equal(t, own.ID(), c.Metric().ID())
	assert.Equal(t, other.ID(), records[0].Category.Scheme)
	assert.Equal(t, gpc.Scheme.ID(), records[1].Category.Scheme)
}

func TestReadCSVErrors(t *testing.T) {
	_, _, err := ghg.ReadCSV(strings.NewReader(""), ghg.CSVFormat{})
	assert.ErrorContains(t, err, "gpc.Scheme")
	broken := errors.New("the disk is gone")
	for _, text := range []string{"", csvHead, csvHead + "D,2018,I.1.1,5,t,CO2,,,,\n", csvHead + "D,2018,I.1.1,5,t,CO2,,,\"open\n"} {
		in := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		_, _, err = ghg.ReadCSV(in, ghg.CSVFormat{Scheme: gpc.Scheme})
		assert.ErrorIs(t, err, broken)
	}
}

func TestReadCSVCountsBeyondTheCap(t *testing.T) {
	text := csvHead + strings.Repeat("D,2018,I.9.9,5,t,,,,,\n", 25) + strings.Repeat("D,2018,I.1.1,,,,,ne,,\n", 25)
	_, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme, MostFaults: 10})
	require.NoError(t, err)
	assert.Len(t, report.Faults.All, 10)
	assert.Equal(t, 15, report.Faults.More)
	assert.Equal(t, 25, report.Faults.Len())
	assert.Contains(t, report.Faults.Error(), "and 15 more")
	assert.Len(t, report.Findings.All, 10)
	assert.Equal(t, 15, report.Findings.More)
}

func TestCSVRoundTrip(t *testing.T) {
	text := "place,year,category,mass,unit,gas,metric,key,explanation,included_in,scope,fuel,activity,facility,variant,tags,status,quality,method,source,assumption\n" +
		"대구,2018,I.1.1,12.500,kt,CO2,,,,,1,gas,heat,\"plant, \"\"A\"\"\",,b;a,estimated,L,m,s,a\n" +
		"대구,2018-04-01/2019-03-31,I.1.2,0.1,tCO2e,,AR5,,,,,,,,location,,,,,,\n" +
		"대구,2018,II.1.2,,,,,IE,chargers,II.1.1,,,,,,,,,,,\n" +
		"대구,2018,II.1.1,7,t,CH4,,NE,part,,,,,,,,,,,,\n" +
		"대구,2018,IV.2,1,kg,R-410A,,,,,,,,,,,nowcast,,,,\n" +
		"대구,2018,IV.2,,,,,,said nothing,,,,,,,,,,,,\n"
	records, report := readCSV(t, text)
	require.Zero(t, report.Faults.Len(), report.Faults)
	var out bytes.Buffer
	require.NoError(t, ghg.WriteCSV(&out, records))
	again, report := readCSV(t, out.String())
	require.Zero(t, report.Faults.Len(), report.Faults)
	require.Len(t, again, len(records))
	for i := range records {
		a, b := records[i], again[i]
		assert.True(t, a.Value.Equal(b.Value), "%s and %s", a.Value, b.Value)
		assert.True(t, a.Evidence.Equal(b.Evidence))
		a.Value, b.Value, a.Evidence, b.Evidence = ghg.Value{}, ghg.Value{}, ghg.Evidence{}, ghg.Evidence{}
		assert.Equal(t, a, b)
	}
	assert.Error(t, ghg.WriteCSV(brokenWriter{}, records))
	for _, r := range []ghg.Record{rec("I.1.1", ghg.Gas{}, mass("5 t CH4")), rec("I.1.1", ghg.Gas{}, mass("5 t")),
		rec("I.1.1", ghg.CO2, mass("5 t CH4"))} {
		assert.ErrorContains(t, ghg.WriteCSV(&out, []ghg.Record{r}), "a mass needs its gas", "it would be read as CO2e")
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("full") }

func TestReadDeclaredCSV(t *testing.T) {
	text := "place,year,view,mass,unit\nDaegu,2018,basic,9.43,Mt\nDaegu,2018,BASIC +,1.5,천톤CO2eq\n" +
		"Daegu,2018,everything,1,t\nDaegu,2018,BASIC,x,t\nDaegu,2018,BASIC,1,t CH4\nDaegu,2018,BASIC,1,\n,,BASIC,1,t\n"
	totals, report, err := ghg.ReadDeclaredCSV(strings.NewReader(text), ghg.CSVFormat{}, gpc.Views()...)
	require.NoError(t, err)
	require.Len(t, totals, 2)
	assert.Equal(t, gpc.Basic.ID(), totals[0].View.ID())
	assert.Equal(t, "9.43 Mt", totals[0].Figure.String())
	assert.Equal(t, "9430000 t", totals[0].Figure.Mass().String())
	assert.Equal(t, "5000 t", totals[0].Figure.HalfUnit().String())
	assert.Equal(t, gpc.BasicPlus.ID(), totals[1].View.ID())
	assert.Equal(t, 3, totals[1].Line)
	assert.Equal(t, "declared number unit unit missing-field missing-field", faultsOf(report.Faults))
	_, _, err = ghg.ReadDeclaredCSV(strings.NewReader(text), ghg.CSVFormat{})
	assert.ErrorContains(t, err, "views")
}

// Whatever the text, reading ends, and each line is a record or a fault.
func FuzzReadCSV(f *testing.F) {
	f.Add([]byte(csvHead + "D,2018,I.1.1,5,t,CO2,,,,\n"))
	f.Add([]byte(csvHead + "D,2018,I.1.1,\"5,t\nCO2,,,,\n\"\"\n"))
	f.Add([]byte("\ufeff" + csvHead + "대구,2018,IV.2,1e5,kg,R-410A,,NE; NE,\"a\nb\",\r\n"))
	f.Add([]byte("\xb4\xeb\xb1\xb8,\n\x00"))
	f.Fuzz(func(t *testing.T, text []byte) {
		records, report, err := ghg.ReadCSV(bytes.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
		if err != nil {
			t.Fatal(err)
		}
		accountForLines(t, text, records, report)
		var out bytes.Buffer
		if err := ghg.WriteCSV(&out, records); err != nil {
			t.Fatal(err)
		}
		again, report, err := ghg.ReadCSV(&out, ghg.CSVFormat{Scheme: gpc.Scheme})
		if err != nil || report.Faults.Len() > 0 || len(again) != len(records) {
			t.Fatalf("what was written is not read again: %v %v", err, report.Faults)
		}
		for i, r := range records {
			if !r.Value.Equal(again[i].Value) {
				t.Fatalf("%s became %s", r.Value, again[i].Value)
			}
		}
		for id, group := range ghg.GroupRecords(records) {
			inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, group)
			if err != nil {
				t.Fatalf("what was read is no inventory: %v", err)
			}
			for _, v := range gpc.Views() {
				total, _ := inv.Total(v, ghg.AR5)
				_ = total.Explain()
			}
		}
	})
}

// accountForLines checks that each line of a text without quotes is blank, the
// header, a record or a fault.
func accountForLines(t *testing.T, text []byte, records []ghg.Record, report ghg.Report) {
	if bytes.IndexByte(text, '"') >= 0 || report.Faults.More > 0 {
		return
	}
	seen := map[int]bool{}
	for _, r := range records {
		seen[r.Line] = true
	}
	for _, f := range report.Faults.All {
		if f.Field == "header" && strings.Contains(f.Detail, "nothing below") {
			return
		}
		seen[f.Line] = true
	}
	header := true
	for i, line := range bytes.Split(text, []byte("\n")) {
		blank := len(bytes.Trim(bytes.TrimPrefix(line, []byte("\ufeff")), ", \t\r\v\f\u0085\u00a0")) == 0
		if header && !blank {
			header = false
			continue
		}
		if !blank && !seen[i+1] && len(bytes.TrimSpace(line)) > 0 {
			t.Fatalf("line %d, %q, was dropped", i+1, line)
		}
	}
}

// Faults found before the place is read have it all the same.
func TestReadCSVFaultsHaveTheirPlace(t *testing.T) {
	_, report := readCSV(t, csvHead+"Daegu,2018,I.1.1,5,t\n")
	require.Len(t, report.Faults.All, 1)
	assert.Equal(t, ghg.FaultFieldCount, report.Faults.All[0].Code)
	assert.Equal(t, ghg.PlaceID("Daegu"), report.Faults.All[0].Place)
	assert.Equal(t, ghg.CalendarYear(2018), report.Faults.All[0].Period)
}

// Names that macOS writes in decomposed Hangul are the same names.
func TestReadCSVDecomposedHangul(t *testing.T) {
	records, report := readCSV(t, "place,year,category,mass,unit\n대구,2018,I.1.1,5,천톤\n"+
		"\u1103\u1162\u1100\u116e,2018,I.1.2,5,\u110e\u1165\u11ab\u1110\u1169\u11ab\n")
	require.Zero(t, report.Faults.Len(), report.Faults)
	assert.Equal(t, records[0].Place, records[1].Place)
	assert.True(t, records[0].Value.Equal(records[1].Value))
}

// What is known of many records is kept once, and of one cannot be changed for
// another.
func TestReadCSVEvidence(t *testing.T) {
	records, _ := readCSV(t,
		"place,year,category,mass,unit,source\nD,2018,I.1.1,5,t,KEPCO\nD,2018,I.1.2,5,t,\nD,2018,I.1.3,5,t,KNOC\nD,2018,I.2.1,5,t,KEPCO\n")
	assert.True(t, records[0].Evidence == records[3].Evidence)
	assert.False(t, records[0].Evidence.Equal(records[2].Evidence))
	assert.True(t, records[1].Evidence.IsZero())
	d := records[0].Evidence.Definition()
	d.Source = "changed"
	records[0].Evidence = ghg.NewEvidence(d)
	assert.Equal(t, "changed", records[0].Evidence.Source())
	assert.Equal(t, "KEPCO", records[3].Evidence.Source())
}

func TestCSVFormatIsChecked(t *testing.T) {
	for says, f := range map[string]ghg.CSVFormat{
		"cannot separate fields":  {Scheme: gpc.Scheme, Delimiter: '"'},
		"cannot separate fields ": {Scheme: gpc.Scheme, Delimiter: '\n'},
		"'7' cannot separate":     {Scheme: gpc.Scheme, Delimiter: '7'},
		"'.' cannot separate":     {Scheme: gpc.Scheme, Delimiter: '.'},
		"another delimiter":       {Scheme: gpc.Scheme, Comma: true},
		"another delimiter, such": {Scheme: gpc.Scheme, Comma: true, Delimiter: ','},
		"cannot be below 0":       {Scheme: gpc.Scheme, MostFaults: -1},
	} {
		_, _, err := ghg.ReadCSV(strings.NewReader(csvHead), f)
		assert.ErrorContains(t, err, strings.TrimSpace(says))
		_, _, err = ghg.ReadDeclaredCSV(strings.NewReader(csvHead), f, gpc.Views()...)
		assert.ErrorContains(t, err, strings.TrimSpace(says))
	}
}

// Lines that close a quote and open another: each is scanned once for each row
// tried, and not split anew from the first, which would take minutes.
func TestReadCSVReopenedQuotes(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	text := "place,year,category,mass,unit\n" + strings.Repeat("a\",\"\n", 20_000) + "D,2018,I.1.1,5,t\n"
	_, report := readCSV(t, text)
	assert.Greater(t, report.Faults.Len(), 0)
	text = "place,year,category,mass,unit,key,explanation\nD,2018,I.1.1,,,NE,\"" + strings.Repeat("x\n", 250) + "\"\nD,2018,I.1.2,5,t,,\n"
	records, report := readCSV(t, text)
	assert.Contains(t, report.Faults.All[0].Detail, "not closed within 200 lines")
	assert.Len(t, records, 1)
	text = "place,year,category,mass,unit,key,explanation\nD,2018,I.1.1,,,NE,\"" + strings.Repeat(strings.Repeat("x", 600_000)+"\n", 2) +
		"\"\nD,2018,I.1.2,5,t,,\n"
	records, report = readCSV(t, text)
	assert.Contains(t, report.Faults.All[0].Detail, "not closed within 1048576 bytes")
	assert.Len(t, records, 1)
}

// N/A is no number and no key: what hides a gap is asked for, in either column.
func TestReadCSVAsksWhatNotAvailableMeans(t *testing.T) {
	const advice = "it is read in more than one way (not applicable, not available): write NA, NO or NE"
	records, report := readCSV(t, "place,year,category,mass,unit,key\nD,2018,I.1.1,N/A,t,\nD,2018,I.1.2,#N/A,,\nD,2018,I.2.1,n.a.,t,NE\n"+
		"D,2018,I.2.2,,,n/a\nD,2018,I.3.1,NO/NE,,\n")
	require.Len(t, records, 1)
	assert.Equal(t, ghg.NE, records[0].Value.Key())
	assert.Equal(t, "NO/NE", records[0].Value.AsRead())
	assert.Equal(t, `line 2, mass "N/A": `+advice+`
line 3, mass "#N/A": `+advice+`
line 4, mass "n.a.": `+advice+`
line 5, key "n/a": unknown notation key "n/a": `+advice, strings.TrimSpace(report.Faults.Error()))
}
