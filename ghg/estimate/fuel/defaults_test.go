package fuel_test

import (
	"fmt"
	"log"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Wood that homes burn: its CO2 is a memo item, its methane counts.
func ExampleDefault() {
	c, err := fuel.Default("Wood / Wood Waste", fuel.Residential, estimate.IPCC2006)
	if err != nil {
		log.Fatal(err)
	}
	c.Burnt, c.Source = ghg.MustQuantity("1000 t"), "survey of households"
	e, err := estimate.Of(c)
	fmt.Println(err)
	fmt.Println(e.Mass(ghg.CO2Biogenic))
	fmt.Println(e.Mass(ghg.CH4NonFossil))
	fmt.Println(e.CO2e(ghg.AR5))
	fmt.Println(c.CH4)

	_, err = fuel.Default("Natural Gas", fuel.Residential, 0)
	fmt.Println(err)
	// Output:
	// <nil>
	// 1747.2 t CO2(b) true
	// 4.68 t CH4-nonfossil true
	// 147.576 tCO2e (AR5) <nil>
	// 300 kg CH4/TJ (net) (default: IPCC 2006 V2 Ch2 T2.5)
	// default stationary combustion, Natural Gas, CO2 (not stated): its edition is needed: IPCC 2006 or IPCC 2019 Refinement
}

// What the tables print of a fuel.
func ExampleDefaults() {
	defaults := fuel.Defaults()
	for d := range defaults.All() {
		if d.Item == "Peat" && d.Condition == "" {
			fmt.Println(d.Parameter, d.Rate, d.Lower, d.Upper, d.Source)
		}
	}
	// Output:
	// NCV 9.76 TJ (net)/Gg 7.80 12.5 IPCC 2006 V2 Ch1 T1.2
	// carbon content 28.9 kg C/GJ (net)   IPCC 2006 V2 Ch1 T1.3
	// oxidation 1   IPCC 2006 V2 Ch1 T1.4
	// biogenic 0   IPCC 2006 V2 Ch1 T1.1
	// CO2 106000 kg CO2/TJ (net) 100000 108000 IPCC 2006 V2 Ch1 T1.4
}

func TestDefaults(t *testing.T) {
	d := fuel.Defaults()
	n, ranges := 0, 0
	for x := range d.All() {
		n++
		assert.NotEmpty(t, x.Source, x)
		assert.Regexp(t, `^IPCC (2006|2019R) V2 Ch[124] T\d`, x.Source)
		if x.Rate.IsUnset() {
			ranges++
		}
	}
	assert.Equal(t, 722, n)
	assert.Equal(t, 3, ranges)
}

// A fuel by the values of tables 1.2, 1.4 and 2.2 to 2.5.
func TestDefaultOfASector(t *testing.T) {
	for sector, ch4 := range map[fuel.Sector]string{fuel.EnergyIndustries: "1", fuel.Manufacturing: "10", fuel.Commercial: "10",
		fuel.Residential: "300"} {
		c, err := fuel.Default("Lignite", sector, estimate.IPCC2006)
		require.NoError(t, err)
		assert.Equal(t, "11.9 TJ (net)/Gg (default: IPCC 2006 V2 Ch1 T1.2)", c.NCV.String())
		assert.Equal(t, "101000", c.CO2.Rate.Amount().String())
		assert.Equal(t, ch4, c.CH4.Rate.Amount().String(), sector)
		assert.Equal(t, "1.5", c.N2O.Rate.Amount().String())
		assert.Equal(t, "0", c.Biogenic.Rate.String())
	}
	c, err := fuel.Default("천연가스", fuel.Commercial, estimate.IPCC2006)
	require.NoError(t, err)
	assert.Equal(t, "Natural Gas", c.Fuel.En)
	c, err = fuel.Default("Industrial Wastes", fuel.Manufacturing, estimate.IPCC2006)
	require.NoError(t, err)
	assert.True(t, c.NCV.IsUnset(), "none is printed")
	for _, peat := range []string{"Peat", "이탄"} {
		c, err = fuel.Default(peat, fuel.Residential, estimate.IPCC2006)
		require.NoError(t, err)
		assert.Equal(t, "0", c.Biogenic.Rate.String(), "peat is fossil")
	}
}

// Every fuel has all that the combustion of it takes.
func TestDefaultsAreWhole(t *testing.T) {
	d := fuel.Defaults()
	fuels := map[string]bool{}
	for x := range d.All() {
		if x.Table == "stationary combustion" {
			fuels[x.Item] = true
		}
	}
	assert.Len(t, fuels, 53)
	for name := range fuels {
		c, err := fuel.Default(name, fuel.Commercial, estimate.IPCC2006)
		require.NoError(t, err, name)
		c.Burnt = ghg.MustQuantity("3 TJ (net)")
		e := burn(t, c)
		assert.Empty(t, e.NotEstimated(), name)
	}
}

func TestDefaultsThatAreRefused(t *testing.T) {
	_, err := fuel.Default("Natural Gas", 0, estimate.IPCC2006)
	assert.ErrorContains(t, err, "sector: the sector is asked")
	assert.Equal(t, "sector not stated", fuel.Sector(9).String())
	_, err = fuel.Default("Moonshine", fuel.Residential, estimate.IPCC2006)
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Contains(t, unknown.Allowed, "Natural Gas")
	_, err = fuel.Default("Natural Gas", fuel.Residential, estimate.IPCC2019)
	require.ErrorAs(t, err, &unknown, "the Refinement has none")
	d := fuel.Defaults()
	_, err = d.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "gas distribution", Condition: "developing countries",
		Parameter: "CH4"})
	assert.ErrorContains(t, err, "1.1E-03 to 2.5E-03")
	_, err = d.Of(estimate.DefaultKey{Edition: estimate.IPCC2019, Table: "gas distribution", Parameter: "CH4",
		Condition: ">50% plastic pipe AND LDAR in use"})
	assert.ErrorContains(t, err, "2 are meant", "per gas and per km")
}

// A default is looked up by a scan of the table.
func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		if _, err := fuel.Default("Other Biogas", fuel.Residential, estimate.IPCC2006); err != nil {
			b.Fatal(err)
		}
	}
}
