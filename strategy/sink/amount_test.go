package sink_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/sink"
	"github.com/stretchr/testify/assert"
)

func TestAmounts(t *testing.T) {
	r := must(woods().Through(2028))
	y, _ := r.Year(2028)
	assert.Equal(t, "368 tCO2e released", y.Removal.String())
	assert.Equal(t, -1, y.Removal.Sign())
	var none sink.Removal
	assert.Equal(t, 0, none.Sign())
	assert.Equal(t, "0 tCO2e removed", none.String())
	ar5 := must(must(sink.New(sink.Definition{Name: "n", Place: "p", Metric: ghg.AR5, Buffer: ghg.MustShare("0%"), Source: "s",
		Cohorts: []sink.Cohort{{Year: 2028, Planted: dec("1"), Growth: must(sink.Constant(sink.Tree, ghg.MustCO2e("1 tCO2e (AR5)"), "s")), Survival: allLive}}})).Through(2028))
	z, _ := ar5.Year(2028)
	_, err := y.Removal.Add(z.Removal)
	var metric *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &metric)
	_, err = y.Stock.Since(z.Stock)
	assert.ErrorAs(t, err, &metric)
	y.Causes[0] = "x"
	again, _ := r.Year(2028)
	assert.Equal(t, []string{"fire"}, again.Causes)
}

func tonnes(s string) ghg.CO2e { return ghg.MustCO2e(s + " tCO2e") }
