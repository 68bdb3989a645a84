package sink_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const growthTable = `수종,식재단위,나이,흡수량,단위,생존율,출처
도시숲,ha,0,0,톤CO2eq,100%,가정
도시숲,ha,2,1.5,톤CO2eq,95%,가정
도시숲,ha,4,4.5,톤CO2eq,,가정
가로수,그루,0,2,kgCO2eq,100%,가정
가로수,그루,4,9,kgCO2eq,90%,가정
`

const plantings = `조성지,식재연도,식재량,수종,출처
강변,2024,12,도시숲,계획
중앙로,2025년,800,가로수,계획
`

// A city has a table of how its trees grow, and one of what it plants.
func ExampleReadPlantings() {
	stands, report, err := sink.ReadStands(strings.NewReader(growthTable), ghg.CSVFormat{}, ghg.AR5, sink.Linear)
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
		return
	}
	d, report, err := sink.ReadPlantings(strings.NewReader(plantings), ghg.CSVFormat{},
		sink.Definition{Name: "trees", Place: "가람시", Metric: ghg.AR5, Buffer: ghg.MustShare("20%"), Source: "assumed"}, stands)
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
		return
	}
	trees, err := sink.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	grown, err := trees.Through(2027)
	y, _ := grown.Year(2027)
	fmt.Println(y.Removal, err)
	// By hand, 2027: 12 ha × 95 % × 3 t; 800 trees of age 2 × 5.5 kg.

	_, report, _ = sink.ReadPlantings(strings.NewReader("조성지,식재연도,식재량,수종\n강변,2024,12,소나무\n"), ghg.CSVFormat{}, d, stands)
	fmt.Println(report.Faults)
	// Output:
	// 38.6 tCO2e (AR5) removed <nil>
	// line 2, 수종 "소나무": allowed are 도시숲, 가로수
}

func ExampleReadStands() {
	stands, _, _ := sink.ReadStands(strings.NewReader(growthTable), ghg.CSVFormat{}, ghg.AR5, sink.Held)
	for _, s := range stands {
		at, err := s.Growth.At(3)
		fmt.Println(s.Name, s.Growth.Per(), at, s.Survival.At(3), err)
	}
	_, report, _ := sink.ReadStands(strings.NewReader("stand,per,age,uptake,unit\npine,tree,1,9.1,kgCO2eq\n"), ghg.CSVFormat{}, ghg.AR5,
		sink.Held)
	fmt.Println(report.Faults.Len())
	// Output:
	// 도시숲 hectare 1.5 tCO2e (AR5) 95% <nil>
	// 가로수 tree 0.002 tCO2e (AR5) 100% <nil>
	// 1
}

func TestReadStandsFaults(t *testing.T) {
	for from, want := range map[string]string{
		"도시숲,ha,2→도시숲,그루,2":     "line 3, 식재단위",
		"도시숲,ha,2→도시숲,평,2":      `line 3, 식재단위 "평"`,
		"도시숲,ha,2→도시숲,ha,2.5":   "line 3, 나이",
		"도시숲,ha,2→도시숲,ha,-2":    "line 3, 나이",
		"도시숲,ha,2→도시숲,ha,99999": "line 3, 나이",
		"도시숲,ha,2→도시숲,ha,":      "line 3, 나이",
		"도시숲,ha,2→도시숲,ha,0":     "line 3, 나이",
		"1.5,톤CO2eq→,톤CO2eq":    "line 3, 흡수량",
		"1.5,톤CO2eq→1.5,kWh":    "line 3, 단위",
		"95%→105%":              "line 2, stand \"도시숲\"",
		"도시숲,ha,0→도시숲,ha,1":     "line 2, stand \"도시숲\"",
	} {
		a, b, _ := strings.Cut(from, "→")
		text := strings.Replace(growthTable, a, b, 1)
		require.NotEqual(t, growthTable, text)
		stands, report, err := sink.ReadStands(strings.NewReader(text), ghg.CSVFormat{}, ghg.AR5, sink.Linear)
		require.NoError(t, err)
		assert.ErrorContains(t, report.Err(), want, from)
		require.Len(t, stands, 1, from) // the other kind stands
		assert.Equal(t, "가로수", stands[0].Name)
	}
	none, report, err := sink.ReadStands(strings.NewReader(strings.Replace(growthTable, "도시숲,ha,2", ",ha,2", 1)), ghg.CSVFormat{}, ghg.AR5,
		sink.Linear)
	require.NoError(t, err)
	assert.ErrorContains(t, report.Err(), "line 3, 수종")
	assert.Empty(t, none, "the line may be of any kind")
	stands, report, err := sink.ReadStands(strings.NewReader(growthTable), ghg.CSVFormat{}, ghg.AR5, sink.Linear)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	given := sink.Definition{Name: "given", Cohorts: make([]sink.Cohort, 1, 4)}
	d, report, err := sink.ReadPlantings(strings.NewReader(plantings), ghg.CSVFormat{}, given, stands)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Len(t, d.Cohorts, 3)
	assert.Empty(t, given.Cohorts[:2][1].Name)
	last := d.Cohorts[2]
	assert.Equal(t, []any{"중앙로", 2025, "800", "계획"}, []any{last.Name, last.Year, last.Planted.String(), last.Source})
	for _, line := range []string{",2024,1,도시숲", "강변,,1,도시숲", "강변,24,1,도시숲", "강변,2024,,도시숲", "강변,2024,1,"} {
		d, report, err = sink.ReadPlantings(strings.NewReader(plantings+line+",\n"), ghg.CSVFormat{}, given, stands)
		require.NoError(t, err)
		assert.ErrorContains(t, report.Err(), "line 4", line)
		assert.Len(t, d.Cohorts, 1)
	}
}
