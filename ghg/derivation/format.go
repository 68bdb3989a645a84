package derivation

import (
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// tightness is how tightly an operation binds.
var tightness = map[string]int{"or": 1, "and": 2, "=": 3, "≠": 3, "<": 3, "≤": 3, ">": 3, "≥": 3, "+": 4, "-": 4, "×": 5, "/": 5, "^": 7}

const (
	tightNegation = 6
	tightAtom     = 8
)

// grouped is a number with its thousands apart, from five digits on: 2030 is a year.
func grouped(text string) string {
	whole, _, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	if len(whole) < len("10000") {
		return text
	}
	return words.Grouped(text)
}

// mostTerms is how many terms of a sum are written out with their numbers.
const mostTerms = 3

// format writes a formula, with the numbers of a derivation in place of symbols where one
// is given. It is empty where a number is not known or a sum has too many terms.
func format(n node, d *Derivation, s scope) string {
	f := formatter{d: d}
	text, _ := f.node(n, s)
	if f.isEmpty {
		return ""
	}
	return text
}

type formatter struct {
	d       *Derivation
	isEmpty bool
}

func (f *formatter) in(n node, s scope, least int) string {
	text, tight := f.node(n, s)
	if tight < least {
		return "(" + text + ")"
	}
	return text
}

// node is a part as text, and how tightly it binds.
func (f *formatter) node(n node, s scope) (string, int) {
	switch n := n.(type) {
	case number:
		if f.d == nil { // a formula is written as it is read
			return numberText(n.value), tightAtom
		}
		return grouped(numberText(n.value)), tightAtom
	case name:
		return f.name(n, s)
	case negation:
		return "-" + f.in(n.of, s, tightNegation), tightNegation
	case *binary:
		t := tightness[n.mark]
		left, right := t, t+1
		switch {
		case n.mark == "^": // 2^(3^4) needs none to the right
			left, right = t+1, tightNegation
		case t == 3:
			left = t + 1
		}
		mark := " " + n.mark + " "
		if n.mark == "^" {
			mark = n.mark
		}
		return f.in(n.left, s, left) + mark + f.in(n.right, s, right), t
	case *call:
		if n.function == "known" && f.d != nil { // whether a value is there says its step
			f.isEmpty = true
		}
		parts := make([]string, len(n.of))
		for i, x := range n.of {
			parts[i], _ = f.node(x, s)
		}
		return n.function + "(" + strings.Join(parts, "; ") + ")", tightAtom
	case *over:
		return f.over(n, s)
	}
	return "", tightAtom
}

func (f *formatter) name(n name, s scope) (string, int) {
	if f.d == nil {
		if n.row == nil {
			return n.symbol, tightAtom
		}
		row, _ := f.node(n.row, s)
		return n.symbol + "[" + row + "]", tightAtom
	}
	e := evaluator{d: f.d, whole: map[*over]value{}}
	if b := s.find(n.symbol); b != nil && n.row == nil {
		if b.at == nil {
			f.isEmpty = true
			return "", tightAtom
		}
		return b.row, tightAtom
	}
	c, err := e.cell(n, s)
	if err != nil || c == nil || !c.IsDefined() {
		f.isEmpty = true
		return "", tightAtom
	}
	text := grouped(numberText(c.Number))
	if c.Number.Sign() < 0 {
		return text, tightNegation
	}
	return text, tightAtom
}

// over is an aggregate; with numbers, its terms written out.
func (f *formatter) over(o *over, s scope) (string, int) {
	marks := map[string]string{"sum": " + ", "prod": " × "}
	if f.d != nil {
		mark, ok := marks[o.function]
		e := evaluator{d: f.d, whole: map[*over]value{}}
		rows, err := e.rowsOf(o, s)
		if !ok || err != nil || len(rows) == 0 || len(rows) > mostTerms {
			f.isEmpty = true
			return "", tightAtom
		}
		t := tightness[strings.TrimSpace(mark)]
		parts := make([]string, len(rows))
		for i, b := range rows {
			parts[i] = f.in(o.of, append(s[:len(s):len(s)], b), t+1)
			if len(rows) == 1 {
				return f.node(o.of, append(s[:len(s):len(s)], b))
			}
		}
		return strings.Join(parts, mark), t
	}
	head := o.index
	switch {
	case o.from != nil:
		head += " = " + f.in(o.from, s, 4) + ".." + f.in(o.to, s, 4)
	case o.but != "":
		head += " ≠ " + o.but
	}
	of, _ := f.node(o.of, s)
	return o.function + "(" + head + ": " + of + ")", tightAtom
}
