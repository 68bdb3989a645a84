package derivation

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg/words"
)

// printed are the words of the layout.
var printed = map[string]words.Term{
	"source": {En: "source: ", Ko: "출처: "}, "rounding": {En: "rounding: ", Ko: "반올림 규칙: "}, "undefined": {En: "undefined", Ko: "해당 없음"},
	"more": {En: "… and %d more rows", Ko: "… 그 밖에 %d행"}, "by": {En: "by: ", Ko: "식 출처: "}, "from": {En: "derivation ", Ko: "도출 "},
	"when": {En: "where ", Ko: "조건: "}, "solves": {En: "solves %s = 0", Ko: "방정식: %s = 0"},
	"first": {En: "the first case that holds", Ko: "성립하는 첫 경우"},
}

// String is the derivation in English, with at most 20 rows of a column.
func (d Derivation) String() string { return d.Print(words.English, 20) }

// Korean is the derivation in Korean, with at most 20 rows of a column.
func (d Derivation) Korean() string { return d.Print(words.Korean, 20) }

// Print is the derivation as text, with so many rows of a column, or all where rows is
// below 0. The answer stands first; a formula, the formula with its numbers and the value
// stand on one line; what is rounded alike is said once, below.
func (d Derivation) Print(lang words.Language, rows int) string {
	if d.IsZero() {
		return ""
	}
	d = d.whole()
	p := printer{d: &d, lang: lang, rows: rows}
	last := d.def.Steps[len(d.def.Steps)-1]
	p.line(0, "%s = %s", p.in(d.def.Title), p.answer(last))
	for _, s := range d.def.Steps {
		if s.Index == "" {
			p.width = max(p.width, utf8.RuneCountInString(s.Symbol))
		}
	}
	for i := 0; i < len(d.def.Steps); {
		n := i + 1
		if s := d.def.Steps[i]; s.Index != "" {
			for n < len(d.def.Steps) && d.def.Steps[n].Index == s.Index {
				n++
			}
			p.table(d.def.Steps[i:n], d.parsed[i:n])
		} else {
			p.step(s, d.parsed[i])
		}
		i = n
	}
	p.roundings()
	return strings.TrimSuffix(p.text.String(), "\n")
}

// printer writes a derivation in one language.
type printer struct {
	d     *Derivation
	text  strings.Builder
	lang  words.Language
	rows  int
	width int // of symbols
}

func (p *printer) in(t words.Term) string { return words.In(p.lang, t.En, t.Ko) }

func (p *printer) word(of string) string { return p.in(printed[of]) }

func (p *printer) line(indent int, format string, a ...any) {
	p.text.WriteString(strings.Repeat(" ", indent))
	fmt.Fprintf(&p.text, format, a...)
	p.text.WriteByte('\n')
}

// value is a cell for reading, with thousands apart.
func (p *printer) value(c Value) string {
	if !c.IsDefined() {
		return p.word("undefined")
	}
	return grouped(numberText(c.Number))
}

// answer is what the derivation comes to.
func (p *printer) answer(s Step) string {
	switch c, ok := s.Decision(); {
	case ok:
		return p.in(c.What)
	case s.Kind == Decided: // of what came from outside no case may hold
		return p.word("undefined")
	case s.Kind == Told:
		return p.in(s.Note)
	case s.Index != "":
		return fmt.Sprintf("%s[%s]", s.Symbol, s.Index)
	}
	return p.withUnit(s.Values[0], s.Unit)
}

// withUnit is a value in its unit.
func (p *printer) withUnit(c Value, unit string) string {
	if !c.IsDefined() {
		return p.value(c)
	}
	return strings.TrimSpace(p.value(c) + " " + unit)
}

// remarks are what stands behind a line: what it is, where it comes from.
func (p *printer) remarks(s Step, c *Value) string {
	out := []string{p.in(s.What)}
	if s.Kind == Found {
		out = append(out, p.in(s.Note))
	}
	if c != nil && !c.IsDefined() {
		out = append(out, p.in(c.Undefined))
	}
	if s.Equation != "" {
		out = append(out, p.word("by")+s.Equation)
	}
	source, from := s.Source, ""
	if c != nil {
		source, from = cmp.Or(c.Source, s.Source), c.From
	}
	if source != "" {
		out = append(out, p.word("source")+source)
	}
	if from != "" {
		out = append(out, p.word("from")+words.Clip(from, 12))
	}
	return strings.Join(out, "; ")
}

// step writes one that has no index.
func (p *printer) step(s Step, f formulas) {
	symbol := s.Symbol + strings.Repeat(" ", p.width-utf8.RuneCountInString(s.Symbol))
	switch s.Kind {
	case Told:
		p.line(2, "%s   # %s: %s", symbol, p.remarks(s, nil), p.in(s.Note))
		return
	case Decided:
		c, _ := s.Decision()
		p.line(2, "%s = %s   # %s, %s", symbol, cmp.Or(c.Name, p.word("undefined")), p.remarks(s, nil), p.word("first"))
		p.cases(s, f)
		return
	}
	c := s.Values[0]
	text := p.withUnit(c, s.Unit)
	switch {
	case s.Kind == Computed && c.IsDefined():
		formula, numbers := format(f.formula, nil, nil), format(f.formula, p.d, nil)
		if numbers != "" && numbers != formula && numbers != p.value(c) {
			formula += " = " + numbers
		}
		text = formula + " = " + text
	case s.Kind == Computed:
		text = format(f.formula, nil, nil) + " = " + text
	case s.Kind == Solved:
		text += ", " + fmt.Sprintf(p.word("solves"), format(f.formula, nil, nil))
	}
	if s.When != "" {
		text += ", " + p.word("when") + format(f.when, nil, nil)
	}
	p.line(2, "%s = %s   # %s", symbol, text, p.remarks(s, &c))
}

// cases writes those of a decision, each with its numbers and whether it holds.
func (p *printer) cases(s Step, f formulas) {
	width := 0
	for _, c := range s.Cases {
		width = max(width, utf8.RuneCountInString(c.Name))
	}
	for i, c := range s.Cases {
		mark := "✗"
		if c.Holds {
			mark = "✓"
		}
		text := fmt.Sprintf("%s %s%s %s", mark, c.Name, strings.Repeat(" ", width-utf8.RuneCountInString(c.Name)), p.in(c.What))
		if f.cases[i] != nil {
			text += ": " + format(f.cases[i], nil, nil)
			if numbers := format(f.cases[i], p.d, nil); numbers != "" {
				text += ": " + numbers
			}
		}
		p.line(4+p.width, "%s", strings.TrimRight(text, " "))
	}
}

// table writes columns of one index side by side.
func (p *printer) table(steps []Step, parsed []formulas) {
	for i, s := range steps {
		head := s.Symbol + "[" + s.Index + "]"
		if s.Kind == Computed {
			head += " = " + format(parsed[i].formula, nil, nil)
		}
		if s.When != "" {
			head += ", " + p.word("when") + format(parsed[i].when, nil, nil)
		}
		p.line(2, "%s   # %s", head, p.remarks(s, nil))
	}
	heads := []string{steps[0].Index}
	for _, s := range steps {
		head := s.Symbol
		if s.Unit != "" {
			head += " [" + s.Unit + "]"
		}
		heads = append(heads, head)
	}
	lines, ends := [][]string{heads}, []string{""}
	rows := p.d.def.Indices[p.d.indices[steps[0].Index]].Rows
	for n, row := range rows {
		if n == p.rows {
			break
		}
		line, end := []string{row.ID}, []string{}
		remark := func(texts ...string) {
			for _, t := range texts {
				if t != "" && !slices.Contains(end, t) {
					end = append(end, t)
				}
			}
		}
		remark(p.in(row.Label), row.Source)
		for _, s := range steps {
			x := s.Values[n]
			line = append(line, p.value(x))
			remark(p.in(x.Undefined), x.Source)
		}
		lines, ends = append(lines, line), append(ends, strings.Join(end, "; "))
	}
	widths := make([]int, len(heads))
	for _, line := range lines {
		for i, t := range line {
			widths[i] = max(widths[i], utf8.RuneCountInString(t))
		}
	}
	for n, line := range lines {
		var b strings.Builder
		for i, t := range line {
			b.WriteString(t + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(t)+2))
		}
		p.line(6, "%s", strings.TrimRight(b.String()+ends[n], " "))
	}
	if more := len(rows) - p.rows; p.rows >= 0 && more > 0 {
		p.line(6, "%s", fmt.Sprintf(p.word("more"), more))
	}
}

// roundings says once what is rounded alike.
func (p *printer) roundings() {
	var rules []Rounding
	of := map[Rounding][]string{}
	for _, s := range p.d.def.Steps {
		if s.Kind != Computed && s.Kind != Solved || s.Rounding.Mode == Exact {
			continue
		}
		if of[s.Rounding] == nil {
			rules = append(rules, s.Rounding)
		}
		of[s.Rounding] = append(of[s.Rounding], s.Symbol)
	}
	for _, r := range rules {
		p.line(0, "%s%s: %s", p.word("rounding"), p.in(r.term()), strings.Join(of[r], ", "))
	}
}
