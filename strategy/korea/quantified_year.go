package korea

import (
	"cmp"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// of are the years behind a kind of reduction.
func (q Quantification) of(kind strategy.Kind) ([]quantified, error) {
	if q.def == nil {
		return nil, errNoQuantification
	}
	switch kind {
	case strategy.Expected:
		return q.def.planned, nil
	case strategy.Implemented:
		return q.def.monitored, nil
	case strategy.Verified:
		var out []quantified
		for _, y := range q.def.monitored {
			if q.def.Verified[y.year] != "" {
				out = append(out, y)
			}
		}
		if len(out) == 0 {
			return nil, fmt.Errorf("%s: %w", projectOf(q.Project()), ErrNotVerified)
		}
		return out, nil
	}
	return nil, refused(projectOf(q.Project()), "kind", kind.String(),
		"a plan gives expected reductions, monitoring implemented ones, and a check of it verified ones")
}

// Annual is the reduction of a year of one kind:
//
//	reduction = quantity that counts in the year × reduction unit
//
// What is planned is [strategy.Expected]. What was monitored is
// [strategy.Implemented]: an expectation adjusted to what was carried out, as
// the unit is an average and nobody measured the saving. It is
// [strategy.Verified] in years that were verified. A year without a quantity,
// or with an earlier one missing that still counts, has none.
func (q Quantification) Annual(kind strategy.Kind, year int) (ghg.CO2e, bool) {
	years, err := q.of(kind)
	if err != nil {
		return ghg.CO2e{}, false
	}
	for _, y := range years {
		if y.year == year && y.known {
			return y.co2e, true
		}
	}
	return ghg.CO2e{}, false
}

// Reductions are the annual reductions of a kind, as [strategy.Effect] takes
// them. They stand in their year and are not cumulated.
func (q Quantification) Reductions(kind strategy.Kind) (strategy.Reductions, error) {
	years, err := q.of(kind)
	if err != nil {
		return strategy.Reductions{}, err
	}
	byYear := map[int]ghg.CO2e{}
	for _, y := range years {
		if y.known {
			byYear[y.year] = y.co2e
		}
	}
	r, err := strategy.NewReductions(kind, q.def.Unit.Saves().Metric(), byYear)
	if err != nil {
		return strategy.Reductions{}, fmt.Errorf("%s: %w", projectOf(q.Project()), err)
	}
	return r, nil
}

// Cumulative is what the project saves from its first year to the given one,
// both included: the sum of the annual reductions. A year between that is
// unknown makes it unknown: a [*ghg.NoFigureError].
func (q Quantification) Cumulative(kind strategy.Kind, year int) (ghg.CO2e, error) {
	years, err := q.of(kind)
	if err != nil {
		return ghg.CO2e{}, err
	}
	unknown := func(y int) error {
		return &ghg.NoFigureError{Of: fmt.Sprintf("%s reductions of %s to %d", kind, projectOf(q.Project()), year), Year: y,
			Remedy: "the quantity of the year, or of an earlier one that still counts in it, is not stated"}
	}
	var sum ghg.CO2e
	next := 0
	for _, y := range years {
		switch {
		case y.year > year:
		case next != 0 && y.year != next:
			return ghg.CO2e{}, unknown(next)
		case !y.known:
			return ghg.CO2e{}, unknown(y.year)
		case next == 0:
			sum, next = y.co2e, y.year+1
		default:
			sum, _ = sum.Add(y.co2e) // on one metric
			next = y.year + 1
		}
	}
	if next != year+1 {
		return ghg.CO2e{}, unknown(cmp.Or(next, year))
	}
	return sum, nil
}

// Years yields the years with a quantity of a kind, in order.
func (q Quantification) Years(kind strategy.Kind) iter.Seq[int] {
	return func(yield func(int) bool) {
		years, _ := q.of(kind)
		for _, y := range years {
			if !yield(y.year) {
				return
			}
		}
	}
}

// Explain is the reduction of a year as arithmetic, with its source.
func (q Quantification) Explain(kind strategy.Kind, year int) string {
	c, ok := q.Annual(kind, year)
	if !ok {
		return fmt.Sprintf("%s reductions of project %s in %d: unknown", kind, q.Project(), year)
	}
	years, _ := q.of(kind)
	i := slices.IndexFunc(years, func(y quantified) bool { return y.year == year })
	d := q.def.Unit.Definition()
	counted := fmt.Sprintf("%s %s %s", years[i].counted, d.Per, q.def.Counting)
	if q.def.Counting == NewInYear {
		counted = fmt.Sprintf("%s %s standing, of those new in the last %d years", years[i].counted, d.Per, q.def.Life)
	}
	s := fmt.Sprintf("%s reductions of project %s in %d: %s (%s) × %s per %s = %s; %s",
		kind, q.Project(), year, counted, d.Factor, d.Saves, d.Per, c, d.Source)
	for _, more := range []string{d.Confidence, d.Note} {
		if more != "" {
			s += "; " + more
		}
	}
	if by := q.def.Verified[year]; kind == strategy.Verified && by != "" {
		s += "; verified: " + by
	}
	return s
}
