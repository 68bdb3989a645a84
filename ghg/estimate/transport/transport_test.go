package transport_test

import (
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/estimate/transport"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func sales(f transport.Factors) transport.Sales {
	return transport.Sales{Mode: transport.Road, Amount: amount("diesel", "1000 L"), Factors: f}
}

func perLitre(kg, gas string) estimate.Parameter { return p(kg + " kg " + gas + "/L") }

func byVolume(share string) transport.Factors {
	return transport.Factors{CO2: perLitre("2.6", "CO2"), CH4: perLitre("0.0001", "CH4"), N2O: perLitre("0.0002", "N2O"),
		Biofuel: p(share), ShareOf: ghg.DimensionVolume, BiogenicCO2: perLitre("2.4", "CO2")}
}

func burning() transport.Consumption {
	return transport.Consumption{Travel: distance("50000"), Per: p("8 L/100 vehicle-km"), Fuel: fuel.Amount{Fuel: term("diesel")},
		Factors: transport.Factors{CO2: perLitre("2.6", "CO2"), CH4: perLitre("0.0001", "CH4"), N2O: perLitre("0.0002", "N2O"), Biofuel: p("0")}}
}

func charging() transport.Electric {
	return transport.Electric{Travel: distance("1000"), Per: p("0.2 kWh/vehicle-km"),
		Factor: power.Factor{CO2e: p("0.4 t CO2e/MWh"), Metric: ghg.AR5}}
}

func counted() transport.ASIF {
	return transport.ASIF{Activity: ghg.MustQuantity("1000 passenger-km"), Shares: []transport.Share{{Name: term("car"), Share: p("50 %"),
		Load: p("1.6 passenger-km/vehicle-km"), Intensity: p("0.08 L/vehicle-km"), CO2: perLitre("2.3", "CO2")}}}
}

func class(v transport.Vehicles) transport.Distance {
	v.Class = term("car")
	return transport.Distance{Classes: []transport.Vehicles{v}}
}

func rated(travel transport.Travel) transport.Vehicles {
	return transport.Vehicles{Travel: travel, CO2: transport.PerDistance{Rate: p("0.2 kg CO2/vehicle-km")}}
}

func curved(c transport.Curve, speed string) transport.Distance {
	v := transport.Vehicles{Travel: distance("1000000"), CO2: transport.PerDistance{Curve: c}}
	if speed != "" {
		v.Speed = p(speed)
	}
	return class(v)
}

// finds reports whether an estimate has a finding of a code.
func finds(e estimate.Emissions, code string) bool {
	return slices.ContainsFunc(e.Findings().All, func(f ghg.Finding) bool { return f.Code == code })
}

// What does not stand is refused, with what would be accepted.
func TestRefusals(t *testing.T) {
	inverse := transport.Curve{Form: transport.Inverse, B: dec("0.0341"), C: dec("-0.0003")}
	ranged := transport.Curve{Form: transport.Linear, B: dec("1"), C: dec("100"), From: dec("20"), To: dec("110")}
	trips := transport.Trips{InBoundary: ghg.MustQuantity("1 vehicle-km"), Inside: ghg.MustQuantity("1 vehicle-km")}
	with := func(m transport.Sales, change func(*transport.Sales)) transport.Sales { change(&m); return m }
	burns := func(change func(*transport.Consumption)) transport.Consumption { c := burning(); change(&c); return c }
	charges := func(change func(*transport.Electric)) transport.Electric { e := charging(); change(&e); return e }
	counts := func(change func(*transport.ASIF)) transport.ASIF { a := counted(); change(&a); return a }
	for name, x := range map[string]struct {
		of   estimate.Method
		says string
	}{
		"no mode":       {with(sales(byVolume("0")), func(s *transport.Sales) { s.Mode = 0 }), "transport.Road, OffRoad, Rail"},
		"no share":      {with(sales(byVolume("0")), func(s *transport.Sales) { s.Biofuel = estimate.Parameter{} }), "Biofuel"},
		"a share of 20": {sales(byVolume("20")), "a fraction from 0 to 1, or a percentage that says %"},
		"a share of what": {with(sales(byVolume("0.2")), func(s *transport.Sales) { s.ShareOf = 0 }),
			"what the share of biofuel is a share of is asked"},
		"a share of persons": {with(sales(byVolume("0.2")), func(s *transport.Sales) { s.ShareOf = ghg.DimensionPersons }),
			"ghg.DimensionVolume"},
		"factor per energy": {with(sales(byVolume("0.2")), func(s *transport.Sales) {
			s.NCV, s.CO2 = p("35 MJ (net)/L"), p("74100 kg CO2/TJ (net)")
		}), "a share by volume takes factors per volume"},
		"factor of no unit": {with(sales(byVolume("0")), func(s *transport.Sales) { s.CO2 = p("2.6") }), "kg CO2/TJ (net), is accepted"},
		"kg for litres": {with(sales(byVolume("0")), func(s *transport.Sales) { s.Burnt = ghg.MustQuantity("5 kg") }),
			"a unit of volume, such as L, is accepted"},
		"below 0": {with(sales(byVolume("0")), func(s *transport.Sales) { s.Burnt = ghg.MustQuantity("-5 L") }), "not below 0"},

		"no classes":     {transport.Distance{}, "1 to 200 classes"},
		"many classes":   {transport.Distance{Classes: make([]transport.Vehicles, 201)}, "1 to 200 classes"},
		"no travel":      {class(rated(transport.Travel{})), "one of a distance in vehicle-km"},
		"two ways":       {class(rated(transport.Travel{Distance: ghg.MustQuantity("1 vehicle-km"), Trips: trips})), "one of a distance"},
		"no scope":       {class(rated(transport.Travel{Trips: trips})), "the distance inside is scope 1"},
		"km alone":       {class(rated(transport.Travel{Distance: ghg.MustQuantity("1 km")})), "vehicle-km"},
		"vehicles alone": {class(rated(transport.Travel{Vehicles: ghg.MustQuantity("1 vehicle")})), "a rate in km/vehicle is accepted"},
		"no speed":       {curved(ranged, ""), "a rate in km/h is accepted"},
		"speed by day":   {curved(ranged, "5 km/day"), "km/h"},
		"speed 0":        {curved(inverse, "0 km/h"), "above 0; a speed in km/h"},
		"too fast":       {curved(ranged, "110.1 km/h"), "the curve is of speeds from 20 to 110 km/h"},
		"too slow":       {curved(ranged, "19 km/h"), "the curve is of speeds from 20 to 110 km/h"},
		"below 0 at 120": {curved(inverse, "120 km/h"), "the factor is not below 0"},
		"no form":        {curved(transport.Curve{Form: 9}, "50 km/h"), "transport.Power, Quadratic, Linear or Inverse"},
		"a huge power":   {curved(transport.Curve{Form: transport.Power, A: dec("1"), B: dec("900")}, "50 km/h"), "b_CO2"},
		"rate and curve": {class(transport.Vehicles{Travel: distance("1"), Speed: p("50 km/h"),
			CO2: transport.PerDistance{Rate: p("1 kg CO2/vehicle-km"), Curve: ranged}}), "a rate and a curve of speed are alternatives"},
		"rate per litre": {class(transport.Vehicles{Travel: distance("1"), CO2: transport.PerDistance{Rate: perLitre("1", "CO2")}}), "EF_CO2"},
		"rate of another": {class(transport.Vehicles{Travel: distance("1"), CO2: transport.PerDistance{Rate: p("1 g CH4/vehicle-km")}}),
			"EF_CO2"},

		"kWh of fuel":    {burns(func(c *transport.Consumption) { c.Per = p("0.2 kWh/vehicle-km") }), "electricity is transport.Electric"},
		"no consumption": {burns(func(c *transport.Consumption) { c.Per = estimate.Parameter{} }), "8 L/100 vehicle-km, is accepted"},
		"burnt too":      {burns(func(c *transport.Consumption) { c.Fuel.Burnt = ghg.MustQuantity("4000 L") }), "what was sold is Sold"},
		"sold in kg":     {burns(func(c *transport.Consumption) { c.Sold = ghg.MustQuantity("4000 kg") }), "Sold"},
		"scope 2 of fuel": {burns(func(c *transport.Consumption) {
			trips.Scope = ghg.Scope2
			c.Travel = transport.Travel{Trips: trips}
		}), "the distance inside is scope 1"},

		"no factor":       {charges(func(e *transport.Electric) { e.Factor = nil }), "the factor of the grid, as power.Factor"},
		"an empty factor": {charges(func(e *transport.Electric) { e.Factor = power.Factor{} }), "none is given; a total in t CO2e/MWh"},
		"metered and km":  {charges(func(e *transport.Electric) { e.Metered = ghg.MustQuantity("1 kWh") }), "one of them, is accepted"},
		"nothing charged": {transport.Electric{Factor: charging().Factor}, "one of them, is accepted"},
		"litres per km":   {charges(func(e *transport.Electric) { e.Per = p("0.08 L/vehicle-km") }), "kWh/vehicle-km"},
		"no kinds":        {transport.ASIF{Activity: ghg.MustQuantity("1 passenger-km")}, "1 to 200 kinds"},
		"kWh of a kind": {counts(func(a *transport.ASIF) { a.Shares[0].Intensity = p("1 kWh/vehicle-km") }),
			"electricity is transport.Electric"},
		"no load":          {counts(func(a *transport.ASIF) { a.Shares[0].Load = p("0 passenger-km/vehicle-km") }), "above 0"},
		"load of goods":    {counts(func(a *transport.ASIF) { a.Shares[0].Load = p("5 t-km/vehicle-km") }), "passenger-km/vehicle-km"},
		"shares above 1":   {counts(func(a *transport.ASIF) { a.Shares = append(a.Shares, a.Shares[0], a.Shares[0]) }), "add up to 1 at most"},
		"litres of urea":   {transport.Urea{Solution: ghg.MustQuantity("5 L"), Purity: p("32.5 %")}, "density"},
		"purity 32.5":      {transport.Urea{Solution: ghg.MustQuantity("5 t"), Purity: p("32.5")}, "a percentage that says %"},
		"urea without one": {transport.Urea{Solution: ghg.MustQuantity("5 t")}, "Purity"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := estimate.Of(x.of)
			require.Error(t, err)
			assert.ErrorContains(t, err, x.says)
			var faults *ghg.Faults
			assert.ErrorAs(t, err, &faults)
		})
	}
}

// A gas without a factor is not estimated, of fuel and of each class alike.
func TestNotEstimated(t *testing.T) {
	f := byVolume("0.2")
	f.BiogenicCO2, f.N2O = estimate.Parameter{}, estimate.Parameter{}
	e := work(t, sales(f))
	assert.Equal(t, []ghg.Gas{ghg.CO2Biogenic, ghg.N2O}, e.NotEstimated())
	equal(t, "2.08", tonnes(t, e, ghg.CO2)) // 1000 × 2.6 × 0.8
	assert.True(t, finds(e, estimate.FindingNotEstimated))

	first, second := rated(distance("1000")), rated(distance("500"))
	first.CH4.Rate = p("5 g CH4/vehicle-km")
	e = work(t, transport.Distance{Classes: []transport.Vehicles{first, second}})
	assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil, ghg.N2O}, e.NotEstimated(), "the CH4 of one class would look like all")
	equal(t, "0.3", tonnes(t, e, ghg.CO2))
	second.CH4.Rate = p("0.002 kg CH4/vehicle-km")
	e = work(t, transport.Distance{Classes: []transport.Vehicles{first, second}})
	equal(t, "0.006", tonnes(t, e, ghg.CH4NonFossil)) // 5 + 1 kg
}

// Each form at a speed, by hand.
func TestCurves(t *testing.T) {
	for name, x := range map[string]struct {
		c    transport.Curve
		want string // g/vehicle-km, at 50 km/h
	}{
		"quadratic": {transport.Curve{Form: transport.Quadratic, A: dec("0.02"), B: dec("-3"), C: dec("250")}, "150"}, // 50 - 150 + 250
		"linear":    {transport.Curve{Form: transport.Linear, B: dec("1.672"), C: dec("141.2224")}, "224.8224"},
		"inverse":   {transport.Curve{Form: transport.Inverse, B: dec("0.0341"), C: dec("-0.0003")}, "0.000382"},
		"power":     {transport.Curve{Form: transport.Power, A: dec("3"), B: dec("2")}, "7500"},
	} {
		t.Run(name, func(t *testing.T) {
			e := work(t, curved(x.c, "50 km/h"))
			ef := step(t, e, "EF_CO2")
			assert.True(t, ef.Sub(dec(x.want)).Abs().LessThan(dec("1e-22")), ef)
			assert.Equal(t, ef.Round(20), tonnes(t, e, ghg.CO2).Round(20), "10^6 vehicle-km × g / 10^6")
			assert.True(t, finds(e, transport.FindingSpeedRange))
			x.c.From, x.c.To = dec("50"), dec("50")
			assert.False(t, finds(work(t, curved(x.c, "50 km/h")), transport.FindingSpeedRange), "the ends are within")
		})
	}
}

// Every row of the Korean table is a curve that gives a factor within the speeds of its road.
func TestKoreanCurves(t *testing.T) {
	seen := 0
	for on, speed := range map[transport.OnRoad]string{transport.Urban: "30", transport.Highway: "90"} {
		_, err := transport.KoreanVehicles("none", on)
		var unknown *ghg.UnknownError
		require.ErrorAs(t, err, &unknown)
		for _, name := range unknown.Allowed {
			e := work(t, transport.Distance{Classes: []transport.Vehicles{koreanAt(t, name, on, speed, "1000")}})
			seen += 3 - len(e.NotEstimated())
			assert.Equal(t, 1, e.Findings().Len()-min(1, len(e.NotEstimated())), "the range is told once: %s", e.Findings())
			g := step(t, e, "EF_CO2")
			assert.True(t, g.GreaterThan(dec("50")) && g.LessThan(dec("1000")), "%s: %s", name, g)
		}
	}
	assert.Equal(t, 17+2*4, seen, "17 of CO2; 4 that are of both roads")
	_, err := transport.KoreanVehicles("truck large diesel", transport.Highway)
	assert.ErrorContains(t, err, `highway: unknown vehicle class "truck large diesel"`, "the cell is blank: urban is not taken")
	_, err = transport.KoreanVehicles("truck large diesel", 0)
	assert.ErrorContains(t, err, "transport.Urban or transport.Highway is accepted")
	assert.Equal(t, "urban 도시부 road not stated", transport.Urban.String()+" "+transport.Urban.Korean()+" "+transport.OnRoad(9).String())
}

// Fuel by distance in another unit than the factors, and what was sold beside it.
func TestConsumption(t *testing.T) {
	c := burning()
	e := work(t, c)
	equal(t, "10.4", tonnes(t, e, ghg.CO2)) // 4000 L × 2.6
	assert.Zero(t, e.Findings().Len())
	c.Per = p("0.00008 m3/vehicle-km")
	equal(t, "10.4", tonnes(t, work(t, c), ghg.CO2))
	c.Sold, c.SoldSource = ghg.MustQuantity("3900 L"), "petrol stations"
	e = work(t, c)
	equal(t, "0.1", step(t, e, "More"))
	require.True(t, finds(e, transport.FindingFuelDiffers))
	c.Sold = ghg.MustQuantity("4 m3")
	assert.False(t, finds(work(t, c), transport.FindingFuelDiffers))
	c.CO2 = p("2 kg CO2/kg")
	_, err := estimate.Of(c)
	assert.ErrorContains(t, err, "it takes a density")
	assert.Equal(t, ghg.DistanceBased, c.Variant())
}

// Fuel of trains and ships is by the same equation; it has no second way.
func TestModes(t *testing.T) {
	for mode, want := range map[transport.Mode]string{transport.Road: "IPCC 2006 V2 Ch3, eq. 3.2.1 and 3.2.3 도로",
		transport.OffRoad: "IPCC 2006 V2 Ch3, eq. 3.3.1 비도로", transport.Rail: "IPCC 2006 V2 Ch3, eq. 3.4.1 철도",
		transport.Water: "IPCC 2006 V2 Ch3, eq. 3.5.1 수상", transport.Aviation: "IPCC 2006 V2 Ch3, eq. 3.6.1 항공"} {
		s := sales(byVolume("0"))
		s.Mode = mode
		e := work(t, s)
		equal(t, "2.6", tonnes(t, e, ghg.CO2))
		assert.Equal(t, want, s.Equation()+" "+mode.Korean())
		assert.Equal(t, mode == transport.Road, s.Variant() == ghg.FuelBased)
		assert.Equal(t, mode == transport.Road, e.Records(ghg.Record{})[0].Variant == ghg.FuelBased)
	}
	assert.Equal(t, "mode not stated", transport.Mode(9).String())
	assert.Equal(t, "이차식 form not stated", transport.Quadratic.Korean()+" "+transport.Form(9).String())
}

// Electricity is metered or by distance, and counts once.
func TestElectric(t *testing.T) {
	e := charging()
	equal(t, "0.08", ar5(t, work(t, e))) // 200 kWh
	used, err := e.Used()
	require.NoError(t, err)
	assert.Equal(t, "200 kWh", used.String())
	e.Travel = transport.Travel{Trips: transport.Trips{InBoundary: ghg.MustQuantity("700 vehicle-km"),
		Inside: ghg.MustQuantity("600 vehicle-km"),
		Scope:  ghg.Scope2}}
	equal(t, "0.08", ar5(t, work(t, e)))
	metered := transport.Electric{Metered: ghg.MustQuantity("3 MWh"), Factor: e.Factor}
	equal(t, "1.2", ar5(t, work(t, metered)))
	assert.Equal(t, ghg.LocationBased, metered.Variant())
	_, err = transport.Electric{}.Used()
	assert.Error(t, err)

	building := power.Purchase{Carrier: power.Electricity, Used: ghg.MustQuantity("5 MWh"), Factor: e.Factor.(power.Factor),
		Elsewhere: []power.Metered{{What: term("charging of vehicles"), Amount: metered.Metered}}}
	both := ar5(t, work(t, building)).Add(ar5(t, work(t, metered)))
	equal(t, "2", both) // 5 MWh in all
}

// Goods by the same equation, and urea by volume.
func TestFreightAndUrea(t *testing.T) {
	a := counted()
	equal(t, "0.0575", tonnes(t, work(t, a), ghg.CO2)) // 1000 × 0.5 / 1.6 × 0.08 × 2.3 kg
	a.Activity = ghg.MustQuantity("1000 t-km")
	a.Shares[0].Load = p("5 t-km/vehicle-km")
	a.Shares[0].CH4, a.Shares[0].N2O = perLitre("0.001", "CH4"), perLitre("0.002", "N2O")
	e := work(t, a)
	equal(t, "0.0184", tonnes(t, e, ghg.CO2)) // 1000 × 0.5 / 5 × 0.08 = 8 L
	equal(t, "0.000016", tonnes(t, e, ghg.N2O))
	assert.Equal(t, ghg.DistanceBased, a.Variant())
	u := transport.Urea{Solution: ghg.MustQuantity("1000 L"), Density: p("1.2 kg/L"), Purity: p("25 %")}
	equal(t, "0.22", tonnes(t, work(t, u), ghg.CO2)) // 1.2 t × 0.25 × 44/60
}

// The table of the Guidelines is read whole, each row with its source.
func TestDefaults(t *testing.T) {
	d := transport.Defaults()
	modes := map[string]int{}
	for x := range d.All() {
		modes[x.Table]++
		assert.Contains(t, x.Source, "IPCC 2006 V2 Ch3 T3.")
		assert.Contains(t, x.Unit, "/TJ (net)")
	}
	want := map[string]int{}
	for m, n := range map[transport.Mode]int{
		transport.Road: 23, transport.OffRoad: 34, transport.Rail: 6, transport.Water: 8, transport.Aviation: 4,
	} {
		want[m.String()] = n
	}
	assert.Equal(t, want, modes)
	_, err := d.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "road", Item: "Ethanol cars Brazil", Parameter: "N2O"})
	assert.ErrorContains(t, err, "its source prints NA")
	_, err = d.Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "road", Item: "Motor Gasoline", Parameter: "CH4"})
	assert.ErrorContains(t, err, "3 are meant, name one", "CH4 differs by technology")
}
