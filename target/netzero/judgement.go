package netzero

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// Judgement says whether a pledge is kept, and what shows it. The zero Judgement is
// [Undecided].
type Judgement struct {
	Pledge Pledge
	Status Status
	// Check is what the status follows from: [Pass] is kept, [Fail] broken.
	Check Check
	// Replacements are plants that take the place of old ones, with their growth.
	Replacements []Replacement
}

// String is the judgement in one line.
func (j Judgement) String() string {
	if j.Pledge.Place == "" {
		return "no judgement"
	}
	return fmt.Sprintf("%s: %s: %s", j.Pledge, j.Status, j.Check.Reason)
}

// Explain writes the judgement with its check.
func (j Judgement) Explain() string { return j.String() + "\n\n" + j.Check.Explain() }

// Judge says by records whether a pledge to end something by a day ([EndBy]), or to
// begin none after it ([BeginNone]), is kept. Records are those of an inventory
// ([ghg.Inventory.Records]) or of a slice (slices.Values); they are of the pledge's place.
//
// An [EndBy] is judged as [CoalPhaseOut] does. A [BeginNone] looks for the first record of
// each facility and fuel ([ghg.Record.Facility]; where no facility is named, of each
// category and fuel) with an amount of power from the subject:
//
//   - [Broken]: an actual one lies after the pledge, or a stated plant ([Plant]) began
//     after it, and the records tell of power generation right up to the pledge without
//     it. It takes the place of no old one;
//   - [Kept]: every period after the pledge that has records tells what generates power,
//     by actual figures; no facility begins, and all that go on are named.
//
// In all other cases it cannot be told. A gap in the records before the year of the pledge,
// or right before the pledge, leaves open whether a facility is new; a first record in the period that the pledge falls in
// leaves it to the day; years between of which no record tells are named
// ([FindingYearsWithoutData]). A plant that takes the place of an old one, or another fuel
// in a facility, is stated apart with its growth ([Replacement]), and decides only where
// the pledge says what it makes of one ([Pledge.Replacements]).
//
// A pledge that does not stand, and a record of another place, is a [ghg.Fault].
func (p Pledge) Judge(records iter.Seq[ghg.Record]) (Judgement, error) {
	faults := p.faults()
	if p.Kind == Reach {
		faults.Refuse(p.of(), "kind", p.Kind.String(), "a level by a year is judged by a series: JudgeReach")
	}
	names := p.Names.lookup(&faults, p.of())
	if err := faults.Err(); err != nil {
		return Judgement{}, err
	}
	if p.Kind == EndBy {
		c, err := CoalPhaseOut(p.coal(), records)
		return Judgement{Pledge: p, Status: statusOf(c.Result), Check: c}, err
	}
	r := &beginReader{lookup: names, pledge: p, sources: map[source]*generation{}, told: map[ghg.Period]bool{}, after: map[ghg.Period]bool{}}
	if records == nil {
		records = func(func(ghg.Record) bool) {}
	}
	for rec := range records {
		if !rec.Place.Is(p.Place) {
			return Judgement{}, ghg.Refusal(fmt.Sprintf("%s, record %d", p.of(), r.records+1), "place", string(rec.Place),
				"records of the pledge's place are needed")
		}
		if err := r.read(rec); err != nil {
			return Judgement{}, err
		}
	}
	return r.judgeBeginNone(), nil
}

// coal is a pledge to end coal power as [CoalPhaseOut] takes it.
func (p Pledge) coal() CoalPledge {
	return CoalPledge{Place: p.Place, Threshold: p.Threshold, LastDay: p.LastDay, Abated: p.Abated, Names: p.Names}
}

// AsPledge is the promise as a pledge, made on a day that may be known to the month or
// the year alone.
func (p CoalPledge) AsPledge(since ghg.When) Pledge {
	return Pledge{Place: p.Place, Kind: EndBy, Subject: CoalPower, Since: since, Campaign: PoweringPastCoal, Threshold: p.Threshold,
		LastDay: p.LastDay, Abated: p.Abated, Names: p.Names}
}

// JudgeReach says by a series of totals whether a pledge to reach a level ([Reach]) is
// kept: by the outcome of its target ([target.Target.Outcome]). Before the due year, and
// of a pledge that states no target, it cannot be told.
func (p Pledge) JudgeReach(series ghg.Yearly, a target.Adjustments) (Judgement, error) {
	faults := p.faults()
	if p.Kind != Reach {
		faults.Refuse(p.of(), "kind", p.Kind.String(), "it is judged by records: Judge")
	}
	if err := faults.Err(); err != nil {
		return Judgement{}, err
	}
	j := Judgement{Pledge: p, Check: Check{ID: CheckReach, Subject: p.String(), Threshold: p.Threshold,
		Covers: "the outcome of the target; not whether the target is what the campaign asks for"}}
	if p.Target.IsZero() {
		j.Check = j.Check.cannotTell("the pledge states no target with a level to reach")
		return j, nil
	}
	o, err := p.Target.Outcome(series, a)
	if err != nil {
		return Judgement{}, err
	}
	j.Check.Reason, j.Check.Findings = o.Reason, o.Findings
	j.Check.sawLevels(p.Target)
	j.Check.Figures = []Figure{amount("allowed", o.Allowable)}
	if v, ok := o.Accountable.Value(); ok {
		j.Check.Figures = append(j.Check.Figures, amount("accountable", v))
	}
	j.Check.Result = map[target.Decision]CheckResult{target.Met: Pass, target.Missed: Fail}[o.Decision]
	j.Status = statusOf(j.Check.Result)
	return j, nil
}

// sum is the judgement of what was found.
func (j *beginJudge) sum() Judgement {
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
	return Judgement{Pledge: p, Status: statusOf(c.Result), Check: c, Replacements: slices.Clone(j.replaced)}
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
		if r.Status == ghg.Actual && !r.noStart {
			built = append(built, j.replacedLines[i])
		}
	}
	var silentPeriods, soft []string
	for p := range j.after {
		if final, any := j.told[p]; !any {
			silentPeriods = append(silentPeriods, p.String())
		} else if !final {
			soft = append(soft, p.String())
		}
	}
	slices.Sort(silentPeriods)
	slices.Sort(soft)
	what, since := j.pledge.Subject.Name().En, j.pledge.Since
	switch {
	case len(j.broken) > 0:
		c.Result, c.Reason = Fail, fmt.Sprintf("%s begins after %s: %s", what, since, texts(j.broken))
	case len(built) > 0 && j.pledge.Replacements == ReplacementIsNew:
		c.Result, c.Reason = Fail, fmt.Sprintf("%s begins after %s, where the pledge counts a replacement as a new plant: %s", what, since,
			texts(built))
	case len(j.unclear) > 0:
		return c.cannotTell("whether %s begins after %s is not told: %s", what, since, texts(j.unclear))
	case len(built) > 0 && j.pledge.Replacements == ReplacementsNotStated:
		return c.cannotTell("an old plant is replaced, and the pledge does not say whether that is a new one: %s", texts(built))
	case len(j.planned) > 0 || len(j.replaced) > len(built) && j.pledge.Replacements != ReplacementIsNotNew:
		c.Result = Warn
		c.Reason = fmt.Sprintf("%s is planned after %s, and in no actual figure: %s", what, since, texts(slices.Concat(j.planned,
			j.replacedLines)))
	case len(j.after) == 0:
		return c.cannotTell("no record is of a period after %s", since)
	case len(silentPeriods) > 0:
		return c.cannotTell("no record says what generates power, or that nothing does, in %s: what is missing is not 0",
			shortList(silentPeriods))
	case len(soft) > 0:
		return c.cannotTell("the records of power generation in %s are not all actual figures: no evidence of an achievement", shortList(soft))
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
