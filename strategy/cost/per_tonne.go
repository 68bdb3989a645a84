package cost

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

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
	flows    CashFlows         // none where it is stated
	byYear   []decimal.Decimal // tonnes of the years of the flows
	source   string            // of what is stated
}

// NewPerTonne works out the cost per tonne of cash flows and reductions, year
// by year. Every year of the flows needs an amount in the reductions, and other
// years are refused: a year without an amount is unknown. Reductions that come
// to 0 or less are [ErrNoReduction].
//
// The quotient is exact until it is rounded once, to 8 decimal places, half away
// from zero.
func NewPerTonne(t Terms, c CashFlows, r strategy.Reductions) (PerTonne, error) {
	return newPerTonne("cost per tonne", t, c, r)
}

func newPerTonne(of string, t Terms, c CashFlows, r strategy.Reductions) (PerTonne, error) {
	var faults ghg.Faults
	t.refuse(&faults, of)
	if err := faults.Err(); err != nil {
		return PerTonne{}, err
	}
	d, err := divide(t, c, r)
	if err != nil {
		return PerTonne{}, fmt.Errorf("%s: %w", of, err)
	}
	p := PerTonne{terms: t, kind: r.Kind(), lifetime: len(c.years), flows: c, num: d.num, den: d.den, byYear: d.byYear}
	return p.with(of, c.upfront, quotient(d.cost, d.per, moneyPlaces), d.tonnes, r.Metric())
}

// division is what a definition divides: the exact quotient, with its divisor above 0, and
// the cost as another, over what the cost of all years is divided by.
type division struct {
	num, den  decimal.Decimal
	cost, per decimal.Decimal
	tonnes    decimal.Decimal // rounded
	byYear    []decimal.Decimal
}

func divide(t Terms, c CashFlows, r strategy.Reductions) (division, error) {
	tonnes, err := c.tonnes(r)
	if err != nil {
		return division{}, err
	}
	n := len(c.years)
	g := growth(t.Rate)
	cost := future(g, c.at(t.Timing)).Neg() // both at the end of the last year
	discounted := future(g, timed(decimal.Decimal{}, tonnes, t.Timing))
	all, years, gn := sum(tonnes), decimal.New(int64(n), 0), power(g, n)
	if all.Sign() <= 0 || t.Definition == NPVOverDiscounted && discounted.Sign() <= 0 {
		return division{}, ErrNoReduction
	}
	switch t.Definition {
	case AnnualisedOverAnnual:
		annuity := future(g, timed(decimal.Decimal{}, level(n), t.Timing)) // (1 + r)^n / CRF
		return division{cost.Mul(years), annuity.Mul(all), cost, annuity, quotient(all, years, tonnePlaces), tonnes}, nil
	case NPVOverDiscounted:
		return division{cost, discounted, cost, gn, quotient(discounted, gn, tonnePlaces), tonnes}, nil
	}
	return division{cost, gn.Mul(all), cost, gn, all, tonnes}, nil // NPVOverUndiscounted
}

// with rounds the quotient, and refuses figures out of bounds.
func (p PerTonne) with(of string, like strategy.Money, costs, tonnes decimal.Decimal, m ghg.Metric) (PerTonne, error) {
	var errs [3]error
	p.cost, errs[0] = strategy.NewMoney(costs, like.Currency(), like.Prices())
	p.value, errs[1] = strategy.NewMoney(quotient(p.num, p.den, moneyPlaces), like.Currency(), like.Prices())
	p.tonnes, errs[2] = ghg.NewCO2e(tonnes, ghg.Tonne, m)
	if err := errors.Join(errs[:]...); err != nil {
		return PerTonne{}, fmt.Errorf("%s: %w", of, err)
	}
	return p, nil
}

// tonnes are the amounts of the years of the flows.
func (c CashFlows) tonnes(r strategy.Reductions) ([]decimal.Decimal, error) {
	if len(c.years) == 0 {
		return nil, errNoCashFlows
	}
	if r.IsZero() {
		return nil, strategy.ErrNoKind
	}
	out := make([]decimal.Decimal, len(c.years))
	for i := range out {
		a, ok := r.At(c.first + i)
		if !ok {
			return nil, noReduction(r, c.first+i,
				fmt.Sprintf("the cash flows are of %d to %d, and each of these years needs an amount", c.first, c.Last()))
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

// noReduction says that reductions have no amount for a year.
func noReduction(r strategy.Reductions, year int, remedy string) error {
	e := &ghg.NoFigureError{Of: "reductions", Year: year, Remedy: remedy}
	for have := range r.All() {
		e.Have = append(e.Have, have)
	}
	return e
}

// Stated is a cost per tonne as somebody else worked it out: the cost and the
// tonnes that its definition divides, and the terms that they were stated in.
// All fields are needed.
type Stated struct {
	Terms    Terms          `json:"terms"`
	Kind     strategy.Kind  `json:"kind"`
	Lifetime int            `json:"lifetime"`         // years, 1 to 450
	Cost     strategy.Money `json:"cost"`             // negative for a saving: a net present value with its sign turned
	Tonnes   ghg.CO2e       `json:"tonnes"`           // above 0
	Source   string         `json:"source,omitempty"` // the document that states it
}

// PerTonne is the cost per tonne of what is stated. Nothing is discounted
// again.
func (s Stated) PerTonne() (PerTonne, error) {
	const of = "stated cost per tonne"
	var faults ghg.Faults
	s.Terms.refuse(&faults, of)
	if !s.Kind.Valid() {
		faults.Refuse(of, "kind", s.Kind.String(), "potential, expected, implemented, verified or claimed is needed")
	}
	refuseLifetime(&faults, of, s.Lifetime)
	_ = refuseMoney(&faults, of, "cost", s.Cost, s.Cost) // it meets itself
	if err := exact.Check(s.Tonnes.Tonnes()); err != nil {
		faults.Refuse(of, "tonnes", "", err.Error())
	} else if s.Tonnes.Sign() <= 0 {
		faults.Refuse(of, "tonnes", s.Tonnes.String(), "above 0 is allowed")
	}
	if s.Source == "" {
		faults.Refuse(of, "source", "", "the document that states it is needed")
	}
	if err := faults.Err(); err != nil {
		return PerTonne{}, err
	}
	p := PerTonne{terms: s.Terms, kind: s.Kind, lifetime: s.Lifetime, source: s.Source, num: s.Cost.Amount(), den: s.Tonnes.Tonnes()}
	return p.with(of, s.Cost, p.num, p.den, s.Tonnes.Metric())
}

// Value is the money for one tonne of CO2e, to 8 decimal places.
func (p PerTonne) Value() strategy.Money { return p.value }

// Cost is what the definition divides: the cost of a year, or the net present
// cost, to 8 decimal places. Negative is a saving.
func (p PerTonne) Cost() strategy.Money { return p.cost }

// Tonnes are what the definition divides by: of a year, or of the lifetime.
func (p PerTonne) Tonnes() ghg.CO2e { return p.tonnes }

// Terms are definition, discount rate, timing, perspective and payer.
func (p PerTonne) Terms() Terms { return p.terms }

// Kind is the kind of the reductions.
func (p PerTonne) Kind() strategy.Kind { return p.kind }

// Lifetime is the number of years counted.
func (p PerTonne) Lifetime() int { return p.lifetime }

// IsZero reports whether nobody worked it out.
func (p PerTonne) IsZero() bool { return p.lifetime == 0 }

// Cmp compares two costs per tonne, exactly: -1, 0 or 1. Figures in other terms
// are a [*ghg.MismatchError] with the aspects in which they differ: those of
// this package and [ghg.AspectMetric]. Lifetimes may differ.
func (p PerTonne) Cmp(o PerTonne) (int, error) {
	if p.IsZero() || o.IsZero() {
		return 0, errNoPerTonne
	}
	if err := p.meets("one cost per tonne", o, "the other"); err != nil {
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

var errNoPerTonne = errors.New("no cost per tonne given: make one with cost.NewPerTonne, Measure.PerTonne or Stated.PerTonne")

// The aspects in which two costs per tonne may differ, beside
// [ghg.AspectMetric]. Where the money or the kind differs, the
// [*ghg.MismatchError] wraps a [*strategy.MoneyMismatchError] or
// [*strategy.KindMismatchError].
const (
	AspectDefinition  ghg.Aspect = "definition"
	AspectRate        ghg.Aspect = "discount rate"
	AspectTiming      ghg.Aspect = "timing"
	AspectPerspective ghg.Aspect = "perspective"
	AspectPaidBy      ghg.Aspect = "paid by"
	AspectMoney       ghg.Aspect = "money"
	AspectKind        ghg.Aspect = "kind of reduction"
)

// meets reports all in which two costs per tonne differ. What says what they are.
func (p PerTonne) meets(what string, o PerTonne, other string) error {
	a, b := p.terms, o.terms
	e := &ghg.MismatchError{A: what, B: other}
	var errs []error
	for _, x := range []struct {
		aspect ghg.Aspect
		a, b   string
		differ bool
		remedy string
		err    func() error // of the package whose figures do not meet
	}{
		{AspectDefinition, a.Definition.String(), b.Definition.String(), a.Definition != b.Definition, "work both out by one", nil},
		{AspectRate, a.Rate.String(), b.Rate.String(), !a.Rate.Equal(b.Rate), "work both out at one", nil},
		{AspectTiming, a.Timing.String(), b.Timing.String(), a.Timing != b.Timing, "work both out with one", nil},
		{AspectPerspective, a.Perspective.String(), b.Perspective.String(), a.Perspective != b.Perspective, "count the costs of one", nil},
		{AspectPaidBy, a.paidBy(), b.paidBy(), a.PaidBy != b.PaidBy, "take those of one payer, or of all", nil},
		{AspectMoney, unit(p.value), unit(o.value), unit(p.value) != unit(o.value),
			"convert one at a stated rate, or restate one with a price index",
			func() error { return &strategy.MoneyMismatchError{A: p.value, B: o.value} }},
		{ghg.AspectMetric, p.tonnes.Metric().String(), o.tonnes.Metric().String(), p.tonnes.Metric().ID() != o.tonnes.Metric().ID(),
			"make both with one metric, or restate one in the other's",
			func() error { return &ghg.MetricMismatchError{A: p.tonnes.Metric().ID(), B: o.tonnes.Metric().ID()} }},
		{AspectKind, p.kind.String(), o.kind.String(), p.kind != o.kind, "keep a curve for each kind",
			func() error { return &strategy.KindMismatchError{A: p.kind, B: o.kind} }},
	} {
		if !x.differ {
			continue
		}
		e.Differ = append(e.Differ, ghg.Differing{Aspect: x.aspect, A: x.a, B: x.b, Remedy: x.remedy})
		if x.err != nil {
			errs = append(errs, x.err())
		}
	}
	if len(e.Differ) == 0 {
		return nil
	}
	e.Err = errors.Join(errs...)
	return e
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
