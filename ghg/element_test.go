package ghg_test

import (
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestContent(t *testing.T) {
	for _, c := range []struct {
		gas     ghg.Gas
		element ghg.Element
		share   string // of the mass
	}{
		{ghg.CO2, ghg.Carbon, "3/11"}, {ghg.CO2Biogenic, ghg.Carbon, "3/11"},
		{ghg.CH4, ghg.Carbon, "3/4"}, {ghg.CH4Fossil, ghg.Carbon, "3/4"}, {ghg.CH4NonFossil, ghg.Carbon, "3/4"},
		{ghg.N2O, ghg.Nitrogen, "7/11"},
		{ghg.CO2, ghg.Nitrogen, ""}, {ghg.N2O, ghg.Carbon, ""}, {ghg.SF6, ghg.Carbon, ""},
		{ghg.Gas{}, ghg.Carbon, ""}, {ghg.CO2, 0, ""},
	} {
		n, d, err := c.gas.Content(c.element)
		if c.share == "" {
			var element *ghg.ElementError
			require.ErrorAs(t, err, &element)
			_, err = ghg.MassFromContent(dec("1"), c.element, c.gas, 3)
			assert.Error(t, err)
			continue
		}
		require.NoError(t, err)
		want, _ := new(big.Rat).SetString(c.share)
		assert.Zero(t, big.NewRat(n, d).Cmp(want), "%s in %s", c.element, c.gas)

		m, err := ghg.MassFromContent(dec("123456.789"), c.element, c.gas, 15)
		require.NoError(t, err)
		assert.Equal(t, c.gas, m.Gas())
		back, err := m.Content(c.element, 12)
		require.NoError(t, err)
		assert.True(t, back.Equal(dec("123456.789")), "there and back: %s", back)
	}
	_, err := ghg.MustMass("1 t").Content(ghg.Carbon, 3)
	assert.ErrorContains(t, err, "unstated substance is not counted by its C")
	_, err = ghg.MassFromContent(decimal.New(1, 20_000_000), ghg.Carbon, ghg.CO2, 3)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	assert.Equal(t, "no element C N unknown (9)", fmt.Sprint(ghg.Element(0), " ", ghg.Carbon, " ", ghg.Nitrogen, " ", ghg.Element(9)))
}

// A coal of 25.8 t C/TJ: the CO2 of 1 TJ.
func ExampleMassFromContent() {
	co2, err := ghg.MassFromContent(decimal.RequireFromString("25.8"), ghg.Carbon, ghg.CO2, 3)
	fmt.Println(co2, err)
	_, err = ghg.MassFromContent(decimal.RequireFromString("25.8"), ghg.Carbon, ghg.N2O, 3)
	fmt.Println(err)
	// Output:
	// 94.6 t CO2 <nil>
	// N2O is not counted by its C: carbon is counted in CO2 and CH4, nitrogen in N2O
}

func ExampleMass_Content() {
	nitrogen, err := ghg.MustMass("11 t N2O").Content(ghg.Nitrogen, 3)
	fmt.Println(nitrogen, "t N", err)
	// Output: 7 t N <nil>
}

func ExampleElement() {
	n, d, err := ghg.CH4.Content(ghg.Carbon)
	fmt.Printf("%s in CH4: %d/%d %v\n", ghg.Carbon, n, d, err)
	// Output: C in CH4: 12/16 <nil>
}

func ExampleElementError() {
	_, _, err := ghg.SF6.Content(ghg.Carbon)
	var no *ghg.ElementError
	fmt.Println(errors.As(err, &no), no.Gas, no.Element)
	fmt.Println(err)
	// Output:
	// true SF6 C
	// SF6 is not counted by its C: carbon is counted in CO2 and CH4, nitrogen in N2O
}
