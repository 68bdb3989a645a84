package topdown

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// Cuts are what is counted from below: the actions of a portfolio, in one kind.
// The zero Cuts are refused.
type Cuts struct {
	portfolio  strategy.Portfolio
	kind       strategy.Kind
	evaluation strategy.Evaluation
	evaluated  bool
}

// Plain takes the plain sums of a portfolio, as [strategy.Portfolio.Total] does:
// amounts that were measured after the fact.
func Plain(p strategy.Portfolio, kind strategy.Kind) Cuts {
	return Cuts{portfolio: p, kind: kind}
}

// Evaluated takes the joint effects of an evaluation, where actions overlap.
func Evaluated(e strategy.Evaluation) Cuts {
	return Cuts{portfolio: e.Portfolio(), kind: e.Kind(), evaluation: e, evaluated: true}
}

// refuse adds what is wrong with the cuts.
func (c Cuts) refuse(faults *ghg.Faults, of string) {
	switch c.kind {
	case strategy.Implemented, strategy.Verified, strategy.Claimed:
	case 0:
		faults.Refuse(of, "kind", "", strategy.ErrNoKind.Error())
	default:
		faults.Refuse(of, "kind", c.kind.String(),
			"these have not happened: implemented, verified and claimed ones can be held against an inventory")
	}
	if c.portfolio.IsZero() {
		faults.Refuse(of, "cuts", "", strategy.ErrNoPortfolio.Error())
	}
}

// total is what is counted in a year.
func (c Cuts) total(year int) (strategy.Total, error) {
	var t strategy.Total
	if c.evaluated {
		y, ok := c.evaluation.Year(year)
		if !ok {
			return t, &ghg.NoFigureError{Of: "baseline " + words.Quote(c.evaluation.Baseline().Name()), Year: year,
				Remedy: "the evaluation does not reach that year: extend the baseline"}
		}
		t = y.Total()
	} else {
		var err error
		if t, err = c.portfolio.Total(c.kind, year); err != nil {
			return t, fmt.Errorf("%d: %w", year, err)
		}
	}
	if !t.IsQuantified() {
		return t, &ghg.NoFigureError{Of: fmt.Sprintf("%s reductions of portfolio %s", c.kind, words.Quote(c.portfolio.Name())), Year: year,
			Remedy: "no action has an amount: what is missing is not 0"}
	}
	return t, nil
}

// BaseCuts says what is known of the cuts that stand in the base year already.
// It changes the result, so it is always an argument; the zero BaseCuts is
// refused.
type BaseCuts uint8

// What may be said of the base year.
const (
	// CountedInBase takes the amounts of the base year off: they are in both
	// inventories.
	CountedInBase BaseCuts = iota + 1
	// NoneInBase states that no action had cut anything in the base year.
	NoneInBase
)

// String is what is said in words.
func (b BaseCuts) String() string { return b.term().En }

// Korean is what is said, in Korean.
func (b BaseCuts) Korean() string { return b.term().Ko }

func (b BaseCuts) term() words.Term {
	if b == CountedInBase || b == NoneInBase {
		return baseCuts[b]
	}
	return baseCuts[0]
}

var baseCuts = [...]words.Term{{En: "nothing said of the base year", Ko: "기준연도 미기재"},
	CountedInBase: {En: "counted in the base year", Ko: "기준연도 집계"}, NoneInBase: {En: "none in the base year", Ko: "기준연도 감축 없음"}}

// MarshalText writes what String says.
func (b BaseCuts) MarshalText() ([]byte, error) { return []byte(b.String()), nil }
