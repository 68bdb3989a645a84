package effect

import (
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Table is a ramp stated by year, from 0 to 1 of the full effect; it may fall.
// A zero Share, which nobody gave, is refused.
// A year that is not stated is a [*ghg.NoFigureError].
func Table(shares map[int]ghg.Share) (Ramp, error) { return newTable(shares, false) }

// InterpolatedTable is a [Table] that is read linearly between the stated years.
// Before the first and after the last it has no share either.
func InterpolatedTable(shares map[int]ghg.Share) (Ramp, error) { return newTable(shares, true) }

type table struct {
	shares       ghg.Years[ghg.Share]
	interpolated bool
}

func newTable(shares map[int]ghg.Share, interpolated bool) (Ramp, error) {
	years, err := series("table of shares", shares, func(s ghg.Share) error {
		var faults ghg.Faults
		faults.RefuseShare("", "share", s)
		return faults.Err()
	})
	if err != nil {
		return Ramp{}, err
	}
	return Ramp{table{years, interpolated}}, nil
}

// series are values by year, of which there must be one.
func series[T any](name string, values map[int]T, check func(T) error) (ghg.Years[T], error) {
	if len(values) == 0 {
		return ghg.Years[T]{}, ghg.Refusal(name, "years", "", "at least one year is needed")
	}
	var of []ghg.OfYear[T]
	for _, y := range slices.Sorted(maps.Keys(values)) {
		of = append(of, ghg.OfYear[T]{Year: y, Value: values[y]})
	}
	return ghg.NewYears(name, "", check, of...)
}

func (t table) at(year int) (num, den decimal.Decimal, err error) {
	x, err := t.shares.Need(year)
	if err == nil {
		return x.Value.Fraction(), one, nil
	}
	var before ghg.OfYear[ghg.Share]
	for after := range t.shares.All() {
		if after.Year > year && before.Year != 0 && t.interpolated {
			num = before.Value.Fraction().Mul(whole(after.Year - year)).Add(after.Value.Fraction().Mul(whole(year - before.Year)))
			return num, whole(after.Year - before.Year), nil
		}
		if after.Year > year {
			break
		}
		before = after
	}
	return zero, one, err
}

func (t table) String() string {
	text := "table of shares"
	if t.interpolated {
		text = "interpolated " + text
	}
	first, _ := t.shares.First()
	last, _ := t.shares.Last()
	return fmt.Sprintf("%s from %d to %d", text, first.Year, last.Year)
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
		return Ramp{}, ghg.Refusal("installs", "all units", "", err.Error())
	}
	if !all.IsPositive() {
		return Ramp{}, ghg.Refusal("installs", "all units", all.String(), "above 0 is allowed")
	}
	units, err := series("installs", byYear, checkUnits)
	if err != nil {
		return Ramp{}, err
	}
	in := installs{all: all}
	var sum decimal.Decimal
	for x := range units.All() {
		sum = sum.Add(x.Value)
		if sum.GreaterThan(all) {
			return Ramp{}, ghg.Refusal("installs", fmt.Sprintf("units up to %d", x.Year), sum.String(),
				fmt.Sprintf("at most all units, %s, are allowed: the full effect cannot be exceeded", all))
		}
		in.sums = append(in.sums, ghg.OfYear[decimal.Decimal]{Year: x.Year, Value: sum})
	}
	return Ramp{in}, nil
}

// checkUnits refuses numbers of units below 0 or out of bounds.
func checkUnits(units decimal.Decimal) error {
	if err := exact.Check(units); err != nil {
		return err
	}
	if units.IsNegative() {
		return fmt.Errorf("%s units: 0 or more are allowed", units)
	}
	return nil
}

type installs struct {
	all  decimal.Decimal
	sums []ghg.OfYear[decimal.Decimal] // up to and in the year
}

func (in installs) at(year int) (num, den decimal.Decimal, err error) {
	for _, x := range in.sums {
		if x.Year > year {
			break
		}
		num = x.Value
	}
	return num, in.all, nil
}

func (in installs) String() string {
	last := in.sums[len(in.sums)-1]
	return fmt.Sprintf("installs from %d to %d, %s of %s units", in.sums[0].Year, last.Year, last.Value, in.all)
}

func (in installs) formula() string {
	return fmt.Sprintf("units installed up to and in y / %s", in.all)
}
