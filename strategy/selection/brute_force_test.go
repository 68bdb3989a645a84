package selection_test

import (
	"fmt"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func won(n int64) strategy.Money {
	return must(strategy.NewMoney(decimal.NewFromInt(n), strategy.KRW, strategy.Nominal))
}

func tonnes(n int64) ghg.CO2e {
	return must(ghg.NewCO2e(decimal.NewFromInt(n), ghg.Tonne, ghg.AR5))
}

// cuts are expected reductions in the years from 2030 on.
func cuts(n ...int64) strategy.Reductions {
	byYear := map[int]ghg.CO2e{}
	for i, x := range n {
		byYear[2030+i] = tonnes(x)
	}
	return must(strategy.NewReductions(strategy.Expected, ghg.AR5, byYear))
}

func (o *oracle) figures(set int) (figures, bool) {
	f := figures{set: set, tonnes: make([]int64, len(o.years))}
	use, inArea, spent := int64(0), map[string]int{}, map[string]int64{}
	for i, x := range o.items {
		if in := set>>i&1 == 1; in && x.choice == selection.Barred || !in && x.choice == selection.MustHave {
			return f, false
		} else if !in {
			continue
		}
		if set&x.requires != x.requires || set&x.excludes != 0 {
			return f, false
		}
		f.cost += x.cost
		use += x.use
		inArea[x.area]++
		spent[x.area] += x.cost
		for y := range f.tonnes {
			f.tonnes[y] += x.tonnes[y]
		}
	}
	for y := range f.tonnes {
		for s := range o.left {
			left := int64(unit)
			for i := range o.items {
				if set>>i&1 == 1 {
					left = left / 4 * o.left[s][y][i]
				}
			}
			f.tonnes[y] += o.emissions[s][y] * (unit - left)
		}
		f.sum += f.tonnes[y]
	}
	for _, l := range o.d.Limits {
		if use > l.Most.Shift(1).IntPart() {
			return f, false
		}
	}
	for _, m := range o.d.Minima {
		if inArea[m.Area] < m.Actions || !m.Money.IsUnset() && spent[m.Area] < m.Money.Amount().IntPart() {
			return f, false
		}
	}
	for y := range f.tonnes {
		if !o.mostTonnes && f.tonnes[y] < o.need[o.years[y]]*unit {
			return f, false
		}
	}
	return f, !o.mostTonnes || f.cost <= o.budget
}

// instance is a random problem with rules of all kinds.
func instance(r *rand.Rand, n int, shared bool) selection.Definition {
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	id := func(i int) string { return fmt.Sprintf("a%02d", i) }
	few := int64(3 + r.Intn(60)) // few different numbers make many ties
	chance := func(p float64) bool { return r.Float64() < p }
	rare := r.Float64() * 0.3
	for i := range n {
		c := selection.Candidate{
			ID: id(i), Area: string(rune('A' + r.Intn(3))),
			Cost:       won(r.Int63n(few) - few/8),
			Reductions: cuts(r.Int63n(few)-few/10, r.Int63n(few)-few/10),
		}
		if chance(0.7) {
			c.Uses = map[string]decimal.Decimal{"staff": decimal.New(r.Int63n(50), -1)}
		}
		if i > 0 && chance(rare) {
			c.Requires = append(c.Requires, id(r.Intn(i)))
		}
		if i > 0 && chance(rare) {
			c.Excludes = append(c.Excludes, id(r.Intn(i)))
		}
		if chance(rare / 3) {
			c.Choice = selection.MustHave
		} else if chance(rare / 3) {
			c.Choice = selection.Barred
		}
		d.Candidates = append(d.Candidates, c)
	}
	if chance(0.5) {
		d.Limits = append(d.Limits, selection.Limit{Resource: "staff", Most: decimal.New(r.Int63n(int64(25*n)), -1)})
	} else {
		for i := range d.Candidates {
			d.Candidates[i].Uses = nil
		}
	}
	if area := d.Candidates[0].Area; chance(0.4) {
		m := selection.Minimum{Area: area, Actions: r.Intn(3)}
		if m.Actions == 0 || chance(0.3) {
			m.Money = won(r.Int63n(2 * few))
		}
		d.Minima = append(d.Minima, m)
	}
	if !shared {
		return d
	}
	for k := range 1 + r.Intn(2) {
		s := selection.SharedSource{
			On:        strategy.EmissionSource{EndUse: fmt.Sprint("source ", k)},
			Emissions: map[int]ghg.CO2e{2030: tonnes(r.Int63n(4 * few)), 2031: tonnes(r.Int63n(4 * few))},
		}
		for i := range n {
			if chance(0.6) {
				share := func() ghg.Share { return must(ghg.NewShare(decimal.New(r.Int63n(5)*25, -2))) }
				s.Cuts = append(s.Cuts, selection.Cut{Candidate: id(i), ByYear: map[int]ghg.Share{2030: share(), 2031: share()}})
				if chance(0.5) {
					d.Candidates[i].Reductions = cuts(0, 0)
				}
			}
		}
		if len(s.Cuts) > 0 {
			d.Shared = append(d.Shared, s)
		}
	}
	return d
}

// check holds an answer against the oracle.
func check(t *testing.T, o *oracle, got selection.Answer, err error, isShared bool) {
	t.Helper()
	want := o.best()
	if len(want) == 0 {
		var infeasible *selection.InfeasibleError
		require.ErrorAs(t, err, &infeasible)
		return
	}
	require.NoError(t, err)
	require.True(t, got.IsExact)
	require.Equal(t, o.ids(want[0]), got.Chosen, "%s\n%v", got.Details(), want[0])
	scaled := func(x ghg.CO2e) int64 { return x.Tonnes().Mul(decimal.NewFromInt(unit)).IntPart() }
	require.Equal(t, want[0].cost, got.Cost.Amount().IntPart())
	require.Equal(t, want[0].sum, scaled(got.CO2e))
	require.Equal(t, len(o.years), got.Reductions.Len())
	for i, y := range o.years {
		x, _ := got.Reductions.At(y)
		require.Equal(t, want[0].tonnes[i], scaled(x))
	}
	if isShared { // twins count as one
		return
	}
	if len(want) == 1 {
		require.Nil(t, got.RunnerUp)
		return
	}
	require.NotNil(t, got.RunnerUp)
	require.Equal(t, o.ids(want[1]), got.RunnerUp.Chosen)
}

// No selection of brute force beats the selected one.
func TestAgainstBruteForce(t *testing.T) {
	for seed := range int64(500) {
		r := rand.New(rand.NewSource(seed))
		n := 1 + r.Intn(9)
		if seed%100 == 3 {
			n = 16
		}
		askBoth(t, r, instance(r, n, seed%2 == 1), seed)
	}
}

// electrify makes some candidates add to the sources that others cut.
func electrify(r *rand.Rand, d selection.Definition) selection.Definition {
	for _, s := range d.Shared {
		for _, c := range s.Cuts {
			if r.Intn(3) > 0 {
				continue
			}
			for y := range c.ByYear {
				c.ByYear[y] = must(ghg.NewShare(decimal.New(r.Int63n(4)*-25, -2)))
			}
		}
	}
	return d
}

// No selection of brute force beats the selected one where some add to a source that
// others cut: what is added raises what a cut takes, so that together they may do more, or
// less, than apart.
func TestAdditionsAgainstBruteForce(t *testing.T) {
	added := 0
	for seed := range int64(500) {
		r := rand.New(rand.NewSource(9000 + seed))
		n := 2 + r.Intn(9)
		if seed%50 == 3 {
			n = 15
		}
		d := electrify(r, instance(r, n, true))
		for _, s := range d.Shared {
			for _, c := range s.Cuts {
				if c.ByYear[2030].Fraction().Sign() < 0 {
					added++
				}
			}
		}
		askBoth(t, r, d, seed)
	}
	assert.Greater(t, added, 500)
}

func askBoth(t *testing.T, r *rand.Rand, d selection.Definition, seed int64) {
	t.Helper()
	p, err := selection.New(d)
	require.NoError(t, err)
	sum := int64(0)
	for _, c := range d.Candidates {
		sum += max(c.Cost.Amount().IntPart(), 1)
	}
	years := [][]int{{2030}, {2031}, {2030, 2031}}[r.Intn(3)]
	budget := r.Int63n(sum + 1)
	got, err := p.MostTonnes(won(budget), 0, years...)
	check(t, &oracle{d: d, years: years, mostTonnes: true, budget: budget}, got, err, len(d.Shared) > 0)
	if !assert.False(t, t.Failed(), "seed %d, most tonnes", seed) {
		t.FailNow()
	}
	need, needs := map[int]ghg.CO2e{}, map[int]int64{}
	for _, y := range years {
		n := r.Int63n(sum + 1)
		need[y], needs[y] = tonnes(n), n
	}
	got, err = p.LeastCost(need, 0)
	check(t, &oracle{d: d, years: years, need: needs}, got, err, len(d.Shared) > 0)
	if !assert.False(t, t.Failed(), "seed %d, least cost", seed) {
		t.FailNow()
	}
}

// The search against all subsets, on instances that a fuzzer thinks of.
func FuzzAgainstBruteForce(f *testing.F) {
	f.Add(int64(1), uint8(3), false)
	f.Add(int64(2), uint8(7), true)
	f.Add(int64(-3), uint8(8), true)
	f.Fuzz(func(t *testing.T, seed int64, n uint8, shared bool) {
		r := rand.New(rand.NewSource(seed))
		d := instance(r, 1+int(n%10), shared)
		if seed < 0 {
			d = electrify(r, d)
		}
		askBoth(t, r, d, seed)
	})
}
