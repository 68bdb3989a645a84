package crosswalk_test

import (
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/ipcc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// national is the Korean national series: kt CO2e (SAR) by code and year.
func national(t *testing.T) map[string]map[int]decimal.Decimal {
	t.Helper()
	out := map[string]map[int]decimal.Decimal{}
	for r := range rowsOf(t, "korea_national_1996.tsv") {
		out[r.Cell("code")] = map[int]decimal.Decimal{}
		for year := 1990; year <= 2018; year++ {
			out[r.Cell("code")][year] = decimal.RequireFromString(r.Cell(strconv.Itoa(year)))
		}
	}
	require.Len(t, out, 17)
	return out
}

// koreaIn is the inventory of a year: the parts that are published, and of each sector the
// rest of it.
func koreaIn(t *testing.T, s ghg.Scheme, series map[string]map[int]decimal.Decimal, year int) ghg.Inventory {
	t.Helper()
	rest := map[string]decimal.Decimal{}
	for code, figures := range series {
		switch len(code) {
		case 1:
			rest[code] = rest[code].Add(figures[year])
		case 3:
			if code != "NET" {
				rest[code[:1]] = rest[code[:1]].Sub(figures[year])
				rest[code] = figures[year]
			}
		}
	}
	var records []ghg.Record
	for n := range s.Nodes() {
		kt, ok := rest[n.Code]
		if !ok || kt.IsZero() {
			continue
		}
		c, err := ghg.NewCO2e(kt, ghg.Kilotonne, ghg.SAR)
		require.NoError(t, err)
		records = append(records, ghg.Record{Place: "Korea", Period: ghg.CalendarYear(year), Value: ghg.Equivalent(c),
			Category: ghg.Category{Scheme: s.ID(), Code: n.Code}})
	}
	inv, _, err := ghg.NewInventory("Korea", ghg.CalendarYear(year), ghg.FirstVintage, s, records)
	require.NoError(t, err)
	return inv
}

func kt(t *testing.T, inv ghg.Inventory, v ghg.View, code string) string {
	t.Helper()
	total, err := inv.Total(v, ghg.SAR)
	require.NoError(t, err)
	if code == "" {
		return total.CO2e.Tonnes().Shift(-3).String()
	}
	part, err := total.At(code)
	require.NoError(t, err)
	return part.CO2e.Tonnes().Shift(-3).String()
}

// The Korean national series goes from the 1996 to the 2006 tree in every year: sectors add
// up to the totals as published, before and after, and what has no place of its own is
// named. It is 4.D, which the rules take for N2O alone and the series has in CO2e of all
// gases.
func TestKoreanNationalSeries(t *testing.T) {
	series := national(t)
	for year := 1990; year <= 2018; year++ {
		at := func(code string) string { return series[code][year].String() }
		inv := koreaIn(t, ipcc.Scheme1996, series, year)
		require.Equal(t, at("GROSS"), kt(t, inv, ipcc.TotalWithoutLandUse1996, ""), year)
		require.Equal(t, at("NET"), kt(t, inv, ipcc.Total1996, ""), year)
		for _, sector := range []string{"1", "2", "4", "5", "6"} {
			require.Equal(t, at(sector), kt(t, inv, ipcc.Total1996, sector), year)
		}

		c, err := crosswalk.IPCC1996To2006.Convert(inv, crosswalk.CommonParent)
		require.NoError(t, err)
		require.Zero(t, c.Remainder.Len(), year)
		require.Equal(t, at("NET"), kt(t, c.Converted, ipcc.Total2006, ""), year)
		land := series["4"][year].Add(series["5"][year]).String()
		for to, want := range map[string]string{"1": at("1"), "2": at("2"), "3": land, "4": at("6"), "2.A": at("2.A"), "3.A.1": at("4.A"),
			"3.A.2": at("4.B"), "3.C.7": at("4.C"), "4.A": at("6.A"), "4.D": at("6.B"), "4.C": at("6.C")} {
			require.Equal(t, want, kt(t, c.Converted, ipcc.Total2006, to), "%d %s", year, to)
		}

		c, err = crosswalk.IPCC1996To2006.Convert(inv, crosswalk.OwnRule)
		require.NoError(t, err)
		left := c.LeftByCategory()
		require.Len(t, left, 1, year)
		assert.Equal(t, "4.D", left[0].Category.Code)
		assert.Equal(t, crosswalk.OtherGas, left[0].Reason)
		require.Equal(t, at("4.D"), kt(t, c.Remainder, ipcc.Total1996, ""), year)
		require.Equal(t, series["NET"][year].Sub(series["4.D"][year]).String(), kt(t, c.Converted, ipcc.Total2006, ""), year)
	}
}

// The same series in the Korean tree, by the mapping of its own.
func TestKoreanNationalSeriesByOwnMapping(t *testing.T) {
	series := national(t)
	for year := 1990; year <= 2018; year++ {
		at := func(code string) string { return series[code][year].String() }
		inv := koreaIn(t, gir.National, series, year)
		require.Equal(t, at("GROSS"), kt(t, inv, gir.NationalGross, ""), year)
		c, err := crosswalk.NationalToIPCC2006.Convert(inv, crosswalk.CommonParent)
		require.NoError(t, err)
		require.Zero(t, c.Remainder.Len(), year)
		land := series["4"][year].Add(series["5"][year]).String()
		soils := series["4.C"][year].Add(series["4.D"][year]).String()
		for to, want := range map[string]string{"": at("NET"), "1": at("1"), "2": at("2"), "3": land, "3.A.1": at("4.A"), "3.C": soils,
			"4": at("6"), "4.D": at("6.B")} {
			require.Equal(t, want, kt(t, c.Converted, ipcc.Total2006, to), "%d %s", year, to)
		}
		c, err = crosswalk.NationalToIPCC2006.Convert(inv, crosswalk.OwnRule)
		require.NoError(t, err)
		var left []string
		for _, l := range c.LeftByCategory() {
			left = append(left, l.Category.Code)
			require.Equal(t, crosswalk.OnlySum, l.Reason)
		}
		require.Equal(t, []string{"2.A", "2.F", "4.D"}, left, year)
		stayed := series["2.A"][year].Add(series["2.F"][year]).Add(series["4.D"][year])
		require.Equal(t, stayed.String(), kt(t, c.Remainder, gir.NationalNet, ""), year)
		require.Equal(t, series["NET"][year].Sub(stayed).String(), kt(t, c.Converted, ipcc.Total2006, ""), year)
	}
}
