package ghg

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"
	"strconv"
)

// Yearly is a series of totals by year: what inventories hand to targets. All
// its figures are of one place, one view and one metric; each carries its
// status, vintage and source. It is immutable; the zero Yearly is empty.
type Yearly struct {
	place  PlaceID
	view   View
	metric Metric
	years  []YearFigure // by year
	joined bool         // no figure breaks off from the one before
}

// YearFigure is the figure of one year. The label of a period that is not a
// calendar year is the year it begins in.
type YearFigure struct {
	Year int `json:"year"`
	// Period is twelve months that begin in Year; left out, it is the calendar year.
	// Figures of other periods stand in one series, and are not added where they
	// overlap or leave days out ([Yearly.CanAdd]).
	Period  Period  `json:"period,omitzero"`
	CO2e    CO2e    `json:"co2e"`
	Status  Status  `json:"status"`
	Vintage Vintage `json:"vintage"`
	Source  string  `json:"source,omitempty"` // document or data set; "" for a total of an inventory
	// Coverage is that of an inventory's total; of a published figure it is
	// empty, as what stands behind it is not known.
	Coverage Coverage `json:"coverage,omitzero"`
	// Parts are what it is the sum of, by category and gas, and the keys that stand in
	// place of amounts; of a published figure there are none.
	Parts []YearPart `json:"parts,omitempty"`

	behind *behind // the way to the total that it is; nil where it was stated
}

// ErrNotTwelveMonths says that an inventory is not of one continuous year, so
// that its total is no figure of a year.
var ErrNotTwelveMonths = errors.New("an inventory that does not cover twelve months gives no figure of a year")

// ErrNothingReported says that a total has no number behind it. Its sum of 0 is
// no figure: missing is not zero.
var ErrNothingReported = errors.New("no number is reported in the view: what is missing is not 0")

// NewYearly makes a series of figures. Years may be missing and come in any
// order. A year given twice, a figure without a vintage and the like are refused
// with [Faults], a figure on another metric with a [*MetricMismatchError].
func NewYearly(place PlaceID, view View, metric Metric, figures []YearFigure) (Yearly, error) {
	place, err := ParsePlace(string(place))
	switch {
	case err != nil:
		fault := asFaultOf(err)
		fault.Of = "yearly series"
		return Yearly{}, fault
	case view.IsZero():
		return Yearly{}, ErrNoView
	case metric.IsZero():
		return Yearly{}, ErrNoMetric
	}
	years := slices.Clone(figures)
	sort.SliceStable(years, func(i, j int) bool { return years[i].Year < years[j].Year })
	var faults Faults
	for i, f := range years {
		if err := f.CO2e.mismatch(CO2e{m: metric}); err != nil {
			return Yearly{}, fmt.Errorf("%s, %d: %w", place, f.Year, err)
		}
		f.check(&faults, string(place))
		if i > 0 && years[i-1].Year == f.Year {
			faults.Refuse(string(place), "year", strconv.Itoa(f.Year),
				"it is given twice: one year has one figure; keep vintages in series of their own")
		}
		years[i] = f.share()
		years[i].CO2e.m = metric // one of its ID may have been made elsewhere
		years[i].Period = f.period()
		years[i].behind = f.behind.of(place, view, metric)
	}
	if err := faults.Err(); err != nil {
		return Yearly{}, err
	}
	return Yearly{place, view, metric, years, len(breaks(years)) == 0}, nil
}

// check refuses what does not stand in a figure alone.
func (f YearFigure) check(faults *Faults, place string) {
	of := place + " in " + strconv.Itoa(f.Year)
	if f.Year < FirstYear || f.Year > LastYear {
		faults.Refuse(place, "year", strconv.Itoa(f.Year), fmt.Sprintf("years from %d to %d are allowed", FirstYear, LastYear))
	}
	if f.Vintage == 0 {
		faults.Refuse(of, "vintage", "", "one is needed, such as ghg.FirstVintage")
	}
	if f.Status > Projected {
		faults.Refuse(of, "status", f.Status.String(), "a status that exists is needed")
	}
	if p := f.period(); !p.IsTwelveMonths() || p.Year() != f.Year {
		faults.Refuse(of, "period", p.String(), "twelve months that begin in the year are needed")
	}
	f.checkParts(faults, of)
	if c := f.Coverage; min(c.Required, c.Reported, c.Partly, c.NO, c.IE, c.NE, c.C, c.Zeros, c.Defaults, c.Placeholders) < 0 ||
		c.Reported+c.Partly+c.NO+c.IE+c.NE+c.C+len(c.Gaps) != c.Required ||
		max(c.Zeros, c.Defaults) > c.Reported+c.Partly || c.Placeholders > len(c.Gaps) {
		faults.Refuse(of, "coverage", c.String(), "it does not add up")
	}
}

// YearlyOf makes a series of the totals of inventories of one place. A total
// that is withheld is refused with its [*WithheldError], one with no number
// behind it with [ErrNothingReported], unless every required category is NO: then
// it is 0. An inventory of more or less than twelve months is refused with
// [ErrNotTwelveMonths]. The status of a year is the least final
// among the lines of its total; its parts are their sums by category and gas.
func YearlyOf(view View, metric Metric, inventories ...Inventory) (Yearly, error) {
	if len(inventories) == 0 {
		return Yearly{}, ErrNoInventory
	}
	place := inventories[0].Place()
	figures := make([]YearFigure, 0, len(inventories))
	for _, inv := range inventories {
		if inv.Place() != place {
			a, b := Basis{place, view, metric}, Basis{inv.Place(), view, metric}
			return Yearly{}, a.Meets("the first inventory", b, "that of "+inv.Period().String())
		}
		if !inv.Period().IsTwelveMonths() {
			return Yearly{}, fmt.Errorf("%s: %w", inv.Period(), ErrNotTwelveMonths)
		}
		t, err := inv.Total(view, metric)
		if err != nil {
			return Yearly{}, fmt.Errorf("%s: %w", inv.Period(), err)
		}
		if !t.IsReported() {
			return Yearly{}, fmt.Errorf("%s: %w", inv.Period(), ErrNothingReported)
		}
		f := YearFigure{Year: inv.Period().Year(), Period: inv.Period(), CO2e: t.CO2e, Vintage: inv.Vintage(), Coverage: t.Coverage,
			Parts: partsOf(t), behind: &behind{t.inv, view, metric}}
		for i := range t.Lines.Len() {
			f.Status = max(f.Status, t.Lines.row(i).row().status)
		}
		figures = append(figures, f)
	}
	return NewYearly(place, view, metric, figures)
}

// Place is the place that the figures are of.
func (y Yearly) Place() PlaceID { return y.place }

// View is the view that the figures are totals of.
func (y Yearly) View() View { return y.view }

// Metric is the metric of the figures.
func (y Yearly) Metric() Metric { return y.metric }

// Edition is the scheme edition behind the view; empty for a declared view.
func (y Yearly) Edition() SchemeID { return y.view.ID().Scheme }

// Len is the number of years with a figure.
func (y Yearly) Len() int { return len(y.years) }

// At is the figure of a year. A year without one is not 0.
func (y Yearly) At(year int) (YearFigure, bool) {
	i := sort.Search(len(y.years), func(i int) bool { return y.years[i].Year >= year })
	if i < len(y.years) && y.years[i].Year == year {
		return y.years[i].share(), true
	}
	return YearFigure{}, false
}

// Figure is the figure of a year, or a [*NoFigureError].
func (y Yearly) Figure(year int) (YearFigure, error) {
	if f, ok := y.At(year); ok {
		return f, nil
	}
	e := &NoFigureError{Of: "the series of " + string(y.place), Year: year,
		Remedy: "a year without a figure is not 0; ask for one that has one, or add it to the series with its status"}
	for _, f := range y.years {
		e.Have = append(e.Have, f.Year)
	}
	return YearFigure{}, e
}

// All yields the figures from the first year to the last.
func (y Yearly) All() iter.Seq[YearFigure] {
	return func(yield func(YearFigure) bool) {
		for _, f := range y.years {
			if !yield(f.share()) {
				return
			}
		}
	}
}

// ByYear yields the years with their amounts, as budgets, plans and paths take them. What
// a figure leaves open, its status and coverage, is in [Yearly.All].
func (y Yearly) ByYear() iter.Seq2[int, CO2e] {
	return func(yield func(int, CO2e) bool) {
		for _, f := range y.years {
			if !yield(f.Year, f.CO2e) {
				return
			}
		}
	}
}

// Last is the figure of the last year.
func (y Yearly) Last() (YearFigure, bool) {
	if len(y.years) == 0 {
		return YearFigure{}, false
	}
	return y.years[len(y.years)-1].share(), true
}

// share copies what a holder of the figure could otherwise change.
func (f YearFigure) share() YearFigure {
	f.Coverage.Gaps = slices.Clone(f.Coverage.Gaps)
	f.Parts = slices.Clone(f.Parts)
	return f
}
