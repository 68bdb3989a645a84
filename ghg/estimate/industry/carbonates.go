package industry

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Carbonates is the CO2 of carbonates that are heated for another use than clinker, lime or glass:
// ceramics, soda ash, magnesia (V3 equation 2.16). Equation 2.14, where kinds are not known, is
// 85 % of limestone and 15 % of dolomite as two of them, all calcined.
type Carbonates struct {
	Use   words.Term // "ceramics"
	Kinds []Carbonate
}

// Carbonate is one kind of carbonate.
type Carbonate struct {
	Kind     words.Term // "limestone"
	Used     Amount
	CO2      estimate.Parameter // 0.43971 t CO2/t carbonate
	Calcined estimate.Parameter // share that gives off its CO2: 1 where it is not known
}

var (
	carbonatesTitle = words.Term{En: "carbonates used: %s", Ko: "탄산염 사용: %s"}
	usedOf          = words.Term{En: "%s used", Ko: "%s 사용량"}
	factorOfKind    = words.Term{En: "emission factor of %s", Ko: "%s 배출계수"}
	calcinedOf      = words.Term{En: "share of %s that is calcined", Ko: "%s 소성률"}
)

// Title is the use.
func (c Carbonates) Title() words.Term { return carbonatesTitle.With(c.Use) }

// Equation is that of the IPCC.
func (c Carbonates) Equation() string { return "IPCC 2006 V3 Ch2, eq. 2.16" }

// Work tells each kind and what is emitted.
func (c Carbonates) Work(w *estimate.Worksheet) {
	named(w, "0", c.Use)
	if !listed(w, "Kinds", len(c.Kinds)) {
		return
	}
	var sum decimal.Decimal
	terms := make([]string, len(c.Kinds))
	for i, k := range c.Kinds {
		n := strconv.Itoa(i + 1)
		named(w, n, k.Kind)
		used := k.Used.on(w, "carbonate", "M_"+n, usedOf.With(k.Kind))
		ef := w.Parameter("EF_"+n, factorOfKind.With(k.Kind), k.CO2, perCarbonate())
		sum = sum.Add(used.Mul(ef).Mul(w.Fraction("F_"+n, calcinedOf.With(k.Kind), k.Calcined)))
		terms[i] = "M_" + n + " × EF_" + n + " × F_" + n
	}
	if w.Failed() {
		return
	}
	w.Emits("CO2", co2Emitted, ghg.CO2, ghg.Tonne, strings.Join(terms, " + "), estimate.Exactly, sum)
}
