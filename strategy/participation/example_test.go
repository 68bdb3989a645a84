package participation_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/participation"
	"github.com/shopspring/decimal"
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
	// programme       Carbon Reduction 1110: 1056627 households, 2 actions; source not stated
	// eligible        N = 1056627 households
	// factors         persistence p = 80%, overlap o = 100%
	// heating-cooling-2c a = 30%, a0 = 10% (self-report), s = 0.0751 tCO2e (prsinmun 29125): net 12696.430032 tCO2e
	// gross           N Σ a s = 23805.80631 tCO2e
	// additional      N Σ (a − a0) s = 15870.53754 tCO2e
	// net             N Σ (a − a0) s × p × o = 12696.430032 tCO2e
	// one unit        gross 0.02253 tCO2e, additional 0.01502 tCO2e, net 0.012016 tCO2e
	// potential       N Σ s = 79352.6877 tCO2e; net is 16.00% of it
	// note            not-quantified: the unit saving of "delete-e-mail" is not known: it is in no figure
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

func ExampleResult() {
	r, _ := town().Result()
	fmt.Println(r)
	fmt.Println(r.Findings)
	for _, a := range r.Actions {
		fmt.Println(a.Action.ID, a.Total.Gross, a.Total.Net)
	}
	// Output:
	// Cool town: net 54 tCO2e (AR5) a year, gross 110 tCO2e (AR5), of potential 18.00%
	// pledge: adoption of "cycling" is a pledge: it counts as potential only
	// cycling 80 tCO2e (AR5) 36 tCO2e (AR5)
	// heating 30 tCO2e (AR5) 18 tCO2e (AR5)
}

// A pledge is no verified reduction. The metered part is.
func ExampleProgramme_Reductions() {
	p := town()
	_, err := p.Reductions(strategy.Verified, 2025, 2026)
	var evidence *participation.EvidenceError
	fmt.Println(errors.As(err, &evidence), err)

	metered, _ := p.Supporting(strategy.Verified)
	r, _ := metered.Reductions(strategy.Verified, 2025, 2026)
	for year, cut := range r.All() {
		fmt.Println(year, r.Kind(), cut)
	}
	// Output:
	// true action "cycling": pledged adoption bears no verified reduction, only potential
	// 2025 verified 18 tCO2e (AR5)
	// 2026 verified 18 tCO2e (AR5)
}

// 2.45 Mt a year from 2.45 million people at 1 t each need every one of them;
// where one habit in ten is lost again, no adoption is enough.
func ExampleBreakEven() {
	tonne, _ := participation.Saves(ghg.MustCO2e("1 tCO2e"), "prsinmun 27264")
	d := participation.Definition{
		Name: "Carbon Reduction 1110", Unit: "people", Eligible: 2450000, Persistence: ghg.MustShare("100%"), Overlap: ghg.MustShare("100%"),
		Actions: []participation.CitizenAction{{ID: "all-ten", Adoption: ghg.MustShare("30%"), Baseline: ghg.MustShare("0%"), Saving: tonne, Evidence: participation.Pledge}},
	}
	p, _ := participation.New(d)
	b, _ := p.BreakEven(ghg.MustCO2e("2.45 MtCO2e"))
	fmt.Println(b)
	d.Persistence = ghg.MustShare("90%")
	p, _ = participation.New(d)
	b, _ = p.BreakEven(ghg.MustCO2e("2.45 MtCO2e"))
	fmt.Println(b)
	fmt.Println(b.Reachable(), b.Exact(), b.Missing())
	// Output:
	// 2450000 tCO2e needs one adoption of all actions of 100.00%
	// 2450000 tCO2e cannot be reached: one adoption of all actions would have to be 111.11%, and at 100% the net is 2205000 tCO2e: another measure is needed for 245000 tCO2e
	// false 10/9 245000 tCO2e
}

// How many must cycle, with heating as it is, for 100 t?
func ExampleProgramme_BreakEvenOf() {
	b, err := town().BreakEvenOf("cycling", ghg.MustCO2e("100 tCO2e (AR5)"))
	fmt.Print(b.Explain(), err, "\n")
	// Output:
	// 100 tCO2e (AR5) needs adoption of "cycling" of 71.94%
	// net(a) = claimed, net(100%) = 140.4 tCO2e (AR5), N = 1000 people, p = 90%, o = 80%: a* = 259/360
	// <nil>
}

func ExampleProgramme_BreakEven() {
	p, _ := participation.New(participation.Definition{
		Name: "Cool town", Unit: "people", Eligible: 1000, Persistence: ghg.MustShare("0%"), Overlap: ghg.MustShare("80%"),
		Actions: []participation.CitizenAction{{ID: "heating", Adoption: ghg.MustShare("30%"), Baseline: ghg.MustShare("5%"), Saving: saves("0.1 tCO2e"), Evidence: participation.Metered}},
	})
	_, err := p.BreakEven(ghg.MustCO2e("10 tCO2e"))
	fmt.Println(errors.Is(err, participation.ErrNoEffect), err)
	// Output: true persistence or overlap is 0%: no adoption cuts anything
}

// Heating 2 °C lower, as energy times factor. The release names the energy, not
// the factors: those here are an example.
func ExampleSavesParts() {
	s, err := participation.SavesParts(
		participation.SavingPart{What: "electricity", Quantity: decimal.RequireFromString("12.4"), Unit: "kWh", Factor: ghg.MustCO2e("0.4594 kgCO2e")},
		participation.SavingPart{What: "city gas", Quantity: decimal.RequireFromString("31.9"), Unit: "Nm3", Factor: ghg.MustCO2e("2.176 kgCO2e"), Source: "example"},
	)
	fmt.Println(s.Explain(), err)
	// Output: 12.4 kWh electricity × 0.0004594 tCO2e + 31.9 Nm3 city gas × 0.002176 tCO2e (example) = 0.07511096 tCO2e <nil>
}

func ExampleSavingPart() {
	_, err := participation.SavesParts(participation.SavingPart{What: "electricity", Quantity: decimal.NewFromInt(12), Factor: ghg.MustCO2e("0.4594 kgCO2e")})
	fmt.Println(err)
	// Output: unit saving, part 1: a name and a unit are needed, such as electricity in kWh
}

func ExampleUnitSaving() {
	var unknown participation.UnitSaving
	fmt.Println(unknown, unknown.Known())
	_, err := participation.Saves(ghg.MustCO2e("0 tCO2e"), "")
	fmt.Println(err)
	// Output:
	// not quantified false
	// unit saving of 0 tCO2e: above 0 is allowed
}

func ExampleEvidenceLevel() {
	fmt.Println(participation.Pledge.Supports(strategy.Potential), participation.Pledge.Supports(strategy.Expected))
	fmt.Println(participation.Metered, participation.Metered.Supports(strategy.Verified))
	// Output:
	// true false
	// metered true
}

func ExampleEvidenceError() {
	err := error(&participation.EvidenceError{Action: "cycling", Evidence: participation.SelfReport, Kind: strategy.Verified})
	fmt.Println(err)
	// Output: action "cycling": self-reported adoption bears no verified reduction, only potential and claimed
}

// All that is wrong comes at once.
func ExampleDefinition() {
	_, err := participation.New(participation.Definition{
		Name: "Cool town", Unit: "people", Eligible: 0, Persistence: ghg.MustShare("90%"),
		Actions: []participation.CitizenAction{{ID: "heating", Adoption: ghg.MustShare("130%"), Baseline: ghg.MustShare("5%"), Saving: saves("0.1 tCO2e")}},
	})
	fmt.Println(err)
	// Output:
	// programme, eligible: 0: 1 or more are allowed
	// programme, overlap factor: not given: state it, if only as 0% or 100%
	// action "heating", adoption: 130%: 0% to 100% are allowed
	// action "heating": no evidence: pledge, self-report, sampled and metered are allowed
}

// Fewer cycle than would have done so anyway: that is shown, not hidden.
func ExampleAmounts() {
	p, _ := participation.New(participation.Definition{
		Name: "Cool town", Unit: "people", Eligible: 1000, Persistence: ghg.MustShare("100%"), Overlap: ghg.MustShare("100%"),
		Actions: []participation.CitizenAction{{ID: "cycling", Adoption: ghg.MustShare("10%"), Baseline: ghg.MustShare("15%"), Saving: saves("0.2 tCO2e"), Evidence: participation.Sampled}},
	})
	r, _ := p.Result()
	fmt.Println(r.Total.Gross, r.Total.Net)
	fmt.Println(r.Findings)
	// Output:
	// 20 tCO2e -10 tCO2e
	// adoption-below-baseline: adoption of "cycling", 10%, is below its baseline of 15%: its figure is negative
}

func ExampleCitizenAction() {
	for a := range town().Actions() {
		fmt.Println(a.ID, a.Adoption, a.Baseline, a.Saving.Explain(), a.Evidence)
	}
	// Output:
	// cycling 40% 15% 0.2 tCO2e (AR5) (travel survey) pledge
	// heating 30% 5% 0.1 tCO2e (AR5) (meters) metered
}
