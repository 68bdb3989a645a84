package managed

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// PortfolioSplit is one portfolio twice: citywide, as it was given, and
// managed. It is immutable; the zero PortfolioSplit answers no question.
type PortfolioSplit struct {
	register          Register
	citywide, managed strategy.Portfolio
	tags              map[EffectKey]EffectTag
}

// TagError says that an effect has no tag, or one that does not stand.
type TagError struct {
	Key  EffectKey
	What string
}

func (e *TagError) Error() string {
	return fmt.Sprintf("effect of action %.60q on %s: %s", e.Key.Action, e.Key.On, e.What)
}

// SplitPortfolio makes the managed portfolio beside a citywide one. Every
// effect needs a tag, and every tag an effect: all that lack are listed, each a
// [*TagError]. In the managed portfolio the view is as, which is that of the
// managed target and baseline; effects stay where they are, and what does not
// count as managed is 0 in those years, with a note.
func (r Register) SplitPortfolio(p strategy.Portfolio, tags map[EffectKey]EffectTag, as ghg.View) (PortfolioSplit, error) {
	switch {
	case r.IsZero():
		return PortfolioSplit{}, ErrNoRegister
	case p.IsZero():
		return PortfolioSplit{}, strategy.ErrNoPortfolio
	case as.IsZero():
		return PortfolioSplit{}, ghg.ErrNoView
	case as.ID() == p.View().ID():
		return PortfolioSplit{}, fmt.Errorf("view %s is that of the citywide portfolio: the managed one needs its own", as)
	case p.Place() != r.def.Place:
		return PortfolioSplit{}, fmt.Errorf("the register is of %.60q, the portfolio of %.60q", r.def.Place, p.Place())
	}
	s := PortfolioSplit{register: r, citywide: p, tags: make(map[EffectKey]EffectTag, len(tags))}
	d := p.Definition()
	scheme := d.Scheme
	if scheme.IsZero() {
		scheme = p.View().Scheme()
	}
	var errs errorList
	for _, a := range d.Actions {
		for i := range a.Effects {
			e := &a.Effects[i]
			key := EffectKey{a.ID, e.On}
			tag, ok := tags[key]
			what := "it has no tag: say where it cuts, by facility or as inside_ets, indirect_ets or outside"
			if ok {
				what = cmp.Or(tag.check(r.def), tag.scopeOn(scheme, e.On))
			}
			if what != "" {
				errs.add(&TagError{key, what})
				continue
			}
			s.tags[key] = tag
			changed, err := tag.managed(r.def, *e)
			if err != nil {
				errs.add(&TagError{key, err.Error()})
				continue
			}
			*e = changed
		}
	}
	if err := errs.join(); err != nil {
		return PortfolioSplit{}, err
	}
	if err := unused(tags, s.tags); err != nil {
		return PortfolioSplit{}, err
	}
	d.Name += ", managed"
	d.View = as
	d.Scheme = scheme
	var err error
	if s.managed, _, err = strategy.NewPortfolio(d); err != nil {
		return PortfolioSplit{}, err
	}
	return s, nil
}

// unused lists the tags that no effect has.
func unused(given, used map[EffectKey]EffectTag) error {
	var keys []EffectKey
	for k := range given {
		if _, ok := used[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b EffectKey) int {
		return cmp.Or(cmp.Compare(a.Action, b.Action), cmp.Compare(a.On.String(), b.On.String()))
	})
	var errs errorList
	for _, k := range keys {
		errs.add(&TagError{k, "it has a tag, and the portfolio has no such effect"})
	}
	return errs.join()
}

// managed is an effect with 0 in the years in which it does not count.
func (t EffectTag) managed(r *register, e strategy.Effect) (strategy.Effect, error) {
	var out []string
	leave := func(year int) bool {
		if t.counts(r, year) {
			return false
		}
		p, _ := t.at(r, year)
		out = append(out, fmt.Sprintf("%d (%s)", year, p))
		return true
	}
	var err error
	if e.Reductions.IsZero() {
		shares := map[int]ghg.Share{}
		for y, c := range e.Cuts.All() {
			shares[y] = c
			if leave(y) {
				shares[y], _ = ghg.ParseShare("0%")
			}
		}
		e.Cuts, err = strategy.NewCuts(e.Cuts.Kind(), shares)
	} else {
		amounts := map[int]ghg.CO2e{}
		for y, c := range e.Reductions.All() {
			amounts[y] = c
			if leave(y) {
				amounts[y] = minus(c, c)
			}
		}
		e.Reductions, err = strategy.NewReductions(e.Reductions.Kind(), e.Reductions.Metric(), amounts)
	}
	if len(out) > 0 {
		e.Note = joinWords("; ", e.Note, "not managed in "+strings.Join(out, ", "))
	}
	return e, err
}

// Citywide is the portfolio as it was given.
func (s PortfolioSplit) Citywide() strategy.Portfolio { return s.citywide }

// Managed is the portfolio with what counts as managed, in the managed view.
func (s PortfolioSplit) Managed() strategy.Portfolio { return s.managed }

// Position says where an effect cuts in a year, and whose site it is: unstated
// where it is none. False is returned for an effect that the portfolio does not
// have.
func (s PortfolioSplit) Position(key EffectKey, year int) (Position, Ownership, bool) {
	t, ok := s.tags[key]
	if !ok {
		return PositionUnstated, OwnershipUnstated, false
	}
	p, o := t.at(s.register.def, year)
	return p, o, true
}

// ParallelTotal is what a portfolio cuts in one kind and year, citywide and
// managed.
type ParallelTotal struct {
	Citywide, Managed strategy.Total
	// Inside, Indirect and Outside are the citywide total by position.
	Inside, Indirect, Outside ghg.CO2e
	// CouncilOwned is the part of Inside at the council's own sites.
	CouncilOwned ghg.CO2e
}

// NotManaged is what is cut citywide and counts for nobody's managed target.
func (t ParallelTotal) NotManaged() ghg.CO2e { return minus(t.Citywide.CO2e, t.Managed.CO2e) }

// Total is the sum of the effects of a kind in a year, citywide and managed. It
// refuses what [strategy.Portfolio.Total] refuses: evaluate both portfolios on
// baselines of their own where effects overlap.
func (s PortfolioSplit) Total(kind strategy.Kind, year int) (ParallelTotal, error) {
	c, err := s.citywide.Total(kind, year)
	m, err2 := s.managed.Total(kind, year)
	if err := cmp.Or(err, err2); err != nil {
		return ParallelTotal{}, err
	}
	zero := minus(c.CO2e, c.CO2e)
	out := ParallelTotal{c, m, zero, zero, zero, zero}
	for a := range s.citywide.Actions() {
		if a.Stage.IsWithdrawn() {
			continue
		}
		for _, e := range a.Effects {
			amount, ok := e.Reductions.At(year)
			if !ok || e.Kind() != kind {
				continue
			}
			p, owner, _ := s.Position(EffectKey{a.ID, e.On}, year)
			switch p {
			case InsideETS:
				out.Inside = plus(out.Inside, amount)
				if owner == CouncilOwned {
					out.CouncilOwned = plus(out.CouncilOwned, amount)
				}
			case IndirectETS:
				out.Indirect = plus(out.Indirect, amount)
			default:
				out.Outside = plus(out.Outside, amount)
			}
		}
	}
	return out, nil
}

// Explain is the two totals side by side, with every amount of both.
func (t ParallelTotal) Explain() string {
	var b strings.Builder
	fmt.Fprintf(&b, "citywide %s = inside_ets %s (council-owned %s) + indirect_ets %s + outside %s\n", t.Citywide.CO2e, t.Inside, t.CouncilOwned, t.Indirect, t.Outside)
	fmt.Fprintf(&b, "managed %s; not managed %s\n", t.Managed.CO2e, t.NotManaged())
	fmt.Fprintf(&b, "citywide: %s\nmanaged: %s", t.Citywide.Explain(), t.Managed.Explain())
	return b.String()
}
