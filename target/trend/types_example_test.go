package trend_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
)

// gyeongnamFit is the line of least squares through the published series.
func gyeongnamFit() trend.Fit {
	points, err := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	if err != nil {
		panic(err)
	}
	fit, err := trend.LeastSquares(points)
	if err != nil {
		panic(err)
	}
	return fit
}

func ExampleStatusError() {
	_, err := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual, ghg.Projected)
	var wrong *trend.StatusError
	fmt.Println(errors.As(err, &wrong), err)
	// Output:
	// true projected figures may not enter a trend: only actual, provisional and estimated ones may
}

func ExampleWindowError() {
	_, err := trend.Choose(gyeongnam(), trend.Between(2022, 2016), ghg.Actual)
	var wrong *trend.WindowError
	fmt.Println(errors.As(err, &wrong), wrong.First, wrong.Last)
	// Output:
	// true 2022 2016
}

func ExampleLeftOut() {
	_, err := trend.Choose(gyeongnam(), trend.Between(2020, 2021), ghg.Actual)
	var few *trend.TooFewError
	if errors.As(err, &few) {
		fmt.Println(few.LeftOut[0])
	}
	// Output:
	// 2016 (actual: outside the years chosen)
}

// Who writes 5% means the part that may err, and gets no interval of 5 %.
func ExampleConfidenceError() {
	_, err := gyeongnamFit().SlopeInterval(ghg.MustShare("5%"))
	var wrong *trend.ConfidenceError
	fmt.Println(errors.As(err, &wrong), err)
	// Output:
	// true a confidence of 5%: from 50% to below 100% is allowed, such as 95% where 5% may err
}

func ExampleYearError() {
	_, err := gyeongnamFit().Prediction(20300, ghg.MustShare("95%"))
	var wrong *trend.YearError
	fmt.Println(errors.As(err, &wrong), err)
	// Output:
	// true year 20300: years from 1850 to 2300 are allowed
}

// Twenty years up and down in one arch around a flat line: every year is close
// to its neighbour, and nothing tells a trend from a swing.
func ExampleEffectiveSizeError() {
	var amounts []string
	for i := range 20 {
		amounts = append(amounts, fmt.Sprintf("%d kt", 100+i*(19-i)))
	}
	points, err := trend.Choose(example("Daegu", published, 2003, amounts...), trend.AllYears, ghg.Actual)
	if err != nil {
		fmt.Println(err)
		return
	}
	fit, _ := trend.LeastSquares(points)
	_, err = fit.Adjusted()
	var few *trend.EffectiveSizeError
	fmt.Println(errors.As(err, &few), err)
	// Output:
	// true Daegu: 20 figures with a lag-1 autocorrelation of 0.75 say as much as 2.85714 independent ones, and 3 are needed: no interval can be given
}

func ExampleSeriesMismatchError() {
	daegu := example("Daegu", published, 2020, "9 Mt", "8.6 Mt")
	_, _, err := trend.Nowcast(daegu, 2023, trend.Along(gyeongnamFit().Line()), 0)
	var wrong *trend.SeriesMismatchError
	fmt.Println(errors.As(err, &wrong), err)
	// Output:
	// true series and filling differ in place: "Daegu" and "경상남도" do not meet; give a filling of the same place, view and metric
}

func ExampleCutUncertaintyError() {
	total := trend.Measured{CO2e: ghg.MustCO2e("9 MtCO2e"), Uncertainty: ghg.MustShare("300%")}
	_, err := trend.CutReached(ghg.CO2e{}, total, total, ghg.MustShare("0"))
	var wrong *trend.CutUncertaintyError
	fmt.Println(errors.As(err, &wrong), wrong.Field, wrong.Value)
	// Output:
	// true uncertainty of the base 300%
}

func ExampleAnswer() {
	for _, level := range []string{"20 MtCO2e", "19 MtCO2e"} {
		a, err := gyeongnamFit().Line().Attainment(ghg.MustCO2e(level))
		fmt.Println(a.Answer, a.FirstYear, err)
	}
	// Output:
	// already below 0 <nil>
	// reaches 2027 <nil>
}

func ExampleLine() {
	l := gyeongnamFit().Line()
	fmt.Printf("%.0f t in 2030, %.0f t a year\n", l.At(2030), l.Slope())
	fmt.Println(l.Source())
	// Output:
	// 18376864 t in 2030, -157979 t a year
	// least squares, 7 figures, 2016 to 2022 (actual)
}

func ExampleKendall() {
	k, _ := trend.MannKendall(gyeongnamFit().Points())
	fmt.Println(k.S, k.Exact)
	// Output:
	// -15 true
}

// A probability is of the past going on, and says so.
func ExampleProbability() {
	p, err := gyeongnamFit().Probability(ghg.MustCO2e("19 MtCO2e"), 2030)
	fmt.Printf("%.3f %v\n", p.Value, err)
	fmt.Println(p)
	// Output:
	// 0.813 <nil>
	// 81%: total of 2030 at or below 19000000 tCO2e, if the fitted past goes on; no forecast of policy
}

// Errors that the two inventories share cancel out: the cut is more certain
// than independent errors would have it.
func ExampleMeasured() {
	base := trend.Measured{CO2e: ghg.MustCO2e("9.43 MtCO2e"), Uncertainty: ghg.MustShare("10%")}
	now := trend.Measured{CO2e: ghg.MustCO2e("8.97 MtCO2e"), Uncertainty: ghg.MustShare("10%")}
	for _, r := range []string{"0", "0.8"} {
		p, err := trend.CutReached(ghg.CO2e{}, base, now, ghg.MustShare(r))
		fmt.Printf("r %s: %.2f that there was a cut at all %v\n", r, p.Value, err)
	}
	// Output:
	// r 0: 0.76 that there was a cut at all <nil>
	// r 0.8: 0.94 that there was a cut at all <nil>
}

func ExampleCutProbability() {
	exact := trend.Measured{CO2e: ghg.MustCO2e("9 MtCO2e"), Uncertainty: ghg.MustShare("0%")}
	p, err := trend.CutReached(ghg.MustCO2e("1 MtCO2e"), exact, exact, ghg.MustShare("0"))
	fmt.Println(p.Cut, p.Value, err)
	// Output:
	// 0 tCO2e 0 <nil>
}
