package budget_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// values are those of a path's first years, in tonnes.
func values(t *testing.T, p budget.Path, n int) (out []string) {
	t.Helper()
	for k := range n {
		out = append(out, must(p.At(p.Start().Year+k)).Tonnes().String())
	}
	return out
}

func from(year int, tonnes string) budget.Start {
	return budget.Start{Year: year, Emissions: co2e(tonnes)}
}

// Paths whose values can be worked out by hand.
func TestPathValues(t *testing.T) {
	for _, x := range []struct {
		name   string
		amount string
		last   int
		form   budget.Form
		start  budget.Start
		want   []string
		zero   string
		rate   string
	}{
		// Area of a triangle: 4 × 8/2 = 16.
		{"linear", "16", 2050, budget.Linear, from(2020, "8"), []string{"8", "6", "4", "2", "0", "0"}, "4", ""},
		{"linear, start outside", "16", 2050, budget.Linear, from(2019, "8"), []string{"8", "6", "4", "2", "0"}, "4", ""},
		{"linear to a third of a year", "1", 2050, budget.Linear, from(2020, "6"), []string{"6", "0"}, "0.333333333333", ""},
		// Calendar years: 8 + 6 + 4 + 2 = 20, and 6 + 4 + 2 = 12.
		{"linear by years", "20", 2050, budget.LinearYears, from(2020, "8"), []string{"8", "6", "4", "2", "0", "0"}, "4", ""},
		{"linear by years, start outside", "12", 2050, budget.LinearYears, from(2019, "8"), []string{"8", "6", "4", "2", "0"}, "4", ""},
		// R' = 5 of 8: n = 2 years, d = 2(16 - 5)/6 = 11/3.
		{"linear by years, uneven", "5", 2050, budget.LinearYears, from(2019, "8"), []string{"8", "4.333333333333", "0.666666666666",
			"0"}, "3", ""},
		{"linear by years, one left", "9", 2050, budget.LinearYears, from(2020, "8"), []string{"8", "1", "0", "0"}, "2", ""},
		{"linear by years, all in the start", "8", 2050, budget.LinearYears, from(2020, "8"), []string{"8", "0", "0"}, "1", ""},
		{"geometric, a half", "16", budget.ForGood, budget.Geometric, from(2020, "8"), []string{"8", "4", "2", "1", "0.5"}, "", "0.5"},
		{"geometric, start outside", "8", budget.ForGood, budget.Geometric, from(2019, "8"), []string{"8", "4", "2", "1"}, "", "0.5"},
		// q = 1 - 27/81 = 2/3: whole tonnes come out whole.
		{"geometric, two thirds", "81", budget.ForGood, budget.Geometric, from(2020, "27"), []string{"27", "18", "12", "8",
			"5.333333333333"}, "", "0.333333333333"},
		{"geometric, all in the start", "8", budget.ForGood, budget.Geometric, from(2020, "8"), []string{"8", "0", "0"}, "1", "1"},
		// 8 + 4 + 2 = 14, and 4 + 2 + 1 = 7.
		{"constant rate", "14", 2022, budget.ConstantRate, from(2020, "8"), []string{"8", "4", "2"}, "", "0.5"},
		{"constant rate, start outside", "7", 2022, budget.ConstantRate, from(2019, "8"), []string{"8", "4", "2", "1"}, "", "0.5"},
		{"constant rate, none", "24", 2022, budget.ConstantRate, from(2020, "8"), []string{"8", "8", "8"}, "", "0"},
		{"constant rate, none, start outside", "24", 2022, budget.ConstantRate, from(2019, "8"), []string{"8", "8", "8", "8"}, "", "0"},
		{"constant rate, all in the start", "8", 2022, budget.ConstantRate, from(2020, "8"), []string{"8", "0", "0"}, "1", "1"},
		// T = 4, k = 12(16/4 - 8/3) = 16 = 2E0: the slope starts at 0.
		// s = 3/4: 8 × 9/16 + 16 × 9/16 × 1/4 = 4.5 + 2.25.
		{"cubic", "16", 2050, budget.Cubic(2024), from(2020, "8"), []string{"8", "6.75", "4", "1.25", "0", "0"}, "4", ""},
		// T = 4R/E0 = 8: k = -8, E = 8 s³.
		{"cubic at its latest", "16", 2050, budget.Cubic(2028), from(2020, "8"), []string{"8", "5.359375", "3.375", "1.953125", "1",
			"0.421875", "0.125", "0.015625", "0", "0"}, "8", ""},
	} {
		t.Run(x.name, func(t *testing.T) {
			p, err := made(x.amount, 2020, x.last).Path(x.form, x.start)
			require.NoError(t, err)
			assert.Equal(t, x.want, values(t, p, len(x.want)))
			zero, ok := p.YearsToZero().Value()
			assert.Equal(t, x.zero != "", ok)
			if ok {
				assert.Equal(t, x.zero, zero.String())
			} else {
				assert.Contains(t, p.Explain().String(), "until nothing is emitted: the path comes near zero and never reaches it\n")
			}
			rate, ok := p.AnnualRate().Value()
			assert.Equal(t, x.rate != "", ok)
			if ok {
				assert.Equal(t, x.rate, rate.String())
			}
			assert.Equal(t, x.form, p.Form())
			assert.Zero(t, p.Findings().Len())
			assert.Contains(t, p.Explain().String(), "by: "+x.form.Source())
		})
	}
}

func TestPathRefuses(t *testing.T) {
	for _, x := range []struct {
		amount string
		last   int
		form   budget.Form
		start  budget.Start
		reason string
	}{
		{"-1", 2050, budget.Linear, from(2020, "8"), "nothing is left of it: R = -1 tCO2e"},
		{"16", 2050, budget.Linear, from(2020, "0"), "a path starts above zero: E0 = 0 tCO2e in 2020"},
		{"16", 2050, budget.Linear, from(2020, "-8"), "a path starts above zero"},
		{"7.9", 2050, budget.LinearYears, from(2020, "8"), "the start year counts, and its 8 t exceed the budget of 7.9 t"},
		{"7.9", 2050, budget.Geometric, from(2020, "8"), "the start year counts"},
		{"7.9", 2050, budget.ConstantRate, from(2020, "8"), "the start year counts"},
		{"24.1", 2022, budget.ConstantRate, from(2020, "8"), "no cut is needed"},
		{"24.1", 2022, budget.ConstantRate, from(2019, "8"), "no cut is needed"},
		{"8", 2020, budget.ConstantRate, from(2020, "8"), "the start is the only year that counts"},
		{"24", budget.ForGood, budget.ConstantRate, from(2020, "8"), "it needs a last year"},
		{"16", 2050, budget.Cubic(2029), from(2020, "8"),
			"the zero year 2029 is too late: the curve would go below zero first; a year at most 4R/E0 = 8 years after"},
		{"16", 2050, budget.Cubic(2020), from(2020, "8"), "must lie after the start in 2020, and not after 2300"},
		{"16", 2050, budget.Cubic(2301), from(2020, "8"), "must lie after the start"},
		{"16", 2050, budget.CappedDecay(ghg.Share{}), from(2020, "8"), "state the initial slope"},
		{"16", 2050, budget.CappedDecay(ghg.MustShare("100.1%")), from(2020, "8"), "-100% to 100% are allowed"},
		{"4", 2050, budget.CappedDecay(ghg.MustShare("-100.1%")), from(2020, "8"), "-100% to 100% are allowed"},
		{"16", 2050, budget.CappedDecay(ghg.MustShare("-50.1%")), from(2020, "8"), "at least -E0/R = -50.00% a year"},
	} {
		_, err := made(x.amount, 2020, x.last).Path(x.form, x.start)
		var no *budget.NoPathError
		require.ErrorAs(t, err, &no, x.reason)
		assert.Contains(t, no.Reason, x.reason)
		assert.Equal(t, x.form.String(), no.Form)
	}
	// What lies just within.
	for _, f := range []budget.Form{budget.CappedDecay(ghg.MustShare("-50%")), budget.CappedDecay(ghg.MustShare("100%")),
		budget.CappedDecay(ghg.MustShare("0%"))} {
		_, err := made("16", 2020, 2050).Path(f, from(2020, "8"))
		assert.NoError(t, err, f)
	}
	_, err := made("4", 2020, 2050).Path(budget.CappedDecay(ghg.MustShare("-100%")), from(2020, "8"))
	assert.NoError(t, err)
	_, err = made("16000", 2020, 2050).Path(budget.Cubic(2300), from(2020, "8"))
	assert.NoError(t, err)

	var metric *ghg.MetricMismatchError
	_, err = made("16", 2020, 2050).Path(budget.Linear, budget.Start{Year: 2020, Emissions: ghg.MustCO2e("8 tCO2e (AR5)")})
	assert.ErrorAs(t, err, &metric)
	_, err = made("16", 2020, 2050).Path(budget.Linear, from(2020, "1000000000000000000001"))
	assert.ErrorContains(t, err, "start in 2020: at most")
	for _, year := range []int{2018, 2021} {
		var out *ghg.YearError
		_, err = made("16", 2020, 2050).Path(budget.Linear, from(year, "8"))
		require.ErrorAs(t, err, &out)
		assert.Equal(t, []int{2019, 2020}, []int{out.First, out.Last})
	}
	_, err = made("16", 1850, 2050).Path(budget.Linear, from(1849, "8"))
	assert.Error(t, err)
}

func TestPathYears(t *testing.T) {
	p := must(made("16", 2020, 2050).Path(budget.Linear, from(2019, "8")))
	for year, ok := range map[int]bool{2018: false, 2019: true, 2050: true, 2051: false} {
		_, err := p.At(year)
		assert.Equal(t, ok, err == nil, year)
		_, err = p.Through(year)
		assert.Equal(t, ok, err == nil, year)
		_, err = p.Spending(year)
		assert.Equal(t, ok && year > 2019, err == nil, year)
	}
	var years []int
	for year, v := range must(p.Through(2022)) {
		assert.True(t, v.Equal(must(p.At(year))))
		years = append(years, year)
	}
	assert.Equal(t, []int{2019, 2020, 2021, 2022}, years)
	for range must(p.Through(2022)) {
		break
	}
	open := must(made("16", 2020, budget.ForGood).Path(budget.Linear, from(2019, "8")))
	_, err := open.At(2300)
	assert.NoError(t, err)
	_, err = open.At(2301)
	assert.Error(t, err)
	assert.Contains(t, open.Explain().String(), "E0    = 8 tCO2e   # emissions of the start\n")
	inside := must(made("16", 2020, 2050).Path(budget.Linear, from(2020, "8")))
	assert.Contains(t, inside.Explain().String(), "f     = 2020   # first year that counts\n")
	assert.Contains(t, inside.Explain().String(), "slope = -E0^2 / (2 × R) = -8^2 / (2 × 16) = -2 tCO2e/yr")
	assert.Contains(t, inside.Explain().String(), "zero  = 2 × R / E0 = 2 × 16 / 8 = 4 ")
}

func TestPathExplainsItsNumbers(t *testing.T) {
	for _, x := range []struct {
		form budget.Form
		want []string
	}{
		{budget.Geometric, []string{"q    = r / (r + E0) = 8 / (8 + 8) = 0.5 ", "rate = 1 - q = 1 - 0.5 = 0.5 "}},
		{budget.Cubic(2024), []string{"T    = 4 ", "k    = 12 × (R / T - E0 / 3) = 12 × (16 / 4 - 8 / 3) = 16 tCO2e/yr"}},
		{budget.LinearYears, []string{"r    = R - E0 = 16 - 8 = 8 tCO2e ", "n    = -down(-2 × r / E0; 0) = -down(-2 × 8 / 8; 0) = 2 ",
			"d    = 2 × (n × E0 - r) / (n × (n + 1)) = 2 × (2 × 8 - 8) / (2 × (2 + 1)) = 2.666666666667 tCO2e/yr"}},
		{budget.CappedDecay(ghg.MustShare("0%")), []string{"T    = R / E0 = 16 / 8 = 2 ", "g    = 0 ",
			"m    = (1 + root(1 + g × R / E0; 2)) × E0 / R = (1 + root(1 + 0 × 16 / 8; 2)) × 8 / 16 = 1 "}},
	} {
		text := must(made("16", 2020, 2050).Path(x.form, from(2020, "8"))).Explain().String()
		for _, w := range x.want {
			assert.Contains(t, text, w)
		}
	}
	outside := must(made("8", 2020, 2050).Path(budget.Geometric, from(2019, "8"))).Explain().String()
	assert.Contains(t, outside, "r    = R = 8 tCO2e")
	all := must(made("8", 2020, 2050).Path(budget.LinearYears, from(2020, "8"))).Explain().String()
	assert.Contains(t, all, "v[y] = E0 × (y = s)")
}

func TestPathRises(t *testing.T) {
	// Before 2R/E0 = 4 years, the cubic must go up first.
	b := made("16", 2020, 2050)
	p := must(b.Path(budget.Cubic(2023), from(2020, "8")))
	require.Equal(t, 1, p.Findings().Len())
	assert.Equal(t, budget.FindingPathRises, p.Findings().All[0].Code)
	assert.Contains(t, p.Findings().String(), "path-rises")
	assert.Equal(t, 1, must(must(b.Path(budget.CappedDecay(ghg.MustShare("0.1%")), from(2020, "8"))).Spending(2050)).Path.Findings().Len())
	assert.Zero(t, must(b.Path(budget.CappedDecay(ghg.MustShare("0%")), from(2020, "8"))).Findings().Len())
}

func TestSpending(t *testing.T) {
	b := made("16", 2020, 2050)
	// 8 + 6 + 4 + 2: half of E0 over.
	s := must(must(b.Path(budget.Linear, from(2020, "8"))).Spending(2050))
	assert.Equal(t, []string{"20 tCO2e", "4 tCO2e", "0.25"}, []string{s.Sum.String(), s.Over.String(), s.OverShare.String()})
	assert.Equal(t, "calendar years 2020 to 2050: 20 tCO2e of 16 tCO2e, 25.0% over", s.String())
	require.Equal(t, 2, s.Findings.Len())
	assert.Equal(t, []string{budget.FindingAreaIsNoSum, budget.FindingOverspent}, []string{s.Findings.All[0].Code, s.Findings.All[1].Code})
	assert.Contains(t, s.Findings.All[0].Detail, "Path.Discrete")
	assert.Contains(t, s.Explain().String(), "over       = sum_years - R = 20 - 16 = 4 tCO2e ")
	// 6 + 4 + 2: half of E0 left.
	s = must(must(b.Path(budget.Linear, from(2019, "8"))).Spending(2050))
	assert.Equal(t, []string{"12 tCO2e", "-4 tCO2e", "-0.25"}, []string{s.Sum.String(), s.Over.String(), s.OverShare.String()})
	require.Equal(t, 2, s.Findings.Len())
	assert.Equal(t, budget.FindingLeft, s.Findings.All[1].Code)
	assert.Contains(t, s.Findings.All[1].Detail, "by its last year, 2050, the path leaves 4 tCO2e of the budget")
	// Looked at before its last year, a budget may have something left.
	s = must(must(b.Path(budget.Linear, from(2019, "8"))).Spending(2049))
	assert.Equal(t, 1, s.Findings.Len())
	// Discrete: spent exactly, nothing to remark.
	s = must(must(b.Path(budget.Geometric, from(2020, "16"))).Spending(2030))
	assert.Zero(t, s.Over.Sign())
	assert.Zero(t, s.Findings.Len())
	assert.Contains(t, s.String(), "0.0% over")
	s = must(must(b.Path(budget.Cubic(2023), from(2020, "8"))).Spending(2050))
	assert.Equal(t, []string{budget.FindingPathRises, budget.FindingAreaIsNoSum, budget.FindingOverspent},
		[]string{s.Findings.All[0].Code, s.Findings.All[1].Code, s.Findings.All[2].Code})
	assert.NotContains(t, s.Findings.All[1].Detail, "Path.Discrete")
}

func TestDiscrete(t *testing.T) {
	b := made("16", 2020, 2050)
	for f, want := range map[budget.Form]budget.Form{budget.Linear: budget.LinearYears, budget.Exponential: budget.Geometric,
		budget.LinearYears: budget.LinearYears, budget.ConstantRate: budget.ConstantRate} {
		p, err := must(b.Path(f, from(2020, "8"))).Discrete()
		require.NoError(t, err)
		assert.Equal(t, want, p.Form())
		assert.Equal(t, budget.Discrete, p.Form().Counting())
	}
	_, err := must(b.Path(budget.Cubic(2025), from(2020, "8"))).Discrete()
	var no *budget.NoPathError
	assert.ErrorAs(t, err, &no)
}

func TestAllowances(t *testing.T) {
	b := made("10", 2020, 2022)
	closed := func(a budget.Allowances) (out []string) {
		for _, e := range a.All() {
			out = append(out, e.Tonnes().String())
		}
		return out
	}
	a, err := b.Allowances(along(2019, "9", "4.19", "3.99", "1.5")) // 2019 is passed over
	require.NoError(t, err)
	assert.Equal(t, []string{"4.19", "3.99", "1.82"}, closed(a))
	assert.Equal(t, "0.32", a.Closing().Tonnes().String())
	assert.Equal(t, "8.18", a.Between(2018, 2021).Tonnes().String())
	assert.Equal(t, "5.81", a.Between(2021, 2022).Tonnes().String())
	assert.Equal(t, "allowances 2020 to 2022: from 4.19 tCO2e to 1.82 tCO2e, together 10 tCO2e", a.String())
	assert.Contains(t, a.Explain().String(), "      2022  1.82")
	assert.Contains(t, a.Explain().String(), "closing  = R - together = 10 - 9.68 = 0.32 tCO2e ")
	for range a.All() {
		break
	}
	shown := func(a budget.Allowances, places int32) string { return must(a.Show(ghg.Tonne, places)).String() }
	assert.Equal(t, "4.2 + 4.0 + 1.8 = 10.0 t", shown(a, 1))
	assert.Equal(t, "4 + 4 + 2 = 10 t", shown(a, 0))
	// To tens of tonnes: the largest remainder, which is 2020's. What is computed
	// knows nothing of it.
	assert.Equal(t, "10 + 0 + 0 = 10 t", shown(a, -1))
	assert.Equal(t, []string{"4.19", "3.99", "1.82"}, closed(a))
	for places, want := range map[int32]string{1: "4.2 4.0 1.8", 0: "4 4 2", -1: "10 0 0"} {
		d, err := a.ExplainShown(ghg.Tonne, places)
		require.NoError(t, err)
		assert.Empty(t, d.Replay())
		step, _ := d.Step("shown")
		var got []string
		for _, v := range step.Values {
			got = append(got, v.Number.StringFixed(max(places, 0)))
		}
		assert.Equal(t, want, strings.Join(got, " "))
	}
	_, err = a.ExplainShown(ghg.Tonne, 101)
	assert.ErrorContains(t, err, "-30 to 100 decimal places")
	_, err = a.ExplainShown(ghg.Tonne, 401)
	assert.ErrorContains(t, err, "401 decimal places")
	_, err = budget.Report{}.ExplainShown(ghg.Tonne, 101)
	assert.ErrorContains(t, err, "-30 to 100 decimal places")
	zero, err := budget.Allowances{}.ExplainShown(ghg.Tonne, 0)
	require.NoError(t, err)
	assert.True(t, zero.IsZero())
	zero, err = budget.Report{}.ExplainShown(ghg.Tonne, 0)
	require.NoError(t, err)
	assert.True(t, zero.IsZero())
	none, err := budget.Allowances{}.Show(ghg.Tonne, 0)
	require.NoError(t, err)
	assert.Zero(t, none.Len())
	_, err = a.Show(ghg.Tonne, 401)
	assert.ErrorContains(t, err, "401 decimal places")
	// All is spent before the last year.
	assert.Equal(t, []string{"6", "4", "0"}, closed(must(b.Allowances(along(2020, "6", "4", "1.5")))))
	// A path of 11.5 is cut in its last year, and says so.
	cut := must(b.Allowances(along(2020, "6", "3", "2.5")))
	assert.Equal(t, []string{"6", "3", "1"}, closed(cut))
	assert.Equal(t, "-1.5", cut.Closing().Tonnes().String())
	assert.Contains(t, cut.Explain().String(), "closing  = R - together = 10 - 11.5 = -1.5 tCO2e ")
	assert.Equal(t, []string{"6", "4"}, closed(must(made("10", 2020, budget.ForGood).Allowances(along(2020, "6", "1")))))

	_, err = b.Allowances(along(2020, "6", "5", "1"))
	var over *budget.OverspentError
	require.ErrorAs(t, err, &over)
	assert.Equal(t, 2021, over.Year)
	assert.Equal(t, "11 tCO2e", over.Spent.String())

	for _, path := range []func() (budget.Allowances, error){
		func() (budget.Allowances, error) { return b.Allowances(along(2020, "1", "1")) },
		func() (budget.Allowances, error) { return b.Allowances(along(2020, "1", "1", "1", "1")) },
		func() (budget.Allowances, error) {
			return made("10", 2020, budget.ForGood).Allowances(along(2018, "1", "1"))
		},
	} {
		var out *ghg.YearError
		_, err = path()
		require.ErrorAs(t, err, &out)
	}
	var missing *ghg.NoFigureError
	_, err = b.Allowances(along(2021, "1", "1"))
	assert.ErrorAs(t, err, &missing)
	_, err = b.Allowances(nil)
	assert.ErrorContains(t, err, "the path has no years")
	_, err = b.Allowances(along(2020, "1", "-0.1", "1"))
	assert.ErrorContains(t, err, `path for budget "test" in 2021, value "-0.1 tCO2e": an allowance is not below zero`)
	var no *budget.NoPathError
	_, err = made("-1", 2020, 2022).Allowances(along(2020, "1", "1", "1"))
	assert.ErrorAs(t, err, &no)
	var metric *ghg.MetricMismatchError
	ar5 := func(yield func(int, ghg.CO2e) bool) { yield(2020, ghg.MustCO2e("1 tCO2e (AR5)")) }
	_, err = made("10", 2020, budget.ForGood).Allowances(ar5)
	assert.ErrorAs(t, err, &metric)
	_, err = b.Allowances(func(yield func(int, ghg.CO2e) bool) {
		for y := 2020; y < 2023 && yield(y, ghg.MustCO2e("1 tCO2e (AR5)")); y++ {
		}
	})
	assert.ErrorAs(t, err, &metric)
	huge := must(must(co2e("1e30").Scale(decimal.New(1, 20))).Scale(decimal.New(1, 20)))
	_, err = b.Allowances(func(yield func(int, ghg.CO2e) bool) {
		for y := 2020; y < 2023 && yield(y, huge); y++ {
		}
	})
	assert.ErrorAs(t, err, &over)
}

func TestReport(t *testing.T) {
	// 8 + 4 + 2 + 1 = 15; a fifth of it is 3, an eighth 1.875.
	b := made("15", 2020, 2023)
	terms := budget.ReportTerms{PeriodFirst: 2019, PeriodYears: 3, NearlySpent: ghg.MustShare("20%")}
	r, err := b.Report(from(2020, "8"), terms)
	require.NoError(t, err)
	assert.Equal(t, "0.5", r.AnnualRate().String())
	var periods []string
	for p := range r.Periods() {
		periods = append(periods, p.String())
	}
	assert.Equal(t, []string{"2020-2021: 12 tCO2e", "2022-2023: 3 tCO2e"}, periods)
	year, left := r.NearlySpent()
	assert.Equal(t, 2021, year, "15 - 12 is a fifth exactly")
	assert.Equal(t, "3 tCO2e", left.String())
	terms.NearlySpent = ghg.MustShare("19.9%")
	r = must(b.Report(from(2020, "8"), terms))
	year, left = r.NearlySpent()
	assert.Equal(t, 2022, year)
	assert.Equal(t, "1 tCO2e", left.String())
	text := r.Explain().String()
	assert.Contains(t, text, "nearly      = f + sum(u: left[u] > share × R) = 2022 ")
	assert.Contains(t, text, "nearly_left = left[nearly] = 1 tCO2e ")
	assert.Contains(t, text, "      2022-2023  2022  2023  3")
	assert.Contains(t, text, "closing     = R - sum(i = f..l: v[i]) = 0 tCO2e ")
	assert.Equal(t, "test: 15 tCO2e for 2020 to 2023: cut 50.0% a year, nearly spent in 2022", r.String())
	assert.Equal(t, "15", r.Allowances().Between(2020, 2023).Tonnes().String())
	assert.Equal(t, budget.ConstantRate, r.Path().Form())
	// With 0 % it is spent in the last year alone.
	terms.NearlySpent = ghg.MustShare("0%")
	year, left = must(b.Report(from(2020, "8"), terms)).NearlySpent()
	assert.Equal(t, 2023, year)
	assert.True(t, left.IsZero())

	for field, change := range map[string]func(*budget.ReportTerms){
		"period years":        func(x *budget.ReportTerms) { x.PeriodYears = 0 },
		`period years "451"`:  func(x *budget.ReportTerms) { x.PeriodYears = 451 },
		"period first":        func(x *budget.ReportTerms) { x.PeriodFirst = 2021 },
		`period first "2017"`: func(x *budget.ReportTerms) { x.PeriodFirst = 2017 },
		"nearly spent: state": func(x *budget.ReportTerms) { x.NearlySpent = ghg.Share{} },
		`nearly spent "-1%"`:  func(x *budget.ReportTerms) { x.NearlySpent = ghg.MustShare("-1%") },
		`nearly spent "100%"`: func(x *budget.ReportTerms) { x.NearlySpent = ghg.MustShare("100%") },
	} {
		bad := terms
		change(&bad)
		_, err := b.Report(from(2020, "8"), bad)
		var in ghg.Fault
		require.ErrorAs(t, err, &in, field)
		assert.Contains(t, err.Error(), `report on budget "test", `+field)
	}
	for _, first := range []int{2018, 2020} {
		terms.PeriodFirst = first
		_, err := b.Report(from(2020, "8"), terms)
		assert.NoError(t, err, first)
	}
	var no *budget.NoPathError
	_, err = made("15", 2020, budget.ForGood).Report(from(2020, "8"), terms)
	assert.ErrorAs(t, err, &no)
}

// What is computed does not depend on how it is shown: 100 kt for 2026 to 2050 from
// 10 kt are nearly spent, 5 % left, in 2046, and leave 6.2 kt for the last five years.
func TestReportIsNotOfItsPlaces(t *testing.T) {
	r := must(made("100000", 2026, 2050).Report(from(2026, "10000"),
		budget.ReportTerms{PeriodFirst: 2026, PeriodYears: 5, NearlySpent: ghg.MustShare("5%")}))
	year, _ := r.NearlySpent()
	assert.Equal(t, 2046, year)
	periods := slices.Collect(r.Periods())
	assert.Equal(t, "6226 tCO2e", periods[4].CO2e.Format(ghg.Tonne, 0))
	for places, want := range map[int32]string{
		0:  "41714 + 25928 + 16115 + 10017 + 6226 = 100000 t",
		-3: "42000 + 26000 + 16000 + 10000 + 6000 = 100000 t",
		-4: "40000 + 20000 + 20000 + 10000 + 10000 = 100000 t",
	} {
		l := must(r.Show(ghg.Tonne, places))
		assert.Equal(t, want, l.String())
	}
}
