package selection_test

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// All six measures cut less than the target needs.
func ExampleInfeasibleError() {
	_, err := problem(measures()).LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("120 ktCO2e (AR5)")}, 0)
	fmt.Println(err)
	var infeasible *selection.InfeasibleError
	if errors.As(err, &infeasible) {
		fmt.Println(infeasible.Unmet[0].Reach)
	}
	// Output:
	// least cost: no selection keeps all rules: need in 2030 is to be at least 120000 tCO2e, and it is at most 99000 tCO2e
	// 99000
}

// Two must-haves cost more than there is.
func ExampleUnmet() {
	d := measures()
	d.Candidates[0].Choice, d.Candidates[2].Choice = selection.MustHave, selection.MustHave
	d.Minima = []selection.Minimum{{Area: "T", Actions: 2}}
	_, err := problem(d).MostTonnes(money("70 bn KRW"), 0, 2030)
	fmt.Println(err)
	// Output:
	// most tonnes: no selection keeps all rules: budget is to be at most 70000000000 KRW (nominal), and with all other rules kept it is at least 75000000000 KRW (nominal); actions in "T" is to be at least 2, and with all other rules kept it is at most 1
}

func ExampleUndecidedError() {
	var d selection.Definition
	d.Kind, d.Metric = strategy.Expected, ghg.AR5
	for i := range 30 {
		d.Candidates = append(d.Candidates, selection.Candidate{
			ID: fmt.Sprint("project ", i+1), Area: "E", Cost: money(fmt.Sprint(2+2*i, " bn KRW")), Reductions: in2030("1 ktCO2e"),
		})
	}
	// An odd sum in even parts: beyond MaxExact, a search of ten nodes cannot tell.
	d.Minima = []selection.Minimum{{Area: "E", Money: money("301 bn KRW")}}
	_, err := problem(d).MostTonnes(money("301 bn KRW"), 10, 2030)
	fmt.Println(err)
	var undecided *selection.UndecidedError
	if errors.As(err, &undecided) && undecided.Open > selection.MaxExact {
		fmt.Println("ask again with more than", undecided.Nodes, "nodes")
	}
	// Output:
	// most tonnes: branch and bound found no selection of 30 open candidates that keeps all rules within 10 nodes, and none is ruled out: allow for more nodes, or ask for less
	// ask again with more than 10 nodes
}

func TestInfeasible(t *testing.T) {
	ask := func(change func(d *selection.Definition), budget int64) *selection.InfeasibleError {
		t.Helper()
		d := two()
		d.Candidates = append(d.Candidates, selection.Candidate{ID: "c", Area: "E", Cost: won(5), Reductions: cuts(9)})
		change(&d)
		_, err := must(selection.New(d)).MostTonnes(won(budget), 0, 2030)
		var e *selection.InfeasibleError
		require.ErrorAs(t, err, &e)
		assert.Equal(t, selection.MostTonnes, e.Objective)
		return e
	}
	e := ask(func(d *selection.Definition) {
		d.Candidates[0].Choice, d.Candidates[0].Requires = selection.MustHave, []string{"b"}
		d.Candidates[1].Excludes, d.Candidates[2].Choice = []string{"c"}, selection.MustHave
	}, 100)
	assert.Equal(t, []string{`"b" is must-have (required by "a") and barred (excluded by "c")`,
		`"c" is must-have (as stated) and barred (excluded by "b")`}, e.Conflicts)
	assert.EqualError(t, e, `most tonnes: no selection keeps all rules: `+strings.Join(e.Conflicts, "; "))

	e = ask(func(d *selection.Definition) {
		d.Candidates[2].Choice, d.Candidates[1].Requires = selection.Barred, []string{"c"}
		d.Minima = []selection.Minimum{{Area: "T", Actions: 1}}
	}, 100)
	assert.Equal(t, `actions in "T" is to be at least 1, and it is at most 0`, e.Unmet[0].String())
	assert.True(t, e.Unmet[0].Alone && e.Unmet[0].IsExact)

	e = ask(func(d *selection.Definition) { d.Candidates[2].Choice = selection.MustHave }, 4)
	assert.Len(t, e.Unmet, 1)
	assert.Equal(t, "budget is to be at most 4 KRW (nominal), and it is at least 5 KRW (nominal)", e.Unmet[0].String())

	assert.EqualError(t, &selection.InfeasibleError{Objective: selection.LeastCost},
		"least cost: no selection keeps all rules: no single one is known to be out of reach, but they cannot be met all at once")
}

// A rule that cannot be met is looked for with bounded work.
func TestInfeasibleWithManyRules(t *testing.T) {
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	need := map[int]ghg.CO2e{}
	for i := range 25 {
		c := selection.Candidate{ID: fmt.Sprint(i), Cost: won(1), Reductions: cuts(slices.Repeat([]int64{1}, 60)...),
			Uses: map[string]decimal.Decimal{"staff": decimal.New(1, 0)}}
		d.Candidates = append(d.Candidates, c)
	}
	for y := range 60 {
		need[2030+y] = tonnes(20)
	}
	d.Limits = []selection.Limit{{Resource: "staff", Most: decimal.New(19, 0)}}
	_, err := must(selection.New(d)).LeastCost(need, 0)
	require.EqualError(t, err, "least cost: no selection keeps all rules: no single one is known to be out of reach, but they "+
		"cannot be met all at once")
}
