package drivers

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg/words"

	"github.com/localghg/localghg/ghg"
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

// Explain writes the counterfactual as its arithmetic.
func (c Counterfactual) Explain() string {
	if c.Factor == 0 {
		return c.String() + "\n"
	}
	var b words.Rows
	b.Row("question", "what would have been emitted in %d with the %s of %d, all other factors as they were", c.Year, c.Factor, c.Base)
	b.Row("factor", "x0 = %s (%d), xT = %s (%d), in %s", c.then, c.Base, c.now, c.Year, c.unit)
	held, places := c.shown()
	b.Row("held", "C × x0/xT = %s × x0/xT = %s", c.Actual.Tonnes(), held)
	b.Row("difference", "%s - %s = %s", c.Actual.Tonnes(), held.Tonnes(), less(c.Actual, held))
	b.Row("rounding", "once, to %d decimal places of a tonne, half away from zero; here to %d", ghg.RecomputePlaces, places)
	b.Row("note", "this is not the LMDI effect of the factor, and the differences of several factors do not add up")
	return b.String()
}

// String is the value as it was given: a number, or a quotient.
func (r ratio) String() string {
	if r.d.Equal(decimal.New(1, 0)) {
		return r.n.String()
	}
	return r.n.String() + "/" + r.d.String()
}
