package land_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnimals(t *testing.T) {
	broilers := land.Enteric{Animals: land.Animals{What: named("broilers"), Produced: q("73000 head"), Alive: p("35 day"), Source: source},
		Factor: p("2 g CH4/head/yr")}
	e := work(t, broilers)
	assert.Equal(t, "7000", step(t, e, "N").String(), "35 × 73000 / 365")
	assert.Equal(t, "0.014", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "broilers 장내발효", broilers.Title().Ko)
	assert.Equal(t, "enteric fermentation of livestock", land.Enteric{}.Title().En)

	broilers.Head = q("7000 head")
	assert.Contains(t, refused(t, broilers),
		`N "7000 head": animals on average over the year, or those raised in it with their days, one of them`)
	broilers.Head, broilers.Alive = ghg.Quantity{}, p("366 day")
	assert.Contains(t, refused(t, broilers), `Alive "366 day": at most 365 days are accepted`)
	all := refused(t, land.Enteric{})
	assert.Contains(t, all, "N: none is given; an amount in head is accepted")
	assert.Contains(t, all, "EF: none is given; a rate in kg CH4/head/yr is accepted")
	assert.Contains(t, refused(t, land.Enteric{Animals: cows("1"), Factor: p("68 kg CH4/head")}), "does not become one in kg CH4/head/yr")
}

// Deer of 150 kg by a factor of 120 kg: (150 / 120)^0.75.
func TestEntericScaled(t *testing.T) {
	e := land.Enteric{Animals: cows("100"), Factor: p("20 kg CH4/head/yr"), Weight: p("150 kg animal mass/head"),
		Reference: p("120 kg animal mass/head")}
	d := work(t, e)
	assert.Equal(t, "1.182177011253969", step(t, d, "Scale").Truncate(15).String())
	assert.Equal(t, "2.364354022", tonnes(t, d, ghg.CH4NonFossil).Truncate(9).String())
	e.Reference = p("0 kg animal mass/head")
	assert.Contains(t, refused(t, e), "Scale: a logarithm needs a number above zero")
	e.Reference = estimate.Parameter{}
	assert.Contains(t, refused(t, e), "W_ref: none is given")
}

// pigs are in slurry and in solid storage.
func pigs() land.ManureMethane {
	return land.ManureMethane{Animals: land.Animals{What: named("pigs"), Head: q("2000 head"), Source: source},
		Solids: land.Solids{Stated: p("0.3 kg VS/head/day")}, Bo: p("0.29 m3 CH4/kg VS"),
		Systems: []land.MethaneSystem{
			{System: land.System{Name: named("slurry"), Share: p("60 %")}, MCF: p("27 %")},
			{System: land.System{Name: named("solid"), Share: p("40 %")}, MCF: p("2 %")}}}
}

func TestManureMethane(t *testing.T) {
	m := pigs()
	e := work(t, m)
	assert.Equal(t, "0.17", step(t, e, "MCF").String(), "0.6 × 0.27 + 0.4 × 0.02")
	assert.Equal(t, "3.6168945", step(t, e, "EF").String(), "0.3 × 365 × 0.29 × 0.67 × 0.17")
	assert.Equal(t, "7.233789", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "IPCC 2006 V4 Ch10, eq. 10.23 and 10.24", m.Equation())

	m.Systems[1].Share = p("39 %")
	assert.Contains(t, refused(t, m), `Share "0.99": shares that add up to 1, pasture among them, are accepted`)
	m.Systems = nil
	assert.Contains(t, refused(t, m), `Systems "0": from 1 to 40 are accepted`)

	m = pigs()
	m.Factor = p("4 kg CH4/head/yr")
	assert.Contains(t, refused(t, m), `EF "4 kg CH4/head/yr": a factor, or volatile solids with systems, one of them, is accepted`)
	m = land.ManureMethane{Animals: pigs().Animals, Factor: p("4 kg CH4/head/yr")}
	assert.Equal(t, "8", tonnes(t, work(t, m), ghg.CH4NonFossil).String())
	assert.Equal(t, "IPCC 2006 V4 Ch10, eq. 10.22", m.Equation())

	m = pigs()
	m.Solids.GrossEnergy, m.Solids.Weight = p("20 MJ/head/day"), p("28 kg animal mass/head")
	assert.Contains(t, refused(t, m),
		`VS "0.3 kg VS/head/day": volatile solids as a number, by the feed or by the mass of a head, one of them, are accepted`)
}

// The Refinement has a yield for Bo × 0.67 × MCF, and volatile solids by the mass of a head.
func TestManureMethaneOfYields(t *testing.T) {
	m := pigs()
	m.Bo, m.Solids = estimate.Parameter{}, land.Solids{PerMass: p("5 kg VS/1000 kg animal mass/day"), Weight: p("60 kg animal mass/head")}
	m.Systems[0].MCF, m.Systems[1].MCF = estimate.Parameter{}, estimate.Parameter{}
	m.Systems[0].Yield, m.Systems[1].Yield = p("50 g CH4/kg VS"), p("4 g CH4/kg VS")
	e := work(t, m)
	assert.Equal(t, "0.3", step(t, e, "VS").String(), "5 × 60 / 1000")
	assert.Equal(t, "0.0316", step(t, e, "Yield").String(), "0.6 × 0.050 + 0.4 × 0.004")
	assert.Equal(t, "3.4602", step(t, e, "EF").String())
	assert.Equal(t, "IPCC 2019 Refinement V4 Ch10, eq. 10.22 and 10.22A", m.Equation())

	m.Bo, m.Systems[1].MCF = p("0.29 m3 CH4/kg VS"), p("2 %")
	all := refused(t, m)
	assert.Contains(t, all, `Bo "0.29 m3 CH4/kg VS": Bo is part of a yield: none is accepted with it`)
	assert.Contains(t, all, `MCF_2 "2 %": conversion factors or yields, one of them for all systems, are accepted`)
}

// herd is the manure of 100 head of 60 kg N each, of which a tenth falls on pasture.
func herd() land.ManureNitrogen {
	return land.ManureNitrogen{Animals: cows("100"), Excretion: land.Excretion{Stated: p("60 kg N/head/yr")}, Pasture: p("10 %"),
		Systems: []land.NitrogenSystem{
			{System: land.System{Name: named("solid storage"), Share: p("0.7")}, N2O: p("0.005 kg N2O-N/kg N"), Volatilised: p("30 %")},
			{System: land.System{Name: named("dry lot"), Share: p("0.2")}, N2O: p("0.02 kg N2O-N/kg N"), Volatilised: p("20 %"),
				Leached: p("5 %")}}}
}

func TestManureNitrogen(t *testing.T) {
	m := herd()
	e := work(t, m)
	assert.Equal(t, "6000", step(t, e, "N_excreted").String())
	// 6000 × (0.7 × 0.005 + 0.2 × 0.02) = 45 kg N2O-N; × 44/28 = 70.714285…
	assert.Equal(t, "0.070714", tonnes(t, e, ghg.N2O).Truncate(6).String())

	m.Pasture = estimate.Parameter{}
	all := refused(t, m)
	assert.Contains(t, all, "Pasture: none is given")
	m = herd()
	m.Pasture = p("0")
	assert.Contains(t, refused(t, m), `Share "0.9": shares that add up to 1`)
	m.Excretion.Weight = p("350 kg animal mass/head")
	assert.Contains(t, refused(t, m), `Nex "60 kg N/head/yr": excretion of a head, or of its mass, one of them, is accepted`)
	m = herd()
	m.Systems = make([]land.NitrogenSystem, 41)
	assert.Contains(t, refused(t, m), `Systems "41": from 1 to 40 are accepted`)

	m = herd()
	m.Systems, m.Pasture = nil, p("1")
	assert.Equal(t, "0", tonnes(t, work(t, m), ghg.N2O).String(), "all of it falls on pasture: it is of the soils")
}

func TestManureIndirect(t *testing.T) {
	i := land.ManureIndirect{Edition: estimate.IPCC2006, Manure: herd(), Deposition: p("0.01 kg N2O-N/kg N"),
		Leaching: p("0.0075 kg N2O-N/kg N")}
	e := work(t, i)
	assert.Equal(t, "1500", step(t, e, "N_volatilised").String(), "6000 × (0.7 × 0.3 + 0.2 × 0.2)")
	assert.Equal(t, "60", step(t, e, "N_leached").String(), "6000 × 0.2 × 0.05: solid storage states none")
	// (1500 × 0.01 + 60 × 0.0075) × 44/28 = 15.45 × 44/28 = 24.278571…
	assert.Equal(t, "0.024278571", tonnes(t, e, ghg.N2O).Truncate(9).String())
	assert.Equal(t, "IPCC 2006 V4 Ch10, eq. 10.26 to 10.29", i.Equation())
	assert.Equal(t, "dairy cattle 분뇨 간접 아산화질소", i.Title().Ko)

	i.Edition = estimate.IPCC2019
	assert.Contains(t, refused(t, i), "Frac_leach_1: none is given", "each system states it in the Refinement")
	i.Manure.Systems[0].Leached = p("0")
	assert.True(t, tonnes(t, e, ghg.N2O).Equal(tonnes(t, work(t, i), ghg.N2O)))
	i.Deposition = published(t, estimate.IPCC2006, "managed soils N2O", "volatilised N", "", "EF4")
	assert.Contains(t, refused(t, i), `EF4 "0.01 kg N2O-N/kg N (default: IPCC2006 V4 Ch11 T11.3)": a default of `+
		"IPCC 2019 Refinement, or a value of one's own, is accepted")
	i.Edition = 0
	assert.Contains(t, refused(t, i), "Edition: estimate.IPCC2006 or estimate.IPCC2019 is accepted")

	i = land.ManureIndirect{Edition: estimate.IPCC2006, Manure: herd()}
	i.Manure.Systems[0].Volatilised, i.Manure.Systems[1].Volatilised = p("0"), p("0")
	i.Manure.Systems[1].Leached = estimate.Parameter{}
	assert.Equal(t, "0", tonnes(t, work(t, i), ghg.N2O).String(), "nothing leaves: no factor is asked")
}

func TestManureFactor(t *testing.T) {
	for _, x := range []struct {
		animal, region string
		celsius        int
		want           string
	}{
		{"Dairy cattle", "Asia", -3, "9"}, {"Dairy cattle", "Asia", 10, "9"}, {"Dairy cattle", "Asia", 13, "11"}, {"Dairy cattle", "Asia",
			35, "31"},
		{"Swine", "Asia", 20, "4"}, {"Sheep", "developing", 14, "0.1"}, {"Sheep", "developing", 15, "0.15"}, {"Sheep", "developed", 25, "0.28"},
		{"Sheep", "developed", 26, "0.37"},
	} {
		f, err := land.ManureFactor(x.animal, x.region, x.celsius)
		require.NoError(t, err)
		assert.Equal(t, x.want+" kg CH4/head/yr", f.Rate.String(), x)
	}
	_, err := land.ManureFactor("Unicorns", "Asia", 14)
	var unknown *ghg.UnknownError
	assert.ErrorAs(t, err, &unknown)
}
