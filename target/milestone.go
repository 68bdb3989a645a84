package target

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// Milestone is a level that a target sets for a year between its base year and
// its due year, as a share to cut from the same base. A cut left out is
// refused; a milestone that allows growth has one below zero.
type Milestone struct {
	Year int
	Cut  ghg.Share
}

// String is "45% by 2030".
func (m Milestone) String() string { return fmt.Sprintf("%s by %d", m.Cut, m.Year) }

// FindingMilestoneOrder is the code of a finding on a target: from one of its
// levels to the next, emissions may move away from its due level.
const FindingMilestoneOrder = "milestone-order"

// checkMilestones returns the milestones by year.
func checkMilestones(p *problems, milestones []Milestone, base, due int) []Milestone {
	sorted := slices.Clone(milestones)
	slices.SortStableFunc(sorted, func(a, b Milestone) int { return a.Year - b.Year })
	for i, m := range sorted {
		field := fmt.Sprintf("Milestones (%d)", m.Year)
		if isYear(base) && isYear(due) && (m.Year <= base || m.Year >= due) {
			p.addf(field, m.Year, nil, "a milestone lies between the base year %d and the due year %d", base, due)
		}
		if i > 0 && sorted[i-1].Year == m.Year {
			p.addf(field, m.Year, nil, "one year has one milestone")
		}
		checkCut(p, field, m.Cut)
	}
	return sorted
}

// orderFindings remarks on levels that move away from the due level.
func orderFindings(levels []level) []ghg.Finding {
	var out []ghg.Finding
	base, due := levels[0].co2e.Tonnes(), levels[len(levels)-1].co2e.Tonnes()
	for i := 1; i < len(levels); i++ {
		a, z := levels[i-1], levels[i]
		step := z.co2e.Tonnes().Cmp(a.co2e.Tonnes())
		if step == 0 || step == due.Cmp(base) {
			continue
		}
		out = append(out, ghg.Finding{Code: FindingMilestoneOrder, Severity: ghg.Warning,
			Stated: a.co2e.String(), Found: z.co2e.String(),
			Detail: fmt.Sprintf("the level moves away from the goal between %d (%s) and %d (%s)", a.year, a.co2e, z.year, z.co2e)})
	}
	return out
}
