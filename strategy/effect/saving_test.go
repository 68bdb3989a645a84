package effect_test

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/effect"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// grid is a falling factor of grid electricity: that of 2023 is published, the
// others are made up.
func grid() ghg.Factors {
	return factors("grid electricity", ghg.MegawattHour,
		ghg.Factor{Year: 2030, CO2e: ghg.MustCO2e("0.3 tCO2e (AR5)"), Status: ghg.Projected, Source: "example"},
		ghg.Factor{Year: 2022, CO2e: ghg.MustCO2e("0.475 tCO2e (AR5)"), Source: "example"},
		ghg.Factor{Year: 2023, CO2e: ghg.MustCO2e("0.4173 tCO2e (AR5)"), Source: "GIR, consumption end, published 2025-12-18"},
	)
}

func factors(of string, per ghg.Unit, years ...ghg.Factor) ghg.Factors {
	return must(ghg.NewFactors(ghg.FactorsDefinition{Of: of, Source: "example", Per: per, Years: years}))
}

type change = ghg.OfYear[ghg.Quantity]

func changes(name string, years ...change) ghg.Years[ghg.Quantity] {
	return must(ghg.NewYears(name, "", nil, years...))
}

// solar is what 1.5 GW of rooftop solar might feed in.
func solar() ghg.Years[ghg.Quantity] {
	return changes("grid electricity not drawn",
		change{Year: 2030, Value: ghg.MustQuantity("2000000 MWh"), Status: ghg.Projected, Source: "1.5 GW at about 1,333 h"},
		change{Year: 2023, Value: ghg.MustQuantity("2000000 MWh"), Status: ghg.Projected, Source: "1.5 GW at about 1,333 h"},
	)
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
	// 2023, factor-of-another-year: the factor of grid electricity is that of 2022
	// 2030, factor-of-another-year: the factor of grid electricity is that of 2022
}

func ExampleComparison() {
	c, _ := effect.CompareFactors(solar(), grid(), 2023)
	fmt.Println(c)
	fmt.Print(c.Explain())
	// Output:
	// grid electricity not drawn, 2023 and 2030; factor of each year, against factor frozen at 2023
	// 2023           834600 tCO2e (AR5) frozen - 834600 tCO2e (AR5) moving = 0 tCO2e (AR5) overstated
	// 2030           834600 tCO2e (AR5) frozen - 600000 tCO2e (AR5) moving = 234600 tCO2e (AR5) overstated
	// saving         change in activity × factor: grid electricity not drawn, 2023 and 2030; factor of each year
	// factors        grid electricity, CO2e (AR5) per MWh, 2022, 2023 and 2030
	// 2023           2000000 MWh (projected) × 0.4173 tCO2e (AR5) per MWh (2023, actual; GIR, consumption end, published 2025-12-18) = 834600 tCO2e (AR5)
	// 2030           2000000 MWh (projected) × 0.3 tCO2e (AR5) per MWh (2030, projected; example) = 600000 tCO2e (AR5)
	// note           2030, factor-projected: the factor of grid electricity for 2030 is projected
	// saving         change in activity × factor: grid electricity not drawn, 2023 and 2030; factor frozen at 2023
	// factors        grid electricity, CO2e (AR5) per MWh, 2022, 2023 and 2030
	// 2023           2000000 MWh (projected) × 0.4173 tCO2e (AR5) per MWh (2023, actual; GIR, consumption end, published 2025-12-18) = 834600 tCO2e (AR5)
	// 2030           2000000 MWh (projected) × 0.4173 tCO2e (AR5) per MWh (2023, actual; GIR, consumption end, published 2025-12-18) = 834600 tCO2e (AR5)
	// warning        2030, factor-of-another-year: the factor of grid electricity is that of 2023
}

// The factor of a year is never taken from another in silence.
func ExampleMoving() {
	led, _ := ghg.NewYears("street lighting", "", nil, ghg.OfYear[ghg.Quantity]{Year: 2025, Value: ghg.MustQuantity("1200 MWh")})
	_, err := effect.Moving(led, grid())
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		fmt.Println("ask for the factor of", missing.Year)
	}
	fmt.Println(err)
	// Output:
	// ask for the factor of 2025
	// saving in 2025: factors of grid electricity: no figure for 2025 (there are figures for 2022, 2023 and 2030): what is missing is not 0, and none is carried over from another year: state it
}

func ExampleFrozen() {
	led, _ := ghg.NewYears("street lighting", "", nil, ghg.OfYear[ghg.Quantity]{Year: 2025, Value: ghg.MustQuantity("1200 MWh")})
	saving, _ := effect.Frozen(led, grid(), 2023)
	r, _ := saving.Reductions(strategy.Expected)
	cut, _ := r.At(2025)
	fmt.Println(cut, "-", saving.Findings())
	// Output:
	// 500.76 tCO2e (AR5) - 2025, factor-of-another-year: the factor of grid electricity is that of 2023
}

// Heat pumps need more electricity: the change is negative, and so is the
// saving. The meters count kilowatt-hours, the factors are per megawatt-hour.
func ExampleSaving() {
	pumps, _ := ghg.NewYears("heat pumps", "", nil,
		ghg.OfYear[ghg.Quantity]{Year: 2023, Value: ghg.MustQuantity("-1000000 kWh"), Source: "meters"})
	s, _ := effect.Moving(pumps, grid())
	fmt.Print(s.Explain())
	// Output:
	// saving         change in activity × factor: heat pumps, 2023; factor of each year
	// factors        grid electricity, CO2e (AR5) per MWh, 2022, 2023 and 2030
	// 2023           -1000000 kWh (actual) × 0.4173 tCO2e (AR5) per MWh (2023, actual; GIR, consumption end, published 2025-12-18) = -417.3 tCO2e (AR5)
}

// A fuel has one factor in all years.
func TestFactorOfAllYears(t *testing.T) {
	diesel := factors("diesel", ghg.Litre, ghg.Factor{CO2e: ghg.MustCO2e("2.6 kgCO2e (AR5)")})
	buses := changes("city buses", change{Year: 2024, Value: ghg.MustQuantity("1000 L")})
	for _, s := range []effect.Saving{must(effect.Moving(buses, diesel)), must(effect.Frozen(buses, diesel, 2020))} {
		same(t, "2.6", tonnes(t, must(s.Reductions(strategy.Verified)), 2024))
		assert.Zero(t, s.Findings().Len())
		assert.Contains(t, s.Explain(), "(all years, actual; example)")
	}
	planned := factors("diesel", ghg.Litre, ghg.Factor{CO2e: ghg.MustCO2e("2.6 kgCO2e (AR5)"), Status: ghg.Projected})
	assert.Contains(t, must(effect.Moving(buses, planned)).Findings().String(), "the factor of diesel for all years is projected")
}

// Verified reductions rest on actual figures only.
func ExampleSaving_Reductions() {
	s, _ := effect.Moving(solar(), grid())
	_, err := s.Reductions(strategy.Verified)
	fmt.Println(err)
	// Output:
	// saving 2023, kind "verified": actual figures are needed: the change is projected, the factor is that of 2023, actual
	// saving 2030, kind "verified": actual figures are needed: the change is projected, the factor is that of 2030, projected
}

func TestSavingRefusals(t *testing.T) {
	one := func(quantity string) ghg.Years[ghg.Quantity] {
		return changes("x", change{Year: 2023, Value: ghg.MustQuantity(quantity)})
	}
	for want, f := range map[string]func() error{
		"change in activity: none given":  func() error { _, err := effect.Moving(ghg.Years[ghg.Quantity]{}, grid()); return err },
		"no emission factors given":       func() error { _, err := effect.Moving(solar(), ghg.Factors{}); return err },
		"frozen factor: year 3":           func() error { _, err := effect.Frozen(solar(), grid(), 3); return err },
		"grid electricity: no figure for": func() error { _, err := effect.Frozen(solar(), grid(), 2029); return err },
		"no figure for 2021":              func() error { _, err := effect.CompareFactors(solar(), grid(), 2021); return err },
		`saving, kind "claimed"`: func() error {
			_,
				err := must(effect.Moving(solar(), grid())).Reductions(strategy.Claimed)
			return err
		},
		`saving, kind "no kind": allowed`: func() error { _, err := must(effect.Moving(solar(), grid())).Reductions(0); return err },
		"reductions, years: at least one": func() error { _, err := effect.Saving{}.Reductions(strategy.Expected); return err },
	} {
		assert.ErrorContains(t, f(), want)
	}
	_, err := effect.CompareFactors(ghg.Years[ghg.Quantity]{}, grid(), 2023)
	assert.ErrorContains(t, err, "change in activity: none given")
	var unit *ghg.UnitMismatchError
	_, err = effect.Moving(one("1 Nm3"), grid())
	require.ErrorAs(t, err, &unit)
	gases := factors("city gas", ghg.NormalCubicMetre, ghg.Factor{Gases: []ghg.Mass{ghg.MustMass("2.1 kg CO2")}})
	_, err = effect.Moving(one("1 Nm3"), gases)
	require.ErrorIs(t, err, ghg.ErrFactorsByGas)

	// A product that grows too long: a factor of 390 decimals, by one of 30.
	c := ghg.MustCO2e("1 tCO2e")
	for range 13 {
		c = must(c.Scale(dec("1.000000000000000000000000000001")))
	}
	_, err = effect.Moving(one("1e-30 MWh"), factors("grid", ghg.MegawattHour, ghg.Factor{Year: 2023, CO2e: c}))
	assert.ErrorContains(t, err, "saving in 2023: ")
	var bounds *exact.BoundsError
	require.ErrorAs(t, err, &bounds)
}

func TestSavingZero(t *testing.T) {
	assert.Equal(t, "no saving\n", effect.Saving{}.Explain())
	assert.Equal(t, "no comparison\n", effect.Comparison{}.Explain())
	_, ok := effect.Saving{}.At(2023)
	assert.False(t, ok)
	for range (effect.Comparison{}).Overstated() {
		t.Fatal("a year of nothing")
	}
	var years []int
	c := must(effect.CompareFactors(solar(), grid(), 2022))
	for y := range c.Moving().Years() {
		years = append(years, y.Factor.Year)
	}
	for y := range c.Overstated() {
		years = append(years, y)
		break
	}
	assert.Equal(t, []int{2023, 2030, 2023}, years)
}

// More electricity, as for heat pumps, is a negative saving; a factor of
// another year is noted before its year too, and one that is a nowcast.
func TestSavingSigns(t *testing.T) {
	less := ghg.MustQuantity("-1000 MWh")
	pumps := changes("heat pumps", change{Year: 2022, Value: less}, change{Year: 2023, Value: less})
	s := must(effect.Moving(pumps, grid()))
	r := must(s.Reductions(strategy.Verified))
	same(t, "-475", tonnes(t, r, 2022))
	same(t, "-417.3", tonnes(t, r, 2023))
	assert.Zero(t, s.Findings().Len())
	frozen := must(effect.Frozen(pumps, grid(), 2023))
	require.Equal(t, 1, frozen.Findings().Len())
	assert.Equal(t, ghg.Finding{Code: effect.FindingFactorOfAnotherYear, Severity: ghg.Warning, Of: "2022", Stated: "2023", Found: "2022",
		Detail: "the factor of grid electricity is that of 2023"}, frozen.Findings().All[0])
	for y, d := range must(effect.CompareFactors(pumps, grid(), 2023)).Overstated() {
		same(t, map[int]string{2022: "57.7", 2023: "0"}[y], d.Tonnes(), y) // -417.3 + 475
	}
	_, err := frozen.Reductions(strategy.Verified)
	assert.ErrorContains(t, err,
		`saving 2022, kind "verified": actual figures are needed: the change is actual, the factor is that of 2023, actual`)
	nowcast := factors("grid", ghg.MegawattHour, ghg.Factor{Year: 2023, CO2e: ghg.MustCO2e("0.4 tCO2e"), Status: ghg.Nowcast})
	s = must(effect.Moving(changes("x", change{Year: 2023, Value: ghg.MustQuantity("1 MWh")}), nowcast))
	require.Equal(t, 1, s.Findings().Len())
	assert.Equal(t, effect.FindingFactorProjected, s.Findings().All[0].Code)
	_, err = s.Reductions(strategy.Verified)
	assert.ErrorContains(t, err, "the factor is that of 2023, nowcast")
}

// A saving is in proportion to the change, and frozen less moving is the change
// times the fall of the factor.
func TestSavingProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 8))
	for range 100 {
		var perMWh []ghg.Factor
		var fed []change
		for y := 2020; y < 2030; y++ {
			perMWh = append(perMWh, ghg.Factor{Year: y, CO2e: must(ghg.NewCO2e(decimal.New(rng.Int64N(900), -3), ghg.Tonne, ghg.AR5))})
			amount := decimal.New(rng.Int64N(2_000_000)-1_000_000, -2)
			fed = append(fed, change{Year: y, Value: must(ghg.NewQuantity(amount, ghg.MegawattHour))})
		}
		c := must(effect.CompareFactors(changes("x", fed...), factors("grid", ghg.MegawattHour, perMWh...), 2020))
		for y, d := range c.Overstated() {
			at, _ := c.Moving().At(y)
			want := new(big.Rat).Sub(perMWh[0].CO2e.Tonnes().Rat(), at.Factor.CO2e.Tonnes().Rat())
			want.Mul(want, fed[y-2020].Value.Amount().Rat())
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
	for y := range s.Years() {
		fmt.Println(y.Change.Year, "-", y.Change.Value, "at the factor of", y.Factor.Year, "=", y.CO2e)
	}
	_, ok := s.At(2025)
	fmt.Println(ok)
	// Output:
	// 2023 - 2000000 MWh at the factor of 2023 = 834600 tCO2e (AR5)
	// 2030 - 2000000 MWh at the factor of 2023 = 834600 tCO2e (AR5)
	// false
}
