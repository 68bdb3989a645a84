package target

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Restatement is a base that is told anew: by a recalculation, a later
// inventory, another guideline edition, metric or boundary. It names both
// bases, the old one and the new one, each with its view, metric and source.
type Restatement struct {
	// Cause is why: a kind of cause as a bridge between the two figures has it, or
	// [bridge.CauseUnknown] where no source says why; the Change then needs no reason
	// either.
	Cause bridge.CauseKind
	// Causes are what a document says of why, each with its part of the change where it
	// states one; none where the kind is all that is known. With them the kind may be left
	// out, and is that of the first; otherwise it is that of one of them.
	Causes []bridge.Contribution
	Change Change
	// From is the base of the current version, To the restated one.
	From, To ViewLevel
	// Due is the view of the due year, where the target measures base and due
	// year in two views and one of them moves. It is left out otherwise: one
	// view stays one view, and two of them are refused, as the change of view
	// alone would bring a part of the cut.
	Due ghg.View
	// Levels are the levels that the target states as amounts, told anew: each
	// year's level in the new view and metric. They are needed where the target
	// moves to another view or metric, and refused otherwise.
	Levels []Milestone
	// Pathway is the pathway of an annual or cumulative goal, told anew, where
	// it is [Stated] and the target moves.
	Pathway Pathway
	// Activity is the activity of an intensity goal, told anew; the zero series
	// leaves it as it is.
	Activity ghg.Years[decimal.Decimal]
}

// RestatementOf is the restatement of the base that a bridge leads over, for the causes
// given, with the bridge's figures as both bases: neither is typed again. Reason and
// document are those of all causes, the date is the latest. The bridge is
// of the base year; what stands in the target is checked by [History.Restate]. Of the
// zero bridge the bases are zero, which is refused there. With no cause given it reads
// "cause not stated", the document is the source of the new figure, and the date is the
// caller's to give.
func RestatementOf(b bridge.Bridge, by ...bridge.Contribution) Restatement {
	r := Restatement{Causes: slices.Clone(by),
		From: ViewLevel{View: b.FromView(), CO2e: b.From().CO2e, Source: b.From().Source},
		To:   ViewLevel{View: b.ToView(), CO2e: b.To().CO2e, Source: b.To().Source}}
	var reasons, documents []string
	var latest ghg.Date
	for _, x := range by {
		c := x.Cause()
		reasons, documents = apart(reasons, words.OneLine(c.What)), apart(documents, words.OneLine(c.Document))
		if latest.Before(c.Date) {
			latest = c.Date
		}
	}
	if len(by) == 0 {
		documents = apart(nil, b.To().Source)
	} else {
		r.Cause = by[0].Cause().Kind
	}
	r.Change = Change{Reason: strings.Join(reasons, "; "), Document: strings.Join(documents, "; ")}
	if latest != (ghg.Date{}) {
		r.Change.Date = ghg.OnDay(latest)
	}
	return r
}

// apart adds a text that a list does not have yet.
func apart(list []string, text string) []string {
	if text == "" || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// Restate recalculates the base. A goal that cuts a share keeps its shares,
// and its levels follow the base,
//
//	T' = B' × (1 - cut)
//
// milestones given as shares included; a level that is stated as an amount
// stays as it is. Where the target moves to another view, guideline edition or
// metric, such levels have to be told anew; each that is not is a [ghg.Fault].
//
// A goal without a base, a rolling goal, which takes its bases from the series,
// and a baseline scenario ([History.Rebaseline]) are refused, as is a From that
// is not the base of the current version.
func (h History) Restate(r Restatement) (History, error) {
	if h.IsZero() {
		return History{}, errNoHistory
	}
	t := h.Current().Target
	d := t.Definition()
	if err := h.checkRestatement(r); err != nil {
		return History{}, err
	}
	d.Metric = r.To.CO2e.Metric()
	was := d.Views
	switch {
	case !r.Due.IsZero() && was.areOne() && r.Due.ID() != r.To.View.ID():
		return History{}, h.refuse("due", r.Due,
			"the target has one view for base and due year: a base in %s and a due year in %s is another promise, and a target of its own",
			r.To.View, r.Due)
	case !r.Due.IsZero():
		d.Views = Views{r.To.View, r.Due}
	case was.areOne():
		d.Views = Same(r.To.View)
	case r.To.View.ID() == was.Base.ID():
	default:
		return History{}, h.refuse("due", "", "the base moves to %s: say the view of the due year too, which was %s", r.To.View, was.Due)
	}
	base, err := ghg.NewMass(r.To.CO2e.Tonnes(), ghg.Tonne)
	if err != nil {
		return History{}, h.refuse("to", "", "%s", err)
	}
	moves := ViewLevel{View: was.Due, CO2e: r.From.CO2e}.moved(ViewLevel{View: d.Views.Due, CO2e: r.To.CO2e})
	due, err := h.restateLevels(r, moves, &d)
	if err != nil {
		return History{}, err
	}
	switch g := d.Goal.(type) {
	case BaseYear:
		g.Base = base
		d.Goal = g
	case FixedLevel:
		g.Base, g.Level = base, due
		d.Goal = g
	case FixedIntensity:
		g.Base, g.Level = base, due
		if !r.Activity.IsZero() {
			g.Activity = r.Activity
		}
		d.Goal = g
	case BaseYearIntensity:
		g.Base = base
		if !r.Activity.IsZero() {
			g.Activity = r.Activity
		}
		d.Goal = g
	}
	switch p := d.Timeframe.pathway; {
	case !r.Pathway.IsZero() && (moves == "" || p.def == nil || p.def.stated == nil):
		return History{}, h.refuse("pathway", r.Pathway, "the goal has no stated pathway that would have to move")
	case !r.Pathway.IsZero():
		d.Timeframe.pathway = r.Pathway
	case moves != "" && p.def != nil && p.def.stated != nil:
		return History{}, h.refuse("pathway", p,
			"its values are stated as amounts, and cannot be carried over from %s: state them there too", moves)
	}
	return h.add(Version{Kind: VersionRestated, Cause: r.kind(), Change: r.Change, Base: changeOf(r.From, r.To),
		causes: slices.Clone(r.Causes)}, d)
}

// checkRestatement refuses a restatement that does not start from the current
// version, or changes nothing.
func (h History) checkRestatement(r Restatement) error {
	t := h.Current().Target
	switch g := t.Goal().(type) {
	case RollingBaseYear:
		return h.refuse("goal", g, "a rolling goal takes its bases from the series: give it the restated series")
	case BaselineScenario:
		return h.refuse("goal", g, "its base is a baseline scenario: use Rebaseline")
	}
	_, relative := t.Goal().(BaseYearIntensity)
	_, perUnit := t.Goal().(FixedIntensity)
	hasActivity := relative || perUnit
	from := ViewLevel{View: t.Views().Base, CO2e: t.Base()}
	switch {
	case t.BaseYear() == 0:
		return h.refuse("goal", t.Goal(), "%s to restate: revise the target", noBase)
	case !r.Cause.Valid():
		return h.refuse("cause", r.Cause, "no kind of cause")
	case checkCauses(h.of(), r.Cause, r.Causes) != nil:
		return checkCauses(h.of(), r.Cause, r.Causes)
	case r.From.View.IsZero():
		return h.refuse("from.view", "", "%s", ghg.ErrNoView)
	case r.To.View.IsZero():
		return h.refuse("to.view", "", "%s", ghg.ErrNoView)
	case from.moved(r.From) != "":
		return h.refuse("from", r.From.CO2e, "the target counts from %s in %s, and not from %s", t.Base(), from.View, r.From.View)
	case !r.From.CO2e.Equal(t.Base()):
		return h.refuse("from", r.From.CO2e, "the target counts from %s", t.Base())
	case r.To.CO2e.Sign() <= 0:
		return h.refuse("to", r.To.CO2e, "a base must be above zero")
	case !r.Activity.IsZero() && !hasActivity:
		return h.refuse("activity", r.Activity.Name(), "the goal, %s, has no activity", t.Goal())
	case r.To.CO2e.Equal(t.Base()) && r.From.moved(r.To) == "" && r.Due.IsZero() && r.Activity.IsZero():
		return h.refuse("to", r.To.CO2e, "nothing is restated")
	}
	return nil
}

// restateLevels puts the restated amounts in the place of the old ones, and
// returns that of the due year, which is unset where the goal cuts a share.
func (h History) restateLevels(r Restatement, moves string, d *Definition) (due ghg.Mass, err error) {
	if moves == "" && len(r.Levels) > 0 {
		return due, h.refuse("levels", len(r.Levels),
			"the target stays in its view and metric, and stated levels stay as they are; other levels are a revision")
	}
	stated := slices.Clone(d.Milestones)
	fixed, isFixed := d.Goal.(FixedLevel)
	if g, ok := d.Goal.(FixedIntensity); ok { // its levels are stated too, for one unit
		fixed.Level, isFixed = g.Level, true
	}
	if isFixed {
		stated = append(stated, Milestone{Year: d.Due, Level: fixed.Level})
	}
	used := 0
	var missing ghg.Faults
	for i, m := range stated {
		if moves == "" || m.Level.IsUnset() {
			continue
		}
		j := slices.IndexFunc(r.Levels, func(x Milestone) bool { return x.Year == m.Year })
		if j < 0 {
			level, _ := ghg.CO2eOf(m.Level, h.Current().Target.Metric())
			missing.Refuse(h.of(), "levels", "",
				fmt.Sprintf("the level for %d is stated as an amount, %s, and cannot be carried over from %s: state it there too",
					m.Year, level, moves))
			continue
		}
		if x := r.Levels[j]; x.Level.IsUnset() || !x.Cut.IsUnset() || x.Standing != StandingUnstated {
			return due, h.refuse("levels", m.Year, "a restated level is an amount, and nothing else")
		}
		stated[i].Level = r.Levels[j].Level
		used++
	}
	if err := missing.Err(); err != nil {
		return due, err
	}
	if used != len(r.Levels) {
		return due, h.refuse("levels", len(r.Levels), "%d are stated as amounts: each of their years is restated once, and no other", used)
	}
	if isFixed {
		last := len(stated) - 1
		due, stated = stated[last].Level, stated[:last]
	}
	d.Milestones = stated
	return due, nil
}
