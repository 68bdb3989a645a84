package selection_test

import (
	"fmt"
	"math/big"
	"math/rand"
	"slices"
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

// rat is an exact number for the oracle, which shares no code with the package.
func rat(d decimal.Decimal) *big.Rat { return d.Rat() }

// oracle looks at every subset.
type oracle struct {
	d      selection.Definition
	years  []int
	budget *big.Rat         // most tonnes
	need   map[int]*big.Rat // least cost
}

type figures struct {
	set    int
	cost   *big.Rat
	tonnes map[int]*big.Rat
	sum    *big.Rat
}

func (o oracle) figures(set int) (figures, bool) {
	has := func(id string) bool {
		i := slices.IndexFunc(o.d.Candidates, func(c selection.Candidate) bool { return c.ID == id })
		return set>>i&1 == 1
	}
	f := figures{set, new(big.Rat), map[int]*big.Rat{}, new(big.Rat)}
	for _, y := range o.years {
		f.tonnes[y] = new(big.Rat)
	}
	uses, inArea, spent := map[string]*big.Rat{}, map[string]int{}, map[string]*big.Rat{}
	for i, c := range o.d.Candidates {
		if set>>i&1 == 0 {
			if c.Choice == selection.MustHave {
				return f, false
			}
			continue
		}
		if c.Choice == selection.Barred {
			return f, false
		}
		for _, id := range c.Requires {
			if !has(id) {
				return f, false
			}
		}
		for _, id := range c.Excludes {
			if has(id) {
				return f, false
			}
		}
		f.cost.Add(f.cost, rat(c.Cost.Amount()))
		for _, y := range o.years {
			x, _ := c.Reductions.At(y)
			f.tonnes[y].Add(f.tonnes[y], rat(x.Tonnes()))
		}
		for r, x := range c.Uses {
			if uses[r] == nil {
				uses[r] = new(big.Rat)
			}
			uses[r].Add(uses[r], rat(x))
		}
		inArea[c.Area]++
		if spent[c.Area] == nil {
			spent[c.Area] = new(big.Rat)
		}
		spent[c.Area].Add(spent[c.Area], rat(c.Cost.Amount()))
	}
	for _, s := range o.d.Shared {
		for _, y := range o.years {
			left := big.NewRat(1, 1)
			for _, cut := range s.Cuts {
				if has(cut.Candidate) {
					left.Mul(left, new(big.Rat).Sub(big.NewRat(1, 1), rat(cut.ByYear[y].Fraction())))
				}
			}
			left.Sub(big.NewRat(1, 1), left)
			f.tonnes[y].Add(f.tonnes[y], left.Mul(left, rat(s.Emissions[y].Tonnes())))
		}
	}
	for _, y := range o.years {
		f.sum.Add(f.sum, f.tonnes[y])
	}
	for _, l := range o.d.Limits {
		if uses[l.Resource] != nil && uses[l.Resource].Cmp(rat(l.Most)) > 0 || uses[l.Resource] == nil && l.Most.Sign() < 0 {
			return f, false
		}
	}
	for _, m := range o.d.Minima {
		if inArea[m.Area] < m.Actions {
			return f, false
		}
		if !m.Money.IsUnset() {
			if x := spent[m.Area]; x == nil && m.Money.Sign() > 0 || x != nil && x.Cmp(rat(m.Money.Amount())) < 0 {
				return f, false
			}
		}
	}
	if o.budget != nil && f.cost.Cmp(o.budget) > 0 {
		return f, false
	}
	for y, n := range o.need {
		if f.tonnes[y].Cmp(n) < 0 {
			return f, false
		}
	}
	return f, true
}

// better is the order of the package documentation.
func (o oracle) better(a, b figures) bool {
	if o.budget != nil {
		if c := a.sum.Cmp(b.sum); c != 0 {
			return c > 0
		}
	}
	if c := a.cost.Cmp(b.cost); c != 0 {
		return c < 0
	}
	if c := a.sum.Cmp(b.sum); c != 0 {
		return c > 0
	}
	ids := func(f figures) (out []int) {
		for i := range o.d.Candidates {
			if f.set>>i&1 == 1 {
				out = append(out, i)
			}
		}
		return out
	}
	x, y := ids(a), ids(b)
	if len(x) != len(y) {
		return len(x) < len(y)
	}
	slices.Reverse(x)
	slices.Reverse(y)
	return slices.Compare(x, y) < 0
}

// best are the best two sets, or fewer.
func (o oracle) best() []figures {
	var out []figures
	for set := range 1 << len(o.d.Candidates) {
		f, ok := o.figures(set)
		if !ok || len(out) == 2 && !o.better(f, out[1]) {
			continue
		}
		out = append(out, f)
		slices.SortFunc(out, func(a, b figures) int {
			if o.better(a, b) {
				return -1
			}
			return 1
		})
		out = out[:min(len(out), 2)]
	}
	return out
}

func (o oracle) ids(f figures) (out []string) {
	for i, c := range o.d.Candidates {
		if f.set>>i&1 == 1 {
			out = append(out, c.ID)
		}
	}
	return out
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
func check(t *testing.T, o oracle, got selection.Result, err error, isShared bool) {
	t.Helper()
	want := o.best()
	if len(want) == 0 {
		var infeasible *selection.InfeasibleError
		require.ErrorAs(t, err, &infeasible)
		return
	}
	require.NoError(t, err)
	require.True(t, got.IsExact)
	require.Equal(t, o.ids(want[0]), got.Chosen, "%s\n%v", got.Explain(), want[0])
	require.Zero(t, rat(got.Cost.Amount()).Cmp(want[0].cost))
	require.Zero(t, rat(got.CO2e.Tonnes()).Cmp(want[0].sum))
	for y, x := range got.Reductions.All() {
		require.Zero(t, rat(x.Tonnes()).Cmp(want[0].tonnes[y]))
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
	for seed := range int64(400) {
		r := rand.New(rand.NewSource(seed))
		n := 1 + r.Intn(9)
		if seed%200 == 3 {
			n = 16
		}
		askBoth(t, r, instance(r, n, seed%2 == 1), seed)
	}
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
	check(t, oracle{d: d, years: years, budget: big.NewRat(budget, 1)}, got, err, len(d.Shared) > 0)
	if !assert.False(t, t.Failed(), "seed %d, most tonnes", seed) {
		t.FailNow()
	}
	need, needs := map[int]ghg.CO2e{}, map[int]*big.Rat{}
	for _, y := range years {
		n := r.Int63n(sum + 1)
		need[y], needs[y] = tonnes(n), big.NewRat(n, 1)
	}
	got, err = p.LeastCost(need, 0)
	check(t, oracle{d: d, years: years, need: needs}, got, err, len(d.Shared) > 0)
	if !assert.False(t, t.Failed(), "seed %d, least cost", seed) {
		t.FailNow()
	}
}
