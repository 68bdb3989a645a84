package selection_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
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

// What a candidate adds on a shared source counts where the heuristic asks whether a need is
// met: the first cuts 100 t and adds 60 t, and six of the others are needed beside it.
func TestGreedySeesAdditions(t *testing.T) {
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5, Shared: []selection.SharedSource{{
		On: strategy.EmissionSource{EndUse: "electricity"}, Emissions: map[int]ghg.CO2e{2030: tonnes(60)},
		Cuts: []selection.Cut{{Candidate: "pump", ByYear: map[int]ghg.Share{2030: ghg.MustShare("-100%")}}}}}}
	d.Candidates = []selection.Candidate{{ID: "pump", Cost: won(1), Reductions: cuts(100)}}
	for i := range selection.MaxExact + 1 {
		d.Candidates = append(d.Candidates, selection.Candidate{ID: fmt.Sprint(i), Cost: won(10), Reductions: cuts(10)})
	}
	r, err := must(selection.New(d)).LeastCost(map[int]ghg.CO2e{2030: tonnes(100)}, 0)
	require.NoError(t, err)
	assert.Len(t, r.Chosen, 7)
	assert.Equal(t, "100 tCO2e (AR5)", r.CO2e.String())
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
