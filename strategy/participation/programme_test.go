package participation_test

import (
	"fmt"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Carbon Reduction 1110 of Daegu: 10 actions, 1 citizen, 1 tonne. Two of the
// ten are named in the sources, and one with its unit saving; adoption is made
// up. What is not known stays in the list.
func ExampleProgramme() {
	third, _ := participation.Saves(ghg.MustCO2e("75.1 kgCO2e"), "prsinmun 29125")
	p, err := participation.New(participation.Definition{
		Name: "Carbon Reduction 1110", NameKo: "탄소줄이기 1110", Unit: "households", Eligible: 1056627,
		Persistence: ghg.MustShare("80%"), Overlap: ghg.MustShare("100%"),
		Actions: []participation.CitizenAction{
			{ID: "heating-cooling-2c", NameKo: "난방온도 2℃ 낮추고, 냉방온도 2℃ 높이고", Saving: third, Evidence: participation.SelfReport,
				Adoption: ghg.MustShare("30%"), Baseline: ghg.MustShare("10%")},
			{ID: "delete-e-mail", NameKo: "불필요한 메일함 지우기"},
		},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(p)
	r, _ := p.Result()
	fmt.Print(r.Explain())
	// Output:
	// Carbon Reduction 1110: 1056627 households, 2 actions
	// programme      Carbon Reduction 1110: 1056627 households, 2 actions; source not stated
	// eligible       N = 1056627 households
	// factors        persistence p = 80%, overlap o = 100%
	// heating-cooling-2c a = 30%, a0 = 10% (self-report), s = 0.0751 tCO2e (prsinmun 29125): net 12696.430032 tCO2e
	// gross          N Σ a s = 23805.80631 tCO2e
	// additional     N Σ (a - a0) s = 15870.53754 tCO2e
	// net            N Σ (a - a0) s × p × o = 12696.430032 tCO2e
	// one unit       gross 0.02253 tCO2e, additional 0.01502 tCO2e, net 0.012016 tCO2e
	// potential      N Σ s = 79352.6877 tCO2e; net is 16.00% of it
	// note           action delete-e-mail, not-quantified: its unit saving is not known: it is in no figure
}

// town is a programme of 1,000 people with one metered and one pledged action.
func town() participation.Programme {
	cycling, _ := participation.Saves(ghg.MustCO2e("0.2 tCO2e (AR5)"), "travel survey")
	heating, _ := participation.Saves(ghg.MustCO2e("0.1 tCO2e (AR5)"), "meters")
	p, err := participation.New(participation.Definition{
		Name: "Cool town", Unit: "people", Eligible: 1000, Persistence: ghg.MustShare("90%"), Overlap: ghg.MustShare("80%"),
		Actions: []participation.CitizenAction{
			{ID: "cycling", Adoption: ghg.MustShare("40%"), Baseline: ghg.MustShare("15%"), Saving: cycling, Evidence: participation.Pledge},
			{ID: "heating", Adoption: ghg.MustShare("30%"), Baseline: ghg.MustShare("5%"), Saving: heating, Evidence: participation.Metered},
		},
	})
	if err != nil {
		panic(err)
	}
	return p
}

// All that is wrong comes at once.
func ExampleDefinition() {
	_, err := participation.New(participation.Definition{
		Name: "Cool town", Unit: "people", Eligible: 0, Persistence: ghg.MustShare("90%"),
		Actions: []participation.CitizenAction{
			{ID: "heating", Adoption: ghg.MustShare("130%"), Baseline: ghg.MustShare("5%"), Saving: saves("0.1 tCO2e")}},
	})
	fmt.Println(err)
	// Output:
	// programme "Cool town", eligible "0": 1 or more are allowed
	// programme "Cool town", overlap factor: state it, if only as 0% or 100%
	// action "heating", adoption "130%": 0% to 100% are allowed
	// action "heating", evidence "no evidence": pledge, self-report, sampled and metered are allowed
}

func TestRefusals(t *testing.T) {
	heating := action("heating", "30%", "5%", "0.1 tCO2e", participation.Metered)
	for want, change := range map[string]func(d *participation.Definition){
		`programme "", name: one of at most 200 byt`: func(d *participation.Definition) { d.Name = "" },
		`programme "town", unit: one of at most 200`: func(d *participation.Definition) { d.Unit = "" },
		`programme "town", actions "0": 1 to 1000`:   func(d *participation.Definition) { d.Actions = nil },
		`actions "1001"`: func(d *participation.Definition) {
			d.Actions = make([]participation.CitizenAction,
				1001)
		},
		`persistence "100.1%": 0% to 100% are`: func(d *participation.Definition) { d.Persistence = ghg.MustShare("100.1%") },
		`overlap factor "-1%"`:                 func(d *participation.Definition) { d.Overlap = ghg.MustShare("-1%") },
		"action 2, id: one of at most": func(d *participation.Definition) {
			d.Actions = append(d.Actions,
				participation.CitizenAction{})
		},
		`action "heating", id "heating": it is given`: func(d *participation.Definition) { d.Actions = append(d.Actions, heating) },
		`"heating", baseline adoption: state it`:      func(d *participation.Definition) { d.Actions[0].Baseline = ghg.Share{} },
		`action "heating", evidence "unknown (9)": p`: func(d *participation.Definition) { d.Actions[0].Evidence = 9 },
		`action "x", unit saving: `: func(d *participation.Definition) {
			d.Actions = append(d.Actions, action("x", "1%", "0%", "1 tCO2e (AR4)", participation.Pledge))
		},
		`eligible "-5": 1 or more are allowed`: func(d *participation.Definition) { d.Eligible = -5 },
	} {
		d := programme("90%", "80%", heating)
		change(&d)
		p, err := participation.New(d)
		assert.ErrorContains(t, err, want)
		assert.True(t, p.IsZero())
	}
	d := programme("90%", "80%", heating, action("x", "1%", "0%", "1 tCO2e (AR4)", participation.Pledge))
	_, err := participation.New(d)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)

	full := programme("90%", "80%")
	for i := range 1000 {
		full.Actions = append(full.Actions, participation.CitizenAction{ID: strconv.Itoa(i)})
	}
	_ = must(participation.New(full))

	p := must(participation.New(programme("90%", "80%", heating)))
	for want, f := range map[string]func() error{
		strategy.ErrNoKind.Error():                  func() error { _, err := p.Reductions(0, 2025, 2026); return err },
		`unknown kind of reduction "unknown (77)"`:  func() error { _, err := p.Reductions(77, 2025, 2026); return err },
		`programme "town", first year "1": years`:   func() error { _, err := p.Reductions(strategy.Claimed, 1, 2026); return err },
		`of programme "town", last year "2400": `:   func() error { _, err := p.Reductions(strategy.Claimed, 2025, 2400); return err },
		`last year "2024": it lies before the fir`:  func() error { _, err := p.Reductions(strategy.Claimed, 2025, 2024); return err },
		`claimed reduction "-1 tCO2e": 0 or more`:   func() error { _, err := p.BreakEven(ghg.MustCO2e("-1 tCO2e")); return err },
		"claimed reduction: ":                       func() error { _, err := p.BreakEven(ghg.MustCO2e("1 tCO2e (AR5)")); return err },
		`programme "town": unknown action with a u`: func() error { _, err := p.BreakEvenOf("y", ghg.MustCO2e("1 tCO2e")); return err },
	} {
		assert.ErrorContains(t, f(), want)
	}

	// Nothing quantified is not 0.
	unknown := must(participation.New(programme("90%", "80%", participation.CitizenAction{ID: "delete-e-mail"})))
	_, errR := unknown.Result()
	_, errK := unknown.Reductions(strategy.Potential, 2025, 2025)
	_, errB := unknown.BreakEven(ghg.MustCO2e("1 tCO2e"))
	for _, err := range []error{errR, errK, errB} {
		assert.ErrorContains(t, err, "no action of the programme has a unit saving")
	}
	_, err = unknown.BreakEvenOf("delete-e-mail", ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, `unknown action with a unit saving "delete-e-mail": none is allowed`)
	_, ok := unknown.Supporting(strategy.Potential)
	assert.False(t, ok)
}

func TestZeroValues(t *testing.T) {
	var p participation.Programme
	assert.True(t, p.IsZero())
	assert.Equal(t, "no programme", p.String())
	assert.Equal(t, "", p.Name())
	n, unit := p.Eligible()
	assert.Zero(t, n)
	assert.Equal(t, "", unit)
	for range p.Actions() {
		t.Fatal("an action of nothing")
	}
	_, errR := p.Result()
	_, errK := p.Reductions(strategy.Potential, 2025, 2025)
	_, errB := p.BreakEven(ghg.CO2e{})
	for _, err := range []error{errR, errK, errB} {
		assert.ErrorContains(t, err, "no programme given")
	}
	_, ok := p.Supporting(strategy.Potential)
	assert.False(t, ok)
	assert.Equal(t, "no result\n", participation.Result{}.Explain())
	var b participation.BreakEven
	assert.Nil(t, b.Exact())
	assert.Equal(t, "no break-even\n", b.Explain())
	assert.False(t, b.Reachable())
	assert.True(t, b.Missing().IsZero())
	_, ok = b.Adoption().Value()
	assert.False(t, ok)

	p = town()
	assert.Equal(t, "Cool town", p.Name())
	n, unit = p.Eligible()
	assert.Equal(t, int64(1000), n)
	assert.Equal(t, "people", unit)
	one := must(participation.New(programme("90%", "80%", action("x", "1%", "0%", "1 tCO2e", participation.Pledge))))
	assert.Equal(t, "town: 1000 people, 1 action", one.String())
}

// The caller's slice is not held, and findings and unknown actions go along.
func TestImmutable(t *testing.T) {
	d := programme("90%", "80%", action("x", "10%", "0%", "1 tCO2e", participation.Sampled), participation.CitizenAction{ID: "y"})
	p := must(participation.New(d))
	d.Actions[0].Adoption = ghg.MustShare("90%")
	r := must(p.Result())
	same(t, "72", r.Total.Net.Tonnes()) // 1000 × 0.1 × 0.9 × 0.8
	assert.Equal(t, []string{"y"}, r.NotQuantified)
	assert.Equal(t, "y", r.Findings.All[0].Stated)
	s, ok := p.Supporting(strategy.Implemented)
	require.True(t, ok)
	assert.Equal(t, "town: 1000 people, 2 actions", s.String())
	_, ok = p.Supporting(strategy.Verified)
	assert.False(t, ok)
	_ = must(p.BreakEven(ghg.MustCO2e("5 tCO2e")))
	same(t, "72", must(p.Result()).Total.Net.Tonnes())
	e := must(p.BreakEven(ghg.MustCO2e("72 tCO2e")))
	e.Exact().SetInt64(7)
	assert.Equal(t, "1/10", e.Exact().RatString())
}

func programme(persistence, overlap string, actions ...participation.CitizenAction) participation.Definition {
	return participation.Definition{Name: "town", Unit: "people", Eligible: 1000,
		Persistence: ghg.MustShare(persistence), Overlap: ghg.MustShare(overlap), Actions: actions}
}
