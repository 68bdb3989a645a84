package ghg

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// CSVMark says what a cell means that holds no number, or a 0 that may be none: the
// legend of a form, stated by whoever reads it. Without one a dash is a fault, a blank
// is missing, and a 0 is 0.
type CSVMark struct {
	// Column holds the cells: mass of records and declared totals, amount of a yearly
	// series, or a column of one's own, by its name or one of its aliases.
	Column string
	// Text is the whole cell, without outer blanks: "-", "해당없음". "" is a cell with
	// nothing in it, and "0" every number that is 0, as 0.0 and -0 are.
	Text string
	// Means is what the cell is read as: a notation key ([KeyedAsFound]), 0 in the unit of
	// its line ([Emitted] of no mass), how either was entered ([Value.EnteredAs], a
	// [Placeholder] too), or nothing, which is the zero Value.
	Means Value
}

// columnMark is a mark with its column.
type columnMark struct {
	CSVMark
	column int
	plain  []byte // what is read in its place: 0, or nothing
}

// marksIn finds the columns of marks, of those that numbers stand in where they are
// given. Those for a text stand before those for any 0.
func (f CSVFormat) marksIn(h csvHeads, numbers ...string) ([]columnMark, error) {
	var out []columnMark
	for i, m := range f.Marks {
		refuse := func(field, value, why string) ([]columnMark, error) {
			return nil, Refusal(fmt.Sprintf("mark %d", i+1), field, value, why)
		}
		allowed := h.names
		if len(numbers) > 0 {
			allowed = numbers
		}
		column := h.find(strings.ToLower(strings.TrimSpace(m.Column)))
		if column < 0 || !slices.Contains(allowed, h.names[column]) {
			return refuse("Column", m.Column, "no column of numbers of this file: allowed are "+strings.Join(allowed, ", "))
		}
		if m.Text != string(trim([]byte(m.Text))) || len(m.Text) > MaxName {
			return refuse("Text", m.Text, fmt.Sprintf("a cell is compared without outer blanks, and up to %d bytes", MaxName))
		}
		if slices.ContainsFunc(out, func(o columnMark) bool { return o.column == column && o.Text == m.Text }) {
			return refuse("Text", m.Text, "another mark says what it means in this column")
		}
		k := m.Means.Key()
		switch {
		case m.Means.IsNumber() && !m.Means.t().IsZero():
			return refuse("Means", m.Means.String(), "of numbers it may be 0 only: another would be one in the unit of each line")
		case k != KeyNone && !f.Scheme.IsZero() && !f.Scheme.AllowsKey(k):
			return refuse("Means", m.Means.String(), "the keys of "+f.Scheme.Name()+" are "+f.Scheme.keyList())
		}
		mark := columnMark{CSVMark: m, column: column}
		if m.Means.IsNumber() {
			mark.plain = []byte("0")
		}
		out = append(out, mark)
	}
	slices.SortStableFunc(out, func(a, b columnMark) int {
		switch {
		case (a.Text == "0") == (b.Text == "0"):
			return 0
		case a.Text == "0":
			return 1
		}
		return -1
	})
	return out, nil
}

// applyMarks puts what marked cells of the row are read as in their place.
func (t *csvTable) applyMarks() {
	clear(t.marked)
	for i := range t.marks {
		m := &t.marks[i]
		b := t.cell[m.column]
		if t.fields[m.column] == 0 || t.marked[m.column] != nil || string(b) != m.Text && (m.Text != "0" || !t.format.isZero(b)) {
			continue
		}
		t.marked[m.column], t.found[m.column] = m, b
		t.cell[m.column] = m.plain
	}
}

// markOf is the mark in a cell of the row and its text as it stands, or nil.
func (t *csvTable) markOf(column int) (*columnMark, []byte) {
	if len(t.marks) == 0 || t.marked[column] == nil {
		return nil, nil
	}
	return t.marked[column], t.found[column]
}

// noNumber reports whether a cell is marked as no number.
func (t *csvTable) noNumber(column int) bool {
	m, _ := t.markOf(column)
	return m != nil && !m.Means.IsNumber()
}

// remarkLeftOut says that the row gives no figure, as a cell of it is no number.
func (t *csvTable) remarkLeftOut(column int) {
	m, found := t.markOf(column)
	t.report.Findings.add(t.format.MostFaults, Finding{Code: FindingMissingValue, Severity: Note, Line: t.line, Stated: string(found),
		Found: m.Means.String()}.Said(noFigure, words.Quote(string(found)), m.Means))
}

var noFigure = words.Term{En: "the line gives no figure: %s means %s here, as the format says",
	Ko: "수치가 없는 줄입니다. 서식에 밝힌 대로 %s은(는) 여기서 %s을(를) 뜻합니다"}

// isZero reports whether a cell is a number that is 0.
func (f CSVFormat) isZero(b []byte) bool {
	mantissa, _, _ := bytes.Cut(b, []byte("e"))
	mantissa, _, _ = bytes.Cut(mantissa, []byte("E"))
	if bytes.IndexByte(mantissa, '0') < 0 || bytes.ContainsAny(mantissa, "123456789") || len(b) > maxNumber {
		return false
	}
	plain, why := f.plain(string(b))
	d, err := exact.ParseMark(plain, f.mark())
	return why == "" && err == nil && d.IsZero()
}

// isDash reports whether a text has neither letters nor digits, or is the vowel that
// Korean keyboards have for a dash.
func isDash(s string) bool {
	return s != "" && strings.IndexFunc(s, func(r rune) bool { return r != 'ㅡ' && (unicode.IsLetter(r) || unicode.IsDigit(r)) }) < 0
}

// readMarked reads the value of a line whose mass may be marked. What the line says
// itself, in its key or of its 0, counts.
func (c *csvReader) readMarked(s Scheme) (Gas, Value, int) {
	m, found := c.markOf(colMass)
	switch {
	case m == nil || len(c.cell[colKey]) > 0:
		return c.readKeyOrNumber(s)
	case m.Text == "0" && len(c.cell[colEntry]) > 0:
		c.cell[colMass], c.marked[colMass] = found, nil
		return c.readKeyOrNumber(s)
	}
	k := m.Means.Key()
	if k != KeyNone {
		c.cell[colKey] = []byte(k.String())
	}
	gas, v, _ := c.readKeyOrNumber(s)
	c.cell[colKey] = nil
	if k != KeyNone && v.Explanation() == "" {
		v = c.explained(v, m.Means.Explanation())
	}
	if in, ok := m.Means.IncludedIn(); ok && len(c.cell[colIncludedIn]) == 0 {
		v = v.includedIn(in)
	}
	v.entry = m.Means.entry
	return gas, c.shared(v.ReadAs(string(found))), colMass
}
