package power

import (
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// OffGrid is electricity of a place that no line joins to the main grid, such as an island
// with plants of its own (도서 자가발전): what they emit by what they send out, times the use.
// The fuel itself is I.4.4, which stands in no total beside it.
type OffGrid struct {
	Used   ghg.Quantity
	Source string
	// Plants are the estimates of the fuel that the plants burn: the lines of I.4.4.
	Plants        []estimate.Emissions
	SentOut       ghg.Quantity // what the plants feed into the network
	SentOutSource string
}

var (
	offGrid   = words.Term{En: "electricity of an isolated network", Ko: "독립 계통(도서 자가발전) 전기"}
	sentOut   = words.Term{En: "electricity that the plants send out", Ko: "송전단 전력량"}
	ofPlants  = words.Term{En: "%s of the plants", Ko: "자가발전 %s"}
	ownFactor = words.Term{En: "emission factor of the network's own, %s", Ko: "자체 배출계수, %s"}
)

// Title is what is estimated.
func (o OffGrid) Title() words.Term { return offGrid }

// Equation is the document of the method.
func (o OffGrid) Equation() string { return "GPC ch. 6, scope 2, by the factor of the network's own" }

// Variant says that it is the location-based of two ways.
func (o OffGrid) Variant() ghg.Variant { return ghg.LocationBased }

// Work is the equation.
func (o OffGrid) Work(w *estimate.Worksheet) {
	if len(o.Plants) == 0 || len(o.Plants) > mostMetered {
		w.Refuse("Plants", strconv.Itoa(len(o.Plants)), "the estimates of the plants' fuel are accepted, at least one and at most 100:"+
			" the factor of another grid is not that of this one (power.Purchase)")
		return
	}
	unit := ghg.MegawattHour
	q := w.Quantity("Q", usedOf.With(Electricity.term()), o.Used, unit, o.Source)
	sent := w.Quantity("Sent", sentOut, o.SentOut, unit, o.SentOutSource)
	switch {
	case w.Failed():
		return
	case !sent.IsPositive():
		w.Refuse("SentOut", o.SentOut.String(), "above 0")
		return
	case q.GreaterThan(sent):
		w.Refuse("Used", o.Used.String(), "no more is used than the plants send out: with a line to another grid it is power.Purchase")
		return
	}
	masses, order, missing := map[ghg.Gas]decimal.Decimal{}, []ghg.Gas{}, map[ghg.Gas]bool{}
	for i, e := range o.Plants {
		for gas, v := range e.All() {
			m, isMass := v.Mass()
			switch {
			case isMass:
				if _, has := masses[gas]; !has {
					order = append(order, gas)
				}
				masses[gas] = masses[gas].Add(m.In(ghg.Kilogram))
			case !gas.IsZero() && v.Key() == ghg.NE:
				missing[gas] = true
			default:
				w.Refuse("Plants "+strconv.Itoa(i+1), v.String(), "masses of gases are accepted, as fuel burnt gives")
			}
		}
	}
	var lacking []ghg.Gas
	for gas := range missing {
		lacking = append(lacking, gas)
	}
	for _, gas := range order {
		if missing[gas] {
			continue // of some plants alone
		}
		symbol, name, all := symbolOf(gas), gas.String(), masses[gas]
		substance := "kg " + estimate.Substance(gas)
		w.Number(symbol+"_all", ofPlants.With(name), substance, "I.4.4", all)
		w.Computed(symbol+"_EF", ownFactor.With(name), substance+"/MWh", symbol+"_all / Sent", estimate.Rounded, w.Quotient(all, sent))
		w.Emits(symbol, emitted.With(name), gas, ghg.Kilogram, symbol+"_all × Q / Sent", estimate.Rounded, w.Quotient(all.Mul(q), sent))
	}
	w.NotEstimated(inOrder(lacking)...)
}
