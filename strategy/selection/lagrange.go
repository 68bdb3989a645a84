package selection

import (
	"math"
	"math/big"
)

// inequality is a rule or a link in float64, as the linear programme takes it.
type inequality struct {
	rule  int // or −1
	link  int
	scale float64 // a power of two, by which it is divided
}

// lagrangian is what no set within some bounds surpasses: with multipliers y ≥ 0 of
// inequalities Σ a x ≤ b,
//
//	Σ y b + Σ over x of max(0, c − Σ y a)
//
// whatever the multipliers are. It holds for all rules and links at once.
type lagrangian struct {
	value float64
	off   float64   // how far the value may be off
	worth []float64 // c − Σ y a of each position
}

// lagrange is the bound in float64. Without a gain it is below 0 only if no set
// keeps the inequalities.
func (p *programme) lagrange(in []inequality, y []float64, low, high []float64, gain bool) lagrangian {
	l := lagrangian{worth: make([]float64, p.n)}
	size := make([]float64, p.n)
	if gain {
		for i, g := range p.gain {
			l.worth[i] = g.float()
			size[i] = math.Abs(l.worth[i])
		}
	}
	take := func(i int, a float64) { l.worth[i], size[i] = l.worth[i]-a, size[i]+math.Abs(a) }
	for k, x := range in {
		if y[k] == 0 {
			continue
		}
		most := 0.0
		if x.rule >= 0 {
			r := &p.rules[x.rule]
			for i, a := range r.each {
				take(i, float64(y[k]*a.float()))
			}
			most = float64(y[k] * r.most.float())
		} else {
			b := &p.links[x.link]
			for _, i := range b.of {
				take(i, y[k])
			}
			if b.base >= 0 {
				take(b.base, -y[k])
			}
			most = y[k] * b.most
		}
		l.value, l.off = l.value+most, l.off+math.Abs(most)
	}
	for i, w := range l.worth {
		l.value += max(float64(w*low[i]), float64(w*high[i]))
		l.off += size[i]
	}
	l.off *= margin
	return l
}

// exactly is the bound without rounding, rounded down to what a gain may be.
func (p *programme) exactly(in []inequality, y []float64, low, high []float64, gain bool) *big.Int {
	least := 0
	for _, x := range y {
		if x > 0 {
			_, e := math.Frexp(x)
			least = min(least, e)
		}
	}
	shift := uint(64 - least) // multipliers are whole numbers of 2^-shift
	sum, worth := new(big.Int), make([]*big.Int, p.n)
	for i := range worth {
		worth[i] = new(big.Int)
		if gain {
			worth[i].Lsh(p.gain[i].big(), shift)
		}
	}
	var part big.Int
	for k, x := range in {
		if y[k] == 0 {
			continue
		}
		times, _ := new(big.Float).SetMantExp(big.NewFloat(y[k]), int(shift)).Int(nil)
		if x.rule >= 0 {
			r := &p.rules[x.rule]
			for i, a := range r.each {
				worth[i].Sub(worth[i], part.Mul(times, a.big()))
			}
			sum.Add(sum, part.Mul(times, r.most.big()))
			continue
		}
		b := &p.links[x.link]
		for _, i := range b.of {
			worth[i].Sub(worth[i], times)
		}
		if b.base >= 0 {
			worth[b.base].Add(worth[b.base], times)
		}
		if b.most > 0 {
			sum.Add(sum, times)
		}
	}
	for i, w := range worth {
		if high[i] > 0 && (w.Sign() > 0 || low[i] > 0) {
			sum.Add(sum, w)
		}
	}
	sum.Rsh(sum, shift) // floor
	if !gain {
		return sum
	}
	grain := p.grain.big()
	return sum.Mul(part.Div(sum, grain), grain)
}
