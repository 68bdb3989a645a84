package netzero

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// gapText names the years right before a period of which no record tells.
func (j *beginJudge) gapText(p ghg.Period) string {
	var before []string
	for _, y := range j.yearsWithoutData() {
		if y < fmt.Sprint(p.Start().Year) {
			before = append(before, y)
		}
	}
	if len(before) == 0 {
		return ""
	}
	return "; no record tells of power generation in " + shortList(before)
}

// endedText names facilities from before the pledge that end before a period: a plant
// may take the place of one, which the records cannot tell.
func (j *beginJudge) endedText(begins ghg.Period) string {
	var ended []string
	for _, key := range j.order {
		o := j.sources[key]
		before, during, after := j.span(o)
		all := slices.Concat(before, during, after)
		if key.facility == "" || !o.power || len(before)+len(during) == 0 || !all[len(all)-1].End().Before(begins.Start()) {
			continue
		}
		ended = append(ended, fmt.Sprintf("%s, last recorded in %s", o.label(), all[len(all)-1]))
	}
	if len(ended) == 0 {
		return ""
	}
	return "; whether it takes the place of " + shortList(ended) + ", a Plant can state"
}

// predecessors are the generation from other fuels that this one may take the place of:
// in the same facility, or, where none is named, what ends or falls as this begins. What
// each emitted is that of its last period before it.
func (j *beginJudge) predecessors(g *generation, begins ghg.Period) (old []Plant) {
	for _, key := range j.order {
		o := j.sources[key]
		if o == g || key.facility != g.facility || !o.power || o.unsure != "" || o.family == g.family {
			continue
		}
		before, during, after := j.span(o)
		if len(before)+len(during) == 0 {
			continue
		}
		earlier := slices.DeleteFunc(slices.Concat(before, during, after), func(p ghg.Period) bool { return !p.End().Before(begins.Start()) })
		if len(earlier) == 0 || g.facility == "" && !o.falls(earlier[len(earlier)-1], begins) {
			continue
		}
		old = append(old, Plant{Name: o.facilityText(), Fuel: o.fuel, Yearly: o.periods[earlier[len(earlier)-1]].yearly(), Source: "records"})
	}
	return old
}

// falls reports whether a source ends, or emits less, in a later period than in an
// earlier one; where no amount tells, it may.
func (g *generation) falls(earlier, later ghg.Period) bool {
	was, is := g.periods[earlier].yearly(), g.periods[later].yearly()
	step, err := is.Cmp(was)
	return was.IsUnset() || is.IsUnset() || err != nil || step < 0
}

// hiddenBefore reports whether earlier records of power generation may hold the source,
// as they name no facility, or no fuel.
func (j *beginJudge) hiddenBefore(g *generation) bool {
	for _, key := range j.order {
		o := j.sources[key]
		before, during, _ := j.span(o)
		if o == g || !o.power || len(before)+len(during) == 0 { // what may be power elsewhere is no plant
			continue
		}
		sameFacility := key.facility == g.facility
		unknownFuel := o.unsure != "" && (key.facility == "" || sameFacility)
		if unknownFuel || key.facility == "" && g.facility != "" && key.family == g.family {
			return true
		}
	}
	return false
}

// recorded reports whether records tell of power from a facility.
func (j *beginJudge) recorded(facility string) bool { return j.familyOf(facility) != unnamed }

// onlyAfter reports whether they do so after the pledge alone.
func (j *beginJudge) onlyAfter(facility string) bool {
	for _, key := range j.order {
		if before, during, _ := j.span(j.sources[key]); key.facility == foldName(facility) && len(before)+len(during) > 0 {
			return false
		}
	}
	return true
}

// familyOf is the fuel that records name for a facility, where they name one of the
// subject.
func (j *beginJudge) familyOf(facility string) class {
	for _, key := range j.order {
		if key.facility == foldName(facility) && j.sources[key].power && j.sources[key].unsure == "" {
			return key.family
		}
	}
	return unnamed
}
