package target_test

import (
	"bytes"
	"encoding/json"
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// perHead is 4.1 t a person in 2030, from 9 Mt of 1.5 million people in 2020, that is 6 t.
func perHead(t *testing.T, m ...target.Milestone) target.Definition {
	population, err := ghg.NewYears("population", "persons", nil, people2(2020, "1500000"), people2(2024, "1450000"), people2(2025, "1440000"),
		people2(2030, "1400000"))
	require.NoError(t, err)
	return target.Definition{Name: "2030", Place: "Daegu", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5, Milestones: m,
		Goal: target.FixedIntensity{Level: ghg.MustMass("4.1 t"), Activity: population, Year: 2020, Base: ghg.MustMass("9 Mt")}}
}

func people2(year int, n string) ghg.OfYear[decimal.Decimal] {
	return ghg.OfYear[decimal.Decimal]{Year: year, Value: decimal.RequireFromString(n)}
}

func TestLevelPerHead(t *testing.T) {
	tt := mustTarget(t, perHead(t))
	assert.Equal(t, "2030: to 4.1 t per unit of population by 2030", tt.String())
	limit, err := tt.Limit(2030)
	require.NoError(t, err)
	assert.Equal(t, "5740000 tCO2e (AR5)", limit.String(), "4.1 × 1.4 million")
	assert.Equal(t, "36.22%", tt.EquivalentCut().Percent(2), "1 - 5.74/9")
	p := mustProgress(t, tt, 2024, years(2020, "9", "", "", "", "7.5"))
	for figure, want := range map[string]string{
		"base": "8700000 tCO2e (AR5)", "level": "5945000 tCO2e (AR5)", // 6 and 4.1 t of 1.45 million
		"on pathway": "7598000 tCO2e (AR5)",                               // 6 - 1.9 × 4/10 = 5.24 t
		"gap":        "-98000 tCO2e (AR5)", "reduction": "0.137931034483", // 1.2/8.7
		"achieved": "0.43557168784", "elapsed": "0.4", "status": "ahead", // 1.2/2.755
	} {
		assert.Equal(t, want, panel(p)[figure], figure)
	}
	text := p.Explain().String()
	for _, want := range []string{"D               = L × At = 4.1 × 1,400,000 = 5,740,000 tCO2e (AR5)   # level of the due year itself",
		"B               = B0 / Ab × Ay = 9,000,000 / 1,500,000 × 1,450,000 = 8,700,000 tCO2e (AR5)", "a               = u = 6 tCO2e (AR5)",
		"v               = (a + (z - a) × (y - ya) / (yz - ya)) × Ay = (6 + (4.1 - 6)"} {
		assert.Contains(t, text, want)
	}
	assert.Equal(t, target.BaseOnly, mustProgress(t, tt, 2020, years(2020, "9")).Status)
	for mt, want := range map[string]target.Status{"5.74": target.Achieved, "5.75": target.ExpiredMissed} {
		assert.Equal(t, want, mustProgress(t, tt, 2030, years(2030, mt)).Status)
	}
	back, err := tt.BackLoading(target.Stepwise)
	require.NoError(t, err)
	assert.True(t, back.Index.IsDefined())
	v, err := tt.Pathway(target.Geometric, 2025)
	require.NoError(t, err)
	assert.Equal(t, "7142", v.Tonnes().Div(decimal.New(1000, 0)).Round(0).String(), "√(6 × 4.1) × 1.44 million")
}

func TestLevelPerHeadWithMilestonesAndWithoutABase(t *testing.T) {
	d := perHead(t, target.Milestone{Year: 2025, Level: ghg.MustMass("5 t")})
	g := d.Goal.(target.FixedIntensity)
	g.Year, g.Base = 0, ghg.Mass{}
	d.Goal = g
	tt := mustTarget(t, d)
	limit, err := tt.Limit(2025)
	require.NoError(t, err)
	assert.Equal(t, "7200000 tCO2e (AR5)", limit.String())
	p := mustProgress(t, tt, 2025, years(2025, "7.3"))
	assert.Equal(t, "undefined: the goal states no base year", p.Reduction.String())
	found(t, p.Findings, target.FindingMilestoneMissed)
	assert.Contains(t, p.Explain().String(), "B               = undefined")
	for _, with := range []func(*target.Definition){func(*target.Definition) {}, func(d *target.Definition) {
		*d = perHead(t,
			d.Milestones...)
	}} {
		with(&d)
		tt = mustTarget(t, d)
		text, err := json.Marshal(tt)
		require.NoError(t, err)
		again, err := target.ReadTargetJSON(bytes.NewReader(text), []ghg.View{gpc.Basic})
		require.NoError(t, err)
		written, err := json.Marshal(again)
		require.NoError(t, err)
		assert.JSONEq(t, string(text), string(written))
		assert.Contains(t, string(text), `"perUnit":"5 t"`)
		_, err = target.ReadTargetJSON(bytes.NewReader(bytes.ReplaceAll(text, []byte(`"perUnit":"5 t",`), nil)), []ghg.View{gpc.Basic})
		assert.ErrorContains(t, err, "perUnit is of a goal that is stated for one unit")
	}
}

func TestLevelPerHeadRefuses(t *testing.T) {
	for want, change := range map[string]func(*target.Definition, *target.FixedIntensity){
		"goal.activity":      func(_ *target.Definition, g *target.FixedIntensity) { g.Activity = ghg.Years[decimal.Decimal]{} },
		"goal.level":         func(_ *target.Definition, g *target.FixedIntensity) { g.Level = ghg.Mass{} },
		"goal.base":          func(_ *target.Definition, g *target.FixedIntensity) { g.Base = ghg.MustMass("0 t") },
		"no figure for 2031": func(d *target.Definition, _ *target.FixedIntensity) { d.Due = 2031 },
		"no figure for 2019": func(_ *target.Definition, g *target.FixedIntensity) { g.Year = 2019 },
		"no figure for 2026": func(d *target.Definition, _ *target.FixedIntensity) {
			d.Milestones = []target.Milestone{{Year: 2026, Level: ghg.MustMass("5 t")}}
		},
		"give the milestone as such a level": func(d *target.Definition, _ *target.FixedIntensity) {
			d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("5%")}}
		},
		"out of bounds": func(_ *target.Definition, g *target.FixedIntensity) { g.Level = ghg.MustMass("1e24 t") },
	} {
		d := perHead(t)
		g := d.Goal.(target.FixedIntensity)
		change(&d, &g)
		d.Goal = g
		_, err := target.New(d)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault, want)
		assert.ErrorContains(t, err, want)
	}
}

// Restated, the base moves and the level of one unit stays; in another metric it has to
// be told anew.
func TestLevelPerHeadRestated(t *testing.T) {
	d := perHead(t)
	d.Source, d.Published = "plan", ghg.MustDate("2021-12-01")
	h, err := target.NewHistory(mustTarget(t, d))
	require.NoError(t, err)
	r := target.Restatement{Cause: bridge.CauseMethod, Change: target.Change{Reason: "factors", Date: ghg.MustWhen("2023-01-01"),
		Document: "report"},
		From: target.ViewLevel{View: gpc.Basic, CO2e: ghg.MustCO2e("9 MtCO2e (AR5)")}, To: target.ViewLevel{View: gpc.Basic,
			CO2e: ghg.MustCO2e("8.7 MtCO2e (AR5)")}}
	next, err := h.Restate(r)
	require.NoError(t, err)
	limit, _ := next.Current().Target.Limit(2030)
	assert.Equal(t, "5740000 tCO2e (AR5)", limit.String())
	assert.Equal(t, "8700000 tCO2e (AR5)", next.Current().Target.Base().String())
	r.To.CO2e = ghg.MustCO2e("8.7 MtCO2e (AR6)")
	_, err = h.Restate(r)
	assert.ErrorContains(t, err, "the level for 2030 is stated as an amount")
	r.Levels = []target.Milestone{{Year: 2030, Level: ghg.MustMass("4.2 t")}}
	next, err = h.Restate(r)
	require.NoError(t, err)
	limit, _ = next.Current().Target.Limit(2030)
	assert.Equal(t, "5880000 tCO2e (AR6)", limit.String())
}

// Progress of a level per head is that of emissions per head.
func TestLevelPerHeadProperty(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 200 {
		a0, a1, a2 := 1+r.Int63n(1_000_000), 1+r.Int63n(1_000_000), 1+r.Int63n(1_000_000)
		base, now, head := 1+r.Int63n(1_000_000_000), r.Int63n(1_000_000_000), r.Int63n(1000)
		population, err := ghg.NewYears("population", "persons", nil, ghg.OfYear[decimal.Decimal]{Year: 2018, Value: decimal.New(a0, 0)},
			ghg.OfYear[decimal.Decimal]{Year: 2022, Value: decimal.New(a1, 0)}, ghg.OfYear[decimal.Decimal]{Year: 2030, Value: decimal.New(a2, 0)})
		require.NoError(t, err)
		mass := func(n int64, places int32) ghg.Mass {
			m, err := ghg.NewMass(decimal.New(n, places), ghg.Tonne)
			require.NoError(t, err)
			return m
		}
		tt := mustTarget(t, target.Definition{Name: "x", Place: "Daegu", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
			Goal: target.FixedIntensity{Level: mass(head, -2), Activity: population, Year: 2018, Base: mass(base, 0)}})
		p := mustProgress(t, tt, 2022, one(2022, decimal.New(now, 0).String(), ghg.Actual))
		i0, i1, goal := big.NewRat(base, a0), big.NewRat(now, a1), big.NewRat(head, 100)
		want := new(big.Rat).Quo(new(big.Rat).Sub(i0, i1), i0)
		got, ok := p.Reduction.Value()
		require.True(t, ok)
		near(t, want.FloatString(20), got, "1e-9")
		if i0.Cmp(goal) > 0 {
			want.Quo(new(big.Rat).Sub(i0, i1), new(big.Rat).Sub(i0, goal))
			got, ok = p.Achieved.Value()
			require.True(t, ok)
			tolerance := decimal.Max(got.Abs().Mul(decimal.New(1, -9)), decimal.New(1, -9))
			near(t, want.FloatString(20), got, tolerance.String())
		}
		v := new(big.Rat).Add(new(big.Rat).Mul(i0, big.NewRat(8, 12)), new(big.Rat).Mul(goal, big.NewRat(4, 12)))
		near(t, v.Mul(v, new(big.Rat).SetInt64(a1)).FloatString(20), amount(t, p.OnPathway).Tonnes(), "1e-11")
	}
}
