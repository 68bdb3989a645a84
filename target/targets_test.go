package target_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func names(targets ...target.Target) []string {
	out := []string{}
	for _, t := range targets {
		out = append(out, t.Name())
	}
	return out
}

// promise is a target of 100 t less a cut.
func promise(t *testing.T, name string, due int, cut string, published ghg.Date, m ...target.Milestone) target.Target {
	t.Helper()
	return mustTarget(t, target.Definition{Name: name, Place: "Daegu", Due: due, Views: target.Same(gpc.Basic), Metric: ghg.AR5, Milestones: m,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("100 t"), Cut: ghg.MustShare(cut)}, Published: published})
}

func TestTargetsInForce(t *testing.T) {
	a, b, c := day(2021, 12, 1), day(2022, 5, 1), day(2024, 4, 30)
	for _, x := range []struct {
		name                string
		dates               []ghg.Date
		inForce             string
		superseded, pending []string
		says                string
	}{
		{"one", []ghg.Date{a}, "t0", []string{}, []string{}, ""},
		{"one without a date", []ghg.Date{{}}, "t0", []string{}, []string{}, ""},
		{"the newest wins", []ghg.Date{b, c, a}, "t1", []string{"t0", "t2"}, []string{}, ""},
		{"two of one day", []ghg.Date{a, a}, "", []string{}, []string{"t0", "t1"},
			"2 targets are of one date, 2021-12-01: which of them is in force is not known; give the day of each publication"},
		{"two newest of one day", []ghg.Date{b, a, b}, "", []string{"t1"}, []string{"t0", "t2"},
			"2 targets are of one date, 2022-05-01: which of them is in force is not known; give the day of each publication"},
		{"three of one day", []ghg.Date{b, b, a, b}, "", []string{"t2"}, []string{"t0", "t1", "t3"},
			"3 targets are of one date, 2022-05-01: which of them is in force is not known; give the day of each publication"},
		{"two older of one day", []ghg.Date{a, c, a}, "t1", []string{"t0", "t2"}, []string{}, ""},
		{"one of two without a date", []ghg.Date{a, {}}, "", []string{}, []string{"t0", "t1"},
			"2 targets are not all dated: which of them is in force is not known; give the day of each publication"},
		{"one of three without a date", []ghg.Date{a, {}, b}, "", []string{}, []string{"t2", "t0", "t1"},
			"3 targets are not all dated: which of them is in force is not known; give the day of each publication"},
		{"none dated", []ghg.Date{{}, {}}, "", []string{}, []string{"t0", "t1"},
			"2 targets are not all dated: which of them is in force is not known; give the day of each publication"},
	} {
		t.Run(x.name, func(t *testing.T) {
			var all []target.Target
			for i, d := range x.dates {
				all = append(all, promise(t, fmt.Sprint("t", i), 2030, "45%", d))
			}
			got, err := target.NewTargets(all...)
			require.NoError(t, err)
			for y := range got.All() {
				assert.Equal(t, 2030, y.Year)
				assert.Equal(t, x.inForce, y.InForce.Name())
				assert.Equal(t, x.superseded, names(y.Superseded...))
				assert.Equal(t, x.pending, names(y.Undecided...))
				if len(y.Undecided) > 0 {
					y.Undecided[0] = target.Target{} // a copy
				}
			}
			one, ok := got.InForce(2030)
			assert.Equal(t, x.inForce != "", ok)
			assert.Equal(t, x.inForce, one.Name())
			f := got.Findings()
			if x.says == "" {
				assert.Zero(t, f.Len())
				assert.Equal(t, "2030: "+x.inForce, got.String())
				return
			}
			require.Equal(t, 1, f.Len())
			assert.Equal(t, []any{target.FindingUndated, ghg.Serious}, []any{f.All[0].Code, f.All[0].Severity})
			assert.Contains(t, f.All[0].Detail, x.says)
			f.All[0].Code = ""
			assert.Equal(t, target.FindingUndated, got.Findings().All[0].Code)
			assert.Equal(t, "2030: undecided", got.String())
		})
	}
}

func TestTargetsFitTogether(t *testing.T) {
	d := day(2021, 12, 1)
	for _, x := range []struct {
		name string
		all  []target.Target
		says []string
	}{
		{"tighter and tighter", []target.Target{promise(t, "c", 2050, "100%", d), promise(t, "a", 2030, "45%", d), promise(t, "b", 2040,
			"70%", d)}, nil},
		{"as tight", []target.Target{promise(t, "a", 2030, "45%", d), promise(t, "b", 2040, "45%", d)}, nil},
		{"looser", []target.Target{promise(t, "a", 2030, "45%", d), promise(t, "b", 2040, "44%", d)},
			[]string{`target "b", later-target-looser: it allows 56 tCO2e (AR5) in 2040, target "a"`}},
		{"looser than one superseded", []target.Target{promise(t, "a", 2030, "50%", d), promise(t, "a2", 2030, "40%", day(2022, 1, 1)),
			promise(t, "b", 2040, "45%", d)}, nil},
		{"an undecided year is passed over", []target.Target{promise(t, "a", 2030, "50%", d), promise(t, "x", 2035, "90%", d), promise(t,
			"y", 2035, "91%", d), promise(t, "b", 2040, "45%", d)},
			[]string{"2035, targets-undated: 2 targets are of one date, 2021-12-01: which of them i",
				`target "b", later-target-looser: it allows 55 tCO2e (AR5) in 2040, target "a"`}},
		{"a milestone that agrees", []target.Target{promise(t, "a", 2030, "45%", d), promise(t, "b", 2050, "100%", d,
			target.Milestone{Year: 2030, Level: ghg.MustMass("55 t")})}, nil},
		{"a milestone that differs", []target.Target{promise(t, "a", 2030, "45%", d), promise(t, "b", 2050, "100%", d,
			target.Milestone{Year: 2030, Cut: ghg.MustShare("48%")})},
			[]string{`target "a", levels-differ: it sets 55 tCO2e (AR5) for 2030, the milestone of`}},
	} {
		t.Run(x.name, func(t *testing.T) {
			got, err := target.NewTargets(x.all...)
			require.NoError(t, err)
			f := got.Findings()
			require.Len(t, f.All, len(x.says), f)
			for i, s := range x.says {
				assert.Contains(t, f.All[i].String(), s)
			}
		})
	}
	// A rolling goal has no level of its due year: it stands, and is compared with nothing.
	r := daegu2030()
	r.Name, r.Goal = "rolling", target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("2%")}
	got, err := target.NewTargets(mustTarget(t, r), promise(t, "b", 2040, "1%", d))
	require.NoError(t, err)
	assert.Zero(t, got.Findings().Len())
	assert.Equal(t, "2030: rolling; 2040: b", got.String())
	for range got.All() {
		break
	}
	_, ok := got.InForce(2035)
	assert.False(t, ok)
}

func TestTargetsRefuse(t *testing.T) {
	_, err := target.NewTargets()
	assert.EqualError(t, err, `list of targets, targets "0": 1 to 1000 are allowed`)
	first := promise(t, "a", 2030, "45%", ghg.Date{})
	_, err = target.NewTargets(first, target.Target{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	assert.EqualError(t, err, "list of targets, target 2: no target given: make one with target.New")
	_, err = target.NewTargets(make([]target.Target, 1001)...)
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, "1001", fault.Value)
	assert.Equal(t, "no targets", target.Targets{}.String())
	for _, x := range []struct {
		aspect ghg.Aspect
		change func(*target.Definition)
	}{
		{ghg.AspectPlace, func(d *target.Definition) { d.Place = "Busan" }},
		{ghg.AspectMetric, func(d *target.Definition) { d.Metric = ghg.SAR }},
		{ghg.AspectView, func(d *target.Definition) { d.Views = target.Same(gpc.BasicPlus) }},
		{ghg.AspectView, func(d *target.Definition) { d.Views.Base = gpc.BasicPlus }},
		{ghg.AspectView, func(d *target.Definition) { d.Views = target.Same(ghg.MustDeclaredView("BASIC", "plan")) }},
		{ghg.AspectEdition, func(d *target.Definition) { d.Views = target.Same(edition(t)) }},
	} {
		d := daegu2030()
		d.Name = "b"
		x.change(&d)
		_, err := target.NewTargets(first, mustTarget(t, d))
		var m *ghg.MismatchError
		require.ErrorAs(t, err, &m)
		assert.Equal(t, x.aspect, m.Differ[0].Aspect)
		assert.ErrorContains(t, err, `target "b" do not meet`)
	}
	d := daegu2030()
	d.Metric = ghg.SAR
	_, err = target.NewTargets(first, mustTarget(t, d))
	var m *ghg.MetricMismatchError
	assert.ErrorAs(t, err, &m)
}

func TestCheckPath(t *testing.T) {
	x := promise(t, "a", 2030, "45%", ghg.Date{}, target.Milestone{Year: 2025, Cut: ghg.MustShare("20%")})
	path := func(m ghg.Metric, years map[int]string) ghg.Yearly {
		var f []ghg.YearFigure
		for y, s := range years {
			c, err := ghg.NewCO2e(dec(s), ghg.Tonne, m)
			require.NoError(t, err)
			f = append(f, ghg.YearFigure{Year: y, CO2e: c, Status: ghg.Projected, Vintage: 1})
		}
		s, err := ghg.NewYearly("Daegu", gpc.Basic, m, f)
		require.NoError(t, err)
		return s
	}
	f, err := x.CheckPath(path(ghg.AR5, map[int]string{2025: "80", 2030: "55", 2028: "99"}))
	require.NoError(t, err)
	assert.Zero(t, f.Len(), "at a level is met")
	f, err = x.CheckPath(path(ghg.AR5, map[int]string{2025: "80.1", 2031: "55"}))
	require.NoError(t, err)
	require.Len(t, f.All, 2)
	assert.Equal(t, []any{target.FindingPathMisses, ghg.Serious, "80 tCO2e (AR5)", "80.1 tCO2e (AR5)"}, []any{f.All[0].Code,
		f.All[0].Severity, f.All[0].Stated, f.All[0].Found})
	assert.Contains(t, f.All[0].Detail, "its own path (not stated) comes to 80.1 tCO2e (AR5): 0.1 tCO2e (AR5) above")
	assert.Equal(t, []any{target.FindingPathEnds, ghg.Warning}, []any{f.All[1].Code, f.All[1].Severity})
	_, err = x.CheckPath(path(ghg.SAR, nil))
	var m *ghg.MismatchError
	assert.ErrorAs(t, err, &m)
	_, err = target.Target{}.CheckPath(path(ghg.AR5, nil))
	assert.ErrorIs(t, err, target.ErrNoTarget)
	r := daegu2030()
	r.Goal = target.RollingBaseYear{Year: 2018, Every: 1, Cut: ghg.MustShare("2%")}
	_, err = mustTarget(t, r).CheckPath(path(ghg.AR5, nil))
	var none *ghg.NoFigureError
	assert.ErrorAs(t, err, &none)
}

func TestResidual(t *testing.T) {
	total := ndc("total", "100 Mt")
	r, err := total.Residual(2030, ndc("power", "60 Mt"), ndc("sinks", "-10 Mt"))
	require.NoError(t, err)
	assert.Equal(t, "2030: 100000000 tCO2e (SAR) - 50000000 tCO2e (SAR) = 50000000 tCO2e (SAR)", r.String())
	near(t, "0.5", value(t, r.Share), "0")
	assert.Zero(t, r.Findings.Len())
	assert.Equal(t, `residual of total in 2030 = 50,000,000 tCO2e (SAR)
  T           = 100,000,000 tCO2e (SAR)   # level of the total: total; source: 2030 NDC as revised, 2023-03-22
  S[i]   # levels of the sectors
      i  S [tCO2e (SAR)]
      1  60,000,000       power, IPCC 1996 power (as declared by 2030 NDC); 2030 NDC as revised, 2023-03-22
      2  -10,000,000      sinks, IPCC 1996 sinks (as declared by 2030 NDC); 2030 NDC as revised, 2023-03-22
  sum_sectors = sum(i: S[i]) = 60,000,000 + -10,000,000 = 50,000,000 tCO2e (SAR)   # sum of the sectors
  share       = (T - sum_sectors) / T = (100,000,000 - 50,000,000) / 100,000,000 = 0.5, where T > 0   # share of the total
  residual    = T - sum_sectors = 100,000,000 - 50,000,000 = 50,000,000 tCO2e (SAR)   # what the sectors leave
rounding: to 12 decimal places, half away from zero: share`, r.Explain().String())
	r, err = total.Residual(2030, ndc("power", "100.1 Mt"))
	require.NoError(t, err)
	require.Equal(t, 1, r.Findings.Len())
	assert.Equal(t, []any{target.FindingResidualNegative, ghg.Serious}, []any{r.Findings.All[0].Code, r.Findings.All[0].Severity})
	assert.Contains(t, r.Findings.String(), "negative-residual: ")
	assert.Empty(t, r.Explain().Replay())
	r, err = total.Residual(2030, ndc("power", "100 Mt"))
	require.NoError(t, err)
	assert.Zero(t, r.Findings.Len(), "nothing left is no fault")
	r, err = ndc("total", "0 t").Residual(2030, ndc("power", "0 t"))
	require.NoError(t, err)
	assert.Equal(t, "undefined: the level of the total is 0", r.Share.String())
	assert.Empty(t, r.Explain().Replay())
	assert.Equal(t, target.ErrNoTarget.Error(), target.Residual{}.String())
	assert.True(t, target.Residual{}.Explain().IsZero())
}

// Of a total of net removals no share is taken: -6/-10 would be 60%.
func TestResidualOfNetRemovals(t *testing.T) {
	r, err := ndc("total", "-10 Mt").Residual(2030, ndc("sinks", "-4 Mt"))
	require.NoError(t, err)
	assert.Equal(t, "-6000000 tCO2e (SAR)", r.Residual.String())
	assert.Equal(t, "undefined: the level of the total is below 0", r.Share.String())
}

func TestResidualRefuses(t *testing.T) {
	total, power := ndc("total", "100 Mt"), ndc("power", "60 Mt")
	_, err := total.Residual(2029, power)
	var none *ghg.NoFigureError
	assert.ErrorAs(t, err, &none)
	_, err = target.Target{}.Residual(2030, power)
	assert.ErrorIs(t, err, target.ErrNoTarget)
	_, err = total.Residual(2030)
	assert.ErrorContains(t, err, "0 sector targets: from 1 to 1000 are needed")
	_, err = total.Residual(2030, make([]target.Target, 1001)...)
	assert.ErrorContains(t, err, "1001 sector targets")
	_, err = total.Residual(2030, power, target.Target{})
	assert.ErrorIs(t, err, target.ErrNoTarget)
	changed := func(change func(*target.Definition)) target.Target {
		d := power.Definition()
		d.Name = "other"
		change(&d)
		return mustTarget(t, d)
	}
	for _, x := range []struct {
		aspect ghg.Aspect
		change func(*target.Definition)
		says   string
	}{
		{ghg.AspectPlace, func(d *target.Definition) { d.Place = "JPN" }, `sector target "other" do not meet: place "KOR" and "JPN"`},
		{ghg.AspectMetric, func(d *target.Definition) { d.Metric = ghg.AR5 }, "make both with one metric, or restate one"},
		{ghg.AspectView, func(d *target.Definition) { d.Views = target.Same(ghg.MustDeclaredView("industry", "2030 NDC")) }, "view"},
		{ghg.AspectEdition, func(d *target.Definition) { d.Views = target.Same(edition(t)) }, "make both in one edition"},
	} {
		_, err := total.Residual(2030, power, changed(x.change))
		var m *ghg.MismatchError
		require.ErrorAs(t, err, &m)
		assert.Equal(t, x.aspect, m.Differ[0].Aspect)
		assert.ErrorContains(t, err, x.says)
	}
	_, err = total.Residual(2030, power, changed(func(*target.Definition) {}))
	var twice *ghg.TwiceError
	require.ErrorAs(t, err, &twice)
	assert.Equal(t, `sector target "power" and target "other"`, twice.Of)
	later := changed(func(d *target.Definition) {
		d.Due, d.Views = 2035, target.Same(grossOn("IPCC 1996"))
	})
	_, err = total.Residual(2030, later)
	assert.ErrorAs(t, err, &none)
}

// TestSectorsOverlap: views that say what they count are compared by category.
func TestSectorsOverlap(t *testing.T) {
	in := func(name string, v ghg.View) target.Target {
		d := daegu2030()
		d.Name, d.Views = name, target.Same(v)
		return mustTarget(t, d)
	}
	pick := func(name string, codes ...string) ghg.View {
		v, err := ghg.NewView(ghg.ViewDefinition{Name: name, Scheme: gpc.Scheme, Categories: codes})
		require.NoError(t, err)
		return v
	}
	cats := gpc.Basic.Categories()
	total := in("total", pick("total", cats[0], cats[1], cats[2]))
	r, err := total.Residual(2030, in("a", pick("a", cats[0], cats[1])), in("b", pick("b", cats[1], cats[3])))
	require.NoError(t, err)
	var got []string
	for _, f := range r.Findings.All {
		got = append(got, f.Code+" "+f.Category.Code)
	}
	assert.Equal(t, []string{target.FindingSectorsOverlap + " " + cats[1], target.FindingSectorOutside + " " + cats[3],
		target.FindingResidualNegative + " "}, got)
}
