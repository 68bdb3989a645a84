package cost_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// LED street lights earn 6.7 %: at that rate they are worth nothing, but for
// its last place.
func ExampleCashFlows_IRR() {
	c, _ := lights().CashFlows()
	r, err := c.IRR(cost.EndOfYear)
	fmt.Println(r, err)
	v, _ := c.NPV(r, cost.EndOfYear)
	fmt.Println(v.Round(0))
	// Output:
	// 6.7033633946% <nil>
	// 0 KRW (2024 prices)
}

// A landfill-gas plant that has to be taken down again at the end: it is worth
// nothing at 10 %, 20 % and 30 %, and none of these is its rate of return.
func ExampleIRRError() {
	c, _ := cost.NewCashFlows(won("-10억원"), 2026, won("36억원"), won("-43.1억원"), won("17.16억원"))
	_, err := c.IRR(cost.EndOfYear)
	fmt.Println(err)
	var e *cost.IRRError
	if errors.As(err, &e) {
		fmt.Println(e.SignChanges, e.Rates)
	}
	// Output:
	// no internal rate of return: the flows change their sign more than once (sign changes: 3): the flows are worth nothing at 10%, 20%, 30%
	// 3 [10% 20% 30%]
}

func TestIRR(t *testing.T) {
	for _, c := range []struct {
		upfront string
		years   []string
		timing  cost.Timing
		want    string
	}{
		// Of mpmath 40 digits.
		{"-100", []string{"39", "59", "55", "20"}, cost.EndOfYear, "0.280948421160"},
		{"-5680", strings.Fields(strings.Repeat("612 ", 15)), cost.EndOfYear, "0.067033633946"},
		{"-5680", strings.Fields(strings.Repeat("612 ", 15)), cost.StartOfYear, "0.079233967566"},
		// By hand.
		{"-100", []string{"110"}, cost.EndOfYear, "0.1"},
		{"-100", []string{"0", "121"}, cost.EndOfYear, "0.1"},
		{"-100", []string{"0", "121", "0", "0"}, cost.EndOfYear, "0.1"},
		{"0", []string{"-100", "121"}, cost.EndOfYear, "0.21"},
		{"-40", []string{"-60", "121"}, cost.StartOfYear, "0.21"},
		{"-100", []string{"100"}, cost.EndOfYear, "0"},
		{"-100", []string{"50"}, cost.EndOfYear, "-0.5"},
		{"-3", []string{"4"}, cost.EndOfYear, "0.333333333333"},
		{"-3", []string{"5"}, cost.EndOfYear, "0.666666666667"},
		{"-1", []string{"1000001"}, cost.EndOfYear, "1000000"},
		{"-1e30", []string{"1"}, cost.EndOfYear, "-1"}, // -100 % to the places of a rate
		// Halfway between two rates: away from zero.
		{"-2", []string{"2.000000000001"}, cost.EndOfYear, "0.000000000001"},
		{"-2", []string{"1.999999999999"}, cost.EndOfYear, "-0.000000000001"},
		{"-2", []string{"2.000000000003"}, cost.EndOfYear, "0.000000000002"},
		{"-2", []string{"2.00000000000099"}, cost.EndOfYear, "0"},
	} {
		r, err := flows(t, c.upfront, c.years...).IRR(c.timing)
		require.NoError(t, err, "%v", c)
		assert.True(t, dec(c.want).Equal(r.Fraction()), "%s, want %s", r, c.want)
	}
}

func irrError(t *testing.T, c cost.CashFlows) *cost.IRRError {
	t.Helper()
	_, err := c.IRR(cost.EndOfYear)
	var e *cost.IRRError
	require.ErrorAs(t, err, &e)
	return e
}

// A contractor pays the town 50 million won in advance and takes 20 a year back. Who
// pays in advance earns 28.6 %; to the town that is what the money costs, and at 5 %
// it loses.
func ExampleIRRError_loan() {
	back := won("-2천만원")
	advance, _ := cost.NewCashFlows(won("5천만원"), 2026, back, back, back, back, back)
	_, err := advance.IRR(cost.EndOfYear)
	var e *cost.IRRError
	if errors.As(err, &e) && e.IsLoan {
		fmt.Println("money at", e.Rates[0])
	}
	worth, _ := advance.NPV(ghg.MustShare("5%"), cost.EndOfYear)
	fmt.Println(worth.Round(0))
	// Output:
	// money at 28.6492902498%
	// -36589533 KRW (2024 prices)
}

func TestLoan(t *testing.T) {
	for _, c := range []struct {
		upfront string
		years   []string
		want    string
	}{
		{"50", strings.Fields("-20 -20 -20 -20 -20"), "28.6492902498%"},
		{"100", []string{"-110"}, "10%"},
		{"0", []string{"0", "100", "-121"}, "21%"},
		{"100", []string{"-50"}, "-50%"},
		{"60", []string{"40", "0", "-121"}, ""},
	} {
		e := irrError(t, flows(t, c.upfront, c.years...))
		assert.True(t, e.IsLoan)
		assert.Equal(t, 1, e.SignChanges)
		require.Len(t, e.Rates, 1)
		if c.want != "" {
			assert.Equal(t, c.want, e.Rates[0].String())
		}
		assert.ErrorContains(t, e, "which is a loan, and the rate is what it costs (sign changes: 1): the flows are worth nothing at "+
			e.Rates[0].String())
	}
	assert.True(t, irrError(t, flows(t, "1", "-1000002")).IsLoan, "at a rate above all that are searched")
	assert.False(t, irrError(t, flows(t, "-1", "1000002")).IsLoan)
	assert.False(t, irrError(t, flows(t, "-1", "2", "-2")).IsLoan)
	assert.False(t, irrError(t, flows(t, "1", "2")).IsLoan)
	// What is received at the start of the first year is set against what is spent then.
	_, err := flows(t, "40", "-100", "121").IRR(cost.StartOfYear)
	assert.NoError(t, err)
	var e *cost.IRRError
	_, err = flows(t, "40", "-100", "121").IRR(cost.EndOfYear)
	require.ErrorAs(t, err, &e)
	assert.Equal(t, 2, e.SignChanges)
}

// A rate of return says what the net present value says: flows earn at the rates
// below it and lose at those above. Of flows and their mirror image one has a rate at
// most, and both are worth nothing at the same rates.
func TestIRRAgreesWithNPV(t *testing.T) {
	r := rand.New(rand.NewSource(37))
	answered, loans := 0, 0
	for range 400 {
		var a, mirrored []string
		for range 2 + r.Intn(6) {
			x := r.Intn(41) - 20
			a, mirrored = append(a, fmt.Sprint(x)), append(mirrored, fmt.Sprint(-x))
		}
		c, m := flows(t, a[0], a[1:]...), flows(t, mirrored[0], mirrored[1:]...)
		rate, err := c.IRR(cost.EndOfYear)
		_, mirroredErr := m.IRR(cost.EndOfYear)
		var e, o *cost.IRRError
		switch {
		case err == nil:
			answered++
			require.ErrorAs(t, mirroredErr, &o)
			require.True(t, o.IsLoan)
			require.True(t, len(o.Rates) == 1 && o.Rates[0].Cmp(rate) == 0, "%s and %s", rate, o.Rates)
			for by, sign := range map[string]int{"-0.01": 1, "0.01": -1} {
				f := rate.Fraction().Add(dec(by))
				if f.LessThanOrEqual(dec("-1")) || f.GreaterThan(dec("1")) {
					continue
				}
				v := must(c.NPV(must(ghg.NewShare(f)), cost.EndOfYear))
				assert.Equal(t, sign, v.Sign(), "%s at %s", c, f)
			}
		case mirroredErr == nil:
			loans++
			require.ErrorAs(t, err, &e)
			require.True(t, e.IsLoan)
		default:
			require.ErrorAs(t, err, &e)
			require.ErrorAs(t, mirroredErr, &o)
			require.Equal(t, e.Rates, o.Rates)
		}
	}
	assert.Greater(t, min(answered, loans), 20)
}

func TestNoSingleIRR(t *testing.T) {
	for _, c := range []struct {
		upfront string
		years   []string
		changes int
		want    []string
	}{
		{"100", []string{"10", "10"}, 0, nil},
		{"0", []string{"0"}, 0, nil},
		{"-1", []string{"1000002"}, 1, nil},
		{"-1", []string{"2", "-2"}, 2, nil},
		{"-1", []string{"2", "-1"}, 2, []string{"0%"}}, // a double root
		{"-100", []string{"230", "-132"}, 2, []string{"10%", "20%"}},
		{"100", []string{"-230", "132"}, 2, []string{"10%", "20%"}},
		{"-1000", []string{"3600", "-4310", "1716"}, 3, []string{"10%", "20%", "30%"}},
		{"1", []string{"-3", "3", "-1"}, 3, []string{"0%"}},                   // a triple root
		{"100", []string{"-340", "385", "-145.2"}, 3, []string{"10%", "20%"}}, // 10 % twice is 1.21, times 1.2
		{"2", []string{"-4.000000000002", "2.000000000002"}, 2, []string{"0%", "0.0000000001%"}},
		{"2", []string{"-3.999999999999", "1.999999999999"}, 2, []string{"-0.0000000001%", "0%"}},
		// Two rates that are rounded to one; one within 0 % and one on its bound.
		{"1", []string{"-2.0000000000003", "1.00000000000030000000000002"}, 2, []string{"0%"}},
		{"1", []string{"-2.0000000000007", "1.0000000000007000000000001"}, 2, []string{"0%", "0.0000000001%"}},
		{"1", []string{"-2.0000000000015", "1.0000000000015000000000005"}, 2, []string{"0.0000000001%"}},
		{"-1", []string{"1", "1", "-1.1"}, 2, nil},
	} {
		e := irrError(t, flows(t, c.upfront, c.years...))
		assert.Equal(t, c.changes, e.SignChanges, "%v", c)
		var got []string
		for _, r := range e.Rates {
			got = append(got, r.String())
		}
		assert.Equal(t, c.want, got, "%v", c)
	}
	assert.EqualError(t, irrError(t, flows(t, "-1", "1000002")), "no internal rate of return: it is above 100,000,000% (sign changes: 1)")
	assert.ErrorContains(t, irrError(t, flows(t, "1", "1")), "the flows never change from spending to saving or back")
	long := strings.Fields(strings.Repeat("1 ", 60) + "-1")
	assert.ErrorContains(t, irrError(t, flows(t, "-1", long...)), "searched for rates up to 60 years")
	assert.NotContains(t, irrError(t, flows(t, "-1", long[1:]...)).Error(), "searched")
}

// Flows with known rates: products of (x - x_i) for x_i = 1 + r_i, and of a
// factor without real roots.
func TestAllRatesAreFound(t *testing.T) {
	r := rand.New(rand.NewSource(23))
	for range 60 {
		p := []*big.Int{big.NewInt(1)}
		mul := func(q ...int64) {
			out := make([]*big.Int, len(p)+len(q)-1)
			for i := range out {
				out[i] = new(big.Int)
			}
			for i, a := range p {
				for j, b := range q {
					out[i+j].Add(out[i+j], new(big.Int).Mul(a, big.NewInt(b)))
				}
			}
			p = out
		}
		want := map[string]bool{}
		for range 2 + r.Intn(4) {
			x := 1 + r.Int63n(4000) // thousandths
			mul(1000, -x)
			if r.Intn(4) == 0 {
				mul(1000, -x)
			}
			want[must(ghg.Percent(decimal.New(x, -1).Sub(decimal.NewFromInt(100)))).String()] = true
		}
		mul(1, 0, 1+r.Int63n(9)) // x² + c
		var years []strategy.Money
		for _, c := range p {
			years = append(years, must(strategy.NewMoney(decimal.NewFromBigInt(c, -20), strategy.KRW, 2024)))
		}
		e := irrError(t, must(cost.NewCashFlows(years[0], 2025, years[1:]...)))
		require.Len(t, e.Rates, len(want))
		for i, x := range e.Rates {
			assert.True(t, want[x.String()], "%s of %v", x, want)
			assert.True(t, i == 0 || e.Rates[i-1].Cmp(x) < 0)
		}
	}
}

// The value of the flows changes its sign within half a unit of the rate.
func TestIRRIsCorrectlyRounded(t *testing.T) {
	r := rand.New(rand.NewSource(29))
	for range 100 {
		years := make([]string, 1+r.Intn(30))
		for i := range years {
			years[i] = fmt.Sprint(r.Intn(400))
		}
		years[r.Intn(len(years))] = "1"
		c := flows(t, fmt.Sprint(-1-r.Intn(3000)), years...)
		rate := must(c.IRR(cost.EndOfYear)).Fraction()
		value := func(half int64) *big.Rat {
			x := new(big.Rat).Add(big.NewRat(1, 1), rate.Rat())
			x.Add(x, big.NewRat(half, 2_000_000_000_000))
			sum := c.Upfront().Amount().Rat()
			for _, m := range c.All() {
				sum.Add(sum.Mul(sum, x), m.Amount().Rat())
			}
			return sum
		}
		assert.True(t, value(-1).Sign() >= 0 && value(1).Sign() <= 0, "%s of %s", rate, c)
	}
}

// The worst that is searched: 60 years of long numbers that change their sign
// every year.
func TestIRRIsNotAnOutage(t *testing.T) {
	r := rand.New(rand.NewSource(31))
	years := make([]strategy.Money, 60)
	for i := range years {
		a := decimal.NewFromBigInt(new(big.Int).Rand(r, new(big.Int).Exp(big.NewInt(10), big.NewInt(38), nil)), -int32(r.Intn(30)))
		if i%2 == 0 {
			a = a.Neg()
		}
		years[i] = must(strategy.NewMoney(a, strategy.KRW, 2024))
	}
	start := time.Now()
	e := irrError(t, must(cost.NewCashFlows(won("1원"), 2025, years...)))
	assert.Equal(t, 60, e.SignChanges)
	assert.Less(t, time.Since(start), 10*time.Second)
}

func FuzzIRR(f *testing.F) {
	f.Add(int64(-1000), int64(3600), int64(-4310), int64(1716), uint8(0))
	f.Add(int64(-1), int64(2), int64(-1), int64(0), uint8(30))
	f.Fuzz(func(t *testing.T, a, b, c, d int64, places uint8) {
		var m []strategy.Money
		for _, x := range []int64{a, b, c, d} {
			m = append(m, must(strategy.NewMoney(decimal.New(x, -int32(places%31)), strategy.KRW, 2024)))
		}
		flows := must(cost.NewCashFlows(m[0], 2025, m[1:]...))
		r, err := flows.IRR(cost.EndOfYear)
		if err == nil {
			require.False(t, r.IsUnset())
			return
		}
		var e *cost.IRRError
		require.ErrorAs(t, err, &e)
		require.LessOrEqual(t, len(e.Rates), e.SignChanges) // Descartes
	})
}
