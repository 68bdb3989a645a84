package ghg

import (
	"math"
	"math/big"
	"math/rand"
	"strconv"
	"testing"
	"unsafe"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A record exists once for each line of a file, and again in an inventory: what
// it takes is what large files take.
func TestRoomOfARecord(t *testing.T) {
	if strconv.IntSize < 64 {
		t.Skip("smaller where a word has 32 bits")
	}
	assert.EqualValues(t, 24, unsafe.Sizeof(Value{}))
	assert.EqualValues(t, 8, unsafe.Sizeof(Period{}))
	assert.EqualValues(t, 8, unsafe.Sizeof(Tags{}))
	assert.EqualValues(t, 160, unsafe.Sizeof(Record{}))
	assert.EqualValues(t, 48, unsafe.Sizeof(row{}))
}

// coefficients are whole numbers of every length up to 200 bits, and those at the
// bounds of words.
func coefficients(r *rand.Rand) []*big.Int {
	one := big.NewInt(1)
	out := []*big.Int{new(big.Int)}
	for _, bits := range []uint{1, 59, 60, 62, 63, 64, 65, 126, 127, 128, 192} {
		p := new(big.Int).Lsh(one, bits)
		out = append(out, p, new(big.Int).Sub(p, one), new(big.Int).Add(p, one))
	}
	for digits := range 40 {
		p := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil)
		out = append(out, p, new(big.Int).Sub(p, one))
	}
	for bits := range uint(200) {
		out = append(out, new(big.Int).Rand(r, new(big.Int).Lsh(one, bits)))
	}
	for _, c := range out[1:] {
		out = append(out, new(big.Int).Neg(c))
	}
	return out
}

// Every digit of a decimal is kept, and whatever may enter an inventory fits.
func TestNumberKeepsDecimals(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for _, c := range coefficients(r) {
		for _, exp := range []int32{0, -2, 30, -30, int32(r.Intn(61) - 30), 127, 128, -128, -129, math.MaxInt32, math.MinInt32} {
			d := decimal.NewFromBigInt(c, exp)
			n, ok := numberOf(d)
			require.Equal(t, c.BitLen() <= 127, ok, "%s", c)
			if exact.Check(d) == nil {
				require.True(t, ok)
			}
			same := func(have decimal.Decimal) {
				require.Equal(t, exp, have.Exponent())
				require.Zero(t, c.Cmp(have.Coefficient()), "%s and %s", c, have.Coefficient())
			}
			if ok {
				same(n.decimal())
				small, isSmall := n.small()
				require.Equal(t, c.IsInt64(), isSmall)
				if isSmall {
					require.Equal(t, c.Int64(), small)
				}
				require.Equal(t, c.Sign() < 0, n.isNegative())
				require.Equal(t, c.Sign() == 0, n.isZero())
			}
			v := Emitted(Mass{t: d, gas: N2O})
			m, isMass := v.Mass()
			require.True(t, isMass)
			same(m.Tonnes())
			require.Equal(t, N2O, m.Gas())
			v = Equivalent(CO2e{d, AR6}).explained("why")
			amount, isCO2e := v.CO2e()
			require.True(t, isCO2e)
			same(amount.Tonnes())
			require.Equal(t, AR6, amount.Metric())
			require.Equal(t, "why", v.Explanation())
		}
	}
}

// plainValue is a value with each thing in a field of its own.
type plainValue struct {
	t      decimal.Decimal
	metric Metric
	why    string
	in     Category
	gas    Gas
	kind   valueKind
	key    Key
}

func (p plainValue) check(t *testing.T, v Value) {
	in, isIn := v.IncludedIn()
	mass, isMass := v.Mass()
	amount, isCO2e := v.CO2e()
	require.Equal(t, p.kind == emitted, isMass)
	require.Equal(t, p.kind == equivalent, isCO2e)
	require.Equal(t, p.in, in)
	require.Equal(t, p.in != Category{}, isIn)
	require.Equal(t, p.why, v.Explanation())
	require.Equal(t, p.key, v.Key())
	if isMass {
		require.True(t, mass.t.Equal(p.t) && mass.t.Exponent() == p.t.Exponent())
		require.Equal(t, p.gas, mass.gas)
	}
	if isCO2e {
		require.True(t, amount.t.Equal(p.t) && amount.t.Exponent() == p.t.Exponent())
		require.Equal(t, p.metric.ID(), amount.Metric().ID())
	}
}

// What a value is made of comes back, in whatever order it came.
func TestValueKeepsWhatItIsGiven(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	own, err := NewMetric("city", "study", nil)
	require.NoError(t, err)
	numbers := coefficients(r)
	metrics := []Metric{Unstated, SAR, AR5, AR6GWP20, own}
	values := []struct {
		Value
		plain plainValue
	}{{}}
	for range 5000 {
		x := values[r.Intn(len(values))]
		switch d := decimal.NewFromBigInt(numbers[r.Intn(len(numbers))], int32(r.Intn(300)-150)); r.Intn(6) {
		case 0:
			x.Value, x.plain = Emitted(Mass{d, CH4}), plainValue{t: d, gas: CH4, kind: emitted}
		case 1:
			m := metrics[r.Intn(len(metrics))]
			x.Value, x.plain = Equivalent(CO2e{d, m}), plainValue{t: d, metric: m, kind: equivalent}
		case 2:
			x.plain.why = []string{"", "a", "b"}[r.Intn(3)]
			x.Value = x.Value.explained(x.plain.why)
		case 3:
			x.plain.in = []Category{{}, {"GPC 1.1", "I.1.1"}}[r.Intn(2)]
			x.Value = x.Value.includedIn(x.plain.in)
		case 4:
			if x.kind == equivalent {
				x.plain.metric = metrics[r.Intn(len(metrics))]
				x.Value = x.Value.withMetric(x.plain.metric)
			}
		case 5:
			rest := values[r.Intn(len(values))]
			if both, err := Partly(x.Value, rest.Value); err == nil {
				x.Value = both
				x.plain.key, x.plain.why, x.plain.in = rest.plain.key, rest.plain.why, rest.plain.in
			} else if x.kind == missing {
				x.key, x.plain.key = NE, NE
			}
		}
		x.plain.check(t, x.Value)
		for _, y := range values[:min(5, len(values))] {
			p, q := x.plain, y.plain
			p.t, q.t, p.metric, q.metric = decimal.Decimal{}, decimal.Decimal{}, Metric{}, Metric{}
			same := p == q && x.plain.metric.ID() == y.plain.metric.ID() && x.plain.t.Equal(y.plain.t)
			require.Equal(t, same, x.Value.Equal(y.Value))
		}
		values = append(values, x)
	}
}

// == says less than Equal: it is true of plain numbers that are stored alike.
func TestValueStored(t *testing.T) {
	a, b := Emitted(MustMass("12.5 t")), Emitted(MustMass("12.5 t"))
	assert.True(t, a == b)
	assert.False(t, Emitted(MustMass("12.5 t")) == Emitted(MustMass("12.50 t")), "one number, stored in two ways")
	c, d := KeyedAsFound(NE, "why"), KeyedAsFound(NE, "why")
	assert.False(t, c == d, "two explanations")
	unstated, stated := Equivalent(MustCO2e("5 tCO2e")), Equivalent(MustCO2e("5 tCO2e (AR6-GWP20)"))
	assert.True(t, unstated == Equivalent(MustCO2e("5 tCO2e")))
	assert.True(t, stated == Equivalent(MustCO2e("5 tCO2e (AR6-GWP20)")))
	assert.True(t, Emitted(MustMass("12.5 t")).Equal(Emitted(MustMass("12.50 t"))))
	assert.True(t, KeyedAsFound(NE, "why").Equal(KeyedAsFound(NE, "why")))
}

// What is read without a decimal is what the general reader reads, and refuses
// nothing that it does not.
func FuzzPlainNumber(f *testing.F) {
	for _, s := range []string{"12.50", "-0", "+7", ".5", "5.", "007", "1e3", "", "-", ".", "--1", "1.2.3", "1,5", "９", "1 000", "0x1",
		"0.00000000000000000000000000001", "0.0000000000000000000000000000001", "9223372036854775807", "9223372036854775808",
		"18446744073709551616",
		"99999999999999999999999999999999999999", "-99999999999999999999999999999999999999", "100000000000000000000000000000000000000",
		"00000000000000000000000000000000000000000000001", "12345678901234567890.12345678"} {
		f.Add(s, int8(3), false)
		f.Add(s, int8(-6), true)
	}
	f.Fuzz(func(t *testing.T, s string, power int8, comma bool) {
		mark := byte('.')
		if comma {
			mark = ','
		}
		n, usual, ok := plainNumber([]byte(s), mark)
		want, err := exact.ParseMark(s, mark)
		if !ok {
			return
		}
		if usual != (n.text(mark) == s) {
			t.Fatalf("%q is written %q", s, n.text(mark))
		}
		if err != nil || !n.decimal().Equal(want) || n.exp != want.Exponent() {
			t.Fatalf("%q: %s and %s, %v", s, n.decimal(), want, err)
		}
		shifted, ok := n.shift(int32(power % 13))
		err = exact.Check(want.Shift(int32(power % 13)))
		if ok && (err != nil || !shifted.decimal().Equal(want.Shift(int32(power%13)))) {
			t.Fatalf("%q by %d: %s, %v", s, power%13, shifted.decimal(), err)
		}
	})
}

// The usual numbers of files are all read so.
func TestPlainNumber(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	for range 20_000 {
		digits := make([]byte, 1+r.Intn(38))
		for i := range digits {
			digits[i] = byte('0' + r.Intn(10))
		}
		at := max(0, len(digits)-r.Intn(31))
		s := []string{"", "-", "+"}[r.Intn(3)] + string(digits[:at]) + "." + string(digits[at:])
		n, usual, ok := plainNumber([]byte(s), '.')
		require.True(t, ok, s)
		want, err := exact.Parse(s)
		require.NoError(t, err)
		require.True(t, n.decimal().Equal(want) && n.exp == want.Exponent(), "%s: %s", s, n.decimal())
		require.Equal(t, usual, n.text('.') == s, "%s is written %s", s, n.text('.'))
		power := int32(r.Intn(20) - 9)
		shifted, ok := n.shift(power)
		if exact.Check(want.Shift(power)) != nil {
			require.False(t, ok, "%s by %d", s, power)
		} else if ok {
			require.True(t, shifted.decimal().Equal(want.Shift(power)))
		} else {
			require.Greater(t, n.exp+power, int32(0), "%s by %d", s, power)
		}
	}
}

// A number of one word, in a unit, has at most 38 digits: 19 of its own and 19 zeros.
func TestNumberShiftsWithinBounds(t *testing.T) {
	most := smallNumber(math.MaxInt64, 0)
	n, ok := most.shift(19)
	require.True(t, ok)
	assert.Equal(t, "92233720368547758070000000000000000000", n.decimal().String())
	assert.NoError(t, exact.Check(n.decimal()))
	n, ok = most.shift(20)
	assert.False(t, ok, "39 digits")
	assert.Error(t, exact.Check(n.decimal()))
	for power, want := range map[int32]bool{-30: true, -31: false} {
		n, ok = smallNumber(5, 0).shift(power)
		assert.Equal(t, want, ok)
		assert.Equal(t, want, exact.Check(n.decimal()) == nil)
	}
}

// Two numbers below 2^126 add up within the room of one.
func TestNumbersBelow126Bits(t *testing.T) {
	for n, want := range map[number]bool{{1<<62 - 1, math.MaxUint64, 0}: true, {1 << 62, 0, 0}: false, {-1 << 62, 0, 0}: true,
		{-1<<62 - 1, math.MaxUint64, 0}: false} {
		assert.Equal(t, want, n.isBelow126(), n.decimal())
	}
}

// What was read as numbers and keys usually are takes no room of its own.
func TestUsualTextsTakeNoRoom(t *testing.T) {
	for text, v := range map[string]Value{"12.50": Emitted(MustMass("12.50 t")), "12,50": Emitted(MustMass("12.50 t")),
		"NE": KeyedAsFound(NE, "")} {
		read := v.ReadAs(text)
		assert.Equal(t, text, read.AsRead())
		assert.Nil(t, read.more, text)
	}
	unusual := Emitted(MustMass("12.50 t")).ReadAs("012.50")
	assert.Equal(t, "012.50", unusual.AsRead())
	assert.NotNil(t, unusual.more)
}
