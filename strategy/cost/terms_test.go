package cost_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// All that a figure lacks is told at once.
func ExampleTerms() {
	t := cost.Terms{Definition: cost.NPVOverDiscounted, Rate: ghg.MustShare("4.5%"), Timing: cost.EndOfYear, Perspective: cost.Public}
	fmt.Println(t)
	_, err := lights().PerTonne(cost.Terms{Definition: cost.NPVOverDiscounted})
	fmt.Println(err)
	// Output:
	// net present cost over discounted tonnes, at 4.5%, flows at end of year, public perspective
	// measure "LED street lights": cost per tonne: discount rate: none given, allowed is above -100% and at most 100%; 0% must be said
	// timing of cash flows: no timing given, allowed is end of year or start of year
	// perspective: no perspective given, allowed is public, private or social
}

func ExampleTermError() {
	_, err := cost.CapitalRecoveryFactor(ghg.MustShare("5%"), 0)
	var e *cost.TermError
	if errors.As(err, &e) {
		fmt.Printf("%s: %s\n", e.Term, e.Allowed)
	}
	// Output: lifetime: 1 to 450 years
}

func ExampleDefinition() {
	for _, d := range []cost.Definition{cost.AnnualisedOverAnnual, cost.NPVOverDiscounted, cost.NPVOverUndiscounted} {
		fmt.Println(d)
	}
	// Output:
	// annualised cost over annual tonnes
	// net present cost over discounted tonnes
	// net present cost over undiscounted tonnes
}

func ExampleTiming() {
	c, _ := lights().CashFlows()
	for _, t := range []cost.Timing{cost.EndOfYear, cost.StartOfYear} {
		v, _ := c.NPV(ghg.MustShare("4.5%"), t)
		fmt.Println(t, v.Round(0))
	}
	// Output:
	// end of year 892601985 KRW (2024 prices)
	// start of year 1188369074 KRW (2024 prices)
}

func ExamplePerspective() {
	fmt.Println(cost.Public, cost.Private, cost.Social)
	// Output: public private social
}

func TestTermsAreNamed(t *testing.T) {
	assert.Equal(t, "no definition", cost.Definition(0).String())
	assert.Equal(t, "unknown definition (9)", cost.Definition(9).String())
	assert.Equal(t, "no timing", cost.Timing(0).String())
	assert.Equal(t, "no perspective", cost.Perspective(0).String())
	assert.Equal(t, "no definition, at no rate, flows at no timing, no perspective perspective", cost.Terms{}.String())
	assert.False(t, cost.Definition(0).Valid() || cost.Definition(4).Valid() || cost.Timing(0).Valid() || cost.Timing(3).Valid() ||
		cost.Perspective(0).Valid() || cost.Perspective(4).Valid() || cost.Order(0).Valid() || cost.Order(5).Valid())
	assert.True(t, cost.NPVOverUndiscounted.Valid() && cost.StartOfYear.Valid() && cost.Social.Valid() && cost.ByCost.Valid())
}

func TestTermsAreNeeded(t *testing.T) {
	full := terms(cost.NPVOverDiscounted)
	for want, change := range map[string]func(*cost.Terms){
		"definition of the cost per tonne": func(x *cost.Terms) { x.Definition = 4 },
		"discount rate":                    func(x *cost.Terms) { x.Rate = share("450%") },
		"timing of cash flows":             func(x *cost.Terms) { x.Timing = 3 },
		"perspective":                      func(x *cost.Terms) { x.Perspective = 0 },
	} {
		x := full
		change(&x)
		_, err := lights().PerTonne(x)
		var e *cost.TermError
		require.ErrorAs(t, err, &e, want)
		assert.Equal(t, want, e.Term)
	}
	full.Rate = share("100%")
	_, err := lights().PerTonne(full)
	assert.NoError(t, err)
}
