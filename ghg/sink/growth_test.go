package sink_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGrowthAndSurvivalRefuse(t *testing.T) {
	one := map[int]ghg.CO2e{0: tonnes("1")}
	for name, c := range map[string]struct {
		per     sink.Unit
		table   map[int]ghg.CO2e
		between sink.Between
		source  string
		text    string
	}{
		"unit":    {0, one, sink.Held, "s", `growth, unit "unknown unit (0)": sink.Tree and sink.Hectare are allowed`},
		"between": {sink.Tree, one, 3, "s", `ages between "unknown rule (3)": sink.Listed, sink.Held and sink.Linear are allowed`},
		"source":  {sink.Tree, one, sink.Held, "", "growth, source: name"},
		"empty":   {sink.Tree, nil, sink.Held, "s", "ages from 0, the year of planting"},
		"no 0":    {sink.Tree, map[int]ghg.CO2e{1: tonnes("1")}, sink.Held, "s", "ages from 0, the year of planting"},
		"before":  {sink.Tree, map[int]ghg.CO2e{-1: tonnes("1"), 0: tonnes("1")}, sink.Held, "s", "ages from 0, the year of planting"},
		"old":     {sink.Tree, map[int]ghg.CO2e{0: tonnes("1"), 501: tonnes("1")}, sink.Held, "s", "to 500 at most"},
		"negative": {sink.Tree, map[int]ghg.CO2e{0: tonnes("1"), 3: tonnes("-1")}, sink.Held, "s",
			`uptake at age 3 "-1 tCO2e": 0 or more is allowed`},
		"metrics": {sink.Tree, map[int]ghg.CO2e{0: tonnes("1"), 3: ghg.MustCO2e("1 tCO2e (AR5)")}, sink.Held, "s",
			"uptake at age 3: CO2e on metric unstated and on metric AR5"},
	} {
		_, err := sink.ByAge(c.per, c.table, c.between, c.source)
		assert.ErrorContains(t, err, c.text, name)
	}
	_, err := sink.Constant(sink.Tree, tonnes("-1"), "s")
	assert.Error(t, err)
	_, err = sink.Growth{}.At(0)
	assert.EqualError(t, err, "no growth given: make one with sink.ByAge or sink.Constant")
	assert.Equal(t, sink.Unit(0), sink.Growth{}.Per())
	_, err = sink.ByAge(sink.Tree, map[int]ghg.CO2e{0: tonnes("0"), 500: tonnes("1")}, sink.Held, "s")
	assert.NoError(t, err)

	all := ghg.MustShare("100%")
	for name, c := range map[string]struct {
		table  map[int]ghg.Share
		source string
		text   string
	}{
		"source":   {map[int]ghg.Share{0: all}, "", "survival, source: name"},
		"empty":    {nil, "s", "ages from 0, the year of planting"},
		"no 0":     {map[int]ghg.Share{1: all}, "s", "ages from 0, the year of planting"},
		"old":      {map[int]ghg.Share{0: all, 501: all}, "s", "to 500 at most"},
		"unset":    {map[int]ghg.Share{0: {}}, "s", `share at age 0: state it`},
		"negative": {map[int]ghg.Share{0: all, 2: ghg.MustShare("-1%")}, "s", `share at age 2 "-1%": 0% to`},
		"above 1":  {map[int]ghg.Share{0: ghg.MustShare("101%")}, "s", `share at age 0 "101%"`},
		"rises": {map[int]ghg.Share{0: ghg.MustShare("80%"), 4: ghg.MustShare("81%")}, "s",
			`share at age 4 "81%": it is more than 80% before`},
	} {
		_, err := sink.NewSurvival(c.table, c.source)
		assert.ErrorContains(t, err, c.text, name)
	}
	s := must(sink.NewSurvival(map[int]ghg.Share{0: all, 3: ghg.MustShare("0%")}, "s"))
	for age, want := range map[int]string{-1: "0%", 0: "100%", 2: "100%", 3: "0%", 99: "0%"} {
		assert.Equal(t, want, s.At(age).String(), age)
	}
}

func TestGrowth(t *testing.T) {
	table := map[int]ghg.CO2e{0: tonnes("1"), 3: tonnes("2"), 5: tonnes("8")}
	want := map[sink.Between]map[int]string{
		sink.Listed: {-1: "", 0: "1", 1: "", 3: "2", 4: "", 5: "8", 6: ""},
		sink.Held:   {-1: "", 0: "1", 1: "1", 2: "1", 3: "2", 4: "2", 5: "8", 400: "8"},
		sink.Linear: {-1: "", 0: "1", 1: "1.333333333333", 2: "1.666666666667", 3: "2", 4: "5", 5: "8", 6: ""},
	}
	for between, ages := range want {
		g := must(sink.ByAge(sink.Hectare, table, between, "table"))
		for age, w := range ages {
			got, err := g.At(age)
			if w == "" {
				var no *sink.NoUptakeError
				require.ErrorAs(t, err, &no, "%s %d", between, age)
				assert.Equal(t, sink.NoUptakeError{Age: age, Last: 5, Between: between}, *no)
				continue
			}
			require.NoError(t, err)
			assert.True(t, got.Equal(tonnes(w)), "%s at %d: %s", between, age, got)
		}
		assert.Equal(t, "hectare", g.Per().String())
	}
	table[0] = tonnes("99")
	assert.Equal(t, "tree", sink.Tree.String())
}
