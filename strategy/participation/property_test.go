package participation_test

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"
)

// random is a programme of persons and households, some with two sources, and its sums in
// fractions: gross, additional, net, potential.
func random(rng *rand.Rand) (participation.Definition, []*big.Rat) {
	share := func() ghg.Share { return must(ghg.NewShare(decimal.New(rng.Int64N(1001), -3))) }
	some := func() ghg.Share { return must(ghg.NewShare(decimal.New(1+rng.Int64N(1000), -3))) }
	d := programme("1", "1")
	d.Persistence, d.Overlap = some(), some()
	sums := []*big.Rat{{}, {}, {}, {}}
	for i := range 1 + rng.IntN(10) {
		a := participation.CitizenAction{ID: string(rune('a' + i)), Unit: []ghg.Unit{ghg.Person, ghg.Household}[rng.IntN(2)],
			Eligible: 1 + rng.Int64N(5_000_000), Adoption: share(), Baseline: share(), Evidence: participation.Metered,
			Domain: []string{"", "heating", "transport"}[rng.IntN(3)]}
		saving := new(big.Rat)
		for j := range 1 + rng.IntN(2) {
			amount := must(ghg.NewCO2e(decimal.New(1+rng.Int64N(99_999_999), -8), ghg.Tonne, ghg.AR5))
			u := must(strategy.FixedSaving(strategy.EmissionSource{EndUse: a.ID, Fuel: strconv.Itoa(j)}, 0, a.ID, a.Unit, amount, "x"))
			a.Saves = append(a.Saves, u)
			saving.Add(saving, amount.Tonnes().Rat())
		}
		d.Actions = append(d.Actions, a)
		s := saving.Mul(saving, new(big.Rat).SetInt64(a.Eligible))
		extra := new(big.Rat).Sub(a.Adoption.Fraction().Rat(), a.Baseline.Fraction().Rat())
		sums[0].Add(sums[0], new(big.Rat).Mul(s, a.Adoption.Fraction().Rat()))
		sums[1].Add(sums[1], new(big.Rat).Mul(s, extra))
		sums[3].Add(sums[3], s)
	}
	sums[2].Mul(sums[1], d.Persistence.Fraction().Rat())
	sums[2].Mul(sums[2], d.Overlap.Fraction().Rat())
	return d, sums
}

// Against fractions: the four sums, the actions and the areas of living that add up to
// them, and the break-even, which put back as adoption gives the claim. Each source is
// rounded once to 12 places: at most 20 of them here, each by half of the last.
func TestProperties(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	rng := rand.New(rand.NewPCG(11, 12))
	half := big.NewRat(10, 1_000_000_000_000)
	for range 200 {
		d, want := random(rng)
		p := must(participation.New(d))
		r := must(p.Result())
		four := func(a participation.Amounts) []ghg.CO2e {
			return []ghg.CO2e{a.Gross, a.Additional, a.Net, a.Potential}
		}
		byAction, byDomain := make([]decimal.Decimal, 4), make([]decimal.Decimal, 4)
		exact := make([]decimal.Decimal, 4)
		for _, a := range r.Actions {
			for i := range 4 {
				byAction[i] = byAction[i].Add(four(a.Total)[i].Tonnes())
				exact[i] = exact[i].Add(four(a.PerOne)[i].Tonnes().Mul(decimal.New(a.Action.Eligible, 0)))
			}
		}
		for _, x := range r.Domains {
			for i, c := range four(x.Total) {
				byDomain[i] = byDomain[i].Add(c.Tonnes())
			}
		}
		for i, c := range four(r.Total) {
			require.Zero(t, want[i].Cmp(exact[i].Rat()), "%d: %s", i, r.Explain())
			off := new(big.Rat).Sub(want[i], c.Tonnes().Rat())
			require.LessOrEqual(t, off.Abs(off).Cmp(half), 0, "%d: %s", i, r.Explain())
			require.True(t, byAction[i].Equal(c.Tonnes()))
			require.True(t, byDomain[i].Equal(c.Tonnes()))
		}
		require.LessOrEqual(t, value(r.OfPotential.Value()).Abs().Cmp(dec("1")), 0)

		claimed := must(ghg.NewCO2e(decimal.New(rng.Int64N(1_000_000), -1), ghg.Tonne, ghg.AR5))
		b := must(p.BreakEven(claimed))
		// net at a* = p o (a* Σ N s - Σ N a0 s)
		back := new(big.Rat).Mul(b.Exact(), want[3])
		base := new(big.Rat).Sub(want[0], want[1]) // Σ N a0 s
		back.Sub(back, base)
		back.Mul(back, d.Persistence.Fraction().Rat())
		back.Mul(back, d.Overlap.Fraction().Rat())
		require.Zero(t, back.Cmp(claimed.Tonnes().Rat()))
		require.Equal(t, b.Reachable(), must(claimed.Cmp(b.Most())) <= 0)
	}
}

// What a plan has of programmes is the result of each year, to the last digit: whatever
// changes from year to year, and however long the numbers are.
func TestQuantificationsAreTheResult(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	rng := rand.New(rand.NewPCG(21, 22))
	several := 0
	for range 100 {
		first, _ := random(rng)
		var programmes []participation.Programme
		for y := range 1 + rng.IntN(5) {
			d := first
			d.Year, d.Actions = 2026+y*(1+rng.IntN(2)), slices.Clone(first.Actions)
			for len(programmes) > 0 && d.Year <= programmes[len(programmes)-1].Year() {
				d.Year++
			}
			if rng.IntN(3) == 0 {
				d.Persistence = must(ghg.NewShare(decimal.New(1+rng.Int64N(1000), -3)))
			}
			if other, _ := random(rng); rng.IntN(3) == 0 {
				d.Actions[0].Unit, d.Actions[0].Saves = other.Actions[0].Unit, other.Actions[0].Saves
			}
			for i := range d.Actions {
				a := &d.Actions[i]
				a.Adoption = must(ghg.NewShare(decimal.New(rng.Int64N(100_001), -5)))
				a.Eligible += rng.Int64N(1000)
			}
			d.Actions = append(d.Actions, participation.CitizenAction{ID: "not quantified"})
			programmes = append(programmes, must(participation.New(d)))
		}
		rng.Shuffle(len(programmes), func(i, j int) { programmes[i], programmes[j] = programmes[j], programmes[i] })
		list := must(participation.Quantifications(strategy.Implemented, programmes...))
		if len(list) > len(first.Actions) {
			several++
		}
		for _, p := range programmes {
			var sum decimal.Decimal
			n := 0
			for _, q := range list {
				r, err := q.Net(strategy.Implemented, p.Year(), p.Year())
				var none *ghg.NoFigureError
				if errors.As(err, &none) {
					continue // the years of another quantification of the action
				}
				require.NoError(t, err)
				c, _ := r.At(p.Year())
				sum = sum.Add(c.Tonnes())
				n++
			}
			r := must(p.Result())
			require.Equal(t, len(r.Actions), n)
			require.True(t, sum.Equal(r.Total.Net.Tonnes()), "%s: %s", sum, r.Explain())
		}
	}
	require.Greater(t, several, 20, "years that differ")
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
		unit, err := strategy.FixedSaving(strategy.EmissionSource{EndUse: "x"}, 0, "x", ghg.Person, saving, "x")
		if err != nil {
			return
		}
		d := participation.Definition{Name: "x", Year: 2026, Source: "x", Persistence: share[2], Overlap: share[3],
			Actions: []participation.CitizenAction{{ID: "a", Unit: ghg.Person, Eligible: n, Adoption: share[0], Baseline: share[1],
				Saves: []strategy.UnitEffect{unit}, Evidence: participation.Metered}}}
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
