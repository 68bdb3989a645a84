package target

import (
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
)

// Targets are the targets that one place has in one pair of views and one
// metric: for several due years, and often several for one year, as plans follow
// each other. The zero Targets are none.
type Targets struct {
	due      []DueYear
	findings ghg.Findings
}

// DueYear is what a place has promised for one year.
type DueYear struct {
	Year int `json:"year"`
	// InForce is the target of the newest publication. It is the zero Target
	// where the dates do not tell: then the targets are Undecided.
	InForce Target `json:"inForce,omitzero"`
	// Superseded are older publications, the newest first.
	Superseded []Target `json:"superseded,omitempty"`
	Undecided  []Target `json:"undecided,omitempty"`
}

// The codes of findings on several targets.
const (
	// FindingUndated: two targets for one year have no date, or the same: which
	// of them is in force is not known.
	FindingUndated = "targets-undated"
	// FindingLaterLooser: a target for a later year allows more than one for an
	// earlier year.
	FindingLaterLooser = "later-target-looser"
	// FindingLevelsDiffer: a milestone of one target and the target for that
	// year are two levels.
	FindingLevelsDiffer = "levels-differ"
)

// maxTargets bounds a list of targets.
const maxTargets = 1000

// NewTargets puts targets in order: by due year, and of one year the newest
// publication ([Definition].Published) is in force. What
// does not fit together is in [Targets.Findings]. Targets of two places, views
// or metrics are refused with a [*ghg.MismatchError]. No target at all, and more
// than 1000, are a [ghg.Fault]; a zero Target among them is [ErrNoTarget], as
// everywhere, with its number: it has no field that could be named.
func NewTargets(targets ...Target) (Targets, error) {
	if n := len(targets); n == 0 || n > maxTargets {
		return Targets{}, ghg.Refusal("list of targets", "targets", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxTargets))
	}
	for i, t := range targets {
		if t.def == nil {
			return Targets{}, fmt.Errorf("list of targets, target %d: %w", i+1, ErrNoTarget)
		}
		if err := targets[0].alike(t); err != nil {
			return Targets{}, err
		}
	}
	sorted := slices.Clone(targets)
	slices.SortStableFunc(sorted, func(a, b Target) int {
		if a.Due() != b.Due() {
			return a.Due() - b.Due()
		}
		switch x, y := a.Published(), b.Published(); {
		case y.Before(x):
			return -1
		case x.Before(y):
			return 1
		}
		return 0
	})
	var out Targets
	for len(sorted) > 0 {
		n := slices.IndexFunc(sorted, func(t Target) bool { return t.Due() != sorted[0].Due() })
		if n < 0 {
			n = len(sorted)
		}
		out.addYear(sorted[:n])
		sorted = sorted[n:]
	}
	out.compare()
	return out, nil
}

// alike refuses another target of another place, view or metric.
func (t Target) alike(o Target) error {
	if err := t.Basis().Meets(t.of(), o.Basis(), o.of()); err != nil {
		return err
	}
	return t.baseBasis().Meets("the base of "+t.of(), o.baseBasis(), "that of "+o.of())
}

// addYear adds the targets of one due year, the newest first. One without a
// date may be the newest, so that it leaves all of them undecided.
func (s *Targets) addYear(all []Target) {
	y := DueYear{Year: all[0].Due()}
	first := all[0].Published()
	last := all[len(all)-1].Published()
	switch {
	case len(all) == 1:
		y.InForce = all[0]
	case !last.Valid():
		y.Undecided = slices.Clone(all)
	case all[1].Published() == first:
		n := 2
		for n < len(all) && all[n].Published() == first {
			n++
		}
		y.Undecided, y.Superseded = slices.Clone(all[:n]), slices.Clone(all[n:])
	default:
		y.InForce, y.Superseded = all[0], slices.Clone(all[1:])
	}
	if len(y.Undecided) > 0 {
		why := "are of one date, " + first.String()
		if !last.Valid() {
			why = "are not all dated"
		}
		s.findings.Add(ghg.Finding{Code: FindingUndated, Severity: ghg.Serious, Of: strconv.Itoa(y.Year),
			Stated: y.Undecided[0].Name(), Found: y.Undecided[1].Name(),
			Detail: fmt.Sprintf("%d targets %s: which of them is in force is not known; give the day of each publication", len(y.Undecided), why)})
	}
	s.due = append(s.due, y)
}

// compare remarks on targets in force that do not fit together.
func (s *Targets) compare() {
	var before Target
	for _, y := range s.due {
		level, err := y.InForce.Limit(y.Year)
		if err != nil { // undecided, or a rolling goal
			continue
		}
		if !before.IsZero() {
			earlier, _ := before.Limit(before.Due())
			if level.Tonnes().GreaterThan(earlier.Tonnes()) {
				s.findings.Add(ghg.Finding{Code: FindingLaterLooser, Severity: ghg.Warning, Of: y.InForce.of(),
					Stated: earlier.String(), Found: level.String(),
					Detail: fmt.Sprintf("it allows %s in %d, %s allowed %s in %d: the later one is looser",
						level, y.Year, before.of(), earlier, before.Due())})
			}
		}
		before = y.InForce
		for _, other := range s.due {
			if other.Year <= y.Year {
				continue
			}
			if m, err := other.InForce.Limit(y.Year); err == nil && !m.Equal(level) {
				s.findings.Add(ghg.Finding{Code: FindingLevelsDiffer, Severity: ghg.Warning, Of: y.InForce.of(),
					Stated: level.String(), Found: m.String(),
					Detail: fmt.Sprintf("it sets %s for %d, the milestone of %s sets %s: two levels for one year", level, y.Year, other.InForce.of(), m)})
			}
		}
	}
}

// All yields what is promised, by due year.
func (s Targets) All() iter.Seq[DueYear] {
	return func(yield func(DueYear) bool) {
		for _, y := range s.due {
			y.Superseded, y.Undecided = slices.Clone(y.Superseded), slices.Clone(y.Undecided)
			if !yield(y) {
				return
			}
		}
	}
}

// InForce is the target of the newest publication for a due year, and whether
// there is one that the dates tell.
func (s Targets) InForce(year int) (Target, bool) {
	for _, y := range s.due {
		if y.Year == year {
			return y.InForce, !y.InForce.IsZero()
		}
	}
	return Target{}, false
}

// Findings are remarks on what does not fit together.
func (s Targets) Findings() ghg.Findings {
	return ghg.Findings{All: slices.Clone(s.findings.All), More: s.findings.More}
}

// String is "2030: Daegu 2030; 2050: Daegu 2050".
func (s Targets) String() string {
	if len(s.due) == 0 {
		return "no targets"
	}
	out := ""
	for i, y := range s.due {
		if i > 0 {
			out += "; "
		}
		name := "undecided"
		if !y.InForce.IsZero() {
			name = y.InForce.Name()
		}
		out += fmt.Sprintf("%d: %s", y.Year, name)
	}
	return out
}
