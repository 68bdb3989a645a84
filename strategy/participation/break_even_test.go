package participation_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// 2.45 Mt a year from 2.45 million people at 1 t each need every one of them;
// where one habit in ten is lost again, no adoption is enough.
func ExampleBreakEven() {
	tonne, err := strategy.FixedSaving(strategy.EmissionSource{EndUse: "all that citizens do"}, strategy.Overlapping, "ten actions",
		ghg.Person, ghg.MustCO2e("1 tCO2e"), "prsinmun 27264")
	if err != nil {
		fmt.Println(err)
		return
	}
	d := participation.Definition{
		Name: "Carbon Reduction 1110", Year: 2030, Persistence: ghg.MustShare("100%"), Overlap: ghg.MustShare("100%"), Source: "prsinmun 27264",
		Actions: []participation.CitizenAction{{ID: "all-ten", Unit: ghg.Person, Eligible: 2450000,
			Adoption: ghg.MustShare("30%"), Baseline: ghg.MustShare("0%"),
			Saves: []strategy.UnitEffect{tonne}, Evidence: participation.Pledge}},
	}
	p, _ := participation.New(d)
	b, _ := p.BreakEven(ghg.MustCO2e("2.45 MtCO2e"))
	fmt.Println(b)
	d.Persistence = ghg.MustShare("90%")
	p, _ = participation.New(d)
	b, _ = p.BreakEven(ghg.MustCO2e("2.45 MtCO2e"))
	fmt.Println(b)
	fmt.Println(p.Name(), "with all in", p.Year(), "cuts", b.Most())
	fmt.Println(b.Reachable(), b.Exact(), b.Missing())
	// Output:
	// 2450000 tCO2e needs one adoption of all actions of 100.00%
	// 2450000 tCO2e cannot be reached: one adoption of all actions would have to be 111.11%, and at 100% the net is 2205000 tCO2e: another measure is needed for 245000 tCO2e
	// Carbon Reduction 1110 with all in 2030 cuts 2205000 tCO2e
	// false 10/9 245000 tCO2e
}

func ExampleProgramme_BreakEven() {
	p, err := participation.New(programme("0%", "80%", action("heating", "30%", "5%", "0.1 tCO2e", participation.Metered)))
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = p.BreakEven(ghg.MustCO2e("10 tCO2e"))
	fmt.Println(errors.Is(err, participation.ErrNoEffect), err)
	// Output: true persistence or overlap is 0%: no adoption cuts anything
}

// How many must cycle, with heating as it is, for 100 t?
func ExampleProgramme_BreakEvenOf() {
	b, err := town().BreakEvenOf("cycling", ghg.MustCO2e("100 tCO2e (AR5)"))
	fmt.Println(b.Explain(), err)
	// Output:
	// adoption at which the net of "Cool town" in 2026 is what is claimed = 0.719444444444
	//   N[i]   # those who may take part
	//   a[i]   # share that takes part
	//   a0[i]   # share that would without the programme
	//   s[i]   # what one saves
	//       i  N     a    a0    s [tCO2e (AR5)]
	//       1  1000  0.4  0.15  0.2              cycling, pledge; survey
	//       2  1000  0.3  0.05  0.1              heating, metered; survey
	//   p         = 0.9   # persistence; source: council paper
	//   o         = 0.8   # share left after overlap; source: council paper
	//   v[i]   # 1 where the adoption is looked for, 0 where it is as it is
	//       i  v
	//       1  1  cycling, pledge; survey
	//       2  0  heating, metered; survey
	//   C         = 100 tCO2e (AR5)   # reduction that is claimed
	//   M         = sum(i: N[i] × (v[i] + (1 - v[i]) × a[i] - a0[i]) × s[i]) × p × o = (1000 × (1 + (1 - 1) × 0.4 - 0.15) × 0.2 + 1000 × (0 + (1 - 0) × 0.3 - 0.05) × 0.1) × 0.9 × 0.8 = 140.4 tCO2e (AR5)   # net at an adoption of 100%
	//   reachable = yes   # whether it can be reached, the first case that holds
	//              ✓ yes it can be reached: C ≤ M: 100 ≤ 140.4
	//              ✓ no  it cannot be reached: another measure is needed
	//   b         = (C / (p × o) - sum(i: N[i] × ((1 - v[i]) × a[i] - a0[i]) × s[i])) / sum(i: v[i] × N[i] × s[i]) = (100 / (0.9 × 0.8) - (1000 × ((1 - 1) × 0.4 - 0.15) × 0.2 + 1000 × ((1 - 0) × 0.3 - 0.05) × 0.1)) / (1 × 1000 × 0.2 + 0 × 1000 × 0.1) = 0.719444444444   # adoption that is needed
	// rounding: to 12 decimal places, half away from zero: b <nil>
}

// What the others reach alone needs no adoption of this one; full adoption is
// still reachable, and zero claimed is met at the baseline.
func TestBreakEvenEdges(t *testing.T) {
	p := town()
	// At no cycling: heating 18, baseline of cycling -21.6; each per cent adds 1.44.
	b := must(p.BreakEvenOf("cycling", ghg.MustCO2e("3.6 tCO2e (AR5)")))
	assert.Equal(t, "1/20", b.Exact().RatString())
	b = must(p.BreakEvenOf("heating", ghg.MustCO2e("0 tCO2e (AR5)"))) // cycling alone reaches 36
	assert.Equal(t, -1, b.Exact().Sign())
	assert.True(t, b.Reachable())
	assert.Equal(t, `0 tCO2e (AR5) is reached without adoption of "heating"`, b.String())
	half := must(participation.New(programme("50%", "50%", action("x", "90%", "20%", "1 tCO2e", participation.Pledge))))
	b = must(half.BreakEven(ghg.MustCO2e("0 tCO2e")))
	assert.Equal(t, "1/5", b.Exact().RatString())
	same(t, "0.2", value(b.Adoption().Value()))
	same(t, "200", b.Most().Tonnes()) // 1000 × 0.8 × 0.25
}

// A claim that is met leaves nothing missing, on the metric of the claim.
func TestMissing(t *testing.T) {
	b := must(town().BreakEven(ghg.MustCO2e("10 tCO2e (AR5)")))
	assert.True(t, b.Missing().Equal(ghg.MustCO2e("0 tCO2e (AR5)")))
	d := programme("1", "1", action("x", "1", "0", "1 tCO2e", participation.Pledge))
	d.Source = "council paper 12"
	assert.Contains(t, must(must(participation.New(d)).Result()).Explain().String(), "source: council paper 12")
	assert.Equal(t, "no result", participation.Result{}.String())
}

func value(d decimal.Decimal, ok bool) decimal.Decimal {
	if !ok {
		panic("undefined")
	}
	return d
}
