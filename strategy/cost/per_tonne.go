package cost

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// TonnePlaces is the precision of discounted and mean tonnes in decimal places
// of a tonne.
const TonnePlaces = 8

// ErrNoReduction says that a measure cuts nothing, so that it has no cost per
// tonne.
var ErrNoReduction = errors.New("no cost per tonne: the reductions of the lifetime are 0 or less")

// PerTonne is what a measure costs for each tonne of CO2e that it cuts, with
// all that the figure depends on. Negative is a saving. Two of them are
// compared only where their terms, their currency, prices and metric, and
// their kind of reduction are the same. It is immutable; the zero PerTonne is
// refused.
type PerTonne struct {
	terms    Terms
	kind     strategy.Kind
	lifetime int
	cost     strategy.Money
	tonnes   ghg.CO2e
	value    strategy.Money
	// The exact quotient behind value; the divisor is above 0.
	num, den decimal.Decimal
	flows    CashFlows // none where it is stated
	source   string    // of what is stated
}

// NewPerTonne works out the cost per tonne of cash flows and reductions, year
// by year. Every year of the flows needs an amount in the reductions, and other
// years are refused: a year without an amount is unknown. Reductions that come
// to 0 or less are [ErrNoReduction].
//
// The quotient is exact until it is rounded once, to [MoneyPlaces], half away
// from zero.
func NewPerTonne(t Terms, c CashFlows, r strategy.Reductions) (PerTonne, error) {
	p, err := newPerTonne(t, c, r)
	if err != nil {
		return PerTonne{}, fmt.Errorf("cost per tonne: %w", err)
	}
	return p, nil
}

func newPerTonne(t Terms, c CashFlows, r strategy.Reductions) (PerTonne, error) {
	if err := t.check(); err != nil {
		return PerTonne{}, err
	}
	tonnes, err := c.tonnes(r)
	if err != nil {
		return PerTonne{}, err
	}
	n := len(c.years)
	g := growth(t.Rate)
	cost := future(g, c.at(t.Timing)).Neg() // both at the end of the last year
	discounted := future(g, timed(decimal.Decimal{}, tonnes, t.Timing))
	all, years, gn := sum(tonnes), decimal.New(int64(n), 0), power(g, n)
	if all.Sign() <= 0 || t.Definition == NPVOverDiscounted && discounted.Sign() <= 0 {
		return PerTonne{}, ErrNoReduction
	}
	p := PerTonne{terms: t, kind: r.Kind(), lifetime: n, flows: c}
	var costs, cut decimal.Decimal
	switch t.Definition {
	case AnnualisedOverAnnual:
		annuity := future(g, timed(decimal.Decimal{}, level(n), t.Timing)) // (1 + r)^n / CRF
		p.num, p.den = cost.Mul(years), annuity.Mul(all)
		costs, cut = quotient(cost, annuity, MoneyPlaces), quotient(all, years, TonnePlaces)
	case NPVOverDiscounted:
		p.num, p.den = cost, discounted
		costs, cut = quotient(cost, gn, MoneyPlaces), quotient(discounted, gn, TonnePlaces)
	case NPVOverUndiscounted:
		p.num, p.den = cost, gn.Mul(all)
		costs, cut = quotient(cost, gn, MoneyPlaces), all
	}
	return p.with(c.upfront, costs, cut, r.Metric())
}

// with rounds the quotient, and refuses figures out of bounds.
func (p PerTonne) with(like strategy.Money, costs, tonnes decimal.Decimal, m ghg.Metric) (PerTonne, error) {
	var errs [3]error
	p.cost, errs[0] = strategy.NewMoney(costs, like.Currency(), like.Prices())
	p.value, errs[1] = strategy.NewMoney(quotient(p.num, p.den, MoneyPlaces), like.Currency(), like.Prices())
	p.tonnes, errs[2] = ghg.NewCO2e(tonnes, ghg.Tonne, m)
	return p, errors.Join(errs[:]...)
}

// tonnes are the amounts of the years of the flows.
func (c CashFlows) tonnes(r strategy.Reductions) ([]decimal.Decimal, error) {
	if len(c.years) == 0 {
		return nil, ErrNoCashFlows
	}
	if r.IsZero() {
		return nil, strategy.ErrNoKind
	}
	out := make([]decimal.Decimal, len(c.years))
	for i := range out {
		a, ok := r.At(c.first + i)
		if !ok {
			return nil, fmt.Errorf("reductions in %d: none given, the cash flows are of %d to %d", c.first+i, c.first, c.Last())
		}
		if err := exact.Check(a.Tonnes()); err != nil {
			return nil, fmt.Errorf("reductions in %d: %w", c.first+i, err)
		}
		out[i] = a.Tonnes()
	}
	if r.Len() > len(out) {
		return nil, fmt.Errorf("reductions in %d years: the cash flows are of %d to %d only", r.Len(), c.first, c.Last())
	}
	return out, nil
}

// Stated is a cost per tonne as somebody else worked it out: the cost and the
// tonnes that its definition divides, and the terms that they were stated in.
// All fields are needed.
type Stated struct {
	Terms    Terms
	Kind     strategy.Kind
	Lifetime int            // years, 1 to 450
	Cost     strategy.Money // negative for a saving: a net present value with its sign turned
	Tonnes   ghg.CO2e       // above 0
	Source   string         // the document that states it
}

// PerTonne is the cost per tonne of what is stated. Nothing is discounted
// again.
func (s Stated) PerTonne() (PerTonne, error) {
	errs := []error{s.Terms.check(), checkLifetime(s.Lifetime), checkMoney(s.Cost, s.Cost), exact.Check(s.Tonnes.Tonnes())}
	if !s.Kind.Valid() {
		errs = append(errs, strategy.ErrNoKind)
	}
	if s.Source == "" {
		errs = append(errs, &TermError{"source", "", "the document that states it"})
	}
	if s.Tonnes.Sign() <= 0 {
		errs = append(errs, ErrNoReduction)
	}
	err := errors.Join(errs...)
	if err == nil {
		p := PerTonne{terms: s.Terms, kind: s.Kind, lifetime: s.Lifetime, source: s.Source, num: s.Cost.Amount(), den: s.Tonnes.Tonnes()}
		if p, err = p.with(s.Cost, p.num, p.den, s.Tonnes.Metric()); err == nil {
			return p, nil
		}
	}
	return PerTonne{}, fmt.Errorf("stated cost per tonne: %w", err)
}

// Value is the money for one tonne of CO2e, to [MoneyPlaces].
func (p PerTonne) Value() strategy.Money { return p.value }

// Cost is what the definition divides: the cost of a year, or the net present
// cost, to [MoneyPlaces]. Negative is a saving.
func (p PerTonne) Cost() strategy.Money { return p.cost }

// Tonnes are what the definition divides by: of a year, or of the lifetime.
func (p PerTonne) Tonnes() ghg.CO2e { return p.tonnes }

// Terms are definition, discount rate, timing and perspective.
func (p PerTonne) Terms() Terms { return p.terms }

// Kind is the kind of the reductions.
func (p PerTonne) Kind() strategy.Kind { return p.kind }

// Lifetime is the number of years counted.
func (p PerTonne) Lifetime() int { return p.lifetime }

// IsZero reports whether nobody worked it out.
func (p PerTonne) IsZero() bool { return p.lifetime == 0 }

// Cmp compares two costs per tonne, exactly: -1, 0 or 1. Figures in other terms
// are a [*MismatchError].
func (p PerTonne) Cmp(o PerTonne) (int, error) {
	if err := p.match(o); err != nil {
		return 0, err
	}
	return p.compare(o), nil
}

// compare is Cmp for figures that match: as rounded, and exactly where that
// does not tell them apart.
func (p PerTonne) compare(o PerTonne) int {
	if c := p.value.Amount().Cmp(o.value.Amount()); c != 0 {
		return c
	}
	return p.num.Mul(o.den).Cmp(o.num.Mul(p.den))
}

// ErrNoPerTonne says that the zero PerTonne was given.
var ErrNoPerTonne = errors.New("no cost per tonne given: make one with cost.NewPerTonne, Measure.PerTonne or Stated.PerTonne")

// MismatchError says that two costs per tonne do not meet, and in what they
// differ. Where the currency, the metric or the kind differs it wraps the error
// that says so.
type MismatchError struct {
	What string // "definition", "discount rate", "timing", "perspective", "money", "metric" or "kind of reduction"
	A, B string // what the one and the other have
	Err  error
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("two costs per tonne with another %s (%s, and %s) never meet", e.What, e.A, e.B)
}

// Unwrap is the error of the package whose figures do not meet, or nil.
func (e *MismatchError) Unwrap() error { return e.Err }

// match reports the first thing that two figures differ in.
func (p PerTonne) match(o PerTonne) error {
	if p.IsZero() || o.IsZero() {
		return ErrNoPerTonne
	}
	a, b := p.terms, o.terms
	_, money := p.value.Cmp(o.value)
	_, metric := p.tonnes.Cmp(o.tonnes)
	switch {
	case a.Definition != b.Definition:
		return &MismatchError{"definition", a.Definition.String(), b.Definition.String(), nil}
	case !a.Rate.Equal(b.Rate):
		return &MismatchError{"discount rate", a.Rate.String(), b.Rate.String(), nil}
	case a.Timing != b.Timing:
		return &MismatchError{"timing", a.Timing.String(), b.Timing.String(), nil}
	case a.Perspective != b.Perspective:
		return &MismatchError{"perspective", a.Perspective.String(), b.Perspective.String(), nil}
	case money != nil:
		return &MismatchError{"money", unit(p.value), unit(o.value), money}
	case metric != nil:
		return &MismatchError{"metric", p.tonnes.Metric().String(), o.tonnes.Metric().String(), metric}
	case p.kind != o.kind:
		return &MismatchError{"kind of reduction", p.kind.String(), o.kind.String(), &strategy.KindMismatchError{A: p.kind, B: o.kind}}
	}
	return nil
}

// unit is the currency with its prices.
func unit(m strategy.Money) string { return fmt.Sprintf("%s, %s", m.Currency(), m.Prices()) }

// String is the cost per tonne to two decimal places, with its definition:
// "80.49 EUR (2024 prices) per tCO2e, annualised cost over annual tonnes, …".
func (p PerTonne) String() string {
	if p.IsZero() {
		return "no cost per tonne"
	}
	return fmt.Sprintf("%s per tCO2e, %s", p.value.Round(2), p.terms)
}

// Explain is the quotient with its terms, inputs and sources.
func (p PerTonne) Explain() string {
	if p.IsZero() {
		return p.String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s per tCO2e = %s / %s", p.value, p.cost, p.tonnes)
	fmt.Fprintf(&b, "\n  %s; %s reductions; lifetime in years: %d", p.terms, p.kind, p.lifetime)
	if p.flows.Len() > 0 {
		fmt.Fprintf(&b, "\n  %s", p.flows)
	}
	if p.source != "" {
		fmt.Fprintf(&b, "\n  as stated in %s", p.source)
	}
	return b.String()
}
