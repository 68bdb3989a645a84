package strategy

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"

	"github.com/localghg/localghg/ghg"
)

// Cuts are shares of what a source would emit, by year, of one kind: 30 % less,
// and below 0 for more. They have no amount until a [Baseline] says what the
// source emits. A year without a share is unknown, not 0. Cuts are immutable;
// the zero Cuts are of no kind.
type Cuts struct {
	kind  Kind
	years []yearShare // by year
}

type yearShare struct {
	year  int
	share ghg.Share
}

// NewCuts makes cuts of shares by year. It refuses the zero Kind with
// [ErrNoKind], years outside 1850 to 2300, a share that nobody set, and cuts
// without a year.
func NewCuts(kind Kind, byYear map[int]ghg.Share) (Cuts, error) {
	if err := kind.check(); err != nil {
		return Cuts{}, err
	}
	if len(byYear) == 0 {
		return Cuts{}, errors.New("cuts need at least one year: what is not quantified has no cuts")
	}
	c := Cuts{kind, make([]yearShare, 0, len(byYear))}
	for year, s := range byYear {
		c.years = append(c.years, yearShare{year, s})
	}
	slices.SortFunc(c.years, func(a, b yearShare) int { return a.year - b.year })
	for _, y := range c.years {
		if ghg.CalendarYear(y.year).IsZero() {
			return Cuts{}, fmt.Errorf("cuts in %d: years from 1850 to 2300 are allowed", y.year)
		}
		if y.share.IsUnset() {
			return Cuts{}, fmt.Errorf("cuts in %d: no share is given: leave out a year that is not known", y.year)
		}
	}
	return c, nil
}

// Kind is the kind of all shares.
func (c Cuts) Kind() Kind { return c.kind }

// IsZero reports whether there are no cuts at all, not even of 0 %.
func (c Cuts) IsZero() bool { return c.kind == 0 }

// Len is the number of years with a share.
func (c Cuts) Len() int { return len(c.years) }

// At is the share in a year. A year without one is not 0.
func (c Cuts) At(year int) (ghg.Share, bool) {
	i := 0
	if len(c.years) > 0 { // most often every year is there
		i = year - c.years[0].year
	}
	if i < 0 || i >= len(c.years) || c.years[i].year != year {
		i = sort.Search(len(c.years), func(i int) bool { return c.years[i].year >= year })
	}
	if i < len(c.years) && c.years[i].year == year {
		return c.years[i].share, true
	}
	return ghg.Share{}, false
}

// All yields the shares from the first year to the last.
func (c Cuts) All() iter.Seq2[int, ghg.Share] {
	return func(yield func(int, ghg.Share) bool) {
		for _, y := range c.years {
			if !yield(y.year, y.share) {
				return
			}
		}
	}
}
