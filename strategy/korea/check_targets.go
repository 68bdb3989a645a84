package korea

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// mixedEnds are what is said of a rate between two ends that count different things.
var mixedEnds = struct{ neither, beside, additional, twice words.Term }{
	neither: words.Term{En: "the base counts %s and the target %s: the rate is the cut of neither",
		Ko: "기준배출량은 %s, 목표배출량은 %s 기준: 감축률은 어느 쪽의 감축도 아님"},
	beside: words.Term{En: "the base counts %s and the target %s, as the guideline has it: the rate is the cut of neither; " +
		"%s to %[2]s it is %[4]s", Ko: "기준배출량은 %s, 목표배출량은 %s 기준(지침의 방식): 감축률은 어느 쪽의 감축도 아님; %s 대 %[2]s 감축률은 %[4]s"},
	additional: words.Term{En: "in %d the rate is given with additional reductions alone: " +
		"they never enter the rate of the plan, which is that of %s",
		Ko: "%d년 감축률이 추가감축을 포함한 값만 있음: 추가감축은 계획의 감축률에 넣지 않으며, 감축률은 %s 기준"},
	twice: words.Term{En: "%s has another row for %d: %s", Ko: "%s: %d년 행이 또 있음(%s)"},
}

// ends remarks on a rate between ends that count different things. A gross base with a net
// target is what the guideline prescribes: a note, with the rate on one basis beside it.
func (c *checker) ends(row int, t ReductionTarget) {
	if !t.IsMixed() || t.BaseCounts == (Label{}) || t.YearCounts == (Label{}) {
		return
	}
	f := ghg.Finding{Code: FindingMixedEnds, Severity: ghg.Warning, Of: ReductionTargetsTable.row(row), Stated: t.Rate().Percent(ratePlaces)}
	if t.IsGrossToNet() {
		f.Severity = ghg.Note
	}
	base, year := t.BaseCounts.term(), t.YearCounts.term()
	if like := t.RateOnOneBasis(); like.IsDefined() {
		f.Found = like.Percent(ratePlaces)
		f = f.Said(mixedEnds.beside, base, year, year, f.Found)
	} else {
		f = f.Said(mixedEnds.neither, base, year)
	}
	c.findings.Add(f)
}

// headline remarks on years whose rate is given with additional reductions alone.
func (c *checker) headline() {
	managed := map[int]bool{}
	for _, t := range c.ReductionTargets {
		if t.Level == OverallTarget && t.Boundary != ManagementAndAdditional {
			managed[t.Year] = true
		}
	}
	for i, t := range c.ReductionTargets {
		if t.Level == OverallTarget && t.Boundary == ManagementAndAdditional && t.Rate().IsDefined() && !managed[t.Year] {
			c.findings.Add(ghg.Finding{Code: FindingNoHeadline, Severity: ghg.Warning, Of: ReductionTargetsTable.row(i + 1),
				Stated: t.Rate().Percent(ratePlaces)}.Said(mixedEnds.additional, t.Year, ManagementAuthority.Label().term()))
		}
	}
}

// forecast notes rows that stand twice.
func (c *checker) forecast() {
	type of struct {
		scenario     Scenario
		sector, part string
		year         int
	}
	seen := map[of]bool{}
	for i, f := range c.EmissionsForecast {
		k := of{f.Scenario, f.Sector.In(words.Korean), f.SubSector.In(words.Korean), f.Year}
		if seen[k] {
			name := strings.TrimSpace(fmt.Sprint(k.sector, " ", k.part))
			c.findings.Add(ghg.Finding{Code: FindingDuplicateRow, Severity: ghg.Serious, Of: EmissionsForecastTable.row(i + 1)}.
				Said(mixedEnds.twice, f.Scenario.Label().term(), f.Year, name))
		}
		seen[k] = true
	}
}
