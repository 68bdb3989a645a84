package sink

import (
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Cohort is what is planted in one year: trees or hectares, as its growth says.
type Cohort struct {
	Name     string // "pines on the ring road"
	Year     int    // of planting
	Planted  decimal.Decimal
	Growth   Growth
	Survival Survival
	Source   string // the document that states what is planted
}

// Reversal takes a share of all that stands in a year, once it has grown.
type Reversal struct {
	Year   int
	Share  ghg.Share
	Cause  string // "fire", "pine wilt"
	Source string
}

// Definition is what [New] makes a project of.
type Definition struct {
	Name      string
	Place     ghg.PlaceID
	Metric    ghg.Metric // of all uptakes
	Cohorts   []Cohort
	Reversals []Reversal
	// Buffer is the share of every year's removal that is held back against
	// reversals. 0 % has to be said.
	Buffer ghg.Share
	Source string // of the buffer: programme rules, or who chose it
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
	MaxCohorts   = 500
	MaxReversals = 100
)

// The codes of the findings on a project.
const (
	// FindingConstantUptake says that a cohort is counted with one uptake from
	// the year of planting on.
	FindingConstantUptake = "constant-uptake"
	// FindingEarlyReversal says that a reversal comes before anything is planted.
	FindingEarlyReversal = "early-reversal"
)

// ErrNoProject says that a project was needed and none was given.
var ErrNoProject = errors.New("no project given: make one with sink.New")

// New checks a definition and makes a project of it. The error holds all that
// is wrong.
func New(d Definition) (Project, error) {
	var errs []error
	add := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	one := decimal.New(1, 0)
	if d.Name == "" || d.Place == "" || d.Source == "" {
		add("a name, a place and a source are needed")
	}
	if d.Metric.IsZero() {
		errs = append(errs, ghg.ErrNoMetric)
	}
	switch f := d.Buffer.Fraction(); {
	case d.Buffer.IsUnset():
		add("no buffer given: a share of 0%% to 100%% is needed; 0%% has to be said")
	case f.Sign() < 0 || f.GreaterThan(one):
		add("buffer %s: a share of 0%% to 100%% is needed", d.Buffer)
	}
	if len(d.Cohorts) == 0 || len(d.Cohorts) > MaxCohorts || len(d.Reversals) > MaxReversals {
		add("%d cohorts and %d reversals: 1 to %d cohorts and at most %d reversals are allowed", len(d.Cohorts), len(d.Reversals), MaxCohorts, MaxReversals)
		return Project{}, fmt.Errorf("sink %.200q: %w", d.Name, errors.Join(errs...))
	}
	p := &project{Definition: d, first: d.Cohorts[0].Year}
	p.Cohorts, p.Reversals = slices.Clone(d.Cohorts), slices.Clone(d.Reversals)
	for i, c := range p.Cohorts {
		if err := c.check(d.Metric); err != nil {
			add("cohort %d %.60q: %w", i+1, c.Name, err)
			continue
		}
		p.first = min(p.first, c.Year)
		if c.Growth.def.constant {
			p.findings.Add(ghg.Finding{Code: FindingConstantUptake, Severity: ghg.Warning,
				Detail: fmt.Sprintf("cohort %.60q takes up %s per %s from the year of planting on: a figure of grown trees overstates what young ones do", c.Name, c.Growth.def.uptakes[0], c.Growth.Per())})
		}
	}
	for i, r := range p.Reversals {
		if r.Year < p.first {
			p.findings.Add(ghg.Finding{Code: FindingEarlyReversal, Severity: ghg.Warning,
				Detail: fmt.Sprintf("reversal %d, %.60q in %d, takes nothing: the first planting is in %d", i+1, r.Cause, r.Year, p.first)})
		}
		if f := r.Share.Fraction(); ghg.CalendarYear(r.Year).IsZero() || f.Sign() <= 0 || f.GreaterThan(one) || r.Cause == "" {
			add("reversal %d: a year from 1850 to 2300, a cause and a share above 0%% and up to 100%% are needed", i+1)
		}
	}
	if len(errs) > 0 {
		return Project{}, fmt.Errorf("sink %.200q: %w", d.Name, errors.Join(errs...))
	}
	return Project{p}, nil
}

// check says what is wrong with a cohort.
func (c Cohort) check(metric ghg.Metric) error {
	switch {
	case ghg.CalendarYear(c.Year).IsZero():
		return fmt.Errorf("planted in %d: years from 1850 to 2300 are allowed", c.Year)
	case c.Growth.def == nil:
		return ErrNoGrowth
	case len(c.Survival.ages) == 0:
		return errors.New("no survival given: make one with sink.NewSurvival")
	}
	if err := exact.Check(c.Planted); err != nil || c.Planted.Sign() < 0 {
		return errors.Join(fmt.Errorf("planted: a number of %ss of 0 or more is needed", c.Growth.Per()), err)
	}
	if a, b := metric.ID(), c.Growth.def.metric.ID(); a != b {
		return &ghg.MetricMismatchError{A: a, B: b}
	}
	return nil
}

// Name is the project's name.
func (p Project) Name() string { return p.definition().Name }

// Place is the place where it stands.
func (p Project) Place() ghg.PlaceID { return p.definition().Place }

// Metric is the metric of all amounts.
func (p Project) Metric() ghg.Metric { return p.definition().Metric }

// Buffer is the share that is held back.
func (p Project) Buffer() ghg.Share { return p.definition().Buffer }

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
