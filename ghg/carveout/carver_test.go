package carveout_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestParallelTotals draws registers and checks every year against sums of
// math/big: nothing is lost between citywide, covered, own and managed.
func TestParallelTotals(t *testing.T) {
	rng := rand.New(rand.NewPCG(27, 28))
	codes := []string{"I.1.1", "I.3.1", "III.3.1", "I.1.2", "I.3.2"}
	for round := range 60 {
		var sites []carveout.Facility
		covered, own := new(big.Rat), new(big.Rat)
		trading := []carveout.TradingScheme{carveout.KETS, carveout.EUETS}[rng.IntN(2)]
		scopes := [][]ghg.Scope{{1}, {2}, {1, 2}}[rng.IntN(3)]
		for i := range rng.IntN(12) {
			f := carveout.Facility{ID: fmt.Sprint("site ", i), Name: fmt.Sprint("site ", i), Registration: "K", Source: "list",
				Ownership: carveout.Ownership(1 + rng.IntN(2)), From: 2018 + rng.IntN(5)}
			if rng.IntN(3) == 0 {
				f.From, f.Registration = 0, ""
			}
			for _, n := range rng.Perm(5) {
				scope := ghg.Scope1
				if n > 2 {
					scope = ghg.Scope2
				}
				amount := decimal.New(rng.Int64N(1e9), -int32(rng.IntN(7)))
				f.Emissions = append(f.Emissions, carveout.SiteEmission{Year: 2020, Category: category(codes[n]), Scope: scope,
					CO2e: must(ghg.NewCO2e(amount, ghg.Kilogram, ghg.AR5))})
				holds := false
				for _, s := range scopes {
					holds = holds || s == scope
				}
				if f.Covered(2020) && trading.Covers(scope) && holds {
					covered.Add(covered, amount.Rat())
					if f.Ownership == carveout.CouncilOwned {
						own.Add(own, amount.Rat())
					}
				}
			}
			sites = append(sites, f)
		}
		d := townRegister(sites...)
		d.Trading = trading
		c, err := must(carveout.NewRegister(d)).CarveOut(carveout.Totals{Citywide: citywide(published,
			map[int]string{2020: "1000000000"}), Scopes: scopes}, managedView)
		require.NoError(t, err, round)
		y := must(c.At(2020))
		kg := func(c ghg.CO2e) *big.Rat { return c.In(ghg.Kilogram).Rat() }
		assert.Zero(t, kg(y.Covered).Cmp(covered), round)
		assert.Zero(t, kg(y.CouncilOwned).Cmp(own), round)
		left := new(big.Rat).SetInt64(1e12)
		left.Sub(left, covered).Add(left, own)
		assert.Zero(t, kg(y.Managed).Cmp(left), round)
		sum := new(big.Rat)
		for _, s := range y.Sites {
			sum.Add(sum, kg(s.Direct)).Add(sum, kg(s.Purchased))
			assert.Zero(t, kg(s.CO2e).Cmp(new(big.Rat).Add(kg(s.Direct), kg(s.Purchased))))
		}
		assert.Zero(t, sum.Cmp(covered), round)
	}
}
