package selection_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy/selection"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A heuristic says how far from the best it may be.
func ExampleProblem_Greedy() {
	r, _ := problem(measures()).Greedy(money("75 bn KRW"), 2030)
	fmt.Println(r.Method, r.IsExact)
	fmt.Println(r.CO2e, "of at most", r.MostCO2e)
	// Output:
	// greedy by cost per tonne false
	// 51000 tCO2e (AR5) of at most 60000 tCO2e (AR5)
}

// Two must-haves that exclude each other conflict even without a search; the
// greedy heuristic says so too.
func TestGreedyRefuses(t *testing.T) {
	d := two()
	d.Minima = []selection.Minimum{{Area: "E", Money: won(2)}}
	p := must(selection.New(d))
	_, err := p.Greedy(won(100), 2030)
	var undecided *selection.UndecidedError
	require.ErrorAs(t, err, &undecided)
	assert.Equal(t, selection.GreedyByRatio, undecided.Method)
	d.Candidates[0].Choice, d.Candidates[1].Choice = selection.MustHave, selection.MustHave
	d.Candidates[0].Excludes = []string{"b"}
	_, err = must(selection.New(d)).Greedy(won(100), 2030)
	var infeasible *selection.InfeasibleError
	require.ErrorAs(t, err, &infeasible)
	assert.Len(t, infeasible.Conflicts, 2)
}

// The greedy heuristic takes with a candidate what it requires, and first what
// a minimum asks for.
func TestGreedyFollowsRules(t *testing.T) {
	d := measures()
	d.Candidates[1].Requires = []string{"cycle paths"}
	d.Minima = []selection.Minimum{{Area: "T", Actions: 3}}
	r, err := problem(d).Greedy(money("95 bn KRW"), 2030)
	require.NoError(t, err)
	assert.Equal(t, []string{"school roofs", "electric buses", "bus lanes", "cycle paths", "street lights"}, r.Chosen)
	assert.False(t, r.Rules[1].Binds)
}
