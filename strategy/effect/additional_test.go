package effect_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func gross(tonnes string) strategy.Reductions {
	return must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{2030: ghg.MustCO2e(tonnes + " tCO2e (AR5)")}))
}

// A subsidy for boilers: a tenth of the reductions is in the baseline already,
// and 20 % of the other buyers would have bought one without it.
func ExampleNet() {
	r, err := effect.Net(gross("5000"), effect.Additionality{
		InBaseline: ghg.MustShare("10%"), FreeRiders: ghg.MustShare("20%"), Source: "survey of 400 buyers",
		Flags: []effect.Flag{{Doubt: effect.Financial, Text: "pays back within 3 years"}},
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(r)
	fmt.Print(r.Explain())
	// Output:
	// expected reductions, 72% of them additional
	// net            gross × (1 - b) × (1 - φ)
	// in baseline    b = 10%
	// free riders    φ = 20%
	// source         survey of 400 buyers
	// 2030           5000 tCO2e (AR5) gross, 3600 tCO2e (AR5) net
	// warning        flag 1, pays-for-itself: financial: pays back within 3 years
}

// What law requires anyway counts for nothing, unless somebody argues that it
// does. Nobody having decided is an error.
func ExampleAdditionality() {
	a := effect.Additionality{
		FreeRiders: ghg.MustShare("0%"), InBaseline: ghg.MustShare("0%"),
		Flags: []effect.Flag{{Doubt: effect.Regulatory, Text: "zero-energy building certificate, required of new public buildings"}},
	}
	_, err := effect.Net(gross("1200"), a)
	fmt.Println(errors.Is(err, effect.ErrUndecided))

	a.Required = effect.NotCounted
	r, _ := effect.Net(gross("1200"), a)
	cut, _ := r.Net().At(2030)
	fmt.Println(cut, "-", r.Findings())

	a.Required, a.Argument = effect.Counted, "the city builds a grade above what is required"
	r, _ = effect.Net(gross("1200"), a)
	cut, _ = r.Net().At(2030)
	fmt.Println(cut, "-", r.Findings().All[0].Severity, r.Findings())
	// Output:
	// true
	// 0 tCO2e (AR5) - flag 1, required-by-law: regulatory: zero-energy building certificate, required of new public buildings; not counted
	// 1200 tCO2e (AR5) - serious flag 1, required-by-law: regulatory: zero-energy building certificate, required of new public buildings; counted: the city builds a grade above what is required
}

func ExampleAdditional() {
	r, _ := effect.Net(gross("1000"), effect.Additionality{FreeRiders: ghg.MustShare("25%"), InBaseline: ghg.MustShare("0%")})
	a, _ := r.Gross().At(2030)
	b, _ := r.Net().At(2030)
	fmt.Println(a, b, r.Net().Kind())
	fmt.Println(effect.Additional{})
	// Output:
	// 1000 tCO2e (AR5) 750 tCO2e (AR5) expected
	// no reductions
}

func ExampleFlag() {
	_, err := effect.Net(gross("1000"), effect.Additionality{FreeRiders: ghg.MustShare("0%"), InBaseline: ghg.MustShare("0%"),
		Flags: []effect.Flag{{Doubt: effect.BusinessAsUsual}}})
	fmt.Println(err)
	// Output:
	// flag 1, text: say what the doubt rests on: the law and its article, the practice, the payback
}

func ExampleDoubt() {
	fmt.Println(effect.Regulatory, effect.Doubt(0).Valid(), effect.Doubt(7))
	// Output: regulatory false unknown (7)
}

func ExampleLegalDecision() {
	fmt.Println(effect.Undecided, effect.NotCounted, effect.Counted, effect.LegalDecision(9))
	// Output: undecided not counted counted unknown (9)
}

func TestNetRefusals(t *testing.T) {
	law := []effect.Flag{{Doubt: effect.Regulatory, Text: "an act"}}
	for want, change := range map[string]func(a *effect.Additionality){
		`additionality, free riders: state it`:                func(a *effect.Additionality) { a.FreeRiders = ghg.Share{} },
		`free riders "101%": 0%`:                              func(a *effect.Additionality) { a.FreeRiders = ghg.MustShare("101%") },
		`share in the baseline: state it`:                     func(a *effect.Additionality) { a.InBaseline = ghg.Share{} },
		`share in the baseline "-1%"`:                         func(a *effect.Additionality) { a.InBaseline = ghg.MustShare("-1%") },
		"flag 1, doubt \"unknown (0)\": regulatory, business": func(a *effect.Additionality) { a.Flags = make([]effect.Flag, 1) },
		`flag 2, doubt "unknown (4)"`: func(a *effect.Additionality) {
			a.Flags = []effect.Flag{{effect.Financial, "x"},
				{4, "x"}}
		},
		`decision "unknown (3)": not counted and counted`: func(a *effect.Additionality) { a.Required = 3 },
		`decision "counted": no flag says`:                func(a *effect.Additionality) { a.Required = effect.Counted },
		"argument: what law requires is counted: say why": func(a *effect.Additionality) { a.Flags, a.Required = law, effect.Counted },
		"law requires the action: say whether":            func(a *effect.Additionality) { a.Flags = append([]effect.Flag{{effect.Financial, "x"}}, law...) },
		`decision "not counted": no flag says`: func(a *effect.Additionality) {
			a.Required, a.Flags = effect.NotCounted, []effect.Flag{{effect.Financial, "x"}}
		},
	} {
		a := effect.Additionality{FreeRiders: ghg.MustShare("0%"), InBaseline: ghg.MustShare("0%")}
		change(&a)
		_, err := effect.Net(gross("1"), a)
		assert.ErrorContains(t, err, want)
	}
	_, err := effect.Net(strategy.Reductions{}, effect.Additionality{})
	assert.ErrorContains(t, err, "additional reductions, reductions: none given")
	assert.ErrorContains(t, err, "free riders: state it", "all at once")
	// All at once.
	_, err = effect.Net(gross("1"), effect.Additionality{Flags: law})
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 2, faults.Len())
	assert.ErrorIs(t, err, effect.ErrUndecided)
	// A share of more decimals than the door allows.
	_, err = effect.Net(gross("1"), effect.Additionality{
		FreeRiders: ghg.MustShare("0.000000000000000000000000000001%"), InBaseline: ghg.MustShare("0")})
	assert.ErrorContains(t, err, "net reductions in 2030: factor")
	assert.Equal(t, "no reductions\n", effect.Additional{}.Explain())
	assert.Equal(t, "business as usual", effect.BusinessAsUsual.String())
	assert.Equal(t, "financial", effect.Financial.String())
	assert.True(t, effect.Financial.Valid())
}

// With b = a0/a, net is what the participation formula N (a - a0) s (1 - φ)
// gives: of 2,000 households 40 % adopt, 10 % would anyway, 3 t each, 25 % free
// riders beyond these. 2000 × 0.3 × 3 × 0.75 = 1350 of 2400.
func TestNetMeetsBaselineAdoption(t *testing.T) {
	phi := ghg.MustShare("25%")
	whole := must(effect.Net(gross("2400"), effect.Additionality{InBaseline: ghg.MustShare("25%"), FreeRiders: phi}))
	beyond := must(effect.Net(gross("1800"), effect.Additionality{InBaseline: ghg.MustShare("0%"), FreeRiders: phi}))
	same(t, "1350", tonnes(t, whole.Net(), 2030))
	same(t, "1350", tonnes(t, beyond.Net(), 2030))
	for _, all := range []effect.Additionality{
		{InBaseline: ghg.MustShare("100%"), FreeRiders: ghg.MustShare("30%")},
		{InBaseline: ghg.MustShare("30%"), FreeRiders: ghg.MustShare("100%")},
	} {
		same(t, "0", tonnes(t, must(effect.Net(gross("2400"), all)).Net(), 2030))
	}
	// An increase that would have come anyway is not the action's either.
	same(t, "-75", tonnes(t, must(effect.Net(gross("-100"), effect.Additionality{InBaseline: ghg.MustShare("0%"), FreeRiders: phi})).Net(),
		2030))
}

// What law requires and is not counted is 0 whatever the shares; the order of
// flags stays; the caller's slice is not held.
func TestNetEdges(t *testing.T) {
	a := effect.Additionality{FreeRiders: ghg.MustShare("60%"), InBaseline: ghg.MustShare("40%"), Flags: []effect.Flag{
		{effect.BusinessAsUsual, "every new flat has it"}, {effect.Regulatory, "an act"}, {effect.Financial, "pays back"}},
		Required: effect.NotCounted}
	r := must(effect.Net(gross("100"), a))
	same(t, "0", tonnes(t, r.Net(), 2030))
	same(t, "100", tonnes(t, r.Gross(), 2030))
	a.Flags[1].Text = "another act"
	assert.Contains(t, r.Explain(), "required-by-law: regulatory: an act; not counted")
	assert.Contains(t, r.Explain(), "net            0, as law requires the action and it is not counted\n")
	assert.Contains(t, r.Explain(), "source         not stated\n")
	var codes []string
	for _, f := range r.Findings().All {
		codes = append(codes, f.Code)
		assert.Equal(t, ghg.Warning, f.Severity)
	}
	assert.Equal(t, []string{effect.FindingBusinessAsUsual, effect.FindingRegulatory, effect.FindingFinancial}, codes)
	assert.Equal(t, "not counted", r.Findings().All[1].Found)
	assert.Equal(t, "expected reductions, 0% of them additional", r.String())
}

// Net is in proportion to gross and never more.
func TestNetProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	for range 200 {
		phi := rng.Int64N(1001)
		b := rng.Int64N(1001)
		a := effect.Additionality{FreeRiders: must(ghg.NewShare(decimal.New(phi, -3))), InBaseline: must(ghg.NewShare(decimal.New(b, -3)))}
		g := rng.Int64N(1_000_000)
		net := tonnes(t, must(effect.Net(gross(fmt.Sprint(g)), a)).Net(), 2030)
		require.True(t, net.Equal(decimal.New(g*(1000-phi)*(1000-b), -6)), net)
	}
}
