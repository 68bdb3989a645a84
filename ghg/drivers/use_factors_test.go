package drivers_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func quantities(name string, byYear map[int]string) ghg.Years[ghg.Quantity] {
	var years []ghg.OfYear[ghg.Quantity]
	for y, q := range byYear {
		years = append(years, ghg.OfYear[ghg.Quantity]{Year: y, Value: ghg.MustQuantity(q)})
	}
	return must(ghg.NewYears(name, "", nil, years...))
}

func gridFactors(years ...ghg.Factor) ghg.Factors {
	return must(ghg.NewFactors(ghg.FactorsDefinition{Of: "electricity", Source: "GIR", Per: ghg.MegawattHour, Years: years}))
}

// Floor area in hectares and electricity in GWh, as the statistics have them, and
// the grid by year: the use is the same as with numbers multiplied by hand.
func ExampleUseOf() {
	area := quantities("floor area", map[int]string{2020: "1230 ha", 2022: "12600000 ㎡"})
	power := quantities("electricity", map[int]string{2020: "920 GWh", 2022: "910000 ㎿h"})
	grid := gridFactors(ghg.Factor{Year: 2020, CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")},
		ghg.Factor{Year: 2022, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")})
	homes, err := drivers.UseOf("homes, electricity", buildings(), grid, area, power)
	fmt.Println(homes, err)

	power = quantities("electricity", map[int]string{2020: "920 GWh", 2023: "905 GWh"})
	_, err = drivers.UseOf("homes, electricity", buildings(), grid, area, power)
	var none *ghg.NoFigureError
	fmt.Println(errors.As(err, &none), none.Of, none.Year)
	// Output:
	// homes, electricity: tCO2e = floor area [m2] × electricity per floor area [MWh/m2] × grid factor [tCO2e/MWh] <nil>
	// true floor area 2023
}

func TestUseOfIsTheUseOfItsNumbers(t *testing.T) {
	area := quantities("floor area", map[int]string{2020: "1230 ha", 2022: "12600000 ㎡"})
	power := quantities("electricity", map[int]string{2020: "920 GWh", 2022: "910000 ㎿h"})
	grid := gridFactors(ghg.Factor{Year: 2020, CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")},
		ghg.Factor{Year: 2022, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)")})
	use, err := drivers.UseOf("homes", buildings(), grid, area, power)
	require.NoError(t, err)
	byHand, err := drivers.NewUse("homes", buildings(),
		drivers.UseYear{Year: 2020, Emissions: ghg.MustCO2e("417772 tCO2e (AR5)"), Quantities: list("12300000", "920000"),
			Factors: list("0.4541")},
		drivers.UseYear{Year: 2022, Emissions: ghg.MustCO2e("379743 tCO2e (AR5)"), Quantities: list("12600000", "910000"),
			Factors: list("0.4173")})
	require.NoError(t, err)
	want, err := drivers.Attribute(2020, 2022, byHand)
	require.NoError(t, err)
	got, err := drivers.Attribute(2020, 2022, use)
	require.NoError(t, err)
	assert.Equal(t, want.Explain().ID(), got.Explain().ID())
}

func TestUseOfRefuses(t *testing.T) {
	area := quantities("floor area", map[int]string{2020: "1230 ha"})
	power := quantities("electricity", map[int]string{2020: "920 GWh"})
	grid := gridFactors(ghg.Factor{CO2e: ghg.MustCO2e("0.4541 tCO2e (AR5)")})
	identity := func(units ...string) drivers.Identity {
		var factors []drivers.Factor
		for i, u := range units {
			factors = append(factors, drivers.Factor{Name: fmt.Sprint("f", i), Unit: u})
		}
		return must(drivers.NewIdentity("tCO2e", ghg.MustShare("0%"), factors...))
	}
	for want, err := range map[string]error{
		"one is needed for each factor":        second(drivers.UseOf("x", buildings(), grid, power)),
		"no factors: one is needed":            second(drivers.UseOf("x", drivers.Identity{}, grid)),
		"the emission factors are per no unit": second(drivers.UseOf("x", buildings(), ghg.Factors{}, area, power)),
		"those behind it in one over the unit": second(drivers.UseOf("x", identity("m2", "MWh", "tCO2e/MWh"), grid, area, power)),
		"the last in tCO2e over it":            second(drivers.UseOf("x", identity("m2", "MWh/m2", "tCO2/MWh"), grid, area, power)),
		"f0 [hides]: unknown unit":             second(drivers.UseOf("x", identity("hides", "MWh/m2", "tCO2e/MWh"), grid, area, power)),
		"f1 [MWh/hides]: unknown unit":         second(drivers.UseOf("x", identity("m2", "MWh/hides", "tCO2e/MWh"), grid, area, power)),
		"it stands over ha, and the factor":    second(drivers.UseOf("x", identity("m2", "MWh/ha", "tCO2e/MWh"), grid, area, power)),
		"the emission factors are per MWh":     second(drivers.UseOf("x", identity("m2", "kWh/m2", "tCO2e/kWh"), grid, area, power)),
		"give no CO2e": second(drivers.UseOf("x", buildings(),
			gridFactors(ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("0.45 t CO2")}}), area, power)),
		"electricity in 2020: an amount in t": second(drivers.UseOf("x", buildings(), grid, area,
			quantities("electricity", map[int]string{2020: "9 t"}))),
		"electricity in 2020: an amount in MJ": second(drivers.UseOf("x", buildings(), grid, area,
			quantities("electricity", map[int]string{2020: "1 MJ"}))),
		`years "0": 1 to`: second(drivers.UseOf("x", buildings(), grid, area, quantities("electricity", nil))),
	} {
		assert.ErrorContains(t, err, want)
	}
}

func second[T any](_ T, err error) error { return err }
