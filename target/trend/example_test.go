package trend_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
)

// managed is the selection behind the published figures of South Gyeongsang:
// what the province itself manages, gross.
var managed = ghg.MustDeclaredView("managed emissions, gross", "South Gyeongsang, Carbon Neutrality Support Centre")

// gyeongnam is the published series of South Gyeongsang Province (경상남도).
func gyeongnam() ghg.Yearly {
	return example("경상남도", managed, 2016, "20267.6 kt", "20494.8 kt", "20767.4 kt", "20042.9 kt", "19939.2 kt", "19674.3 kt", "19616.2 kt")
}

// example makes a series of actual figures of successive years, on an unstated
// metric.
func example(place ghg.PlaceID, view ghg.View, first int, amounts ...string) ghg.Yearly {
	var figures []ghg.YearFigure
	for i, a := range amounts {
		c, err := ghg.CO2eOf(ghg.MustMass(a), ghg.Unstated)
		if err != nil {
			panic(err)
		}
		figures = append(figures, ghg.YearFigure{Year: first + i, CO2e: c, Vintage: ghg.FirstVintage, Source: "published series"})
	}
	s, err := ghg.NewYearly(place, view, ghg.Unstated, figures)
	if err != nil {
		panic(err)
	}
	return s
}

// gyeongnam2030 is an illustration: 40 % below the published figure of 2018.
func gyeongnam2030() target.Target {
	t, err := target.New(target.Definition{Name: "Gyeongnam 2030", Place: "경상남도", Due: 2030, Views: target.Same(managed), Metric: ghg.Unstated,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("20767.4 kt"), Cut: ghg.MustShare("40%")}, Source: "illustration"})
	if err != nil {
		panic(err)
	}
	return t
}

func Example() {
	points, err := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, err := trend.LeastSquares(points)
	if err != nil {
		fmt.Println(err)
		return
	}
	outlook, err := trend.NewOutlook(gyeongnam2030(), fit, ghg.MustShare("95%"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(outlook.Prediction)
	fmt.Println(outlook.Attainment)
	fmt.Println(outlook.Probability)
	// Output:
	// total of 2030: 18376900, 95% confidence 16734600 to 20019100 tCO2e
	// the line reaches 12460440 tCO2e at 2067.5, first in 2068; a year's total, with 95% confidence, not before 2046, and possibly not before 2300
	// 0.012%: total of 2030 at or below 12460440 tCO2e, if the fitted past goes on; no forecast of policy
}

// Gwangju (광주) publishes 2018 and 2022. Two figures show a difference and no
// trend; filling the years between by a nowcast would not help.
func ExampleChoose_refused() {
	view := ghg.MustDeclaredView("total emissions", "Gwangju Climate and Energy Agency")
	gwangju, err := ghg.NewYearly("광주광역시", view, ghg.Unstated, []ghg.YearFigure{
		{Year: 2018, CO2e: ghg.MustCO2e("9552 ktCO2e"), Vintage: ghg.FirstVintage, Source: "gcea.or.kr"},
		{Year: 2022, CO2e: ghg.MustCO2e("8819 ktCO2e"), Vintage: ghg.FirstVintage, Source: "gcea.or.kr"},
		{Year: 2023, CO2e: ghg.MustCO2e("8700 ktCO2e"), Status: ghg.Nowcast, Vintage: ghg.FirstVintage, Source: "illustration"},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = trend.Choose(gwangju, trend.AllYears, ghg.Actual, ghg.Provisional)
	fmt.Println(err)
	var few *trend.TooFewError
	fmt.Println(errors.As(err, &few), few.Place, few.Years)
	_, err = trend.Choose(gwangju, trend.AllYears, ghg.Actual, ghg.Nowcast)
	fmt.Println(err)
	// Output:
	// 광주광역시 has 2 figures for a trend (2018, 2022), and 3 are needed: two figures show a difference, not a trend; left out: 2023 (nowcast: never evidence of a trend)
	// true 광주광역시 [2018 2022]
	// trend, statuses "nowcast": only actual, provisional and estimated figures may enter
}

// Trends branch on the type of a refusal: too little data is no fault of the
// caller.
func ExampleTooFewError() {
	_, err := trend.Choose(gyeongnam(), trend.Between(2021, 2022), ghg.Actual)
	var few *trend.TooFewError
	if errors.As(err, &few) {
		fmt.Println(few.Place, "has figures of", few.Years, "and needs", trend.MinPoints)
	}
	// Output:
	// 경상남도 has figures of [2021 2022] and needs 3
}

func ExampleWindow() {
	fmt.Println(trend.AllYears, "|", trend.Between(2018, 2022))
	_, err := trend.Choose(gyeongnam(), trend.Window{}, ghg.Actual)
	fmt.Println(err)
	// Output:
	// all years | 2018 to 2022
	// trend, first year "0": years from 1850 to 2300 are allowed
	// trend, last year "0": years from 1850 to 2300 are allowed
}
