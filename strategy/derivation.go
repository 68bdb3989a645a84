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

// exactly is no rounding.
var exactly = derivation.Rounding{}

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
