package derivation

import (
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
)

// parser reads a formula from its words.
type parser struct {
	tokens []token
	at     int
	depth  int
}

// parse reads a formula. A parser may read another one then: what it reads keeps none of
// its words.
func (p *parser) parse(formula string) (node, error) {
	tokens, err := lex(formula, p.tokens[:0])
	if err != nil {
		return nil, err
	}
	*p = parser{tokens: tokens}
	n, err := p.any()
	if t := p.peek(); err == nil && t.kind != tokenEnd {
		err = expected("an operation or the end", t)
	}
	return n, err
}

func (p *parser) peek() token { return p.tokens[p.at] }

func (p *parser) next() token {
	t := p.tokens[p.at]
	if t.kind != tokenEnd {
		p.at++
	}
	return t
}

// take moves on where the next word is a mark or a word of the grammar.
func (p *parser) take(text string) bool {
	if p.peek().text != text {
		return false
	}
	p.at++
	return true
}

func (p *parser) need(text string) error {
	if !p.take(text) {
		return expected(fmt.Sprintf("%q", text), p.peek())
	}
	return nil
}

func expected(what string, t token) error {
	return fmt.Errorf("at byte %d: %s is needed, not %q", t.at, what, t.text)
}

// level is how loosely an operation binds, from 0 on, or -1 for what is none.
func level(t token) int {
	switch t.text {
	case "or":
		return levelOr
	case "and":
		return levelAnd
	case "=", "≠", "<", "≤", ">", "≥":
		return levelComparison
	case "+", "-":
		return levelSum
	case "×", "/":
		return levelProduct
	}
	return -1
}

// The levels of operations, from the loosest to the tightest.
const (
	levelOr = iota
	levelAnd
	levelComparison
	levelSum
	levelProduct
)

func (p *parser) any() (node, error) { return p.level(levelOr) }

// level reads operations of a level and of tighter ones.
func (p *parser) level(least int) (node, error) {
	if p.depth++; p.depth > maxDepth {
		return nil, fmt.Errorf("it is nested more than %d deep", maxDepth)
	}
	n, err := p.operations(least)
	p.depth--
	return n, err
}

func (p *parser) operations(least int) (node, error) {
	left, err := p.unary()
	for most := levelProduct; err == nil; {
		l := level(p.peek())
		if l < least || l > most {
			return left, nil
		}
		mark := p.next().text
		var right node
		right, err = p.operations(l + 1)
		left = &binary{mark, left, right}
		if most = l; l == levelComparison { // a < b < c says nothing
			most = l - 1
		}
	}
	return nil, err
}

func (p *parser) unary() (node, error) {
	if p.take("-") {
		if p.depth++; p.depth > maxDepth {
			return nil, fmt.Errorf("it is nested more than %d deep", maxDepth)
		}
		defer func() { p.depth-- }()
		n, err := p.unary()
		return negation{n}, err
	}
	base, err := p.atom()
	if err != nil || !p.take("^") {
		return base, err
	}
	exponent, err := p.unary() // 2^3^4 is 2^(3^4)
	return &binary{"^", base, exponent}, err
}

func (p *parser) atom() (node, error) {
	t := p.next()
	switch {
	case t.kind == tokenNumber:
		d, err := exact.Parse(t.text)
		if err != nil {
			return nil, fmt.Errorf("at byte %d: %w", t.at, err)
		}
		return number{d}, nil
	case t.text == "(":
		n, err := p.any()
		if err != nil {
			return nil, err
		}
		return n, p.need(")")
	case t.kind == tokenName && p.take("("):
		return p.function(t)
	case t.kind == tokenName && !reserved[t.text]:
		n := name{symbol: t.text}
		if !p.take("[") {
			return n, nil
		}
		var err error
		if n.row, err = p.level(levelSum); err != nil {
			return nil, err
		}
		return n, p.need("]")
	}
	return nil, expected("a number, a symbol or a bracket", t)
}

// function reads what stands in the brackets of one.
func (p *parser) function(t token) (node, error) {
	switch t.text {
	case "sum", "prod", "min", "max", "integral":
		if p.isOver() {
			return p.over(t.text)
		}
	}
	want, known := functions[t.text]
	if t.text == "min" || t.text == "max" {
		want, known = 2, true
	}
	if !known {
		return nil, fmt.Errorf("at byte %d: no function %q", t.at, t.text)
	}
	c := &call{function: t.text}
	for {
		n, err := p.any()
		if err != nil {
			return nil, err
		}
		if c.of = append(c.of, n); !p.take(";") {
			break
		}
	}
	if len(c.of) != want {
		return nil, fmt.Errorf("at byte %d: %s takes %d, not %d", t.at, t.text, want, len(c.of))
	}
	if _, ok := c.of[0].(name); c.function == "known" && !ok {
		return nil, fmt.Errorf("at byte %d: known asks of a symbol or cell", t.at)
	}
	return c, p.need(")")
}

// isOver reports whether an index follows, and not a part: "i:", "i =", "j ≠ i:".
func (p *parser) isOver() bool {
	if p.peek().kind != tokenName {
		return false
	}
	switch p.tokens[p.at+1].text {
	case ":":
		return true
	case "=", "≠":
		open := 0
		for _, t := range p.tokens[p.at+1:] { // a comparison has no colon before its bracket ends
			switch {
			case t.text == "(":
				open++
			case t.text == ")" && open > 0:
				open--
			case t.text == ")" || t.text == ";" && open == 0:
				return false
			case t.text == ":" && open == 0:
				return true
			}
		}
	}
	return false
}

func (p *parser) over(function string) (node, error) {
	o := &over{function: function, index: p.next().text}
	if !isName(o.index) {
		return nil, fmt.Errorf("%q is no index", o.index)
	}
	var err error
	switch {
	case function != "integral" && p.take("="):
		if o.from, err = p.level(levelSum); err == nil {
			if err = p.need(".."); err == nil {
				o.to, err = p.level(levelSum)
			}
		}
	case function != "integral" && p.take("≠"):
		o.but = p.next().text
	}
	if err == nil {
		err = p.need(":")
	}
	if err != nil {
		return nil, err
	}
	if o.of, err = p.any(); err != nil {
		return nil, err
	}
	return o, p.need(")")
}
