package exact_test

import (
	"math"
	"math/big"
	"math/rand"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// roundRat is the oracle: a rational rounded half away from zero.
func roundRat(x *big.Rat, places int32) *big.Rat {
	unit := decimal.New(1, places).Rat()
	scaled := new(big.Rat).Mul(x, unit)
	scaled.Abs(scaled).Add(scaled, big.NewRat(1, 2))
	whole := new(big.Rat).SetInt(new(big.Int).Quo(scaled.Num(), scaled.Denom()))
	if x.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole.Quo(whole, unit)
}

func random(r *rand.Rand) decimal.Decimal {
	return decimal.New(r.Int63n(2_000_000)-1_000_000, int32(r.Intn(9)-6))
}

func TestQuotient(t *testing.T) {
	for _, x := range []struct {
		a, b   string
		places int32
		want   string
	}{
		{"1", "3", 4, "0.3333"},
		{"2", "3", 4, "0.6667"},
		{"1", "8", 2, "0.13"}, // 0.125: half away from zero
		{"-1", "8", 2, "-0.13"},
		{"1", "-8", 2, "-0.13"},
		{"-1", "-8", 2, "0.13"},
		{"2.45", "9.43", 4, "0.2598"}, // Daegu's 1110 programme as a share of its base
		{"1250", "1", -2, "1300"},
		{"1249", "1", -2, "1200"},
		{"0", "7", 3, "0"},
		{"265", "273", 6, "0.970696"},
	} {
		got, err := exact.Quotient(dec(x.a), dec(x.b), x.places)
		require.NoError(t, err)
		assert.True(t, got.Equal(dec(x.want)), "%s/%s is %s", x.a, x.b, got)
	}
	_, err := exact.Quotient(dec("1"), decimal.Decimal{}, 2)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
}

func TestQuotientPlacesAreBounded(t *testing.T) {
	for places, ok := range map[int32]bool{399: true, 400: true, 401: false, -399: true, -400: true, -401: false, 1 << 30: false} {
		_, err := exact.Quotient(dec("1"), dec("3"), places)
		assert.Equal(t, ok, err == nil, "%d places", places)
		if !ok {
			assert.ErrorContains(t, err, "-400 to 400 are allowed")
		}
	}
}

func TestQuotientAgreesWithRationals(t *testing.T) {
	r := rand.New(rand.NewSource(2))
	for range 3000 {
		a, b, places := random(r), random(r), int32(r.Intn(16)-3)
		if b.IsZero() {
			continue
		}
		got, err := exact.Quotient(a, b, places)
		require.NoError(t, err)
		want := roundRat(new(big.Rat).Quo(a.Rat(), b.Rat()), places)
		require.Zero(t, got.Rat().Cmp(want), "%s/%s to %d places is %s, not %s", a, b, places, got, want)
	}
}

// A program that sets the global precision of shopspring/decimal changes
// nothing here.
func TestGlobalPrecisionIsNotRead(t *testing.T) {
	before := decimal.DivisionPrecision
	defer func() { decimal.DivisionPrecision = before }()
	decimal.DivisionPrecision = 1
	got, err := exact.Quotient(dec("1"), dec("3"), 6)
	require.NoError(t, err)
	assert.Equal(t, "0.333333", got.String())
	got, err = exact.Root(dec("2"), 2, 6)
	require.NoError(t, err)
	assert.Equal(t, "1.414214", got.String())
}

func TestRound(t *testing.T) {
	for _, x := range []struct {
		d      string
		places int32
		want   string
	}{
		{"2.5", 0, "3"}, {"-2.5", 0, "-3"}, {"3.5", 0, "4"}, {"2.49", 0, "2"}, {"0.125", 2, "0.13"},
		{"5186500", -5, "5200000"}, {"-5150000", -5, "-5200000"}, {"7", 3, "7"},
	} {
		assert.True(t, exact.Round(dec(x.d), x.places).Equal(dec(x.want)), "%s to %d places", x.d, x.places)
	}
	r := rand.New(rand.NewSource(3))
	for range 2000 {
		d, places := random(r), int32(r.Intn(9)-4)
		require.Zero(t, exact.Round(d, places).Rat().Cmp(roundRat(d.Rat(), places)), "%s to %d places", d, places)
	}
}

func TestRoundSignificant(t *testing.T) {
	for _, x := range []struct {
		d    string
		n    int32
		want string
	}{
		{"98266.6667", 3, "98300"}, {"63066.6667", 3, "63100"}, {"101200", 3, "101000"},
		{"9.995", 3, "10"}, {"0.0012345", 2, "0.0012"}, {"-98266.6667", 3, "-98300"},
		{"12.5", 2, "13"}, {"-12.5", 2, "-13"}, {"7", 3, "7"}, {"7000", 1, "7000"},
		{"123", 0, "100"}, {"123", -5, "100"}, {"0", 3, "0"}, {"0.00", 1, "0"},
	} {
		assert.True(t, exact.RoundSignificant(dec(x.d), x.n).Equal(dec(x.want)), "%s to %d digits", x.d, x.n)
	}
	assert.Equal(t, "7.1", exact.RoundSignificant(dec("7.1"), 1<<31-1).String(), "nothing to round, no zeros added")
}

func TestLargestRemainder(t *testing.T) {
	decs := func(texts ...string) []decimal.Decimal {
		out := []decimal.Decimal{}
		for _, s := range texts {
			out = append(out, dec(s))
		}
		return out
	}
	for _, x := range []struct {
		name   string
		parts  []decimal.Decimal
		places int32
		want   []decimal.Decimal
	}{
		{"none", nil, 0, decs()},
		{"thirds: equal remainders in the order given", decs("33.3", "33.3", "33.4"), 0, decs("33", "33", "34")},
		{"three thirds of 100", decs("33.333", "33.333", "33.334"), 0, decs("33", "33", "34")},
		{"equal remainders", decs("0.5", "0.5", "0.5", "0.5"), 0, decs("1", "1", "0", "0")},
		// 2.6 + 3.6 + 0.6 = 6.8, so 7: two of three equal remainders go up.
		{"one stays below", decs("2.6", "3.6", "0.6"), 0, decs("3", "4", "0")},
		{"a sum rounded down", decs("1.4", "1.4", "1.4"), 0, decs("2", "1", "1")},
		{"removals", decs("-0.4", "2.9", "-1.7"), 0, decs("0", "3", "-2")},
		{"a half sum goes away from zero", decs("-1.2", "-1.3"), 0, decs("-1", "-2")},
		{"tens of thousands", decs("123456", "234567", "345678"), -4, decs("120000", "230000", "350000")},
		{"exact parts are left as they are", decs("5", "7", "0.2", "0.3"), 0, decs("5", "7", "0", "1")},
		{"already short", decs("1.5", "2"), 3, decs("1.5", "2")},
	} {
		t.Run(x.name, func(t *testing.T) {
			got := exact.LargestRemainder(x.parts, x.places)
			require.Len(t, got, len(x.want))
			for i := range got {
				assert.True(t, got[i].Equal(x.want[i]), "part %d is %s, not %s", i, got[i], x.want[i])
			}
			checkParts(t, x.parts, got, x.places)
		})
	}
	given := decs("0.5", "0.5")
	exact.LargestRemainder(given, 0)
	assert.Equal(t, "0.5", given[0].String(), "the input stays as it is")
}

// checkParts holds what every call must give: the parts add up to their rounded
// sum, each stays within one unit of its value, whole ones stay as they are.
func checkParts(t *testing.T, parts, got []decimal.Decimal, places int32) {
	t.Helper()
	unit := decimal.New(1, -places)
	var sum, rounded decimal.Decimal
	for i, p := range parts {
		sum, rounded = sum.Add(p), rounded.Add(got[i])
		if off := got[i].Sub(p).Abs(); !off.LessThan(unit) {
			t.Fatalf("part %d: %s became %s", i, p, got[i])
		}
		if !got[i].Equal(got[i].Truncate(max(places, 0))) || !got[i].Mod(unit).IsZero() {
			t.Fatalf("part %d: %s has more than %d places", i, got[i], places)
		}
	}
	if want := roundRat(sum.Rat(), places); rounded.Rat().Cmp(want) != 0 {
		t.Fatalf("parts add up to %s, the rounded sum is %s", rounded, want)
	}
}

func FuzzLargestRemainder(f *testing.F) {
	f.Add(int64(333), int64(333), int64(334), int64(-5), int32(-1), int32(0))
	f.Add(int64(5), int64(5), int64(5), int64(5), int32(-1), int32(0))
	f.Add(int64(-15), int64(149), int64(0), int64(1), int32(-2), int32(1))
	f.Add(int64(123456), int64(-234567), int64(345678), int64(9), int32(2), int32(-4))
	f.Fuzz(func(t *testing.T, a, b, c, d int64, exponent, places int32) {
		exponent, places = exponent%8, places%8
		parts := []decimal.Decimal{decimal.New(a, exponent), decimal.New(b, exponent-1), decimal.New(c, exponent), decimal.New(d, exponent-2)}
		checkParts(t, parts, exact.LargestRemainder(parts, places), places)
	})
}

func TestRoot(t *testing.T) {
	for _, x := range []struct {
		x      string
		n      int
		places int32
		want   string
	}{
		{"0", 3, 4, "0"}, {"1", 7, 4, "1"}, {"2", 2, 10, "1.4142135624"}, {"27", 3, 0, "3"}, {"26.999", 3, 0, "3"},
		{"0.25", 2, 1, "0.5"}, {"0.0625", 2, 1, "0.3"}, // 0.25: half up
		{"6.25", 2, 0, "3"}, {"6.2499", 2, 0, "2"}, // 2.5: half up
		{"12.5", 1, 0, "13"}, {"12.4", 1, 0, "12"}, {"1e30", 3, 0, "10000000000"},
		{"0.55", 17, 12, "0.965444287156"}, // a factor of 0.55 over seventeen years
		{"1e-30", 2, 15, "0.000000000000001"},
		{"1e-30", 2, 14, "0"},
	} {
		got, err := exact.Root(dec(x.x), x.n, x.places)
		require.NoError(t, err)
		assert.True(t, got.Equal(dec(x.want)), "root %d of %s is %s, not %s", x.n, x.x, got, x.want)
		checkRoot(t, dec(x.x), x.n, x.places, got)
	}
}

func TestRootRefuses(t *testing.T) {
	for _, x := range []struct {
		x      string
		n      int
		places int32
		ok     bool
	}{
		{"-0.01", 3, 2, false}, {"1", 0, 2, false}, {"1", -1, 2, false}, {"1", 2, -1, false}, {"1", 2, 0, true},
		{"1", 999, 2, true}, {"1", 1000, 2, true}, {"1", 1001, 2, false},
		{"1", 2, 99, true}, {"1", 2, 100, true}, {"1", 2, 101, false}, {"1e401", 2, 2, false},
	} {
		_, err := exact.Root(dec(x.x), x.n, x.places)
		assert.Equal(t, x.ok, err == nil, "root %d of %s to %d places: %v", x.n, x.x, x.places, err)
	}
	_, err := exact.Root(decimal.New(1, 500), 2, 2)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
}

// The slowest root that is allowed takes milliseconds, not seconds.
func TestRootIsNotAnOutage(t *testing.T) {
	start := time.Now()
	x := decimal.New(1, 399).Sub(decimal.New(1, 0))
	got, err := exact.Root(x, 1000, 100)
	require.NoError(t, err)
	checkRoot(t, x, 1000, 100, got)
	assert.Less(t, time.Since(start), 5*time.Second)
}

// Roots of all sizes and degrees; whole powers, halves between two places, and their neighbours.
func TestRootsOfAllSizes(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 300 {
		n, places := 1+r.Intn(40), int32(r.Intn(30))
		if r.Intn(5) == 0 {
			n = 1 + r.Intn(1000)
		}
		x := decimal.New(r.Int63(), int32(r.Intn(80)-50))
		got, err := exact.Root(x, n, places)
		require.NoError(t, err)
		checkRoot(t, x, n, places, got)
		root := decimal.New(r.Int63n(2000), -places).Add(decimal.New(5*int64(r.Intn(2)), -places-1))
		if n = 1 + n%12; root.IsZero() {
			continue
		}
		power := root.Pow(decimal.New(int64(n), 0))
		for _, more := range []int64{-1, 0, 1} {
			x := power.Add(decimal.New(more, power.Exponent()-3))
			if exact.CheckResult(x) != nil || x.IsNegative() {
				continue
			}
			got, err := exact.Root(x, n, places)
			require.NoError(t, err)
			checkRoot(t, x, n, places, got)
		}
	}
}

// checkRoot proves the rounding with whole numbers: half a unit below the root
// is at most the true root, half a unit above exceeds it.
func checkRoot(t *testing.T, x decimal.Decimal, n int, places int32, got decimal.Decimal) {
	t.Helper()
	half := decimal.New(5, -places-1)
	power := func(d decimal.Decimal) *big.Rat {
		r := d.Rat()
		e := big.NewInt(int64(n))
		return new(big.Rat).SetFrac(new(big.Int).Exp(r.Num(), e, nil), new(big.Int).Exp(r.Denom(), e, nil))
	}
	if low := got.Sub(half); low.IsPositive() && power(low).Cmp(x.Rat()) > 0 {
		t.Fatalf("root %d of %s: %s is too large", n, x, got)
	}
	if power(got.Add(half)).Cmp(x.Rat()) <= 0 {
		t.Fatalf("root %d of %s: %s is too small", n, x, got)
	}
}

func FuzzRoot(f *testing.F) {
	f.Add(uint64(2), int32(0), uint8(2), uint8(12))
	f.Add(uint64(55), int32(-2), uint8(17), uint8(6))
	f.Add(uint64(625), int32(-2), uint8(2), uint8(0))
	f.Add(uint64(1), int32(30), uint8(100), uint8(40))
	f.Add(uint64(18446744073709551615), int32(-20), uint8(200), uint8(1))
	f.Fuzz(func(t *testing.T, coefficient uint64, exponent int32, degree, places uint8) {
		x := decimal.NewFromUint64(coefficient).Shift(exponent % 40)
		n, p := int(degree)+1, int32(places%60)
		got, err := exact.Root(x, n, p)
		if err != nil {
			t.Fatal(err)
		}
		checkRoot(t, x, n, p, got)
	})
}

// A number that nobody can write out is rounded, or refused, at once.
func TestNoExponentIsAnOutage(t *testing.T) {
	huge, tiny := decimal.New(-7, math.MaxInt32), decimal.New(7, math.MinInt32)
	var bounds *exact.BoundsError
	for _, x := range [][2]decimal.Decimal{{huge, dec("3")}, {dec("3"), huge}, {tiny, dec("3")}, {dec("3"), tiny}, {huge, tiny}} {
		_, err := exact.Quotient(x[0], x[1], 2)
		assert.ErrorAs(t, err, &bounds)
	}
	q, err := exact.Quotient(decimal.New(14, 99_998), decimal.New(-7, 99_999), 2)
	assert.NoError(t, err)
	assert.Equal(t, "-0.2", q.String())
	_, err = exact.Quotient(decimal.New(14, 99_999), decimal.New(-7, 99_999), 2)
	assert.ErrorAs(t, err, &bounds)
	for _, places := range []int32{-401, 0, 5, 401, math.MaxInt32} {
		r := exact.Round(huge, places)
		assert.True(t, r.Coefficient().Cmp(huge.Coefficient()) == 0 && r.Exponent() == huge.Exponent(), "whole in that place")
		if places < math.MaxInt32 {
			assert.True(t, exact.Round(tiny, places).IsZero())
		}
	}
	assert.Equal(t, decimal.New(1, -math.MaxInt32), exact.Round(tiny, math.MaxInt32), "one place more than that")
}

// Rounding is that of decimals, at the borders too.
func TestRoundIsThatOfDecimals(t *testing.T) {
	for _, digits := range []string{"4", "5", "9", "49", "50", "51", "95", "449999", "500000", "-5", "-49", "-95", "0"} {
		for exponent := int32(-9); exponent <= 9; exponent++ {
			d := decimal.NewFromBigInt(dec(digits).BigInt(), exponent)
			for places := int32(-12); places <= 12; places++ {
				got := exact.Round(d, places)
				require.True(t, got.Equal(d.Round(places)), "%s to %d places is %s", d, places, got)
			}
		}
	}
	for _, by := range []int32{-402, -401, -400, -399, 399, 400, 401, 402} {
		assert.True(t, exact.Round(decimal.New(12, by), 0).Equal(decimal.New(12, by).Round(0)), "%d", by)
	}
}
