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
	assert.Contains(t, all, "Residues_3 \"no quantity\": residues are accepted in place of the nitrogen of crop residues, at most 40")
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
	assert.Equal(t, "IPCC 2019 Refinement V4 Ch5, eq. 5.1 and 5.2", r.Equation())
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
