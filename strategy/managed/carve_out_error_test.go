package managed_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/managed"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Kilograms that were typed as tonnes do not pass.
func ExampleExceedsError() {
	wrong := smallMill()
	wrong.Emissions[0].CO2e = t5("3000000") // kg
	register, _ := managed.NewRegister(townRegister(wrong))
	_, err := register.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both,
		Sectors: []managed.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
	var exceeds *managed.ExceedsError
	fmt.Println(errors.As(err, &exceeds))
	fmt.Println(exceeds)
	// Output:
	// true
	// GPC 1.1 I.3 in 2021 is 96000 tCO2e (AR5), and its sites emit 3000000 tCO2e (AR5): "small mill" 3000000 tCO2e (AR5); look at units, years and boundary
}

// Nobody has asked the mill for its electricity of 2022.
func ExampleMissingError() {
	m := mill()
	m.Emissions = append(m.Emissions, emits(2022, "I.3.1", ghg.Scope1, "40000"))
	register, _ := managed.NewRegister(townRegister(m))
	_, err := register.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2022: "805000"}), Scopes: both}, managedView)
	fmt.Println(err)
	// Output:
	// carve-out for "town": facility "mill" is covered in 2022, and has no figure of scope 2: what is missing is not 0; state a 0 where there is none
}

// The incinerator sells heat to the mill: the heat is in its own chimney.
func ExampleDoubleError() {
	m := mill()
	m.Emissions[1].Supplier = "incinerator"
	register, _ := managed.NewRegister(townRegister(m, incinerator()))
	_, err := register.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both}, managedView)
	var double *managed.DoubleError
	fmt.Println(errors.As(err, &double))
	fmt.Println(double)
	// Output:
	// true
	// the energy that "mill" bought from "incinerator" in 2021 is in the direct emissions of "incinerator" already, and would be subtracted twice: leave out one of them
}

func TestManyErrorsAreCounted(t *testing.T) {
	var sites []managed.Facility
	for i := range 600 {
		f := mill()
		f.ID, f.Name, f.Emissions = fmt.Sprint(i), fmt.Sprint(i), nil
		sites = append(sites, f)
	}
	_, err := must(managed.NewRegister(townRegister(sites...))).CarveOut(townTotals(), managedView)
	require.Error(t, err)
	assert.Contains(t, err.Error(), "and 200 more")
	assert.Equal(t, 1001, len(strings.Split(err.Error(), "\n")))
}

// Two sites together emit more than the sector holds. Which one has the wrong
// unit?
func ExampleSiteAmount() {
	small := smallMill()
	small.Emissions[0].CO2e = t5("58600") // kg once more
	register := must(managed.NewRegister(townRegister(mill(), small)))
	_, err := register.CarveOut(managed.Totals{Citywide: citywide(published, map[int]string{2021: "812000"}), Scopes: both,
		Sectors: []managed.Sector{{Category: category("I.3"), ByYear: map[int]ghg.CO2e{2021: t5("96000")}}}}, managedView)
	var exceeds *managed.ExceedsError
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
