package power_test

import (
	"errors"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// total is a factor by a printed total.
func total(rate string, end power.End) power.Factor {
	return power.Factor{CO2e: p(rate), Metric: ghg.AR5, End: end}
}

// householdVector is a household of Daegu: its electricity and its gas.
func householdVector(t *testing.T) {
	estimatetest.Vectors(t, "../../gir/testdata/korea.json", func(v estimatetest.Vector) bool { return v.ID == "kr-daegu-1110-household" },
		map[string]func(*testing.T, estimatetest.Vector){
			"kr-daegu-1110-household": func(t *testing.T, v estimatetest.Vector) {
				e := work(t, electricity(v.In(t, "kWh")+" kWh", total(v.In(t, "kg_per_kWh")+" kg CO2e/kWh", 0)))
				gas := work(t, fuel.Combustion{Amount: fuel.Amount{Fuel: words.Term{En: "city gas", Ko: "도시가스"},
					Burnt: ghg.MustQuantity(v.In(t, "m3_city_gas") + " m3"), Source: source},
					CO2: p(v.In(t, "kg_per_m3") + " kg CO2/m3"), Biogenic: p("0")})
				kg := co2e(t, e, ghg.AR5).Add(co2e(t, gas, ghg.AR5)).Shift(3)
				v.Equal(t, kg, "kg_per_household")
				v.Equal(t, kg.Round(1), "rounded")
				households := dec(v.In(t, "households"))
				v.Equal(t, kg.Round(1).Mul(households).Shift(-3), "city_t_from_printed")
				v.Equal(t, kg.Mul(households).Shift(-3), "city_t_from_unrounded")
				v.Equal(t, kg.Round(1).Mul(households).Shift(-3).Floor(), "printed_city_t")
			},
		})
}

// Charging behind the meter of a building leaves its line, and is told in transport's.
func TestChargingBehindTheMeter(t *testing.T) {
	b := electricity("500 MWh", total("0.4 t CO2e/MWh", 0))
	b.Elsewhere = []power.Metered{{Amount: ghg.MustQuantity("20000 kWh"), Source: source, What: words.Term{En: "cars", Ko: "승용차"}},
		{Amount: ghg.MustQuantity("3 MWh"), Source: source, What: words.Term{En: "buses", Ko: "버스"}}}
	e := work(t, b)
	assert.Equal(t, "477", step(t, e, "Net").String())
	assert.Equal(t, "190.8", co2e(t, e, ghg.AR5).String())
	charging := work(t, electricity("23 MWh", total("0.4 t CO2e/MWh", 0)))
	assert.Equal(t, "200", co2e(t, e, ghg.AR5).Add(co2e(t, charging, ghg.AR5)).String(), "the meter of the building")
}

// Instruments cover use in their order and no more than it.
func TestInstrumentsBeyondUse(t *testing.T) {
	m := power.MarketBased{Used: ghg.MustQuantity("100 MWh"), Source: source, Residual: total("0.6 t CO2e/MWh", 0),
		Instruments: []power.Instrument{
			{Name: "wind", Covers: ghg.MustQuantity("70 MWh"), Source: source, Factor: total("0 t CO2e/MWh", 0)},
			{Name: "gas", Covers: ghg.MustQuantity("50 MWh"), Source: source, Factor: total("350 kg CO2e/MWh", 0)},
		}}
	e := work(t, m)
	assert.Equal(t, "10.5", co2e(t, e, ghg.AR5).String(), "30 MWh of the second count")
	assert.Equal(t, []string{power.FindingAboveUse}, codes(e))
	m.Used = ghg.MustQuantity("200 MWh")
	e = work(t, m)
	assert.Equal(t, "65.5", co2e(t, e, ghg.AR5).String(), "17.5 and 80 MWh of the residual mix")
	assert.Empty(t, codes(e))
	m.Instruments = nil
	assert.Equal(t, "120", co2e(t, work(t, m), ghg.AR5).String())
	m.Residual, m.Grid = power.Factor{}, total("0.4 t CO2e/MWh", 0)
	e = work(t, m)
	assert.Equal(t, "80", co2e(t, e, ghg.AR5).String())
	assert.Equal(t, []string{power.FindingNoResidual}, codes(e))
	assert.Equal(t, ghg.MarketBased, e.Records(ghg.Record{})[0].Variant)
}

// A gas that one of the factors lacks is not estimated.
func TestMarketBasedByGas(t *testing.T) {
	e := work(t, power.MarketBased{Used: ghg.MustQuantity("100 MWh"), Source: source,
		Residual: power.Factor{CO2: p("500 kg CO2/MWh"), CH4: p("10 g CH4/MWh"), N2O: p("8 g N2O/MWh")},
		Instruments: []power.Instrument{{Name: "gas", Covers: ghg.MustQuantity("40 MWh"), Source: source,
			Factor: power.Factor{CO2: p("350 kg CO2/MWh"), N2O: p("1 g N2O/MWh")}}}})
	assert.Equal(t, "44000", kilograms(t, e, ghg.CO2).String())
	assert.Equal(t, "0.52", kilograms(t, e, ghg.N2O).String())
	assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil}, e.NotEstimated())
}

// The location-based figure is the one of totals: no view of the GPC has both.
func TestLocationBasedIsOfTotals(t *testing.T) {
	at := ghg.Record{Place: "대구", Period: ghg.CalendarYear(2023),
		Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.2"}}
	location := work(t, electricity("100 MWh", total("0.4 t CO2e/MWh", 0)))
	market := work(t, power.MarketBased{Used: ghg.MustQuantity("100 MWh"), Source: source, Residual: total("0.6 t CO2e/MWh", 0)})
	both := append(location.Records(at), market.Records(at)...)
	inventory, _, err := ghg.NewInventory(at.Place, at.Period, 1, gpc.Scheme, both)
	require.NoError(t, err)
	sum, err := inventory.Total(gpc.Basic, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "40 tCO2e (AR5)", sum.CO2e.String())
}

// The fuel of an island's plants stands in no total beside the electricity that is used.
func TestIslandFuelIsInNoTotalWithUse(t *testing.T) {
	_, err := ghg.NewView(ghg.ViewDefinition{Name: "fuel and use", NameKo: "연료와 사용", Scheme: gpc.Scheme,
		Categories: []string{"I.1.2", "I.4.4"}})
	assert.Error(t, err)
	assert.ErrorContains(t, err, "I.4.4")
}

func TestOffGrid(t *testing.T) {
	diesel := func(burnt string) fuel.Amount {
		return fuel.Amount{Fuel: words.Term{En: "diesel", Ko: "경유"}, Burnt: ghg.MustQuantity(burnt), Source: source}
	}
	plant := work(t, fuel.Combustion{Amount: diesel("3000 t"), CO2: p("3186 kg CO2/t"), N2O: p("0.03 kg N2O/t"), Biogenic: p("5 %")})
	second := work(t, fuel.Combustion{Amount: diesel("10 t"), CO2: p("3200 kg CO2/t"), Biogenic: p("0")})
	o := power.OffGrid{Used: ghg.MustQuantity("9000 MWh"), Source: source, Plants: []estimate.Emissions{plant},
		SentOut: ghg.MustQuantity("12000 MWh"), SentOutSource: source}
	e := work(t, o)
	assert.Equal(t, "6810075", kilograms(t, e, ghg.CO2).String(), "3000 t × 3186 × 0.95 × 3/4")
	assert.Equal(t, "358425", kilograms(t, e, ghg.CO2Biogenic).String())
	assert.Equal(t, "67.5", kilograms(t, e, ghg.N2O).String())
	assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil}, e.NotEstimated())
	assert.Equal(t, ghg.LocationBased, e.Records(ghg.Record{})[0].Variant)

	o.Plants = append(o.Plants, second)
	e = work(t, o)
	assert.Equal(t, "6834075", kilograms(t, e, ghg.CO2).String())
	assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil, ghg.N2O}, e.NotEstimated(), "one plant has no N2O")
}

// The boiler of wood: its CO2 is a memo item.
func TestBoilerOfWood(t *testing.T) {
	b := power.Boiler{Carrier: power.Heat, Used: ghg.MustQuantity("8 TJ"), Source: source, Efficiency: p("80 %"), Basis: ghg.NetCalorific,
		CO2: p("112000 kg CO2/TJ (net)"), CH4: p("30 kg CH4/TJ (net)"), Biogenic: p("75 %")}
	e := work(t, b)
	assert.Equal(t, "280000", kilograms(t, e, ghg.CO2).String())
	assert.Equal(t, "840000", kilograms(t, e, ghg.CO2Biogenic).String())
	assert.Equal(t, "300", kilograms(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, []ghg.Gas{ghg.N2O}, e.NotEstimated())
}

// Of steam the share of its heat that is work; efficiencies are held against the fuel.
func TestCogeneration(t *testing.T) {
	c := power.Cogeneration{Of: power.Steam, Total: []ghg.Mass{ghg.MustMass("900 t CO2"), ghg.MustMass("30 kg CH4")}, Source: source,
		Heat: ghg.MustQuantity("500 GJ"), Power: ghg.MustQuantity("100 GJ"), OutputsSource: source, By: power.ByWorkPotential, Steam: p("40 %")}
	e := work(t, c)
	assert.Equal(t, "600000", kilograms(t, e, ghg.CO2).String(), "200 GJ of work against 100")
	assert.Equal(t, "20", kilograms(t, e, ghg.CH4).String())

	c.By, c.Steam, c.HeatEfficiency, c.PowerEfficiency = power.ByEfficiency, estimate.Parameter{}, p("0.8"), p("40 %")
	c.Fuel = ghg.MustQuantity("900 GJ (net)")
	assert.Empty(t, codes(work(t, c)), "625 and 250: 2.8 % off")
	c.Fuel = ghg.MustQuantity("800 GJ (net)")
	assert.Equal(t, []string{power.FindingEfficiencies}, codes(work(t, c)))
}

func TestPublishedFactors(t *testing.T) {
	figure, err := ghg.ParseFigure("0.4330", ghg.Tonne)
	require.NoError(t, err)
	alone, err := factor.NewEmission(ghg.MegawattHour, figure, ghg.AR5)
	require.NoError(t, err)
	_, err = power.ByGas(factor.Published[factor.Emission]{Name: "x", Value: alone}, power.ConsumptionEnd)
	assert.ErrorContains(t, err, "power.AsPrinted is accepted")
	f, err := power.AsPrinted(factor.Published[factor.Emission]{Name: "x", Value: alone}, power.ConsumptionEnd)
	require.NoError(t, err)
	assert.Equal(t, "0.433 t CO2e/MWh", f.CO2e.Rate.String())

	gases, err := factor.NewEmission(ghg.MegawattHour, ghg.Figure{}, ghg.Metric{}, ghg.MustMass("400 kg CO2"), ghg.MustMass("2 g CH4"))
	require.NoError(t, err)
	_, err = power.AsPrinted(factor.Published[factor.Emission]{Name: "x", Value: gases}, power.ConsumptionEnd)
	assert.ErrorContains(t, err, "power.ByGas is accepted")

	other, err := factor.NewEmission(ghg.MegawattHour, ghg.Figure{}, ghg.Metric{}, ghg.MustMass("2 g SF6"))
	require.NoError(t, err)
	_, err = power.ByGas(factor.Published[factor.Emission]{Name: "x", Value: other}, power.ConsumptionEnd)
	assert.ErrorContains(t, err, "CO2, CH4 and N2O are accepted")
}

func TestWhatIsRefused(t *testing.T) {
	grid := total("0.4 t CO2e/MWh", power.GenerationEnd)
	use := total("0.43 t CO2e/MWh", power.ConsumptionEnd)
	purchase := func(change func(*power.Purchase)) power.Purchase {
		x := electricity("100 MWh", grid)
		change(&x)
		return x
	}
	losses := func(change func(*power.Losses)) power.Losses {
		x := power.Losses{Carrier: power.Electricity, Used: ghg.MustQuantity("100 MWh"), By: power.OfSupply, Rate: p("4 %"), Factor: grid}
		change(&x)
		return x
	}
	market := func(change func(*power.MarketBased)) power.MarketBased {
		x := power.MarketBased{Used: ghg.MustQuantity("100 MWh"), Residual: grid, Instruments: []power.Instrument{
			{Name: "wind", Covers: ghg.MustQuantity("70 MWh"), Factor: grid}}}
		change(&x)
		return x
	}
	plant := func(change func(*power.Cogeneration)) power.Cogeneration {
		x := power.Cogeneration{Of: power.Heat, Total: []ghg.Mass{ghg.MustMass("9 t CO2")}, Heat: ghg.MustQuantity("5 GJ"),
			Power: ghg.MustQuantity("1 GJ"), By: power.ByEfficiency, HeatEfficiency: p("80 %"), PowerEfficiency: p("35 %")}
		change(&x)
		return x
	}
	work := func(t0, t string) func(*power.Cogeneration) {
		return func(c *power.Cogeneration) {
			c.By, c.Surroundings, c.Supply = power.ByWorkPotential, p(t0), p(t)
		}
	}
	boiler := func(change func(*power.Boiler)) power.Boiler {
		x := power.Boiler{Carrier: power.Heat, Used: ghg.MustQuantity("8 TJ"), Efficiency: p("80 %"), Basis: ghg.NetCalorific,
			CO2: p("56100 kg CO2/TJ (net)"), Biogenic: p("0")}
		change(&x)
		return x
	}
	burnt, err := estimate.Of(fuel.Combustion{Amount: fuel.Amount{Fuel: words.Term{En: "oil", Ko: "유류"}, Burnt: ghg.MustQuantity("3 t")},
		CO2: p("3186 kg CO2/t"), Biogenic: p("0")})
	require.NoError(t, err)
	bought, err := estimate.Of(electricity("100 MWh", grid))
	require.NoError(t, err)
	island := func(used, sent string, plants ...estimate.Emissions) power.OffGrid {
		return power.OffGrid{Used: ghg.MustQuantity(used), SentOut: ghg.MustQuantity(sent), Plants: plants}
	}
	for _, c := range []struct {
		want string
		of   estimate.Method
	}{
		{"Carrier: electricity, heat", purchase(func(x *power.Purchase) { x.Carrier = 0 })},
		{`Q "5 t": an amount in t does not become one in MWh`, purchase(func(x *power.Purchase) { x.Used = ghg.MustQuantity("5 t") })},
		{"Q: none is given", purchase(func(x *power.Purchase) { x.Used = ghg.Quantity{} })},
		{"Factor: none is given; a total", purchase(func(x *power.Purchase) { x.Factor = power.Factor{} })},
		{"are alternatives", purchase(func(x *power.Purchase) { x.Factor.CO2 = p("400 kg CO2/MWh") })},
		{"a total is on a metric", purchase(func(x *power.Purchase) { x.Factor.Metric = ghg.Metric{} })},
		{`EF_CO2e "0.4 t CO2e/t": a rate`, purchase(func(x *power.Purchase) { x.Factor.CO2e = p("0.4 t CO2e/t") })},
		{`EF_N2O "-1 g N2O/MWh": not below 0`, purchase(func(x *power.Purchase) {
			x.Factor = power.Factor{N2O: p("-1 g N2O/MWh")}
		})},
		{`Elsewhere "20 MWh": it is more`, purchase(func(x *power.Purchase) {
			x.Elsewhere = []power.Metered{{Amount: ghg.MustQuantity("120 MWh")}}
		})},
		{`Elsewhere "101": at most 100`, purchase(func(x *power.Purchase) { x.Elsewhere = make([]power.Metered, 101) })},
		{"Rule: power.AllSupplied", purchase(func(x *power.Purchase) { x.Carrier = power.Heat })},
		{"what the heat is made from is asked", purchase(func(x *power.Purchase) {
			x.Carrier, x.Rule = power.Cooling, power.MadeFromFuelOrElectricity
		})},
		{`From "incineration"`, purchase(func(x *power.Purchase) {
			x.Carrier, x.Rule, x.From = power.Heat, power.MadeFromFuelOrElectricity, power.FromIncineration
		})},
		{`From "other"`, purchase(func(x *power.Purchase) {
			x.Carrier, x.Rule, x.From = power.Heat, power.MadeFromFuelOrElectricity, power.FromOther
		})},

		{"Carrier: electricity, heat", losses(func(x *power.Losses) { x.Carrier = 0 })},
		{"By: what the rate is a share of", losses(func(x *power.Losses) { x.By = 0 })},
		{`L "4": a fraction from 0 to 1`, losses(func(x *power.Losses) { x.Rate = p("4") })},
		{`Rate "100 %": below 1`, losses(func(x *power.Losses) { x.Rate = p("100 %") })},
		{"Factor.End: power.GenerationEnd", losses(func(x *power.Losses) { x.Factor.End = 0 })},
		{`Factor.End "generation end"`, losses(func(x *power.Losses) { x.By, x.Rate = power.InFactor, estimate.Parameter{} })},
		{"Scope2", losses(func(x *power.Losses) { x.By, x.Rate, x.Factor = power.InFactor, estimate.Parameter{}, use })},

		{`AtGeneration.End "consumption end"`, power.LossesAndOwnUse{Used: ghg.MustQuantity("1 MWh"), AtGeneration: use, AtConsumption: use}},
		{`AtConsumption.End "generation end"`, power.LossesAndOwnUse{Used: ghg.MustQuantity("1 MWh"), AtGeneration: grid, AtConsumption: grid}},
		{`AtConsumption "0.3 t CO2e/MWh": a factor of`, power.LossesAndOwnUse{Used: ghg.MustQuantity("1 MWh"), AtGeneration: grid,
			AtConsumption: total("0.3 t CO2e/MWh", power.ConsumptionEnd)}},

		{`Instruments "101"`, market(func(x *power.MarketBased) { x.Instruments = make([]power.Instrument, 101) })},
		{"Instruments 1: none is given", market(func(x *power.MarketBased) { x.Instruments[0].Factor = power.Factor{} })},
		{"Grid: none is given", market(func(x *power.MarketBased) { x.Residual = power.Factor{} })},
		{`Residual "400 kg CO2/MWh": totals and masses`, market(func(x *power.MarketBased) {
			x.Residual = power.Factor{CO2: p("400 kg CO2/MWh")}
		})},
		{`Residual "SAR": totals on one metric`, market(func(x *power.MarketBased) { x.Residual.Metric = ghg.SAR })},

		{"Of", plant(func(x *power.Cogeneration) { x.Of = power.Cooling })},
		{`Total "0": the masses`, plant(func(x *power.Cogeneration) { x.Total = nil })},
		{`Total "9 t": a mass`, plant(func(x *power.Cogeneration) { x.Total = []ghg.Mass{ghg.MustMass("9 t")} })},
		{"By: power.ByEfficiency", plant(func(x *power.Cogeneration) { x.By = 0 })},
		{`e_P "0 %": above 0`, plant(func(x *power.Cogeneration) { x.PowerEfficiency = p("0 %") })},
		{"e_H: none is given", plant(func(x *power.Cogeneration) { x.HeatEfficiency = estimate.Parameter{} })},
		{"a plant that delivers", plant(func(x *power.Cogeneration) {
			x.By, x.Heat, x.Power = power.ByEnergyContent, ghg.MustQuantity("0 GJ"), ghg.MustQuantity("0 GJ")
		})},
		{"T: none is given; a rate in K", plant(func(x *power.Cogeneration) { x.By, x.Surroundings = power.ByWorkPotential, p("288 K") })},
		{`T0 "15": a rate in a plain number`, plant(work("15", "423 K"))},
		{`Supply "150 K": a temperature not below`, plant(work("288 K", "150 K"))},
		{`Steam "40 %": temperatures and`, plant(func(x *power.Cogeneration) { work("288 K", "423 K")(x); x.Steam = p("40 %") })},

		{"Carrier", boiler(func(x *power.Boiler) { x.Carrier = power.Electricity })},
		{"Basis: whether the efficiency", boiler(func(x *power.Boiler) { x.Basis = 0 })},
		{`Eta "0": above 0`, boiler(func(x *power.Boiler) { x.Efficiency = p("0") })},
		{`Eta "80": a fraction`, boiler(func(x *power.Boiler) { x.Efficiency = p("80") })},
		{"Biogenic: none is given", boiler(func(x *power.Boiler) { x.Biogenic = estimate.Parameter{} })},
		{`EF_CO2 "56100 kg CO2/TJ (net)": a rate`, boiler(func(x *power.Boiler) { x.Basis = ghg.GrossCalorific })},

		{`Plants "0": the estimates`, island("1 MWh", "2 MWh")},
		{`SentOut "0 MWh": above 0`, island("0 MWh", "0 MWh", burnt)},
		{`Used "3 MWh": no more is used`, island("3 MWh", "2 MWh", burnt)},
		{"Plants 1", island("1 MWh", "2 MWh", bought)},
		{"Sent", power.OffGrid{Used: ghg.MustQuantity("1 MWh"), Plants: []estimate.Emissions{burnt}}},
	} {
		_, err := estimate.Of(c.of)
		assert.ErrorContains(t, err, c.want)
		var faults ghg.Faults
		assert.True(t, errors.As(err, &faults), c.want)
	}
}

// Heat of a waste incinerator is scope 2 of who takes it where all that is supplied is.
func TestHeatOfAllOrigins(t *testing.T) {
	for _, from := range []power.Origin{0, power.FromIncineration, power.FromElectricity} {
		e := work(t, power.Purchase{Carrier: power.Heat, Used: ghg.MustQuantity("10 TJ"), Source: source, Rule: power.AllSupplied, From: from,
			Factor: power.Factor{CO2: p("30 t CO2/TJ"), CH4: p("1 kg CH4/TJ"), N2O: p("0.1 kg N2O/TJ")}})
		assert.Equal(t, "300000", kilograms(t, e, ghg.CO2).String())
	}
	assert.Equal(t, "carrier not stated", power.Carrier(9).String())
	assert.Equal(t, "end not stated", power.End(9).String())
}

// A mix of a hundred instruments is worked out and explained.
func BenchmarkMarketBased(b *testing.B) {
	m := power.MarketBased{Used: ghg.MustQuantity("1000000 MWh"), Residual: total("0.6 t CO2e/MWh", 0)}
	for range 100 {
		m.Instruments = append(m.Instruments,
			power.Instrument{Name: "wind", Covers: ghg.MustQuantity("70 MWh"), Factor: total("0.01 t CO2e/MWh", 0)})
	}
	for b.Loop() {
		if _, err := estimate.Of(m); err != nil {
			b.Fatal(err)
		}
	}
}
