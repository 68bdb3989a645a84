package land_test

import (
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Forty parts are accepted, and one more is not.
func TestMostParts(t *testing.T) {
	part := land.NitrogenInput{Kind: land.MineralisedNitrogen, Amount: q("1 t"), Source: source, N2O: p("0.01 kg N2O-N/kg N")}
	drained := land.OrganicArea{Area: q("1 ha"), Source: source, N2O: p("8 kg N2O-N/ha/yr")}
	straw := land.Residue{Above: q("1 t"), AboveNitrogen: p("0.006 kg N/kg d.m."), Removed: p("0"), Below: q("0 t"), Source: source}
	for _, x := range []struct {
		refused string
		of      func(n int) estimate.Method
	}{
		{`Inputs "41": from 1 to 40 are accepted`, func(n int) estimate.Method {
			return land.SoilNitrogen{Edition: estimate.IPCC2006, Inputs: slices.Repeat([]land.NitrogenInput{part}, n), Leached: p("0")}
		}},
		{`Inputs "0": from 1 to 40 are accepted`, func(n int) estimate.Method {
			return land.SoilNitrogen{Edition: estimate.IPCC2006, OrganicSoil: slices.Repeat([]land.OrganicArea{drained}, n), Leached: p("0")}
		}},
		{"F_1: residues are accepted of crops", func(n int) estimate.Method {
			crop := land.NitrogenInput{Kind: land.CropResidues, N2O: part.N2O, Residues: slices.Repeat([]land.Residue{straw}, n)}
			return land.SoilNitrogen{Edition: estimate.IPCC2006, Inputs: []land.NitrogenInput{crop}, Leached: p("0")}
		}},
		{`SFo "no rate": a factor, or at most 40 amendments`, func(n int) estimate.Method {
			return land.Rice{Edition: estimate.IPCC2006, Area: q("1 ha"), Source: source, Days: p("365 day"), Daily: p("1.3 kg CH4/ha/day"),
				Water:  p("1"),
				Before: p("1"), Amendments: slices.Repeat([]land.Amendment{{Rate: p("0.1 t/ha"), Factor: p("1")}}, n)}
		}},
		{`A_T "no quantity": the area of crowns, or at most 40 kinds of trees`, func(n int) estimate.Method {
			return land.UrbanTrees{Age: p("1 yr"), Period: p("20 yr"), Ratio: factor.WholeWeights,
				Classes: slices.Repeat([]land.TreeClass{{Trees: q("1 tree"), Source: source, Growth: p("0.01 t C/tree/yr")}}, n)}
		}},
		{`Systems "41": from 1 to 40 are accepted`, func(n int) estimate.Method {
			system := land.MethaneSystem{System: land.System{Share: p("0.025")}, MCF: p("0.1")}
			return land.ManureMethane{Animals: cows("1"), Solids: land.Solids{Stated: p("1 kg VS/head/day")}, Bo: p("0.1 m3 CH4/kg VS"),
				Systems: slices.Repeat([]land.MethaneSystem{system}, n)}
		}},
		{`Systems "41": from 1 to 40 are accepted`, func(n int) estimate.Method {
			system := land.NitrogenSystem{System: land.System{Share: p("0.025")}, N2O: p("0.01 kg N2O-N/kg N")}
			return land.ManureNitrogen{Animals: cows("1"), Excretion: land.Excretion{Stated: p("60 kg N/head/yr")}, Pasture: p("0"),
				Systems: slices.Repeat([]land.NitrogenSystem{system}, n)}
		}},
	} {
		for gas, value := range work(t, x.of(40)).All() {
			mass, ok := value.Mass()
			assert.True(t, ok && !mass.Tonnes().IsZero(), "%s of %T", gas, x.of(40))
		}
		assert.Contains(t, refused(t, x.of(41)), x.refused)
	}
}

func TestBounds(t *testing.T) {
	e := land.Enteric{Animals: land.Animals{Produced: q("10 head"), Alive: p("365 day"), Source: source}, Factor: p("1 kg CH4/head/yr")}
	assert.Equal(t, "10", step(t, work(t, e), "N").String(), "all year")

	work(t, stand("1", "1", "0", "1")) // CF 1, of what is stated as carbon

	s := coniferous()
	s.From.Year, s.To.Year = ghg.FirstYear, ghg.LastYear
	work(t, s)
	s.From.Year--
	assert.Contains(t, refused(t, s), "a year of the second inventory behind that of the first")
	s.From.Year, s.To.Year = ghg.FirstYear, ghg.LastYear+1
	assert.Contains(t, refused(t, s), "a year of the second inventory behind that of the first")
	s.To.Year = s.From.Year
	assert.Contains(t, refused(t, s), "a year of the second inventory behind that of the first")
}

// One term of a way is enough to ask for the others of it, and to refuse another way.
func TestWaysOfSolids(t *testing.T) {
	bare := land.ManureMethane{Animals: cows("1"), Bo: p("0.1 m3 CH4/kg VS"),
		Systems: []land.MethaneSystem{{System: land.System{Share: p("1")}, MCF: p("0.1")}}}
	for _, x := range []struct {
		solids land.Solids
		asked  string
	}{
		{land.Solids{}, "VS: none is given"},
		{land.Solids{GrossEnergy: p("20 MJ/head/day")}, "DE: none is given"}, {land.Solids{Digestible: p("0.6")}, "GE: none is given"},
		{land.Solids{Urinary: p("0.04")}, "GE: none is given"}, {land.Solids{Ash: p("0.08")}, "GE: none is given"},
		{land.Solids{PerMass: p("5 kg VS/1000 kg animal mass/day")}, "TAM: none is given"},
		{land.Solids{Weight: p("50 kg animal mass/head")}, "VS_rate: none is given"},
		{land.Solids{Digestible: p("0.6"), Weight: p("50 kg animal mass/head")}, "one of them, are accepted"},
		{land.Solids{Stated: p("1 kg VS/head/day"), Ash: p("0.08")}, "one of them, are accepted"},
	} {
		m := bare
		m.Solids = x.solids
		assert.Contains(t, refused(t, m), x.asked)
		if x.asked != "VS: none is given" {
			m = land.ManureMethane{Animals: cows("1"), Factor: p("9 kg CH4/head/yr"), Solids: x.solids}
			assert.Contains(t, refused(t, m), "a factor, or volatile solids with systems, one of them, is accepted")
		}
	}
	m := land.ManureMethane{Animals: cows("1"), Factor: p("9 kg CH4/head/yr"), Bo: p("0.1 m3 CH4/kg VS")}
	assert.Contains(t, refused(t, m), "a factor, or volatile solids with systems, one of them, is accepted")
	m.Bo, m.Solids.Stated = estimate.Parameter{}, p("1 kg VS/head/day")
	assert.Contains(t, refused(t, m), "a factor, or volatile solids with systems, one of them, is accepted")
}

// Each factor of soils that is a default has to be of the edition.
func TestEditionsOfSoils(t *testing.T) {
	const table = "managed soils N2O"
	of := func(e estimate.Edition, item, condition, parameter string) estimate.Parameter {
		return published(t, e, table, item, condition, parameter)
	}
	fertiliser := land.NitrogenInput{Kind: land.SyntheticFertiliser, Amount: q("1 t")}
	require.NotEmpty(t, work(t, soil(t, estimate.IPCC2006, fertiliser)))
	for symbol, change := range map[string]func(*land.SoilNitrogen){
		"EF_1": func(s *land.SoilNitrogen) { s.Inputs[0].N2O = of(estimate.IPCC2019, "N inputs", "aggregated", "EF1") },
		"Frac_gas_1": func(s *land.SoilNitrogen) {
			s.Inputs[0].Volatilised = of(estimate.IPCC2019, "synthetic fertiliser", "aggregated", "FracGASF")
		},
		"Frac_leach": func(s *land.SoilNitrogen) { s.Leached = of(estimate.IPCC2019, "all N", "wet climate", "FracLEACH") },
		"EF4":        func(s *land.SoilNitrogen) { s.Deposition = of(estimate.IPCC2019, "volatilised N", "aggregated", "EF4") },
		"EF5":        func(s *land.SoilNitrogen) { s.Leaching = of(estimate.IPCC2019, "leached N", "", "EF5") },
	} {
		s := soil(t, estimate.IPCC2006, fertiliser)
		change(&s)
		assert.Regexp(t, `(?m)^`+symbol+` ".*": a default of IPCC 2006, or a value`, refused(t, s))
	}
	indirect := land.ManureIndirect{Edition: estimate.IPCC2019, Manure: herd(), Deposition: p("0.014 kg N2O-N/kg N"),
		Leaching: p("0.011 kg N2O-N/kg N")}
	indirect.Manure.Systems[0].Leached = p("0")
	work(t, indirect)
	indirect.Manure.Systems[0].Volatilised = published(t, estimate.IPCC2006, "manure N loss", "Dairy cattle", "Solid storage", "FracGasMS")
	assert.Contains(t, refused(t, indirect), `Frac_gas_1 "30 % (default: IPCC2006 V4 Ch10 T10.22)": a default of IPCC 2019 Refinement`)

	s := soil(t, estimate.IPCC2019, fertiliser)
	s.OrganicSoil = []land.OrganicArea{{Area: q("1 ha"), Source: source, N2O: of(estimate.IPCC2006,
		"CG temperate organic crop/grass soil", "", "EF2")}}
	work(t, s) // the Refinement does not print EF2 again
}
