package target_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation/derivationtest"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every figure of the panel is in its explanation.
func TestExplainHoldsEveryFigure(t *testing.T) {
	tt := mustTarget(t, netZero())
	for year, e := range map[int]string{2018: "9430000", 2019: "9000000", 2030: "6000000.5", 2033: "5000000", 2050: "1", 2052: "-7"} {
		p := mustProgress(t, tt, year, one(year, e, ghg.Provisional))
		d := p.Explain()
		text := strings.ReplaceAll(d.String(), ",", "")
		for figure, v := range panel(p) {
			if why, ok := strings.CutPrefix(v, "undefined: "); ok {
				v = "; " + why + "\n"
			}
			v = strings.Replace(v, " a year", "/yr", 1)
			assert.Contains(t, text, v, figure)
		}
		for _, limit := range tt.Limits() {
			assert.Contains(t, text, limit.Tonnes().String())
		}
		for _, part := range []string{"GPC 1.1 BASIC", "AR5", "Daegu", strings.ReplaceAll(tt.Source(), ",", ""), "provisional"} {
			assert.Contains(t, text, part)
		}
		assert.Empty(t, d.Replay())
		last, _ := d.Step("status")
		c, _ := last.Decision()
		assert.Equal(t, p.Status.String(), c.Name)
	}
}

func TestExplainPathway(t *testing.T) {
	tt := mustTarget(t, netZero())
	for year, want := range map[int]string{
		2018: "v               = B = 9,430,000 tCO2e (AR5)   # pathway: linear\n",
		2030: "v               = M[2030] = 5,186,500 tCO2e (AR5)   # pathway: linear\n",
		2035: "= a + (z - a) × (y - ya) / (yz - ya) = 5,186,500 + (2,829,000 - 5,186,500) × (2035 - 2030) / (2040 - 2030) = 4,007,750 tCO2e " +
			"(AR5)",
		2050: "v               = T = 0 tCO2e (AR5)   # pathway: linear\n",
		2051: "v               = T = 0 tCO2e (AR5)   # pathway: linear\n",
	} {
		assert.Contains(t, mustProgress(t, tt, year, one(year, "1", ghg.Actual)).Explain().String(), want)
	}
}

// Each shape of pathway is explained by its own formula.
func TestExplainShapes(t *testing.T) {
	tt := mustTarget(t, netZero())
	to, err := target.GeometricTo(ghg.MustShare("10%"))
	require.NoError(t, err)
	blend, err := target.GeometricBlend(dec("11.11"))
	require.NoError(t, err)
	for want, shape := range map[string]target.Pathway{
		"a × (max(z; min(a; r)) / a)^((y - ya) / (yz - ya))":                 to,
		"a × d^(-(y - ya) / (yz - ya)) - (a / d - z) × (y - ya) / (yz - ya)": blend,
		"v               = a = ": target.Stepwise,
	} {
		p, err := tt.Progress(2045, shape, target.GapRules, one(2045, "1500000", ghg.Actual))
		require.NoError(t, err)
		assert.Contains(t, p.Explain().String(), want)
		korean := p.Explain().Print(words.Korean, -1)
		assert.NotContains(t, korean, "pathway")
	}
}

// A figure that is undefined shows its formula, its condition and the reason.
func TestExplainUndefined(t *testing.T) {
	d := daegu2030()
	withGoal(func(g *target.BaseYear) { g.Cut = ghg.MustShare("-25%") })(&d)
	milestones(target.Milestone{Year: 2025, Cut: ghg.MustShare("1%")})(&d)
	text := mustProgress(t, mustTarget(t, d), 2018, one(2018, "9430000", ghg.Actual)).Explain().String()
	for _, line := range []string{
		"T               = B × (1 - cut) = 9,430,000 × (1 - -0.25) = 11,787,500 tCO2e (AR5)   # level of the due year\n",
		"achieved        = (B - E) / (B - T) = undefined, where B > T   # share of the target achieved; the target asks for no cut\n",
		"so_far          = (B - E) / (y - b) = undefined, where y > b   # achieved a year, linear; no year has passed since the base year 2018\n",
		"elapsed         = (y - b) / (t - b) = (2018 - 2018) / (2030 - 2018) = 0   # share of the time gone by\n",
		"      2025  0.01  9,335,700\n",
		"✓ base_only          base only: y = b: 2018 = 2018\n",
	} {
		assert.Contains(t, text, line)
	}
}

// What a panel explains replays in the tests of the whole package.
func TestDerivationsAreReplayed(t *testing.T) {
	before := derivationtest.Replayed()
	mustProgress(t, mustTarget(t, daegu2030()), 2022, one(2022, "8200000", ghg.Actual)).Explain()
	assert.Greater(t, derivationtest.Replayed(), before)
}

// A panel is made without asking what stands behind its figures.
func BenchmarkProgressExplain(b *testing.B) {
	tt, err := target.New(daegu2030())
	require.NoError(b, err)
	records := make([]ghg.Record, 5000)
	for i := range records {
		records[i] = ghg.Record{Place: tt.Place(), Period: ghg.CalendarYear(2022), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, Gas: ghg.CO2,
			Value: ghg.Emitted(ghg.MustMass("1640 t")), Line: i + 2}
	}
	inv, _, err := ghg.NewInventory(tt.Place(), ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(b, err)
	of, err := ghg.YearlyOf(gpc.Basic, ghg.AR5, inv)
	require.NoError(b, err)
	for name, series := range map[string]ghg.Yearly{"stated": one(2022, "8200000", ghg.Actual), "of 5000 records": of} {
		p, err := tt.Progress(2022, target.Linear, target.DefaultRules, series)
		require.NoError(b, err)
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				p.Explain()
			}
		})
	}
}
