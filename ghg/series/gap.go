package series

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Position says where a gap is among the figures of a series.
type Position uint8

// A gap before the first figure or after the last one can be extrapolated or spliced; one
// between figures can be interpolated too. Where there is no figure at all the whole is
// missing.
const (
	AtStart Position = iota + 1
	Between
	AtEnd
	Throughout
)

var positions = [...]words.Term{{En: "before the first figure", Ko: "첫 수치 이전"}, {En: "between figures", Ko: "수치 사이"},
	{En: "after the last figure", Ko: "마지막 수치 이후"}, {En: "no figure at all", Ko: "수치 없음"}}

// String is the position in words.
func (p Position) String() string { return p.term().En }

// Korean is the position in Korean.
func (p Position) Korean() string { return p.term().Ko }

func (p Position) term() words.Term {
	if p < AtStart || p > Throughout {
		return words.Term{}
	}
	return positions[p-AtStart]
}

// MarshalText writes the position in words.
func (p Position) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// Gap is a run of years without figures.
type Gap struct {
	Position Position `json:"position"`
	First    int      `json:"first"`
	Last     int      `json:"last"`
}

// Years are those of the gap, for [Fill].
func (g Gap) Years() []int {
	var out []int
	for year := g.First; year <= g.Last; year++ {
		out = append(out, year)
	}
	return out
}

// String is "2012 to 2014, between figures".
func (g Gap) String() string {
	if g.First == g.Last {
		return fmt.Sprintf("%d, %s", g.First, g.Position)
	}
	return fmt.Sprintf("%d to %d, %s", g.First, g.Last, g.Position)
}

// Gaps yields the runs of years from a first to a last one for which a series has no
// figure, in their order. Figures outside these years count for where a gap is. A year
// outside [ghg.FirstYear] to [ghg.LastYear] is in none.
func Gaps(y ghg.Yearly, first, last int) iter.Seq[Gap] {
	return func(yield func(Gap) bool) {
		first, last := max(first, ghg.FirstYear), min(last, ghg.LastYear)
		l := lineOf(y)
		for year := first; year <= last; year++ {
			i, has := l.at(year)
			if has {
				continue
			}
			g := Gap{Between, year, last}
			if i < len(l.points) {
				g.Last = min(last, l.points[i].year-1)
			}
			switch {
			case len(l.points) == 0:
				g.Position = Throughout
			case i == 0:
				g.Position = AtStart
			case i == len(l.points):
				g.Position = AtEnd
			}
			if !yield(g) {
				return
			}
			year = g.Last
		}
	}
}
