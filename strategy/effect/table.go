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
	var faults ghg.Faults
	years := series(&faults, "table of shares", shares, func(of string, s ghg.Share) { faults.RefuseShare(of, "share", s) })
	if err := faults.Err(); err != nil {
		return Ramp{}, err
	}
	return Ramp{table{years, interpolated}}, nil
}

// series are values by year, of which there must be one, and adds what does not
// stand. The check is told what a value is of.
func series[T any](faults *ghg.Faults, of string, values map[int]T, check func(of string, v T)) ghg.Years[T] {
	if len(values) == 0 {
		faults.Refuse(of, "years", "", "at least one year is needed")
	}
	var all []ghg.OfYear[T]
	for _, y := range slices.Sorted(maps.Keys(values)) {
		if !faults.RefuseYear(of, "year", y) {
			check(fmt.Sprintf("%s in %d", of, y), values[y])
		}
		all = append(all, ghg.OfYear[T]{Year: y, Value: values[y]})
	}
	if faults.Len() > 0 {
		return ghg.Years[T]{}
	}
	years, _ := ghg.NewYears(of, "", nil, all...) // what it refuses is refused above
	return years
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
// for those that do state a [strategy.Life]. More units than all are refused.
func Installs(all decimal.Decimal, byYear map[int]decimal.Decimal) (Ramp, error) {
	const of = "installs"
	var faults ghg.Faults
	if err := exact.Check(all); err != nil {
		faults.Refuse(of, "all units", exact.Text(all), err.Error())
	} else if !all.IsPositive() {
		faults.Refuse(of, "all units", all.String(), "above 0 is allowed")
	}
	units := series(&faults, of, byYear, func(of string, n decimal.Decimal) { refuseUnits(&faults, of, n) })
	in := installs{all: all}
	var sum decimal.Decimal
	for x := range units.All() {
		sum = sum.Add(x.Value)
		if sum.GreaterThan(all) {
			faults.Refuse(fmt.Sprintf("%s up to %d", of, x.Year), "units", sum.String(),
				fmt.Sprintf("at most all units, %s, are allowed: the full effect cannot be exceeded", all))
			break // and so it is in every later year
		}
		in.sums = append(in.sums, ghg.OfYear[decimal.Decimal]{Year: x.Year, Value: sum})
	}
	if err := faults.Err(); err != nil {
		return Ramp{}, err
	}
	return Ramp{in}, nil
}

// refuseUnits adds a fault for a number of units below 0 or out of bounds, and says
// whether it did.
func refuseUnits(faults *ghg.Faults, of string, units decimal.Decimal) bool {
	switch err := exact.Check(units); {
	case err != nil:
		faults.Refuse(of, "units", exact.Text(units), err.Error())
	case units.IsNegative():
		faults.Refuse(of, "units", units.String(), "0 or more are allowed")
	default:
		return false
	}
	return true
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
