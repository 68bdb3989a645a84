package strategy

import (
	"math/rand"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func d(year, month, day int) ghg.Date {
	return ghg.Date{Year: year, Month: time.Month(month), Day: day}
}

// whole is an action that says all that it can.
func whole() Action {
	return Action{
		ID: "a", Codes: []TaxonomyCode{{"sdg", "7"}, {"sdg", "11"}, {"crf", "7"}}, Partners: []Partner{{"district", Support},
			{"utility", CoLead}},
		Level: Nation, Start: d(2024, 1, 1), End: d(2024, 1, 1), Stage: Superseded, Into: []string{"b"},
		Phases: []Phase{{ID: "2030", Start: 2024, End: 2030, Tasks: []Task{{ID: "t1", Weight: decimal.New(1, 0)}}},
			{ID: "2040", End: 2040, Tasks: []Task{{ID: "t2", Weight: decimal.New(5, -1), State: TaskCompleted,
				CompletedOn: d(2024, 2, 29), Due: d(2024, 1, 1)}}},
			{ID: "one year", Start: 2050, End: 2050}},
		Budget: []BudgetLine{{2024, MunicipalFunds, MustMoney("5억원", Nominal)}, {2024, NationalFunds, MustMoney("0 KRW", Nominal)},
			{2300, CreditRevenue, MustMoney("1 KRW", Nominal)}},
		CoBenefits: []CoBenefit{{Key: "air", Score: 2}, {Key: "noise", Score: -2}},
	}
}

func TestCheckAction(t *testing.T) {
	assert.NoError(t, whole().Check().Err())
	assert.NoError(t, Action{}.Check().Err())
	for _, c := range []struct {
		code, field, detail string
		change              func(*Action)
	}{
		{FaultStage, "stage", "allowed are unstated", func(a *Action) { a.Stage, a.Into = 77, nil }},
		{FaultStage, "level", "municipality", func(a *Action) { a.Level = 9 }},
		{FaultStage, "partners", "partner 2: name the body", func(a *Action) { a.Partners[1].Body = "" }},
		{FaultStage, "partners", "partner 1: allowed are support, co-lead", func(a *Action) { a.Partners[0].Role = 2 }},
		{FaultRepeated, "codes", "given twice", func(a *Action) { a.Codes[2] = a.Codes[0] }},
		{FaultRepeated, "requires", "given twice", func(a *Action) { a.Requires = []string{"x", "y", "x"} }},
		{FaultRepeated, "excludes", "given twice", func(a *Action) { a.Excludes = []string{"x", "x"} }},
		{FaultRepeated, "into", "given twice", func(a *Action) { a.Into = []string{"x", "x"} }},
		{FaultDates, "start", "a day that exists", func(a *Action) { a.Start, a.End = d(2023, 2, 29), ghg.Date{} }},
		{FaultDates, "end", "a day that exists", func(a *Action) { a.Start, a.End = ghg.Date{}, d(2301, 1, 1) }},
		{FaultDates, "end", "it starts on 2024-01-01", func(a *Action) { a.End = d(2023, 12, 31) }},
		{FaultDates, "end", "no end", func(a *Action) { a.Continuous = true }},
		{FaultPhase, "phase 2, id", "no other phase", func(a *Action) { a.Phases[1].ID = "2030" }},
		{FaultPhase, "phase 1, id", "an ID is needed", func(a *Action) { a.Phases[0].ID = "" }},
		{FaultDates, "phase 1, start", "years from 1850", func(a *Action) { a.Phases[0].Start = 1849 }},
		{FaultDates, "phase 2, end", "years from 1850", func(a *Action) { a.Phases[1].End = 2301 }},
		{FaultDates, "phase 1, end", "before its first", func(a *Action) { a.Phases[0].End = 2023 }},
		{FaultTask, "phase 2, task 1, id", "no other task", func(a *Action) { a.Phases[1].Tasks[0].ID = "t1" }},
		{FaultTask, "phase 1, task 1, id", "no other task", func(a *Action) { a.Phases[0].Tasks[0].ID = "" }},
		{FaultTask, "phase 1, task 1, weight", "above 0", func(a *Action) { a.Phases[0].Tasks[0].Weight = decimal.Zero }},
		{FaultBudget, "budget line 1, year", "years", func(a *Action) { a.Budget[0].Year = 0 }},
		{FaultBudget, "budget line 2, funds", "credit revenue", func(a *Action) { a.Budget[1].Funds = 0 }},
		{FaultBudget, "budget line 1, money", "no money given", func(a *Action) { a.Budget[0].Money = Money{} }},
		{FaultBudget, "budget line 1, money", "not below 0", func(a *Action) { a.Budget[0].Money = a.Budget[0].Money.Neg() }},
		{FaultBudget, "budget line 3, money", "does not meet", func(a *Action) { a.Budget[2].Money = MustMoney("1 EUR", Nominal) }},
		{FaultBudget, "budget line 2, money", "price index", func(a *Action) { a.Budget[1].Money = MustMoney("1 KRW", 2020) }},
		{FaultCoBenefit, "co-benefit 2, key", "no other co-benefit", func(a *Action) { a.CoBenefits[1].Key = "air" }},
		{FaultCoBenefit, "co-benefit 1, key", "a key is needed", func(a *Action) { a.CoBenefits[0].Key = "" }},
		{FaultCoBenefit, "co-benefit 1, score", "from -2", func(a *Action) { a.CoBenefits[0].Score = 3 }},
		{FaultCoBenefit, "co-benefit 2, score", "from -2", func(a *Action) { a.CoBenefits[1].Score = -3 }},
		{FaultInto, "into", "this one is operating", func(a *Action) { a.Stage = Operating }},
		{FaultInto, "into", "this one is cancelled", func(a *Action) { a.Stage = Cancelled }},
	} {
		a := whole()
		c.change(&a)
		got := a.Check().All
		if assert.Len(t, got, 1, "%s %s", c.field, c.detail) {
			assert.Equal(t, c.code, got[0].Code)
			assert.Equal(t, c.field, strings.TrimPrefix(got[0].Of+", "+got[0].Field, ", "))
			assert.Contains(t, got[0].Detail, c.detail)
		}
	}
	merged := whole()
	merged.Stage = Merged
	assert.NoError(t, merged.Check().Err())
	bad := whole()
	bad.Stage, bad.Into, bad.Level, bad.Budget[0].Year = 99, nil, 99, 1
	assert.Equal(t, 3, bad.Check().Len(), "all at once")
}

func related(id string, requires, excludes []string) Action {
	return Action{ID: id, Requires: requires, Excludes: excludes}
}

// checkRelations is what is wrong between actions.
func checkRelations(actions []Action) (ghg.Faults, error) {
	c := checker{d: &PortfolioDefinition{Actions: actions}, first: indexByID(actions)}
	err := c.relations()
	return c.faults, err
}

func TestCheckRelations(t *testing.T) {
	faults, err := checkRelations([]Action{related("a", []string{"b"}, []string{"c"}), related("b", []string{"c"}, nil),
		related("c", nil, nil)})
	require.NoError(t, err)
	assert.Zero(t, faults.Len())

	faults, err = checkRelations([]Action{
		related("a", []string{"x", "b"}, []string{"b", "a", "y"}),
		related("b", nil, nil),
		related("c", []string{"d"}, nil),
		related("d", nil, []string{"c"}),
		{ID: "e", Stage: Merged, Into: []string{"z"}},
	})
	require.NoError(t, err)
	var lines []string
	for _, f := range faults.All {
		assert.Equal(t, FaultRelation, f.Code)
		lines = append(lines, f.Error())
	}
	assert.Equal(t, []string{
		`action "a", requires "x": no action has this ID`,
		`action "a", excludes "a": an action cannot exclude itself`,
		`action "a", excludes "y": no action has this ID`,
		`action "a", requires "b": the action excludes it too`,
		`action "c", requires "d": that action excludes this one`,
		`action "e", into "z": no action has this ID`,
	}, lines)

	_, err = checkRelations([]Action{
		related("a", []string{"b"}, nil), related("b", []string{"z", "c", "d"}, nil), related("c", []string{"e"}, nil),
		related("d", []string{"b"}, nil), related("e", nil, nil),
		{ID: "m", Into: []string{"m"}},
	})
	var cycle *CycleError
	require.ErrorAs(t, err, &cycle)
	assert.Equal(t, "requires", cycle.Relation)
	assert.Equal(t, []string{"b", "d"}, cycle.IDs, "a leads to it and is not in it")
	assert.EqualError(t, err, "a circle of \"requires\": \"b\" → \"d\" → \"b\"\na circle of \"into\": \"m\" → \"m\"")
}

// A circle that is reported is one; where none is reported there is an order in
// which every action stands behind what it requires.
func TestCheckRelationsProperty(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	circles := 0
	for range 500 {
		n := 1 + r.Intn(9)
		actions := make([]Action, n)
		for i := range actions {
			actions[i].ID = strconv.Itoa(i)
			for j := range n {
				if r.Intn(n) == 0 && r.Intn(2) == 0 {
					actions[i].Requires = append(actions[i].Requires, strconv.Itoa(j))
				}
			}
		}
		left := slices.Clone(actions)
		for moved := true; moved; {
			before := len(left)
			left = slices.DeleteFunc(slices.Clone(left), func(a Action) bool {
				return !slices.ContainsFunc(a.Requires, func(id string) bool {
					return slices.ContainsFunc(left, func(b Action) bool { return b.ID == id })
				})
			})
			moved = len(left) < before
		}
		_, err := checkRelations(actions)
		if len(left) == 0 {
			require.NoError(t, err)
			continue
		}
		circles++
		var cycle *CycleError
		require.ErrorAs(t, err, &cycle)
		for i, id := range cycle.IDs {
			from, _ := strconv.Atoi(id)
			assert.Contains(t, actions[from].Requires, cycle.IDs[(i+1)%len(cycle.IDs)])
			assert.NotContains(t, cycle.IDs[:i], id)
		}
	}
	assert.Greater(t, circles, 50)
}
