package track

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// CarryForward states that the verified reduction of the year before stands for
// a year that is not verified yet. It is never done unstated.
type CarryForward struct {
	Into   int    `json:"into"`
	Reason string `json:"reason,omitempty"`
}

// Realisation is what an action has cut by year: planned, reported, verified.
// It is immutable. The zero Realisation holds no year.
type Realisation struct {
	action string
	years  []RealisedYear
}

// RealisedYear is one year of a [Realisation]. What is not known is not 0.
type RealisedYear struct {
	year                        int
	planned, reported, verified *ghg.CO2e
	carried                     *CarryForward
}

// NewRealisation holds reductions of one action against one another. Planned
// ones are of the kind expected, reported ones implemented or claimed, verified ones
// verified; others are a [*strategy.KindMismatchError]. The zero Reductions are none.
// Two metrics are a [*ghg.MetricMismatchError]. A year is carried forward only
// into one that is not verified, from one that is, and with a reason.
func NewRealisation(action string, planned, reported, verified strategy.Reductions, carried ...CarryForward) (Realisation, error) {
	if action == "" || len(action) > ghg.MaxName {
		return Realisation{}, ghg.Refusal("realisation", "action", action, fmt.Sprintf("an ID of at most %d bytes is needed", ghg.MaxName))
	}
	r := Realisation{action: action}
	var metric ghg.Metric
	for _, x := range []struct {
		what string
		kind strategy.Kind
		of   strategy.Reductions
	}{{"planned", strategy.Expected, planned}, {"reported", strategy.Claimed, reported}, {"verified", strategy.Verified, verified}} {
		if x.of.IsZero() {
			continue
		}
		if k := x.of.Kind(); k != x.kind && (x.kind != strategy.Claimed || k != strategy.Implemented) {
			return Realisation{}, fmt.Errorf("%s, %s: %w", ofAction(action), x.what, &strategy.KindMismatchError{A: x.kind, B: x.of.Kind()})
		}
		if metric.IsZero() {
			metric = x.of.Metric()
		}
		if a, b := metric.ID(), x.of.Metric().ID(); a != b {
			return Realisation{}, fmt.Errorf("%s, %s: %w", ofAction(action), x.what, &ghg.MetricMismatchError{A: a, B: b})
		}
		for year, c := range x.of.All() {
			y := r.yearOf(year)
			switch x.kind {
			case strategy.Expected:
				y.planned = &c
			case strategy.Claimed:
				y.reported = &c
			default:
				y.verified = &c
			}
		}
	}
	var faults ghg.Faults
	for _, c := range carried {
		r.carry(&faults, c)
	}
	if err := faults.Err(); err != nil {
		return Realisation{}, err
	}
	return r, nil
}

// RealisationOf holds what an action of a plan was to cut (expected) against what its
// implementation gave (implemented) and what of that is verified, as stated or as its
// quantifications come to: see [strategy.Portfolio.Reductions], whose errors are told. What
// is merely claimed is left out. Kinds that the action has no figures of are none.
func RealisationOf(p strategy.Portfolio, action string, carried ...CarryForward) (Realisation, error) {
	a, _ := p.Action(action)
	var of [3]strategy.Reductions
	for i, k := range []strategy.Kind{strategy.Expected, strategy.Implemented, strategy.Verified} {
		has := func(e strategy.Effect) bool { return e.Kind() == k }
		if a.ID != "" && !slices.ContainsFunc(a.Effects, has) {
			continue
		}
		r, err := p.Reductions(action, k)
		if err != nil {
			return Realisation{}, fmt.Errorf("realisation: %w", err)
		}
		of[i] = r.Total
	}
	return NewRealisation(action, of[0], of[1], of[2], carried...)
}

// yearOf is the year of a realisation, new where it is not there yet.
func (r *Realisation) yearOf(year int) *RealisedYear {
	i, found := slices.BinarySearchFunc(r.years, year, func(y RealisedYear, year int) int { return y.year - year })
	if !found {
		r.years = slices.Insert(r.years, i, RealisedYear{year: year})
	}
	return &r.years[i]
}

// carry puts the verified reduction of the year before into a year, or adds why
// it does not.
func (r *Realisation) carry(faults *ghg.Faults, c CarryForward) {
	of := fmt.Sprintf("%s, carry forward into %d", ofAction(r.action), c.Into)
	before := faults.Len()
	faults.RefuseYear(of, "into", c.Into)
	if c.Reason == "" {
		faults.Refuse(of, "reason", "", "say why the figure of the year before stands")
	}
	into, _ := r.Year(c.Into)
	from, _ := r.Year(c.Into - 1)
	switch {
	case into.verified != nil:
		faults.Refuse(of, "into", strconv.Itoa(c.Into), "this year has a verified reduction already")
	case from.verified == nil || from.carried != nil:
		faults.Refuse(of, "into", strconv.Itoa(c.Into), fmt.Sprintf("%d has no verified reduction of its own", c.Into-1))
	}
	if faults.Len() > before {
		return
	}
	y := r.yearOf(c.Into)
	y.verified, y.carried = from.verified, &c
}

// Action is the ID of the action.
func (r Realisation) Action() string { return r.action }

// Years yields the years in which anything is known.
func (r Realisation) Years() iter.Seq[RealisedYear] { return slices.Values(r.years) }

// Year is one year, and whether anything is known of it.
func (r Realisation) Year(year int) (RealisedYear, bool) {
	for _, y := range r.years {
		if y.year == year {
			return y, true
		}
	}
	return RealisedYear{year: year}, false
}

// String is the realisation as one line.
func (r Realisation) String() string {
	return fmt.Sprintf("%s, years planned, reported or verified: %d", ofAction(r.action), len(r.years))
}

// Korean is the realisation by year, a line each, in Korean.
func (r Realisation) Korean() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s, 계획·보고·검증된 해 %d개", r.action, len(r.years))
	for _, y := range r.years {
		b.WriteString("\n  " + y.Korean())
	}
	return b.String()
}

// Details is the realisation by year.
func (r Realisation) Details() string {
	var b strings.Builder
	b.WriteString(r.String())
	for _, y := range r.years {
		b.WriteString("\n  " + y.Details())
	}
	return b.String()
}

// Year is the year.
func (y RealisedYear) Year() int { return y.year }

func known(c *ghg.CO2e) (ghg.CO2e, bool) {
	if c == nil {
		return ghg.CO2e{}, false
	}
	return *c, true
}

// Planned is the reduction that the plan expects, where it does.
func (y RealisedYear) Planned() (ghg.CO2e, bool) { return known(y.planned) }

// Reported is the reduction that is claimed, or that the implementation gave, where one is.
func (y RealisedYear) Reported() (ghg.CO2e, bool) { return known(y.reported) }

// Verified is the reduction that is verified, where one is. It may be carried
// forward: see [RealisedYear.Carried].
func (y RealisedYear) Verified() (ghg.CO2e, bool) { return known(y.verified) }

// Carried is how the verified reduction was carried forward from the year
// before, where it was.
func (y RealisedYear) Carried() (CarryForward, bool) {
	if y.carried == nil {
		return CarryForward{}, false
	}
	return *y.carried, true
}

// Rate is the realisation rate: verified divided by planned. It is undefined
// where nothing or an increase was planned.
func (y RealisedYear) Rate() ghg.Ratio {
	return quotient(y.verified, y.planned, "verified", "planned")
}

// VerifiedOfReported is verified divided by reported: what a check left of the
// claim.
func (y RealisedYear) VerifiedOfReported() ghg.Ratio {
	return quotient(y.verified, y.reported, "verified", "reported")
}

// ReportedOfPlanned is reported divided by planned. It is no realisation rate,
// as nothing is verified.
func (y RealisedYear) ReportedOfPlanned() ghg.Ratio {
	return quotient(y.reported, y.planned, "reported", "planned")
}

func quotient(a, b *ghg.CO2e, nameA, nameB string) ghg.Ratio {
	switch {
	case a == nil:
		return ghg.Undefined("no reduction is " + nameA)
	case b == nil:
		return ghg.Undefined("no reduction is " + nameB)
	}
	return ratioOf(*a, *b, nameB)
}

// ratioOf is a/b. Of an increase it would call a larger one the better.
func ratioOf(a, b ghg.CO2e, nameB string) ghg.Ratio {
	if b.Sign() < 0 {
		return ghg.Undefined("the " + nameB + " reduction is below 0, an increase")
	}
	return ghg.Quotient(a.Tonnes(), b.Tonnes(), "the "+nameB+" reduction is 0")
}

// String is the year as one line.
func (y RealisedYear) String() string { return y.term().En }

// Korean is the year as one line of Korean, with its realisation rate, and with what is
// reported of what was planned.
func (y RealisedYear) Korean() string {
	return y.term().Ko + ", 이행률(검증/계획) " + percentTerm(y.Rate(), 1).Ko + ", 보고/계획 " + percentTerm(y.ReportedOfPlanned(), 1).Ko
}

func (y RealisedYear) term() words.Term {
	t := words.Term{En: "%d: planned %s, reported %s, verified %s", Ko: "%d년: 계획감축량 %s, 보고 %s, 검증 %s"}.With(
		y.year, text(y.planned), text(y.reported), text(y.verified))
	if y.carried != nil {
		t = joined(t, words.Term{En: " (carried forward from %d: %s)", Ko: "(%d년 값을 이월: %s)"}.With(y.year-1, y.carried.Reason))
	}
	return t
}

func text(c *ghg.CO2e) words.Term {
	if c == nil {
		return words.Term{En: "unknown", Ko: "모름"}
	}
	return words.Term{En: c.String(), Ko: c.String()}
}

// Details is the year with its three ratios.
func (y RealisedYear) Details() string {
	return fmt.Sprintf("%s\n    realisation rate = verified/planned = %s\n    verified/reported = %s\n    reported/planned = %s",
		y, y.Rate(), y.VerifiedOfReported(), y.ReportedOfPlanned())
}
