package effect

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Table is a ramp stated by year, from 0 to 1 of the full effect; it may fall.
// A zero Share, which nobody gave, is refused.
// A year that is not stated is a [*MissingYearError].
func Table(shares map[int]ghg.Share) (Ramp, error) { return newTable(shares, false) }

// InterpolatedTable is a [Table] that is read linearly between the stated years.
// Before the first and after the last it has no share either.
func InterpolatedTable(shares map[int]ghg.Share) (Ramp, error) { return newTable(shares, true) }

type table struct {
	years        []int
	shares       []decimal.Decimal
	interpolated bool
}

func newTable(shares map[int]ghg.Share, interpolated bool) (Ramp, error) {
	if len(shares) == 0 {
		return Ramp{}, errors.New("table of shares: at least one year is needed")
	}
	t := table{years: slices.Sorted(maps.Keys(shares)), interpolated: interpolated}
	for _, y := range t.years {
		if err := errors.Join(checkYear("table of shares", y), checkFraction(fmt.Sprintf("table of shares, %d", y), shares[y])); err != nil {
			return Ramp{}, err
		}
		t.shares = append(t.shares, shares[y].Fraction())
	}
	return Ramp{t}, nil
}

func (t table) at(year int) (num, den decimal.Decimal, err error) {
	i, ok := slices.BinarySearch(t.years, year)
	switch {
	case ok:
		return t.shares[i], one, nil
	case !t.interpolated || i == 0 || i == len(t.years):
		return zero, one, &MissingYearError{t.String(), year}
	}
	before, after := t.years[i-1], t.years[i]
	num = t.shares[i-1].Mul(whole(after - year)).Add(t.shares[i].Mul(whole(year - before)))
	return num, whole(after - before), nil
}

func (t table) String() string {
	words := "table of shares"
	if t.interpolated {
		words = "interpolated " + words
	}
	return fmt.Sprintf("%s from %d to %d", words, t.years[0], t.years[len(t.years)-1])
}

func (t table) formula() string {
	if t.interpolated {
		return "as stated, linear between stated years"
	}
	return "as stated by year"
}

// Installs is the ramp of a stock that is built up: the units installed up to
// and in the year, of all units that make the full effect. Units do not expire;
// for those that do use [Cohorts]. More units than all are refused.
func Installs(all decimal.Decimal, byYear map[int]decimal.Decimal) (Ramp, error) {
	if err := exact.Check(all); err != nil {
		return Ramp{}, fmt.Errorf("installs, all units: %w", err)
	}
	if !all.IsPositive() {
		return Ramp{}, fmt.Errorf("installs, all units: %s: above 0 is allowed", all)
	}
	if len(byYear) == 0 {
		return Ramp{}, errors.New("installs: at least one year is needed")
	}
	in := installs{all: all, years: slices.Sorted(maps.Keys(byYear))}
	var sum decimal.Decimal
	for _, y := range in.years {
		if err := checkUnits("installs", y, byYear[y]); err != nil {
			return Ramp{}, err
		}
		sum = sum.Add(byYear[y])
		if sum.GreaterThan(all) {
			return Ramp{}, fmt.Errorf("installs: %s units up to %d, of %s in all: the full effect cannot be exceeded", sum, y, all)
		}
		in.sums = append(in.sums, sum)
	}
	return Ramp{in}, nil
}

func checkUnits(what string, year int, units decimal.Decimal) error {
	if err := checkYear(what, year); err != nil {
		return err
	}
	if err := exact.Check(units); err != nil {
		return fmt.Errorf("%s, units in %d: %w", what, year, err)
	}
	if units.IsNegative() {
		return fmt.Errorf("%s, units in %d: %s: 0 or more are allowed", what, year, units)
	}
	return nil
}

type installs struct {
	all   decimal.Decimal
	years []int
	sums  []decimal.Decimal // up to and in the year
}

func (in installs) at(year int) (num, den decimal.Decimal, err error) {
	i, ok := slices.BinarySearch(in.years, year)
	if ok {
		i++
	}
	if i == 0 {
		return zero, in.all, nil
	}
	return in.sums[i-1], in.all, nil
}

func (in installs) String() string {
	return fmt.Sprintf("installs from %d to %d, %s of %s units", in.years[0], in.years[len(in.years)-1], in.sums[len(in.sums)-1], in.all)
}

func (in installs) formula() string {
	return fmt.Sprintf("units installed up to and in y / %s", in.all)
}
