package korea

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Counting says what the quantity of a year counts. It decides what a
// reduction unit is multiplied by, and has no default: the zero Counting is
// refused.
type Counting uint8

// The ways to count.
const (
	// NewInYear counts what is new in the year: cars bought, panels installed.
	// Each saves in its first year and in every year of its life after it.
	NewInYear Counting = iota + 1
	// StandingInYear counts all that stand in the year, as documents do that
	// cumulate installations. It is never cumulated again.
	StandingInYear
	// DoneInYear counts what is done in the year, and saves in that year alone:
	// MWh generated, tonnes treated.
	DoneInYear
)

var countings = []Label{{"미기재", "no counting"}, {"연간 신규", "new in the year"}, {"누적 보급", "standing in the year"}, {"연간 활동량", "done in the year"}}

// Label is the counting in both languages (own words).
func (c Counting) Label() Label { return coded("counting", countings, uint8(c)) }

// String is the counting in English.
func (c Counting) String() string { return c.Label().En }

// Valid reports whether the counting is one of those above.
func (c Counting) Valid() bool { return c > 0 && int(c) < len(countings) }

// QuantificationDefinition is what [NewQuantification] makes a quantification
// of.
type QuantificationDefinition struct {
	Project  string // management number of the project
	Unit     ReductionUnit
	Counting Counting
	// Life is how many years one saves, the first included. It is needed where
	// what is new is counted, and refused elsewhere.
	Life int
	// Planned are the target quantities (목표물량), Monitored those that were
	// found (실적), by year, in the unit of the reduction unit. A year without a
	// quantity is unknown, not 0.
	Planned, Monitored map[int]decimal.Decimal
	// Verified says of a monitored year who checked it, and in which document.
	Verified map[int]string
}

// Quantification is how a project's reduction is computed, for the plan and
// for the check: monitored factor × reduction unit. It is immutable; the zero
// Quantification is refused where one is needed.
type Quantification struct{ def *quantification }

type quantification struct {
	QuantificationDefinition
	planned, monitored []quantified
}

// quantified is one year.
type quantified struct {
	year    int
	stated  decimal.Decimal // the quantity as the document has it
	counted decimal.Decimal // what the unit is multiplied by
	co2e    ghg.CO2e
	known   bool // an earlier year that counts here is not missing
}

// maxLife is how many years one may save.
const maxLife = 200

// ErrNoQuantification says that a quantification was needed and none was given.
var ErrNoQuantification = errors.New("no quantification given: make one with korea.NewQuantification")

// ErrNotVerified says that verified reductions were asked for and no year is
// verified.
var ErrNotVerified = errors.New("no monitored year is verified: say in Verified who checked it, and where")

// NewQuantification checks a definition and makes a quantification of it. Refused
// are a missing project, unit or counting, quantities below 0, years outside
// 1850 to 2300, and a verification of a year that was not monitored.
func NewQuantification(d QuantificationDefinition) (Quantification, error) {
	fail := func(err error) (Quantification, error) {
		return Quantification{}, fmt.Errorf("quantification of project %.60q: %w", d.Project, err)
	}
	switch {
	case d.Project == "" || len(d.Project) > ghg.MaxName:
		return fail(fmt.Errorf("a management number of at most %d bytes is needed", ghg.MaxName))
	case d.Unit.IsZero():
		return fail(ErrNoReductionUnit)
	case !d.Counting.Valid():
		return fail(fmt.Errorf("%s: say what a quantity counts, such as korea.StandingInYear", d.Counting))
	case d.Counting == NewInYear && (d.Life < 1 || d.Life > maxLife):
		return fail(fmt.Errorf("a life of %d years: from 1 to %d are allowed where what is new is counted", d.Life, maxLife))
	case d.Counting != NewInYear && d.Life != 0:
		return fail(fmt.Errorf("a life of %d years: it is given only where what is new is counted, and here it is what is %s", d.Life, d.Counting))
	}
	d.Planned, d.Monitored, d.Verified = maps.Clone(d.Planned), maps.Clone(d.Monitored), maps.Clone(d.Verified)
	q := &quantification{QuantificationDefinition: d}
	var err, errMonitored error
	q.planned, err = d.years("planned", d.Planned)
	q.monitored, errMonitored = d.years("monitored", d.Monitored)
	if err := errors.Join(err, errMonitored); err != nil {
		return fail(err)
	}
	for _, y := range slices.Sorted(maps.Keys(d.Verified)) {
		if _, ok := d.Monitored[y]; !ok || d.Verified[y] == "" {
			return fail(fmt.Errorf("verified year %d: a monitored quantity is needed, and who verified it", y))
		}
	}
	return Quantification{q}, nil
}

// years computes each year of a series.
func (d QuantificationDefinition) years(what string, quantities map[int]decimal.Decimal) ([]quantified, error) {
	var out []quantified
	years := slices.Sorted(maps.Keys(quantities))
	for _, y := range years {
		n := quantities[y]
		if err := exact.Check(n); err != nil {
			return nil, fmt.Errorf("%s in %d: %w", what, y, err)
		}
		if !isYear(y) || n.Sign() < 0 {
			return nil, fmt.Errorf("%s in %d: %s: years from 1850 to 2300 and quantities of 0 or more are allowed", what, y, n)
		}
		q := quantified{year: y, stated: n, counted: n, known: true}
		if d.Counting == NewInYear {
			q.counted = decimal.Decimal{}
			for from := max(years[0], y-d.Life+1); from <= y; from++ {
				n, ok := quantities[from]
				q.counted, q.known = q.counted.Add(n), q.known && ok
			}
		}
		var err error
		if q.co2e, err = d.Unit.Saves().Scale(q.counted); err != nil {
			return nil, fmt.Errorf("%s in %d: %w", what, y, err)
		}
		out = append(out, q)
	}
	return out, nil
}

// Definition is what the quantification was made of.
func (q Quantification) Definition() QuantificationDefinition {
	if q.def == nil {
		return QuantificationDefinition{}
	}
	d := q.def.QuantificationDefinition
	d.Planned, d.Monitored, d.Verified = maps.Clone(d.Planned), maps.Clone(d.Monitored), maps.Clone(d.Verified)
	return d
}

// Project is the management number of the project.
func (q Quantification) Project() string { return q.definition().Project }

func (q Quantification) definition() quantification {
	if q.def == nil {
		return quantification{}
	}
	return *q.def
}
