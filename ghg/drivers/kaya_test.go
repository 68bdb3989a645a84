package drivers_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var units = drivers.KayaUnits{Population: "people", GDP: "USD", Energy: "TJ"}

func kayaYear(year int, p, g, e, c string) drivers.KayaYear {
	return drivers.KayaYear{Year: year, Population: dec(p), GDP: dec(g), Energy: dec(e), Emissions: ghg.MustCO2e(c + " tCO2e (AR5)")}
}

// Years in any order; the effects add up to the change, chained or not.
func TestKayaAddsUp(t *testing.T) {
	k := must(drivers.NewKaya(units, kayaYear(2022, "110", "360", "55", "8.25"), kayaYear(2018, "100", "300", "60", "10.5"),
		kayaYear(2020, "104", "290", "58", "9.125")))
	var years []int
	for y := range k.Years() {
		years = append(years, y.Year)
	}
	assert.Equal(t, []int{2018, 2020, 2022}, years)
	endpoint := must(k.Change(2018, 2022))
	chained := must(k.Chain(2018, 2022))
	for _, x := range []struct {
		change  ghg.CO2e
		effects drivers.KayaEffects
		want    []string
	}{
		// Computed with mpmath 1.2.1, rounded.
		{endpoint.Change, endpoint.KayaEffects, []string{"0.889", "0.812", "-2.513", "-1.438"}},
		{chained.Change, chained.KayaEffects, nil},
	} {
		assert.Equal(t, "-2.25 tCO2e (AR5)", x.change.String())
		sum := ghg.MustCO2e("0 tCO2e (AR5)")
		j := 0
		for f := range drivers.AllKayaFactors() {
			sum = must(sum.Add(x.effects.Of(f)))
			if x.want != nil {
				assert.Equal(t, x.want[j], x.effects.Of(f).Tonnes().Round(3).String(), f)
			}
			j++
		}
		assert.Equal(t, 4, j)
		assert.True(t, sum.Equal(x.change), sum)
		assert.Equal(t, "-2.25 t", must(x.effects.Show(ghg.Tonne, 2)).Total().String())
	}
	assert.Equal(t, endpoint.Decomposition.String(), endpoint.String())
	assert.Equal(t, chained.Decomposition.Explain().ID(), chained.Explain().ID())
	assert.Contains(t, chained.String(), "2018 to 2020 to 2022 (chained)")
	assert.Equal(t, "10.5 tCO2e (AR5)", chained.Base.String())
	assert.Equal(t, "8.25 tCO2e (AR5)", chained.Emissions.String())
	assert.Equal(t, "10.5 tCO2e (AR5)", endpoint.Base.String())
	assert.Equal(t, "8.25 tCO2e (AR5)", endpoint.Emissions.String())
	assert.NotEqual(t, endpoint.Population.String(), chained.Population.String())
	assert.True(t, endpoint.Of(0).IsZero())
	assert.True(t, endpoint.Of(5).IsZero())
	for range drivers.AllKayaFactors() {
		break
	}
}

// A city that emits nothing any more: its carbon intensity is why.
func TestKayaToZero(t *testing.T) {
	k := must(drivers.NewKaya(units, kayaYear(2018, "100", "300", "60", "10"), kayaYear(2050, "90", "400", "40", "0")))
	c := must(k.Change(2018, 2050))
	assert.Equal(t, "-10 tCO2e (AR5)", c.EmissionsPerEnergy.String())
	assert.True(t, c.Population.IsZero())
	_, err := k.HeldConstant(drivers.EmissionsPerEnergy, 2018, 2050)
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "emissions per energy", fault.Field)
	held := must(k.HeldConstant(drivers.Population, 2018, 2050))
	assert.Equal(t, "0 tCO2e (AR5)", held.Held.String())
}

func TestHeldConstant(t *testing.T) {
	k := must(drivers.NewKaya(units, kayaYear(2018, "100", "300", "60", "10.5"), kayaYear(2022, "110", "360", "55", "8.25")))
	for f, want := range map[drivers.KayaFactor]string{
		drivers.Population:         "7.5",    // 8.25 × 100/110
		drivers.GDPPerHead:         "7.5625", // 8.25 × 3/(360/110)
		drivers.EnergyPerGDP:       "10.8",   // 8.25 × 0.2/(55/360)
		drivers.EmissionsPerEnergy: "9.625",  // 8.25 × 0.175/0.15
	} {
		c := must(k.HeldConstant(f, 2018, 2022))
		assert.Equal(t, want+" tCO2e (AR5)", c.Held.String(), f)
		assert.True(t, must(c.Held.Add(c.Difference)).Equal(c.Actual), f)
		assert.Contains(t, c.Explain().String(), "= "+want+" tCO2e (AR5)   # emissions with the factor held")
	}
	c := must(k.HeldConstant(drivers.EmissionsPerEnergy, 2018, 2022))
	assert.Contains(t, c.Explain().String(), "H    = C × (n0 / d0) / (nT / dT) = 8.25 × (10.5 / 60) / (8.25 / 55) = 9.625 tCO2e (AR5)")
	var none drivers.Counterfactual
	assert.Equal(t, "no counterfactual", none.String())
	assert.True(t, none.Explain().IsZero())

	for want, ask := range map[string]func() (drivers.Counterfactual, error){
		"no Kaya factor: hold one of": func() (drivers.Counterfactual, error) { return k.HeldConstant(0, 2018, 2022) },
		"hold one of AllKayaFactors":  func() (drivers.Counterfactual, error) { return k.HeldConstant(5, 2018, 2022) },
		"from 2022 to 2018":           func() (drivers.Counterfactual, error) { return k.HeldConstant(drivers.Population, 2022, 2018) },
		"no figure for 2017":          func() (drivers.Counterfactual, error) { return k.HeldConstant(drivers.Population, 2017, 2022) },
		"no figure for 2023":          func() (drivers.Counterfactual, error) { return k.HeldConstant(drivers.Population, 2018, 2023) },
	} {
		_, err := ask()
		assert.ErrorContains(t, err, want)
	}
	// Huge emissions held to so many places do not fit an amount.
	big := must(drivers.NewKaya(units, kayaYear(2018, "1", "1", "1", "1"), kayaYear(2022, "3", "1", "1", "1e25")))
	assert.Equal(t, "3333333333333333333333333.333333333333", must(big.HeldConstant(drivers.Population, 2018, 2022)).Held.Tonnes().String())
	_, err := big.Change(2018, 2022)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	assert.ErrorContains(t, err, "effect of population")
	_, err = big.Chain(2018, 2022)
	assert.ErrorAs(t, err, &bounds)
}

func TestKayaRefuses(t *testing.T) {
	good := kayaYear(2018, "100", "300", "60", "10")
	sar := good
	sar.Year, sar.Emissions = 2019, ghg.MustCO2e("10 tCO2e (SAR)")
	huge := good
	huge.GDP = decimal.New(1, 1<<30)
	for want, x := range map[string]struct {
		units drivers.KayaUnits
		years []drivers.KayaYear
	}{
		"population: name the unit":                            {drivers.KayaUnits{GDP: "USD", Energy: "TJ"}, []drivers.KayaYear{good}},
		"GDP: name the unit":                                   {drivers.KayaUnits{Population: "people", Energy: "TJ"}, []drivers.KayaYear{good}},
		"energy: name the unit":                                {drivers.KayaUnits{Population: "people", GDP: "USD"}, []drivers.KayaYear{good}},
		`years "0": 1 to 500`:                                  {units, nil},
		`years "501": 1 to 500`:                                {units, make([]drivers.KayaYear, 501)},
		`year "2018": given twice`:                             {units, []drivers.KayaYear{good, good}},
		`2019, emissions "10 tCO2e (SAR)": CO2e on metric AR5`: {units, []drivers.KayaYear{good, sar}},
		`year "1700": years from`:                              {units, []drivers.KayaYear{kayaYear(1700, "1", "1", "1", "1")}},
		`2018, population "0": it must`:                        {units, []drivers.KayaYear{kayaYear(2018, "0", "1", "1", "1")}},
		`2018, GDP "0": it must`:                               {units, []drivers.KayaYear{kayaYear(2018, "1", "0", "1", "1")}},
		`2018, energy "0": it must`:                            {units, []drivers.KayaYear{kayaYear(2018, "1", "1", "0", "1")}},
		`energy "-3": it must be`:                              {units, []drivers.KayaYear{kayaYear(2018, "1", "1", "-3", "1")}},
		`emissions per energy "-1"`:                            {units, []drivers.KayaYear{kayaYear(2018, "1", "1", "1", "-1")}},
		`GDP "out of bounds": a number`:                        {units, []drivers.KayaYear{huge}},
		"at most 200 bytes": {drivers.KayaUnits{Population: "p", GDP: string(make([]byte, 300)),
			Energy: "e"}, []drivers.KayaYear{good}},
	} {
		k, err := drivers.NewKaya(x.units, x.years...)
		assert.ErrorContains(t, err, want)
		for range k.Years() {
			t.Fatal("no years")
		}
	}
	most := make([]drivers.KayaYear, 451)
	for i := range most {
		most[i] = good
		most[i].Year = 1850 + i
	}
	_, err := drivers.NewKaya(units, most...)
	assert.NoError(t, err, "every year that there is")
	_, err = drivers.NewKaya(units, good, sar)
	var mismatch *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &mismatch)
	k := must(drivers.NewKaya(units, good, kayaYear(2019, "1", "1", "1", "1")))
	_, err = k.Change(2018, 2020)
	assert.ErrorContains(t, err, "no figure for 2020")
	_, err = k.Chain(2019, 2018)
	assert.ErrorContains(t, err, "the second year must be later")
	_, err = k.Chain(2018, 2018)
	assert.ErrorContains(t, err, "the second year must be later")
	_, err = drivers.Kaya{}.Change(2018, 2019)
	var missing *ghg.NoFigureError
	assert.ErrorAs(t, err, &missing)
}

// Units that are missing hide no year that does not stand, and a metric is told
// apart.
func TestConstructorsReportAllAtOnce(t *testing.T) {
	fields := func(err error) (all []string) {
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults)
		for _, f := range faults.All {
			all = append(all, f.Of+" "+f.Field)
		}
		return all
	}
	one := decimal.NewFromInt(1)
	_, err := drivers.NewKaya(drivers.KayaUnits{Population: "people", GDP: "won"},
		drivers.KayaYear{Year: 2019, Population: one, GDP: one, Energy: one, Emissions: ghg.MustCO2e("1 tCO2e (AR5)")},
		drivers.KayaYear{Year: 2020, GDP: one, Energy: one, Emissions: ghg.MustCO2e("1 tCO2e (AR6)")}, drivers.KayaYear{Year: 3000})
	assert.Equal(t, []string{"Kaya units energy", "Kaya series, 2020 emissions", "Kaya series, 2020 population", "Kaya series, 3000 emissions",
		"Kaya series year", "Kaya series, 3000 population", "Kaya series, 3000 GDP", "Kaya series, 3000 energy"}, fields(err))
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)

	_, err = drivers.NewPoint(drivers.Identity{}, 1, drivers.Row{}, drivers.Row{Category: "a"})
	assert.Equal(t, []string{"point 1 identity", "point 1 year", `1, "" category`}, fields(err))
	_, err = drivers.Decompose(drivers.Point{}, drivers.Point{})
	assert.Equal(t, []string{"decomposition earlier point", "decomposition later point"}, fields(err))
	_, err = drivers.Attribute(2020, 2019, drivers.Use{}, drivers.Use{})
	assert.Equal(t, []string{"split later year", "split use 1", "split use 2"}, fields(err))
	_, err = drivers.Attribute(2020, 2019)
	assert.Equal(t, []string{"split later year", "split uses"}, fields(err))
}
