package strategy_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
)

// heating is a town's baseline of gas and electricity, and of all else.
func heating() strategy.Baseline {
	b, _ := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.Unstated, Source: "forecast of 2024",
		Sources: []strategy.SourceEmissions{
			{On: on("I.1.1", "gas", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("40 kt CO2e"), 2040: ghg.MustCO2e("36 kt CO2e")}},
			{On: on("I.1.2", "", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("30 kt CO2e"), 2040: ghg.MustCO2e("18 kt CO2e")}},
		},
		Rest: map[int]ghg.CO2e{2030: ghg.MustCO2e("30 kt CO2e"), 2040: ghg.MustCO2e("28 kt CO2e")},
	})
	return b
}

func ExampleBaseline() {
	base := heating()
	fmt.Println(base.Name(), "-", base.Source(), "-", base.Basis().View)
	for y := range base.Years() {
		total, _ := base.Total(y)
		gas, _ := base.At(on("I.1.1", "gas", ""), y)
		fmt.Println(y, total, "of which gas", gas)
	}
	// Output:
	// business as usual - forecast of 2024 - GPC 1.1 BASIC
	// 2030 100000 tCO2e of which gas 40000 tCO2e
	// 2040 82000 tCO2e of which gas 36000 tCO2e
}

// What lacks a year of another source has no sum in it.
func ExampleBaselineDefinition() {
	_, err := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{
			{On: on("I.1.1", "gas", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("40 kt CO2e"), 2040: ghg.MustCO2e("36 kt CO2e")}},
			{On: on("I.1.2", "", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("30 kt CO2e")}},
		},
	})
	fmt.Println(err)
	// Output:
	// baseline "business as usual", source GPC 1.1 I.1.2, emissions: its years differ from those of the first source (2030 to 2040, 2 years): what a year lacks makes its sum unknown, so give the same years for all; missing here: [2040]
}

// All fuels and one of them share emissions.
func ExampleSourceEmissions() {
	byYear := map[int]ghg.CO2e{2030: ghg.MustCO2e("40 kt CO2e")}
	_, err := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "forecast", Place: "town", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: on("I.1.1", "gas", ""), ByYear: byYear}, {On: on("I.1", "", ""), ByYear: byYear}},
	})
	fmt.Println(err)
	// Output:
	// baseline "forecast", sources "GPC 1.1 I.1": sources 1 and 2 share emissions, which would count twice: GPC 1.1 I.1.1, gas and GPC 1.1 I.1
}

// A tenth of the gas, and later a quarter; advice is planned for one year only.
func ExampleEvaluation() {
	byYear := map[int]ghg.Share{2030: ghg.MustShare("10%"), 2040: ghg.MustShare("25%")}
	cuts, _ := strategy.NewCuts(strategy.Expected, byYear)
	plan, _, _ := strategy.NewPortfolio(town(
		action("insulation", "E", strategy.Effect{On: on("I.1.1", "gas", ""), Cuts: cuts}),
		action("advice", "E", share(on("I.1", "", ""), "5%", strategy.Overlapping)),
	))
	e, err := plan.Evaluate(heating(), strategy.Expected, strategy.LogShare)
	if err != nil {
		fmt.Println(err)
		return
	}
	for y := range e.Years() {
		fmt.Println(y.Year(), y.Baseline(), "−", y.Reduction(), "=", y.Emissions())
	}
	fmt.Println("divided by", e.Division(), "-", e.Findings().Len(), "findings")
	// Output:
	// 2030 100000 tCO2e − 7300 tCO2e = 92700 tCO2e
	// 2040 82000 tCO2e − 9000 tCO2e = 73000 tCO2e
	// divided by log share - 0 findings
}

// What the plan leaves to the council's goal, and what is emitted with it.
func ExampleYearEffect_Gap() {
	plan, _, _ := strategy.NewPortfolio(town(
		action("insulation", "E", share(on("I.1.1", "gas", ""), "30%", strategy.Overlapping)),
		action("boilers", "E", share(on("I.1.1", "gas", ""), "20%", strategy.Overlapping)),
	))
	e, err := plan.Evaluate(heating(), strategy.Expected, strategy.Shapley)
	if err != nil {
		fmt.Println(err)
		return
	}
	goal, _ := target.New(townGoal(target.Definition{}))
	y, _ := e.Year(2030)
	gap, err := y.Gap(goal)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("need", gap.Need, "cut", gap.Total.CO2e, "missing", gap.CO2e)
	series, err := e.Yearly()
	if err != nil {
		fmt.Println(err)
		return
	}
	left, _ := series.At(2030)
	fmt.Println("left", left.CO2e, left.Status)
	// Output:
	// need 30000 tCO2e cut 17600 tCO2e missing 12400 tCO2e
	// left 82400 tCO2e projected
}

func ExampleYearEffect() {
	plan, _, _ := strategy.NewPortfolio(town(
		action("insulation", "E", share(on("I.1.1", "gas", ""), "30%", strategy.Overlapping)),
		action("boilers", "E", share(on("I.1.1", "gas", ""), "20%", strategy.Overlapping)),
	))
	e, _ := plan.Evaluate(heating(), strategy.Expected, strategy.Shapley)
	y, ok := e.Year(2030)
	fmt.Println(ok, y.Alone(), "alone,", y.Overlap(), "overlap,", y.Reduction(), "together")
	_, ok = e.Year(2035)
	fmt.Println(ok)
	// Output:
	// true 20000 tCO2e alone, 2400 tCO2e overlap, 17600 tCO2e together
	// false
}

// One campaign for all energy in buildings, on each of its sources.
func ExampleSourceEffect() {
	plan, _, _ := strategy.NewPortfolio(town(
		action("advice", "E", share(on("I.1", "", ""), "5%", strategy.Overlapping)),
		action("boilers", "E", share(on("I.1.1", "gas", ""), "20%", strategy.Overlapping)),
	))
	e, _ := plan.Evaluate(heating(), strategy.Expected, strategy.Shapley)
	y, _ := e.Year(2030)
	for s := range y.BySource() {
		fmt.Println(s.On, s.Reduction)
		for _, a := range s.Actions {
			fmt.Println(" ", a.Action.ID, a.CO2e)
		}
	}
	// Output:
	// GPC 1.1 I.1.1, gas 9600 tCO2e
	//   advice 1800 tCO2e
	//   boilers 7800 tCO2e
	// GPC 1.1 I.1.2 1500 tCO2e
	//   advice 1500 tCO2e
}

// No part of a whole that one measure takes alone is due to its logarithm.
func ExampleDivisionError() {
	plan, _, _ := strategy.NewPortfolio(town(
		action("heat-pumps", "E", share(on("I.1.1", "gas", ""), "100%", strategy.Overlapping)),
		action("windows", "E", share(on("I.1.1", "gas", ""), "30%", strategy.Overlapping)),
	))
	_, err := plan.Evaluate(heating(), strategy.Expected, strategy.LogShare)
	var a *strategy.DivisionError
	if errors.As(err, &a) && a.Method == strategy.LogShare {
		e, _ := plan.Evaluate(heating(), strategy.Expected, strategy.Shapley)
		y, _ := e.Year(a.Year)
		fmt.Println("by Shapley", y.Reduction())
	}
	fmt.Println(err)
	// Output:
	// by Shapley 40000 tCO2e
	// log share cannot divide the joint effect of "heat-pumps", "windows" on GPC 1.1 I.1.1, gas in 2030: one of them cuts all that the source emits, and the logarithm of nothing is not defined: use another method
}

// What the plan states in per cent is left out, and named.
func ExampleNoBaselineError() {
	plan, _, _ := strategy.NewPortfolio(town(action("windows", "E", share(on("I.1.1", "gas", ""), "30%", strategy.Overlapping))))
	_, err := plan.Total(strategy.Expected, 2030)
	var none *strategy.NoBaselineError
	if errors.As(err, &none) {
		fmt.Println("ask for an amount of", none.Actions)
	}
	fmt.Println(err)
	// Output:
	// ask for an amount of [windows]
	// the cuts of "windows" are shares of what a source emits, and have no amount without a baseline: evaluate the portfolio on one
}

// What windows and boilers cut together of the gas of one year, in Korean, and what each has
// of it. It replays: every figure follows from those above it.
func ExampleSourceEffect_Explain() {
	gas := on("I.1.1", "gas", "space heating")
	plan, _, err1 := strategy.NewPortfolio(town(action("windows", "E", share(gas, "30%", strategy.Overlapping)),
		action("boilers", "E", expected(gas, "8000", strategy.Overlapping))))
	base, err2 := strategy.NewBaseline(baseline(map[strategy.EmissionSource]string{gas: "40000"}))
	e, err3 := plan.Evaluate(base, strategy.Expected, strategy.Shapley)
	if err := errors.Join(err1, err2, err3); err != nil {
		fmt.Println(err)
		return
	}
	y, _ := e.Year(2030)
	for s := range y.BySource() {
		d := s.Explain()
		fmt.Println(d.Korean())
		fmt.Println(len(d.Replay()), "mismatches")
	}
	fmt.Println(e.Division().Korean())
	// Output:
	// GPC 1.1 I.1.1, gas, space heating 2030년 계획 반영 배출량 = 22,400 tCO2e
	//   E = 40,000 tCO2e   # 배출전망치; 출처: forecast of 2024
	//   p[i]   # 단독 감축량 또는 감축률
	//   q[i]   # 대상 배출원 배출량(감축률은 1)
	//   r[i] = p[i] / q[i]   # 배출원 대비 단독 감축률
	//   A[i] = E × r[i] × integral(t: prod(j ≠ i: 1 - t × r[j]))   # 배분 감축량: 섀플리값; 식 출처: Shapley (1953); Owen (1972)
	//       i  p     q       r    A [tCO2e]
	//       1  0.3   1       0.3  10,800     windows; climate plan, 2024
	//       2  8000  40,000  0.2  6800       boilers; climate plan, 2024
	//   S = E × sum(i: r[i]) = 40,000 × (0.3 + 0.2) = 20,000 tCO2e   # 개별 감축량의 합
	//   J = E × (1 - prod(i: 1 - r[i])) = 40,000 × (1 - (1 - 0.3) × (1 - 0.2)) = 17,600 tCO2e   # 결합 감축량
	//   X = E - J = 40,000 - 17,600 = 22,400 tCO2e   # 계획 반영 배출량
	// 반올림 규칙: 소수 12자리, 합계 J에 맞춤, 최대잔여법: A
	// 0 mismatches
	// 섀플리값
}
