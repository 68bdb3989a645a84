package effect

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Places that results are rounded to, once, half away from zero.
const (
	sharePlaces = 12 // of a share of the full effect, and of what describes a logistic
	workPlaces  = 60 // of logarithms and exponentials on the way
)

// Ramp says which share of the full effect of an action stands in each year. It
// is immutable; the zero Ramp is refused with [ErrNoRamp].
type Ramp struct{ curve curve }

// curve is a form of ramp.
type curve interface {
	// at is the share in a year as a fraction: num/den, with den above 0.
	at(year int) (num, den decimal.Decimal, err error)
	String() string
	formula() string
}

// ErrNoRamp says that a ramp was needed and none was given.
var ErrNoRamp = errors.New("no ramp given: make one, such as effect.Linear(2025, 2030)")

// span adds what does not stand of the first and last year that are asked for.
func span(faults *ghg.Faults, of string, first, last int) {
	if wrong := faults.RefuseYear(of, "first year", first); !faults.RefuseYear(of, "last year", last) && !wrong && last < first {
		faults.Refuse(of, "last year", strconv.Itoa(last), fmt.Sprintf("it lies before the first, %d", first))
	}
}

var (
	one  = decimal.New(1, 0)
	zero = decimal.New(0, 0)
)

// Step is nothing before a year, and the full effect from that year on.
func Step(year int) (Ramp, error) {
	if err := ghg.CheckYear("step", year); err != nil {
		return Ramp{}, err
	}
	return Ramp{step(year)}, nil
}

type step int

func (s step) at(year int) (num, den decimal.Decimal, err error) {
	if year < int(s) {
		return zero, one, nil
	}
	return one, one, nil
}

func (s step) String() string  { return fmt.Sprintf("step in %d", int(s)) }
func (s step) formula() string { return fmt.Sprintf("0 before %d, 1 from then on", int(s)) }

// Linear rises by equal steps from nothing in the start year to the full effect
// in the year full, and stays there.
func Linear(start, full int) (Ramp, error) {
	const of = "linear ramp"
	var faults ghg.Faults
	if wrong := faults.RefuseYear(of, "start", start); !faults.RefuseYear(of, "full", full) && !wrong && full <= start {
		faults.Refuse(of, "full", strconv.Itoa(full),
			fmt.Sprintf("the full effect comes after the start, %d; for one in the same year use effect.Step", start))
	}
	if err := faults.Err(); err != nil {
		return Ramp{}, err
	}
	return Ramp{linear{start, full}}, nil
}

type linear struct{ start, full int }

func (l linear) at(year int) (num, den decimal.Decimal, err error) {
	return whole(min(max(year-l.start, 0), l.full-l.start)), whole(l.full - l.start), nil
}

func (l linear) String() string { return fmt.Sprintf("linear from %d to %d", l.start, l.full) }

func (l linear) formula() string {
	return fmt.Sprintf("(y - %d)/(%d - %d), held between 0 and 1", l.start, l.full, l.start)
}

func whole(n int) decimal.Decimal { return decimal.New(int64(n), 0) }

// IsZero reports whether there is no ramp.
func (r Ramp) IsZero() bool { return r.curve == nil }

// fraction is the share in a year as num/den.
func (r Ramp) fraction(year int) (num, den decimal.Decimal, err error) {
	if r.IsZero() {
		return zero, one, ErrNoRamp
	}
	if err := ghg.CheckYear("ramp", year); err != nil {
		return zero, one, err
	}
	return r.curve.at(year)
}

// Share is the share of the full effect in a year, rounded to 12 decimal places
// of the fraction. A year for which a table has no share is a [*ghg.NoFigureError], one outside
// 1850 to 2300 a [*ghg.YearError].
func (r Ramp) Share(year int) (ghg.Share, error) {
	num, den, err := r.fraction(year)
	if err != nil {
		return ghg.Share{}, err
	}
	q, err := exact.Quotient(num, den, sharePlaces)
	if err != nil {
		return ghg.Share{}, err
	}
	return ghg.NewShare(q)
}

// String is the ramp in words: "linear from 2025 to 2030".
func (r Ramp) String() string {
	if r.IsZero() {
		return "no ramp"
	}
	return r.curve.String()
}

// Formula is the share as a formula of the year y.
func (r Ramp) Formula() string {
	if r.IsZero() {
		return "no ramp"
	}
	return r.curve.formula()
}
