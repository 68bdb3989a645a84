package strategy

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// counted are the quantities of one kind, of all lines of the definition that are.
type counted struct {
	kind    Kind
	years   []int                   // in order
	x, x0   map[int]decimal.Decimal // with the project, and without it
	line    map[int]int             // of the definition, by year
	last    int                     // after it nothing is new; 0 where that is not known
	effects []UnitEffect            // with the factors of the kind
}

// count takes the lines of quantities, and adds what does not stand in them.
func (q *quantification) count(faults *ghg.Faults) {
	for i := range q.Quantities {
		line := &q.Quantities[i]
		of := fmt.Sprintf("%s, quantities %d", q.of(), i+1)
		before := faults.Len()
		line.Kind.refuse(faults, of)
		if line.Kind == Verified && line.By == "" {
			faults.Refuse(of, "by", "", "say who verified, and in which document")
		}
		if line.Kind != Verified && line.By != "" {
			faults.Refuse(of, "by", line.By, "only what is verified has it, and these are "+line.Kind.String())
		}
		if len(line.ByYear) == 0 {
			faults.Refuse(of, "years", "", "at least one is needed")
		}
		if faults.Len() > before {
			continue
		}
		c := q.kinds[line.Kind]
		if c == nil {
			c = &counted{kind: line.Kind, x: map[int]decimal.Decimal{}, x0: map[int]decimal.Decimal{}, line: map[int]int{}, effects: q.Effects}
			q.kinds[line.Kind] = c
		}
		q.take(faults, of, i, c)
	}
	for _, k := range Kinds() {
		c := q.kinds[k]
		if c == nil {
			continue
		}
		c.years = slices.Sorted(maps.Keys(c.x))
		of := fmt.Sprintf("%s, %s quantities", q.of(), k)
		if n := len(c.years); c.last != 0 && n > 0 && c.last < c.years[n-1] {
			faults.Refuse(of, "last", strconv.Itoa(c.last), fmt.Sprintf("a quantity is given for %d", c.years[n-1]))
		}
	}
}

// take adds a line to the quantities of its kind.
func (q *quantification) take(faults *ghg.Faults, of string, i int, c *counted) {
	line := &q.Quantities[i]
	if line.Last != 0 {
		switch {
		case q.Counting != NewInYear:
			faults.Refuse(of, "last", strconv.Itoa(line.Last), "it is for what is new in a year, and here it is what is "+q.Counting.String())
		case c.last != 0:
			faults.Refuse(of, "last", strconv.Itoa(line.Last), "another line of the kind states it: give it once")
		case !faults.RefuseYear(of, "last", line.Last):
			c.last = line.Last
		}
	}
	for _, y := range slices.Sorted(maps.Keys(line.ByYear)) {
		if faults.RefuseYear(of, "year", y) {
			continue
		}
		of := fmt.Sprintf("%s, %d", of, y)
		if other, taken := c.line[y]; taken {
			faults.Refuse(of, "year", strconv.Itoa(y), fmt.Sprintf("quantities %d give it too: a kind has one quantity a year", other+1))
			continue
		}
		c.line[y], c.x[y] = i, line.ByYear[y]
		q.refuseQuantity(faults, of, "quantity", line.ByYear[y])
		if line.Without == nil {
			continue
		}
		without, ok := line.Without[y]
		if !ok {
			faults.Refuse(of, "without", "", "give what there would be without the project for the same years")
		}
		c.x0[y] = without
		q.refuseQuantity(faults, of, "without", without)
	}
	for y := range line.Without {
		if _, ok := line.ByYear[y]; !ok {
			faults.Refuse(of, "without", strconv.Itoa(y), "no quantity is given for this year")
			break
		}
	}
	c.effects = q.withFactors(faults, of, c.effects, line.Factors)
}

// refuseQuantity adds what does not stand of a quantity.
func (q *quantification) refuseQuantity(faults *ghg.Faults, of, field string, n decimal.Decimal) {
	switch err := exact.Check(n); {
	case err != nil:
		faults.Refuse(of, field, exact.Text(n), err.Error())
	case n.Sign() < 0:
		faults.Refuse(of, field, exact.Text(n), "0 or more are allowed")
	case q.Unit.IsZero() && n.GreaterThan(full):
		faults.Refuse(of, field, exact.Text(n), "a share of a source is at most 1, which is 100%")
	}
}

// withFactors are the effects with the series of a kind in place of theirs.
func (q *quantification) withFactors(faults *ghg.Faults, of string, effects []UnitEffect, own []ghg.Factors) []UnitEffect {
	for _, f := range own {
		replaced, n := replaceFactors(effects, f)
		if n == 0 {
			faults.Refuse(of, "factors", f.Of(), "no effect uses them")
			continue
		}
		if a, b := f.Metric(), q.metric; a.ID() != b.ID() {
			faults.Refuse(of, "factors", f.Of(), (&ghg.MetricMismatchError{A: b.ID(), B: a.ID()}).Error())
			continue
		}
		effects = replaced
	}
	for i, u := range effects {
		if u.Of == (FactorOf{}) && !u.whole && !u.Factors.IsZero() && !u.constant() && q.Effects[i].constant() {
			faults.Refuse(of, "factors", u.Factors.Of(), "they differ by year, and effect "+strconv.Itoa(i+1)+" does not say which counts")
		}
	}
	return effects
}

// replaceFactors are the effects with a series in place of those of its use, and how
// many that changed.
func replaceFactors(effects []UnitEffect, f ghg.Factors) (out []UnitEffect, n int) {
	out = slices.Clone(effects)
	for i, u := range out {
		if !u.Factors.IsZero() && u.Factors.IsOf(f.Of()) {
			out[i].Factors = f
			n++
		}
	}
	return out, n
}
