package ghg_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// The population of a city, a count and a projection. What is missing is not
// taken from the year beside it.
func ExampleYears() {
	population, err := ghg.NewYears("population", "persons", exact.Check,
		ghg.OfYear[decimal.Decimal]{Year: 2030, Value: dec("2253000"), Status: ghg.Projected, Source: "KOSIS, 2022 projection"},
		ghg.OfYear[decimal.Decimal]{Year: 2018, Value: dec("2444412"), Source: "KOSIS"})
	fmt.Println(population, err)
	for y := range population.All() {
		fmt.Println(y.Year, y.Value, y.Status, "-", y.Source)
	}
	_, err = population.Need(2024)
	var none *ghg.NoFigureError
	if errors.As(err, &none) {
		fmt.Println(none.Year, none.Have)
	}
	// Output:
	// population in persons, 2018 and 2030 <nil>
	// 2018 2444412 actual - KOSIS
	// 2030 2253000 projected - KOSIS, 2022 projection
	// 2024 [2018 2030]
}

// All that is wrong with a series is said at once.
func ExampleNewYears() {
	above0 := func(d decimal.Decimal) error {
		if d.IsPositive() {
			return nil
		}
		return fmt.Errorf("%s: above 0 is needed", d)
	}
	_, err := ghg.NewYears("price index", "", above0,
		ghg.OfYear[decimal.Decimal]{Year: 2020, Value: dec("100")},
		ghg.OfYear[decimal.Decimal]{Year: 2020, Value: dec("105.4")},
		ghg.OfYear[decimal.Decimal]{Year: 2021, Value: dec("0")},
		ghg.OfYear[decimal.Decimal]{Year: 20222, Value: dec("107.7")})
	fmt.Println(err)
	// Output:
	// price index: year 2020 is given twice: one is allowed
	// price index in 2021: 0: above 0 is needed
	// price index: year 20222: years from 1850 to 2300 are allowed
}

func ExampleOfYear() {
	floor, _ := ghg.NewYears("floor area", "", nil,
		ghg.OfYear[ghg.Quantity]{Year: 2018, Value: ghg.MustQuantity("12300000 m2"), Source: "건축물대장"},
		ghg.OfYear[ghg.Quantity]{Year: 2022, Value: ghg.MustQuantity("1260 ha"), Status: ghg.Provisional})
	first, _ := floor.First()
	last, _ := floor.Last()
	fmt.Println(first.Value, first.Status)
	fmt.Println(last.Value, last.Status)
	// Output:
	// 12300000 m2 actual
	// 1260 ha provisional
}

// A series that begins later than the year that is asked for: the caller takes
// the first year that there is, and says so.
func ExampleNoFigureError() {
	grid, _ := ghg.NewYears("grid factor", "tCO2e/MWh", nil,
		ghg.OfYear[decimal.Decimal]{Year: 2020, Value: dec("0.4541")}, ghg.OfYear[decimal.Decimal]{Year: 2022, Value: dec("0.4173")})
	_, err := grid.Need(2018)
	fmt.Println(err)
	var none *ghg.NoFigureError
	if errors.As(err, &none) && len(none.Have) > 0 {
		fmt.Println("held instead:", none.Have[0])
	}
	// Output:
	// grid factor: no figure for 2018 (there are figures for 2020 and 2022): what is missing is not 0, and none is carried over from another year: state it
	// held instead: 2020
}

func ExampleYearError() {
	err := ghg.CheckYear("base year", 18)
	var year *ghg.YearError
	fmt.Println(errors.As(err, &year), year.Year, year.First == ghg.FirstYear, year.Last == ghg.LastYear)
	fmt.Println(err)
	// Output:
	// true 18 true true
	// base year: year 18: years from 1850 to 2300 are allowed
}

func ExampleTwiceError() {
	_, err := ghg.NewYears[int]("households", "", nil, ghg.OfYear[int]{Year: 2024}, ghg.OfYear[int]{Year: 2024})
	var twice *ghg.TwiceError
	fmt.Println(errors.As(err, &twice), twice.What, twice.ID)
	// Output: true year 2024
}

func ExampleUnknownError() {
	_, err := ghg.NewYears("households", "", nil, ghg.OfYear[int]{Year: 2024, Status: 9})
	var unknown *ghg.UnknownError
	fmt.Println(errors.As(err, &unknown), unknown.What, unknown.Allowed)
	fmt.Println(err)
	// Output:
	// true status [actual provisional estimated nowcast projected]
	// households in 2024: unknown status "unknown (9)": allowed are actual, provisional, estimated, nowcast, projected
}

func ExampleYears_At() {
	population, _ := ghg.NewYears("population", "persons", nil,
		ghg.OfYear[int]{Year: 2018, Value: 2_461_769, Source: "resident registration"},
		ghg.OfYear[int]{Year: 2030, Value: 2_270_000, Status: ghg.Projected, Source: "statistics office"})
	if y, ok := population.At(2030); ok {
		fmt.Println(y.Value, population.Unit(), y.Status)
	}
	_, ok := population.At(2019)
	fmt.Println(ok)
	// Output:
	// 2270000 persons projected
	// false
}

func ExampleYears_ByYear() {
	population, _ := ghg.NewYears("population", "persons", nil,
		ghg.OfYear[int]{Year: 2030, Value: 2_270_000, Status: ghg.Projected}, ghg.OfYear[int]{Year: 2018, Value: 2_461_769})
	for year, persons := range population.ByYear() {
		fmt.Println(year, persons)
	}
	// Output:
	// 2018 2461769
	// 2030 2270000
}
