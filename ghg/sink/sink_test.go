package sink_test

import (
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/sink"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func tonnes(s string) ghg.CO2e { return ghg.MustCO2e(s + " tCO2e") }

func rat(t *testing.T, d decimal.Decimal) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(d.String())
	require.True(t, ok)
	return r
}

func equal(t *testing.T, want *big.Rat, got ghg.CO2e, msg string) {
	t.Helper()
	assert.Zero(t, want.Cmp(rat(t, got.Tonnes())), "%s: want %s, got %s", msg, want.FloatString(9), got)
}

func TestNewRefuses(t *testing.T) {
	pine := must(sink.Constant(sink.Tree, tonnes("0.0091"), "study"))
	good := func() sink.Definition {
		return sink.Definition{Name: "trees", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("0%"), Source: "rules",
			Cohorts:   []sink.Cohort{{Name: "a", Year: 2025, Planted: dec("5"), Growth: pine, Survival: allLive}},
			Reversals: []sink.Reversal{{Year: 2030, Share: ghg.MustShare("100%"), Cause: "fire"}}}
	}
	_, err := sink.New(good())
	require.NoError(t, err)
	for name, c := range map[string]struct {
		change func(*sink.Definition)
		text   string
	}{
		"name":   {func(d *sink.Definition) { d.Name = "" }, `sink "", name: it is needed`},
		"place":  {func(d *sink.Definition) { d.Place = "" }, `sink "trees", place: it is needed`},
		"source": {func(d *sink.Definition) { d.Source = "" }, `sink "trees", source: it is needed`},
		"metric": {func(d *sink.Definition) { d.Metric = ghg.Metric{} }, ghg.ErrNoMetric.Error()},
		"other metric": {func(d *sink.Definition) { d.Metric = ghg.AR5 },
			`cohort 1 "a": CO2e on metric AR5 and on metric unstated do not meet`},
		"buffer":          {func(d *sink.Definition) { d.Buffer = ghg.Share{} }, "buffer: state it, if only as 0%"},
		"negative buffer": {func(d *sink.Definition) { d.Buffer = ghg.MustShare("-1%") }, `buffer "-1%": 0% to 100% are allowed`},
		"large buffer":    {func(d *sink.Definition) { d.Buffer = ghg.MustShare("101%") }, `buffer "101%"`},
		"no cohort":       {func(d *sink.Definition) { d.Cohorts = nil }, `cohorts "0": 1 to 500`},
		"many cohorts":    {func(d *sink.Definition) { d.Cohorts = make([]sink.Cohort, 501) }, `cohorts "501"`},
		"many reversals":  {func(d *sink.Definition) { d.Reversals = make([]sink.Reversal, 101) }, `reversals "101"`},
		"year": {func(d *sink.Definition) { d.Cohorts[0].Year = 1849 },
			`cohort 1 "a", year "1849": years from 1850 to 2300 are allowed`},
		"growth":   {func(d *sink.Definition) { d.Cohorts[0].Growth = sink.Growth{} }, "growth: make one with sink.ByAge"},
		"survival": {func(d *sink.Definition) { d.Cohorts[0].Survival = sink.Survival{} }, "survival: make one with sink.NewSurvival"},
		"negative planted": {func(d *sink.Definition) { d.Cohorts[0].Planted = dec("-1") },
			`planted "-1": a number of trees of 0 or more is needed`},
		"huge planted": {func(d *sink.Definition) { d.Cohorts[0].Planted = decimal.New(1, 100) },
			`planted "out of bounds": a number of trees`},
		"reversal year":  {func(d *sink.Definition) { d.Reversals[0].Year = 0 }, `reversal 1, year "0": years from 1850`},
		"reversal cause": {func(d *sink.Definition) { d.Reversals[0].Cause = "" }, "reversal 1"},
		"reversal share": {func(d *sink.Definition) { d.Reversals[0].Share = ghg.MustShare("0%") }, "reversal 1"},
		"reversal > 1":   {func(d *sink.Definition) { d.Reversals[0].Share = ghg.MustShare("100.1%") }, "reversal 1"},
	} {
		d := good()
		c.change(&d)
		_, err := sink.New(d)
		assert.ErrorContains(t, err, c.text, name)
	}
	early := good()
	early.Reversals[0].Year = 2024
	p, err := sink.New(early)
	require.NoError(t, err)
	require.Len(t, p.Findings().All, 2)
	assert.Equal(t, `reversal 1 "fire", early-reversal: in 2024 it takes nothing: the first planting is in 2025`, p.Findings().All[1].String())
	both := good()
	both.Place, both.Reversals[0].Cause = "", ""
	_, err = sink.New(both)
	assert.ErrorContains(t, err, "place: it is needed")
	assert.ErrorContains(t, err, "reversal 1", "all at once")
	full := good()
	full.Buffer, full.Cohorts[0].Planted = ghg.MustShare("100%"), decimal.Decimal{}
	_, err = sink.New(full)
	assert.NoError(t, err)
}

func TestAmounts(t *testing.T) {
	r := must(woods().Through(2028))
	y, _ := r.Year(2028)
	assert.Equal(t, "368 tCO2e released", y.Removal.String())
	var none sink.Removal
	assert.Equal(t, "0 tCO2e removed", none.String())
	ar5 := must(must(sink.New(sink.Definition{Name: "n", Place: "p", Metric: ghg.AR5, Buffer: ghg.MustShare("0%"), Source: "s",
		Cohorts: []sink.Cohort{{Year: 2028, Planted: dec("1"),
			Growth: must(sink.Constant(sink.Tree, ghg.MustCO2e("1 tCO2e (AR5)"), "s")), Survival: allLive}}})).Through(2028))
	z, _ := ar5.Year(2028)
	var metric *ghg.MetricMismatchError
	_, err := y.Stock.Since(z.Stock)
	assert.ErrorAs(t, err, &metric)
	y.Causes[0] = "x"
	again, _ := r.Year(2028)
	assert.Equal(t, []string{"fire"}, again.Causes)
}
