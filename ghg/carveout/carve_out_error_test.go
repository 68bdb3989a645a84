package carveout_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Kilograms that were typed as tonnes do not pass.
func ExampleExceedsError() {
	wrong := smallMill()
	wrong.Emissions[0].CO2e = t5("3000000") // kg
	register, _ := carveout.NewRegister(townRegister(wrong))
	_, err := register.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both,
		Sectors: []carveout.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
	var exceeds *carveout.ExceedsError
	if errors.As(err, &exceeds) {
		fmt.Println("look at the units of", exceeds.Sites[0].Facility, "in", exceeds.Year)
	}
	fmt.Println(exceeds)
	// Output:
	// look at the units of small mill in 2021
	// GPC 1.1 I.3 in 2021 is 96000 tCO2e (AR5), and its sites emit 3000000 tCO2e (AR5): "small mill" 3000000 tCO2e (AR5); look at units, years and boundary
}

// Nobody has asked the mill for its electricity of 2022.
func ExampleRegister_CarveOut_missing() {
	m := mill()
	m.Emissions = append(m.Emissions, emits(2022, "I.3.1", ghg.Scope1, "40000"))
	register, _ := carveout.NewRegister(townRegister(m))
	_, err := register.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2022: "805000"}), Scopes: both}, managedView)
	var none *ghg.NoFigureError
	if errors.As(err, &none) {
		fmt.Println("ask for", none.Year, "of", none.Of)
	}
	fmt.Println(err)
	// Output:
	// ask for 2022 of facility "mill", scope 2
	// carve-out for "town": facility "mill", scope 2: no figure for 2022: the trading scheme covers it, and what is missing is not 0: state a 0 where there is none
}

// The incinerator sells heat to the mill: the heat is in its own chimney.
func ExampleDoubleError() {
	m := mill()
	m.Emissions[1].Supplier = "incinerator"
	register, _ := carveout.NewRegister(townRegister(m, incinerator()))
	_, err := register.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both}, managedView)
	var double *carveout.DoubleError
	if errors.As(err, &double) {
		fmt.Println("ask", double.Supplier, "and", double.Facility)
	}
	fmt.Println(double)
	// Output:
	// ask incinerator and mill
	// the energy that "mill" bought from "incinerator" in 2021 is in the direct emissions of "incinerator" already, and would be subtracted twice: leave out one of them
}

func TestManyErrorsAreCounted(t *testing.T) {
	var sites []carveout.Facility
	for i := range 600 {
		f := mill()
		f.ID, f.Name, f.Emissions = fmt.Sprint(i), fmt.Sprint(i), nil
		sites = append(sites, f)
	}
	_, err := must(carveout.NewRegister(townRegister(sites...))).CarveOut(townTotals(), managedView)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "and 200 more")
	assert.Equal(t, 1001, len(strings.Split(err.Error(), "\n")))
}

// Two sites together emit more than the sector holds. Which one has the wrong
// unit?
func ExampleSiteAmount() {
	small := smallMill()
	small.Emissions[0].CO2e = t5("58600") // kg once more
	register := must(carveout.NewRegister(townRegister(mill(), small)))
	_, err := register.CarveOut(carveout.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both,
		Sectors: []carveout.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
	var exceeds *carveout.ExceedsError
	if errors.As(err, &exceeds) {
		for _, s := range exceeds.Sites {
			fmt.Println(s.Facility, s.CO2e)
		}
		fmt.Println("together", exceeds.Sum, "of", exceeds.Total)
	}
	// Output:
	// mill 59950.75 tCO2e (AR5)
	// small mill 58600 tCO2e (AR5)
	// together 118550.75 tCO2e (AR5) of 96000 tCO2e (AR5)
}
