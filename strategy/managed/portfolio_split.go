package managed

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// PortfolioSplit is one portfolio twice: citywide, as it was given, and
// managed. It is immutable; the zero PortfolioSplit answers no question.
type PortfolioSplit struct {
	citywide, managed strategy.Portfolio
	tags              map[EffectKey]placed
}

// The codes of the faults of tags.
const (
	FaultUntagged = "untagged"  // an effect without a tag
	FaultTag      = "tag"       // a tag that does not stand
	FaultNoEffect = "no-effect" // a tag of an effect that the portfolio does not have
)

// Split makes the managed portfolio beside a citywide one. Every effect needs a
// tag, and every tag an effect: all that lack are in the error, as [ghg.Faults]. In
// the managed portfolio the view is as, which is that of the managed target and
// baseline; effects stay where they are, and what does not count as managed is 0 in
// those years, with a note. Register and portfolio must be of one place, else a
// [*ghg.MismatchError] is returned.
func Split(r carveout.Register, p strategy.Portfolio, tags map[EffectKey]EffectTag, as ghg.View) (PortfolioSplit, error) {
	switch {
	case r.IsZero():
		return PortfolioSplit{}, carveout.ErrNoRegister
	case p.IsZero():
		return PortfolioSplit{}, strategy.ErrNoPortfolio
	case as.IsZero():
		return PortfolioSplit{}, ghg.ErrNoView
	}
	sites := ghg.Basis{Place: r.Place(), View: p.View(), Metric: p.Metric()} // a register has a place alone that matters here
	if err := sites.Meets("the register", p.Basis(), "the portfolio"); err != nil {
		return PortfolioSplit{}, err
	}
	d := p.Definition()
	if d.Scheme.IsZero() {
		d.Scheme = p.View().Scheme()
	}
	s := PortfolioSplit{citywide: p, tags: make(map[EffectKey]placed, len(tags))}
	var faults ghg.Faults
	if as.ID() == p.View().ID() {
		faults.Refuse("managed portfolio", "view", as.String(), "that of the citywide portfolio: the managed one needs its own")
	}
	for _, a := range d.Actions {
		for i := range a.Effects {
			s.tag(&faults, r, d.Scheme, EffectKey{a.ID, a.Effects[i].On}, tags)
		}
	}
	s.unused(&faults, tags)
	if err := faults.Err(); err != nil {
		return PortfolioSplit{}, err
	}
	for n, a := range d.Actions {
		a = a.AsStated()
		d.Actions[n] = a
		for i := range a.Effects {
			e := &a.Effects[i]
			changed, err := s.tags[EffectKey{a.ID, e.On}].managed(*e)
			if err != nil {
				return PortfolioSplit{}, fmt.Errorf("action %q: %w", a.ID, err)
			}
			*e = changed
		}
	}
	d.Name += ", managed"
	d.View = as
	var err error
	s.managed, _, err = strategy.NewPortfolio(d)
	if err != nil {
		return PortfolioSplit{}, err
	}
	return s, nil
}

// tag keeps the tag of an effect, with its site.
func (s *PortfolioSplit) tag(faults *ghg.Faults, r carveout.Register, scheme ghg.Scheme, key EffectKey, tags map[EffectKey]EffectTag) {
	t, ok := tags[key]
	if !ok {
		faults.Add(key.fault(FaultUntagged, "it has no tag: say where it cuts, by facility or as inside_ets, indirect_ets or outside"))
		return
	}
	if wrong := cmp.Or(t.wrong(r), t.scopeOn(scheme, key.On)); wrong != "" {
		faults.Add(key.fault(FaultTag, wrong))
	}
	site, _ := r.Facility(t.Facility)
	s.tags[key] = placed{t, site, r.Trading()}
}

// fault is about the tag of an effect.
func (k EffectKey) fault(code, detail string) ghg.Fault {
	return ghg.Fault{Code: code, Of: "action " + words.Quote(k.Action), Field: "effect on " + k.On.String(), Detail: detail}
}

// unused lists the tags that no effect has.
func (s *PortfolioSplit) unused(faults *ghg.Faults, given map[EffectKey]EffectTag) {
	var keys []EffectKey
	for k := range given {
		if _, ok := s.tags[k]; !ok {
			keys = append(keys, k)
		}
	}
	slices.SortFunc(keys, func(a, b EffectKey) int {
		return cmp.Or(cmp.Compare(a.Action, b.Action), cmp.Compare(a.On.String(), b.On.String()))
	})
	for _, k := range keys {
		faults.Add(k.fault(FaultNoEffect, "it has a tag, and the portfolio has no such effect"))
	}
}

// managed is an effect with 0 in the years in which it does not count.
func (t placed) managed(e strategy.Effect) (strategy.Effect, error) {
	var out []string
	leave := func(year int) bool {
		if t.counts(year) {
			return false
		}
		p, _ := t.at(year)
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
	if len(out) == 0 {
		return e, err
	}
	if e.Note != "" {
		e.Note += "; "
	}
	e.Note += "not managed in " + strings.Join(out, ", ")
	return e, err
}

// Citywide is the portfolio as it was given.
func (s PortfolioSplit) Citywide() strategy.Portfolio { return s.citywide }

// Managed is the portfolio with what counts as managed, in the managed view.
func (s PortfolioSplit) Managed() strategy.Portfolio { return s.managed }

// Position says where an effect cuts in a year, and whose site it is: unstated
// where it is none. False is returned for an effect that the portfolio does not
// have.
func (s PortfolioSplit) Position(key EffectKey, year int) (Position, carveout.Ownership, bool) {
	t, ok := s.tags[key]
	if !ok {
		return PositionUnstated, carveout.OwnershipUnstated, false
	}
	p, o := t.at(year)
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
		if !s.citywide.CountedStages().Counts(a.Stage, kind) {
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
				if owner == carveout.CouncilOwned {
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
	fmt.Fprintf(&b, "citywide %s = inside_ets %s (council-owned %s) + indirect_ets %s + outside %s\n",
		t.Citywide.CO2e, t.Inside, t.CouncilOwned, t.Indirect, t.Outside)
	fmt.Fprintf(&b, "managed %s; not managed %s\n", t.Managed.CO2e, t.NotManaged())
	fmt.Fprintf(&b, "citywide: %s\nmanaged: %s", t.Citywide.Explain(), t.Managed.Explain())
	return b.String()
}

// plus and minus are for amounts of one portfolio, which are on one metric.
func plus(a, b ghg.CO2e) ghg.CO2e {
	sum, _ := a.Add(b)
	return sum
}

func minus(a, b ghg.CO2e) ghg.CO2e { return plus(a, b.Neg()) }
