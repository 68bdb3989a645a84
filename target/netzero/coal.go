package netzero

import (
	"fmt"
	"slices"
	"strings"
)

// coalCovers is what the check looks at of what members of the alliance
// promise.
const coalCovers = "one promise of the Powering Past Coal Alliance: existing unabated coal power is phased out in the boundary. " +
	"Not covered: no new unabated coal power stations, limits on financing them, and electricity that is bought from outside"

// check sums up what was read.
func (r *coalReader) check(p Pledge) Check {
	c := Check{ID: CheckCoalPhaseOut, Subject: fmt.Sprintf("%s, after %s", p.Place, p.LastDay), Threshold: p.Threshold, Covers: coalCovers,
		Figures: []Figure{count("records of unabated coal power after the last day", r.unabated.n()),
			count("records that do not tell", r.unclear.n()), count("records of unabated coal power up to the last day", r.before)}}
	untold := r.untold(p.LastDay)
	switch {
	case r.unabated.n() > 0:
		c.Result, c.Reason = Fail, fmt.Sprintf("unabated coal power after %s, in %s", p.LastDay, plural(r.unabated.n(), "record"))
		c.list(r.unabated, r.unclear)
	case r.unclear.n() > 0:
		c = c.cannotTell("whether there is unabated coal power is not told by %s%s", plural(r.unclear.n(), "record"), r.unknownText())
		c.list(r.projected, r.unclear)
	case r.projected.n() > 0:
		c.Result = Warn
		c.Reason = fmt.Sprintf("unabated coal power after %s, in %s, but in no actual figure", p.LastDay, plural(r.projected.n(), "record"))
		c.list(r.projected)
	case untold != "":
		c = c.cannotTell("%s", untold)
		c.list(r.clean)
	default:
		c.Result = Pass
		c.Reason = fmt.Sprintf("no record after %s shows unabated coal power; what generates power is told by %s",
			p.LastDay, plural(r.clean.n(), "record"))
		c.list(r.clean)
	}
	return c
}

// list shows the records behind a result.
func (c *Check) list(groups ...lines) {
	for _, g := range groups {
		c.Lines = append(c.Lines, g.kept...)
		c.More += g.more
	}
}

func (r *coalReader) unknownText() string {
	if len(r.unknownNames) == 0 {
		return ""
	}
	var names []string
	for n := range r.unknownNames {
		names = append(names, n)
	}
	slices.Sort(names)
	return "; names in no table: " + shortList(names) + " (the pledge's Names can say what they are)"
}

// shortList joins the first few of many texts.
func shortList(texts []string) string {
	const most = 20
	if len(texts) > most {
		return fmt.Sprintf("%s and %d more", strings.Join(texts[:most], ", "), len(texts)-most)
	}
	return strings.Join(texts, ", ")
}
