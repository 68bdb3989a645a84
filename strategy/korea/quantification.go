package korea

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

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

var countings = []Label{
	{"미기재", "no counting"}, {"연간 신규", "new in the year"}, {"누적 보급", "standing in the year"}, {"연간 활동량", "done in the year"},
}

// Label is the counting in both languages (own words).
func (c Counting) Label() Label { return coded("counting", countings, uint8(c)) }

// String is the counting in English.
func (c Counting) String() string { return c.Label().En }

func (c Counting) valid() bool { return c > 0 && int(c) < len(countings) }

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

var errNoQuantification = errors.New("no quantification given: make one with korea.NewQuantification")

// ErrNotVerified says that verified reductions were asked for and no year is
// verified.
var ErrNotVerified = errors.New("no monitored year is verified: say in Verified who checked it, and where")

// NewQuantification checks a definition and makes a quantification of it. Refused,
// with a [ghg.Faults] of all that is wrong, are a missing project, unit or
// counting, a life where none is counted, quantities below 0, years outside
// 1850 to 2300, and a verification of a year that was not monitored.
func NewQuantification(d QuantificationDefinition) (Quantification, error) {
	var faults ghg.Faults
	of := projectOf(d.Project)
	if d.Project == "" || len(d.Project) > ghg.MaxName {
		faults.Refuse("quantification", "project", d.Project, fmt.Sprintf("a management number of 1 to %d bytes is needed", ghg.MaxName))
	}
	if d.Unit.IsZero() {
		faults.Refuse(of, "unit", "", errNoReductionUnit.Error())
	}
	switch life := strconv.Itoa(d.Life); {
	case !d.Counting.valid():
		faults.Refuse(of, "counting", d.Counting.String(), "say what a quantity counts, such as korea.StandingInYear")
	case d.Counting == NewInYear && (d.Life < 1 || d.Life > maxLife):
		faults.Refuse(of, "life", life, fmt.Sprintf("from 1 to %d years are allowed where what is new is counted", maxLife))
	case d.Counting != NewInYear && d.Life != 0:
		faults.Refuse(of, "life", life, "it is given only where what is new is counted, and here it is what is "+d.Counting.String())
	}
	if err := faults.Err(); err != nil {
		return Quantification{}, err
	}
	d.Planned, d.Monitored, d.Verified = maps.Clone(d.Planned), maps.Clone(d.Monitored), maps.Clone(d.Verified)
	q := &quantification{QuantificationDefinition: d}
	q.planned = d.years("planned", d.Planned, &faults)
	q.monitored = d.years("monitored", d.Monitored, &faults)
	for _, y := range slices.Sorted(maps.Keys(d.Verified)) {
		if _, ok := d.Monitored[y]; !ok || d.Verified[y] == "" {
			faults.Refuse(fmt.Sprintf("%s, %d", of, y), "verified", d.Verified[y], "a monitored quantity is needed, and who verified it")
		}
	}
	if err := faults.Err(); err != nil {
		return Quantification{}, err
	}
	return Quantification{q}, nil
}

// years computes each year of a series.
func (d QuantificationDefinition) years(field string, quantities map[int]decimal.Decimal, faults *ghg.Faults) []quantified {
	var out []quantified
	years := slices.Sorted(maps.Keys(quantities))
	for _, y := range years {
		n := quantities[y]
		refuse := func(detail string) {
			faults.Refuse(fmt.Sprintf("%s, %d", projectOf(d.Project), y), field, exact.Text(n), detail)
		}
		if err := cmp.Or(ghg.CheckYear("", y), exact.Check(n)); err != nil {
			refuse(err.Error())
			continue
		}
		if n.Sign() < 0 {
			refuse("quantities of 0 or more are allowed")
			continue
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
			refuse(err.Error())
		}
		out = append(out, q)
	}
	return out
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
