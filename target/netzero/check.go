package netzero

import (
	"cmp"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// CheckID names a check.
type CheckID string

// The checks.
const (
	CheckAnnualReduction CheckID = "annual-reduction"
	CheckInterimCut      CheckID = "interim-cut"
	CheckNetZeroBy       CheckID = "net-zero-by"
	CheckCarbonLaw       CheckID = "carbon-law"
	CheckTemperature     CheckID = "temperature-score"
	CheckPledge          CheckID = "pledge"
	CheckPlan            CheckID = "plan"
	CheckProceed         CheckID = "proceed"
	CheckPublish         CheckID = "publish"
	CheckPersuade        CheckID = "persuade"
	CheckEvidence        CheckID = "evidence"   // of a promise itself
	CheckReach           CheckID = "reach"      // a level by a year
	CheckBeginNone       CheckID = "begin-none" // nothing begins after the pledge
	CheckCoalPhaseOut    CheckID = "coal-phase-out"
	CheckResidual        CheckID = "residual-share"
	CheckNetZeroInside   CheckID = "net-zero-inside"
	CheckNetZeroRemovals CheckID = "net-zero-with-removal-offsets"
	CheckCarbonNeutral   CheckID = "carbon-neutral-with-avoidance-offsets"
)

// Check is the result of one check. The zero Check cannot tell.
type Check struct {
	ID      CheckID
	Subject string // the target, place or year that was checked
	Result  CheckResult
	// Threshold is what was asked for; the zero Threshold where nothing is.
	Threshold Threshold
	// Figures are what was computed, the one that is judged first. There are
	// none where nothing could be.
	Figures []Figure
	Formula string // how the judged figure comes about, with its numbers
	Reason  string // why the result is what it is
	// ReasonKo is the reason in Korean, where it is written: of balances and annual rates.
	ReasonKo string
	// Covers says what of the criterion the check looks at, and what it does not.
	Covers    string
	Documents []Document // that were shown
	// Findings are remarks on what the result rests on: see the Finding… constants.
	Findings ghg.Findings
	Lines    []Line // the records behind the result
	More     int    // how many records there are beyond Lines
	// Replacements are plants that take the place of old ones, of a pledge to begin none.
	Replacements []Plant
}

// Figure is a number that a check computed, under the name of its definition.
type Figure struct {
	Name  string    `json:"name"` // "linear annual reduction"
	Value ghg.Ratio `json:"value"`
	Unit  string    `json:"unit,omitempty"`
}

// String is the name with the number and its unit.
func (f Figure) String() string {
	if !f.Value.IsDefined() {
		return f.Name + " " + f.Value.String()
	}
	return strings.TrimSpace(fmt.Sprintf("%s %s %s", f.Name, f.Value, f.Unit))
}

func amount(name string, c ghg.CO2e) Figure {
	return Figure{name, ghg.RatioOf(c.Tonnes()), strings.TrimPrefix(c.String(), c.Tonnes().String()+" ")}
}

func count(name string, n int) Figure {
	return Figure{name, ghg.RatioOf(whole(n)), ""}
}

// percent is a ratio as a percentage, to two places, or to as many as it takes not to show a
// tenth of a percent that it is not: what is below a threshold of 4.2 % is not shown as it.
func percent(r ghg.Ratio) string {
	v, _ := r.Value()
	all := v.Shift(2)
	short := all.Round(2)
	for places := int32(3); short.Equal(short.Round(1)) && !short.Equal(all); places++ {
		short = all.Round(places)
	}
	return short.String() + "%"
}

// percentPoints is a difference of two shares: "5 percentage points".
func percentPoints(r ghg.Ratio) string {
	v, _ := r.Value()
	return v.Shift(2).String() + " percentage points"
}

// plural is a number of things in words.
func plural(n int, thing string) string {
	if n == 1 {
		return "1 " + thing
	}
	return fmt.Sprintf("%d %ss", n, thing)
}

// Line is a record behind a result, and why it counts.
type Line struct {
	Record ghg.Record `json:"record"`
	Why    string     `json:"why,omitempty"`
}

// String is the record in one line.
func (l Line) String() string {
	r, parts := l.Record, []string{}
	if r.Line > 0 {
		parts = append(parts, fmt.Sprintf("line %d", r.Line))
	}
	parts = append(parts, r.Period.String(), r.Category.String())
	for _, s := range []string{r.Fuel, r.Activity, r.Facility} {
		if s != "" {
			parts = append(parts, words.Quote(s))
		}
	}
	return strings.Join(append(parts, r.Value.String()), ", ") + ": " + l.Why
}

// String is the check in one line.
func (c Check) String() string {
	if c.ID == "" {
		return "no check: " + c.Result.String()
	}
	return fmt.Sprintf("%s: %s: %s", c.ID, c.Result, c.Reason)
}

// Korean is the check in one line of Korean; its reason is in English where none is written.
func (c Check) Korean() string {
	if c.ID == "" {
		return "점검 없음: " + c.Result.Korean()
	}
	return fmt.Sprintf("%s: %s: %s", term("check", string(c.ID)).Ko, c.Result.Korean(), cmp.Or(c.ReasonKo, c.Reason))
}

// judged is the judged figure in few words.
func (c Check) judged() string {
	if len(c.Figures) == 0 {
		return "-"
	}
	f := c.Figures[0]
	if !f.Value.IsDefined() {
		return "undefined"
	}
	return strings.TrimSpace(f.Value.String() + " " + f.Unit)
}

// Details lists the check in lines: what is judged and by which
// formula, the threshold with its days and source, the result and its reason,
// what the check does not cover, and the documents and records behind it.
func (c Check) Details() string {
	var b strings.Builder
	line := func(name, text string) {
		if text != "" {
			fmt.Fprintf(&b, "%-10s %s\n", name, text)
		}
	}
	line("check", string(c.ID))
	line("subject", c.Subject)
	line("result", c.Result.String())
	line("reason", c.Reason)
	line("formula", c.Formula)
	for i, f := range c.Figures {
		name := "judged"
		if i > 0 {
			name = "also"
		}
		line(name, f.String())
	}
	if d := c.Threshold.get(); !c.Threshold.IsZero() {
		line("threshold", c.Threshold.String())
		line("source", fmt.Sprintf("%s; confidence %s", d.Source, d.Confidence))
		line("note", d.Note)
	}
	line("covers", c.Covers)
	for _, f := range c.Findings.All {
		line("finding", f.String())
	}
	for _, d := range c.Documents {
		line("document", d.String())
	}
	for _, l := range c.Lines {
		line("record", l.String())
	}
	if c.More > 0 {
		line("record", fmt.Sprintf("and %d more", c.More))
	}
	return b.String()
}

// Table prints checks with a line for each: result, judged figure, threshold and
// reason, in columns. Each stands alone: no result makes up for another.
func Table(checks []Check) string {
	rows := [][]string{{"check", "result", "value", "threshold", "reason"}}
	for _, c := range checks {
		threshold := "-"
		if !c.Threshold.IsZero() {
			threshold = c.Threshold.String()
		}
		rows = append(rows, []string{string(c.ID), c.Result.String(), c.judged(), threshold, c.Reason})
	}
	width := make([]int, len(rows[0]))
	for _, r := range rows {
		for i, cell := range r {
			width[i] = max(width[i], utf8.RuneCountInString(cell))
		}
	}
	var b strings.Builder
	for _, r := range rows {
		for i, cell := range r[:len(r)-1] {
			b.WriteString(cell + strings.Repeat(" ", width[i]-utf8.RuneCountInString(cell)+2))
		}
		b.WriteString(r[len(r)-1] + "\n")
	}
	return b.String()
}
