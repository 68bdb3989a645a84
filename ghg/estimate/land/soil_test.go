package land_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
)

func TestSoilNitrogen(t *testing.T) {
	s := land.SoilNitrogen{Edition: estimate.IPCC2006, Leached: p("0.3"), Deposition: p("0.01 kg N2O-N/kg N"),
		Leaching: p("0.0075 kg N2O-N/kg N"),
		Inputs: []land.NitrogenInput{
			{Kind: land.SyntheticFertiliser, Amount: q("70 t"), Source: source, N2O: p("0.01 kg N2O-N/kg N"), Volatilised: p("0.1")},
			{Kind: land.SyntheticFertiliser, Name: named("flooded rice"), Amount: q("30 t"), Source: source, N2O: p("0.003 kg N2O-N/kg N"),
				Volatilised: p("0.1")},
			{Kind: land.PastureNitrogen, Amount: q("20 t"), Source: source, N2O: p("0.02 kg N2O-N/kg N"), Volatilised: p("0.2")},
			{Kind: land.MineralisedNitrogen, Amount: q("5 t"), Source: source, N2O: p("0.01 kg N2O-N/kg N")},
			{Kind: land.CropResidues, Source: source, N2O: p("0.01 kg N2O-N/kg N"), Residues: []land.Residue{
				{Name: named("barley"), Above: q("100 t"), AboveNitrogen: p("0.007 kg N/kg d.m."), Removed: p("40 %"), Below: q("25 t"),
					BelowNitrogen: p("0.014 kg N/kg d.m."), Source: source},
				{Name: named("beans"), Above: q("50 t"), AboveNitrogen: p("0.008 kg N/kg d.m."), Removed: p("0"), Below: q("0 t"), Source: source}}},
		},
		OrganicSoil: []land.OrganicArea{{Name: named("peat"), Area: q("12 ha"), Source: source, N2O: p("8 kg N2O-N/ha/yr")}}}
	e := work(t, s)
	assert.Equal(t, "1170", step(t, e, "F_5").String(), "100000 × 0.007 × 0.6 + 25000 × 0.014 + 50000 × 0.008")
	// 700 + 90 + 400 + 50 + 11.7 + 96 = 1347.7 kg N2O-N, × 44/28
	assert.Equal(t, "2117.81428", step(t, e, "N2O_direct").Truncate(5).String())
	assert.Equal(t, "14000", step(t, e, "N_volatilised").String(), "(70 + 30) × 0.1 + 20 × 0.2 t")
	assert.Equal(t, "37851", step(t, e, "N_leached").String(), "0.3 of 126.17 t")
	// 1347.7 + 140 + 283.8825 = 1771.5825, × 44/28 = 2783.91535…
	assert.Equal(t, "2.78391", tonnes(t, e, ghg.N2O).Truncate(5).String())
	assert.Equal(t, "농경지 토양 아산화질소", s.Title().Ko)

	s.Leached, s.Leaching = p("0"), estimate.Parameter{}
	assert.Equal(t, "0", step(t, work(t, s), "N_leached").String(), "in a dry climate: EF5 is not asked")

	s.Inputs[3].Volatilised = p("0.1")
	s.Inputs[2].Amount = ghg.Quantity{}
	s.Inputs[2].Residues = make([]land.Residue, 1)
	s.Inputs[1].Kind = 0
	s.Deposition = published(t, estimate.IPCC2019, "managed soils N2O", "volatilised N", "aggregated", "EF4")
	all := refused(t, s)
	assert.Contains(t, all, `Frac_gas_4 "0.1": nothing of it volatilises (eq. 11.9): none is accepted`)
	assert.Contains(t, all, "F_3: residues are accepted of crops, and manure of organic fertiliser, in place of the nitrogen, at most 40")
	assert.Contains(t, all, "Kind_2: where the nitrogen comes from is asked")
	assert.Contains(t, all, "a default of IPCC 2006, or a value of one's own, is accepted: editions do not mix in one sum")

	assert.Contains(t, refused(t, land.SoilNitrogen{}), "Edition")
	assert.Contains(t, refused(t, land.SoilNitrogen{Edition: estimate.IPCC2019}), `Inputs "0": from 1 to 40 are accepted`)
	assert.Equal(t, "park", land.SoilNitrogen{What: named("park")}.Title().En)
}

func TestLiming(t *testing.T) {
	l := land.Liming{Limestone: q("100 t"), Dolomite: q("30 t"), Source: source, Ratio: factor.WholeWeights,
		LimestoneFactor: published(t, estimate.IPCC2006, "soil CO2", "limestone (CaCO3)", "", "EF"),
		DolomiteFactor:  published(t, estimate.IPCC2006, "soil CO2", "dolomite", "", "EF")}
	e := work(t, l)
	assert.Equal(t, "15.9", step(t, e, "C").String(), "100 × 0.12 + 30 × 0.13")
	assert.Equal(t, "58.3", tonnes(t, e, ghg.CO2).String(), "× 44/12")
	l.Ratio = factor.AtomicWeights
	assert.Equal(t, "58.2576", tonnes(t, work(t, l), ghg.CO2).String(), "× 3.664")
	l.Ratio = 0
	assert.Contains(t, refused(t, l), "Ratio: 44/12 (factor.WholeWeights) or 3.664 (factor.AtomicWeights) is accepted")
	l.Dolomite = ghg.Quantity{}
	assert.Contains(t, refused(t, l), "Dolomite: none is given", "0 t where none was spread")
	assert.Equal(t, "석회 시용", l.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch11, eq. 11.12", l.Equation())
}

func TestUrea(t *testing.T) {
	u := land.Urea{Amount: q("60 t"), Source: source, Factor: published(t, estimate.IPCC2006, "soil CO2", "urea", "", "EF"),
		Ratio: factor.WholeWeights}
	assert.Equal(t, "44", tonnes(t, work(t, u), ghg.CO2).String(), "60 × 0.2 × 44/12")
	assert.Equal(t, "요소 시비", u.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch11, eq. 11.13", u.Equation())
}

func TestRice(t *testing.T) {
	r := land.Rice{Edition: estimate.IPCC2019, What: named("rice"), Area: q("50 ha"), Source: source, Days: p("110 day"),
		Daily: p("1.32 kg CH4/ha/day"),
		Water: p("0.55"), Before: p("0.89"), Organic: p("2.5")}
	e := work(t, r)
	assert.Equal(t, "1.61535", step(t, e, "EF").String(), "1.32 × 0.55 × 0.89 × 2.5")
	assert.Equal(t, "8.884425", tonnes(t, e, ghg.CH4NonFossil).String(), "× 110 × 50")
	assert.Equal(t, "IPCC 2019 Refinement V4 Ch5, eq. 5.1 to 5.3", r.Equation())
	assert.Equal(t, "rice", r.Title().En)
	r.Daily = published(t, estimate.IPCC2006, "rice", "", "", "EFc")
	assert.Contains(t, refused(t, r), "a default of IPCC 2019 Refinement, or a value of one's own, is accepted")
	r.Edition, r.Days, r.Before = estimate.IPCC2006, p("366 day"), estimate.Parameter{}
	all := refused(t, r)
	assert.Contains(t, all, `t "366 day": at most 365 days are accepted`)
	assert.Contains(t, all, "SFp: none is given; a plain number is accepted")
	assert.Contains(t, refused(t, land.Rice{}), "Edition")
	assert.Equal(t, "벼재배", land.Rice{}.Title().Ko)
	assert.Equal(t, "rice", land.SeasonalRice{}.Title().En)
}

// Amendments give SFo by a power: (1 + 5 × 0.29 + 2 × 0.05)^0.59.
func TestRiceAmendments(t *testing.T) {
	r := land.Rice{Edition: estimate.IPCC2006, Area: q("10 ha"), Source: source, Days: p("100 day"), Daily: p("1.3 kg CH4/ha/day"),
		Water:  p("1"),
		Before: p("1"), Amendments: []land.Amendment{
			{Name: named("straw, long before"), Rate: p("5 t/ha"), Factor: p("0.29")}, {Name: named("compost"), Rate: p("2 t/ha"),
				Factor: p("0.05")}}}
	e := work(t, r)
	assert.Equal(t, "1.737235543878", step(t, e, "SFo").Truncate(12).String())
	r.Organic = p("1")
	assert.Contains(t, refused(t, r), `SFo "1": a factor, or at most 40 amendments, one of them, is accepted`)
	r.Organic, r.Amendments[0].Rate = estimate.Parameter{}, p("-1 t/ha")
	assert.Contains(t, refused(t, r), `ROA_1 "-1 t/ha": not below 0`)
	r.Amendments[0].Rate = p("5 kg/ha")
	assert.Equal(t, "0.00145", step(t, work(t, r), "ROA_1").Mul(dec("0.29")).String(), "converted")
}

// Manure of two herds that is spread: 100 × 60 × 0.7 × 0.6 + 50 and 365 × (0.5 × 40 / 1000 × 365) × 1 × 0.5.
func TestAppliedManure(t *testing.T) {
	manure := []land.AppliedManure{
		{Animals: cows("100"), Excretion: land.Excretion{Stated: p("60 kg N/head/yr")}, Share: p("0.7"), Lost: p("40 %"), Bedding: q("50 kg"),
			BeddingSource: source},
		{Animals: land.Animals{What: named("pigs"), Produced: q("730 head"), Alive: p("182.5 day"), Source: source},
			Excretion: land.Excretion{PerMass: p("0.5 kg N/1000 kg animal mass/day"), Weight: p("40 kg animal mass/head")}, Share: p("1"),
			Lost: published(t, estimate.IPCC2006, "manure N loss", "Swine", "Solid storage", "FracLossMS"), Bedding: q("0 kg")}}
	s := soil(t, estimate.IPCC2006, land.NitrogenInput{Kind: land.OrganicFertiliser, Manure: manure})
	e := work(t, s)
	assert.Equal(t, "3902.25", step(t, e, "F_1").String(), "2570 + 1332.25")
	assert.Equal(t, "365", step(t, e, "N_1_2").String())
	s.Inputs[0].Kind = land.SyntheticFertiliser
	assert.Contains(t, refused(t, s), "F_1: residues are accepted of crops, and manure of organic fertiliser")
	s = soil(t, estimate.IPCC2019, land.NitrogenInput{Kind: land.OrganicFertiliser, Manure: manure})
	assert.Contains(t, refused(t, s), "Lost_1_2", "the Refinement works the losses out otherwise")
}

func TestBiomassBurning(t *testing.T) {
	b := land.BiomassBurning{What: named("straw"), Area: q("40 ha"), Source: source, Fuel: p("5.5 t d.m./ha"), Combusted: p("0.8"),
		CH4: p("2.7 g CH4/kg d.m."), N2O: p("0.07 g N2O/kg d.m.")}
	e := work(t, b)
	assert.Equal(t, "176", step(t, e, "Burnt").String(), "40 × 5.5 × 0.8")
	assert.Equal(t, "0.4752", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "0.01232", tonnes(t, e, ghg.N2O).String())
	b.N2O = estimate.Parameter{}
	assert.Equal(t, []ghg.Gas{ghg.N2O}, work(t, b).NotEstimated())
	assert.Equal(t, "straw", b.Title().En)
	assert.Equal(t, "바이오매스 연소", land.BiomassBurning{}.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch2, eq. 2.27", b.Equation())
}
