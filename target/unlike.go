package target

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// The codes of findings on what two years have in common.
const (
	// FindingUnlike: a category or gas counts in the base year or in the year asked
	// and not in both. Its amount would pass for a change, so that the figure is no
	// evidence of an achievement.
	FindingUnlike = "years-unlike"
	// FindingPeriods: figures that are compared are not of the same months of their
	// years.
	FindingPeriods = "periods-differ"
)

// unlike compares a figure with those of the base period that the series has, in the
// view of the series; what is not known is not compared.
func (t Target) unlike(series ghg.Yearly, f ghg.YearFigure) []ghg.Unlike {
	var out []ghg.Unlike
	first, last := t.BasePeriod()
	for year := first; year <= last && year != 0; year++ {
		if base, ok := series.At(year); ok && year != f.Year {
			if u := base.Unlike(f); !u.IsZero() {
				out = append(out, u)
			}
		}
	}
	return out
}

// unlikeFinding is one finding on what a figure and the base do not have in common.
func unlikeFinding(year int, all []ghg.Unlike) ghg.Finding {
	var texts, stated, found []string
	const most = 3
	for i, u := range all {
		if i == most {
			texts = append(texts, fmt.Sprintf("and so %d more years", len(all)-most))
		}
		if i >= most {
			continue
		}
		texts = append(texts, u.String())
		first, second := u.Amounts()
		if len(u.OnlyFirst) > 0 {
			stated = append(stated, first.String())
		}
		if len(u.OnlySecond) > 0 {
			found = append(found, second.String())
		}
	}
	return ghg.Finding{Code: FindingUnlike, Severity: ghg.Serious, Of: strconv.Itoa(year), Stated: strings.Join(stated, "; "),
		Found: strings.Join(found, "; "),
		Detail: fmt.Sprintf("the base year and %d do not count the same: %s; what one of them leaves out is no change of emissions, "+
			"and the figure is no evidence of an achievement", year, strings.Join(texts, "; "))}
}

// periodFinding remarks on a figure of other months of its year than the base, or
// than the calendar year that a target means if the series has no base.
func (t Target) periodFinding(series ghg.Yearly, f ghg.YearFigure) (ghg.Finding, bool) {
	base, what := ghg.CalendarYear(f.Year), "the target counts years"
	if first, last := t.BasePeriod(); first != 0 {
		for year := first; year <= last; year++ {
			if b, ok := series.At(year); ok {
				base, what = b.Period, "the base is of "+b.Period.String()
				if !b.Period.SamePart(f.Period) {
					break
				}
			}
		}
	}
	if base.SamePart(f.Period) {
		return ghg.Finding{}, false
	}
	return ghg.Finding{Code: FindingPeriods, Severity: ghg.Warning, Of: strconv.Itoa(f.Year), Stated: base.String(), Found: f.Period.String(),
		Detail: fmt.Sprintf("%s, and the figure is of %s: the months between them are in neither, or in both", what, f.Period)}, true
}
