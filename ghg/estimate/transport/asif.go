package transport

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// ASIF is transport by activity, share, intensity and factor: what people or goods travel in all,
// by which vehicles, with how much fuel. It is beside fuel sold, and never added to it.
type ASIF struct {
	Activity ghg.Quantity // passenger-km or t-km
	Source   string
	Shares   []Share // of fuel-burning vehicles; those that burn none need not stand here
}

// Share is what one kind of vehicle has of the activity.
type Share struct {
	Name      words.Term
	Share     estimate.Parameter
	Load      estimate.Parameter // 1.5 passenger-km/vehicle-km
	Intensity estimate.Parameter // 0.08 L/vehicle-km

	CO2, CH4, N2O estimate.Parameter // 2.3 kg CO2/L, per what the intensity is in; CO2 is fossil
}

var (
	asif        = words.Term{En: "transport by activity, share, intensity and factor", Ko: "수송(활동도·분담률·원단위·배출계수)"}
	activityOf  = words.Term{En: "activity", Ko: "수송실적"}
	shareOf     = words.Term{En: "share of %s", Ko: "%s 분담률"}
	loadOf      = words.Term{En: "load of %s", Ko: "%s 재차·적재"}
	intensityOf = words.Term{En: "fuel of %s by distance", Ko: "%s 연료소비율"}
	burntBy     = words.Term{En: "fuel of %s", Ko: "%s 연료 사용량"}
)

// Title is what is estimated.
func (a ASIF) Title() words.Term { return asif }

// Equation is the name of the method.
func (a ASIF) Equation() string { return "GPC ch. 7, ASIF" }

// Variant says that it is the distance-based of two ways: no total has it beside fuel sold.
func (a ASIF) Variant() ghg.Variant { return ghg.DistanceBased }

// Work is the equation.
func (a ASIF) Work(w *estimate.Worksheet) {
	if len(a.Shares) == 0 || len(a.Shares) > mostClasses {
		w.Refuse("Shares", strconv.Itoa(len(a.Shares)), "1 to 200 kinds of vehicles are accepted")
		return
	}
	unit := ghg.PassengerKilometre
	if a.Activity.Unit().Dimension() == ghg.DimensionFreight {
		unit = ghg.MustUnit("t-km")
	}
	activity := w.Quantity("A", activityOf, a.Activity, unit, a.Source)
	loadUnit := ghg.MustRateUnit(unit.String() + "/vehicle-km")
	names := make([]words.Term, len(a.Shares))
	burnt := make([]decimal.Decimal, len(a.Shares))
	units := make([]ghg.Unit, len(a.Shares))
	var sum decimal.Decimal
	for i, x := range a.Shares {
		end := suffix(i, len(a.Shares))
		names[i] = x.Name
		of, ok := fuelPerDistance(x.Intensity)
		if !ok {
			w.Refuse("I"+end, x.Intensity.Rate.String(), "fuel per distance, as 0.08 L/vehicle-km, is accepted:"+
				" a mass, a volume or net energy; electricity is transport.Electric")
			return
		}
		units[i] = of
		share := w.Fraction("S"+end, shareOf.With(x.Name), x.Share)
		load := w.Parameter("L"+end, loadOf.With(x.Name), x.Load, loadUnit)
		intensity := w.Parameter("I"+end, intensityOf.With(x.Name), x.Intensity, ghg.MustRateUnit(of.String()+"/vehicle-km"))
		if !load.IsPositive() && !w.Failed() {
			w.Refuse("L"+end, x.Load.Rate.String(), "above 0")
			return
		}
		sum = sum.Add(share)
		burnt[i] = w.Computed("Fuel"+end, burntBy.With(x.Name), of.String(), strings.Join([]string{"A × S", " × I", " / L", ""}, end),
			estimate.Rounded, w.Quotient(activity.Mul(share).Mul(intensity), load))
	}
	if sum.GreaterThan(one) {
		w.Refuse("Shares", sum.String(), "shares that add up to 1 at most are accepted")
	}
	emitsAll(w, names, func(i int, gas string) part {
		x, end := a.Shares[i], suffix(i, len(a.Shares))
		by := map[string]estimate.Parameter{"CO2": x.CO2, "CH4": x.CH4, "N2O": x.N2O}[gas]
		if by.IsUnset() {
			return part{}
		}
		ef := w.Parameter("EF_"+gas+end, factorOf.With(gas), by, ghg.MustRateUnit("kg "+gas+"/"+units[i].String()))
		return part{"Fuel" + end + " × EF_" + gas + end, burnt[i].Mul(ef), true}
	})
}
