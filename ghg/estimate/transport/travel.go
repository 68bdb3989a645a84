package transport

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Travel is how far vehicles travel in a year, in one of three ways: the distance itself, a
// number of vehicles with the distance of each, or trips of which a share is the place's.
type Travel struct {
	Distance ghg.Quantity // vehicle-km (대·km)
	Vehicles ghg.Quantity
	Each     estimate.Parameter // km/vehicle, with Vehicles
	Trips    Trips
	Source   string
}

// Trips are trips by where they begin and end (GPC, induced activity): those within the
// boundary count in full, those that cross it by half, those that pass through not at all.
// Of what counts, the distance inside the boundary is scope 1 (of electricity scope 2), the
// distance outside scope 3.
type Trips struct {
	InBoundary  ghg.Quantity // vehicle-km of trips that begin and end inside
	Inside      ghg.Quantity // vehicle-km inside, of trips that cross the boundary
	Outside     ghg.Quantity // vehicle-km outside, of the same trips
	PassThrough ghg.Quantity // vehicle-km inside of trips that do neither; need not be known
	Scope       ghg.Scope    // which part is estimated
}

// isZero reports whether nothing is stated.
func (t Trips) isZero() bool {
	return t.InBoundary.IsUnset() && t.Inside.IsUnset() && t.Outside.IsUnset() && t.PassThrough.IsUnset() && t.Scope == ghg.ScopeUnspecified
}

// isZero reports whether nothing is stated.
func (t Travel) isZero() bool { return t.Distance.IsUnset() && !t.isCounted() && t.Trips.isZero() }

// isCounted reports whether it is by a number of vehicles.
func (t Travel) isCounted() bool { return !t.Vehicles.IsUnset() || !t.Each.IsUnset() }

var (
	distanceOf    = words.Term{En: "distance of %s", Ko: "%s 주행거리"}
	vehiclesOf    = words.Term{En: "number of %s", Ko: "%s 대수"}
	eachOf        = words.Term{En: "distance of each", Ko: "대당 주행거리"}
	inBoundaryOf  = words.Term{En: "trips within the boundary", Ko: "역내 통행"}
	insideOf      = words.Term{En: "trips across the boundary, inside", Ko: "경계를 넘는 통행, 역내 구간"}
	outsideOf     = words.Term{En: "trips across the boundary, outside", Ko: "경계를 넘는 통행, 역외 구간"}
	passThroughOf = words.Term{En: "trips passing through, which do not count", Ko: "통과 통행(제외)"}
	halfOf        = words.Term{En: "share of trips across the boundary", Ko: "경계를 넘는 통행의 산입 비율"}
	gasOf         = words.Term{En: "%s of %s", Ko: "%s, %s"}
	vehicles      = words.Term{En: "vehicles", Ko: "차량"}
)

// mostClasses bounds the lists of a method.
const mostClasses = 200

// suffix tells the symbols of several apart: none where there is one.
func suffix(i, of int) string {
	if of == 1 {
		return ""
	}
	return "_" + strconv.Itoa(i+1)
}

// on tells the distance, in vehicle-km, and gives the symbol of its step; inside is the scope
// of what is travelled inside the boundary.
func (t Travel) on(w *estimate.Worksheet, of words.Term, suffix string, inside ghg.Scope) (string, decimal.Decimal) {
	symbol, unit, what := "D"+suffix, ghg.VehicleKilometre, distanceOf.With(of)
	ways := 0
	for _, is := range [...]bool{!t.Distance.IsUnset(), t.isCounted(), !t.Trips.isZero()} {
		if is {
			ways++
		}
	}
	switch {
	case ways != 1:
		w.Refuse("Travel"+suffix, "", "one of a distance in vehicle-km, vehicles with the distance of each, or trips is accepted")
		return symbol, decimal.Zero
	case t.isCounted():
		n := w.Quantity("N"+suffix, vehiclesOf.With(of), t.Vehicles, ghg.Vehicle, t.Source)
		each := w.As("vehicle-km/vehicle").Parameter("Each"+suffix, eachOf, t.Each, perVehicle())
		return symbol, w.Computed(symbol, what, unit.String(), "N"+suffix+" × Each"+suffix, estimate.Exactly, n.Mul(each))
	case t.Trips.isZero():
		return symbol, w.Quantity(symbol, what, t.Distance, unit, t.Source)
	}
	return symbol, t.induced(w, symbol, what, suffix, inside)
}

var perVehicle = estimate.RateUnitOf("km/vehicle")

// induced is the distance that counts of trips.
func (t Travel) induced(w *estimate.Worksheet, symbol string, what words.Term, suffix string, inside ghg.Scope) decimal.Decimal {
	const source = "GPC ch. 7, induced activity"
	x, unit := t.Trips, ghg.VehicleKilometre
	half := decimal.New(5, -1)
	if !x.PassThrough.IsUnset() {
		w.Quantity("Through"+suffix, passThroughOf, x.PassThrough, unit, t.Source)
	}
	switch x.Scope {
	case inside:
		within := w.Quantity("Within"+suffix, inBoundaryOf, x.InBoundary, unit, t.Source)
		across := w.Quantity("Across"+suffix, insideOf, x.Inside, unit, t.Source)
		w.Number("Half"+suffix, halfOf, "", source, half)
		return w.Computed(symbol, what, unit.String(), "Within"+suffix+" + Across"+suffix+" × Half"+suffix, estimate.Exactly,
			within.Add(across.Mul(half)))
	case ghg.Scope3:
		across := w.Quantity("Across"+suffix, outsideOf, x.Outside, unit, t.Source)
		w.Number("Half"+suffix, halfOf, "", source, half)
		return w.Computed(symbol, what, unit.String(), "Across"+suffix+" × Half"+suffix, estimate.Exactly, across.Mul(half))
	}
	w.Refuse("Scope"+suffix, x.Scope.String(), "which part of the trips is estimated is asked: the distance inside is scope 1,"+
		" of electricity scope 2, and the distance outside scope 3")
	return decimal.Zero
}
