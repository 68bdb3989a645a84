package netzero

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// The codes of findings on checks of a target.
const (
	// FindingOnlyDueYear: the target sets a level for its due year alone. What lies
	// before it is not seen: zero in 2050 passes whatever is emitted in 2049.
	FindingOnlyDueYear = "only-due-year"
	// FindingRatesDiffer: the rate to a later level of the target would come to
	// another result than that to its first level, which is judged.
	FindingRatesDiffer = "rates-differ"
)

// yearLevel is a level that a target sets.
type yearLevel struct {
	year  int
	level ghg.CO2e
}

// levelsOf are the levels of a target by year: milestones, and the due year last.
func levelsOf(t target.Target) []yearLevel {
	var out []yearLevel
	for year, level := range t.Limits() {
		out = append(out, yearLevel{year, level})
	}
	return out
}

// sawLevels says so where a check of a target sees its due year alone.
func (c *Check) sawLevels(t target.Target) {
	if len(levelsOf(t)) != 1 {
		return
	}
	c.Findings.Add(ghg.Finding{Code: FindingOnlyDueYear, Severity: ghg.Note, Of: strconv.Itoa(t.Due()),
		Detail: fmt.Sprintf("the target sets a level for %d alone and has no milestone: what is emitted before is not seen", t.Due())})
}

// levelsText names the years that a target sets levels for, with the levels.
func levelsText(t target.Target) string {
	var out []string
	for _, l := range levelsOf(t) {
		out = append(out, fmt.Sprintf("%d (%s)", l.year, l.level))
	}
	return strings.Join(out, ", ")
}
