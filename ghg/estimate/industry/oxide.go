package industry

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Calcination is the CO2 of a tonne of clinker or lime: a factor, or the oxide in the product with
// what the carbonate gives off for a tonne of that oxide. One of them is stated.
type Calcination struct {
	CO2 estimate.Parameter // 0.52 t CO2/t clinker, 0.75 t CO2/t lime; or

	Oxide estimate.Parameter // share of CaO, or of CaO.MgO, in the product: 67 %
	Ratio estimate.Parameter // 0.785 t CO2/t CaO, 0.913 t CO2/t CaO.MgO
	// OtherOxide is the share of clinker that is CaO of no carbonate, as of slag or fly ash, and
	// part of Oxide: 0 where there is none. Of lime none is stated.
	OtherOxide estimate.Parameter
}

var (
	factorOf     = words.Term{En: "emission factor", Ko: "배출계수"}
	oxideOf      = words.Term{En: "oxide in the product", Ko: "제품의 산화물 함량"}
	otherOxideOf = words.Term{En: "oxide of no carbonate in the product", Ko: "탄산염이 아닌 원료에서 온 산화물 함량"}
	ratioOf      = words.Term{En: "CO2 of the carbonate, by its oxide", Ko: "산화물당 CO2(화학양론비)"}
)

// Products, as units of factors name them.
const (
	clinkerIs = "clinker"
	limeIs    = "lime"
)

// on tells the factor as EF, in t CO2 for a tonne of the product.
func (c Calcination) on(w *estimate.Worksheet, product, suffix string) decimal.Decimal {
	symbol := "EF" + suffix
	unit, err := ghg.ParseRateUnit("t CO2/t " + product)
	if err != nil {
		w.RefuseError(symbol, c.CO2.Rate.String(), err)
	}
	if c.Oxide.IsUnset() && c.Ratio.IsUnset() && c.OtherOxide.IsUnset() {
		return w.Parameter(symbol, factorOf, c.CO2, unit)
	}
	if !c.CO2.IsUnset() {
		w.Refuse(symbol, c.CO2.Rate.String(), "a factor and the oxide in the product are alternatives: one of them is accepted")
		return decimal.Zero
	}
	ratioUnit := c.perOxide()
	share := strings.TrimPrefix(ratioUnit.String(), "t CO2/") + "/t " + product
	oxide := w.As(share).Fraction("Oxide"+suffix, oxideOf, c.Oxide)
	formula := "Oxide" + suffix
	if product == clinkerIs {
		other := w.As(share).Fraction("Other"+suffix, otherOxideOf, c.OtherOxide)
		if other.GreaterThan(oxide) {
			w.Refuse("Other"+suffix, c.OtherOxide.Rate.String(), "a part of the oxide in the product, and no more than it, is accepted")
		}
		oxide, formula = oxide.Sub(other), "("+formula+" - Other"+suffix+")"
	} else if !c.OtherOxide.IsUnset() {
		w.Refuse("Other"+suffix, c.OtherOxide.Rate.String(), "none is accepted: lime is made of carbonate alone")
	}
	ratio := w.Parameter("Ratio"+suffix, ratioOf, c.Ratio, ratioUnit)
	return w.Computed(symbol, factorOf, unit.String(), formula+" × Ratio"+suffix, estimate.Exactly, oxide.Mul(ratio))
}

// perOxide is the unit of the ratio: of dolomitic lime it is per CaO and MgO together.
func (c Calcination) perOxide() ghg.RateUnit {
	if c.Ratio.Rate.Unit() == perDolomiticOxide() {
		return perDolomiticOxide()
	}
	return perLimeOxide()
}

var (
	perLimeOxide      = estimate.RateUnitOf("t CO2/t CaO")
	perDolomiticOxide = estimate.RateUnitOf("t CO2/t CaO.MgO")
	perCarbonate      = estimate.RateUnitOf("t CO2/t carbonate")
)
