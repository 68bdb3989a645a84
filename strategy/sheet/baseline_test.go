package sheet_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var townForecast = strategy.BaselineDefinition{Name: "forecast", Place: "town", View: gpc.Basic, Metric: ghg.AR5,
	Source: "forecast of 2024"}

func readBaseline(t *testing.T, lines ...string) (strategy.BaselineDefinition, string) {
	t.Helper()
	d, report, err := sheet.ReadBaseline(strings.NewReader("category,fuel,end_use,year,amount,unit,metric,source\n"+
		strings.Join(lines, "\n")), plainCSV, townForecast)
	require.NoError(t, err)
	return d, faultLines(report.Faults)
}

func TestReadBaselineValues(t *testing.T) {
	d, faults := readBaseline(t, "Rest,,,2031,1,t,,", "i.1.1,Gas,heat,2030,40,kt,AR5,table 3", "I.1.1,gas ,Heat,2031,38.5,천톤CO2eq,,",
		"나머지,,,2030,-2,t,,",
		",,school lunches,2030,1,t,,", ",,School lunches,2031,0,t,,")
	require.Empty(t, faults)
	assert.Equal(t, "forecast", d.Name)
	require.Len(t, d.Sources, 2)
	assert.Equal(t, on("I.1.1", "Gas", "heat"), d.Sources[0].On)
	assert.Equal(t, "table 3", d.Sources[0].Source)
	assert.Equal(t, strategy.EmissionSource{EndUse: "school lunches"}, d.Sources[1].On)
	b, err := strategy.NewBaseline(d)
	require.NoError(t, err)
	for year, want := range map[int]string{2030: "39999", 2031: "38501"} {
		total, ok := b.Total(year)
		assert.True(t, ok && total.Equal(ghg.MustCO2e(want+" tCO2e (AR5)")), total)
	}
	d, faults = readBaseline(t, "I.1.1,,,2030,1,t,,")
	assert.Empty(t, faults)
	assert.Nil(t, d.Rest)
}

// With a line at fault nothing is given; a column that is not read is no such
// line.
func TestReadBaselineFaults(t *testing.T) {
	for _, c := range []struct{ line, faults string }{
		{"I.1.1,gas,,2030,1,t,,", `repeated: line 3, year "2030": line 2 has this year of the source too`},
		{"I.1.1,gas,,2031,1,t,,b", `mismatch: line 3, source "b": lines from 2 on say "a": a source has one`},
		{"I.1.1,oil,,,1,t,,", `missing-field: line 3, year: it is needed`},
		{"I.1.1,oil,,2030,,t,,", `missing-field: line 3, amount: it is needed`},
		{"I.1.1,oil,,2030,1,t,AR4,", `metric: line 3, metric "AR4": the baseline is on metric AR5, and amounts on two metrics do not meet`},
		{"rest,oil,,2030,1,t,,", `mismatch: line 3, fuel "oil": the rest is of no source`},
		{"the rest,oil,,2030,1,t,,", `unknown-category: line 3, category "the rest": no category of GPC 1.1`},
		{"\"I,oil,,2030,1,t,,", `line: line 3, a quote is opened and not closed`},
	} {
		d, faults := readBaseline(t, "I.1.1,gas,,2030,1,t,,a", c.line)
		assert.Equal(t, c.faults, faults)
		assert.Empty(t, d.Sources)
		assert.Nil(t, d.Rest)
	}
	_, faults := readBaseline(t, "IX,,,2030,1,t,,", "X,,,2030,1,t,,")
	assert.NotContains(t, faults, "repeated")
	text := "category,year,amount,unit,page\nI.1.1,2030,1,t,7\n"
	d, report, err := sheet.ReadBaseline(strings.NewReader(text), plainCSV, townForecast)
	require.NoError(t, err)
	assert.Len(t, d.Sources, 1)
	require.NoError(t, report.Err())
	require.Len(t, report.Findings.All, 1)
	assert.Equal(t, ghg.FindingColumnNotRead, report.Findings.All[0].Code)
	assert.Equal(t, "page", report.Findings.All[0].Stated)
	few := plainCSV
	few.MostFaults = 1
	d, _, err = sheet.ReadBaseline(strings.NewReader(text+"I.1.1,x,1,t,7\nI.1.1,2031,x,t,7\n"), few, townForecast)
	require.NoError(t, err)
	assert.Empty(t, d.Sources, "the fault that is only counted counts")
}

func TestReadBaselineNeeds(t *testing.T) {
	_, _, err := sheet.ReadBaseline(strings.NewReader(""), sheet.Format{}, townForecast)
	assert.ErrorContains(t, err, "gpc.Scheme")
	d := townForecast
	d.Metric = ghg.Metric{}
	_, _, err = sheet.ReadBaseline(strings.NewReader(""), plainCSV, d)
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	d = townForecast
	d.Rest = map[int]ghg.CO2e{}
	_, _, err = sheet.ReadBaseline(strings.NewReader(""), plainCSV, d)
	assert.ErrorContains(t, err, `baseline "forecast" has sources or a rest already`)
	d.Rest, d.Sources = nil, []strategy.SourceEmissions{{}}
	_, _, err = sheet.ReadBaseline(strings.NewReader(""), plainCSV, d)
	assert.ErrorContains(t, err, "has sources or a rest already")
}
