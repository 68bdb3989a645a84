package main

import (
	"io"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/localghg/localghg/strategy/topdown"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/budget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Whatever the chapters of both cities can explain replays, and any digit changed in it is
// told.
func TestDerivations(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	for _, folder := range []string{"data", "testdata/town"} {
		c, err := open(os.DirFS(folder))
		require.NoError(t, err)
		e := &explained{T: t, c: c}
		e.emitted()
		e.addedUp()
		e.checked()
		if c.said["trading"] != "" {
			e.answersFor()
		}
		tally := derivationtest.Tampered(t, e.all...)
		t.Logf("%s: %+v", folder, tally)
		assert.Equal(t, len(e.all), tally.Derivations)
		assert.Positive(t, tally.Named)
		assert.Positive(t, tally.Silent)
	}
}

// explained are the derivations of a city.
type explained struct {
	*testing.T
	c   *city
	all []derivation.Derivation
}

func (e *explained) add(err error, answers ...interface{ Explain() derivation.Derivation }) {
	require.NoError(e.T, err)
	e.all = append(e.all, derivationtest.Of(answers...)...)
}

// emitted are totals of inventories, drivers, progress and the budget.
func (e *explained) emitted() {
	c, year := e.c, e.c.year("year")
	for _, series := range []ghg.Yearly{c.gross, c.net} {
		for f := range series.All() {
			d, found := f.Explain()
			assert.True(e.T, found, "%d is of an inventory", f.Year)
			e.all = append(e.all, d)
		}
	}
	chained, err := c.kaya.Chain(c.year("base year"), year)
	e.add(err, chained)
	p, err := c.target.Progress(year, target.Linear, target.DefaultRules, c.gross)
	e.add(err, p)
	spend, err := budget.New(budget.Definition{Name: "budget", Place: c.place, View: c.gross.View(), First: c.year("budget first"),
		Last: c.target.Due(), Amount: c.co2e("budget")})
	e.add(err)
	use, err := spend.Use(c.gross, year)
	e.add(err, use)
	path, err := c.target.Along(target.Linear)
	e.add(err)
	onPath, err := spend.Exhaustion(budget.Plan("linear", path))
	e.add(err, onPath)
	rest, err := spend.From(year+1, c.gross)
	e.add(err, rest)
	last, err := c.gross.Figure(year)
	e.add(err)
	constant, err := rest.Exhaustion(budget.Constant(last.CO2e))
	e.add(err, constant)
}

// addedUp are the plan by year, source and action, the gap, wedges and what citizens do.
func (e *explained) addedUp() {
	c := e.c
	effects, err := c.plan.Evaluate(c.base, strategy.Expected, strategy.Shapley)
	e.add(err)
	due, _ := effects.Year(c.target.Due())
	gap, err := due.Gap(c.target)
	e.add(err, gap, due, due.Total())
	for source := range due.BySource() {
		e.add(nil, source)
	}
	for _, by := range []strategy.Grouping{strategy.ByArea, strategy.ByAction} {
		wedges, err := effects.Wedges(by)
		e.add(err)
		of, _ := wedges.Year(c.target.Due())
		e.add(nil, of)
	}
	for a := range c.plan.Actions() {
		r, err := c.plan.Reductions(a.ID, strategy.Expected)
		if err != nil || len(a.Quantifications)+len(a.Effects) == 0 {
			continue
		}
		if sum, err := effect.Cumulate(r.Total, c.year("plan first"), c.target.Due()); err == nil {
			e.add(nil, sum)
		}
	}
	for _, programme := range c.citizens {
		r, err := programme.Result()
		e.add(err, r)
		needed, err := programme.BreakEven(c.co2e("claimed of citizens"))
		e.add(err, needed)
	}
}

// checked are the rows of the annual check, and what was done against the inventory.
func (e *explained) checked() {
	c, year := e.c, e.c.year("check")
	effects, err := c.plan.Evaluate(c.base, strategy.Expected, strategy.Shapley)
	e.add(err)
	check, _, err := korea.Check(korea.CheckDefinition{Year: year, Rules: korea.OwnStatusRules,
		Meta: korea.DocumentMeta{Plan: c.need("plan"), First: c.year("plan first"), Last: c.year("plan last"),
			TargetYears: []int{c.target.Due()}},
		Plan: c.plan, Evaluation: effects, Scenario: korea.WithPolicies, Method: c.need("plan"), Factors: c.factors.Plain()})
	e.add(err)
	for _, row := range check.QuantitativeReductions {
		if d := row.Explain(); !d.IsZero() {
			e.all = append(e.all, d)
		}
	}
	base := c.year("year")
	if _, known := c.gross.At(year); !known {
		return
	}
	change, err := c.kaya.Change(base, year)
	e.add(err, change)
	done, err := c.plan.Evaluate(c.base, strategy.Implemented, strategy.Shapley)
	e.add(err)
	years, err := topdown.New(topdown.Definition{Inventory: c.gross, BaseYear: base, InBase: topdown.NoneInBase,
		Cuts: topdown.Evaluated(done), Drivers: map[int][]topdown.Driver{year: topdown.OfKaya(change, "drivers.csv")}})
	e.add(err, years[0])
}

// answersFor are the carve-out, and the plan outside emission trading.
func (e *explained) answersFor() {
	c, due := e.c, e.c.target.Due()
	sites := load(c, "facilities.csv", func(r io.Reader) ([]carveout.Facility, ghg.Report, error) {
		return carveout.ReadFacilities(r, c.format.CSVFormat)
	})
	rules := load(c, "rules.csv", func(r io.Reader) ([]managed.Rule, ghg.Report, error) {
		return managed.ReadRules(r, c.format.CSVFormat)
	})
	both, _, err := carveout.CarveOutOf(carveout.RegisterDefinition{Trading: carveout.KETS, Metric: c.metric, Source: "facilities.csv",
		Facilities: sites}, c.gross.View(), c.inventories...)
	e.add(err)
	for y := range both.Years() {
		e.add(nil, y)
	}
	split, _, err := managed.Split(both.Register(), c.plan, rules, both.Managed().View())
	e.add(err)
	bases, _, err := managed.SplitBaseline(both.Register(), c.base, rules, both.Managed().View())
	e.add(err)
	effects, err := split.Managed().Evaluate(bases.Managed(), strategy.Expected, strategy.Shapley)
	e.add(err)
	y, _ := effects.Year(due)
	e.add(nil, y, y.Total())
}
