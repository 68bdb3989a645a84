package managed

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// PortfolioSplit is one portfolio twice: citywide, as it was given, and
// managed. It is immutable; the zero PortfolioSplit answers no question.
type PortfolioSplit struct {
	citywide, managed strategy.Portfolio
	placed            map[itemKey]placed
}

// The codes of the faults and findings of rules.
const (
	FaultRule     = "rule"         // a rule that does not stand, or not for what it meets
	FaultNoRule   = "no-rule"      // an effect or a source that no rule meets
	FindingNotMet = "rule-not-met" // a rule that counts for nothing
)

// Split makes the managed portfolio beside a citywide one, by rules of which the first
// that meets an effect counts for it. An effect that no rule meets and rules that do not
// stand are in the error, as [ghg.Faults]; rules that count for nothing are findings. In
// the managed portfolio the view is as, which is that of the managed target and
// baseline; effects stay where they are, and amounts are what of them is managed, with a
// note: 0 where nothing is. A share of a source stays that share, of what the source emits
// in the managed baseline ([SplitBaseline]), and is 0 where nothing of it is managed. Register
// and portfolio must be of one place, else a [*ghg.MismatchError] is returned; a share of
// records that are not there is a [*ghg.NoFigureError].
func Split(r carveout.Register, p strategy.Portfolio, rules []Rule, as ghg.View) (PortfolioSplit, ghg.Findings, error) {
	if p.IsZero() {
		return PortfolioSplit{}, ghg.Findings{}, strategy.ErrNoPortfolio
	}
	d := p.Definition()
	place, err := newSplit(r, rules, d.Framework, "portfolio", p.Basis(), as)
	if err != nil {
		return PortfolioSplit{}, ghg.Findings{}, err
	}
	for n, a := range d.Actions {
		a = a.AsStated()
		d.Actions[n] = a
		for i := range a.Effects {
			x := item{action: a.ID, area: a.Area, on: a.Effects[i].On}
			at := place.place(x)
			if at.p == nil || place.faults.Len() > 0 {
				continue
			}
			changed, err := at.managed(a.Effects[i])
			place.wrong(x, err)
			a.Effects[i] = changed
		}
	}
	if err := place.err(); err != nil {
		return PortfolioSplit{}, ghg.Findings{}, err
	}
	d.Scheme = cmp.Or(d.Scheme, p.View().Scheme())
	d.Name += ", managed"
	if d.NameKo != "" {
		d.NameKo += ", 관리권한"
	}
	d.View = as
	managed, _, err := strategy.NewPortfolio(d)
	if err != nil {
		return PortfolioSplit{}, ghg.Findings{}, err
	}
	return PortfolioSplit{p, managed, place.placed}, place.unmet(true), nil
}

// newSplit is what splitting a portfolio and a baseline refuse alike before they look at
// what is in them.
func newSplit(r carveout.Register, rules []Rule, areas strategy.Framework, what string, of ghg.Basis, as ghg.View) (*placing, error) {
	switch {
	case r.IsZero():
		return nil, carveout.ErrNoRegister
	case as.IsZero():
		return nil, ghg.ErrNoView
	}
	sites := ghg.Basis{Place: r.Place(), View: of.View, Metric: of.Metric} // a register has a place alone that matters here
	if err := sites.Meets("the register", of, "the "+what); err != nil {
		return nil, err
	}
	p := newPlacing(r, rules, areas)
	if as.ID() == of.View.ID() {
		p.faults.Refuse("managed "+what, "view", as.String(), "that of the citywide one: the managed one needs its own")
	}
	return p, p.faults.Err()
}

// managed is an effect with what of it is managed in each year.
func (x placed) managed(e strategy.Effect) (strategy.Effect, error) {
	var out notes
	var err error
	leave := func(year int) bool { return !x.counts(year) && out.add(x.where(year), year) }
	if e.Reductions.IsZero() {
		shares := map[int]ghg.Share{}
		for y, c := range e.Cuts.All() {
			shares[y] = c
			if !leave(y) {
				continue
			}
			part, whole, errPart := x.part(y)
			if err = cmp.Or(err, errPart); errPart == nil && part.Equal(whole) {
				shares[y], _ = ghg.ParseShare("0%")
			}
		}
		if err == nil {
			e.Cuts, err = strategy.NewCuts(e.Cuts.Kind(), shares)
		}
	} else {
		amounts := map[int]ghg.CO2e{}
		for y, c := range e.Reductions.All() {
			amounts[y] = c
			if leave(y) {
				gone, errPart := x.standingAmount(c, y, true)
				err = cmp.Or(err, errPart)
				amounts[y] = minus(c, gone)
			}
		}
		if err == nil {
			e.Reductions, err = strategy.NewReductions(e.Reductions.Kind(), e.Reductions.Metric(), amounts)
		}
	}
	if text := out.String(); text != "" {
		if e.Note != "" {
			e.Note += "; "
		}
		e.Note += "not managed in " + text
	}
	return e, err
}

// notes are the years in which something is not managed, by what that is.
type notes struct {
	what  []string
	years map[string][]int
}

// add takes a year, and is true.
func (n *notes) add(w Where, year int) bool {
	what := w.Position.String()
	if share, ok := w.Share.Value(); !ok || !share.Equal(decimal.New(1, 0)) {
		what = w.Share.Percent(2) + " " + what
	}
	if n.years == nil {
		n.years = map[string][]int{}
	}
	if n.years[what] == nil {
		n.what = append(n.what, what)
	}
	n.years[what] = append(n.years[what], year)
	return true
}

// String is the years: "2026 to 2030 (inside_ets), 2031 (22.27% inside_ets)".
func (n *notes) String() string {
	var out []string
	for _, what := range n.what {
		out = append(out, fmt.Sprintf("%s (%s)", words.Spans(n.years[what]), what))
	}
	return strings.Join(out, ", ")
}

// Citywide is the portfolio as it was given.
func (s PortfolioSplit) Citywide() strategy.Portfolio { return s.citywide }

// Managed is the portfolio with what counts as managed, in the managed view.
func (s PortfolioSplit) Managed() strategy.Portfolio { return s.managed }

// Where says where an effect cuts in a year, and which rule says so. False is returned for
// an effect that the portfolio does not have.
func (s PortfolioSplit) Where(action string, on strategy.EmissionSource, year int) (Where, bool) {
	x, ok := s.placed[itemKey{action, on.Folded()}]
	if !ok {
		return Where{}, false
	}
	return x.where(year), true
}

// plus and minus are for amounts of one portfolio, which are on one metric.
func plus(a, b ghg.CO2e) ghg.CO2e {
	sum, _ := a.Add(b)
	return sum
}

func minus(a, b ghg.CO2e) ghg.CO2e { return plus(a, b.Neg()) }
