package sink

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Cohort is what is planted in one year: trees or hectares, as its growth says.
type Cohort struct {
	Name     string          `json:"name"` // "pines on the ring road"
	Year     int             `json:"year"` // of planting
	Planted  decimal.Decimal `json:"planted"`
	Growth   Growth          `json:"growth"`
	Survival Survival        `json:"survival"`
	Source   string          `json:"source,omitempty"` // the document that states what is planted
}

// Reversal takes a share of all that stands in a year, once it has grown.
type Reversal struct {
	Year   int       `json:"year"`
	Share  ghg.Share `json:"share"`
	Cause  string    `json:"cause,omitempty"` // "fire", "pine wilt"
	Source string    `json:"source,omitempty"`
}

// Definition is what [New] makes a project of.
type Definition struct {
	Name      string      `json:"name"`
	Place     ghg.PlaceID `json:"place"`
	Metric    ghg.Metric  `json:"metric"` // of all uptakes
	Cohorts   []Cohort    `json:"cohorts,omitempty"`
	Reversals []Reversal  `json:"reversals,omitempty"`
	// Buffer is the share of every year's removal that is held back against
	// reversals. 0 % has to be said.
	Buffer ghg.Share `json:"buffer"`
	Source string    `json:"source,omitempty"` // of the buffer: programme rules, or who chose it
}

// Project is sinks of one place. It is immutable. The zero Project is refused.
type Project struct{ def *project }

type project struct {
	Definition
	first    int // year of planting
	findings ghg.Findings
}

// How large a project may be.
const (
	maxCohorts   = 500
	maxReversals = 100
)

// The codes of the findings on a project.
const (
	// FindingConstantUptake says that a cohort is counted with one uptake from
	// the year of planting on.
	FindingConstantUptake = "constant-uptake"
	// FindingEarlyReversal says that a reversal comes before anything is planted.
	FindingEarlyReversal = "early-reversal"
)

var errNoProject = errors.New("no project given: make one with sink.New")

// New checks a definition and makes a project of it. A field that does not stand is
// a [ghg.Fault], a growth on another metric a [*ghg.MetricMismatchError]; the error
// holds all that is wrong.
func New(d Definition) (Project, error) {
	var faults ghg.Faults
	of := "sink " + words.Quote(d.Name)
	for _, t := range [3]struct{ field, text string }{{"name", d.Name}, {"place", string(d.Place)}, {"source", d.Source}} {
		if t.text == "" {
			faults.Refuse(of, t.field, "", "it is needed")
		}
	}
	if d.Place != "" {
		faults.CleanPlace(of, "Place", &d.Place)
	}
	if d.Metric.IsZero() {
		faults.Refuse(of, "metric", "", ghg.ErrNoMetric.Error())
	}
	faults.RefuseShare(of, "buffer", d.Buffer)
	if n := len(d.Cohorts); n == 0 || n > maxCohorts {
		faults.Refuse(of, "cohorts", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxCohorts))
		return Project{}, faults
	}
	if n := len(d.Reversals); n > maxReversals {
		faults.Refuse(of, "reversals", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxReversals))
		return Project{}, faults
	}
	p := &project{Definition: d, first: d.Cohorts[0].Year}
	p.Cohorts, p.Reversals = slices.Clone(d.Cohorts), slices.Clone(d.Reversals)
	var errs []error
	for i, c := range p.Cohorts {
		of := fmt.Sprintf("cohort %d %s", i+1, words.Quote(c.Name))
		if err := c.check(of, d.Metric, &faults); err != nil {
			errs = append(errs, fmt.Errorf("%s: %w", of, err))
		}
		p.first = min(p.first, c.Year)
		if c.Growth.def != nil && c.Growth.def.constant {
			p.findings.Add(ghg.Finding{Code: FindingConstantUptake, Severity: ghg.Warning, Of: of,
				Detail: fmt.Sprintf("it takes up %s per %s from the year of planting on: a figure of grown trees overstates what young ones do",
					c.Growth.def.uptakes[0], c.Growth.Per())})
		}
	}
	for i, r := range p.Reversals {
		of := fmt.Sprintf("reversal %d", i+1)
		r.check(of, &faults)
		if r.Year < p.first {
			p.findings.Add(ghg.Finding{Code: FindingEarlyReversal, Severity: ghg.Warning, Of: of + " " + words.Quote(r.Cause),
				Detail: fmt.Sprintf("in %d it takes nothing: the first planting is in %d", r.Year, p.first)})
		}
	}
	if err := errors.Join(append(errs, faults.Err())...); err != nil {
		return Project{}, err
	}
	return Project{p}, nil
}

// check adds what is wrong with a cohort; the error is that of its metric.
func (c Cohort) check(of string, metric ghg.Metric, faults *ghg.Faults) error {
	faults.RefuseYear(of, "year", c.Year)
	if len(c.Survival.ages) == 0 {
		faults.Refuse(of, "survival", "", "make one with sink.NewSurvival")
	}
	if err := exact.Check(c.Planted); err != nil || c.Planted.Sign() < 0 {
		faults.Refuse(of, "planted", exact.Text(c.Planted), fmt.Sprintf("a number of %ss of 0 or more is needed", cmp.Or(c.Growth.Per(), Tree)))
	}
	if c.Growth.def == nil {
		faults.Refuse(of, "growth", "", "make one with sink.ByAge or sink.Constant")
		return nil
	}
	if a, b := metric.ID(), c.Growth.def.metric.ID(); a != b && !metric.IsZero() {
		return &ghg.MetricMismatchError{A: a, B: b}
	}
	return nil
}

// check adds what is wrong with a reversal.
func (r Reversal) check(of string, faults *ghg.Faults) {
	faults.RefuseYear(of, "year", r.Year)
	if r.Cause == "" {
		faults.Refuse(of, "cause", "", "it is needed, such as fire")
	}
	if !faults.RefuseShare(of, "share", r.Share) && r.Share.Fraction().IsZero() {
		faults.Refuse(of, "share", r.Share.String(), "above 0% is needed")
	}
}

// of names the project in a message.
func (p Project) of() string { return "sink " + words.Quote(p.definition().Name) }

// name is the project's name.
func (p Project) name() string { return p.definition().Name }

// IsZero reports whether there is no project.
func (p Project) IsZero() bool { return p.def == nil }

// Findings are remarks on what the project is made of.
func (p Project) Findings() ghg.Findings {
	if p.def == nil {
		return ghg.Findings{}
	}
	return p.def.findings
}

func (p Project) definition() Definition {
	if p.def == nil {
		return Definition{}
	}
	return p.def.Definition
}
