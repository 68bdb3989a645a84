package cost_test

import (
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
	// measure "LED street lights", discount rate: above -100% and at most 100% is allowed; 0% must be said
	// measure "LED street lights", timing "no timing": end of year or start of year is needed
	// measure "LED street lights", perspective "no perspective": public, private or social is needed
}

func ExamplePerTonneDefinition() {
	for _, d := range []cost.PerTonneDefinition{cost.AnnualisedOverAnnual, cost.NPVOverDiscounted, cost.NPVOverUndiscounted} {
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
	assert.Equal(t, "no definition", cost.PerTonneDefinition(0).String())
	assert.Equal(t, "unknown definition (9)", cost.PerTonneDefinition(9).String())
	assert.Equal(t, "no timing", cost.Timing(0).String())
	assert.Equal(t, "no perspective", cost.Perspective(0).String())
	assert.Equal(t, "no definition, at no rate, flows at no timing, no perspective perspective", cost.Terms{}.String())
}

func TestTermsAreNeeded(t *testing.T) {
	full := terms(cost.NPVOverDiscounted)
	for want, change := range map[string]func(*cost.Terms){
		"definition":    func(x *cost.Terms) { x.Definition = 4 },
		"discount rate": func(x *cost.Terms) { x.Rate = share("450%") },
		"timing":        func(x *cost.Terms) { x.Timing = 3 },
		"perspective":   func(x *cost.Terms) { x.Perspective = 0 },
	} {
		x := full
		change(&x)
		_, err := lights().PerTonne(x)
		var f ghg.Fault
		require.ErrorAs(t, err, &f, want)
		assert.Equal(t, want, f.Field)
		assert.Equal(t, `measure "LED street lights"`, f.Of)
	}
	full.Rate = share("100%")
	_, err := lights().PerTonne(full)
	assert.NoError(t, err)
}
