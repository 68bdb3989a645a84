package korea

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Attainment is what was planned for a year of a project and what was found. That of the
// quantity is not that of the reduction: of 316,988 households 250,000 take part, 78.9 %,
// and of their reduction 68.3 % is reached, as those who would have acted anyway are
// among both.
type Attainment struct {
	Project        string `json:"project,omitempty"`
	Quantification string `json:"quantification,omitempty"` // ID within the project
	Year           int    `json:"year"`
	// Planned and Monitored are the quantities of the year, as the documents
	// count them; the zero Quantity where there is none, and where they are shares.
	Planned   ghg.Quantity `json:"planned"`
	Monitored ghg.Quantity `json:"monitored"`
	// Expected and Implemented are the reductions of the year that follow; the
	// zero CO2e where there is none.
	Expected    ghg.CO2e `json:"expected"`
	Implemented ghg.CO2e `json:"implemented"`
	// OfQuantity is monitored / planned quantity (물량 달성률), OfReduction implemented /
	// expected reduction (감축량 달성률); neither is clipped. They are undefined where
	// nothing was planned, and where one of the two is not stated.
	OfQuantity  ghg.Ratio `json:"ofQuantity"`
	OfReduction ghg.Ratio `json:"ofReduction"`
	// VerifiedBy says who verified the quantity, and in which document, and how much of it
	// where that is another; "" where nobody did.
	VerifiedBy string `json:"verifiedBy,omitempty"`
}

// AttainmentOf is what was planned for a year of a quantification and what was found:
// what is [strategy.Expected], and what is [strategy.Implemented] or, where that alone is
// stated, [strategy.Verified]. Reductions are those of official rows, see
// [QuantitativeReductions]. Of a share of a source the expected reduction is that on the
// baseline, and none is implemented: a share that was monitored is not that of a forecast.
func AttainmentOf(project string, q strategy.Quantification, year int, base strategy.Baseline) (Attainment, error) {
	return quantified{project: project, q: q, base: base}.attainment(year)
}

func (x quantified) attainment(year int) (Attainment, error) {
	a := Attainment{Project: x.project, Quantification: x.q.ID(), Year: year}
	done := strategy.Implemented
	if _, ok := stated(x.q, done, year); !ok && x.has(strategy.Verified, year) {
		done = strategy.Verified
	}
	expected, _, err := x.at(strategy.Expected, year)
	if err != nil {
		return Attainment{}, err
	}
	implemented, _, err := x.at(done, year)
	if err != nil {
		return Attainment{}, err
	}
	a.Expected, a.Implemented = expected.co2e, implemented.co2e
	a.OfReduction = rate(a.Expected.Tonnes(), !a.Expected.IsUnset(), a.Implemented.Tonnes(), !a.Implemented.IsUnset(),
		"no reduction is planned for the year", "no reduction is known of what was done", "the planned reduction is 0")
	if x.q.IsZero() {
		a.OfQuantity = ghg.Undefined("nothing is counted: the plan states a reduction alone")
		return a, nil
	}
	if planned, ok := x.q.Quantity(strategy.Expected, year); ok {
		a.Planned = planned
	}
	if monitored, ok := x.q.Quantity(done, year); ok {
		a.Monitored = monitored
	}
	a.VerifiedBy, _ = x.q.Verifier(year)
	if of, ok := x.q.Quantity(strategy.Verified, year); ok && !of.Equal(a.Monitored) {
		a.VerifiedBy += ": " + of.Korean()
	}
	planned, isPlanned := stated(x.q, strategy.Expected, year)
	monitored, isMonitored := stated(x.q, done, year)
	a.OfQuantity = rate(planned, isPlanned, monitored, isMonitored,
		"no target quantity is stated for the year", "the year was not monitored", "nothing was planned for the year")
	return a, nil
}

// rate is done / planned, or why there is none.
func rate(planned decimal.Decimal, isPlanned bool, done decimal.Decimal, isDone bool, unplanned, undone, nothing string) ghg.Ratio {
	switch {
	case !isPlanned:
		return ghg.Undefined(unplanned)
	case !isDone:
		return ghg.Undefined(undone)
	}
	return ghg.Quotient(done, planned, nothing)
}

// has reports whether a kind is stated for a year.
func (x quantified) has(k strategy.Kind, year int) bool {
	if x.q.IsZero() {
		_, ok, err := x.sum(x.stated, k, year)
		return ok || err != nil
	}
	_, ok := stated(x.q, k, year)
	return ok
}

// Status is what the rules make of the attainment of the quantity. There is none where
// that is undefined.
func (a Attainment) Status(rules StatusRules) (Status, error) {
	if rules.name == "" {
		return 0, errNoStatusRules
	}
	rate, ok := a.OfQuantity.Value()
	switch {
	case !ok:
		return 0, nil
	case rate.GreaterThanOrEqual(rules.achieved.Fraction()):
		return Achieved, nil
	case rate.GreaterThanOrEqual(rules.onTrack.Fraction()):
		return OnTrack, nil
	case rate.GreaterThanOrEqual(rules.delayed.Fraction()):
		return Delayed, nil
	}
	return Missed, nil
}

// Details is the attainment as arithmetic.
func (a Attainment) Details() string {
	s := fmt.Sprintf("%s in %d: quantity monitored %s / planned %s = %s; reduction implemented %s / expected %s = %s",
		rowOf(a.Project, a.Quantification), a.Year, inWords(a.Monitored.IsUnset(), a.Monitored), inWords(a.Planned.IsUnset(), a.Planned),
		a.OfQuantity.Percent(1), inWords(a.Implemented.IsUnset(), a.Implemented), inWords(a.Expected.IsUnset(), a.Expected),
		a.OfReduction.Percent(1))
	if a.VerifiedBy != "" {
		s += "; verified: " + a.VerifiedBy
	}
	return s
}

// inWords is a value, or that there is none.
func inWords(unset bool, v fmt.Stringer) string {
	if unset {
		return "not stated"
	}
	return v.String()
}
