package claim

import (
	"math/big"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// places is the precision, in decimal places of the printed unit, that computed
// values and ranges of a [Reading] are given to, rounded once, half away from
// zero. Verdicts are found before that rounding.
const places = 12

// Check is what a claim comes to: each relation that its numbers allow,
// with every number computed from the others.
type Check struct {
	Claim Claim
	// Verdict is the worst of the relations.
	Verdict   Verdict
	Relations []Relation
	// OneBasis is the cut on each basis that both a base and a level are given
	// in, where the claim itself mixes two, or gives others.
	OneBasis []OneBasis
	// Implied is what a number that is not printed would be, by each reading of two that
	// are: "by 45 %" and "to 45 %".
	Implied []Implied
	// Unused names the printed numbers that no relation could check.
	Unused []string
	// Findings are remarks: see the Finding… constants of claims.
	Findings ghg.Findings
}

// Relation is one relation between printed numbers, with each number
// computed from the others. The numbers never agree exactly, as they are
// rounded; so the relation is judged by the one number that follows from the
// others in the making of the claim:
//
//   - level and amount to cut, where the percentage was decided
//     ([AmountsFollow]); the percentage, where it follows ([PercentageFollows]),
//     and always of a result, of a part of a whole and of a rate a year;
//   - the amount to cut, of base and level; the total, of a sum.
//
// A percentage that was decided ([AmountsFollow]) is taken exactly wherever
// another number is computed from it: a goal of 12 % is one of 12 %, and not of
// anything from 11.5 to 12.5 %. All other numbers stand for what they may have
// been rounded from, and so does a percentage that follows.
//
// The other readings are computed all the same; solved for the percentage
// itself, the relation is held against the range of its printed digits. A coarse
// percentage is often right to its digit when computed from the amounts, while
// the amounts are not what that percentage gives: then the verdict is
// [DoesNotReproduce], and a finding [FindingCoarseDigits] says by how much the
// amount is off, and which rounded percentage would have agreed.
type Relation struct {
	Name string
	// Verdict is that of the numbers, or [BasisMismatch] where their amounts do
	// not share a basis.
	Verdict Verdict
	// Numbers is the verdict of the numbers alone, whatever their basis.
	Numbers Verdict
	Reason  string // of a basis mismatch: which amounts differ, and how
	// Readings are the relation solved for each number; the first is the one
	// that it is judged by.
	Readings []Reading
}

// Reading is one number computed from the others of its relation. All
// values are in the unit that the number was printed in.
type Reading struct {
	Of      string // the number: "level"
	Formula string // "base × (1 - cut)"
	Figures string // the formula with the numbers as printed
	Printed string // the number as printed, with its unit
	Unit    string // "Mt", "%", or "" of a share that was printed as a fraction

	// Computed is the value that the other numbers give as printed.
	Computed ghg.Ratio
	// Off is Computed less the printed value.
	Off ghg.Ratio
	// Stands is what the printed digits stand for; Allowed what the number may
	// be for all that the digits of the others stand for. Among the others a
	// decided percentage stands for itself alone.
	Stands, Allowed Range
	// AsPrinted: Computed lies in Stands.
	AsPrinted bool
	// Within: Allowed and Stands have a value in common.
	Within bool
}

// Range is a range of values, its ends included. Of an open one nothing is
// known: it was divided by what may be zero.
type Range struct {
	Low, High decimal.Decimal
	Open      bool
}

// OneBasis is the cut of a claim on one basis.
type OneBasis struct {
	View    ghg.View
	Metric  ghg.Metric // zero where none is stated
	Cut     ghg.Ratio  // 1 - level/base, a fraction
	Formula string     // with the numbers as printed
	// Verdict holds Cut against the claim's printed percentage; it is
	// [NotCheckable] where none is printed.
	Verdict Verdict
}

// Check holds the numbers of a claim against each other. A claim that
// contradicts itself before any arithmetic is refused with a [ghg.Fault] for each
// contradiction. Numbers that allow no relation are no error: the verdict
// is [NotCheckable].
func (c Claim) Check() (Check, error) {
	if err := c.check(); err != nil {
		return Check{}, err
	}
	n := c.numbers()
	out := Check{Claim: c.clone()}
	used := map[*number]bool{}
	for _, r := range n.relations() {
		checked := r.check()
		out.Relations = append(out.Relations, checked)
		out.Verdict = max(out.Verdict, checked.Verdict)
		for _, x := range r.numbers() {
			used[x] = true
		}
		if !n.cutOff(&out.Findings, r, checked) {
			n.coarseDigits(&out.Findings, r, checked)
		}
	}
	for _, x := range n.all() {
		if !used[x] {
			out.Unused = append(out.Unused, x.name)
		}
	}
	out.OneBasis, out.Implied = n.oneBasis(), n.implied()
	said := out.Findings.Len()
	n.misnamed(&out.Findings)
	if out.Findings.Len() == said { // the exchange of two numbers explains more
		for i, r := range n.relations() {
			n.factorOfTen(&out.Findings, r, out.Relations[i])
		}
	}
	c.signReversed(&out.Findings, out.Verdict)
	n.unstated(&out.Findings, used)
	return out, nil
}

func (r relation) check() Relation {
	out := Relation{Name: r.name, Reason: r.bases()}
	for _, s := range r.solved {
		out.Readings = append(out.Readings, s.read())
	}
	out.Numbers = out.Readings[0].verdict()
	out.Verdict = out.Numbers
	if out.Reason != "" {
		out.Verdict = BasisMismatch
	}
	return out
}

func (s solved) read() Reading {
	computed := s.term.span()
	of := s.of
	out := Reading{Of: of.name, Formula: s.term.words(), Figures: s.term.figures(), Printed: of.text, Unit: of.unit,
		Stands: of.rangeOf(of.span)}
	if computed.why != "" {
		out.Computed, out.Off = ghg.Undefined(computed.why), ghg.Undefined(computed.why)
		out.Allowed.Open = true
		return out
	}
	out.Computed = ghg.RatioOf(of.printed(computed.mid))
	out.Off = ghg.RatioOf(of.printed(new(big.Rat).Sub(computed.mid, of.span.mid)))
	out.Allowed = of.rangeOf(computed)
	out.AsPrinted = of.span.holds(computed.mid)
	out.Within = of.span.meets(computed)
	return out
}

func (n *number) rangeOf(s span) Range {
	if s.open {
		return Range{Open: true}
	}
	return Range{Low: n.printed(s.low), High: n.printed(s.high)}
}

func (r Reading) verdict() Verdict {
	switch {
	case r.Computed.Undefined() != "":
		return NotCheckable
	case r.AsPrinted:
		return Reproduces
	case r.Within:
		return Rounding
	}
	return DoesNotReproduce
}

// Needs is the range that the number must lie in for the relation to hold: what
// both its own digits and those of the others allow. There is none where they
// allow nothing in common. Of a percentage that was decided it is the range that
// a rounded one would have to lie in.
func (r Reading) Needs() (Range, bool) {
	switch {
	case !r.Within:
		return Range{}, false
	case r.Allowed.Open:
		return r.Stands, true
	}
	return Range{Low: decimal.Max(r.Stands.Low, r.Allowed.Low), High: decimal.Min(r.Stands.High, r.Allowed.High)}, true
}

// String is "5.19 to 5.2", or "any".
func (r Range) String() string {
	if r.Open {
		return "any"
	}
	return r.Low.String() + " to " + r.High.String()
}

// oneBasis pairs bases and levels of one basis, but for the pair that the
// claim itself makes.
func (n *numbers) oneBasis() []OneBasis {
	var out []OneBasis
	for _, b := range append([]*number{n.reference}, n.otherBases...) {
		for _, t := range append([]*number{n.level}, n.otherLevel...) {
			if !allStated(b, t) || b == n.reference && t == n.level || !b.sharesBasis(t) {
				continue
			}
			cut := numeral(t).over(numeral(b)).left()
			one := OneBasis{View: b.view, Metric: b.metric, Formula: cut.figures(), Verdict: NotCheckable}
			s := cut.span()
			one.Cut = ghg.RatioOf(rounded(s.mid, ghg.RatioPlaces))
			if n.cut != nil {
				one.Verdict = solved{n.cut, cut}.read().verdict()
			}
			out = append(out, one)
		}
	}
	return out
}

// sharesBasis reports whether two amounts are stated in one view and on one metric.
// Without a view that is not known.
func (n *number) sharesBasis(o *number) bool {
	a, b := ghg.Basis{View: n.view, Metric: n.metric}, ghg.Basis{View: o.view, Metric: o.metric}
	return !n.view.IsZero() && a.Meets(n.name, b, o.name) == nil
}
