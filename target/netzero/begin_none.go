package netzero

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// The codes of findings on a pledge to begin none.
const (
	// FindingNewPlant: generation begins after the pledge.
	FindingNewPlant = "new-plant"
	// FindingPlantPlanned: a plant is planned, or in no actual figure.
	FindingPlantPlanned = "new-plant-planned"
	// FindingReplacement: a plant takes the place of an old one, with its growth.
	FindingReplacement = "replacement"
	// FindingYearsWithoutData: no record tells of power generation in years between
	// those of which some do.
	FindingYearsWithoutData = "years-without-data"
	// FindingNoFacility: records name no facility, so that a new plant may be in a sum.
	FindingNoFacility = "no-facility-named"
)

const beginCovers = "whether generation begins in the boundary after the pledge, by the first record of each facility and fuel; " +
	"not whether an old plant is enlarged on the same fuel, nor plants outside that the place finances"

// began is what was found of one source or plant.
type began struct {
	text, korean string
	line         *ghg.Record
	noStart      bool // whether it has begun is not known
}

// beginJudge sums up what was read.
type beginJudge struct {
	*beginReader
	broken, planned, unclear []began
	unnamed                  []began // go on without a facility's name
	old                      []began
	gaps                     []began         // old ones with years without a record
	replaced                 []Plant         // that take the place of old ones
	replacedLines            []began         // of each of them
	stated                   map[string]bool // facilities that plants were stated for
}

// judgeBeginNone judges a pledge to begin none by records and stated plants.
func (r *beginReader) judgeBeginNone() Check {
	j := &beginJudge{beginReader: r, stated: map[string]bool{}}
	for _, p := range r.pledge.Plants {
		j.plant(p)
	}
	for _, key := range r.order {
		g := r.sources[key]
		if !j.stated[key.facility] || key.facility == "" {
			j.source(g)
		}
	}
	return j.sum()
}

// plant judges a stated plant.
func (j *beginJudge) plant(p Plant) {
	family := classOf(p.Fuel, j.families)
	if family == unnamed {
		family = j.familyOf(p.Name)
	}
	if family == notFossil || j.pledge.Kind == BeginNoCoalPower && (family == oil || family == fossilGas) {
		return
	}
	since := j.pledge.Since
	began := func(en, ko string) began { return began{text: p.String() + ": " + en, korean: p.String() + ": " + ko} }
	planned := p.Status != ghg.Actual
	switch {
	case family == unnamed || family == unknown || family == unsure:
		j.unclear = append(j.unclear, began(lackFuel(family), "연료를 알 수 없습니다"))
	case !p.Began.IsZero() && !since.First().Before(p.Began.Last()):
		j.old = append(j.old, began(fmt.Sprintf("it began in %s, before the pledge", p.Began), fmt.Sprintf("약속 이전인 %s에 시작", p.Began)))
	case p.Began.IsZero() && !planned && j.recorded(p.Name) && len(p.Replaces) == 0:
		return // the records tell
	case p.Began.IsZero() && !planned && j.recorded(p.Name) && !j.onlyAfter(p.Name):
		return // it is from before, or the day decides, as the records tell
	case p.Began.IsZero() && !planned && !j.recorded(p.Name):
		if len(p.Replaces) > 0 {
			j.replace(j.withRecords(p), nil, true)
		}
		j.unclear = append(j.unclear, began("when it began is not stated, and no record tells", "시작한 날을 알 수 없습니다"))
	case !p.Began.IsZero() && !since.Last().Before(p.Began.First()):
		j.unclear = append(j.unclear, began(fmt.Sprintf("it began in %s: whether after the pledge of %s is for the day to decide", p.Began,
			since),
			fmt.Sprintf("%s에 시작: %s의 약속 이후인지는 날짜에 따라 달라집니다", p.Began, since)))
	case len(p.Replaces) > 0:
		j.replace(j.withRecords(p), nil, false)
	case planned:
		j.planned = append(j.planned, began(fmt.Sprintf("it is planned for %s", p.Began), fmt.Sprintf("%s 시작 계획", p.Began)))
	default:
		j.broken = append(j.broken, began(fmt.Sprintf("it began in %s, after the pledge of %s", p.Began, since),
			fmt.Sprintf("%s의 약속 이후인 %s에 시작", since, p.Began)))
	}
	j.stated[foldName(p.Name)] = true
}

// withRecords is a plant that replaces others, with what records say of a year where the
// plants do not.
func (j *beginJudge) withRecords(p Plant) Plant {
	for _, key := range j.order {
		if _, _, after := j.span(j.sources[key]); key.facility == foldName(p.Name) && p.Yearly.IsUnset() && len(after) > 0 {
			p.Yearly = j.sources[key].periods[after[0]].yearly()
		}
	}
	p.Replaces = slices.Clone(p.Replaces)
	for i, old := range p.Replaces {
		for _, key := range j.order {
			if before, _, _ := j.span(j.sources[key]); key.facility == foldName(old.Name) && old.Yearly.IsUnset() && len(before) > 0 {
				p.Replaces[i].Yearly = j.sources[key].periods[before[len(before)-1]].yearly()
			}
		}
	}
	return p
}

func (j *beginJudge) replace(p Plant, line *ghg.Record, noStart bool) {
	t := p.replacing()
	j.replaced = append(j.replaced, p)
	j.replacedLines = append(j.replacedLines, began{t.En, t.Ko, line, noStart})
}

// source judges one facility or category with one family of fuels.
func (j *beginJudge) source(g *generation) {
	before, during, after := j.span(g)
	since := j.pledge.Since
	note := func(to *[]began, line ghg.Record, en, ko string) {
		*to = append(*to, began{text: g.label() + ": " + en, korean: g.label() + ": " + ko, line: &line})
	}
	if len(before)+len(during)+len(after) == 0 {
		note(&j.unclear, g.first, "it names no period", "기간이 없습니다")
		return
	}
	switch {
	case g.facility == "" && len(before)+len(during) > 0 && len(after) > 0 && g.power:
		note(&j.unnamed, g.periods[after[0]].line, "no facility is named, and a new plant may be in what goes on", "시설명이 없어 신규 발전소가 포함될 수 있습니다")
		return
	case len(before) > 0 && len(after) > 0 && g.power:
		en, ko := fmt.Sprintf("its first record, of %s, is from before the pledge", before[0]), fmt.Sprintf("첫 기록(%s)이 약속보다 앞섭니다", before[0])
		if years := g.gaps(); len(years) > 0 {
			en, ko = en+"; none is of "+shortList(years), ko+"; "+shortList(years)+"년 기록은 없습니다"
			j.gaps = append(j.gaps, began{text: g.label() + ": " + en, korean: g.label() + ": " + ko, line: &g.periods[after[0]].line})
		}
		note(&j.old, g.periods[before[0]].line, en, ko)
		return
	case len(before) > 0 || len(after) == 0 && len(during) == 0:
		return
	case len(during) > 0 && g.unsure == "":
		note(&j.unclear, g.periods[during[0]].line,
			fmt.Sprintf("its first record is of %s: whether it began after the pledge of %s is for the day to decide", during[0], since),
			fmt.Sprintf("첫 기록이 %s이므로 %s의 약속 이후인지는 날짜에 따라 달라집니다", during[0], since))
		return
	case len(after) == 0:
		return
	}
	first := g.periods[after[0]]
	old := j.predecessors(g, after[0])
	switch {
	case g.unsure != "":
		note(&j.unclear, first.line, g.unsure, "화석연료 발전인지 알 수 없습니다")
	case len(old) > 0:
		line := first.line
		j.replace(Plant{Name: g.facilityText(), Fuel: g.fuel, Status: line.Status, Yearly: first.yearly(), Replaces: old,
			Source: "records"}, &line, false)
	case !j.coversPledge():
		note(&j.unclear, first.line,
			fmt.Sprintf("its first record is of %s, and none tells of power generation up to the pledge of %s: it may be older",
				after[0], since), fmt.Sprintf("첫 기록은 %s이나 %s의 약속 직전 기록이 없어 더 오래된 시설일 수 있습니다", after[0], since))
	case len(j.gapsBefore()) > 0:
		years := shortList(j.gapsBefore())
		note(&j.unclear, first.line,
			fmt.Sprintf("its first record is of %s, and none tells of power generation in %s, before the pledge: it may be older",
				after[0], years), fmt.Sprintf("첫 기록은 %s이나 약속 이전 %s년의 기록이 없어 더 오래된 시설일 수 있습니다", after[0], years))
	case j.hiddenBefore(g):
		note(&j.unclear, first.line, fmt.Sprintf("its first record is of %s, and earlier ones name no facility or fuel: it may be in them",
			after[0]),
			fmt.Sprintf("첫 기록은 %s이나 그 전 기록에 시설명이나 연료가 없어 포함되어 있었을 수 있습니다", after[0]))
	case first.line.Status != ghg.Actual:
		note(&j.planned, first.line, fmt.Sprintf("its first record is of %s, after the pledge of %s, on a figure that is %s", after[0], since,
			first.line.Status), fmt.Sprintf("첫 기록은 %s의 약속 이후인 %s이나 확정치가 아닙니다", since, after[0]))
	default:
		note(&j.broken, first.line, fmt.Sprintf("its first record, of %s, lies after the pledge of %s%s%s", after[0], since,
			j.gapText(after[0]), j.endedText(after[0])),
			fmt.Sprintf("첫 기록(%s)이 %s의 약속 이후입니다", after[0], since))
	}
}

// label is the facility, or that none is named, with the fuel.
func (g *generation) label() string {
	if g.fuel == "" {
		return g.facilityText()
	}
	return fmt.Sprintf("%s (%s)", g.facilityText(), g.fuel)
}

func (g *generation) facilityText() string {
	if name := strings.TrimSpace(g.name); name != "" {
		return name
	}
	return "no facility, " + g.category
}
