package transport_test

import (
	"fmt"
	"log"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/estimate/transport"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/words"
)

// Diesel of local trains, by the factors of the Guidelines.
func ExampleSales() {
	d := transport.Defaults()
	s := transport.Sales{
		Mode: transport.Rail,
		Amount: fuel.Amount{
			Fuel: words.Term{En: "diesel", Ko: "경유"}, Burnt: ghg.MustQuantity("200 kL"), Source: "the railway",
			NCV: estimate.MustParameter("35.2 MJ (net)/L", "the city's energy balance"),
		},
	}
	s.Biofuel = estimate.MustParameter("0", "trains burn no blend")
	for gas, to := range map[string]*estimate.Parameter{"CO2": &s.CO2, "CH4": &s.CH4, "N2O": &s.N2O} {
		k := estimate.DefaultKey{Edition: estimate.IPCC2006, Table: s.Mode.String(), Item: "Diesel", Parameter: gas}
		var err error
		if *to, err = d.Of(k); err != nil {
			log.Fatal(err)
		}
	}
	e, err := estimate.Of(s)
	if err != nil {
		log.Fatal(err)
	}
	for gas, v := range e.All() {
		fmt.Println(gas, v)
	}
	fmt.Println(e.CO2e(ghg.AR5))
	// Output:
	// CO2 521.664 t CO2
	// CH4-nonfossil 0.029216 t CH4-nonfossil
	// N2O 0.201344 t N2O
	// 575.838208 tCO2e (AR5) <nil>
}

// A blend of 20 % biodiesel by volume: CO2 of the biodiesel is a memo item, and in no total.
func ExampleFactors() {
	e, err := estimate.Of(transport.Sales{
		Mode:   transport.Road,
		Amount: fuel.Amount{Fuel: words.Term{En: "B20", Ko: "B20"}, Burnt: ghg.MustQuantity("1000 L"), Source: "filling stations"},
		Factors: transport.Factors{
			CO2:         estimate.MustParameter("2.68 kg CO2/L", "diesel"),
			CH4:         estimate.MustParameter("0.0001 kg CH4/L", "the blend"),
			N2O:         estimate.MustParameter("0.0001 kg N2O/L", "the blend"),
			Biofuel:     estimate.MustParameter("20 %", "the fuel's standard"),
			ShareOf:     ghg.DimensionVolume,
			BiogenicCO2: estimate.MustParameter("2.5 kg CO2/L", "biodiesel"),
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	for gas, v := range e.All() {
		fmt.Println(gas, v)
	}
	fmt.Println(e.CO2e(ghg.AR5))
	// Output:
	// CO2 2.144 t CO2
	// CO2(b) 0.5 t CO2(b)
	// CH4-nonfossil 0.0001 t CH4-nonfossil
	// N2O 0.0001 t N2O
	// 2.1733 tCO2e (AR5) <nil>
}

// Small cars in the city, by the Korean curve of speed; vans are not in the table.
func ExampleDistance() {
	cars, err := transport.KoreanVehicles("승용 소형 휘발유", transport.Urban)
	if err != nil {
		log.Fatal(err)
	}
	cars.Travel = transport.Travel{Distance: ghg.MustQuantity("1억 대·km"), Source: "traffic model, 2022"}
	cars.Speed = estimate.MustParameter("30 km/h", "traffic model, 2022")
	e, err := estimate.Of(transport.Distance{Classes: []transport.Vehicles{cars}})
	if err != nil {
		log.Fatal(err)
	}
	co2, _ := e.Mass(ghg.CO2)
	fmt.Println(co2.Tonnes().StringFixed(2), "t CO2")
	for _, f := range e.Findings().All {
		fmt.Println(f.Code, f.Detail)
	}
	_, err = transport.KoreanVehicles("중형 승합", transport.Urban)
	fmt.Println(err)
	// Output:
	// 16804.80 t CO2
	// speed-range-not-stated the source of the curve does not say for which speeds it holds; 30 km/h is used
	// urban: unknown vehicle class "중형 승합": allowed are passenger car mini gasoline, passenger car mini LPG, passenger car small gasoline, passenger car small diesel, passenger car small LPG, passenger car medium gasoline, truck small diesel, truck medium diesel, truck large diesel
}

// A curve of one's own says for which speeds it holds.
func ExampleCurve() {
	buses := transport.Vehicles{
		Class:  words.Term{En: "buses", Ko: "버스"},
		Travel: transport.Travel{Distance: ghg.MustQuantity("2000000 vehicle-km"), Source: "timetable"},
		Speed:  estimate.MustParameter("70 km/h", "timetable"),
	}
	buses.CO2.Curve = transport.Curve{Form: transport.Linear, B: dec("-4"), C: dec("1000"), From: dec("10"), To: dec("60"),
		Source: "measured on lines 1 to 4"}
	_, err := estimate.Of(transport.Distance{Classes: []transport.Vehicles{buses}})
	fmt.Println(err)
	buses.Speed = estimate.MustParameter("20 km/h", "timetable")
	e, err := estimate.Of(transport.Distance{Classes: []transport.Vehicles{buses}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Explain())
	// Output:
	// Speed "70": the curve is of speeds from 10 to 60 km/h: no other is accepted
	// road transport, by distance = 1,840,000 kg CO2
	//   D      = 2,000,000 vehicle-km   # distance of buses; source: timetable
	//   v      = 20 km/h   # speed of buses; source: timetable
	//   b_CO2  = -4 g CO2/vehicle-km·h/km   # coefficient b; source: measured on lines 1 to 4
	//   c_CO2  = 1000 g CO2/vehicle-km   # coefficient c; source: measured on lines 1 to 4
	//   EF_CO2 = b_CO2 × v + c_CO2 = -4 × 20 + 1000 = 920 g CO2/vehicle-km   # emission factor, CO2; by: IPCC 2006 V2 Ch3, eq. 3.2.5, running emissions
	//   g_CO2  = 1000 g CO2/kg CO2   # grams of a kilogram
	//   CO2    = D × EF_CO2 / g_CO2 = 2,000,000 × 920 / 1000 = 1,840,000 kg CO2   # CO2; by: IPCC 2006 V2 Ch3, eq. 3.2.5, running emissions
}

// Fuel by distance (eq. 3.2.6) of trips by induced activity; and of the same cars what they
// bought, which is never added to it.
func ExampleConsumption() {
	km := ghg.MustQuantity
	c := transport.Consumption{
		Travel: transport.Travel{Source: "survey of trips", Trips: transport.Trips{
			InBoundary: km("600000 vehicle-km"), Inside: km("300000 vehicle-km"), Outside: km("500000 vehicle-km"),
			PassThrough: km("100000 vehicle-km"),
		}},
		Per:  estimate.MustParameter("8 L/100 vehicle-km", "fleet average"),
		Fuel: fuel.Amount{Fuel: words.Term{En: "petrol", Ko: "휘발유"}},
		Factors: transport.Factors{
			CO2: estimate.MustParameter("2.31 kg CO2/L", "petrol"), Biofuel: estimate.MustParameter("0", "no blend"),
		},
		SoldSource: "filling stations",
	}
	for _, x := range []struct {
		scope ghg.Scope
		code  string
	}{{ghg.Scope1, "II.1.1"}, {ghg.Scope3, "II.1.3"}} {
		c.Trips.Scope = x.scope
		if x.scope == ghg.Scope1 {
			c.Sold = ghg.MustQuantity("55000 L")
		} else {
			c.Sold = ghg.Quantity{}
		}
		e, err := estimate.Of(c)
		if err != nil {
			log.Fatal(err)
		}
		for _, r := range e.Records(ghg.Record{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: x.code}}) {
			fmt.Println(r.Category, r.Variant, r.Gas, r.Value)
		}
		for _, f := range e.Findings().All {
			fmt.Println(f.Code, f.Detail)
		}
	}
	// Output:
	// GPC 1.1 II.1.1 distance-based CO2 138.6 t CO2
	// GPC 1.1 II.1.1 distance-based CH4-nonfossil NE
	// GPC 1.1 II.1.1 distance-based N2O NE
	// fuel-by-distance-differs 60000 L by distance, 55000 L sold: alternatives, which are never added
	// gases-not-estimated not estimated, for want of a factor: CH4-nonfossil, N2O
	// GPC 1.1 II.1.3 distance-based CO2 46.2 t CO2
	// GPC 1.1 II.1.3 distance-based CH4-nonfossil NE
	// GPC 1.1 II.1.3 distance-based N2O NE
	// gases-not-estimated not estimated, for want of a factor: CH4-nonfossil, N2O
}

// People who travel by car and by bus, as shares of all they travel.
func ExampleASIF() {
	e, err := estimate.Of(transport.ASIF{
		Activity: ghg.MustQuantity("10억 인·km"), Source: "survey of trips",
		Shares: []transport.Share{
			{
				Name: words.Term{En: "cars", Ko: "승용차"}, Share: estimate.MustParameter("60 %", "survey of trips"),
				Load:      estimate.MustParameter("1.5 passenger-km/vehicle-km", "counts"),
				Intensity: estimate.MustParameter("8 L/100 vehicle-km", "fleet average"), CO2: estimate.MustParameter("2.3 kg CO2/L", "petrol"),
			}, {
				Name: words.Term{En: "buses", Ko: "버스"}, Share: estimate.MustParameter("40 %", "survey of trips"),
				Load:      estimate.MustParameter("20 passenger-km/vehicle-km", "counts"),
				Intensity: estimate.MustParameter("40 L/100 vehicle-km", "operators"), CO2: estimate.MustParameter("2.7 kg CO2/L", "diesel"),
			},
		},
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Mass(ghg.CO2))
	fmt.Println(e.NotEstimated())
	// Output:
	// 95200 t CO2 true
	// [CH4-nonfossil N2O]
}

// Cars that charge in a building: electricity of transport, which leaves the building's line.
func ExampleElectric() {
	grid := power.Factor{CO2e: estimate.MustParameter("0.45 kg CO2e/kWh", "the grid, consumption end"), Metric: ghg.AR5}
	cars := transport.Electric{
		Travel: transport.Travel{
			Vehicles: ghg.MustQuantity("500대"), Each: estimate.MustParameter("12000 km/vehicle", "inspections"), Source: "registrations",
		},
		Per:    estimate.MustParameter("0.18 kWh/vehicle-km", "maker"),
		Factor: grid,
	}
	used, err := cars.Used()
	if err != nil {
		log.Fatal(err)
	}
	building := power.Purchase{
		Carrier: power.Electricity, Used: ghg.MustQuantity("3000 MWh"), Source: "meter of the building", Factor: grid,
		Elsewhere: []power.Metered{{What: words.Term{En: "charging of vehicles", Ko: "차량 충전"}, Amount: used, Source: "II.1.2"}},
	}
	for _, m := range []estimate.Method{cars, building} {
		e, err := estimate.Of(m)
		if err != nil {
			log.Fatal(err)
		}
		total, _ := e.CO2e(ghg.AR5)
		fmt.Println(m.Title(), total)
	}
	// Output:
	// electricity of vehicles, location-based 486 tCO2e (AR5)
	// purchased electricity, location-based 864 tCO2e (AR5)
}

// The urea solution that diesel vehicles of a city use in a year.
func ExampleUrea() {
	e, err := estimate.Of(transport.Urea{
		Solution: ghg.MustQuantity("1000 t"), Source: "sales, 2023",
		Purity: estimate.MustParameter("32.5 %", "default: IPCC 2006 V2 Ch3, 3.2.1.1"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(e.Explain())
	// Output:
	// urea of catalysts = 238.333333333333333333333333 t CO2
	//   Activity      = 1000 t   # solution of urea; source: sales, 2023
	//   Purity_stated = 32.5 %   # urea in the solution, as stated; source: default: IPCC 2006 V2 Ch3, 3.2.1.1
	//   Purity_per    = 0.01 /%   # conversion of units
	//   Purity        = Purity_stated × Purity_per = 32.5 × 0.01 = 0.325   # urea in the solution
	//   M_C           = 12 t C/kmol   # molar mass of C; source: eq. 3.2.2
	//   M_urea        = 60 t/kmol   # molar mass of CO(NH2)2; source: eq. 3.2.2
	//   M_CO2         = 44 t CO2/kmol   # molar mass of CO2; source: eq. 3.2.2
	//   CO2           = Activity × M_C / M_urea × Purity × M_CO2 / M_C = 1000 × 12 / 60 × 0.325 × 44 / 12 = 238.333333333333333333333333 t CO2   # CO2; by: IPCC 2006 V2 Ch3, eq. 3.2.2
	// rounding: to 24 decimal places, half away from zero: CO2
}
