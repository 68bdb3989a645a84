package main

import (
	"unicode"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// nothing stands where no number is reported, which is not 0.
const nothing = "–"

// tableRow is a row of a table: a sector, and its cell in the column of each view.
type tableRow struct {
	name  string
	cells []string
}

// table prints a column for each view and a row for each sector, in whole tonnes that add up.
func (t *text) table(s sheet) {
	if s.metric.ID() == "" {
		t.say("  tonnes of CO2e; the records do not state their metric\n", "  단위: 톤CO2e, 지구온난화지수 미상(기록에 없음)\n")
	} else {
		t.say("  tonnes of CO2e, %[2]s\n", "  단위: 톤CO2e, 지구온난화지수 %[1]s\n", s.metric.ID(), s.metric.Title())
	}
	sum := tableRow{words.In(t.lang, "total", "합계"), make([]string, len(s.views))}
	t.rows = t.rows[:0]
	for column, v := range s.views {
		sum.cells[column] = t.column(v, column, len(s.views))
	}
	first, each := t.room(s)
	t.pad(first + 2)
	for _, v := range s.views {
		t.right(t.name(v.view), each)
	}
	t.WriteByte('\n')
	for _, row := range append(t.rows, sum) {
		t.WriteString("  ")
		t.left(row.name, first)
		for _, cell := range row.cells {
			t.right(cell, each)
		}
		t.WriteByte('\n')
	}
	t.say("  whole tonnes, rounded so that each column adds up\n", "  톤 단위로 반올림하되 열마다 합계가 맞도록 함\n")
	for i, v := range s.views {
		t.coverage(v, first, i == 0)
	}
}

// column fills a column of the rows, and gives its total.
func (t *text) column(v viewTotal, column, columns int) (total string) {
	withheld := words.In(t.lang, "withheld", "보류")
	shown, err := ghg.ShowParts(ghg.Tonne, 0, v.sectors...)
	t.numbers = t.numbers[:0]
	for _, part := range shown.Parts() {
		t.numbers = append(t.numbers, t.number(part))
	}
	for i, part := range v.sectors {
		cell := withheld
		switch {
		case !part.IsReported():
			cell = nothing
		case err == nil:
			cell = t.numbers[i]
		case !part.Withheld():
			cell = t.tonnes(part.CO2e)
		}
		t.row(t.sector(part), columns).cells[column] = cell
	}
	switch {
	case !v.total.IsReported():
		return nothing
	case err == nil:
		return t.number(shown.Total())
	}
	return withheld
}

// row is the row of a name.
func (t *text) row(name string, columns int) tableRow {
	for _, r := range t.rows {
		if r.name == name {
			return r
		}
	}
	r := tableRow{name, make([]string, columns)}
	t.rows = append(t.rows, r)
	return r
}

// coverage prints how much of a view is reported; its gaps, if they are asked for.
func (t *text) coverage(v viewTotal, room int, withGaps bool) {
	t.WriteString("  ")
	t.left(t.name(v.view), room)
	t.WriteString(t.in(v.total.Coverage))
	t.WriteByte('\n')
	if gaps := v.total.Coverage.Gaps; withGaps && len(gaps) > 0 {
		t.pad(room + 2)
		t.WriteString(words.In(t.lang, "gaps: ", "빠진 분류: "))
		for i, c := range gaps {
			if i > 0 {
				t.WriteString(", ")
			}
			t.WriteString(c.Code)
		}
		t.WriteByte('\n')
	}
	if memo := v.total.Memo; !memo.IsZero() {
		t.pad(room + 2)
		t.say("memo, in no total: %s t of biogenic CO2", "별도 기재(합계 제외): 생물기원 CO2 %s톤",
			words.Grouped(memo.Tonnes().Round(0).String()))
	}
}

// room is how wide the first column and the others are.
func (t *text) room(s sheet) (first, each int) {
	first, each = 20, 16
	for _, v := range s.views {
		name := width(t.name(v.view)) + 2
		first, each = max(first, name), max(each, name)
	}
	for _, r := range t.rows {
		first = max(first, width(r.name)+2)
	}
	return first, each
}

// width is the room that a text takes, in columns: Korean letters take two.
func width(s string) (n int) {
	for _, r := range s {
		n++
		if r >= unicode.MaxLatin1 && unicode.Is(unicode.Hangul, r) {
			n++
		}
	}
	return n
}

// pad writes blanks; left and right a text in a column, at its left or at its right.
func (t *text) pad(n int) {
	for range n {
		t.WriteByte(' ')
	}
}

func (t *text) left(s string, room int) {
	t.WriteString(s)
	t.pad(room - width(s))
}

func (t *text) right(s string, room int) {
	t.pad(room - width(s))
	t.WriteString(s)
}

// number is a rounded number as the language prints it.
func (t *text) number(x ghg.Shown) string {
	if t.lang == words.Korean {
		return x.NumberKo()
	}
	return words.Grouped(x.Number())
}

// tonnes is an amount in whole tonnes, where it stands alone.
func (t *text) tonnes(c ghg.CO2e) string {
	shown, err := ghg.ShowList(ghg.Tonne, 0, c)
	if err != nil {
		return c.Tonnes().Round(0).String()
	}
	return t.number(shown.Total())
}
