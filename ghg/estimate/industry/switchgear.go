package industry

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
)

// Switchgear is what electrical equipment filled with SF6, or another gas, emits in a year
// (tier 1: V3 equation 8.1). Each stage is stated, 0 kg where it is not of the place.
type Switchgear struct {
	Kind          words.Term         // "sealed pressure, medium voltage"
	Gas           ghg.Gas            // SF6
	Consumed      Charge             // by those who make equipment
	Manufacturing estimate.Parameter // lost of it: 7 %
	Installed     Charge             // nameplate of equipment filled where it stands
	Installing    estimate.Parameter // lost of it; where the factor of use holds it, 0 kg are installed
	Capacity      Charge             // nameplate of all equipment in use
	InUse         estimate.Parameter // lost of it in a year: 0.002 1/yr
	Retired       Retirement         // nameplate of equipment that is retired
}

var (
	switchgear      = words.Term{En: "switchgear, %s", Ko: "전력설비(%s)"}
	consumedOf      = words.Term{En: "used by manufacturers", Ko: "제조사 사용량"}
	manufacturingOf = words.Term{En: "share lost in manufacturing", Ko: "제조 손실률"}
	manufacturingIs = words.Term{En: "emitted in manufacturing", Ko: "제조 배출량"}
	installedOf     = words.Term{En: "nameplate capacity installed", Ko: "설치 정격용량"}
	installingOf    = words.Term{En: "share lost in installing", Ko: "설치 손실률"}
	installingIs    = words.Term{En: "emitted in installing", Ko: "설치 배출량"}
	capacityOf      = words.Term{En: "nameplate capacity in use", Ko: "사용 중인 정격용량"}
)

// Title is the kind of equipment.
func (s Switchgear) Title() words.Term { return switchgear.With(s.Kind) }

// Equation is that of the IPCC.
func (s Switchgear) Equation() string { return "IPCC 2006 V3 Ch8, eq. 8.1" }

// Work tells the stages and what is emitted.
func (s Switchgear) Work(w *estimate.Worksheet) {
	named(w, "0", s.Kind)
	held(w, s.Gas)
	formula, made := fraction(w, "Consumed", s.Consumed.on(w, s.Gas, "Consumed", consumedOf), s.Manufacturing, "m", manufacturingOf)
	w.Computed("Manufacturing", manufacturingIs, inKilograms(s.Gas), formula, estimate.Exactly, made)
	formula, installed := fraction(w, "Installed", s.Installed.on(w, s.Gas, "Installed", installedOf), s.Installing, "i", installingOf)
	w.Computed("Installation", installingIs, inKilograms(s.Gas), formula, estimate.Exactly, installed)
	formula, use := yearly(w, "Capacity", s.Capacity.on(w, s.Gas, "Capacity", capacityOf), s.InUse, "x", inUseOf)
	w.Computed("InUse", inUseIs, inKilograms(s.Gas), formula, estimate.Exactly, use)
	end := s.Retired.on(w, s.Gas, "Retired", "p", "eta")
	escapes(w, s.Gas, "Manufacturing + Installation + InUse + EndOfLife", made.Add(installed).Add(use).Add(end))
}
