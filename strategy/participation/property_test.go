package participation_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

func random(rng *rand.Rand) (participation.Definition, []*big.Rat) {
	share := func() ghg.Share { return must(ghg.NewShare(decimal.New(rng.Int64N(1001), -3))) }
	d := programme("1", "1")
	d.Eligible = 1 + rng.Int64N(5_000_000)
	d.Persistence = must(ghg.NewShare(decimal.New(1+rng.Int64N(1000), -3)))
	d.Overlap = must(ghg.NewShare(decimal.New(1+rng.Int64N(1000), -3)))
	for i := range 1 + rng.IntN(10) {
		a := participation.CitizenAction{ID: string(rune('a' + i)), Adoption: share(), Baseline: share(), Evidence: participation.Metered}
		a.Saving = must(participation.Saves(must(ghg.NewCO2e(decimal.New(1+rng.Int64N(9999), -4), ghg.Tonne, ghg.AR5)), ""))
		d.Actions = append(d.Actions, a)
	}
	// gross, additional, net, potential in fractions
	sums := []*big.Rat{{}, {}, {}, {}}
	for _, a := range d.Actions {
		s := new(big.Rat).Mul(a.Saving.CO2e().Tonnes().Rat(), new(big.Rat).SetInt64(d.Eligible))
		extra := new(big.Rat).Sub(a.Adoption.Fraction().Rat(), a.Baseline.Fraction().Rat())
		sums[0].Add(sums[0], new(big.Rat).Mul(s, a.Adoption.Fraction().Rat()))
		sums[1].Add(sums[1], new(big.Rat).Mul(s, extra))
		sums[3].Add(sums[3], s)
	}
	sums[2].Mul(sums[1], d.Persistence.Fraction().Rat())
	sums[2].Mul(sums[2], d.Overlap.Fraction().Rat())
	return d, sums
}

// Against fractions: the four sums, the actions that add up to them, and the
// break-even, which put back as adoption gives the claim.
func TestProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(11, 12))
	for range 200 {
		d, want := random(rng)
		p := must(participation.New(d))
		r := must(p.Result())
		sum := make([]decimal.Decimal, 4)
		for _, a := range r.Actions {
			for i, c := range []ghg.CO2e{a.Total.Gross, a.Total.Additional, a.Total.Net, a.Total.Potential} {
				sum[i] = sum[i].Add(c.Tonnes())
			}
		}
		for i, c := range []ghg.CO2e{r.Total.Gross, r.Total.Additional, r.Total.Net, r.Total.Potential} {
			require.Zero(t, want[i].Cmp(c.Tonnes().Rat()), "%d: %s", i, r.Explain())
			require.True(t, sum[i].Equal(c.Tonnes()))
		}
		require.LessOrEqual(t, value(r.OfPotential.Value()).Abs().Cmp(dec("1")), 0)

		claimed := must(ghg.NewCO2e(decimal.New(rng.Int64N(1_000_000), -1), ghg.Tonne, ghg.AR5))
		b := must(p.BreakEven(claimed))
		// net at a* = N p o (a* Σs - Σ a0 s)
		back := new(big.Rat).Mul(b.Exact(), want[3])
		base := new(big.Rat).Sub(want[0], want[1]) // N Σ a0 s
		back.Sub(back, base)
		back.Mul(back, d.Persistence.Fraction().Rat())
		back.Mul(back, d.Overlap.Fraction().Rat())
		require.Zero(t, back.Cmp(claimed.Tonnes().Rat()))
		require.Equal(t, b.Reachable(), must(claimed.Cmp(b.Most())) <= 0)

		// Twice the people, twice the reduction.
		d.Eligible *= 2
		require.True(t, must(must(participation.New(d)).Result()).Total.Net.Tonnes().Equal(r.Total.Net.Tonnes().Mul(dec("2"))))
	}
}

func FuzzProgramme(f *testing.F) {
	f.Add(int64(2450000), "60%", "25%", "0.12", "80%", "90%", "1")
	f.Add(int64(1), "0.000000000000000000000000000001%", "0", "1e-30", "1", "1", "1e30")
	f.Fuzz(func(t *testing.T, n int64, a, a0, s, p, o, claimed string) {
		var share [4]ghg.Share
		for i, text := range []string{a, a0, p, o} {
			var err error
			if share[i], err = ghg.ParseShare(text); err != nil {
				return
			}
		}
		saving, err := ghg.ParseCO2e(s + " tCO2e")
		if err != nil {
			return
		}
		claim, err := ghg.ParseCO2e(claimed + " tCO2e")
		if err != nil {
			return
		}
		unit, err := participation.Saves(saving, "")
		if err != nil {
			return
		}
		d := participation.Definition{Name: "x", Unit: "people", Eligible: n, Persistence: share[2], Overlap: share[3],
			Actions: []participation.CitizenAction{{ID: "a", Adoption: share[0], Baseline: share[1], Saving: unit, Evidence: participation.Metered}}}
		programme, err := participation.New(d)
		if err != nil {
			return
		}
		r, err := programme.Result()
		if err != nil {
			return
		}
		if r.Total.Net.Tonnes().Abs().GreaterThan(r.Total.Potential.Tonnes()) {
			t.Error(r.Explain())
		}
		if b, err := programme.BreakEven(claim); err == nil && b.Reachable() != (must(claim.Cmp(b.Most())) <= 0) {
			t.Error(b.Explain())
		}
	})
}
