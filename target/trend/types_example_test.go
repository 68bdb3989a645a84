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

// A projection is no evidence of a trend, and a window has its years in order.
func ExampleBetween_refused() {
	_, err := trend.Choose(gyeongnam(), trend.Between(2022, 2016), ghg.Actual, ghg.Projected)
	var refused ghg.Faults
	if errors.As(err, &refused) {
		for _, f := range refused.All {
			fmt.Println(f.Field, f.Value+":", f.Detail)
		}
	}
	// Output:
	// statuses projected: only actual, provisional and estimated figures may enter
	// years 2022 to 2016: the first year must not be after the last
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
func ExampleFit_SlopeInterval_refused() {
	_, err := gyeongnamFit().SlopeInterval(ghg.MustShare("5%"))
	fmt.Println(err)
	// Output:
	// trend, confidence "5%": from 50% to below 100% is allowed, such as 95% where 5% may err
}

func ExampleFit_Prediction_refused() {
	_, err := gyeongnamFit().Prediction(20300, ghg.MustShare("95%"))
	var outside *ghg.YearError
	if errors.As(err, &outside) {
		fmt.Println("ask for", outside.First, "to", outside.Last)
	}
	// Output:
	// ask for 1850 to 2300
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
	switch {
	case errors.Is(err, trend.ErrIrregularYears):
		fmt.Println("years are missing: no adjustment")
	case errors.As(err, &few):
		fmt.Printf("%d figures say as much as %.2f: no interval\n", few.N, few.EffectiveSize)
	}
	// Output:
	// 20 figures say as much as 2.86: no interval
}

func ExampleNowcast_otherPlace() {
	daegu := example("Daegu", published, 2020, "9 Mt", "8.6 Mt")
	_, _, err := trend.Nowcast(daegu, 2023, trend.Along(gyeongnamFit().Line()))
	var mismatch *ghg.MismatchError
	if errors.As(err, &mismatch) {
		for _, d := range mismatch.Differ {
			fmt.Println(d.Aspect, d.A, d.B)
		}
	}
	// Output:
	// place "Daegu" "경상남도"
	// view total emissions (as declared by the city) managed emissions, gross (as declared by South Gyeongsang, Carbon Neutrality Support Centre)
}

func ExampleCutReached_refused() {
	total := trend.Measured{CO2e: ghg.MustCO2e("9 MtCO2e"), Uncertainty: ghg.MustShare("300%")}
	_, err := trend.CutReached(ghg.CO2e{}, total, total, ghg.Share{})
	fmt.Println(err)
	// Output:
	// uncertainty of a cut, base "300%": half the width of the 95% interval as a share of the total is needed, from 0% to 200%
	// uncertainty of a cut, current "300%": half the width of the 95% interval as a share of the total is needed, from 0% to 200%
	// uncertainty of a cut, correlation: the correlation of the errors of both totals is needed, from -1 to 1; 0 where they are independent
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
	fmt.Printf("%.0f t in 2030, %.0f t a year, %.0f t in the year 0\n", l.At(2030), l.Slope(), l.Intercept())
	fmt.Println(l.Source(), "on metric", l.Metric())
	// Output:
	// 18376864 t in 2030, -157979 t a year, 339073364 t in the year 0
	// least squares, 7 figures, 2016 to 2022 (actual) on metric unstated
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

// What a statistics program prints of the same line.
func ExampleFit() {
	f := gyeongnamFit()
	r2, _ := f.RSquared()
	fmt.Printf("slope %.0f ± %.0f, intercept %.0f ± %.0f t\n", f.Slope(), f.SlopeSE(), f.Intercept(), f.InterceptSE())
	fmt.Printf("R² %.3f, residual standard error %.0f t on %.0f degrees of freedom\n", r2, f.ResidualSD(), f.DF())
	for year, e := range f.Residuals() {
		fmt.Printf("%d %.0f\n", year, e)
	}
	fmt.Println(f.Points().Series().Place(), f.Points())
	fmt.Printf("%.0f t on the line in %d\n", f.At(2022), f.Line().Last())
	if wider, err := f.Adjusted(); err == nil {
		fmt.Println(wider.IsAdjusted(), wider.DF() <= f.DF())
	}
	// Output:
	// slope -157979 ± 51650, intercept 339073364 ± 104281124 t
	// R² 0.652, residual standard error 273305 t on 5 degrees of freedom
	// 2016 -320964
	// 2017 64214
	// 2018 494793
	// 2019 -71729
	// 2020 -17450
	// 2021 -124371
	// 2022 -24493
	// 경상남도 7 figures, 2016 to 2022 (actual)
	// 19640693 t on the line in 2022
	// true true
}

func ExampleFit_Details() {
	fmt.Print(gyeongnamFit().Details())
	// Output:
	// place            경상남도
	// view             managed emissions, gross (as declared by South Gyeongsang, Carbon Neutrality Support Centre)
	// metric           unstated
	// figures          7 figures, 2016 to 2022 (actual), of all years
	//                  2016  20267600, actual, first vintage, published series
	//                  2017  20494800, actual, first vintage, published series
	//                  2018  20767400, actual, first vintage, published series
	//                  2019  20042900, actual, first vintage, published series
	//                  2020  19939200, actual, first vintage, published series
	//                  2021  19674300, actual, first vintage, published series
	//                  2022  19616200, actual, first vintage, published series
	// line             y = 19640700 - 157979 × (year - 2022) tCO2e, by least squares
	// slope            Σ(x - m)(y - ȳ)/Sxx = -157979, SE s/√Sxx = 51649.9, with m = 2019, Sxx = 28
	// fit              -157979 ± 51649.9 tCO2e a year, R² 0.652, 7 figures, 2016 to 2022 (actual); s = 273305
	// residuals        Durbin-Watson 1.8182, lag-1 autocorrelation -0.0478215, effective sample size 7.70313 of 7
	// intervals        5 degrees of freedom, n - 2: residuals taken as independent
}

// A statistical office has an early estimate of the year that the inventory
// lacks.
func ExampleExternal() {
	early, err := ghg.NewYearly("Daegu", published, ghg.Unstated, []ghg.YearFigure{
		{Year: 2022, CO2e: ghg.MustCO2e("8.4 MtCO2e"), Status: ghg.Provisional, Vintage: ghg.FirstVintage, Source: "early estimate"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	filled, findings, err := trend.Nowcast(example("Daegu", published, 2020, "9 Mt", "8.6 Mt"), 2023, trend.External(early))
	for f := range filled.All() {
		fmt.Println(f.Year, f.CO2e, f.Status)
	}
	fmt.Println(findings, err)
	// Output:
	// 2020 9000000 tCO2e actual
	// 2021 8600000 tCO2e actual
	// 2022 8400000 tCO2e nowcast
	// 2023, nowcast-missing: the external series has no figure, and the year stays empty <nil>
}
