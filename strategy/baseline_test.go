package strategy_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What a town would emit without its plan, and what of it no action acts on.
// What would come without the plan, held against the target like any series.
func ExampleBaseline_Yearly() {
	base, _ := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast of 2024",
		Sources: []strategy.SourceEmissions{{On: on("I.1.1", "gas", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("84 kt CO2e (AR5)")}}},
	})
	series, err := base.Yearly()
	if err != nil {
		fmt.Println(err)
		return
	}
	goal, _ := target.New(target.Definition{
		Name: "2030", Place: "town", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("120 kt"), Cut: ghg.MustShare("40%")},
	})
	p, err := goal.Progress(2030, target.Linear, target.DefaultRules, series)
	fmt.Println(p.Status, p.Reduction.Percent(0), p.Gap, err)
	// Output:
	// off_track 30% 12000 tCO2e (AR5) <nil>
}

func ExampleNewBaseline() {
	base, err := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "business as usual", Place: "town", View: gpc.Basic, Metric: ghg.AR5, Source: "forecast of 2024",
		Sources: []strategy.SourceEmissions{
			{On: on("I.1.1", "gas", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("40 kt CO2e (AR5)"), 2040: ghg.MustCO2e("38 kt CO2e (AR5)")}},
			{On: on("II.1.1", "", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("25 kt CO2e (AR5)"), 2040: ghg.MustCO2e("21.5 kt CO2e (AR5)")}},
		},
		Rest: map[int]ghg.CO2e{2030: ghg.MustCO2e("35 kt CO2e (AR5)"), 2040: ghg.MustCO2e("34 kt CO2e (AR5)")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for y := range base.Years() {
		total, _ := base.Total(y)
		fmt.Println(y, total)
	}
	_, err = strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "counted twice", Place: "town", View: gpc.Basic, Metric: ghg.AR5,
		Sources: []strategy.SourceEmissions{
			{On: on("I.1", "", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("60 kt CO2e (AR5)")}},
			{On: on("I.1.1", "gas", ""), ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e("40 kt CO2e (AR5)")}},
		},
	})
	fmt.Println(err)
	// Output:
	// 2030 100000 tCO2e (AR5)
	// 2040 93500 tCO2e (AR5)
	// baseline "counted twice", sources "GPC 1.1 I.1.1, gas": sources 1 and 2 share emissions, which would count twice: GPC 1.1 I.1 and GPC 1.1 I.1.1, gas
}

func TestBaseline(t *testing.T) {
	d := baseline(map[strategy.EmissionSource]string{on("I.1.1", "gas", "heat"): "40000", {EndUse: "visitors' cars"}: "700"})
	d.Rest = map[int]ghg.CO2e{2030: ghg.MustCO2e("-300 tCO2e")}
	b, err := strategy.NewBaseline(d)
	require.NoError(t, err)
	d.Sources[0].ByYear[2030], d.Rest[2030] = ghg.MustCO2e("1 tCO2e"), ghg.MustCO2e("1 tCO2e")
	total, ok := b.Total(2030)
	require.True(t, ok)
	assert.True(t, total.Equal(ghg.MustCO2e("40400 tCO2e")), "a baseline keeps what it was given")
	one, ok := b.At(on("I.1.1", "gas", "heat"), 2030)
	assert.True(t, ok && one.Equal(ghg.MustCO2e("40000 tCO2e")), "%s", one)
	same, ok := b.At(on("I.1.1", " GAS", "Heat"), 2030)
	assert.True(t, ok)
	assert.True(t, same.Equal(one), "case and blanks do not matter")
	_, ok = b.At(on("I.1.1", "", ""), 2030)
	assert.False(t, ok)
	_, ok = b.Total(2031)
	assert.False(t, ok)
	assert.Equal(t, []strategy.EmissionSource{on("I.1.1", "gas", "heat"), {EndUse: "visitors' cars"}}, slices.Collect(b.Sources()))
	for range b.Sources() {
		break
	}
	for range b.Years() {
		break
	}
	y, err := b.Yearly()
	require.NoError(t, err)
	f, _ := y.At(2030)
	assert.Equal(t, ghg.Projected, f.Status)
	assert.Equal(t, "forecast of 2024", f.Source)
	assert.Equal(t, []any{"business as usual", ghg.PlaceID("town"), gpc.Basic.ID(), ghg.Unstated.ID(), "forecast of 2024", false},
		[]any{b.Name(), b.Basis().Place, b.Basis().View.ID(), b.Basis().Metric.ID(), b.Source(), b.IsZero()})

	var none strategy.Baseline
	assert.True(t, none.IsZero())
	assert.Empty(t, slices.Collect(none.Years()))
	assert.Empty(t, slices.Collect(none.Sources()))
	_, ok = none.Total(2030)
	assert.False(t, ok)
	_, ok = none.At(on("I", "", ""), 2030)
	assert.False(t, ok)
	_, err = none.Yearly()
	assert.ErrorContains(t, err, "no baseline given")
}

func TestBaselineErrors(t *testing.T) {
	declared := must(ghg.DeclaredView("strategy of 2021", "press"))
	at := func(tonnes string, years ...int) map[int]ghg.CO2e {
		m := map[int]ghg.CO2e{}
		for _, y := range years {
			m[y] = ghg.MustCO2e(tonnes + " tCO2e")
		}
		return m
	}
	for name, c := range map[string]struct {
		change func(d *strategy.BaselineDefinition)
		want   string
	}{
		"no name":    {func(d *strategy.BaselineDefinition) { d.Name = "" }, "name: a name of at most 200 bytes"},
		"no view":    {func(d *strategy.BaselineDefinition) { d.View = ghg.View{} }, "no view"},
		"no metric":  {func(d *strategy.BaselineDefinition) { d.Metric = ghg.Metric{} }, "no metric"},
		"no sources": {func(d *strategy.BaselineDefinition) { d.Sources = nil }, `sources "0": 1 to 5000`},
		"too many": {func(d *strategy.BaselineDefinition) {
			d.Sources = make([]strategy.SourceEmissions, 5001)
		}, `sources "5001": 1 to 5000`},
		"no year":      {func(d *strategy.BaselineDefinition) { d.Sources[0].ByYear = nil }, "years: at least one is needed"},
		"year 99":      {func(d *strategy.BaselineDefinition) { d.Sources[0].ByYear = at("1", 99) }, "years from 1850"},
		"other years":  {func(d *strategy.BaselineDefinition) { d.Sources[1].ByYear = at("1", 2031) }, "missing here: [2030]"},
		"more years":   {func(d *strategy.BaselineDefinition) { d.Sources[1].ByYear = at("1", 2030, 2031) }, "its years differ"},
		"rest's years": {func(d *strategy.BaselineDefinition) { d.Rest = at("1", 2031) }, "rest: its years differ"},
		"other metric": {func(d *strategy.BaselineDefinition) { d.Metric = ghg.AR5 }, "do not meet"},
		"no category": {func(d *strategy.BaselineDefinition) {
			d.Sources[1].On = strategy.EmissionSource{Fuel: "gas"}
		}, "name its category"},
		"unknown":       {func(d *strategy.BaselineDefinition) { d.Sources[1].On = on("IX", "", "") }, "no category of GPC"},
		"other scheme":  {func(d *strategy.BaselineDefinition) { d.Sources[1].On.Category.Scheme = "CRF" }, "no category of GPC"},
		"outside":       {func(d *strategy.BaselineDefinition) { d.Sources[1].On = on("IV.1", "", "") }, "does not count this category"},
		"the same":      {func(d *strategy.BaselineDefinition) { d.Sources[1].On = d.Sources[0].On }, "count twice"},
		"no scheme":     {func(d *strategy.BaselineDefinition) { d.View = declared }, "give the scheme"},
		"another view":  {func(d *strategy.BaselineDefinition) { d.Scheme = ghg.Scheme{}; d.View = declared }, "give the scheme"},
		"only the rest": {func(d *strategy.BaselineDefinition) { d.Sources = nil; d.Rest = map[int]ghg.CO2e{} }, `sources "0": 1 to 5000`},
	} {
		t.Run(name, func(t *testing.T) {
			d := baseline(map[strategy.EmissionSource]string{on("I.1.1", "", ""): "40000", on("II.1.1", "", ""): "25000"})
			c.change(&d)
			_, err := strategy.NewBaseline(d)
			require.ErrorContains(t, err, c.want)
		})
	}
	d := baseline(map[strategy.EmissionSource]string{on("I.1.1", "", ""): "40000"})
	d.View, d.Scheme = declared, gpc.Scheme
	_, err := strategy.NewBaseline(d)
	require.NoError(t, err)
	rest := strategy.BaselineDefinition{Name: "total", Place: "town", View: declared, Metric: ghg.Unstated, Rest: at("5", 2030)}
	b, err := strategy.NewBaseline(rest)
	require.NoError(t, err)
	total, _ := b.Total(2030)
	assert.True(t, total.Equal(ghg.MustCO2e("5 tCO2e")))
}

func ExampleCuts() {
	cuts, err := strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare("30%"), 2025: ghg.MustShare("12.5%")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for year, share := range cuts.All() {
		fmt.Println(year, share)
	}
	_, known := cuts.At(2027)
	fmt.Println(cuts.Kind(), cuts.Len(), "years, 2027 known:", known)
	// Output:
	// 2025 12.5%
	// 2030 30%
	// expected 2 years, 2027 known: false
}

func TestCutsErrors(t *testing.T) {
	some := map[int]ghg.Share{2030: ghg.MustShare("30%")}
	_, err := strategy.NewCuts(0, some)
	assert.Equal(t, "kind", fault(t, err).Field)
	_, err = strategy.NewCuts(0, map[int]ghg.Share{1: {}, 2030: {}})
	assert.Equal(t, []string{"cuts kind", "cuts year", "cuts in 2030 share"}, faultsIn(t, err), "all at once")
	for _, years := range []map[int]ghg.Share{nil, {1700: ghg.MustShare("1%")}, {2030: {}}} {
		_, err = strategy.NewCuts(strategy.Expected, years)
		assert.Error(t, err)
	}
	assert.True(t, strategy.Cuts{}.IsZero())
	c := must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare("0%"), 2032: ghg.MustShare("-5%")}))
	assert.False(t, c.IsZero())
	for range c.All() {
		break
	}
	for _, y := range []int{1700, 2029, 2031, 2033} {
		_, ok := c.At(y)
		assert.False(t, ok, y)
	}
	s, ok := c.At(2032)
	assert.True(t, ok && s.Equal(ghg.MustShare("-5%")))
}

// What a baseline was made of makes it again, and is the caller's to change.
func TestBaselineDefinition(t *testing.T) {
	b := heating()
	d := b.Definition()
	again, err := strategy.NewBaseline(d)
	require.NoError(t, err)
	for _, year := range []int{2030, 2040} {
		want, _ := b.Total(year)
		got, ok := again.Total(year)
		assert.True(t, ok && got.Equal(want), year)
	}
	d.Rest[2030] = ghg.MustCO2e("1 t CO2e")
	d.Sources[0].ByYear[2030] = ghg.MustCO2e("1 t CO2e")
	want := ghg.MustCO2e("100 kt CO2e")
	got, _ := b.Total(2030)
	assert.True(t, got.Equal(want))
	assert.Equal(t, strategy.BaselineDefinition{}, strategy.Baseline{}.Definition())
}
