package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
)

// Every figure of the panel is in its explanation.
func TestExplainHoldsEveryFigure(t *testing.T) {
	tt := mustTarget(t, netZero())
	for year, e := range map[int]string{2018: "9430000", 2019: "9000000", 2030: "6000000.5", 2033: "5000000", 2050: "1", 2052: "-7"} {
		p := mustProgress(t, tt, year, one(year, e, ghg.Provisional))
		text := p.Explain()
		for figure, v := range panel(p) {
			assert.Contains(t, text, v, figure)
		}
		for _, limit := range tt.Limits() {
			assert.Contains(t, text, limit.String())
		}
		for _, part := range []string{p.Reason, "pace-1", "1.05", "0.95", "0.75", "GPC 1.1 BASIC", "AR5", "Daegu", tt.Source(),
			"source not stated", "provisional"} {
			assert.Contains(t, text, part)
		}
	}
}

func TestExplainPathway(t *testing.T) {
	tt := mustTarget(t, netZero())
	for year, want := range map[int]string{
		2018: "pathway               v = 9430000 tCO2e (AR5), the level of 2018\n",
		2030: "pathway               v = 5186500 tCO2e (AR5), the level of 2030\n",
		2035: "= 4007750 tCO2e (AR5) (linear, with a = 5186500, z = 2829000, y = 2035, ya = 2030, yz = 2040)\n",
		2050: "pathway               v = 0 tCO2e (AR5), the level of 2050\n",
		2051: "pathway               v = T = 0 tCO2e (AR5), as the pathway ends in 2050\n",
	} {
		assert.Contains(t, mustProgress(t, tt, year, one(year, "1", ghg.Actual)).Explain(), want)
	}
}

// A figure that is undefined shows its formula and the reason.
func TestExplainUndefined(t *testing.T) {
	d := daegu2030()
	withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("-25%") })(&d)
	milestones(target.Milestone{Year: 2025, Cut: ghg.MustShare("1%")})(&d)
	text := mustProgress(t, mustTarget(t, d), 2018, one(2018, "9430000", ghg.Actual)).Explain()
	for _, line := range []string{
		"level                 T = B × (1 + 25%) = 9430000 × 1.25 = 11787500 tCO2e (AR5) in 2030\n",
		"achieved              (B - E)/(B - T) = undefined: the target asks for no cut\n",
		"achieved, linear      (B - E)/(y - b) = undefined: no year has passed since the base year 2018\n",
		"elapsed               (y - b)/(t - b) = (2018 - 2018)/(2030 - 2018) = 0\n",
		"milestone             B × (1 - 1%) = 9430000 × 0.99 = 9335700 tCO2e (AR5) in 2025\n",
		"status                base_only: 2018 is the base year\n",
		"warning               2025, milestone-order: " +
			"the level moves away from the goal between 2018 (9430000 tCO2e (AR5)) and 2025 (9335700 tCO2e (AR5))\n",
	} {
		assert.Contains(t, text, line)
	}
}
