package industry

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Refrigeration is what one refrigerant emits in a year in one use, by emission factors
// (tier 2a: V3 equations 7.10 to 7.14; Box 7.4). What is 0 kg needs no factor.
type Refrigeration struct {
	Use        words.Term // "mobile air conditioning"
	Gas        ghg.Gas    // a species, or a blend, which is reported as the gases in it
	Containers []Container
	Charged    Charge             // filled into new equipment in the year
	Charging   estimate.Parameter // k, lost as it is filled in: 0.2 %
	Bank       Charge             // held by equipment in use, as [Bank] has it
	InUse      estimate.Parameter // x, lost of it in a year: 0.15 1/yr
	Retired    Retirement
}

// Container is refrigerant that passes through containers, and what is lost of it: the heels of
// cylinders and cans.
type Container struct {
	Kind    words.Term // "small cans"
	Handled Charge
	Lost    estimate.Parameter // c: 2 % of cylinders to 20 % of small cans in Box 7.4
}

var (
	refrigeration = words.Term{En: "refrigerant of %s", Ko: "%s 냉매"}
	handledOf     = words.Term{En: "refrigerant in %s", Ko: "%s 취급량"}
	lostOf        = words.Term{En: "share lost, %s", Ko: "%s 손실률"}
	containersOf  = words.Term{En: "emitted from containers", Ko: "용기 배출량"}
	chargedOf     = words.Term{En: "filled into new equipment", Ko: "신규 기기 충전량"}
	chargingOf    = words.Term{En: "share lost in filling", Ko: "충전 손실률(k)"}
	chargingIs    = words.Term{En: "emitted in filling", Ko: "충전 배출량"}
	bankOf        = words.Term{En: "held by equipment in use", Ko: "사용 중인 기기의 보유량(뱅크)"}
	inUseOf       = words.Term{En: "share lost in use in a year", Ko: "연간 사용 손실률(x)"}
	inUseIs       = words.Term{En: "emitted in use", Ko: "사용 배출량"}
)

// Title is the use.
func (r Refrigeration) Title() words.Term { return refrigeration.With(r.Use) }

// Equation is that of the IPCC.
func (r Refrigeration) Equation() string { return "IPCC 2006 V3 Ch7, eq. 7.10" }

// Work tells the stages of the life of the equipment, and what is emitted.
func (r Refrigeration) Work(w *estimate.Worksheet) {
	named(w, "0", r.Use)
	held(w, r.Gas)
	if !listed(w, "Containers", len(r.Containers)) {
		return
	}
	var containers decimal.Decimal
	terms := make([]string, len(r.Containers))
	for i, c := range r.Containers {
		n := strconv.Itoa(i + 1)
		named(w, n, c.Kind)
		handled := c.Handled.on(w, r.Gas, "RM_"+n, handledOf.With(c.Kind))
		formula, lost := fraction(w, "RM_"+n, handled, c.Lost, "c_"+n, lostOf.With(c.Kind))
		terms[i], containers = formula, containers.Add(lost)
	}
	w.Computed("Containers", containersOf, inKilograms(r.Gas), strings.Join(terms, " + "), estimate.Exactly, containers)
	charging := filled(w, r.Gas, "M", r.Charged, r.Charging)
	formula, use := yearly(w, "B", r.Bank.on(w, r.Gas, "B", bankOf), r.InUse, "x", inUseOf)
	w.Computed("InUse", inUseIs, inKilograms(r.Gas), formula, estimate.Exactly, use)
	end := r.Retired.on(w, r.Gas, "M_old", "p", "eta")
	escapes(w, r.Gas, "Containers + Charging + InUse + EndOfLife", containers.Add(charging).Add(use).Add(end))
}

// filled tells what is lost as new equipment is filled, in kg.
func filled(w *estimate.Worksheet, gas ghg.Gas, symbol string, c Charge, k estimate.Parameter) decimal.Decimal {
	formula, n := fraction(w, symbol, c.on(w, gas, symbol, chargedOf), k, "k", chargingOf)
	return w.Computed("Charging", chargingIs, inKilograms(gas), formula, estimate.Exactly, n)
}

// Screening is what one refrigerant emits in a year by the screening method of the US EPA, which
// cities use where there are no records of servicing.
type Screening struct {
	Use       words.Term
	Gas       ghg.Gas
	New       Charge             // C_N, of new equipment filled on site
	Charging  estimate.Parameter // k
	Operating Charge             // C, of equipment in use
	InUse     estimate.Parameter // x: 0.1 1/yr
	Time      estimate.Parameter // T, how much of the year it was in use: 1 yr
	Retired   Retirement         // C_D, with y that remains and z that is recovered
}

var (
	timeOf = words.Term{En: "time in use in the year", Ko: "해당 연도의 사용 기간(T)"}
	years  = estimate.RateUnitOf("yr")
)

// Title is the use.
func (s Screening) Title() words.Term { return refrigeration.With(s.Use) }

// Equation is that of the EPA.
func (s Screening) Equation() string {
	return "US EPA, direct fugitive emissions from refrigeration and air conditioning, screening method"
}

// Work tells new, operating and retired equipment, and what is emitted.
func (s Screening) Work(w *estimate.Worksheet) {
	named(w, "0", s.Use)
	held(w, s.Gas)
	charging := filled(w, s.Gas, "C_N", s.New, s.Charging)
	formula, use := yearly(w, "C", s.Operating.on(w, s.Gas, "C", bankOf), s.InUse, "x", inUseOf)
	if formula != "C" || !s.Time.IsUnset() {
		t := w.Parameter("T", timeOf, s.Time, years())
		if t.GreaterThan(one) {
			w.Refuse("T", s.Time.Rate.String(), "no more than 1 yr is accepted")
		}
		formula, use = formula+" × T", use.Mul(t)
	}
	w.Computed("InUse", inUseIs, inKilograms(s.Gas), formula, estimate.Exactly, use)
	end := s.Retired.on(w, s.Gas, "C_D", "y", "z")
	escapes(w, s.Gas, "Charging + InUse + EndOfLife", charging.Add(use).Add(end))
}
