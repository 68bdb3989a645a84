package series

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// LocalTrends follows a statistic s through a gap between two figures, by the ratio of series
// to statistic on both sides of it. With a and b the last year before the gap and the first
// one after it:
//
//	y(t) = s(t) × k(t)                                   a < t < b
//	k(t) = k(l) + (k(r) − k(l)) × (t − l)/(r − l)        l = a + 1, r = b − 1
//	k(l) = Y(l)/S(l)    Y, S: lines through y and s in the n years up to a
//	k(r) = Y(r)/S(r)    Y, S: lines through y and s in the n years from b on
//
// The lines are those of least squares, taken on to the first and the last year of the gap.
// In a gap of one year, where l is r, k is the mean of the two ratios. One odd year beside
// the gap moves what fills it less than with a [Surrogate], and the series has no step at
// the end. Before the first figure and after the last one there is one side alone: Surrogate
// stands there.
//
// It is no method of the IPCC, but one of composite series of emissions (Gütschow et al.
// 2016, Earth Syst. Sci. Data 8, 571–603); where on the lines a ratio is read, and what a gap
// of one year has, is this package's.
//
// Series and statistic must have each year of the lines, and the statistic the years to fill.
// Where a line of the statistic comes to 0 or less there is no ratio; where one of the series
// comes to 0, or to another sign than any of the figures, the ratio is of no such series. Both
// are refused ([FaultNoRatio]).
type LocalTrends struct {
	Of         ghg.Years[decimal.Decimal] `json:"of,omitzero"` // 0 or more
	TrendYears int                        `json:"trendYears"`  // n, from 2 to 100
}

// FaultNoRatio is the code of local trends that have no ratio.
const FaultNoRatio = "no-ratio"

// String is the method with its source.
func (LocalTrends) String() string { return methodNames.trends.En }

// Korean is the method in Korean.
func (LocalTrends) Korean() string { return methodNames.trends.Ko }

func (x LocalTrends) check(faults *ghg.Faults) {
	const of = "local trends"
	checkStatistic(faults, of, x.Of)
	if x.TrendYears < 2 || x.TrendYears > maxOverlap {
		faults.Refuse(of, "trend years", strconv.Itoa(x.TrendYears), fmt.Sprintf("a trend is of 2 to %d years", maxOverlap))
	}
}

func (x LocalTrends) fill(l *line, year int) (step, error) {
	a, b, err := l.around(year)
	if err != nil {
		return step{}, err
	}
	left, right := a.year+1, b.year-1
	before, err := x.side(l, a.year-x.TrendYears+1, left)
	if err != nil {
		return step{}, err
	}
	after, err := x.side(l, b.year, right)
	if err != nil {
		return step{}, err
	}
	out := step{uses: append(before.figures, after.figures...)}
	if err := oneSign(l.of, out.uses, before, after); err != nil {
		return step{}, err
	}
	here, err := need(x.Of, year)
	if err != nil {
		return step{}, err
	}
	out.others = append(append(before.values, after.values...), here)
	k := new(big.Rat).Sub(after.ratio, before.ratio)
	text := fmt.Sprintf("(%s + %s)/2", short(before.ratio), short(after.ratio))
	if left == right {
		k.Mul(k, big.NewRat(1, 2))
	} else {
		k.Mul(k, big.NewRat(int64(year-left), int64(right-left)))
		text = fmt.Sprintf("(%s + (%s - %s) × (%d - %d)/(%d - %d))", short(before.ratio), short(after.ratio), short(before.ratio),
			year, left, right, left)
	}
	k.Add(k, before.ratio)
	out.value = k.Mul(k, here.tonnes.Rat())
	out.arithmetic = fmt.Sprintf("%s × %s, %s of %d; %s; %s", here.tonnes, text, x.Of.Name(), year, before, after)
	return out, nil
}

// sideRatio is that of series to statistic on one side of a gap.
type sideRatio struct {
	first, last, at int // years of the lines, and the one that they are taken to
	y, s, ratio     *big.Rat
	figures, values []point
}

// side is read off the lines of the years from a first one on, in a year beside them.
func (x LocalTrends) side(l *line, first, at int) (sideRatio, error) {
	out := sideRatio{first: first, last: first + x.TrendYears - 1, at: at}
	var y, s leastSquares
	for year := out.first; year <= out.last; year++ {
		p, err := l.need(year)
		if err != nil {
			return sideRatio{}, err
		}
		v, err := need(x.Of, year)
		if err != nil {
			return sideRatio{}, err
		}
		y.add(whole(year), p.tonnes.Rat())
		s.add(whole(year), v.tonnes.Rat())
		out.figures, out.values = append(out.figures, p), append(out.values, v)
	}
	ySlope, _ := y.slope() // years differ
	sSlope, _ := s.slope()
	out.y, out.s = y.at(ySlope, whole(at)), s.at(sSlope, whole(at))
	if out.s.Sign() <= 0 {
		return sideRatio{}, noRatio(x.Of.Name(), out, out.s, "it must be more than 0: it is divided by")
	}
	out.ratio = new(big.Rat).Quo(out.y, out.s)
	return out, nil
}

// oneSign refuses lines of a series that come to 0, or to another sign than its figures.
func oneSign(of string, figures []point, ends ...sideRatio) error {
	for _, e := range ends {
		if e.y.Sign() == 0 {
			return noRatio(of, e, e.y, "0 leads to nothing")
		}
		for _, p := range figures {
			if p.tonnes.Sign()*e.y.Sign() < 0 {
				return noRatio(of, e, e.y, fmt.Sprintf("it is of another sign than the figure of %d, %s t", p.year, p.tonnes))
			}
		}
	}
	return nil
}

func noRatio(of string, e sideRatio, r *big.Rat, why string) error {
	return ghg.Fault{Code: FaultNoRatio, Of: of, Field: "trend", Value: rounded(r).String(),
		Detail: fmt.Sprintf("the line of %d to %d in %d: %s", e.first, e.last, e.at, why)}
}

// String is "0.5 = 1/2 in 2011, lines of 2001-2010".
func (e sideRatio) String() string {
	return fmt.Sprintf("%s = %s/%s in %d, lines of %d-%d", rounded(e.ratio), rounded(e.y), rounded(e.s), e.at, e.first, e.last)
}
