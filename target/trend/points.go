package trend

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
)

// MinPoints is the fewest figures that a trend is fitted to: a line through
// two leaves nothing to judge it by.
const MinPoints = 3

// Window is the years that figures are taken from. Which years is a decision,
// so it is always stated: [AllYears] or [Between]. The zero Window is refused.
type Window struct{ first, last int }

// AllYears takes every year of a series.
var AllYears = Window{ghg.FirstYear, Horizon}

// Between takes the years from first to last, both included.
func Between(first, last int) Window { return Window{first, last} }

// String is "all years" or "2010 to 2018".
func (w Window) String() string {
	if w == AllYears {
		return "all years"
	}
	return fmt.Sprintf("%d to %d", w.first, w.last)
}

// MarshalText writes what String says.
func (w Window) MarshalText() ([]byte, error) { return []byte(w.String()), nil }

// Points are the figures of a series that a trend is fitted to, with those that
// were left out and why. They are made by [Choose], and immutable; the zero
// Points are refused.
type Points struct{ def *points }

type points struct {
	series   ghg.Yearly
	window   Window
	statuses []ghg.Status
	in       []ghg.YearFigure
	out      []LeftOut
	x, y     []float64 // year, and tonnes of CO2e
	findings ghg.Findings
}

// LeftOut is a figure of a series that a trend is not fitted to.
type LeftOut struct {
	Year   int        `json:"year"`
	Status ghg.Status `json:"status"`
	Reason string     `json:"reason,omitempty"`
}

// String is "2021 (provisional: not among the statuses chosen)".
func (l LeftOut) String() string { return fmt.Sprintf("%d (%s: %s)", l.Year, l.Status, l.Reason) }

// The codes of findings on the figures behind a trend.
const (
	// FindingMixedVintages: the figures come from several publications. A step
	// between them may be a restatement and no change of emissions.
	FindingMixedVintages = "mixed-vintages"
)

var errNoPoints = errors.New("no points given: choose them from a series with trend.Choose")

// refuse is the fault of what was asked of a trend.
func refuse(field, value, allowed string) error {
	return ghg.Refusal("trend", field, value, allowed)
}

// TooFewError says that a series has too few figures for a trend.
type TooFewError struct {
	Place   ghg.PlaceID
	Years   []int // with a figure that may enter
	LeftOut []LeftOut
}

func (e *TooFewError) Error() string {
	years := listed(e.Years, strconv.Itoa, " (", ", ", ")")
	s := fmt.Sprintf("%s has %s for a trend%s, and %d are needed: two figures show a difference, not a trend",
		e.Place, count(len(e.Years), "figure"), years, MinPoints)
	return s + listed(e.LeftOut, LeftOut.String, "; left out: ", ", ", "")
}

// listed writes the first of a list, and says how many more there are.
func listed[T any](list []T, text func(T) string, before, between, after string) string {
	const most = 8
	if len(list) == 0 {
		return ""
	}
	words := make([]string, 0, most)
	for _, v := range list[:min(most, len(list))] {
		words = append(words, text(v))
	}
	s := before + strings.Join(words, between)
	if more := len(list) - most; more > 0 {
		s += fmt.Sprintf(" and %d more", more)
	}
	return s + after
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// Choose takes the figures of a series that lie in a window of years and have
// one of the statuses named: actual only, say, or actual and provisional. A
// nowcast or a projection never enters; naming one is a [ghg.Fault], and so is a
// window that holds no years. Fewer than [MinPoints] figures are refused with a
// [*TooFewError]. Years may be irregular. Figures of several vintages, figures
// that are not final, figures with gaps, and years that do not count the same
// categories, gases or months are findings.
func Choose(series ghg.Yearly, years Window, statuses ...ghg.Status) (Points, error) {
	var faults ghg.Faults
	if len(statuses) == 0 {
		faults.Refuse("trend", "statuses", "", "say which figures may enter, such as ghg.Actual")
	}
	for _, s := range statuses {
		if s > ghg.Estimated {
			faults.Refuse("trend", "statuses", s.String(), "only actual, provisional and estimated figures may enter")
		}
	}
	first, last := faults.RefuseYear("trend", "first year", years.first), faults.RefuseYear("trend", "last year", years.last)
	if !first && !last && years.first > years.last {
		faults.Refuse("trend", "years", years.String(), "the first year must not be after the last")
	}
	if err := faults.Err(); err != nil {
		return Points{}, err
	}
	p := &points{series: series, window: years, statuses: slices.Clone(statuses)}
	slices.Sort(p.statuses)
	p.statuses = slices.Compact(p.statuses)
	for f := range series.All() {
		if reason := p.excludes(f); reason != "" {
			p.out = append(p.out, LeftOut{f.Year, f.Status, reason})
			continue
		}
		y, err := tonnes(f.CO2e)
		if err != nil {
			return Points{}, fmt.Errorf("%d: %w", f.Year, err)
		}
		p.in = append(p.in, f)
		p.x, p.y = append(p.x, float64(f.Year)), append(p.y, y)
	}
	if len(p.in) < MinPoints {
		e := &TooFewError{Place: series.Place(), LeftOut: p.out}
		for _, f := range p.in {
			e.Years = append(e.Years, f.Year)
		}
		return Points{}, e
	}
	p.remark()
	return Points{p}, nil
}

// excludes says why a figure does not enter, or "".
func (p *points) excludes(f ghg.YearFigure) string {
	switch {
	case f.Status > ghg.Estimated:
		return "never evidence of a trend"
	case f.Year < p.window.first || f.Year > p.window.last:
		return "outside the years chosen"
	case !slices.Contains(p.statuses, f.Status):
		return "not among the statuses chosen"
	}
	return ""
}

// remark notes what a reader of the trend should know of its figures.
func (p *points) remark() {
	byVintage := map[ghg.Vintage]int{}
	for _, f := range p.in {
		byVintage[f.Vintage]++
	}
	if len(byVintage) > 1 {
		var parts []string
		for _, f := range p.in {
			if n := byVintage[f.Vintage]; n > 0 {
				parts = append(parts, fmt.Sprintf("%s: %s", f.Vintage, count(n, "year")))
				byVintage[f.Vintage] = 0
			}
		}
		all := strings.Join(parts, ", ")
		p.findings.Add(ghg.Finding{Code: FindingMixedVintages, Severity: ghg.Warning, Of: string(p.series.Place()), Found: all,
			Detail: "the figures come from several publications (" + all + "): a step between them may be a restatement and no change of emissions"})
	}
	p.remarkUnlike()
	for _, f := range p.in {
		if f.Status != ghg.Actual {
			p.findings.Add(ghg.Finding{Code: ghg.FindingNotActual, Severity: ghg.Note, Of: strconv.Itoa(f.Year), Found: f.Status.String(),
				Detail: fmt.Sprintf("the figure is %s", f.Status)})
		}
		if len(f.Coverage.Gaps) > 0 {
			p.findings.Add(ghg.Finding{Code: target.FindingIncomplete, Severity: ghg.Serious, Of: strconv.Itoa(f.Year), Found: f.Coverage.String(),
				Detail: fmt.Sprintf("the figure lacks required categories (%s): a step in the series may be a gap", f.Coverage)})
		}
	}
}

// remarkUnlike notes steps in the series that are no change of emissions: from a year
// to the next another category or gas counts, or other months do.
func (p *points) remarkUnlike() {
	var steps []ghg.Unlike
	for i := 1; i < len(p.in); i++ {
		if u := p.in[i-1].Unlike(p.in[i]); !u.IsZero() {
			steps = append(steps, u)
		}
	}
	if len(steps) > 0 {
		p.findings.Add(ghg.Finding{Code: target.FindingUnlike, Severity: ghg.Serious, Of: string(p.series.Place()),
			Found: fmt.Sprint(len(steps)),
			Detail: "the figures do not all count the same: " + listed(steps, ghg.Unlike.String, "", "; ", "") +
				"; what one of them leaves out is no change of emissions, and no trend"})
	}
	in, err := ghg.NewYearly(p.series.Place(), p.series.View(), p.series.Metric(), p.in)
	if err != nil { // they are figures of such a series
		return
	}
	if breaks := in.Breaks(); len(breaks) > 0 {
		p.findings.Add(ghg.Finding{Code: target.FindingPeriods, Severity: ghg.Warning, Of: string(p.series.Place()),
			Found: fmt.Sprint(len(breaks)),
			Detail: "the figures are not of the same months of their years: " + listed(breaks, ghg.PeriodBreak.String, "", "; ", "") +
				"; on the axis each stands at the year that it begins in"})
	}
}

// IsZero reports whether there are no points.
func (p Points) IsZero() bool { return p.def == nil }

func (p Points) get() *points {
	if p.def == nil {
		return &points{}
	}
	return p.def
}

// Series is the series that the points were chosen from.
func (p Points) Series() ghg.Yearly { return p.get().series }

// Len is the number of figures that enter.
func (p Points) Len() int { return len(p.get().in) }

// All yields the figures that enter, by year.
func (p Points) All() iter.Seq[ghg.YearFigure] {
	return func(yield func(ghg.YearFigure) bool) {
		for _, f := range p.get().in {
			f.Coverage.Gaps = slices.Clone(f.Coverage.Gaps)
			if !yield(f) {
				return
			}
		}
	}
}

// LeftOut yields the figures that do not enter, by year, with the reason.
func (p Points) LeftOut() iter.Seq[LeftOut] { return slices.Values(p.get().out) }

// Findings are remarks on the figures: see [FindingMixedVintages],
// [ghg.FindingNotActual], [target.FindingIncomplete], [target.FindingUnlike] and
// [target.FindingPeriods].
func (p Points) Findings() ghg.Findings {
	f := p.get().findings
	f.All = slices.Clone(f.All)
	return f
}

// first and last are the years of the first and last figure that enters.
func (p Points) first() int { return p.def.in[0].Year }
func (p Points) last() int  { return p.def.in[len(p.def.in)-1].Year }

// regular reports whether every step from one year to the next is as wide.
func (p Points) regular() bool {
	x := p.def.x
	for i := 2; i < len(x); i++ {
		if x[i]-x[i-1] != x[1]-x[0] {
			return false
		}
	}
	return true
}

// String is "7 figures, 2016 to 2022 (actual)".
func (p Points) String() string {
	if p.IsZero() {
		return "no points"
	}
	names := make([]string, len(p.def.statuses))
	for i, s := range p.def.statuses {
		names[i] = s.String()
	}
	return fmt.Sprintf("%s, %d to %d (%s)", count(p.Len(), "figure"), p.first(), p.last(), strings.Join(names, ", "))
}

// What a statistic takes: figures are rounded to smallestPlaces decimal places of a
// tonne, so that squares of them stay within float64, and may not reach largest.
const smallestPlaces = 30

var largest = decimal.New(1, 38)

// tonnes is an amount as float64.
func tonnes(c ghg.CO2e) (float64, error) {
	t := c.Tonnes()
	if t.Abs().GreaterThanOrEqual(largest) {
		return 0, fmt.Errorf("an amount of 1e38 tonnes or more is out of bounds for a statistic")
	}
	return t.Round(smallestPlaces).InexactFloat64(), nil
}
