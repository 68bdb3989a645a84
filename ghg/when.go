package ghg

import (
	"fmt"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg/words"
)

// When is the day of something that happened on one day, as far as it is known: to the
// day, to the month or to the year. "Joined in April 2021" is a When; whether that was
// before the 15th cannot be told. It is comparable. The zero When is not stated.
type When struct{ within Period }

// ParseWhen reads a day ("2021-04-22"), a month ("2021-04") or a year ("2021").
func ParseWhen(s string) (When, error) {
	switch len(s) {
	case len("2021"):
		if year, ok := parseYear(s); ok {
			return When{CalendarYear(year)}, nil
		}
	case len("2021-04"):
		if first, err := ParseDate(s + "-01"); err == nil {
			return WithinMonth(first.Year, first.Month), nil
		}
	case len(time.DateOnly):
		if d, err := ParseDate(s); err == nil {
			return OnDay(d), nil
		}
	}
	return When{}, fmt.Errorf("day %s: write a day, a month or a year from 1850 to 2300, as 2021-04-22, 2021-04 or 2021", words.Quote(s))
}

// MustWhen is [ParseWhen] for literals in tests and examples; it panics where ParseWhen
// fails.
func MustWhen(s string) When { return must(ParseWhen(s)) }

// OnDay is a When that is known to the day. A day that does not exist gives the zero
// When.
func OnDay(d Date) When {
	p, err := NewPeriod(d, d)
	if err != nil {
		return When{}
	}
	return When{p}
}

// WithinMonth is a When that is known to the month. A month that does not exist gives
// the zero When.
func WithinMonth(year int, month time.Month) When {
	first := Date{year, month, 1}
	if !first.Valid() {
		return When{}
	}
	last := first.time().AddDate(0, 1, -1)
	return When{Period{first.day(), Date{last.Year(), last.Month(), last.Day()}.day()}}
}

// WithinYear is a When that is known to the year. A year outside 1850 to 2300 gives the
// zero When.
func WithinYear(year int) When { return When{CalendarYear(year)} }

// First is the first day that it may have been.
func (w When) First() Date { return w.within.Start() }

// Last is the last day that it may have been.
func (w When) Last() Date { return w.within.End() }

// Year is the year, which is known of every When.
func (w When) Year() int { return w.within.Year() }

// IsZero reports whether nothing is stated.
func (w When) IsZero() bool { return w == When{} }

// IsDay reports whether the very day is known.
func (w When) IsDay() bool { return !w.IsZero() && w.First() == w.Last() }

// String is "2021-04-22", "2021-04", "2021" or "not stated".
func (w When) String() string {
	day := w.First().String()
	switch {
	case w.IsZero():
		return "not stated"
	case w.IsDay():
		return day
	case w.within == CalendarYear(w.Year()):
		return day[:len("2021")]
	}
	return day[:strings.LastIndexByte(day, '-')]
}

// MarshalText writes what [ParseWhen] reads, and nothing for the zero When.
func (w When) MarshalText() ([]byte, error) {
	if w.IsZero() {
		return nil, nil
	}
	return []byte(w.String()), nil
}

// UnmarshalText reads what [ParseWhen] reads; the empty text gives the zero When.
func (w *When) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*w = When{}
		return nil
	}
	v, err := ParseWhen(string(b))
	if err == nil {
		*w = v
	}
	return err
}
