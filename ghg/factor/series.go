package factor

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
)

// Series is the emission factor of each year that a set gives by a rule. It keeps each
// as it was published: of years on several metrics it gives amounts by year ([Series.For]),
// and no series on one metric until one is named ([Series.On], [Series.Assume]). The zero
// Series is refused.
type Series struct{ def *series }

type series struct {
	set      Set[Emission]
	rule     Rule
	years    ghg.Years[Published[Emission]]
	findings ghg.Findings
}

// mostRefusals is how many years without a factor an error names.
const mostRefusals = 20

// ByYear asks a set for the factor of each year from the first to the last. A year that
// the set has no factor for is refused, each with its error ([*ghg.NoFigureError],
// [*NotInForceError], [*AmbiguousError]); no year lends its factor to another. For
// such a year, or in place of the set's, own factors may be given: per the set's unit
// of activity, each of a year and with its source. They are a finding.
//
// Findings say too where warming potentials, edition of the guidelines or kind change
// from one year to the next.
func ByYear(set Set[Emission], rule Rule, first, last int, own ...ghg.Factor) (Series, error) {
	if set.IsZero() {
		return Series{}, ErrNoSet
	}
	var faults ghg.Faults
	of := "factors by year of " + set.String()
	if !rule.valid() {
		faults.Refuse(of, "rule", rule.String(), "name factor.OfTheYear, factor.AtYearEnd or factor.AsPrescribed")
	}
	badFirst, badLast := faults.RefuseYear(of, "first year", first), faults.RefuseYear(of, "last year", last)
	if !badFirst && !badLast && last < first {
		faults.Refuse(of, "last year", strconv.Itoa(last), "it is before the first, "+strconv.Itoa(first))
	}
	if err := faults.Err(); err != nil {
		return Series{}, err
	}
	owned := map[int]ghg.OfYear[Published[Emission]]{}
	for _, f := range own {
		p, err := ownFactor(set, f)
		switch {
		case err != nil:
			return Series{}, fmt.Errorf("%s: own factor of %d: %w", of, f.Year, err)
		case f.Year < first || f.Year > last:
			return Series{}, ghg.Refusal(of, "own factor", strconv.Itoa(f.Year), fmt.Sprintf("it is of a year from %d to %d", first, last))
		case owned[f.Year].Year != 0:
			return Series{}, &ghg.TwiceError{Of: of, What: "own factor", ID: strconv.Itoa(f.Year)}
		}
		owned[f.Year] = ghg.OfYear[Published[Emission]]{Year: f.Year, Value: p, Status: f.Status, Source: p.Source}
	}
	s := &series{set: set, rule: rule}
	var all []ghg.OfYear[Published[Emission]]
	var errs []error
	for year := first; year <= last; year++ {
		y, isOwn := owned[year]
		if !isOwn {
			p, err := rule.ask(set, year)
			if err != nil && rule == AsPrescribed {
				return Series{}, err // of all years
			}
			if err != nil {
				errs = append(errs, err)
				continue
			}
			y = ghg.OfYear[Published[Emission]]{Year: year, Value: p, Status: status(p), Source: p.Source}
		}
		if n := len(all); n > 0 {
			s.changes(year, all[n-1].Value, y.Value)
		}
		s.remark(year, y.Value)
		all = append(all, y)
	}
	if n := len(errs); n > mostRefusals {
		errs = append(errs[:mostRefusals], fmt.Errorf("and %d years more", n-mostRefusals))
	}
	if err := errors.Join(errs...); err != nil {
		return Series{}, err
	}
	var err error
	s.years, err = ghg.NewYears(set.Of(), "", nil, all...)
	return Series{s}, err
}

// ask puts the question of the rule to a set.
func (r Rule) ask(set Set[Emission], year int) (Published[Emission], error) {
	switch r {
	case OfTheYear:
		return set.OfYear(year)
	case AtYearEnd:
		return set.InForceOn(ghg.CalendarYear(year).End())
	}
	return set.Prescribed()
}

// ownFactor is a factor of the user's as one of a set.
func ownFactor(set Set[Emission], f ghg.Factor) (Published[Emission], error) {
	per := set.def.values[0].Value.per
	if _, err := ghg.NewFactors(ghg.FactorsDefinition{Of: set.Of(), Per: per, Years: []ghg.Factor{f}}); err != nil {
		return Published[Emission]{}, err // it states no source, or does not stand
	}
	if f.Year == 0 {
		return Published[Emission]{}, ghg.Refusal("", "year", "0", "say which year it is of")
	}
	p := Published[Emission]{Name: "own " + strconv.Itoa(f.Year), Kind: SingleYear, From: f.Year, To: f.Year, On: f.Published,
		Standing: Own, Source: f.Source}
	if f.From != 0 {
		p.From, p.To = f.From, f.To
	}
	if p.From != p.To {
		p.Kind = MeanOfYears
	}
	p.Value = Emission{per: per, gases: f.Gases}
	if len(f.Gases) == 0 {
		total, err := ghg.ParseFigure(f.CO2e.Tonnes().String(), ghg.Tonne)
		if err != nil {
			return Published[Emission]{}, err
		}
		p.Value.total, p.Value.metric = total, f.CO2e.Metric()
	}
	var err error
	p.Value, err = NewEmission(per, p.Value.total, p.Value.metric, p.Value.gases...)
	return p, err
}

// status is that of a factor in a series: what comes only by name is an estimate.
func status(p Published[Emission]) ghg.Status {
	if p.isFree() {
		return ghg.Actual
	}
	return ghg.Estimated
}

// IsZero reports whether there is no series.
func (s Series) IsZero() bool { return s.def == nil }

// Years are the factors by year, as they were published.
func (s Series) Years() ghg.Years[Published[Emission]] {
	if s.def == nil {
		return ghg.Years[Published[Emission]]{}
	}
	return s.def.years
}

// Findings are what is to be said of the series and of each of its factors.
func (s Series) Findings() ghg.Findings {
	if s.def == nil {
		return ghg.Findings{}
	}
	return cloned(s.def.findings)
}

// For is what an amount of activity emits in a year, on the metric of the factor as it
// was printed, with that factor: amount × factor, as [ghg.Factors.For] has it.
func (s Series) For(year int, q ghg.Quantity) (ghg.CO2e, Published[Emission], error) {
	if s.def == nil {
		return ghg.CO2e{}, Published[Emission]{}, ghg.ErrNoFactors
	}
	y, err := s.def.years.Need(year)
	if err != nil {
		return ghg.CO2e{}, Published[Emission]{}, err
	}
	c, err := y.Value.Value.For(q)
	return c, y.Value, err
}

// edition is that of the factors handed on: the set and the rule.
func (s *series) edition() string { return s.set.String() + ", " + s.rule.String() }

// String is the series in one line: set, rule and years.
func (s Series) String() string {
	if s.def == nil {
		return "no factors by year"
	}
	return s.def.edition() + ": " + s.def.years.String()
}
