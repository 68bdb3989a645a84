package bridge

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Chain is a row of bridges, each from where the one before ends: the history of
// one figure through its vintages. It is immutable; the zero Chain is empty.
type Chain struct{ bridges []Bridge }

// maxChain bounds the bridges of a chain.
const maxChain = 1000

// NewChain joins bridges of one figure, in the order of its vintages. A bridge that
// does not begin where the one before ends is refused: at another place, view or
// metric with a [*ghg.MismatchError], in another year, amount or vintage with a
// [ghg.Fault] each; so are no bridge at all and a zero Bridge. All of it is reported.
func NewChain(bridges ...Bridge) (Chain, error) {
	var faults ghg.Faults
	if n := len(bridges); n == 0 || n > maxChain {
		faults.Refuse("chain", "bridges", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxChain))
		return Chain{}, faults
	}
	var errs []error
	for i, b := range bridges {
		switch {
		case b.def == nil:
			faults.Refuse("chain", fmt.Sprintf("bridge %d", i+1), "", ErrNoBridge.Error())
		case i > 0 && bridges[i-1].def != nil:
			if err := meets(i, bridges[i-1], b, &faults); err != nil {
				errs = append(errs, err)
			}
		}
	}
	if err := errors.Join(append([]error{faults.Err()}, errs...)...); err != nil {
		return Chain{}, err
	}
	return Chain{slices.Clone(bridges)}, nil
}

// meets says how a bridge does not begin where the one before ends.
func meets(i int, a, b Bridge, faults *ghg.Faults) error {
	end, begin := a.To(), b.From()
	before := ghg.Basis{Place: a.Place(), View: a.ToView(), Metric: end.CO2e.Metric()}
	after := ghg.Basis{Place: b.Place(), View: b.FromView(), Metric: begin.CO2e.Metric()}
	for _, x := range []struct {
		field    string
		same     bool
		was, now string
	}{
		{"year", a.Year() == b.Year(), fmt.Sprint(a.Year()), fmt.Sprint(b.Year())},
		{"amount", end.CO2e.Tonnes().Equal(begin.CO2e.Tonnes()), end.CO2e.String(), begin.CO2e.String()},
		{"vintage", end.Vintage == begin.Vintage, end.Vintage.String(), begin.Vintage.String()},
	} {
		if !x.same {
			faults.Add(ghg.Fault{Code: ghg.FaultMismatch, Of: fmt.Sprintf("bridge %d", i+1), Field: x.field, Value: x.now,
				Detail: "it begins there, and the one before ends at " + x.was + ": put a bridge between them"})
		}
	}
	return before.Meets(fmt.Sprintf("the end of bridge %d", i), after, fmt.Sprintf("the begin of bridge %d", i+1))
}

// Len is the number of bridges.
func (c Chain) Len() int { return len(c.bridges) }

// Bridges yields the bridges, the earliest vintage first.
func (c Chain) Bridges() iter.Seq[Bridge] {
	return func(yield func(Bridge) bool) {
		for _, b := range c.bridges {
			if !yield(b) {
				return
			}
		}
	}
}

// From is the figure that the chain starts at.
func (c Chain) From() ghg.YearFigure {
	if len(c.bridges) == 0 {
		return ghg.YearFigure{}
	}
	return c.bridges[0].From()
}

// To is the figure that the chain ends at.
func (c Chain) To() ghg.YearFigure {
	if len(c.bridges) == 0 {
		return ghg.YearFigure{}
	}
	return c.bridges[len(c.bridges)-1].To()
}

// Change is To - From: the changes of all bridges together. It is of mixed
// metrics where the first and the last figure are on two.
func (c Chain) Change() Difference { return differenceOf(c.From().CO2e, c.To().CO2e) }

// Relative is (To - From)/From, as [Bridge.Relative] gives it.
func (c Chain) Relative() ghg.Ratio {
	if len(c.bridges) == 0 {
		return ghg.Undefined(ErrNoBridge.Error())
	}
	return relative(c.Change(), c.From())
}

// String is the chain as one line: the figures one after the other, and the
// change from first to last.
func (c Chain) String() string {
	if len(c.bridges) == 0 {
		return "no bridge"
	}
	s := fmt.Sprintf("%s %d: %s", c.bridges[0].Place(), c.bridges[0].Year(), c.From().CO2e)
	for _, b := range c.bridges {
		s += " → " + b.To().CO2e.String()
	}
	return s + ": " + words.Signed(c.Change().String()) + relativeText(c)
}

// Details writes the chain as a table: each figure, between them the lines with
// what they add and what all lines so far have added up to, and the sum.
// Amounts without a unit are tonnes; a step between two metrics says so.
func (c Chain) Details() string {
	if len(c.bridges) == 0 {
		return "no bridge\n"
	}
	var t words.Rows
	first := c.bridges[0]
	t.Row("restatements", "%s %d, %s to %s", first.Place(), first.Year(), c.From().Vintage, c.To().Vintage)
	t.Row("figure", "%s", endText(c.From(), first.FromView()))
	amounts, sums := c.columns()
	i := 0
	for _, b := range c.bridges {
		for l := range b.Lines() {
			t.Row("  line", "%s  %s  %s", amounts[i], sums[i], l.text())
			i++
		}
		if b.Change().IsMixed() {
			t.Row("", "from %s to %s: these lines are CO2e on neither metric",
				b.From().CO2e.Metric().ID(), b.To().CO2e.Metric().ID())
		}
		if u, text := b.unlike(); !u.IsZero() {
			t.Row("not in both", "%s", text)
		}
		t.Row("figure", "%s", endText(b.To(), b.ToView()))
	}
	t.Row("change", "last - first = %s - %s = %s%s", c.To().CO2e.Tonnes(), c.From().CO2e.Tonnes(),
		words.Signed(c.Change().String()), relativeText(c))
	return t.String()
}

// columns are the amounts of all lines and what they have added up to, each
// padded to one width.
func (c Chain) columns() (amounts, sums []string) {
	var sum decimal.Decimal
	for b := range c.Bridges() {
		for l := range b.Lines() {
			sum = sum.Add(l.amount.t)
			amounts = append(amounts, l.amountText())
			sums = append(sums, words.Signed(sum.String()))
		}
	}
	for _, column := range [][]string{amounts, sums} {
		width := 0
		for _, s := range column {
			width = max(width, utf8.RuneCountInString(s))
		}
		for i, s := range column {
			column[i] = pad(s, width)
		}
	}
	return amounts, sums
}
