package fuel_test

import (
	"fmt"
	"log"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The network of a city by the length of its pipes, of two technologies.
func ExampleDistribution() {
	defaults := fuel.Defaults()
	mains := func(what words.Term, km, condition string) fuel.Leak {
		l := fuel.Leak{What: what, Amount: ghg.MustQuantity(km), Source: "the gas company's map"}
		key := estimate.DefaultKey{Edition: estimate.IPCC2019, Table: "gas distribution", Condition: condition}
		for gas, to := range map[string]*estimate.Parameter{"CH4": &l.CH4, "CO2": &l.CO2} {
			key.Parameter, key.Unit = gas, "t "+gas+"/km"
			var err error
			if *to, err = defaults.Of(key); err != nil {
				log.Fatal(err)
			}
		}
		return l
	}
	e, err := estimate.Of(fuel.Distribution{Edition: estimate.IPCC2019, Gas: fuel.FossilGas, Network: []fuel.Leak{
		mains(words.Term{En: "plastic mains with leak detection", Ko: "PE관(누설 탐지)"}, "450 km", ">50% plastic pipe AND LDAR in use"),
		mains(words.Term{En: "other mains", Ko: "기타 배관"}, "150 km", "<50% plastic pipe, or limited/no LDAR, or unknown"),
	}})
	fmt.Println(err)
	fmt.Println(e.Explain())
	// Output:
	// <nil>
	// gas escaping from the distribution network = 279 t CH4
	//   A1      = 450 km   # plastic mains with leak detection; source: the gas company's map
	//   EF1_CH4 = 0.23 t CH4/km   # emission factor, CH4; source: default: IPCC 2019R V2 Ch4 T4.2.4J
	//   EF1_CO2 = 0.01 t CO2/km   # emission factor, CO2; source: default: IPCC 2019R V2 Ch4 T4.2.4J
	//   A2      = 150 km   # other mains; source: the gas company's map
	//   EF2_CH4 = 1.17 t CH4/km   # emission factor, CH4; source: default: IPCC 2019R V2 Ch4 T4.2.4J
	//   EF2_CO2 = 0.03 t CO2/km   # emission factor, CO2; source: default: IPCC 2019R V2 Ch4 T4.2.4J
	//   CO2     = A1 × EF1_CO2 + A2 × EF2_CO2 = 450 × 0.01 + 150 × 0.03 = 9 t CO2   # CO2, escaping; by: IPCC 2019 Refinement V2 Ch4, eq. 4.2.17
	//   CH4     = A1 × EF1_CH4 + A2 × EF2_CH4 = 450 × 0.23 + 150 × 1.17 = 279 t CH4   # CH4, escaping; by: IPCC 2019 Refinement V2 Ch4, eq. 4.2.17
}

// Appliances and vehicles of a city.
func ExamplePostMeter() {
	e, err := estimate.Of(fuel.PostMeter{Gas: fuel.FossilGas, Parts: []fuel.Leak{
		{What: words.Term{En: "appliances, two a meter", Ko: "가스기기(계량기당 2대)"}, Amount: ghg.MustQuantity("300000 item"),
			Source: "meters × 2", CH4: estimate.MustParameter("0.004 t CH4/item", "IPCC 2019R V2 Ch4 T4.2.4K")},
	}})
	fmt.Println(err)
	fmt.Println(e.Mass(ghg.CH4Fossil))
	fmt.Println(e.Findings())
	// Output:
	// <nil>
	// 1200 t CH4-fossil true
	// gases-not-estimated: not estimated, for want of a factor: CO2
}

// fugitiveVectors are those of gas that escapes.
func fugitiveVectors(t *testing.T) {
	leak := func(amount, ch4 string) fuel.Leak {
		return fuel.Leak{What: words.Term{En: "gas", Ko: "가스"}, Amount: ghg.MustQuantity(amount), Source: source, CH4: p(ch4)}
	}
	methane := func(t *testing.T, m estimate.Method) decimal.Decimal {
		t.Helper()
		e, err := estimate.Of(m)
		require.NoError(t, err)
		assert.Empty(t, e.Explain().Replay())
		return tonnes(t, e, ghg.CH4Fossil)
	}
	estimatetest.Vectors(t, "../testdata/methods.json", func(v estimatetest.Vector) bool { return v.Topic == "fugitive" },
		map[string]func(*testing.T, estimatetest.Vector){
			"fug-2019-dist-vs-km": func(t *testing.T, v estimatetest.Vector) {
				gas := leak(v.In(t, "gas_1e6_m3")+" million m3", v.In(t, "ef_t_per_1e6_m3")+" t CH4/10^6 m3")
				km := leak(v.In(t, "pipeline_km")+" km", v.In(t, "ef_t_per_km")+" t CH4/km")
				d := fuel.Distribution{Edition: estimate.IPCC2019, Gas: fuel.FossilGas, Network: []fuel.Leak{gas}}
				v.Equal(t, methane(t, d), "by_gas_CH4_t")
				d.Network = []fuel.Leak{km}
				v.Equal(t, methane(t, d), "by_km_CH4_t")
				d.Network = []fuel.Leak{gas, km}
				_, err := estimate.Of(d)
				assert.ErrorContains(t, err, "alternatives and never added")
			},
			"fug-2019-postmeter": func(t *testing.T, v estimatetest.Vector) {
				v.Equal(t, methane(t, fuel.PostMeter{Gas: fuel.FossilGas, Parts: []fuel.Leak{
					leak(v.In(t, "ngv")+" vehicle", v.In(t, "ef", "ngv_t")+" t CH4/vehicle"),
					leak(v.In(t, "appliances")+" item", v.In(t, "ef", "appliance_t")+" t CH4/item"),
					leak(v.In(t, "industrial_1e6_m3")+" million m3", v.In(t, "ef", "industrial_t_per_1e6_m3")+" t CH4/10^6 m3"),
				}}), "CH4_t")
			},
		})
}

// Gas of 2006 by its sales; biogas is of no fossil origin and without CO2.
func TestDistributionByGas(t *testing.T) {
	l := fuel.Leak{What: words.Term{En: "gas", Ko: "가스"}, Amount: ghg.MustQuantity("40 million m3"), Source: source,
		CH4: p("1.1E-03 Gg CH4/10^6 m3"), CO2: p("5.1E-05 Gg CO2/10^6 m3")}
	d := fuel.Distribution{Edition: estimate.IPCC2006, Gas: fuel.FossilGas, Network: []fuel.Leak{l}}
	e, err := estimate.Of(d)
	require.NoError(t, err)
	assert.Equal(t, "44", tonnes(t, e, ghg.CH4Fossil).String())
	assert.Equal(t, "2.04", tonnes(t, e, ghg.CO2).String())
	assert.Equal(t, "IPCC 2006 V2 Ch4, eq. 4.2.1", d.Equation())
	assert.Empty(t, e.Explain().Replay())

	l.CO2 = estimate.Parameter{}
	d.Network = []fuel.Leak{l}
	e, err = estimate.Of(d)
	require.NoError(t, err)
	assert.Equal(t, []ghg.Gas{ghg.CO2}, e.NotEstimated())

	d.Gas = fuel.Biogas
	e, err = estimate.Of(d)
	require.NoError(t, err)
	assert.Equal(t, "44", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Empty(t, e.NotEstimated(), "CO2 of biogas is not asked")

	d.Edition, d.Storage = estimate.IPCC2019, []fuel.Leak{l}
	e, err = estimate.Of(d)
	require.NoError(t, err)
	assert.Equal(t, "88", tonnes(t, e, ghg.CH4NonFossil).String(), "the network and its storage")
}

func TestLeaksThatAreRefused(t *testing.T) {
	l := fuel.Leak{What: words.Term{En: "gas", Ko: "가스"}, Amount: ghg.MustQuantity("40 million m3"),
		CH4: p("1.1 t CH4/10^6 m3"), CO2: p("0.051 t CO2/10^6 m3")}
	with := func(change func(*fuel.Leak)) []fuel.Leak { x := l; change(&x); return []fuel.Leak{x} }
	for _, c := range []struct {
		want string
		of   estimate.Method
	}{
		{"Edition: estimate.IPCC2006 or", fuel.Distribution{Gas: fuel.FossilGas, Network: []fuel.Leak{l}}},
		{"Gas: fuel.FossilGas or", fuel.Distribution{Edition: estimate.IPCC2006, Network: []fuel.Leak{l}}},
		{"Network: its gas or its length", fuel.Distribution{Edition: estimate.IPCC2006, Gas: fuel.FossilGas}},
		{"Storage: storage has factors of its own", fuel.Distribution{Edition: estimate.IPCC2006, Gas: fuel.FossilGas,
			Network: []fuel.Leak{l}, Storage: []fuel.Leak{l}}},
		{`CO2 "0.051 t CO2/1000000 m3": CO2 of biogas`, fuel.Distribution{Edition: estimate.IPCC2006, Gas: fuel.Biogas,
			Network: []fuel.Leak{l}}},
		{`A1 "5 t": gas in m3`, fuel.Distribution{Edition: estimate.IPCC2006, Gas: fuel.FossilGas,
			Network: with(func(l *fuel.Leak) { l.Amount = ghg.MustQuantity("5 t") })}},
		{"A1: gas in m3 or length", fuel.Distribution{Edition: estimate.IPCC2006, Gas: fuel.FossilGas,
			Network: with(func(l *fuel.Leak) { l.Amount = ghg.Quantity{} })}},
		{`EF1_CH4 "0.23 t CH4/km": a rate in`, fuel.Distribution{Edition: estimate.IPCC2006, Gas: fuel.FossilGas,
			Network: with(func(l *fuel.Leak) { l.CH4 = p("0.23 t CH4/km") })}},
		{"EF1_CH4: none is given; a rate in", fuel.PostMeter{Gas: fuel.FossilGas,
			Parts: with(func(l *fuel.Leak) { l.CH4 = estimate.Parameter{} })}},
		{"Parts: vehicles, appliances", fuel.PostMeter{Gas: fuel.FossilGas}},
		{`A1 "3 km": vehicles, appliances in items`, fuel.PostMeter{Gas: fuel.FossilGas,
			Parts: with(func(l *fuel.Leak) { l.Amount = ghg.MustQuantity("3 km") })}},
		{`What 1 "mains": what it is`, fuel.PostMeter{Gas: fuel.FossilGas,
			Parts: with(func(l *fuel.Leak) { l.What.En, l.What.Ko = "mains", "" })}},
		{`Network "101": at most 100`, fuel.PostMeter{Gas: fuel.FossilGas, Parts: make([]fuel.Leak, 101)}},
	} {
		_, err := estimate.Of(c.of)
		assert.ErrorContains(t, err, c.want)
	}
}
