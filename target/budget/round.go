package budget

import (
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// workPlaces is the precision of intermediate results, snapPlaces that which
// they are trusted to: a power of 2/3 then comes back to the round number that
// it stands for before it is rounded down.
const (
	workPlaces = 80
	snapPlaces = 40
)

// floorQuotient is a/b rounded down, for a of at least 0 and b above zero.
func floorQuotient(a, b decimal.Decimal, places int32) decimal.Decimal {
	q, _ := a.QuoRem(b, places)
	return q
}

// settle rounds an intermediate result down to the precision of a path.
func settle(d decimal.Decimal) decimal.Decimal {
	return d.Round(snapPlaces).RoundFloor(target.PathwayPlaces)
}

// whole is an integer as a decimal.
func whole(n int) decimal.Decimal { return decimal.New(int64(n), 0) }
