package strategy

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// baselineCheck keeps what does not stand in a baseline.
type baselineCheck struct {
	b        *baseline
	of       string
	faults   ghg.Faults
	mismatch error   // of a metric
	errs     []error // of activity and factors
}

// sources takes the sources and the rest.
func (c *baselineCheck) sources(rest map[int]ghg.CO2e) {
	b := c.b
	byYear := make([]map[int]ghg.CO2e, len(b.Sources))
	first := rest // the years of the first that has any are those of all
	for i := len(b.Sources) - 1; i >= 0; i-- {
		byYear[i] = c.emissions(i)
		b.Sources[i].ByYear = nil // what it says is copied from byYear: the map is the caller's
		if byYear[i] != nil {
			first = byYear[i]
		}
	}
	slices.Reverse(c.errs)
	if b.years = slices.Sorted(maps.Keys(first)); len(b.years) == 0 && len(c.errs) == 0 && c.mismatch == nil {
		c.faults.Refuse(c.of, "years", "", "at least one is needed")
	}
	for i, y := range b.years {
		c.faults.RefuseYear(c.of, "years", y)
		b.index[y] = i
	}
	zero, _ := ghg.CO2eOf(ghg.Mass{}, b.Metric) // without a metric, it is refused already
	b.total = slices.Repeat([]ghg.CO2e{zero}, len(b.years))
	inView := viewNodes(b.View)
	placed := make([]bool, len(b.Sources))
	b.cells, b.emits = slices.Grow(b.cells, len(b.Sources)), slices.Grow(b.emits, len(b.Sources))
	for i, s := range b.Sources {
		cell, err := b.place(s.On, inView)
		if placed[i] = err == nil; err != nil && !b.View.IsZero() {
			c.faults.Refuse(c.source(i), "category", s.On.Category.String(), err.Error())
		}
		b.cells, b.emits = append(b.cells, cell), append(b.emits, c.row(func() string { return c.source(i) }, "emissions", byYear[i]))
	}
	if rest != nil {
		c.row(func() string { return c.of }, "rest", rest)
	}
	c.disjoint(placed)
}

// source says which source a field is of.
func (c *baselineCheck) source(i int) string {
	return fmt.Sprintf("%s, source %s", c.of, c.b.Sources[i].On)
}

// emissions are those stated or, exactly, activity × factor; nil where they do not
// stand.
func (c *baselineCheck) emissions(i int) map[int]ghg.CO2e {
	s := &c.b.Sources[i]
	switch byFactor := !s.Activity.IsZero() || !s.Factors.IsZero(); {
	case !byFactor:
		return s.ByYear
	case s.ByYear != nil:
		c.faults.Refuse(c.source(i), "emissions", "", "they are given by year, and activity or factors too: give one of the two")
		return nil
	case s.Activity.IsZero():
		c.faults.Refuse(c.source(i), "activity", "", "factors are given without the activity that they are for")
		return nil
	}
	wrong := func(err error) {
		if len(c.errs) < maxOverlaps {
			c.errs = append(c.errs, fmt.Errorf("%s: %w", c.source(i), err))
		}
	}
	factors, err := s.Factors.On(c.b.Metric)
	if err != nil {
		wrong(err)
		return nil
	}
	byYear := make(map[int]ghg.CO2e, s.Activity.Len())
	var errs []error
	for a := range s.Activity.All() {
		co2e, _, err := factors.For(a.Year, a.Value)
		if err != nil {
			errs = append(errs, fmt.Errorf("%s in %d: %w", s.Activity.Name(), a.Year, err))
		}
		byYear[a.Year] = co2e
	}
	if err := errors.Join(errs...); err != nil {
		wrong(err)
		return nil
	}
	return byYear
}

// row adds emissions of the same years as all others.
func (c *baselineCheck) row(of func() string, field string, byYear map[int]ghg.CO2e) []ghg.CO2e {
	b := c.b
	row := make([]ghg.CO2e, len(b.years))
	if byYear == nil && len(c.errs)+c.faults.Len() > 0 {
		return row // it does not stand, and what does not stand is said
	}
	if len(byYear) == 0 && len(b.years) > 0 {
		c.faults.Refuse(of(), "years", "", "at least one is needed")
		return row
	}
	var missing []int
	for i, y := range b.years {
		co2e, ok := byYear[y]
		if !ok {
			missing = append(missing, y)
			continue
		}
		if err := onMetric(b.Metric, co2e); err != nil {
			c.faults.Refuse(fmt.Sprintf("%s in %d", of(), y), field, co2e.String(), err.Error())
			c.mismatch = cmp.Or(c.mismatch, err)
			continue
		}
		row[i], b.total[i] = co2e, plus(b.total[i], co2e)
	}
	if len(missing) > 0 || len(byYear) > len(b.years) {
		c.faults.Refuse(of(), field, "", fmt.Sprintf("its years differ from those of the first source (%d to %d, %d years): "+
			"what a year lacks makes its sum unknown, so give the same years for all; missing here: %v",
			b.years[0], b.years[len(b.years)-1], len(b.years), missing))
	}
	return row
}

// disjoint finds sources that share emissions, of those that stand somewhere.
func (c *baselineCheck) disjoint(placed []bool) {
	cells := c.b.cells
	for i := range cells {
		if !placed[i] {
			continue
		}
		for _, j := range c.b.meet.with(&cells[i]) {
			c.faults.Refuse(c.of, "sources", cells[i].On.String(),
				fmt.Sprintf("sources %d and %d share emissions, which would count twice: %s and %s", j+1, i+1, cells[j].On, cells[i].On))
		}
		c.b.meet.add(i, &cells[i])
	}
}

// plain is what a definition of a portfolio or baseline lacks.
func plain(of, name string, place *ghg.PlaceID, basis ghg.Basis, scheme ghg.Scheme) (f ghg.Faults) {
	if name == "" || len(name) > ghg.MaxName {
		f.Refuse(of, "name", name, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
	}
	if *place == "" {
		f.Refuse(of, "place", "", "a place is needed")
	} else {
		f.CleanPlace(of, "place", place)
	}
	if basis.View.IsZero() {
		f.Refuse(of, "view", "", ghg.ErrNoView.Error())
	}
	if basis.Metric.IsZero() {
		f.Refuse(of, "metric", "", ghg.ErrNoMetric.Error())
	}
	if a, b := basis.View.Scheme().ID(), scheme.ID(); a != "" && b != "" && a != b {
		f.Refuse(of, "scheme", string(b), fmt.Sprintf("the view %s selects from %s", basis.View, a))
	}
	return f
}

// place checks what a source names.
func (b *baseline) place(on EmissionSource, inView map[string]bool) (placed, error) {
	folded := on.Folded()
	p := placed{Effect: Effect{On: on}, fuel: folded.Fuel, endUse: folded.EndUse}
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
