package strategy

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// emissions are those stated or, exactly, activity × factor; or all that is wrong.
func (s SourceEmissions) emissions(m ghg.Metric) (map[int]ghg.CO2e, error) {
	byFactor := !s.Activity.IsZero() || !s.Factors.IsZero()
	switch {
	case !byFactor:
		return s.ByYear, nil
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

// add takes emissions of the same years as all others.
func (b *baseline) add(byYear map[int]ghg.CO2e) ([]ghg.CO2e, error) {
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
			return row, fmt.Errorf("%d: %w", y, err)
		}
		row[i], b.total[i] = c, sum
	}
	if len(missing) > 0 || len(byYear) > len(b.years) {
		return row, fmt.Errorf("its years differ from those of the first source (%d to %d, %d years): "+
			"what a year lacks makes its sum unknown, so give the same years for all; missing here: %v",
			b.years[0], b.years[len(b.years)-1], len(b.years), missing)
	}
	return row, nil
}

// disjoint finds sources that share emissions.
func (b *baseline) disjoint(faults *ghg.Faults, of string) {
	for i := range b.cells {
		for j := range i {
			if b.cells[i].meets(&b.cells[j]) {
				faults.Refuse(of, "sources", b.cells[i].On.String(),
					fmt.Sprintf("sources %d and %d share emissions, which would count twice: %s and %s", j+1, i+1, b.cells[j].On, b.cells[i].On))
			}
		}
	}
}
