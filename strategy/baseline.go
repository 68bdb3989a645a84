package strategy

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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
	ByYear map[int]ghg.CO2e // a map, as a constructor's input: it is copied
	// Activity is what the source uses or does in each year, and Factors what one
	// unit of it emits: of gases, or on the metric of the baseline. A year without a
	// factor is refused.
	Activity ghg.Years[ghg.Quantity]
	Factors  ghg.Factors
	Source   string // document; "" where it is the baseline's
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
	meet  meetings     // of the cells
	total []ghg.CO2e   // of each year
	index map[int]int  // of each year
	emits [][]ghg.CO2e // of each source in each year
	rest  map[int]ghg.CO2e
}

// ErrNoBaseline says that a baseline was needed and none was given.
var ErrNoBaseline = errors.New("no baseline given: make one with strategy.NewBaseline")

// maxSources is how many sources a baseline may have.
const maxSources = 5000

// NewBaseline checks a definition and makes a baseline of it; all that does not
// stand comes at once, as [ghg.Faults], and beside them what activity and factors
// lack, such as a [*ghg.NoFigureError], and a [*ghg.MetricMismatchError] where
// emissions are on another metric. Sources that share emissions (a category
// and one under it, all fuels and one of them) are refused, as they would count
// twice; so is a source without a year that another has, as the sum of such a year
// is unknown. A source may emit less than 0, as land does, but no effect acts on
// such a one.
func NewBaseline(d BaselineDefinition) (Baseline, error) {
	c := baselineCheck{of: "baseline " + words.Quote(d.Name)}
	c.faults = plain(c.of, d.Name, &d.Place, ghg.Basis{View: d.View, Metric: d.Metric}, d.Scheme)
	n := len(d.Sources)
	if n == 0 && len(d.Rest) == 0 || n > maxSources {
		c.faults.Refuse(c.of, "sources", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxSources))
	}
	if n > maxSources { // what is too long is not looked through
		return Baseline{}, c.faults
	}
	if !d.View.IsDeclared() {
		d.Scheme = d.View.Scheme()
	}
	c.b = &baseline{BaselineDefinition: d, index: map[int]int{}}
	c.b.Sources, c.b.Rest = slices.Clone(d.Sources), nil
	c.b.rest = maps.Clone(d.Rest)
	c.sources(d.Rest)
	if err := errors.Join(append([]error{c.faults.Err(), c.mismatch}, c.errs...)...); err != nil {
		return Baseline{}, err
	}
	return Baseline{c.b}, nil
}

// Name is the baseline's name.
func (b Baseline) Name() string { return b.definition().Name }

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
		figures = append(figures, ghg.YearFigure{Year: y, CO2e: b.def.total[i], Status: ghg.Projected, Vintage: ghg.FirstVintage,
			Source: b.def.Source})
	}
	return ghg.NewYearly(b.def.Place, b.def.View, b.def.Metric, figures)
}

// Definition is what the baseline was made of, for making another.
func (b Baseline) Definition() BaselineDefinition {
	d := b.definition()
	if b.def == nil {
		return d
	}
	d.Sources, d.Rest = slices.Clone(d.Sources), maps.Clone(b.def.rest)
	for i := range d.Sources {
		s := &d.Sources[i]
		if !s.Factors.IsZero() {
			continue
		}
		s.ByYear = make(map[int]ghg.CO2e, len(b.def.years))
		for n, y := range b.def.years {
			s.ByYear[y] = b.def.emits[i][n]
		}
	}
	return d
}

func (b Baseline) definition() BaselineDefinition {
	if b.def == nil {
		return BaselineDefinition{}
	}
	return b.def.BaselineDefinition
}
