package series

import (
	"fmt"
	"math/big"

	"github.com/localghg/localghg/ghg"
)

// Interpolation is the straight line between the last figure before a gap and the first
// one after it (IPCC 2006, vol. 1, 5.3.3.3):
//
//	y(t) = y(a) + (y(b) − y(a)) × (t − a)/(b − a)      a < t < b
//
// It stands between two figures only, and says little where figures go up and down.
type Interpolation struct{}

// String is the method with its section.
func (Interpolation) String() string { return methodNames.interpolation.En }

// Korean is the method in Korean.
func (Interpolation) Korean() string { return methodNames.interpolation.Ko }

func (Interpolation) check(*ghg.Faults) {}

func (Interpolation) fill(l *line, year int) (step, error) {
	a, b, err := l.around(year)
	if err != nil {
		return step{}, err
	}
	return step{value: between(a, b, year), uses: []point{a, b}, arithmetic: straight(a, b, a, year)}, nil
}

// around are the last figure before a gap and the first one after it.
func (l *line) around(year int) (a, b point, err error) {
	i, _ := l.at(year)
	if i == 0 || i == len(l.points) {
		return a, b, l.none(year, "a figure on both sides is needed: nothing is beyond it on one side")
	}
	a, b = l.points[i-1], l.points[i]
	for _, p := range []point{a, b} {
		if err := p.stands(l.of); err != nil {
			return a, b, err
		}
	}
	return a, b, nil
}

// between is where the line through two figures is in a year.
func between(a, b point, year int) *big.Rat {
	x := new(big.Rat).Sub(b.tonnes.Rat(), a.tonnes.Rat())
	x.Mul(x, big.NewRat(int64(year-a.year), int64(b.year-a.year)))
	return x.Add(x, a.tonnes.Rat())
}

// straight writes the line through two figures, from one of them.
func straight(a, b, from point, year int) string {
	return fmt.Sprintf("%s + (%s - %s) × (%d - %d)/(%d - %d)",
		from.tonnes, bracketed(b.tonnes), bracketed(a.tonnes), year, from.year, b.year, a.year)
}
