package strategy_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// model is the joint effect in fractions, written down once more: effects on
// one source or on two alike, as shares or amounts, some independent, some in a
// group with a factor or of which the largest counts.
type model struct {
	d       strategy.PortfolioDefinition
	b       strategy.BaselineDefinition
	emits   []*big.Rat
	effects []modelEffect
	factor  *big.Rat // of the group; nil where the largest counts
}

type modelEffect struct {
	on    []int    // sources
	share *big.Rat // of each of them
	block int      // 0 by itself, 1 independent, 2 in the group
}

func randomModel(r *rand.Rand, n int) (model, bool) {
	sources := []strategy.EmissionSource{on("I.1.1", "gas", ""), on("I.1.1", "oil", ""), on("II.1.1", "", "")}
	m := model{b: strategy.BaselineDefinition{Name: "bau", Place: "town", View: gpc.Basic, Metric: ghg.Unstated}}
	for _, s := range sources {
		e := decimal.New(1000+r.Int64N(1_000_000), -int32(r.IntN(4)))
		m.emits = append(m.emits, e.Rat())
		m.b.Sources = append(m.b.Sources, strategy.SourceEmissions{On: s, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e(e.String() + " tCO2e")}})
	}
	group := strategy.Group{On: sources[0], Interaction: strategy.Overlapping, LargestOnly: true, Source: "study"}
	if r.IntN(2) == 0 {
		f := decimal.New(int64(10+r.IntN(89)), -2)
		group.LargestOnly, group.Factor, m.factor = false, f, f.Rat()
	}
	var actions []strategy.Action
	for i := range n {
		e := modelEffect{block: r.IntN(3)}
		spot := strategy.EmissionSource{}
		switch k := r.IntN(4); {
		case e.block == 2:
			e.on, spot = []int{0}, sources[0]
		case k < 3:
			e.on, spot = []int{k}, sources[k]
		default: // both fuels alike
			e.on, spot = []int{0, 1}, on("I.1.1", "", "")
		}
		of := new(big.Rat)
		for _, s := range e.on {
			of.Add(of, m.emits[s])
		}
		eff := strategy.Effect{On: spot}
		if e.block == 1 {
			eff.Interaction = strategy.Independent
		}
		f := decimal.New(r.Int64N(300)-30*r.Int64N(2), -3)
		if e.block == 2 {
			f = f.Abs()
		}
		if r.IntN(2) == 0 {
			e.share = f.Rat()
			eff.Cuts = must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare(f.String())}))
		} else {
			t := decimal.NewFromBigInt(new(big.Int).Quo(of.Num(), of.Denom()), 0).Mul(f).Round(1)
			e.share = new(big.Rat).Quo(t.Rat(), of)
			eff.Reductions = must(strategy.NewReductions(strategy.Expected, ghg.Unstated,
				map[int]ghg.CO2e{2030: ghg.MustCO2e(t.String() + " tCO2e")}))
		}
		m.effects = append(m.effects, e)
		id := fmt.Sprint("a", i)
		actions = append(actions, action(id, []string{"E", "T", "W"}[r.IntN(3)], eff))
		if e.block == 2 {
			group.Actions = append(group.Actions, id)
		}
	}
	m.d = town(actions...)
	if len(group.Actions) == 1 {
		return m, false
	}
	if len(group.Actions) > 1 {
		m.d.Groups = []strategy.Group{group}
	}
	return m, true
}

// cut is what the effects in a set cut of a source. The effects of a group
// count by what they have of the joint effect of the whole group.
func (m model) cut(source int, in func(i int) bool) *big.Rat {
	one := big.NewRat(1, 1)
	sums := []*big.Rat{nil, new(big.Rat), new(big.Rat)}
	whole, largest, cutting := new(big.Rat), new(big.Rat), 0
	left := big.NewRat(1, 1)
	for i, e := range m.effects {
		if !slices.Contains(e.on, source) {
			continue
		}
		if e.block == 2 {
			whole.Add(whole, e.share)
			if e.share.Cmp(largest) > 0 {
				largest = e.share
			}
			cutting += e.share.Sign()
		}
		switch {
		case !in(i):
		case e.block == 0:
			left.Mul(left, new(big.Rat).Sub(one, e.share))
		default:
			sums[e.block].Add(sums[e.block], e.share)
		}
	}
	if cutting > 1 {
		f := m.factor
		if f == nil {
			f = new(big.Rat).Quo(largest, whole)
		}
		sums[2].Mul(sums[2], f)
	}
	for _, s := range sums[1:] {
		left.Mul(left, new(big.Rat).Sub(one, s))
	}
	left.Sub(one, left)
	return left.Mul(left, m.emits[source])
}

func all(int) bool { return true }

// unit is the last place that is held.
var unit = big.NewRat(1, 1_000_000_000_000)

// The joint effect of a year is that of the fractions, rounded once, half away
// from zero; on each source it is that of the fractions, rounded up or down.
func TestJointEffectAgainstFractions(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewPCG(377, 610))
	for range 150 {
		m, ok := randomModel(r, 1+r.IntN(9))
		if !ok {
			continue
		}
		for _, by := range []strategy.Division{strategy.Shapley, strategy.InOrder()} {
			y := evaluate(t, m.d, m.b, by)
			i, sum := 0, new(big.Rat)
			for s := range y.BySource() {
				want := m.cut(i, all)
				off := new(big.Rat).Sub(s.Reduction.Tonnes().Rat(), want)
				assert.Negative(t, off.Abs(off).Cmp(unit), "%s: %s, not %s", s.On, s.Reduction, want)
				sum.Add(sum, want)
				i++
			}
			want := decimal.RequireFromString(sum.FloatString(12)) // half away from zero
			assert.True(t, y.Reduction().Tonnes().Equal(want), "%s, not %s", y.Reduction(), want)
		}
	}
}

// Each part is the mean over all orders of the effects, to a unit.
func TestShapleyOfGroupsAgainstAllOrders(t *testing.T) {
	r := rand.New(rand.NewPCG(987, 1597))
	for range 40 {
		m, ok := randomModel(r, 1+r.IntN(5))
		if !ok {
			continue
		}
		n := len(m.effects)
		value, orders := make([]*big.Rat, n), int64(0)
		for i := range value {
			value[i] = new(big.Rat)
		}
		permute(n, func(order []int) {
			orders++
			present := make([]bool, n)
			for s := range m.emits {
				clear(present)
				before := new(big.Rat)
				for _, i := range order {
					present[i] = true
					after := m.cut(s, func(i int) bool { return present[i] })
					value[i].Add(value[i], new(big.Rat).Sub(after, before))
					before = after
				}
			}
		})
		got, err := parts(t, m.d, m.b, strategy.Shapley)
		require.NoError(t, err)
		for i, s := range got {
			v, _ := new(big.Rat).SetString(s)
			off := v.Sub(v, value[i].Mul(value[i], big.NewRat(1, orders)))
			assert.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(2, 1_000_000_000)), 0, "%d of %d: %s", i, n, s)
		}
	}
}
