package target

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
)

// maxTargetJSON bounds a document, in bytes.
const maxTargetJSON = 4 << 20

// The document as it is read. Amounts that follow from others are texts, to be
// compared with what the goal comes to.
type targetFile struct {
	Name       string          `json:"name"`
	Place      ghg.PlaceID     `json:"place"`
	Due        int             `json:"due"`
	Views      viewsJSON       `json:"views"`
	Edition    ghg.SchemeID    `json:"edition"`
	Metric     string          `json:"metric"`
	Goal       goalFile        `json:"goal"`
	Timeframe  *timeframeFile  `json:"timeframe"`
	Milestones []levelFile     `json:"milestones"`
	Level      *string         `json:"level"`
	Source     string          `json:"source"`
	Published  string          `json:"published"`
	Findings   json.RawMessage `json:"findings"` // they follow from the rest
}

type goalFile struct {
	Kind     string          `json:"kind"`
	Year     int             `json:"year"`
	Through  int             `json:"through"`
	Every    int             `json:"every"`
	Base     *ghg.Mass       `json:"base"`
	Cut      *ghg.Share      `json:"cut"`
	Level    *ghg.Mass       `json:"level"`
	Activity *activityJSON   `json:"activity"`
	Scenario string          `json:"scenario"`
	Baseline json.RawMessage `json:"baseline"`
}

type levelFile struct {
	Year     int        `json:"year"`
	Cut      *ghg.Share `json:"cut"`
	Level    string     `json:"level"`
	Standing string     `json:"standing"`
}

type timeframeFile struct {
	Kind    string `json:"kind"`
	First   int    `json:"first"`
	Pathway string `json:"pathway"`
	Stated  *struct {
		Source string `json:"source"`
		Values []struct {
			Year int    `json:"year"`
			CO2e string `json:"co2e"`
		} `json:"values"`
	} `json:"stated"`
}

// FileError says which field of a document of a target cannot be used.
type FileError struct {
	Target string // its name, where it was read
	Field  string
	Value  string
	Reason string
	Err    error
}

func (e *FileError) Error() string {
	value := ""
	if e.Value != "" {
		value = fmt.Sprintf(" %.60q", e.Value)
	}
	return fmt.Sprintf("document of target %.60q, %s%s: %s", e.Target, e.Field, value, e.Reason)
}

// Unwrap is the cause, where it has a type of its own.
func (e *FileError) Unwrap() error { return e.Err }

// UnmarshalJSON always fails: only [ReadTargetJSON] is told the views and
// metrics that a document may mean.
func (t *Target) UnmarshalJSON([]byte) error {
	return errors.New("a target is read with target.ReadTargetJSON, which is told the views and metrics")
}

// ReadTargetJSON reads a target as [Target.MarshalJSON] writes it, and checks
// it as [New] does. Its views are among those given, by what they print;
// declared views too, and two that print alike are refused. Its metric is a
// published one or among own. Unknown fields, fields given twice, text behind
// the document, and more than 4 MiB are refused.
//
// Levels that follow from a cut are computed anew, and must agree with those of
// the document, or the error is a [*FileError]: a level that was edited by hand is no
// level of the goal. Findings are those of the target read, and not compared.
func ReadTargetJSON(r io.Reader, views []ghg.View, own ...ghg.Metric) (Target, error) {
	var f targetFile
	if err := decodeStrict(r, &f); err != nil {
		return Target{}, fmt.Errorf("document of a target: %w", err)
	}
	d := Definition{Name: f.Name, Place: f.Place, Due: f.Due, Source: f.Source}
	var err error
	if d.Views.Base, err = f.view("views.base", f.Views.Base, views); err != nil {
		return Target{}, err
	}
	if d.Views.Due, err = f.view("views.due", f.Views.Due, views); err != nil {
		return Target{}, err
	}
	if have := d.Views.Due.ID().Scheme; have != f.Edition {
		return Target{}, f.fail("edition", string(f.Edition), nil, "the view %s is of edition %q", d.Views.Due, have)
	}
	if f.Metric == "" {
		return Target{}, f.fail("metric", "", ghg.ErrNoMetric, "%s", ghg.ErrNoMetric)
	}
	if d.Metric, err = ghg.ParseMetric(f.Metric, own...); err != nil {
		return Target{}, f.fail("metric", f.Metric, err, "%s", err)
	}
	if f.Published != "" {
		day, err := time.Parse(time.DateOnly, f.Published)
		if err != nil {
			return Target{}, f.fail("published", f.Published, nil, "a day such as 2021-12-01 is needed")
		}
		d.Published = ghg.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}
	}
	if d.Goal, err = f.goal(views, own); err != nil {
		return Target{}, err
	}
	if d.Timeframe, err = f.timeframe(own); err != nil {
		return Target{}, err
	}
	if d.Milestones, err = f.milestones(d.Metric, own); err != nil {
		return Target{}, err
	}
	t, err := New(d)
	if err != nil {
		return Target{}, err
	}
	if err := f.agree(t, own); err != nil {
		return Target{}, err
	}
	return t, nil
}

func (f targetFile) fail(field, value string, err error, format string, a ...any) error {
	return &FileError{f.Name, field, value, fmt.Sprintf(format, a...), err}
}

// view finds a view by what it prints.
func (f targetFile) view(field, name string, views []ghg.View) (ghg.View, error) {
	var found ghg.View
	for _, v := range views {
		switch {
		case v.IsZero() || v.String() != name || v.ID() == found.ID():
		case !found.IsZero():
			return found, f.fail(field, name, nil, "two of the views handed to the reader print so, and select differently")
		default:
			found = v
		}
	}
	if found.IsZero() {
		return found, f.fail(field, name, ghg.ErrNoView, "it is not one of the views handed to the reader")
	}
	return found, nil
}

// goal reads the goal of the kind that is named. What does not belong to the
// kind is refused.
func (f targetFile) goal(views []ghg.View, own []ghg.Metric) (Goal, error) {
	g := f.Goal
	var base, level ghg.Mass
	var cut ghg.Share
	if g.Base != nil {
		base = *g.Base
	}
	if g.Level != nil {
		level = *g.Level
	}
	if g.Cut != nil {
		cut = *g.Cut
	}
	var goal Goal
	extra := g // what the kind does not have
	extra.Kind, extra.Year = "", 0
	switch g.Kind {
	case BaseYear{}.kind():
		extra.Through, extra.Base, extra.Cut = 0, nil, nil
		goal = BaseYear{g.Year, g.Through, base, cut}
	case FixedLevel{}.kind():
		extra.Base, extra.Level = nil, nil
		goal = FixedLevel{level, g.Year, base}
	case BaseYearIntensity{}.kind():
		extra.Base, extra.Cut, extra.Activity = nil, nil, nil
		activity, err := f.activity(g.Activity)
		if err != nil {
			return nil, err
		}
		goal = BaseYearIntensity{g.Year, base, cut, activity}
	case BaselineScenario{}.kind():
		extra.Cut, extra.Scenario, extra.Baseline = nil, "", nil
		b := BaselineScenario{Year: g.Year, Cut: cut}
		switch g.Scenario {
		case StaticBaseline.String():
			b.Kind = StaticBaseline
		case DynamicBaseline.String():
			b.Kind = DynamicBaseline
		default:
			return nil, f.fail("goal.scenario", g.Scenario, nil, "it is static or dynamic")
		}
		if len(g.Baseline) == 0 {
			return nil, f.fail("goal.baseline", "", nil, "the series of the baseline is needed")
		}
		var err error
		if b.Baseline, err = ghg.ReadYearlyJSON(bytes.NewReader(g.Baseline), views, own...); err != nil {
			return nil, f.fail("goal.baseline", "", err, "%s", err)
		}
		goal = b
	case RollingBaseYear{}.kind():
		extra.Every, extra.Cut = 0, nil
		goal = RollingBaseYear{g.Year, g.Every, cut}
	default:
		return nil, f.fail("goal.kind", g.Kind, nil, "a kind of goal is needed, such as base_year")
	}
	if extra.Through != 0 || extra.Every != 0 || extra.Base != nil || extra.Cut != nil || extra.Level != nil ||
		extra.Activity != nil || extra.Scenario != "" || extra.Baseline != nil {
		return nil, f.fail("goal", g.Kind, nil, "it has a field that belongs to another kind of goal")
	}
	return goal, nil
}

func (f targetFile) activity(a *activityJSON) (Activity, error) {
	if a == nil {
		return Activity{}, nil // the goal refuses it
	}
	figures := make([]ActivityFigure, len(a.Figures))
	for i, x := range a.Figures {
		amount, err := exact.Parse(x.Amount)
		if err != nil {
			return Activity{}, f.fail("goal.activity", x.Amount, err, "%d: %s", x.Year, err)
		}
		figures[i] = ActivityFigure{x.Year, amount, x.Status, x.Source}
	}
	out, err := NewActivity(a.Name, a.Unit, figures)
	if err != nil {
		return out, f.fail("goal.activity", a.Name, err, "%s", err)
	}
	return out, nil
}

func (f targetFile) timeframe(own []ghg.Metric) (Timeframe, error) {
	if f.Timeframe == nil {
		return SingleYear, nil
	}
	kind := slices.Index(timeframeNames[:], f.Timeframe.Kind)
	if kind < int(average) {
		return SingleYear, f.fail("timeframe.kind", f.Timeframe.Kind, nil, "allowed are %q; a single year has no timeframe", timeframeNames[average:])
	}
	p, err := f.pathway(own)
	switch {
	case err != nil:
		return SingleYear, err
	case timeframe(kind) == average && !p.IsZero():
		return SingleYear, f.fail("timeframe.pathway", f.Timeframe.Pathway, nil, "an average goal has none")
	}
	return Timeframe{timeframe(kind), f.Timeframe.First, p}, nil
}

// pathway reads a pathway of the timeframe by its name.
func (f targetFile) pathway(own []ghg.Metric) (Pathway, error) {
	x := f.Timeframe
	fail := func(err error) (Pathway, error) {
		return Pathway{}, f.fail("timeframe.pathway", x.Pathway, err, "%s", err)
	}
	if x.Stated != nil {
		values := map[int]ghg.CO2e{}
		var years []int
		for _, v := range x.Stated.Values {
			c, err := ghg.ParseCO2e(v.CO2e, own...)
			if err != nil {
				return fail(fmt.Errorf("%d: %w", v.Year, err))
			}
			values[v.Year], years = c, append(years, v.Year)
		}
		p, err := Stated(x.Pathway, x.Stated.Source, func(yield func(int, ghg.CO2e) bool) {
			for _, y := range years {
				if !yield(y, values[y]) {
					return
				}
			}
		})
		if err != nil {
			return fail(err)
		}
		return p, nil
	}
	for _, p := range []Pathway{Linear, Geometric, Stepwise} {
		if p.String() == x.Pathway {
			return p, nil
		}
	}
	if text, ok := strings.CutPrefix(x.Pathway, "geometric to a residual of "); ok {
		share, err := ghg.ParseShare(text)
		if err != nil {
			return fail(err)
		}
		p, err := GeometricTo(share)
		if err != nil {
			return fail(err)
		}
		return p, nil
	}
	if text, ok := strings.CutPrefix(x.Pathway, "geometric, blended to zero by 1/"); ok {
		divisor, err := exact.Parse(text)
		if err != nil {
			return fail(err)
		}
		p, err := GeometricBlend(divisor)
		if err != nil {
			return fail(err)
		}
		return p, nil
	}
	if x.Pathway != "" {
		return fail(errors.New("it is none of the library's pathways, and states no values"))
	}
	return Pathway{}, nil
}

// milestones reads the levels before the due year: as cuts, or as amounts where
// no cut is stated.
func (f targetFile) milestones(m ghg.Metric, own []ghg.Metric) ([]Milestone, error) {
	var out []Milestone
	for _, l := range f.Milestones {
		s := Milestone{Year: l.Year}
		field := fmt.Sprintf("milestones (%d)", l.Year)
		if l.Standing != "" {
			i := slices.Index(standingNames[:], l.Standing)
			if i < 0 {
				return nil, f.fail(field, l.Standing, nil, "allowed are %q", standingNames)
			}
			s.Standing = Standing(i)
		}
		if l.Cut != nil {
			s.Cut = *l.Cut
			out = append(out, s)
			continue
		}
		c, err := ghg.ParseCO2e(l.Level, own...)
		if err != nil {
			return nil, f.fail(field, l.Level, err, "%s", err)
		}
		if c.Metric().ID() != m.ID() {
			err := &ghg.MetricMismatchError{A: m.ID(), B: c.Metric().ID()}
			return nil, f.fail(field, l.Level, err, "%s", err)
		}
		if s.Level, err = ghg.NewMass(c.Tonnes(), ghg.Tonne); err != nil {
			return nil, f.fail(field, l.Level, err, "%s", err)
		}
		out = append(out, s)
	}
	return out, nil
}

// agree compares the levels of the document with those of the target.
func (f targetFile) agree(t Target, own []ghg.Metric) error {
	stated := map[int]string{}
	for _, l := range f.Milestones {
		stated[l.Year] = l.Level
	}
	switch {
	case f.Level != nil && len(t.def.levels) == 0:
		return f.fail("level", *f.Level, nil, "a rolling goal states none")
	case f.Level != nil:
		stated[t.Due()] = *f.Level
	}
	for year, level := range t.Limits() {
		text, ok := stated[year]
		if ok && text == level.String() {
			continue // also where arithmetic has made it too long to be read as an input
		}
		if c, err := ghg.ParseCO2e(text, own...); err == nil && c.Equal(level) {
			continue
		}
		return f.fail(fmt.Sprintf("level of %d", year), text, nil, "the goal comes to %s", level)
	}
	return nil
}

// decodeStrict reads one document and nothing else: no unknown field, no field
// twice, no text behind it.
func decodeStrict(r io.Reader, into any) error {
	text, err := io.ReadAll(io.LimitReader(r, maxTargetJSON+1))
	if err != nil {
		return err
	}
	if len(text) > maxTargetJSON {
		return fmt.Errorf("it is longer than %d bytes", maxTargetJSON)
	}
	if err := fieldsOnce(json.NewDecoder(bytes.NewReader(text)), 0); err != nil {
		return err
	}
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errors.New("there is text behind the document")
	}
	return nil
}

// maxDepth is deeper than any document of a target.
const maxDepth = 20

// fieldsOnce refuses an object that names a field twice: encoding/json would
// keep the last and drop the others.
func fieldsOnce(d *json.Decoder, depth int) error {
	token, err := d.Token()
	if err != nil {
		return err
	}
	open, isDelim := token.(json.Delim)
	if !isDelim {
		return nil
	}
	if depth > maxDepth {
		return fmt.Errorf("it is nested deeper than %d", maxDepth)
	}
	seen := map[string]bool{}
	for d.More() {
		if open == '{' {
			name, err := d.Token()
			if err != nil {
				return err
			}
			folded := strings.ToLower(strings.ToUpper(fmt.Sprint(name))) // encoding/json does not mind case
			if seen[folded] {
				return fmt.Errorf("field %.60q is given twice", name)
			}
			seen[folded] = true
		}
		if err := fieldsOnce(d, depth+1); err != nil {
			return err
		}
	}
	_, err = d.Token() // the closing one
	return err
}
