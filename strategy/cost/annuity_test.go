package cost_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleCapitalRecoveryFactor() {
	for _, rate := range []string{"4.5%", "0%"} {
		f, err := cost.CapitalRecoveryFactor(ghg.MustShare(rate), 15)
		fmt.Println(f, err)
	}
	_, err := cost.CapitalRecoveryFactor(ghg.Share{}, 15)
	fmt.Println(err)
	// Output:
	// 0.09311380811476880891 <nil>
	// 0.06666666666666666667 <nil>
	// capital recovery factor, discount rate: above -100% and at most 100% is allowed; 0% must be said
}

func TestCapitalRecoveryFactor(t *testing.T) {
	// Of mpmath 40 digits: r/(1-(1+r)**-n).
	for _, c := range []struct {
		rate string
		n    int
		want string
	}{
		{"4.5%", 30, "0.06139154290859315485"}, {"-1%", 10, "0.09458290117591235230"}, {"100%", 5, "1.03225806451612903226"},
		{"0.01%", 450, "0.00227270830007908222"}, {"0%", 3, "0.33333333333333333333"}, {"0%", 1, "1"}, {"7%", 1, "1.07"},
	} {
		assert.True(t, dec(c.want).Equal(must(cost.CapitalRecoveryFactor(share(c.rate), c.n))), "%s, %d years", c.rate, c.n)
	}
	for _, c := range []struct {
		rate ghg.Share
		n    int
		term string
	}{
		{ghg.Share{}, 5, "discount rate"}, {share("-100%"), 5, "discount rate"}, {share("100.1%"), 5, "discount rate"},
		{share("5%"), 0, "lifetime"}, {share("5%"), 451, "lifetime"},
	} {
		_, err := cost.CapitalRecoveryFactor(c.rate, c.n)
		var f ghg.Fault
		require.ErrorAs(t, err, &f)
		assert.Equal(t, c.term, f.Field)
	}
}

// The factor pays back 1: the balance after the last year is 0, within what
// rounding it can make of it.
func TestCapitalRecoveryFactorPaysBack(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for range 200 {
		rate, n := decimal.New(r.Int63n(2000)-300, -4), 1+r.Intn(60)
		f := must(cost.CapitalRecoveryFactor(must(ghg.NewShare(rate)), n)).Rat()
		g := new(big.Rat).Add(big.NewRat(1, 1), rate.Rat())
		balance, errorBound := big.NewRat(1, 1), new(big.Rat)
		half := big.NewRat(1, 2)
		for range 20 {
			half.Quo(half, big.NewRat(10, 1))
		}
		for range n {
			balance.Sub(balance.Mul(balance, g), f)
			errorBound.Add(errorBound.Mul(errorBound, g), half)
		}
		assert.LessOrEqual(t, balance.Abs(balance).Cmp(errorBound), 0, "%s %d", rate, n)
	}
}
