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

// ruled are n actions with requirements, exclusions and three budgets.
func ruled(n int, seed int64) (selection.Definition, strategy.Money) {
	r := rand.New(rand.NewSource(seed))
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	id := func(i int) string { return fmt.Sprintf("a%03d", i) }
	total, staff, area := int64(0), int64(0), int64(0)
	for i := range n {
		cost := 100 + r.Int63n(10_000)
		c := selection.Candidate{ID: id(i), Area: string(rune('A' + i%5)), Cost: won(cost), Reductions: cuts(1 + cost/2 + r.Int63n(5_000))}
		s, a := 1+r.Int63n(200), r.Int63n(500)
		c.Uses = map[string]decimal.Decimal{"staff": decimal.New(s, -1), "area": decimal.New(a, 0)}
		total, staff, area = total+cost, staff+s, area+a
		if i > 0 && r.Intn(3) == 0 {
			c.Requires = append(c.Requires, id(r.Intn(i)))
		}
		if i > 0 && r.Intn(3) == 0 {
			if j := r.Intn(i); len(c.Requires) == 0 || c.Requires[0] != id(j) {
				c.Excludes = append(c.Excludes, id(j))
			}
		}
		d.Candidates = append(d.Candidates, c)
	}
	d.Limits = []selection.Limit{{"staff", decimal.New(staff/3, -1)}, {"area", decimal.New(area/3, 0)}}
	d.Minima = []selection.Minimum{{Area: "A", Actions: 3}, {Area: "B", Money: won(2000)}}
	return d, won(total / 4)
}

// Where many rules bind at once, the best is found and proved. What it cuts is what GLPK
// 5.0 proves of the same questions, as they are written in MPS.
func TestManyRules(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	for n, optima := range map[int][]int64{60: {107_353, 107_197, 114_298}, 150: {272_852, 275_143, 294_185}} {
		for seed, optimum := range optima {
			t.Run(fmt.Sprint(n, " actions ", seed), func(t *testing.T) {
				d, budget := ruled(n, int64(seed))
				p := must(selection.New(d))
				a, err := p.MostTonnes(budget, 20_000, 2030)
				require.NoError(t, err)
				assert.True(t, a.IsExact)
				assert.True(t, a.CO2e.Equal(tonnes(optimum)), a.String())
				// The cheapest that cuts as much is the same: of equals the cheapest was taken.
				least, err := p.LeastCost(map[int]ghg.CO2e{2030: tonnes(optimum)}, 20_000)
				require.NoError(t, err)
				assert.True(t, least.IsExact)
				assert.True(t, least.Cost.Equal(a.Cost), "%s, and %s", least, a)
				// However few steps are allowed, the bound is near.
				short, err := p.MostTonnes(budget, 0, 2030)
				require.NoError(t, err)
				c, _ := short.CO2e.Cmp(a.CO2e)
				assert.LessOrEqual(t, c, 0)
				assert.GreaterOrEqual(t, short.MostCO2e.Tonnes().IntPart(), optimum)
				assert.LessOrEqual(t, short.MostCO2e.Tonnes().IntPart(), optimum+optimum*3/200)
				greedy, err := p.Greedy(budget, 2030)
				require.NoError(t, err)
				assert.True(t, greedy.MostCO2e.Equal(short.MostCO2e))
				// What all of them together do not cut is proved to be out of reach.
				_, err = p.LeastCost(map[int]ghg.CO2e{2030: tonnes(10 * optimum)}, 20_000)
				assert.ErrorContains(t, err, "no selection keeps all rules: need in 2030 is to be at least")
			})
		}
	}
}

// Two budgets that pull in opposite ways come within a hundredth of a per mille.
func TestTwoBudgets(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	for _, n := range []int{35, 90} {
		d, budget := hard("two budgets", n)
		a, err := must(selection.New(d)).MostTonnes(budget, 50_000, 2030)
		require.NoError(t, err)
		cut, most := a.CO2e.Tonnes().IntPart(), a.MostCO2e.Tonnes().IntPart()
		assert.LessOrEqual(t, most-cut, cut/100_000)
	}
}
