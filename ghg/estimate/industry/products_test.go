package industry_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/stretchr/testify/assert"
)

func TestGlass(t *testing.T) {
	g := industry.Glass{Kinds: []industry.GlassKind{{Kind: in("all glass"), Melted: mass("7000 t"),
		CO2:    published("glass", "all glass", "", "CO2"),
		Cullet: published("glass", "all glass", "", "cullet ratio")}}}
	assert.Equal(t, "700", tonnes(t, of(t, g), ghg.CO2).String(), "0.2 × 50 % is the 0.10 of equation 2.13")
	g.Kinds = append(g.Kinds, industry.GlassKind{Kind: in("float"), Melted: mass("1 kt"), CO2: published("glass", "Float", "", "CO2"),
		Cullet: p("17 %")})
	assert.Equal(t, "874.3", tonnes(t, of(t, g), ghg.CO2).String(), "700 + 210 × 83 %")
	assert.Equal(t, "유리", g.Title().Ko)

	g.Kinds[0].CO2, g.Kinds[1].Cullet = p("0.2 t CO2/t clinker"), estimate.Parameter{}
	all := refused(t, g)
	assert.Contains(t, all, "clinker is not glass")
	assert.Contains(t, all, "CR_2: none is given")
	assert.Contains(t, refused(t, industry.Glass{}), `Kinds "0"`)
}

func TestNonEnergy(t *testing.T) {
	carbon := published("non-energy", "lubricants", "", "carbon content")
	kind := func(item, used string) industry.NonEnergyKind {
		return industry.NonEnergyKind{Kind: in(item), Used: ghg.MustQuantity(used), Source: source, Carbon: carbon,
			ODU: published("non-energy", item, "", "ODU")}
	}
	// Oil and grease, as tonnes: 900 t and 100 t of 40.2 GJ/t.
	e := industry.NonEnergy{Ratio: factor.WholeWeights, Kinds: []industry.NonEnergyKind{kind("lubricating oil", "900 t"),
		kind("grease", "100 t")}}
	e.Kinds[0].NCV, e.Kinds[1].NCV = p("40.2 GJ (net)/t"), p("40.2 TJ (net)/Gg")
	l := industry.Lubricants{NonEnergy: e}
	got := of(t, l)
	assert.Equal(t, "148.74", step(t, got, "Carbon").String(), "36.18 × 20 × 0.2 + 4.02 × 20 × 0.05")
	assert.Equal(t, "545.38", tonnes(t, got, ghg.CO2).String(), "as one of 40.2 TJ with ODU 0.2, rounded up, it is 589.6")
	l.Ratio = factor.AtomicWeights
	assert.Equal(t, "544.98336", tonnes(t, of(t, l), ghg.CO2).String(), "148.74 × 3.664")
	l.Ratio = 0
	assert.Contains(t, refused(t, l), "Ratio: 44/12 (factor.WholeWeights) or 3.664 (factor.AtomicWeights) is accepted")
	l.Kinds[0].Used = ghg.MustQuantity("36 TJ (gross)")
	l.Kinds[0].NCV = estimate.Parameter{}
	assert.Contains(t, refused(t, l), "LC_1")

	w := industry.ParaffinWax{NonEnergy: industry.NonEnergy{Ratio: factor.WholeWeights,
		Kinds: []industry.NonEnergyKind{kind("paraffin wax", "30 TJ (net)")}}}
	assert.Equal(t, "440", tonnes(t, of(t, w), ghg.CO2).String(), "30 × 20 × 0.2 × 44/12")
	assert.Equal(t, []string{"lubricants used", "paraffin wax used"}, []string{l.Title().En, w.Title().En})
	assert.NotEqual(t, l.Equation(), w.Equation())
	assert.Contains(t, refused(t, industry.ParaffinWax{}), `Kinds "0"`)
}
