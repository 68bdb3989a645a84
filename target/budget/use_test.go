package budget_test

import (
	"errors"
	"fmt"
	"iter"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target/budget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// along is a path of values in tonnes from a first year on.
func along(first int, tonnes ...string) iter.Seq2[int, ghg.CO2e] {
	return func(yield func(int, ghg.CO2e) bool) {
		for i, x := range tonnes {
			if !yield(first+i, co2e(x)) {
				return
			}
		}
	}
}

func TestUse(t *testing.T) {
	b := made("100", 2020, 2029)
	series := yearly("city", 2019, "99", "30", "28", "50", "1")
	u, err := b.Use(series, 2021)
	require.NoError(t, err)
	assert.Equal(t, "58 tCO2e", u.Used.String(), "2019 is before the budget, 2022 after the year asked")
	assert.Equal(t, "42 tCO2e", u.Left.String())
	assert.Equal(t, "0.58", u.Share.String())
	assert.Len(t, u.Figures, 2)
	assert.Equal(t, budget.NotExceeded, u.Exhaustion.Answer)
	assert.Zero(t, u.Findings.Len())
	assert.Equal(t, "58.0% used through 2021, 42 tCO2e left", u.String())

	u, err = b.Use(series, 2023)
	require.NoError(t, err)
	assert.Equal(t, "-9 tCO2e", u.Left.String())
	assert.Equal(t, "1.09", u.Share.String())
	at, ok := u.Exhaustion.At()
	require.True(t, ok)
	assert.Equal(t, "2022.84", at.String(), "(100 - 58)/50")
	require.Equal(t, 1, u.Findings.Len())
	assert.Equal(t, budget.FindingOverspent, u.Findings.All[0].Code)
	assert.Contains(t, u.Findings.String(), "9 tCO2e more was emitted than the budget allows")
	assert.Contains(t, u.Explain().String(), "left      = R - used = 100 - 109 = -9 tCO2e ")

	// Spent exactly: neither over nor exhausted.
	u = must(made("108", 2020, 2029).Use(series, 2022))
	assert.Equal(t, "0 tCO2e", u.Left.String())
	assert.Zero(t, u.Findings.Len())
	assert.Equal(t, budget.NotExceeded, u.Exhaustion.Answer)

	for _, year := range []int{2019, 2030} {
		_, err = b.Use(series, year)
		var out *ghg.YearError
		require.ErrorAs(t, err, &out)
		assert.Equal(t, [3]int{year, 2020, 2029}, [3]int{out.Year, out.First, out.Last})
	}
	u = must(made("-5", 2020, 2029).Use(series, 2020))
	assert.Equal(t, "the budget is not above zero", u.Share.Undefined())
	assert.Equal(t, budget.SpentBefore, u.Exhaustion.Answer)
	assert.Equal(t, "-35 tCO2e", u.Left.String())
}

func TestUseNamesMissingYears(t *testing.T) {
	figures := func(status ghg.Status, years ...int) (out []ghg.YearFigure) {
		for _, y := range years {
			out = append(out, ghg.YearFigure{Year: y, CO2e: co2e("1"), Status: status, Vintage: ghg.FirstVintage})
		}
		return out
	}
	all := append(figures(ghg.Provisional, 2020), figures(ghg.Estimated, 2021)...)
	all = append(append(all, figures(ghg.Nowcast, 2023)...), figures(ghg.Projected, 2024)...)
	b := made("100", 2020, 2040)
	y := must(ghg.NewYearly("city", view, ghg.Unstated, all))
	u, err := b.Use(y, 2021)
	require.NoError(t, err)
	require.Equal(t, 2, u.Findings.Len())
	assert.Equal(t, "2020, budget-not-final: the figure is provisional\n2021, budget-not-final: the figure is estimated", u.Findings.String())

	_, err = b.Use(y, 2024)
	var missing *budget.MissingError
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, []int{2022}, missing.Missing)
	assert.Equal(t, []int{2023, 2024}, missing.NotActual)
	assert.ErrorContains(t, err, "no figure for 2022 and only a nowcast or a projection for 2023, 2024")
	_, err = b.Use(y, 2035)
	assert.ErrorContains(t, err, "no figure for 2022, 2025, 2026, 2027, 2028, 2029, 2030, 2031 and 4 more and")
	_, err = b.Use(y, 2032)
	assert.ErrorContains(t, err, "2030, 2031 and 1 more and")
	_, err = b.Use(y, 2031)
	assert.ErrorContains(t, err, "2030, 2031 and only")

	only := must(ghg.NewYearly("city", view, ghg.Unstated, figures(ghg.Nowcast, 2020)))
	_, err = b.Use(only, 2020)
	assert.ErrorContains(t, err, "the series of city has only a nowcast or a projection for 2020: a year")

	all[0].Coverage = ghg.Coverage{Required: 2, Reported: 1, Gaps: []ghg.Category{{Code: "II.1"}}}
	u = must(b.Use(must(ghg.NewYearly("city", view, ghg.Unstated, all[:1])), 2020))
	require.Equal(t, 2, u.Findings.Len())
	assert.Equal(t, budget.FindingGaps, u.Findings.All[1].Code)
	assert.Contains(t, u.Findings.All[1].Detail, "1 required categories have neither number nor key: more was emitted than is counted")
}

func TestSeriesMustMatch(t *testing.T) {
	b := must(budget.New(budget.Definition{Name: "test", Place: "city", View: gpc.Basic, Amount: ghg.MustCO2e("9 tCO2e (AR5)"),
		First: 2020, Last: 2029}))
	other := must(gpc.Basic.WithTags("BASIC", []string{"council"}, nil, "part of the city"))
	elsewhere := must(ghg.MustDeclaredView("x", "y").WithEdition("another edition"))
	for _, x := range []struct {
		aspect ghg.Aspect
		place  ghg.PlaceID
		view   ghg.View
		metric ghg.Metric
	}{
		{ghg.AspectPlace, "town", gpc.Basic, ghg.AR5},
		{ghg.AspectView, "city", gpc.BasicPlus, ghg.AR5},
		{ghg.AspectView, "city", other, ghg.AR5},
		{ghg.AspectView, "city", view, ghg.AR5},
		{ghg.AspectEdition, "city", elsewhere, ghg.AR5},
		{ghg.AspectMetric, "city", gpc.Basic, ghg.AR4},
	} {
		_, err := b.Use(must(ghg.NewYearly(x.place, x.view, x.metric, nil)), 2020)
		var mismatch *ghg.MismatchError
		require.ErrorAs(t, err, &mismatch)
		assert.Equal(t, x.aspect, mismatch.Differ[0].Aspect)
		var metric *ghg.MetricMismatchError
		assert.Equal(t, x.aspect == ghg.AspectMetric, errors.As(err, &metric))
	}
	_, err := b.From(2021, must(ghg.NewYearly("town", gpc.Basic, ghg.AR5, nil)))
	var mismatch *ghg.MismatchError
	assert.ErrorAs(t, err, &mismatch)
}

func TestFrom(t *testing.T) {
	b := made("100", 2020, 2029)
	named := func(first int, names ...string) ghg.Yearly {
		var all []ghg.YearFigure
		for i, n := range names {
			all = append(all, ghg.YearFigure{Year: first + i, CO2e: co2e(fmt.Sprint(i + 3)), Vintage: ghg.FirstVintage, Source: n})
		}
		return must(ghg.NewYearly("city", view, ghg.Unstated, all))
	}
	y := named(2017, "d", "a", "b", "a", "", "c") // 3 4 5 6 7 8
	later := must(b.From(2022, y))                // less 6 and 7
	assert.Equal(t, "test: 87 tCO2e for 2022 to 2029", later.String())
	assert.Contains(t, later.Explain().String(), "R     = R0 - E_sum = 100 - 13 = 87 tCO2e   # counted from 2022")
	assert.Contains(t, later.Explain().String(), "# emissions of city; source: a\n")
	earlier := must(b.From(2018, y)) // and 4 and 5
	assert.Equal(t, "test: 109 tCO2e for 2018 to 2029", earlier.String())
	assert.Contains(t, earlier.Explain().String(), "R0 + E_sum = 100 + 9 = 109 tCO2e")
	assert.Contains(t, earlier.Explain().String(), "      2019  5          actual; b\n")
	same := must(b.From(2020, ghg.Yearly{}))
	assert.Equal(t, b.Explain().ID(), same.Explain().ID(), "nothing lies between")
	// There and back is the budget itself.
	back := must(later.From(2020, y))
	assert.True(t, back.Amount().Equal(b.Amount()))
	// The last year alone is left.
	full := yearly("city", 2020, "1", "1", "1", "1", "1", "1", "1", "1", "1")
	assert.Equal(t, "test: 91 tCO2e for 2029 to 2029", must(b.From(2029, full)).String())
	for _, year := range []int{1849, 2030} {
		_, err := b.From(year, full)
		var out *ghg.YearError
		assert.ErrorAs(t, err, &out, year)
	}
	_, err := b.From(1850, full)
	var single *ghg.NoFigureError
	if assert.ErrorAs(t, err, &single) {
		assert.Equal(t, 1850, single.Year)
	}
	var missing *budget.MissingError
	assert.ErrorAs(t, err, &missing)
	// Beyond what can be computed with.
	_, err = made("1e21", 2020, 2029).From(2019, yearly("city", 2019, "1"))
	assert.ErrorContains(t, err, "counted from 2019: at most 1000000000000000000000 t are allowed")
}

// Emissions that are taken off, or divided by, are as soft as those of a use.
func TestStepsSayWhichFiguresAreNotFinal(t *testing.T) {
	soft := func(place ghg.PlaceID, tonnes string) ghg.Yearly {
		return must(ghg.NewYearly(place, view, ghg.Unstated, []ghg.YearFigure{
			{Year: 2019, CO2e: co2e(tonnes), Vintage: ghg.FirstVintage},
			{Year: 2020, CO2e: co2e(tonnes), Status: ghg.Provisional, Vintage: ghg.FirstVintage,
				Coverage: ghg.Coverage{Required: 2, Reported: 1, Gaps: []ghg.Category{{Code: "II.1"}}}}}))
	}
	findings := func(b budget.Budget) string {
		text := ""
		for s := range b.Stages() {
			text += s.Findings.String()
		}
		return text
	}
	later := must(made("100", 2020, 2029).From(2021, soft("city", "7")))
	want := "2020, budget-not-final: the figure is provisional\n2020, budget-figure-with-gaps: " +
		"1 required categories have neither number nor key: more was emitted than is counted"
	assert.Equal(t, want, findings(later))
	assert.Contains(t, later.Explain().String(), "      2020  7          provisional\n")
	for s := range later.Stages() {
		s.Findings.All[0].Detail = "changed"
	}
	assert.Equal(t, want, findings(later), "immutable")
	assert.Empty(t, findings(must(made("100", 2020, 2029).From(2019, soft("city", "7")))), "2019 is final")

	nation := must(budget.New(budget.Definition{Name: "nation", Place: "nation", View: view, Amount: co2e("500"), First: 2021, Last: 2029}))
	town := budget.Recipient{Name: "town", Place: "town", View: view}
	for _, m := range []budget.Method{
		budget.Grandfathering{Emissions: soft("town", "5"), Of: soft("nation", "50"), First: 2019, Last: 2020},
		budget.EqualCumulative{Since: 2019, Emissions: soft("town", "5"), Of: soft("nation", "50"), People: 1, PeopleOf: 10,
			PeopleNote: "people in 2020"},
	} {
		text := findings(must(nation.Allocate(m, town)))
		assert.Contains(t, text, "town 2020, budget-not-final: the figure is provisional")
		assert.Contains(t, text, "nation 2020, budget-not-final: the figure is provisional")
		assert.Contains(t, text, "nation 2020, budget-figure-with-gaps: 1 required categories have neither")
		assert.NotContains(t, text, "2019")
	}
}

func TestExhaustion(t *testing.T) {
	for _, x := range []struct {
		name    string
		amount  string
		course  budget.Course
		outcome budget.Answer
		text    string
	}{
		{"constant", "100", budget.Constant(co2e("40")), budget.Exceeded,
			"exceeded in 2022, at 2022.50, on constant emissions of 40 tCO2e a year"},
		{"spent at a year's end", "80", budget.Constant(co2e("40")), budget.Exceeded,
			"exceeded in 2022, at 2022.00, on constant emissions of 40 tCO2e a year"},
		{"spent with the last year", "400", budget.Constant(co2e("40")), budget.NotExceeded,
			"not exceeded through 2029 on constant emissions of 40 tCO2e a year"},
		{"less", "399.99", budget.Constant(co2e("40")), budget.Exceeded,
			"exceeded in 2029, at 2029.99, on constant emissions of 40 tCO2e a year"},
		{"nothing emitted", "1", budget.Constant(co2e("0")), budget.NotExceeded,
			"not exceeded through 2029 on constant emissions of 0 tCO2e a year"},
		{"removals", "1", budget.Constant(co2e("-3")), budget.NotExceeded, "not exceeded through 2029 on constant emissions of -3 tCO2e a year"},
		{"already spent", "-1", budget.Constant(co2e("40")), budget.SpentBefore, "spent before 2020"},
		// 40 in 2020, 20 in 2021, 0 in 2022 and never below.
		{"trend", "60", must(budget.Trend(co2e("-20"), co2e("40440"))), budget.NotExceeded,
			"not exceeded through 2029 on trend of 40440 tCO2e + -20 × year"},
		{"trend, exceeded", "50", must(budget.Trend(co2e("-20"), co2e("40440"))), budget.Exceeded,
			"exceeded in 2021, at 2021.50, on trend of 40440 tCO2e + -20 × year"},
		{"plan from before", "50", budget.Plan("plan", along(2018, "9", "9", "30", "40", "9")), budget.Exceeded,
			"exceeded in 2021, at 2021.50, on plan"},
		{"plan that ends", "500", budget.Plan("plan", along(2020, "30", "40", "9")), budget.NotExceeded, "not exceeded through 2022 on plan"},
		{"plan past the budget", "100", budget.Plan("plan", along(2020, "1", "1", "1", "1", "1", "1", "1", "1", "1", "1", "500")),
			budget.NotExceeded, "not exceeded through 2029 on plan"},
		{"removals on the way", "50", budget.Plan("plan", along(2020, "40", "-10", "40")), budget.Exceeded,
			"exceeded in 2022, at 2022.50, on plan"},
	} {
		t.Run(x.name, func(t *testing.T) {
			e, err := made(x.amount, 2020, 2029).Exhaustion(x.course)
			require.NoError(t, err)
			assert.Equal(t, x.outcome, e.Answer)
			assert.Equal(t, x.text, e.String())
			_, ok := e.At()
			assert.Equal(t, x.outcome == budget.Exceeded, ok)
			answer, _ := e.Explain().Step("answer")
			c, _ := answer.Decision()
			assert.Equal(t, e.Answer.String(), c.What.En)
		})
	}
	// An error beside it ignored, nothing reads as if the budget held.
	assert.Equal(t, "no answer", budget.Exhaustion{}.String())
	assert.Equal(t, "unknown (9)", budget.Answer(9).String())
	none, err := made("100", 2020, 2029).Exhaustion(budget.Course{})
	require.Error(t, err)
	assert.NotEqual(t, budget.NotExceeded, none.Answer)
	assert.Equal(t, "not exceeded, exceeded, spent before", fmt.Sprintf("%s, %s, %s", budget.NotExceeded, budget.Exceeded, budget.SpentBefore))
	e := must(made("100", 2020, 2029).Exhaustion(budget.Constant(co2e("30"))))
	assert.Equal(t, "0.333333333333", e.Fraction.String())
	assert.Equal(t, []string{"120 tCO2e", "90 tCO2e", "30 tCO2e"}, []string{e.Spent.String(), e.Before.String(), e.Emissions.String()})
	assert.Equal(t, 2023, e.Through)
	assert.Contains(t, e.Explain().String(), "part   = 0.333333333333, solves before + part × v[year] - R = 0 ")
	e = must(made("100", 2020, 2029).Exhaustion(budget.Constant(co2e("3"))))
	assert.Contains(t, e.Explain().String(), "exceeded: spent > R: 30 > 100\n")
	e = must(made("9", 2299, budget.ForGood).Exhaustion(budget.Constant(co2e("3"))))
	assert.Equal(t, 2300, e.Through)
	// Two thirds are rounded down, so that the moment is never too late.
	e = must(made("2", 2020, 2029).Exhaustion(budget.Constant(co2e("3"))))
	assert.Equal(t, "0.666666666666", e.Fraction.String())
}

func TestExhaustionRefuses(t *testing.T) {
	b := made("100", 2020, 2029)
	order := func(course budget.Course) string {
		_, err := b.Exhaustion(course)
		require.Error(t, err)
		return err.Error()
	}
	years := func(list ...int) budget.Course {
		return budget.Plan("plan", func(yield func(int, ghg.CO2e) bool) {
			for _, y := range list {
				if !yield(y, co2e("1")) {
					return
				}
			}
		})
	}
	assert.Contains(t, order(years(2020, 2022)), "plan: path: no figure for 2021: ")
	assert.Contains(t, order(years(2020, 2020)), "plan: path: year 2020 is given twice: ")
	assert.Contains(t, order(years(2021, 2020)), `plan: path, year "2020": it follows 2021: `)
	assert.Contains(t, order(years(1849)), "plan: path: year 1849: years from 1850 to 2300 are allowed")
	// A path without end stops at the last year that is accounted for.
	assert.Contains(t, order(budget.Plan("endless", func(yield func(int, ghg.CO2e) bool) {
		for y := 2020; yield(y, co2e("1")); y++ {
		}
	})), "path: year 2301: years from 1850 to 2300 are allowed")
	for _, c := range []budget.Course{years(2021, 2022), years(2018, 2019)} {
		_, err := b.Exhaustion(c)
		var missing *ghg.NoFigureError
		require.ErrorAs(t, err, &missing)
		assert.Equal(t, 2020, missing.Year)
	}
	for _, c := range []budget.Course{years(), budget.Plan("none", nil)} {
		_, err := b.Exhaustion(c)
		assert.ErrorContains(t, err, "the path has no years")
	}
	var metric *ghg.MetricMismatchError
	_, err := b.Exhaustion(budget.Constant(ghg.MustCO2e("1 tCO2e (AR5)")))
	assert.ErrorAs(t, err, &metric)
	// A line too long to be computed with.
	long := co2e("1e-30")
	for range 12 {
		long = must(long.Scale(dec("1e-30")))
	}
	_, err = budget.Trend(must(long.Scale(dec("1e-10"))), co2e("1"))
	assert.NoError(t, err)
	huge := co2e("1e30")
	for range 12 {
		huge = must(huge.Scale(dec("1e30")))
	}
	_, err = budget.Trend(must(huge.Scale(dec("1e9"))), co2e("1"))
	assert.ErrorContains(t, err, "out of bounds")
}

func TestSumAndAreaRefuses(t *testing.T) {
	_, err := budget.SumAndArea(nil)
	assert.ErrorContains(t, err, "the path has no years")
	var metric *ghg.MetricMismatchError
	_, err = budget.SumAndArea(func(yield func(int, ghg.CO2e) bool) {
		_ = yield(2020, co2e("1")) && yield(2021, ghg.MustCO2e("1 tCO2e (AR5)"))
	})
	assert.ErrorAs(t, err, &metric)
	s := must(budget.SumAndArea(along(2020, "7")))
	assert.Equal(t, "calendar years 2020 to 2020: 7 tCO2e; area: 0 tCO2e", s.String())
}

// Months that are counted twice, or not at all, are in no sum; fiscal years that
// follow one another are, with a finding.
func TestUseOfFiscalYears(t *testing.T) {
	series := func(periods ...ghg.Period) ghg.Yearly {
		var all []ghg.YearFigure
		for _, p := range periods {
			all = append(all, ghg.YearFigure{Year: p.Year(), Period: p, CO2e: co2e("5"), Vintage: 1})
		}
		return must(ghg.NewYearly("city", view, ghg.Unstated, all))
	}
	b := made("100", 2018, 2030)
	mixed := series(ghg.CalendarYear(2018), ghg.FiscalYear(2019, time.April), ghg.FiscalYear(2020, time.July), ghg.CalendarYear(2021))
	var periods *ghg.PeriodError
	_, err := b.Use(mixed, 2021)
	require.ErrorAs(t, err, &periods)
	assert.Len(t, periods.Breaks, 3)
	_, err = b.From(2021, mixed)
	require.ErrorAs(t, err, &periods)
	assert.Len(t, periods.Breaks, 2)
	u, err := b.Use(series(ghg.FiscalYear(2018, time.April), ghg.FiscalYear(2019, time.April)), 2019)
	require.NoError(t, err)
	require.Len(t, u.Findings.All, 1)
	assert.Equal(t, budget.FindingFiscalYears, u.Findings.All[0].Code)
}
