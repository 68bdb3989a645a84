package target

import (
	"cmp"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// The codes of findings on the path of a plan.
const (
	// FindingPathMisses: the plan's own path lies above a level of the target
	// that it is named for.
	FindingPathMisses = "path-misses-level"
	// FindingPathEnds: the plan's path has no figure for a year that the target
	// sets a level for.
	FindingPathEnds = "path-without-level-year"
)

// CheckPath says whether the path of a plan still meets the target that it is
// named for: plans are updated, and their names stay. The path is a series of
// projected figures, as the plan's model gives them; for each year that
// the target sets a level for, a figure above it is a Serious finding, and a
// missing one a Warning. Without findings the target is met by its path. A
// path of another place, view or metric is a [*ghg.MismatchError].
func (t Target) CheckPath(path ghg.Yearly) (ghg.Findings, error) {
	if err := t.Match(path); err != nil {
		return ghg.Findings{}, err
	}
	if len(t.def.levels) == 0 {
		return ghg.Findings{}, t.noLimit(t.Due())
	}
	var out ghg.Findings
	for year, level := range t.Limits() {
		f, ok := path.At(year)
		switch {
		case !ok:
			out.Add(ghg.Finding{Code: FindingPathEnds, Severity: ghg.Warning, Of: t.of(), Stated: level.String(),
				Detail: fmt.Sprintf("it sets a level for %d, %s, and the path has no figure for that year", year, level)})
		case f.CO2e.Tonnes().GreaterThan(level.Tonnes()):
			over, err := f.CO2e.Sub(level)
			if err != nil {
				return ghg.Findings{}, err
			}
			out.Add(ghg.Finding{Code: FindingPathMisses, Severity: ghg.Serious, Of: t.of(), Stated: level.String(), Found: f.CO2e.String(),
				Detail: fmt.Sprintf("it sets %s for %d, and its own path (%s) comes to %s: %s above",
					level, year, cmp.Or(f.Source, "not stated"), f.CO2e, over)})
		}
	}
	return out, nil
}
