package derivation

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"
)

// measured is the unit of a part of a formula.
type measured struct {
	unit
	// open is that of a bare number, or of what is so or not: it takes that of what it is
	// added to or compared with.
	open bool
}

// measurer works out units of formulas.
type measurer struct {
	d     *Derivation
	units []unit // of the steps
}

// units says of each step whose formula does not come to its unit why not.
func (r *replayer) units() {
	m := measurer{d: r.d, units: make([]unit, len(r.d.def.Steps))}
	for i := range r.d.def.Steps {
		m.units[i] = parseUnit(r.d.def.Steps[i].Unit)
	}
	for i := range r.d.def.Steps {
		s := &r.d.def.Steps[i]
		if err := m.step(s, m.units[i], r.d.parsed[i]); err != nil {
			r.out = append(r.out, Mismatch{Symbol: s.Symbol, Detail: err.Error()})
		}
	}
}

// step is why the unit of a step does not follow.
func (m *measurer) step(s *Step, is unit, f formulas) error {
	for _, n := range append([]node{f.when}, f.cases...) {
		if n != nil {
			if _, err := m.of(n, s.Index); err != nil {
				return err
			}
		}
	}
	if to := s.Rounding.To; to != "" && !is.equal(m.units[m.d.index[to]]) {
		return fmt.Errorf("it is in %s, and adds up to %s in %s", is, to, m.units[m.d.index[to]])
	}
	if f.formula == nil {
		return nil
	}
	got, err := m.of(f.formula, s.Index)
	if err == nil && s.Kind == Computed && !got.open && !got.equal(is) {
		err = fmt.Errorf("it is in %s, and its formula comes to %s", is, got.unit)
	}
	return err
}

// of is the unit of a part of a formula.
func (m *measurer) of(n node, letters ...string) (measured, error) {
	switch n := n.(type) {
	case number:
		return measured{open: true}, nil
	case name:
		if n.row == nil && slices.Contains(letters, n.symbol) { // a row, or whole numbers
			return measured{}, nil
		}
		return measured{unit: m.units[m.d.index[n.symbol]]}, nil
	case negation:
		return m.of(n.of, letters...)
	case *binary:
		return m.operation(n, letters...)
	case *call:
		return m.call(n, letters...)
	case *over:
		return m.over(n, letters...)
	}
	return measured{}, nil
}

func (m *measurer) operation(n *binary, letters ...string) (measured, error) {
	a, err := m.of(n.left, letters...)
	if err != nil {
		return a, err
	}
	if n.mark == "^" {
		return m.power(a, n.right, letters...)
	}
	b, err := m.of(n.right, letters...)
	if err != nil {
		return b, err
	}
	switch n.mark {
	case "×":
		return product(a, b, 1)
	case "/":
		return product(a, b, -1)
	case "+", "-":
		return same(n.mark, a, b)
	}
	_, err = same(n.mark, a, b)
	return measured{open: true}, err
}

// product is a × b^n.
func product(a, b measured, n int) (measured, error) {
	out := measured{unit: a.times(b.unit, n), open: a.open && b.open}
	if !out.isBounded() {
		return out, fmt.Errorf("a unit has at most %d names, to the power of %d at most", mostNames, mostPower)
	}
	return out, nil
}

// same is the unit of what is added or compared.
func same(mark string, a, b measured) (measured, error) {
	switch {
	case a.open:
		return b, nil
	case b.open || a.equal(b.unit):
		return a, nil
	}
	return a, fmt.Errorf("%s is of one unit: there are %s and %s", mark, a, b)
}

func (m *measurer) power(a measured, exponent node, letters ...string) (measured, error) {
	b, err := m.of(exponent, letters...)
	switch {
	case err != nil:
		return b, err
	case len(b.unit) > 0:
		return b, fmt.Errorf("an exponent is a plain number, and not in %s", b)
	case len(a.unit) == 0:
		return a, nil
	}
	minus := 1
	if n, ok := exponent.(negation); ok {
		exponent, minus = n.of, -1
	}
	if n, ok := exponent.(number); ok && n.value.IsInteger() && n.value.LessThan(decimal.New(1, 1)) {
		return product(measured{}, a, minus*int(n.value.IntPart()))
	}
	return a, fmt.Errorf("%s is raised to a power that is no whole number below 10", a)
}

func (m *measurer) call(c *call, letters ...string) (measured, error) {
	if c.function == "known" {
		return measured{}, nil
	}
	a, err := m.of(c.of[0], letters...)
	if err != nil {
		return a, err
	}
	switch c.function {
	case "abs":
		return a, nil
	case "ln", "exp":
		if len(a.unit) > 0 {
			return a, fmt.Errorf("%s is of a plain number, and not in %s", c.function, a)
		}
		return measured{}, nil
	}
	b, err := m.of(c.of[1], letters...)
	if err != nil || c.function == "min" || c.function == "max" {
		if err == nil {
			a, err = same(c.function, a, b)
		}
		return a, err
	}
	if len(b.unit) > 0 {
		return a, fmt.Errorf("the places or the degree is a plain number, and not in %s", b)
	}
	if c.function == "root" && len(a.unit) > 0 {
		n, ok := c.of[1].(number)
		if ok && n.value.IsInteger() && n.value.LessThan(decimal.New(1, 1)) {
			if u, whole := a.root(int(n.value.IntPart())); whole {
				return measured{unit: u}, nil
			}
		}
		return a, fmt.Errorf("%s has no such root", a)
	}
	return a, nil
}

func (m *measurer) over(o *over, letters ...string) (measured, error) {
	for _, n := range [...]node{o.from, o.to} {
		if u, err := m.of(n, letters...); err != nil || len(u.unit) > 0 {
			return u, cmp.Or(err, fmt.Errorf("whole numbers are plain, and not in %s", u))
		}
	}
	of, err := m.of(o.of, append(letters[:len(letters):len(letters)], o.index)...)
	if err == nil && o.function == "prod" && len(of.unit) > 0 {
		err = fmt.Errorf("a product over rows is of plain numbers, and not of %s", of)
	}
	return of, err
}
