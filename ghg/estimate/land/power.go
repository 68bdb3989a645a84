package land

import (
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// powerPlaces are the decimal places to which a logarithm and a power are rounded.
const powerPlaces = 30

var logOf = words.Term{En: "logarithm", Ko: "로그"}

// power tells (a / b)^exponent as exp(exponent × ln(a / b)), of a formula that is a / b. The
// quotient itself is not rounded.
func power(w *estimate.Worksheet, symbol string, what words.Term, formula string, a, b, exponent decimal.Decimal) decimal.Decimal {
	if w.Failed() {
		return decimal.Zero
	}
	log, err := exact.LnQuotient(a, b, powerPlaces)
	if err != nil {
		w.RefuseError(symbol, "", err)
		return decimal.Zero
	}
	w.Computed("Ln_"+symbol, logOf, "", "ln("+formula+")", derivation.ToPlaces(powerPlaces), log)
	p, err := exact.Exp(exponent.Mul(log), powerPlaces)
	if err != nil {
		w.RefuseError(symbol, "", err)
		return decimal.Zero
	}
	return w.Computed(symbol, what, "", "exp("+exponent.String()+" × Ln_"+symbol+")", derivation.ToPlaces(powerPlaces), p)
}
