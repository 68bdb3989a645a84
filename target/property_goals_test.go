package target_test

import (
	"maps"
	"math/rand"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// drawn is what a random goal is made of, in tonnes.
type drawn struct {
	base, level, mid decimal.Decimal
	cut, midCut      decimal.Decimal
	span, at         int
	emissions        []decimal.Decimal // of each year from the base year to two after the due year
	moves            []decimal.Decimal // activity, or baseline, of the same years
}

func draw(r *rand.Rand) drawn {
	amount := func() decimal.Decimal { return decimal.New(1+r.Int63n(1e9), int32(r.Intn(6))-3) }
	d := drawn{base: amount(), level: amount(), mid: amount(), span: 2 + r.Intn(30),
		cut: decimal.New(r.Int63n(1400000)-400000, -6), midCut: decimal.New(r.Int63n(1400000)-400000, -6)}
	d.at = 1 + r.Intn(d.span-1)
	for range d.span + 3 {
		d.emissions = append(d.emissions, amount())
		d.moves = append(d.moves, amount())
	}
	return d
}

// share is a share of a decimal.
func share(t *testing.T, d decimal.Decimal) ghg.Share {
	t.Helper()
	s, err := ghg.NewShare(d)
	require.NoError(t, err)
	return s
}

// in is an amount in a unit.
func in(t *testing.T, tonnes decimal.Decimal, u ghg.MassUnit) ghg.Mass {
	t.Helper()
	m, err := ghg.NewMass(tonnes.Shift(-power[u]), u)
	require.NoError(t, err)
	return m
}

// seriesIn is a series from 2000 on, in a unit.
func seriesIn(t *testing.T, tonnes []decimal.Decimal, u ghg.MassUnit) ghg.Yearly {
	t.Helper()
	var all []ghg.YearFigure
	for i, x := range tonnes {
		c, err := ghg.CO2eOf(in(t, x, u), ghg.AR5)
		require.NoError(t, err)
		all = append(all, ghg.YearFigure{Year: 2000 + i, CO2e: c, Vintage: ghg.FirstVintage})
	}
	return figures(gpc.Basic, ghg.AR5, all...)
}

func activityOf(t *testing.T, amounts []decimal.Decimal) ghg.Years[decimal.Decimal] {
	t.Helper()
	var all []ghg.OfYear[decimal.Decimal]
	for i, x := range amounts {
		all = append(all, ghg.OfYear[decimal.Decimal]{Year: 2000 + i, Value: x})
	}
	a, err := ghg.NewYears("output", "units", nil, all...)
	require.NoError(t, err)
	return a
}

// goals are the kinds that set levels, of the same draw, in a unit.
func (d drawn) goals(t *testing.T, u ghg.MassUnit) map[string]target.Target {
	t.Helper()
	byCut := []target.Milestone{{Year: 2000 + d.at, Cut: share(t, d.midCut)}}
	byLevel := []target.Milestone{{Year: 2000 + d.at, Level: in(t, d.mid, u)}}
	base, cut := in(t, d.base, u), share(t, d.cut)
	out := map[string]target.Target{}
	for name, x := range map[string]struct {
		goal       target.Goal
		milestones []target.Milestone
	}{
		"base year":          {target.BaseYear{Year: 2000, Base: base, Cut: cut}, byCut},
		"averaged":           {target.BaseYear{Year: 1998, Through: 2000, Base: base, Cut: cut}, byLevel},
		"fixed":              {target.FixedLevel{Level: in(t, d.level, u), Year: 2000, Base: base}, byLevel},
		"fixed without base": {target.FixedLevel{Level: in(t, d.level, u)}, byLevel},
		"intensity":          {target.BaseYearIntensity{Year: 2000, Base: base, Cut: cut, Activity: activityOf(t, d.moves)}, byCut},
		"baseline": {target.BaselineScenario{Kind: target.StaticBaseline, Baseline: seriesIn(t, d.moves, u), Year: 2000,
			Cut: cut}, byCut},
		"baseline alone": {target.BaselineScenario{Kind: target.DynamicBaseline, Baseline: seriesIn(t, d.moves, u), Cut: cut}, byCut},
	} {
		out[name] = mustTarget(t, target.Definition{Name: name, Place: "Daegu", Due: 2000 + d.span, Views: target.Same(gpc.Basic),
			Metric: ghg.AR5, Goal: x.goal, Milestones: x.milestones})
	}
	return out
}

var shapes = []target.Pathway{target.Linear, target.Geometric, target.Stepwise}

// The unit that masses came in changes no figure, of any kind of goal, on any
// pathway.
func TestUnitChangesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("one goroutine for seconds")
	}
	r := rand.New(rand.NewSource(11))
	for range 12 {
		d := draw(r)
		year := 2000 + d.at + r.Intn(d.span+3-d.at)
		shape := shapes[r.Intn(len(shapes))]
		if !d.cut.LessThan(dec("1")) || !d.midCut.LessThan(dec("1")) {
			continue
		}
		want := map[string]string{}
		for _, u := range []ghg.MassUnit{ghg.Tonne, ghg.Kilogram, ghg.ManTonneKo, ghg.Megatonne} {
			for name, tt := range d.goals(t, u) {
				p, err := tt.Progress(year, shape, target.GapRules, seriesIn(t, d.emissions, u))
				require.NoError(t, err, name)
				text := p.Explain().String()
				b, err := p.MarshalJSON()
				require.NoError(t, err)
				text += string(b)
				if u == ghg.Tonne {
					want[name] = text
					continue
				}
				assert.Equal(t, want[name], text, "%s in %s", name, u)
			}
		}
	}
}

// Every pathway goes through every level exactly, and Linear and Geometric do
// not turn between two of them. Of a goal that moves this holds for the shares.
func TestPathwaysGoThroughTheirLevels(t *testing.T) {
	r := rand.New(rand.NewSource(12))
	for range 20 {
		d := draw(r)
		if !d.cut.LessThan(dec("1")) || !d.midCut.LessThan(dec("1")) {
			continue
		}
		for name, tt := range d.goals(t, ghg.Tonne) {
			for _, shape := range shapes {
				for y, limit := range tt.Limits() {
					v, err := tt.Pathway(shape, y)
					require.NoError(t, err)
					assert.True(t, v.Equal(limit), "%s, %s, %d", name, shape, y)
				}
				if name == "intensity" || name == "baseline" || name == "baseline alone" || shape.String() == "stepwise" {
					continue
				}
				all, err := tt.Along(shape)
				require.NoError(t, err)
				var values []decimal.Decimal
				var first int
				for y, v := range all {
					if values == nil {
						first = y
					}
					values = append(values, v.Tonnes())
				}
				at := 2000 + d.at
				for _, span := range [][2]int{{first, at}, {at, tt.Due()}} {
					part := values[span[0]-first : span[1]-first+1]
					up := part[len(part)-1].Cmp(part[0])
					for i := 1; i < len(part); i++ {
						if c := part[i].Cmp(part[i-1]); c != 0 {
							assert.Equal(t, up, c, "%s, %s", name, shape)
						}
					}
				}
			}
		}
	}
}

// Progress of an intensity goal is that of a base-year goal whose figures were
// divided by the activity first.
func TestIntensityIsABaseYearGoalPerUnit(t *testing.T) {
	r := rand.New(rand.NewSource(13))
	for range 60 {
		d := draw(r)
		// Powers of two and five, so that the quotients are exact.
		for i := range d.moves {
			d.moves[i] = decimal.New(1<<r.Intn(5), int32(r.Intn(3)))
		}
		year := 2000 + r.Intn(d.span+3)
		moving := d.goals(t, ghg.Tonne)["intensity"]
		per := func(x decimal.Decimal, y int) decimal.Decimal { return x.DivRound(d.moves[y-2000], 20) }
		if per(d.base, 2000).Exponent() < -19 || !d.midCut.LessThanOrEqual(dec("1")) {
			continue
		}
		def := moving.Definition()
		def.Goal = target.BaseYear{Year: 2000, Base: in(t, per(d.base, 2000), ghg.Tonne), Cut: share(t, d.cut)}
		fixed := mustTarget(t, def)
		for _, shape := range []target.Pathway{target.Linear, target.Stepwise} {
			p, err := moving.Progress(year, shape, target.DefaultRules, seriesIn(t, d.emissions, ghg.Tonne))
			require.NoError(t, err)
			q, err := fixed.Progress(year, shape, target.DefaultRules, figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: year, Vintage: 1,
				CO2e: ghg.MustCO2e(per(d.emissions[year-2000], year).String() + " tCO2e (AR5)")}))
			require.NoError(t, err)
			for name, pair := range map[string][2]ghg.Ratio{
				"reduction": {p.Reduction, q.Reduction}, "achieved": {p.Achieved, q.Achieved}, "pace": {p.Pace, q.Pace}, "elapsed": {p.Elapsed,
					q.Elapsed},
				"relative gap": {p.RelativeGap, q.RelativeGap}, "compound": {p.AchievedCompound, q.AchievedCompound},
				"required": {p.RequiredCompound, q.RequiredCompound},
				"linear":   {p.AchievedLinearShare, q.AchievedLinearShare}, "required linear": {p.RequiredLinearShare, q.RequiredLinearShare},
				"acceleration": {p.Acceleration, q.Acceleration},
			} {
				closeTo(t, name, pair[0], pair[1])
			}
			assert.Equal(t, q.Status, p.Status)
		}
	}
}

// closeTo asserts that two ratios agree to ten significant digits: of tiny
// amounts, what is rounded to the twelfth place of a tonne differs.
func closeTo(t *testing.T, name string, a, b ghg.Ratio) {
	t.Helper()
	x, ok := a.Value()
	y, also := b.Value()
	if !assert.Equal(t, ok, also, "%s: %s, %s", name, a, b) || !ok {
		return
	}
	off := x.Sub(y).Abs()
	assert.True(t, off.LessThanOrEqual(y.Abs().Shift(-10).Add(dec("2e-12"))), "%s: %s, %s", name, x, y)
}

// A baseline that stays at the base is a base-year goal.
func TestConstantBaselineIsABaseYearGoal(t *testing.T) {
	r := rand.New(rand.NewSource(14))
	for range 40 {
		d := draw(r)
		for i := range d.moves {
			d.moves[i] = d.base
		}
		year := 2000 + r.Intn(d.span+3)
		goals := d.goals(t, ghg.Tonne)
		a, b, c := goals["baseline"], goals["base year"], goals["intensity"]
		series := seriesIn(t, d.emissions, ghg.Tonne)
		assert.Equal(t, b.EquivalentCut().String(), a.EquivalentCut().String())
		for _, shape := range []target.Pathway{target.Linear, target.Stepwise} {
			want, err := b.Progress(year, shape, target.DefaultRules, series)
			require.NoError(t, err)
			for _, tt := range []target.Target{a, c} {
				got, err := tt.Progress(year, shape, target.DefaultRules, series)
				require.NoError(t, err)
				one, other := panel(want), panel(got)
				if _, ok := got.Acceleration.Value(); !assert.False(t, ok, "what moves has none") {
					continue
				}
				delete(one, "acceleration")
				delete(other, "acceleration")
				assert.True(t, maps.Equal(one, other), "%v\n%v", one, other)
				assert.Equal(t, want.Remaining.String(), got.Remaining.String())
			}
		}
	}
}

// A cumulative, annual or average goal over years of one figure each agrees
// with the sum done by hand, and an average over equal years with a single year.
func TestOutcomesAgree(t *testing.T) {
	r := rand.New(rand.NewSource(15))
	for range 40 {
		d := draw(r)
		if d.span < 3 {
			continue
		}
		first := 2001 + r.Intn(d.span-1)
		due := 2000 + d.span
		series := seriesIn(t, d.emissions, ghg.Tonne)
		decide := func(f target.Timeframe, s ghg.Yearly) target.Outcome {
			def := d.goals(t, ghg.Tonne)["base year"].Definition()
			def.Timeframe = f
			o, err := mustTarget(t, def).Outcome(s, target.Adjustments{})
			require.NoError(t, err)
			return o
		}
		if first == due {
			continue
		}
		var sum, allowed decimal.Decimal
		each := true
		tt := d.goals(t, ghg.Tonne)["base year"]
		for y := first; y <= due; y++ {
			v, err := tt.Pathway(target.Linear, y)
			require.NoError(t, err)
			allowed, sum = allowed.Add(v.Tonnes()), sum.Add(d.emissions[y-2000])
			each = each && d.emissions[y-2000].LessThanOrEqual(v.Tonnes())
		}
		met := map[bool]target.Decision{true: target.Met, false: target.Missed}
		assert.Equal(t, met[sum.LessThanOrEqual(allowed)], decide(target.CumulativeFrom(first, target.Linear), series).Decision)
		assert.Equal(t, met[each], decide(target.AnnualFrom(first, target.Linear), series).Decision)
		flat := make([]decimal.Decimal, d.span+1)
		for i := range flat {
			flat[i] = d.emissions[0]
		}
		one := decide(target.SingleYear, seriesIn(t, flat, ghg.Tonne))
		mean := decide(target.AverageFrom(first), seriesIn(t, flat, ghg.Tonne))
		assert.Equal(t, one.Decision, mean.Decision)
		assert.Equal(t, one.Shortfall.String(), mean.Shortfall.String())
	}
}

// Accounting for nothing changes nothing, and what is sold and retired in equal
// parts cancels out.
func TestAccountBalances(t *testing.T) {
	r := rand.New(rand.NewSource(16))
	for range 10 {
		d := draw(r)
		for name, tt := range d.goals(t, ghg.Tonne) {
			year := 2000 + r.Intn(d.span+3)
			p, err := tt.Progress(year, target.Linear, target.DefaultRules, seriesIn(t, d.emissions, ghg.Tonne))
			require.NoError(t, err, name)
			same, err := p.Account(target.Adjustments{})
			require.NoError(t, err)
			assert.True(t, maps.Equal(panel(p), panel(same)), name)
			u := target.Units{Year: year, Vintage: year, Amount: in(t, d.mid, ghg.Tonne), Type: target.RemovalUnit, Status: target.UnitSold}
			back := u
			back.Status = target.UnitRetired
			same, err = p.Account(target.Adjustments{Units: []target.Units{u, back}})
			require.NoError(t, err)
			assert.True(t, maps.Equal(panel(p), panel(same)), name)
			same, err = p.Account(target.Adjustments{Units: []target.Units{u}, Land: []target.LandChange{{Year: year, Change: in(t,
				d.mid.Neg(), ghg.Tonne)}}})
			require.NoError(t, err)
			assert.True(t, maps.Equal(panel(p), panel(same)), name)
		}
	}
}

// FuzzHostile gives every kind of goal numbers as large, small and long as the
// library reads: errors are allowed, panics and endless work are not.
func FuzzHostile(f *testing.F) {
	f.Add("1e24", "99.999999999999999999999999", "1e-30", "1e30", "9.9e29", 450, 17, uint8(0))
	f.Add("0.000000000000000000000000000001", "0.0000000000000000000000000001", "1e-30", "1", "-1e27", 1, 0, uint8(1))
	f.Add("99999999999999.999999999999", "-1e22", "12345678901234567890.1234567890123456", "3", "0", 312, 311, uint8(2))
	f.Add("1", "100", "7", "7", "1e-12", 40, 41, uint8(3))
	f.Add("1e24", "33.333333333333333333333333", "1e30", "1e-30", "1e24", 2, 2, uint8(4))
	f.Fuzz(func(t *testing.T, base, cut, first, last, emissions string, span, ask int, kind uint8) {
		b, err1 := ghg.ParseMass(base + " t")
		c, err2 := ghg.ParseShare(cut + "%")
		e, err3 := ghg.ParseCO2e(emissions + " tCO2e (AR5)")
		a, err4 := decimal.NewFromString(clip(first))
		z, err5 := decimal.NewFromString(clip(last))
		if err1 != nil || err2 != nil || err3 != nil || err4 != nil || err5 != nil || span < 1 || span > 450 || ask < 0 || ask > 451 {
			t.Skip()
		}
		due, year := 1850+span, 1850+ask
		activity, err := ghg.NewYears("output", "units", nil, []ghg.OfYear[decimal.Decimal]{{Year: 1850, Value: a}, {Year: due, Value: z}}...)
		if err != nil && kind%5 == 2 {
			t.Skip()
		}
		series, err := ghg.NewYearly("X", gpc.Basic, ghg.AR5, []ghg.YearFigure{{Year: year, CO2e: e, Vintage: 1}})
		if err != nil {
			t.Skip()
		}
		g := []target.Goal{
			target.BaseYear{Year: 1850, Base: b, Cut: c},
			target.FixedLevel{Level: b},
			target.BaseYearIntensity{Year: 1850, Base: b, Cut: c, Activity: activity},
			target.BaselineScenario{Kind: target.StaticBaseline, Baseline: series, Cut: c},
			target.RollingBaseYear{Year: 1850, Every: 1 + ask%span, Cut: c},
		}[kind%5]
		start := time.Now()
		tt, err := target.New(target.Definition{Name: "fuzz", Place: "X", Due: due, Views: target.Same(gpc.Basic), Metric: ghg.AR5, Goal: g})
		if err != nil {
			assert.NotEmpty(t, err.Error())
			return
		}
		_ = tt.EquivalentCut().String()
		_, _ = tt.Rolling(series)
		blend, err := target.GeometricBlend(a)
		if err != nil {
			blend = target.Stepwise
		}
		for _, p := range []target.Pathway{target.Linear, target.Geometric, target.Stepwise, blend} {
			_, _ = tt.Pathway(p, year)
			got, err := tt.Progress(year, p, target.GapRules, series)
			if err != nil {
				assert.NotEmpty(t, err.Error())
				continue
			}
			assert.NotEmpty(t, got.Explain().String())
			_, err = got.MarshalJSON()
			assert.NoError(t, err)
			_, _ = got.Account(target.Adjustments{Units: []target.Units{{Year: year, Vintage: year, Amount: b, Type: target.ReductionUnit,
				Status: target.UnitSold}}})
		}
		_, _ = tt.Outcome(series, target.Adjustments{})
		_, _ = tt.BackLoading(target.Stepwise)
		assert.Less(t, time.Since(start), 10*time.Second)
	})
}

// clip keeps a text as short as the library reads: what is longer stops at its
// door, which is tested there.
func clip(s string) string { return s[:min(len(s), 40)] }
