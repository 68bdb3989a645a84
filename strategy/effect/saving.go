package effect

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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
	changes  ghg.Years[ghg.Quantity]
	factors  ghg.Factors
	frozen   int // year of the factor that is held; 0 where it moves
	years    []SavingYear
	findings ghg.Findings
}

// SavingYear is the saving of one year with what it is made of.
type SavingYear struct {
	// Change is by how much activity is lower than without the action: above 0
	// where it falls, and below where it rises.
	Change ghg.OfYear[ghg.Quantity]
	// Factor is the one that was used, with its own year; 0 where it holds in all.
	Factor ghg.Factor
	CO2e   ghg.CO2e
}

// Moving is the saving with the factor of each year: as the grid gets cleaner,
// a kilowatt-hour saves less. A change is above 0 where activity falls. A year
// without a factor is a [*ghg.NoFigureError], a unit that does not convert to that
// of the factors a [*ghg.UnitMismatchError]; factors of gases are
// [ghg.ErrFactorsByGas]. Factors that are projected give a finding.
func Moving(change ghg.Years[ghg.Quantity], f ghg.Factors) (Saving, error) {
	return newSaving(change, f, 0)
}

// Frozen is the saving with the factor of one year held for all years. Each
// year that is not its own gives a finding.
func Frozen(change ghg.Years[ghg.Quantity], f ghg.Factors, year int) (Saving, error) {
	if err := ghg.CheckYear("frozen factor", year); err != nil {
		return Saving{}, err
	}
	return newSaving(change, f, year)
}

func newSaving(change ghg.Years[ghg.Quantity], f ghg.Factors, frozen int) (Saving, error) {
	var faults ghg.Faults
	if change.Len() == 0 {
		faults.Refuse("saving", "change in activity", "", "none given: make a series of quantities with ghg.NewYears")
	}
	if f.IsZero() {
		faults.Refuse("saving", "factors", "", ghg.ErrNoFactors.Error())
	}
	if err := faults.Err(); err != nil {
		return Saving{}, err
	}
	s := Saving{changes: change, factors: f, frozen: frozen}
	for x := range change.All() {
		co2e, factor, err := f.For(cmp.Or(frozen, x.Year), x.Value)
		if err != nil {
			return Saving{}, fmt.Errorf("saving in %d: %w", x.Year, err)
		}
		s.years = append(s.years, SavingYear{x, factor, co2e})
		s.note(x.Year, factor)
	}
	return s, nil
}

// note keeps what is to be said of a year.
func (s *Saving) note(year int, f ghg.Factor) {
	of := fmt.Sprint(year)
	if !isOf(f, year) {
		s.findings.Add(ghg.Finding{Code: FindingFactorOfAnotherYear, Severity: ghg.Warning, Of: of, Stated: fmt.Sprint(f.Year), Found: of,
			Detail: fmt.Sprintf("the factor of %s is that of %d", s.factors.Of(), f.Year)})
	}
	if ahead(f.Status) {
		s.findings.Add(ghg.Finding{Code: FindingFactorProjected, Severity: ghg.Note, Of: of, Stated: f.CO2e.String(), Found: of,
			Detail: fmt.Sprintf("the factor of %s for %s is %s", s.factors.Of(), when(f), f.Status)})
	}
}

// isOf reports whether a factor holds in a year.
func isOf(f ghg.Factor, year int) bool { return f.Year == 0 || f.Year == year }

// when is the year of a factor.
func when(f ghg.Factor) string {
	if f.Year == 0 {
		return "all years"
	}
	return fmt.Sprint(f.Year)
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
	var faults ghg.Faults
	refuseKind(&faults, "saving", kind, strategy.Potential, strategy.Expected, strategy.Implemented, strategy.Verified)
	byYear := map[int]ghg.CO2e{}
	for _, x := range s.years {
		year := x.Change.Year
		if kind == strategy.Verified && (x.Change.Status != ghg.Actual || x.Factor.Status != ghg.Actual || !isOf(x.Factor, year)) {
			faults.Refuse(fmt.Sprintf("saving %d", year), "kind", kind.String(),
				fmt.Sprintf("actual figures are needed: the change is %s, the factor is that of %s, %s",
					x.Change.Status, when(x.Factor), x.Factor.Status))
		}
		byYear[year] = x.CO2e
	}
	if err := faults.Err(); err != nil {
		return strategy.Reductions{}, err
	}
	metric := s.factors.Metric()
	if metric.IsZero() {
		metric = ghg.Unstated
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
	var b words.Rows
	b.Row("saving", "change in activity × factor: %s", s)
	b.Row("factors", "%s", s.factors)
	for _, x := range s.years {
		b.Row(fmt.Sprint(x.Change.Year), "%s (%s) × %s per %s (%s, %s; %s) = %s", x.Change.Value, x.Change.Status,
			x.Factor.CO2e, s.factors.Per(), when(x.Factor), x.Factor.Status, x.Factor.Source, x.CO2e)
	}
	for _, f := range s.findings.All {
		b.Row(f.Severity.String(), "%s", f)
	}
	return b.String()
}
