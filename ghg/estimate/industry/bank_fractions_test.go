package industry_test

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// oracle is the same bank by fractions, by cohort: what each year puts into equipment is kept apart
// until it is retired, and leaks of the whole are what the cohorts do not say.
func oracle(k, x *big.Rat, d int, of [][8]string) (emitted, closing []*big.Rat) {
	rat := func(s string) *big.Rat {
		r, ok := new(big.Rat).SetString(s)
		if !ok {
			panic(s)
		}
		return r
	}
	sum := func(of ...*big.Rat) *big.Rat {
		out := new(big.Rat)
		for _, r := range of {
			out.Add(out, r)
		}
		return out
	}
	neg := func(r *big.Rat) *big.Rat { return new(big.Rat).Neg(r) }
	var cohorts []*big.Rat
	held, leaked, sold := new(big.Rat), new(big.Rat), new(big.Rat)
	for y, f := range of {
		sales := sum(rat(f[0]), rat(f[1]), neg(rat(f[2])), sold)
		refill := leaked
		if refill.Cmp(sales) > 0 {
			refill = sales
		}
		lost := new(big.Rat).Mul(sum(sales, neg(refill)), k)
		cohorts = append(cohorts, sum(sales, neg(refill), neg(lost), rat(f[3]), neg(rat(f[4]))))
		old := new(big.Rat)
		if y >= d {
			old = cohorts[y-d]
		}
		leaked = new(big.Rat).Mul(held, x)
		sold = rat(f[5])
		emitted = append(emitted, sum(lost, leaked, old, neg(rat(f[5])), neg(rat(f[6])), neg(rat(f[7]))))
		held = sum(held, cohorts[y], refill, neg(leaked), neg(old))
		if held.Sign() < 0 {
			held = new(big.Rat)
		}
		closing = append(closing, held)
	}
	return emitted, closing
}

// Forty years of growing and falling sales, with recycling, destruction and trade in both
// directions: against fractions that are never rounded.
func TestBankAgainstFractions(t *testing.T) {
	for _, c := range []struct {
		k, x string
		d    int
	}{{"0.02", "0.1", 12}, {"0.005", "0.153", 7}, {"0", "0", 1}, {"0.03", "0.35", 15}, {"1", "1", 3}} {
		var of [][8]string
		for y := range 40 {
			n := func(base, step, from int) string {
				if y < from {
					return "0"
				}
				return fmt.Sprintf("%d.%02d", max(0, base+step*y), (y*37)%100)
			}
			of = append(of, [8]string{n(900, 30, 5), n(4000, -60, 0), n(10, 1, 8), n(300, 45, 2), n(7, 1, 3), "0", "0", "0"})
			if c.k != "1" && y > c.d+2 {
				of[y][5], of[y][6], of[y][7] = n(3, 0, 0), n(5, 0, 0), n(1, 0, 0)
			}
		}
		if c.d == 1 { // all of a year is retired in the next: the least that there is
			for y := range of {
				of[y][5], of[y][6], of[y][7] = "0", "1.5", "0.25"
			}
			of[0][6], of[0][7] = "0", "0"
		}
		k, _ := new(big.Rat).SetString(c.k)
		x, _ := new(big.Rat).SetString(c.x)
		if c.k == "1" { // nothing but what comes in equipment is held
			for y := range of {
				of[y][4] = "0"
			}
		}
		emitted, closing := oracle(k, x, c.d, of)
		b := bank(2039, flows(2000, of...))
		b.Charging, b.InUse, b.Lifetime = p(c.k), p(c.x+" 1/yr"), c.d
		all, err := b.Years()
		require.NoError(t, err, c)
		for y := range 40 {
			got := must(all.Need(2000 + y)).Value
			exact := func(r *big.Rat) decimal.Decimal { return must(decimal.NewFromString(r.FloatString(40))) }
			assert.True(t, got.Emitted.In(ghg.Kilogram).Sub(exact(emitted[y])).Abs().LessThan(dec("1e-20")), "%v: emitted of %d", c, y)
			assert.True(t, got.Closing.In(ghg.Kilogram).Sub(exact(closing[y])).Abs().LessThan(dec("1e-20")), "%v: bank of %d", c, y)
		}
		e := must(estimate.Of(b))
		d := e.Explain()
		require.False(t, d.IsZero())
		assert.Empty(t, d.Replay(), "%v", c)
	}
}

// What came in is emitted, destroyed, exported, recycled and not sold yet, or still held.
func TestBankKeepsItsMass(t *testing.T) {
	of := [][8]string{
		{"0", "1000", "0", "200", "0", "0", "0", "0"}, {"100", "1500", "20", "300", "10", "0", "0", "0"},
		{"250", "1400", "30", "500", "20", "0", "0", "0"}, {"300", "900", "10", "100", "0", "350", "70", "30"},
		{"0", "700", "0", "0", "0", "200", "0", "0"}, {"0", "0", "0", "0", "0", "0", "1.25", "0"},
	}
	b := bank(2005, flows(2000, of...))
	b.Lifetime = 3
	var came, left decimal.Decimal
	for y := range must(b.Years()).All() {
		f := of[y.Year-2000]
		came = came.Add(dec(f[0])).Add(dec(f[1])).Sub(dec(f[2])).Add(dec(f[3])).Sub(dec(f[4]))
		left = left.Add(y.Value.Emitted.In(ghg.Kilogram)).Add(dec(f[6])).Add(dec(f[7]))
		unsold := dec(f[5])
		held := y.Value.Closing.In(ghg.Kilogram)
		assert.True(t, came.Sub(left).Sub(held).Sub(unsold).Abs().LessThan(dec("1e-20")), "%d: %s came, %s left, %s held", y.Year, came, left,
			held)
		assert.False(t, y.Value.Emitted.Sign() < 0)
	}
}

// Without leaks a bank is what the last years of a lifetime brought, and grows as that does; what
// a lifetime brought before is emitted.
func TestBankGrowsWithWhatItGets(t *testing.T) {
	growth, n := dec("1.5"), dec("1000")
	var of [][8]string
	for range 20 {
		of = append(of, [8]string{"0", "0", "0", n.String(), "0", "0", "0", "0"})
		n = n.Mul(growth)
	}
	b := bank(2019, flows(2000, of...))
	b.InUse, b.Lifetime = p("0 1/yr"), 5
	all := must(b.Years())
	for y := range 20 {
		got := must(all.Need(2000 + y)).Value
		want, old := decimal.Zero, decimal.Zero
		for i := max(0, y-4); i <= y; i++ {
			want = want.Add(dec(of[i][3]))
		}
		if y >= 5 {
			old = dec(of[y-5][3])
		}
		within(t, got.Closing.In(ghg.Kilogram), want, "0", y)
		within(t, got.Emitted.In(ghg.Kilogram), old, "0", y)
		if y > 5 {
			before := must(all.Need(1999 + y)).Value
			within(t, got.Closing.Tonnes(), before.Closing.Tonnes().Mul(growth), "0", y)
			within(t, got.Emitted.Tonnes(), before.Emitted.Tonnes().Mul(growth), "0", y)
		}
	}
}

// Ten times of everything is ten times the bank and the emissions of it, to the digit.
func TestBankScales(t *testing.T) {
	b, rows := example(t)
	var more [][8]string
	for _, r := range rows {
		at := func(column string) string { return dec(r[column]).Shift(1).String() }
		more = append(more, [8]string{at("A_produced"), at("B_import_bulk"), at("C_export_bulk"), at("D_import_in_equip"),
			at("E_export_in_equip"),
			at("N_recycled"), at("O_destroyed"), at("P_exported_used_equip")})
	}
	one, ten := must(b.Years()), must(bank(2017, flows(1989, more...)).Years())
	for y := range one.All() {
		of := must(ten.Need(y.Year)).Value
		assert.True(t, of.Emitted.Tonnes().Sub(y.Value.Emitted.Tonnes().Shift(1)).Abs().LessThan(dec("1e-24")), "%d", y.Year)
		assert.True(t, of.Closing.Tonnes().Sub(y.Value.Closing.Tonnes().Shift(1)).Abs().LessThan(dec("1e-24")), "%d", y.Year)
	}
}

// The longest bank that there can be is explained, and replays.
func TestLongestBank(t *testing.T) {
	var of [][8]string
	for y := ghg.FirstYear; y <= ghg.LastYear; y++ {
		of = append(of, [8]string{"12.345", "1000.01", "0.5", fmt.Sprint(y), "3", "0", "0", "0"})
	}
	b := bank(ghg.LastYear, flows(ghg.FirstYear, of...))
	b.Lifetime = 60
	estimatetest.Worked(t, b)
}
