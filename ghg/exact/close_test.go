package exact_test

import (
	"math/big"
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func list(texts ...string) decs { return tableOf(texts)[0] }

func TestCloseTo(t *testing.T) {
	for _, x := range []struct {
		name   string
		parts  decs
		total  string
		places int32
		want   decs
	}{
		{"none", nil, "0", 2, decs{}},
		{"the rounded sum", list("10.4", "10.4", "10.4"), "31", 0, list("11", "10", "10")},
		{"more than the rounded sum", list("10.4", "10.3", "10.4"), "32", 0, list("11", "10", "11")},
		{"all up", list("10.4", "10.3", "10.4"), "33", 0, list("11", "11", "11")},
		{"all down", list("10.4", "10.3", "10.4"), "30.0", 0, list("10", "10", "10")},
		{"removals", list("-0.4", "2.9", "-1.7"), "0", 0, list("-1", "3", "-2")},
		{"a whole part stays", list("2", "0.1", "0.2"), "3", 0, list("2", "0", "1")},
		{"places", list("1.26", "1.24"), "2.6", 1, list("1.3", "1.3")},
		{"tens", list("14", "18", "-23"), "10", -1, list("10", "20", "-20")},
	} {
		t.Run(x.name, func(t *testing.T) {
			got, err := exact.CloseTo(x.parts, dec(x.total), x.places)
			require.NoError(t, err)
			assertTable(t, []decs{x.want}, []decs{got})
		})
	}
}

func TestCloseToRefuses(t *testing.T) {
	parts := list("10.4", "-3", "10.4", "10.2")
	for total, reachable := range map[string]bool{"26": false, "27": true, "30": true, "31": false, "-27": false, "1e300": false} {
		_, err := exact.CloseTo(parts, dec(total), 0)
		var reach *exact.OutOfReachError
		assert.Equal(t, reachable, err == nil, total)
		if !reachable {
			require.ErrorAs(t, err, &reach, total)
			assert.Equal(t, "27", reach.Least.String())
			assert.Equal(t, "30", reach.Most.String())
			assert.True(t, reach.Total.Equal(dec(total)))
		}
	}
	for _, x := range []struct {
		parts  decs
		total  decimal.Decimal
		places int32
		want   string
	}{
		{parts, dec("28.5"), 0, "a total of 28.5 is not rounded to 0 decimal places"},
		{parts, dec("28"), -1, "a total of 28 is not rounded to -1 decimal places"},
		{list("1", "2"), dec("4"), 0, "parts that add up to 3 do not close to 4"},
		{nil, dec("4"), 0, "parts that add up to 0 do not close to 4"},
		{parts, dec("26"), 0, "parts that round to between 27 and 30 do not close to 26"},
		{parts, dec("28"), 401, "rounding to 401 decimal places: -400 to 400 are allowed"},
		{decs{dec("1"), decimal.New(1, 1<<30)}, dec("28"), 0, "part 2: a number with an exponent beyond 1000000 is out of bounds"},
		{parts, decimal.New(1, 1<<30), 0, "total: a number"},
	} {
		_, err := exact.CloseTo(x.parts, x.total, x.places)
		assert.ErrorContains(t, err, x.want)
	}
}

// The rounded sum of the parts is one total that they can close to.
func TestCloseToAgreesWithLargestRemainder(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for n := range 1000 {
		parts := make(decs, r.Intn(9))
		var sum decimal.Decimal
		for i := range parts {
			parts[i] = random(r)
			if n%2 == 0 {
				parts[i] = decimal.New(r.Int63n(100)-50, -1)
			}
			sum = sum.Add(parts[i])
		}
		places := int32(r.Intn(9) - 4)
		got, err := exact.CloseTo(parts, sum.Round(places), places)
		require.NoError(t, err)
		assertTable(t, []decs{exact.LargestRemainder(parts, places)}, []decs{got})
	}
}

func TestQuotients(t *testing.T) {
	for _, x := range []struct {
		name        string
		parts       decs
		divisor     string
		places      int32
		want, total string
	}{
		{"none", nil, "3", 2, "[]", "0"},
		{"thirds", list("1", "1", "1"), "3", 1, "[0.4 0.3 0.3]", "1"},
		// 233.33, 133.33 and -33.33 add up to 333.33.
		{"a mean of three years", list("700", "400", "-100"), "3", 0, "[233 133 -33]", "333"},
		// -233.33, -133.33 and 33.33: towards minus infinity -234, -134 and 33, which
		// is -335, and -333 is wanted; two remainders are 0.67.
		{"a negative divisor", list("700", "400", "-100"), "-3", 0, "[-233 -133 33]", "-333"},
		// 35.71, 57.14 and 7.14 of a hundred.
		{"percent", list("25", "40", "5"), "0.7", 0, "[36 57 7]", "100"},
		{"hundreds", list("12500", "12500"), "2", -3, "[7000 6000]", "13000"},
	} {
		t.Run(x.name, func(t *testing.T) {
			got, total, err := exact.Quotients(x.parts, dec(x.divisor), x.places)
			require.NoError(t, err)
			assert.Equal(t, x.want, texts(got))
			assert.Equal(t, x.total, total.String())
		})
	}
	given := list("1", "2")
	_, _, err := exact.Quotients(given, dec("-3"), 0)
	require.NoError(t, err)
	assert.Equal(t, "[1 2]", texts(given), "the input stays as it is")

	_, _, err = exact.Quotients(given, decimal.Decimal{}, 0)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
	_, _, err = exact.Quotients(given, dec("3"), -401)
	assert.EqualError(t, err, "rounding to -401 decimal places: -400 to 400 are allowed")
	huge := decimal.New(1, 1<<30)
	_, _, err = exact.Quotients(given, huge, 0)
	assert.ErrorContains(t, err, "divisor: ")
	_, _, err = exact.Quotients(append(given, huge), dec("3"), 0)
	assert.ErrorContains(t, err, "part 3: ")
}

func texts(parts decs) string {
	out := "["
	for i, p := range parts {
		if i > 0 {
			out += " "
		}
		out += p.String()
	}
	return out + "]"
}

// Against rationals: the total is the quotient of the sum, each part a
// neighbour of its quotient, and no part that went up has less left than one
// that stayed.
func TestQuotientsAgreeWithRationals(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for range 1000 {
		parts := make(decs, 1+r.Intn(8))
		var sum decimal.Decimal
		for i := range parts {
			parts[i] = random(r)
			sum = sum.Add(parts[i])
		}
		divisor, places := random(r), int32(r.Intn(12)-4)
		if divisor.IsZero() {
			continue
		}
		checkQuotients(t, parts, sum, divisor, places)
	}
}

func checkQuotients(t *testing.T, parts decs, sum, divisor decimal.Decimal, places int32) {
	t.Helper()
	got, total, err := exact.Quotients(parts, divisor, places)
	require.NoError(t, err)
	want, err := exact.Quotient(sum, divisor, places)
	require.NoError(t, err)
	require.True(t, want.Equal(total), "%s, not %s", total, want)
	unit := decimal.New(1, -places).Rat()
	add := new(big.Rat)
	var leastUp, mostDown *big.Rat
	for i, p := range parts {
		add.Add(add, got[i].Rat())
		off := new(big.Rat).Sub(new(big.Rat).Quo(p.Rat(), divisor.Rat()), got[i].Rat())
		if off.Sign() < 0 { // went up: so much is left
			off.Add(off, unit)
			if leastUp == nil || off.Cmp(leastUp) < 0 {
				leastUp = off
			}
			require.Positive(t, off.Sign())
		} else if mostDown == nil || off.Cmp(mostDown) > 0 {
			mostDown = off
		}
		require.Negative(t, off.Cmp(unit))
	}
	require.Zero(t, add.Cmp(total.Rat()))
	if leastUp != nil && mostDown != nil {
		require.GreaterOrEqual(t, leastUp.Cmp(mostDown), 0)
	}
}

func FuzzQuotients(f *testing.F) {
	f.Add(int64(1), int64(1), int64(1), int64(3), int32(0), int32(1))
	f.Add(int64(-7), int64(5), int64(0), int64(-9), int32(-3), int32(-2))
	f.Fuzz(func(t *testing.T, a, b, c, divisor int64, exponent, places int32) {
		if divisor == 0 {
			t.Skip()
		}
		parts := decs{decimal.New(a, exponent%30), decimal.New(b, exponent%20), decimal.New(c, 0)}
		checkQuotients(t, parts, parts[0].Add(parts[1]).Add(parts[2]), decimal.New(divisor, exponent%7), places%40)
	})
}

// Numbers that fit in words and the same with a part that does not, which stays what it is:
// both ways give the same digits and places, ties and signs included.
func TestQuotientsOfWordsAgreeWithLongOnes(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	edges := []int64{0, 1, -1, 5, -5, 999, 1 << 53, -1 << 53, 99999999999999999, 1<<59 - 1, -1<<59 + 1}
	const long = 45 // digits: no word holds it
	for range 20_000 {
		parts := make(decs, 1+r.Intn(6))
		for i := range parts {
			parts[i] = decimal.New(edges[r.Intn(len(edges))]/(1+r.Int63n(3)), r.Int31n(7)-4)
		}
		divisor, places := decimal.New(1+r.Int63n(40), r.Int31n(4)-2), r.Int31n(8)-4
		if r.Intn(2) == 0 {
			divisor = divisor.Neg()
		}
		whole := divisor.Shift(long) // a whole number of units, so that it takes none that are missing
		got, total, err := exact.Quotients(parts, divisor, places)
		require.NoError(t, err)
		want, sum, err := exact.Quotients(append(parts[:len(parts):len(parts)], whole, whole.Neg()), divisor, places)
		require.NoError(t, err)
		require.Equal(t, texts(want[:len(parts)]), texts(got))
		require.Equal(t, sum.String(), total.String())
		for i := range got {
			require.Equal(t, -places, got[i].Exponent())
		}
		require.Equal(t, -places, total.Exponent())
	}
}
