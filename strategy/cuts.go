package strategy

import (
	"iter"

	"github.com/localghg/localghg/ghg"
)

// Cuts are shares of what a source would emit, by year, of one kind: 30 % less,
// and below 0 for more. They have no amount until a [Baseline] says what the
// source emits. A year without a share is unknown, not 0. Cuts are immutable;
// the zero Cuts are of no kind.
type Cuts struct {
	kind  Kind
	years ghg.Years[ghg.Share]
}

// NewCuts makes cuts of shares by year. A kind that does not exist, years outside
// 1850 to 2300, a share that nobody set and cuts without a year are [ghg.Faults],
// all at once.
func NewCuts(kind Kind, shares map[int]ghg.Share) (Cuts, error) {
	var faults ghg.Faults
	kind.refuse(&faults, "cuts")
	years := yearsOf(&faults, "cuts", shares, func(of string, s ghg.Share) {
		if s.IsUnset() {
			faults.Refuse(of, "share", "", "none is given: leave out a year that is not known")
		}
	})
	if err := faults.Err(); err != nil {
		return Cuts{}, err
	}
	return Cuts{kind, years}, nil
}

// Kind is the kind of all shares.
func (c Cuts) Kind() Kind { return c.kind }

// IsZero reports whether there are no cuts at all, not even of 0 %.
func (c Cuts) IsZero() bool { return c.kind == 0 }

// Len is the number of years with a share.
func (c Cuts) Len() int { return c.years.Len() }

// At is the share in a year. A year without one is not 0.
func (c Cuts) At(year int) (ghg.Share, bool) {
	y, ok := c.years.At(year)
	return y.Value, ok
}

// All yields the shares from the first year to the last.
func (c Cuts) All() iter.Seq2[int, ghg.Share] { return valuesOf(c.years) }
