package strategy

import (
	"math/big"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// logBits is how many binary places the logarithms have: 38 decimal ones, of
// which the last may be off.
const logBits = 128

// logWeights weighs each block by −ln(1 − r), and its parts by their fractions.
func (m *meeting) logWeights() ([]*big.Int, string) {
	out := m.pool.list(m.nParts)[:0]
	for _, b := range m.blocks {
		if b.num.Cmp(b.den) == 0 {
			return nil, "one of them cuts all that the source emits, and the logarithm of nothing is not defined: use another method"
		}
		w, err := m.logarithm(b)
		if err != nil {
			return nil, "the numbers are too long for a logarithm: " + err.Error()
		}
		rest := m.pool.next().Set(w)
		for i, p := range b.parts {
			x := rest // the last part takes what is left
			switch {
			case b.num.Sign() == 0: // the limit: −ln(1 − r) is r
				x = m.pool.next().Lsh(p.num, logBits)
				x.Quo(x, b.den)
			case i < len(b.parts)-1:
				x = m.pool.next().Mul(w, p.num)
				x.Quo(x, b.num)
				rest.Sub(rest, x)
			}
			out = append(out, x)
		}
	}
	return out, ""
}

// logarithm is −ln(1 − r) = 2 (z + z³/3 + z⁵/5 + …), where z = r/(2 − r), which
// ends soon as long as z is small.
func (m *meeting) logarithm(b block) (*big.Int, error) {
	z, t, rest := m.pool.next().Lsh(b.den, 1), m.pool.next(), m.pool.next()
	z.Sub(z, b.num)
	if t.Mul(b.num, three).CmpAbs(z) > 0 { // the source is cut by more than half, or doubled
		ln, err := exact.LnQuotient(decimal.NewFromBigInt(b.den, 0), decimal.NewFromBigInt(t.Sub(b.den, b.num), 0), logBits)
		if err != nil {
			return nil, err
		}
		w := ln.Shift(logBits).BigInt()
		return w.Quo(w.Lsh(w, logBits), tenTo(logBits)), nil
	}
	power, square := m.pool.next().Abs(b.num), m.pool.next()
	power.QuoRem(power.Lsh(power, logBits), z, rest)
	square.Rsh(square.Mul(power, power), logBits)
	sum := m.pool.next().Set(power)
	for i := int64(3); ; i += 2 {
		z.Mul(power, square)
		if t.QuoRem(power.Rsh(z, logBits), z.SetInt64(i), rest); t.Sign() == 0 {
			break
		}
		sum.Add(sum, t)
	}
	if sum.Lsh(sum, 1); b.num.Sign() < 0 {
		sum.Neg(sum)
	}
	return sum, nil
}

var three = big.NewInt(3)
