package strategy

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// BaselineDefinition is what [NewBaseline] makes a baseline of.
type BaselineDefinition struct {
	Name   string
	Place  ghg.PlaceID
	View   ghg.View
	Metric ghg.Metric
	// Scheme is that of the categories that the sources name. It is needed only
	// where the view is a declared one and has none.
	Scheme  ghg.Scheme
	Sources []SourceEmissions
	// Rest is what the view counts and no source above holds: what no action
	// acts on. Nil where the sources are all.
	Rest   map[int]ghg.CO2e
	Source string // the document of the forecast
}

// SourceEmissions is what one source would emit without the plan, by year: as
// stated, or as activity × factor, one of the two.
type SourceEmissions struct {
	On     EmissionSource
	ByYear map[int]ghg.CO2e
	// Activity is what the source uses or does in each year, and Factors what one
	// unit of it emits: of gases, or on the metric of the baseline. A year without a
	// factor is refused.
	Activity ghg.Years[ghg.Quantity]
	Factors  ghg.Factors
	Source   string // document; "" where it is the baseline's
}

// emissions are those stated or, exactly, activity × factor.
func (s SourceEmissions) emissions(m ghg.Metric) (map[int]ghg.CO2e, error) {
	byFactor := !s.Activity.IsZero() || !s.Factors.IsZero()
	switch {
	case !byFactor:
		return maps.Clone(s.ByYear), nil
	case s.ByYear != nil:
		return nil, errors.New("emissions by year are given, and activity or factors too: give one of the two")
	case s.Activity.IsZero():
		return nil, errors.New("factors are given without the activity that they are for")
	}
	factors, err := s.Factors.On(m)
	if err != nil {
		return nil, err
	}
	byYear := make(map[int]ghg.CO2e, s.Activity.Len())
	var errs []error
	for a := range s.Activity.All() {
		c, _, err := factors.For(a.Year, a.Value)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s in %d: %w", s.Activity.Name(), a.Year, err))
		}
		byYear[a.Year] = c
	}
	return byYear, errors.Join(errs...)
}

// Baseline is what a place would emit without a plan, by source and year, in
// one view and one metric. Its sources share no emissions, and all have the
// same years. It is immutable. The zero Baseline is refused where one is
// needed.
type Baseline struct{ def *baseline }

type baseline struct {
	BaselineDefinition
	years []int
	cells []placed     // where each source stands
	total []ghg.CO2e   // of each year
	index map[int]int  // of each year
	emits [][]ghg.CO2e // of each source in each year
}

// ErrNoBaseline says that a baseline was needed and none was given.
var ErrNoBaseline = errors.New("no baseline given: make one with strategy.NewBaseline")

// MaxSources is how many sources a baseline may have.
const MaxSources = 5000

// NewBaseline checks a definition and makes a baseline of it. Sources that
// share emissions (a category and one under it, all fuels and one of them) are
// refused, as they would count twice; so is a source without a year that
// another has, as the sum of such a year is unknown. A source may emit less
// than 0, as land does, but no effect acts on such a one.
func NewBaseline(d BaselineDefinition) (Baseline, error) {
	fail := func(err error) (Baseline, error) { return Baseline{}, fmt.Errorf("baseline %.200q: %w", d.Name, err) }
	if err := errors.Join(plain(d.Name, d.Place, d.View, d.Metric, d.Scheme)...); err != nil {
		return fail(err)
	}
	if len(d.Sources) == 0 && len(d.Rest) == 0 || len(d.Sources) > MaxSources {
		return fail(fmt.Errorf("%d sources: 1 to %d are allowed", len(d.Sources), MaxSources))
	}
	if !d.View.IsDeclared() {
		d.Scheme = d.View.Scheme()
	}
	b := &baseline{BaselineDefinition: d, index: map[int]int{}}
	b.Sources = slices.Clone(d.Sources)
	var errs []error
	for i, s := range b.Sources {
		byYear, err := s.emissions(d.Metric)
		if err != nil {
			errs = append(errs, fmt.Errorf("source %s: %w", s.On, err))
		}
		b.Sources[i].ByYear = byYear
	}
	if err := errors.Join(errs[:min(len(errs), maxOverlaps)]...); err != nil {
		return fail(err)
	}
	first := d.Rest
	if len(b.Sources) > 0 {
		first = b.Sources[0].ByYear
	}
	b.years = slices.Sorted(maps.Keys(first))
	if len(b.years) == 0 {
		return fail(errors.New("a baseline needs at least one year"))
	}
	for i, y := range b.years {
		if ghg.CalendarYear(y).IsZero() {
			return fail(fmt.Errorf("year %d: years from 1850 to 2300 are allowed", y))
		}
		b.index[y] = i
	}
	b.total = make([]ghg.CO2e, len(b.years))
	zero, err := ghg.CO2eOf(ghg.Mass{}, d.Metric)
	if err != nil {
		return fail(err)
	}
	for i := range b.total {
		b.total[i] = zero
	}
	inView := viewNodes(d.View)
	for _, s := range b.Sources {
		cell, err := b.place(s.On, inView)
		if err == nil {
			err = b.add(s.ByYear, true)
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("source %s: %w", s.On, err))
		}
		b.cells = append(b.cells, cell)
	}
	if d.Rest != nil {
		if err := b.add(d.Rest, false); err != nil {
			errs = append(errs, fmt.Errorf("the rest: %w", err))
		}
		b.Rest = maps.Clone(d.Rest)
	}
	if len(errs) == 0 {
		errs = b.disjoint()
	}
	if err := errors.Join(errs[:min(len(errs), maxOverlaps)]...); err != nil {
		return fail(err)
	}
	return Baseline{b}, nil
}

// plain is what a definition of a portfolio or baseline lacks.
func plain(name string, place ghg.PlaceID, view ghg.View, metric ghg.Metric, scheme ghg.Scheme) []error {
	var errs []error
	if name == "" || place == "" {
		errs = append(errs, errors.New("a name and a place are needed"))
	}
	if view.IsZero() {
		errs = append(errs, ghg.ErrNoView)
	}
	if metric.IsZero() {
		errs = append(errs, ghg.ErrNoMetric)
	}
	if a, b := view.Scheme().ID(), scheme.ID(); a != "" && b != "" && a != b {
		errs = append(errs, fmt.Errorf("scheme %s: the view %s selects from %s", b, view, a))
	}
	return errs
}

// place checks what a source names.
func (b *baseline) place(on EmissionSource, inView map[string]bool) (placed, error) {
	words := on.Folded()
	p := placed{Effect: Effect{On: on}, fuel: words.Fuel, endUse: words.EndUse}
	if on.Category == (ghg.Category{}) {
		if p.endUse == "" {
			return p, errors.New("name its category, or its end use in words where the category is not known")
		}
		return p, nil
	}
	n, ok := b.Scheme.Node(on.Category.Code)
	switch {
	case b.Scheme.ID() == "":
		return p, errors.New("the view is a declared one: give the scheme of the categories in BaselineDefinition.Scheme")
	case !ok || on.Category.Scheme != b.Scheme.ID() || on.Category.Code != n.Code:
		return p, fmt.Errorf("no category of %s, as the standard writes it", b.Scheme.ID())
	case inView != nil && !inView[n.Code]:
		return p, fmt.Errorf("the view %s does not count this category", b.View)
	}
	p.lineage = lineage(b.Scheme, n.Code)
	return p, nil
}

// add takes emissions of the same years as all others.
func (b *baseline) add(byYear map[int]ghg.CO2e, source bool) error {
	row := make([]ghg.CO2e, len(b.years))
	var missing []int
	for i, y := range b.years {
		c, ok := byYear[y]
		if !ok {
			missing = append(missing, y)
			continue
		}
		sum, err := b.total[i].Add(c)
		if err != nil {
			return fmt.Errorf("%d: %w", y, err)
		}
		row[i], b.total[i] = c, sum
	}
	if len(missing) > 0 || len(byYear) > len(b.years) {
		return fmt.Errorf("its years differ from those of the first source (%d to %d, %d years): what a year lacks makes its sum unknown, so give the same years for all; missing here: %v",
			b.years[0], b.years[len(b.years)-1], len(b.years), missing)
	}
	if source {
		b.emits = append(b.emits, row)
	}
	return nil
}

// disjoint finds sources that share emissions.
func (b *baseline) disjoint() []error {
	var errs []error
	for i := range b.cells {
		for j := range i {
			if b.cells[i].meets(&b.cells[j]) {
				errs = append(errs, fmt.Errorf("sources %d and %d share emissions, which would count twice: %s and %s", j+1, i+1, b.cells[j].On, b.cells[i].On))
			}
		}
	}
	return errs
}

// Name is the baseline's name.
func (b Baseline) Name() string { return b.definition().Name }

// Place is the place whose emissions they are.
func (b Baseline) Place() ghg.PlaceID { return b.definition().Place }

// View is the view that selects them.
func (b Baseline) View() ghg.View { return b.definition().View }

// Metric is the metric of all amounts.
func (b Baseline) Metric() ghg.Metric { return b.definition().Metric }

// Basis is place, view and metric of the baseline.
func (b Baseline) Basis() ghg.Basis {
	d := b.definition()
	return ghg.Basis{Place: d.Place, View: d.View, Metric: d.Metric}
}

// Source is the document of the forecast.
func (b Baseline) Source() string { return b.definition().Source }

// IsZero reports whether there is no baseline.
func (b Baseline) IsZero() bool { return b.def == nil }

// Years yields the years from first to last.
func (b Baseline) Years() iter.Seq[int] {
	return func(yield func(int) bool) {
		if b.def == nil {
			return
		}
		for _, y := range b.def.years {
			if !yield(y) {
				return
			}
		}
	}
}

// Sources yields the sources in their order, without the rest.
func (b Baseline) Sources() iter.Seq[EmissionSource] {
	return func(yield func(EmissionSource) bool) {
		for _, s := range b.definition().Sources {
			if !yield(s.On) {
				return
			}
		}
	}
}

// At is what a source of the baseline emits in a year.
func (b Baseline) At(on EmissionSource, year int) (ghg.CO2e, bool) {
	if b.def == nil {
		return ghg.CO2e{}, false
	}
	i, known := b.def.index[year]
	c := slices.IndexFunc(b.def.Sources, func(s SourceEmissions) bool { return s.On.same(on) })
	if c < 0 || !known {
		return ghg.CO2e{}, false
	}
	return b.def.emits[c][i], true
}

// Total is the sum of all sources and the rest in a year.
func (b Baseline) Total(year int) (ghg.CO2e, bool) {
	if b.def == nil {
		return ghg.CO2e{}, false
	}
	i, ok := b.def.index[year]
	if !ok {
		return ghg.CO2e{}, false
	}
	return b.def.total[i], true
}

// Yearly is the total as a series of projected figures, which can be held
// against a target.
func (b Baseline) Yearly() (ghg.Yearly, error) {
	if b.def == nil {
		return ghg.Yearly{}, ErrNoBaseline
	}
	var figures []ghg.YearFigure
	for i, y := range b.def.years {
		figures = append(figures, ghg.YearFigure{Year: y, CO2e: b.def.total[i], Status: ghg.Projected, Vintage: ghg.FirstVintage, Source: b.def.Source})
	}
	return ghg.NewYearly(b.Place(), b.View(), b.Metric(), figures)
}

func (b Baseline) definition() BaselineDefinition {
	if b.def == nil {
		return BaselineDefinition{}
	}
	return b.def.BaselineDefinition
}
