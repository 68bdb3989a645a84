package selection_test

import (
	"fmt"
	"slices"
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

func TestRefusedQuestions(t *testing.T) {
	var none selection.Problem
	_, err := none.MostTonnes(won(1), 0, 2030)
	require.ErrorIs(t, err, selection.ErrNoProblem)
	_, err = none.LeastCost(nil, 0)
	require.ErrorIs(t, err, selection.ErrNoProblem)
	_, err = none.Greedy(won(1), 2030)
	require.ErrorIs(t, err, selection.ErrNoProblem)
	assert.Zero(t, none.Len())

	p := must(selection.New(two()))
	for want, ask := range map[string]func() (selection.Result, error){
		"budget: no money given":                 func() (selection.Result, error) { return p.MostTonnes(strategy.Money{}, 0, 2030) },
		"budget: money in KRW (nominal) and in":  func() (selection.Result, error) { return p.MostTonnes(strategy.MustMoney("1 KRW", 2024), 0, 2030) },
		"budget: a number of":                    func() (selection.Result, error) { return p.MostTonnes(scaled(won(1), 40), 0, 2030) },
		"0 years asked: 1 to 100":                func() (selection.Result, error) { return p.MostTonnes(won(1), 0) },
		"101 years asked":                        func() (selection.Result, error) { return p.MostTonnes(won(1), 0, make([]int, 101)...) },
		"year 1849: years from 1850":             func() (selection.Result, error) { return p.MostTonnes(won(1), 0, 1849) },
		"year 2030: years from":                  func() (selection.Result, error) { return p.MostTonnes(won(1), 0, 2030, 2030) },
		"nodes -1":                               func() (selection.Result, error) { return p.MostTonnes(won(1), -1, 2030) },
		`reductions of "a", "b" in 2031 are not`: func() (selection.Result, error) { return p.LeastCost(map[int]ghg.CO2e{2031: tonnes(1)}, 0) },
		"0 years asked":                          func() (selection.Result, error) { return p.LeastCost(nil, 0) },
		"need in 2030: CO2e on metric AR5 and": func() (selection.Result, error) {
			return p.LeastCost(map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")}, 0)
		},
		"need in 2030: a number of": func() (selection.Result, error) {
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
		var unknown *selection.UnknownError
		require.ErrorAs(t, err, &unknown)
		assert.Equal(t, &selection.UnknownError{Year: year, Candidates: []string{"a"}}, unknown)
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
	assert.Equal(t, []string{`"b" is must-have (required by "a") and barred (excluded by "c")`, `"c" is must-have (as stated) and barred (excluded by "b")`}, e.Conflicts)
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

// A rule that cannot be met is looked for with bounded work.
func TestInfeasibleWithManyRules(t *testing.T) {
	d := selection.Definition{Kind: strategy.Expected, Metric: ghg.AR5}
	need := map[int]ghg.CO2e{}
	for i := range 25 {
		c := selection.Candidate{ID: fmt.Sprint(i), Cost: won(1), Reductions: cuts(slices.Repeat([]int64{1}, 60)...), Uses: map[string]decimal.Decimal{"staff": decimal.New(1, 0)}}
		d.Candidates = append(d.Candidates, c)
	}
	for y := range 60 {
		need[2030+y] = tonnes(20)
	}
	d.Limits = []selection.Limit{{Resource: "staff", Most: decimal.New(19, 0)}}
	_, err := must(selection.New(d)).LeastCost(need, 0)
	require.EqualError(t, err, "least cost: no selection keeps all rules: no single one is known to be out of reach, but they cannot be met all at once")
	assert.NotPanics(t, func() { _ = (&selection.CycleError{}).Error() })
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

func TestWords(t *testing.T) {
	assert.Equal(t, "open, must-have, barred, no choice", fmt.Sprintf("%s, %s, %s, %s", selection.Open, selection.MustHave, selection.Barred, selection.Choice(7)))
	assert.Equal(t, "no objective, most tonnes, least cost", fmt.Sprintf("%s, %s, %s", selection.Objective(0), selection.MostTonnes, selection.LeastCost))
	assert.Equal(t, "no method, branch and bound, greedy by cost per tonne", fmt.Sprintf("%s, %s, %s", selection.Method(0), selection.BranchAndBound, selection.GreedyByRatio))
	assert.Equal(t, "no objective (heuristic): no action: 0 tCO2e for no money", selection.Result{}.String())
	e := &selection.UnknownError{Year: 2030, Candidates: strings.Split("abcdefghijkl", "")}
	assert.ErrorContains(t, e, `"j" and 2 more in 2030`)
}

// What is beyond MaxExact and not proved says how far from the best it may be.
func TestExplainHeuristic(t *testing.T) {
	d, budget := hard("two budgets", 60)
	p := must(selection.New(d))
	r, err := p.MostTonnes(budget, 100, 2030)
	require.NoError(t, err)
	assert.Contains(t, r.Explain(), "heuristic, no selection cuts more than "+r.MostCO2e.String())
	d, _ = hard("independent", 60)
	r, err = must(selection.New(d)).LeastCost(map[int]ghg.CO2e{2030: tonnes(5_000_000)}, 0)
	require.NoError(t, err)
	assert.Contains(t, r.Explain(), "heuristic, no selection costs less than "+r.Lowest.String())
	assert.Contains(t, r.String(), "least cost (heuristic): ")
}

func TestFromPortfolio(t *testing.T) {
	at := line(2027, strategy.CityFunds, "1 bn KRW")
	cancelled := action("cancelled", "E", "I.1", "1 ktCO2e", at)
	cancelled.Stage = strategy.Cancelled
	unmoneyed := action("unmoneyed", "E", "I.2", "1 ktCO2e")
	first := action("first", "E", "I.3", "1 ktCO2e", at)
	first.Requires, first.Excludes = []string{"second"}, []string{"cancelled", "third"}
	second, third := action("second", "T", "II.1.1", "2 ktCO2e", at), action("third", "T", "II.2", "3 ktCO2e", at, at)
	fourth := action("fourth", "T", "II.3", "1 ktCO2e", at)
	fourth.Requires = []string{"fifth"}
	fifth := action("fifth", "T", "II.4", "1 ktCO2e", at)
	fifth.Requires = []string{"cancelled"}
	vague := strategy.Action{ID: "vague", Name: "vague", Area: "E", Source: "plan", Budget: []strategy.BudgetLine{at}}
	p := plan(cancelled, unmoneyed, fourth, first, second, third, fifth, vague)
	got, left, err := selection.FromPortfolio(p, strategy.Expected, 2030)
	require.NoError(t, err)
	require.Len(t, got, 3)
	assert.Equal(t, "first", got[0].ID)
	assert.Equal(t, []string{"second"}, got[0].Requires)
	assert.Equal(t, []string{"third"}, got[0].Excludes)
	assert.Equal(t, "T", got[2].Area)
	assert.True(t, got[2].Cost.Equal(money("2 bn KRW")))
	x, ok := got[2].Reductions.At(2030)
	assert.True(t, ok && x.Equal(tonnes(3000)))
	assert.Equal(t, []selection.LeftOut{
		{"cancelled", "it is cancelled"},
		{"unmoneyed", "it has no budget"},
		{"fourth", `it requires "fifth", which is left out`},
		{"fifth", `it requires "cancelled", which is left out`},
		{"vague", "it has no expected reductions, or not of all its effects, in 2030"},
	}, left)

	half := action("half", "E", "I.1", "1 ktCO2e", at)
	half.Effects = append(half.Effects, strategy.Effect{On: strategy.EmissionSource{Category: half.Effects[0].On.Category, EndUse: "later"}, Reductions: cuts(0, 5)})
	half.Effects[0].Reductions = cuts(7)
	got, _, err = selection.FromPortfolio(plan(half), strategy.Expected, 2030)
	require.NoError(t, err)
	assert.Len(t, got, 1)
	_, left, err = selection.FromPortfolio(plan(half), strategy.Expected, 2031)
	require.NoError(t, err)
	assert.Equal(t, "half: it has no expected reductions, or not of all its effects, in 2031", left[0].String(), "one of two effects is not known")

	_, left, err = selection.FromPortfolio(p, strategy.Expected, 2030, 2031)
	require.NoError(t, err)
	assert.Len(t, left, 8)
	assert.Equal(t, "second: it has no expected reductions, or not of all its effects, in 2031", left[4].String())
	_, _, err = selection.FromPortfolio(p, strategy.Expected)
	require.Error(t, err)
	_, _, err = selection.FromPortfolio(p, 0, 2030)
	require.ErrorIs(t, err, strategy.ErrNoKind)
	assert.NotContains(t, err.Error(), "SharedSource")

	half.Requires = nil
	other := half
	other.ID = "other"
	_, _, err = selection.FromPortfolio(plan(half, other), strategy.Expected, 2030)
	var overlap *strategy.OverlapError
	require.ErrorAs(t, err, &overlap)
	assert.ErrorContains(t, err, "each source where they meet as a SharedSource")
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
