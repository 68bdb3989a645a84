package strategy

import (
	"errors"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// QuantificationDefinition is what [NewQuantification] makes a quantification of.
type QuantificationDefinition struct {
	ID     string // unique in its action
	Counts string // what is counted: the monitored factor (모니터링인자)
	// Unit is that of the quantities; none where they are shares of a whole source.
	Unit       ghg.Unit
	Counting   Counting
	Life       Life // where what is new is counted
	Quantities []Quantities
	Effects    []UnitEffect // what one of it changes, on one source each
	Judged     []Judged
	// Published is a reduction unit that a document states, in place of effects or
	// beside them.
	Published PublishedUnit
	Source    string // document
}

// Quantities are how much there is of what is counted, by year, of one kind: the target
// quantity (목표물량) of a plan is Expected, what monitoring found (실적) is Implemented.
type Quantities struct {
	Kind Kind
	// ByYear are 0 or more each. A year that is left out is unknown, not 0.
	ByYear map[int]decimal.Decimal
	// Without are those that there would be without the project, in the same years; none
	// where there would be none.
	Without map[int]decimal.Decimal
	// Last is the year after which nothing more is installed; 0 where that is not known,
	// and nothing is known beyond the last year given.
	Last int
	// By says who verified, and in which document; needed for Verified.
	By string
	// Factors take the place of those of the effects that are of the same use, for this
	// kind alone: what an adopted plan expects keeps its factors, and what was done takes
	// the current ones.
	Factors []ghg.Factors
	Source  string // document; "" where it is that of the quantification
}

// Quantification is how what an action does is counted, and what one of it changes on
// each source (정량화):
//
//	reduction(source, year) = Σ [x(i) - x0(i)] × profile(year - i) × saves × factor × Π kept
//
// over the years i of installation, where x are the quantities of a kind, x0 those
// Without the project, and what stands or is done in a year is of that year alone. It
// is immutable; the zero Quantification is refused where one is needed.
type Quantification struct{ def *quantification }

type quantification struct {
	QuantificationDefinition
	metric ghg.Metric // of the effects; the zero Metric where they are shares
	kinds  map[Kind]*counted
	kept   decimal.Decimal
}

var errNoQuantification = errors.New("no quantification given: make one with strategy.NewQuantification")

// NewQuantification checks a definition and makes a quantification of it. All that does
// not stand is refused at once, as [ghg.Faults]; beside them stands a
// [*ghg.MetricMismatchError] where effects are on two metrics, and what factors and
// units lack, such as a [*ghg.UnitMismatchError].
func NewQuantification(d QuantificationDefinition) (Quantification, error) {
	q := &quantification{QuantificationDefinition: d.clone(), kinds: map[Kind]*counted{}, kept: full}
	if err := q.check(); err != nil {
		return Quantification{}, err
	}
	if !q.Published.IsZero() && (q.Published.Per.IsZero() || sameUnit(q.Published.Per, q.Unit)) {
		q.Published.Per = q.Unit // it is one of these, however it was written
	}
	for _, j := range q.Judged {
		q.kept = q.kept.Mul(j.Kept.Fraction())
	}
	return Quantification{q}, nil
}

var full = decimal.New(1, 0)

// clone copies what a caller could change.
func (d QuantificationDefinition) clone() QuantificationDefinition {
	d.Life.ByAge = slices.Clone(d.Life.ByAge)
	d.Effects, d.Judged = slices.Clone(d.Effects), slices.Clone(d.Judged)
	d.Quantities = slices.Clone(d.Quantities)
	for i, q := range d.Quantities {
		d.Quantities[i].ByYear, d.Quantities[i].Without = maps.Clone(q.ByYear), maps.Clone(q.Without)
		d.Quantities[i].Factors = slices.Clone(q.Factors)
	}
	return d
}

// Definition is what the quantification was made of, for making another.
func (q Quantification) Definition() QuantificationDefinition {
	return q.definition().QuantificationDefinition.clone()
}

// IsZero reports whether there is no quantification.
func (q Quantification) IsZero() bool { return q.def == nil }

// ID tells the quantification from others of its action.
func (q Quantification) ID() string { return q.definition().ID }

// Counts is what is counted.
func (q Quantification) Counts() string { return q.definition().Counts }

// Unit is that of the quantities; the zero Unit where they are shares.
func (q Quantification) Unit() ghg.Unit { return q.definition().Unit }

// Published is the reduction unit that a document states; the zero PublishedUnit where
// none does.
func (q Quantification) Published() PublishedUnit { return q.definition().Published }

// Kinds yields the kinds that it has quantities of, in their order.
func (q Quantification) Kinds() iter.Seq[Kind] {
	return func(yield func(Kind) bool) {
		for _, k := range Kinds() {
			if q.definition().kinds[k] != nil && !yield(k) {
				return
			}
		}
	}
}

// Years yields the years that quantities of a kind are given for.
func (q Quantification) Years(k Kind) iter.Seq[int] {
	return func(yield func(int) bool) {
		c := q.definition().kinds[k]
		if c == nil {
			return
		}
		for _, y := range c.years {
			if !yield(y) {
				return
			}
		}
	}
}

func (q Quantification) definition() *quantification {
	if q.def == nil {
		return &quantification{}
	}
	return q.def
}
