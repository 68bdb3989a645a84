package target_test

import (
	"encoding/json"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRange(t *testing.T) {
	d := daegu2030()
	base := d.Goal.(target.BaseYear)
	end := func(cut string) target.Goal {
		g := base
		g.Cut = ghg.MustShare(cut)
		return g
	}
	d.Goal = nil
	r, err := target.NewRange(d, end("40%"), end("45%"))
	require.NoError(t, err)
	assert.Equal(t, "Daegu 2030: 40% below 2018 to 45% below 2018 by 2030", r.String())
	p, err := r.Progress(2030, target.Linear, target.DefaultRules, one(2030, "5500000", ghg.Actual))
	require.NoError(t, err)
	assert.Equal(t, target.Achieved, p.Least.Status)
	assert.Equal(t, target.ExpiredMissed, p.Most.Status)
	assert.Equal(t, "Daegu 2030 in 2030: 40% below 2018 achieved, 45% below 2018 expired missed", p.String())
	least, most, err := r.Outcome(one(2030, "5500000", ghg.Actual), target.Adjustments{})
	require.NoError(t, err)
	assert.Equal(t, []target.Decision{target.Met, target.Missed}, []target.Decision{least.Decision, most.Decision})
	for _, v := range []any{r, p} {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		assert.Contains(t, string(b), `{"least":{`)
		assert.Contains(t, string(b), `"most":{`)
	}
	_, err = r.Progress(2031, target.Linear, target.DefaultRules, one(2030, "5500000", ghg.Actual))
	assert.Error(t, err)
	_, _, err = r.Outcome(ghg.Yearly{}, target.Adjustments{})
	assert.Error(t, err)

	other := base
	other.Base = ghg.MustMass("9 Mt")
	for want, ends := range map[string][2]target.Goal{"is not below": {end("45%"), end("40%")},
		"level, 5186500 tCO2e (AR5), is not below": {end("45%"), end("45%")},
		"both ends count from one base":            {end("10%"), other}, "it has no range": {target.RollingBaseYear{Year: 2018, Every: 1,
			Cut: ghg.MustShare("1%")},
			target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("2%")}}, "a goal is needed": {end("40%"), nil}} {
		_, err := target.NewRange(d, ends[0], ends[1])
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, want)
		assert.ErrorContains(t, err, want)
	}
	d.Goal = base
	_, err = target.NewRange(d, end("40%"), end("45%"))
	assert.ErrorContains(t, err, "leave it out")
	assert.Equal(t, "no range", target.Range{}.String())
	assert.Equal(t, "no data", target.RangeProgress{}.String())
	assert.True(t, target.Range{}.IsZero())
}
