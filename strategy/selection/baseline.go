package selection

import (
	"fmt"
	"math/big"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// FromBaseline makes candidates of the actions of a portfolio whose effects may
// meet on the sources of a baseline, or are shares of them. Cost and links are
// those of [FromPortfolio]; the effects are those of the kind in each of the
// years, combined as [strategy.Portfolio.Evaluate] does:
//
//   - What one candidate alone cuts on a source of the baseline, and what
//     several cut that are all independent there, goes into its Reductions.
//   - A source on which candidates meet otherwise is a [SharedSource], in the
//     order of the baseline, with the share of it that each cuts by itself. An
//     effect on a source that covers several of the baseline cuts the same share
//     of each.
//
// Shares on a shared source are rounded to [CutPlaces] decimal places, so that
// the tonnes of a selection differ from those of Evaluate by at most half a unit
// of the last one, times what the source emits with what is added to it, for each
// candidate on it.
// Reductions are rounded to 12 decimal places of a tonne.
//
// An action is left out, and listed, for the reasons of [FromPortfolio], and
// where shares of sources cannot say what it cuts: its effect is in a
// [strategy.Group], reinforces others that are there, is independent beside one of
// another candidate that is too and others that are not, or is on what the baseline
// does not hold or emits less than 0; and where it, or independent effects together,
// would cut more than a source emits.
//
// An action that adds emissions on a source and cuts on another, as a heat pump does, is a
// candidate like any other: the share that it cuts of the one is below 0, and what it
// adds to a source that emits nothing goes into its Reductions.
//
// Place, view and metric of portfolio and baseline must be one, else a
// [*ghg.MismatchError] is returned. [New] refuses more than 40
// candidates on one source.
func FromBaseline(p strategy.Portfolio, b strategy.Baseline, kind strategy.Kind, years ...int) (
	[]Candidate, []SharedSource, []LeftOut, error) {
	years, err := checkYears(years)
	if err != nil {
		return nil, nil, nil, err
	}
	effects, err := p.EffectsOn(b, kind)
	if err != nil {
		return nil, nil, nil, err
	}
	for _, y := range years {
		if _, ok := b.Total(y); !ok {
			return nil, nil, nil, &ghg.NoFigureError{Of: "baseline " + words.Quote(b.Name()), Year: y, Have: slices.Collect(b.Years())}
		}
	}
	s := &split{b: b, years: years, why: map[string]string{}, emits: map[strategy.EmissionSource][]ghg.CO2e{},
		on: map[strategy.EmissionSource][]*fractions{}, exact: map[*fractions][]*big.Rat{}, rounded: map[string][]decimal.Decimal{}}
	for a := range p.Actions() {
		s.actions = append(s.actions, a)
		if reason := notOpen(a, p.CountedStages(), kind, years); reason != "" {
			s.why[a.ID] = reason
		}
	}
	groups := p.Definition().Groups
	for _, x := range effects {
		s.place(x, groups)
	}
	s.leaveOut()
	shared := s.divide()
	out, left, err := s.candidates(kind, p.Metric())
	if err != nil {
		return nil, nil, nil, err
	}
	return out, shared, left, nil
}

// reductionPlaces are the decimal places of a tonne of what is computed.
const reductionPlaces = 12

// split is the effects of a portfolio by source, on the way to candidates.
type split struct {
	b       strategy.Baseline
	years   []int
	actions []strategy.Action
	why     map[string]string                      // an action is left out
	emits   map[strategy.EmissionSource][]ghg.CO2e // by year, where asked already
	order   []*fractions
	on      map[strategy.EmissionSource][]*fractions
	exact   map[*fractions][]*big.Rat    // what an effect cuts where it adds up, by year
	rounded map[string][]decimal.Decimal // what an action cuts where only its own effects meet
}

// fractions are an effect as a fraction of each of its sources, by year.
type fractions struct {
	strategy.PlacedEffect
	r []*big.Rat
	// added is what it adds to a source that emits nothing, in tonnes; 0 elsewhere.
	added []decimal.Decimal
}

func (f *fractions) independent() bool { return f.Effect.Interaction == strategy.Independent }

func (f *fractions) reinforcing() bool {
	return f.Effect.Interaction == strategy.Reinforcing || f.Effect.Interaction == strategy.OverlappingAndReinforcing
}

// drop leaves an action out; the first reason stands.
func (s *split) drop(id, format string, args ...any) {
	if s.why[id] == "" {
		s.why[id] = fmt.Sprintf(format, args...)
	}
}

// emissions are what a source of the baseline emits in each of the years.
func (s *split) emissions(on strategy.EmissionSource) []ghg.CO2e {
	if s.emits[on] == nil {
		for _, y := range s.years {
			e, _ := s.b.At(on, y)
			s.emits[on] = append(s.emits[on], e)
		}
	}
	return s.emits[on]
}

// place puts an effect on its sources.
func (s *split) place(x strategy.PlacedEffect, groups []strategy.Group) {
	switch {
	case s.why[x.Action] != "":
		return
	case x.Err != nil:
		s.drop(x.Action, "%s", x.Err)
		return
	case x.Group >= 0:
		s.drop(x.Action, "its effect on %s is in a group whose joint effect is stated (%.200s), and shares of a source do not say it",
			x.Effect.On, groups[x.Group].Source)
		return
	}
	f := &fractions{PlacedEffect: x, added: make([]decimal.Decimal, len(s.years))}
	for i := range s.years {
		r, reason := s.fraction(f, i)
		if reason != "" {
			s.drop(x.Action, "%s", reason)
			return
		}
		f.r = append(f.r, r)
	}
	s.order = append(s.order, f)
	for _, on := range x.Sources {
		s.on[on] = append(s.on[on], f)
	}
}

// fraction is an effect in a year as a fraction of what its sources emit. What it adds to
// one that emits nothing is kept beside it.
func (s *split) fraction(x *fractions, i int) (*big.Rat, string) {
	var of decimal.Decimal
	year := s.years[i]
	for _, on := range x.Sources {
		e := s.emissions(on)[i]
		if e.Sign() < 0 {
			return nil, fmt.Sprintf("it acts on %s, which emits less than 0 in %d", on, year)
		}
		of = of.Add(e.Tonnes())
	}
	if share, ok := x.Effect.Cuts.At(year); ok {
		return share.Fraction().Rat(), ""
	}
	amount, _ := x.Effect.Reductions.At(year)
	switch {
	case amount.Sign() == 0:
		return new(big.Rat), ""
	case of.IsZero() && amount.Sign() < 0 && len(x.Sources) == 1:
		x.added[i] = amount.Tonnes()
		return new(big.Rat), ""
	case of.IsZero():
		return nil, fmt.Sprintf("it acts on %s, which emits nothing in %d", x.Effect.On, year)
	}
	return new(big.Rat).Quo(amount.Tonnes().Rat(), of.Rat()), ""
}

// here are the effects on a source of actions that are not left out.
func (s *split) here(on strategy.EmissionSource) []*fractions {
	return slices.DeleteFunc(slices.Clone(s.on[on]), func(f *fractions) bool { return s.why[f.Action] != "" })
}

func allIndependent(here []*fractions) bool {
	return !slices.ContainsFunc(here, func(f *fractions) bool { return !f.independent() })
}

// actionsOf are the actions with the effects, in their order.
func actionsOf(here []*fractions) []string {
	var out []string
	for _, f := range here { // effects of one action follow one another
		if len(out) == 0 || out[len(out)-1] != f.Action {
			out = append(out, f.Action)
		}
	}
	return out
}

// cut is what an action cuts of a source by itself: 1 − (1 − Σ independent) ×
// Π (1 − others).
func cut(here []*fractions, id string, i int) *big.Rat {
	left, sum := big.NewRat(1, 1), big.NewRat(1, 1)
	for _, f := range here {
		switch {
		case f.Action != id:
		case f.independent():
			sum.Sub(sum, f.r[i])
		default:
			left.Mul(left, new(big.Rat).Sub(oneRat, f.r[i]))
		}
	}
	return left.Sub(oneRat, left.Mul(left, sum))
}

var oneRat = big.NewRat(1, 1)

// divide says of each source what adds up on it, and what is shared.
func (s *split) divide() []SharedSource {
	var out []SharedSource
	for on := range s.b.Sources() {
		here := s.here(on)
		ids := actionsOf(here)
		switch {
		case len(here) == 1 || allIndependent(here):
			for _, f := range here {
				s.add(f, on)
			}
		case len(ids) == 1:
			for i, e := range s.emissions(on) {
				x := cut(here, ids[0], i)
				s.addRounded(ids[0], i, decimalOf(x.Mul(x, e.Tonnes().Rat()), reductionPlaces))
			}
		default:
			out = append(out, s.share(on, here, ids))
		}
	}
	return out
}

// add adds what an effect cuts on a source.
func (s *split) add(f *fractions, on strategy.EmissionSource) {
	if s.exact[f] == nil {
		for range s.years {
			s.exact[f] = append(s.exact[f], new(big.Rat))
		}
	}
	for i, e := range s.emissions(on) {
		x := e.Tonnes().Rat()
		s.exact[f][i].Add(s.exact[f][i], x.Mul(x, f.r[i]))
	}
}

func (s *split) addRounded(id string, i int, x decimal.Decimal) {
	if s.rounded[id] == nil {
		s.rounded[id] = make([]decimal.Decimal, len(s.years))
	}
	s.rounded[id][i] = s.rounded[id][i].Add(x)
}

// share is a source on which actions meet.
func (s *split) share(on strategy.EmissionSource, here []*fractions, ids []string) SharedSource {
	out := SharedSource{On: on, Emissions: map[int]ghg.CO2e{}}
	for i, e := range s.emissions(on) {
		out.Emissions[s.years[i]] = e
	}
	for _, id := range ids {
		c := Cut{Candidate: id, ByYear: map[int]ghg.Share{}}
		for i, y := range s.years {
			c.ByYear[y], _ = ghg.NewShare(decimalOf(cut(here, id, i), CutPlaces)) // at most 1, as others are left out
		}
		out.Cuts = append(out.Cuts, c)
	}
	return out
}

// candidates are the actions that are not left out.
func (s *split) candidates(kind strategy.Kind, metric ghg.Metric) ([]Candidate, []LeftOut, error) {
	for _, f := range s.order {
		for i, x := range s.exact[f] {
			s.addRounded(f.Action, i, decimalOf(x, reductionPlaces))
		}
		for i, x := range f.added {
			if !x.IsZero() {
				s.addRounded(f.Action, i, exact.Round(x, reductionPlaces))
			}
		}
	}
	var out []Candidate
	var left []LeftOut
	for _, a := range s.actions {
		if s.why[a.ID] != "" {
			left = append(left, LeftOut{a.ID, s.why[a.ID]})
			continue
		}
		c, err := candidate(a, s.why)
		if err != nil {
			return nil, nil, err
		}
		amounts := map[int]ghg.CO2e{}
		for i, x := range s.rounded[a.ID] {
			if amounts[s.years[i]], err = ghg.NewCO2e(x, ghg.Tonne, metric); err != nil {
				return nil, nil, fmt.Errorf("action %s in %d: %w", words.Quote(a.ID), s.years[i], err)
			}
		}
		if len(amounts) > 0 {
			if c.Reductions, err = strategy.NewReductions(kind, metric, amounts); err != nil {
				return nil, nil, fmt.Errorf("action %s: %w", words.Quote(a.ID), err)
			}
		}
		out = append(out, c)
	}
	return out, left, nil
}

// decimalOf rounds half away from zero, without zeros at the end.
func decimalOf(x *big.Rat, places int32) decimal.Decimal {
	d := decimal.NewFromBigInt(x.Num(), 0).DivRound(decimal.NewFromBigInt(x.Denom(), 0), places)
	whole, _ := decimal.NewFromString(d.String())
	return whole
}
