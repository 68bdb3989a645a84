package target

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"time"

	"github.com/localghg/localghg/ghg"
)

// maxTargetJSON bounds a document of a target, in bytes.
const maxTargetJSON = 4 << 20

// The document as it is read. Amounts that follow from others are texts, to be
// compared with what the goal comes to.
type targetFile struct {
	Format     ghg.Form        `json:"format"`
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
	PerUnit  *ghg.Mass  `json:"perUnit"`
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

// UnmarshalJSON always fails: only [ReadTargetJSON] is told the views and
// metrics that a document may mean.
func (t *Target) UnmarshalJSON([]byte) error {
	return errors.New("a target is read with target.ReadTargetJSON, which is told the views and metrics")
}

// ReadTargetJSON reads a target as [Target.MarshalJSON] writes it, and checks
// it as [New] does. Its views are among those given, by their IDs
// ([ghg.FindView]); declared views too, and two that print alike are refused. Its metric is a
// published one or among own. A [ghg.Form] that is not known, unknown fields,
// fields given twice, text behind the document, and more than 4 MiB are refused.
//
// Levels that follow from a cut are computed anew, and must agree with those of
// the document: a level that was edited by hand is no level of the goal. A field
// that cannot be used is a [ghg.Fault]. Findings are those of the target read,
// and not compared.
func ReadTargetJSON(r io.Reader, views []ghg.View, own ...ghg.Metric) (Target, error) {
	var f targetFile
	if err := ghg.ReadStrictJSON(r, maxTargetJSON, &f); err != nil {
		return Target{}, fmt.Errorf("document of a target: %w", err)
	}
	return f.target(views, own)
}

// target makes the target that a document states.
func (f targetFile) target(views []ghg.View, own []ghg.Metric) (Target, error) {
	d := Definition{Name: f.Name, Place: f.Place, Due: f.Due, Source: f.Source}
	err := f.Format.Check(targetForm)
	if err != nil {
		return Target{}, fmt.Errorf("%s: %w", f.of(), err)
	}
	if d.Views.Base, err = f.view("views.base", f.Views.Base, views); err != nil {
		return Target{}, err
	}
	if d.Views.Due, err = f.view("views.due", f.Views.Due, views); err != nil {
		return Target{}, err
	}
	if have := d.Views.Due.ID().Scheme; have != f.Edition {
		return Target{}, f.fail("edition", string(f.Edition), "the view %s is of edition %q", d.Views.Due, have)
	}
	if f.Metric == "" {
		return Target{}, f.fail("metric", "", "%s", ghg.ErrNoMetric)
	}
	if d.Metric, err = ghg.ParseMetric(f.Metric, own...); err != nil {
		return Target{}, f.fail("metric", f.Metric, "%s", err)
	}
	if f.Published != "" {
		if d.Published, err = f.day("published", f.Published); err != nil {
			return Target{}, err
		}
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

// fail is the fault of a field that cannot be used.
func (f targetFile) fail(field, value, format string, a ...any) error {
	return ghg.Fault{Code: ghg.FaultField, Of: f.of(), Field: field, Value: value, Detail: fmt.Sprintf(format, a...)}
}

func (f targetFile) of() string { return "document of " + named(f.Name) }

// day reads a date.
func (f targetFile) day(field, text string) (ghg.Date, error) {
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return ghg.Date{}, f.fail(field, text, "a day such as 2021-12-01 is needed")
	}
	return ghg.Date{Year: day.Year(), Month: day.Month(), Day: day.Day()}, nil
}

// view finds a view by its ID.
func (f targetFile) view(field, id string, views []ghg.View) (ghg.View, error) {
	v, err := ghg.FindView(id, views)
	if err != nil {
		var fault ghg.Fault
		errors.As(err, &fault)
		return v, f.fail(field, id, "%s", fault.Detail)
	}
	return v, nil
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
				return nil, f.fail(field, l.Standing, "allowed are %q", standingNames)
			}
			s.Standing = Standing(i)
		}
		if l.Cut != nil {
			s.Cut = *l.Cut
			out = append(out, s)
			continue
		}
		perUnit := f.Goal.Kind == (FixedIntensity{}).kind()
		if (l.PerUnit != nil) != perUnit {
			return nil, f.fail(field, l.Level, "perUnit is of a goal that is stated for one unit, and of no other")
		}
		if perUnit {
			s.Level = *l.PerUnit
			out = append(out, s)
			continue
		}
		c, err := ghg.ParseCO2e(l.Level, own...)
		if err != nil {
			return nil, f.fail(field, l.Level, "%s", err)
		}
		if c.Metric().ID() != m.ID() {
			err := &ghg.MetricMismatchError{A: m.ID(), B: c.Metric().ID()}
			return nil, f.fail(field, l.Level, "%s", err)
		}
		if s.Level, err = ghg.NewMass(c.Tonnes(), ghg.Tonne); err != nil {
			return nil, f.fail(field, l.Level, "%s", err)
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
		return f.fail("level", *f.Level, "a rolling goal states none")
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
		return f.fail(fmt.Sprintf("level of %d", year), text, "the goal comes to %s", level)
	}
	return nil
}
