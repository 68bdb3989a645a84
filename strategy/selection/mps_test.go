package selection_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The cheapest that cut enough, with a name that needs a quote and one that is barred.
func TestWriteLeastCostMPS(t *testing.T) {
	d := two()
	d.Candidates[0].ID, d.Candidates[1].Choice = "가-1\n둘", selection.Barred
	var text bytes.Buffer
	require.NoError(t, must(selection.New(d)).WriteLeastCostMPS(&text, map[int]ghg.CO2e{2030: ghg.MustCO2e("7.5 tCO2e (AR5)")}))
	cut, cost := d.Candidates[0].Reductions, d.Candidates[0].Cost.Amount().String()
	x, _ := cut.At(2030)
	y, _ := d.Candidates[1].Reductions.At(2030)
	assert.Equal(t, strings.Join([]string{
		`* selection "two", least cost`, `* x1 "가-1\n둘"`, `* x2 "b"`, `* r1 "need in 2030"`,
		"NAME selection", "ROWS", " N obj", " G r1", "COLUMNS", " M1 'MARKER' 'INTORG'",
		" x1 obj " + cost, " x1 r1 " + x.Tonnes().String(), " x2 obj " + d.Candidates[1].Cost.Amount().String(), " x2 r1 " + y.Tonnes().String(),
		" M2 'MARKER' 'INTEND'", "RHS", " rhs r1 7.5", "BOUNDS", " BV bnd x1", " FX bnd x2 0", "ENDATA", "",
	}, "\n"), text.String())
}

func TestMPSRefused(t *testing.T) {
	share := map[int]ghg.Share{2030: ghg.MustShare("0.5")}
	d := two()
	d.Shared = []selection.SharedSource{{On: strategy.EmissionSource{EndUse: "heat"}, Emissions: map[int]ghg.CO2e{2030: tonnes(9)},
		Cuts: []selection.Cut{{Candidate: "a", ByYear: share}, {Candidate: "b", ByYear: share}}}}
	p := must(selection.New(d))
	const joint = `question, shared sources "1": joint effects are no sums, which a linear programme is made of: none are allowed`
	var text bytes.Buffer
	assert.EqualError(t, p.WriteMostTonnesMPS(&text, won(9), 2030), joint)
	assert.EqualError(t, p.WriteLeastCostMPS(&text, map[int]ghg.CO2e{2030: tonnes(1)}), joint)
	assert.Error(t, p.WriteMostTonnesMPS(&text, won(9)))
	assert.Error(t, p.WriteLeastCostMPS(&text, nil))
	assert.Empty(t, text.String())
}

// Lists of several solvers name the same choice.
func TestReadSolution(t *testing.T) {
	p := must(selection.New(two()))
	for solver, list := range map[string]string{
		"CBC":    "Optimal - objective value -5.00000000\n      1 x2                     1                      -5\n",
		"Gurobi": "# Objective value = -5\nx1 0\nx2 0.9999999999\n",
		"HiGHS":  "Model status\nOptimal\n\n# Primal solution values\nFeasible\nObjective -5\n# Columns 2\nx1 0\nx2 1\n# Rows 1\nr1 4\n",
		"SCIP":   "solution status: optimal solution found\nobjective value:                 -5\nx2                1 \t(obj:-5)\n",
	} {
		chosen, err := p.ReadSolution(strings.NewReader(list))
		require.NoError(t, err, solver)
		assert.Equal(t, []string{"b"}, chosen, solver)
	}
	chosen, err := p.ReadSolution(strings.NewReader("x1 0\nx2 1e-9\n"))
	require.NoError(t, err)
	assert.Empty(t, chosen)
	for list, want := range map[string]string{
		"x1 0.5":        `question, line 1 "0.5": 0 or 1 is allowed: an action is chosen whole or not at all`,
		"\nx1 2":        `question, line 2 "2": 0 or 1 is allowed: an action is chosen whole or not at all`,
		"x1 NaN":        `question, line 1 "NaN": 0 or 1 is allowed: an action is chosen whole or not at all`,
		"x1 1\nx1 1":    `question, line 2 "x1": it is given twice: one is allowed`,
		"x3 1\nx0 1":    `question, solution: no line names a column, such as x1, with its value`,
		"x1\nx 1\nr1 1": `question, solution: no line names a column, such as x1, with its value`,
	} {
		_, err := p.ReadSolution(strings.NewReader(list))
		assert.EqualError(t, err, want, list)
	}
	_, err = p.ReadSolution(strings.NewReader(strings.Repeat("x", 100_000)))
	assert.Error(t, err)
}

func TestGivenChoice(t *testing.T) {
	d := two()
	d.Candidates[0].Choice, d.Candidates[1].Choice = selection.MustHave, selection.Barred
	d.Candidates = append(d.Candidates, selection.Candidate{ID: "c", Cost: won(5), Reductions: cuts(9), Excludes: []string{"b"}})
	p := must(selection.New(d))
	_, err := p.CheckMostTonnes([]string{"b", "c"}, won(1000), 2030)
	assert.EqualError(t, err, `most tonnes: the choice breaks rules: `+
		`"a" is must-have, and not chosen; "b" is barred, and chosen; "b" excludes "c"`)
	_, err = p.CheckLeastCost([]string{"a"}, map[int]ghg.CO2e{2030: tonnes(1_000_000)})
	assert.ErrorContains(t, err, "least cost: the choice breaks rules: need in 2030: ")
	for _, chosen := range [][]string{{"x"}, {"a", "a"}} {
		_, err = p.CheckMostTonnes(chosen, won(9), 2030)
		assert.EqualError(t, err, `question, chosen "`+chosen[0]+`": the ID of a candidate is needed, each once`)
	}
	a, err := p.CheckMostTonnes([]string{"c", "a"}, won(1000), 2030)
	require.NoError(t, err)
	assert.True(t, a.IsExact, "no other is better, as the bound has it")
	assert.Equal(t, selection.GivenChoice, a.Method)
	assert.Equal(t, []string{"a", "c"}, a.Chosen)
	d.Candidates[0].Excludes = []string{"c"}
	d.Candidates[2].Choice = selection.MustHave
	_, err = must(selection.New(d)).CheckMostTonnes(nil, won(9), 2030)
	var infeasible *selection.InfeasibleError
	assert.ErrorAs(t, err, &infeasible)
	for _, err := range []error{
		errors.Join(func() error { _, err := p.CheckMostTonnes(nil, won(9)); return err }()),
		errors.Join(func() error { _, err := p.CheckLeastCost(nil, nil); return err }()),
	} {
		assert.ErrorContains(t, err, "years")
	}
}
