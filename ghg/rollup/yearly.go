package rollup

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/shopspring/decimal"
)

// SeriesOf is a yearly series with the place that it is of.
type SeriesOf struct {
	Place  place.Place
	Yearly ghg.Yearly
	// Territory is the day whose territory all figures of the series are of: a series that
	// was restated to a new boundary has one. Left out, each figure is of the territory in
	// its year, which then must be one.
	Territory ghg.Date
}

// Series is the yearly series of a group: a series as any other, and which places are in
// the figure of each year.
type Series struct {
	Yearly ghg.Yearly `json:"yearly"`
	Sums   []Sum      `json:"sums,omitempty"` // one for each year asked for, in order
}

// Yearly adds the series of places up, year by year. All must be of the view and the metric
// asked for, or the error is a [*ghg.MismatchError]; views that count waste in two ways are
// a [*WasteConventionError] before.
//
// A place without any figure is missing, with a finding. One that has figures, but none for
// a year, is refused with a [*ghg.NoFigureError] unless [Question.Align] says what to do. A
// year in which no place reports is refused with [ghg.ErrNothingReported].
//
// The figure of a year is of the vintage that its figures share, or of the latest one where
// several were told, and of the least final status; parts and coverage are there where they
// are known of all places.
func (g Group) Yearly(q Question, years []int, reports []SeriesOf) (Series, error) {
	var candidates []candidate
	places := make([]place.Place, len(reports))
	for i, r := range reports {
		places[i] = r.Place
		for f := range r.Yearly.All() {
			candidates = append(candidates, candidate{place: r.Place, territory: r.Territory, year: f.Year, period: f.Period,
				vintage: f.Vintage, report: i})
		}
	}
	a, err := g.ask(q, candidates, places)
	if err != nil {
		return Series{}, err
	}
	years = slices.Clone(years)
	slices.Sort(years)
	if years = slices.Compact(years); len(years) == 0 {
		return Series{}, ghg.Refusal("consolidation of "+string(g.Name()), "years", "", "say of which years")
	}
	var out Series
	var figures []ghg.YearFigure
	for _, y := range years {
		s, err := a.yearly(y, reports)
		if err != nil {
			return Series{}, err
		}
		out.Sums = append(out.Sums, s)
		figures = append(figures, s.figure())
	}
	out.Yearly, err = ghg.NewYearly(g.Name(), q.View, q.Metric, figures)
	return out, err
}

// yearly is the sum of one year.
func (a *asking) yearly(y int, reports []SeriesOf) (Sum, error) {
	figure := func(c chosen) ghg.YearFigure {
		f, _ := reports[c.report].Yearly.At(c.year)
		return f
	}
	wouldBe := func(all []chosen) ghg.CO2e {
		sum, _ := ghg.CO2eOf(ghg.Mass{}, a.Metric)
		for _, c := range all {
			if s, err := sum.Add(figure(c).CO2e); err == nil { // what is on another metric is refused by itself
				sum = s
			}
		}
		return sum
	}
	chosenOf, err := a.choose(y, wouldBe)
	if err != nil {
		return Sum{}, err
	}
	waste := func(c chosen) ghg.WasteConvention { return reports[c.report].Yearly.View().Waste() }
	if err := oneConvention(chosenOf, a.group.day, waste, wouldBe); err != nil {
		return Sum{}, err
	}
	var k keyed
	s, err := a.sumOf(chosenOf, func(c chosen) (amount, error) {
		series := reports[c.report].Yearly
		asked := ghg.Basis{Place: series.Place(), View: a.View, Metric: a.Metric}
		if err := asked.Meets("the sum", series.Basis(), "the series of "+c.place.String()); err != nil {
			return amount{}, err
		}
		f := figure(c)
		return amount{co2e: f.CO2e, reported: true, status: f.Status, coverage: f.Coverage, parts: f.Parts,
			half: func() decimal.Decimal { return f.CO2e.Figure().HalfUnit().In(ghg.Tonne) }}, nil
	})
	if err != nil {
		return Sum{}, err
	}
	if !s.IsReported() {
		return Sum{}, fmt.Errorf("%s in %d: %w", s.Name, y, ghg.ErrNothingReported)
	}
	for _, c := range s.Counted {
		k.parts(c)
	}
	s.addCoverage()
	k.tell(&s)
	return s, nil
}

// parts takes the keys of a figure of which the parts are known. Where IE points is not
// among them, so that none is found.
func (k *keyed) parts(c Counted) {
	for _, p := range c.figure.parts {
		if p.Key != ghg.KeyNone {
			k.see(c.Place, p.Category, p.Key, ghg.Category{})
		}
	}
	k.settle(func(ghg.Category) bool { return false })
	k.gaps(c)
}

// maxSource is the length in bytes up to which the source of a figure names its places.
const maxSource = 5000

// figure is the sum as the figure of its year.
func (s Sum) figure() ghg.YearFigure {
	f := ghg.YearFigure{Year: s.Year, CO2e: s.CO2e, Coverage: s.Coverage, Source: s.Members().En}
	if len(f.Source) > maxSource {
		f.Source = fmt.Sprintf("%d of %d places", len(s.Counted), len(s.Counted)+len(s.Missing))
	}
	known := true
	for _, c := range s.Counted {
		f.Status, f.Vintage = max(f.Status, c.Status), max(f.Vintage, c.Vintage)
		known = known && len(c.figure.parts) > 0
		if c.Year == s.Year && f.Period.IsZero() {
			f.Period = c.Period
		}
	}
	if known {
		f.Parts = s.parts()
	}
	return f
}

// parts are those of all figures, by category and gas.
func (s Sum) parts() []ghg.YearPart {
	type id struct {
		category ghg.Category
		gas      ghg.Gas
		key      ghg.Key
	}
	var out []ghg.YearPart
	at := map[id]int{}
	for _, c := range s.Counted {
		for _, p := range c.figure.parts {
			if !c.Share.IsUnset() {
				p.CO2e, _ = p.CO2e.Scale(c.Share.Fraction()) // the whole was scaled before
			}
			x := id{p.Category, p.Gas, p.Key}
			i, there := at[x]
			if !there {
				at[x] = len(out)
				out = append(out, p)
				continue
			}
			if p.Key == ghg.KeyNone {
				out[i].CO2e, _ = out[i].CO2e.Add(p.CO2e) // on the metric of their figures
			}
		}
	}
	return out
}
