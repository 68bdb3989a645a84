package target

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/bridge"
)

// The document of a history as it is read.
type historyFile struct {
	Format   ghg.Form      `json:"format"`
	Versions []versionFile `json:"versions"`
}

type versionFile struct {
	Number   int             `json:"version"`
	Trigger  string          `json:"trigger"` // of form 1 and 2, in the place of kind and cause
	Kind     string          `json:"kind"`
	Cause    string          `json:"cause"`
	Causes   []causeJSON     `json:"causes"`
	Reason   string          `json:"reason"`
	Date     string          `json:"date"`
	Document string          `json:"document"`
	Base     *baseFile       `json:"baseRestated"`
	Joined   ghg.PlaceID     `json:"joined"`
	Differ   json.RawMessage `json:"differ"` // it follows from the targets
	Target   targetFile      `json:"target"`
}

type baseFile struct {
	From     viewLevelFile   `json:"from"`
	To       viewLevelFile   `json:"to"`
	Change   json.RawMessage `json:"change"` // these follow from the two
	Relative json.RawMessage `json:"relative"`
	Apparent json.RawMessage `json:"apparent"`
}

type viewLevelFile struct {
	View   string `json:"view"`
	CO2e   string `json:"co2e"`
	Source string `json:"source"`
}

// UnmarshalJSON always fails: only [ReadHistoryJSON] is told the views and
// metrics that a document may mean.
func (h *History) UnmarshalJSON([]byte) error {
	return errors.New("a history is read with target.ReadHistoryJSON, which is told the views and metrics")
}

// ReadHistoryJSON reads a history as [History.MarshalJSON] writes it, so that
// every version can be replayed in another program, another year. Each target
// is read as [ReadTargetJSON] does, views and metrics are given in the same
// way, and versions are checked as changes are. What follows from the rest is
// computed anew, and the history must then write the document that it was read
// from, whatever the versions of the forms: a version of the history that was
// edited by hand is refused.
func ReadHistoryJSON(r io.Reader, views []ghg.View, own ...ghg.Metric) (History, error) {
	text, err := io.ReadAll(io.LimitReader(r, maxTargetJSON+1)) // one byte over is refused below
	if err != nil {
		return History{}, fmt.Errorf("document of a history: %w", err)
	}
	text = bytes.TrimPrefix(text, []byte("\uFEFF"))
	var f historyFile
	if err := ghg.ReadStrictJSON(bytes.NewReader(text), maxTargetJSON, &f); err != nil {
		return History{}, fmt.Errorf("document of a history: %w", err)
	}
	if err := f.Format.Check(historyForm, "localghg history 1", "localghg history 2"); err != nil {
		return History{}, fmt.Errorf("document of a history: %w", err)
	}
	var h History
	for _, v := range f.Versions {
		if h, err = h.read(v, views, own); err != nil {
			return History{}, fmt.Errorf("document of a history, version %d: %w", v.Number, err)
		}
	}
	if h.IsZero() {
		return History{}, fmt.Errorf("document of a history: %w", errNoHistory)
	}
	again, err := json.Marshal(h)
	if err != nil {
		return History{}, fmt.Errorf("document of a history: %w", err)
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, text); err != nil || !sameDocument(again, compact.Bytes()) {
		return History{}, errors.New("document of a history: it states figures that do not follow from its targets; was it edited by hand?")
	}
	return h, nil
}

// checksums are those in the IDs of views, which older documents lack: they were
// compared where the views were found.
var checksums = regexp.MustCompile(`@[0-9a-f]{32}`)

// sameDocument compares two documents, whatever the order of their fields, the
// versions of their forms, which readers have checked, findings, and in what plans
// differ: these follow from the rest, and a later version of the library may have more
// of them.
func sameDocument(a, b []byte) bool {
	canonical := func(text []byte) []byte {
		var v any
		if json.Unmarshal(text, &v) != nil {
			return nil
		}
		dropForms(v)
		out, _ := json.Marshal(v) // maps are written in the order of their keys
		return checksums.ReplaceAll(out, nil)
	}
	return bytes.Equal(canonical(a), canonical(b))
}

// dropForms takes the fields that name a form, findings, and in what plans differ out
// of a document and those in it, and says a trigger of older forms as kind and cause.
func dropForms(v any) {
	switch v := v.(type) {
	case map[string]any:
		if old, ok := v["trigger"].(string); ok {
			delete(v, "trigger")
			v["kind"] = triggers[old].kind.String()
			if c := triggers[old].cause; c != bridge.CauseUnknown {
				v["cause"] = c.String()
			}
		}
		delete(v, "format")
		delete(v, "findings")
		delete(v, "differ")
		for _, inner := range v {
			dropForms(inner)
		}
	case []any:
		for _, inner := range v {
			dropForms(inner)
		}
	}
}

// read adds a version of a document.
func (h History) read(f versionFile, views []ghg.View, own []ghg.Metric) (History, error) {
	t, err := f.Target.target(views, own)
	if err != nil {
		return History{}, err
	}
	v := Version{Number: h.Len() + 1, Target: t, Change: Change{Reason: f.Reason, Document: f.Document}, joined: f.Joined}
	if f.Joined != "" {
		if v.joined, err = ghg.ParsePlace(string(f.Joined)); err != nil {
			return History{}, err
		}
	}
	if v.Change.Date, err = ghg.ParseWhen(f.Date); err != nil {
		return History{}, f.Target.fail("date", f.Date, "a day such as 2021-12-01 is needed, or a month or year where it is not known")
	}
	if err := f.kind(&v); err != nil {
		return History{}, err
	}
	if err := h.check(v); err != nil {
		return History{}, err
	}
	if h.Len() > 0 {
		if err := h.onePlace(t); err != nil {
			return History{}, err
		}
	}
	if f.Number != v.Number || f.Document != t.Source() || published(v.Change.Date) != t.Published() {
		return History{}, f.Target.fail("version", fmt.Sprint(f.Number),
			"versions are numbered from 1, and each has the document and date of its target")
	}
	if f.Base != nil {
		from, err1 := f.Base.From.level(f.Target, views, own)
		to, err2 := f.Base.To.level(f.Target, views, own)
		if err := errors.Join(err1, err2); err != nil {
			return History{}, err
		}
		v.Base = changeOf(from, to)
	}
	if v.Kind == VersionSuperseding {
		v.differ = compare(h.Current(), v).Differ
	}
	return h.with(v), nil
}

// kind reads what a version did and why; the first version alone is the first set.
func (f versionFile) kind(v *Version) error {
	if f.Trigger != "" {
		old, ok := triggers[f.Trigger]
		if !ok {
			return &ghg.UnknownError{What: "trigger", ID: f.Trigger, Allowed: slices.Sorted(maps.Keys(triggers))}
		}
		if f.Kind != "" || f.Cause != "" {
			return f.Target.fail("trigger", f.Trigger, "older documents have a trigger, later ones kind and cause; not both")
		}
		v.Kind, v.Cause = old.kind, old.cause
	} else if err := v.Kind.UnmarshalText([]byte(f.Kind)); err != nil {
		return err
	}
	if f.Cause != "" {
		if err := v.Cause.UnmarshalText([]byte(f.Cause)); err != nil {
			return err
		}
	}
	for _, j := range f.Causes {
		c, err := j.contribution()
		if err != nil {
			return f.Target.fail("causes", j.Kind, "%s", err)
		}
		v.causes = append(v.causes, c)
	}
	if err := checkCauses(f.Target.of(), v.Cause, v.causes); err != nil {
		return err
	}
	switch {
	case (v.Kind == VersionFirst) != (v.Number == 1):
		return f.Target.fail("kind", v.Kind.String(), "the first version, and no other, is the first set")
	case (v.Cause != bridge.CauseUnknown || len(v.causes) > 0) && v.Kind != VersionRestated:
		return f.Target.fail("cause", f.Cause, "only a restated base has a cause")
	}
	return nil
}

func (l viewLevelFile) level(f targetFile, views []ghg.View, own []ghg.Metric) (ViewLevel, error) {
	v, err := f.view("baseRestated", l.View, views)
	if err != nil {
		return ViewLevel{}, err
	}
	c, err := ghg.ParseCO2e(l.CO2e, own...)
	return ViewLevel{v, c, l.Source}, err
}
