package ghg_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func seriesOf(t testing.TB, place ghg.PlaceID, metric ghg.Metric, status ghg.Status, amounts map[int]string) ghg.Yearly {
	var figures []ghg.YearFigure
	for year, kt := range amounts {
		c, err := ghg.ParseCO2e(kt+" ktCO2e ("+metric.String()+")", ghg.AR5, ghg.AR4)
		require.NoError(t, err)
		figures = append(figures, ghg.YearFigure{Year: year, CO2e: c, Status: status, Vintage: ghg.FirstVintage, Source: "s"})
	}
	y, err := ghg.NewYearly(place, gpc.Basic, metric, figures)
	require.NoError(t, err)
	return y
}

func TestThen(t *testing.T) {
	was := seriesOf(t, "town", ghg.AR5, ghg.Actual, map[int]string{2020: "97", 2022: "91"})
	will := seriesOf(t, "town", ghg.AR5, ghg.Projected, map[int]string{2021: "1", 2022: "2", 2024: "83", 2025: "79"})
	both, err := was.Then(will)
	require.NoError(t, err)
	var got []string
	for f := range both.All() {
		got = append(got, fmt.Sprintf("%d %s %s", f.Year, f.CO2e.Format(ghg.Kilotonne, 0), f.Status))
	}
	assert.Equal(t, []string{"2020 97 ktCO2e (AR5) actual", "2022 91 ktCO2e (AR5) actual", "2024 83 ktCO2e (AR5) projected",
		"2025 79 ktCO2e (AR5) projected"}, got)
	_, err = both.Figure(2023)
	assert.Error(t, err)
	assert.Equal(t, 2, was.Len()) // both stay as they were
	assert.Equal(t, 4, will.Len())

	none, err := was.Then(seriesOf(t, "town", ghg.AR5, ghg.Actual, nil))
	require.NoError(t, err)
	assert.Equal(t, was, none)
	all, err := seriesOf(t, "town", ghg.AR5, ghg.Actual, nil).Then(will)
	require.NoError(t, err)
	assert.Equal(t, will, all)

	var mismatch *ghg.MismatchError
	_, err = was.Then(seriesOf(t, "other town", ghg.AR4, ghg.Projected, map[int]string{2024: "83"}))
	require.ErrorAs(t, err, &mismatch)
	assert.Len(t, mismatch.Differ, 2)
	_, err = ghg.Yearly{}.Then(will)
	assert.Error(t, err)
}

// What was emitted, and then what the plan leaves, is one series.
func ExampleYearly_Then() {
	figure := func(year int, kt string, status ghg.Status, source string) ghg.YearFigure {
		return ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(kt + " ktCO2e (AR5)"), Status: status, Vintage: ghg.FirstVintage, Source: source}
	}
	was, err1 := ghg.NewYearly("town", gpc.Basic, ghg.AR5, []ghg.YearFigure{figure(2022, "91", ghg.Actual, "inventory"),
		figure(2023, "88", ghg.Provisional, "inventory")})
	left, err2 := ghg.NewYearly("town", gpc.Basic, ghg.AR5, []ghg.YearFigure{figure(2023, "90", ghg.Projected, "plan"),
		figure(2024, "83", ghg.Projected, "plan")})
	if err1 != nil || err2 != nil {
		fmt.Println(err1, err2)
		return
	}
	all, err := was.Then(left)
	if err != nil {
		fmt.Println(err)
		return
	}
	for f := range all.All() {
		fmt.Println(f.Year, f.CO2e.Format(ghg.Kilotonne, 0), f.Status, f.Source)
	}
	// Output:
	// 2022 91 ktCO2e (AR5) actual inventory
	// 2023 88 ktCO2e (AR5) provisional inventory
	// 2024 83 ktCO2e (AR5) projected plan
}
