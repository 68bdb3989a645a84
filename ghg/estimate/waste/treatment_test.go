package waste_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// digester is 1000 t of dry waste in a biogas plant.
func digester() waste.Biological {
	return waste.Biological{Treatment: waste.Digestion, Waste: ghg.MustQuantity("1000 t"), Basis: waste.DryWeight, Source: source,
		CH4: p("2 g CH4/kg dry waste"), N2O: p("0 g N2O/kg dry waste"), Counting: waste.NetOfRecovery}
}

func TestBiological(t *testing.T) {
	d := digester()
	assert.Equal(t, "2", tonnes(t, of(t, d), ghg.CH4NonFossil).String(), "the factor of the IPCC is net: nothing is subtracted")

	d.Recovered = ghg.MustQuantity("1 t")
	assert.Contains(t, refused(t, d), `Recovered "1 t": the factor is net of recovery`)
	d.Counting = 0
	assert.Contains(t, refused(t, d), "Counting: what the factor of CH4 is, waste.NetOfRecovery")
	d.Counting = 3
	assert.Contains(t, refused(t, d), "Counting: what the factor of CH4 is")

	d.Counting, d.CH4 = waste.BeforeRecovery, p("30 g CH4/kg dry waste")
	d.Recovered, d.RecoveredSource = ghg.MustQuantity("29500 kg"), "gas meter"
	e := of(t, d)
	assert.Equal(t, "0.5", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "30", step(t, e, "Generated").String())
	d.Recovered = ghg.MustQuantity("31 t")
	assert.Contains(t, refused(t, d), `R "31 t": no more than the 30 t CH4 that are generated is accepted`)
	d.Recovered = ghg.Quantity{}
	assert.Contains(t, refused(t, d), "R: none is given", "0 t where none was")

	compost := waste.Biological{Treatment: waste.Composting, Waste: ghg.MustQuantity("500 t"), Basis: waste.WetWeight, Source: source,
		CH4: p("4 g CH4/kg wet waste"), N2O: p("240 g N2O/t wet waste")}
	assert.Equal(t, "0.12", tonnes(t, of(t, compost), ghg.N2O).String())
	compost.Basis = waste.DryWeight
	assert.Contains(t, refused(t, compost), "wet waste is not dry waste", "factors of the other weight")
	compost.CH4 = p("4 g CH4/kg")
	assert.Contains(t, refused(t, compost),
		`EF_CH4 "4 g CH4/kg": a factor that says of which weight it is, as g CH4/kg dry waste, is accepted`)
	compost.Recovered = ghg.MustQuantity("1 t")
	assert.Contains(t, refused(t, compost), "Counting: ", "of compost, where gas is recovered")

	all := refused(t, waste.Biological{Treatment: 9})
	assert.Contains(t, all, "Treatment: waste.Composting or waste.Digestion is accepted")
	assert.Contains(t, all, "Basis: the weight that the waste is by, waste.WetWeight or waste.DryWeight, is accepted")
	assert.Contains(t, refused(t, waste.Biological{Treatment: waste.Composting, Basis: waste.WetWeight}), "M: none is given")
}

// F7: theirs does not compute N2O of compost. By their own factor of CH4 it is 64 of 176 t
// CO2e; without a factor it is not estimated here, and said so.
func TestPeerBiologicalWithoutN2O(t *testing.T) {
	compost := waste.Biological{Treatment: waste.Composting, Waste: ghg.MustQuantity("1000 t"), Basis: waste.WetWeight, Source: source,
		CH4: published("composting", "wet weight", "CH4"), N2O: published("composting", "wet weight", "N2O")}
	e := of(t, compost)
	assert.Equal(t, "4", tonnes(t, e, ghg.CH4NonFossil).String(), "theirs: 1,000,000 kg × 4 / 1000 = 4000 kg")
	assert.Equal(t, "0.24", tonnes(t, e, ghg.N2O).String())
	assert.Equal(t, "175.6", must(e.CO2e(ghg.AR5)).Tonnes().String(), "theirs: 112")

	compost.N2O = estimate.Parameter{}
	e = of(t, compost)
	assert.Equal(t, []ghg.Gas{ghg.N2O}, e.NotEstimated())
	assert.Equal(t, []string{estimate.FindingNotEstimated}, codes(e))
	compost.CH4, compost.N2O = estimate.Parameter{}, published("composting", "wet weight", "N2O")
	assert.Equal(t, []ghg.Gas{ghg.CH4NonFossil}, of(t, compost).NotEstimated())
}

// plastic is what 100 t of waste with 30 t of plastics is made of.
func plastic() waste.Incineration {
	i := waste.Incineration{Waste: ghg.MustQuantity("100 t"), Source: source, Energy: waste.WithoutEnergy}
	i.Components = []waste.Component{
		{Name: named("plastics"), Share: p("30 %"), Dry: p("1"), Carbon: p("75 %"), Fossil: p("1")},
		{Name: named("paper"), Share: p("70 %"), Dry: p("90 %"), Carbon: p("46 %"), Fossil: p("1 %")},
	}
	i.Oxidation, i.Ratio = p("1"), factor.WholeWeights
	i.CH4, i.N2O = p("60 kg CH4/Gg wet waste"), p("50 g N2O/t wet waste")
	return i
}

func TestIncineration(t *testing.T) {
	i := plastic()
	e := of(t, i)
	assert.Equal(t, "22.7898", step(t, e, "C_fossil").String(), "22.5 + 28.98 × 1 %")
	assert.Equal(t, "83.5626", tonnes(t, e, ghg.CO2).String())
	assert.Equal(t, "105.1974", tonnes(t, e, ghg.CO2Biogenic).String(), "28.98 × 99 % × 44/12, a memo")
	assert.Equal(t, "0.006", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "0.005", tonnes(t, e, ghg.N2O).String())
	assert.Empty(t, codes(e))
	total := must(e.CO2e(ghg.AR5)).Tonnes()
	assert.Equal(t, "85.0556", total.String(), "without the memo")

	i.Ratio = factor.AtomicWeights
	assert.Equal(t, "83.5018272", tonnes(t, of(t, i), ghg.CO2).String(), "22.7898 × 3.664")

	// Sludge: both factors are per dry waste, of a quarter of the weight.
	i = plastic()
	i.What = named("sewage sludge")
	i.CH4, i.N2O, i.Dry = p("20 g CH4/t dry waste"), p("990 g N2O/t dry waste"), p("25 %")
	e = of(t, i)
	assert.Equal(t, "0.0005", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "0.02475", tonnes(t, e, ghg.N2O).String())
	i.Dry = estimate.Parameter{}
	assert.Contains(t, refused(t, i), "DM: none is given", "a factor per dry waste needs it")

	i = plastic()
	i.Components[0].Share, i.Components[0].Amount = estimate.Parameter{}, ghg.MustQuantity("20 t")
	assert.Equal(t, []string{waste.FindingPartsOnly}, codes(of(t, i)), "90 t of 100")
	i.Components[0].Amount = ghg.MustQuantity("30001 kg")
	assert.Contains(t, refused(t, i), `Components "100.001 t": parts that add up to no more than the waste are accepted`)
	i.Components[0].Share = p("30 %")
	assert.Contains(t, refused(t, i), `SW_1 "30001 kg": the amount of a part or its share of the waste, one of them, is accepted`)
	i.Components = make([]waste.Component, 41)
	assert.Contains(t, refused(t, i), `Components "41": at most 40 are accepted`)

	i = plastic()
	i.N2O, i.Ratio, i.Energy = p("50 g N2O/t"), 0, 0
	all := refused(t, i)
	assert.Contains(t, all, `EF_N2O "50 g N2O/t": a factor that says of which weight it is, as g N2O/kg wet waste, is accepted`)
	assert.Contains(t, all, "Ratio: 44/12 (factor.WholeWeights) or 3.664 (factor.AtomicWeights) is accepted")
	assert.Contains(t, all, "Energy: whether its energy is used, waste.WithoutEnergy or waste.WithEnergy, is accepted")
}

func TestLiquidWaste(t *testing.T) {
	l := waste.LiquidWaste{What: named("solvents"), Waste: ghg.MustQuantity("30 t"), Source: source, Carbon: p("80 %"), Oxidation: p("1"),
		Ratio: factor.WholeWeights, CH4: p("0.56 g CH4/t wet waste"), N2O: p("9.8 g N2O/t wet waste"), Energy: waste.WithEnergy}
	e := of(t, l)
	assert.Equal(t, "88", tonnes(t, e, ghg.CO2).String())
	assert.Equal(t, "0.0000168", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "0.000294", tonnes(t, e, ghg.N2O).String())
	assert.Equal(t, []string{waste.FindingOfEnergySector}, codes(e))
	assert.Equal(t, "incineration of solvents", l.Title().En)
	assert.Equal(t, "폐액 소각", waste.LiquidWaste{}.Title().Ko)
}

func TestRecords(t *testing.T) {
	row := func(code string) ghg.Record {
		return ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2022), Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}}
	}
	i := plastic()
	records, err := waste.Records(i, row("III.3.1"), ghg.Record{})
	require.NoError(t, err)
	require.Len(t, records, 4)
	for _, r := range records {
		assert.Equal(t, "III.3.1", r.Category.Code)
		assert.True(t, r.Value.IsNumber())
	}
	i.Energy = waste.WithEnergy
	records, err = waste.Records(i, row("III.3.1"), row("I.4.4"))
	require.NoError(t, err)
	require.Len(t, records, 7, "four in energy, and IE of three gases: the memo is in energy alone")
	_, err = waste.Records(i, row("III.3.1"), ghg.Record{})
	assert.ErrorContains(t, err, "IE must name the category")
	_, err = waste.Records(waste.Incineration{}, row("III.3.1"), row("I.4.4"))
	assert.ErrorContains(t, err, "Energy")
}

func TestOpenBurning(t *testing.T) {
	open := func(edition estimate.Edition) waste.OpenBurning {
		of, err := waste.Defaults().Of(estimate.DefaultKey{Edition: edition, Item: "MSW open burning", Parameter: "oxidation factor"})
		require.NoError(t, err)
		o := waste.OpenBurning{Burnt: plastic().Burnt, Waste: ghg.MustQuantity("100 t"), Source: source}
		o.Oxidation = of
		o.CH4, o.N2O, o.Dry = published("open burning", "MSW", "CH4"), published("MSW open burning", "dry weight", "N2O"), p("80 %")
		return o
	}
	e := of(t, open(estimate.IPCC2006))
	assert.Equal(t, "48.466308", tonnes(t, e, ghg.CO2).String(), "83.5626 × 58 %")
	assert.Equal(t, "0.65", tonnes(t, e, ghg.CH4NonFossil).String())
	assert.Equal(t, "0.012", tonnes(t, e, ghg.N2O).String(), "150 g of each of 80 t dry")
	assert.Equal(t, "59.329446", tonnes(t, of(t, open(estimate.IPCC2019)), ghg.CO2).String(), "83.5626 × 71 %")

	o := open(estimate.IPCC2006)
	o.Burning = p("0.3")
	assert.Contains(t, refused(t, o), `IW "100 t": the waste that is burnt, or the people whose waste it is, one of them, is accepted`)
	o.Waste = ghg.Quantity{}
	all := refused(t, o)
	assert.Contains(t, all, "P: none is given")
	assert.Contains(t, all, "MSW_P: none is given")
	assert.Contains(t, all, "B_frac: none is given")
	assert.Equal(t, "open burning of waste", o.Title().En)
}
