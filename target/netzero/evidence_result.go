package netzero

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// named lists documents in a reason.
func (w weighed) named(documents []Document) string {
	texts := make([]string, len(documents))
	for i, d := range documents {
		texts[i] = d.String()
	}
	return shortList(texts)
}

// rest names the documents that show nothing, for the end of a reason.
func (w weighed) rest() string {
	if len(w.aside) == 0 {
		return ""
	}
	return "; from before, and no evidence: " + w.named(w.aside)
}

// nothing is the check where no document shows anything, or none surely does.
func (c Check) nothing(w weighed) Check {
	if len(w.may) > 0 {
		return c.cannotTell("the day decides, and is not known: whether %s shows anything since %s cannot be told%s", w.named(w.may), w.since,
			w.rest())
	}
	return c.cannotTell("what is shown is from before the pledge of %s or from before the criterion, and shows nothing: %s", w.since,
		w.named(c.Documents))
}

// shown judges a criterion that a document meets.
func shown(c Check, w weighed) Check {
	if len(w.show) == 0 {
		return c.nothing(w)
	}
	c.Figures = []Figure{count("documents", len(w.show))}
	c.Result, c.Reason = Pass, "shown by "+w.named(w.show)+w.rest()
	return c
}

// planned judges the day of the first plan. Where days are known to the month or the
// year alone, it passes by the latest and fails by the earliest that they may be.
func planned(c Check, w weighed) Check {
	if len(w.show)+len(w.may) == 0 {
		return c.nothing(w)
	}
	months := int(c.Threshold.Value().IntPart())
	soonest, last := monthsAfter(w.since.First(), months), monthsAfter(w.since.Last(), months)
	until := last.String()
	if soonest != last {
		until = fmt.Sprintf("%s to %s", soonest, last)
	}
	c.Formula = fmt.Sprintf("%s + %d months = %s", w.since, months, until)
	first := append(slices.Clone(w.may), w.show...)[0]
	c.Figures = []Figure{{"first plan after joining", ghg.Undefined("a day is not known"), "days"}}
	if w.since.IsDay() && first.Date.IsDay() {
		c.Figures[0].Value = ghg.RatioOf(whole(int(timeOf(first.Date.First()).Sub(timeOf(w.since.First())).Hours()) / 24))
	}
	plans := "; plans shown since joining: " + w.named(append(slices.Clone(w.may), w.show...))
	inTime := slices.ContainsFunc(w.show, func(d Document) bool { return !soonest.Before(d.Date.Last()) })
	switch {
	case inTime:
		c.Result, c.Reason = Pass, fmt.Sprintf("the first plan shown, of %s, is there by %s", first.Date, until)
	case last.Before(first.Date.First()):
		c.Result, c.Reason = Fail, fmt.Sprintf("the first plan shown is of %s, after %s: %d months from joining", first.Date, until, months)
	default:
		c = c.cannotTell("whether the first plan shown, of %s, is there by %s is for the day to decide, which is not known", first.Date, until)
	}
	c.Reason += plans + w.rest()
	return c
}

// published judges whether there is a report in every full calendar year after
// the year of joining and before the day asked.
func published(c Check, w weighed) Check {
	seen := map[int]bool{}
	for _, d := range w.show {
		seen[d.Date.Year()] = true
	}
	var missing []string
	years, joined := 0, w.since.Year()
	for y := joined + 1; y < w.on.Year; y++ {
		years++
		if !seen[y] {
			missing = append(missing, fmt.Sprint(y))
		}
	}
	c.Formula = fmt.Sprintf("full calendar years from %d to %d with a document", joined+1, w.on.Year-1)
	c.Figures = []Figure{count(fmt.Sprintf("years shown, of %d", years), years-len(missing))}
	switch {
	case years == 0:
		return c.cannotTell("no full calendar year has passed between joining and %s", w.on)
	case len(missing) == years:
		return c.cannotTell("no document is shown for any full year since joining")
	case len(missing) > 0:
		c.Result, c.Reason = Warn, "nothing is shown for "+strings.Join(missing, ", ")
	default:
		c.Result, c.Reason = Pass, "something is shown for every full year since joining"
	}
	return c
}
