package beside

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Compare holds two inventories of one place and year against each other. All parts
// are first minus second: of the same sides the other way round each part is negated.
//
// Where a total is withheld the error is a [*ghg.WithheldError], and the Comparison has
// both totals with the lines that cannot join, and findings, but no parts.
func Compare(first, second Side) (Comparison, error) {
	if err := meet(first, second); err != nil {
		return Comparison{}, err
	}
	for _, s := range []*Side{&first, &second} {
		s.Name = words.Term{En: words.OneLine(s.Name.En), Ko: words.OneLine(s.Name.Ko)}
	}
	a, errA := read(first, second.Metric)
	b, errB := read(second, first.Metric)
	c := &comparison{first: a, second: b}
	if err := errors.Join(named(first, errA), named(second, errB)); err != nil {
		if !onlyWithheld(errA) || !onlyWithheld(errB) {
			return Comparison{}, err
		}
		c.withheld = true
		c.remarkWithheld(a)
		c.remarkWithheld(b)
		return Comparison{c}, err
	}
	paired, err := c.pair()
	if err != nil {
		return Comparison{}, err
	}
	c.remarkEdition()
	c.remarkVintages()
	c.match(paired)
	c.remarkKeys()
	return Comparison{c}, nil
}

func named(s Side, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", s.Name.En, err)
}

// onlyWithheld reports whether an error is none, or that of a total that is withheld.
func onlyWithheld(err error) bool {
	var withheld *ghg.WithheldError
	return err == nil || errors.As(err, &withheld)
}

// meet says why two sides cannot be held against each other.
func meet(first, second Side) error {
	a, b := first.Inventory, second.Inventory
	for _, s := range []Side{first, second} {
		switch {
		case s.Inventory.Scheme().IsZero():
			return ghg.ErrNoInventory
		case s.View.IsZero():
			return ghg.ErrNoView
		case s.Metric.IsZero():
			return ghg.ErrNoMetric
		}
	}
	var faults ghg.Faults
	first.check("first", &faults)
	second.check("second", &faults)
	differs := func(field, x, y, remedy string) {
		faults.Add(ghg.Fault{Code: ghg.FaultMismatch, Of: "second", Field: field, Value: y, Detail: "the first is of " + x + ": " + remedy})
	}
	if a.Period() != b.Period() {
		differs("period", a.Period().String(), b.Period().String(), "two inventories of one year are compared; "+
			"a change from year to year has drivers")
	}
	if x, y := first.schemeOf().ID(), second.schemeOf().ID(); x != y {
		differs("scheme", string(x), string(y), "both must come to one scheme: give a crosswalk that leads there")
	}
	basis := func(p ghg.PlaceID) ghg.Basis { return ghg.Basis{Place: p, View: first.View, Metric: first.Metric} }
	place := basis(a.Place()).Meets("the first inventory", basis(b.Place()), "the second")
	return errors.Join(faults.Err(), place)
}

// pairKey is what calculations of two sides are held against each other by.
type pairKey struct{ code, of string }

// pairs are the calculations by category of the comparison, in the order given.
type pairs struct {
	first, second map[pairKey]Calculation
	order         map[string][]pairKey // of both sides, by category
}

// both are the pairs of a category.
func (p pairs) both(code string) []pairKey {
	var out []pairKey
	for _, k := range p.order[code] {
		_, x := p.first[k]
		_, y := p.second[k]
		if x && y {
			out = append(out, k)
		}
	}
	return out
}

// pair brings the calculations of both sides to categories of the comparison.
func (c *comparison) pair() (pairs, error) {
	p := pairs{map[pairKey]Calculation{}, map[pairKey]Calculation{}, map[string][]pairKey{}}
	var faults ghg.Faults
	c.place("first", c.first, p.first, p.order, &faults)
	c.place("second", c.second, p.second, p.order, &faults)
	for code, keys := range p.order { // in one order, whichever side is first
		slices.SortFunc(keys, func(x, y pairKey) int { return cmp.Compare(x.of, y.of) })
		p.order[code] = slices.Compact(keys)
	}
	return p, faults.Err()
}

func (c *comparison) place(of string, r *reading, into map[pairKey]Calculation, order map[string][]pairKey, faults *ghg.Faults) {
	for i, x := range r.Calculations {
		category, _ := r.Inventory.Scheme().Category(x.Category) // it was checked before
		codes := r.codes[category.Code]
		if len(codes) != 1 {
			c.remark(FindingCalculationNotUsed, ghg.Warning, category, x.Activity.String(), "", words.Term{
				En: "%s: the calculation of %s is not used: lines of the category that count came to %d categories of the comparison, not to one",
				Ko: "%s: %s의 산정 내역을 쓰지 않았습니다: 집계되는 이 분류의 행이 비교 분류 하나가 아니라 %d개에 놓입니다"}, r.Name, category.Code, len(codes))
			continue
		}
		k := pairKey{codes[0], words.Fold(x.Of)}
		if _, twice := into[k]; twice {
			faults.Refuse(fmt.Sprintf("%s, calculation %d", of, i+1), "of", x.Of,
				"another one of this name is of "+k.code+" too: name what each is of")
			continue
		}
		into[k] = x
		order[k.code] = append(order[k.code], k)
	}
}
