package waste

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Component is a part of the waste that is burnt, by its amount or by its share of all of it.
type Component struct {
	Name   words.Term         // "plastics"
	Amount ghg.Quantity       // wet; or
	Share  estimate.Parameter // WF, of the wet weight
	Source string             // of the amount
	Dry    estimate.Parameter // dm, dry matter of the wet weight
	Carbon estimate.Parameter // CF, carbon of the dry matter
	Fossil estimate.Parameter // FCF, fossil carbon of the carbon
}

// Burnt is waste that is burnt, of what it is made, and its factors.
type Burnt struct {
	What       words.Term // "municipal waste"
	Components []Component
	Oxidation  estimate.Parameter // OF: 1 in an incinerator, 58 % or 71 % by the edition in the open
	Ratio      factor.CarbonRatio

	// CH4 and N2O say the weight that they are per: 60 kg CH4/Gg wet waste, 150 g N2O/t dry
	// waste. One per dry waste needs Dry, the dry matter of all the waste.
	CH4, N2O estimate.Parameter
	Dry      estimate.Parameter
}

var (
	burntOf     = words.Term{En: "waste burnt", Ko: "소각량"}
	dryBurnt    = words.Term{En: "dry matter of it", Ko: "건조 폐기물량"}
	dryOf       = words.Term{En: "dry matter", Ko: "건조물질 비율(dm)"}
	carbonIn    = words.Term{En: "carbon of the dry matter", Ko: "건조물질의 탄소 비율(CF)"}
	fossilOf    = words.Term{En: "fossil part of the carbon", Ko: "화석탄소 비율(FCF)"}
	carbonBurnt = words.Term{En: "carbon", Ko: "탄소량"}
	partBurnt   = words.Term{En: "amount", Ko: "소각량"}
	partShare   = words.Term{En: "share of the waste", Ko: "폐기물 중 비율(WF)"}
	fossilC     = words.Term{En: "fossil carbon", Ko: "화석탄소량"}
	biogenicC   = words.Term{En: "biogenic carbon", Ko: "생물기원 탄소량"}
	oxidisedOf  = words.Term{En: "oxidation factor", Ko: "산화율(OF)"}
	fossilCO2   = words.Term{En: "CO2, fossil", Ko: "CO2(화석)"}
	biogenicCO2 = words.Term{En: "CO2, biogenic: a memo item", Ko: "CO2(생물기원, 별도 보고)"}
)

// name is that of the waste, or that it is waste.
func (b Burnt) name() words.Term {
	if b.What == (words.Term{}) {
		return unnamed
	}
	return b.What
}

// emits tells what an amount of waste emits when it is burnt, in t wet, of the symbol IW.
func (b Burnt) emits(w *estimate.Worksheet, mass decimal.Decimal) {
	var missing []ghg.Gas
	if len(b.Components) == 0 {
		missing = append(missing, ghg.CO2)
	}
	var dry decimal.NullDecimal
	for _, x := range [...]struct {
		gas    ghg.Gas
		symbol string
		what   words.Term
		by     estimate.Parameter
	}{{ghg.CH4NonFossil, "CH4", emitted, b.CH4}, {ghg.N2O, "N2O", n2oEmitted, b.N2O}} {
		if x.by.IsUnset() {
			missing = append(missing, x.gas)
			continue
		}
		of, symbol, m := WetWeight, "IW", mass
		if says(x.by.Rate.Unit()) == DryWeight {
			of, symbol = DryWeight, "IW_dry"
			if !dry.Valid {
				dm := w.As(dryOfWet).Fraction("DM", dryOf, b.Dry)
				dry = decimal.NewNullDecimal(w.Computed(symbol, dryBurnt, "t dry waste", "IW × DM", estimate.Exactly, mass.Mul(dm)))
			}
			m = dry.Decimal
		}
		ef := perMass(w, x.symbol, x.by, of)
		w.Emits(x.symbol, x.what, x.gas, ghg.Tonne, symbol+" × EF_"+x.symbol, estimate.Exactly, m.Mul(ef))
	}
	w.NotEstimated(missing...)
	if len(b.Components) > 0 {
		b.carbon(w, mass)
	}
}

// dryOfWet is the unit of the share of waste that is dry.
const dryOfWet = "t dry waste/t wet waste"

// carbon tells the CO2 of the components, fossil and biogenic.
func (b Burnt) carbon(w *estimate.Worksheet, mass decimal.Decimal) {
	if len(b.Components) > mostParts {
		w.Refuse("Components", strconv.Itoa(len(b.Components)), "at most 40 are accepted")
		return
	}
	var all, fossil, biogenic decimal.Decimal
	var fossils, biogenics []string
	for i, c := range b.Components {
		n := "_" + strconv.Itoa(i+1)
		symbol, part := c.part(w, n, mass)
		dm := w.As(dryOfWet).Fraction("dm"+n, labelled(w, dryOf, c.Name, n), c.Dry)
		cf := w.As("t C/t dry waste").Fraction("CF"+n, labelled(w, carbonIn, c.Name, n), c.Carbon)
		fcf := w.Fraction("FCF"+n, labelled(w, fossilOf, c.Name, n), c.Fossil)
		carbon := w.Computed("C"+n, labelled(w, carbonBurnt, c.Name, n), "t C", symbol+" × dm"+n+" × CF"+n, estimate.Exactly,
			part.Mul(dm).Mul(cf))
		all, fossil, biogenic = all.Add(part), fossil.Add(carbon.Mul(fcf)), biogenic.Add(carbon.Mul(one.Sub(fcf)))
		if w.Explaining() {
			fossils, biogenics = append(fossils, "C"+n+" × FCF"+n), append(biogenics, "C"+n+" × (1 - FCF"+n+")")
		}
	}
	switch {
	case w.Failed():
	case all.GreaterThan(mass):
		w.Refuse("Components", shown(all)+" t", "parts that add up to no more than the waste are accepted")
	case all.LessThan(mass):
		w.Remark(partsOnly(all, mass))
	}
	w.Computed("C_fossil", fossilC, "t C", strings.Join(fossils, " + "), estimate.Exactly, fossil)
	w.Computed("C_biogenic", biogenicC, "t C", strings.Join(biogenics, " + "), estimate.Exactly, biogenic)
	oxidised := w.Fraction("OF", oxidisedOf, b.Oxidation)
	co2 := w.CO2OfCarbon(b.Ratio)
	oxidises(w, co2, "CO2b", biogenicCO2, ghg.CO2Biogenic, "C_biogenic × OF", biogenic.Mul(oxidised))
	oxidises(w, co2, "CO2", fossilCO2, ghg.CO2, "C_fossil × OF", fossil.Mul(oxidised))
}

// part tells the wet weight of a component, in t.
func (c Component) part(w *estimate.Worksheet, n string, mass decimal.Decimal) (string, decimal.Decimal) {
	if !c.Amount.IsUnset() && !c.Share.IsUnset() {
		w.Refuse("SW"+n, c.Amount.String(), "the amount of a part or its share of the waste, one of them, is accepted")
		return "", decimal.Zero
	}
	if !c.Amount.IsUnset() {
		return "SW" + n, w.As("t wet waste").Quantity("SW"+n, labelled(w, partBurnt, c.Name, n), c.Amount, ghg.Tonne.Unit(), c.Source)
	}
	return "IW × WF" + n, mass.Mul(w.Fraction("WF"+n, labelled(w, partShare, c.Name, n), c.Share))
}

// oxidises tells the CO2 of carbon, in t.
func oxidises(w *estimate.Worksheet, x estimate.Weights, symbol string, what words.Term, gas ghg.Gas, formula string,
	carbon decimal.Decimal,
) {
	w.Emits(symbol, what, gas, ghg.Tonne, x.Formula(formula), x.Rounding, x.Of(carbon))
}
