package exact_test

import (
	"math/big"
	"math/rand"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Constants of mpmath 1.2.1 at 140 digits, printed to 60.
func TestLnConstants(t *testing.T) {
	for x, want := range map[string]string{
		"2":                                      "0.69314718055994530941723212145817656807550013436025525412068",
		"10":                                     "2.30258509299404568401799145468436420760110148862877297603333",
		"0.5":                                    "-0.69314718055994530941723212145817656807550013436025525412068",
		"3":                                      "1.09861228866810969139524523692252570464749055782274945173469",
		"1.000000000000000000000000000001":       "0.0000000000000000000000000000009999999999999999999999999999995",
		"0.999999999999":                         "-0.00000000000100000000000050000000000033333333333358333333333353333333333",
		"1e-30":                                  "-69.0775527898213705205397436405309262280330446588631892809998",
		"99999999999999999999999999999999999999": "87.4982335337737359926836752780058398888318565678933730892665",
		"1.5":                                    "0.405465108108164381978013115464349136571990423462494197614014",
		"0.75":                                   "-0.287682072451780927439219005993827431503509710897761056506666",
		"9.43":                                   "2.24389609664536612663753329547887529161658780698219142355124",
		"123456.789":                             "11.7236464871858809811399589839101115869103773751340830470851",
	} {
		value := dec(want)
		for _, places := range []int32{0, 1, 7, 12, 30, 40, 56} {
			if places >= -value.Exponent() {
				continue
			}
			got, err := exact.Ln(dec(x), places)
			require.NoError(t, err)
			assert.True(t, got.Equal(value.Round(places)), "ln %s to %d places is %s", x, places, got)
		}
	}
	zero, err := exact.Ln(dec("1.00"), 20)
	require.NoError(t, err)
	assert.Equal(t, "0", zero.String())
}

func TestExpConstants(t *testing.T) {
	for x, want := range map[string]string{
		"1":                                      "2.71828182845904523536028747135266249775724709369995957496697",
		"-1":                                     "0.367879441171442321595523770161460867445811131031767834507837",
		"0.5":                                    "1.64872127070012814684865078781416357165377610071014801157508",
		"10":                                     "22026.4657948067165169579006452842443663535126185567810742354",
		"-30":                                    "0.0000000000000935762296884017460491583222337870674495832268893588041641332",
		"100":                                    "26881171418161354484126255515800135873611118.7737419224151916",
		"1e-30":                                  "1.000000000000000000000000000001",
		"-1e-20":                                 "0.99999999999999999999000000000000000000005",
		"0.693147180559945309417232121458176568": "1.99999999999999999999999999999999999984899973127948949175864",
		"2.25":                                   "9.48773583635852572055036904451173842377022496766238701010345",
		"-0.000123":                              "0.999877007564189865036708771002371035867970150713761649499444",
	} {
		value := dec(want)
		for _, places := range []int32{0, 1, 7, 12, 16, 30, 39, 56} {
			if places >= -value.Exponent() {
				continue
			}
			got, err := exact.Exp(dec(x), places)
			require.NoError(t, err)
			assert.True(t, got.Equal(value.Round(places)), "e^%s to %d places is %s", x, places, got)
		}
	}
	one, err := exact.Exp(decimal.Decimal{}, 20)
	require.NoError(t, err)
	assert.Equal(t, "1", one.String())
}

// Arguments whose value lies next to a half of the last place: the first try of
// 64 bits beyond it cannot tell on which side.
func TestLnAndExpNextToAHalf(t *testing.T) {
	tiny := func(n int64, places int32) decimal.Decimal { return decimal.New(n, -places) }
	one := decimal.New(1, 0)
	for _, n := range []int32{30, 100, 398} {
		// ln(1 + 5h) = 5h - 12.5h² + …, under five of the next place.
		got, err := exact.Ln(one.Add(tiny(5, n+1)), n)
		require.NoError(t, err)
		assert.Equal(t, "0", got.String(), "%d", n)
		// ln(1 - 5h) = -5h - 12.5h² - …
		got, err = exact.Ln(one.Sub(tiny(5, n+1)), n)
		require.NoError(t, err)
		assert.True(t, got.Equal(tiny(-1, n)), "%d: %s", n, got)
		// e^(5h) = 1 + 5h + 12.5h² + …, and e^(-5h) = 1 - 5h + 12.5h² - …
		got, err = exact.Exp(tiny(5, n+1), n)
		require.NoError(t, err)
		assert.True(t, got.Equal(one.Add(tiny(1, n))), "%d: %s", n, got)
		got, err = exact.Exp(tiny(-5, n+1), n)
		require.NoError(t, err)
		assert.True(t, got.Equal(one), "%d: %s", n, got)
	}
}

func TestLnRefuses(t *testing.T) {
	for _, x := range []string{"0", "-1", "-0.0001"} {
		_, err := exact.Ln(dec(x), 5)
		assert.ErrorIs(t, err, exact.ErrNotPositive)
		assert.ErrorContains(t, err, "not "+x)
		_, err = exact.LnQuotient(dec("3"), dec(x), 5)
		assert.ErrorIs(t, err, exact.ErrNotPositive)
	}
	var bounds *exact.BoundsError
	for _, x := range []decimal.Decimal{decimal.New(1, 401), decimal.New(1, 1<<30), decimal.New(1, -401), decimal.New(-1, 1<<30)} {
		_, err := exact.Ln(x, 5)
		assert.ErrorAs(t, err, &bounds)
		_, err = exact.LnQuotient(dec("1"), x, 5)
		assert.ErrorAs(t, err, &bounds)
		_, err = exact.Exp(x, 5)
		assert.ErrorAs(t, err, &bounds)
	}
	for places, ok := range map[int32]bool{-1: false, 0: true, 400: true, 401: false, 1 << 30: false, -1 << 30: false} {
		_, err := exact.Ln(dec("3"), places)
		assert.Equal(t, ok, err == nil, "%d places: %v", places, err)
		_, expErr := exact.Exp(dec("-3"), places)
		assert.Equal(t, ok, expErr == nil, "%d places: %v", places, expErr)
		if !ok {
			assert.ErrorContains(t, err, "a logarithm to ")
			assert.ErrorContains(t, err, "0 to 400 are allowed")
			assert.ErrorContains(t, expErr, "an exponential to ")
		}
	}
}

func TestExpIsBounded(t *testing.T) {
	var bounds *exact.BoundsError
	for x, ok := range map[string]bool{"920": true, "921": true, "921.03": true, "921.04": false, "922": false,
		"922.1": false, "1e300": false} {
		y, err := exact.Exp(dec(x), 0)
		assert.Equal(t, ok, err == nil, "e^%s: %v", x, err)
		if ok {
			assert.LessOrEqual(t, y.NumDigits(), exact.MaxResultDigits)
			back, err := exact.Ln(y, 20)
			require.NoError(t, err)
			assert.True(t, back.Equal(dec(x)), back)
		} else {
			assert.ErrorAs(t, err, &bounds)
			assert.ErrorContains(t, err, "e to the power of "+dec(x).String())
		}
	}
	for _, x := range []string{"-999", "-999.5", "-1000", "-1e300"} {
		y, err := exact.Exp(dec(x), 400)
		require.NoError(t, err)
		assert.Equal(t, "0", y.String())
	}
	// e^-920 = 2.7895…·10^-400 (mpmath 1.2.1)
	y, err := exact.Exp(dec("-920"), 400)
	require.NoError(t, err)
	assert.True(t, y.Equal(decimal.New(3, -400)), y)
}

// The work is bounded for the longest arguments that are let in.
func TestLnAndExpOfTheLongestArguments(t *testing.T) {
	start := time.Now()
	long := dec("1." + strings.Repeat("37", 199))
	for _, x := range []decimal.Decimal{long, long.Shift(-1), decimal.New(1, 399), decimal.New(1, -400), dec("1").Add(decimal.New(1, -399))} {
		_, err := exact.Ln(x, 400)
		require.NoError(t, err)
		y, err := exact.Ln(x, 390)
		require.NoError(t, err)
		back, err := exact.Exp(y, 0)
		require.NoError(t, err)
		assert.True(t, back.Sub(x).Abs().LessThanOrEqual(decimal.Max(dec("0.5"), x.Shift(-389))), "%s", back)
	}
	assert.Less(t, time.Since(start), 5*time.Second)
}

// expFloat is an oracle of another design: the series of e^(x/2^64) in
// math/big floats, squared 64 times.
func expFloat(x *big.Rat) *big.Float {
	const precision = 1400
	float := func() *big.Float { return new(big.Float).SetPrec(precision) }
	z := float().SetRat(x)
	z.SetMantExp(z, -64)
	sum, term := float().SetInt64(1), float().SetInt64(1)
	for i := int64(1); i < 40; i++ {
		term.Mul(term, z).Quo(term, float().SetInt64(i))
		sum.Add(sum, term)
	}
	for range 64 {
		sum.Mul(sum, sum)
	}
	return sum
}

// checkLn asserts that x lies between e^(y - h) and e^(y + h), where h is half a
// unit of the last place of y: that y is correctly rounded.
func checkLn(t *testing.T, a, b decimal.Decimal, places int32) {
	t.Helper()
	y, err := exact.LnQuotient(a, b, places)
	require.NoError(t, err)
	require.LessOrEqual(t, -y.Exponent(), places)
	half := decimal.New(5, -places-1)
	x := new(big.Float).SetPrec(1400).SetRat(new(big.Rat).Quo(a.Rat(), b.Rat()))
	require.LessOrEqual(t, expFloat(y.Sub(half).Rat()).Cmp(x), 0, "ln(%s/%s) to %d places is less than %s", a, b, places, y)
	require.GreaterOrEqual(t, expFloat(y.Add(half).Rat()).Cmp(x), 0, "ln(%s/%s) to %d places is more than %s", a, b, places, y)
}

// checkExp asserts that y is within half a unit of its last place of e^x.
func checkExp(t *testing.T, x decimal.Decimal, places int32) {
	t.Helper()
	y, err := exact.Exp(x, places)
	require.NoError(t, err)
	half := decimal.New(5, -places-1)
	want := expFloat(x.Rat())
	float := func(d decimal.Decimal) *big.Float { return new(big.Float).SetPrec(1400).SetRat(d.Rat()) }
	require.LessOrEqual(t, float(y.Sub(half)).Cmp(want), 0, "e^%s to %d places is less than %s", x, places, y)
	require.GreaterOrEqual(t, float(y.Add(half)).Cmp(want), 0, "e^%s to %d places is more than %s", x, places, y)
}

func TestLnAndExpAreCorrectlyRounded(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 400 {
		a := decimal.New(1+r.Int63n(1<<(1+r.Intn(62))), int32(r.Intn(61)-30))
		b := decimal.New(1+r.Int63n(1<<(1+r.Intn(62))), int32(r.Intn(61)-30))
		if r.Intn(3) == 0 { // near equality
			b = a.Add(decimal.New(r.Int63n(1000)+1, a.Exponent()-int32(r.Intn(30))))
		}
		checkLn(t, a, b, int32(r.Intn(60)))
		checkExp(t, decimal.New(r.Int63n(200_000_000)-100_000_000, -int32(6+r.Intn(30))), int32(r.Intn(60)))
	}
}

func TestLnAndExpIdentities(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	const places = 30
	close := func(want, got decimal.Decimal, units int64) {
		t.Helper()
		assert.True(t, want.Sub(got).Abs().LessThanOrEqual(decimal.New(units, -places)), "%s and %s", want, got)
	}
	ln := func(x decimal.Decimal) decimal.Decimal {
		y, err := exact.Ln(x, places)
		require.NoError(t, err)
		return y
	}
	for range 200 {
		a, b := decimal.New(1+r.Int63n(1e12), -6), decimal.New(1+r.Int63n(1e12), -6)
		close(ln(a.Mul(b)), ln(a).Add(ln(b)), 2)
		q, err := exact.LnQuotient(a, b, places)
		require.NoError(t, err)
		close(q, ln(a).Sub(ln(b)), 2)
		turned, err := exact.LnQuotient(b, a, places)
		require.NoError(t, err)
		assert.True(t, turned.Equal(q.Neg()))
		back, err := exact.Exp(ln(a), 12)
		require.NoError(t, err)
		assert.True(t, back.Equal(a), "%s comes back as %s", a, back)
	}
}

func FuzzLnQuotient(f *testing.F) {
	f.Add(int64(2), int64(1), int8(0), uint8(20))
	f.Add(int64(1<<62), int64(1<<62-1), int8(0), uint8(38))
	f.Add(int64(1), int64(999999999999), int8(-30), uint8(0))
	f.Add(int64(3), int64(2), int8(0), uint8(7))
	f.Fuzz(func(t *testing.T, a, b int64, exponent int8, places uint8) {
		if a <= 0 || b <= 0 {
			t.Skip()
		}
		checkLn(t, decimal.New(a, int32(exponent)), decimal.New(b, 0), int32(places)%80)
	})
}

func FuzzExp(f *testing.F) {
	f.Add(int64(1), uint8(0), uint8(20))
	f.Add(int64(-5), uint8(31), uint8(30))
	f.Add(int64(500), uint8(0), uint8(2))
	f.Fuzz(func(t *testing.T, n int64, exponent, places uint8) {
		x := decimal.New(n, -int32(exponent)%60)
		if x.Abs().GreaterThan(decimal.New(700, 0)) {
			t.Skip()
		}
		checkExp(t, x, int32(places)%80)
	})
}

// BenchmarkLn computes logarithms to 40 places here and with shopspring's own
// method, which promises no correct rounding; other/ln = 2 means that the
// latter takes twice as long.
func BenchmarkLn(b *testing.B) {
	numbers := []decimal.Decimal{dec("0.4173"), dec("1.0002"), dec("9430000"), dec("2.36"), dec("78.125")}
	var ours, other time.Duration
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		for _, x := range numbers {
			if _, err := exact.Ln(x, 40); err != nil {
				b.Fatal(err)
			}
		}
		middle := time.Now()
		for _, x := range numbers {
			if _, err := x.Ln(40); err != nil {
				b.Fatal(err)
			}
		}
		ours += middle.Sub(start)
		other += time.Since(middle)
	}
	b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N*len(numbers)), "ns/ln")
	b.ReportMetric(float64(other)/float64(ours), "other/ln")
}
