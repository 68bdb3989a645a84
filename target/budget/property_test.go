package budget_test

import (
	"errors"
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/target/budget"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func discreteForms() []budget.Form {
	return []budget.Form{budget.LinearYears, budget.Geometric, budget.ConstantRate}
}

func allForms(start int) []budget.Form {
	return append(discreteForms(), budget.Linear, budget.Exponential, budget.Cubic(start+20), budget.CappedDecay(ghg.MustShare("0%")),
		budget.CappedDecay(ghg.MustShare("-1%")))
}

// A cumulative path never spends more than its budget, and its last year closes it,
// whatever the numbers. As shown, in whatever places, the years add up to the
// rounded budget, each less than a unit of the last place from its true amount.
func TestAllowancesNeverSpendMoreThanTheBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(6))
	solved, overspent := 0, 0
	for range 120 {
		first := 1990 + r.Intn(60)
		last := first + r.Intn(90)
		amount := decimal.New(1+r.Int63n(1_000_000_000), int32(r.Intn(8)-6))
		e0 := decimal.New(1+r.Int63n(1_000_000_000), int32(r.Intn(8)-7))
		start := budget.Start{Year: first - r.Intn(2), Emissions: co2e(e0.String())}
		places := int32(r.Intn(25) - 12)
		b := made(amount.String(), first, last)
		for _, f := range allForms(start.Year) {
			p, err := b.Path(f, start)
			if err != nil {
				var no *budget.NoPathError
				require.ErrorAs(t, err, &no)
				continue
			}
			years := must(p.Through(last))
			a, err := b.Allowances(years)
			var over *budget.OverspentError
			if errors.As(err, &over) {
				require.Equal(t, budget.Continuous, f.Counting(), "%s from %s in %d of %s, %d to %d", f, e0, start.Year, amount, first, last)
				overspent++
				continue
			}
			require.NoError(t, err)
			solved++
			sum, n := new(big.Rat), 0
			for year, x := range a.All() {
				require.Equal(t, first+n, year)
				require.GreaterOrEqual(t, x.Sign(), 0)
				sum.Add(sum, x.Tonnes().Rat())
				require.LessOrEqual(t, sum.Cmp(amount.Rat()), 0)
				if year < last {
					require.True(t, x.Equal(must(p.At(year))), "%s in %d", x, year)
				}
				n++
			}
			require.Equal(t, last-first+1, n)
			require.Zero(t, sum.Cmp(amount.Rat()), "%s: %s, not %s", f, sum.FloatString(14), amount)
			closing := new(big.Rat).Sub(must(a.Between(last, last).Sub(must(p.At(last)))).Tonnes().Rat(), a.Closing().Tonnes().Rat())
			require.Zero(t, closing.Sign())
			shown := must(a.Show(ghg.Tonne, places))
			require.Equal(t, n, shown.Len())
			require.True(t, shown.Total().Amount().Equal(exact.Round(amount, places)), "%s of %s", shown.Total(), amount)
			for i, x := range shown.Parts() {
				v := must(a.Between(first+i, first+i), nil).Tonnes()
				require.True(t, x.Amount().Sub(v).Abs().LessThan(decimal.New(1, -places)), "%s of %s", x, v)
			}
		}
	}
	assert.Greater(t, solved, 100)
	assert.Greater(t, overspent, 5)
}

// Discrete forms against their equations in rationals: the sum of the calendar
// years is the budget, less what rounding down takes.
func TestDiscreteFormsSpendTheBudget(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(7))
	tried := 0
	for range 60 {
		first := 2020
		last := first + 1 + r.Intn(80)
		e0 := decimal.New(1+r.Int63n(1_000_000), 0)
		years := decimal.New(1+r.Int63n(3000), -2) // of emissions that the budget lasts
		amount := e0.Mul(years)
		for _, f := range discreteForms() {
			for _, start := range []int{first, first - 1} {
				b := made(amount.String(), first, last)
				p, err := b.Path(f, budget.Start{Year: start, Emissions: co2e(e0.String())})
				if err != nil {
					continue
				}
				tried++
				sum := new(big.Rat)
				end := last
				if f != budget.ConstantRate {
					b = made(amount.String(), first, budget.ForGood)
					p = must(b.Path(f, budget.Start{Year: start, Emissions: co2e(e0.String())}))
					end = 2300
				}
				before := e0.Rat()
				for y := first; y <= end; y++ {
					v := must(p.At(y)).Tonnes().Rat()
					require.LessOrEqual(t, v.Cmp(before), 0, "%s rises in %d", f, y)
					before = v
					sum.Add(sum, v)
				}
				short := new(big.Rat).Sub(amount.Rat(), sum)
				if f == budget.Geometric { // what comes after 2300: E q/(1 - q)
					rest := amount
					if start == first {
						rest = amount.Sub(e0)
					}
					q := new(big.Rat).Quo(rest.Rat(), rest.Add(e0).Rat())
					tail := new(big.Rat).Mul(before, q)
					short.Sub(short, tail.Quo(tail, new(big.Rat).Sub(big.NewRat(1, 1), q)))
					require.LessOrEqual(t, short.Cmp(big.NewRat(1, 1e9)), 0)
					require.GreaterOrEqual(t, short.Cmp(big.NewRat(-1, 1e9)), 0)
					continue
				}
				require.GreaterOrEqual(t, short.Sign(), 0, "%s", f)
				require.LessOrEqual(t, short.Cmp(big.NewRat(300, 1e12)), 0, "%s leaves %s of %s", f, short.FloatString(15), amount)
			}
		}
	}
	assert.Greater(t, tried, 180)
}

// Continuous forms against numbers: Simpson's rule over their values is R. The
// budgets are long against a year, so that the yearly values are a fine grid.
func TestContinuousFormsHaveTheAreaOfTheBudget(t *testing.T) {
	for _, x := range []struct {
		form  budget.Form
		years int64 // R/E0
		until int   // years, even
		tol   string
	}{
		{budget.Linear, 40, 80, "0.0000001"},
		{budget.Cubic(1900 + 60), 20, 60, "0.0000001"}, // a cubic is exact by Simpson's rule
		{budget.Cubic(1900 + 60), 15, 60, "0.0000001"},
		{budget.Cubic(1900 + 60), 45, 60, "0.0000001"},
		{budget.Exponential, 20, 400, "0.0001"},
		{budget.CappedDecay(ghg.MustShare("0%")), 20, 400, "0.003"},
		{budget.CappedDecay(ghg.MustShare("3%")), 20, 400, "0.003"},
		{budget.CappedDecay(ghg.MustShare("-5%")), 20, 400, "0.0001"}, // -1/T: the exponential
	} {
		e0 := dec("1000")
		amount := e0.Mul(decimal.New(x.years, 0))
		p, err := made(amount.String(), 1900, budget.ForGood).Path(x.form, budget.Start{Year: 1900, Emissions: co2e(e0.String())})
		require.NoError(t, err)
		sum := decimal.Decimal{}
		for k := 0; k <= x.until; k++ {
			w := dec("2")
			if k%2 == 1 {
				w = dec("4")
			}
			if k == 0 || k == x.until {
				w = dec("1")
			}
			sum = sum.Add(must(p.At(1900 + k)).Tonnes().Mul(w))
		}
		near(t, "1", sum.DivRound(dec("3").Mul(amount), 12), x.tol, x.form, x.years)
	}
}

// The initial slope of -1/T gives the exponential path itself.
func TestCappedDecayAtItsLimitIsExponential(t *testing.T) {
	b := made("20000", 2020, budget.ForGood)
	start := budget.Start{Year: 2020, Emissions: co2e("1000")}
	decay := must(b.Path(budget.CappedDecay(ghg.MustShare("-5%")), start))
	exp := must(b.Path(budget.Exponential, start))
	for y := 2020; y <= 2300; y++ {
		assert.True(t, must(decay.At(y)).Equal(must(exp.At(y))), y)
	}
}

// The exponential path against values of mpmath 1.2.1 at 40 digits:
// floor(1000 exp(-k/x) 10^12)/10^12.
func TestExponentialValues(t *testing.T) {
	for _, x := range []struct {
		amount string
		k      int
		want   string
	}{
		{"2000", 1, "606.530659712633"},
		{"2000", 5, "82.084998623898"},
		{"2000", 30, "0.000305902320"},
		{"7654.321", 1, "877.529100631127"},
		{"7654.321", 7, "400.710471943605"},
		{"7654.321", 100, "0.002119106314"},
		{"123456.789", 1, "991.932716532455"},
		{"123456.789", 50, "666.976808400331"},
		{"123456.789", 280, "103.519009068936"},
		{"10", 1, "0.000000000000"},
		{"10", 2, "0.000000000000"},
		{"300", 1, "35.673993347252"},
		{"300", 8, "0.000000002623"},
		{"300", 9, "0.000000000093"},
	} {
		p := must(made(x.amount, 2000, budget.ForGood).Path(budget.Exponential, budget.Start{Year: 2000, Emissions: co2e("1000")}))
		near(t, x.want, must(p.At(2000+x.k)).Tonnes(), "0", x.amount, x.k)
	}
}

// A path is the same for budgets and starts a thousand times as large.
func TestPathsScale(t *testing.T) {
	for _, f := range allForms(2024) {
		small := must(made("17777.7", 2024, 2070).Path(f, budget.Start{Year: 2024, Emissions: co2e("1234.5")}))
		large := must(made("17777700", 2024, 2070).Path(f, budget.Start{Year: 2024, Emissions: co2e("1234500")}))
		for y := 2024; y <= 2070; y++ {
			off := must(large.At(y)).Tonnes().Shift(-3).Sub(must(small.At(y)).Tonnes())
			assert.True(t, !off.IsNegative() && off.LessThan(dec("1e-12")), "%s %d: %s", f, y, off)
		}
		assert.Equal(t, small.AnnualRate().String(), large.AnnualRate().String())
		assert.Equal(t, small.YearsToZero().String(), large.YearsToZero().String())
	}
}

// SumAndArea against trapezoids in rationals.
func TestSumAndAreaAgreesWithRationals(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for range 200 {
		n := 1 + r.Intn(40)
		values := make([]ghg.CO2e, n)
		for i := range values {
			values[i] = co2e(decimal.New(r.Int63n(2_000_000)-500_000, int32(r.Intn(6)-4)).String())
		}
		s, err := budget.SumAndArea(func(yield func(int, ghg.CO2e) bool) {
			for i, v := range values {
				if !yield(2000+i, v) {
					return
				}
			}
		})
		require.NoError(t, err)
		sum, area := new(big.Rat), new(big.Rat)
		for i, v := range values {
			sum.Add(sum, v.Tonnes().Rat())
			if i > 0 {
				two := new(big.Rat).Add(v.Tonnes().Rat(), values[i-1].Tonnes().Rat())
				area.Add(area, two.Quo(two, big.NewRat(2, 1)))
			}
		}
		require.Zero(t, sum.Cmp(s.Sum.Tonnes().Rat()))
		require.Zero(t, area.Cmp(s.Area.Tonnes().Rat()))
		require.Zero(t, new(big.Rat).Sub(sum, values[0].Tonnes().Rat()).Cmp(s.AfterFirst.Tonnes().Rat()))
		require.Zero(t, new(big.Rat).Sub(sum, area).Cmp(s.Difference.Tonnes().Rat()))
		require.Equal(t, 2000+n-1, s.Last)
	}
}

// Exhaustion of constant emissions against R/E in rationals.
func TestConstantExhaustionAgreesWithRationals(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(9))
	for range 500 {
		e := decimal.New(1+r.Int63n(100_000), -2)
		amount := decimal.New(1+r.Int63n(10_000_000), -2)
		x, err := made(amount.String(), 2020, budget.ForGood).Exhaustion(budget.Constant(co2e(e.String())))
		require.NoError(t, err)
		years := new(big.Rat).Quo(amount.Rat(), e.Rat())
		at, ok := x.At()
		if years.Cmp(big.NewRat(281, 1)) >= 0 { // 2020 to 2300
			require.False(t, ok, "%s/%s", amount, e)
			continue
		}
		require.True(t, ok)
		off := new(big.Rat).Sub(new(big.Rat).Add(years, big.NewRat(2020, 1)), at.Rat())
		require.True(t, off.Sign() >= 0 && off.Cmp(big.NewRat(1, 1e12)) < 0, "%s/%s: %s", amount, e, at)
		require.True(t, x.Fraction.LessThan(dec("1")))
	}
}

func FuzzPath(f *testing.F) {
	f.Add(int64(1157838), int32(0), int64(504977), int32(0), uint8(27), int8(5), true)
	f.Add(int64(1), int32(20), int64(1), int32(-30), uint8(200), int8(-100), false)
	f.Add(int64(1), int32(-30), int64(9), int32(19), uint8(0), int8(100), true)
	f.Add(int64(-4), int32(0), int64(9), int32(0), uint8(1), int8(0), true)
	f.Fuzz(func(t *testing.T, r int64, rexp int32, e int64, eexp int32, years uint8, slope int8, inside bool) {
		amount, err := ghg.NewCO2e(decimal.New(r, rexp%31), ghg.Tonne, ghg.Unstated)
		if err != nil {
			t.Skip()
		}
		e0, err := ghg.NewCO2e(decimal.New(e, eexp%31), ghg.Tonne, ghg.Unstated)
		if err != nil {
			t.Skip()
		}
		last := 2020 + int(years)
		b, err := budget.New(budget.Definition{Name: "fuzz", Place: "city", View: view, Amount: amount, First: 2020, Last: last})
		if err != nil {
			t.Skip()
		}
		start := budget.Start{Year: 2020, Emissions: e0}
		if !inside {
			start.Year = 2019
		}
		forms := append(allForms(start.Year), budget.CappedDecay(must(ghg.Percent(decimal.New(int64(slope), 0)))), budget.Cubic(2020+int(slope)))
		for _, form := range forms {
			p, err := b.Path(form, start)
			if err != nil {
				continue
			}
			for y := start.Year; y <= last; y++ {
				v, err := p.At(y)
				require.NoError(t, err)
				require.GreaterOrEqual(t, v.Sign(), 0, "%s in %d", form, y)
			}
			s, err := p.Spending(last)
			require.NoError(t, err)
			if form.Counting() == budget.Discrete {
				require.LessOrEqual(t, s.Over.Sign(), 0, form)
			}
			require.NotEmpty(t, p.Explain())
		}
	})
}
