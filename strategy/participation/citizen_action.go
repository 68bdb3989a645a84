package participation

import (
	"cmp"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// CitizenAction is what a programme asks people to do.
type CitizenAction struct {
	ID     string `json:"id"`
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"`
	// Domain is the area of living (생활 분야) in the programme's own words: heating,
	// transport, consumption, waste. Case, blanks and punctuation do not matter.
	Domain string `json:"domain,omitempty"`
	// Unit is what takes part, one of it: ghg.Person, ghg.Household. Eligible is how
	// many there are, 1 or more. Both are needed where the saving is known.
	Unit     ghg.Unit `json:"unit,omitzero"`
	Eligible int64    `json:"eligible"`
	// Adoption is the share of the eligible who do it, Baseline the share who
	// would without the programme; 0 to 100 %, both to be given where the saving
	// is known, if only as 0 %.
	Adoption ghg.Share `json:"adoption"`
	Baseline ghg.Share `json:"baseline"`
	// Saves are what one who takes part changes on each source in a year, above 0 in
	// all. Where there are none the saving is unknown, and the action is not
	// quantified. [strategy.FixedSaving] makes one of a stated amount.
	Saves    []strategy.UnitEffect `json:"saves,omitempty"`
	Evidence EvidenceLevel         `json:"evidence"` // of adoption
	Note     string                `json:"note,omitempty"`
}

// IsQuantified reports whether it is known what one who takes part saves.
func (a CitizenAction) IsQuantified() bool { return len(a.Saves) > 0 }

// of says in messages which action is meant.
func (a *CitizenAction) of() string { return "action " + words.Quote(a.ID) }

// name is what is counted, in a plan.
func (a *CitizenAction) name() string { return cmp.Or(a.Name, a.NameKo, a.ID) }

// one reports whether a unit is one of something that can take part: no thousand of them
// and no tonne.
func one(u ghg.Unit) bool {
	switch d := u.Dimension(); d {
	case ghg.DimensionPersons, ghg.DimensionHouseholds, ghg.DimensionVehicles, ghg.DimensionItems:
		return u == d.Base()
	}
	return false
}

// refuse adds what does not stand of an action and reports whether it has an ID of its
// own. Adoption does not count where the saving is not known.
func (a *CitizenAction) refuse(faults *ghg.Faults, i int, twice bool) bool {
	switch {
	case a.ID == "" || len(a.ID) > ghg.MaxName:
		faults.Refuse(fmt.Sprintf("action %d", i+1), "id", a.ID, fmt.Sprintf("one of at most %d bytes is needed", ghg.MaxName))
		return false
	case twice:
		faults.Refuse(a.of(), "id", a.ID, "it is given twice: one is allowed")
		return false
	}
	for _, x := range []struct{ field, value string }{{"name", a.Name}, {"Korean name", a.NameKo}, {"domain", a.Domain}} {
		if len(x.value) > ghg.MaxName {
			faults.Refuse(a.of(), x.field, x.value, fmt.Sprintf("at most %d bytes are allowed", ghg.MaxName))
		}
	}
	if !a.IsQuantified() {
		return true
	}
	if !one(a.Unit) {
		faults.Refuse(a.of(), "unit", a.Unit.String(), "say what takes part, one of it: ghg.Person or ghg.Household")
	}
	if a.Eligible < 1 {
		faults.Refuse(a.of(), "eligible", strconv.FormatInt(a.Eligible, 10), "1 or more are allowed")
	}
	faults.RefuseShare(a.of(), "adoption", a.Adoption)
	faults.RefuseShare(a.of(), "baseline adoption", a.Baseline)
	if !a.Evidence.valid() {
		faults.Refuse(a.of(), "evidence", a.Evidence.String(), "pledge, self-report, sampled and metered are allowed")
	}
	return true
}

// saving is what one who takes part saves in a year on all sources, exactly. What does
// not stand of the effects is added to the faults; what a caller may branch on, such as
// a factor that the year lacks, is the error.
func (a *CitizenAction) saving(faults *ghg.Faults, year int) (ghg.CO2e, error) {
	unit, counted := a.Unit, year
	if !one(unit) {
		unit = ghg.Person // it is refused already
	}
	if ghg.CheckYear("", year) != nil {
		counted = ghg.FirstYear
	}
	q, err := strategy.NewQuantification(strategy.QuantificationDefinition{
		ID: a.ID, Counts: a.ID, Unit: unit, Counting: strategy.DoneInYear, Effects: a.Saves, Source: a.ID,
		Quantities: []strategy.Quantities{{Kind: strategy.Potential, ByYear: map[int]decimal.Decimal{counted: decimal.New(1, 0)}}},
	})
	if err != nil {
		return ghg.CO2e{}, a.refused(faults, err)
	}
	if counted != year {
		return ghg.CO2e{}, nil
	}
	if _, err := q.Net(strategy.Potential, year, year); err != nil {
		return ghg.CO2e{}, fmt.Errorf("%s: %w", a.of(), err)
	}
	s, _ := q.PerOne(strategy.Potential, year) // it has a net
	if s.Sign() <= 0 {
		faults.Refuse(a.of(), "saves", s.String(), fmt.Sprintf("what one saves in %d on all sources is to be above 0", year))
	}
	return s, nil
}

// refused adds the faults of a quantification as those of the action, and returns what
// stands beside them.
func (a *CitizenAction) refused(faults *ghg.Faults, err error) error {
	var those ghg.Faults
	errors.As(err, &those)
	for _, f := range those.All {
		f.Of = a.of() + strings.TrimPrefix(f.Of, "quantification "+words.Quote(a.ID))
		faults.Add(f)
	}
	var metric *ghg.MetricMismatchError
	if errors.As(err, &metric) {
		return fmt.Errorf("%s: %w", a.of(), metric)
	}
	return nil
}
