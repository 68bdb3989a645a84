package rank

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// QuantileRule says how a quantile is taken from n values (Hyndman and Fan,
// 1996). The zero QuantileRule is refused.
type QuantileRule uint8

// The definitions of a quantile.
const (
	_                 QuantileRule = iota
	InverseCDF                     // a value of the list: type 1
	AveragedCDF                    // the same, the mean of two at a step: type 2
	ExclusiveQuantile              // type 6, as QUARTILE.EXC
	InclusiveQuantile              // type 7, as QUARTILE.INC
)

var quantileRules = []string{"none", "inverse CDF (type 1)", "averaged CDF (type 2)", "exclusive (type 6)", "inclusive (type 7)"}

// String is the rule with its number in Hyndman and Fan.
func (q QuantileRule) String() string { return word("quantile", quantileRules, uint8(q)) }

// Korean is the same in Korean: 누적분포의 역함수(유형 1).
func (q QuantileRule) Korean() string { return words.SetName("ghg/rank.QuantileRule", q.String()) }

var (
	half = decimal.New(5, -1)
	one  = decimal.New(1, 0)
)

var errNoPeers = errors.New("no peers: make them with rank.NewPeers")

// Quantile is the value below which a fraction of the places lies, by a rule,
// exactly. It is of the values in ascending order, whatever is better. An
// [ExclusiveQuantile] before the first or beyond the last value is that value.
func (p Peers) Quantile(fraction ghg.Share, rule QuantileRule) (decimal.Decimal, error) {
	f := fraction.Fraction()
	switch {
	case p.IsZero():
		return decimal.Decimal{}, errNoPeers
	case rule < InverseCDF || rule > InclusiveQuantile:
		return decimal.Decimal{}, errors.New("no definition of a quantile given: name one, such as rank.InclusiveQuantile")
	case fraction.IsUnset():
		return decimal.Decimal{}, errors.New("no fraction is given: the median is at 50%")
	case f.IsNegative() || f.GreaterThan(one):
		return decimal.Decimal{}, fmt.Errorf("quantile at %s: allowed are 0%% to 100%%", fraction)
	}
	x := p.def.ascending
	n := decimal.New(int64(len(x)), 0)
	var h decimal.Decimal // position from 1
	switch rule {
	case InverseCDF, AveragedCDF:
		h = n.Mul(f)
		whole := h.Ceil()
		if h.Equal(whole) && rule == AveragedCDF {
			return at(x, h).Add(at(x, h.Add(one))).Mul(half), nil
		}
		return at(x, whole), nil
	case ExclusiveQuantile:
		h = n.Add(one).Mul(f)
	default:
		h = n.Sub(one).Mul(f).Add(one)
	}
	below := h.Floor()
	a, b := at(x, below), at(x, below.Add(one))
	return a.Add(b.Sub(a).Mul(h.Sub(below))), nil
}

// at is the value at a whole position from 1, or the nearest one.
func at(x []decimal.Decimal, position decimal.Decimal) decimal.Decimal {
	return x[min(max(position.IntPart(), 1), int64(len(x)))-1]
}

// Median is the middle value, or the mean of the two in the middle.
func (p Peers) Median() (decimal.Decimal, error) {
	return p.Quantile(middle, AveragedCDF)
}

// Quartiles are the values at a quarter, a half and three quarters, by one
// rule.
func (p Peers) Quartiles(rule QuantileRule) (q1, q2, q3 decimal.Decimal, err error) {
	for _, q := range []struct {
		out *decimal.Decimal
		at  ghg.Share
	}{{&q1, quarter}, {&q2, middle}, {&q3, threeQuarters}} {
		if *q.out, err = p.Quantile(q.at, rule); err != nil {
			return decimal.Decimal{}, decimal.Decimal{}, decimal.Decimal{}, err
		}
	}
	return q1, q2, q3, nil
}

var quarter, middle, threeQuarters = ghg.MustShare("25%"), ghg.MustShare("50%"), ghg.MustShare("75%")

// best is the best value of peers that are there.
func (p Peers) best() decimal.Decimal {
	if p.def.criterion.Better == LowerIsBetter {
		return p.def.ascending[0]
	}
	return p.def.ascending[len(p.def.ascending)-1]
}
