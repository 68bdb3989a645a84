package participation_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleResult() {
	r, _ := town().Result()
	fmt.Println(r)
	fmt.Println(r.Findings)
	for _, a := range r.Actions {
		fmt.Println(a.Action.ID, a.Total.Gross, a.Total.Net)
	}
	// Output:
	// Cool town: net 54 tCO2e (AR5) in 2026, gross 110 tCO2e (AR5), of potential 18.00%
	// action cycling, pledge: adoption is a pledge: it counts as potential only
	// cycling 80 tCO2e (AR5) 36 tCO2e (AR5)
	// heating 30 tCO2e (AR5) 18 tCO2e (AR5)
}

// Fewer cycle than would have done so anyway: that is shown, not hidden.
func ExampleAmounts() {
	p, err := participation.New(programme("100%", "100%", action("cycling", "10%", "15%", "0.2 tCO2e", participation.Sampled)))
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Result()
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Total.Gross, r.Total.Net)
	fmt.Println(r.Findings)
	fmt.Println(r.Findings.Korean())
	// Output:
	// 20 tCO2e -10 tCO2e
	// action cycling, adoption-below-baseline: adoption of 10% is below its baseline of 15%: its figure is negative
	// action cycling, 사업이 없을 때보다 낮은 참여율: 참여율(10%)이 기준 참여율(15%)보다 낮아 감축량이 음수임
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
	}
	lasting := must(participation.New(programme("1", tiny, action("x", "1", "0", "1 tCO2e", participation.Pledge))))
	_, err := lasting.BreakEven(ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, "overlap factor")
	based := must(participation.New(programme("1", "1", action("x", "1", tiny, "1 tCO2e", participation.Pledge))))
	_, err = based.BreakEven(ghg.MustCO2e("1 tCO2e"))
	assert.ErrorContains(t, err, "factor")

	// What is counted keeps its bounds in a plan.
	_, err = participation.Quantifications(strategy.Potential, based)
	assert.ErrorContains(t, err, `action "x": quantification "x", quantities 1, 2026, without "out of bounds": a number`)
}

// Adoption at its baseline adds nothing, and is not below it.
func TestAtBaseline(t *testing.T) {
	r := must(must(participation.New(programme("1", "1", action("x", "20%", "20%", "1 tCO2e", participation.Sampled)))).Result())
	assert.True(t, r.Total.Net.IsZero())
	assert.Zero(t, r.Findings.Len())
}

// Sums by area of living, however it is written, and what has none.
func ExampleDomainResult() {
	d := programme("90%", "80%", action("cycling", "40%", "15%", "0.2 tCO2e", participation.Sampled),
		action("heating", "30%", "5%", "0.1 tCO2e", participation.Sampled), action("bus", "20%", "10%", "0.3 tCO2e", participation.Sampled))
	d.Actions[0].Domain, d.Actions[2].Domain = "수송", "수송 "
	p, err := participation.New(d)
	if err != nil {
		fmt.Println(err)
		return
	}
	r, err := p.Result()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, x := range r.Domains {
		fmt.Printf("%q %v net %s of potential %s\n", x.Domain, x.Actions, x.Total.Net, x.Total.Potential)
	}
	fmt.Println(r.Total.Net)
	// Output:
	// "수송" [cycling bus] net 57.6 tCO2e of potential 500 tCO2e
	// "" [heating] net 18 tCO2e of potential 100 tCO2e
	// 75.6 tCO2e
}

// 1110 counts households in one action and people in another: each times its own number.
func TestTwoUnits(t *testing.T) {
	d := programme("100%", "100%", action("household", "100%", "0%", "75.1 kgCO2e", participation.Pledge),
		action("person", "100%", "0%", "100 kgCO2e", participation.Pledge))
	d.Actions[0].Unit, d.Actions[0].Eligible, d.Actions[0].Saves = ghg.Household, 1056627, saves("homes", ghg.Household, "75.1 kgCO2e")
	d.Actions[1].Eligible = 2450000
	p := must(participation.New(d))
	r := must(p.Result())
	same(t, "79352.6877", r.Actions[0].Total.Net.Tonnes())
	same(t, "245000", r.Actions[1].Total.Net.Tonnes())
	same(t, "324352.6877", r.Total.Net.Tonnes(), "and not the 428,995 of 175.1 kg times people")
	same(t, "0.0751", r.Actions[0].PerOne.Net.Tonnes())
	same(t, "0.1", r.Actions[1].PerOne.Net.Tonnes())

	_, err := r.PerOne()
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(participation.AspectUnit))
	d.Actions[0].Unit, d.Actions[0].Saves = ghg.Person, saves("homes", ghg.Person, "75.1 kgCO2e")
	_, err = must(must(participation.New(d)).Result()).PerOne()
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(participation.AspectEligible))
	assert.ErrorContains(t, err, `action "household" and action "person" do not meet: eligible 1056627 person and 2450000 person: a sum`)

	// Half of the habit lasts, 10 % of the households and 4 % of the people act anyway:
	// a* = (100000/0.5 + 7935.26877 + 9800) / 324352.6877.
	d.Actions[0].Unit, d.Actions[0].Saves = ghg.Household, saves("homes", ghg.Household, "75.1 kgCO2e")
	d.Persistence, d.Actions[0].Baseline, d.Actions[1].Baseline = ghg.MustShare("50%"), ghg.MustShare("10%"), ghg.MustShare("4%")
	b := must(must(participation.New(d)).BreakEven(ghg.MustCO2e("100 ktCO2e")))
	want := new(big.Rat).Quo(dec("217735.26877").Rat(), dec("324352.6877").Rat())
	assert.Zero(t, want.Cmp(b.Exact()), b.Explain())
	// With people at all they can, 0.5 × 0.96 × 245,000 = 117,600; the households of
	// 130 kt are (130000 - 117600)/0.5 / 79352.6877 + 10 %.
	b = must(must(participation.New(d)).BreakEvenOf("household", ghg.MustCO2e("130 ktCO2e")))
	want = new(big.Rat).Quo(dec("24800").Rat(), dec("79352.6877").Rat())
	assert.Zero(t, want.Add(want, big.NewRat(1, 10)).Cmp(b.Exact()), b.Explain())
}

// Each action of a programme in Buk-gu, persistence and overlap included; the
// figures are made up. What has no unit saving is named, and has no figure.
func ExampleActionResult() {
	p, err := participation.New(participation.Definition{
		Name: "북구 탄소중립 실천", Year: 2026, Source: "구 실천계획", Persistence: ghg.MustShare("85%"), Overlap: ghg.MustShare("90%"),
		Actions: []participation.CitizenAction{
			{ID: "heating", Unit: ghg.Household, Eligible: 178000, Adoption: ghg.MustShare("22%"), Baseline: ghg.MustShare("9%"),
				Saves: saves("heating", ghg.Household, "75.1 kgCO2e"), Evidence: participation.Metered},
			{ID: "standby", Unit: ghg.Household, Eligible: 178000, Adoption: ghg.MustShare("41%"), Baseline: ghg.MustShare("30%"),
				Saves: saves("standby", ghg.Household, "32.6 kgCO2e"), Evidence: participation.Sampled},
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
