package target

import (
	"encoding/json"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

// String is the version in one line.
func (v Version) String() string {
	if v.Target.IsZero() {
		return "no version"
	}
	return fmt.Sprintf("version %d, %s: %s: %s", v.Number, v.Change.Date, v.why(", "), v.Target)
}

// String is the current version.
func (h History) String() string { return h.Current().String() }

// Details lists the versions, one paragraph for each: when, why and by
// which document it changed, what became of the base, and the levels that
// follow.
func (h History) Details() string {
	var b explanation
	for i, v := range h.versions() {
		t := v.Target
		b.line(fmt.Sprintf("version %d", v.Number), "%s: %s", v.Change.Date, t)
		b.line("  reason", "%s", v.why(": "))
		b.line("  document", "%s", v.Change.Document)
		if i == 0 || t.measure() != v.before.Target.measure() {
			b.line("  measured in", "%s", t.measure())
		}
		if len(v.differ) > 0 {
			b.line("  beside version "+strconv.Itoa(i), "%s", Comparison{*v.before, *v, v.differ})
		}
		if !v.Base.IsZero() {
			b.line("  base restated", "%s", v.Base)
			if moved := v.Base.From.moved(v.Base.To); moved != "" {
				b.line("  moves from", "%s", moved)
			}
		} else if first, last := t.BasePeriod(); first != 0 && !t.Base().IsZero() {
			b.line("  base", "%s in %s", t.Base(), yearsText(first, last))
		}
		for _, l := range t.def.levels {
			b.line("  level", "%s = %s in %d", t.def.formula(l), l.co2e, l.year)
		}
	}
	for _, f := range h.Findings().All {
		b.line(f.Severity.String(), "%s", f)
	}
	return b.String()
}

// measure is what the target is measured in, in words.
func (t Target) measure() string {
	v := t.Views()
	if v.areOne() {
		return fmt.Sprintf("%s, metric %s", v.Due, t.Metric())
	}
	return fmt.Sprintf("%s for the base, %s for the due year, metric %s", v.Base, v.Due, t.Metric())
}

type viewLevelJSON struct {
	View   string   `json:"view"`
	CO2e   ghg.CO2e `json:"co2e"`
	Source string   `json:"source,omitempty"`
}

type baseChangeJSON struct {
	From     viewLevelJSON `json:"from"`
	To       viewLevelJSON `json:"to"`
	Change   Amount        `json:"change"`
	Relative ghg.Ratio     `json:"relative"`
	Apparent ghg.Ratio     `json:"apparent"`
}

func (l ViewLevel) exchange() viewLevelJSON {
	return viewLevelJSON{l.View.ID().String(), l.CO2e, l.Source}
}

// MarshalJSON writes both bases and what changed, or null for the zero
// BaseChange.
func (c BaseChange) MarshalJSON() ([]byte, error) {
	if c.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(baseChangeJSON{c.From.exchange(), c.To.exchange(), c.Change, c.Relative, c.Apparent})
}

type versionJSON struct {
	Number int         `json:"version"`
	Kind   VersionKind `json:"kind"`
	// Cause is left out where no source states it, and of what is no restatement.
	Cause string `json:"cause,omitempty"`
	// Causes are left out where the kind is all that is known.
	Causes   []causeJSON `json:"causes,omitempty"`
	Reason   string      `json:"reason"`
	Date     string      `json:"date"`
	Document string      `json:"document"`
	Base     BaseChange  `json:"baseRestated"`
	// Joined is the county that an accession added.
	Joined ghg.PlaceID `json:"joined,omitempty"`
	// Differ is in what a plan and the one that it superseded differ.
	Differ []differingJSON `json:"differ,omitempty"`
	Target Target          `json:"target"`
}

// MarshalJSON writes the history with its versions in order, each with its whole
// target, as [ReadHistoryJSON] reads it. The zero History is refused.
func (h History) MarshalJSON() ([]byte, error) {
	if h.IsZero() {
		return nil, errNoHistory
	}
	doc := struct {
		Format   ghg.Form   `json:"format"`
		Versions []*Version `json:"versions"`
	}{historyForm, h.versions()}
	return json.Marshal(doc)
}

// MarshalJSON writes the version with its whole target. The zero Version is
// refused with [ErrNoTarget].
func (v Version) MarshalJSON() ([]byte, error) {
	c, cause := v.Change, ""
	if v.Cause != bridge.CauseUnknown {
		cause = v.Cause.String()
	}
	return json.Marshal(versionJSON{v.Number, v.Kind, cause, exchangeCauses(v.causes), c.Reason, c.Date.String(), c.Document, v.Base, v.joined,
		exchangeDiffering(v.differ), v.Target})
}
