package series

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Filled is a series with figures for years that had none.
type Filled struct {
	Yearly   ghg.Yearly   `json:"yearly"`
	Steps    []Step       `json:"steps,omitempty"` // one for each figure that was filled, by year
	Findings ghg.Findings `json:"findings"`
}

// Step is how one figure came about.
type Step struct {
	Of         string // the series, or the record of an inventory
	Year       int
	By         words.Term // the method, with its equation
	Arithmetic string     // in tonnes, in the terms of the method's equation
	Result     string
	Uses       []int // years of the series that it comes of
	Status     ghg.Status
}

var stepText = words.Term{En: "%s, %d (%s): %s: %s = %s", Ko: "%s, %d년(%s): %s: %s = %s"}

// String is the step as one line of text.
func (s Step) String() string { en, _ := s.text(); return en }

// Korean is the step in Korean.
func (s Step) Korean() string { _, ko := s.text(); return ko }

func (s Step) text() (en, ko string) {
	status := words.Term{En: s.Status.String(), Ko: s.Status.Korean()}
	return stepText.Fill(s.Of, s.Year, status, s.By, s.Arithmetic, s.Result)
}

// MarshalJSON writes the step with the name of its method.
func (s Step) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Of         string     `json:"of"`
		Year       int        `json:"year"`
		Method     string     `json:"method"`
		MethodKo   string     `json:"method_ko"`
		Arithmetic string     `json:"arithmetic"`
		Result     string     `json:"result"`
		Uses       []int      `json:"uses"`
		Status     ghg.Status `json:"status"`
	}{s.Of, s.Year, s.By.En, s.By.Ko, s.Arithmetic, s.Result, append([]int{}, s.Uses...), s.Status})
}

// FaultNotAGap is the code of a year to fill that has a figure.
const FaultNotAGap = "not-a-gap"

var errNoMethod = ghg.Refusal("filling", "method", "", "one is needed, such as series.Interpolation{}")

// Fill gives figures by a method to years of a series that have none; [Gaps] finds them.
// Each is rounded once, half away from zero, to 12 decimal places of a tonne
// ([ghg.RecomputePlaces]), has a status as the package documentation says, and says in its
// source how it came about. All of them come of figures that were there before, never of
// each other. A filled figure has no parts and no coverage.
//
// A year that has a figure is refused ([FaultNotAGap]), as is a series of periods that are
// not the same part of their years; what a method needs and does not find is a
// [*ghg.NoFigureError] for each year, and one refused year refuses all.
func Fill(y ghg.Yearly, m Method, years ...int) (Filled, error) {
	l, err := prepare(y, m)
	if err != nil {
		return Filled{}, err
	}
	if err := toFill(l, years); err != nil {
		return Filled{}, err
	}
	years = slices.Sorted(slices.Values(years))
	figures := slices.Collect(y.All())
	vintage, like := ghg.FirstVintage, ghg.CalendarYear(ghg.FirstYear)
	for i, f := range figures {
		if i > 0 && !f.Period.SamePart(figures[0].Period) {
			return Filled{}, ghg.Refusal(l.of, "period", f.Period.String(),
				"it is not the same part of its year as "+figures[0].Period.String()+": restate one")
		}
		vintage, like = max(vintage, f.Vintage), f.Period
	}
	var out Filled
	var refused []error
	for _, year := range years {
		f := ghg.YearFigure{Year: year, Period: periodOf(year, like), Vintage: vintage}
		if err := out.add(l, m, y.Metric(), &f); err != nil {
			refused = append(refused, fmt.Errorf("%s, %d: %w", m, year, err))
			continue
		}
		figures = append(figures, f)
	}
	if len(refused) > 0 {
		return Filled{}, errors.Join(refused...)
	}
	out.Yearly, err = ghg.NewYearly(y.Place(), y.View(), y.Metric(), figures)
	return out, err
}

// add comes to one figure.
func (out *Filled) add(l *line, m Method, metric ghg.Metric, f *ghg.YearFigure) error {
	s, err := m.fill(l, f.Year)
	if err != nil {
		return err
	}
	if f.CO2e, err = ghg.NewCO2e(rounded(s.value), ghg.Tonne, metric); err != nil {
		return err
	}
	last, isAny := l.last()
	f.Status = s.status(isAhead(m, isAny && f.Year > last))
	f.Source = s.source(m)
	step := Step{l.of, f.Year, nameOf(m), s.arithmetic, f.CO2e.String(), years(s.uses), f.Status}
	out.Steps = append(out.Steps, step)
	remark(&out.Findings, m, s, step, last)
	return nil
}

// isAhead says that a figure beyond the last one looks ahead: unless another series has one
// of the year.
func isAhead(m Method, isBeyond bool) bool {
	_, splices := m.(splicing)
	return isBeyond && !splices
}

// prepare is a series as a line, with what a method splices to it.
func prepare(y ghg.Yearly, m Method) (*line, error) {
	if m == nil {
		return nil, errNoMethod
	}
	var faults ghg.Faults
	m.check(&faults)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	if y.View().IsZero() {
		return nil, ghg.ErrNoView
	}
	l := lineOf(y)
	if c, is := m.(Curve); is && c.Metric.ID() != y.Metric().ID() {
		return nil, fmt.Errorf("the series of %s and the curve: %w", l.of, &ghg.MetricMismatchError{A: y.Metric().ID(), B: c.Metric.ID()})
	}
	s, is := m.(splicing)
	if !is {
		return l, nil
	}
	old, inventories := s.other()
	if len(inventories) > 0 {
		return nil, ghg.Refusal(m.String(), "inventories", strconv.Itoa(len(inventories)), "a series of totals is spliced with one of totals")
	}
	if err := y.Basis().Meets("the series", old.Basis(), "the other series"); err != nil {
		return nil, err
	}
	l.old = lineOf(old)
	l.old.of = string(old.Place()) + ", the other series"
	own, isAny := y.Last()
	for f := range old.All() {
		if isAny && !f.Period.SamePart(own.Period) {
			return nil, ghg.Refusal(l.old.of, "period", f.Period.String(),
				"it is not the same part of its year as "+own.Period.String()+": restate one")
		}
	}
	return l, nil
}

// toFill refuses years that cannot be filled, all of them at once.
func toFill(l *line, years []int) error {
	if len(years) == 0 {
		return ghg.Refusal(l.of, "years", "", "name those to fill: series.Gaps finds them")
	}
	var faults ghg.Faults
	seen := map[int]bool{}
	for _, year := range years {
		if faults.RefuseYear(l.of, "year", year) {
			continue
		}
		if seen[year] {
			faults.Refuse(l.of, "year", strconv.Itoa(year), "it is named twice")
		}
		seen[year] = true
		if i, has := l.at(year); has {
			faults.Add(ghg.Fault{Code: FaultNotAGap, Of: l.of, Field: "year", Value: strconv.Itoa(year),
				Detail: fmt.Sprintf("it has a figure, %s t: one that exists is not replaced", l.points[i].tonnes)})
		}
	}
	return faults.Err()
}
