package land_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/land"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGainLoss(t *testing.T) {
	g := stand("250", "3", "0.26", "0.48")
	g.Harvest = land.Harvest{Wood: wood("120", "0.8", "0"), Bark: land.OverBark}
	g.Fuelwood.Wood, g.Fuelwood.Parts, g.Fuelwood.Density = wood("20", "0.8", "0.26"), q("50 m3"), p("0.45 t d.m./m3")
	g.Disturbance = disturbed("2", "95", "0.26", "60 %")
	e := work(t, g)
	assert.Equal(t, "453.6", step(t, e, "DC_G").String(), "250 × 3 × 1.26 × 0.48")
	assert.Equal(t, "46.08", step(t, e, "L_wood").String(), "120 × 0.8 × 0.48: the roots stay")
	assert.Equal(t, "20.4768", step(t, e, "L_fuel").String(), "(20 × 0.8 × 1.26 + 50 × 0.45) × 0.48")
	assert.Equal(t, "68.9472", step(t, e, "L_dist").String(), "2 × 95 × 1.26 × 0.48 × 0.6")
	assert.Equal(t, "318.096", step(t, e, "DC").String())
	assert.Equal(t, "-1166.352", tonnes(t, e, ghg.CO2).String(), "removed")

	g.Harvest.Bark = land.UnderBark
	assert.Equal(t, "52.992", step(t, work(t, g), "L_wood").String(), "× 1.15")
	g.Harvest.Bark, g.Harvest.BarkFraction = land.BarkAdded, p("0.1")
	assert.Equal(t, "50.688", step(t, work(t, g), "L_wood").String(), "120 × 0.8 × 1.1 × 0.48")
	g.Harvest.Bark = land.OverBark
	assert.Contains(t, refused(t, g), `BF "0.1": a fraction of bark is accepted with land.BarkAdded alone`)
	g.Harvest.Bark, g.Harvest.BarkFraction, g.Ratio = 0, estimate.Parameter{}, 0
	all := refused(t, g)
	assert.Contains(t, all, "Bark: how the wood is measured, land.OverBark or land.UnderBark (× 1.15)")
	assert.Contains(t, all, "Ratio: 44/12")

	g = stand("250", "3", "0.26", "1.2")
	assert.Contains(t, refused(t, g), `CF "1.2 t C/t d.m.": no more carbon than dry matter is accepted`)
	g = stand("250", "3", "0.26", "0.48")
	g.Harvest, g.Fuelwood, g.Disturbance = land.Harvest{}, land.Fuelwood{}, land.Disturbance{}
	all = refused(t, g)
	assert.Contains(t, all, "H: none is given; an amount in m3 is accepted", "growth alone is no change of a stock")
	assert.Contains(t, all, "FG: none is given")
	assert.Contains(t, all, "A_dist: none is given")
	assert.Equal(t, "토지 바이오매스 탄소 변화", land.GainLoss{}.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch2, eq. 2.7 and 2.9 to 2.14", g.Equation())

	// What burnt more than grew is emitted.
	g = stand("250", "0.1", "0.26", "0.48")
	g.Disturbance = disturbed("100", "95", "0.26", "1")
	assert.Equal(t, "21011.76", tonnes(t, work(t, g), ghg.CO2).String(), "(15.12 - 5745.6) × -44/12")
}

// coniferous is a forest of two inventories, five years apart.
func coniferous() land.StockDifference {
	return land.StockDifference{What: named("coniferous forest"), Area: q("4000 ha"), Source: source,
		From: land.GrowingStock{Year: 2015, Volume: p("150 m3/ha")}, To: land.GrowingStock{Year: 2020, Volume: p("165 m3/ha")},
		Density: p("0.46 t d.m./m3"), Expansion: p("1.43"), Roots: p("0.27"), Carbon: p("0.5 t C/t d.m."), Ratio: factor.WholeWeights}
}

func TestStockDifference(t *testing.T) {
	s := coniferous()
	e := work(t, s)
	assert.Equal(t, "0.417703", step(t, e, "C_V").String(), "0.46 × 1.43 × 1.27 × 0.5")
	assert.Equal(t, "250621.8", step(t, e, "C_1").String(), "4000 × 150 × 0.417703")
	assert.Equal(t, "5012.436", step(t, e, "DC").String(), "4000 × 15 × 0.417703 / 5")
	assert.Equal(t, "-18378.932", tonnes(t, e, ghg.CO2).String())
	assert.Equal(t, "coniferous forest 바이오매스 탄소 변화", s.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch2, eq. 2.8", s.Equation())

	s.Density, s.Expansion = estimate.Parameter{}, p("0.6578 t d.m./m3")
	assert.True(t, tonnes(t, e, ghg.CO2).Equal(tonnes(t, work(t, s), ghg.CO2)), "BCEF = D × BEF")
	s.Density = p("0.46 t d.m./m3")
	assert.Contains(t, refused(t, s), "BEF", "a factor with the density in it, and the density again")
	s = coniferous()
	s.From, s.To = s.To, s.From
	assert.Contains(t, refused(t, s), `t_2 "2015": a year of the second inventory behind that of the first is accepted`)
	s = coniferous()
	s.From.Volume, s.To.Volume = s.To.Volume, s.From.Volume
	assert.Equal(t, "18378.932", tonnes(t, work(t, s), ghg.CO2).String(), "what was cut is emitted")
}

// What grew less what was cut is what two inventories find, where both count the same.
func TestGainLossIsStockDifference(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 9))
	for range 200 {
		n := func(least, most int64, places int32) decimal.Decimal {
			return decimal.New(least+r.Int64N(most-least), -places)
		}
		area, growth, bcef, roots, cf := n(1, 9000, 0), n(1, 120, 1), n(300, 1500, 3), n(10, 60, 2), n(40, 55, 2)
		cut, burnt, start := n(0, 60, 1), n(0, 60, 1), n(1000, 3000, 1)
		end := start.Add(growth).Sub(cut).Sub(burnt)
		s := land.StockDifference{Area: q(area.String() + " ha"), Source: source, Expansion: p(bcef.String() + " t d.m./m3"),
			Roots:  p(roots.String()),
			Carbon: p(cf.String() + " t C/t d.m."), From: land.GrowingStock{Year: 2022, Volume: p(start.String() + " m3/ha")},
			To: land.GrowingStock{Year: 2023, Volume: p(end.String() + " m3/ha")}, Ratio: factor.WholeWeights}
		g := stand(area.String(), growth.Mul(bcef).String(), roots.String(), cf.String())
		g.Harvest = land.Harvest{Wood: wood(cut.Mul(area).String(), bcef.String(), roots.String()), Bark: land.OverBark}
		g.Disturbance = disturbed(area.String(), burnt.Mul(bcef).String(), roots.String(), "1")
		found, grown := work(t, s), work(t, g)
		require.Equal(t, step(t, found, "DC").String(), step(t, grown, "DC").String())
		require.True(t, tonnes(t, found, ghg.CO2).Equal(tonnes(t, grown, ghg.CO2)))
	}
}

func TestConversion(t *testing.T) {
	c := land.Conversion{What: named("forest to settlements"), Area: q("12 ha"), Source: source, Before: p("120 t d.m./ha"),
		After:  p("5 t d.m./ha"),
		Carbon: p("0.47 t C/t d.m."), Ratio: factor.WholeWeights}
	e := work(t, c)
	assert.Equal(t, "-648.6", step(t, e, "DC").String(), "-115 × 12 × 0.47")
	assert.Equal(t, "2378.2", tonnes(t, e, ghg.CO2).String(), "emitted")
	assert.Equal(t, "forest to settlements 전용", c.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch2, eq. 2.16", c.Equation())

	c.Before, c.After = published(t, estimate.IPCC2006, "settlements", "", "", "BBefore"), p("0 t C/ha")
	assert.Contains(t, refused(t, c), `CF "0.47 t C/t d.m.": the biomass is carbon already: none is accepted`)
	c.Carbon = estimate.Parameter{}
	assert.Equal(t, "206.8", tonnes(t, work(t, c), ghg.CO2).String(), "4.7 × 12 × 44/12")
	c.After = p("0 t d.m./ha")
	assert.Contains(t, refused(t, c), "d.m. is not C")
}

func TestDeadMatter(t *testing.T) {
	d := land.DeadMatter{What: named("cropland to forest"), Area: q("500 ha"), Source: source, Old: p("3 t C/ha"), New: p("25 t C/ha"),
		Transition: p("20 yr"), Ratio: factor.AtomicWeights}
	e := work(t, d)
	assert.Equal(t, "550", step(t, e, "DC").String(), "(25 - 3) × 500 / 20")
	assert.Equal(t, "-2015.2", tonnes(t, e, ghg.CO2).String(), "× 3.664")
	assert.Equal(t, "IPCC 2006 V4 Ch2, eq. 2.23", d.Equation())
	assert.Equal(t, "dead wood and litter of land", land.DeadMatter{}.Title().En)
	d.Transition = p("0 yr")
	assert.Contains(t, refused(t, d), `T_on "0 yr": above 0`)
}

func TestMineralSoil(t *testing.T) {
	m := land.MineralSoil{Edition: estimate.IPCC2006, What: named("paddies"), Ratio: factor.WholeWeights,
		Reference: published(t, estimate.IPCC2006, "SOCref 0-30 cm", "Warm temperate moist", "HAC soils", "SOCref"),
		Before: []land.LandUse{{Area: q("100 ha"), Source: source, Use: published(t, estimate.IPCC2006, "cropland stock change",
			"paddy rice", "", "FLU"),
			Management: p("1"), Input: p("1")}},
		After: []land.LandUse{
			{Area: q("60 ha"), Source: source, Use: p("1.1"), Management: p("1"), Input: p("1")},
			{Area: q("40 ha"), Source: source, Use: p("0.69"), Management: p("1.08"), Input: p("0.92")}},
		Dependence: p("20 yr"), Between: p("10 yr")}
	e := work(t, m)
	assert.Equal(t, "9680", step(t, e, "SOC_before").String(), "88 × 100 × 1.1")
	assert.Equal(t, "8221.25568", step(t, e, "SOC_after").String(), "88 × (60 × 1.1 + 40 × 0.69 × 1.08 × 0.92)")
	assert.Equal(t, "-72.937216", step(t, e, "DC").String(), "over 20 years, though 10 lie between")
	assert.Equal(t, "267.43645", tonnes(t, e, ghg.CO2).Truncate(5).String())
	assert.Equal(t, "paddies 무기토양 탄소", m.Title().Ko)

	m.Between = p("25 yr")
	assert.Equal(t, "-58.3497728", step(t, work(t, m), "DC").String(), "T where it is more than D")
	m.After[0].Area = q("59 ha")
	assert.Contains(t, refused(t, m), `After "99 ha": the same area after as before is accepted`)
	m.Edition = estimate.IPCC2019
	all := refused(t, m)
	assert.Contains(t, all, "SOC_REF")
	assert.Contains(t, all, "F_LU_b1")
	assert.Contains(t, all, "a default of IPCC 2019 Refinement, or a value of one's own, is accepted")
	m.After = nil
	assert.Contains(t, refused(t, m), `After "0": from 1 to 40 are accepted`)
	m.Before = nil
	assert.Contains(t, refused(t, m), `Before "0": from 1 to 40 are accepted`)
	assert.Contains(t, refused(t, land.MineralSoil{}), "Edition")
}

func TestOrganicSoil(t *testing.T) {
	o := land.OrganicSoil{What: named("cropland"), Area: q("30 ha"), Source: source, Factor: p("5 t C/ha/yr"), Ratio: factor.WholeWeights}
	assert.Equal(t, "550", tonnes(t, work(t, o), ghg.CO2).String())
	assert.Equal(t, "cropland 유기토양 배수", o.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch2, eq. 2.26", o.Equation())
}

func TestUrbanTrees(t *testing.T) {
	u := land.UrbanTrees{Crown: q("450 ha"), CrownSource: source, CrownGrowth: published(t, estimate.IPCC2006, "urban trees", "",
		"global default (US)", "CRW"),
		Age: p("15 yr"), Period: p("20 yr"), Ratio: factor.WholeWeights}
	e := work(t, u)
	assert.Equal(t, "1305", step(t, e, "DC_G").String(), "450 × 2.9")
	assert.Equal(t, "-4785", tonnes(t, e, ghg.CO2).String())
	assert.Equal(t, "도시 수목", u.Title().Ko)
	assert.Equal(t, "IPCC 2006 V4 Ch8, eq. 8.1 and 8.2", u.Equation())

	u.Age = p("20 yr")
	assert.Equal(t, "0", step(t, work(t, u), "DC_L").String(), "no older than AGP")
	u.Age = p("20.1 yr")
	assert.Contains(t, refused(t, u), "DC_L: the carbon of trees that died is asked: they are older than AGP on average")
	u.Lost, u.LostSource = q("1500 t"), "survey"
	assert.Equal(t, "715", tonnes(t, work(t, u), ghg.CO2).String(), "more died than grew")

	u.Classes = []land.TreeClass{{Trees: q("10 trees"), Source: source, Growth: p("0.01 t C/tree/yr")}}
	assert.Contains(t, refused(t, u), `A_T "450 ha": the area of crowns, or at most 40 kinds of trees, one of them, are accepted`)
	u.Crown = ghg.Quantity{}
	assert.Contains(t, refused(t, u), "one of them, are accepted", "growth of crowns alone")
	u.Crown, u.CrownGrowth = q("450 ha"), estimate.Parameter{}
	assert.Contains(t, refused(t, u), "one of them, are accepted", "crowns alone")
	assert.Equal(t, "IPCC 2006 V4 Ch8, eq. 8.1 and 8.3", u.Equation())
	all := refused(t, land.UrbanTrees{})
	for _, symbol := range []string{"A_T", "CRW", "Age", "AGP", "Ratio"} {
		assert.Contains(t, all, symbol+": ")
	}
	assert.Equal(t, "street trees", land.UrbanTrees{What: named("street trees")}.Title().En)
}

// V.1, V.2 and V.3 of an inventory: a removal in V.2 is a mass below 0, which the scheme takes.
func TestCategories(t *testing.T) {
	var records []ghg.Record
	for code, m := range map[string]estimate.Method{
		"V.1": land.Enteric{Animals: cows("1000"), Factor: p("68 kg CH4/head/yr")},
		"V.2": coniferous(),
		"V.3": land.Urea{Amount: q("60 t"), Source: source, Factor: p("0.2 t C/t"), Ratio: factor.WholeWeights},
	} {
		records = append(records, work(t, m).Records(ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(2020),
			Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}})...)
	}
	inv, findings, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2020), ghg.FirstVintage, gpc.Scheme, records)
	require.NoError(t, err)
	total, err := inv.Total(gpc.BasicPlus, ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "-16430.932", total.CO2e.Tonnes().String(), "68 × 28 - 18378.932 + 44")
	for _, f := range findings.All {
		assert.NotEqual(t, ghg.FindingNegative, f.Code, fmt.Sprint(f))
	}
}
