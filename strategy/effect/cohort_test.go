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

// boilers cut 2 t each in the first year, a tenth less each year, for three
// years.
func boilers() effect.CohortsDefinition {
	return effect.CohortsDefinition{
		Name: "condensing boilers", Kind: strategy.Implemented, PerUnit: ghg.MustCO2e("2 tCO2e (AR5)"), Lifetime: 3, Decay: ghg.MustShare("10%"),
		Installations: []effect.Installation{{Year: 2026, Units: dec("50")}, {Year: 2025, Units: dec("100")}},
		Source:        "subsidy register",
	}
}

// Boilers that a city subsidised in two years. Nothing is renewed unless that
// is said.
func ExampleCohorts() {
	boilers, err := effect.NewCohorts(effect.CohortsDefinition{
		Name: "condensing boilers", Kind: strategy.Implemented, PerUnit: ghg.MustCO2e("2 tCO2e (AR5)"), Lifetime: 3, Decay: ghg.MustShare("10%"),
		Installations: []effect.Installation{{Year: 2025, Units: decimal.NewFromInt(100)}, {Year: 2026, Units: decimal.NewFromInt(50)}},
	})
	if err != nil {
		panic(err)
	}
	for _, year := range []int{2025, 2026, 2028, 2029} {
		s, _ := boilers.Standing(year)
		fmt.Println(s)
	}
	sum, _ := boilers.Cumulative(2025, 2029)
	fmt.Println(sum)
	// Output:
	// 200 tCO2e (AR5), implemented, standing in 2025
	// 280 tCO2e (AR5), implemented, standing in 2026
	// 81 tCO2e (AR5), implemented, standing in 2028
	// 0 tCO2e (AR5), implemented, standing in 2029
	// 813 tCO2e (AR5), implemented, cumulative from 2025 to 2029
}

func ExampleStandingReduction() {
	c, _ := effect.NewCohorts(boilers())
	s, _ := c.Standing(2028)
	fmt.Println(s.Year(), s.Kind(), s.CO2e())
	fmt.Print(s.Explain())
	// Output:
	// 2028 implemented 81 tCO2e (AR5)
	// standing       Σ units × c × (1 - d)^age = 81 tCO2e (AR5), implemented, standing in 2028
	// unit           c = 2 tCO2e (AR5), d = 10% a year, lifetime 3 years; source subsidy register
	// 2025           100 units: expired in 2028
	// 2026           50 units × c × (1 - d)^2: until 2028
	// rounding       once to 12 decimal places of a tonne, half away from zero
}

// When does the effect of each year's boilers end? What they cut goes into an
// effect of the subsidy in the plan.
func ExampleExpiry() {
	c, _ := effect.NewCohorts(boilers())
	r, _ := c.Reductions(2025, 2030)
	cut, _ := r.At(2029)
	fmt.Println(r.Kind(), cut)
	for e := range c.Expiries() {
		fmt.Println(e.Installed, e.Units, "units, nothing from", e.Expires, "on")
	}
	// Output:
	// implemented 0 tCO2e (AR5)
	// 2025 100 units, nothing from 2028 on
	// 2026 50 units, nothing from 2029 on
}

// Of the 100 boilers of 2025, 60 are replaced when they expire.
func ExampleInstallation() {
	d := boilers()
	d.Installations = append(d.Installations, effect.Installation{Year: 2028, Units: decimal.NewFromInt(60), Renews: 2025})
	c, _ := effect.NewCohorts(d)
	s, _ := c.Standing(2028)
	fmt.Println(s)

	d.Installations[2].Year = 2027
	_, err := effect.NewCohorts(d)
	fmt.Println(err)
	// Output:
	// 201 tCO2e (AR5), implemented, standing in 2028
	// cohorts "condensing boilers", installation in 2027, renews "2025": it stands until it expires in 2028
}

// A scenario in which all that expires is replaced until 2030.
func ExampleCohorts_Renewed() {
	c, _ := effect.NewCohorts(boilers())
	renewed, err := c.Renewed(2030)
	if err != nil {
		panic(err)
	}
	a, _ := c.Standing(2030)
	b, _ := renewed.Standing(2030)
	fmt.Println(a.CO2e(), b.CO2e())
	// Output: 0 tCO2e (AR5) 252 tCO2e (AR5)
}

func ExampleCohortsDefinition() {
	d := boilers()
	d.Decay = ghg.Share{}
	_, err := effect.NewCohorts(d)
	fmt.Println(err)
	d = boilers()
	d.Kind = strategy.Verified
	_, err = effect.NewCohorts(d)
	fmt.Println(err)
	// Output:
	// cohorts "condensing boilers", decay: state it, if only as 0% or 100%
	// cohorts "condensing boilers", kind "verified": allowed are potential, expected, implemented
}

// persistence-cohorts, by hand: 100 units of 2025 and 50 of 2026, 2 t, decay
// 10 %, lifetime 3. 2025: 200. 2026: 180 + 100. 2027: 162 + 90. 2028: 81, as
// the first cohort is gone. 2029: nothing.
func TestPersistenceCohorts(t *testing.T) {
	c := must(effect.NewCohorts(boilers()))
	r := must(c.Reductions(2024, 2029))
	for y, want := range map[int]string{2024: "0", 2025: "200", 2026: "280", 2027: "252", 2028: "81", 2029: "0"} {
		same(t, want, tonnes(t, r, y), y)
	}
	assert.Equal(t, strategy.Implemented, r.Kind())
	same(t, "813", must(c.Cumulative(2024, 2029)).CO2e().Tonnes())
	same(t, "532", must(c.Cumulative(2026, 2027)).CO2e().Tonnes())
	assert.Equal(t, strategy.Implemented, must(c.Standing(2027)).Kind())
	assert.Equal(t, 2027, must(c.Standing(2027)).Year())

	// Renewed to 2031: 2028 has 200 + 81, 2029 180 + 100, 2030 162 + 90, and in
	// 2031 the renewed cohort of 2028 expires and is renewed again: 200 + 81.
	renewed := must(c.Renewed(2031))
	for y, want := range map[int]string{2027: "252", 2028: "281", 2029: "280", 2030: "252", 2031: "281", 2032: "180", 2034: "0"} {
		same(t, want, must(renewed.Standing(y)).CO2e().Tonnes(), y)
	}
	var left []string
	for e := range renewed.Expiries() {
		left = append(left, fmt.Sprint(e.Installed, " ", e.Left))
	}
	assert.Equal(t, []string{"2025 0", "2026 0", "2028 0", "2029 50", "2031 100"}, left)
	for range renewed.Expiries() {
		break
	}
	assert.Contains(t, must(renewed.Standing(2030)).Explain(), "2031           100 units, renewing 2028: to come\n")
	// The first cohorts are as they were.
	same(t, "81", must(c.Standing(2028)).CO2e().Tonnes())
}

func TestCohortsRefusals(t *testing.T) {
	huge := decimal.New(1, 1_000_000_000)
	in := func(all ...effect.Installation) func(d *effect.CohortsDefinition) {
		return func(d *effect.CohortsDefinition) { d.Installations = all }
	}
	at := func(year int, units string, renews int) effect.Installation {
		return effect.Installation{Year: year, Units: dec(units), Renews: renews}
	}
	for want, change := range map[string]func(d *effect.CohortsDefinition){
		"cohorts, name: one of at most":                      func(d *effect.CohortsDefinition) { d.Name = "" },
		`cohorts "condensing boilers", kind "no kind": allo`: func(d *effect.CohortsDefinition) { d.Kind = 0 },
		`reduction of a unit "0"`:                            func(d *effect.CohortsDefinition) { d.PerUnit = ghg.CO2e{} },
		`lifetime "0": 1 to 100 years`:                       func(d *effect.CohortsDefinition) { d.Lifetime = 0 },
		`lifetime "101"`:                                     func(d *effect.CohortsDefinition) { d.Lifetime = 101 },
		`decay "101%"`:                                       func(d *effect.CohortsDefinition) { d.Decay = ghg.MustShare("101%") },
		`decay "-1%"`:                                        func(d *effect.CohortsDefinition) { d.Decay = ghg.MustShare("-1%") },
		`installations "0": 1 to 1000`:                       in(),
		`installations "1001"`:                               in(make([]effect.Installation, 1001)...),
		`installation in 0, year "0": years from 1850`:       in(at(0, "1", 0)),
		`in 2025, units "out of bounds": a number`:           in(effect.Installation{Year: 2025, Units: huge}),
		`installation in 2025, units "-1"`:                   in(at(2025, "-1", 0)),
		`installation in 2025, units "0"`:                    in(at(2025, "0", 0)),
		`installation in 2025, year "2025": it is given`:     in(at(2025, "1", 0), at(2026, "1", 0), at(2025, "2", 0)),
		`renews "2020": there is none in that year`:          in(at(2025, "1", 2020)),
		"it stands until it expires in 2028":                 in(at(2025, "1", 0), at(2027, "1", 2025)),
		`renews "2025": of it 1 units are left, and 2 renew`: in(at(2025, "1", 0), at(2028, "2", 2025)),
		"of it 0.5 units are left":                           in(at(2025, "1", 0), at(2028, "0.5", 2025), at(2029, "0.6", 2025)),
	} {
		d := boilers()
		change(&d)
		_, err := effect.NewCohorts(d)
		assert.ErrorContains(t, err, want)
	}
	// Renewed at the year of expiry, to the last unit, beside new ones.
	d := boilers()
	in(at(2025, "1", 0), at(2028, "1", 2025), at(2028, "4", 0), at(2031, "5", 2028))(&d)
	c := must(effect.NewCohorts(d))
	same(t, "10", must(c.Standing(2031)).CO2e().Tonnes())
	in(make([]effect.Installation, 1000)...)(&d)
	_, err := effect.NewCohorts(d)
	assert.ErrorContains(t, err, `year "0": years from 1850 to 2300`)

	var none effect.Cohorts
	assert.True(t, none.IsZero())
	_, errS := none.Standing(2025)
	_, errR := none.Reductions(2025, 2026)
	_, errC := none.Cumulative(2025, 2026)
	_, errN := none.Renewed(2030)
	for _, err := range []error{errS, errR, errC, errN} {
		assert.ErrorContains(t, err, "no cohorts given")
	}
	for range none.Expiries() {
		t.Fatal("an expiry of nothing")
	}
	assert.Equal(t, "no cohorts", none.String())
	assert.Equal(t, "no standing reduction", effect.StandingReduction{}.String())
	assert.Equal(t, "no standing reduction\n", effect.StandingReduction{}.Explain())
	assert.Equal(t, strategy.Kind(0), effect.StandingReduction{}.Kind())
	assert.Equal(t, "condensing boilers, implemented: 2 tCO2e (AR5) each, 3 years, decay 10% a year", c.String())
	_, err = c.Standing(1)
	var year *ghg.YearError
	assert.True(t, errors.As(err, &year))
	_, err = c.Renewed(1)
	assert.ErrorAs(t, err, &year)
	_, err = c.Reductions(2030, 2029)
	assert.ErrorContains(t, err, `cohorts "condensing boilers", last year "2029"`)
	d = boilers()
	d.PerUnit = ghg.MustCO2e("1e29 tCO2e")
	_, err = must(effect.NewCohorts(d)).Reductions(2025, 2026)
	assert.ErrorContains(t, err, `cohorts "condensing boilers" in 2025: mass: a number`)
	d = boilers()
	d.Lifetime = 1
	d.Installations = nil
	for y := 1850; y < 2290; y++ { // a tenth of each is renewed a year late
		d.Installations = append(d.Installations, at(y, "1", 0), at(y+2, "0.1", y))
	}
	_, err = must(effect.NewCohorts(d)).Renewed(2300)
	assert.ErrorContains(t, err, "renewal until 2300: more than 1000 installations")
}

// Where a lifetime is the time between installations, renewed and new units
// come in one year, and are renewed as one; some may be renewed already.
func TestRenewedMeetsNewUnits(t *testing.T) {
	d := boilers()
	d.Decay = ghg.MustShare("0%")
	for _, x := range []struct {
		installations []effect.Installation
		until         int
		want          map[int]string // t, of 2 t each
	}{
		{[]effect.Installation{{Year: 2025, Units: dec("100")}, {Year: 2028, Units: dec("50")}}, 2034,
			map[int]string{2025: "200", 2027: "200", 2028: "300", 2031: "300", 2036: "300", 2037: "0"}},
		{[]effect.Installation{{Year: 2025, Units: dec("100")}, {Year: 2028, Units: dec("60"), Renews: 2025}}, 2028,
			map[int]string{2027: "200", 2028: "200", 2030: "200", 2031: "0"}},
		{[]effect.Installation{{Year: 2025, Units: dec("100")}, {Year: 2029, Units: dec("60"), Renews: 2025}}, 2031,
			map[int]string{2027: "200", 2028: "80", 2029: "200", 2031: "200", 2032: "80", 2033: "80", 2034: "0"}},
	} {
		d.Installations = x.installations
		c, err := must(effect.NewCohorts(d)).Renewed(x.until)
		require.NoError(t, err)
		for y, want := range x.want {
			same(t, want, must(c.Standing(y)).CO2e().Tonnes(), y)
		}
	}
	// Of a lifetime of a year, every year.
	d.Lifetime, d.Installations = 1, []effect.Installation{{Year: 2025, Units: dec("100")}, {Year: 2026, Units: dec("50")}}
	c := must(must(effect.NewCohorts(d)).Renewed(2300))
	same(t, "300", must(c.Standing(2300)).CO2e().Tonnes())
	same(t, "200", must(c.Standing(2025)).CO2e().Tonnes())
}

// Standing amounts agree with fractions, and are in proportion to the units.
func TestCohortsProperties(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	for range 100 {
		decay := decimal.New(rng.Int64N(1001), -3)
		perUnit := must(ghg.NewCO2e(decimal.New(1+rng.Int64N(5000), -3), ghg.Tonne, ghg.AR5))
		d := effect.CohortsDefinition{Name: "x", Kind: strategy.Expected, PerUnit: perUnit,
			Lifetime: 1 + rng.IntN(20), Decay: must(ghg.NewShare(decay))}
		for y := 2020; y < 2030; y++ {
			d.Installations = append(d.Installations, effect.Installation{Year: y, Units: decimal.New(1+rng.Int64N(1000), -1)})
		}
		c := must(effect.NewCohorts(d))
		year := 2020 + rng.IntN(30)
		want := new(big.Rat)
		for _, in := range d.Installations {
			if year < in.Year || year >= in.Year+d.Lifetime {
				continue
			}
			x := new(big.Rat).Mul(in.Units.Rat(), d.PerUnit.Tonnes().Rat())
			for range year - in.Year {
				x.Mul(x, new(big.Rat).Sub(big.NewRat(1, 1), decay.Rat()))
			}
			want.Add(want, x)
		}
		got := must(c.Standing(year)).CO2e().Tonnes()
		require.Equal(t, want.FloatString(12), got.StringFixed(12))

		for i := range d.Installations {
			d.Installations[i].Units = d.Installations[i].Units.Mul(dec("2"))
		}
		near(t, got.Mul(dec("2")).String(), must(must(effect.NewCohorts(d)).Standing(year)).CO2e().Tonnes(), "0.000000000002")
	}
}

// Whatever is installed, a standing reduction is never more than all units in
// their first year.
func FuzzCohorts(f *testing.F) {
	f.Add(2025, int64(100), int64(50), int16(100), 3, 2027)
	f.Add(2300, int64(1), int64(1), int16(1000), 100, 2300)
	f.Fuzz(func(t *testing.T, first int, a, b int64, decay int16, life, year int) {
		c, err := effect.NewCohorts(effect.CohortsDefinition{
			Name: "x", Kind: strategy.Potential, PerUnit: ghg.MustCO2e("1 tCO2e"), Lifetime: life,
			Decay:         must(ghg.Percent(decimal.New(int64(decay), -1))),
			Installations: []effect.Installation{{Year: first, Units: decimal.New(a, 0)}, {Year: first + 1, Units: decimal.New(b, 0)}}})
		if err != nil {
			return
		}
		s, err := c.Standing(year)
		if err != nil {
			return
		}
		if x := s.CO2e().Tonnes(); x.IsNegative() || x.GreaterThan(decimal.New(a, 0).Add(decimal.New(b, 0))) {
			t.Errorf("%s", s.Explain())
		}
	})
}
