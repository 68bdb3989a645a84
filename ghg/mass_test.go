package ghg_test

import (
	"encoding/json"
	"math/big"
	"math/rand"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseMass(t *testing.T) {
	for text, want := range map[string]string{
		"9.43 Mt": "9430000 t", "943만톤": "9430000 t", "9.43백만톤": "9430000 t", "9430 천톤": "9430000 t", " 0.5 kg ": "0.0005 t",
		"12 kt CH4": "12000 t CH4", "-3 Gg": "-3000 t", "1e3 t": "1000 t", "+2.50 t": "2.5 t", "0 t": "0 t",
		"1 t R-410A": "1 t R-410A", "3tCO2(b)": "3 t CO2(b)", "7Tg/yr": "7000000 t", "1,": "",
	} {
		m, err := ghg.ParseMass(text)
		if want == "" {
			assert.Error(t, err, text)
			continue
		}
		require.NoError(t, err, text)
		assert.Equal(t, want, m.String(), text)
	}
}

func TestParseMassRefuses(t *testing.T) {
	for text, why := range map[string]string{
		"":                             `mass "": "" is not a number: it needs digits`,
		"t":                            "it needs digits",
		"12":                           `mass "12": unknown unit "": none is given`,
		"1,234 t":                      "thousands separators are not allowed",
		"1 234 t":                      `unit "234 t"`,
		"about 3 t":                    "it needs digits",
		"3 MT":                         "read in more than one way",
		"1 tCO2e":                      `mass "1 tCO2e": CO2-equivalent is not a mass of a substance: read it with ParseCO2e`,
		"1e1000000000 t":               "out of bounds",
		"NaN t":                        "it needs digits",
		"1e30 kt":                      "mass in tonnes: a number of 1 digits with exponent 33 is out of bounds",
		"1e-30 kg":                     "mass in tonnes: a number of 1 digits with exponent -33 is out of bounds",
		strings.Repeat("9", 39) + " t": "a number of 39 digits",
	} {
		m, err := ghg.ParseMass(text)
		require.ErrorContains(t, err, why, text)
		assert.True(t, m.IsZero())
	}
	assert.Panics(t, func() { ghg.MustMass("12") })
}

func TestNewMassChecksDecimals(t *testing.T) {
	var bounds *exact.BoundsError
	_, err := ghg.NewMass(decimal.New(1, 20000000), ghg.Tonne)
	require.ErrorAs(t, err, &bounds)
	_, err = ghg.NewMass(decimal.New(1, 28), ghg.Kilotonne)
	require.ErrorAs(t, err, &bounds)
	m, err := ghg.NewMass(decimal.New(1, 27), ghg.Kilotonne)
	require.NoError(t, err)
	assert.True(t, m.Tonnes().Equal(decimal.New(1, 30)))
}

func TestMassesOfTwoGasesDoNotMeet(t *testing.T) {
	methane, unsaid := ghg.MustMass("3 t CH4"), ghg.MustMass("3 t")
	for _, other := range []ghg.Mass{ghg.MustMass("3 t N2O"), unsaid, of(methane, ghg.CH4Fossil)} {
		var mismatch *ghg.GasMismatchError
		_, err := methane.Add(other)
		require.ErrorAs(t, err, &mismatch)
		assert.Equal(t, ghg.GasMismatchError{A: ghg.CH4, B: other.Gas()}, *mismatch)
		_, err = methane.Sub(other)
		require.ErrorAs(t, err, &mismatch)
		_, err = methane.Cmp(other)
		require.ErrorAs(t, err, &mismatch)
		_, err = methane.Ratio(other, 2)
		require.ErrorAs(t, err, &mismatch)
		assert.False(t, methane.Equal(other))
	}
	_, err := methane.Add(unsaid)
	assert.EqualError(t, err, "a mass of CH4 and a mass of unstated substance cannot be added or compared: convert both to CO2e "+
		"with one metric")
	sum, err := methane.Add(of(unsaid, ghg.CH4))
	require.NoError(t, err)
	assert.Equal(t, "6 t CH4", sum.String())
}

func TestMassArithmetic(t *testing.T) {
	a, b := ghg.MustMass("9.43 Mt"), ghg.MustMass("8.97 Mt")
	d, err := a.Sub(b)
	require.NoError(t, err)
	assert.Equal(t, "460000 t", d.String())
	assert.Equal(t, "-460000 t", d.Neg().String())
	assert.Equal(t, []int{1, -1, 0}, []int{d.Sign(), d.Neg().Sign(), ghg.Mass{}.Sign()})
	assert.True(t, ghg.Mass{}.IsZero() && !d.IsZero())
	limit, err := a.Scale(dec("0.55"))
	require.NoError(t, err)
	assert.Equal(t, "5.1865 Mt", limit.Format(ghg.Megatonne, 4))
	ratio, err := ghg.MustMass("2.45 Mt").Ratio(a, 4)
	require.NoError(t, err)
	assert.Equal(t, "0.2598", ratio.String())
	_, err = a.Ratio(ghg.Mass{}, 4)
	assert.ErrorIs(t, err, exact.ErrDivisionByZero)
	for _, x := range []struct {
		a, b string
		want int
	}{{"1 t", "1000 kg", 0}, {"1 t", "1.001 t", -1}, {"2 kt", "1 Gg", 1}} {
		c, err := ghg.MustMass(x.a).Cmp(ghg.MustMass(x.b))
		require.NoError(t, err)
		assert.Equal(t, x.want, c, "%s and %s", x.a, x.b)
		assert.Equal(t, x.want == 0, ghg.MustMass(x.a).Equal(ghg.MustMass(x.b)))
	}
}

func TestMassScaleIsBounded(t *testing.T) {
	var bounds *exact.BoundsError
	_, err := ghg.MustMass("1 t").Scale(decimal.New(1, 31))
	require.ErrorAs(t, err, &bounds)
	assert.ErrorContains(t, err, "factor")
	m, n := ghg.MustMass("1 t CH4"), 0
	for ; ; n++ {
		next, err := m.Scale(decimal.New(3, 30))
		if err != nil {
			require.ErrorAs(t, err, &bounds)
			assert.ErrorContains(t, err, "product")
			break
		}
		m = next
		require.Less(t, n, 100)
	}
	assert.Equal(t, 13, n, "13 × 30 zeros and the 7 digits of 3^13 are 397 digits")
	assert.Equal(t, ghg.CH4, m.Gas())
}

func TestMassCO2e(t *testing.T) {
	c, err := ghg.MustMass("3 t CH4").CO2e(ghg.AR5)
	require.NoError(t, err)
	assert.Equal(t, "84 tCO2e (AR5)", c.String())
	_, err = ghg.MustMass("3 t").CO2e(ghg.AR5)
	assert.EqualError(t, err, "a mass of unstated substance has no CO2e: say its gas with Of")
	_, err = ghg.MustMass("3 t CH4").CO2e(ghg.Metric{})
	assert.ErrorIs(t, err, ghg.ErrNoMetric)
	c, err = ghg.MustMass("3 t CO2(b)").CO2e(ghg.AR5)
	require.NoError(t, err)
	assert.True(t, c.IsZero())
}

func TestMassFormat(t *testing.T) {
	m := ghg.MustMass("9434999 t")
	assert.Equal(t, "9.43 Mt", m.Format(ghg.Megatonne, 2))
	assert.Equal(t, "943.4999만톤", strings.ReplaceAll(m.Format(ghg.ManTonneKo, 4), " ", ""))
	assert.Equal(t, "3 kt CH4", ghg.MustMass("2.5 kt CH4").Format(ghg.Kilotonne, 0), "half away from zero")
	assert.Equal(t, "-3 kt", ghg.MustMass("-2.5 kt").Format(ghg.Kilotonne, 0))
	assert.Equal(t, "9434999000", m.In(ghg.Kilogram).String())
	assert.Equal(t, "0 t", ghg.Mass{}.String())
}

func TestMassText(t *testing.T) {
	b, err := json.Marshal(map[string]ghg.Mass{"m": ghg.MustMass("9.43 Mt CH4")})
	require.NoError(t, err)
	assert.Equal(t, `{"m":"9430000 t CH4"}`, string(b))
	var m ghg.Mass
	require.NoError(t, m.UnmarshalText([]byte("12 kt CH4")))
	assert.True(t, m.Equal(ghg.MustMass("12 kt CH4")))
	assert.Error(t, m.UnmarshalText([]byte("12")))
	assert.True(t, m.Equal(ghg.MustMass("12 kt CH4")), "stays as it was")
}

// Sums, differences, products and quotients against rationals.
func TestMassAgreesWithRationals(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	units := []ghg.MassUnit{ghg.Kilogram, ghg.Tonne, ghg.Kilotonne, ghg.Megatonne, ghg.ManTonneKo}
	for range 2000 {
		x := decimal.New(r.Int63n(2e9)-1e9, int32(r.Intn(12)-8))
		y := decimal.New(r.Int63n(2e9)-1e9, int32(r.Intn(12)-8))
		u := units[r.Intn(len(units))]
		a, err := ghg.NewMass(x, u)
		require.NoError(t, err)
		b, err := ghg.NewMass(y, ghg.Tonne)
		require.NoError(t, err)
		sum, err := a.Add(b)
		require.NoError(t, err)
		diff, err := a.Sub(b)
		require.NoError(t, err)
		product, err := a.Scale(y)
		require.NoError(t, err)
		require.True(t, a.In(u).Equal(x), "back in its unit")
		at, bt := a.Tonnes().Rat(), y.Rat()
		require.Zero(t, sum.Tonnes().Rat().Cmp(new(big.Rat).Add(at, bt)))
		require.Zero(t, diff.Tonnes().Rat().Cmp(new(big.Rat).Sub(at, bt)))
		require.Zero(t, product.Tonnes().Rat().Cmp(new(big.Rat).Mul(at, bt)))
		back, err := diff.Add(b)
		require.NoError(t, err)
		require.True(t, back.Equal(a), "a - b + b = a")
		other, err := b.Add(a)
		require.NoError(t, err)
		require.True(t, other.Equal(sum), "a + b = b + a")
		cmp, err := a.Cmp(b)
		require.NoError(t, err)
		require.Equal(t, at.Cmp(bt), cmp)
		if b.IsZero() {
			continue
		}
		ratio, err := a.Ratio(b, 12)
		require.NoError(t, err)
		off := new(big.Rat).Sub(ratio.Rat(), new(big.Rat).Quo(at, bt))
		require.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 2_000_000_000_000)), 0, "within half a unit of the last place")
	}
}

func FuzzParseMass(f *testing.F) {
	for _, s := range []string{"9.43 Mt", "943만톤", "12 kt CH4", "1e30 Gt", "-0.5 kg R-410A", "3 t CO2(b)", "1 tCO2e", "1,5 t", "7 Tg/yr",
		"t"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		m, err := ghg.ParseMass(s)
		if err != nil {
			return
		}
		again, err := ghg.ParseMass(m.String())
		if err != nil || !again.Equal(m) || again.String() != m.String() {
			t.Fatalf("%q is %s, which is %s (%v)", s, m, again, err)
		}
	})
}

// A gas does not become another by being called so.
func TestMassOf(t *testing.T) {
	_, err := ghg.MustMass("5 t CH4").Of(ghg.CO2)
	var mismatch *ghg.GasMismatchError
	require.ErrorAs(t, err, &mismatch)
	assert.Equal(t, ghg.GasMismatchError{A: ghg.CH4, B: ghg.CO2}, *mismatch)
	_, err = ghg.MustMass("5 t CH4-fossil").Of(ghg.CH4NonFossil)
	assert.Error(t, err)
	m, err := ghg.MustMass("5 t CH4").Of(ghg.CH4Fossil)
	require.NoError(t, err, "the origin may be added")
	assert.Equal(t, "5 t CH4-fossil", m.String())
}

func TestMassIsUnset(t *testing.T) {
	assert.True(t, ghg.Mass{}.IsUnset())
	assert.False(t, ghg.MustMass("0 t").IsUnset())
	none, err := ghg.NewMass(decimal.Decimal{}, ghg.Tonne)
	require.NoError(t, err)
	assert.False(t, none.IsUnset(), "said, and 0")
}
