package ghg

import (
	"encoding/json"
	"fmt"
	"iter"
	"strings"

	"github.com/shopspring/decimal"
)

// Lines are the records in a sum, in the order of the inventory, and what each
// counts there. It knows which they are: a [Line] is made when it is asked for. The
// zero Lines are none.
type Lines struct {
	inv    *inventory
	metric Metric
	rows   []int32 // nil where every row of the inventory is a line
}

// Len is the number of lines.
func (l Lines) Len() int {
	switch {
	case l.inv == nil:
		return 0
	case l.rows == nil:
		return len(l.inv.rows)
	}
	return len(l.rows)
}

// At is a line, from 0; where there is none, the zero Line.
func (l Lines) At(i int) Line {
	if i < 0 || i >= l.Len() {
		return Line{}
	}
	line, _ := l.row(i).count(l.metric) // it was counted before
	return line
}

func (l Lines) row(i int) rowOf {
	if l.rows == nil {
		return rowOf{l.inv, int32(i)}
	}
	return rowOf{l.inv, l.rows[i]}
}

// firstRows are the first n rows, with room for the others; never nil.
func firstRows(n, room int) []int32 {
	rows := make([]int32, n, room)
	for i := range rows {
		rows[i] = int32(i)
	}
	return rows
}

// All yields the lines.
func (l Lines) All() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for i := range l.Len() {
			if !yield(l.At(i)) {
				return
			}
		}
	}
}

// Records yields the records behind the lines, without counting them anew.
func (l Lines) Records() iter.Seq[Record] {
	return func(yield func(Record) bool) {
		for i := range l.Len() {
			if !yield(l.row(i).record()) {
				return
			}
		}
	}
}

// Recomputed yields the lines whose CO2e was taken from another metric ([Line.From]),
// without counting the others.
func (l Lines) Recomputed() iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for i := range l.Len() {
			if v := l.row(i).row().value; v.kind == emitted || v.metricOf() == l.metric {
				continue
			}
			if line := l.At(i); !line.From.IsZero() && !yield(line) {
				return
			}
		}
	}
}

// MarshalJSON writes the lines as a list.
func (l Lines) MarshalJSON() ([]byte, error) {
	list := make([]Line, 0, l.Len())
	for line := range l.All() {
		list = append(list, line)
	}
	return json.Marshal(list)
}

// sum is what lines add up to, which were counted before.
func (c *counter) sum(l Lines) decimal.Decimal {
	var s sum
	for i := range l.Len() {
		_ = c.add(&s, l.row(i).i)
	}
	return s.decimal()
}

// Line is a record within a sum and what it counts there.
type Line struct {
	CO2e CO2e
	// GWP is the factor that a mass was multiplied by, or 1.
	GWP decimal.Decimal
	// From is the metric that CO2e of one gas was taken from, which for CO2 may
	// be [Unstated]; the zero Metric where it was on the metric of the total.
	From Metric
	at   rowOf
}

// Record is the record behind the line.
func (l Line) Record() Record { return l.at.record() }

// String is the line as arithmetic with its source: "I.1.1 CH4: 3 t × 28 =
// 84 tCO2e (AR5), line 7".
func (l Line) String() string {
	if l.at.inv == nil {
		return "no line"
	}
	r := l.at.row()
	var b strings.Builder
	b.WriteString(strings.TrimSpace(l.at.inv.category(r).Code + " " + r.gas.String()))
	number := r.value
	number.gas = Gas{} // it is named before
	b.WriteString(": " + number.numberText())
	switch {
	case r.value.kind == emitted:
		fmt.Fprintf(&b, " × %s = %s", l.GWP, l.CO2e)
	case !l.From.IsZero() && r.gas == CO2:
		fmt.Fprintf(&b, ", as CO2 counts 1 in every metric = %s", l.CO2e)
	case !l.From.IsZero():
		fmt.Fprintf(&b, ", recomputed by the ratio of the GWPs = %s", l.CO2e)
	}
	e := r.evidence()
	for _, s := range []string{r.value.entry.String(), r.found(), e.Method(), e.Source(), e.Assumption()} {
		if s != "" {
			b.WriteString(", " + s)
		}
	}
	return b.String()
}

// found says where a row was found: "line 7 of gas.csv".
func (r *row) found() string {
	var said []string
	if r.line > 0 {
		said = append(said, fmt.Sprintf("line %d", r.line))
	}
	if d := r.evidence().Definition(); d.File != "" {
		said = append(said, "of", d.File)
		if d.Sheet != "" {
			said = append(said, "("+d.Sheet+")")
		}
	}
	return strings.Join(said, " ")
}
