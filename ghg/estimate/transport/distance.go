package transport

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// PerDistance is what a vehicle emits of a gas by distance: a rate, 168 g CO2/vehicle-km, or a
// curve of speed, one of them. The zero PerDistance is none.
type PerDistance struct {
	Rate  estimate.Parameter
	Curve Curve
}

func (p PerDistance) isUnset() bool { return p.Rate.IsUnset() && p.Curve.IsZero() }

// Vehicles are those of one class on one kind of road.
type Vehicles struct {
	Class  words.Term
	Travel Travel
	Speed  estimate.Parameter // km/h, where a factor is a curve of it

	CO2, CH4, N2O PerDistance
}

// Distance is road transport by the distance that vehicles travel: beside fuel sold, and never
// added to it. A gas of which one class has no factor is not estimated.
type Distance struct{ Classes []Vehicles }

var (
	byDistance = words.Term{En: "road transport, by distance", Ko: "도로 수송(주행거리기반)"}
	gramsOf    = words.Term{En: "grams of a kilogram", Ko: "1 kg의 g 환산"}
	speedOf    = words.Term{En: "speed of %s", Ko: "%s 속도"}
)

var _ = []estimate.Varied{Distance{}, Sales{}, Consumption{}, ASIF{}, Electric{}}

// Title is what is estimated.
func (d Distance) Title() words.Term { return byDistance }

// Equation is that of the method, without the starts of cold engines.
func (d Distance) Equation() string { return "IPCC 2006 V2 Ch3, eq. 3.2.5, running emissions" }

// Variant says that it is the distance-based of two ways: no total has it beside fuel sold.
func (d Distance) Variant() ghg.Variant { return ghg.DistanceBased }

// Work is the equation.
func (d Distance) Work(w *estimate.Worksheet) {
	if len(d.Classes) == 0 || len(d.Classes) > mostClasses {
		w.Refuse("Classes", strconv.Itoa(len(d.Classes)), "1 to 200 classes of vehicles are accepted")
		return
	}
	names := make([]words.Term, len(d.Classes))
	symbols := make([]string, len(d.Classes))
	distances := make([]decimal.Decimal, len(d.Classes))
	speeds := make([]*speed, len(d.Classes))
	for i, c := range d.Classes {
		end := suffix(i, len(d.Classes))
		names[i], speeds[i] = c.Class, &speed{w: w, suffix: end}
		symbols[i], distances[i] = c.Travel.on(w, c.Class, end, ghg.Scope1)
		if !c.CO2.Curve.IsZero() || !c.CH4.Curve.IsZero() || !c.N2O.Curve.IsZero() {
			speeds[i].v = w.Parameter("v"+end, speedOf.With(c.Class), c.Speed, kmPerHour())
		}
	}
	told := map[string]bool{}
	emitsAll(w, names, func(i int, gas string) part {
		c := d.Classes[i]
		by := map[string]PerDistance{"CO2": c.CO2, "CH4": c.CH4, "N2O": c.N2O}[gas]
		if by.isUnset() {
			return part{}
		}
		ef := by.factor(speeds[i], gas)
		if grams := "g_" + gas; !told[gas] {
			told[gas] = true
			w.Number(grams, gramsOf, "g "+gas+"/kg "+gas, "", thousand)
		}
		return part{symbols[i] + " × EF_" + gas + speeds[i].suffix + " / g_" + gas, distances[i].Mul(ef).Shift(-3), true}
	})
}

// factor tells the factor, in grams per vehicle-km.
func (p PerDistance) factor(s *speed, gas string) decimal.Decimal {
	if p.Curve.IsZero() {
		unit := ghg.MustRateUnit("g " + gas + "/vehicle-km")
		return s.w.Parameter("EF_"+gas+s.suffix, factorOf.With(gas), p.Rate, unit)
	}
	if !p.Rate.IsUnset() {
		s.w.Refuse(gas+s.suffix, p.Rate.Rate.String(), "a rate and a curve of speed are alternatives: one of them is accepted")
		return decimal.Zero
	}
	return p.Curve.factor(s, gas)
}
