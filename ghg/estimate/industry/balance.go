package industry

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// SimplifiedBalance is what one refrigerant emits in a year by the simplified mass balance of the
// US EPA: what equipment took to be filled, less what it holds.
type SimplifiedBalance struct {
	Use       words.Term
	Gas       ghg.Gas
	Filled    Charge // P_N, used to fill new equipment: 0 kg where the manufacturer did
	New       Charge // C_N, what that equipment holds: 0 kg where the manufacturer filled it
	Recharged Charge // P_S, used to service equipment
	Retired   Charge // C_D, what equipment that was disposed of holds when it is full
	Recovered Charge // R_D, recovered from it
}

var (
	filledOf    = words.Term{En: "used to fill new equipment", Ko: "신규 기기 충전에 쓴 양"}
	newHolds    = words.Term{En: "held by new equipment", Ko: "신규 기기의 정격 충전량"}
	rechargedOf = words.Term{En: "used to service equipment", Ko: "정비 재충전량"}
	retiredFull = words.Term{En: "full charge of equipment disposed of", Ko: "폐기 기기의 정격 충전량"}
	recoveredOf = words.Term{En: "recovered from it", Ko: "회수량"}
)

// Title is the use.
func (b SimplifiedBalance) Title() words.Term { return refrigeration.With(b.Use) }

// Equation is that of the EPA.
func (b SimplifiedBalance) Equation() string {
	return "US EPA, direct fugitive emissions from refrigeration and air conditioning, simplified mass balance"
}

// Work tells the amounts and what is emitted.
func (b SimplifiedBalance) Work(w *estimate.Worksheet) {
	named(w, "0", b.Use)
	held(w, b.Gas)
	filled, holds := b.Filled.on(w, b.Gas, "P_N", filledOf), b.New.on(w, b.Gas, "C_N", newHolds)
	serviced := b.Recharged.on(w, b.Gas, "P_S", rechargedOf)
	retired, recovered := b.Retired.on(w, b.Gas, "C_D", retiredFull), b.Recovered.on(w, b.Gas, "R_D", recoveredOf)
	if w.Failed() {
		return
	}
	if holds.GreaterThan(filled) {
		w.Refuse("C_N", holds.String()+" kg", "no more than was filled in is accepted: equipment that came filled is in neither")
	}
	if recovered.GreaterThan(retired) {
		w.Refuse("R_D", recovered.String()+" kg", "no more than the equipment holds when it is full is accepted")
	}
	escapes(w, b.Gas, "P_N - C_N + P_S + C_D - R_D", filled.Sub(holds).Add(serviced).Add(retired).Sub(recovered))
}

// MassBalance is what one refrigerant emits in a year in a whole market (tier 2b: V3 equation
// 7.9): what was sold, less what new equipment took and what was destroyed. It needs sales of the
// area itself, which few cities have.
type MassBalance struct {
	Use       words.Term
	Gas       ghg.Gas
	Sold      Charge // new refrigerant, for filling and for servicing
	New       Charge // total charge of new equipment, wherever it was filled of what was sold here
	Retired   Charge // what equipment that is retired was filled with when it was new
	Destroyed Charge // of what was recovered
}

var (
	soldOf       = words.Term{En: "new refrigerant sold", Ko: "신규 냉매 판매량"}
	chargeOfNew  = words.Term{En: "total charge of new equipment", Ko: "신규 기기의 총 충전량"}
	destroyedOut = words.Term{En: "destroyed on purpose", Ko: "의도적 파괴량"}
)

// Title is the use.
func (b MassBalance) Title() words.Term { return refrigeration.With(b.Use) }

// Equation is that of the IPCC.
func (b MassBalance) Equation() string { return "IPCC 2006 V3 Ch7, eq. 7.9" }

// Work tells the amounts and what is emitted.
func (b MassBalance) Work(w *estimate.Worksheet) {
	named(w, "0", b.Use)
	held(w, b.Gas)
	sold, filled := b.Sold.on(w, b.Gas, "Sold", soldOf), b.New.on(w, b.Gas, "New", chargeOfNew)
	retired, destroyed := b.Retired.on(w, b.Gas, "Old", retiredOf), b.Destroyed.on(w, b.Gas, "Destroyed", destroyedOut)
	n := sold.Sub(filled).Add(retired).Sub(destroyed)
	if !w.Failed() && n.IsNegative() {
		w.Refuse("New", filled.String()+" kg",
			"no more than was sold and retired, of one area and year, is accepted with what was destroyed")
	}
	escapes(w, b.Gas, "Sold - New + Old - Destroyed", n)
}
