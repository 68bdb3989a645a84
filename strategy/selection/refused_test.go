package selection_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var huge = decimal.New(1, 1000)

func share(s string) map[int]ghg.Share { return map[int]ghg.Share{2030: ghg.MustShare(s)} }

// two are candidates that stand.
func two() selection.Definition {
	return selection.Definition{Name: "two", Kind: strategy.Expected, Metric: ghg.AR5, Candidates: []selection.Candidate{
		{ID: "a", Area: "E", Cost: won(1), Reductions: cuts(1)},
		{ID: "b", Area: "T", Cost: won(2), Reductions: cuts(3)},
	}}
}

func TestRefusedDefinitions(t *testing.T) {
	heat := strategy.EmissionSource{EndUse: "heat"}
	emissions := map[int]ghg.CO2e{2030: tonnes(100)}
	for want, change := range map[string]func(d *selection.Definition){
		"kind: no kind of reduction":            func(d *selection.Definition) { d.Kind = 0 },
		"metric: no metric given":               func(d *selection.Definition) { d.Metric = ghg.Metric{} },
		"candidates: 0 given: 1 to 500":         func(d *selection.Definition) { d.Candidates = nil },
		"candidates: 501 given":                 func(d *selection.Definition) { d.Candidates = make([]selection.Candidate, 501) },
		"limits: 101 given: at most 100":        func(d *selection.Definition) { d.Limits = make([]selection.Limit, 101) },
		"minima: 101 given":                     func(d *selection.Definition) { d.Minima = make([]selection.Minimum, 101) },
		"shared sources: 101 given":             func(d *selection.Definition) { d.Shared = make([]selection.SharedSource, 101) },
		`candidate 2 "a": candidate 1 has this`: func(d *selection.Definition) { d.Candidates[1].ID = "a" },
		`candidate 1 "": an ID of 1 to 200`:     func(d *selection.Definition) { d.Candidates[0].ID = "" },
		"an ID of 1 to 200 bytes":               func(d *selection.Definition) { d.Candidates[0].ID = strings.Repeat("x", 201) },
		"and an area of no more":                func(d *selection.Definition) { d.Candidates[0].Area = strings.Repeat("x", 201) },
		"choice: 3: open":                       func(d *selection.Definition) { d.Candidates[0].Choice = 3 },
		`"a", cost: no money given`:             func(d *selection.Definition) { d.Candidates[0].Cost = strategy.Money{} },
		`"b", cost: money in`:                   func(d *selection.Definition) { d.Candidates[1].Cost = strategy.MustMoney("1 EUR", strategy.Nominal) },
		`"a", reductions: none given`:           func(d *selection.Definition) { d.Candidates[0].Reductions = strategy.Reductions{} },
		"expected and verified reductions": func(d *selection.Definition) {
			d.Candidates[0].Reductions = must(strategy.NewReductions(strategy.Verified, ghg.AR5, emissions))
		},
		"metric AR5 and on metric AR4": func(d *selection.Definition) {
			d.Candidates[0].Reductions = must(strategy.NewReductions(strategy.Expected, ghg.AR4, map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR4)")}))
		},
		`use of "staff": no limit`:              func(d *selection.Definition) { d.Candidates[0].Uses = map[string]decimal.Decimal{"staff": huge} },
		`use of "staff": a number of`:           func(d *selection.Definition) { d.Candidates[0].Uses = map[string]decimal.Decimal{"staff": huge} },
		"uses: 101 given":                       func(d *selection.Definition) { d.Candidates[0].Uses = numbered(101) },
		`limit 1 "": a resource`:                func(d *selection.Definition) { d.Limits = []selection.Limit{{}} },
		`limit 2 "x": a resource`:               func(d *selection.Definition) { d.Limits = []selection.Limit{{Resource: "x"}, {Resource: "x"}} },
		`limit 1 "x": a number of`:              func(d *selection.Definition) { d.Limits = []selection.Limit{{Resource: "x", Most: huge}} },
		`minimum 1 "W": no candidate is in`:     func(d *selection.Definition) { d.Minima = []selection.Minimum{{Area: "W", Actions: 1}} },
		`minimum 1 "E": a number of actions`:    func(d *selection.Definition) { d.Minima = []selection.Minimum{{Area: "E"}} },
		`minimum 1 "E": a number of actions of`: func(d *selection.Definition) { d.Minima = []selection.Minimum{{Area: "E", Actions: -1, Money: won(1)}} },
		`minimum 2 "E": this area has`: func(d *selection.Definition) {
			d.Minima = []selection.Minimum{{Area: "E", Actions: 1}, {Area: "E", Actions: 2}}
		},
		`minimum 1 "E", money: money in`: func(d *selection.Definition) {
			d.Minima = []selection.Minimum{{Area: "E", Money: strategy.MustMoney("1 KRW", 2024)}}
		},
		`it requires "c", which is no candidate`: func(d *selection.Definition) { d.Candidates[0].Requires = []string{"c"} },
		`it excludes "c", which is no candidate`: func(d *selection.Definition) { d.Candidates[0].Excludes = []string{"c"} },
		"it excludes itself":                     func(d *selection.Definition) { d.Candidates[0].Excludes = []string{"a"} },
		`circle: "a" requires "a": make`:         func(d *selection.Definition) { d.Candidates[0].Requires = []string{"a"} },
		"it requires or excludes more than 500":  func(d *selection.Definition) { d.Candidates[0].Requires = make([]string, 501) },
		"excludes more than 500":                 func(d *selection.Definition) { d.Candidates[0].Excludes = make([]string, 501) },
		"(heat): 0 candidates cut on it":         func(d *selection.Definition) { d.Shared = []selection.SharedSource{{On: heat}} },
		"(heat): 41 candidates cut on it": func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Cuts: make([]selection.Cut, 41)}}
		},
		`cut of "a" in 2030: 0%: 0 to 100% with at most 9 decimal places of the fraction is allowed, and what is unknown`: func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Emissions: emissions, Cuts: []selection.Cut{{Candidate: "a", ByYear: map[int]ghg.Share{2030: {}}}}}}
		},
		`cut of "c": the ID of a candidate`: func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Cuts: []selection.Cut{{Candidate: "c"}}}}
		},
		`cut of "a": the ID of a candidate`: func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Cuts: []selection.Cut{{Candidate: "a"}, {Candidate: "a"}}}}
		},
		"the source is given twice": func(d *selection.Definition) {
			d.Shared = slicesOf(selection.SharedSource{On: heat, Emissions: emissions, Cuts: []selection.Cut{{Candidate: "a"}}})
		},
		`cut of "a" in 2030: 101%: 0 to 100%`: func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Emissions: emissions, Cuts: []selection.Cut{{Candidate: "a", ByYear: share("101%")}}}}
		},
		`cut of "a" in 2030: -1%: 0 to 100%`: func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Emissions: emissions, Cuts: []selection.Cut{{Candidate: "a", ByYear: share("-1%")}}}}
		},
		`cut of "a" in 2030: 0.00000001%: 0 to 100%`: func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Emissions: emissions, Cuts: []selection.Cut{{Candidate: "a", ByYear: share("0.00000001%")}}}}
		},
		"the emissions of the source in that year are not given": func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Cuts: []selection.Cut{{Candidate: "a", ByYear: share("1%")}}}}
		},
		"emissions in 2030: -1 tCO2e (AR5): 0 or more": func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Emissions: map[int]ghg.CO2e{2030: tonnes(-1)}, Cuts: []selection.Cut{{Candidate: "a"}}}}
		},
		"emissions in 1849: years from 1850": func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Emissions: map[int]ghg.CO2e{1849: tonnes(1)}, Cuts: []selection.Cut{{Candidate: "a"}}}}
		},
		"emissions in 2030: CO2e on metric AR5 and": func(d *selection.Definition) {
			d.Shared = []selection.SharedSource{{On: heat, Emissions: map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}, Cuts: []selection.Cut{{Candidate: "a"}}}}
		},
	} {
		t.Run(want, func(t *testing.T) {
			d := two()
			change(&d)
			p, err := selection.New(d)
			require.ErrorContains(t, err, want)
			assert.Zero(t, p.Len())
		})
	}
	d := two()
	d.Candidates[1].Cost = strategy.MustMoney("1 EUR", strategy.Nominal)
	d.Candidates[0].Uses = map[string]decimal.Decimal{"staff": huge}
	_, err := selection.New(d)
	var money *strategy.MoneyMismatchError
	require.ErrorAs(t, err, &money)
	var bounds *exact.BoundsError
	require.ErrorAs(t, err, &bounds)
}

func slicesOf[T any](x T) []T { return []T{x, x} }

func numbered(n int) map[string]decimal.Decimal {
	out := map[string]decimal.Decimal{}
	for i := range n {
		out[fmt.Sprint(i)] = decimal.Decimal{}
	}
	return out
}

// What is wrong is listed up to a number.
func TestErrorsAreCapped(t *testing.T) {
	d := two()
	d.Candidates = nil
	for i := range 500 {
		d.Candidates = append(d.Candidates, selection.Candidate{ID: fmt.Sprint(i), Choice: 9, Requires: []string{"x", "y"}})
	}
	_, err := selection.New(d)
	require.Error(t, err)
	assert.Equal(t, 1001, strings.Count(err.Error(), "\n")+1)
	assert.True(t, strings.HasSuffix(err.Error(), "\nand more"))
}

// Sources times years are bounded, as each is a joint effect.
func TestTooManyJointEffects(t *testing.T) {
	d := two()
	years, emissions, none := []int{}, map[int]ghg.CO2e{}, map[int]ghg.Share{}
	need := map[int]ghg.CO2e{}
	for y := range 6 {
		years = append(years, 2030+y)
		emissions[2030+y], none[2030+y], need[2030+y] = tonnes(1), ghg.MustShare("0%"), tonnes(0)
	}
	for i := range d.Candidates {
		d.Candidates[i].Reductions = cuts(1, 1, 1, 1, 1, 1)
	}
	for k := range 100 {
		d.Shared = append(d.Shared, selection.SharedSource{On: strategy.EmissionSource{EndUse: fmt.Sprint(k)}, Emissions: emissions, Cuts: []selection.Cut{{Candidate: "a", ByYear: none}}})
	}
	p := must(selection.New(d))
	_, err := p.MostTonnes(won(3), 0, years...)
	require.ErrorContains(t, err, "100 shared sources in 6 years: at most 500 joint effects are allowed")
	_, err = p.LeastCost(need, 0)
	require.ErrorContains(t, err, "100 shared sources in 6 years")
	_, err = p.MostTonnes(won(3), 0, years[:5]...)
	require.NoError(t, err)
}

func TestWords(t *testing.T) {
	assert.Equal(t, "open, must-have, barred, no choice", fmt.Sprintf("%s, %s, %s, %s", selection.Open, selection.MustHave, selection.Barred, selection.Choice(7)))
	assert.Equal(t, "no objective, most tonnes, least cost", fmt.Sprintf("%s, %s, %s", selection.Objective(0), selection.MostTonnes, selection.LeastCost))
	assert.Equal(t, "no method, branch and bound, greedy by cost per tonne", fmt.Sprintf("%s, %s, %s", selection.Method(0), selection.BranchAndBound, selection.GreedyByRatio))
	assert.Equal(t, "no objective (heuristic): no action: 0 tCO2e for no money", selection.Result{}.String())
	e := &selection.UnknownError{Year: 2030, Candidates: strings.Split("abcdefghijkl", "")}
	assert.ErrorContains(t, e, `"l" in 2030 are not known`)
}

// A kind that is missing is said once, not again of each candidate.
func TestNoKind(t *testing.T) {
	d := two()
	d.Kind = 0
	_, err := selection.New(d)
	require.ErrorIs(t, err, strategy.ErrNoKind)
	var mismatch *strategy.KindMismatchError
	assert.NotErrorAs(t, err, &mismatch)
	assert.NotContains(t, err.Error(), "candidate")
}

// Names of just the length that is allowed stand.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("x", 200)
	d := two()
	d.Candidates[0].ID, d.Candidates[0].Area = long, long
	d.Limits = []selection.Limit{{Resource: long, Most: decimal.New(1, 0)}}
	_, err := selection.New(d)
	require.NoError(t, err)
	_, err = selection.NewCriteria(selection.Criterion{Name: long, Weight: ghg.MustShare("100%")})
	require.NoError(t, err)
}
