package effect_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// grid is a falling factor of grid electricity: that of 2023 is published, the
// others are made up.
func grid() effect.EmissionFactors {
	return must(effect.NewEmissionFactors("grid electricity", "MWh", []effect.EmissionFactor{
		{Year: 2030, PerUnit: ghg.MustCO2e("0.3 tCO2e (AR5)"), Status: ghg.Projected, Source: "example"},
		{Year: 2022, PerUnit: ghg.MustCO2e("0.475 tCO2e (AR5)"), Source: "example"},
		{Year: 2023, PerUnit: ghg.MustCO2e("0.4173 tCO2e (AR5)"), Source: "GIR, consumption end, published 2025-12-18"},
	}))
}

// solar is what 1.5 GW of rooftop solar might feed in.
func solar() effect.ActivityChanges {
	return must(effect.NewActivityChanges("grid electricity not drawn", "MWh", []effect.ActivityChange{
		{Year: 2030, Amount: dec("2000000"), Status: ghg.Projected, Source: "1.5 GW at about 1,333 h"},
		{Year: 2023, Amount: dec("2000000"), Status: ghg.Projected, Source: "1.5 GW at about 1,333 h"},
	}))
}

// Rooftop solar of 1.5 GW is said to cut 950 kt a year. With a grid that gets
// cleaner the same electricity cuts less. The yield of 2,000 GWh and all
// factors but that of 2023 are examples.
func ExampleCompareFactors() {
	c, err := effect.CompareFactors(solar(), grid(), 2022)
	if err != nil {
		panic(err)
	}
	for year, more := range c.Overstated() {
		frozen, _ := c.Frozen().At(year)
		moving, _ := c.Moving().At(year)
		fmt.Println(year, frozen.CO2e.Format(ghg.Kilotonne, 1), moving.CO2e.Format(ghg.Kilotonne, 1), more.Format(ghg.Kilotonne, 1))
	}
	fmt.Println(c.Frozen().Findings())
	// Output:
	// 2023 950.0 ktCO2e (AR5) 834.6 ktCO2e (AR5) 115.4 ktCO2e (AR5)
	// 2030 950.0 ktCO2e (AR5) 600.0 ktCO2e (AR5) 350.0 ktCO2e (AR5)
	// factor-of-another-year: the factor of grid electricity for 2022 is used for 2023
	// factor-of-another-year: the factor of grid electricity for 2022 is used for 2030
}

func ExampleComparison() {
	c, _ := effect.CompareFactors(solar(), grid(), 2023)
	fmt.Println(c)
	fmt.Print(c.Explain())
	// Output:
	// grid electricity not drawn in MWh, 2023 to 2030; factor of each year, against factor frozen at 2023
	// 2023            834600 tCO2e (AR5) frozen − 834600 tCO2e (AR5) moving = 0 tCO2e (AR5) overstated
	// 2030            834600 tCO2e (AR5) frozen − 600000 tCO2e (AR5) moving = 234600 tCO2e (AR5) overstated
	// saving          change in activity × factor: grid electricity not drawn in MWh, 2023 to 2030; factor of each year
	// factors         grid electricity, CO2e for one MWh, 2022 to 2030
	// 2023            2000000 MWh (projected) × 0.4173 tCO2e (AR5) (2023, actual; GIR, consumption end, published 2025-12-18) = 834600 tCO2e (AR5)
	// 2030            2000000 MWh (projected) × 0.3 tCO2e (AR5) (2030, projected; example) = 600000 tCO2e (AR5)
	// note            factor-projected: the factor of grid electricity for 2030 is projected
	// saving          change in activity × factor: grid electricity not drawn in MWh, 2023 to 2030; factor frozen at 2023
	// factors         grid electricity, CO2e for one MWh, 2022 to 2030
	// 2023            2000000 MWh (projected) × 0.4173 tCO2e (AR5) (2023, actual; GIR, consumption end, published 2025-12-18) = 834600 tCO2e (AR5)
	// 2030            2000000 MWh (projected) × 0.4173 tCO2e (AR5) (2023, actual; GIR, consumption end, published 2025-12-18) = 834600 tCO2e (AR5)
	// warning         factor-of-another-year: the factor of grid electricity for 2023 is used for 2030
}

// The factor of a year is never taken from another in silence.
func ExampleMoving() {
	led, _ := effect.NewActivityChanges("street lighting", "MWh", []effect.ActivityChange{{Year: 2025, Amount: decimal.NewFromInt(1200)}})
	_, err := effect.Moving(led, grid())
	var missing *effect.MissingYearError
	fmt.Println(errors.As(err, &missing), err)
	// Output: true factor of grid electricity: no figure for 2025, and none is carried over from another year: state it
}

func ExampleFrozen() {
	led, _ := effect.NewActivityChanges("street lighting", "MWh", []effect.ActivityChange{{Year: 2025, Amount: decimal.NewFromInt(1200)}})
	saving, _ := effect.Frozen(led, grid(), 2023)
	r, _ := saving.Reductions(strategy.Expected)
	cut, _ := r.At(2025)
	fmt.Println(cut, "-", saving.Findings())
	// Output: 500.76 tCO2e (AR5) - factor-of-another-year: the factor of grid electricity for 2023 is used for 2025
}

// Verified reductions rest on actual figures only.
func ExampleSaving_Reductions() {
	s, _ := effect.Moving(solar(), grid())
	_, err := s.Reductions(strategy.Verified)
	fmt.Println(err)
	// Output: saving in 2023: verified needs actual figures: the change is projected, the factor is that of 2023, actual
}

func ExampleUnitMismatchError() {
	gas, _ := effect.NewEmissionFactors("city gas", "Nm3", []effect.EmissionFactor{{Year: 2023, PerUnit: ghg.MustCO2e("0.00215 tCO2e (AR5)")}})
	_, err := effect.Moving(solar(), gas)
	var unit *effect.UnitMismatchError
	fmt.Println(errors.As(err, &unit), err)
	// Output: true a change in "MWh" does not meet a factor for "Nm3": convert one
}

func TestSavingRefusals(t *testing.T) {
	mwh := func(amount string) []effect.ActivityChange {
		return []effect.ActivityChange{{Year: 2023, Amount: dec(amount)}}
	}
	per := func(c string) []effect.EmissionFactor {
		return []effect.EmissionFactor{{Year: 2023, PerUnit: ghg.MustCO2e(c)}}
	}
	for want, f := range map[string]func() error{
		`factors "" for "MWh": a name`:  func() error { _, err := effect.NewEmissionFactors("", "MWh", per("1 t CO2e")); return err },
		`factors "grid" for "": a name`: func() error { _, err := effect.NewEmissionFactors("grid", "", per("1 t CO2e")); return err },
		`factors "grid" for "MWh": a`:   func() error { _, err := effect.NewEmissionFactors("grid", "MWh", nil); return err },
		"grid: 0 is no year": func() error {
			_, err := effect.NewEmissionFactors("grid", "MWh", make([]effect.EmissionFactor, 1))
			return err
		},
		"grid: 2023 is given twice": func() error {
			_, err := effect.NewEmissionFactors("grid", "MWh", append(per("1 t CO2e"), per("2 t CO2e")...))
			return err
		},
		"grid in 2023: -1 tCO2e: 0 or": func() error { _, err := effect.NewEmissionFactors("grid", "MWh", per("-1 t CO2e")); return err },
		"grid in 2023: a status": func() error {
			x := per("1 t CO2e")
			x[0].Status = 99
			_, err := effect.NewEmissionFactors("grid", "MWh", x)
			return err
		},
		`change in activity "" in "MWh"`:  func() error { _, err := effect.NewActivityChanges("", "MWh", mwh("1")); return err },
		`change in activity "x" in "": a`: func() error { _, err := effect.NewActivityChanges("x", "", mwh("1")); return err },
		`change in activity "x" in "MWh"`: func() error { _, err := effect.NewActivityChanges("x", "MWh", nil); return err },
		"x: 0 is no year": func() error {
			_, err := effect.NewActivityChanges("x", "MWh", make([]effect.ActivityChange, 1))
			return err
		},
		"x: 2023 is given twice": func() error {
			_, err := effect.NewActivityChanges("x", "MWh", append(mwh("1"), mwh("2")...))
			return err
		},
		"x in 2023: a number": func() error {
			_, err := effect.NewActivityChanges("x", "MWh", []effect.ActivityChange{{Year: 2023, Amount: decimal.New(1, 1_000_000)}})
			return err
		},
		"x in 2023: a status": func() error {
			x := mwh("1")
			x[0].Status = 99
			_, err := effect.NewActivityChanges("x", "MWh", x)
			return err
		},
		"no change in activity given":     func() error { _, err := effect.Moving(effect.ActivityChanges{}, grid()); return err },
		"no factors given":                func() error { _, err := effect.Moving(solar(), effect.EmissionFactors{}); return err },
		"frozen factor: 3 is no year":     func() error { _, err := effect.Frozen(solar(), grid(), 3); return err },
		"grid electricity: no figure for": func() error { _, err := effect.Frozen(solar(), grid(), 2029); return err },
		"no figure for 2021":              func() error { _, err := effect.CompareFactors(solar(), grid(), 2021); return err },
		"saving of kind claimed":          func() error { _, err := must(effect.Moving(solar(), grid())).Reductions(strategy.Claimed); return err },
		"no kind of reduction given":      func() error { _, err := must(effect.Moving(solar(), grid())).Reductions(0); return err },
		"reductions need at least one":    func() error { _, err := effect.Saving{}.Reductions(strategy.Expected); return err },
	} {
		assert.ErrorContains(t, f(), want)
	}
	_, err := effect.NewEmissionFactors("grid", "MWh", []effect.EmissionFactor{{Year: 2022, PerUnit: ghg.MustCO2e("1 tCO2e (AR5)")}, {Year: 2023, PerUnit: ghg.MustCO2e("1 tCO2e (AR4)")}})
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
	assert.Equal(t, ghg.MetricMismatchError{A: "AR5", B: "AR4"}, *metric)
	_, err = effect.CompareFactors(effect.ActivityChanges{}, grid(), 2023)
	assert.ErrorContains(t, err, "no change in activity given")

	// A product that grows too long: a factor of 390 decimals, by one of 30.
	f := per("1 tCO2e")
	for range 13 {
		f[0].PerUnit = must(f[0].PerUnit.Scale(dec("1.000000000000000000000000000001")))
	}
	_, err = effect.Moving(must(effect.NewActivityChanges("x", "MWh", mwh("1e-30"))), must(effect.NewEmissionFactors("grid", "MWh", f)))
	assert.ErrorContains(t, err, "saving in 2023: product")
}

func TestSavingZero(t *testing.T) {
	assert.True(t, effect.EmissionFactors{}.IsZero())
	assert.True(t, effect.ActivityChanges{}.IsZero())
	assert.False(t, grid().IsZero())
	assert.Equal(t, "no factors", effect.EmissionFactors{}.String())
	assert.Equal(t, "no change in activity", effect.ActivityChanges{}.String())
	assert.Equal(t, "no saving\n", effect.Saving{}.Explain())
	assert.Equal(t, "no comparison\n", effect.Comparison{}.Explain())
	_, ok := effect.EmissionFactors{}.At(2023)
	assert.False(t, ok)
	_, ok = grid().At(2024)
	assert.False(t, ok)
	_, ok = effect.Saving{}.At(2023)
	assert.False(t, ok)
	for range (effect.EmissionFactors{}).All() {
		t.Fatal("a factor of nothing")
	}
	for range (effect.ActivityChanges{}).All() {
		t.Fatal("a change of nothing")
	}
	for range (effect.Comparison{}).Overstated() {
		t.Fatal("a year of nothing")
	}
	var years []int
	for f := range grid().All() {
		years = append(years, f.Year)
	}
	for c := range solar().All() {
		years = append(years, c.Year)
	}
	c := must(effect.CompareFactors(solar(), grid(), 2022))
	for y := range c.Moving().Years() {
		years = append(years, y.Factor.Year)
	}
	for y := range c.Overstated() {
		years = append(years, y)
		break
	}
	assert.Equal(t, []int{2022, 2023, 2030, 2023, 2030, 2023, 2030, 2023}, years)
}

// More electricity, as for heat pumps, is a negative saving; a factor of
// another year is noted before its year too, and one that is a nowcast.
func TestSavingSigns(t *testing.T) {
	pumps := must(effect.NewActivityChanges("heat pumps", "MWh", []effect.ActivityChange{{Year: 2022, Amount: dec("-1000")}, {Year: 2023, Amount: dec("-1000")}}))
	s := must(effect.Moving(pumps, grid()))
	r := must(s.Reductions(strategy.Verified))
	same(t, "-475", tonnes(t, r, 2022))
	same(t, "-417.3", tonnes(t, r, 2023))
	assert.Zero(t, s.Findings().Len())
	frozen := must(effect.Frozen(pumps, grid(), 2023))
	require.Equal(t, 1, frozen.Findings().Len())
	assert.Equal(t, ghg.Finding{Code: effect.FindingFactorOfAnotherYear, Severity: ghg.Warning, Stated: "2023", Found: "2022",
		Detail: "the factor of grid electricity for 2023 is used for 2022"}, frozen.Findings().All[0])
	for y, d := range must(effect.CompareFactors(pumps, grid(), 2023)).Overstated() {
		same(t, map[int]string{2022: "57.7", 2023: "0"}[y], d.Tonnes(), y) // −417.3 + 475
	}
	_, err := frozen.Reductions(strategy.Verified)
	assert.ErrorContains(t, err, "saving in 2022: verified needs actual figures: the change is actual, the factor is that of 2023, actual")
	nowcast := must(effect.NewEmissionFactors("grid", "MWh", []effect.EmissionFactor{{Year: 2023, PerUnit: ghg.MustCO2e("0.4 tCO2e"), Status: ghg.Nowcast}}))
	s = must(effect.Moving(must(effect.NewActivityChanges("x", "MWh", []effect.ActivityChange{{Year: 2023, Amount: dec("1")}})), nowcast))
	require.Equal(t, 1, s.Findings().Len())
	assert.Equal(t, effect.FindingFactorProjected, s.Findings().All[0].Code)
	_, err = s.Reductions(strategy.Verified)
	assert.ErrorContains(t, err, "the factor is that of 2023, nowcast")
	assert.Contains(t, s.Explain(), "not stated")
}

// A saving is in proportion to the change, and frozen less moving is the change
// times the fall of the factor.
func TestSavingProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		var factors []effect.EmissionFactor
		var changes []effect.ActivityChange
		for y := 2020; y < 2030; y++ {
			factors = append(factors, effect.EmissionFactor{Year: y, PerUnit: must(ghg.NewCO2e(decimal.New(rng.Int64N(900), -3), ghg.Tonne, ghg.AR5))})
			changes = append(changes, effect.ActivityChange{Year: y, Amount: decimal.New(rng.Int64N(2_000_000)-1_000_000, -2)})
		}
		f := must(effect.NewEmissionFactors("grid", "MWh", factors))
		c := must(effect.CompareFactors(must(effect.NewActivityChanges("x", "MWh", changes)), f, 2020))
		for y, d := range c.Overstated() {
			at, _ := c.Moving().At(y)
			want := new(big.Rat).Sub(factors[0].PerUnit.Tonnes().Rat(), at.Factor.PerUnit.Tonnes().Rat())
			want.Mul(want, changes[y-2020].Amount.Rat())
			require.Zero(t, want.Cmp(d.Tonnes().Rat()))
		}
	}
}

// The figure of a year names the change and the factor that it is made of.
func ExampleSavingYear() {
	s, err := effect.Frozen(solar(), grid(), 2023)
	if err != nil {
		fmt.Println(err)
		return
	}
	y, _ := s.At(2030)
	fmt.Println(y.Change.Year, "-", y.Change.Amount, "MWh at the factor of", y.Factor.Year, "=", y.CO2e)
	_, ok := s.At(2025)
	fmt.Println(ok)
	// Output:
	// 2030 - 2000000 MWh at the factor of 2023 = 834600 tCO2e (AR5)
	// false
}
