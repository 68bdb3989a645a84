package drivers_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func emissionsOf(t testing.TB, amounts map[int]string) ghg.Yearly {
	var figures []ghg.YearFigure
	for year, kt := range amounts {
		figures = append(figures, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(kt + " ktCO2e (AR5)"), Vintage: ghg.FirstVintage, Source: "s"})
	}
	y, err := ghg.NewYearly("town", gpc.Basic, ghg.AR5, figures)
	require.NoError(t, err)
	return y
}

var kayaUnits = drivers.KayaUnits{Population: "명", GDP: "억원", Energy: "천toe"}

func TestReadKaya(t *testing.T) {
	emissions := emissionsOf(t, map[int]string{2018: "900", 2020: "870", 2023: "810"})
	k, report, err := drivers.ReadKaya(strings.NewReader("연도,인구,GRDP,에너지,출처\n2023,140000,45000,250,통계\n2018년,\"150,000\",40000,260,통계\n"),
		ghg.CSVFormat{Thousands: ','}, kayaUnits, emissions)
	require.NoError(t, err)
	require.NoError(t, report.Err())
	want, err := drivers.NewKaya(kayaUnits,
		drivers.KayaYear{Year: 2018, Population: dec("150000"), GDP: dec("40000"), Energy: dec("260"),
			Emissions: ghg.MustCO2e("900 ktCO2e (AR5)")},
		drivers.KayaYear{Year: 2023, Population: dec("140000"), GDP: dec("45000"), Energy: dec("250"),
			Emissions: ghg.MustCO2e("810 ktCO2e (AR5)")})
	require.NoError(t, err)
	assert.Equal(t, must(want.Change(2018, 2023)).String(), must(k.Change(2018, 2023)).String())

	for text, want := range map[string]string{
		"2019,1,1,1\n":           `line 2, year "2019"`,
		"2018,,1,1\n":            "line 2, population: it is needed",
		",1,1,1\n":               "line 2, year: it is needed",
		"2018,1,many,1\n":        `line 2, gdp "many"`,
		"2018,1,1,1\n2018,,1,\n": "line 3, energy: it is needed",
	} {
		_, report, err = drivers.ReadKaya(strings.NewReader("year,population,gdp,energy\n"+text), ghg.CSVFormat{}, kayaUnits, emissions)
		require.NoError(t, err)
		assert.ErrorContains(t, report.Err(), want)
	}
	_, _, err = drivers.ReadKaya(strings.NewReader("year,population,gdp,energy\n2018,1,1,1\n2018,1,1,1\n"), ghg.CSVFormat{}, kayaUnits,
		emissions)
	assert.ErrorContains(t, err, "given twice")
}

// The statistics of a city lie in a table of their own, beside its inventory.
func ExampleReadKaya() {
	var figures []ghg.YearFigure
	for year, kt := range map[int]string{2018: "900", 2023: "810"} {
		figures = append(figures, ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(kt + " ktCO2e (AR5)"), Vintage: ghg.FirstVintage, Source: "s"})
	}
	emissions, _ := ghg.NewYearly("town", gpc.Basic, ghg.AR5, figures)
	kaya, report, err := drivers.ReadKaya(strings.NewReader("연도,인구,지역내총생산,에너지\n2018,150000,40000,260\n2023,140000,45000,250\n"),
		ghg.CSVFormat{}, drivers.KayaUnits{Population: "명", GDP: "억원", Energy: "천toe"}, emissions)
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Err())
		return
	}
	change, err := kaya.Change(2018, 2023)
	fmt.Println(change, err)
	_, report, _ = drivers.ReadKaya(strings.NewReader("연도,인구,지역내총생산,에너지\n2019,150000,40000,260\n"), ghg.CSVFormat{}, kayaUnits, emissions)
	fmt.Println(report.Faults)
	// By hand: −90,000/ln(0.9) × ln(14/15) = −58,935.
	// Output:
	// 2018 to 2023 (endpoint): -90000 tCO2e = population -58935, GDP per head +159546, energy per GDP -134114, emissions per energy -56497 <nil>
	// line 2, 연도 "2019": the series of town: no figure for 2019 (there are figures for 2018 and 2023): a year without a figure is not 0; ask for one that has one, or add it to the series with its status
}
