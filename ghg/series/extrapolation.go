package series

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Line says which straight line a trend is. The zero Line is not stated, and refused.
type Line uint8

// Through goes through the figures of the first and the last year of the trend and looks
// at none between them; LeastSquares is nearest to all of them.
const (
	Through Line = iota + 1
	LeastSquares
)

var lines = [...]words.Term{{En: "through two years", Ko: "두 연도를 지남"}, {En: "least squares", Ko: "최소제곱"}}

// String is the line in small letters, and "" where it is not stated.
func (l Line) String() string { return l.term().En }

// MarshalText writes what String says.
func (l Line) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// Korean is the line in Korean.
func (l Line) Korean() string { return l.term().Ko }

func (l Line) term() words.Term {
	if l < Through || l > LeastSquares {
		return words.Term{}
	}
	return lines[l-Through]
}

// Extrapolation is the straight trend of the years From to To, taken on beyond them by at
// most some years, after them or before them (IPCC 2006, vol. 1, 5.3.3.4):
//
//	Through        y(t) = y(To) + (y(To) − y(From)) × (t − To)/(To − From)
//	LeastSquares   y(t) = ȳ + (t − t̄) × Σ(tᵢ − t̄)(yᵢ − ȳ) / Σ(tᵢ − t̄)²
//
// The IPCC has it for short times and trends that stay as they are. Both ends of the trend
// need a figure; least squares needs three.
type Extrapolation struct {
	From int  `json:"from"`
	To   int  `json:"to"`
	Most int  `json:"most"` // years beyond the trend that are allowed, at least 1
	Line Line `json:"line"`
}

// String is the method with its section.
func (x Extrapolation) String() string { return x.name().En }

// Korean is the method in Korean.
func (x Extrapolation) Korean() string { return x.name().Ko }

func (x Extrapolation) name() words.Term {
	if x.Line == LeastSquares {
		return methodNames.squares
	}
	return methodNames.ends
}

func (x Extrapolation) check(faults *ghg.Faults) {
	const of = "extrapolation"
	first := faults.RefuseYear(of, "from", x.From)
	if last := faults.RefuseYear(of, "to", x.To); !first && !last && x.From >= x.To {
		faults.Refuse(of, "to", strconv.Itoa(x.To), "a trend is of two years or more: a year after "+strconv.Itoa(x.From)+" is needed")
	}
	if x.Most < 1 {
		faults.Refuse(of, "most", strconv.Itoa(x.Most), "say how many years beyond the trend are allowed: 1 or more")
	}
	if x.Line < Through || x.Line > LeastSquares {
		faults.Refuse(of, "line", x.Line.String(), "series.Through or series.LeastSquares is needed")
	}
}

// FaultTooFar is the code of a year further from a trend than was allowed, or within it.
const FaultTooFar = "too-far"

// reaches refuses a year within a trend, or too far from it.
func reaches(of string, year, from, to, most int) error {
	f := ghg.Fault{Code: FaultTooFar, Of: of, Field: "year", Value: strconv.Itoa(year)}
	switch {
	case year >= from && year <= to:
		f.Detail = fmt.Sprintf("it lies within the trend of %d to %d: interpolate", from, to)
	case year > to && year-to > most, year < from && from-year > most:
		f.Detail = fmt.Sprintf("at most %d years beyond %d to %d are allowed", most, from, to)
	default:
		return nil
	}
	return f
}

func (x Extrapolation) fill(l *line, year int) (step, error) {
	if err := reaches(l.of, year, x.From, x.To, x.Most); err != nil {
		return step{}, err
	}
	a, err := l.need(x.From)
	if err != nil {
		return step{}, err
	}
	b, err := l.need(x.To)
	if err != nil {
		return step{}, err
	}
	if x.Line == LeastSquares {
		return x.squares(l, year)
	}
	from := b
	if year < x.From {
		from = a
	}
	return step{value: between(a, b, year), uses: []point{a, b}, arithmetic: straight(a, b, from, year)}, nil
}

// squares is the least-squares line.
func (x Extrapolation) squares(l *line, year int) (step, error) {
	var used []point
	var fit leastSquares
	for _, p := range l.points {
		if p.year < x.From || p.year > x.To {
			continue
		}
		if err := p.stands(l.of); err != nil {
			return step{}, err
		}
		used = append(used, p)
		fit.add(whole(p.year), p.tonnes.Rat())
	}
	if len(used) < 3 {
		return step{}, ghg.Refusal(l.of, "figures", words.Spans(years(used)).En,
			"a least-squares line needs three figures or more; two are a line through them")
	}
	slope, _ := fit.slope() // years differ
	at := fit.at(slope, whole(year))
	start := fit.at(slope, whole(x.From))
	return step{value: at, uses: used, arithmetic: fmt.Sprintf("%s + %s × (%d - %d), the line of least squares through %d figures",
		short(start), short(slope), year, x.From, len(used))}, nil
}

// short is a number of the arithmetic with at most twelve decimal places.
func short(r *big.Rat) string { return bracketed(rounded(r)) }
