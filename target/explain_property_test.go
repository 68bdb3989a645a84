package target_test

import (
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Progress and outcome of every kind of goal replay, on every shape of pathway, by both
// rule sets, before, in and after the due year, over every timeframe.
func TestEveryGoalReplays(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	to, err := target.GeometricTo(ghg.MustShare("10%"))
	require.NoError(t, err)
	blend, err := target.GeometricBlend(dec("11.11"))
	require.NoError(t, err)
	shapes := []target.Pathway{target.Linear, target.Geometric, target.Stepwise, to, blend}
	r := rand.New(rand.NewSource(14))
	before, derived := derivationtest.Replayed(), 0
	for range 5 {
		d := draw(r)
		all := d.goals(t, ghg.Tonne)
		all["per unit"] = mustTarget(t, target.Definition{Name: "per unit", Place: "Daegu", Due: 2000 + d.span, Views: target.Same(gpc.Basic),
			Metric: ghg.AR5, Milestones: []target.Milestone{{Year: 2000 + d.at, Level: in(t, d.mid, ghg.Tonne)}},
			Goal: target.FixedIntensity{Level: in(t, d.level, ghg.Tonne), Activity: activityOf(t, d.moves), Year: 2000, Base: in(t, d.base,
				ghg.Tonne)}})
		series := seriesIn(t, d.emissions, ghg.Tonne)
		for name, tt := range all {
			for _, shape := range shapes {
				for _, rules := range []target.Rules{target.DefaultRules, target.GapRules} {
					for _, year := range []int{2000 + r.Intn(d.span), 2000 + d.at, 2000 + d.span, 2001 + d.span} {
						p, err := tt.Progress(year, shape, rules, series)
						if err != nil {
							continue // a rate cannot lead to nothing
						}
						derived++
						step, ok := p.Explain().Step("status")
						require.True(t, ok, name)
						c, _ := step.Decision()
						assert.Equal(t, p.Status.String(), c.Name)
					}
				}
				if d.span < 3 {
					continue
				}
				first := 2000 + d.span - 1
				for _, frame := range []target.Timeframe{target.AverageFrom(first), target.AnnualFrom(first, shape), target.CumulativeFrom(first,
					shape)} {
					definition := tt.Definition()
					definition.Timeframe = frame
					over, err := target.New(definition)
					if err != nil {
						continue
					}
					o, err := over.Outcome(series, target.Adjustments{})
					require.NoError(t, err)
					derived++
					step, ok := o.Explain().Step("decision")
					require.True(t, ok, name)
					c, _ := step.Decision()
					assert.Equal(t, o.Decision.String(), c.Name)
				}
			}
		}
	}
	assert.Greater(t, derived, 500)
	assert.GreaterOrEqual(t, derivationtest.Replayed()-before, derived)
	t.Log(derived, "results")
}
