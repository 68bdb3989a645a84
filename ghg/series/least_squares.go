package series

import "math/big"

// leastSquares is a line that is nearest to points, y on x, exactly.
type leastSquares struct {
	n            int64
	x, y, xx, xy big.Rat // sums
}

func (l *leastSquares) add(x, y *big.Rat) {
	l.n++
	l.x.Add(&l.x, x)
	l.y.Add(&l.y, y)
	l.xx.Add(&l.xx, new(big.Rat).Mul(x, x))
	l.xy.Add(&l.xy, new(big.Rat).Mul(x, y))
}

// slope is (nΣxy − ΣxΣy)/(nΣx² − (Σx)²), unless all x are one.
func (l *leastSquares) slope() (*big.Rat, bool) {
	n := new(big.Rat).SetInt64(l.n)
	below := new(big.Rat).Mul(n, &l.xx)
	below.Sub(below, new(big.Rat).Mul(&l.x, &l.x))
	if below.Sign() == 0 {
		return nil, false
	}
	above := new(big.Rat).Mul(n, &l.xy)
	above.Sub(above, new(big.Rat).Mul(&l.x, &l.y))
	return above.Quo(above, below), true
}

// at is where the line of a slope is: ȳ + slope × (x − x̄).
func (l *leastSquares) at(slope, x *big.Rat) *big.Rat {
	n := new(big.Rat).SetInt64(l.n)
	out := new(big.Rat).Sub(x, new(big.Rat).Quo(&l.x, n))
	out.Mul(out, slope)
	return out.Add(out, new(big.Rat).Quo(&l.y, n))
}
