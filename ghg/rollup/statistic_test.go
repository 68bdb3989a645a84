package rollup_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func statistic(t *testing.T, kind rollup.StatisticKind, of map[string]string) rollup.Statistic {
	t.Helper()
	d := rollup.StatisticDefinition{Kind: kind, On: ghg.MustWhen("2018"), Source: "a table"}
	for code, n := range of {
		d.Of = append(d.Of, rollup.PlaceNumber{Place: at(code), Number: number(n)})
	}
	m, err := rollup.NewStatistic(d)
	require.NoError(t, err)
	return m
}

func TestStatisticRefuses(t *testing.T) {
	good := rollup.PlaceNumber{Place: at("48120"), Number: number("5")}
	half, huge := good, good
	half.Number, huge.Number = number("1.5"), decimal.New(1, 1000)
	for want, d := range map[string]rollup.StatisticDefinition{
		"say which population":   {On: ghg.MustWhen("2018"), Source: "s"},
		"land area":              {Kind: 5, On: ghg.MustWhen("2018"), Source: "s"},
		"of which day":           {Kind: rollup.LandArea, Source: "s"},
		"where the numbers":      {Kind: rollup.LandArea, On: ghg.MustWhen("2018")},
		"look it up":             {Kind: rollup.LandArea, On: ghg.MustWhen("2018"), Source: "s", Of: []rollup.PlaceNumber{{}}},
		"it is given twice":      {Kind: rollup.LandArea, On: ghg.MustWhen("2018"), Source: "s", Of: []rollup.PlaceNumber{good, good}},
		"a number above 0":       {Kind: rollup.LandArea, On: ghg.MustWhen("2018"), Source: "s", Of: []rollup.PlaceNumber{{Place: at("48120")}}},
		"whole ones of persons":  {Kind: rollup.LivingPopulation, On: ghg.MustWhen("2018"), Source: "s", Of: []rollup.PlaceNumber{half}},
		"is out of bounds: at m": {Kind: rollup.LandArea, On: ghg.MustWhen("2018"), Source: "s", Of: []rollup.PlaceNumber{huge}},
	} {
		_, err := rollup.NewStatistic(d)
		assert.ErrorContains(t, err, want)
	}
}

func TestStatisticKinds(t *testing.T) {
	for k := rollup.RegisteredPopulation; k <= rollup.LandArea; k++ {
		for _, name := range []string{k.String(), k.Korean()} {
			got, err := rollup.ParseStatisticKind(name)
			require.NoError(t, err)
			assert.Equal(t, k, got)
		}
	}
	_, err := rollup.ParseStatisticKind("인구")
	var unknown *ghg.UnknownError
	require.ErrorAs(t, err, &unknown)
	assert.Len(t, unknown.Allowed, 4)
	assert.Equal(t, "unknown (9)", rollup.StatisticKind(9).String())
	assert.Equal(t, "알 수 없음 (9)", rollup.StatisticKind(9).Korean())
	assert.Equal(t, "not stated", rollup.StatisticKind(0).String())
	assert.Equal(t, "unknown (5)", rollup.StatisticKind(5).String(), "one beyond the last")
	assert.Equal(t, "알 수 없음 (5)", rollup.StatisticKind(5).Korean())
}

// The whole is what is stated for a member, or what its parts have; where neither is known
// there is no share, and never one of what happens to be known.
func TestExtent(t *testing.T) {
	sum := func(members []string, kts map[string]string) rollup.Sum {
		out, err := groupOf(t, "2018-12-31", members...).Yearly(adding, []int{2018}, tables(t, "2018-12-31", 2018, kts))
		require.NoError(t, err)
		return out.Sums[0]
	}
	s := sum([]string{"48120", "48170", "48310"}, map[string]string{"48120": "3", "48170": "5"})
	x := s.Extent(statistic(t, rollup.LandArea, map[string]string{"48120": "748.05", "48170": "712.95", "48310": "403"}))
	near(t, "0.783798283261802575107296137339", x.Covered) // 1461/1864
	near(t, "0.216201716738197424892703862661", x.MissingShare)
	assert.Empty(t, x.Findings.All)
	assert.Equal(t, "at 2018", "at "+x.Statistic.On().String())

	x = s.Extent(statistic(t, rollup.RegisteredPopulation, map[string]string{"48120": "1000000", "48310": "250000"}))
	assert.False(t, x.Covered.IsDefined())
	assert.Equal(t, "the registered population of 2018 has no number of 48170 진주시", x.Covered.Undefined())
	require.Len(t, x.Missing, 1)
	assert.False(t, x.Missing[0].Share.IsDefined())
	x = s.Extent(statistic(t, rollup.RegisteredPopulation, map[string]string{"48120": "1000000", "48170": "250000"}))
	assert.Contains(t, x.MissingShare.Undefined(), "48310")

	province := sum([]string{"50", "48310"}, map[string]string{"50110": "1", "48310": "2"})
	x = province.Extent(statistic(t, rollup.ProjectedPopulation, map[string]string{"50110": "300", "50130": "100", "48310": "400"}))
	near(t, "0.875", x.Covered)
	x = province.Extent(statistic(t, rollup.ProjectedPopulation, map[string]string{"50": "600", "50130": "100", "48310": "400"}))
	near(t, "0.9", x.Covered)
	x = province.Extent(statistic(t, rollup.ProjectedPopulation, map[string]string{"50": "50", "50130": "100", "48310": "40"}))
	assert.Contains(t, x.Covered.Undefined(), "more than the whole")
	x = province.Extent(statistic(t, rollup.ProjectedPopulation, map[string]string{"50110": "600", "48310": "400"}))
	assert.Contains(t, x.Covered.Undefined(), "50130")
	whole := sum([]string{"48310"}, map[string]string{"48310": "2"})
	near(t, "1", whole.Extent(statistic(t, rollup.LandArea, map[string]string{"48310": "403"})).Covered)
	assert.False(t, whole.Extent(rollup.Statistic{}).Covered.IsDefined())
}

func TestPerHead(t *testing.T) {
	out, err := groupOf(t, "2018-12-31", "48120", "48170", "48310").Yearly(adding, []int{2018},
		tables(t, "2018-12-31", 2018, map[string]string{"48120": "30", "48170": "5"}))
	require.NoError(t, err)
	s := out.Sums[0]
	m := statistic(t, rollup.RegisteredPopulation, map[string]string{"48120": "6000", "48170": "1000", "48310": "9999"})
	assert.Equal(t, "5 t/person by registered population of 2018", s.PerHead(m).String(), "what is missing is in neither")
	m = statistic(t, rollup.LandArea, map[string]string{"48120": "8"})
	assert.Equal(t, "undefined: the land area of 2018 has no number of 48170 진주시 by land area of 2018", s.PerHead(m).String())
	assert.Equal(t, "계산할 수 없음, 면적(2018)", s.PerHead(m).Korean())
	each := s.PerHeadOfEach(m)
	require.Len(t, each, 2)
	assert.Equal(t, "3750 t/km2 by land area of 2018", each[0].String())
	assert.Equal(t, "km2당 3750톤, 면적(2018)", each[0].Korean())
	assert.Equal(t, []place.Place{at("48120"), at("48170")}, []place.Place{each[0].Place, each[1].Place})
	assert.False(t, each[1].Value.IsDefined())
	n, ok := m.Of(at("48120"))
	assert.True(t, ok)
	equal(t, "8", n)
}

// Of a place that counts by its parts its own population will do, if all of them count; and
// a place without a number is in neither the amount nor the heads.
func TestPerHeadByParts(t *testing.T) {
	sum := func(kts map[string]string) rollup.Sum {
		out, err := groupOf(t, "2018-12-31", "50", "48310").Yearly(adding, []int{2018}, tables(t, "2018-12-31", 2018, kts))
		require.NoError(t, err)
		return out.Sums[0]
	}
	all := sum(map[string]string{"50110": "1", "50130": "2", "48310": "3"})
	some := sum(map[string]string{"50110": "1", "48310": "3"})
	for _, c := range []struct {
		s    rollup.Sum
		of   map[string]string
		want string
	}{
		{all, map[string]string{"50": "600", "48310": "400"}, "6"},
		{all, map[string]string{"50": "999", "50110": "500", "50130": "100", "48310": "400"}, "6"},
		{all, map[string]string{"50": "600", "50110": "500", "48310": "400"}, "6"},
		{all, map[string]string{"50": "600"}, ""},
		{some, map[string]string{"50": "600", "48310": "400"}, ""},
		{some, map[string]string{"50110": "400", "48310": "400"}, "5"},
	} {
		v, ok := c.s.PerHead(statistic(t, rollup.RegisteredPopulation, c.of)).Value.Value()
		assert.Equal(t, c.want != "", ok, c.of)
		if ok {
			equal(t, c.want, v)
		}
	}
	inventories := []rollup.InventoryOf{inventoryOf(t, at("48120"), gpc.Scheme, line("48120", gpc.Scheme, "I.1.1", "30")),
		inventoryOf(t, at("48170"), gpc.Scheme, line("48170", gpc.Scheme, "I.1.1", "NE"))}
	out, err := groupOf(t, "2018-12-31", "48120", "48170").Inventory(rollup.Question{View: gpc.Territorial, Metric: ghg.AR5}, 2018, inventories)
	require.NoError(t, err)
	v, ok := out.Sum.PerHead(statistic(t, rollup.RegisteredPopulation, map[string]string{"48120": "10", "48170": "20"})).Value.Value()
	require.True(t, ok)
	equal(t, "3", v)
	x := out.Sum.Extent(statistic(t, rollup.RegisteredPopulation, map[string]string{"48120": "10", "48170": "30"}))
	near(t, "0.25", x.Covered)
}
