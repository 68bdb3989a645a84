package derivation

import (
	"errors"
	"fmt"
	"math/big"
)

// over is a sum, product, least or greatest over rows or whole numbers, or an integral.
func (e *evaluator) over(o *over, s scope) (value, error) {
	if o.function == "integral" {
		return e.integral(o, s)
	}
	if o.but != "" && o.function == "prod" {
		if v, ok, err := e.allButOne(o, s); ok || err != nil {
			return v, err
		}
	}
	rows, err := e.rowsOf(o, s)
	if err != nil {
		return value{}, err
	}
	var out value
	switch o.function {
	case "sum":
		out.r = new(big.Rat)
	case "prod":
		out.r = big.NewRat(1, 1)
	}
	for i, b := range rows {
		v, err := e.eval(o.of, append(s[:len(s):len(s)], b))
		if err != nil {
			return value{}, err
		}
		switch o.function {
		case "sum":
			out, err = e.plus(out, v, 1)
		case "prod":
			out, err = e.times(out, v)
		default:
			if v.p != nil {
				return value{}, errNoNumber
			}
			if i == 0 || (v.r.Cmp(out.r) < 0) == (o.function == "min") {
				out.r = v.r
			}
			out.near = out.near || v.near
		}
		if err != nil {
			return value{}, err
		}
	}
	if out.r == nil && out.p == nil {
		return value{}, errors.New("the least and greatest of no rows is none")
	}
	return out, nil
}

// rowsOf are the rows that an aggregate goes over.
func (e *evaluator) rowsOf(o *over, s scope) ([]bound, error) {
	if o.from != nil {
		from, err := e.number(o.from, s)
		if err != nil {
			return nil, err
		}
		to, err := e.number(o.to, s)
		if err != nil {
			return nil, err
		}
		if !from.r.IsInt() || !to.r.IsInt() {
			return nil, errors.New("a range goes from a whole number to another")
		}
		n := new(big.Int).Sub(to.r.Num(), from.r.Num())
		if n.Sign() < 0 {
			return nil, nil
		}
		if n.BitLen() > 16 || n.Int64() >= maxRange {
			return nil, fmt.Errorf("a range holds at most %d numbers", maxRange)
		}
		var out []bound
		for i := int64(0); i <= n.Int64(); i++ {
			at := new(big.Int).Add(from.r.Num(), big.NewInt(i))
			out = append(out, bound{index: o.index, row: at.String(), place: -1, at: new(big.Rat).SetInt(at)})
		}
		return out, nil
	}
	of := o.index
	n, ok := e.d.indices[of]
	if !ok && o.but != "" { // another row of the same index
		of = o.but
		n, ok = e.d.indices[of]
	}
	if !ok {
		return nil, fmt.Errorf("no index has the letter %s", o.index)
	}
	rows := e.d.def.Indices[n].Rows
	out := make([]bound, 0, len(rows))
	for i, r := range rows {
		if b := s.find(o.but); o.but != "" && b != nil && b.row == r.ID {
			continue
		}
		out = append(out, boundTo(o.index, of, r.ID, i))
	}
	return out, nil
}

// boundTo is an index at a row.
func boundTo(index, of, row string, place int) bound {
	b := bound{index: index, of: of, row: row, place: place}
	if n, ok := new(big.Int).SetString(row, 10); ok && len(row) < 20 {
		b.at = new(big.Rat).SetInt(n)
	}
	return b
}

// integral is that of a polynomial from 0 to 1.
func (e *evaluator) integral(o *over, s scope) (value, error) {
	v, err := e.eval(o.of, append(s[:len(s):len(s)], bound{index: o.index, t: true}))
	if err != nil {
		return value{}, err
	}
	out := new(big.Rat)
	for i, c := range v.poly() {
		out.Add(out, new(big.Rat).Quo(c, big.NewRat(int64(i+1), 1)))
		if err := e.spend(bitsOf(out)); err != nil {
			return value{}, err
		}
	}
	return value{r: out, near: v.near}, nil
}

// allButOne is a product over all rows but that of a column's own, of factors that are
// linear in the variable of an integral: the product of all, once, divided by the factor of
// that row. With n rows it is n steps and not n².
func (e *evaluator) allButOne(o *over, s scope) (value, bool, error) {
	own := s.find(o.but)
	if len(s) != 2 || own == nil || !s[1].t || o.from != nil {
		return value{}, false, nil
	}
	free := true
	names(o.of, nil, func(symbol string, isCell bool) { free = free && symbol != o.but })
	factor, err := e.eval(o.of, append(s[:len(s):len(s)], boundTo(o.index, own.of, own.row, own.place)))
	if err != nil || !free || len(factor.poly()) > 2 {
		return value{}, false, err
	}
	p := factor.poly()
	a0, a1 := p[0], new(big.Rat)
	if len(p) == 2 {
		a1 = p[1]
	}
	if a0.Sign() == 0 {
		return value{}, false, nil
	}
	whole, ok := e.whole[o]
	if !ok {
		v, err := e.over(o, s[1:]) // where no row is its own
		if err != nil {
			return value{}, false, err
		}
		whole = v.poly()
		e.whole[o] = whole
	}
	// whole = (a0 + a1 t) × out, so out[k] = (whole[k] − a1 out[k − 1])/a0
	n := len(whole) - len(p) + 1
	out := make([]*big.Rat, max(n, 1))
	for k := range out {
		x := new(big.Rat).Set(whole[k])
		if k > 0 {
			x.Sub(x, new(big.Rat).Mul(a1, out[k-1]))
		}
		out[k] = x.Quo(x, a0)
		if err := e.spend(bitsOf(out[k])); err != nil {
			return value{}, false, err
		}
	}
	return value{p: out, near: factor.near}, true, nil
}
