package strategy_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Lamps save 1,200 MWh a year. With the grid factor in force at the end of each year, in
// the set that the city names, they save less of the cleaner year; with one factor for all
// years they do not, and a finding says so.
func ExampleUnitEffect() {
	series, err := factor.ByYear(gir.ConsumptionEnd.Only(factor.MeanOfYears), factor.AtYearEnd, 2024, 2025)
	if err != nil {
		fmt.Println(err)
		return
	}
	grid, _, err := series.On(ghg.AR5)
	if err != nil {
		fmt.Println(err)
		return
	}
	saved := map[int]decimal.Decimal{2024: decimal.New(1200, 0), 2025: decimal.New(1200, 0)}
	for _, rule := range []strategy.FactorOf{strategy.OfYear, strategy.FrozenAt(2024)} {
		lamps, err := strategy.NewQuantification(strategy.QuantificationDefinition{ID: "LED", Counts: "전력 절감량", Unit: ghg.MegawattHour,
			Counting: strategy.DoneInYear, Quantities: []strategy.Quantities{{Kind: strategy.Implemented, ByYear: saved}},
			Effects: []strategy.UnitEffect{{On: strategy.EmissionSource{EndUse: "가로등"}, Saves: ghg.MustQuantity("1 MWh"),
				Factors: grid, Of: rule}},
			Source: "meters"})
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Print(lamps.Explain(strategy.Implemented, 2025))
	}
	// Output:
	// LED: implemented reduction in 2025 = 519.6 tCO2e (AR5)
	//   x[y]   # 전력 절감량, done in the year
	//       y     x [MWh]
	//       2025  1200     meters
	//   K  = x[2025] = 1200 MWh   # quantity that works in 2025
	//   s1 = 1 MWh/MWh   # what one saves on 가로등
	//   f1 = 0.433 tCO2e (AR5)/MWh   # factor of electricity, of 2025; source: 온실가스종합정보센터(GIR), national emission factors (국가 고유 배출계수)
	//   C1 = K × s1 × f1 = 1200 × 1 × 0.433 = 519.6 tCO2e (AR5)   # reduction on 가로등
	// rounding: to 24 decimal places, half away from zero: K
	// rounding: to 12 decimal places, half away from zero: C1LED: implemented reduction in 2025 = 573.24 tCO2e (AR5)
	//   x[y]   # 전력 절감량, done in the year
	//       y     x [MWh]
	//       2025  1200     meters
	//   K  = x[2025] = 1200 MWh   # quantity that works in 2025
	//   s1 = 1 MWh/MWh   # what one saves on 가로등
	//   f1 = 0.4777 tCO2e (AR5)/MWh   # factor of electricity, of 2024; source: 온실가스종합정보센터(GIR), national emission factors (국가 고유 배출계수)
	//   C1 = K × s1 × f1 = 1200 × 1 × 0.4777 = 573.24 tCO2e (AR5)   # reduction on 가로등
	// rounding: to 24 decimal places, half away from zero: K
	// rounding: to 12 decimal places, half away from zero: C1
}

// A unit of a guideline holds the grid factor of another year than the inventory's. The
// finding says so, and restating it is a choice.
func ExampleQuantification_WithFactors() {
	factors := func(source, tonnes string) ghg.Factors {
		f, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: source, Per: ghg.MegawattHour,
			Years: []ghg.Factor{{CO2e: ghg.MustCO2e(tonnes + " tCO2e")}}})
		if err != nil {
			panic(err)
		}
		return f
	}
	ours := factors("인벤토리", "0.4173")
	panels, err := strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour,
		Counting:   strategy.DoneInYear,
		Quantities: []strategy.Quantities{{Kind: strategy.Expected, ByYear: map[int]decimal.Decimal{2024: decimal.New(26000, 0)}}},
		Effects: []strategy.UnitEffect{{On: strategy.EmissionSource{EndUse: "전력"}, Saves: ghg.MustQuantity("1 MWh"),
			Factors: factors("지침 부록 3", "0.4781")}},
		Source: "plan"})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(panels.Findings(strategy.Expected, 2024, 2024, ours).Korean())
	restated, err := panels.WithFactors(ours)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, q := range []strategy.Quantification{panels, restated} {
		r, err := q.Net(strategy.Expected, 2024, 2024)
		if err != nil {
			fmt.Println(err)
			return
		}
		amount, _ := r.At(2024)
		fmt.Println(amount, len(q.Findings(strategy.Expected, 2024, 2024, ours).All))
	}
	// Output:
	// 정량화 "1", 지역의 배출계수와 다름: 전력 계수(2024)는 0.4781 tCO2e/MWh(지침 부록 3)로, 0.4173 tCO2e/MWh(인벤토리)와 다름: +14.6%
	// 12430.6 tCO2e 1
	// 10849.8 tCO2e 0
}

// One series of factors changes the forecast and every project at once. Where only one of
// them took the cleaner grid, the evaluation says so.
func ExampleBaseline_WithFactors() {
	outlook := func(source string, tonnes ...string) ghg.Factors {
		d := ghg.FactorsDefinition{Of: "전력", Source: source, Per: ghg.MegawattHour}
		for i, s := range tonnes {
			d.Years = append(d.Years, ghg.Factor{Year: 2024 + i, CO2e: ghg.MustCO2e(s + " tCO2e"), Status: ghg.Projected})
		}
		f, err := ghg.NewFactors(d)
		if err != nil {
			panic(err)
		}
		return f
	}
	flat, cleaner := outlook("as in 2024", "0.42", "0.42"), outlook("national outlook", "0.42", "0.35")
	power := strategy.EmissionSource{EndUse: "전력"}
	panels, err := strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour,
		Counting: strategy.DoneInYear, Quantities: []strategy.Quantities{{Kind: strategy.Expected,
			ByYear: map[int]decimal.Decimal{2024: decimal.New(500, 0), 2025: decimal.New(2000, 0)}}},
		Effects: []strategy.UnitEffect{{On: power, Saves: ghg.MustQuantity("1 MWh"), Factors: flat, Of: strategy.OfYear}},
		Source:  "plan"})
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := town(strategy.Action{ID: "E-1", Name: "panels", Area: "E", Source: "plan", Quantifications: []strategy.Quantification{panels}})
	plan.Through = 2025
	use, err := ghg.NewYears("electricity", "", nil, ghg.OfYear[ghg.Quantity]{Year: 2024, Value: ghg.MustQuantity("300 GWh")},
		ghg.OfYear[ghg.Quantity]{Year: 2025, Value: ghg.MustQuantity("310 GWh")})
	if err != nil {
		fmt.Println(err)
		return
	}
	base, err := strategy.NewBaseline(strategy.BaselineDefinition{Name: "forecast", Place: "town", View: plan.View, Metric: plan.Metric,
		Sources: []strategy.SourceEmissions{{On: power, Activity: use, Factors: flat}}, Source: "forecast of 2024"})
	if err != nil {
		fmt.Println(err)
		return
	}
	show := func(plan strategy.PortfolioDefinition, base strategy.Baseline) {
		p, _, err := strategy.NewPortfolio(plan)
		if err != nil {
			fmt.Println(err)
			return
		}
		e, err := p.Evaluate(base, strategy.Expected, strategy.Shapley)
		if err != nil {
			fmt.Println(err)
			return
		}
		y, _ := e.Year(2025)
		fmt.Println(y.Baseline(), "less", y.Reduction())
		for _, f := range e.Findings().All {
			if f.Code == strategy.FindingFactorBeside {
				fmt.Println(f.Severity, f.Detail)
			}
		}
	}
	show(plan, base)
	newer, err := plan.WithFactors(cleaner)
	if err != nil {
		fmt.Println(err)
		return
	}
	show(newer, base)
	if base, err = base.WithFactors(cleaner); err != nil {
		fmt.Println(err)
		return
	}
	show(newer, base)
	// Output:
	// 130200 tCO2e less 840 tCO2e
	// 130200 tCO2e less 700 tCO2e
	// serious in 2025 effects on it take another factor of 전력 than the baseline: 0.35 tCO2e per MWh in 2025, where it takes 0.42 tCO2e
	// 108500 tCO2e less 700 tCO2e
}

// The evaluation takes the outlook in plan and forecast at once.
func ExampleEvaluation_WithFactors() {
	factor := func(source, tonnes string) ghg.Factors {
		f, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: source, Per: ghg.MegawattHour,
			Years: []ghg.Factor{{Year: 2030, CO2e: ghg.MustCO2e(tonnes + " tCO2e"), Status: ghg.Projected}}})
		if err != nil {
			panic(err)
		}
		return f
	}
	old, newer := factor("as in 2024", "0.42"), factor("national outlook", "0.35")
	power := strategy.EmissionSource{EndUse: "전력"}
	panels, err1 := strategy.NewQuantification(strategy.QuantificationDefinition{ID: "1", Counts: "발전량", Unit: ghg.MegawattHour,
		Counting: strategy.DoneInYear, Quantities: []strategy.Quantities{{Kind: strategy.Expected,
			ByYear: map[int]decimal.Decimal{2030: decimal.New(2000, 0)}}},
		Effects: []strategy.UnitEffect{{On: power, Saves: ghg.MustQuantity("1 MWh"), Factors: old, Of: strategy.OfYear}}, Source: "plan"})
	use, err2 := ghg.NewYears("electricity", "", nil, ghg.OfYear[ghg.Quantity]{Year: 2030, Value: ghg.MustQuantity("310 GWh")})
	d := town(strategy.Action{ID: "E-1", Name: "panels", Area: "E", Source: "plan", Quantifications: []strategy.Quantification{panels}})
	d.Through = 2030
	plan, _, err3 := strategy.NewPortfolio(d)
	base, err4 := strategy.NewBaseline(strategy.BaselineDefinition{Name: "forecast", Place: "town", View: d.View, Metric: d.Metric,
		Sources: []strategy.SourceEmissions{{On: power, Activity: use, Factors: old}}, Source: "forecast of 2024"})
	e, err5 := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	cleaner, err6 := e.WithFactors(newer)
	if err := errors.Join(err1, err2, err3, err4, err5, err6); err != nil {
		fmt.Println(err)
		return
	}
	was, _ := e.Year(2030)
	is, _ := cleaner.Year(2030)
	fmt.Println(was.Baseline(), "less", was.Reduction())
	fmt.Println(is.Baseline(), "less", is.Reduction())
	_, err := e.WithFactors(factorOfGas())
	fmt.Println(err)
	// Output:
	// 130200 tCO2e less 840 tCO2e
	// 108500 tCO2e less 700 tCO2e
	// baseline "forecast": unknown use of factors "도시가스": no source of it is given as activity × these factors
}

func factorOfGas() ghg.Factors {
	f, _ := ghg.NewFactors(ghg.FactorsDefinition{Of: "도시가스", Source: "IPCC 2006", Per: ghg.Gigajoule,
		Years: []ghg.Factor{{CO2e: ghg.MustCO2e("0.0561 tCO2e")}}})
	return f
}
