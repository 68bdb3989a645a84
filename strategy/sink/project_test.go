package sink_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/sink"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNewRefuses(t *testing.T) {
	pine := must(sink.Constant(sink.Tree, tonnes("0.0091"), "study"))
	good := func() sink.Definition {
		return sink.Definition{Name: "trees", Place: "town", Metric: ghg.Unstated, Buffer: ghg.MustShare("0%"), Source: "rules",
			Cohorts:   []sink.Cohort{{Name: "a", Year: 2025, Planted: dec("5"), Growth: pine, Survival: allLive}},
			Reversals: []sink.Reversal{{Year: 2030, Share: ghg.MustShare("100%"), Cause: "fire"}}}
	}
	p, err := sink.New(good())
	require.NoError(t, err)
	assert.Equal(t, "trees", p.Name())
	assert.Equal(t, "0%", p.Buffer().String())
	for name, c := range map[string]struct {
		change func(*sink.Definition)
		text   string
	}{
		"name":             {func(d *sink.Definition) { d.Name = "" }, "a name, a place and a source are needed"},
		"place":            {func(d *sink.Definition) { d.Place = "" }, "a name, a place and a source are needed"},
		"source":           {func(d *sink.Definition) { d.Source = "" }, "a name, a place and a source are needed"},
		"metric":           {func(d *sink.Definition) { d.Metric = ghg.Metric{} }, ghg.ErrNoMetric.Error()},
		"other metric":     {func(d *sink.Definition) { d.Metric = ghg.AR5 }, `cohort 1 "a": CO2e on metric AR5 and on metric unstated do not meet`},
		"buffer":           {func(d *sink.Definition) { d.Buffer = ghg.Share{} }, "0% has to be said"},
		"negative buffer":  {func(d *sink.Definition) { d.Buffer = ghg.MustShare("-1%") }, "buffer -1%: a share of 0% to 100% is needed"},
		"large buffer":     {func(d *sink.Definition) { d.Buffer = ghg.MustShare("101%") }, "buffer 101%"},
		"no cohort":        {func(d *sink.Definition) { d.Cohorts = nil }, "0 cohorts and 1 reversals: 1 to 500 cohorts"},
		"many cohorts":     {func(d *sink.Definition) { d.Cohorts = make([]sink.Cohort, 501) }, "501 cohorts"},
		"many reversals":   {func(d *sink.Definition) { d.Reversals = make([]sink.Reversal, 101) }, "101 reversals"},
		"year":             {func(d *sink.Definition) { d.Cohorts[0].Year = 1849 }, "planted in 1849: years from 1850 to 2300 are allowed"},
		"growth":           {func(d *sink.Definition) { d.Cohorts[0].Growth = sink.Growth{} }, sink.ErrNoGrowth.Error()},
		"survival":         {func(d *sink.Definition) { d.Cohorts[0].Survival = sink.Survival{} }, "no survival given"},
		"negative planted": {func(d *sink.Definition) { d.Cohorts[0].Planted = dec("-1") }, "planted: a number of trees of 0 or more is needed"},
		"huge planted":     {func(d *sink.Definition) { d.Cohorts[0].Planted = decimal.New(1, 100) }, "planted: a number of trees"},
		"reversal year":    {func(d *sink.Definition) { d.Reversals[0].Year = 0 }, "reversal 1: a year from 1850 to 2300"},
		"reversal cause":   {func(d *sink.Definition) { d.Reversals[0].Cause = "" }, "reversal 1"},
		"reversal share":   {func(d *sink.Definition) { d.Reversals[0].Share = ghg.MustShare("0%") }, "reversal 1"},
		"reversal > 1":     {func(d *sink.Definition) { d.Reversals[0].Share = ghg.MustShare("100.1%") }, "reversal 1"},
	} {
		d := good()
		c.change(&d)
		_, err := sink.New(d)
		assert.ErrorContains(t, err, c.text, name)
	}
	both := good()
	both.Place, both.Reversals[0].Cause = "", ""
	_, err = sink.New(both)
	assert.ErrorContains(t, err, "a name, a place")
	assert.ErrorContains(t, err, "reversal 1", "all at once")
	full := good()
	full.Buffer, full.Cohorts[0].Planted = ghg.MustShare("100%"), decimal.Decimal{}
	_, err = sink.New(full)
	assert.NoError(t, err)
}
