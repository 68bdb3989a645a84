package transport

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Consumption is the fuel of a class of vehicles by distance (eq. 3.2.6), and what it emits:
// beside fuel sold, and never added to it.
type Consumption struct {
	Travel
	Per  estimate.Parameter // 8 L/100 vehicle-km
	Fuel fuel.Amount        // its name and what it takes to have it in the unit of the factors: what is burnt follows
	Factors

	// Sold is what the same vehicles bought, where it is known: the difference is told.
	Sold       ghg.Quantity
	SoldSource string
}

// FindingFuelDiffers is the code of the finding that fuel by distance is not what was sold.
const FindingFuelDiffers = "fuel-by-distance-differs"

var (
	byConsumption = words.Term{En: "%s of vehicles, by distance", Ko: "차량용 %s(주행거리기반)"}
	perOf         = words.Term{En: "consumption", Ko: "연료소비율"}
	fuelledOf     = words.Term{En: "%s by distance", Ko: "주행거리기반 %s 사용량"}
	soldOf        = words.Term{En: "%s sold", Ko: "%s 판매량"}
	moreOf        = words.Term{En: "more by distance than sold", Ko: "판매량 초과분"}
	fuelDiffers   = words.Term{En: "%s by distance, %s sold: alternatives, which are never added",
		Ko: "주행거리기반 %s, 판매량 %s: 대안 관계로 합산하지 않음"}
)

// Title is what is burnt.
func (c Consumption) Title() words.Term { return byConsumption.With(c.Fuel.Fuel) }

// Equation is that of the method.
func (c Consumption) Equation() string { return "IPCC 2006 V2 Ch3, eq. 3.2.6" }

// Variant says that it is the distance-based of two ways: no total has it beside fuel sold.
func (c Consumption) Variant() ghg.Variant { return ghg.DistanceBased }

// Work is the equation.
func (c Consumption) Work(w *estimate.Worksheet) {
	symbol, d := c.on(w, vehicles, "", ghg.Scope1)
	unit, ok := fuelPerDistance(c.Per)
	if !ok {
		w.Refuse("Per", c.Per.Rate.String(), "fuel per distance, as 8 L/100 vehicle-km, is accepted:"+
			" a mass, a volume or net energy; electricity is transport.Electric")
		return
	}
	if !c.Fuel.Burnt.IsUnset() {
		w.Refuse("Burnt", c.Fuel.Burnt.String(), "it follows of the distance: none is accepted; what was sold is Sold")
		return
	}
	per := w.Parameter("Per", perOf, c.Per, ghg.MustRateUnit(unit.String()+"/vehicle-km"))
	n := w.Computed("Fuelled", fuelledOf.With(c.Fuel.Fuel), unit.String(), symbol+" × Per", estimate.Exactly, d.Mul(per))
	c.against(w, n, unit)
	c.emits(w, c.Fuel.OnStep(w, "Fuelled", n, unit))
}

// against tells the difference to what was sold.
func (c Consumption) against(w *estimate.Worksheet, n decimal.Decimal, unit ghg.Unit) {
	if c.Sold.IsUnset() {
		return
	}
	sold := w.Quantity("Sold", soldOf.With(c.Fuel.Fuel), c.Sold, unit, c.SoldSource)
	more := w.Computed("More", moreOf, unit.String(), "Fuelled - Sold", estimate.Exactly, n.Sub(sold))
	if !w.Failed() && !more.IsZero() {
		has, needs := fmt.Sprintf("%s %s", n, unit), fmt.Sprintf("%s %s", sold, unit)
		w.Remark(ghg.Finding{Code: FindingFuelDiffers, Severity: ghg.Note, Stated: needs, Found: has}.Said(fuelDiffers, has, needs))
	}
}

// fuelPerDistance is the unit of fuel in a rate of fuel per distance.
func fuelPerDistance(p estimate.Parameter) (ghg.Unit, bool) {
	above, found := p.Rate.Unit().Unit()
	fits := above.Dimension() == ghg.DimensionMass || above.Dimension() == ghg.DimensionVolume || above.Calorific() == ghg.NetCalorific
	return above, found && fits
}
