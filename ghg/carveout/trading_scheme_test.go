package carveout_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleTradingScheme() {
	fmt.Println(carveout.KETS)
	fmt.Println(carveout.EUETS, carveout.EUETS.Covers(ghg.Scope2))
	// Output:
	// K-ETS (scope 1, scope 2)
	// EU ETS (scope 1) false
}

func ExampleNewTradingScheme() {
	local, err := carveout.NewTradingScheme("Building ETS", "ordinance 9031, section 4", ghg.Scope1, ghg.Scope2)
	fmt.Println(local, err)
	_, err = carveout.NewTradingScheme("Building ETS", "ordinance 9031, section 4", ghg.Scope3)
	fmt.Println(err)
	// Output:
	// Building ETS (scope 1, scope 2) <nil>
	// trading scheme "Building ETS", scopes "scope 3": allowed are scope 1, direct emissions, and scope 2, purchased energy, each once
}

func TestTradingSchemeRefusals(t *testing.T) {
	for name, f := range map[string]func() (carveout.TradingScheme, error){
		"no name":   func() (carveout.TradingScheme, error) { return carveout.NewTradingScheme("", "s", ghg.Scope1) },
		"no source": func() (carveout.TradingScheme, error) { return carveout.NewTradingScheme("n", "", ghg.Scope1) },
		"long": func() (carveout.TradingScheme, error) {
			return carveout.NewTradingScheme(strings.Repeat("n", 201), "s", ghg.Scope1)
		},
		"none": func() (carveout.TradingScheme, error) { return carveout.NewTradingScheme("n", "s") },
		"unstated": func() (carveout.TradingScheme, error) {
			return carveout.NewTradingScheme("n", "s", ghg.ScopeUnspecified)
		},
		"twice": func() (carveout.TradingScheme, error) {
			return carveout.NewTradingScheme("n", "s", ghg.Scope2, ghg.Scope2)
		},
		"three": func() (carveout.TradingScheme, error) { return carveout.NewTradingScheme("n", "s", 1, 2, 3) },
	} {
		got, err := f()
		assert.Error(t, err, name)
		assert.True(t, got.IsZero(), name)
	}
	longest, err := carveout.NewTradingScheme(strings.Repeat("n", 200), "s", ghg.Scope2, ghg.Scope1)
	require.NoError(t, err)
	assert.True(t, strings.HasSuffix(longest.String(), "(scope 1, scope 2)"))
	assert.Equal(t, "no trading scheme", carveout.TradingScheme{}.String())
	assert.False(t, carveout.TradingScheme{}.Covers(ghg.Scope1))
	assert.Equal(t, "K-ETS", carveout.KETS.Name())
	assert.Contains(t, carveout.EUETS.Source(), "2003/87/EC")
}
