package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Views are the views that a target is measured in, one for each end: what its
// base counts, and what the due year and every year on the way count.
type Views struct{ Base, Due ghg.View }

// Same is one view for both ends.
func Same(v ghg.View) Views { return Views{Base: v, Due: v} }

// areOne reports whether both ends are measured alike.
func (v Views) areOne() bool { return v.Base.ID() == v.Due.ID() }

// checkOneView notes two views, where the goal takes its base from one series.
func checkOneView(p *problems, d Definition, why string) {
	if v := d.Views; !v.Base.IsZero() && !v.Due.IsZero() && v.Base.ID().Scheme == v.Due.ID().Scheme && !v.areOne() {
		p.addf("views", "", "%s: base and due year are of one view, not %s and %s", why, v.Base, v.Due)
	}
}

// ViewLevel is an amount of emissions in one view: of the base year, or of the
// due year as a plan has it.
type ViewLevel struct {
	View   ghg.View `json:"view"`
	CO2e   ghg.CO2e `json:"co2e"`
	Source string   `json:"source,omitempty"`
}

// StatedCut is one way to state the cut of a target: from a base in one view to a
// level in one view.
type StatedCut struct {
	Base ViewLevel `json:"base"`
	Due  ViewLevel `json:"due"`
	Cut  ghg.Ratio `json:"cut"` // 1 - due/base
	// Headline marks the cut that the target itself states.
	Headline bool `json:"headline"`
}

// IsMixed reports whether base and level are of two views. Such a cut is the
// cut of neither: a net level held against a gross base overstates it.
func (b StatedCut) IsMixed() bool { return b.Base.View.ID() != b.Due.View.ID() }

// String is "gross to net: 40.0% (headline, mixed)".
func (b StatedCut) String() string {
	note := ""
	switch {
	case b.Headline && b.IsMixed():
		note = " (headline, mixed)"
	case b.Headline:
		note = " (headline)"
	case b.IsMixed():
		note = " (mixed)"
	}
	return fmt.Sprintf("%s to %s: %s%s", b.Base.View.Name(), b.Due.View.Name(), b.Cut.Percent(1), note)
}

// StatedCuts states the cut of a target in every way: from each base to each
// level of the due year. Its own base and level come first, and make the
// headline; base and due add the same years in other views, as the inventory and
// the plan have them. With one view beside the target's own on each side these are the four
// conversions between gross and net.
//
// Of a goal that moves, the cuts are those of its level against the base year,
// [Target.EquivalentCut], and not the share that its document states.
//
// An amount on another metric is refused with a [*ghg.MetricMismatchError], a
// view given twice on one side with a [*ghg.TwiceError], and a base that is not
// above zero with a [ghg.Fault].
func (t Target) StatedCuts(base, due []ViewLevel) ([]StatedCut, error) {
	switch {
	case t.def == nil:
		return nil, ErrNoTarget
	case t.def.first == 0 || len(t.def.levels) == 0:
		return nil, fmt.Errorf("%s: %s, so that there is no cut to state", t.of(), noBase)
	}
	limit, err := t.Limit(t.Due())
	if err != nil {
		return nil, err
	}
	own := func(v ghg.View, c ghg.CO2e) ViewLevel { return ViewLevel{v, c, t.Source()} }
	bases, err := t.viewLevels("base", own(t.Views().Base, t.Base()), base)
	if err != nil {
		return nil, err
	}
	levels, err := t.viewLevels("due", own(t.Views().Due, limit), due)
	if err != nil {
		return nil, err
	}
	var out []StatedCut
	for i, b := range bases {
		if b.CO2e.Sign() <= 0 {
			return nil, ghg.Refusal(t.of()+" in "+b.View.String(), "base", b.CO2e.String(),
				"a cut needs a base above zero")
		}
		for j, l := range levels {
			e := b.CO2e.Tonnes()
			out = append(out, StatedCut{b, l, ghg.Quotient(e.Sub(l.CO2e.Tonnes()), e, ""), i == 0 && j == 0})
		}
	}
	return out, nil
}

// viewLevels puts the target's own amount before others in other views.
func (t Target) viewLevels(side string, own ViewLevel, others []ViewLevel) ([]ViewLevel, error) {
	all := []ViewLevel{own}
	for _, l := range others {
		if l.View.IsZero() {
			return nil, ghg.ErrNoView
		}
		if _, err := l.CO2e.Cmp(own.CO2e); err != nil {
			return nil, fmt.Errorf("%s, %s in %s: %w", t.of(), side, l.View, err)
		}
		for _, have := range all {
			if have.View.ID() == l.View.ID() {
				return nil, &ghg.TwiceError{Of: t.of() + ", " + side, What: "an amount in", ID: l.View.String()}
			}
		}
		all = append(all, l)
	}
	return all, nil
}

// TwoViewsError says that a target measures its base in one view and its due
// year in another, and that a call was not given a series in each.
type TwoViewsError struct {
	Target    string
	Base, Due ghg.ViewID
	Given     int // series
}

func (e *TwoViewsError) Error() string {
	return fmt.Sprintf("%s measures its base in %s and its due year in %s: a cut from one view to another is the cut of neither; "+
		"give a series in each of the two (%d given)", named(e.Target), e.Base, e.Due, e.Given)
}

// pick finds the series of the due year's view and of the base's.
func (t Target) pick(series []ghg.Yearly) (due, base ghg.Yearly, err error) {
	want := t.Views()
	if want.areOne() {
		if len(series) != 1 {
			return due, base, fmt.Errorf("%s is measured in one view, %s: give one series, not %d", t.of(), want.Due, len(series))
		}
		return series[0], series[0], t.Match(series[0])
	}
	if len(series) != 2 {
		return due, base, &TwoViewsError{t.Name(), want.Base.ID(), want.Due.ID(), len(series)}
	}
	due, base = series[0], series[1]
	if due.View().ID() == want.Base.ID() {
		due, base = base, due
	}
	if err := t.Match(due); err != nil {
		return due, base, err
	}
	return due, base, t.meets(t.baseBasis(), base)
}

// ViewReduction is how emissions of the inventory changed in one view since the
// base year; units are not accounted for in it.
type ViewReduction struct {
	View      ghg.View
	Base      Amount    // of the base year, as the series has it
	Emissions Amount    // of the year asked
	Reduction ghg.Ratio // 1 - Emissions/Base; undefined where Base is not above 0
	// Cut is what the target asks from the base year in this view, 1 - T/Base, and Achieved
	// the share of it that is achieved, (Base - Emissions)/(Base - T). They are defined in
	// the view of the level alone: from net to net, where the level is net.
	Cut, Achieved ghg.Ratio
}

// String is "net: 5.0% reduced".
func (r ViewReduction) String() string { return r.term().En }

// Korean is the reduction in Korean: "순배출량: 5.0% 감축".
func (r ViewReduction) Korean() string { return r.term().Ko }

func (r ViewReduction) term() words.Term {
	line := words.Term{En: "%s: %s reduced", Ko: "%s: %s 감축"}
	value := percent(r.Reduction, 1)
	if !r.Reduction.IsDefined() {
		line = words.Term{En: "%s: reduction %s", Ko: "%s: 감축률 %s"}
	}
	return line.With(viewName(r.View), value)
}

// FindingTwoViews is the code of a finding on progress: base and due year of
// the target are measured in two views, and the reduction is of neither. The guideline of
// Korea's ministry prescribes a gross base and a net level; the finding has the figures in
// each view, and what the level is from net to net.
const FindingTwoViews = "two-views"

// compareViews adds what the target's base in one view and its level in another
// hide: the reduction in each view alone, and the head start.
func (p *Progress) compareViews() {
	t := p.Target
	first := t.BaseYear()
	for _, s := range []ghg.Yearly{p.baseSeries, p.series} {
		r := ViewReduction{View: s.View(), Base: amountOf(s, first), Emissions: amountOf(s, p.Year)}
		switch {
		case !r.Base.ok:
			r.Reduction = ghg.Undefined(r.Base.why)
		case !r.Emissions.ok:
			r.Reduction = ghg.Undefined(r.Emissions.why)
		default:
			b := r.Base.co2e.Tonnes()
			r.Reduction = shareOf(b.Sub(r.Emissions.co2e.Tonnes()), b, fmt.Sprintf("emissions of %d are", first))
		}
		r.Cut = p.cutIn(r)
		r.Achieved = r.achieved(p.Limit.co2e)
		p.ByView = append(p.ByView, r)
	}
	p.HeadStart = ghg.Undefined(p.ByView[1].Base.why)
	if start := p.ByView[1].Base; start.ok && p.Base.ok {
		b := t.Base().Tonnes()
		goal := b.Sub(p.Limit.co2e.Tonnes())
		if t.def.moves != nil { // by the intensity of the base year
			last := t.def.levels[len(t.def.levels)-1]
			goal = b.Mul(one.Sub(last.left))
			if n, d := t.def.start.parts(); t.def.ofUnit { // the base is n of d units
				goal = n.Sub(last.left.Mul(d))
			}
		}
		p.HeadStart = ghg.Undefined("the target asks for no cut")
		if p.Limit.ok && goal.IsPositive() {
			p.HeadStart = ghg.Quotient(b.Sub(start.co2e.Tonnes()), goal, "")
		}
	}
	gross, net := p.ByView[0], p.ByView[1]
	f := ghg.Finding{Code: FindingTwoViews, Severity: ghg.Serious, Of: t.of(), Stated: p.Reduction.Percent(2),
		Found: fmt.Sprintf("%s; %s", gross, net)}.Said(mixedViews, viewName(t.Views().Base), viewName(t.Views().Due), percent(p.HeadStart, 1),
		gross.term(), net.term())
	if net.Cut.IsDefined() {
		en, ko := cutInOneView.Fill(viewName(net.View), percent(net.Cut, 1), percent(net.Achieved, 1))
		f.Detail, f.DetailKo = f.Detail+en, f.DetailKo+ko
	}
	p.Findings.All = append(p.Findings.All, f)
}

// cutIn is the cut that the target asks from the base year in one view.
func (p *Progress) cutIn(r ViewReduction) ghg.Ratio {
	t := p.Target
	switch {
	case r.View.ID() != t.Views().Due.ID():
		return ghg.Undefined("the level is of another view")
	case t.def.moves != nil:
		return ghg.Undefined("the level moves from year to year")
	case !r.Base.ok:
		return ghg.Undefined(r.Base.why)
	case !p.Limit.ok:
		return ghg.Undefined(p.Limit.why)
	}
	b := r.Base.co2e.Tonnes()
	return shareOf(b.Sub(p.Limit.co2e.Tonnes()), b, fmt.Sprintf("emissions of %d are", t.BaseYear()))
}

// achieved is the share of the cut that is achieved.
func (r ViewReduction) achieved(limit ghg.CO2e) ghg.Ratio {
	cut, ok := r.Cut.Value()
	switch {
	case !ok:
		return ghg.Undefined(r.Cut.Undefined())
	case !r.Reduction.IsDefined():
		return ghg.Undefined(r.Reduction.Undefined())
	case !cut.IsPositive():
		return ghg.Undefined("the target asks for no cut in this view")
	}
	b := r.Base.co2e.Tonnes()
	return ghg.Quotient(b.Sub(r.Emissions.co2e.Tonnes()), b.Sub(limit.Tonnes()), "")
}

// amountOf is the figure of a year, or why there is none.
func amountOf(s ghg.Yearly, year int) Amount {
	if f, ok := s.At(year); ok {
		return Amount{co2e: f.CO2e, ok: true}
	}
	if year == 0 {
		return Amount{why: noBase}
	}
	return Amount{why: fmt.Sprintf("the series in %s has no figure for %d", s.View().Name(), year)}
}
