package waste

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Treatment is a biological treatment of waste.
type Treatment uint8

// The treatments.
const (
	Composting Treatment = iota + 1
	Digestion            // anaerobic, in a biogas plant
)

var treatmentNames = [...]words.Term{notStated, {En: "composting", Ko: "퇴비화"}, {En: "anaerobic digestion", Ko: "혐기성 소화"}}

func (t Treatment) valid() bool { return t > 0 && int(t) < len(treatmentNames) }

// term is the name in both languages.
func (t Treatment) term() words.Term { return nameOf(treatmentNames[:], int(t)) }

// String is the name in English: "composting".
func (t Treatment) String() string { return t.term().En }

// Korean is the name in Korean.
func (t Treatment) Korean() string { return t.term().Ko }

// nameOf is one of a list of names, the first of which is of what is not stated.
func nameOf(names []words.Term, i int) words.Term {
	if i >= len(names) {
		i = 0
	}
	return names[i]
}

// Basis is the weight that an amount of waste is by. A factor says its own in its unit: g
// CH4/kg wet waste, g CH4/kg dry waste.
type Basis uint8

// The bases.
const (
	WetWeight Basis = iota + 1
	DryWeight
)

// perWaste are the bases as units of factors write them.
var perWaste = [...]string{"", "wet waste", "dry waste"}

var basisNames = [...]words.Term{notStated, {En: "wet weight", Ko: "습량"}, {En: "dry weight", Ko: "건량"}}

func (b Basis) valid() bool { return b > 0 && int(b) < len(perWaste) }

// term is the name in both languages.
func (b Basis) term() words.Term { return nameOf(basisNames[:], int(b)) }

// String is the name in English: "wet weight".
func (b Basis) String() string { return b.term().En }

// Korean is the name in Korean.
func (b Basis) Korean() string { return b.term().Ko }

// says is the basis of a factor by its unit; 0 where it says none.
func says(unit ghg.RateUnit) Basis {
	for b := WetWeight; b.valid(); b++ {
		if strings.HasSuffix(unit.String(), " "+perWaste[b]) {
			return b
		}
	}
	return 0
}

// Counting says whether a factor of CH4 is before the gas that is recovered, or net of it.
type Counting uint8

// The countings.
const (
	BeforeRecovery Counting = iota + 1
	NetOfRecovery           // as the IPCC's factors of digestion are: nothing is subtracted again
)

var countingNames = [...]words.Term{notStated, {En: "before recovery", Ko: "회수 차감 전"}, {En: "net of recovery", Ko: "회수 차감 후"}}

// term is the name in both languages.
func (c Counting) term() words.Term { return nameOf(countingNames[:], int(c)) }

// String is the name in English: "before recovery".
func (c Counting) String() string { return c.term().En }

// Korean is the name in Korean.
func (c Counting) Korean() string { return c.term().Ko }

// Biological is composting or anaerobic digestion of waste (V5 equations 4.1 and 4.2).
type Biological struct {
	Treatment Treatment
	Waste     ghg.Quantity
	Basis     Basis // of the weight of the waste, as of both factors
	Source    string
	CH4, N2O  estimate.Parameter // 4 g CH4/kg wet waste; a gas without a factor is not estimated

	// Counting is what CH4 is: always stated of digestion, and of composting where gas is recovered.
	Counting        Counting
	Recovered       ghg.Quantity // mass of CH4, with BeforeRecovery; 0 t where none was
	RecoveredSource string
}

var (
	treatedOf   = words.Term{En: "waste treated", Ko: "처리량"}
	factorOf    = words.Term{En: "emission factor, %s", Ko: "%s 배출계수"}
	generatedBy = words.Term{En: "CH4 generated", Ko: "메탄 발생량"}
	n2oEmitted  = words.Term{En: "N2O emitted", Ko: "N2O 배출량"}
)

// Title is the treatment.
func (b Biological) Title() words.Term { return b.Treatment.term() }

// Equation is that of the IPCC.
func (b Biological) Equation() string { return "IPCC 2006 V5 Ch4, eq. 4.1 and 4.2" }

// Work tells the terms and what is emitted.
func (b Biological) Work(w *estimate.Worksheet) {
	if !b.Treatment.valid() {
		w.Refuse("Treatment", "", "waste.Composting or waste.Digestion is accepted")
	}
	if !b.Basis.valid() {
		w.Refuse("Basis", "", "the weight that the waste is by, waste.WetWeight or waste.DryWeight, is accepted")
		return
	}
	mass := w.As("t "+perWaste[b.Basis]).Quantity("M", treatedOf, b.Waste, ghg.Tonne.Unit(), b.Source)
	var missing []ghg.Gas
	if b.N2O.IsUnset() {
		missing = append(missing, ghg.N2O)
	} else {
		ef := perMass(w, "N2O", b.N2O, b.Basis)
		w.Emits("N2O", n2oEmitted, ghg.N2O, ghg.Tonne, "M × EF_N2O", estimate.Exactly, mass.Mul(ef))
	}
	recovers := b.recovers(w)
	if b.CH4.IsUnset() {
		missing = append(missing, ghg.CH4NonFossil)
	} else {
		n := mass.Mul(perMass(w, "CH4", b.CH4, b.Basis))
		formula := "M × EF_CH4"
		if recovers {
			w.Computed("Generated", generatedBy, "t CH4", formula, estimate.Exactly, n)
			formula = "Generated - R"
			n = n.Sub(recoveredFrom(w, "", ghg.Tonne, n, b.Recovered, b.RecoveredSource))
		}
		w.Emits("CH4", emitted, ghg.CH4NonFossil, ghg.Tonne, formula, estimate.Exactly, n)
	}
	w.NotEstimated(missing...)
}

// recovers reports whether what is recovered is subtracted.
func (b Biological) recovers(w *estimate.Worksheet) bool {
	switch {
	case b.Counting == BeforeRecovery:
		return true
	case b.Counting == NetOfRecovery && !b.Recovered.IsUnset():
		w.Refuse("Recovered", b.Recovered.String(),
			"the factor is net of recovery: none, or a factor before it (waste.BeforeRecovery), is accepted")
	case b.Counting == NetOfRecovery:
	case b.Treatment == Digestion, b.Counting != 0, !b.Recovered.IsUnset():
		w.Refuse("Counting", "",
			"what the factor of CH4 is, waste.NetOfRecovery (as the IPCC's of digestion) or waste.BeforeRecovery, is accepted")
	}
	return false
}

// perMass tells a factor per mass of waste, whose unit says the basis that is asked for, in t/t.
func perMass(w *estimate.Worksheet, gas string, by estimate.Parameter, of Basis) decimal.Decimal {
	if !by.IsUnset() && says(by.Rate.Unit()) == 0 {
		w.Refuse("EF_"+gas, by.Rate.String(),
			fmt.Sprintf("a factor that says of which weight it is, as g %s/kg %s, is accepted", gas, perWaste[of]))
		return decimal.Zero
	}
	unit, err := ghg.ParseRateUnit("t " + gas + "/t " + perWaste[of])
	if err != nil {
		w.RefuseError("EF_"+gas, by.Rate.String(), err)
		return decimal.Zero
	}
	return w.Parameter("EF_"+gas, factorOf.With(gas), by, unit)
}

// recoveredFrom tells the CH4 that was recovered of what was generated, in a unit: no more than that.
func recoveredFrom(w *estimate.Worksheet, suffix string, unit ghg.MassUnit, generated decimal.Decimal, q ghg.Quantity, source string,
) decimal.Decimal {
	r := w.As(unit.String()+" CH4").Quantity("R"+suffix, recoveredOf, q, unit.Unit(), source)
	if !w.Failed() && r.GreaterThan(generated) {
		w.Refuse("R"+suffix, q.String(), fmt.Sprintf("no more than the %s %s CH4 that are generated is accepted", shown(generated), unit))
	}
	return r
}
