package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func activityForecast(file string) (strategy.BaselineDefinition, ghg.Report, error) {
	format := townFormat()
	format.Factors, _, _ = sheet.ReadFactors(strings.NewReader(townFactors), format)
	return sheet.ReadBaseline(strings.NewReader(file), format, strategy.BaselineDefinition{Name: "BAU", Place: "t", View: gpc.Basic,
		Metric: ghg.AR5})
}

// What is used, and its factor by name: the baseline follows the factor.
func ExampleReadBaseline_activity() {
	d, report, err := activityForecast(`배출원,연료,연도,배출량,단위,활동량,활동단위,계수,출처
I.2.2,전력,2024,,,1000,MWh,전력,전망 2024
I.2.2,전력,2025,,,1100,MWh,,전망 2024
나머지,,2024,20,천톤,,,,
나머지,,2025,20,천톤,,,,
`)
	base, failed := strategy.NewBaseline(d)
	for y := range base.Years() {
		total, _ := base.Total(y)
		fmt.Println(y, total)
	}
	fmt.Println(report.Faults.Len(), "faults", err, failed)
	// Output:
	// 2024 20417.3 tCO2e (AR5)
	// 2025 20429 tCO2e (AR5)
	// 0 faults <nil> <nil>
}

func TestReadBaselineActivityFaults(t *testing.T) {
	_, report, err := activityForecast(`배출원,연료,연도,배출량,단위,활동량,활동단위,계수
I.2.2,전력,2024,1,천톤,1000,MWh,전력
I.2.2,전력,2025,1,천톤,,,
II.1.1,,2024,,,5,MWh,등유
나머지,,2024,,,7,MWh,전력
`)
	require.NoError(t, err)
	for _, want := range []string{"one of the two", "other lines of the source have an activity", "allowed are 전력",
		"the rest is of no source"} {
		assert.ErrorContains(t, report.Err(), want)
	}
}
