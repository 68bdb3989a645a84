package cost

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

const (
	maxIRR       = 1_000_000 // as a fraction of 1: 100,000,000 %
	maxRootYears = 60        // flows with several sign changes are searched up to here
)

// IRRError says that cash flows have no single internal rate of return.
type IRRError struct {
	// SignChanges is how often the flows change their sign: a rate is given only
	// where it is 1.
	SignChanges int
	// IsLoan says that they change it once, and from receiving to spending. The rate
	// at which they are worth nothing is then what the money costs: flows are worth
	// more than nothing at the rates above it, not below.
	IsLoan bool
	// Rates are all rates above -100 % and up to 100,000,000 % at which the flows
	// are worth nothing, to 12 decimal places of the fraction, the lowest first. None of them is the
	// answer.
	Rates []ghg.Share
	// Reason says why there is no rate.
	Reason string
}

func (e *IRRError) Error() string {
	text := fmt.Sprintf("no internal rate of return: %s (sign changes: %d)", e.Reason, e.SignChanges)
	if len(e.Rates) == 0 {
		return text
	}
	rates := make([]string, len(e.Rates))
	for i, r := range e.Rates {
		rates[i] = r.String()
	}
	return text + ": the flows are worth nothing at " + strings.Join(rates, ", ")
}

// IRR is the internal rate of return: the discount rate at which the flows are
// worth nothing. It is given only where they change their sign exactly once, from
// spending to receiving: by the rule of signs of Descartes, one rate above -100 %
// then does it, and at every rate below it they are worth more than nothing. All other
// flows, those of a loan among them, are an [*IRRError], which holds every rate at
// which they are worth nothing, of up to 60 years of flows, found by Sturm's theorem in
// exact arithmetic. Years of 0 do not count as a change. The rate is exact to 12 decimal
// places of the fraction, rounded half away from zero.
func (c CashFlows) IRR(t Timing) (ghg.Share, error) {
	if err := c.check(); err != nil {
		return ghg.Share{}, fmt.Errorf("internal rate of return: %w", err)
	}
	var faults ghg.Faults
	t.refuse(&faults, "internal rate of return")
	if err := faults.Err(); err != nil {
		return ghg.Share{}, err
	}
	p := integers(c.at(t))
	e := &IRRError{SignChanges: p.signChanges()}
	switch {
	case e.SignChanges == 0:
		e.Reason = "the flows never change from spending to saving or back"
		return ghg.Share{}, e
	case e.SignChanges == 1:
		k, ok := p.onlyRoot()
		e.IsLoan = p[0].Sign() > 0
		switch {
		case ok && !e.IsLoan:
			return gridRate(k), nil
		case ok:
			e.Rates = []ghg.Share{gridRate(k)}
			e.Reason = "the flows are received first and spent later, which is a loan, and the rate is what it costs"
		default:
			e.Reason = "it is above 100,000,000%"
		}
		return ghg.Share{}, e
	case len(c.years) > maxRootYears:
		e.Reason = fmt.Sprintf("the flows change their sign more than once, and are searched for rates up to %d years", maxRootYears)
		return ghg.Share{}, e
	}
	e.Reason = "the flows change their sign more than once"
	for _, k := range p.roots() {
		e.Rates = append(e.Rates, gridRate(k))
	}
	return ghg.Share{}, e
}

// gridRate is the rate of k: (1 + rate) × 10^ratePlaces.
func gridRate(k int64) ghg.Share {
	// Percent takes any number of percent; this one is in bounds.
	s, _ := ghg.Percent(decimal.New(k, -ratePlaces).Sub(decimal.New(1, 0)).Shift(2))
	return s
}

// integers are decimals on a common power of ten, from the highest power of x
// = 1 + r to the lowest, without zeros at either end: those are no roots above
// x = 0.
func integers(at []decimal.Decimal) polynomial {
	for len(at) > 0 && at[0].IsZero() {
		at = at[1:]
	}
	for len(at) > 0 && at[len(at)-1].IsZero() {
		at = at[:len(at)-1]
	}
	var low int32
	for _, a := range at {
		low = min(low, a.Exponent())
	}
	p := make(polynomial, len(at))
	for i, a := range at {
		p[i] = a.Shift(-low).BigInt()
	}
	return p.primitive()
}
