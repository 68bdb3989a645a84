package drivers_test

import (
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ar5(tonnes decimal.Decimal) ghg.CO2e { return must(ghg.NewCO2e(tonnes, ghg.Tonne, ghg.AR5)) }

// The effects of the electricity of homes, by hand (mpmath 1.2.1), 2018 to 2020
// and 2020 to 2022: floor area 10262.5528 and 9627.7269, electricity per floor
// area -1127.8495 and -11805.0147, grid factor -4822.7034 and -33765.2121.
func TestSplitOfHomes(t *testing.T) {
	s := must(drivers.Attribute(2018, 2022, cityUses()[:1]...))
	// Emissions are stated half a tonne above the product of 2022, 381829.5.
	for a, want := range map[drivers.Attribution]string{
		drivers.Activity: "19890.2797", drivers.Own: "-12932.8642", drivers.Grid: "-38587.9155", drivers.Unattributed: "0.5",
	} {
		assert.Equal(t, want, s.Of(a).Tonnes().Round(4).String(), a)
	}
	assert.Equal(t, "-31630 tCO2e (AR5)", s.Change().String())
	assert.Equal(t, "0 tCO2e (AR5)", s.Of(7).String())
}

// checkSplit asserts that parts add up, whichever way they are taken.
func checkSplit(t *testing.T, s drivers.Split, emissions ghg.CO2e) {
	t.Helper()
	require.True(t, s.Change().Equal(emissions), "%s is not %s", s.Change(), emissions)
	require.False(t, s.Explain().IsZero())
	require.True(t, must(s.EmissionsTo().Sub(s.EmissionsFrom())).Equal(emissions))
	sum := ar5(decimal.Decimal{})
	for a := range drivers.AllAttributions() {
		sum = must(sum.Add(s.Of(a)))
		steps, uses := ar5(decimal.Decimal{}), ar5(decimal.Decimal{})
		for step := range s.Steps() {
			steps = must(steps.Add(step.Of(a)))
		}
		for _, use := range s.Uses() {
			uses = must(uses.Add(use.Of(a)))
		}
		require.True(t, steps.Equal(s.Of(a)) && uses.Equal(s.Of(a)), "%s: %s by steps, %s by uses, %s", a, steps, uses, s.Of(a))
	}
	require.True(t, sum.Equal(emissions), "%s is not %s", sum, emissions)
}

// Random uses, with years and factors missing, and uses that begin and end.
func TestSplitsAddUp(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	for range 60 {
		id := must(drivers.NewIdentity("tCO2e", ghg.MustShare("2%"),
			drivers.Factor{Name: "a", Attribution: drivers.Attribution(r.Intn(4))}, drivers.Factor{Name: "b",
				Attribution: drivers.Attribution(r.Intn(4))},
			drivers.Factor{Name: "c", Attribution: drivers.Attribution(r.Intn(4))}))
		var uses []drivers.Use
		var change decimal.Decimal
		for u := range 1 + r.Intn(4) {
			var years []drivers.UseYear
			for year := 2018; year <= 2023; year++ {
				y := drivers.UseYear{Year: year}
				area, energy, factor := decimal.New(1+r.Int63n(1e6), 0), decimal.New(1+r.Int63n(1e6), -1), decimal.New(1+r.Int63n(900), -3)
				switch r.Intn(6) {
				case 0:
					area, energy = decimal.Decimal{}, decimal.Decimal{}
				case 1:
					energy = decimal.Decimal{}
				}
				c := energy.Mul(factor)
				y.Emissions = ar5(c.Mul(decimal.New(995+r.Int63n(10), -3)).Round(3))
				if c.LessThan(decimal.New(1, 0)) {
					y.Emissions = ar5(c)
				}
				if r.Intn(5) > 0 {
					y.Quantities, y.Factors = []decimal.Decimal{area, energy}, []decimal.Decimal{factor}
				}
				years = append(years, y)
			}
			change = change.Add(years[4].Emissions.Tonnes()).Sub(years[1].Emissions.Tonnes())
			identity := id
			if r.Intn(6) == 0 {
				identity = drivers.Identity{}
				for i := range years {
					years[i].Quantities, years[i].Factors = nil, nil
				}
			}
			r.Shuffle(len(years), func(i, j int) { years[i], years[j] = years[j], years[i] })
			uses = append(uses, must(drivers.NewUse(fmt.Sprint("use ", u), identity, years...)))
		}
		s := must(drivers.Attribute(2019, 2022, uses...))
		checkSplit(t, s, ar5(change))
		for step := range s.Steps() {
			checkSplit(t, step, step.Change())
		}
		assert.Equal(t, 2019, s.From())
		assert.Equal(t, 2022, s.To())
		assert.NotEmpty(t, s.Details())
	}
}

// A use whose factors are not known in one year: the steps on both sides are
// unattributed, and say why.
func TestSplitWithoutFactorsForAYear(t *testing.T) {
	year := func(y int, c string, numbers ...decimal.Decimal) drivers.UseYear {
		return drivers.UseYear{Year: y, Emissions: ghg.MustCO2e(c + " tCO2e (AR5)"), Factors: numbers}
	}
	u := must(drivers.NewUse("homes", buildings(),
		year(2018, "100", values("10", "5", "2")...), year(2019, "90"), year(2020, "120", values("10", "6", "2")...), year(2021,
			"132", values("10", "6", "2.2")...)))
	s := must(drivers.Attribute(2018, 2021, u))
	assert.Equal(t, "2018 to 2021: 32 tCO2e (AR5) = grid factor +12, own measures 0, activity 0, unattributed +20", s.String())
	text := s.Details()
	assert.Contains(t, text, "unattributed   homes, 2018 to 2019: -10 tCO2e, as there are no factors for 2019")
	assert.Contains(t, text, "unattributed   homes, 2019 to 2020: +30 tCO2e, as there are no factors for 2019")
	assert.Contains(t, text, "Emissions rose by 32 tCO2e (AR5) from 2018 to 2021. "+
		"Of the rise, 12 came from the grid factor (the power company), 20 is unattributed.\n")
	assert.Contains(t, text, "use            homes: floor area (activity) 0, "+
		"electricity per floor area (own measures) 0, grid factor (grid factor) +12, unattributed +20\n")
	assert.Equal(t, "homes: "+buildings().String(), u.String())
	// A step by itself is a split of two years, without a list of steps.
	for step := range s.Steps() {
		assert.NotContains(t, step.Details(), "step  ")
		assert.Contains(t, step.Details(), "change         90 (2019) - 100 (2018) = -10 tCO2e (AR5)")
		break
	}
	for range s.Uses() {
		break
	}
}

// What works against the change is said apart, with its own verb.
func TestSplitSentences(t *testing.T) {
	split := func(from, to string, x0, xT []decimal.Decimal) string {
		u := must(drivers.NewUse("homes", buildings(), drivers.UseYear{Year: 2018, Emissions: ghg.MustCO2e(from + " tCO2e"), Factors: x0},
			drivers.UseYear{Year: 2019, Emissions: ghg.MustCO2e(to + " tCO2e"), Factors: xT}))
		first, _, _ := strings.Cut(must(drivers.Attribute(2018, 2019, u)).Details(), "\n")
		return first
	}
	// 1000 to 1200 by floor area, to 1080 by the grid; ours does nothing.
	assert.Equal(t, "Emissions rose by 80 tCO2e from 2018 to 2019. "+
		"Of the rise, 189.52 came from activity. Against it, the grid factor (the power company) took off 109.52.",
		split("1000", "1080", values("100", "5", "2"), values("120", "5", "1.8")))
	assert.Equal(t, "Emissions were the same in 2018 and 2019: grid factor 0, own measures -693.15, activity +693.15, unattributed 0.",
		split("1000", "1000", values("100", "5", "2"), values("200", "2.5", "2")))
	assert.Equal(t, "Emissions fell by 100 tCO2e from 2018 to 2019. Of the fall, 100 came from own measures.",
		split("1000", "900", values("100", "5", "2"), values("100", "4.5", "2")))
	assert.Equal(t, "Emissions fell by 999 tCO2e from 2018 to 2019. Of the fall, 1000 came from own measures. Against it, 1 is unattributed.",
		split("10000", "9001", values("1000", "5", "2"), values("1000", "4.5", "2")))
	assert.Equal(t, "Emissions fell by 1001 tCO2e from 2018 to 2019. Of the fall, 1000 came from own measures, 1 is unattributed.",
		split("10001", "9000", values("1000", "5", "2"), values("1000", "4.5", "2")))
}

func TestAttributeRefuses(t *testing.T) {
	uses := cityUses()
	only := func(name, metric string, years ...int) drivers.Use {
		var all []drivers.UseYear
		for _, y := range years {
			all = append(all, drivers.UseYear{Year: y, Emissions: ghg.MustCO2e("1 tCO2e" + metric)})
		}
		return must(drivers.NewUse(name, drivers.Identity{}, all...))
	}
	var mismatch *ghg.MetricMismatchError
	var missing *ghg.NoFigureError
	_, err := drivers.Attribute(2018, 2022, uses[0], only("old", " (SAR)", 2018, 2020, 2022))
	assert.ErrorAs(t, err, &mismatch)
	assert.ErrorContains(t, err, `split, use 2 "old"`)
	_, err = drivers.Attribute(2018, 2022, uses[0], only("gap", " (AR5)", 2018, 2022))
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, ghg.NoFigureError{Year: 2020, Of: `"gap"`}, *missing)
	_, err = drivers.Attribute(2018, 2022, uses[0], only("more", " (AR5)", 2018, 2019, 2020, 2022))
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, ghg.NoFigureError{Year: 2019, Of: `"homes, electricity"`}, *missing)
	_, err = drivers.Attribute(2019, 2022, uses...)
	require.ErrorAs(t, err, &missing)
	assert.Equal(t, 2019, missing.Year)
	_, err = drivers.Attribute(2018, 2020, uses[0], only("outside", " (AR5)", 2017, 2018, 2020, 2021))
	assert.NoError(t, err, "years outside the period play no part")
	for want, ask := range map[string]func() (drivers.Split, error){
		"later year \"2018\": one after 2022": func() (drivers.Split, error) { return drivers.Attribute(2022, 2018, uses...) },
		"later year \"2018\": one after 2018": func() (drivers.Split, error) { return drivers.Attribute(2018, 2018, uses...) },
		"uses \"0\": 1 to 1000":               func() (drivers.Split, error) { return drivers.Attribute(2018, 2022) },
		"uses \"1001\"": func() (drivers.Split, error) {
			return drivers.Attribute(2018, 2022, make([]drivers.Use, 1001)...)
		},
		"use 1: none given": func() (drivers.Split, error) {
			return drivers.Attribute(2018, 2022, make([]drivers.Use, 1000)...)
		},
		"use 2: none given": func() (drivers.Split, error) {
			return drivers.Attribute(2018, 2022, uses[0], drivers.Use{})
		},
		"use 3 \"homes, electricity\": given twice": func() (drivers.Split, error) {
			return drivers.Attribute(2018, 2022, uses[0], uses[1], uses[0])
		},
	} {
		s, err := ask()
		assert.ErrorContains(t, err, want)
		assert.True(t, s.IsZero())
	}
	var none drivers.Split
	assert.Equal(t, "no split", none.String())
	assert.Equal(t, "no split\n", none.Details())
	assert.Equal(t, 0, none.From()+none.To())
	assert.True(t, none.Change().IsZero() && none.Of(drivers.Grid).IsZero())
	for range none.Steps() {
		t.Fatal("no steps")
	}
	for range none.Uses() {
		t.Fatal("no uses")
	}
	assert.Equal(t, "no use", drivers.Use{}.String())
}

// Amounts of no earthly city do not fit CO2e with so many decimal places.
func TestSplitIsBounded(t *testing.T) {
	huge := func(c0, c1 string, x0, x1 []decimal.Decimal, id drivers.Identity) error {
		_, err := drivers.Attribute(2018, 2019, must(drivers.NewUse("huge", id,
			drivers.UseYear{Year: 2018, Emissions: ar5(dec(c0)), Factors: x0}, drivers.UseYear{Year: 2019, Emissions: ar5(dec(c1)), Factors: x1})))
		return err
	}
	var bounds *exact.BoundsError
	err := huge("1e25", "6e25", values("1e25", "1", "1"), values("3e25", "1", "2"), buildings())
	assert.ErrorAs(t, err, &bounds)
	assert.ErrorContains(t, err, `"huge", effect of floor area`)
	err = huge("1e20", "1.00000000000000000000000000001", nil, nil, drivers.Identity{})
	assert.ErrorAs(t, err, &bounds)
	assert.ErrorContains(t, err, `"huge", remainder`)
	assert.NoError(t, huge("1e17", "6e17", values("1e17", "1", "1"), values("3e17", "1", "2"), buildings()))
}

func TestNewUseRefuses(t *testing.T) {
	long := strings.Repeat("x", 201)
	year := drivers.UseYear{Year: 2018, Emissions: ar5(dec("1"))}
	numbers := drivers.UseYear{Year: 2018, Emissions: ar5(dec("30")), Factors: values("1", "2", "3")}
	kg := must(drivers.NewIdentity("kgCO2e", ghg.MustShare("0%"), drivers.Factor{Name: "a"}))
	for want, x := range map[string]struct {
		name  string
		id    drivers.Identity
		years []drivers.UseYear
	}{
		"use, name: a name of":              {"", drivers.Identity{}, []drivers.UseYear{year}},
		"of at most 200 bytes":              {long, drivers.Identity{}, []drivers.UseYear{year}},
		`identity "kgCO2e": it must give`:   {"x", kg, []drivers.UseYear{year}},
		`use "x", years "0": 1 to 500`:      {"x", drivers.Identity{}, nil},
		`use "x", years "501": 1 to 500`:    {"x", drivers.Identity{}, make([]drivers.UseYear, 501)},
		`use "x", year "0": years from`:     {"x", drivers.Identity{}, []drivers.UseYear{{}}},
		`use "x", year "2018": given twice`: {"x", drivers.Identity{}, []drivers.UseYear{year, year}},
		`numbers "3": 0 are needed`:         {"x", drivers.Identity{}, []drivers.UseYear{numbers}},
		"the factors multiply to 6":         {"x", buildings(), []drivers.UseYear{numbers}},
	} {
		_, err := drivers.NewUse(x.name, x.id, x.years...)
		assert.ErrorContains(t, err, want)
	}
	_, err := drivers.NewUse(long[:200], drivers.Identity{}, year)
	assert.NoError(t, err)
	var fault ghg.Fault
	_, err = drivers.NewUse("x", buildings(), numbers)
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, ghg.FaultMismatch, fault.Code)
	// What the caller changes later changes nothing.
	numbers.Emissions = ar5(dec("6"))
	later := drivers.UseYear{Year: 2019, Emissions: ar5(dec("12")), Factors: values("2", "2", "3")}
	u := must(drivers.NewUse("x", buildings(), numbers, later))
	before := must(drivers.Attribute(2018, 2019, u)).String()
	numbers.Factors[0] = dec("99")
	assert.Equal(t, before, must(drivers.Attribute(2018, 2019, u)).String())
	assert.Equal(t, "2018 to 2019: 6 tCO2e (AR5) = grid factor 0, own measures 0, activity +6, unattributed 0", before)
}

// Emissions are exactly MWh times grid factor, 46.25 and 39.915 t, so that nothing
// is unattributed, in whole tonnes neither: effects are -4.531 and -1.804 (mpmath
// 1.2.1).
func TestSplitRoundsNothingAway(t *testing.T) {
	id := must(drivers.NewIdentity("tCO2e", ghg.MustShare("0%"),
		drivers.Factor{Name: "MWh", Attribution: drivers.Activity}, drivers.Factor{Name: "grid", Attribution: drivers.Grid}))
	u := must(drivers.NewUse("homes", id,
		drivers.UseYear{Year: 2018, Emissions: ar5(dec("46.25")), Quantities: values("100"), Factors: values("0.4625")},
		drivers.UseYear{Year: 2019, Emissions: ar5(dec("39.915")), Quantities: values("90"), Factors: values("0.4435")}))
	s := must(drivers.Attribute(2018, 2019, u))
	assert.True(t, s.Of(drivers.Unattributed).IsZero())
	assert.True(t, s.Of(drivers.Own).IsZero())
	assert.Equal(t, "-4.531", s.Of(drivers.Activity).Tonnes().Round(3).String())
	assert.Equal(t, "-1.804", s.Of(drivers.Grid).Tonnes().Round(3).String())
	assert.NotContains(t, s.Details(), "unattributed")
	assert.Equal(t, "-2 + 0 + -4 + 0 = -6 t", must(s.Show(ghg.Tonne, 0)).ColumnTotals().String())
}
