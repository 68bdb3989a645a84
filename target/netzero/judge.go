package netzero

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// Judge says by records whether a pledge to end something by a day ([EndCoalPower]), or to
// begin none after it ([BeginNoCoalPower], [BeginNoFossilPower]), is kept. Records are
// those of an inventory ([ghg.Inventory.Records]) or of a slice (slices.Values); they are
// of the pledge's place. [Pass] is kept, [Fail] broken ([CheckResult.OfPledge]).
//
// # To end coal power
//
// No record of a period after the last day shows unabated coal power (Powering Past Coal
// Alliance, declaration of 16 November 2017). A record shows coal power where it has an
// amount, its fuel is a coal and its activity is power generation, by the names of the
// tables of this package and the pledge's own.
//
//   - [Fail]: an actual figure shows unabated coal power;
//   - [Warn]: a figure that is not actual shows it;
//   - [Pass]: every period after the day that has records has an actual one of
//     what generates its power, or of a notation key NO, and none is unabated
//     coal. A year without any record is not looked for.
//
// In all other cases the check cannot tell, and lists what is missing: power generation
// that does not name its fuel, or has no amount; coal that does not name its activity; a
// name that no table has; a gas made of coal; a period that the day falls into; no record
// of power generation at all, as what is missing is not 0. Of the references of the GPC,
// I.4.4 is power generation by its definition, and others may hold some; those of another
// scheme say nothing of it, and need their names.
//
// # To begin none
//
// The first record of each facility and fuel ([ghg.Record.Facility]) and the stated
// plants ([Plant]) are held against the day of the pledge, as the package documentation
// says. A plant that takes the place of an old one is among [Check.Replacements], and
// decides only where the pledge says what it makes of one ([Pledge.IfReplaced]).
//
// A pledge that does not stand, and a record of another place, is a [ghg.Fault].
func (p Pledge) Judge(records iter.Seq[ghg.Record]) (Check, error) {
	if p.Kind == EndCoalPower {
		if err := p.Threshold.need(CheckCoalPhaseOut, PhaseOutYear); err != nil {
			return Check{}, err
		}
	}
	faults := p.faults()
	if p.Kind == Reach {
		faults.Refuse(p.of(), "kind", p.Kind.String(), "a level by a year is judged by a series: JudgeReach")
	}
	if year := p.Threshold.LastDay().Year; p.Kind == EndCoalPower && (!p.LastDay.Valid() || p.LastDay.Year != year) {
		faults.Refuse(p.of(), "last day", dayText(p.LastDay), fmt.Sprintf("a day of %d is needed, such as %s", year, p.Threshold.LastDay()))
	}
	names := p.Names.lookup(&faults, p.of())
	if err := faults.Err(); err != nil {
		return Check{}, err
	}
	read, check := p.reader(names)
	n := 0
	if records == nil {
		records = func(func(ghg.Record) bool) {} // no record, as none is in the sequence
	}
	for rec := range records {
		n++
		if !rec.Place.Is(p.Place) {
			return Check{}, ghg.Refusal(fmt.Sprintf("%s, record %d", p.of(), n), "place", string(rec.Place),
				"records of the pledge's place are needed")
		}
		if err := read(rec); err != nil {
			return Check{}, err
		}
	}
	return check(), nil
}

// reader reads the records of a pledge one by one, and sums up what was read.
func (p Pledge) reader(names lookup) (read func(ghg.Record) error, check func() Check) {
	if p.Kind == EndCoalPower {
		r := &coalReader{lookup: names, powerTold: newPowerTold(), lastDay: p.LastDay, abated: p.Abated, unknownNames: map[string]bool{}}
		return func(rec ghg.Record) error { r.read(rec); return nil }, func() Check { return r.check(p) }
	}
	r := &beginReader{lookup: names, powerTold: newPowerTold(), pledge: p, sources: map[source]*generation{}}
	return r.read, r.judgeBeginNone
}

// JudgeReach says by a series of totals whether a pledge to reach a level ([Reach]) is
// kept: by the outcome of its target ([target.Target.Outcome]). Before the due year, and
// of a pledge that states no target, it cannot be told.
func (p Pledge) JudgeReach(series ghg.Yearly, a target.Adjustments) (Check, error) {
	faults := p.faults()
	if p.Kind != Reach {
		faults.Refuse(p.of(), "kind", p.Kind.String(), "it is judged by records: Judge")
	}
	if err := faults.Err(); err != nil {
		return Check{}, err
	}
	c := Check{ID: CheckReach, Subject: p.String(), Threshold: p.Threshold,
		Covers: "the outcome of the target; not whether the target is what the campaign asks for"}
	if p.Target.IsZero() {
		return c.cannotTell("the pledge states no target with a level to reach"), nil
	}
	o, err := p.Target.Outcome(series, a)
	if err != nil {
		return Check{}, err
	}
	c.Reason, c.Findings = o.Reason, o.Findings
	c.sawLevels(p.Target)
	c.Figures = []Figure{amount("allowed", o.Allowable)}
	if v, ok := o.Accountable.Value(); ok {
		c.Figures = append(c.Figures, amount("accountable", v))
	}
	c.Result = map[target.Decision]CheckResult{target.Met: Pass, target.Missed: Fail}[o.Decision]
	return c, nil
}
