package korea

import (
	"errors"
	"fmt"
	"iter"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// quantified is what has rows of its own in the tables: a quantification of an action,
// or the effects that an action states itself.
type quantified struct {
	project string
	q       strategy.Quantification
	stated  []strategy.Effect
	through int
	base    strategy.Baseline
}

// figure is what a row has of a year.
type figure struct {
	quantity     ghg.Quantity // that works
	unit         string       // ID of the published unit
	perOne, co2e ghg.CO2e
}

// quantifieds yields what has rows, in the order of the plan. Withdrawn actions have none.
func quantifieds(p strategy.Portfolio, base strategy.Baseline) iter.Seq[quantified] {
	return func(yield func(quantified) bool) {
		through := p.Definition().Through
		for a := range p.Actions() {
			if a.Stage.IsWithdrawn() {
				continue
			}
			of := quantified{project: a.ID, through: through, base: base}
			for _, of.q = range a.Quantifications {
				if !yield(of) {
					return
				}
			}
			of.q = strategy.Quantification{}
			for _, e := range a.Effects {
				if e.Quantification() == "" {
					of.stated = append(of.stated, e)
				}
			}
			if len(of.stated) > 0 && !yield(of) {
				return
			}
		}
	}
}

// of names it in findings and errors.
func (x quantified) of() string { return rowOf(x.project, x.q.ID()) }

// rowOf names a project, or one quantification of it.
func rowOf(project, quantification string) string {
	if quantification == "" {
		return projectOf(project)
	}
	return projectOf(project) + ", quantification " + words.Quote(quantification)
}

// years are those in which a kind is stated, in order.
func (x quantified) years(k strategy.Kind) []int {
	if !x.q.IsZero() {
		return slices.Collect(x.q.Years(k))
	}
	years := map[int]bool{}
	for _, e := range x.stated {
		if e.Kind() != k {
			continue
		}
		for y := range e.Reductions.All() {
			years[y] = true
		}
		for y := range e.Cuts.All() {
			years[y] = true
		}
	}
	return slices.Sorted(maps.Keys(years))
}

// at is what a row has of a year; false where that is not known.
func (x quantified) at(k strategy.Kind, year int) (figure, bool, error) {
	switch {
	case x.q.IsZero():
		return x.sum(x.stated, k, year)
	case x.q.Unit().IsZero():
		if k != strategy.Expected {
			return figure{}, false, nil // a share that was monitored is not that of a forecast
		}
		effects, err := x.q.Effects(k, year, year)
		if err != nil {
			return known(figure{}, err)
		}
		return x.sum(effects, k, year)
	}
	f := figure{}
	f.quantity, _ = x.q.Working(k, year)
	if unit := x.q.Published(); !unit.IsZero() {
		r, err := x.q.ByPublishedUnit(k, year, year)
		f.unit, f.perOne = unit.ID, unit.Saves
		if n, err := unit.Count(f.quantity); err == nil && !f.quantity.IsUnset() {
			f.quantity = n // a row is a quantity times what one of its unit saves
		}
		f.co2e, _ = r.At(year)
		return known(f, err)
	}
	r, err := x.q.Net(k, year, year)
	f.co2e, _ = r.At(year)
	if one, ok := x.q.PerOne(k, year); ok && err == nil {
		// With what there would be without the project the product is not the reduction.
		if product, err := one.Scale(f.quantity.Amount()); err == nil && held(product).Equal(f.co2e) {
			f.perOne = one
		}
	}
	return known(f, err)
}

// known tells what is not known from what is wrong.
func known(f figure, err error) (figure, bool, error) {
	var missing *ghg.NoFigureError
	if errors.As(err, &missing) {
		return figure{}, false, nil
	}
	return f, err == nil, err
}

// sum adds up effects, of which shares are those of the baseline.
func (x quantified) sum(effects []strategy.Effect, k strategy.Kind, year int) (f figure, ok bool, err error) {
	for _, e := range effects {
		if e.Kind() != k {
			continue
		}
		c, has := e.Reductions.At(year)
		if share, cuts := e.Cuts.At(year); cuts {
			emitted, there := x.base.At(e.On, year)
			if !there && x.isForecast(e.On) {
				return f, false, nil // in other years: what the forecast does not reach is not known
			}
			if !there {
				return f, false, fmt.Errorf("%s, %d: %s: %w", x.of(), year, e.On, strategy.ErrShares)
			}
			if c, err = emitted.Scale(share.Fraction()); err != nil {
				return f, false, fmt.Errorf("%s, %d: %w", x.of(), year, err)
			}
			c, has = held(c), true
		}
		switch {
		case !has:
		case !ok:
			f.co2e, ok = c, true
		default:
			if f.co2e, err = f.co2e.Add(c); err != nil {
				return f, false, fmt.Errorf("%s, %d: %w", x.of(), year, err)
			}
		}
	}
	return f, ok, nil
}

// isForecast reports whether the baseline has a source in any year.
func (x quantified) isForecast(on strategy.EmissionSource) bool {
	for y := range x.base.Years() {
		if _, ok := x.base.At(on, y); ok {
			return true
		}
	}
	return false
}

// heldPlaces is to how many decimal places of a tonne an amount is rounded, as those of
// package strategy are.
const heldPlaces = 12

// held is an amount to the places that package strategy holds.
func held(c ghg.CO2e) ghg.CO2e {
	if c.Tonnes().Exponent() >= -heldPlaces {
		return c
	}
	out, _ := ghg.NewCO2e(c.Tonnes().Round(heldPlaces), ghg.Tonne, c.Metric()) // shorter than one that stood
	return out
}

// stated is the quantity of a year as the document has it, a fraction where it is a
// share; false where none is given.
func stated(q strategy.Quantification, k strategy.Kind, year int) (decimal.Decimal, bool) {
	if x, ok := q.Quantity(k, year); ok {
		return x.Amount(), true
	}
	for _, line := range q.Definition().Quantities {
		if n, ok := line.ByYear[year]; ok && line.Kind == k {
			return n, true
		}
	}
	return decimal.Decimal{}, false
}
