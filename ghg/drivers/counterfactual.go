package drivers

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg/words"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Counterfactual is what emissions of a year would have been had one factor
// stayed as it was in a base year and all others gone as they did: "with the
// population of 2018".
//
//	emissions with x held = C × x0/xT
//
// The difference to the actual figure is not the LMDI effect of the factor: it
// leaves no part of the joint change to the others, and the differences of all
// factors do not add up to the change.
type Counterfactual struct {
	Factor     KayaFactor `json:"factor"`
	Base       int        `json:"base"`
	Year       int        `json:"year"`
	Actual     ghg.CO2e   `json:"actual"`
	Held       ghg.CO2e   `json:"held"`       // with the factor held at its value of the base year
	Difference ghg.CO2e   `json:"difference"` // Actual - Held: above zero, the factor has raised emissions since
	then, now  ratio      // its values
	unit       string
}

// HeldConstant is the counterfactual of a year with one factor held at its
// value of the base year, rounded once, to [ghg.RecomputePlaces] decimal places of
// a tonne. A year in which the factor is zero is a [ghg.Fault]: nothing can be said
// of emissions without it.
func (k Kaya) HeldConstant(f KayaFactor, base, year int) (Counterfactual, error) {
	if f < Population || f > EmissionsPerEnergy {
		return Counterfactual{}, fmt.Errorf("%s: hold one of AllKayaFactors constant", f)
	}
	i, j, err := k.span(base, year)
	if err != nil {
		return Counterfactual{}, err
	}
	n := int(f - Population)
	c := Counterfactual{Factor: f, Base: base, Year: year, Actual: k.years[j].Emissions,
		then: k.points[i].rows[0].ratios[n], now: k.points[j].rows[0].ratios[n], unit: k.identity.factors[n].Unit}
	if c.now.isZero() {
		return Counterfactual{}, ghg.Fault{Code: ghg.FaultDefinition, Of: strconv.Itoa(year), Field: f.String(), Value: "0",
			Detail: "with a factor of zero nothing can be said of emissions without it"}
	}
	held, err := exact.Quotient(c.Actual.Tonnes().Mul(c.then.n).Mul(c.now.d), c.then.d.Mul(c.now.n), ghg.RecomputePlaces)
	if err != nil {
		return Counterfactual{}, err
	}
	if c.Held, err = tonnesOn(k.metric, held); err != nil {
		return Counterfactual{}, fmt.Errorf("emissions with %s held: %w", f, err)
	}
	c.Difference, err = c.Actual.Sub(c.Held)
	return c, err
}

// String is the counterfactual in one line.
func (c Counterfactual) String() string {
	if c.Factor == 0 {
		return "no counterfactual"
	}
	held, _ := c.shown()
	return fmt.Sprintf("%d with the %s of %d: %s instead of %s", c.Year, c.Factor, c.Base, held, c.Actual)
}

// shown is the amount with the factor held, rounded for a text, and how far.
func (c Counterfactual) shown() (held ghg.CO2e, places int32) {
	places = placesFor(c.Actual.Tonnes())
	return rounded(c.Held, places), places
}

// rounded is an amount rounded to decimal places of a tonne.
func rounded(c ghg.CO2e, places int32) ghg.CO2e {
	out, err := tonnesOn(c.Metric(), c.Tonnes().Round(places))
	if err != nil {
		return c // the zero CO2e
	}
	return out
}

// heldWords are the labels of the derivation of a counterfactual.
var heldWords = struct{ title, actual, value, numerator, denominator, held, difference, note, says words.Term }{
	title:       words.Term{En: "emissions of %d less those with the %s of %d", Ko: "%d년 배출량과 %s %d년 고정 배출량의 차이"},
	actual:      words.Term{En: "emissions of %d", Ko: "%d년 배출량"},
	value:       words.Term{En: "%s in %d", Ko: "%s, %d년 값"},
	numerator:   words.Term{En: "%s in %d, numerator", Ko: "%s, %d년 값의 분자"},
	denominator: words.Term{En: "%s in %d, denominator", Ko: "%s, %d년 값의 분모"},
	held:        words.Term{En: "emissions with the factor held", Ko: "요인 고정 배출량"},
	difference:  words.Term{En: "difference: above zero, the factor has raised emissions", Ko: "차이(0보다 크면 요인이 배출량을 늘림)"},
	note:        words.Term{En: "what it is not", Ko: "유의사항"},
	says: words.Term{En: "this is not the LMDI effect of the factor, and the differences of several factors do not add up",
		Ko: "LMDI 요인 효과가 아니며, 요인별 차이는 합산되지 않음"},
}

// Explain is the counterfactual as a derivation: C × x0/xT, and what it differs by.
func (c Counterfactual) Explain() derivation.Derivation {
	if c.Factor == 0 {
		return derivation.Derivation{}
	}
	s, unit, name := &sheet{}, c.Actual.Metric().Unit(), words.Term{En: c.Factor.String(), Ko: c.Factor.Korean()}
	s.Given("C", heldWords.actual.With(c.Year), unit, "", derivation.Number(c.Actual.Tonnes()))
	one := func(of string, r ratio, year int) string {
		if r.d.Equal(decimal.New(1, 0)) {
			s.Given("x"+of, heldWords.value.With(name, year), "", "", derivation.Number(r.n))
			return "x" + of
		}
		s.Given("n"+of, heldWords.numerator.With(name, year), "", "", derivation.Number(r.n))
		s.Given("d"+of, heldWords.denominator.With(name, year), "", "", derivation.Number(r.d))
		return fmt.Sprintf("(n%s / d%s)", of, of)
	}
	formula := "C × " + one("0", c.then, c.Base) + " / " + one("T", c.now, c.Year)
	s.Computed("H", heldWords.held, unit, formula, derivation.ToPlaces(ghg.RecomputePlaces), derivation.Number(c.Held.Tonnes()))
	s.Told("note", heldWords.note, heldWords.says)
	s.Computed("D", heldWords.difference, unit, "C - H", exactly, derivation.Number(c.Difference.Tonnes()))
	return s.made(heldWords.title.With(c.Year, name, c.Base))
}

// String is the value as it was given: a number, or a quotient.
func (r ratio) String() string {
	if r.d.Equal(decimal.New(1, 0)) {
		return r.n.String()
	}
	return r.n.String() + "/" + r.d.String()
}
