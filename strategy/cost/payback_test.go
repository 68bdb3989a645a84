package cost_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func ExamplePayback() {
	c, _ := lights().CashFlows()
	simple, _ := c.Payback()
	discounted, _ := c.DiscountedPayback(share("4.5%"), cost.EndOfYear)
	dear, _ := c.DiscountedPayback(share("9%"), cost.EndOfYear)
	fmt.Println(simple.Details())
	fmt.Println(discounted.Details())
	fmt.Println(dear.Details())
	years, ok := simple.Years()
	fmt.Println(years.StringFixed(1), ok, simple.WithinLifetime(), simple.OwesAgain())
	// Output:
	// simple payback: 9.28 years
	// discounted payback at 4.5%, end of year: 12.29 years
	// discounted payback at 9%, end of year: never within 15 years
	// 9.3 true true false
}

func TestPayback(t *testing.T) {
	for _, c := range []struct {
		upfront string
		years   []string
		want    string
	}{
		{"-1000", []string{"400", "400", "400"}, "2.5 years"},
		{"-1000", []string{"400", "600", "1"}, "2 years"},
		{"-1000", []string{"1500", "0"}, "0.67 years"},
		{"-1000", []string{"400", "400", "199"}, "never within 3 years"},
		{"-1000", []string{"400", "400", "0", "800"}, "3.25 years"},
		{"-1000", []string{"1200", "-500", "600"}, "0.83 years, but it owes again later"},
		{"-1000", []string{"1000", "-1", "1"}, "1 year, but it owes again later"},
		{"0", []string{"-300", "600"}, "1.5 years"},
		{"-1", []string{"8"}, "0.13 years"},
		{"0", []string{"5"}, "0 years"},
		{"0", []string{"0"}, "0 years"},
		{"100", []string{"-50", "-60"}, "never within 2 years"},
		{"100", []string{"-150", "100"}, "1.5 years"},
	} {
		p := must(flows(t, c.upfront, c.years...).Payback())
		assert.Equal(t, c.want, p.String(), "%v", c)
		assert.Equal(t, p, must(flows(t, c.upfront, c.years...).Payback()))
	}
	p := must(flows(t, "-1000", "300", "900").Payback())
	years, ok := p.Years()
	assert.True(t, ok)
	assert.Equal(t, "1.77777778", years.String()) // 1 + 700/900
	assert.True(t, p.WithinLifetime())
	assert.False(t, p.OwesAgain())
	assert.True(t, must(flows(t, "-1", "2", "-3").Payback()).OwesAgain())
	assert.True(t, must(flows(t, "-2", "1", "1").Payback()).WithinLifetime(), "on its last day")
	never := must(flows(t, "-1", "0").Payback())
	_, ok = never.Years()
	assert.False(t, ok)
	assert.False(t, never.WithinLifetime())
	assert.Equal(t, "no payback computed", cost.Payback{}.String())
	assert.Equal(t, "no payback computed", cost.Payback{}.Details())
}

func TestDiscountedPayback(t *testing.T) {
	// -1000, then 600 a year at 10 %: 545.4545 and 495.8678; 1 + 454.5455 / 495.8678.
	years, _ := must(flows(t, "-1000", "600", "600").DiscountedPayback(share("10%"), cost.EndOfYear)).Years()
	assert.Equal(t, "1.91666667", years.String())
	// At the start of the years: 600 and 545.4545; 1 + 400 / 545.4545.
	years, _ = must(flows(t, "-1000", "600", "600").DiscountedPayback(share("10%"), cost.StartOfYear)).Years()
	assert.Equal(t, "1.73333333", years.String())
}

// The payback against sums of rationals, discounted one by one.
func TestPaybackAgreesWithRationals(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	never, paid := 0, 0
	for range 500 {
		n, rate := 1+r.Intn(12), decimal.New(r.Int63n(30), -2)
		timing := cost.Timing(1 + r.Intn(2))
		up := r.Int63n(2000) - 1600
		g, f := new(big.Rat).Add(big.NewRat(1, 1), rate.Rat()), big.NewRat(1, 1)
		sum, owed, want := big.NewRat(up, 1), up < 0, ""
		var years []strategy.Money
		for k := range n {
			a := r.Int63n(700) - 150
			years = append(years, must(strategy.NewMoney(decimal.NewFromInt(a), strategy.KRW, 2024)))
			if timing == cost.EndOfYear || k > 0 {
				f.Quo(f, g)
			}
			flow := new(big.Rat).Mul(big.NewRat(a, 1), f)
			next := new(big.Rat).Add(sum, flow)
			if want == "" && owed && next.Sign() >= 0 {
				part := new(big.Rat).Quo(new(big.Rat).Neg(sum), flow)
				want = part.Add(part, big.NewRat(int64(k), 1)).FloatString(8)
			}
			owed, sum = owed || next.Sign() < 0, next
		}
		if !owed {
			want = "0"
		}
		c := must(cost.NewCashFlows(must(strategy.NewMoney(decimal.NewFromInt(up), strategy.KRW, 2024)), 2025, years...))
		got, ok := must(c.DiscountedPayback(must(shareOf(rate)), timing)).Years()
		assert.Equal(t, want != "", ok)
		if ok {
			paid++
			assert.True(t, dec(want).Equal(got), "%s, want %s", got, want)
		} else {
			never++
		}
	}
	assert.True(t, never > 50 && paid > 50, "%d %d", never, paid)
}
