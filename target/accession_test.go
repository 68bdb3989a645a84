package target_test

import (
	"errors"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func joining(t *testing.T, date ghg.Date, rule target.AccessionRule) target.Accession {
	t.Helper()
	a, err := target.NewAccession(target.AccessionDefinition{Place: "Daegu", Joined: "Gunwi-gun", Date: date, Rule: rule})
	require.NoError(t, err)
	return a
}

func TestCounted(t *testing.T) {
	for _, x := range []struct {
		date     ghg.Date
		rule     target.AccessionRule
		year     int
		days, of int
	}{
		{day(2023, 7, 1), target.ProRata, 2022, 0, 1},
		{day(2023, 7, 1), target.ProRata, 2023, 184, 365}, // 31+31+30+31+30+31
		{day(2023, 7, 1), target.ProRata, 2024, 1, 1},
		{day(2023, 7, 1), target.AsAtYearEnd, 2022, 0, 1},
		{day(2023, 7, 1), target.AsAtYearEnd, 2023, 1, 1},
		{day(2024, 7, 1), target.ProRata, 2024, 184, 366},
		{day(2024, 2, 29), target.ProRata, 2024, 307, 366}, // 366 - 31 - 28
		{day(2023, 3, 1), target.ProRata, 2023, 306, 365},
		{day(2023, 1, 1), target.ProRata, 2023, 1, 1},
		{day(2023, 1, 2), target.ProRata, 2023, 364, 365},
		{day(2023, 12, 31), target.ProRata, 2023, 1, 365},
		{day(2023, 12, 31), target.AsAtYearEnd, 2023, 1, 1},
	} {
		days, of := joining(t, x.date, x.rule).Counted(x.year)
		assert.Equal(t, []int{x.days, x.of}, []int{days, of}, "%s %s %d", x.date, x.rule, x.year)
	}
}

func TestAccessionRefuses(t *testing.T) {
	for says, d := range map[string]target.AccessionDefinition{
		`accession of "" to "Daegu", joined: name the county, which is another place`: {Place: "Daegu", Date: day(2023, 7,
			1), Rule: target.ProRata},
		`accession of "Gunwi-gun" to "", place: name the city`: {Joined: "Gunwi-gun", Date: day(2023,
			7, 1), Rule: target.ProRata},
		`accession of "Daegu" to "Daegu", joined "Daegu": name the county, which is another place`: {Place: "Daegu", Joined: "Daegu",
			Date: day(2023, 7, 1), Rule: target.ProRata},
		"the first day on which":              {Place: "Daegu", Joined: "Gunwi-gun", Date: day(2023, 6, 31), Rule: target.ProRata},
		"say how the year of accession":       {Place: "Daegu", Joined: "Gunwi-gun", Date: day(2023, 7, 1)},
		"target.AsAtYearEnd or target.ProRat": {Place: "Daegu", Joined: "Gunwi-gun", Date: day(2023, 7, 1), Rule: 3},
	} {
		a, err := target.NewAccession(d)
		assert.ErrorContains(t, err, says)
		assert.True(t, a.IsZero())
	}
	assert.Equal(t, "unknown (3)", target.AccessionRule(3).String())

	var zero target.Accession
	assert.Equal(t, "no accession", zero.String())
	assert.Equal(t, target.AccessionDefinition{}, zero.Definition())
	days, of := zero.Counted(2023)
	assert.Equal(t, []int{0, 1}, []int{days, of})
	city := series("Daegu", gpc.Territorial, 2018, 100)
	_, err := zero.Series(2023, city, city)
	assert.ErrorContains(t, err, "no accession given")
	goal := mustTarget(t, territorial())
	_, err = zero.Target(goal, 2023, city)
	assert.ErrorContains(t, err, "no accession given")
	_, err = zero.Restate(mustHistory(t, territorial()), changed(day(2023, 12, 31)), city)
	assert.ErrorContains(t, err, "no accession given")
}

func TestAccessionOfUnlikes(t *testing.T) {
	a := joining(t, day(2023, 7, 1), target.ProRata)
	city := series("Daegu", gpc.Territorial, 2018, 100)
	declared := func(edition ghg.SchemeID) ghg.View {
		v := ghg.MustDeclaredView("city total", "plan")
		if edition == "" {
			return v
		}
		v, err := v.WithEdition(edition)
		require.NoError(t, err)
		return v
	}
	sar, err := ghg.NewYearly("Gunwi-gun", gpc.Territorial, ghg.SAR, nil)
	require.NoError(t, err)
	for says, x := range map[string][2]ghg.Yearly{
		`place "Daegu" and "Busan"`: {series("Busan", gpc.Territorial, 2018, 100), series("Gunwi-gun", gpc.Territorial, 2018, 1)},
		`the county that joins and the figures given for it do not meet: place "Gunwi-gun" and "Daegu"`: {city, city},
		"view GPC 1.1 territorial and city total (as declared by plan)": {city, series("Gunwi-gun",
			declared(""), 2018, 1)},
		"edition IPCC 1996 and IPCC 2006": {series("Daegu",
			declared("IPCC 1996"), 2018, 9), series("Gunwi-gun", declared("IPCC 2006"), 2018, 1)},
		"view GPC 1.1 territorial and GPC 1.1 BASIC: make": {city, series("Gunwi-gun",
			gpc.Basic, 2018, 1)},
		"metric AR5 and SAR": {city, sar},
		"accession of \"Gunwi-gun\" to \"Daegu\", no overlap: totals in city total (as declared by plan) may not be added: " +
			"what the figure contains is not known; use a view that may": {series("Daegu", declared(""), 2018, 9), series("Gunwi-gun",
			declared(""), 2018, 1)},
	} {
		_, err := a.Series(2024, x[0], x[1])
		var mismatch *ghg.MismatchError
		assert.Equal(t, !strings.Contains(says, "no overlap"), errors.As(err, &mismatch), says)
		assert.ErrorContains(t, err, says)
		_, err = a.Reported(x[0], x[1])
		assert.ErrorContains(t, err, says)
	}
	_, err = a.Series(2024, city, sar)
	var m *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &m)

	// Who knows that nothing is counted twice says so, and it is repeated.
	d := a.Definition()
	d.NoOverlap = "the county bought no power from the city"
	told, err := target.NewAccession(d)
	require.NoError(t, err)
	s, err := told.Series(2024, series("Daegu", gpc.Basic, 2018, 100), series("Gunwi-gun", gpc.Basic, 2018, 1))
	require.NoError(t, err)
	f, _ := s.At(2018)
	assert.Equal(t, "Daegu: constructed; with all of Gunwi-gun: constructed; no overlap: the county bought no power from the city", f.Source)
	base := territorial()
	base.Views = target.Same(gpc.Basic)
	h, err := told.Restate(mustHistory(t, base), changed(day(2023, 12, 31)), series("Gunwi-gun", gpc.Basic, 2018, 1))
	require.NoError(t, err)
	assert.Equal(t, "because (from 2024 on with all of Gunwi-gun); no overlap: the county bought no power from the city",
		h.Current().Change.Reason)
}

func TestAccessionSeries(t *testing.T) {
	city := series("Daegu", gpc.Territorial, 2021, 1000, 990, 980, 970)
	// The county has no figure for 2021, and one for 2025 that the city lacks.
	county, err := ghg.NewYearly("Gunwi-gun", gpc.Territorial, ghg.AR5, []ghg.YearFigure{
		{Year: 2022, CO2e: ghg.MustCO2e("365 tCO2e (AR5)"), Vintage: 3, Status: ghg.Estimated, Source: "county",
			Coverage: ghg.Coverage{Required: 2, Reported: 1, Gaps: []ghg.Category{{Code: "V.1"}}}},
		{Year: 2023, CO2e: ghg.MustCO2e("730 tCO2e (AR5)"), Vintage: 1},
		{Year: 2024, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: 1},
		{Year: 2025, CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Vintage: 1},
	})
	require.NoError(t, err)
	a := joining(t, day(2023, 7, 1), target.ProRata)
	tonnes := func(s ghg.Yearly, err error) map[int]string {
		require.NoError(t, err)
		out := map[int]string{}
		for f := range s.All() {
			out[f.Year] = f.CO2e.Tonnes().String()
		}
		return out
	}
	assert.Equal(t, map[int]string{2021: "1000000", 2022: "990000", 2023: "980000", 2024: "970000"}, tonnes(a.Series(2022, city, county)))
	assert.Equal(t, map[int]string{2022: "990184", 2023: "980368", 2024: "970000.504109589041"}, tonnes(a.Series(2023, city, county)))
	assert.Equal(t, map[int]string{2022: "990365", 2023: "980730", 2024: "970001"}, tonnes(a.Series(2024, city, county)))
	assert.Equal(t, map[int]string{2021: "1000000", 2022: "990000", 2023: "980368", 2024: "970001"}, tonnes(a.Reported(city, county)))

	s, err := a.Series(2023, city, county)
	require.NoError(t, err)
	f, _ := s.At(2022)
	assert.Equal(t, []any{ghg.Estimated, ghg.Vintage(3), "Daegu: constructed; with 184/365 of Gunwi-gun: county"}, []any{f.Status,
		f.Vintage, f.Source})
	assert.Len(t, f.Coverage.Gaps, 1, "a gap of the county is a gap of both")
	f, _ = s.At(2023)
	assert.Equal(t, []any{ghg.Actual, ghg.FirstVintage, "Daegu: constructed; with 184/365 of Gunwi-gun: not stated"}, []any{f.Status,
		f.Vintage, f.Source})
	assert.Equal(t, "Daegu", string(s.Place()))
}

func TestAccessionTargetRefuses(t *testing.T) {
	a := joining(t, day(2023, 7, 1), target.AsAtYearEnd)
	county := series("Gunwi-gun", gpc.Territorial, 2018, 10)
	_, err := a.Target(target.Target{}, 2023, county)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	d := territorial()
	t0 := mustTarget(t, d)
	same, err := a.Target(t0, 2022, county)
	require.NoError(t, err)
	assert.Equal(t, t0, same)
	_, err = a.Target(t0, 2022, series("Gunwi-gun", gpc.Basic, 2018, 1))
	assert.ErrorContains(t, err, "view GPC 1.1 territorial and GPC 1.1 BASIC", "a county that cannot be added is refused in every year")
	_, err = a.Target(t0, 2023, series("Gunwi-gun", gpc.Territorial, 2019, 10))
	var none *ghg.NoFigureError
	require.ErrorAs(t, err, &none)
	assert.Equal(t, 2018, none.Year)
	_, err = a.Target(t0, 2023, series("Gunwi-gun", gpc.Territorial, 2018, -9430))
	assert.ErrorContains(t, err, "a base must be above zero")

	d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("7 Mt")}}
	_, err = a.Target(mustTarget(t, d), 2023, county)
	assert.ErrorContains(t, err, `target "Daegu 2030", milestones "7000000 t by 2025": it is an amount for the`)
	d.Milestones = nil
	d.Goal = target.FixedLevel{Level: ghg.MustMass("5 Mt"), Year: 2018, Base: ghg.MustMass("9.43 Mt")}
	_, err = a.Target(mustTarget(t, d), 2023, county)
	assert.ErrorContains(t, err, `target "Daegu 2030", goal "to 5000000 t": it was set for the old boundary: wh`)
	// Digits beyond what a mass may have.
	d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("0.0000000000000000000000000001 t"), Cut: ghg.MustShare("1%")}
	big, err := ghg.NewYearly("Gunwi-gun", gpc.Territorial, ghg.AR5, []ghg.YearFigure{{Year: 2018,
		CO2e: ghg.MustCO2e("900000000000000 tCO2e (AR5)"), Vintage: 1}})
	require.NoError(t, err)
	_, err = a.Target(mustTarget(t, d), 2023, big)
	assert.ErrorContains(t, err, "base: mass: a number of 43 digits")
}

func TestAccessionOfAveragedBase(t *testing.T) {
	d := territorial()
	d.Goal = target.BaseYear{Year: 2016, Through: 2018, Base: ghg.MustMass("100 kt"), Cut: ghg.MustShare("45%")}
	d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("20%")}}
	a := joining(t, day(2023, 7, 1), target.AsAtYearEnd)
	got, err := a.Target(mustTarget(t, d), 2023, series("Gunwi-gun", gpc.Territorial, 2016, 10, 11, 15))
	require.NoError(t, err)
	assert.Equal(t, "112000 tCO2e (AR5)", got.Base().String())
	l, err := got.Limit(2025)
	require.NoError(t, err)
	assert.Equal(t, "89600 tCO2e (AR5)", l.String())
	_, err = a.Target(mustTarget(t, d), 2023, series("Gunwi-gun", gpc.Territorial, 2017, 11, 15))
	assert.ErrorContains(t, err, "the county's figures for 2016 to 2018")
}

func TestAccessionRestate(t *testing.T) {
	county := series("Gunwi-gun", gpc.Territorial, 2018, 365)
	c := changed(day(2023, 12, 31))
	year := joining(t, day(2023, 7, 1), target.AsAtYearEnd)
	h, err := year.Restate(mustHistory(t, territorial()), c, county)
	require.NoError(t, err)
	require.Equal(t, 2, h.Len())
	v := h.Current()
	assert.Equal(t, []any{bridge.CauseStructural, "because (from 2023 on with all of Gunwi-gun)", "9795000 tCO2e (AR5)"},
		[]any{v.Cause, v.Change.Reason, v.Target.Base().String()})
	_, err = year.Restate(h, c, county)
	assert.EqualError(t, err, `target "Daegu 2030": accession of Gunwi-gun is given twice: one is allowed`)

	pro := joining(t, day(2023, 7, 1), target.ProRata)
	h, err = pro.Restate(mustHistory(t, territorial()), c, county)
	require.NoError(t, err)
	require.Equal(t, 3, h.Len())
	assert.Equal(t, "9614000 tCO2e (AR5) to 9795000 tCO2e (AR5): 1.88%", h.Current().Base.String())
	_, err = pro.Restate(h, c, county)
	assert.ErrorContains(t, err, `target "Daegu 2030": accession of Gunwi-gun is given twice: one is allowed`)

	_, err = pro.Restate(target.History{}, c, county)
	assert.ErrorContains(t, err, "no history given")
	_, err = pro.Restate(mustHistory(t, territorial()), target.Change{}, county)
	assert.ErrorContains(t, err, "reason: say why the target changes")
	_, err = pro.Restate(mustHistory(t, territorial()), c, series("Gunwi-gun", gpc.Territorial, 2019, 365))
	assert.ErrorContains(t, err, "the base needs the county's figures for 2018")
	assert.Equal(t, []any{target.ProRata, "Gunwi-gun to Daegu on 2023-07-01, pro rata"}, []any{pro.Definition().Rule, pro.String()})
}

// TestAccessionComparesLikeWithLike: a county that has cut the same share as
// the city changes no share, whenever and by whatever rule it joins; and one that
// has cut another moves it between the two.
func TestAccessionComparesLikeWithLike(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 50 {
		cut := random.Int64N(30)
		cityBase, countyBase := random.Int64N(9000)+1000, random.Int64N(900)+10
		joined := ghg.Date{Year: 2023, Month: time.Month(random.IntN(12) + 1), Day: random.IntN(28) + 1}
		rule := []target.AccessionRule{target.AsAtYearEnd, target.ProRata}[random.IntN(2)]
		a := joining(t, joined, rule)
		// A base less a whole percentage.
		figure := func(base, cut int64) ghg.CO2e {
			c, err := ghg.NewCO2e(decimal.New(base*(100-cut), -2), ghg.Kilotonne, ghg.AR5)
			require.NoError(t, err)
			return c
		}
		make2 := func(place ghg.PlaceID, base, cut int64) ghg.Yearly {
			var f []ghg.YearFigure
			for y := 2018; y <= 2025; y++ {
				now := cut
				if y == 2018 {
					now = 0
				}
				f = append(f, ghg.YearFigure{Year: y, CO2e: figure(base, now), Vintage: 1})
			}
			s, err := ghg.NewYearly(place, gpc.Territorial, ghg.AR5, f)
			require.NoError(t, err)
			return s
		}
		city := make2("Daegu", cityBase, cut)
		d := territorial()
		d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass(decimal.New(cityBase, 0).String() + " kt"), Cut: ghg.MustShare("45%")}
		t0 := mustTarget(t, d)
		for year := 2019; year <= 2025; year++ {
			for _, other := range []int64{cut, cut + 10} {
				county := make2("Gunwi-gun", countyBase, other)
				then, err := a.Target(t0, year, county)
				require.NoError(t, err)
				s, err := a.Series(year, city, county)
				require.NoError(t, err)
				p := mustProgress(t, then, year, s)
				assert.Empty(t, p.Findings.All, "base and series are made alike")
				got := value(t, p.Reduction)
				days, _ := a.Counted(year)
				if other == cut || days == 0 {
					near(t, decimal.New(cut, -2).String(), got, "1e-12")
				} else {
					assert.True(t, got.GreaterThan(decimal.New(cut, -2)) && got.LessThan(decimal.New(other, -2)), got)
				}
			}
		}
		reported, err := a.Reported(city, make2("Gunwi-gun", countyBase, cut))
		require.NoError(t, err)
		assert.Len(t, slices.Collect(reported.All()), 8)
	}
}

// The parts of a city and of what counts of a county make those of both; figures of
// other months are not added.
func TestAccessionAddsParts(t *testing.T) {
	a, err := target.NewAccession(target.AccessionDefinition{Place: "Daegu", Joined: "Gunwi", Date: ghg.MustDate("2023-07-01"),
		Rule: target.ProRata, NoOverlap: "no line crosses the border"})
	require.NoError(t, err)
	of := func(place ghg.PlaceID, f ghg.YearFigure) ghg.Yearly {
		y, err := ghg.NewYearly(place, gpc.Basic, ghg.AR5, []ghg.YearFigure{f})
		require.NoError(t, err)
		return y
	}
	s, err := a.Series(2023, of("Daegu", reported(2023, "I.1.1", "6", "II.1.1", "NE")), of("Gunwi", reported(2023, "I.1.1", "0.365")))
	require.NoError(t, err)
	f, _ := s.Last()
	require.Len(t, f.Parts, 3)
	assert.Equal(t, "184000 tCO2e (AR5)", f.Parts[2].CO2e.String())
	assert.Equal(t, "6184000 tCO2e (AR5)", f.CO2e.String())

	published := reported(2023, "I.1.1", "0.365")
	published.Parts = nil
	s, err = a.Series(2023, of("Daegu", reported(2023, "I.1.1", "6")), of("Gunwi", published))
	require.NoError(t, err)
	f, _ = s.Last()
	assert.Empty(t, f.Parts, "what counts in one of them is not known")

	published.Period = ghg.FiscalYear(2023, time.April)
	_, err = a.Series(2023, of("Daegu", reported(2023, "I.1.1", "6")), of("Gunwi", published))
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "period", fault.Field)
}
