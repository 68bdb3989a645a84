package netzero

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// CoalPledge is a promise to phase out unabated coal power.
type CoalPledge struct {
	Place ghg.PlaceID // whose boundary the records are of
	// Threshold is a [PhaseOutYear]: a row of the table, or the place's own date
	// made with [NewThreshold].
	Threshold Threshold
	// LastDay is the last day on which unabated coal power may run, within the
	// threshold's year; [Threshold.LastDay] is the end of it.
	LastDay ghg.Date
	// Abated is the tag of records whose emissions are those of abated
	// generation, such as "ccs"; "" where there is none. Unabated means without
	// technology that substantially reduces the CO2, such as carbon capture and
	// storage.
	Abated string
	// Names are the place's own names of fuels and activities.
	Names Names
}

// coalCovers is what the check looks at of what members of the alliance
// promise.
const coalCovers = "one promise of the Powering Past Coal Alliance: existing unabated coal power is phased out in the boundary. " +
	"Not covered: no new unabated coal power stations, limits on financing them, and electricity that is bought from outside"

// CoalPhaseOut checks that no record of a period after the last day of a
// pledge shows unabated coal power (Powering Past Coal Alliance, declaration of
// 16 November 2017). Records are those of an inventory ([ghg.Inventory.Records])
// or of a slice (slices.Values); they are of the pledge's place. A record shows
// coal power where it has an amount, its fuel is a coal and its activity is
// power generation, by the names of the tables of this package and the
// pledge's own.
//
//   - [Fail]: an actual figure shows unabated coal power;
//   - [Warn]: a figure that is not actual shows it;
//   - [Pass]: every period after the day that has records has an actual one of
//     what generates its power, or of a notation key NO, and none is unabated
//     coal. A year without any record is not looked for.
//
// In all other cases the check cannot tell, and lists what is missing: power
// generation that does not name its fuel, or has no amount; coal that does not
// name its activity; a name that no table has; a gas made of coal; a period
// that the day falls into; no record of power generation at all, as what is
// missing is not 0. Of the references of the GPC, I.4.4 is power generation by
// its definition, and others may hold some; those of another scheme say nothing
// of it, and need their names. A pledge that does not stand, and a record of
// another place, is a [ghg.Fault].
func CoalPhaseOut(p CoalPledge, records iter.Seq[ghg.Record]) (Check, error) {
	reader, err := p.reader()
	if err != nil {
		return Check{}, err
	}
	if records == nil {
		records = func(func(ghg.Record) bool) {} // no record, as none is in the sequence
	}
	for r := range records {
		if !r.Place.Is(p.Place) {
			return Check{}, ghg.Refusal(fmt.Sprintf("%s, record %d", p.of(), reader.records+1), "place", string(r.Place),
				"records of the pledge's place are needed")
		}
		reader.read(r)
	}
	return reader.check(p), nil
}

// of is the pledge in messages.
func (p CoalPledge) of() string { return "coal pledge of " + words.Quote(string(p.Place)) }

func (p CoalPledge) reader() (*coalReader, error) {
	if err := p.Threshold.need(CheckCoalPhaseOut, PhaseOutYear); err != nil {
		return nil, err
	}
	var faults ghg.Faults
	if p.Place == "" || len(p.Place) > maxText {
		faults.Refuse(p.of(), "place", "", "say whose pledge it is")
	} else {
		faults.CleanPlace(p.of(), "place", &p.Place)
	}
	if year := p.Threshold.LastDay().Year; !p.LastDay.Valid() || p.LastDay.Year != year {
		faults.Refuse(p.of(), "last day", dayText(p.LastDay), fmt.Sprintf("a day of %d is needed, such as %s", year, p.Threshold.LastDay()))
	}
	if tag := ghg.MakeTags(p.Abated); tag.String() != p.Abated || strings.Contains(p.Abated, ";") {
		faults.Refuse(p.of(), "abated", p.Abated, "a single tag is needed")
	}
	names := p.Names.lookup(&faults, p.of())
	if err := faults.Err(); err != nil {
		return nil, err
	}
	return &coalReader{lookup: names, lastDay: p.LastDay, abated: p.Abated,
		shown: map[ghg.Period]bool{}, unknownNames: map[string]bool{}}, nil
}

// check sums up what was read.
func (r *coalReader) check(p CoalPledge) Check {
	c := Check{ID: CheckCoalPhaseOut, Subject: fmt.Sprintf("%s, after %s", p.Place, p.LastDay), Threshold: p.Threshold, Covers: coalCovers,
		Figures: []Figure{count("records of unabated coal power after the last day", r.unabated.n()),
			count("records that do not tell", r.unclear.n()), count("records of unabated coal power up to the last day", r.before)}}
	var silent, notFinal []string
	for _, period := range r.periods {
		if final, any := r.shown[period]; !any {
			silent = append(silent, period.String())
		} else if !final {
			notFinal = append(notFinal, period.String())
		}
	}
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
	case len(r.periods) == 0:
		c = c.cannotTell("no record is of a period after %s", p.LastDay)
	case len(silent) > 0:
		c = c.cannotTell("no record says what generates power, or that nothing does, in %s: what is missing is not 0", shortList(silent))
	case len(notFinal) > 0:
		c = c.cannotTell("the records of power generation in %s are not all actual figures: no evidence of an achievement", shortList(notFinal))
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
