package strategy

import (
	"math/big"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// worksheet is a derivation in the making.
type worksheet struct{ derivation.Definition }

// made is the derivation. What is made here is made right: one that is refused is a
// fault of this package, and none.
func (w *worksheet) made(title words.Term) derivation.Derivation {
	w.Title = title
	d, err := derivation.New(w.Definition)
	if derived != nil {
		derived(d, err)
	}
	return d
}

// index adds an index with its rows.
func (w *worksheet) index(letter string, rows ...derivation.Row) {
	w.Indices = append(w.Indices, derivation.Index{Letter: letter, Rows: rows})
}

// given adds what is stated.
func (w *worksheet) given(symbol string, what words.Term, unit, source string, values ...derivation.Value) *derivation.Step {
	w.Steps = append(w.Steps, derivation.Step{Symbol: symbol, What: what, Unit: unit, Source: source, Values: values})
	return &w.Steps[len(w.Steps)-1]
}

// computed adds what a formula gives.
func (w *worksheet) computed(symbol string, what words.Term, unit, formula string, by derivation.Rounding,
	values ...derivation.Value) *derivation.Step {
	s := w.given(symbol, what, unit, "", values...)
	s.Kind, s.Formula, s.Rounding = derivation.Computed, formula, by
	return s
}

// exactly is no rounding.
var exactly = derivation.Rounding{}

// numbers are values that are known.
func numbers(of ...decimal.Decimal) []derivation.Value {
	out := make([]derivation.Value, len(of))
	for i, d := range of {
		out[i] = derivation.Number(d)
	}
	return out
}

// tonnes is an amount as a value.
func tonnes(c ghg.CO2e) derivation.Value { return derivation.Number(c.Tonnes()) }

// from is a value with the derivation behind it; the value alone where there is none.
func from(v derivation.Value, d derivation.Derivation) derivation.Value {
	v.From = d.ID()
	return v
}

// same is a text that is the same in both languages: a name, the ID of an action.
func same(parts ...string) words.Term {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	text := strings.Join(some, ", ")
	return words.Term{En: text, Ko: text}
}

// ended is a fraction as a decimal, where it has an end within reach.
func ended(r *big.Rat) (decimal.Decimal, bool) {
	n, ok := r.FloatPrec()
	if !ok || n > mostFraction {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(r.FloatString(n))
	return d, err == nil
}

// mostFraction are the decimal places up to which a fraction is stated as one number.
const mostFraction = 40

// mostFrom is of how many values the derivations behind them are named: to name one is
// to make it.
const mostFrom = 200

// replaceRow is a formula of cells in one row, in another.
func replaceRow(formula, row, by string) string {
	return strings.ReplaceAll(formula, "["+row+"]", "["+by+"]")
}

// inBrackets is a formula as a factor: a quotient in brackets.
func inBrackets(formula string) string {
	if strings.Contains(formula, " ") {
		return "(" + formula + ")"
	}
	return formula
}
