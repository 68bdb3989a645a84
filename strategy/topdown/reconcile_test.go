package topdown_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/topdown"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// one reconciles 2022 with 2018.
func one(t *testing.T, base, later, cuts string, d ...topdown.Driver) topdown.Year {
	t.Helper()
	years, err := topdown.New(topdown.Definition{
		Inventory: inventory(map[int]string{2018: base, 2022: later}), BaseYear: 2018, Drivers: map[int][]topdown.Driver{2022: d},
		Cuts: topdown.Plain(portfolio(counted("a", strategy.Verified, map[int]string{2022: cuts})),
			strategy.Verified), InBase: topdown.NoneInBase,
	})
	require.NoError(t, err)
	require.Len(t, years, 1)
	return years[0]
}

func TestVerdict(t *testing.T) {
	for _, c := range []struct{ base, later, cuts, verdict, ratio string }{
		{"100", "90", "8.3", "explained to 83%", "0.83"},
		{"100", "90", "10", "explained", "1"},
		{"100", "90", "12", "more is counted than is seen, by 2000 tCO2e", "1.2"},
		{"100", "90", "9.99", "explained but for 10 tCO2e", "0.999"},
		{"100", "90", "0", "not explained: no cut is counted", "0"},
		{"100", "90", "-1", "not explained: no cut is counted", "-0.1"},
		{"100", "100", "0", "nothing to explain: no fall is seen beyond the drivers, and no cut is counted",
			"undefined: nothing changed beyond what the drivers explain"},
		{"100", "100", "5", "not seen: cuts are counted, and no fall is seen beyond the drivers",
			"undefined: nothing changed beyond what the drivers explain"},
		{"100", "100", "-5", "no fall is seen beyond the drivers, and no cut is counted",
			"undefined: nothing changed beyond what the drivers explain"},
		{"100", "101", "5", "not seen: cuts are counted, and no fall is seen beyond the drivers",
			"undefined: emissions rose beyond what the drivers explain"},
		{"100", "101", "0", "no fall is seen beyond the drivers, and no cut is counted",
			"undefined: emissions rose beyond what the drivers explain"},
	} {
		y := one(t, c.base, c.later, c.cuts)
		assert.Equal(t, c.verdict, y.Verdict(), c)
		assert.Equal(t, c.ratio, y.Explained.String(), c)
		assert.Contains(t, y.Explain().String(), "not adjusted for activity")
	}
	grown := one(t, "100", "101", "5", topdown.Driver{Name: "population", CO2e: kt("7"), Source: "s"})
	assert.True(t, grown.TopDown.Equal(kt("6")))
	assert.Equal(t, "explained to 83%", grown.Verdict(), "5 of 6")
	assert.Equal(t, "2022 against 2018: top-down 6000 tCO2e, bottom-up 5000 tCO2e, residual 1000 tCO2e: explained to 83%", grown.String())
}

// change = drivers − bottom-up − residual, exactly, whatever the numbers.
func TestAddsUp(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	n := func(most int) string { return fmt.Sprintf("%d.%d", r.IntN(2*most)-most, r.IntN(1000)) }
	for range 50 {
		inv, cuts, drivers := map[int]string{2018: n(9000)}, map[int]string{2018: n(50)}, map[int][]topdown.Driver{}
		for y := 2019; y < 2023; y++ {
			inv[y], cuts[y], drivers[y] = n(9000), n(300), nil
			for i := range r.IntN(3) {
				drivers[y] = append(drivers[y], topdown.Driver{Name: fmt.Sprint(i), CO2e: kt(n(500)), Source: "s"})
			}
		}
		years, err := topdown.New(topdown.Definition{Inventory: inventory(inv), BaseYear: 2018, Drivers: drivers,
			Cuts: topdown.Plain(portfolio(counted("a", strategy.Implemented, cuts)), strategy.Implemented), InBase: topdown.CountedInBase})
		require.NoError(t, err)
		require.Len(t, years, 4)
		for i, y := range years {
			assert.Equal(t, 2019+i, y.Inventory.Year)
			right := y.Driven.Tonnes().Sub(y.BottomUp.Tonnes()).Sub(y.Residual.Tonnes())
			assert.True(t, y.Change.Tonnes().Equal(right))
			assert.True(t, y.Change.Equal(must(kt(inv[2019+i]).Sub(kt(inv[2018])))))
			assert.True(t, y.BottomUp.Equal(must(kt(cuts[2019+i]).Sub(kt(cuts[2018])))))
			assert.True(t, y.InBase.Equal(kt(cuts[2018])))
			sum := kt("0")
			for _, d := range y.Drivers {
				sum = must(sum.Add(d.CO2e))
			}
			assert.True(t, sum.Equal(y.Driven))
		}
	}
}

// The Kaya factors of a city that shrinks (expected effects by an independent
// computation in Python): population −0.3375640156 and GDP per head
// 1.4819162299 are drivers; what energy and carbon intensity did, −1.2906848719
// and −0.6522895425, is the fall to explain.
func TestKaya(t *testing.T) {
	year := func(y int, p, perHead, energy, carbon string) drivers.KayaYear {
		gdp := dec(p).Mul(dec(perHead))
		use := gdp.Mul(dec(energy))
		c, err := ghg.NewCO2e(use.Mul(dec(carbon)), ghg.Megatonne, ghg.Unstated)
		require.NoError(t, err)
		return drivers.KayaYear{Year: y, Population: dec(p), GDP: gdp, Energy: use, Emissions: c}
	}
	k := must(drivers.NewKaya(drivers.KayaUnits{Population: "million", GDP: "thousand", Energy: "unit"},
		year(2018, "2.45", "28.0", "0.09", "1.5265"), year(2022, "2.36", "33.0", "0.078", "1.42")))
	change := must(k.Change(2018, 2022))
	figures := []ghg.YearFigure{{Year: 2018, CO2e: change.Base, Vintage: ghg.FirstVintage},
		{Year: 2022, CO2e: change.Emissions, Vintage: ghg.FirstVintage}}
	years, err := topdown.New(topdown.Definition{
		Inventory: must(ghg.NewYearly("city", gpc.Basic, ghg.Unstated, figures)), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: topdown.OfKaya(change, "statistics")},
		Cuts: topdown.Plain(portfolio(counted("a", strategy.Verified, map[int]string{2022: "1500"})),
			strategy.Verified), InBase: topdown.NoneInBase,
	})
	require.NoError(t, err)
	y := years[0]
	want := dec("1.2906848719").Add(dec("0.6522895425"))
	assert.True(t, y.TopDown.In(ghg.Megatonne).Sub(want).Abs().LessThan(decimal.New(1, -8)), y.TopDown)
	rest := must(change.EnergyPerGDP.Add(change.EmissionsPerEnergy))
	assert.True(t, y.TopDown.Equal(rest.Neg()), "exactly, as the effects add up to the change")
	assert.Equal(t, "explained to 77%", y.Verdict())
}

// Cuts of an evaluation are joint effects: 30 % and 20 % of one source leave
// 56 % of it.
func TestEvaluated(t *testing.T) {
	on := strategy.EmissionSource{EndUse: "heating"}
	half := func(id, share string) strategy.Action {
		return strategy.Action{ID: id, Name: id, Area: "E", Source: "check",
			Effects: []strategy.Effect{{On: on, Interaction: strategy.Overlapping,
				Cuts: must(strategy.NewCuts(strategy.Verified, map[int]ghg.Share{2022: ghg.MustShare(share)}))}}}
	}
	b := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "counterfactual", Place: "city", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: on, ByYear: map[int]ghg.CO2e{2022: kt("100"), 2023: kt("100")}}}}))
	e := must(portfolio(half("a", "30%"), half("b", "20%")).Evaluate(b, strategy.Verified, strategy.Shapley))
	d := topdown.Definition{Inventory: inventory(map[int]string{2018: "100", 2022: "56", 2023: "56", 2024: "56"}), BaseYear: 2018,
		Drivers: map[int][]topdown.Driver{2022: nil}, Cuts: topdown.Evaluated(e), InBase: topdown.NoneInBase}
	years, err := topdown.New(d)
	require.NoError(t, err)
	assert.Equal(t, "explained", years[0].Verdict())
	assert.True(t, years[0].BottomUp.Equal(kt("44")))
	d.Drivers = map[int][]topdown.Driver{2023: nil, 2024: nil}
	_, err = topdown.New(d)
	assert.EqualError(t, err, "verified reductions of portfolio \"city plan\": no figure for 2023: no action has an amount: what "+
		"is missing is not 0\n"+
		"baseline \"counterfactual\": no figure for 2024: the evaluation does not reach that year: extend the baseline")
}

func TestNewRefuses(t *testing.T) {
	good := func() topdown.Definition {
		return topdown.Definition{Inventory: inventory(map[int]string{2018: "100", 2022: "90"}), BaseYear: 2018,
			Drivers: map[int][]topdown.Driver{2022: nil},
			Cuts: topdown.Plain(portfolio(counted("a", strategy.Verified, map[int]string{2018: "1", 2022: "2"})),
				strategy.Verified), InBase: topdown.CountedInBase}
	}
	_, err := topdown.New(good())
	require.NoError(t, err)
	meet := func(id string) strategy.Action {
		a := counted(id, strategy.Verified, map[int]string{2022: "1"})
		a.Effects[0].On, a.Effects[0].Interaction = strategy.EmissionSource{EndUse: "heating"}, strategy.Overlapping
		return a
	}
	for name, c := range map[string]struct {
		change func(*topdown.Definition)
		text   string
	}{
		"no kind":   {func(d *topdown.Definition) { d.Cuts = topdown.Plain(portfolio(), 0) }, strategy.ErrNoKind.Error()},
		"zero cuts": {func(d *topdown.Definition) { d.Cuts = topdown.Cuts{} }, strategy.ErrNoKind.Error()},
		"potential": {func(d *topdown.Definition) { d.Cuts = topdown.Plain(portfolio(), strategy.Potential) },
			`kind "potential": these have not happened`},
		"no portfolio": {func(d *topdown.Definition) { d.Cuts = topdown.Plain(strategy.Portfolio{}, strategy.Verified) },
			strategy.ErrNoPortfolio.Error()},
		"no years": {func(d *topdown.Definition) { d.Drivers = nil }, "reconciliation, drivers: give those of one year at least"},
		"base year": {func(d *topdown.Definition) { d.Drivers = map[int][]topdown.Driver{2018: nil} },
			`reconciliation of 2018, year "2018": a year after the base year, 2018, is needed`},
		"no base figure": {func(d *topdown.Definition) { d.BaseYear = 2017 }, "2017"},
		"no figure":      {func(d *topdown.Definition) { d.Drivers = map[int][]topdown.Driver{2021: nil} }, "2021"},
		"base cuts": {func(d *topdown.Definition) {
			d.Cuts = topdown.Plain(portfolio(counted("a", strategy.Verified, map[int]string{2022: "2"})), strategy.Verified)
		}, `base year: verified reductions of portfolio "city plan": no figure for 2018`},
		"gone": {func(d *topdown.Definition) {
			d.Cuts = topdown.Plain(portfolio(counted("a", strategy.Verified, map[int]string{2018: "2"}),
				counted("b", strategy.Verified, map[int]string{2022: "2"})), strategy.Verified)
		}, `action "a": no figure for 2022: it has an amount in the base year`},
		"overlap": {func(d *topdown.Definition) {
			d.InBase, d.Cuts = topdown.NoneInBase, topdown.Plain(portfolio(meet("a"), meet("b")), strategy.Verified)
		}, "2022: "},
		"driver name": {func(d *topdown.Definition) {
			d.Drivers[2022] = []topdown.Driver{{CO2e: kt("1"), Source: "s"}}
		}, `reconciliation of 2022, driver 1, name: a name is needed`},
		"driver source": {func(d *topdown.Definition) {
			d.Drivers[2022] = []topdown.Driver{{CO2e: kt("1"), Name: "n"}}
		}, `reconciliation of 2022, driver "n", source: name the document`},
		"driver metric": {func(d *topdown.Definition) {
			d.Drivers[2022] = []topdown.Driver{{CO2e: ghg.MustCO2e("1 tCO2e (AR5)"), Name: "n", Source: "s"}}
		}, `reconciliation of 2022, driver "n", metric "AR5": CO2e on metric unstated and on metric AR5`},
		"many drivers": {func(d *topdown.Definition) { d.Drivers[2022] = make([]topdown.Driver, 101) },
			`reconciliation of 2022, drivers "101": at most 100 are allowed`},
		"projected": {func(d *topdown.Definition) {
			d.Inventory = must(ghg.NewYearly("city", gpc.Basic, ghg.Unstated,
				[]ghg.YearFigure{{Year: 2018, CO2e: kt("1"), Vintage: ghg.FirstVintage},
					{Year: 2022, CO2e: kt("1"), Vintage: ghg.FirstVintage, Status: ghg.Projected}}))
		}, "2022: the figure is projected"},
	} {
		d := good()
		c.change(&d)
		years, err := topdown.New(d)
		assert.ErrorContains(t, err, c.text, name)
		assert.Nil(t, years)
	}
	d := good()
	d.Drivers[2022] = make([]topdown.Driver, 100)
	for i := range d.Drivers[2022] {
		d.Drivers[2022][i] = topdown.Driver{Name: "n", Source: "s"}
	}
	_, err = topdown.New(d)
	assert.NoError(t, err)
	assert.Equal(t, "nothing said of the base year", topdown.BaseCuts(0).String())

	d = good()
	d.Inventory = must(ghg.NewYearly("town", gpc.Territorial, ghg.AR5, nil))
	_, err = topdown.New(d)
	var metric *ghg.MetricMismatchError
	require.ErrorAs(t, err, &metric)
	var mismatch *ghg.MismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.True(t, mismatch.In(ghg.AspectPlace) && mismatch.In(ghg.AspectView) && mismatch.In(ghg.AspectMetric), "all at once")

	// Beside all that does not stand.
	d.InBase, d.Drivers[2022] = 0, []topdown.Driver{{Name: "n", CO2e: kt("1")}}
	_, err = topdown.New(d)
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	assert.Equal(t, 3, faults.Len(), "%v", err)
	require.ErrorAs(t, err, &mismatch)
}
