package factor_test

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// heatOf is a factor of heat by its total in kg for a MWh.
func heatOf(kg string) factor.Emission {
	total, err := ghg.ParseFigure(kg, ghg.Kilogram)
	if err != nil {
		panic(err)
	}
	e, err := factor.NewEmission(ghg.MegawattHour, total, ghg.AR5)
	if err != nil {
		panic(err)
	}
	return e
}

// utility is the factors of heat that a city's utility announces each spring.
func utility() factor.Set[factor.Emission] {
	s, err := factor.NewSet(factor.SetDefinition[factor.Emission]{
		Name: words.Term{En: "Rivertown heat", Ko: "리버타운 열"}, Of: "heat", Source: "Rivertown Utilities, yearly notice",
		Values: []factor.Published[factor.Emission]{
			{Name: "2021", Value: heatOf("190.4"), Kind: factor.SingleYear, From: 2021, To: 2021, On: ghg.MustDate("2022-04-12"),
				Standing: factor.Announced, Confidence: ghg.HighConfidence},
			{Name: "2022", Value: heatOf("171.9"), Kind: factor.SingleYear, From: 2022, To: 2022, On: ghg.MustDate("2023-05-03"),
				Standing: factor.Announced, Confidence: ghg.HighConfidence},
			{Name: "2023", Value: heatOf("166"), Kind: factor.SingleYear, From: 2023, To: 2023, On: ghg.MustDate("2024-04-30"),
				Standing: factor.Reference, Confidence: ghg.MediumConfidence, Source: "draft of the notice"},
		}})
	if err != nil {
		panic(err)
	}
	return s
}

// A set of one's own answers as the published ones do.
func ExampleNewSet() {
	heat := utility()
	inForce, err := heat.InForceOn(ghg.MustDate("2023-05-02"))
	fmt.Println(inForce, err)
	of2022, err := heat.OfYear(2022)
	fmt.Println(of2022, err)
	for p := range heat.All() {
		fmt.Println(p.Korean())
	}
	fmt.Println(heat.Only(factor.SingleYear).Korean(), "-", heat.Of())

	_, err = factor.NewSet(factor.SetDefinition[factor.Emission]{Name: words.Term{En: "heat", Ko: "열"}, Of: "heat",
		Values: []factor.Published[factor.Emission]{{Name: "2021", Value: heatOf("190.4"), Kind: factor.SingleYear, Standing: factor.Announced}}})
	fmt.Println(err)
	// Output:
	// 190.4 kgCO2e (AR5) per MWh (single year 2021; announced; from 2022-04-12 on) <nil>
	// 171.9 kgCO2e (AR5) per MWh (single year 2022; announced; from 2023-05-03 on) <nil>
	// 190.4 kgCO2e (AR5)/MWh (2021년 단년도; 공표; 2022-04-12부터)
	// 171.9 kgCO2e (AR5)/MWh (2022년 단년도; 공표; 2023-05-03부터)
	// 166 kgCO2e (AR5)/MWh (2023년 단년도; 참고값(미승인); 2024-04-30부터)
	// 리버타운 열, 단년도 - heat
	// set of factors heat, 2021, source: it is needed, of the value or of the set
	// set of factors heat, 2021, confidence "not stated": one is needed, from low to high
	// set of factors heat, 2021, years "0 to 0": a single year is one year: state it as first and last
}

func ExampleSet_InForceOn() {
	_, err := utility().InForceOn(ghg.MustDate("2022-04-11"))
	var none *factor.NotInForceError
	fmt.Println(errors.As(err, &none), none.First)
	_, err = factor.Set[factor.Emission]{}.InForceOn(ghg.MustDate("2022-04-11"))
	fmt.Println(errors.Is(err, factor.ErrNoSet))
	// Output:
	// true 2022-04-12
	// true
}

// The draft value counts only where it is named, and says what it is.
func ExampleSet_Also() {
	_, err := utility().OfYear(2023)
	fmt.Println(err)
	named, err := utility().Also("2023")
	draft, err2 := named.OfYear(2023)
	fmt.Println(draft, err, err2)
	for _, f := range draft.Findings().All {
		fmt.Println(f)
		fmt.Println(f.Korean())
	}
	_, err = utility().Also("2024")
	var unknown *ghg.UnknownError
	fmt.Println(errors.As(err, &unknown), unknown.Allowed)
	// Output:
	// Rivertown heat: no figure for 2023 (there are figures for 2021 and 2022): none is carried over from another year; given only by name (Set.Also): "2023"; state one of your own with its source, or ask which was in force on a day (Set.InForceOn)
	// 166 kgCO2e (AR5) per MWh (single year 2023; reference value, not approved; from 2024-04-30 on) <nil> <nil>
	// 2023, reference-value: 166 kgCO2e (AR5) per MWh was worked out for reference and is not approved
	// 2023, 승인되지 않은 참고값: 166 kgCO2e (AR5)/MWh 값은 참고용으로 산출한 것으로, 승인된 값이 아님
	// true [2021 2022 2023]
}

// A year of heat with two factors is split at the day of change.
func ExampleSet_During() {
	spans, err := utility().During(ghg.CalendarYear(2023))
	for _, s := range spans {
		fmt.Println(s.Period, s.Value)
	}
	fmt.Println(err)
	// Output:
	// 2023-01-01/2023-05-02 190.4 kgCO2e (AR5) per MWh
	// 2023-05-03/2023-12-31 171.9 kgCO2e (AR5) per MWh
	// <nil>
}

// A series for what takes ghg.Factors, with the city's own factor where the utility
// has none.
func ExampleByYear() {
	_, err := factor.ByYear(utility(), factor.OfTheYear, 2020, 2022)
	fmt.Println(err)
	own := ghg.Factor{Year: 2020, CO2e: ghg.MustCO2e("0.197 tCO2e (AR5)"), Source: "city's energy office"}
	series, err := factor.ByYear(utility(), factor.OfTheYear, 2020, 2022, own)
	fmt.Println(series, err)
	fmt.Println(series.Findings())
	heat, _, err := series.On(ghg.AR5)
	first, _ := series.Years().First()
	fmt.Println(first.Value.Standing, first.Value.Kind)
	co2e, f, _ := heat.For(2021, ghg.MustQuantity("1250 MWh"))
	fmt.Println(heat.IsOf("district heat"), co2e, f.Published, err)
	// Output:
	// Rivertown heat: no figure for 2020 (there are figures for 2021 and 2022): none is carried over from another year; state one of your own with its source, or ask which was in force on a day (Set.InForceOn)
	// Rivertown heat, of the year: heat, 2020 to 2022 <nil>
	// 2020, own-factor: 0.197 tCO2e (AR5) per MWh is the user's own, not of Rivertown heat: city's energy office
	// the user's own single year
	// true 238 tCO2e (AR5) 2022-04-12 <nil>
}

// A total without its gases is on its metric and no other; with them the sum is exact.
func ExampleEmission() {
	_, err := heatOf("190.4").CO2e(ghg.SAR)
	var noGases *factor.NoGasesError
	fmt.Println(errors.As(err, &noGases), noGases.Metric, noGases.Asked)

	total, _ := ghg.ParseFigure("190.4", ghg.Kilogram)
	whole, err := factor.NewEmission(ghg.MegawattHour, total, ghg.AR5,
		ghg.MustMass("190 kg CO2"), ghg.MustMass("4 g CH4"), ghg.MustMass("1 g N2O"))
	fmt.Println(whole.Korean(), whole.Gases(), whole.Metric(), whole.Per(), err)
	for _, m := range []ghg.Metric{ghg.AR5, ghg.SAR} {
		sum, _ := whole.Weighed(m)
		asked, _ := whole.CO2e(m)
		fmt.Println(m, sum.Format(ghg.Kilogram, 3), whole.Printed().Reproduces(sum.Tonnes()), asked.Format(ghg.Kilogram, 3))
	}
	// Output:
	// true AR5 SAR
	// 190.4 kgCO2e (AR5)/MWh [0.000004 t CH4 0.19 t CO2 0.000001 t N2O] AR5 MWh <nil>
	// AR5 190.377 kgCO2e (AR5) true 190.400 kgCO2e (AR5)
	// SAR 190.394 kgCO2e (SAR) true 190.394 kgCO2e (SAR)
}

// The carbon of a fuel becomes CO2 by the ratio of the method.
func ExampleCarbon() {
	c := factor.Carbon{Tonnes: decimal.RequireFromString("20.09"), Per: ghg.MustUnit("TJ (net)")}
	fuel := ghg.MustQuantity("3 TJ (net)")
	for _, r := range []factor.CarbonRatio{factor.WholeWeights, factor.AtomicWeights} {
		co2, err := c.CO2Of(fuel, r)
		fmt.Println(c, "×", r, "=", co2, err)
	}
	fmt.Println(c.Korean())
	_, err := c.CO2Of(fuel, 0)
	fmt.Println(err)
	// Output:
	// 20.09 t C per TJ (net) × 44/12 = 220.99 t CO2 <nil>
	// 20.09 t C per TJ (net) × 3.664 = 220.82928 t CO2 <nil>
	// 20.09 tC/TJ (순발열량)
	// carbon content, ratio "no ratio": name factor.WholeWeights (44/12) or factor.AtomicWeights (3.664)
}

// What is shown to a city's staff is there in Korean too.
func ExamplePublished() {
	f, _ := utility().OfYear(2021)
	fmt.Println(f.Name, f.Kind.Korean(), f.Standing.Korean(), f.Confidence.Korean(), factor.OfTheYear.Korean())
	b, err := json.Marshal(f)
	fmt.Println(string(b), err)
	// Output:
	// 2021 단년도 공표 높음 해당 연도의 계수
	// {"name":"2021","value":{"per":"MWh","total":"190.4 kg","metric":"AR5"},"kind":"single year","from":2021,"to":2021,"on":"2022-04-12","standing":"announced","confidence":"high","source":"Rivertown Utilities, yearly notice"} <nil>
}
