package participation_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
)

func ExampleResult() {
	r, _ := town().Result()
	fmt.Println(r)
	fmt.Println(r.Findings)
	for _, a := range r.Actions {
		fmt.Println(a.Action.ID, a.Total.Gross, a.Total.Net)
	}
	// Output:
	// Cool town: net 54 tCO2e (AR5) a year, gross 110 tCO2e (AR5), of potential 18.00%
	// action cycling, pledge: adoption is a pledge: it counts as potential only
	// cycling 80 tCO2e (AR5) 36 tCO2e (AR5)
	// heating 30 tCO2e (AR5) 18 tCO2e (AR5)
}

// Fewer cycle than would have done so anyway: that is shown, not hidden.
func ExampleAmounts() {
	p, _ := participation.New(participation.Definition{
		Name: "Cool town", Unit: "people", Eligible: 1000, Persistence: ghg.MustShare("100%"), Overlap: ghg.MustShare("100%"),
		Actions: []participation.CitizenAction{{ID: "cycling", Adoption: ghg.MustShare("10%"), Baseline: ghg.MustShare("15%"),
			Saving: saves("0.2 tCO2e"), Evidence: participation.Sampled}},
	})
	r, _ := p.Result()
	fmt.Println(r.Total.Gross, r.Total.Net)
	fmt.Println(r.Findings)
	// Output:
	// 20 tCO2e -10 tCO2e
	// action cycling, adoption-below-baseline: adoption of 10% is below its baseline of 15%: its figure is negative
}

// Shares and savings that are too long for arithmetic are refused when they are
// used, with the name of what they belong to.
func TestTooLong(t *testing.T) {
	tiny := "0.000000000000000000000000000001%"
	for want, d := range map[string]participation.Definition{
		`action "x": factor: a number`: programme("1", "1", action("x", tiny, "0", "1 tCO2e", participation.Pledge)),
		`action "y": factor: a number`: programme("1", "1",
			action("x", "1", "0", "1 tCO2e", participation.Pledge), action("y", "1", tiny, "1 tCO2e", participation.Pledge)),
		`action "x": persistence: factor: a number`: programme(tiny, "1", action("x", "1", "0", "1 tCO2e", participation.Pledge)),
		`action "x": overlap factor: factor: a num`: programme("1", tiny, action("x", "1", "0", "1 tCO2e", participation.Pledge)),
	} {
		p := must(participation.New(d))
		_, err := p.Result()
		assert.ErrorContains(t, err, want)
		_, err = p.Reductions(strategy.Potential, 2025, 2025)
		assert.ErrorContains(t, err, want)
	}
	lasting := must(participation.New(programme("1", tiny, action("x", "1", "0", "1 tCO2e", participation.Pledge))))
	_, err := lasting.BreakEven(ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, "overlap factor")
	based := must(participation.New(programme("1", "1", action("x", "1", tiny, "1 tCO2e", participation.Pledge))))
	_, err = based.BreakEven(ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, "factor")

	// A saving of 398 digits, for 1,000 people.
	long := ghg.MustCO2e("1e7 tCO2e")
	for range 13 {
		long = must(long.Scale(dec("100000000000000000000000000001")))
	}
	saving := must(participation.Saves(long, ""))
	d := programme("1", "1", participation.CitizenAction{ID: "x", Adoption: ghg.MustShare("1"), Baseline: ghg.MustShare("0"),
		Saving: saving, Evidence: participation.Pledge})
	d.Eligible = 1_000_000_000_000_000_000
	_, err = must(participation.New(d)).Result()
	assert.ErrorContains(t, err, `action "x": product`)
}

// Adoption at its baseline adds nothing, and is not below it.
func TestAtBaseline(t *testing.T) {
	r := must(must(participation.New(programme("1", "1", action("x", "20%", "20%", "1 tCO2e", participation.Sampled)))).Result())
	assert.True(t, r.Total.Net.IsZero())
	assert.Zero(t, r.Findings.Len())
}

// Each action of a programme in Buk-gu, persistence and overlap included; the
// figures are made up. What has no unit saving is named, and has no figure.
func ExampleActionResult() {
	p, err := participation.New(participation.Definition{
		Name: "북구 탄소중립 실천", Unit: "households", Eligible: 178000, Persistence: ghg.MustShare("85%"), Overlap: ghg.MustShare("90%"),
		Actions: []participation.CitizenAction{
			{ID: "heating", Adoption: ghg.MustShare("22%"), Baseline: ghg.MustShare("9%"), Saving: saves("75.1 kgCO2e"),
				Evidence: participation.Metered},
			{ID: "standby", Adoption: ghg.MustShare("41%"), Baseline: ghg.MustShare("30%"), Saving: saves("32.6 kgCO2e"),
				Evidence: participation.Sampled},
			{ID: "delete-e-mail"},
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
	for _, a := range r.Actions {
		fmt.Println(a.Action.ID, "net", a.Total.Net.Format(ghg.Tonne, 1), "of potential", a.Total.Potential.Format(ghg.Tonne, 1))
	}
	fmt.Println("not quantified:", r.NotQuantified)
	// Output:
	// heating net 1329.4 tCO2e of potential 13367.8 tCO2e
	// standby net 488.3 tCO2e of potential 5802.8 tCO2e
	// not quantified: [delete-e-mail]
}
