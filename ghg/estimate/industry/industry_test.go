package industry_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/estimate/industry"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const source = "vector"

var (
	of     = estimatetest.Worked
	tonnes = estimatetest.Tonnes
)

func p(rate string) estimate.Parameter { return estimate.MustParameter(rate, source) }

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func in(s string) words.Term { return words.Term{En: s, Ko: s} }

func mass(s string) industry.Amount {
	return industry.Amount{Mass: ghg.MustQuantity(s), Source: source}
}

// step is the value of a step of a derivation.
func step(t *testing.T, e estimate.Emissions, symbol string) decimal.Decimal {
	t.Helper()
	s, ok := e.Explain().Step(symbol)
	require.True(t, ok, symbol)
	return s.Values[0].Number
}

// refused is what an estimate is refused for.
func refused(t *testing.T, m estimate.Method) string {
	t.Helper()
	_, err := estimate.Of(m)
	require.Error(t, err)
	return err.Error()
}

func codes(e estimate.Emissions) (out []string) {
	for _, f := range e.Findings().All {
		out = append(out, f.Code)
	}
	return out
}

// published is a default of the Guidelines of 2006.
func published(table, item, condition, parameter string) estimate.Parameter {
	p, err := industry.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: table, Item: item, Condition: condition,
		Parameter: parameter})
	if err != nil {
		panic(err)
	}
	return p
}

func portland() industry.Cement {
	return industry.Cement{
		Kinds:    []industry.CementKind{{Kind: in("Portland"), Made: mass("1000000 t"), Clinker: p("95 %")}},
		Imported: mass("50 kt"), Exported: mass("20 kt"),
		Factor: industry.Calcination{CO2: published("cement", "clinker", "with 2 % dust", "CO2")},
		Dust:   industry.KilnDust{Counted: industry.DustInFactor},
	}
}

func TestCement(t *testing.T) {
	c := portland()
	assert.Equal(t, "478400", tonnes(t, of(t, c), ghg.CO2).String())
	c.Kinds = append(c.Kinds, industry.CementKind{Kind: in("masonry"), Made: mass("40 kt"), Clinker: p("0.75")})
	assert.Equal(t, "494000", tonnes(t, of(t, c), ghg.CO2).String(), "(950000 + 30000 - 50000 + 20000) × 0.52")

	c = portland()
	c.Factor.CO2, c.Dust = published("cement", "clinker", "without dust", "CO2"), industry.KilnDust{Counted: industry.DustReturned}
	assert.Equal(t, "469200", tonnes(t, of(t, c), ghg.CO2).String(), "0.51, and no dust")
	c.Dust = industry.KilnDust{Counted: industry.DustByFactor, Correction: published("cement", "clinker", "", "dust correction")}
	assert.Equal(t, "478584", tonnes(t, of(t, c), ghg.CO2).String(), "0.51 × 1.02 = 0.5202, printed as 0.52")
	c.Dust.Correction = p("2 %")
	assert.Contains(t, refused(t, c), `CF "2 %": 1 or more, as 1.02, is accepted`)
	c.Dust.Counted = industry.DustInFactor
	assert.Contains(t, refused(t, c), `CF "2 %": dust counted twice`)

	c = portland()
	c.Imported = mass("975 kt")
	assert.Contains(t, refused(t, c), `Im "975 kt": no more than the cement takes is accepted, which is 5000 t less`)
	c.Imported.Mass = ghg.Quantity{}
	assert.Contains(t, refused(t, c), "Im: none is given; an amount in t is accepted", "0 t where there was none")
	c = portland()
	c.Factor.CO2 = p("0.5 t CO2/t cement")
	assert.Contains(t, refused(t, c), "cement is not clinker")
	c.Factor.CO2, c.Kinds[0].Kind, c.Kinds[0].Clinker = p("0.52 t CO2/t"), words.Term{En: "Portland"}, p("95")
	assert.Contains(t, refused(t, c), `What 1 "Portland": what it is, in English and Korean, is accepted`)
	assert.Contains(t, refused(t, c), `C_1 "95": a fraction from 0 to 1`)
	c.Dust.Counted = 9
	assert.Contains(t, refused(t, c), "Dust: industry.DustInFactor, industry.DustReturned")
	c.Kinds = nil
	assert.Contains(t, refused(t, c), `Kinds "0": 1 to 100 are accepted`)
	c.Kinds = make([]industry.CementKind, 101)
	assert.Contains(t, refused(t, c), `Kinds "101": 1 to 100 are accepted`)
}

// kiln is 300 kt of clinker, and 6 kt of dust that is landfilled.
func kiln() industry.Clinker {
	return industry.Clinker{
		Made: mass("300 kt"),
		Factor: industry.Calcination{Oxide: p("66 %"), OtherOxide: p("1 %"),
			Ratio: published("cement", "clinker", "", "stoichiometric ratio")},
		Dust: industry.KilnDust{Counted: industry.DustMeasured, Mass: ghg.MustQuantity("6000 t"), Source: source,
			Carbonate: p("80 %"), Calcined: p("25 %"), CO2: published("carbonates", "CaCO3 calcite/aragonite", "", "CO2")},
	}
}

func TestClinker(t *testing.T) {
	e := of(t, kiln())
	assert.Equal(t, "0.51025", step(t, e, "EF").String(), "(66 % - 1 %) × 0.785")
	// What the dust gave off is 6000 × 0.8 × 0.25 × 0.43971 = 527.652 t, whatever the factor.
	assert.Equal(t, "153602.652", tonnes(t, e, ghg.CO2).String(), "300000 × 0.51025 + 527.652")
	assert.Equal(t, "1.003447016168544830965213", step(t, e, "CF").String(), "1 + 527.652 / 153075")

	c := kiln()
	c.Dust.Counted = industry.DustReturned
	assert.Contains(t, refused(t, c), `M_d "6000 t": dust counted twice: its mass with industry.DustMeasured alone is accepted`)
	c = kiln()
	c.Factor.CO2 = p("0.52 t CO2/t clinker")
	assert.Contains(t, refused(t, c), `EF "0.52 t CO2/t clinker": a factor and the oxide in the product are alternatives`)
	c = kiln()
	c.Factor.OtherOxide = p("67 %")
	assert.Contains(t, refused(t, c), `Other "67 %": a part of the oxide in the product`)
	c.Factor.OtherOxide = estimate.Parameter{}
	assert.Contains(t, refused(t, c), "Other: none is given", "0 where there is none")
	c = kiln()
	c.Factor.Ratio = p("0.913 t CO2/t CaO.MgO")
	assert.Equal(t, "0.59345", step(t, of(t, c), "EF").String(), "where MgO is told with CaO")
	c = kiln()
	c.Made = mass("0 t")
	assert.Contains(t, refused(t, c), `M_d "6000 t": dust of a kiln that makes something is accepted`)
	c.Dust = industry.KilnDust{Counted: industry.DustReturned}
	assert.True(t, tonnes(t, of(t, c), ghg.CO2).IsZero())
	c = kiln()
	c.Dust.CO2 = estimate.Parameter{}
	assert.Contains(t, refused(t, c), "EF_c: none is given; a rate in t CO2/t carbonate is accepted")
}

// Dust that is measured adds what its carbonate gave off, and no more, whatever the factor of
// clinker is: a bound that no choice of terms passes.
func TestDustAddsItsOwnCarbonate(t *testing.T) {
	for _, oxide := range []string{"60 %", "64.3 %", "67 %"} {
		for _, dust := range []string{"0 t", "1 t", "9999.9 t"} {
			c := kiln()
			c.Factor.Oxide, c.Dust.Mass = p(oxide), ghg.MustQuantity(dust)
			with := tonnes(t, of(t, c), ghg.CO2)
			c.Dust = industry.KilnDust{Counted: industry.DustReturned}
			more := with.Sub(tonnes(t, of(t, c), ghg.CO2))
			want := ghg.MustQuantity(dust).Amount().Mul(dec("0.087942")) // 0.8 × 0.25 × 0.43971
			assert.True(t, more.Equal(want), "%s of dust by %s: %s, not %s", dust, oxide, more, want)
		}
	}
}

func TestDust(t *testing.T) {
	assert.Equal(t, "dust in the emission factor", industry.DustInFactor.String())
	assert.Equal(t, "킬른먼지 실측", industry.DustMeasured.Korean())
	text, err := industry.Dust(9).MarshalText()
	require.NoError(t, err)
	assert.Equal(t, "not stated", string(text))
}

func TestLime(t *testing.T) {
	quick := industry.Hydration{Correction: p("1")}
	l := industry.Lime{Kinds: []industry.LimeKind{
		{Kind: in("high-calcium"), Made: mass("8500 t"), Factor: industry.Calcination{CO2: published("lime", "high-calcium lime", "", "CO2")},
			Dust: industry.KilnDust{Counted: industry.DustReturned}, Hydration: quick},
		{Kind: in("dolomitic"), Made: mass("1500 t"), Factor: industry.Calcination{CO2: published("lime", "dolomitic lime",
			"developing countries", "CO2")},
			Dust: industry.KilnDust{Counted: industry.DustReturned}, Hydration: quick},
	}}
	assert.Equal(t, "7530", tonnes(t, of(t, l), ghg.CO2).String(), "6375 + 1155: tier 1 rounds it to 0.75 a tonne")

	l.Kinds = l.Kinds[:1]
	l.Kinds[0].Hydration = industry.Hydration{Hydrated: p("10 %"), Water: p("28 %")}
	assert.Equal(t, "6196.5", tonnes(t, of(t, l), ghg.CO2).String(), "6375 × 0.972")
	l.Kinds[0].Hydration = industry.Hydration{Correction: published("lime", "all lime", "", "hydration correction")}
	assert.Equal(t, "6183.75", tonnes(t, of(t, l), ghg.CO2).String(), "6375 × 0.97")
	l.Kinds[0].Dust = industry.KilnDust{Counted: industry.DustByFactor, Correction: published("lime", "all lime", "", "dust correction")}
	assert.Equal(t, "6307.425", tonnes(t, of(t, l), ghg.CO2).String(), "6183.75 × 1.02")
	l.Kinds[0].Dust = industry.KilnDust{Counted: industry.DustMeasured, Mass: ghg.MustQuantity("170 t"), Carbonate: p("1"),
		Calcined: p("50 %")}
	e := of(t, l)
	assert.Equal(t, "1.01", step(t, e, "CF_1").String(), "1 + 170 / 8500 × 1 × 50 %")
	assert.Equal(t, "6245.5875", tonnes(t, e, ghg.CO2).String())
	l.Kinds[0].Dust.CO2 = p("0.43971 t CO2/t carbonate")
	assert.Contains(t, refused(t, l), "EF_c_1", "equation 2.6 leaves it out")

	l.Kinds[0].Hydration.Hydrated = p("10 %")
	assert.Contains(t, refused(t, l), `Dry_1 "0.97": the correction or the share of hydrated lime with its water, one of them, is accepted`)
	l.Kinds[0].Hydration = industry.Hydration{}
	assert.Contains(t, refused(t, l), "Dry_1: none is given", "1 of quicklime")
	l.Kinds[0].Factor = industry.Calcination{Oxide: p("95 %"), OtherOxide: p("1 %"), Ratio: p("0.785 t CO2/t CaO")}
	assert.Contains(t, refused(t, l), `Other_1 "1 %": none is accepted: lime is made of carbonate alone`)
	assert.Contains(t, refused(t, industry.Lime{}), `Kinds "0"`)
}

func TestCarbonates(t *testing.T) {
	c := industry.Carbonates{Use: words.Term{En: "ceramics", Ko: "요업"}, Kinds: []industry.Carbonate{
		{Kind: in("limestone"), Used: mass("850 t"), CO2: published("carbonates", "CaCO3 calcite/aragonite", "", "CO2"), Calcined: p("1")},
		{Kind: in("dolomite"), Used: mass("150 t"), CO2: published("carbonates", "CaMg(CO3)2 dolomite", "", "CO2"), Calcined: p("90 %")},
	}}
	e := of(t, c)
	assert.Equal(t, "438.1917", tonnes(t, e, ghg.CO2).String(), "850 × 0.43971 + 150 × 0.47732 × 90 %")
	assert.Equal(t, "탄산염 사용: 요업", c.Title().Ko)
	c.Kinds[1].Calcined = estimate.Parameter{}
	assert.Contains(t, refused(t, c), "F_2: none is given", "1 where it is not known")
	c.Use, c.Kinds = words.Term{}, nil
	assert.Contains(t, refused(t, c), "What 0: what it is")
	assert.Contains(t, refused(t, c), `Kinds "0"`)
}
