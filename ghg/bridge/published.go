package bridge

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// UnbridgedError says that two figures differ in more than their amount, and
// that no cause of that kind is listed.
type UnbridgedError struct {
	Kind     CauseKind // [CauseMetric], [CauseEdition] or [CauseBoundary]
	From, To string    // the two metrics, editions or views
}

// aspect is what the figures differ in.
func (e *UnbridgedError) aspect() string {
	switch e.Kind {
	case CauseMetric:
		return "metric"
	case CauseEdition:
		return "guideline edition"
	}
	return "view"
}

func (e *UnbridgedError) Error() string {
	return fmt.Sprintf("the figures differ in %s, %s and %s, and no cause of kind %s is listed: list one; "+
		"its amount may be left open with Unquantified", e.aspect(), e.From, e.To, e.Kind)
}

// Published bridges two published figures of one year with the causes
// that documents state. What the stated amounts leave of the change is a line
// [CauseUnknown], with the exact remainder, which may be larger than the change.
//
// Figures on two metrics, of two guideline editions or of two views do not meet
// as CO2e. Here alone they stand side by side, and only by explicit statement:
// for each such difference a cause of its kind is required, or the bridge is
// refused with an [*UnbridgedError]; its amount may be unquantified. A metric,
// edition or view that is not stated differs from every one that is. The
// change between two metrics is a [Difference] of mixed metrics. A cause that
// does not stand, or that the figures contradict, such as a change of metric
// between figures on one, is a [ghg.Fault].
func Published(year int, from, to ghg.Yearly, causes ...Contribution) (Bridge, error) {
	b, err := newBridge(year, from, to)
	if err != nil {
		return Bridge{}, err
	}
	if len(causes) > maxCauses {
		return Bridge{}, tooManyCauses(len(causes))
	}
	var faults ghg.Faults
	for i, c := range causes {
		c.check(causeOf(i), b, &faults)
	}
	problems := []error{faults.Err()}
	for _, d := range b.differences() {
		if !slices.ContainsFunc(causes, func(c Contribution) bool { return c.cause.Kind == d.Kind }) {
			problems = append(problems, &d)
		}
	}
	if err := errors.Join(problems...); err != nil {
		return Bridge{}, err
	}
	b.contribute(causes)
	return Bridge{b}, nil
}

// check adds what does not stand in a contribution to a bridge.
func (c Contribution) check(of string, b *bridge, faults *ghg.Faults) {
	if !c.cause.check(of, faults) {
		return
	}
	kind := c.cause.Kind
	m, e := b.from.Metric().ID(), b.from.Edition()
	contradicted := func(detail string) {
		faults.Add(ghg.Fault{Code: ghg.FaultMismatch, Of: of, Field: "kind", Value: kind.String(), Detail: detail})
	}
	if kind == CauseMetric && m == b.to.Metric().ID() && m != "" {
		contradicted(fmt.Sprintf("both figures are on metric %s", m))
	}
	if kind == CauseEdition && e == b.to.Edition() && e != "" {
		contradicted(fmt.Sprintf("both figures follow the edition %s", e))
	}
	c.checkAmount(of, faults)
}

// checkAmount adds why an amount is none of a change in CO2e.
func (c Contribution) checkAmount(of string, faults *ghg.Faults) {
	if !c.amount.Gas().IsZero() {
		faults.Refuse(of, "amount", c.amount.String(), "state what the cause added in tonnes of CO2e, as a mass that names no gas")
	} else if err := exact.CheckResult(c.amount.Tonnes()); err != nil {
		faults.Refuse(of, "amount", exact.Text(c.amount.Tonnes()), err.Error())
	}
}

// differences lists in what the figures differ beyond their amount.
func (b *bridge) differences() []UnbridgedError {
	var out []UnbridgedError
	if x, y := b.from.Metric().ID(), b.to.Metric().ID(); x != y {
		out = append(out, UnbridgedError{CauseMetric, x.String(), y.String()})
	}
	if x, y := b.from.Edition(), b.to.Edition(); x != y {
		out = append(out, UnbridgedError{CauseEdition, cmp.Or(string(x), "unstated"), cmp.Or(string(y), "unstated")})
	}
	x, y := b.from.View().ID(), b.to.View().ID()
	differ := x != y
	if x.Scheme != y.Scheme { // selections of two schemes: only the names can be compared
		differ = x.Name != y.Name || x.Source != y.Source
	}
	if differ {
		out = append(out, UnbridgedError{CauseBoundary, x.String(), y.String()})
	}
	return out
}

// contribute writes the lines of a published bridge.
func (b *bridge) contribute(causes []Contribution) {
	left := b.change.t
	var open []string
	for _, c := range causes {
		line := Line{Cause: c.cause, amount: b.change.of(decimal.Zero), quantified: c.quantified}
		if c.quantified {
			line.amount = b.change.of(c.amount.Tonnes())
			left = left.Sub(c.amount.Tonnes())
		} else if kind := c.cause.Kind.String(); !slices.Contains(open, kind) {
			open = append(open, kind)
		}
		b.lines = append(b.lines, line)
	}
	if left.IsZero() && len(open) == 0 {
		return
	}
	why := "no source states a cause"
	if len(causes) > 0 {
		why = "left by the causes stated"
	}
	if len(open) > 0 {
		why = "no source states how much is due to: " + strings.Join(open, ", ")
	}
	b.lines = append(b.lines, Line{Cause: Cause{What: why}, amount: b.change.of(left), quantified: true})
}
