package ghg

import (
	"fmt"
	"time"

	"github.com/localghg/localghg/ghg/words"
)

// Date is a day of the Gregorian calendar. The zero Date is none.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// ParseDate reads a day as [Date.String] writes it: 2018-12-31.
func ParseDate(s string) (Date, error) {
	t, err := time.Parse(time.DateOnly, s)
	if d := (Date{t.Year(), t.Month(), t.Day()}); err == nil && d.Valid() {
		return d, nil
	}
	return Date{}, fmt.Errorf("date %s: write a day that exists, in a year from 1850 to 2300, as 2018-12-31", words.Quote(s))
}

// MustDate is [ParseDate] for literals in tests and examples; it panics where
// ParseDate fails.
func MustDate(s string) Date { return must(ParseDate(s)) }

// Valid reports whether the day exists, in a year from 1850 to 2300.
func (d Date) Valid() bool {
	t := d.time()
	return d.Year >= 1850 && d.Year <= 2300 && t.Year() == d.Year && t.Month() == d.Month && t.Day() == d.Day
}

// Before reports whether d is earlier than o.
func (d Date) Before(o Date) bool {
	switch {
	case d.Year != o.Year:
		return d.Year < o.Year
	case d.Month != o.Month:
		return d.Month < o.Month
	}
	return d.Day < o.Day
}

// String is the date as 2018-12-31.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// MarshalText writes what String does, and nothing for the zero Date.
func (d Date) MarshalText() ([]byte, error) {
	if d == (Date{}) {
		return nil, nil
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what [ParseDate] reads; the empty text gives the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	v, err := ParseDate(string(b))
	if err == nil {
		*d = v
	}
	return err
}

func (d Date) time() time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

// day counts days from 1849-12-31, so that 0 is none.
type day int32

const (
	secondsPerDay = 24 * 60 * 60
	dayZero       = -3_786_912_000 // Unix time of 1849-12-31
)

// day is that of a date of the years that are accounted for.
func (d Date) day() day { return day((d.time().Unix() - dayZero) / secondsPerDay) }

func (n day) date() Date {
	if n == 0 {
		return Date{}
	}
	t := time.Unix(dayZero+int64(n)*secondsPerDay, 0).UTC()
	return Date{t.Year(), t.Month(), t.Day()}
}

// Period is a span of days, first and last included: a calendar year, a fiscal
// year, or any other. It is comparable. The zero Period is none.
type Period struct{ first, last day }

// NewPeriod makes a period of its first and last day.
func NewPeriod(start, end Date) (Period, error) {
	if !start.Valid() || !end.Valid() || end.Before(start) {
		return Period{}, fmt.Errorf("period %s to %s: the days must exist, in years from 1850 to 2300, and stand in this order", start, end)
	}
	return Period{start.day(), end.day()}, nil
}

// CalendarYear is the year from 1 January to 31 December. A year outside 1850
// to 2300 gives the zero Period, which inventories refuse.
func CalendarYear(year int) Period { return FiscalYear(year, time.January) }

// FiscalYear is the twelve months that begin on the first day of the given
// month in the given year.
func FiscalYear(year int, begin time.Month) Period {
	start := Date{year, begin, 1}
	last := start.time().AddDate(1, 0, -1)
	p, err := NewPeriod(start, Date{last.Year(), last.Month(), last.Day()})
	if err != nil {
		return Period{}
	}
	return p
}

// Start is the first day, End the last.
func (p Period) Start() Date { return p.first.date() }

// End is the last day.
func (p Period) End() Date { return p.last.date() }

// Year is the year that the period begins in: the label of an inventory year.
func (p Period) Year() int { return p.Start().Year }

// Word is the period as one number, which no other has: it grows with the first day and then
// with the last. It is for those who sort or find very many.
func (p Period) Word() uint64 { return uint64(p.first)<<32 | uint64(p.last) }

// IsZero reports whether there is no period.
func (p Period) IsZero() bool { return p == Period{} }

// IsTwelveMonths reports whether the period is one continuous year, as the GPC
// asks of an inventory (1.1, chapter 3.2).
func (p Period) IsTwelveMonths() bool {
	last := p.Start().time().AddDate(1, 0, -1)
	return !p.IsZero() && p.End() == Date{last.Year(), last.Month(), last.Day()}
}

// String is "2018" for a calendar year, "2018-04-01/2019-03-31" otherwise.
func (p Period) String() string {
	switch {
	case p.IsZero():
		return "no period"
	case p == CalendarYear(p.Year()):
		return fmt.Sprintf("%d", p.Year())
	}
	return p.Start().String() + "/" + p.End().String()
}

// MarshalText writes what [ParsePeriod] reads, and nothing for the zero Period.
func (p Period) MarshalText() ([]byte, error) {
	if p.IsZero() {
		return nil, nil
	}
	return []byte(p.String()), nil
}

// UnmarshalText reads what [ParsePeriod] reads; the empty text gives the zero
// Period.
func (p *Period) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*p = Period{}
		return nil
	}
	v, err := ParsePeriod(string(b))
	if err == nil {
		*p = v
	}
	return err
}

// ParsePeriod reads a calendar year ("2018") or a first and last day
// ("2018-04-01/2019-03-31").
func ParsePeriod(s string) (Period, error) {
	if year, ok := parseYear(s); ok {
		return CalendarYear(year), nil
	}
	if len(s) == len("2018-04-01/2019-03-31") && s[10] == '/' {
		first, errA := ParseDate(s[:10])
		last, errB := ParseDate(s[11:])
		if errA == nil && errB == nil {
			return NewPeriod(first, last)
		}
	}
	return Period{}, fmt.Errorf("period %s: write a year from 1850 to 2300, or the first and last day as 2018-04-01/2019-03-31",
		words.Quote(s))
}

// parseYear reads four digits that name a year the library accounts for.
func parseYear(s string) (int, bool) {
	if len(s) != 4 {
		return 0, false
	}
	year := 0
	for i := range 4 {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		year = year*10 + int(s[i]-'0')
	}
	return year, year >= 1850 && year <= 2300
}

// Vintage counts the publications of one place's inventory of one period: 1
// for the first, 2 for its first restatement. The zero Vintage is refused.
type Vintage uint16

// FirstVintage is the inventory as first published.
const FirstVintage Vintage = 1

// String is "first vintage" or "vintage 2".
func (v Vintage) String() string {
	switch v {
	case 0:
		return "no vintage"
	case FirstVintage:
		return "first vintage"
	}
	return fmt.Sprintf("vintage %d", uint16(v))
}

// PlaceID names a local government. Its lineage through time (codes, names and
// parents at a date) is kept by the caller.
type PlaceID string
