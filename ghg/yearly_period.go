package ghg

import (
	"fmt"
	"sort"
	"strings"
)

// PeriodBreak is where the periods of two figures that follow each other do not meet.
type PeriodBreak struct {
	Before Period `json:"before,omitzero"`
	After  Period `json:"after,omitzero"`
	// Days are those that no figure covers, or, below zero, those that both cover.
	Days int `json:"days"`
}

// String is "2018 and 2019-04-01/2020-03-31: 90 days in neither".
func (b PeriodBreak) String() string {
	days, where := b.Days, "in neither"
	if days < 0 {
		days, where = -days, "in both"
	}
	return fmt.Sprintf("%s and %s: %d days %s", b.Before, b.After, days, where)
}

// PeriodError says that the figures of a series cannot be added: days would be
// missing, or counted twice.
type PeriodError struct {
	Of     string
	Breaks []PeriodBreak
}

func (e *PeriodError) Error() string {
	return prefix(e.Of) + "the periods do not follow one another: " + breaksText(e.Breaks) +
		"; add figures of periods that do, or restate them for calendar years"
}

func breaksText(breaks []PeriodBreak) string {
	const most = 8
	var list []string
	for _, b := range breaks[:min(most, len(breaks))] {
		list = append(list, b.String())
	}
	if more := len(breaks) - most; more > 0 {
		list = append(list, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(list, ", ")
}

// Breaks are where the figures of a series do not follow one another: a figure of a
// fiscal year behind one of a calendar year. Years without a figure are no break.
func (y Yearly) Breaks() []PeriodBreak { return breaks(y.years) }

// breaks compares figures that stand in the order of their years.
func breaks(figures []YearFigure) []PeriodBreak {
	var out []PeriodBreak
	for i := 1; i < len(figures); i++ {
		a, b := &figures[i-1], &figures[i]
		x, z := a.period(), b.period()
		days := int(z.Start().time().Sub(x.End().time()).Hours())/24 - 1
		if days < 0 || days > 0 && b.Year == a.Year+1 {
			out = append(out, PeriodBreak{x, z, days})
			continue
		}
		// Over missing years the periods may still be of two kinds.
		if s, e := x.Start(), z.Start(); days > 0 && (s.Month != e.Month || s.Day != e.Day) {
			out = append(out, PeriodBreak{x, z, days})
		}
	}
	return out
}

// CanAdd refuses to add up the figures from a first to a last year with a
// [*PeriodError] where their periods overlap or leave days out between them.
func (y Yearly) CanAdd(first, last int) error {
	if y.joined {
		return nil
	}
	at := func(year int) int {
		return sort.Search(len(y.years), func(i int) bool { return y.years[i].Year >= year })
	}
	if b := breaks(y.years[at(first):max(at(first), at(last+1))]); len(b) > 0 {
		return &PeriodError{"series of " + string(y.place), b}
	}
	return nil
}

// period is that of the figure; a figure in no series may leave out that it is a
// calendar year.
func (f YearFigure) period() Period {
	if f.Period.IsZero() {
		return CalendarYear(f.Year)
	}
	return f.Period
}

// SamePart reports whether two periods are of the same days of their years, as two
// calendar years are, and two fiscal years that begin in one month.
func (p Period) SamePart(o Period) bool {
	return p.IsTwelveMonths() && o.IsTwelveMonths() && p.Start().Month == o.Start().Month && p.Start().Day == o.Start().Day
}
