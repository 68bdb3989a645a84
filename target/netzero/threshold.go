package netzero

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// CriterionName names what a threshold is of, through all its editions, such as
// [AbsoluteContraction15].
type CriterionName string

// Threshold is one edition of a criterion: a value with the days from which
// and until which it held, and its source. A later edition is another
// threshold. It is immutable. The zero Threshold is refused.
type Threshold struct{ def *ThresholdDefinition }

// ThresholdDefinition is what [NewThreshold] makes a threshold of.
type ThresholdDefinition struct {
	ID        string // of this edition
	Criterion CriterionName
	Measure   Measure
	Value     decimal.Decimal // a share is a fraction
	// Year is the year that the value is for; only [CutByYear] has
	// one.
	Year int
	// From and Until are the first and last day of the edition; no Until means
	// that it holds on.
	From, Until ghg.Date
	// Settled is the day from which the edition surely held, where its first day is
	// known to the month alone: From is then the first day that it may have been. The
	// zero Date says that From is the very day.
	Settled ghg.Date
	Source  string
	// Confidence says how well the row is supported: "high", read in the document itself or
	// on the page of its publisher; "medium", read in other sources, or in part from
	// memory; "low", not confirmed.
	Confidence string
	Note       string
}

var errNoThreshold = errors.New("no threshold given: take one with netzero.ThresholdByID or netzero.ThresholdOn, " +
	"or make your own with netzero.NewThreshold")

// NewThreshold checks a definition and makes a threshold of it: for a
// programme that the table does not have, or a place's own. Everything but
// Until and Note is needed. All that does not stand is returned at once as
// [ghg.Faults].
func NewThreshold(d ThresholdDefinition) (Threshold, error) {
	faults := d.faults()
	if d.From == (ghg.Date{}) {
		faults.Refuse(d.of(), "from", "", "say from which day the edition holds")
	}
	if err := faults.Err(); err != nil {
		return Threshold{}, err
	}
	return Threshold{&d}, nil
}

// of is the threshold in messages.
func (d ThresholdDefinition) of() string { return "threshold " + words.Quote(d.ID) }

// faults are what is wrong with a definition. A row of the table may lack its
// first day, which is not known of every edition.
func (d ThresholdDefinition) faults() (out ghg.Faults) {
	add := func(field string, value any, allowed string) { out.Refuse(d.of(), field, fmt.Sprint(value), allowed) }
	for _, f := range []struct{ name, text string }{{"id", d.ID}, {"criterion", string(d.Criterion)}, {"source", d.Source}} {
		if f.text == "" || len(f.text) > maxText {
			add(f.name, f.text, fmt.Sprintf("a text of 1 to %d bytes is needed", maxText))
		}
	}
	if len(d.Note) > maxText {
		add("note", d.Note, fmt.Sprintf("at most %d bytes are allowed", maxText))
	}
	rule, known := measures[d.Measure]
	if !known {
		add("measure", d.Measure, "not one of the measures that exist")
	} else if err := exact.Check(d.Value); err != nil {
		add("value", "", err.Error())
	} else if wrong := d.Measure.allows(d.Value); wrong != "" {
		add("value", d.Value, wrong)
	}
	if rule.year {
		out.RefuseYear(d.of(), "year", d.Year)
	} else if known && d.Year != 0 {
		add("year", d.Year, "this measure is of no single year")
	}
	if d.From != (ghg.Date{}) && !d.From.Valid() {
		add("from", d.From, "no such day")
	}
	if d.Settled != (ghg.Date{}) && (!d.Settled.Valid() || d.Settled.Before(d.From)) {
		add("settled", d.Settled, "no such day, or before the first")
	}
	if d.Until != (ghg.Date{}) && (!d.Until.Valid() || d.Until.Before(d.From)) {
		add("until", d.Until, "no such day, or before the first")
	}
	switch d.Confidence {
	case "high", "medium", "low":
	default:
		add("confidence", d.Confidence, "allowed are high, medium and low")
	}
	return out
}

// maxText is the length in bytes that a text given by the caller may have.
const maxText = 2000

func (t Threshold) get() ThresholdDefinition {
	if t.def == nil {
		return ThresholdDefinition{}
	}
	return *t.def
}

// IsZero reports whether there is no threshold.
func (t Threshold) IsZero() bool { return t.def == nil }

// Definition is what the threshold is made of.
func (t Threshold) Definition() ThresholdDefinition { return t.get() }

// ID names the edition.
func (t Threshold) ID() string { return t.get().ID }

// Measure says what the value is.
func (t Threshold) Measure() Measure { return t.get().Measure }

// Value is the number; a share is a fraction.
func (t Threshold) Value() decimal.Decimal { return t.get().Value }

// HoldsOn reports whether the edition is known to hold on a day.
func (t Threshold) HoldsOn(day ghg.Date) bool {
	d := t.get()
	return d.From != (ghg.Date{}) && !day.Before(d.settled()) && (d.Until == (ghg.Date{}) || !d.Until.Before(day))
}

// settled is the day from which the edition surely held.
func (d ThresholdDefinition) settled() ghg.Date {
	if d.Settled != (ghg.Date{}) {
		return d.Settled
	}
	return d.From
}

// mayHold reports whether the edition holds on a day, or may: its first day is not known.
func (t Threshold) mayHold(day ghg.Date) bool {
	d := t.get()
	return !day.Before(d.From) && (d.Until == (ghg.Date{}) || !d.Until.Before(day))
}

// LastDay is 31 December of the year of a [PhaseOutYear] or [NetZeroYear]:
// "no later than 2030" ends with 2030. For other measures it is the zero Date.
func (t Threshold) LastDay() ghg.Date {
	if m := t.Measure(); m != PhaseOutYear && m != NetZeroYear {
		return ghg.Date{}
	}
	return ghg.Date{Year: int(t.Value().IntPart()), Month: 12, Day: 31}
}

// String is the threshold in one line: value, edition and days.
func (t Threshold) String() string {
	if t.def == nil {
		return "no threshold"
	}
	value := t.def.Measure.text(t.def.Value)
	if t.def.Year != 0 {
		value += fmt.Sprintf(" in %d", t.def.Year)
	}
	return fmt.Sprintf("%s (%s, %s)", value, t.def.ID, t.days())
}

// days are the first and the last day of the edition in words.
func (t Threshold) days() string {
	d := t.get()
	switch {
	case d.From == (ghg.Date{}):
		return "first day not known"
	case d.Until == (ghg.Date{}):
		return fmt.Sprintf("from %s", d.From)
	}
	return fmt.Sprintf("%s to %s", d.From, d.Until)
}

// need refuses the zero Threshold and one of another measure.
func (t Threshold) need(check CheckID, want ...Measure) error {
	if t.def == nil {
		return fmt.Errorf("check %s: %w", check, errNoThreshold)
	}
	if slices.Contains(want, t.Measure()) {
		return nil
	}
	names := make([]string, len(want))
	for i, m := range want {
		names[i] = string(m)
	}
	return ghg.Refusal(fmt.Sprintf("check %s", check), "threshold", t.ID(),
		fmt.Sprintf("it is a %s, and a %s is needed: the two are not compared", t.Measure(), strings.Join(names, " or a ")))
}
