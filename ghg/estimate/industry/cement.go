package industry

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Cement is the CO2 of clinker that is made in a place, by the cement that is made there (V3
// equation 2.1). Where clinker itself is known, [Clinker] is the better method.
type Cement struct {
	Kinds []CementKind
	// Imported and Exported are clinker that came from elsewhere, and that went elsewhere: 0 t
	// where there was none.
	Imported, Exported Amount
	Factor             Calcination // of clinker
	Dust               KilnDust
}

// CementKind is one kind of cement, with the clinker in it.
type CementKind struct {
	Kind    words.Term // "Portland cement"
	Made    Amount
	Clinker estimate.Parameter // share: 95 % of Portland cement
}

// Clinker is the CO2 of clinker by its own amount (V3 equation 2.2).
type Clinker struct {
	Made   Amount
	Factor Calcination
	Dust   KilnDust
}

// Amount is a mass with where it comes from.
type Amount struct {
	Mass   ghg.Quantity
	Source string // "the works' declaration, 2022"
}

// mostKinds bounds the lists.
const mostKinds = 100

var (
	cementTitle  = words.Term{En: "clinker, by cement", Ko: "클링커(시멘트 생산량 기준)"}
	clinkerTitle = words.Term{En: "clinker", Ko: "클링커"}
	madeOf       = words.Term{En: "%s made", Ko: "%s 생산량"}
	clinkerShare = words.Term{En: "share of clinker in %s", Ko: "%s 클링커 비율"}
	importedOf   = words.Term{En: "clinker imported", Ko: "클링커 반입량"}
	exportedOf   = words.Term{En: "clinker exported", Ko: "클링커 반출량"}
	clinkerMade  = words.Term{En: "clinker made", Ko: "클링커 생산량"}
	co2Emitted   = words.Term{En: "CO2 emitted", Ko: "CO2 배출량"}
)

// Title is what is made.
func (c Cement) Title() words.Term { return cementTitle }

// Equation is that of the IPCC.
func (c Cement) Equation() string { return "IPCC 2006 V3 Ch2, eq. 2.1" }

// Work tells the cement, the clinker of it and what is emitted.
func (c Cement) Work(w *estimate.Worksheet) {
	if !listed(w, "Kinds", len(c.Kinds)) {
		return
	}
	var sum decimal.Decimal
	terms := make([]string, len(c.Kinds))
	for i, k := range c.Kinds {
		n := strconv.Itoa(i + 1)
		named(w, n, k.Kind)
		made := k.Made.on(w, "cement", "M_"+n, madeOf.With(k.Kind))
		sum = sum.Add(made.Mul(w.As("t clinker/t cement").Fraction("C_"+n, clinkerShare.With(k.Kind), k.Clinker)))
		terms[i] = "M_" + n + " × C_" + n
	}
	imported := c.Imported.on(w, clinkerIs, "Im", importedOf)
	sum = sum.Sub(imported).Add(c.Exported.on(w, clinkerIs, "Ex", exportedOf))
	if !w.Failed() && sum.IsNegative() {
		w.Refuse("Im", c.Imported.Mass.String(), fmt.Sprintf("no more than the cement takes is accepted, which is %s t less", sum.Neg()))
		return
	}
	sum = w.Computed("Clinker", clinkerMade, "t "+clinkerIs, strings.Join(terms, " + ")+" - Im + Ex", estimate.Exactly, sum)
	calcined(w, sum, c.Factor, c.Dust)
}

// Title is what is made.
func (c Clinker) Title() words.Term { return clinkerTitle }

// Equation is that of the IPCC.
func (c Clinker) Equation() string { return "IPCC 2006 V3 Ch2, eq. 2.2" }

// Work tells the clinker and what is emitted.
func (c Clinker) Work(w *estimate.Worksheet) {
	calcined(w, c.Made.on(w, clinkerIs, "Clinker", clinkerMade), c.Factor, c.Dust)
}

// calcined tells the CO2 of clinker.
func calcined(w *estimate.Worksheet, clinker decimal.Decimal, f Calcination, d KilnDust) {
	ef := f.on(w, clinkerIs, "")
	formula, n := d.corrects(w, clinkerIs, "", "Clinker × EF", clinker, ef)
	if w.Failed() {
		return
	}
	w.Emits("CO2", co2Emitted, ghg.CO2, ghg.Tonne, formula, estimate.Exactly, n)
}

// on tells the amount, in t of what it is.
func (a Amount) on(w *estimate.Worksheet, of, symbol string, what words.Term) decimal.Decimal {
	return w.As("t "+of).Quantity(symbol, what, a.Mass, ghg.Tonne.Unit(), a.Source)
}

// listed refuses a list that is empty or too long.
func listed(w *estimate.Worksheet, field string, n int) bool {
	if n == 0 || n > mostKinds {
		w.Refuse(field, strconv.Itoa(n), "1 to 100 are accepted")
		return false
	}
	return true
}

// named refuses a name that is not there in both languages.
func named(w *estimate.Worksheet, n string, name words.Term) {
	if name.En == "" || name.Ko == "" {
		w.Refuse("What "+n, name.En, "what it is, in English and Korean, is accepted")
	}
}

var (
	notStated = words.Term{En: "not stated", Ko: "미기재"}
	one       = decimal.New(1, 0)
)
