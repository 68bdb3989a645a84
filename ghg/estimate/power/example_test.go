package power_test

import (
	"errors"
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// gridOf2023 is the Korean factor of 2023, of the consumption end, as printed.
func gridOf2023() power.Factor {
	published, err := gir.ConsumptionEnd.OfYear(2023)
	if err != nil {
		log.Fatal(err)
	}
	f, err := power.AsPrinted(published, power.ConsumptionEnd)
	if err != nil {
		log.Fatal(err)
	}
	return f
}

// Electricity of public buildings in 2023. Vehicles charge behind their meters, and are
// counted as transport.
func ExamplePurchase() {
	buildings := power.Purchase{
		Carrier: power.Electricity,
		Used:    ghg.MustQuantity("100000 MWh"),
		Source:  "sales by contract type, 2023",
		Elsewhere: []power.Metered{{
			What:   words.Term{En: "charging of vehicles", Ko: "전기차 충전"},
			Amount: ghg.MustQuantity("1200 MWh"), Source: "operator of the chargers",
		}},
		Factor: gridOf2023(),
	}
	e, err := estimate.Of(buildings)
	fmt.Println(err)
	fmt.Println(e.Explain())
	for _, r := range e.Records(ghg.Record{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.2.2"}}) {
		fmt.Println(r.Category.Code, r.Value, r.Variant)
	}
	// Output:
	// <nil>
	// purchased electricity, location-based = 41,229.24 t CO2e
	//   Q          = 100,000 MWh   # electricity used; source: sales by contract type, 2023
	//   Elsewhere1 = 1200 MWh   # of it counted in another line: charging of vehicles; source: operator of the chargers
	//   Net        = Q - Elsewhere1 = 100,000 - 1200 = 98,800 MWh   # electricity of this line; by: GPC ch. 6, scope 2, location-based
	//   EF_CO2e    = 0.4173 t CO2e/MWh   # emission factor, CO2e; source: elec.use.2023; github dillettante/carbonledger@bd20ada factors.json (GIR notice checked by its author 2026-07-20); k-esg.org 4184; news1 6012714; in force from 2025-12-18
	//   CO2e       = Net × EF_CO2e = 98,800 × 0.4173 = 41,229.24 t CO2e   # CO2e (AR5); by: GPC ch. 6, scope 2, location-based
	// I.2.2 41229.24 tCO2e (AR5) location-based
}

// District heat by the factor of its supplier's branch, by gas.
func ExampleByGas() {
	branch, err := gir.HeatFactor("수도권지사")
	if err != nil {
		log.Fatal(err)
	}
	published, err := branch.OfYear(2021)
	if err != nil {
		log.Fatal(err)
	}
	heat, err := power.ByGas(published, power.ConsumptionEnd)
	if err != nil {
		log.Fatal(err)
	}
	e, err := estimate.Of(power.Purchase{Carrier: power.Heat, Used: ghg.MustQuantity("10000 Gcal"), Source: "the supplier's bill",
		Factor: heat, Rule: power.MadeFromFuelOrElectricity, From: power.FromFuel})
	fmt.Println(err)
	fmt.Println(e.CO2e(ghg.AR5))

	_, err = estimate.Of(power.Purchase{Carrier: power.Heat, Used: ghg.MustQuantity("500 Gcal"), Source: "the incinerator's bill",
		Factor: heat, Rule: power.MadeFromFuelOrElectricity, From: power.FromIncineration})
	fmt.Println(err)
	// Output:
	// <nil>
	// 1506.0678122556 tCO2e (AR5) <nil>
	// From "incineration": heat made from fuel or electricity is accepted: that of incineration is no indirect emission under the Act, and its emissions are those of the incinerator
}

// A total without its gases stays on its metric.
func ExampleAsPrinted() {
	e, err := estimate.Of(power.Purchase{Carrier: power.Electricity, Used: ghg.MustQuantity("10000 MWh"), Source: "bills",
		Factor: gridOf2023()})
	fmt.Println(err)
	fmt.Println(e.CO2e(ghg.AR5))
	_, err = e.CO2e(ghg.AR6)
	fmt.Println(err)
	// Output:
	// <nil>
	// 4173 tCO2e (AR5) <nil>
	// CO2e on metric AR6 and on metric AR5 do not meet: compute both with one metric
}

// A contract covers a part, and the rest is of the grid where there is no residual mix.
func ExampleMarketBased() {
	e, err := estimate.Of(power.MarketBased{
		Used: ghg.MustQuantity("10000 MWh"), Source: "bills",
		Instruments: []power.Instrument{{Name: "wind power agreement", Covers: ghg.MustQuantity("6 GWh"), Source: "contract of 2023-02",
			Factor: power.Factor{CO2e: estimate.MustParameter("0 t CO2e/MWh", "certificates"), Metric: ghg.AR5}}},
		Grid: gridOf2023(),
	})
	fmt.Println(err)
	fmt.Println(e.CO2e(ghg.AR5))
	fmt.Println(e.Findings())
	// Output:
	// <nil>
	// 1669.2 tCO2e (AR5) <nil>
	// no-residual-mix: no residual mix is published: 4000 MWh not covered are by the factor of the grid
}

// The factor of the consumption end holds the losses: I.1.3 is IE and points to I.1.2.
func ExampleLosses() {
	losses := power.Losses{Carrier: power.Electricity, Used: ghg.MustQuantity("100000 MWh"), Source: "bills",
		By: power.InFactor, Factor: gridOf2023(), Scope2: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.2"}}
	e, err := estimate.Of(losses)
	fmt.Println(err)
	for _, v := range e.All() {
		fmt.Println(v)
	}
	_, err = e.CO2e(ghg.AR5)
	fmt.Println(errors.Is(err, estimate.ErrNothing))
	losses.By, losses.Rate = power.OfSupply, estimate.MustParameter("4 %", "the utility")
	_, err = estimate.Of(losses)
	fmt.Println(err)

	losses.Factor = power.Factor{CO2e: estimate.MustParameter("0.5 t CO2e/MWh", "the utility"), Metric: ghg.AR5, End: power.GenerationEnd}
	e, err = estimate.Of(losses)
	fmt.Println(err)
	total, _ := e.CO2e(ghg.AR5)
	fmt.Println(total.Format(ghg.Tonne, 2))
	// Output:
	// <nil>
	// IE (I.1.2)
	// true
	// Rate "4 %": losses counted twice: the factor of the consumption end holds them; power.InFactor is accepted
	// <nil>
	// 2083.33 tCO2e (AR5)
}

// What the two ends of the Korean grid differ by is no figure of losses.
func ExampleLossesAndOwnUse() {
	published, err := gir.GenerationEnd.Only(factor.SingleYear).OfYear(2023)
	if err != nil {
		log.Fatal(err)
	}
	generation, err := power.AsPrinted(published, power.GenerationEnd)
	if err != nil {
		log.Fatal(err)
	}
	e, err := estimate.Of(power.LossesAndOwnUse{Used: ghg.MustQuantity("100000 MWh"), Source: "bills",
		AtGeneration: generation, AtConsumption: gridOf2023()})
	fmt.Println(err)
	for _, v := range e.All() {
		fmt.Println(v)
	}
	fmt.Println(e.Findings())
	// Output:
	// <nil>
	// NE
	// CO2e, own-use-in-losses: 3290 tCO2e (AR5) between generation end and consumption end is of losses and of the plants' own use: no figure for losses without a split
}

// Steam of a supplier that states no factor.
func ExampleBoiler() {
	e, err := estimate.Of(power.Boiler{Carrier: power.Steam, Used: ghg.MustQuantity("120 TJ"), Source: "bills",
		Efficiency: estimate.MustParameter("80 %", "not known; GHG Protocol"), Basis: ghg.NetCalorific,
		CO2:      estimate.MustParameter("56100 kg CO2/TJ (net)", "IPCC 2006 V2 T2.2"),
		CH4:      estimate.MustParameter("1 kg CH4/TJ (net)", "IPCC 2006 V2 T2.2"),
		N2O:      estimate.MustParameter("0.1 kg N2O/TJ (net)", "IPCC 2006 V2 T2.2"),
		Biogenic: estimate.MustParameter("0", "natural gas is fossil")})
	fmt.Println(err)
	fmt.Println(e.Mass(ghg.CO2))
	fmt.Println(len(e.NotEstimated()), "gases not estimated")
	// Output:
	// <nil>
	// 8415 t CO2 true
	// 0 gases not estimated
}

// An island with a diesel plant: its fuel is I.4.4, and use is by what follows of it.
func ExampleOffGrid() {
	diesel, err := fuel.Default("Gas/Diesel Oil", fuel.EnergyIndustries, estimate.IPCC2006)
	if err != nil {
		log.Fatal(err)
	}
	diesel.Burnt, diesel.Source = ghg.MustQuantity("20000 t"), "the plant"
	plant, err := estimate.Of(diesel)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(plant.Mass(ghg.CO2)) // I.4.4

	e, err := estimate.Of(power.OffGrid{Used: ghg.MustQuantity("86400 MWh"), Source: "bills",
		Plants: []estimate.Emissions{plant}, SentOut: ghg.MustQuantity("90000 MWh"), SentOutSource: "the plant"})
	fmt.Println(err)
	fmt.Println(e.Mass(ghg.CO2)) // of homes, shops and offices: I.1.2, I.2.2
	own, _ := e.Explain().Step("MCO2_EF")
	fmt.Println(own.Values[0].Number.Round(1), own.Unit)
	// Output:
	// 63726 t CO2 true
	// <nil>
	// 61176.96 t CO2 true
	// 708.1 kg CO2/MWh
}

// A plant's emissions are shared by an allocation that is named: they differ.
func ExampleCogeneration() {
	for _, by := range []power.Allocation{power.ByEfficiency, power.ByEnergyContent, power.ByWorkPotential} {
		c := power.Cogeneration{Of: power.Heat, Total: []ghg.Mass{ghg.MustMass("1000 t CO2")}, Source: "combustion of city gas",
			Heat: ghg.MustQuantity("500 GJ"), Power: ghg.MustQuantity("300 GJ"), OutputsSource: "meters", By: by}
		switch by {
		case power.ByEfficiency:
			c.HeatEfficiency = estimate.MustParameter("80 %", "GHG Protocol")
			c.PowerEfficiency = estimate.MustParameter("35 %", "GHG Protocol")
		case power.ByWorkPotential:
			c.Surroundings, c.Supply = estimate.MustParameter("288.15 K", "15 °C"), estimate.MustParameter("423.15 K", "150 °C")
		}
		e, err := estimate.Of(c)
		if err != nil {
			log.Fatal(err)
		}
		heat, _ := e.Mass(ghg.CO2)
		fmt.Println(heat.Format(ghg.Tonne, 1))
	}
	// Output:
	// 421.7 t CO2
	// 625.0 t CO2
	// 347.1 t CO2
}
