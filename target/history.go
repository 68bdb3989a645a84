package target

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

// History is one target in all its versions: how it was first set, and every
// change since, with reason, date and document. It is also a line of plans, each of
// which superseded the one before on a basis of its own ([History.Supersede]). Nothing is ever overwritten, so
// that progress can be replayed against any version. It is immutable: each
// change gives a new History. The zero History is refused.
type History struct{ last *Version }

// Version is a target as it stood from a date on.
type Version struct {
	Number int // from 1
	Target Target
	Kind   VersionKind
	// Cause is why the base was restated, of a version that did; CauseUnknown where no
	// source says why.
	Cause  bridge.CauseKind
	Change Change
	// Base is what became of the base; zero where it was not restated.
	Base BaseChange

	causes []bridge.Contribution // see Causes
	joined ghg.PlaceID           // the county that an accession added
	differ []ghg.Differing       // see Differ
	since  ghg.Date              // the latest day on which it or a version before may first have stood
	before *Version
}

// Change says why a target changed, when, and where that stands. All three are
// needed, but for the reason of a restatement whose cause is not stated and of a plan
// that supersedes another: no source may tell it.
type Change struct {
	Reason string
	// Date is that of the document, and not before the version before. Where its day
	// is not known it is a month or a year: ghg.WithinYear(2020).
	Date     ghg.When
	Document string
}

var errNoHistory = errors.New("no history given: make one with target.NewHistory")

// refuse is the fault of a change to the current version.
func (h History) refuse(field string, value any, format string, a ...any) error {
	return ghg.Refusal(h.of(), field, given(value),
		fmt.Sprintf(format, a...))
}

// of is a change of the target in messages.
func (h History) of() string { return "change of " + h.Current().Target.of() }

// maxVersions bounds a history.
const maxVersions = 1000

// NewHistory starts a history with a target as it was first set. Its document
// and date, [Definition].Source and Published, are needed. The zero Target is
// [ErrNoTarget], as everywhere: it is the argument itself that is not there, and
// no field of it.
func NewHistory(t Target) (History, error) {
	if t.def == nil {
		return History{}, ErrNoTarget
	}
	h := History{}.with(Version{Number: 1, Target: t, Change: Change{"first set", ghg.OnDay(t.Published()), t.Source()}})
	if err := h.check(*h.last); err != nil {
		return History{}, err
	}
	return h, nil
}

// check refuses a change without reason, date or document, or out of order.
func (h History) check(v Version) error {
	var faults ghg.Faults
	c := v.Change
	unknown := v.Kind == VersionRestated && v.Cause == bridge.CauseUnknown
	if c.Reason == "" && !unknown && v.Kind != VersionSuperseding {
		faults.Refuse(h.of(), "reason", "", "say why the target changes")
	}
	if c.Document == "" {
		faults.Refuse(h.of(), "document", "", "name the document that it stands in")
	}
	h.checkDate(&faults, c.Date)
	if h.Len() >= maxVersions {
		faults.Refuse(h.of(), "version", strconv.Itoa(h.Len()+1), fmt.Sprintf("a history has at most %d versions", maxVersions))
	}
	return faults.Err()
}

// add makes a version of a definition; v is its kind, cause, change and base.
func (h History) add(v Version, d Definition) (History, error) {
	err := h.check(v)
	if err != nil {
		return History{}, err
	}
	d.Source, d.Published = v.Change.Document, published(v.Change.Date)
	v.Number = h.Len() + 1
	if v.Target, err = New(d); err != nil {
		return History{}, err
	}
	return h.with(v), nil
}

// with is the history with one version more.
func (h History) with(v Version) History {
	v.since, v.before = v.Change.Date.First(), h.last
	if h.last != nil && v.since.Before(h.last.since) {
		v.since = h.last.since
	}
	return History{&v}
}

// IsZero reports whether there is no history.
func (h History) IsZero() bool { return h.last == nil }

// Len is the number of versions.
func (h History) Len() int {
	if h.last == nil {
		return 0
	}
	return h.last.Number
}

// versions are all of them, the first set first.
func (h History) versions() []*Version {
	out := make([]*Version, h.Len())
	for i, v := len(out)-1, h.last; v != nil; i, v = i-1, v.before {
		out[i] = v
	}
	return out
}

// latest yields the versions, the last one first.
func (h History) latest(yield func(*Version) bool) {
	for v := h.last; v != nil && yield(v); v = v.before {
	}
}

// Current is the last version. That of the zero History is the zero Version.
func (h History) Current() Version {
	if h.last == nil {
		return Version{}
	}
	return *h.last
}

// Version is the version of a number, from 1.
func (h History) Version(number int) (Version, bool) {
	for v := range h.latest {
		if v.Number == number {
			return *v, true
		}
	}
	return Version{}, false
}

// All yields the versions, the first set first.
func (h History) All() iter.Seq[Version] {
	return func(yield func(Version) bool) {
		for _, v := range h.versions() {
			if !yield(*v) {
				return
			}
		}
	}
}

// Revise gives the target a new definition: another goal, due year or cut, by
// a political decision. It is no recalculation, and may not hide one: views and
// metric stay, and the base of the same base year too, also where another base
// year, or a goal without a base, stood in between; [History.Restate] changes those,
// before or after. A plan in another view or metric whose base nobody told in both
// is no revision: [History.Supersede] puts it in the place of this one. Nor does a
// baseline scenario change here: [History.Rebaseline] does that. Source and
// Published of the definition are taken from the change.
func (h History) Revise(c Change, d Definition) (History, error) {
	if h.IsZero() {
		return History{}, errNoHistory
	}
	out, err := h.add(Version{Kind: VersionRevised, Change: c}, d)
	if err != nil {
		return History{}, err
	}
	old, now := h.Current().Target, out.Current().Target
	if err := h.onePlace(now); err != nil {
		return History{}, err
	}
	if a, ok := old.Goal().(BaselineScenario); ok {
		if b, ok := now.Goal().(BaselineScenario); ok && !sameSeries(a.Baseline, b.Baseline) {
			return History{}, h.refuse("goal.baseline", "", "another baseline is no revision of the goal: use Rebaseline first")
		}
	}
	if moved := old.moved(now); moved != "" {
		return History{}, h.refuse("views", "", "a revision moves the target from %s: restate it first, with both bases named, "+
			"or let the new plan supersede it, as what cannot be compared", moved)
	}
	if now.Base().IsZero() {
		return out, nil
	}
	if was, ok := h.baseOf(now); ok && !was.Equal(now.Base()) {
		first, last := now.BasePeriod()
		return History{}, h.refuse("goal.base", now.Base(),
			"the base of %s was %s: another base for the same year is no revision of the goal; restate it", yearsText(first, last), was)
	}
	return out, nil
}

// moved names the views, edition and metric in which another version of the target
// is measured otherwise, or is "".
func (t Target) moved(now Target) string {
	of, to := ViewLevel{View: t.Views().Base, CO2e: zeroIn(t.Metric())}, ViewLevel{View: now.Views().Base, CO2e: zeroIn(now.Metric())}
	if moved := of.moved(to); moved != "" {
		return moved
	}
	of.View, to.View = t.Views().Due, now.Views().Due
	return of.moved(to)
}

// zeroIn is no emissions, in a metric that is there.
func zeroIn(m ghg.Metric) ghg.CO2e {
	c, _ := ghg.CO2eOf(ghg.Mass{}, m)
	return c
}

// onePlace refuses a version of another place than those before.
func (h History) onePlace(t Target) error {
	first := ghg.Basis{Place: h.last.Target.Place()}
	if err := first.Meets("the first version", ghg.Basis{Place: t.Place()}, "the change"); err != nil {
		return fmt.Errorf("%s: %w", h.of(), err)
	}
	return nil
}

// baseOf is the base that the history last stated for the base period of a
// target, in its view and metric: a goal that counted from another year in
// between does not make it forgotten.
func (h History) baseOf(t Target) (ghg.CO2e, bool) {
	first, last := t.BasePeriod()
	for v := range h.latest {
		a, z := v.Target.BasePeriod()
		if a == first && z == last && !v.Target.Base().IsZero() && meet(v.Target.baseBasis(), t.baseBasis()) {
			return v.Target.Base(), true
		}
	}
	return ghg.CO2e{}, false
}

func sameSeries(a, b ghg.Yearly) bool {
	return meet(a.Basis(), b.Basis()) &&
		slices.EqualFunc(slices.Collect(a.All()), slices.Collect(b.All()), func(x, y ghg.YearFigure) bool {
			return x.Year == y.Year && x.CO2e.Equal(y.CO2e)
		})
}

// VersionProgress is progress against one version, or the reason why the
// series cannot be held against it.
type VersionProgress struct {
	Version  Version
	Progress Progress
	Err      error
}

// String is "version 1 (2021-12-01): Daegu 2030 in 2022: slightly_behind, ...".
func (v VersionProgress) String() string {
	text := v.Progress.String()
	if v.Err != nil {
		text = v.Err.Error()
	}
	return fmt.Sprintf("version %d (%s): %s", v.Version.Number, v.Version.Change.Date, text)
}

// ProgressOnAll is progress in a year against every version: after a
// restatement, progress is always shown on both bases. Each version takes, of
// the series given, the one of its own view and metric, so that a series in
// each is given where a target has moved; two of one view and metric are a
// [*ghg.TwiceError]. A version that no series can be held against is listed with its
// error.
func (h History) ProgressOnAll(year int, p Pathway, r Rules, series ...ghg.Yearly) ([]VersionProgress, error) {
	if h.IsZero() {
		return nil, errNoHistory
	}
	for i, a := range series {
		for _, b := range series[:i] {
			if meet(a.Basis(), b.Basis()) {
				return nil, &ghg.TwiceError{Of: "series for " + h.Current().Target.of(), What: "series of",
					ID: fmt.Sprintf("%s in metric %s", a.View(), a.Metric())}
			}
		}
	}
	out := make([]VersionProgress, 0, h.Len())
	for _, v := range h.versions() {
		x := VersionProgress{Version: *v}
		own, err := v.Target.choose(series)
		if err == nil {
			x.Progress, err = v.Target.Progress(year, p, r, own...)
		}
		x.Err = err
		out = append(out, x)
	}
	return out, nil
}

// choose finds among series those that the target may meet.
func (t Target) choose(series []ghg.Yearly) ([]ghg.Yearly, error) {
	all := []ghg.Basis{t.Basis()}
	if !t.Views().areOne() {
		all = append(all, t.baseBasis())
	}
	var own []ghg.Yearly
	for _, basis := range all {
		var errs []error
		i := slices.IndexFunc(series, func(s ghg.Yearly) bool {
			err := t.meets(basis, s)
			errs = append(errs, err)
			return err == nil
		})
		switch {
		case len(series) == 0:
			return nil, fmt.Errorf("%s: no series given", t.of())
		case i < 0:
			return nil, errors.Join(errs...)
		}
		own = append(own, series[i])
	}
	return own, nil
}
