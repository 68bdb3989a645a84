package estimate

import (
	"cmp"
	"errors"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/shopspring/decimal"
)

// Emissions are what a method gives: of each gas a mass, or why there is none. They are
// immutable; the zero Emissions are none.
type Emissions struct{ e *emissions }

type emissions struct {
	method   Method
	lines    []line
	findings ghg.Findings
}

// IsZero reports whether there are none.
func (e Emissions) IsZero() bool { return e.e == nil }

func (e Emissions) get() *emissions {
	if e.e == nil {
		return &emissions{}
	}
	return e.e
}

// All yields what is reported of each gas, CO2 first; of the zero Gas what is reported of
// all gases together.
func (e Emissions) All() iter.Seq2[ghg.Gas, ghg.Value] {
	return func(yield func(ghg.Gas, ghg.Value) bool) {
		for _, l := range e.get().lines {
			if !yield(l.gas, l.value) {
				return
			}
		}
	}
}

// Mass is that of a gas, and whether there is one: a gas that is not estimated has none.
func (e Emissions) Mass(g ghg.Gas) (ghg.Mass, bool) {
	for _, l := range e.get().lines {
		if l.gas == g {
			return l.value.Mass()
		}
	}
	return ghg.Mass{}, false
}

// NotEstimated are the gases of which there is no mass.
func (e Emissions) NotEstimated() (gases []ghg.Gas) {
	for g, v := range e.All() {
		if v.Key() == ghg.NE {
			gases = append(gases, g)
		}
	}
	return gases
}

// ErrNothing says that an estimate has no number to be added up.
var ErrNothing = errors.New("nothing of the estimate is a number")

// CO2e is the sum of the gases on a metric. Biogenic CO2 is a memo item and in no sum; a gas
// that is not estimated is not in it ([Emissions.NotEstimated]). A printed total stays on
// its metric: on another it is an error, as is an estimate without a number ([ErrNothing]).
func (e Emissions) CO2e(m ghg.Metric) (ghg.CO2e, error) {
	sum, err := ghg.NewCO2e(decimal.Zero, ghg.Tonne, m)
	if err != nil {
		return ghg.CO2e{}, err
	}
	found := false
	for g, v := range e.All() {
		c, isNumber := v.CO2e()
		if mass, ok := v.Mass(); ok && !g.IsMemo() {
			if c, err = mass.CO2e(m); err != nil {
				return ghg.CO2e{}, err
			}
			isNumber = true
		}
		if !isNumber {
			continue
		}
		if sum, err = sum.Add(c); err != nil {
			return ghg.CO2e{}, err
		}
		found = true
	}
	if !found {
		return ghg.CO2e{}, ErrNothing
	}
	return sum, nil
}

// Findings are what is to be said of the terms: a reference value, a gas without a factor.
func (e Emissions) Findings() ghg.Findings { return e.get().findings }

// Explain is how the masses came about: terms with their sources, each step with its
// formula. It is made anew each time.
func (e Emissions) Explain() derivation.Derivation {
	if e.e == nil {
		return derivation.Derivation{}
	}
	return explain(e.e.method)
}

// Varied is a [Method] that is one of two ways to account for one source, as location-based
// electricity is: its records say which, and no total holds both.
type Varied interface{ Variant() ghg.Variant }

// Records are the lines of an inventory, one for each gas: the record with gas and value
// set, the equation as its method where it states none, and the variant of a [Varied] method.
func (e Emissions) Records(r ghg.Record) []ghg.Record {
	if e.e == nil {
		return nil
	}
	evidence := r.Evidence.Definition()
	evidence.Method = cmp.Or(evidence.Method, e.e.method.Equation())
	r.Evidence = ghg.NewEvidence(evidence)
	if v, ok := e.e.method.(Varied); ok {
		r.Variant = v.Variant()
	}
	out := make([]ghg.Record, 0, len(e.e.lines))
	for g, v := range e.All() {
		r.Gas, r.Value = g, v
		out = append(out, r)
	}
	return out
}
