package ghg

import (
	"encoding/binary"
	"math/big"
	"math/bits"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// number is a decimal in fixed room: hi and lo are its coefficient in two's
// complement, exp its power of ten. Whatever passes [exact.Check] is one, as
// 10^38 is less than 2^127; its digits stay as they are, 12.50 too.
type number struct {
	hi  int64
	lo  uint64
	exp int32
}

func smallNumber(n int64, exp int32) number { return number{n >> 63, uint64(n), exp} }

// numberOf is a decimal as a number, where it is one.
func numberOf(d decimal.Decimal) (number, bool) {
	if d.NumDigits() <= 18 {
		return smallNumber(d.CoefficientInt64(), d.Exponent()), true
	}
	c := d.Coefficient()
	if c.BitLen() > 127 {
		return number{}, false
	}
	var b [16]byte
	c.FillBytes(b[:])
	n := number{int64(binary.BigEndian.Uint64(b[:8])), binary.BigEndian.Uint64(b[8:]), d.Exponent()}
	if c.Sign() < 0 {
		n = n.neg()
	}
	return n, true
}

// plainNumber reads digits with at most one decimal mark and a sign before them, as
// [exact.ParseMark] does, where they fit: no more digits and places than may enter.
// All else is for that to read or to refuse. Usual is a text that [number.text] gives
// back: no sign but a minus, no 0 that could be left out or is missing.
func plainNumber(text []byte, mark byte) (out number, usual, ok bool) {
	sign := len(text) > 0 && (text[0] == '-' || text[0] == '+')
	digits := text
	if sign {
		digits = text[1:]
	}
	var hi, lo uint64
	n, places := 0, -1
	for _, c := range digits {
		switch d := uint64(c - '0'); {
		case d > 9:
			if c != mark || places >= 0 {
				return number{}, false, false
			}
			places = n
			continue
		case n < 19:
			lo = lo*10 + d
		case n < exact.MaxDigits:
			h, l := bits.Mul64(lo, 10)
			var carry uint64
			lo, carry = bits.Add64(l, d, 0)
			hi = hi*10 + h + carry
		default:
			return number{}, false, false
		}
		n++
	}
	out = number{int64(hi), lo, 0}
	whole := n // digits before the mark
	if places >= 0 {
		out.exp, whole = int32(places-n), places
	}
	usual = whole == 1 || whole > 1 && digits[0] != '0'
	if usual = usual && places != n; sign {
		usual = usual && text[0] == '-' && !out.isZero()
		if text[0] == '-' {
			out = out.neg()
		}
	}
	return out, usual, n > 0 && out.exp >= -exact.MaxExponent
}

// text writes a number with no power of ten above 0 as files usually do.
func (n number) text(mark byte) string {
	abs := n
	if n.isNegative() {
		abs = n.neg()
	}
	var digits []byte
	if abs.hi == 0 {
		digits = strconv.AppendUint(nil, abs.lo, 10)
	} else {
		digits = abs.decimal().Coefficient().Append(nil, 10)
	}
	places := int(-n.exp)
	for len(digits) <= places {
		digits = slices.Insert(digits, 0, '0')
	}
	if places > 0 {
		digits = slices.Insert(digits, len(digits)-places, mark)
	}
	if n.isNegative() {
		digits = slices.Insert(digits, 0, '-')
	}
	return string(digits)
}

// shift multiplies by a power of ten, where what [plainNumber] read may still enter.
func (n number) shift(power int32) (number, bool) {
	n.exp += power
	return n, n.exp >= -exact.MaxExponent && (n.exp <= 0 || n.exp <= exact.MaxDigits-19 && n.hi == int64(n.lo)>>63)
}

func (n number) neg() number {
	lo, carry := bits.Add64(^n.lo, 1, 0)
	return number{^n.hi + int64(carry), lo, n.exp}
}

// small is the coefficient where it fits in one word.
func (n number) small() (int64, bool) { return int64(n.lo), n.hi == int64(n.lo)>>63 }

func (n number) isNegative() bool { return n.hi < 0 }

func (n number) isBelow126() bool { return n.hi >= -1<<62 && n.hi < 1<<62 }

func (n number) isZero() bool { return n.hi == 0 && n.lo == 0 }

func (n number) decimal() decimal.Decimal {
	if c, ok := n.small(); ok {
		return decimal.New(c, n.exp)
	}
	abs := n
	if n.isNegative() {
		abs = n.neg()
	}
	var b [16]byte
	binary.BigEndian.PutUint64(b[:8], uint64(abs.hi))
	binary.BigEndian.PutUint64(b[8:], abs.lo)
	c := new(big.Int).SetBytes(b[:])
	if n.isNegative() {
		c.Neg(c)
	}
	return decimal.NewFromBigInt(c, n.exp)
}
