package claim

import (
	"math/big"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// number is one printed number of a claim.
type number struct {
	name string
	text string   // as printed
	unit string   // as printed: "Mt", "%", or "" of a fraction
	one  *big.Rat // one of that unit, in tonnes or as a fraction
	span span     // in tonnes or as a fraction

	view   ghg.View // stated basis of an amount
	metric ghg.Metric
	amount bool
}

// amountNumber is nil where no amount was printed.
func amountNumber(name string, a Amount) *number {
	f := a.Figure
	one, err := ghg.NewMass(decimal.New(1, 0), f.Unit())
	if err != nil { // it has no unit, as nothing was printed
		return nil
	}
	return &number{name: name, text: f.String(), unit: f.Unit().String(), one: one.Tonnes().Rat(),
		span: printed(f.Mass().Tonnes(), f.HalfUnit().Tonnes()), view: a.View, metric: a.Metric, amount: true}
}

// shareNumber is nil where no share was printed.
func shareNumber(name string, s ShareFigure) *number {
	if s.IsUnset() {
		return nil
	}
	n := &number{name: name, text: s.String(), one: big.NewRat(1, 1), span: printed(s.Fraction(), s.HalfUnit())}
	if s.percent {
		n.unit, n.one = "%", big.NewRat(1, 100)
	}
	return n
}

// printed is a value in the unit that the number was printed in.
func (n *number) printed(x *big.Rat) decimal.Decimal {
	return rounded(new(big.Rat).Quo(x, n.one), places)
}

// term is a formula over printed numbers, each of which stands in it once,
// so that the lowest and highest value of the whole follow from those of its
// parts (Moore's rule of interval arithmetic). Value and text come from the
// same term.
type term struct {
	sign byte // of the operation; 0 of a number
	a, b *term
	num  *number // nil of a count
	n    int     // a count, or the degree of a power or root
	name string  // of a count

	decided bool // of a number: it stands for itself alone, whatever its digits
}

func numeral(n *number) *term { return &term{num: n} }

var ratOne = &term{n: 1, name: "1"}

func (t *term) plus(u *term) *term  { return &term{sign: '+', a: t, b: u} }
func (t *term) minus(u *term) *term { return &term{sign: '-', a: t, b: u} }
func (t *term) times(u *term) *term { return &term{sign: '*', a: t, b: u} }
func (t *term) over(u *term) *term  { return &term{sign: '/', a: t, b: u} }

// shareOf is t as a share of u, which there is none of where u is not above zero.
func (t *term) shareOf(u *term) *term { return &term{sign: '%', a: t, b: u} }

func (t *term) pow(n int) *term  { return &term{sign: '^', a: t, n: n} }
func (t *term) root(n int) *term { return &term{sign: 'r', a: t, n: n} }

// left is the share that is left of the whole: 1 - t.
func (t *term) left() *term {
	if t.sign == '-' && t.a == ratOne { // of what is left of a share, the share
		return t.b
	}
	return ratOne.minus(t)
}

func (t *term) span() span {
	switch t.sign {
	case '+':
		return t.a.span().plus(t.b.span())
	case '-':
		return t.a.span().minus(t.b.span())
	case '*':
		return t.a.span().times(t.b.span())
	case '/':
		return t.a.span().over(t.b.span())
	case '%':
		return t.a.span().shareOf(t.b.span())
	case '^':
		return t.a.span().pow(t.n)
	case 'r':
		return t.a.span().root(t.n)
	}
	switch {
	case t.num != nil && t.decided:
		mid := t.num.span.mid
		return span{mid: mid, low: mid, high: mid}
	case t.num != nil:
		return t.num.span
	}
	return whole(int64(t.n))
}

// words is the formula with the names of the numbers.
func (t *term) words() string {
	return t.write("years", func(n *number) string { return n.name })
}

// figures is the formula with the numbers as printed.
func (t *term) figures() string {
	return t.write("", func(n *number) string { return n.text })
}

func (t *term) write(years string, text func(*number) string) string {
	count := func(n int) string {
		if years == "" {
			return strconv.Itoa(n)
		}
		return years
	}
	inner := func(u *term, atLeast int) string {
		s := u.write(years, text)
		if u.binds() < atLeast {
			return "(" + s + ")"
		}
		return s
	}
	switch t.sign {
	case '+':
		return inner(t.a, 1) + " + " + inner(t.b, 1)
	case '-':
		return inner(t.a, 1) + " - " + inner(t.b, 2)
	case '*':
		return inner(t.a, 2) + " × " + inner(t.b, 2)
	case '/', '%':
		return inner(t.a, 2) + "/" + inner(t.b, 3)
	case '^':
		return inner(t.a, 4) + "^" + count(t.n)
	case 'r':
		return inner(t.a, 4) + "^(1/" + count(t.n) + ")"
	}
	switch {
	case t.num != nil:
		return text(t.num)
	case t.name != "":
		return t.name
	}
	return count(t.n)
}

// binds says how strongly a term holds together.
func (t *term) binds() int {
	switch t.sign {
	case '+', '-':
		return 1
	case '*', '/', '%':
		return 2
	case '^', 'r':
		return 3
	}
	return 4
}

// numbers are the printed numbers of the term, in their order.
func (t *term) numbers() []*number {
	switch {
	case t == nil:
		return nil
	case t.num != nil:
		return []*number{t.num}
	}
	return append(t.a.numbers(), t.b.numbers()...)
}
