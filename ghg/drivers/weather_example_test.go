package drivers_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
)

// kilotonnes is a series of invented figures of Chuncheon, from 2021 on.
func kilotonnes(view ghg.View, kt ...string) ghg.Yearly {
	var figures []ghg.YearFigure
	for i, s := range kt {
		figures = append(figures, ghg.YearFigure{Year: 2021 + i, CO2e: ghg.MustCO2e(s + " ktCO2e (AR5)"),
			Vintage: ghg.FirstVintage, Source: "city inventory"})
	}
	y, err := ghg.NewYearly("Chuncheon", view, ghg.AR5, figures)
	if err != nil {
		panic(err)
	}
	return y
}

// heated is the part of BASIC that heats buildings.
func heated() ghg.View {
	return ghg.MustView(ghg.ViewDefinition{Name: "fuels in homes and offices", Scheme: gpc.Scheme, Categories: []string{"I.1.1", "I.2.1"}})
}

// heatingDays are invented: a normal year, a mild and a cold one.
func heatingDays() drivers.DegreeDaysDefinition {
	return drivers.DegreeDaysDefinition{
		Dependence: drivers.Heating, Base: decimal.New(18, 0), Rule: "base less the daily mean, where that is below the base",
		Normal: decimal.New(3000, 0), NormalPeriod: "1991-2020",
		Actual: degreeDays(map[int]decimal.Decimal{2021: decimal.New(3000, 0), 2022: decimal.New(2700, 0), 2023: decimal.New(3200, 0)}),
		Source: "Chuncheon station, weather service",
	}
}

// degreeDays are degree days by year.
func degreeDays(days map[int]decimal.Decimal) ghg.Years[decimal.Decimal] {
	var years []ghg.OfYear[decimal.Decimal]
	for year, d := range days {
		years = append(years, ghg.OfYear[decimal.Decimal]{Year: year, Value: d})
	}
	return must(ghg.NewYears("degree days", "°C d", nil, years...))
}

func mustDegreeDays(d drivers.DegreeDaysDefinition) drivers.DegreeDays {
	dd, err := drivers.NewDegreeDays(d)
	if err != nil {
		panic(err)
	}
	return dd
}

func chuncheon() (drivers.WeatherAdjusted, error) {
	return drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500", "1440", "1470"), drivers.Weather{
		Part: kilotonnes(heated(), "400", "360", "410"), Dependent: ghg.MustShare("80%"), DegreeDays: mustDegreeDays(heatingDays())})
}

// The fall of 2022 was half the weather's, and the rise of 2023 all of it.
func ExampleAdjustForWeather() {
	a, err := chuncheon()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(a.Explain())
	// Output:
	// emissions of Chuncheon without the weather = X[y]
	//   use   # use: for trends; an adjusted amount achieves no target
	//   d   = 0.8   # share of the part that depends on the weather
	//   N   = 3000   # normal degree days (1991-2020); source: Chuncheon station, weather service
	//   H[y]   # degree days (heating, base 18 °C); source: base less the daily mean, where that is below the base
	//   T[y]   # total as reported
	//   P[y]   # part that depends on the weather: GPC 1.1 fuels in homes and offices
	//   A[y] = d × P[y] × (N - H[y]) / H[y]   # adjustment
	//   X[y] = T[y] + A[y]   # adjusted total
	//       y     H     T [tCO2e (AR5)]  P [tCO2e (AR5)]  A [tCO2e (AR5)]  X [tCO2e (AR5)]
	//       2021  3000  1,500,000        400,000          0                1,500,000        actual; city inventory
	//       2022  2700  1,440,000        360,000          32,000           1,472,000        actual; city inventory
	//       2023  3200  1,470,000        410,000          -20,500          1,449,500        actual; city inventory
	// rounding: to 12 decimal places, half away from zero: A
}

// The series for trends says in its view and its status that nobody emitted
// this: targets in the view of the totals refuse it.
func ExampleWeatherAdjusted_ForTrend() {
	a, err := chuncheon()
	if err != nil {
		fmt.Println(err)
		return
	}
	trend := a.ForTrend()
	last, _ := trend.Last()
	fmt.Println(last.Year, last.CO2e, last.Status)
	fmt.Println(trend.View())
	fmt.Println(trend.View().ID() == gpc.Basic.ID())
	// Output:
	// 2023 1449500 tCO2e (AR5) estimated
	// GPC 1.1 BASIC, heating adjusted to normal weather (as declared by 80% of fuels in homes and offices by base 18 °C, normal 3000 (1991-2020))
	// false
}

func ExampleWeatherAdjusted() {
	a, _ := chuncheon()
	fmt.Println(a)
	for y := range a.All() {
		fmt.Println(y.Unadjusted.Year, y.Unadjusted.CO2e, y.Adjusted, a.Ratio(y.Unadjusted.Year).Percent(1))
	}
	// Output:
	// Chuncheon 2021 to 2023, adjusted by heating degree days, base 18 °C, normal 3000 (1991-2020), Chuncheon station, weather service
	// 2021 1500000 tCO2e (AR5) 1500000 tCO2e (AR5) 100.0%
	// 2022 1440000 tCO2e (AR5) 1472000 tCO2e (AR5) 90.0%
	// 2023 1470000 tCO2e (AR5) 1449500 tCO2e (AR5) 106.7%
}

// Degree days that nobody recorded are not normal ones.
func ExampleAdjustForWeather_missing() {
	d := heatingDays()
	d.Actual = degreeDays(map[int]decimal.Decimal{2021: decimal.New(3000, 0), 2023: decimal.New(3200, 0)})
	_, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500", "1440", "1470"), drivers.Weather{
		Part: kilotonnes(heated(), "400", "360", "410"), Dependent: ghg.MustShare("80%"), DegreeDays: mustDegreeDays(d)})
	var missing *ghg.NoFigureError
	fmt.Println(errors.As(err, &missing), missing.Year)
	fmt.Println(err)
	// Output:
	// true 2022
	// weather adjustment: heating degree days: no figure for 2022 (there are figures for 2021 and 2023): what is missing is not 0, and none is carried over from another year: state it
}

func ExampleWeatherYear() {
	a, _ := chuncheon()
	for y := range a.All() {
		if y.Adjustment.Sign() < 0 {
			fmt.Println(y.Unadjusted.Year, "was colder than normal, by", y.DegreeDays.Sub(a.Weather().DegreeDays.Normal()),
				"degree days:", y.Adjustment)
		}
	}
	// Output:
	// 2023 was colder than normal, by 200 degree days: -20500 tCO2e (AR5)
}

// A part on another metric is no part of the total.
func ExampleAdjustForWeather_metric() {
	part := published("Chuncheon", heated(), ghg.YearFigure{Year: 2021, CO2e: ghg.MustCO2e("400 ktCO2e (SAR)"), Vintage: 1})
	_, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), drivers.Weather{
		Part: part, Dependent: ghg.MustShare("80%"), DegreeDays: mustDegreeDays(heatingDays())})
	var mismatch *ghg.MismatchError
	if errors.As(err, &mismatch) && mismatch.In(ghg.AspectMetric) {
		fmt.Println(err)
	}
	// Output:
	// weather adjustment: the total and its part do not meet: metric AR5 and SAR: make both with one metric, or restate one in the other's
}

func ExampleDegreeDays() {
	dd := mustDegreeDays(heatingDays())
	fmt.Println(dd)
	days, known := dd.At(2022)
	fmt.Println(days, known)
	_, known = dd.At(1999)
	fmt.Println(known)
	// Output:
	// heating degree days, base 18 °C, normal 3000 (1991-2020), Chuncheon station, weather service
	// 2700 true
	// false
}

func ExampleDegreeDaysDefinition() {
	d := heatingDays()
	d.Dependence, d.Base, d.Rule = drivers.Cooling, decimal.New(24, 0), "daily mean less the base, where that is above it"
	d.Normal, d.Actual = decimal.New(120, 0), degreeDays(map[int]decimal.Decimal{2021: decimal.New(160, 0)})
	fmt.Println(mustDegreeDays(d))
	// Output:
	// cooling degree days, base 24 °C, normal 120 (1991-2020), Chuncheon station, weather service
}

func ExampleNewDegreeDays_refused() {
	d := heatingDays()
	d.Base = decimal.Decimal{}
	_, err := drivers.NewDegreeDays(d)
	var fault ghg.Fault
	fmt.Println(errors.As(err, &fault), fault.Field)
	fmt.Println(err)
	// Output:
	// true base
	// degree days, base "0": a temperature above 0 and at most 40 °C is needed
}

func ExampleWeatherDependence() {
	fmt.Println(drivers.Heating, drivers.Cooling)
	// Output:
	// heating cooling
}

func ExampleWeather() {
	// All of the part follows the weather: this has to be said.
	w := drivers.Weather{Part: kilotonnes(heated(), "400"), DegreeDays: mustDegreeDays(heatingDays())}
	_, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), w)
	fmt.Println(err)
	w.Dependent = ghg.MustShare("100%")
	a, err := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), w)
	fmt.Println(a.Weather().Dependent, err)
	// Output:
	// weather adjustment, dependent: state the share of the part that follows the weather, such as ghg.MustShare("80%"); 100% has to be said
	// 100% <nil>
}

func ExampleWeatherAdjusted_MarshalJSON() {
	a, _ := drivers.AdjustForWeather(kilotonnes(gpc.Basic, "1500"), drivers.Weather{
		Part: kilotonnes(heated(), "400"), Dependent: ghg.MustShare("80%"), DegreeDays: mustDegreeDays(heatingDays())})
	text, _ := json.MarshalIndent(a, "", " ")
	fmt.Println(string(text))
	// Output:
	// {
	//  "place": "Chuncheon",
	//  "view": "GPC 1.1 BASIC",
	//  "adjustedView": "GPC 1.1 BASIC, heating adjusted to normal weather (as declared by 80% of fuels in homes and offices by base 18 °C, normal 3000 (1991-2020))",
	//  "edition": "GPC 1.1",
	//  "metric": "AR5",
	//  "partView": "GPC 1.1 fuels in homes and offices@55cbff4a2408aec9e34c5b47f4a864f6",
	//  "dependence": "heating",
	//  "dependentShare": "80%",
	//  "baseTemperatureC": "18",
	//  "rule": "base less the daily mean, where that is below the base",
	//  "normalDegreeDays": "3000",
	//  "normalPeriod": "1991-2020",
	//  "source": "Chuncheon station, weather service",
	//  "years": [
	//   {
	//    "year": 2021,
	//    "unadjusted": "1500000 tCO2e (AR5)",
	//    "status": "actual",
	//    "part": "400000 tCO2e (AR5)",
	//    "partStatus": "actual",
	//    "degreeDays": "3000",
	//    "adjustment": "0 tCO2e (AR5)",
	//    "adjusted": "1500000 tCO2e (AR5)"
	//   }
	//  ]
	// }
}
