package participation_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Carbon Reduction 1110 of Daegu: 10 actions, 1 citizen, 1 tonne. One of the ten is
// counted by household; that of another is a person's. What is not known stays in the
// list. But for the 75.1 kg and the households, figures are made up.
func ExampleProgramme() {
	perHousehold, err := strategy.FixedSaving(strategy.EmissionSource{EndUse: "heating and cooling of homes"}, strategy.Overlapping,
		"냉난방", ghg.Household, ghg.MustCO2e("75.1 kgCO2e"), "prsinmun 29125")
	if err != nil {
		fmt.Println(err)
		return
	}
	perPerson, err := strategy.FixedSaving(strategy.EmissionSource{EndUse: "car trips"}, strategy.Overlapping,
		"승용차", ghg.Person, ghg.MustCO2e("100 kgCO2e"), "travel survey")
	if err != nil {
		fmt.Println(err)
		return
	}
	p, err := participation.New(participation.Definition{
		Name: "Carbon Reduction 1110", NameKo: "탄소줄이기 1110", Year: 2026,
		Persistence: ghg.MustShare("80%"), Overlap: ghg.MustShare("100%"), Source: "council paper",
		Actions: []participation.CitizenAction{
			{ID: "heating-cooling-2c", NameKo: "난방온도 2℃ 낮추고, 냉방온도 2℃ 높이고", Domain: "냉난방",
				Unit: ghg.Household, Eligible: 1056627, Saves: []strategy.UnitEffect{perHousehold}, Evidence: participation.SelfReport,
				Adoption: ghg.MustShare("30%"), Baseline: ghg.MustShare("10%")},
			{ID: "leave-the-car", NameKo: "승용차 덜 타기", Domain: "수송",
				Unit: ghg.Person, Eligible: 2450000, Saves: []strategy.UnitEffect{perPerson}, Evidence: participation.Sampled,
				Adoption: ghg.MustShare("12%"), Baseline: ghg.MustShare("5%")},
			{ID: "delete-e-mail", NameKo: "불필요한 메일함 지우기"},
		},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Result()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Explain())
	_, err = r.PerOne()
	fmt.Println(err)
	b, err := p.BreakEven(ghg.MustCO2e("100 ktCO2e"))
	fmt.Println(b, err)
	// Output:
	// programme "Carbon Reduction 1110" in 2026: net reduction as a share of the potential = 0.081443536723
	//   N[i]   # those who may take part
	//   a[i]   # share that takes part
	//   a0[i]   # share that would without the programme
	//   s[i]   # what one saves
	//       i  N          a     a0    s [tCO2e]
	//       1  1,056,627  0.3   0.1   0.0751     heating-cooling-2c, self-report; prsinmun 29125
	//       2  2,450,000  0.12  0.05  0.1        leave-the-car, sampled; travel survey
	//   p = 0.8   # persistence; source: council paper
	//   o = 1   # share left after overlap; source: council paper
	//   x[i] = N[i] × a[i]   # those who take part
	//   x0[i] = N[i] × a0[i]   # those who would without the programme
	//   Gi[i] = x[i] × s[i]   # gross of the action
	//   Ai[i] = (x[i] - x0[i]) × s[i]   # additional of the action
	//   Ci[i] = (x[i] - x0[i]) × s[i] × p × o   # net of the action
	//   Mi[i] = N[i] × s[i]   # potential of the action
	//       i  x          x0         Gi [tCO2e]    Ai [tCO2e]    Ci [tCO2e]     Mi [tCO2e]
	//       1  316,988.1  105,662.7  23,805.80631  15,870.53754  12,696.430032  79,352.6877  heating-cooling-2c, self-report; prsinmun 29125
	//       2  294,000    122,500    29,400        17,150        13,720         245,000      leave-the-car, sampled; travel survey
	//   G = sum(i: Gi[i]) = 23,805.80631 + 29,400 = 53,205.80631 tCO2e   # gross
	//   A = sum(i: Ai[i]) = 15,870.53754 + 17,150 = 33,020.53754 tCO2e   # additional
	//   C = sum(i: Ci[i]) = 12,696.430032 + 13,720 = 26,416.430032 tCO2e   # net
	//   M = sum(i: Mi[i]) = 79,352.6877 + 245,000 = 324,352.6877 tCO2e   # potential
	//   R = C / M = 26,416.430032 / 324,352.6877 = 0.081443536723, where M ≠ 0   # net as a share of the potential
	// rounding: to 12 decimal places, half away from zero: Gi, Ai, Ci, Mi, R
	// action "heating-cooling-2c" and action "leave-the-car" do not meet: unit household and person: a sum for one of them has no meaning: see that of each action
	// 100000 tCO2e needs one adoption of all actions of 44.76% <nil>
}

// Next year one in two turns the heating down, and fewer habits last.
func ExampleProgramme_Definition() {
	d := town().Definition()
	d.Year++
	d.Persistence = ghg.MustShare("85%")
	d.Actions[1].Adoption = ghg.MustShare("50%")
	next, err := participation.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, p := range []participation.Programme{town(), next} {
		r, err := p.Result()
		fmt.Println(r, err)
	}
	// Output:
	// Cool town: net 54 tCO2e (AR5) in 2026, gross 110 tCO2e (AR5), of potential 18.00% <nil>
	// Cool town: net 64.6 tCO2e (AR5) in 2027, gross 130 tCO2e (AR5), of potential 21.53% <nil>
}

// town is a programme of 1,000 people with one metered and one pledged action.
func town() participation.Programme {
	d := programme("90%", "80%",
		action("cycling", "40%", "15%", "0.2 tCO2e (AR5)", participation.Pledge),
		action("heating", "30%", "5%", "0.1 tCO2e (AR5)", participation.Metered))
	d.Name, d.VerifiedBy = "Cool town", "점검위원회 2027-03"
	return must(participation.New(d))
}

// All that is wrong comes at once.
func ExampleDefinition() {
	_, err := participation.New(participation.Definition{
		Name: "Cool town", Year: 2026, Persistence: ghg.MustShare("90%"), Source: "plan",
		Actions: []participation.CitizenAction{{ID: "heating", Unit: ghg.MegawattHour, Adoption: ghg.MustShare("130%"),
			Baseline: ghg.MustShare("5%"), Saves: []strategy.UnitEffect{{Saves: ghg.MustQuantity("12.4 kWh")}}}},
	})
	fmt.Println(err)
	// Output:
	// programme "Cool town", overlap factor: state it, if only as 0% or 100%
	// action "heating", unit "MWh": say what takes part, one of it: ghg.Person or ghg.Household
	// action "heating", eligible "0": 1 or more are allowed
	// action "heating", adoption "130%": 0% to 100% are allowed
	// action "heating", evidence "no evidence": pledge, self-report, sampled and metered are allowed
	// action "heating", effect 1, source: name what it acts on: a category, or an end use in words
	// action "heating", effect 1, factors: no emission factors given: make them with ghg.NewFactors
}

func TestRefusals(t *testing.T) {
	heating := action("heating", "30%", "5%", "0.1 tCO2e", participation.Metered)
	for want, change := range map[string]func(d *participation.Definition){
		`programme "", name: one of at most 200 byt`: func(d *participation.Definition) { d.Name = "" },
		`programme "town", source: one of at most 2`: func(d *participation.Definition) { d.Source = "" },
		`programme "town", year "26": years from 18`: func(d *participation.Definition) { d.Year = 26 },
		`programme "town", actions "0": 1 to 1000`:   func(d *participation.Definition) { d.Actions = nil },
		`actions "1001"`:                       func(d *participation.Definition) { d.Actions = make([]participation.CitizenAction, 1001) },
		`persistence "100.1%": 0% to 100% are`: func(d *participation.Definition) { d.Persistence = ghg.MustShare("100.1%") },
		`overlap factor "-1%"`:                 func(d *participation.Definition) { d.Overlap = ghg.MustShare("-1%") },
		"action 2, id: one of at most": func(d *participation.Definition) {
			d.Actions = append(d.Actions, participation.CitizenAction{})
		},
		`action "heating", id "heating": it is given`: func(d *participation.Definition) { d.Actions = append(d.Actions, heating) },
		`"heating", baseline adoption: state it`:      func(d *participation.Definition) { d.Actions[0].Baseline = ghg.Share{} },
		`action "heating", evidence "unknown (9)": p`: func(d *participation.Definition) { d.Actions[0].Evidence = 9 },
		`action "x", saves: `: func(d *participation.Definition) {
			d.Actions = append(d.Actions, action("x", "1%", "0%", "1 tCO2e (AR4)", participation.Pledge))
		},
		`"heating", eligible "-5": 1 or more are al`:   func(d *participation.Definition) { d.Actions[0].Eligible = -5 },
		`action "heating", unit "t": say what`:         func(d *participation.Definition) { d.Actions[0].Unit = ghg.Tonne.Unit() },
		`action "heating", unit "thousand person": sa`: func(d *participation.Definition) { d.Actions[0].Unit = ghg.MustUnit("천명") },
		`action "heating", unit "no unit": say what t`: func(d *participation.Definition) { d.Actions[0].Unit = ghg.Unit{} },
		`action "heating", domain "`:                   func(d *participation.Definition) { d.Actions[0].Domain = strings.Repeat("x", 201) },
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
		`claimed reduction "-1 tCO2e": 0 or more`:    func() error { _, err := p.BreakEven(ghg.MustCO2e("-1 tCO2e")); return err },
		"claimed reduction: ":                        func() error { _, err := p.BreakEven(ghg.MustCO2e("1 tCO2e (AR5)")); return err },
		`programme "town": unknown action that says`: func() error { _, err := p.BreakEvenOf("y", ghg.MustCO2e("1 tCO2e")); return err },
	} {
		assert.ErrorContains(t, f(), want)
	}

	// Nothing quantified is not 0.
	unknown := must(participation.New(programme("90%", "80%", participation.CitizenAction{ID: "delete-e-mail"})))
	_, errR := unknown.Result()
	_, errB := unknown.BreakEven(ghg.MustCO2e("1 tCO2e"))
	_, errP := participation.Result{Programme: unknown}.PerOne()
	for _, err := range []error{errR, errB, errP} {
		assert.ErrorContains(t, err, "no action of the programme says what one saves")
	}
	_, err = unknown.BreakEvenOf("delete-e-mail", ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, `unknown action that says what one saves "delete-e-mail": none is allowed`)
	_, ok := unknown.Supporting(strategy.Potential)
	assert.False(t, ok)
}

func TestZeroValues(t *testing.T) {
	var p participation.Programme
	assert.True(t, p.IsZero())
	assert.Equal(t, "no programme", p.String())
	assert.Equal(t, "", p.Name())
	assert.Zero(t, p.Year())
	for range p.Actions() {
		t.Fatal("an action of nothing")
	}
	_, errR := p.Result()
	_, errK := participation.Quantifications(strategy.Potential, p)
	_, errB := p.BreakEven(ghg.CO2e{})
	for _, err := range []error{errR, errK, errB} {
		assert.ErrorContains(t, err, "no programme given")
	}
	_, ok := p.Supporting(strategy.Potential)
	assert.False(t, ok)
	assert.True(t, participation.Result{}.Explain().IsZero())
	var b participation.BreakEven
	assert.Nil(t, b.Exact())
	assert.True(t, b.Explain().IsZero())
	assert.False(t, b.Reachable())
	assert.True(t, b.Missing().IsZero())
	_, ok = b.Adoption().Value()
	assert.False(t, ok)

	p = town()
	assert.Equal(t, "Cool town", p.Name())
	assert.Equal(t, 2026, p.Year())
	one := must(participation.New(programme("90%", "80%", action("x", "1%", "0%", "1 tCO2e", participation.Pledge))))
	assert.Equal(t, "town, 2026: 1 action", one.String())
}

// The caller's slice is not held, and findings and unknown actions go along.
func TestImmutable(t *testing.T) {
	d := programme("90%", "80%", action("x", "10%", "0%", "1 tCO2e", participation.Sampled), participation.CitizenAction{ID: "y"})
	p := must(participation.New(d))
	d.Actions[0].Adoption, d.Actions[0].Saves[0].Saves = ghg.MustShare("90%"), ghg.MustQuantity("7 명")
	r := must(p.Result())
	same(t, "72", r.Total.Net.Tonnes()) // 1000 × 0.1 × 0.9 × 0.8
	assert.Equal(t, []string{"y"}, r.NotQuantified)
	assert.Equal(t, "y", r.Findings.All[0].Stated)
	s, ok := p.Supporting(strategy.Implemented)
	require.True(t, ok)
	assert.Equal(t, "town, 2026: 2 actions", s.String())
	_, ok = p.Supporting(strategy.Verified)
	assert.False(t, ok)
	_ = must(p.BreakEven(ghg.MustCO2e("5 tCO2e")))
	same(t, "72", must(p.Result()).Total.Net.Tonnes())
	e := must(p.BreakEven(ghg.MustCO2e("72 tCO2e")))
	e.Exact().SetInt64(7)
	assert.Equal(t, "1/10", e.Exact().RatString())
}

func programme(persistence, overlap string, actions ...participation.CitizenAction) participation.Definition {
	return participation.Definition{Name: "town", Year: 2026, Source: "council paper",
		Persistence: ghg.MustShare(persistence), Overlap: ghg.MustShare(overlap), Actions: actions}
}
