package industry

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Charge is an amount of a gas: its mass, or equipment and what one of it holds.
type Charge struct {
	Mass    ghg.Quantity       // 1200 kg; 0 kg where there is none; or
	Units   ghg.Quantity       // 5000 items, 12000 vehicles
	PerUnit estimate.Parameter // 0.7 kg/vehicle
	Source  string
}

// Retirement is equipment that goes out of use in the year.
type Retirement struct {
	Charge    Charge             // what it was filled with when it was new
	Remaining estimate.Parameter // p, the share of that which is still in it
	Recovered estimate.Parameter // η, the share of what is in it that is recovered: 0 where none is
}

var (
	unitsOf     = words.Term{En: "%s: equipment", Ko: "%s: 기기 수"}
	perUnitOf   = words.Term{En: "%s: charge of one", Ko: "%s: 기기당 충전량"}
	retiredOf   = words.Term{En: "charge of equipment that is retired", Ko: "폐기 기기의 충전량"}
	remainingOf = words.Term{En: "share of the charge that remains in it", Ko: "폐기 시 잔존율(p)"}
	recoveryOf  = words.Term{En: "share of it that is recovered", Ko: "회수율(η)"}
	endOfLife   = words.Term{En: "emitted at the end of life", Ko: "폐기 배출량"}
	shareIn     = words.Term{En: "share of %s in %s, by mass", Ko: "%[2]s 중 %[1]s 질량비"}
	gasEmitted  = words.Term{En: "%s emitted", Ko: "%s 배출량"}
)

var perYear = estimate.RateUnitOf("1/yr")

// inKilograms is the unit of a mass of a gas.
func inKilograms(gas ghg.Gas) string { return "kg " + gas.String() }

// on tells the amount, in kg of the gas.
func (c Charge) on(w *estimate.Worksheet, gas ghg.Gas, symbol string, what words.Term) decimal.Decimal {
	if c.Units.IsUnset() && c.PerUnit.IsUnset() {
		return w.As(inKilograms(gas)).Quantity(symbol, what, c.Mass, ghg.Kilogram.Unit(), c.Source)
	}
	unit := c.Units.Unit()
	if of := unit.Dimension(); !c.Mass.IsUnset() || of != ghg.DimensionItems && of != ghg.DimensionVehicles {
		w.Refuse(symbol, strings.TrimSpace(asStated(c.Mass)+" "+asStated(c.Units)),
			"a mass of the gas, or equipment in items or vehicles with the charge of one, one of them, is accepted")
		return decimal.Zero
	}
	per, err := ghg.ParseRateUnit("kg/" + unit.String())
	if err != nil {
		w.RefuseError(symbol, c.Units.String(), err)
		return decimal.Zero
	}
	units := w.Quantity(symbol+"_units", unitsOf.With(what), c.Units, unit, c.Source)
	each := w.As(inKilograms(gas)+"/"+unit.String()).Parameter(symbol+"_each", perUnitOf.With(what), c.PerUnit, per)
	return w.Computed(symbol, what, inKilograms(gas), symbol+"_units × "+symbol+"_each", estimate.Exactly, units.Mul(each))
}

// asStated is a quantity in a refusal; "" where there is none.
func asStated(q ghg.Quantity) string {
	if q.IsUnset() {
		return ""
	}
	return q.String()
}

// times is a share of a charge and its formula. Of a charge of 0 the share need not be stated.
func times(symbol string, n decimal.Decimal, by estimate.Parameter, tell func() decimal.Decimal, name string) (string, decimal.Decimal) {
	if n.IsZero() && by.IsUnset() {
		return symbol, n
	}
	return symbol + " × " + name, n.Mul(tell())
}

// fraction is [times] of a plain share.
func fraction(w *estimate.Worksheet, symbol string, n decimal.Decimal, by estimate.Parameter, name string, what words.Term,
) (string, decimal.Decimal) {
	return times(symbol, n, by, func() decimal.Decimal { return w.Fraction(name, what, by) }, name)
}

// yearly is [times] of a share that escapes in a year: no more than all of it.
func yearly(w *estimate.Worksheet, symbol string, n decimal.Decimal, by estimate.Parameter, name string, what words.Term,
) (string, decimal.Decimal) {
	return times(symbol, n, by, func() decimal.Decimal {
		x := w.Parameter(name, what, by, perYear())
		if x.GreaterThan(one) {
			w.Refuse(name, by.Rate.String(), "no more than 1/yr is accepted: 15 % a year is 0.15 1/yr")
		}
		return x
	}, name)
}

// on tells what equipment emits when it is retired, in kg.
func (r Retirement) on(w *estimate.Worksheet, gas ghg.Gas, symbol, p, eta string) decimal.Decimal {
	n := r.Charge.on(w, gas, symbol, retiredOf)
	formula, n := fraction(w, symbol, n, r.Remaining, p, remainingOf)
	if formula != symbol || !r.Recovered.IsUnset() {
		n = n.Mul(one.Sub(w.Fraction(eta, recoveryOf, r.Recovered)))
		formula += " × (1 - " + eta + ")"
	}
	return w.Computed("EndOfLife", endOfLife, inKilograms(gas), formula, estimate.Exactly, n)
}

// held refuses what is no gas of equipment.
func held(w *estimate.Worksheet, gas ghg.Gas) {
	if gas.IsZero() || gas.IsMemo() {
		w.Refuse("Gas", gas.String(), "the gas that the equipment holds is accepted, as HFC-134a, R-410A or SF6")
	}
}

// escapes reports an amount of a gas in kg: a blend as the gases that it is made of.
func escapes(w *estimate.Worksheet, gas ghg.Gas, formula string, by decimal.Decimal) {
	if w.Failed() {
		return
	}
	if !gas.IsBlend() {
		w.Emits("Emitted", gasEmitted.With(gas.String()), gas, ghg.Kilogram, formula, estimate.Exactly, by)
		return
	}
	n := w.Computed("Emitted", gasEmitted.With(gas.String()), inKilograms(gas), formula, estimate.Exactly, by)
	i := 0
	for part, share := range gas.Components() {
		i++
		of := fmt.Sprintf("Share_%d", i)
		s := w.Number(of, shareIn.With(part.String(), gas.String()), derivation.Per(inKilograms(part), inKilograms(gas)),
			"ANSI/ASHRAE Standard 34", share.Fraction())
		w.Emits(fmt.Sprintf("Emitted_%d", i), gasEmitted.With(part.String()), part, ghg.Kilogram, "Emitted × "+of, estimate.Exactly, n.Mul(s))
	}
}
