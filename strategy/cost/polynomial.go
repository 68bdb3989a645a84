package cost

import "math/big"

// polynomial has integer coefficients, the highest power first, the first not
// zero. It is evaluated at m / (2 × 10^ratePlaces), so that the odd m lie
// halfway between rates of ratePlaces.
type polynomial []*big.Int

const grid = 1_000_000_000_000 // 10^ratePlaces

func (p polynomial) signChanges() int {
	n, last := 0, 0
	for _, c := range p {
		if s := c.Sign(); s != 0 {
			if last != 0 && s != last {
				n++
			}
			last = s
		}
	}
	return n
}

// sign is that of the value at m.
func (p polynomial) sign(m int64) int {
	x, unit := big.NewInt(m), big.NewInt(2*grid)
	scale, acc, term := big.NewInt(1), new(big.Int), new(big.Int)
	for _, c := range p {
		acc.Mul(acc, x).Add(acc, term.Mul(c, scale))
		scale.Mul(scale, unit)
	}
	return acc.Sign()
}

// primitive is p without the common divisor of its coefficients.
func (p polynomial) primitive() polynomial {
	d := new(big.Int)
	for _, c := range p {
		d.GCD(nil, nil, d, c)
	}
	if d.Sign() == 0 {
		return nil
	}
	out := make(polynomial, len(p))
	for i, c := range p {
		out[i] = new(big.Int).Quo(c, d)
	}
	return out
}

func (p polynomial) derivative() polynomial {
	out := make(polynomial, len(p)-1)
	for i := range out {
		out[i] = new(big.Int).Mul(p[i], big.NewInt(int64(len(p)-1-i)))
	}
	return out
}

// divide is quotient and remainder of p by q, each up to a positive factor of
// its own.
func (p polynomial) divide(q polynomial) (quotient, remainder polynomial) {
	r := make(polynomial, len(p))
	for i, c := range p {
		r[i] = new(big.Int).Set(c)
	}
	lead, sign := new(big.Int).Abs(q[0]), int64(q[0].Sign())
	for len(r) >= len(q) {
		f := new(big.Int).Mul(r[0], big.NewInt(sign))
		for _, c := range quotient {
			c.Mul(c, lead)
		}
		quotient = append(quotient, f)
		for i := range r {
			r[i].Mul(r[i], lead)
			if i < len(q) {
				r[i].Sub(r[i], new(big.Int).Mul(f, q[i]))
			}
		}
		r = r[1:]
	}
	for len(r) > 0 && r[0].Sign() == 0 {
		r = r[1:]
	}
	return quotient.primitive(), r.primitive()
}

// sturm is the sequence of Sturm: p, its derivative, and the remainders with
// their sign turned, each up to a positive factor.
func (p polynomial) sturm() []polynomial {
	seq := []polynomial{p, p.derivative().primitive()}
	for {
		a, b := seq[len(seq)-2], seq[len(seq)-1]
		_, r := a.divide(b)
		if len(r) == 0 {
			return seq
		}
		for _, c := range r {
			c.Neg(c)
		}
		seq = append(seq, r)
	}
}

// squareFree is p with each of its roots once.
func (p polynomial) squareFree() ([]polynomial, polynomial) {
	seq := p.sturm()
	common := seq[len(seq)-1] // of p and its derivative
	if len(common) == 1 {
		return seq, p
	}
	q, _ := p.divide(common)
	return q.sturm(), q
}

// variations is how often the sequence changes its sign at m.
func variations(seq []polynomial, m int64) int {
	n, last := 0, 0
	for _, p := range seq {
		if s := p.sign(m); s != 0 {
			if last != 0 && s != last {
				n++
			}
			last = s
		}
	}
	return n
}

// cell k holds what is rounded to k × 10^-ratePlaces: from its lower bound,
// not included, to its upper one.
func lower(k int64) int64 { return max(2*k-1, 0) }
func upper(k int64) int64 { return 2*k + 1 }

// highest is the last cell that is searched.
const highest = (maxIRR + 1) * grid

// onlyRoot is the cell of the one root above 0 of a polynomial that changes
// its sign once.
func (p polynomial) onlyRoot() (int64, bool) {
	if s := p.sign(upper(highest)); s != 0 && s == p.sign(0) {
		return 0, false
	}
	k := p.bisect(0, highest)
	return p.rounded(k), true
}

// bisect finds the cell of a single, simple root, which the lower bound is not.
func (p polynomial) bisect(lo, hi int64) int64 {
	below := p.sign(lower(lo))
	for lo < hi {
		mid := lo + (hi-lo)/2
		if p.sign(upper(mid)) != below {
			hi = mid
		} else {
			lo = mid + 1
		}
	}
	return lo
}

// rounded moves a root that lies on the upper bound of its cell away from zero.
func (p polynomial) rounded(k int64) int64 {
	if k >= grid && p.sign(upper(k)) == 0 {
		return k + 1
	}
	return k
}

// roots are the cells that hold a root above 0, in order.
func (p polynomial) roots() []int64 {
	seq, q := p.squareFree()
	var out []int64
	var search func(lo, hi int64, atLo, atHi int)
	search = func(lo, hi int64, atLo, atHi int) {
		n := atLo - atHi
		if n == 0 {
			return
		}
		if n == 1 && q.sign(lower(lo)) != 0 {
			lo = q.bisect(lo, hi)
			hi = lo
		}
		if lo < hi {
			mid := lo + (hi-lo)/2
			atMid := variations(seq, upper(mid))
			search(lo, mid, atLo, atMid)
			search(mid+1, hi, atMid, atHi)
			return
		}
		for _, k := range []int64{lo, q.rounded(lo)} {
			// A cell with a root within and one on its bound is two rates.
			if (k != lo || n > 1 || q.rounded(lo) == lo) && (len(out) == 0 || out[len(out)-1] != k) {
				out = append(out, k)
			}
		}
	}
	search(0, highest, variations(seq, 0), variations(seq, upper(highest)))
	return out
}
