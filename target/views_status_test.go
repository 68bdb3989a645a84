package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// From 100 gross to 50 net, with 70 net in the base year: at 65 net, 70 % of
// the target looks achieved a quarter of the way, of which 60 % was there
// before. No status is made of it; what does not hang on the pace still is.
func TestTwoViewsAreNotJudgedByPace(t *testing.T) {
	gross, net := ghg.MustDeclaredView("gross", "town"), ghg.MustDeclaredView("net", "town")
	d := daegu2030()
	d.Views = target.Views{Base: gross, Due: net}
	d.Goal = target.FixedLevel{Level: ghg.MustMass("50 t"), Year: 2018, Base: ghg.MustMass("100 t")}
	tt := mustTarget(t, d)
	at := func(v ghg.View, first, now string, year int) ghg.Yearly {
		return figures(v, ghg.AR5, ghg.YearFigure{Year: 2018, CO2e: ghg.MustCO2e(first + " tCO2e (AR5)"), Vintage: 1},
			ghg.YearFigure{Year: year, CO2e: ghg.MustCO2e(now + " tCO2e (AR5)"), Vintage: 1})
	}
	for _, x := range []struct {
		year int
		net  string
		want target.Status
	}{{2021, "65", target.Undetermined}, {2021, "50", target.BelowTargetLevel}, {2021, "101", target.Regressed}, {2030, "50",
		target.Achieved}, {2030, "51", target.ExpiredMissed}} {
		for _, rules := range []target.Rules{target.DefaultRules, target.GapRules} {
			p, err := tt.Progress(x.year, target.Linear, rules, at(gross, "100", "97", x.year), at(net, "70", x.net, x.year))
			require.NoError(t, err)
			assert.Equal(t, x.want, p.Status, x)
			assert.Equal(t, "0.6", p.HeadStart.String())
		}
	}
	p, err := tt.Progress(2021, target.Linear, target.DefaultRules, at(net, "70", "65", 2021), at(gross, "100", "97", 2021))
	require.NoError(t, err)
	assert.Equal(t, "0.7", p.Achieved.String())
	assert.Contains(t, p.Reason, "two views")
	assert.Equal(t, "Daegu 2030 in 2021: undetermined, reduction 35.00%, achieved 70.00%, gap -22.5 tCO2e (AR5); "+
		"of two views, head start 60.00%", p.String())
}
