package strategy

import (
	"math/big"

	"github.com/shopspring/decimal"
)

// figures are those of an effect by year from a first year on, as integers: an
// evaluation asks for each of them, and a decimal's lie all over the memory.
type figures struct {
	first int
	all   []figure // none where the years lie far apart
}

// figure is a coefficient with its power of ten.
type figure struct {
	coefficient int64
	power       int32
	known       bool
	long        bool // the coefficient is longer than that
}

// figuresOf are those of an effect, of amounts in tonnes or of shares.
func figuresOf(e *Effect) figures {
	first, last := e.span()
	f := figures{first: first}
	if last-first > 4*(e.Reductions.Len()+e.Cuts.Len()) {
		return f
	}
	f.all = make([]figure, last-first+1)
	for year, c := range e.Reductions.All() {
		f.all[year-f.first] = figureOf(c.Tonnes())
	}
	for year, s := range e.Cuts.All() {
		f.all[year-f.first] = figureOf(s.Fraction())
	}
	return f
}

func figureOf(d decimal.Decimal) figure {
	if d.NumDigits() > fitDigits {
		return figure{known: true, long: true}
	}
	return figure{d.CoefficientInt64(), d.Exponent(), true, false}
}

// cut is the figure of an effect in a year, if it has one.
func (pl *placement) cut(x *placed, year int) (num *big.Int, power int32, ok bool) {
	if at := year - x.figures.first; at >= 0 && at < len(x.figures.all) {
		switch f := &x.figures.all[at]; {
		case !f.known:
			return nil, 0, false
		case !f.long:
			return pl.pool.next().SetInt64(f.coefficient), f.power, true
		}
	}
	var d decimal.Decimal
	if x.Reductions.IsZero() {
		s, known := x.Cuts.At(year)
		d, ok = s.Fraction(), known
	} else {
		r, known := x.Reductions.At(year)
		d, ok = r.Tonnes(), known
	}
	if !ok {
		return nil, 0, false
	}
	return pl.pool.coefficient(d), d.Exponent(), true
}
