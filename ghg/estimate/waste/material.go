package waste

import (
	"strconv"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Material is waste of one kind, and what of its carbon decays without air. DOC is stated,
// or made of the composition, not both.
type Material struct {
	Name        words.Term // "food waste"
	DOC         estimate.Parameter
	Composition []Part
	DOCf        estimate.Parameter // share of DOC that decays: 0.5, 0.6 in the GPC
	MCF         estimate.Parameter // methane correction factor of the site
}

// Part is a part of mixed waste. What is in no part has no carbon that decays.
type Part struct {
	Name  words.Term
	Share estimate.Parameter // of the wet weight
	DOC   estimate.Parameter // of its wet weight
}

// How many there may be: their derivation has 18 steps a stream and 6 a part at most.
const (
	mostParts   = 40
	mostStreams = 20
)

var (
	docOf     = words.Term{En: "degradable organic carbon", Ko: "분해가능 유기탄소(DOC)"}
	docfOf    = words.Term{En: "share of it that decays", Ko: "분해 비율(DOCf)"}
	mcfOf     = words.Term{En: "methane correction factor", Ko: "메탄보정계수(MCF)"}
	shareOf   = words.Term{En: "share, %s", Ko: "%s 비율"}
	docOfPart = words.Term{En: "degradable organic carbon, %s", Ko: "%s 분해가능 유기탄소"}
	unnamed   = words.Term{En: "waste", Ko: "폐기물"}
)

// carbonOfWaste is the unit of DOC: carbon of wet waste.
const carbonOfWaste = "t C/t"

// labelled is what a term is, of a stream where there are several.
func labelled(w *estimate.Worksheet, what, of words.Term, suffix string) words.Term {
	if suffix == "" || !w.Explaining() {
		return what
	}
	return words.Term{En: what.En + ", " + of.En, Ko: of.Ko + " " + what.Ko}
}

// name is that of the material, or that it is waste.
func (m Material) name() words.Term {
	if m.Name == (words.Term{}) {
		return unnamed
	}
	return m.Name
}

// content is DOC × DOCf × MCF, what of a tonne of waste decays without air, in t C.
func (m Material) content(w *estimate.Worksheet, suffix string) (doc, docf, mcf decimal.Decimal) {
	doc = m.doc(w, suffix)
	docf = w.Fraction("DOCf"+suffix, labelled(w, docfOf, m.name(), suffix), m.DOCf)
	mcf = w.Fraction("MCF"+suffix, labelled(w, mcfOf, m.name(), suffix), m.MCF)
	return doc, docf, mcf
}

func (m Material) doc(w *estimate.Worksheet, suffix string) decimal.Decimal {
	what := labelled(w, docOf, m.name(), suffix)
	if len(m.Composition) == 0 {
		return w.As(carbonOfWaste).Fraction("DOC"+suffix, what, m.DOC)
	}
	if !m.DOC.IsUnset() || len(m.Composition) > mostParts {
		w.Refuse("DOC"+suffix, m.DOC.Rate.String(), "DOC as a number or by a composition of at most 40 parts, one of them, is accepted")
		return decimal.Zero
	}
	var sum, shares decimal.Decimal
	formula := ""
	for i, p := range m.Composition {
		n := suffix + "_" + strconv.Itoa(i+1)
		share := w.Fraction("Share"+n, shareOf.With(p.Name), p.Share)
		doc := w.As(carbonOfWaste).Fraction("DOC"+n, docOfPart.With(p.Name), p.DOC)
		shares, sum = shares.Add(share), sum.Add(share.Mul(doc))
		if w.Explaining() {
			formula += " + Share" + n + " × DOC" + n
		}
	}
	if shares.GreaterThan(decimal.New(1, 0)) {
		w.Refuse("Composition"+suffix, shares.String(), "shares that add up to 1 at most are accepted")
	}
	if w.Explaining() {
		formula = formula[len(" + "):]
	}
	return w.Computed("DOC"+suffix, what, carbonOfWaste, formula, estimate.Exactly, sum)
}

var (
	fOf       = words.Term{En: "share of CH4 in landfill gas, by volume", Ko: "매립가스의 메탄 부피비(F)"}
	oxOf      = words.Term{En: "share oxidised in the cover", Ko: "복토층 산화율(OX)"}
	weightOf  = words.Term{En: "molar mass of %s", Ko: "%s 몰질량"}
	ch4Of     = words.Term{En: "CH4 made of carbon", Ko: "탄소의 메탄 환산비"}
	perTonneC = estimate.RateUnitOf("t CH4/t C")
)

// methane is CH4 made of carbon: by over over of it, rounded to [estimate.Places].
type methane struct {
	formula  string // " × M_CH4 / M_C", behind the carbon
	by, over decimal.Decimal
}

func (m methane) of(carbon decimal.Decimal) decimal.Decimal {
	return carbon.Mul(m.by).DivRound(m.over, estimate.Places)
}

// on tells the ratio to a worksheet.
func (r MethaneRatio) on(w *estimate.Worksheet) methane {
	switch r {
	case WholeWeights:
		a := w.Number("M_CH4", weightOf.With("CH4"), "t CH4/kmol", r.String(), decimal.New(16, 0))
		b := w.Number("M_C", weightOf.With("C"), "t C/kmol", r.String(), twelve)
		return methane{" × M_CH4 / M_C", a, b}
	case AtomicWeights:
		return methane{" × Ratio", w.Number("Ratio", ch4Of, perTonneC().String(), r.String(), decimal.New(1336, -3)), one}
	}
	w.Refuse("Ratio", "", "16/12 (waste.WholeWeights) or 1.336 (waste.AtomicWeights) is accepted: it is part of the method")
	return methane{"", one, one}
}
