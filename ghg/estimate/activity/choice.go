package activity

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/words"
)

// cells are those of a row that choose its method and factors, as they stand: rows that
// have the same ones have the same factors.
type cells struct {
	year, unit, method, of, factors, rule, sector, biogenic, calorific, parameters, statedBy, scheme string
}

// choice is what the cells say.
type choice struct {
	cells
	kind   kind
	period ghg.Period
	unit   ghg.Unit
	stated stated
	scheme ghg.Scheme
	metric ghg.Metric // that the records are asked for on; the zero Metric is whichever there is
}

var rules = words.NewSet(factor.OfTheYear, []string{"of the year", "at year end"}, map[string]factor.Rule{
	"해당 연도": factor.OfTheYear, "연말 기준": factor.AtYearEnd, "연말 시행": factor.AtYearEnd,
})

// look is the value that a set gives by the rule of the row: of the year, at its end, or in
// force on a day that the row names.
func look[T fmt.Stringer](c choice, set factor.Set[T]) (factor.Published[T], error) {
	p, err := ask(c, set)
	return p, inColumn(colRule, err)
}

func ask[T fmt.Stringer](c choice, set factor.Set[T]) (factor.Published[T], error) {
	var none factor.Published[T]
	rule, isRule := rules.Find(c.rule)
	if !isRule {
		day, err := ghg.ParseDate(c.rule)
		if err != nil {
			return none, errors.New("the value of which day or year: of the year (해당 연도), at year end (연말 기준) or a day as 2023-12-31 is accepted")
		}
		return set.InForceOn(day)
	}
	switch {
	case rule == factor.AtYearEnd && !c.period.IsTwelveMonths():
		return none, errors.New("a value at year end is one of twelve months: name a day for another period")
	case rule == factor.AtYearEnd:
		return set.InForceOn(c.period.End())
	case c.period != ghg.CalendarYear(c.period.Year()):
		return none, errors.New("a value of the year is one of a calendar year: name a day for another period")
	}
	return set.OfYear(c.period.Year())
}

// noRule refuses a rule where factors have no days.
func (c choice) noRule() error {
	if c.rule == "" {
		return nil
	}
	return inColumn(colRule, errors.New("these factors have no days: leave it empty"))
}

// unused refuses cells that the method does not read.
func (c choice) unused(columns map[string]string) error {
	for _, column := range slices.Sorted(maps.Keys(columns)) {
		if columns[column] != "" {
			return inColumn(column, errors.New("the method does not read it: leave it empty"))
		}
	}
	return nil
}
