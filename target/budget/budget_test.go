package budget_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/target/budget"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func definition() budget.Definition {
	return budget.Definition{Name: "test", Place: "city", View: view, Amount: co2e("100"), First: 2020, Last: 2029}
}

func TestNewRefuses(t *testing.T) {
	for _, x := range []struct {
		field  string
		change func(*budget.Definition)
	}{
		{"", func(*budget.Definition) {}},
		{"", func(d *budget.Definition) { d.Last = 2020 }},
		{"", func(d *budget.Definition) { d.First, d.Last = 1850, 2300 }},
		{"", func(d *budget.Definition) { d.Last = budget.ForGood }},
		{"", func(d *budget.Definition) { d.Amount = co2e("-5") }},
		{"", func(d *budget.Definition) { d.Amount = co2e("0") }},
		{"", func(d *budget.Definition) { d.Amount = co2e("1e21") }},
		{"name", func(d *budget.Definition) { d.Name = "" }},
		{"place", func(d *budget.Definition) { d.Place = "" }},
		{"view", func(d *budget.Definition) { d.View = ghg.View{} }},
		{"amount", func(d *budget.Definition) { d.Amount = ghg.CO2e{} }},
		{"amount", func(d *budget.Definition) { d.Amount = co2e("1000000000000000000000.1") }},
		{"amount", func(d *budget.Definition) { d.Amount = co2e("-1000000000000000000001") }},
		{"first", func(d *budget.Definition) { d.First = 1849 }},
		{"first", func(d *budget.Definition) { d.First, d.Last = 2301, budget.ForGood }},
		{"last", func(d *budget.Definition) { d.Last = 2019 }},
		{"last", func(d *budget.Definition) { d.Last = 2301 }},
		{"last", func(d *budget.Definition) { d.Last = 0 }},
	} {
		d := definition()
		x.change(&d)
		b, err := budget.New(d)
		if x.field == "" {
			require.NoError(t, err)
			assert.Equal(t, d.First, b.First())
			continue
		}
		var refused ghg.Fault
		require.ErrorAs(t, err, &refused, x.field)
		assert.Equal(t, x.field, refused.Field)
		assert.Contains(t, err.Error(), x.field)
		assert.True(t, b.IsZero())
	}
	_, err := budget.New(budget.Definition{})
	assert.Len(t, strings.Split(err.Error(), "\n"), 6, "all at once: %s", err)
	assert.ErrorContains(t, err, ghg.ErrNoView.Error())
}

// An amount that arithmetic has made too long is refused with its bounds.
func TestNewRefusesLongAmounts(t *testing.T) {
	d := definition()
	tiny := co2e("1e-30")
	for range 12 {
		tiny = must(tiny.Scale(decimal.New(1, -30)))
	}
	d.Amount = tiny
	_, err := budget.New(d)
	require.NoError(t, err, "it is small, and stands")
	d.Amount = must(must(tiny.Scale(decimal.New(1, -10))).Add(co2e("100")))
	_, err = budget.New(d)
	require.ErrorContains(t, err, "out of bounds")
}

// A likelihood of 67 written for 67 % would read "6700%".
func TestALikelihoodIsAChance(t *testing.T) {
	d := budget.Definition{Name: "test", Place: "city", View: view, Amount: co2e("100"), First: 2020, Last: 2029, Warming: "1.5 °C"}
	for share, ok := range map[string]bool{"-1%": false, "0%": true, "67%": true, "100%": true, "100.1%": false, "6700%": false} {
		d.Likelihood = must(ghg.ParseShare(share))
		_, err := budget.New(d)
		assert.Equal(t, ok, err == nil, share)
		var refused ghg.Fault
		if !ok && assert.ErrorAs(t, err, &refused) {
			assert.Equal(t, "likelihood", refused.Field)
		}
	}
}

// Every zero value refuses, or says that it is none.
func TestZeroValues(t *testing.T) {
	var b budget.Budget
	var p budget.Path
	start := budget.Start{Year: 2020, Emissions: co2e("1")}
	var errs []error
	add := func(_ any, err error) { errs = append(errs, err) }
	add(b.Use(ghg.Yearly{}, 2020))
	add(b.From(2020, ghg.Yearly{}))
	add(b.Exhaustion(budget.Constant(co2e("1"))))
	add(b.Path(budget.Linear, start))
	add(b.Allowances(nil))
	add(b.Allocate(budget.PopulationShare{}, budget.Recipient{}))
	add(b.Covering(budget.CoverageFactor{}))
	add(b.LessOverheads(budget.Overheads{}))
	add(b.Report(start, budget.ReportTerms{}))
	for i, err := range errs {
		assert.ErrorContains(t, err, "no budget given", i)
	}
	assert.Equal(t, "no budget", b.String())
	assert.True(t, b.Explain().IsZero())
	assert.False(t, b.Counts(0))
	for range b.Stages() {
		t.Error("no steps")
	}
	assert.True(t, b.Likelihood().IsUnset())
	assert.Empty(t, b.Warming())
	assert.Empty(t, b.Source())

	_, err := p.At(2020)
	assert.ErrorContains(t, err, "no path: make one")
	_, err = p.Through(2020)
	assert.ErrorContains(t, err, "no path: make one")
	_, err = p.Discrete()
	assert.ErrorContains(t, err, "no path: make one")
	_, err = p.Spending(2020)
	assert.ErrorContains(t, err, "no path: make one")
	none := "no path: make one with Budget.Path"
	for _, s := range []string{p.String(), p.AnnualRate().Undefined(), p.YearsToZero().Undefined(),
		budget.Spending{}.String(), budget.Report{}.String()} {
		assert.Equal(t, none, s)
	}
	assert.True(t, p.IsZero())
	assert.True(t, p.Budget().IsZero())
	assert.True(t, p.Form().IsZero())
	assert.Equal(t, budget.Start{}, p.Start())
	assert.Zero(t, p.Findings().Len())

	var f budget.Form
	assert.Empty(t, f.Formula()+f.Source())
	assert.Equal(t, "no counting", f.Counting().String())
	_, err = made("1", 2020, 2029).Path(f, start)
	assert.ErrorContains(t, err, "no form of path given")
	_, err = made("1", 2020, 2029).Exhaustion(budget.Course{})
	assert.ErrorContains(t, err, "no course given")

	assert.Equal(t, "no allowances", budget.Allowances{}.String())
	for _, d := range []derivation.Derivation{p.Explain(), budget.Spending{}.Explain(), budget.Report{}.Explain(),
		budget.Allowances{}.Explain(),
		budget.Use{}.Explain(), budget.Exhaustion{}.Explain(), budget.Sums{}.Explain()} {
		assert.True(t, d.IsZero())
	}
	assert.Equal(t, "no budget given: make one with budget.New", budget.Use{}.String())
	assert.Equal(t, "undefined: no coverage factor given: make one with budget.CoverageOf or budget.StatedCoverage",
		budget.CoverageFactor{}.String())
}

func TestBudgetSaysWhatItIs(t *testing.T) {
	d := definition()
	d.Warming, d.Source, d.Last = "1.7 °C", "a report", budget.ForGood
	b := must(budget.New(d))
	assert.Equal(t, "test: 100 tCO2e from 2020 for good", b.String())
	assert.Contains(t, b.Explain().String(), "; 1.7 °C, likelihood not stated")
	assert.Equal(t, "1.7 °C", b.Warming())
	assert.Equal(t, "a report", b.Source())
	for year, counts := range map[int]bool{2019: false, 2020: true, 2300: true, 2301: false} {
		assert.Equal(t, counts, b.Counts(year), year)
	}
	d.Likelihood, d.Last, d.Source = ghg.MustShare("50%"), 2029, ""
	b = must(budget.New(d))
	assert.Contains(t, b.Explain().String(), "; 1.7 °C with a likelihood of 50%")
	assert.Contains(t, b.Explain().Korean(), "; 1.7 °C, 확률 50%")
	assert.NotContains(t, b.Explain().String(), "source")
	assert.True(t, b.Likelihood().Equal(ghg.MustShare("50%")))
	assert.False(t, b.Counts(2030))
}

// What the steps hand out is a copy, and a budget is not changed by what is
// made of it.
func TestBudgetsAreImmutable(t *testing.T) {
	b := made("100", 2020, 2029)
	o := budget.Overheads{Amount: co2e("1"), Of: co2e("10"), Source: "a report"}
	first := must(b.LessOverheads(o))
	second := must(first.LessOverheads(o))
	third := must(first.LessOverheads(budget.Overheads{Amount: co2e("5"), Of: co2e("10")}))
	for s := range second.Stages() {
		s.Steps[0].Symbol = "changed"
	}
	assert.Equal(t, []string{"100 tCO2e", "90 tCO2e", "81 tCO2e", "45 tCO2e"},
		[]string{b.Amount().String(), first.Amount().String(), second.Amount().String(), third.Amount().String()})
	assert.NotContains(t, second.Explain().String(), "changed")
	for range second.Stages() {
		break
	}
	assert.Contains(t, second.Explain().String(), "  R1  = R0 - O / B × R0 = 100 - 1 / 10 × 100 = 90 tCO2e   # national overheads\n")
	assert.Contains(t, second.Explain().String(), "  R   = R1 - O_2 / B_2 × R1 = 90 - 1 / 10 × 90 = 81 tCO2e   # national overheads\n")
	assert.Contains(t, second.Explain().String(), "  B_2 = 10 tCO2e   # the budget that they are known for; source: a report\n")
	assert.Contains(t, third.Explain().String(), "  O_2 = 5 tCO2e   # overheads\n")
}
