package cost_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Heat pumps for a library: 3.2억원, a new compressor in the third year.
func ExampleCashFlows() {
	c, err := cost.NewCashFlows(won("-3.2억원"), 2026, won("0.9억원"), won("0.9억원"), won("0.4억원"), won("0.9억원"), won("0.9억원"))
	fmt.Println(c, err)
	fmt.Println(c.Upfront(), "before", c.First())
	for year, flow := range c.All() {
		if year == 2028 || year == c.Last() {
			fmt.Println(flow, "in", year)
		}
	}
	_, err = cost.NewCashFlows(won("-3.2억원"), 2026, nominal("0.9억원"))
	fmt.Println(err)
	// Output:
	// -320000000 KRW (2024 prices) upfront, 90000000 in 2026, 90000000 in 2027, 40000000 in 2028, and so on to 90000000 in 2030 <nil>
	// -320000000 KRW (2024 prices) before 2026
	// 40000000 KRW (2024 prices) in 2028
	// 90000000 KRW (2024 prices) in 2030
	// cash flows, amount of 2026: money in KRW (nominal) and in KRW (2024 prices) does not meet: restate one with a price index
}

func ExampleCashFlows_NPV() {
	c, _ := cost.NewCashFlows(won("-3.2억원"), 2026, won("0.9억원"), won("0.9억원"), won("0.4억원"), won("0.9억원"), won("0.9억원"))
	for _, rate := range []string{"4.5%", "9%"} {
		v, err := c.NPV(share(rate), cost.EndOfYear)
		fmt.Println(rate, v.Round(0), err)
	}
	// Output:
	// 4.5% 31283077 KRW (2024 prices) <nil>
	// 9% -8540560 KRW (2024 prices) <nil>
}

func flows(t testing.TB, upfront string, byYear ...string) cost.CashFlows {
	t.Helper()
	var years []strategy.Money
	for _, y := range byYear {
		years = append(years, won(y+" KRW"))
	}
	c, err := cost.NewCashFlows(won(upfront+" KRW"), 2025, years...)
	require.NoError(t, err)
	return c
}

func TestNPV(t *testing.T) {
	// Of mpmath 40 digits: 289.0497193334467343…
	c := flows(t, "-12345.67", "1000.1", "-2000.25", "0", "7000", "9000.75")
	v := must(c.NPV(share("3.75%"), cost.EndOfYear))
	assert.Equal(t, "289.04971933", v.Amount().String())
	assert.Equal(t, strategy.Prices(2024), v.Prices())
	// At 0 % it is the plain sum.
	assert.Equal(t, "2654.93", must(c.NPV(share("0%"), cost.StartOfYear)).Amount().String())
	assert.Equal(t, 2025, c.First())
	assert.Equal(t, 2029, c.Last())
	assert.Equal(t, 5, c.Len())
	assert.Equal(t, "-12345.67", c.Upfront().Amount().String())
	for y, m := range c.All() {
		assert.Equal(t, 2025, y)
		assert.Equal(t, "1000.1", m.Amount().String())
		break
	}
	assert.Equal(t, "-5 KRW (2024 prices) upfront, 1 in 2025, 2 in 2026, 3 in 2027", flows(t, "-5", "1", "2", "3").String())
}

func TestNPVAgreesWithRationals(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	for range 300 {
		up := decimal.New(r.Int63n(2_000_000)-1_000_000, -int32(r.Intn(4)))
		rate := must(ghg.NewShare(decimal.New(r.Int63n(2900)-900, -4)))
		byYear := make([]strategy.Money, 1+r.Intn(30))
		timing := cost.Timing(1 + r.Intn(2))
		g := new(big.Rat).Add(big.NewRat(1, 1), rate.Fraction().Rat())
		want, f := up.Rat(), big.NewRat(1, 1)
		for i := range byYear {
			a := decimal.New(r.Int63n(2_000_000)-1_000_000, -int32(r.Intn(4)))
			byYear[i] = must(strategy.NewMoney(a, strategy.KRW, 2024))
			if timing == cost.EndOfYear || i > 0 {
				f.Quo(f, g)
			}
			want.Add(want, new(big.Rat).Mul(a.Rat(), f))
		}
		c := must(cost.NewCashFlows(must(strategy.NewMoney(up, strategy.KRW, 2024)), 2025, byYear...))
		got := must(c.NPV(rate, timing)).Amount()
		assert.True(t, dec(want.FloatString(8)).Equal(got), "%s, want %s", got, want.FloatString(8))
	}
}

func TestCashFlowsRefuse(t *testing.T) {
	one := won("1원")
	_, err := cost.NewCashFlows(one, 2025)
	assert.EqualError(t, err, `cash flows, years "0": 1 to 450 are allowed`)
	_, err = cost.NewCashFlows(one, 1850, make([]strategy.Money, 451)...)
	assert.EqualError(t, err, `cash flows, years "451": 1 to 450 are allowed`)
	_, err = cost.NewCashFlows(one, 1849, one, one)
	assert.EqualError(t, err, `cash flows, first year "1849": years from 1850 to 2300 are allowed`)
	_, err = cost.NewCashFlows(one, 2300, one, one)
	assert.EqualError(t, err, `cash flows, last year "2301": years from 1850 to 2300 are allowed`)
	_, err = cost.NewCashFlows(one, 2300, one)
	assert.NoError(t, err)
	_, err = cost.NewCashFlows(strategy.Money{}, 2025, one)
	assert.EqualError(t, err, "cash flows, upfront: "+strategy.ErrNoMoney.Error())
	_, err = cost.NewCashFlows(one, 2025, one, strategy.Money{})
	assert.EqualError(t, err, "cash flows, amount of 2026: "+strategy.ErrNoMoney.Error())
	var faults ghg.Faults
	_, err = cost.NewCashFlows(strategy.Money{}, 1, one, strategy.Money{})
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 3, faults.Len(), "all at once: %v", err)
	_, err = cost.NewCashFlows(one, 2025, strategy.MustMoney("1 EUR", 2024))
	var mismatch *strategy.MoneyMismatchError
	assert.ErrorAs(t, err, &mismatch)
	huge := must(won("1e30원").Scale(dec("1e29")))
	_, err = cost.NewCashFlows(huge, 2025, one)
	assert.ErrorContains(t, err, "cash flows, upfront: a number of")

	var none cost.CashFlows
	assert.Equal(t, "no cash flows", none.String())
	_, err = none.NPV(share("1%"), cost.EndOfYear)
	assert.ErrorContains(t, err, "no cash flows: make them")
	_, err = none.IRR(cost.EndOfYear)
	assert.ErrorContains(t, err, "no cash flows: make them")
	_, err = none.Payback()
	assert.ErrorContains(t, err, "no cash flows: make them")
	_, err = none.DiscountedPayback(share("1%"), cost.EndOfYear)
	assert.ErrorContains(t, err, "no cash flows: make them")

	c := must(cost.NewCashFlows(one, 2025, one))
	_, err = c.NPV(share("-100%"), 0)
	assert.EqualError(t, err, "net present value, timing \"no timing\": end of year or start of year is needed\n"+
		"net present value, discount rate \"-100%\": above -100% and at most 100% is allowed; 0% must be said")
	_, err = c.IRR(0)
	assert.ErrorContains(t, err, "timing")
	_, err = c.DiscountedPayback(ghg.Share{}, cost.EndOfYear)
	assert.ErrorContains(t, err, "discount rate")
}

// A rate near -100 % makes figures that are out of bounds: an error, and no
// outage.
func TestNPVIsBounded(t *testing.T) {
	one := make([]strategy.Money, 450)
	for i := range one {
		one[i] = won("99999999999999999999999999999999999999원")
	}
	c := must(cost.NewCashFlows(won("-1원"), 1850, one...))
	_, err := c.NPV(share("-99.9999999999999999999999999999%"), cost.EndOfYear)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
}

// What a caller does with the slice later does not change the flows.
func TestCashFlowsAreCopied(t *testing.T) {
	years := []strategy.Money{won("5원")}
	c := must(cost.NewCashFlows(won("-4원"), 2025, years...))
	years[0] = won("9원")
	assert.Equal(t, "1", must(c.NPV(share("0%"), cost.EndOfYear)).Amount().String())
}
