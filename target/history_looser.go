package target

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// FindingRevisionLooser is the code of a finding on a history: a revision allows more,
// in a year that both versions answer for, than the version before it.
const FindingRevisionLooser = "revision-looser"

// Findings are remarks on the versions: a revision, or a plan that superseded another
// in the same view and metric, that is looser than the version before it
// ([FindingRevisionLooser]), and one on another basis than it seems
// ([FindingBasisMoves], [FindingBaseToldAnew]). A recalculation moves the levels
// with the base, and is none.
func (h History) Findings() ghg.Findings {
	var out ghg.Findings
	all := h.versions()
	for i := 1; i < len(all); i++ {
		v, before := all[i], all[i-1]
		if f, ok := v.basisFinding(); ok {
			out.Add(f)
		}
		if f, ok := v.partsFinding(); ok {
			out.Add(f)
		}
		if v.Kind != VersionRevised && v.Kind != VersionSuperseding {
			continue
		}
		what := "revision"
		if v.Kind == VersionSuperseding {
			what = "plan"
		}
		stated, found, text := looser(before.Target, v.Target)
		if len(text) == 0 {
			continue
		}
		out.Add(ghg.Finding{Code: FindingRevisionLooser, Severity: ghg.Warning, Of: v.of(),
			Stated: stated, Found: found,
			Detail: fmt.Sprintf("the %s of %s allows more than version %d did: %s", what, v.Change.Date, before.Number, strings.Join(text, "; "))})
	}
	return out
}

// looser compares two targets in every year that one of them sets a level for and the
// other has one for too, or a straight line through the year; with the first values.
func looser(old, now Target) (stated, found string, text []string) {
	if a, ok := old.Goal().(RollingBaseYear); ok {
		if b, ok := now.Goal().(RollingBaseYear); ok && a.Every == b.Every && b.Cut.Cmp(a.Cut) < 0 {
			return a.Cut.String(), b.Cut.String(), []string{fmt.Sprintf("a cut of %s in place of %s", b.Cut, a.Cut)}
		}
		return "", "", nil
	}
	if !meet(old.Basis(), now.Basis()) {
		return "", "", nil
	}
	years := map[int]bool{}
	for _, t := range []Target{old, now} {
		for year := range t.Limits() {
			years[year] = true
		}
	}
	for year := ghg.FirstYear; year <= ghg.LastYear; year++ {
		if !years[year] {
			continue
		}
		a, errA := old.inYear(year)
		b, errB := now.inYear(year)
		if errA != nil || errB != nil || b.Tonnes().LessThanOrEqual(a.Tonnes()) {
			continue
		}
		if len(text) == 0 {
			stated, found = a.String(), b.String()
		}
		text = append(text, fmt.Sprintf("%s in %d in place of %s", b, year, a))
	}
	return stated, found, text
}

// inYear is the level of a year, or where the straight line stands in it; after the due
// year the level of that stays.
func (t Target) inYear(year int) (ghg.CO2e, error) {
	if len(t.def.levels) > 0 && year > t.Due() {
		return t.Limit(t.Due())
	}
	return t.Pathway(Linear, year)
}
