package daegu_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The same cut on two published bases of one year.
func ExampleTarget2021() {
	for _, t := range []target.Target{daegu.Target2021(), daegu.Target2022()} {
		limit, err := t.Limit(2030)
		fmt.Println(t.Base().Format(ghg.Megatonne, 2), limit.Format(ghg.Megatonne, 4), err)
	}
	// Output:
	// 9.43 MtCO2e 5.1865 MtCO2e <nil>
	// 8.97 MtCO2e 4.9335 MtCO2e <nil>
}

func ExampleTarget2022() {
	for year, limit := range daegu.Target2022().Limits() {
		fmt.Println(year, limit)
	}
	// Output:
	// 2030 4933500 tCO2e
	// 2040 2691000 tCO2e
	// 2050 0 tCO2e
}

// held is the base-year emissions of a target, held until 2030: what would be
// emitted if nothing changed.
func held(t target.Target) ghg.Yearly {
	y, _ := ghg.NewYearly(daegu.Place, t.Views().Base, ghg.Unstated, []ghg.YearFigure{
		{Year: 2030, CO2e: t.Base(), Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: "2018 held, own assumption"},
	})
	return y
}

// What the eight areas must still deliver by 2030: of 26 published actions,
// one has an expected reduction.
func ExamplePortfolio() {
	plan, _, err := daegu.Portfolio(daegu.View2022)
	if err != nil {
		fmt.Println(err)
	}
	gap, err := plan.Gap(daegu.Target2022(), held(daegu.Target2022()), strategy.Expected, 2030)
	fmt.Println(gap.Need, gap.CO2e, err)
	for _, a := range gap.Total.ByArea() {
		if a.IsQuantified() {
			fmt.Println(a.Area.Theme, a.CO2e)
		}
	}
	fmt.Println(gap.Total.Quantified, "quantified,", gap.Total.NotQuantified, "not")
	// Output:
	// 4036500 tCO2e 3086500 tCO2e <nil>
	// Green Energy 950000 tCO2e
	// 1 quantified, 25 not
}

// The plan of one base cannot be held against the target of the other.
func ExamplePortfolio_otherBase() {
	plan, _, _ := daegu.Portfolio(daegu.View2022)
	_, err := plan.Gap(daegu.Target2021(), held(daegu.Target2021()), strategy.Expected, 2030)
	var basis *ghg.MismatchError
	if errors.As(err, &basis) && basis.In(ghg.AspectView) {
		fmt.Println("another base year's view:", basis.Differ[0].B)
	}
	// Output:
	// another base year's view: Daegu emissions with industry (as declared by Daegu strategy of December 2021)
}

// Carbon Reduction 1110 is a potential: no sum of expected reductions has it.
func ExampleActions() {
	for a := range daegu.Actions() {
		for _, e := range a.Effects {
			fmt.Println(a.ID, e.Reductions.Kind(), e.On)
		}
	}
	// Output:
	// carbon-reduction-1110 potential the citizens' ten actions, all categories
	// rooftop-pv expected GPC 1.1 I.3.2, electricity
}

// The third of the ten actions is within the figure of all ten.
func ExampleParts() {
	plan, _, _ := daegu.Portfolio(daegu.View2021)
	actions := []strategy.Action{}
	for a := range plan.Actions() {
		actions = append(actions, a)
	}
	for a := range daegu.Parts("carbon-reduction-1110") {
		fmt.Println(a.Name)
		actions = append(actions, a)
	}
	both, _, _ := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Daegu", Place: daegu.Place, Framework: daegu.Framework, View: daegu.View2021, Metric: ghg.Unstated,
		Scheme: gpc.Scheme, Actions: actions,
	})
	for overlap := range both.Overlaps() {
		fmt.Println(overlap.Kind, overlap.Actions)
	}
	// Output:
	// Heating 2 °C down, cooling 2 °C up (third of the ten actions)
	// potential [carbon-reduction-1110 heating-cooling-2c]
}

func TestTargets(t *testing.T) {
	for _, c := range []struct {
		t                  target.Target
		view               ghg.View
		base, y2030, y2040 string
	}{
		{t: daegu.Target2021(), view: daegu.View2021, base: "9.43 MtCO2e", y2030: "5.1865 MtCO2e", y2040: "2.829 MtCO2e"},
		{t: daegu.Target2022(), view: daegu.View2022, base: "8.97 MtCO2e", y2030: "4.9335 MtCO2e", y2040: "2.691 MtCO2e"},
	} {
		assert.Equal(t, daegu.Place, c.t.Place())
		assert.Equal(t, 2018, c.t.BaseYear())
		assert.Equal(t, 2050, c.t.Due())
		assert.Equal(t, ghg.Unstated, c.t.Metric())
		assert.Equal(t, c.view.ID(), c.t.Views().Base.ID())
		assert.True(t, c.view.IsDeclared())
		assert.True(t, c.t.Base().Equal(ghg.MustCO2e(c.base)))
		assert.Contains(t, c.t.Source(), "hani")
		assert.Zero(t, c.t.Findings().Len())
		for year, want := range map[int]string{2030: c.y2030, 2040: c.y2040, 2050: "0 tCO2e"} {
			got, err := c.t.Limit(year)
			require.NoError(t, err)
			assert.True(t, got.Equal(ghg.MustCO2e(want)), "%d: %s", year, got)
		}
	}
	assert.NotEqual(t, daegu.View2021.ID(), daegu.View2022.ID())
	assert.NotEqual(t, daegu.Target2021().Name(), daegu.Target2022().Name())
}

// The two kinds of the plan, each by itself.
func TestKindsStandApart(t *testing.T) {
	p, _, err := daegu.Portfolio(daegu.View2021)
	require.NoError(t, err)
	for kind, want := range map[strategy.Kind]string{strategy.Expected: "950 ktCO2e", strategy.Potential: "2.45 MtCO2e",
		strategy.Verified: "0 tCO2e"} {
		total, err := p.Total(kind, 2030)
		require.NoError(t, err)
		assert.True(t, total.CO2e.Equal(ghg.MustCO2e(want)), kind)
	}
	potential, err := p.Total(strategy.Potential, 2030)
	require.NoError(t, err)
	assert.True(t, potential.ByArea()[1].IsQuantified(), "1110 is of civic life")
	assert.Contains(t, potential.Explain().String(), "prsinmun 27264; high (amount), low (year)")
}
