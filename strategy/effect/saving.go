package effect

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// The codes of findings on a saving.
const (
	FindingFactorOfAnotherYear = "factor-of-another-year" // a frozen factor is used for a year that it is not of
	FindingFactorProjected     = "factor-projected"       // a projection or nowcast stands behind a figure
)

// Saving is change in activity × emission factor, by year. It is immutable; the
// zero Saving has no years.
type Saving struct {
	changes  ActivityChanges
	factors  EmissionFactors
	frozen   int // year of the factor that is held; 0 where it moves
	years    []SavingYear
	findings ghg.Findings
}

// SavingYear is the saving of one year with what it is made of.
type SavingYear struct {
	Change ActivityChange
	Factor EmissionFactor // the one that was used, with its own year
	CO2e   ghg.CO2e
}

// UnitMismatchError says that a change in activity and a factor are not of one
// unit.
type UnitMismatchError struct{ Change, Factor string }

func (e *UnitMismatchError) Error() string {
	return fmt.Sprintf("a change in %.20q does not meet a factor for %.20q: convert one", e.Change, e.Factor)
}

// Moving is the saving with the factor of each year: as the grid gets cleaner,
// a kilowatt-hour saves less. A year without a factor is a
// [*MissingYearError], units that differ are a [*UnitMismatchError]. Factors that
// are projected give a finding.
func Moving(c ActivityChanges, f EmissionFactors) (Saving, error) { return newSaving(c, f, 0) }

// Frozen is the saving with the factor of one year held for all years. Each
// year that is not its own gives a finding.
func Frozen(c ActivityChanges, f EmissionFactors, year int) (Saving, error) {
	if err := checkYear("frozen factor", year); err != nil {
		return Saving{}, err
	}
	return newSaving(c, f, year)
}

func newSaving(c ActivityChanges, f EmissionFactors, frozen int) (Saving, error) {
	switch {
	case c.IsZero():
		return Saving{}, errors.New("no change in activity given: make one with effect.NewActivityChanges")
	case f.IsZero():
		return Saving{}, errors.New("no factors given: make them with effect.NewEmissionFactors")
	case c.def.unit != f.def.unit:
		return Saving{}, &UnitMismatchError{c.def.unit, f.def.unit}
	}
	s := Saving{changes: c, factors: f, frozen: frozen}
	for _, x := range c.def.all {
		of := x.Year
		if frozen != 0 {
			of = frozen
		}
		factor, ok := f.At(of)
		if !ok {
			return Saving{}, &MissingYearError{"factor of " + f.def.name, of}
		}
		co2e, err := factor.PerUnit.Scale(x.Amount)
		if err != nil {
			return Saving{}, fmt.Errorf("saving in %d: %w", x.Year, err)
		}
		s.years = append(s.years, SavingYear{x, factor, co2e})
		s.note(x, factor)
	}
	return s, nil
}

// note keeps what is to be said of a year.
func (s *Saving) note(x ActivityChange, f EmissionFactor) {
	if f.Year != x.Year {
		s.findings.Add(ghg.Finding{Code: FindingFactorOfAnotherYear, Severity: ghg.Warning,
			Stated: fmt.Sprint(f.Year), Found: fmt.Sprint(x.Year),
			Detail: fmt.Sprintf("the factor of %s for %d is used for %d", s.factors.def.name, f.Year, x.Year)})
	}
	if ahead(f.Status) {
		s.findings.Add(ghg.Finding{Code: FindingFactorProjected, Severity: ghg.Note,
			Stated: f.PerUnit.String(), Found: fmt.Sprint(x.Year),
			Detail: fmt.Sprintf("the factor of %s for %d is %s", s.factors.def.name, f.Year, f.Status)})
	}
}

// ahead reports whether a figure is no record of what was.
func ahead(s ghg.Status) bool { return s == ghg.Projected || s == ghg.Nowcast }

// Years yields the savings by year.
func (s Saving) Years() iter.Seq[SavingYear] { return slices.Values(s.years) }

// At is the saving of a year.
func (s Saving) At(year int) (SavingYear, bool) {
	i, ok := slices.BinarySearchFunc(s.years, year, func(x SavingYear, y int) int { return x.Change.Year - y })
	if !ok {
		return SavingYear{}, false
	}
	return s.years[i], true
}

// Findings are remarks on the factors used, by year.
func (s Saving) Findings() ghg.Findings {
	return ghg.Findings{All: slices.Clone(s.findings.All), More: s.findings.More}
}

// Reductions are the savings as reductions of a kind. Verified ones need a
// change and a factor that are actual, and the factor of the year itself.
// Claimed is refused: what is computed is more than said.
func (s Saving) Reductions(kind strategy.Kind) (strategy.Reductions, error) {
	if err := checkKind("saving", kind, strategy.Potential, strategy.Expected, strategy.Implemented, strategy.Verified); err != nil {
		return strategy.Reductions{}, err
	}
	byYear := map[int]ghg.CO2e{}
	for _, x := range s.years {
		if kind == strategy.Verified && (x.Change.Status != ghg.Actual || x.Factor.Status != ghg.Actual || x.Factor.Year != x.Change.Year) {
			return strategy.Reductions{}, fmt.Errorf("saving in %d: verified needs actual figures: the change is %s, the factor is that of %d, %s",
				x.Change.Year, x.Change.Status, x.Factor.Year, x.Factor.Status)
		}
		byYear[x.Change.Year] = x.CO2e
	}
	metric := ghg.Unstated
	if len(s.years) > 0 {
		metric = s.years[0].CO2e.Metric()
	}
	return strategy.NewReductions(kind, metric, byYear)
}

// rule says which factor is used.
func (s Saving) rule() string {
	if s.frozen != 0 {
		return fmt.Sprintf("factor frozen at %d", s.frozen)
	}
	return "factor of each year"
}

// String is the saving as one line.
func (s Saving) String() string {
	if len(s.years) == 0 {
		return "no saving"
	}
	return fmt.Sprintf("%s; %s", s.changes, s.rule())
}

// Explain writes the saving as its arithmetic, a line for each year, and its
// findings.
func (s Saving) Explain() string {
	if len(s.years) == 0 {
		return s.String() + "\n"
	}
	var b explanation
	b.line("saving", "change in activity × factor: %s", s)
	b.line("factors", "%s", s.factors)
	for _, x := range s.years {
		b.line(fmt.Sprint(x.Change.Year), "%s %s (%s) × %s (%d, %s; %s) = %s", x.Change.Amount, s.changes.def.unit, x.Change.Status,
			x.Factor.PerUnit, x.Factor.Year, x.Factor.Status, cmp.Or(x.Factor.Source, "not stated"), x.CO2e)
	}
	for _, f := range s.findings.All {
		b.line(f.Severity.String(), "%s", f)
	}
	return b.String()
}
