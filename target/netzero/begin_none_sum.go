package netzero

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// sum is the check of what was found.
func (j *beginJudge) sum() Check {
	p := j.pledge
	c := Check{ID: CheckBeginNone, Subject: p.String(), Threshold: p.Threshold, Covers: beginCovers, Figures: []Figure{
		count("begun after the pledge", len(j.broken)), count("replacements", len(j.replaced)), count("planned", len(j.planned)),
		count("that do not tell", len(j.unclear)), count("from before the pledge", len(j.old))}}
	c.remark(FindingNewPlant, ghg.Serious, j.broken)
	c.remark(FindingReplacement, ghg.Warning, j.replacedLines)
	c.remark(FindingPlantPlanned, ghg.Warning, j.planned)
	c.remark(FindingNoFacility, ghg.Note, j.unnamed)
	c.remark(FindingYearsWithoutData, ghg.Note, j.gaps)
	if years := j.yearsWithoutData(); len(years) > 0 {
		c.Findings.Add(finding(FindingYearsWithoutData, ghg.Warning, shortList(years), "no record tells of power generation in "+shortList(years),
			shortList(years)+"년에는 발전에 관한 기록이 없습니다"))
	}
	c = j.result(c)
	for _, list := range [][]began{j.broken, j.replacedLines, j.planned, j.unclear, j.unnamed, j.old} {
		for _, b := range list {
			if b.line == nil {
				continue
			}
			if len(c.Lines) >= maxLines {
				c.More++
				continue
			}
			c.Lines = append(c.Lines, Line{*b.line, b.text})
		}
	}
	c.Replacements = j.replaced
	return c
}

// remark notes what was found, one finding each.
func (c *Check) remark(code string, severity ghg.Severity, list []began) {
	for _, b := range list {
		of := ""
		if b.line != nil {
			of = b.line.Period.String()
		}
		c.Findings.Add(finding(code, severity, of, b.text, b.korean))
	}
}

// result is what the pledge comes to, the worst first.
func (j *beginJudge) result(c Check) Check {
	var built []began // replacements that are there
	for i, r := range j.replaced {
		if r.Status == ghg.Actual && !j.replacedLines[i].noStart {
			built = append(built, j.replacedLines[i])
		}
	}
	what, since := "fossil power", j.pledge.Since
	if j.pledge.Kind == BeginNoCoalPower {
		what = "unabated coal power"
	}
	untold := j.untold(since)
	switch {
	case len(j.broken) > 0:
		c.Result, c.Reason = Fail, fmt.Sprintf("%s begins after %s: %s", what, since, texts(j.broken))
	case len(built) > 0 && j.pledge.IfReplaced == ReplacementIsNew:
		c.Result, c.Reason = Fail, fmt.Sprintf("%s begins after %s, where the pledge counts a replacement as a new plant: %s", what, since,
			texts(built))
	case len(j.unclear) > 0:
		return c.cannotTell("whether %s begins after %s is not told: %s", what, since, texts(j.unclear))
	case len(built) > 0 && j.pledge.IfReplaced == ReplacementsNotStated:
		return c.cannotTell("an old plant is replaced, and the pledge does not say whether that is a new one: %s", texts(built))
	case len(j.planned) > 0 || len(j.replaced) > len(built) && j.pledge.IfReplaced != ReplacementIsNotNew:
		c.Result = Warn
		c.Reason = fmt.Sprintf("%s is planned after %s, and in no actual figure: %s", what, since, texts(slices.Concat(j.planned,
			j.replacedLines)))
	case untold != "":
		return c.cannotTell("%s", untold)
	case len(j.unnamed) > 0:
		return c.cannotTell("no facility is named, and a new plant may be in what goes on: %s", texts(j.unnamed))
	default:
		c.Result, c.Reason = Pass, fmt.Sprintf("no %s begins after %s", what, since)
		if len(j.old) > 0 {
			c.Reason += "; what goes on is from before: " + texts(j.old)
		}
		if len(built) > 0 {
			c.Reason += "; replaced, which the pledge counts as no new plant: " + texts(built)
		}
		c.list(j.clean)
	}
	return c
}

func texts(list []began) string {
	out := make([]string, len(list))
	for i, b := range list {
		out[i] = b.text
	}
	return shortList(out)
}
