package selection_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
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
	on := func(s ...selection.SharedSource) func(d *selection.Definition) {
		return func(d *selection.Definition) { d.Shared = s }
	}
	cutBy := func(cuts ...selection.Cut) selection.SharedSource {
		return selection.SharedSource{On: heat, Emissions: emissions, Cuts: cuts}
	}
	emitting := func(byYear map[int]ghg.CO2e) selection.SharedSource {
		return selection.SharedSource{On: heat, Emissions: byYear, Cuts: []selection.Cut{{Candidate: "a"}}}
	}
	a := func(change func(a *selection.Candidate)) func(d *selection.Definition) {
		return func(d *selection.Definition) { change(&d.Candidates[0]) }
	}
	long := strings.Repeat("x", 201)
	for want, change := range map[string]func(d *selection.Definition){
		`selection "two", kind: name one`:           func(d *selection.Definition) { d.Kind = 0 },
		`selection "two", metric: no metric given`:  func(d *selection.Definition) { d.Metric = ghg.Metric{} },
		`selection "two", candidates "0": 1 to 500`: func(d *selection.Definition) { d.Candidates = nil },
		`selection, candidates "501"`: func(d *selection.Definition) {
			d.Name, d.Candidates = "",
				make([]selection.Candidate, 501)
		},
		`limits "101": at most 100`:                 func(d *selection.Definition) { d.Limits = make([]selection.Limit, 101) },
		`minima "101"`:                              func(d *selection.Definition) { d.Minima = make([]selection.Minimum, 101) },
		`shared sources "101"`:                      func(d *selection.Definition) { d.Shared = make([]selection.SharedSource, 101) },
		`candidate 2, id "a": candidate 1 has this`: func(d *selection.Definition) { d.Candidates[1].ID = "a" },
		`candidate 1, id: 1 to 200 bytes`:           a(func(x *selection.Candidate) { x.ID = "" }),
		"1 to 200 bytes are needed":                 a(func(x *selection.Candidate) { x.ID = long }),
		`candidate "a", area "xxx`:                  a(func(x *selection.Candidate) { x.Area = long }),
		`candidate "a", choice "3": open`:           a(func(x *selection.Candidate) { x.Choice = 3 }),
		`candidate "a", cost: an amount`:            a(func(x *selection.Candidate) { x.Cost = strategy.Money{} }),
		`candidate "b", cost: money in`: func(d *selection.Definition) {
			d.Candidates[1].Cost = strategy.MustMoney("1 EUR",
				strategy.Nominal)
		},
		`candidate "a", reductions: none given`: a(func(x *selection.Candidate) { x.Reductions = strategy.Reductions{} }),
		`candidate "a", reductions "verified": all are to be expected`: a(func(x *selection.Candidate) {
			x.Reductions = must(strategy.NewReductions(strategy.Verified, ghg.AR5, emissions))
		}),
		"metric AR5 and on metric AR4": a(func(x *selection.Candidate) {
			x.Reductions = must(strategy.NewReductions(strategy.Expected, ghg.AR4, map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR4)")}))
		}),
		`candidate "a", uses "staff": no limit`:  a(func(x *selection.Candidate) { x.Uses = map[string]decimal.Decimal{"staff": huge} }),
		`candidate "a", "staff", use "`:          a(func(x *selection.Candidate) { x.Uses = map[string]decimal.Decimal{"staff": huge} }),
		`candidate "a", uses "101": at most 100`: a(func(x *selection.Candidate) { x.Uses = numbered(101) }),
		`limit 1, resource: a name of its own`:   func(d *selection.Definition) { d.Limits = []selection.Limit{{}} },
		`limit 2, resource "x": a name of its own`: func(d *selection.Definition) {
			d.Limits = []selection.Limit{{Resource: "x"},
				{Resource: "x"}}
		},
		`limit "x", most "`:                       func(d *selection.Definition) { d.Limits = []selection.Limit{{Resource: "x", Most: huge}} },
		`minimum 1, area "W": no candidate is in`: func(d *selection.Definition) { d.Minima = []selection.Minimum{{Area: "W", Actions: 1}} },
		`minimum of area "E", actions "0": 1 or`:  func(d *selection.Definition) { d.Minima = []selection.Minimum{{Area: "E"}} },
		`minimum of area "E", actions "-1": 1 or`: func(d *selection.Definition) {
			d.Minima = []selection.Minimum{{Area: "E",
				Actions: -1, Money: won(1)}}
		},
		`minimum 2, area "E": it has a minimum`: func(d *selection.Definition) {
			d.Minima = []selection.Minimum{{Area: "E", Actions: 1}, {Area: "E", Actions: 2}}
		},
		`minimum of area "E", money: money in`: func(d *selection.Definition) {
			d.Minima = []selection.Minimum{{Area: "E", Money: strategy.MustMoney("1 KRW", 2024)}}
		},
		`candidate "a", requires "c": it is no candidate`:                a(func(x *selection.Candidate) { x.Requires = []string{"c"} }),
		`candidate "a", excludes "c": it is no candidate`:                a(func(x *selection.Candidate) { x.Excludes = []string{"c"} }),
		`excludes "a": a candidate cannot exclude itself`:                a(func(x *selection.Candidate) { x.Excludes = []string{"a"} }),
		`requires "a": a circle of requirements, "a" requires "a": make`: a(func(x *selection.Candidate) { x.Requires = []string{"a"} }),
		`requires and excludes "501": at most 500`:                       a(func(x *selection.Candidate) { x.Requires = make([]string, 501) }),
		`excludes "501": at most 500`:                                    a(func(x *selection.Candidate) { x.Excludes = make([]string, 501) }),
		`shared source heat, cuts "0": those of 1 to 40`:                 on(cutBy()),
		`shared source heat, cuts "41": those of 1 to 40`:                on(cutBy(make([]selection.Cut, 41)...)),
		`shared source heat, candidate "a", 2030, cut: at most 100%, below 0 for what is added, with at most 9 decimal places of the ` +
			`fraction is allowed, and what is unknown`: on(
			cutBy(selection.Cut{Candidate: "a", ByYear: map[int]ghg.Share{2030: {}}})),
		`cut "c": the ID of a candidate`:              on(cutBy(selection.Cut{Candidate: "c"})),
		`cut "a": the ID of a candidate`:              on(cutBy(selection.Cut{Candidate: "a"}, selection.Cut{Candidate: "a"})),
		`shared source 2, source "heat": it is given`: on(cutBy(selection.Cut{Candidate: "a"}), cutBy(selection.Cut{Candidate: "a"})),
		`2030, cut "101%": at most 100%`:              on(cutBy(selection.Cut{Candidate: "a", ByYear: share("101%")})),
		`2030, cut "0.00000001%": at most 100%`:       on(cutBy(selection.Cut{Candidate: "a", ByYear: share("0.00000001%")})),
		`shared source heat, 2030, emissions: none are given, and candidate "a" cuts in that year`: on(
			selection.SharedSource{On: heat, Cuts: []selection.Cut{{Candidate: "a", ByYear: share("1%")}}}),
		`shared source heat, 2030, emissions "-1 tCO2e (AR5)": 0 or more`:       on(emitting(map[int]ghg.CO2e{2030: tonnes(-1)})),
		`shared source heat, year "1849": years from 1850`:                      on(emitting(map[int]ghg.CO2e{1849: tonnes(1)})),
		"shared source heat, 2030, emissions: CO2e on metric AR5 and on metric": on(emitting(map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e")})),
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
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Len(t, faults.All, 3, "all at once")
}

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
	assert.True(t, strings.HasSuffix(err.Error(), "\nand 1500 more"))
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
		d.Shared = append(d.Shared, selection.SharedSource{On: strategy.EmissionSource{EndUse: fmt.Sprint(k)}, Emissions: emissions,
			Cuts: []selection.Cut{{Candidate: "a", ByYear: none}}})
	}
	p := must(selection.New(d))
	_, err := p.MostTonnes(won(3), 0, years...)
	require.ErrorContains(t, err, `years "6": there are 100 shared sources, and at most 500 joint effects`)
	_, err = p.LeastCost(need, 0)
	require.ErrorContains(t, err, `years "6": there are 100 shared sources`)
	_, err = p.MostTonnes(won(3), 0, years[:5]...)
	require.NoError(t, err)
}

func TestWords(t *testing.T) {
	assert.Equal(t, "open must-have barred no choice\n",
		fmt.Sprintln(selection.Open, selection.MustHave, selection.Barred, selection.Choice(7)))
	assert.Equal(t, "no objective, most tonnes, least cost",
		fmt.Sprintf("%s, %s, %s", selection.Objective(0), selection.MostTonnes, selection.LeastCost))
	assert.Equal(t, "no method, branch and bound, greedy by cost per tonne",
		fmt.Sprintf("%s, %s, %s", selection.Method(0), selection.BranchAndBound, selection.GreedyByRatio))
	assert.Equal(t, "no objective (heuristic): no action: 0 tCO2e for no money", selection.Answer{}.String())
}

// A kind that is missing is said once, not again of each candidate.
func TestNoKind(t *testing.T) {
	d := two()
	d.Kind = 0
	_, err := selection.New(d)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	require.Len(t, faults.All, 1)
	assert.Equal(t, "kind", faults.All[0].Field)
}

// Names of just the length that is allowed stand.
func TestLongNames(t *testing.T) {
	long := strings.Repeat("x", 200)
	d := two()
	d.Candidates[0].ID, d.Candidates[0].Area = long, long
	d.Limits = []selection.Limit{{Resource: long, Most: decimal.New(1, 0)}}
	_, err := selection.New(d)
	require.NoError(t, err)
}

// What is on another metric or in another currency can be told from what is wrong
// beside it.
func TestMismatchesBesideFaults(t *testing.T) {
	d := two()
	d.Candidates[0].Reductions = must(strategy.NewReductions(strategy.Expected, ghg.AR6,
		map[int]ghg.CO2e{2030: ghg.MustCO2e("1 tCO2e (AR6)")}))
	d.Candidates[1].Cost, d.Candidates[1].Choice = strategy.MustMoney("1 EUR", strategy.Nominal), 9
	_, err := selection.New(d)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 3, faults.Len())
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
	assert.Equal(t, ghg.MetricID("AR6"), metric.B)
	var money *strategy.MoneyMismatchError
	require.ErrorAs(t, err, &money)

	// A question says all that is wrong with it.
	p := must(selection.New(two()))
	_, err = p.MostTonnes(strategy.Money{}, 0, 1, 2030, 2030)
	require.ErrorAs(t, err, &faults)
	for _, f := range faults.All {
		assert.Equal(t, "question", f.Of)
	}
	assert.Equal(t, 3, faults.Len())
}
