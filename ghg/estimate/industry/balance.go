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
	filled, holds := b.Filled.on(w, "P_N", filledOf), b.New.on(w, "C_N", newHolds)
	serviced := b.Recharged.on(w, "P_S", rechargedOf)
	retired, recovered := b.Retired.on(w, "C_D", retiredFull), b.Recovered.on(w, "R_D", recoveredOf)
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
