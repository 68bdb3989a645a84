package selection_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A year for which nothing is known is not one in which nothing is cut.
func ExampleProblem_MostTonnes_unknown() {
	_, err := problem(measures()).MostTonnes(money("75 bn KRW"), 0, 2035)
	fmt.Println(err)
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println("ask for another year than", missing.Year)
	}
	// Output:
	// reductions of "district heat", "school roofs", "electric buses", "bus lanes", "cycle paths", "street lights": no figure for 2035: unknown is not 0: state them, or leave the candidates out
	// ask for another year than 2035
}

func TestRefusedQuestions(t *testing.T) {
	var none selection.Problem
	_, err := none.MostTonnes(won(1), 0, 2030)
	require.ErrorContains(t, err, "make one with selection.New")
	_, err = none.LeastCost(nil, 0)
	require.ErrorContains(t, err, "make one with selection.New")
	_, err = none.Greedy(won(1), 2030)
	require.ErrorContains(t, err, "make one with selection.New")
	assert.Zero(t, none.Len())

	p := must(selection.New(two()))
	for want, ask := range map[string]func() (selection.Answer, error){
		"budget: an amount in the currency": func() (selection.Answer, error) { return p.MostTonnes(strategy.Money{}, 0, 2030) },
		"budget: money in KRW (nominal) and in": func() (selection.Answer, error) {
			return p.MostTonnes(strategy.MustMoney("1 KRW", 2024), 0, 2030)
		},
		"budget: a number of":               func() (selection.Answer, error) { return p.MostTonnes(scaled(won(1), 40), 0, 2030) },
		`years "0": 1 to 100`:               func() (selection.Answer, error) { return p.MostTonnes(won(1), 0) },
		`years "101": 1 to`:                 func() (selection.Answer, error) { return p.MostTonnes(won(1), 0, make([]int, 101)...) },
		`question, year "1849": years from`: func() (selection.Answer, error) { return p.MostTonnes(won(1), 0, 1849) },
		`year "2030": it is given twice`:    func() (selection.Answer, error) { return p.MostTonnes(won(1), 0, 2030, 2030) },
		`nodes "-1"`:                        func() (selection.Answer, error) { return p.MostTonnes(won(1), -1, 2030) },
		`reductions of "a", "b": no figure for 2031`: func() (selection.Answer, error) {
			return p.LeastCost(map[int]ghg.CO2e{2031: tonnes(1)}, 0)
		},
		`years "0": 1`: func() (selection.Answer, error) { return p.LeastCost(nil, 0) },
		"need in 2030: CO2e on metric AR5 and": func() (selection.Answer, error) {
			return p.LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}, 0)
		},
		"need in 2030: a number of": func() (selection.Answer, error) {
			return p.LeastCost(map[int]ghg.CO2e{2030: must(must(tonnes(1).Scale(decimal.New(1, 29))).Scale(decimal.New(1, 29)))}, 0)
		},
	} {
		r, err := ask()
		require.ErrorContains(t, err, want)
		assert.Empty(t, r.Chosen)
	}
}

func scaled(m strategy.Money, power int32) strategy.Money {
	return must(must(m.Scale(decimal.New(1, power/2))).Scale(decimal.New(1, power/2)))
}

// A year that a shared source or the cut of a candidate lacks is unknown; of a
// barred candidate it need not be known.
func TestUnknownOnSharedSources(t *testing.T) {
	d := two()
	d.Candidates[0].Reductions = strategy.Reductions{}
	d.Shared = []selection.SharedSource{{
		On: strategy.EmissionSource{EndUse: "heat"}, Emissions: map[int]ghg.CO2e{2030: tonnes(100), 2031: tonnes(100)},
		Cuts: []selection.Cut{{Candidate: "a", ByYear: share("10%")}},
	}}
	d.Candidates[1].Reductions = cuts(3, 3, 3)
	p := must(selection.New(d))
	r, err := p.MostTonnes(won(3), 0, 2030)
	require.NoError(t, err)
	assert.Equal(t, "most tonnes: a, b: 13 tCO2e (AR5) for 3 KRW (nominal)", r.String())
	for _, year := range []int{2031, 2032} {
		_, err = p.MostTonnes(won(3), 0, year)
		var unknown *ghg.NoFigureError
		require.ErrorAs(t, err, &unknown)
		assert.Equal(t, `reductions of "a"`, unknown.Of)
		assert.Equal(t, year, unknown.Year)
		_, err = p.Greedy(won(3), year)
		require.ErrorAs(t, err, &unknown)
	}
	d.Candidates[0].Choice = selection.Barred
	r, err = must(selection.New(d)).MostTonnes(won(3), 0, 2031)
	require.NoError(t, err)
	assert.Equal(t, []string{"b"}, r.Chosen)
	r, err = must(selection.New(d)).MostTonnes(won(3), 0, 2032)
	require.NoError(t, err)
	assert.Equal(t, "3 tCO2e (AR5)", r.CO2e.String())
}

// With a given budget, or with a given need: two questions to one problem.
func ExampleObjective() {
	p := problem(measures())
	most, _ := p.MostTonnes(money("45 bn KRW"), 0, 2030)
	least, _ := p.LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("37 ktCO2e (AR5)")}, 0)
	for _, r := range []selection.Answer{most, least} {
		fmt.Println(r.Objective, "-", r.Selection)
	}
	// Output:
	// most tonnes - school roofs, cycle paths, street lights: 35000 tCO2e (AR5) for 45000000000 KRW (nominal)
	// least cost - school roofs, bus lanes: 41000 tCO2e (AR5) for 50000000000 KRW (nominal)
}
