package gir_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
)

// Which factor was in force on a day, and which is that of a year, are two questions.
func Example_twoQuestions() {
	inForce, err := gir.ConsumptionEnd.InForceOn(ghg.MustDate("2025-03-31"))
	fmt.Println(inForce, err)
	ofYear, err := gir.ConsumptionEnd.OfYear(2023)
	fmt.Println(ofYear, err)
	fmt.Println(ofYear.Korean())

	bill := ghg.MustQuantity("1290500 kWh")
	co2e, err := inForce.Value.For(bill)
	fmt.Println(co2e, err)
	// Output:
	// 0.4541 tCO2e (AR5) per MWh (mean of 2020 to 2022; approved; from 2025-03-31 on) <nil>
	// 0.4173 tCO2e (AR5) per MWh (single year 2023; approved; from 2025-12-18 on) <nil>
	// 0.4173 tCO2e (AR5)/MWh (2023년 단년도; 승인; 2025-12-18부터)
	// 586.01605 tCO2e (AR5) <nil>
}

// The notice of 2025-12-18 holds two factors: which of them is meant has to be said.
func Example_ambiguousNotice() {
	day := ghg.MustDate("2025-12-18")
	_, err := gir.ConsumptionEnd.InForceOn(day)
	var ambiguous *factor.AmbiguousError
	if errors.As(err, &ambiguous) {
		for _, c := range ambiguous.Candidates {
			fmt.Println(c.Value, "-", c.Kind, c.From, c.To)
		}
	}
	for _, kind := range []factor.Kind{factor.MeanOfYears, factor.SingleYear} {
		f, err := gir.ConsumptionEnd.Only(kind).InForceOn(day)
		fmt.Println(f, err)
	}
	// Output:
	// 0.4330 tCO2e (AR5) per MWh - mean of years 2021 2023
	// 0.4173 tCO2e (AR5) per MWh - single year 2023 2023
	// 0.4330 tCO2e (AR5) per MWh (mean of 2021 to 2023; approved; from 2025-12-18 on) <nil>
	// 0.4173 tCO2e (AR5) per MWh (single year 2023; approved; from 2025-12-18 on) <nil>
}

// The base year of every Korean plan, 2018, has no consumption-end factor, whichever way
// it is asked. The city's own is taken, with its source.
func Example_baseYear2018() {
	_, err := gir.ConsumptionEnd.InForceOn(ghg.MustDate("2018-12-31"))
	var none *factor.NotInForceError
	fmt.Println(errors.As(err, &none), none.First)
	_, err = gir.ConsumptionEnd.OfYear(2018)
	var noFigure *ghg.NoFigureError
	fmt.Println(errors.As(err, &noFigure), noFigure.Year, noFigure.Have)

	means := gir.ConsumptionEnd.Only(factor.MeanOfYears)
	own := ghg.Factor{Year: 2018, CO2e: ghg.MustCO2e("0.4653 tCO2e (SAR)"), Source: "가람시 기본계획, 부록 2"}
	series, err := factor.ByYear(means, factor.AtYearEnd, 2018, 2019, own)
	fmt.Println(err)
	fmt.Println(series.Findings())
	grid, _, err := series.On(ghg.SAR)
	fmt.Println(grid, err)
	// Output:
	// true 2019-01-02
	// true 2018 [2023]
	// <nil>
	// 2018, own-factor: 0.4653 tCO2e (SAR) per MWh is the user's own, not of GIR grid factor, consumption end, mean of years: 가람시 기본계획, 부록 2
	// 2019, edition-changes: the edition of the guidelines changes from not stated to IPCC 1996
	// 2019, averaging-changes: the kind of factor changes from single year to mean of years
	// electricity, CO2e (SAR) per MWh, 2018 and 2019 (GIR grid factor, consumption end, mean of years, in force on the last day of the year) <nil>
}

// The means in force at the end of each year: of 2025 on other warming potentials and
// guidelines than before. Amounts by year are there; a series on one metric needs to be
// told which, and cannot be made of a total without its gases.
func ExampleConsumptionEnd() {
	means := gir.ConsumptionEnd.Only(factor.MeanOfYears)
	series, err := factor.ByYear(means, factor.AtYearEnd, 2023, 2025)
	fmt.Println(series, err)
	for _, year := range []int{2023, 2024, 2025} {
		co2e, f, err := series.For(year, ghg.MustQuantity("1000 GWh"))
		fmt.Println(year, co2e, "by", f.Value, err)
	}
	fmt.Println(series.Findings())

	grid, findings, err := series.On(ghg.AR5)
	fmt.Println(grid, err)
	fmt.Println(findings)
	_, _, err = series.On(ghg.SAR)
	var noGases *factor.NoGasesError
	fmt.Println(errors.As(err, &noGases), noGases.Metric, noGases.Asked)
	// Output:
	// GIR grid factor, consumption end, mean of years, in force on the last day of the year: electricity, 2023 to 2025 <nil>
	// 2023 478100 tCO2e (SAR) by 0.4781 tCO2e (SAR) per MWh <nil>
	// 2024 478100 tCO2e (SAR) by 0.4781 tCO2e (SAR) per MWh <nil>
	// 2025 433000 tCO2e (AR5) by 0.4330 tCO2e (AR5) per MWh <nil>
	// 2025, gwp-basis-changes: the warming potentials change from SAR to AR5
	// 2025, edition-changes: the edition of the guidelines changes from IPCC 1996 to IPCC 2006
	// electricity, CO2e (AR5) per MWh, 2023 to 2025 (GIR grid factor, consumption end, mean of years, in force on the last day of the year) <nil>
	// 2025, edition-changes: the edition of the guidelines changes from IPCC 1996 to IPCC 2006
	// 2023, recomputed: the factor of 2023, printed as 0.4781 tCO2e (SAR), is the sum of its gases on AR5; its edition and its data stay what they are
	// 2024, recomputed: the factor of 2024, printed as 0.4781 tCO2e (SAR), is the sum of its gases on AR5; its edition and its data stay what they are
	// true AR5 SAR
}

// Factors that were worked out for reference come only by name, each with its finding.
func Example_referenceValues() {
	_, err := gir.ConsumptionEnd.OfYear(2021)
	fmt.Println(err)
	named, err := gir.ConsumptionEnd.Also("elec.use.2021", "elec.use.2022")
	if err != nil {
		fmt.Println(err)
	}
	series, err := factor.ByYear(named, factor.OfTheYear, 2021, 2023)
	fmt.Println(err)
	fmt.Println(series.Findings())
	grid, findings, err := series.Assume(ghg.AR5, "the printed mean of 2021 to 2023 is on AR5")
	fmt.Println(grid, findings.Len(), err)
	// Output:
	// GIR grid factor, consumption end: no figure for 2021 (there are figures for 2023): none is carried over from another year; given only by name (Set.Also): "elec.use.2021"; state one of your own with its source, or ask which was in force on a day (Set.InForceOn)
	// <nil>
	// 2021, reference-value: 0.4509 tCO2e per MWh was worked out for reference and is not approved
	// 2021, gwp-basis-not-stated: the source of 0.4509 tCO2e per MWh does not say on which warming potentials it is
	// 2022, reference-value: 0.4312 tCO2e per MWh was worked out for reference and is not approved
	// 2022, gwp-basis-not-stated: the source of 0.4312 tCO2e per MWh does not say on which warming potentials it is
	// 2023, gwp-basis-changes: the warming potentials change from not stated to AR5
	// 2023, edition-changes: the edition of the guidelines changes from not stated to IPCC 2006
	// electricity, CO2e (AR5) per MWh, 2021 to 2023 (GIR grid factor, consumption end, of the year) 8 <nil>
}

// What a scheme prescribes is of no day and year.
func ExampleNotice2020304() {
	f, err := gir.Notice2020304.Prescribed()
	fmt.Println(f, err)
	f, err = gir.ReductionUnitGrid.Prescribed()
	fmt.Println(f, err)
	_, err = gir.ConsumptionEnd.Prescribed()
	fmt.Println(err)
	// Output:
	// 0.45941 tCO2e (SAR) per MWh (mean of 2014 to 2016; prescribed) <nil>
	// 0.4781 tCO2e (SAR) per MWh (prescribed) <nil>
	// GIR grid factor, consumption end, question "prescribed": the set prescribes none: ask for that of a year, or that in force on a day
}

// A notice prints 2023 twice; the one is not the other on another metric.
func ExampleConsumptionEnd1996() {
	new, _ := gir.ConsumptionEnd.OfYear(2023)
	old, _ := gir.ConsumptionEnd1996.OfYear(2023)
	for _, f := range factor.Differences(new, old).All {
		fmt.Println(f)
		fmt.Println(f.Korean())
	}
	// Output:
	// elec.use.2023.1996, edition-and-metric-differ: 0.4173 tCO2e (AR5) per MWh on IPCC 2006 and 0.3996 tCO2e (SAR) per MWh on IPCC 1996 differ in edition and metric together: one is not the other on another metric; the gases of the first give 0.4175685 tCO2e (SAR), from which the second is -0.0179685 tCO2e (SAR) off
	// elec.use.2023.1996, 지침의 판과 지구온난화지수가 모두 다름: 0.4173 tCO2e (AR5)/MWh(IPCC 2006), 0.3996 tCO2e (SAR)/MWh(IPCC 1996): 산정지침과 지구온난화지수가 함께 다르므로, 지구온난화지수만 바꾼 값이 아님; 앞 계수의 가스별 값을 합산하면 0.4175685 tCO2e (SAR)이고, 뒤 계수와의 차이는 -0.0179685 tCO2e (SAR)
}

// Metered electricity takes the consumption end: the generation end is 8.1 % less.
func ExampleGenerationEnd() {
	day := ghg.MustDate("2025-04-01")
	use, _ := gir.ConsumptionEnd.InForceOn(day)
	gen, _ := gir.GenerationEnd.InForceOn(day)
	fmt.Println(use.Value, "·", gen.Value)
	first, _ := gir.GenerationEnd.InForceOn(ghg.MustDate("2020-01-01"))
	fmt.Println(first)
	onAR5, err := first.Value.Weighed(ghg.AR5)
	fmt.Println(onAR5, err)
	// Output:
	// 0.4541 tCO2e (AR5) per MWh · 0.4172 tCO2e (AR5) per MWh
	// 0.0000034 t CH4, 0.4401 t CO2, 0.0000082 t N2O per MWh (mean of 2014 to 2016; approved; from 2019-01-02 on)
	// 0.4423682 tCO2e (AR5) <nil>
}

// Heat has the factor of its supplier. Of 2024 only CO2 is known, which is a finding.
func ExampleHeatFactor() {
	daegu, err := gir.HeatFactor("대구지사")
	fmt.Println(daegu, err)
	of2021, _ := factor.ByYear(daegu, factor.OfTheYear, 2021, 2021)
	byGas, _, err := of2021.ByGas()
	masses, _, _ := byGas.Masses(2021, ghg.MustQuantity("350 TJ"))
	fmt.Println(masses, err)
	of2024, _ := daegu.OfYear(2024)
	fmt.Println(of2024.Value, of2024.Findings())
	_, err = gir.HeatFactor("Busan")
	var unknown *ghg.UnknownError
	fmt.Println(errors.As(err, &unknown), unknown.Allowed[:3])
	// Output:
	// KDHC heat factor, Daegu <nil>
	// [18477.2 t CO2 1.90561 t CH4 0.30912 t N2O] <nil>
	// 48.027 t CO2 per TJ heat.kdhc.Daegu.2024, gases-not-known: 48.027 t CO2 per TJ is without CH4, N2O, which were not found: what it gives is too small
	// true [Capital Pyeongtaek Cheongju]
}

// The calorific value of diesel changed within 2022: the year is split, or a day is
// chosen. What a litre emits follows with the carbon content of the same days.
func ExampleNetCalorific() {
	diesel, err := gir.NetCalorific("경유")
	fmt.Println(diesel, err)
	spans, err := diesel.During(ghg.CalendarYear(2022))
	for _, s := range spans {
		fmt.Println(s.Period, s.Value)
	}
	ncv, _ := diesel.InForceOn(ghg.MustDate("2022-11-21"))
	contents, _ := gir.CarbonContent("경유")
	content, _ := contents.InForceOn(ghg.MustDate("2022-11-21"))
	energy, _ := ncv.Value.EnergyOf(ghg.MustQuantity("1000 L"))
	co2, err := content.Value.CO2Of(energy, factor.WholeWeights)
	fmt.Println(content.Value, "·", co2.Format(ghg.Kilogram, 1), err)

	petrol, _ := gir.NetCalorific("petrol")
	_, err = petrol.InForceOn(ghg.MustDate("2022-11-21"))
	fmt.Println(err)
	gross, err := gir.GrossCalorific("diesel")
	fmt.Println(gross, err)
	// Output:
	// net calorific value of diesel, Energy Act Enforcement Rule <nil>
	// 2022-01-01/2022-11-20 35.2 MJ (net) per L
	// 2022-11-21/2022-12-31 35.3 MJ (net) per L
	// 20.09 t C per TJ (net) · 2600.3 kg CO2 <nil>
	// net calorific value of petrol, Energy Act Enforcement Rule: none was in force on 2022-11-21; the one before held until 2022-11-20: no other day's is taken; state one of your own with its source
	// gross calorific value of diesel, Energy Act Enforcement Rule <nil>
}

// The 71,600 kg of CO2 that the trading scheme has for a TJ of petrol come only of its
// own ratio.
func ExampleTradingCarbonContent() {
	contents, _ := gir.TradingCarbonContent("휘발유")
	content, err := contents.Prescribed()
	fmt.Println(content, err)
	for _, ratio := range []factor.CarbonRatio{factor.WholeWeights, factor.AtomicWeights} {
		co2, _ := content.Value.CO2Of(ghg.MustQuantity("1 TJ (net)"), ratio)
		fmt.Println(ratio, co2.Format(ghg.Kilogram, 0))
	}
	// Output:
	// 19.548 t C per TJ (net) (prescribed) <nil>
	// 44/12 71676 kg CO2
	// 3.664 71624 kg CO2
}
