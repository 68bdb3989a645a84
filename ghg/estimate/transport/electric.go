package transport

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Grid is the factor of a grid: power.Factor is one.
type Grid interface {
	// Emits tells a worksheet the factor and what an amount of energy emits, whose step has a symbol.
	Emits(w *estimate.Worksheet, symbol string, n decimal.Decimal, unit ghg.Unit)
}

// Electric is the electricity of vehicles or trains, location-based: scope 2 of transport
// (II.x.2). It is metered, or by distance.
type Electric struct {
	Metered ghg.Quantity // what was charged, in place of Travel and Per
	Source  string

	Travel Travel
	Per    estimate.Parameter // 0.18 kWh/vehicle-km

	Factor Grid
}

var (
	electric      = words.Term{En: "electricity of vehicles, location-based", Ko: "차량 전기(지역기반)"}
	electricityOf = words.Term{En: "electricity of vehicles", Ko: "차량 전력량"}
	kWhPerKm      = estimate.RateUnitOf("kWh/vehicle-km")
)

// Title is what is estimated.
func (e Electric) Title() words.Term { return electric }

// Equation is the document of the method.
func (e Electric) Equation() string { return "GPC ch. 7, scope 2, location-based" }

// Variant says that it is the location-based of two ways.
func (e Electric) Variant() ghg.Variant { return ghg.LocationBased }

// Work is the equation.
func (e Electric) Work(w *estimate.Worksheet) {
	q := e.used(w)
	if e.Factor == nil {
		w.Refuse("Factor", "", "none is given; the factor of the grid, as power.Factor, is accepted")
		return
	}
	e.Factor.Emits(w, "Q", q, ghg.KilowattHour)
}

// used is the electricity, in kWh.
func (e Electric) used(w *estimate.Worksheet) decimal.Decimal {
	byDistance := !e.Travel.isZero() || !e.Per.IsUnset()
	switch {
	case byDistance == !e.Metered.IsUnset():
		w.Refuse("Metered", "", "electricity as it is metered, or a distance with kWh/vehicle-km, one of them, is accepted")
		return decimal.Zero
	case !byDistance:
		return w.Quantity("Q", electricityOf, e.Metered, ghg.KilowattHour, e.Source)
	}
	symbol, d := e.Travel.on(w, vehicles, "", ghg.Scope2)
	per := w.Parameter("Per", perOf, e.Per, kWhPerKm())
	return w.Computed("Q", electricityOf, ghg.KilowattHour.String(), symbol+" × Per", estimate.Exactly, d.Mul(per))
}

// Used is the electricity: what a building that it is metered in has to take out of its own
// line (power.Metered), for it counts once.
func (e Electric) Used() (ghg.Quantity, error) {
	var n decimal.Decimal
	_, err := estimate.Of(onlyUsed{e, &n})
	if err != nil {
		return ghg.Quantity{}, err
	}
	return ghg.NewQuantity(n, ghg.KilowattHour)
}

// onlyUsed is the amount without what it emits.
type onlyUsed struct {
	Electric
	n *decimal.Decimal
}

// Work is the amount alone.
func (o onlyUsed) Work(w *estimate.Worksheet) { *o.n = o.used(w) }
