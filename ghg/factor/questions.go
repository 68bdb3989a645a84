package factor

import (
	"fmt"
	"slices"
	"time"

	"github.com/localghg/localghg/ghg"
)

// InForceOn is the value in force on a day: the newest that was published on or before
// it and whose last day, where it has one, is not over. Of one notice with two kinds it
// is an [*AmbiguousError] until [Set.Only] names one; where none is in force, a
// [*NotInForceError].
func (s Set[T]) InForceOn(day ghg.Date) (Published[T], error) {
	if s.def == nil {
		return Published[T]{}, ErrNoSet
	}
	if !day.Valid() {
		return Published[T]{}, ghg.Refusal(s.String(), "day", day.String(), "a day that exists is needed, in a year from 1850 to 2300")
	}
	newest := s.newest(s.counts, day)
	held := slices.Clone(newest)
	held = slices.DeleteFunc(held, func(p Published[T]) bool { return p.Until != ghg.Date{} && p.Until.Before(day) })
	if len(held) > 0 {
		return s.one("in force on "+day.String(), held)
	}
	e := &NotInForceError{Set: s.String(), Day: day}
	for _, p := range newest {
		if e.Last.Before(p.Until) {
			e.Last = p.Until
		}
	}
	for _, p := range s.def.values {
		if s.counts(&p) && day.Before(p.On) {
			e.First = p.On
			break
		}
	}
	for _, p := range s.newest(func(p *Published[T]) bool { return s.isOfKind(p) && !s.counts(p) }, day) {
		if (p.Until == ghg.Date{}) || !p.Until.Before(day) {
			e.ByName = append(e.ByName, p.Name)
		}
	}
	return Published[T]{}, e
}

// newest are the values of the newest publication on or before a day.
func (s Set[T]) newest(counts func(*Published[T]) bool, day ghg.Date) (out []Published[T]) {
	for _, p := range s.def.values { // by day
		if (p.On == ghg.Date{}) || day.Before(p.On) || !counts(&p) {
			continue
		}
		if len(out) > 0 && out[0].On != p.On {
			out = out[:0]
		}
		out = append(out, p)
	}
	return out
}

// one is the only value of several, or an error that names them.
func (s Set[T]) one(question string, list []Published[T]) (Published[T], error) {
	if len(list) == 1 {
		return list[0], nil
	}
	e := &AmbiguousError{Set: s.String(), Question: question}
	for _, p := range list {
		e.Candidates = append(e.Candidates, Candidate{p.Name, p.Value.String(), p.Kind, p.From, p.To})
	}
	return Published[T]{}, e
}

// OfYear is the value of one year alone, in its newest publication, whenever that was.
// A mean of several years is of none of them. A year that has none is a
// [*ghg.NoFigureError]: the value of another year is never taken.
func (s Set[T]) OfYear(year int) (Published[T], error) {
	if s.def == nil {
		return Published[T]{}, ErrNoSet
	}
	if err := ghg.CheckYear(s.String(), year); err != nil {
		return Published[T]{}, err
	}
	e := &ghg.NoFigureError{Of: s.String(), Year: year}
	var found []Published[T]
	var named []string
	for _, p := range s.def.values {
		switch {
		case p.From == 0 || p.From != p.To || !s.isOfKind(&p):
		case !s.counts(&p):
			if p.From == year {
				named = append(named, p.Name)
			}
		case p.From != year:
			e.Have = append(e.Have, p.From)
		default:
			if len(found) > 0 && found[0].On != p.On {
				found = found[:0]
			}
			found = append(found, p)
		}
	}
	if len(found) > 0 {
		return s.one(fmt.Sprintf("of %d", year), found)
	}
	slices.Sort(e.Have)
	e.Have = slices.Compact(e.Have)
	e.Remedy = "none is carried over from another year" + byName(named) +
		"; state one of your own with its source, or ask which was in force on a day (Set.InForceOn)"
	return Published[T]{}, e
}

// Prescribed is the value that a scheme prescribes, whatever the day and year. A set
// that prescribes none is refused; of several it is an [*AmbiguousError].
func (s Set[T]) Prescribed() (Published[T], error) {
	if s.def == nil {
		return Published[T]{}, ErrNoSet
	}
	var found []Published[T]
	var named []string
	for _, p := range s.def.values {
		switch {
		case p.Standing != Prescribed || !s.isOfKind(&p):
		case s.counts(&p):
			found = append(found, p)
		default:
			named = append(named, p.Name)
		}
	}
	if len(found) == 0 {
		return Published[T]{}, ghg.Refusal(s.String(), "question", "prescribed",
			"the set prescribes none"+byName(named)+": ask for that of a year, or that in force on a day")
	}
	return s.one("prescribed", found)
}

// Span is a part of a period with the value that is in force in it.
type Span[T fmt.Stringer] struct {
	Period ghg.Period
	Published[T]
}

// During is what was in force in a period, split at each day of change: one span where
// nothing changed. Who wants one value for all of it asks [Set.InForceOn] for a day of
// his choice. A day without a value, or with several, refuses the whole.
func (s Set[T]) During(p ghg.Period) ([]Span[T], error) {
	if s.def == nil {
		return nil, ErrNoSet
	}
	if p.IsZero() {
		return nil, ghg.Refusal(s.String(), "period", "", "one is needed, such as ghg.CalendarYear(2022)")
	}
	first, last := p.Start(), p.End()
	starts := []ghg.Date{first}
	for _, v := range s.def.values {
		if !s.counts(&v) {
			continue
		}
		starts = append(starts, v.On)
		if v.Until != (ghg.Date{}) {
			starts = append(starts, dayBeside(v.Until, 1))
		}
	}
	starts = slices.DeleteFunc(starts, func(d ghg.Date) bool { return d.Before(first) || last.Before(d) })
	slices.SortFunc(starts, func(a, b ghg.Date) int {
		if a.Before(b) {
			return -1
		}
		return 1
	})
	starts = slices.Compact(starts)
	var out []Span[T]
	for i, start := range starts {
		end := last
		if i+1 < len(starts) {
			end = dayBeside(starts[i+1], -1)
		}
		v, err := s.InForceOn(start)
		if err != nil {
			return nil, err
		}
		if n := len(out); n > 0 && out[n-1].Name == v.Name {
			start, out = out[n-1].Period.Start(), out[:n-1]
		}
		span, err := ghg.NewPeriod(start, end)
		if err != nil {
			return nil, err
		}
		out = append(out, Span[T]{span, v})
	}
	return out, nil
}

// dayBeside is the day after a day, or the one before.
func dayBeside(d ghg.Date, days int) ghg.Date {
	t := time.Date(d.Year, d.Month, d.Day+days, 0, 0, 0, 0, time.UTC)
	return ghg.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
}
