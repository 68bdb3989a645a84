package target_test

import (
	"encoding/json"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func day(year int, month time.Month, day int) ghg.Date {
	return ghg.Date{Year: year, Month: month, Day: day}
}

func changed(d ghg.Date) target.Change {
	return target.Change{Reason: "because", Date: ghg.OnDay(d), Document: "constructed"}
}

// canonical is a target and all its levels as JSON.
func canonical(t *testing.T, x json.Marshaler) string {
	t.Helper()
	b, err := json.Marshal(x)
	require.NoError(t, err)
	return string(b)
}

func TestNewHistoryRefuses(t *testing.T) {
	_, err := target.NewHistory(target.Target{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	d := daegu2030()
	_, err = target.NewHistory(mustTarget(t, d))
	assert.EqualError(t, err,
		`change of target "Daegu 2030", date: the day of the document is needed, or the month or the year where the day is not known`)
	d.Published, d.Source = day(2021, 12, 1), ""
	_, err = target.NewHistory(mustTarget(t, d))
	assert.EqualError(t, err, `change of target "Daegu 2030", document: name the document that it stands in`)
}

func TestZeroHistory(t *testing.T) {
	var h target.History
	assert.True(t, h.IsZero())
	assert.Zero(t, h.Len())
	assert.Equal(t, "no version", h.String())
	assert.Empty(t, h.Details())
	_, ok := h.Version(1)
	assert.False(t, ok)
	_, ok = h.At(day(2022, 1, 1))
	assert.False(t, ok)
	for range h.All() {
		t.Error("there is no version")
	}
	_, err := h.Restate(target.Restatement{})
	assert.ErrorContains(t, err, "no history given")
	_, err = h.Revise(target.Change{}, target.Definition{})
	assert.ErrorContains(t, err, "no history given")
	_, err = h.Reforecast(target.Change{}, ghg.Yearly{})
	assert.ErrorContains(t, err, "no history given")
	_, err = h.ProgressOnAll(2022, target.Linear, target.DefaultRules)
	assert.ErrorContains(t, err, "no history given")
	_, err = json.Marshal(h)
	assert.ErrorContains(t, err, "no history given")
	_, err = json.Marshal(target.Version{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	b, err := json.Marshal(target.BaseChange{})
	require.NoError(t, err)
	assert.Equal(t, "null", string(b))
	assert.Equal(t, "no base restated", target.BaseChange{}.String())
}

func TestAt(t *testing.T) {
	h := hundred(t) // 2021-12-01
	for _, x := range []struct {
		date ghg.Date
		to   string
	}{{day(2022, 5, 1), "99 t"}, {day(2022, 5, 1), "98 t"}, {day(2023, 1, 1), "97 t"}} {
		r := restating(bridge.CauseData, target.ViewLevel{View: gpc.Basic, CO2e: h.Current().Target.Base()}, basic(x.to))
		r.Change.Date = ghg.OnDay(x.date)
		var err error
		h, err = h.Restate(r)
		require.NoError(t, err)
	}
	for _, x := range []struct {
		date   ghg.Date
		number int
	}{{day(2021, 12, 1), 1}, {day(2022, 4, 30), 1}, {day(2022, 5, 1), 3}, {day(2022, 12, 31), 3}, {day(2023, 1, 1), 4}, {day(2299, 1, 1), 4}} {
		v, ok := h.At(x.date)
		require.True(t, ok, x.date)
		assert.Equal(t, x.number, v.Number, x.date)
		same, ok := h.Version(v.Number)
		require.True(t, ok)
		assert.Equal(t, v, same)
	}
	for _, d := range []ghg.Date{day(2021, 11, 30), {}, day(2022, 2, 30), day(2400, 1, 1)} {
		_, ok := h.At(d)
		assert.False(t, ok, d)
	}
	for _, n := range []int{-1, 0, 5} {
		_, ok := h.Version(n)
		assert.False(t, ok)
	}
	assert.Equal(t, "version 4, 2023-01-01: data, because: Daegu 2030: 50% below 2018 by 2030", h.String())
	first, _ := h.Version(1)
	assert.Equal(t, "version 1, 2021-12-01: first set: Daegu 2030: 50% below 2018 by 2030", first.String())
}

func TestProgressOnAllRefuses(t *testing.T) {
	h := hundred(t)
	s := figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("80 tCO2e (AR5)"), Vintage: ghg.FirstVintage})
	_, err := h.ProgressOnAll(2022, target.Linear, target.DefaultRules, s, s)
	assert.EqualError(t, err, `series for target "Daegu 2030": series of "GPC 1.1 BASIC in metric AR5" is given twice: one is allowed`)
	all, err := h.ProgressOnAll(2022, target.Linear, target.DefaultRules)
	require.NoError(t, err)
	assert.EqualError(t, all[0].Err, `target "Daegu 2030": no series given`)
	all, err = h.ProgressOnAll(2021, target.Linear, target.DefaultRules, s)
	require.NoError(t, err)
	var none *ghg.NoFigureError
	assert.ErrorAs(t, all[0].Err, &none)
	all, err = h.ProgressOnAll(2022, target.Pathway{}, target.DefaultRules, s)
	require.NoError(t, err)
	assert.ErrorContains(t, all[0].Err, "no pathway given")
	// Another place's series of the same view and metric is not the same series.
	other, err := ghg.NewYearly("Busan", gpc.Basic, ghg.AR5, nil)
	require.NoError(t, err)
	all, err = h.ProgressOnAll(2022, target.Linear, target.DefaultRules, other, s)
	require.NoError(t, err)
	assert.NoError(t, all[0].Err)
}

func TestRevise(t *testing.T) {
	h := hundred(t)
	c := changed(day(2024, 2, 29))
	revised := func(change func(*target.Definition)) (target.History, error) {
		d := h.Current().Target.Definition()
		change(&d)
		return h.Revise(c, d)
	}
	base := func(year, through int, amount, cut string) func(*target.Definition) {
		return func(d *target.Definition) {
			d.Goal = target.BaseYear{Year: year, Through: through, Base: ghg.MustMass(amount), Cut: ghg.MustShare(cut)}
		}
	}
	for name, change := range map[string]func(*target.Definition){
		"another cut":         base(2018, 0, "100 t", "60%"),
		"another base year":   base(2015, 0, "120 t", "60%"),
		"an averaged base":    base(2017, 2018, "110 t", "60%"),
		"another due year":    func(d *target.Definition) { d.Due = 2035 },
		"another name":        func(d *target.Definition) { d.Name = "Daegu 2030, revised" },
		"a level without any": func(d *target.Definition) { d.Goal = target.FixedLevel{Level: ghg.MustMass("40 t")} },
		"a rolling goal": func(d *target.Definition) {
			d.Goal = target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("2%")}
		},
	} {
		got, err := revised(change)
		require.NoError(t, err, name)
		v := got.Current()
		assert.Equal(t, target.VersionRevised, v.Kind)
		assert.Equal(t, c, v.Change)
		assert.Equal(t, []any{"constructed", c.Date.First()}, []any{v.Target.Source(), v.Target.Published()})
		assert.True(t, v.Base.IsZero())
		assert.Contains(t, got.Details(), "revised: because")
	}
	for says, change := range map[string]func(*target.Definition){
		"goal.base \"101 tCO2e (AR5)\": the base of 2018 was 100 tCO2e (AR5)": base(2018, 0, "101 t", "60%"),
		"place \"Daegu\" and \"Busan\": both must be of one place":            func(d *target.Definition) { d.Place = "Busan" },
		"views: a revision moves the target from metric AR5 to SAR":           func(d *target.Definition) { d.Metric = ghg.SAR },
		"from view GPC 1.1 BASIC to GPC 1.1 BASIC+: restate it": func(d *target.Definition) {
			d.Views = target.Same(gpc.BasicPlus)
		},
		"from view GPC 1.1 BASIC to GPC 1.1 territorial: restate it": func(d *target.Definition) { d.Views.Due = gpc.Territorial },
		"from view GPC 1.1 BASIC to x (as declared by y): restate it": func(d *target.Definition) {
			d.Views = target.Same(ghg.MustDeclaredView("x", "y"))
		},
		"from metric AR5 to SAR": func(d *target.Definition) {
			d.Goal, d.Metric = target.FixedLevel{Level: ghg.MustMass("40 t")}, ghg.SAR
		},
		`target "Daegu 2030", due "0": years from 1850 to 2300 are allowed`: func(d *target.Definition) { d.Due = 0 },
	} {
		got, err := revised(change)
		assert.ErrorContains(t, err, says)
		assert.True(t, got.IsZero())
	}
	// Neither a goal without a base nor a rolling one hides it for the next.
	for _, between := range []target.Goal{target.FixedLevel{Level: ghg.MustMass("40 t")},
		target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("2%")}} {
		d := h.Current().Target.Definition()
		d.Goal = between
		without, err := h.Revise(c, d)
		require.NoError(t, err)
		base(2018, 0, "130 t", "50%")(&d)
		_, err = without.Revise(c, d)
		assert.ErrorContains(t, err, "goal.base \"130 tCO2e (AR5)\": the base of 2018 was 100 tCO2e (AR5)")
		base(2018, 0, "100 t", "60%")(&d)
		_, err = without.Revise(c, d)
		assert.NoError(t, err)
	}
	_, err := h.Revise(changed(day(2020, 1, 1)), h.Current().Target.Definition())
	assert.ErrorContains(t, err, "changes are told in order")

	// A goal without a base has none to hide, but its levels would pass for a cut.
	d := daegu2030()
	d.Goal = target.FixedLevel{Level: ghg.MustMass("40 t")}
	free := mustHistory(t, d)
	d.Metric = ghg.SAR
	_, err = free.Revise(c, d)
	assert.ErrorContains(t, err, "views: a revision moves the target from metric AR5 to SAR: restate it first")
	_, err = free.Supersede(c, d)
	assert.NoError(t, err)

	// A revision does not change a baseline under the hand.
	d = daegu2030()
	d.Goal = forecastGoal(target.StaticBaseline, gpc.Basic, ghg.AR5, "1000 t", "1200 t")
	h = mustHistory(t, d)
	_, err = revised(func(d *target.Definition) {
		d.Goal = forecastGoal(target.DynamicBaseline, gpc.Basic, ghg.AR5, "1000 t", "1201 t")
	})
	assert.ErrorContains(t, err, "goal.baseline: another baseline is no revision of the goal: use Rebaseline first")
	_, err = revised(func(d *target.Definition) {
		g := d.Goal.(target.BaselineScenario)
		g.Cut = ghg.MustShare("12%")
		d.Goal = g
	})
	assert.NoError(t, err)
	_, err = revised(base(2018, 0, "900 t", "50%"))
	assert.ErrorContains(t, err, "restate it", "the baseline began at 1000 t")
	_, err = revised(base(2018, 0, "1000 t", "50%"))
	assert.NoError(t, err)
}

func TestHistoryIsBounded(t *testing.T) {
	h := hundred(t)
	d := h.Current().Target.Definition()
	var err error
	for range 999 {
		h, err = h.Revise(changed(day(2024, 2, 29)), d)
		require.NoError(t, err)
	}
	_, err = h.Revise(changed(day(2024, 2, 29)), d)
	assert.EqualError(t, err, `change of target "Daegu 2030", version "1001": a history has at most 1000 versions`)
	assert.Equal(t, 1000, h.Len())
}

// TestReplay: whatever comes later, every version gives the canonical decimals
// that it gave when it was made, and two histories that part do not share.
func TestReplay(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	s := figures(gpc.Basic, ghg.AR5, ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("80.123 tCO2e (AR5)"), Vintage: ghg.FirstVintage})
	panelOf := func(x target.Target) string {
		p, err := x.Progress(2022, target.Linear, target.DefaultRules, s)
		require.NoError(t, err)
		return canonical(t, p)
	}
	for range 20 {
		h := hundred(t)
		seen := []string{panelOf(h.Current().Target)}
		forks := []target.History{}
		for range 8 {
			now := h.Current().Target
			to := target.ViewLevel{View: gpc.Basic, CO2e: ghg.MustCO2e(decimal.New(random.Int64N(1e6)+9e7, -6).String() + " tCO2e (AR5)")}
			r := restating(bridge.CauseData, target.ViewLevel{View: gpc.Basic, CO2e: now.Base()}, to)
			fork, err := h.Revise(r.Change, now.Definition())
			require.NoError(t, err)
			forks = append(forks, fork)
			if random.IntN(3) == 0 {
				h = fork
			} else {
				h, err = h.Restate(r)
				require.NoError(t, err)
			}
			seen = append(seen, panelOf(h.Current().Target))
		}
		for v := range h.All() {
			assert.Equal(t, seen[v.Number-1], panelOf(v.Target))
		}
		for i, f := range forks {
			assert.Equal(t, target.VersionRevised, f.Current().Kind, i)
			assert.Equal(t, i+2, f.Len())
		}
	}
}

func TestHistoryJSON(t *testing.T) {
	h, err := hundred(t).Restate(restating(bridge.CauseData, basic("100 t"), target.ViewLevel{View: gpc.Basic,
		CO2e: ghg.MustCO2e("99 tCO2e (AR5)"), Source: "inventory"}))
	require.NoError(t, err)
	first, _ := h.Version(1)
	assert.JSONEq(t, `{"format": "localghg history 3", "versions": [
		{"version": 1, "kind": "first", "reason": "first set", "date": "2021-12-01",
			"document": "Daegu carbon neutrality strategy, December 2021", "baseRestated": null, "target": `+canonical(t, first.Target)+`},
		{"version": 2, "kind": "restated", "cause": "data", "reason": "because", "date": "2024-02-29", "document": "constructed",
			"baseRestated": {"from": {"view": "GPC 1.1 BASIC", "co2e": "100 tCO2e (AR5)"}, "to": {"view": "GPC 1.1 BASIC",
				"co2e": "99 tCO2e (AR5)", "source": "inventory"},
				"change": {"value": "-1 tCO2e (AR5)"}, "relative": {"value": "-0.01"}, "apparent": {"value": "-0.01"}},
			"target": `+canonical(t, h.Current().Target)+`}]}`, canonical(t, h))
}
