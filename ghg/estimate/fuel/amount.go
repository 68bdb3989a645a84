package fuel

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Amount is how much of a fuel is burnt, with what it takes to have it in the unit that a
// factor is per.
type Amount struct {
	Fuel   words.Term   // its name: "city gas"
	Burnt  ghg.Quantity // mass, volume, or energy that says net or gross
	Source string       // of the amount: "sales by the gas company, 2023"

	NCV, GCV estimate.Parameter // MJ (net)/Nm3, MJ (gross)/Nm3: per mass or volume
	Density  estimate.Parameter // kg/L
}

var (
	amountBurnt = words.Term{En: "%s burnt", Ko: "%s 사용량"}
	massBurnt   = words.Term{En: "%s burnt, as mass", Ko: "%s 사용량(질량)"}
	netEnergy   = words.Term{En: "net energy of it", Ko: "순발열량 기준 에너지"}
	ncvOf       = words.Term{En: "net calorific value", Ko: "순발열량"}
	gcvOf       = words.Term{En: "gross calorific value", Ko: "총발열량"}
	conversion  = words.Term{En: "conversion of units", Ko: "단위 환산"}
	densityOf   = words.Term{En: "density", Ko: "밀도"}
)

// Worked is an amount on a worksheet, in each unit that was asked for.
type Worked struct {
	w       *estimate.Worksheet
	of      Amount
	symbols map[ghg.Unit]worked
	made    ghg.Unit // of an amount that is the result of a step
}

type worked struct {
	symbol string
	n      decimal.Decimal
}

// On is the amount on a worksheet.
func (a Amount) On(w *estimate.Worksheet) *Worked {
	return &Worked{w: w, of: a, symbols: map[ghg.Unit]worked{}}
}

// OnStep is the amount on a worksheet where it is the result of a step of it, as fuel by
// distance is: its symbol, number and unit stand in place of what is burnt.
func (a Amount) OnStep(w *estimate.Worksheet, symbol string, n decimal.Decimal, unit ghg.Unit) *Worked {
	burnt, err := ghg.NewQuantity(n, unit)
	if err != nil {
		w.RefuseError(symbol, n.String(), err)
	}
	a.Burnt = burnt
	return &Worked{w: w, of: a, symbols: map[ghg.Unit]worked{unit: {symbol, n}}, made: unit}
}

// in is the amount in the unit that a factor is per, and the symbol of its step: fuel as it
// is, its mass, or its net energy. What it takes and is not there is refused.
func (x *Worked) in(per ghg.Unit) (symbol string, n decimal.Decimal) {
	if has, ok := x.symbols[per]; ok {
		return has.symbol, has.n
	}
	symbol, n = x.work(per)
	x.symbols[per] = worked{symbol, n}
	return symbol, n
}

func (x *Worked) work(per ghg.Unit) (string, decimal.Decimal) {
	a, w := x.of, x.w
	burnt := a.Burnt.Unit()
	switch {
	case a.Burnt.IsUnset(), !isFuel(per) && per.Dimension() != ghg.DimensionEnergy:
		return x.burnt("Fuel", amountBurnt, per)
	case isFuel(per) && per.Dimension() == burnt.Dimension():
		return x.burnt("Fuel", amountBurnt, per)
	case per.Dimension() == ghg.DimensionMass && burnt.Dimension() == ghg.DimensionVolume && !a.Density.IsUnset():
		return x.mass(per)
	case per.Calorific() == ghg.NetCalorific && isFuel(burnt) && !a.NCV.IsUnset():
		by, ok := a.NCV.Rate.Unit().Per()
		if !ok {
			break
		}
		fuel, amount := x.in(by)
		ncv := w.Parameter("NCV", ncvOf, a.NCV, perRate(per, by))
		return "Energy", w.Computed("Energy", netEnergy, per.String(), fuel+" × NCV", estimate.Exactly, amount.Mul(ncv))
	case per.Calorific() == ghg.NetCalorific && burnt.Calorific() == ghg.GrossCalorific && !a.NCV.IsUnset() && !a.GCV.IsUnset():
		return x.netOfGross(per)
	}
	return x.burnt("Fuel", amountBurnt, per)
}

// burnt is the amount itself in a unit: what it does not meet is refused there, with what
// would be accepted.
func (x *Worked) burnt(symbol string, what words.Term, unit ghg.Unit) (string, decimal.Decimal) {
	if made, ok := x.symbols[x.made]; ok {
		return x.converted(made, symbol, what, unit)
	}
	return symbol, x.w.Quantity(symbol, what.With(x.of.Fuel), x.of.Burnt, unit, x.of.Source)
}

// converted is an amount that is the result of a step in another unit.
func (x *Worked) converted(made worked, symbol string, what words.Term, unit ghg.Unit) (string, decimal.Decimal) {
	if x.made == unit {
		return made.symbol, made.n
	}
	one, err := ghg.NewQuantity(decimal.New(1, 0), x.made)
	if err == nil {
		one, err = one.In(unit)
	}
	if err != nil {
		x.w.RefuseError(symbol, x.of.Burnt.String(), err)
		return symbol, decimal.Zero
	}
	by := x.w.Number(symbol+"_per", conversion, unit.String()+"/"+x.made.String(), "", one.Amount())
	return symbol, x.w.Computed(symbol, what.With(x.of.Fuel), unit.String(), made.symbol+" × "+symbol+"_per", estimate.Exactly, made.n.Mul(by))
}

// ByFactor is the amount in the unit that an emission factor of a gas is per, with the symbol
// of its step, and the factor in kg per that unit, told as EF_ with a name, which is the gas
// but where a fuel has two factors of one.
func (x *Worked) ByFactor(name, gas string, by estimate.Parameter) (symbol string, n, ef decimal.Decimal) {
	per, ok := by.Rate.Unit().Per()
	if !ok {
		x.w.Refuse(name, by.Rate.String(), fmt.Sprintf(
			"a mass of %s per net energy, mass or volume of the fuel, as kg %s/TJ (net), is accepted", gas, gas))
		return symbol, n, ef
	}
	symbol, n = x.in(per)
	unit, err := ghg.ParseRateUnit("kg " + gas + "/" + per.String())
	if err != nil {
		x.w.RefuseError(name, by.Rate.String(), err)
		return symbol, n, ef
	}
	return symbol, n, x.w.Parameter("EF_"+name, factorOf.With(name), by, unit)
}

// mass is the mass of a volume.
func (x *Worked) mass(per ghg.Unit) (string, decimal.Decimal) {
	by, ok := x.of.Density.Rate.Unit().Per()
	if !ok {
		x.w.Refuse("Density", x.of.Density.Rate.String(), "a mass per unit of volume, as kg/L, is accepted")
		return "Mass", decimal.Zero
	}
	fuel, amount := x.in(by)
	density := x.w.Parameter("Density", densityOf, x.of.Density, perRate(per, by))
	return "Mass", x.w.Computed("Mass", massBurnt.With(x.of.Fuel), per.String(), fuel+" × Density", estimate.Exactly, amount.Mul(density))
}

// netOfGross is the net energy of gross energy.
func (x *Worked) netOfGross(per ghg.Unit) (string, decimal.Decimal) {
	w, a := x.w, x.of
	gross := ghg.MustUnit("TJ (gross)")
	fuel, amount := x.burnt("Fuel", amountBurnt, gross)
	by, ok := a.NCV.Rate.Unit().Per()
	if !ok {
		w.Refuse("NCV", a.NCV.Rate.String(), "energy per unit of mass or volume, as MJ (net)/Nm3, is accepted")
		return "Energy", decimal.Zero
	}
	ncv := w.Parameter("NCV", ncvOf, a.NCV, perRate(per, by))
	gcv := w.Parameter("GCV", gcvOf, a.GCV, perRate(gross, by))
	if !gcv.IsPositive() {
		w.Refuse("GCV", a.GCV.Rate.String(), "above 0")
		return "Energy", decimal.Zero
	}
	return "Energy", w.Computed("Energy", netEnergy, per.String(), fuel+" × NCV / GCV", estimate.Rounded, w.Quotient(amount.Mul(ncv), gcv))
}

func isFuel(u ghg.Unit) bool {
	return u.Dimension() == ghg.DimensionMass || u.Dimension() == ghg.DimensionVolume
}

// perRate is the unit of a rate of two units that are known.
func perRate(a, b ghg.Unit) ghg.RateUnit { return ghg.MustRateUnit(a.String() + "/" + b.String()) }
