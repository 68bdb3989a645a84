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
		if v, ok := e.allButOne(o, s); ok {
			return v, nil
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
			out, err = e.plus(out, v, (*big.Rat).Add)
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
		if !n.IsInt64() || n.Int64() >= maxRange {
			return nil, fmt.Errorf("a range holds at most %d numbers", maxRange)
		}
		var out []bound
		for i := int64(0); i <= n.Int64(); i++ {
			at := new(big.Int).Add(from.r.Num(), big.NewInt(i))
			out = append(out, bound{index: o.index, row: at.String(), at: new(big.Rat).SetInt(at)})
		}
		return out, nil
	}
	of := o.index
	n, ok := e.d.indices[of]
	if !ok { // another row of the same index
		of = o.but
		n, ok = e.d.indices[of]
	}
	if !ok {
		return nil, fmt.Errorf("no index has the letter %s", o.index)
	}
	rows := e.d.def.Indices[n].Rows
	out := make([]bound, 0, len(rows))
	but := s.find(o.but)
	for i, r := range rows {
		if but == nil || but.row != r.ID {
			out = append(out, boundTo(o.index, of, r.ID, i))
		}
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
// that row. With n rows it is n steps and not n². Where it is no way, or fails, the long one
// is left.
func (e *evaluator) allButOne(o *over, s scope) (value, bool) {
	if len(s) != 2 || !s[1].t {
		return value{}, false
	}
	_, free := unbound(o.of, []string{o.index}) // the factors are the same whichever row is left out
	names(o.of, nil, func(symbol string, _ bool) { free = free && symbol != o.but })
	own := s.find(o.but)
	factor, err := e.eval(o.of, append(s[:len(s):len(s)], boundTo(o.index, own.of, own.row, own.place)))
	if err != nil || !free || len(factor.poly()) > 2 {
		return value{}, false
	}
	p := factor.poly()
	a0, a1 := p[0], new(big.Rat)
	if len(p) == 2 {
		a1 = p[1]
	}
	if a0.Sign() == 0 {
		return value{}, false
	}
	whole, ok := e.whole[o]
	if !ok {
		if whole, err = e.over(o, s[1:]); err != nil { // where no row is its own
			return value{}, false
		}
		e.whole[o] = whole
	}
	// whole = (a0 + a1 t) × out, so out[k] = (whole[k] − a1 out[k − 1])/a0
	all := whole.poly()
	out := make([]*big.Rat, len(all)-len(p)+1)
	for k := range out {
		x := new(big.Rat).Set(all[k])
		if k > 0 {
			x.Sub(x, new(big.Rat).Mul(a1, out[k-1]))
		}
		out[k] = x.Quo(x, a0)
		if err := e.spend(bitsOf(out[k])); err != nil {
			return value{}, false
		}
	}
	return value{p: out, near: whole.near}, true
}
