package target_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleReadTargetJSON() {
	t, _ := target.New(daegu2030())
	written, _ := json.Marshal(t)
	back, err := target.ReadTargetJSON(bytes.NewReader(written), []ghg.View{gpc.Basic})
	fmt.Println(back, err)
	// A level that does not follow from the cut was edited by hand.
	edited := strings.ReplaceAll(string(written), "5186500", "6186500")
	_, err = target.ReadTargetJSON(strings.NewReader(edited), []ghg.View{gpc.Basic})
	fmt.Println(err)
	// Output:
	// Daegu 2030: 45% below 2018 by 2030 <nil>
	// document of target "Daegu 2030", level of 2030 "6186500 tCO2e (AR5)": the goal comes to 5186500 tCO2e (AR5)
}

// kinds is a definition of every kind of goal, and of every timeframe.
func kinds(t *testing.T) map[string]target.Definition {
	t.Helper()
	with := func(change func(*target.Definition)) target.Definition {
		d := daegu2030()
		change(&d)
		return d
	}
	people, err := ghg.NewYears("population", "persons", nil, []ghg.OfYear[decimal.Decimal]{
		{Year: 2018, Value: dec("2461769.5")}, {Year: 2025, Value: dec("2400000"), Status: ghg.Projected, Source: "forecast"},
		{Year: 2030, Value: dec("2350000"), Status: ghg.Projected}}...)
	require.NoError(t, err)
	residual, err := target.GeometricTo(ghg.MustShare("12.5%"))
	require.NoError(t, err)
	blend, err := target.GeometricBlend(dec("11.11"))
	require.NoError(t, err)
	stated, err := target.Stated("council path", "as stated by nobody", func(yield func(int, ghg.CO2e) bool) {
		for y := 2029; y > 2018 && yield(y, ghg.MustCO2e(fmt.Sprintf("%d.5 tCO2e (AR5)", y))); y-- {
		}
	})
	require.NoError(t, err)
	net, err := ghg.MustDeclaredView("net", "GIR").WithEdition("IPCC 1996")
	require.NoError(t, err)
	frame := func(f target.Timeframe) target.Definition {
		return with(func(d *target.Definition) { d.Timeframe = f })
	}
	return map[string]target.Definition{
		"base year": daegu2030(),
		"milestones of every kind": with(func(d *target.Definition) {
			d.Published = day(2021, 12, 1)
			d.Milestones = []target.Milestone{{Year: 2022, Cut: ghg.MustShare("10%"), Standing: target.Legal}, {Year: 2024,
				Level: ghg.MustMass("8 Mt"), Standing: target.Indicative},
				{Year: 2026, Cut: ghg.MustShare("0%"), Standing: target.Policy}, {Year: 2028, Cut: ghg.MustShare("-1.5%")}}
		}),
		"averaged base": with(func(d *target.Definition) {
			d.Goal = target.BaseYear{Year: 2007, Through: 2009, Base: ghg.MustMass("9.123456789012345678 Mt"),
				Cut: ghg.MustShare("33.33333333333333%")}
		}),
		"levels longer than an input": with(func(d *target.Definition) {
			d.Goal = target.BaseYear{Year: 2018, Base: ghg.MustMass("9123456.12345678901234567 t"), Cut: ghg.MustShare("33.3333333333333333333%")}
			d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("11.1111111111111111111%")}}
		}),
		"fixed level": with(func(d *target.Definition) {
			d.Goal, d.Metric = target.FixedLevel{Level: ghg.MustMass("-5 t")}, ghg.Unstated
			d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("0 t")}}
		}),
		"fixed level with a base, in two declared views": with(func(d *target.Definition) {
			d.Goal, d.Metric = target.FixedLevel{Level: ghg.MustMass("436.6 Mt"), Year: 2018, Base: ghg.MustMass("727.6 Mt")}, ghg.SAR
			d.Views = target.Views{Base: grossOn("IPCC 1996"), Due: net}
			d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("20%")}}
		}),
		"intensity": with(func(d *target.Definition) {
			d.Goal = target.BaseYearIntensity{Year: 2018, Base: ghg.MustMass("9.43 Mt"), Cut: ghg.MustShare("40%"), Activity: people}
			d.Milestones = []target.Milestone{{Year: 2025, Cut: ghg.MustShare("17%")}}
		}),
		"static baseline": with(func(d *target.Definition) {
			d.Goal = forecastGoal(target.StaticBaseline, gpc.Basic, ghg.AR5, "1 Mt", "1.2 Mt")
		}),
		"dynamic baseline": with(func(d *target.Definition) {
			d.Goal = forecastGoal(target.DynamicBaseline, gpc.Basic, ghg.AR5, "1 Mt", "1.2 Mt")
		}),
		"rolling": with(func(d *target.Definition) {
			d.Goal = target.RollingBaseYear{Year: 2018, Every: 3, Cut: ghg.MustShare("6%")}
		}),
		"average":          frame(target.AverageFrom(2026)),
		"annual":           frame(target.AnnualFrom(2026, target.Geometric)),
		"annual, residual": frame(target.AnnualFrom(2026, residual)),
		"cumulative":       frame(target.CumulativeFrom(2026, target.Stepwise)),
		"cumulative, line": frame(target.CumulativeFrom(2026, target.Linear)),
		"blend":            frame(target.AnnualFrom(2026, blend)),
		"stated":           frame(target.AnnualFrom(2020, stated)),
		"own metric":       with(func(d *target.Definition) { d.Metric = ownMetric(t) }),
		"own metric, level": with(func(d *target.Definition) {
			d.Metric = ownMetric(t)
			d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("8 Mt")}}
		}),
	}
}

func ownMetric(t *testing.T) ghg.Metric {
	t.Helper()
	m, err := ghg.NewMetric("city 2020", "constructed", map[ghg.Gas]decimal.Decimal{ghg.CH4: dec("28")})
	require.NoError(t, err)
	return m
}

// readViews are the views that the documents of kinds may mean, and some that
// they do not.
func readViews(t *testing.T) []ghg.View {
	t.Helper()
	net, err := ghg.MustDeclaredView("net", "GIR").WithEdition("IPCC 1996")
	require.NoError(t, err)
	return []ghg.View{{}, gpc.BasicPlus, gpc.Basic, gpc.Basic, grossOn("IPCC 1996"), net}
}

func TestTargetRoundTrip(t *testing.T) {
	for name, d := range kinds(t) {
		t.Run(name, func(t *testing.T) {
			x := mustTarget(t, d)
			written := canonical(t, x)
			back, err := target.ReadTargetJSON(strings.NewReader(written), readViews(t), ownMetric(t))
			require.NoError(t, err)
			assert.Equal(t, written, canonical(t, back))
			assert.Equal(t, x.Views().Due.ID(), back.Views().Due.ID())
			assert.Equal(t, x.Views().Base.ID(), back.Views().Base.ID())
			for y, l := range x.Limits() {
				got, err := back.Limit(y)
				require.NoError(t, err)
				assert.True(t, l.Equal(got))
			}
			p := x.Timeframe().Pathway()
			assert.Equal(t, []string{p.String(), p.Formula()}, []string{back.Timeframe().Pathway().String(), back.Timeframe().Pathway().Formula()})
			if !p.IsZero() {
				for y := range 8 {
					a, err := x.Pathway(p, 2020+y)
					require.NoError(t, err)
					b, err := back.Pathway(back.Timeframe().Pathway(), 2020+y)
					require.NoError(t, err)
					assert.True(t, a.Equal(b))
				}
			}
		})
	}
}

func TestReadTargetAcceptsOtherUnits(t *testing.T) {
	x := mustTarget(t, daegu2030())
	text := strings.NewReplacer(`"9430000 t"`, `"9.43 Mt"`, `"45%"`, `"0.45"`, `"5186500 tCO2e (AR5)"`,
		`"5.1865 MtCO2e (AR5 GWP100)"`).Replace(canonical(t, x))
	back, err := target.ReadTargetJSON(strings.NewReader(text), readViews(t))
	require.NoError(t, err)
	assert.Equal(t, canonical(t, x), canonical(t, back))

	d := daegu2030()
	d.Milestones = []target.Milestone{{Year: 2025, Level: ghg.MustMass("8 Mt")}}
	text = strings.Replace(canonical(t, mustTarget(t, d)), `{"year":2025,`, `{"year":2025,"standing":"not stated",`, 1)
	back, err = target.ReadTargetJSON(strings.NewReader(text), readViews(t))
	require.NoError(t, err)
	assert.Equal(t, canonical(t, mustTarget(t, d)), canonical(t, back))
}

func TestReadTargetRefuses(t *testing.T) {
	all := kinds(t)
	text := func(name string) string { return canonical(t, mustTarget(t, all[name])) }
	for _, x := range []struct {
		of, old, new string
		field, says  string
	}{
		{"base year", `"name":"Daegu 2030"`, `"name":"Daegu 2030","colour":"green"`, "", `unknown field "colour"`},
		{"base year", `"name":"Daegu 2030"`, `"name":"Daegu 2030","NAME":"Busan"`, "", `field "NAME" is given twice`},
		{"base year", `"year":2018`, `"year":2018,"year":2018`, "", `field "year" is given twice`},
		{"base year", `"due":2030,`, `"due":2030.5,`, "", "cannot unmarshal number 2030.5"},
		{"base year", `"name"`, `name`, "", "invalid character"},
		{"base year", `"metric":"AR5"`, `"metric":""`, "metric", "no metric given"},
		{"base year", `"metric":"AR5"`, `"metric":"AR55"`, "metric", `unknown metric "AR55"`},
		{"base year", `"metric":"AR5"`, `"metric":"SAR"`, "level of 2030", "the goal comes to 5186500 tCO2e (SAR)"},
		{"base year", `"due":"GPC 1.1 BASIC"`, `"due":"GPC 1.1 BASICS"`, "views.due", "it is not one of the views handed to the reader"},
		{"base year", `"base":"GPC 1.1 BASIC"`, `"base":""`, "views.base", "it is not one of the views"},
		{"base year", `"edition":"GPC 1.1"`, `"edition":"GPC 1.0"`, "edition", `is of edition "GPC 1.1"`},
		{"base year", `"kind":"base_year"`, `"kind":"promise"`, "goal.kind", "a kind of goal is needed"},
		{"base year", `"cut":"45%"`, `"cut":"45"`, "", "write \"45%\" for percent"},
		{"base year", `"cut":"45%"`, `"every":1`, "goal", "a field that belongs to another kind of goal"},
		{"base year", `"cut":"45%"`, `"cut":"45%","scenario":"static"`, "goal", "another kind"},
		{"base year", `"cut":"45%"`, `"cut":"45%","level":"1 t"`, "goal", "another kind"},
		{"base year", `"cut":"45%"`, `"cut":"45%","baseline":{}`, "goal", "another kind"},
		{"base year", `"cut":"45%"`, `"cut":"45%","activity":{}`, "goal", "another kind"},
		{"rolling", `"every":3`, `"every":3,"base":"1 t"`, "goal", "another kind"},
		{"rolling", `"every":3`, `"every":3,"through":2020`, "goal", "another kind"},
		{"fixed level", `"level":"-5 t"`, `"level":"-5 t","cut":"1%"`, "goal", "another kind"},
		{"intensity", `"cut":"40%"`, `"cut":"40%","through":2019`, "goal", "another kind"},
		{"static baseline", `"cut":"10%"`, `"cut":"10%","base":"1 t"`, "goal", "another kind"},
		{"base year", `,"cut":"45%"`, ``, "goal.cut", "0% has to be said"},
		{"base year", `,"base":"9430000 t"`, ``, "goal.base", "above zero"},
		{"base year", `"level":"5186500 tCO2e (AR5)",`, ``, "level of 2030", "the goal comes to 5186500"},
		{"base year", `"5186500 tCO2e (AR5)"`, `"5186500.000001 tCO2e (AR5)"`, "level of 2030", "the goal comes to"},
		{"milestones of every kind", `"8487000 tCO2e (AR5)"`, `"8487001 tCO2e (AR5)"`, "level of 2022", "the goal comes to 8487000"},
		{"milestones of every kind", `"8000000 tCO2e (AR5)"`, `"8000000"`, "milestones (2024)", "mass"},
		{"milestones of every kind", `"8000000 tCO2e (AR5)"`, `"8000000 tCO2e (SAR)"`, "milestones (2024)", "do not meet"},
		{"milestones of every kind", `"8000000 tCO2e (AR5)"`, `"99999999999999999999999999999999999999 ktCO2e (AR5)"`,
			"milestones (2024)", "mass"},
		{"milestones of every kind", `"standing":"legal"`, `"standing":"holy"`, "milestones (2022)", `allowed are ["not stated" "legal"`},
		{"milestones of every kind", `"published":"2021-12-01"`, `"published":"2021-12-32"`, "published", "a day such as"},
		{"milestones of every kind", `"published":"2021-12-01"`, `"published":"1021-12-01"`, "published", "a day that exists"},
		{"intensity", `"amount":"2461769.5"`, `"amount":"many"`, "goal.activity", "is not a number"},
		{"intensity", `"amount":"2461769.5"`, `"amount":"-1"`, "goal.activity", "above zero"},
		{"static baseline", `"scenario":"static"`, `"scenario":"moving"`, "goal.scenario", "static or dynamic"},
		{"static baseline", `"vintage":1`, `"vintage":0`, "vintage", "vintage: one is needed"},
		{"average", `"kind":"average"`, `"kind":"single year"`, "timeframe.kind", "a single year has no timeframe"},
		{"average", `"kind":"average"`, `"kind":"weekly"`, "timeframe.kind", `allowed are ["average" "annual" "cumulative"]`},
		{"average", `"first":2026`, `"first":2026,"pathway":"linear"`, "timeframe.pathway", "an average goal has none"},
		{"annual", `"pathway":"geometric"`, `"pathway":"meandering"`, "timeframe.pathway", "none of the library's pathways"},
		{"annual", `,"pathway":"geometric"`, ``, "timeframe", "no pathway given"},
		{"annual, residual", `residual of 12.5%`, `residual of some`, "timeframe.pathway", "is not a number"},
		{"annual, residual", `residual of 12.5%`, `residual of 112.5%`, "timeframe.pathway", "below 100%"},
		{"blend", `1/11.11`, `1/x`, "timeframe.pathway", "is not a number"},
		{"blend", `1/11.11`, `1/0.5`, "timeframe.pathway", "above 1 is needed"},
		{"stated", `"2020.5 tCO2e (AR5)"`, `"2020.5 t"`, "timeframe.pathway", "2020: CO2e"},
		{"stated", `{"year":2021,`, `{"year":2020,`, "timeframe.pathway", "year 2020 is given twice"},
		{"stated", `"pathway":"council path"`, `"pathway":""`, "timeframe.pathway", "a name is needed"},
		{"rolling", `"milestones":[]`, `"milestones":[],"level":"1 tCO2e (AR5)"`, "level", "a rolling goal states none"},
		{"base year", `"findings":[]}`, `"findings":[]} {}`, "", "there is text behind the document"},
		{"base year", `"findings":[]}`, `"findings":[]`, "", "EOF"},
		{"base year", `"findings":[]`, `"findings":` + strings.Repeat("[", 30) + strings.Repeat("]", 30), "", "nested deeper than 20"},
		{"base year", `"findings":[]`, `"findings":[{"a":1]}`, "", "invalid character"},
		{"base year", `"findings":[]`, `"findings":[1 2]`, "", "invalid character"},
	} {
		t.Run(x.of+" "+x.new[:min(len(x.new), 50)], func(t *testing.T) {
			old := text(x.of)
			require.Contains(t, old, x.old)
			got, err := target.ReadTargetJSON(strings.NewReader(strings.Replace(old, x.old, x.new, 1)), readViews(t))
			require.ErrorContains(t, err, x.says)
			assert.True(t, got.IsZero())
			var f ghg.Fault
			if errors.As(err, &f) {
				assert.Equal(t, x.field, f.Field)
			} else {
				assert.Empty(t, x.field)
			}
		})
	}
	for _, s := range []string{"", "null", "[]", "{}", `"a target"`, "7", "{", `{"a"`, `{"a":`} {
		_, err := target.ReadTargetJSON(strings.NewReader(s), readViews(t))
		assert.Error(t, err, s)
	}
	// A baseline or an activity left out altogether.
	d := map[string]any{}
	require.NoError(t, json.Unmarshal([]byte(text("static baseline")), &d))
	delete(d["goal"].(map[string]any), "baseline")
	b, err := json.Marshal(d)
	require.NoError(t, err)
	_, err = target.ReadTargetJSON(bytes.NewReader(b), readViews(t))
	assert.ErrorContains(t, err, "goal.baseline: the series of the baseline is needed")
	d = map[string]any{}
	require.NoError(t, json.Unmarshal([]byte(text("intensity")), &d))
	delete(d["goal"].(map[string]any), "activity")
	b, err = json.Marshal(d)
	require.NoError(t, err)
	_, err = target.ReadTargetJSON(bytes.NewReader(b), readViews(t))
	assert.ErrorContains(t, err, "an intensity goal needs the series of its activity")
}

func TestReadTargetIsTold(t *testing.T) {
	all := kinds(t)
	text := canonical(t, mustTarget(t, all["base year"]))
	_, err := target.ReadTargetJSON(strings.NewReader(text), nil)
	assert.ErrorContains(t, err, "it is not one of the views handed to the reader")
	// A declared view is not made up: it is one that is handed over.
	two := canonical(t, mustTarget(t, all["fixed level with a base, in two declared views"]))
	_, err = target.ReadTargetJSON(strings.NewReader(two), []ghg.View{grossOn("IPCC 1996")})
	assert.ErrorContains(t, err, `views.due "IPCC 1996 net (as declared by GIR)": it is not one of the views`)
	// Two views of one name that select differently: each document keeps its own.
	narrow, err := ghg.NewView(ghg.ViewDefinition{Name: "BASIC", Scheme: gpc.Scheme, Categories: gpc.Basic.Categories()[:3]})
	require.NoError(t, err)
	for _, views := range [][]ghg.View{{gpc.Basic, narrow}, {narrow, gpc.Basic}} {
		got, err := target.ReadTargetJSON(strings.NewReader(text), views)
		require.NoError(t, err)
		assert.Equal(t, gpc.Basic.ID(), got.Views().Due.ID())
	}
	_, err = target.ReadTargetJSON(strings.NewReader(text), []ghg.View{narrow})
	assert.ErrorContains(t, err, "this is the published one")
	of := all["base year"]
	of.Views = target.Same(narrow)
	narrowed := canonical(t, mustTarget(t, of))
	_, err = target.ReadTargetJSON(strings.NewReader(narrowed), gpc.Views())
	assert.ErrorContains(t, err, "has another content")
	got, err := target.ReadTargetJSON(strings.NewReader(narrowed), []ghg.View{gpc.Basic, narrow})
	require.NoError(t, err)
	assert.Equal(t, narrow.ID(), got.Views().Due.ID())
	// One's own metric is handed over too.
	_, err = target.ReadTargetJSON(strings.NewReader(canonical(t, mustTarget(t, all["own metric"]))), readViews(t))
	var unknown ghg.Fault
	require.ErrorAs(t, err, &unknown)
	assert.Equal(t, "metric", unknown.Field)

	assert.ErrorContains(t, json.Unmarshal([]byte(text), &target.Target{}), "target.ReadTargetJSON")
	_, err = target.ReadTargetJSON(failing{}, readViews(t))
	assert.ErrorContains(t, err, "disk on fire")
	_, err = target.ReadTargetJSON(strings.NewReader(text+strings.Repeat(" ", 4<<20-len(text))), readViews(t))
	assert.NoError(t, err)
	_, err = target.ReadTargetJSON(strings.NewReader(text+strings.Repeat(" ", 4<<20-len(text)+1)), readViews(t))
	assert.ErrorContains(t, err, "longer than 4194304 bytes")
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

// FuzzReadTargetJSON: whatever is read can be written and read again, to the
// same document.
func FuzzReadTargetJSON(f *testing.F) {
	t := &testing.T{}
	for _, d := range kinds(t) {
		x, err := target.New(d)
		if err != nil {
			f.Fatal(err)
		}
		b, err := json.Marshal(x)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	views, own := readViews(t), ownMetric(t)
	f.Fuzz(func(t *testing.T, b []byte) {
		x, err := target.ReadTargetJSON(bytes.NewReader(b), views, own)
		if err != nil {
			assert.True(t, x.IsZero())
			return
		}
		written, err := json.Marshal(x)
		require.NoError(t, err)
		back, err := target.ReadTargetJSON(bytes.NewReader(written), views, own)
		require.NoError(t, err, string(written))
		again, err := json.Marshal(back)
		require.NoError(t, err)
		assert.Equal(t, string(written), string(again))
	})
}
