package fuel

import (
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// NetworkGas is what flows in a network: it decides of which origin its methane is.
type NetworkGas uint8

// The gases.
const (
	FossilGas NetworkGas = iota + 1 // natural gas, town gas, LPG
	Biogas                          // and what is made of it: CO2 of it is not reported
)

var networkGases = [...]words.Term{{En: "gas not stated", Ko: "가스 미기재"}, {En: "fossil gas", Ko: "화석 가스"}, {En: "biogas", Ko: "바이오가스"}}

// term is the name in both languages.
func (g NetworkGas) term() words.Term {
	if int(g) >= len(networkGases) {
		g = 0
	}
	return networkGases[g]
}

// String is the name in English: "biogas".
func (g NetworkGas) String() string { return g.term().En }

// Korean is the name in Korean.
func (g NetworkGas) Korean() string { return g.term().Ko }

// Leak is gas that escapes from one kind of equipment: an amount of gas, length, vehicles or
// appliances, and what one of it lets escape.
type Leak struct {
	What     words.Term // "plastic mains with leak detection"
	Amount   ghg.Quantity
	Source   string
	CH4, CO2 estimate.Parameter // 0.23 t CH4/km, 0.62 t CH4/10^6 m3; CO2 may be none
}

// Distribution is gas that escapes from the distribution network of a place. Factors per gas
// and per kilometre are alternatives; where length is known the Refinement prefers it.
type Distribution struct {
	Edition estimate.Edition
	Gas     NetworkGas
	Network []Leak // by technology, all per gas or all per length
	Storage []Leak // short-term surface storage, of the Refinement alone
}

// PostMeter is gas that escapes behind the meters: of vehicles, appliances, and industry and
// power stations.
type PostMeter struct {
	Gas   NetworkGas
	Parts []Leak
}

// mostLeaks bounds the lists.
const mostLeaks = 100

var (
	distribution = words.Term{En: "gas escaping from the distribution network", Ko: "가스 공급망 탈루"}
	postMeter    = words.Term{En: "gas escaping behind the meters", Ko: "계량기 이후 가스 탈루"}
	escaping     = words.Term{En: "%s, escaping", Ko: "%s 탈루"}
)

// Title is what escapes.
func (d Distribution) Title() words.Term { return distribution }

// Equation is that of the edition.
func (d Distribution) Equation() string {
	if d.Edition == estimate.IPCC2019 {
		return "IPCC 2019 Refinement V2 Ch4, eq. 4.2.17"
	}
	return "IPCC 2006 V2 Ch4, eq. 4.2.1"
}

// Work is the equation.
func (d Distribution) Work(w *estimate.Worksheet) {
	if !d.Edition.Valid() {
		w.Refuse("Edition", "", "estimate.IPCC2006 or estimate.IPCC2019 is accepted")
	}
	if d.Edition == estimate.IPCC2006 && len(d.Storage) > 0 {
		w.Refuse("Storage", "", "storage has factors of its own in the Refinement alone: none is accepted here")
	}
	if len(d.Network) == 0 {
		w.Refuse("Network", "", "its gas or its length is accepted, by technology")
	}
	for i, l := range d.Network {
		if of := l.Amount.Dimension(); of != 0 && of != d.Network[0].Amount.Dimension() {
			w.Refuse("Network "+strconv.Itoa(i+1), l.Amount.String(),
				"factors per gas and per length are alternatives and never added: all of the network by one of them is accepted")
		}
	}
	d.Gas.escapes(w, append(d.Network[:len(d.Network):len(d.Network)], d.Storage...),
		[]ghg.Dimension{ghg.DimensionVolume, ghg.DimensionDistance}, "gas in m3 or length in km is accepted")
}

// Title is what escapes.
func (p PostMeter) Title() words.Term { return postMeter }

// Equation is that of the Refinement: the Guidelines of 2006 have none.
func (p PostMeter) Equation() string { return "IPCC 2019 Refinement V2 Ch4, eq. 4.2.18" }

// Work is the equation.
func (p PostMeter) Work(w *estimate.Worksheet) {
	if len(p.Parts) == 0 {
		w.Refuse("Parts", "", "vehicles, appliances, or the gas of industry are accepted")
	}
	p.Gas.escapes(w, p.Parts, []ghg.Dimension{ghg.DimensionVolume, ghg.DimensionVehicles, ghg.DimensionItems},
		"vehicles, appliances in items, or gas of industry in m3 is accepted")
}

// escapes tells what escapes of a gas from all equipment.
func (g NetworkGas) escapes(w *estimate.Worksheet, leaks []Leak, of []ghg.Dimension, accepted string) {
	methane := ghg.CH4Fossil
	switch g {
	case FossilGas:
	case Biogas:
		methane = ghg.CH4NonFossil
	default:
		w.Refuse("Gas", "", "fuel.FossilGas or fuel.Biogas is accepted: their methane is of two origins")
	}
	if len(leaks) > mostLeaks {
		w.Refuse("Network", strconv.Itoa(len(leaks)), "at most 100 are accepted")
		return
	}
	var ch4, co2 escape
	lacksCO2 := false
	for i, l := range leaks {
		n := strconv.Itoa(i + 1)
		unit := l.Amount.Unit()
		switch {
		case l.Amount.IsUnset():
			w.Refuse("A"+n, "", accepted)
			continue
		case !slices.Contains(of, unit.Dimension()):
			w.Refuse("A"+n, l.Amount.String(), accepted)
			continue
		}
		if l.What.En == "" || l.What.Ko == "" {
			w.Refuse("What "+n, l.What.En, "what it is, in English and Korean, is accepted")
		}
		amount := w.Quantity("A"+n, l.What, l.Amount, unit, l.Source)
		ch4.add(w, "CH4", n, l.CH4, unit, amount)
		switch {
		case g == Biogas && !l.CO2.IsUnset():
			w.Refuse("CO2", l.CO2.Rate.String(), "CO2 of biogas is not reported: none is accepted")
		case l.CO2.IsUnset():
			lacksCO2 = true
		default:
			co2.add(w, "CO2", n, l.CO2, unit, amount)
		}
	}
	if w.Failed() {
		return
	}
	switch {
	case g == Biogas:
	case lacksCO2:
		w.NotEstimated(ghg.CO2)
	default:
		co2.emits(w, "CO2", ghg.CO2)
	}
	ch4.emits(w, "CH4", methane)
}

// escape is the sum of what escapes of a gas.
type escape struct {
	sum   decimal.Decimal
	terms []string
}

func (e *escape) add(w *estimate.Worksheet, gas, n string, by estimate.Parameter, per ghg.Unit, amount decimal.Decimal) {
	unit, err := ghg.ParseRateUnit("t " + gas + "/" + per.String())
	if err != nil {
		w.RefuseError("EF"+n+"_"+gas, by.Rate.String(), err)
		return
	}
	e.sum = e.sum.Add(amount.Mul(w.Parameter("EF"+n+"_"+gas, factorOf.With(gas), by, unit)))
	e.terms = append(e.terms, "A"+n+" × EF"+n+"_"+gas)
}

func (e *escape) emits(w *estimate.Worksheet, symbol string, gas ghg.Gas) {
	w.Emits(symbol, escaping.With(symbol), gas, ghg.Tonne, strings.Join(e.terms, " + "), estimate.Exactly, e.sum)
}
