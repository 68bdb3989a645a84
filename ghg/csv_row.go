package ghg

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// CSVRow is a row of delimited text, and reads its cells as what they are. A cell
// that cannot be used is a fault of the row, and is read as the zero value; an
// empty one is the zero value too, without a fault, unless it is said that it must
// be there. A cell that the format marks ([CSVMark]) is 0 where it means 0, and empty
// where it means anything else. The row holds until the next one is read.
type CSVRow struct{ t *csvTable }

// Line is the line of the file that the row begins on, from 1.
func (r CSVRow) Line() int { return r.t.line }

// IsFaulty reports whether the row has a fault: it cannot be used.
func (r CSVRow) IsFaulty() bool { return r.t.faulty }

// Refuse adds a fault in a column of the row, under the name that the file has
// for it. The error says what is allowed.
func (r CSVRow) Refuse(code, column string, why error) {
	i := r.column(column)
	if i < 0 {
		r.t.fault(Fault{Code: code, Line: r.t.line, Field: column, Detail: allowedBy(why)})
		return
	}
	r.t.refuse(code, i, allowedBy(why))
}

func (r CSVRow) column(name string) int { return slices.Index(r.t.names, name) }

// Text is a free text without outer blanks, and, as all cells, without the
// apostrophe of [GuardFormula]: "" where there is no such column. One longer than
// 10,000 bytes is refused.
func (r CSVRow) Text(column string) string {
	i := r.column(column)
	if i < 0 {
		return ""
	}
	return r.t.readText(i)
}

// Need is a text that must be there.
func (r CSVRow) Need(column string) string {
	s := r.Text(column)
	if s == "" {
		r.Refuse(FaultMissingField, column, errors.New("it is needed"))
	}
	return s
}

// ID is a name of at most [MaxName] bytes that must be there.
func (r CSVRow) ID(column string) string {
	s := r.Need(column)
	if len(s) > MaxName {
		r.Refuse(FaultField, column, fmt.Errorf("longer than %d bytes", MaxName))
		return ""
	}
	return s
}

// List is the items of a cell, separated by semicolons.
func (r CSVRow) List(column string) []string { return SplitList(r.Text(column)) }

// SplitList is the items of a text, separated by semicolons, without outer blanks
// and without empty ones.
func SplitList(text string) []string {
	var out []string
	for item := range strings.SplitSeq(text, ";") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

// Year is a calendar year: 2030, or 2030년. 0 is none.
func (r CSVRow) Year(column string) int {
	text := r.Text(column)
	if text == "" {
		return 0
	}
	text = strings.TrimSpace(strings.TrimSuffix(text, "년"))
	p, err := ParsePeriod(text)
	if err != nil || len(text) != len("2030") {
		r.Refuse(FaultPeriod, column, fmt.Errorf("write a year from %d to %d", FirstYear, LastYear))
		return 0
	}
	return p.Year()
}

// Day is a day, with its year first: 2026-03-01, 2026.3.1. or 2026/3/1.
func (r CSVRow) Day(column string) Date {
	text := r.Text(column)
	if text == "" {
		return Date{}
	}
	d, ok := parseDay(text)
	if !ok {
		r.Refuse(FaultPeriod, column, fmt.Errorf("write a day from %d to %d as 2026-03-01", FirstYear, LastYear))
	}
	return d
}

func parseDay(text string) (Date, bool) {
	for _, mark := range []string{"-", ".", "/"} {
		parts := strings.Split(strings.TrimSuffix(text, "."), mark)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for i, p := range parts {
			v, err := strconv.ParseUint(strings.TrimSpace(p), 10, 16)
			if err != nil || i == 0 && len(p) != 4 {
				return Date{}, false
			}
			n[i] = int(v)
		}
		d := Date{Year: n[0], Month: time.Month(n[1]), Day: n[2]}
		if !d.Valid() {
			return Date{}, false
		}
		return d, true
	}
	return Date{}, false
}

// Number is a number in the declared format, and whether there is one.
func (r CSVRow) Number(column string) (decimal.Decimal, bool) {
	text := r.Text(column)
	if text == "" {
		return decimal.Decimal{}, false
	}
	return r.number(column, text)
}

func (r CSVRow) number(column, text string) (decimal.Decimal, bool) {
	return r.t.readNumberIn(r.column(column), []byte(text))
}

// Share is a fraction: 30%, or 0.3.
func (r CSVRow) Share(column string) Share {
	text := r.Text(column)
	if text == "" {
		return Share{}
	}
	text, percent := strings.CutSuffix(text, "%")
	if inside, ok := strings.CutSuffix(text, "%)"); ok && r.t.format.Accounting {
		text, percent = inside+")", true
	}
	d, ok := r.number(column, strings.TrimSpace(text))
	if !ok {
		return Share{}
	}
	take := NewShare
	if percent {
		take = Percent
	}
	s, err := take(d)
	if err != nil {
		r.Refuse(FaultNumber, column, err)
	}
	return s
}

// Metric is the metric that a cell names, or the one given where it names none. One
// of the two must be there.
func (r CSVRow) Metric(column string, otherwise Metric) Metric {
	i := r.column(column)
	if i >= 0 {
		otherwise = r.t.readMetric(i, otherwise)
	}
	if otherwise.IsZero() && (i < 0 || len(r.t.cell[i]) == 0) {
		r.Refuse(FaultMissingField, column, errors.New("a metric is needed, such as AR5 or unstated, in this column or for the file"))
	}
	return otherwise
}

// CO2e is the amount, unit and metric in three columns, on the metric given where
// the row names none, and whether it is one. Amount and unit must be there.
func (r CSVRow) CO2e(amount, unit, metric string, otherwise Metric) (CO2e, bool) {
	r.Need(amount)
	number, ok := r.Number(amount)
	u, isUnit := MassUnit{}, false
	if i := r.column(unit); i >= 0 {
		u, isUnit = r.t.readCO2eUnit(i)
	}
	m := r.Metric(metric, otherwise)
	if !ok || !isUnit || m.IsZero() {
		return CO2e{}, false
	}
	c, err := NewCO2e(number, u, m)
	if err != nil {
		r.Refuse(FaultNumber, amount, err)
	}
	return c, err == nil
}

// Quantity is the amount and unit in two columns, such as 1290.5 and kWh, and
// whether it is one. Both must be there.
func (r CSVRow) Quantity(amount, unit string) (Quantity, bool) {
	r.Need(amount)
	number, ok := r.Number(amount)
	text := r.Need(unit)
	if text == "" {
		return Quantity{}, false
	}
	u, err := ParseUnit(text)
	if err != nil {
		r.Refuse(FaultUnit, unit, err)
	}
	if !ok || err != nil {
		return Quantity{}, false
	}
	q, err := NewQuantity(number, u)
	if err != nil {
		r.Refuse(FaultNumber, amount, err)
	}
	return q, err == nil
}

// Scheme is the one that a cell names, of those of the format, or the format's own.
func (r CSVRow) Scheme(column string) Scheme {
	if i := r.column(column); i >= 0 {
		return r.t.readScheme(i)
	}
	return r.t.format.Scheme
}

// Scope is the scope that a cell names: 1, scope 1 or 스코프 1.
func (r CSVRow) Scope(column string) Scope {
	s, err := readScopeWord(r.Text(column))
	if err != nil {
		r.Refuse(FaultField, column, err)
	}
	return s
}

// Category is a sector, sub-sector or category of a scheme, and whether it is one.
// It must be there.
func (r CSVRow) Category(column string, s Scheme) (Category, bool) {
	i := r.column(column)
	if i < 0 {
		return Category{}, false
	}
	n, ok := r.t.readNode(i, s)
	if !ok {
		return Category{}, false
	}
	return Category{s.ID(), n.Code}, true
}

// CSVWord is the value of a closed set that a cell names, or 0 where it is empty.
// The fault of a word that names none has the code given.
func CSVWord[T ~uint8](r CSVRow, code, column string, set words.Set[T]) T {
	text := r.Text(column)
	if text == "" {
		return 0
	}
	v, ok := set.Find(text)
	if !ok {
		r.Refuse(code, column, errors.New("allowed are "+set.List(text)))
	}
	return v
}

// Mark is what the format says of a cell of the row ([CSVMark]), and the cell as it
// stands; false where it says nothing.
func (r CSVRow) Mark(column string) (means Value, text string, marked bool) {
	i := r.column(column)
	if i < 0 {
		return Value{}, "", false
	}
	m, found := r.t.markOf(i)
	if m == nil {
		return Value{}, "", false
	}
	return m.Means, string(found), true
}
