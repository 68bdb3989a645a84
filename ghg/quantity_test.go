package ghg_test

import (
	"encoding/json"
	"math/big"
	"math/rand"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// unitRats are the units of the table in their base units, read apart from the
// library: the oracle of the conversions.
func unitRats(t *testing.T) map[string]*big.Rat {
	t.Helper()
	text, err := os.ReadFile("data/units.tsv")
	require.NoError(t, err)
	rats := map[string]*big.Rat{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(line, "\t")
		if r, ok := new(big.Rat).SetString(cells[min(2, len(cells)-1)]); ok && line[0] != '#' {
			rats[cells[0]] = r
		}
	}
	require.Greater(t, len(rats), 45)
	return rats
}

func randomQuantity(r *rand.Rand, u ghg.Unit) ghg.Quantity {
	q, err := ghg.NewQuantity(decimal.New(r.Int63n(2e12)-1e12, int32(r.Intn(12)-9)), u)
	if err != nil {
		panic(err)
	}
	return q
}

func TestConversionsAgainstRationals(t *testing.T) {
	rats, r := unitRats(t), rand.New(rand.NewSource(2))
	exactly, rounded := 0, 0
	for u := range ghg.AllUnits() {
		for v := range ghg.AllUnits() {
			q := randomQuantity(r, u)
			sameVolume := u.Dimension() != ghg.DimensionVolume || (u.String()[0] == 'N') == (v.String()[0] == 'N') &&
				(u.String()[0] == 'S') == (v.String()[0] == 'S')
			got, err := q.In(v)
			places := int32(r.Intn(20) - 4)
			near, nearErr := q.Rounded(v, places)
			var mismatch *ghg.UnitMismatchError
			if u.Dimension() != v.Dimension() || !sameVolume {
				require.ErrorAs(t, err, &mismatch, "%s in %s", u, v)
				require.ErrorAs(t, nearErr, &mismatch)
				assert.Equal(t, [2]ghg.Unit{u, v}, [2]ghg.Unit{mismatch.Has, mismatch.Wants})
				continue
			}
			want := new(big.Rat).Mul(q.Amount().Rat(), new(big.Rat).Quo(rats[u.String()], rats[v.String()]))
			require.NoError(t, nearErr)
			half := new(big.Rat).Mul(big.NewRat(1, 2), decimal.New(1, -places).Rat())
			off := new(big.Rat).Sub(near.Amount().Rat(), want)
			assert.LessOrEqual(t, off.Abs(off).Cmp(half), 0, "%s in %s to %d places is %s", q, v, places, near)
			if err != nil {
				var inexact *ghg.InexactError
				require.ErrorAs(t, err, &inexact, "%s in %s", q, v)
				den := new(big.Int).Exp(big.NewInt(10), big.NewInt(200), nil)
				assert.False(t, new(big.Rat).Mul(want, new(big.Rat).SetInt(den)).IsInt(), "%s in %s has a last place", q, v)
				rounded++
				continue
			}
			exactly++
			assert.Zero(t, got.Amount().Rat().Cmp(want), "%s in %s is %s", q, v, got)
			back, err := got.In(u)
			require.NoError(t, err)
			assert.True(t, back.Amount().Equal(q.Amount()), "%s in %s and back is %s", q, v, back)
			assert.True(t, got.Equal(q))
		}
	}
	assert.Greater(t, exactly, 200)
	assert.Greater(t, rounded, 100)
}

func TestSumsOfQuantities(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	energy := []string{"J", "kWh", "MWh", "MJ", "TJ", "Gcal", "toe", "BTU", "therm", "천Gcal", "TJ (net)", "kWh (net)"}
	for range 3000 {
		basis := r.Intn(2) * 10
		pick := func() ghg.Quantity {
			if basis == 10 {
				return randomQuantity(r, ghg.MustUnit(energy[10+r.Intn(2)]))
			}
			return randomQuantity(r, ghg.MustUnit(energy[r.Intn(10)]))
		}
		a, b, c := pick(), pick(), pick()
		ab, err := a.Add(b)
		require.NoError(t, err)
		left, err := ab.Add(c)
		require.NoError(t, err)
		bc, err := b.Add(c)
		require.NoError(t, err)
		right, err := a.Add(bc)
		require.NoError(t, err)
		require.True(t, left.Equal(right), "(%s + %s) + %s = %s, not %s", a, b, c, left, right)
		ba, err := b.Add(a)
		require.NoError(t, err)
		require.True(t, ab.Equal(ba))
		back, err := ab.Sub(b)
		require.NoError(t, err)
		require.True(t, back.Equal(a), "%s + %s - itself = %s", a, b, back)
		order, err := a.Cmp(b)
		require.NoError(t, err)
		difference, err := a.Sub(b)
		require.NoError(t, err)
		require.Equal(t, order, difference.Sign())
	}
	for _, s := range [][3]string{
		{"1 MWh", "500 kWh", "1.5 MWh"}, {"500 kWh", "1 MWh", "1500 kWh"}, {"1 kWh", "1 MJ", "4.6 MJ"}, {"1 MJ", "1 kWh", "4.6 MJ"},
		{"1 toe", "1 kWh", "11631 kWh"}, {"1 toe (net)", "1 MJ (net)", "41869 MJ (net)"}, {"1 Gcal", "1 MWh", "2.163 MWh"},
		{"1 therm", "1 kWh", "109.105585262 MJ"}, {"1 BTU (gross)", "1 Wh (gross)", "0.00465505585262 MJ (gross)"},
		{"2 bbl", "1 US gal", "85 US gal"}, {"1 L", "1 bbl", "159.987294928 L"},
		{"1 천㎥", "1 ㎥", "1.001 thousand m3"}, {"1 톤", "1 kg", "1.001 톤"}, {"2 명", "3 인", "5 person"}, {"1.609344 km", "1 mile", "3.218688 km"},
	} {
		sum, err := ghg.MustQuantity(s[0]).Add(ghg.MustQuantity(s[1]))
		require.NoError(t, err)
		assert.True(t, sum.Equal(ghg.MustQuantity(s[2])), "%s + %s = %s", s[0], s[1], sum)
		assert.Equal(t, s[2], sum.String())
	}
}

func TestQuantitiesThatDoNotMeet(t *testing.T) {
	for _, s := range [][3]string{
		{"1 kWh", "1 kWh (net)", "does not state a calorific value: where its source has it as net, say so with Unit.On"},
		{"1 TJ (gross)", "1 TJ", "energy without a calorific value, such as TJ of electricity"},
		{"1 TJ (gross)", "1 GJ (net)", "with its net calorific value and the source"},
		{"1 Nm3", "1 Sm3", "Quantity.AtConditions"}, {"1 Nm3", "1 m3", "states its temperature and one that does not"},
		{"1 L", "1 Nm3", "states its temperature and one that does not"},
		{"1 L", "1 kg", "density"}, {"1 L", "1 MJ (net)", "calorific value with its source"}, {"1 t", "1 GJ", "calorific value with its source"},
		{"1 t", "1 L", "mass is not volume; a unit of volume, such as L, is accepted"}, {"1 km", "1 대·km", "distance is not vehicle-distance"},
		{"1 명", "1 가구", "persons is not households"},
	} {
		a, b := ghg.MustQuantity(s[0]), ghg.MustQuantity(s[1])
		var mismatch *ghg.UnitMismatchError
		_, err := b.Add(a)
		require.ErrorAs(t, err, &mismatch)
		assert.ErrorContains(t, err, s[2])
		_, err = b.Sub(a)
		require.ErrorAs(t, err, &mismatch)
		_, err = b.Cmp(a)
		require.ErrorAs(t, err, &mismatch)
		_, err = b.Ratio(a, 2)
		require.ErrorAs(t, err, &mismatch)
		assert.False(t, a.Equal(b))
	}
	var none ghg.Quantity
	_, err := none.Add(ghg.MustQuantity("1 kWh"))
	assert.ErrorContains(t, err, "kWh does not become one in no unit: both need a unit that is known")
	_, err = none.Add(none)
	assert.Error(t, err)
	_, err = ghg.MustQuantity("1 kWh").Mass()
	assert.Error(t, err)
	_, err = ghg.MustQuantity("1 m3").AtConditions(ghg.NormalCubicMetre, 3)
	assert.ErrorContains(t, err, "in Nm3 or Sm3, are accepted")
	_, err = ghg.MustQuantity("1 Sm3").AtConditions(ghg.NormalCubicMetre, 1000)
	assert.Error(t, err)
	_, err = ghg.MustQuantity("1 kWh").Rounded(ghg.Gigajoule, 1000)
	assert.Error(t, err)
}

// 288.15 m3 at 15 °C are 273.15 m3 at 0 °C.
func TestGasAtOtherConditions(t *testing.T) {
	back, err := ghg.MustQuantity("288.15 Sm3").AtConditions(ghg.NormalCubicMetre, 9)
	require.NoError(t, err)
	assert.Equal(t, "273.15 Nm3", back.String())
	thousand, err := ghg.MustQuantity("273150 Nm3").AtConditions(ghg.MustUnit("천S㎥"), 9)
	require.NoError(t, err)
	assert.Equal(t, "288.15 thousand Sm3", thousand.String())
	same, err := ghg.MustQuantity("7 Nm3").AtConditions(ghg.NormalCubicMetre, 0)
	require.NoError(t, err)
	assert.Equal(t, "7 Nm3", same.String())
}

func TestQuantityArithmetic(t *testing.T) {
	q := ghg.MustQuantity("12.5 km")
	twice, err := q.Scale(dec("-2"))
	require.NoError(t, err)
	assert.Equal(t, "-25 km", twice.String())
	assert.Equal(t, -1, twice.Sign())
	assert.True(t, twice.Neg().Equal(ghg.MustQuantity("25 km")))
	ratio, err := ghg.MustQuantity("1 kWh").Ratio(ghg.MustQuantity("1 Gcal"), 8)
	require.NoError(t, err)
	assert.Equal(t, "0.00085985", ratio.String()) // 3.6/4186.8 = 0.000859845…
	_, err = q.Scale(decimal.New(1, 1000))
	var bounds *exact.BoundsError
	require.ErrorAs(t, err, &bounds)
	assert.True(t, ghg.MustQuantity("0 km").IsZero())
	assert.False(t, ghg.MustQuantity("0 km").IsUnset())
	assert.Equal(t, "12.50 km", q.Format(2))
	assert.Equal(t, ghg.DimensionDistance, q.Dimension())
	assert.Equal(t, ghg.Kilometre, q.Unit())

	var none ghg.Quantity
	assert.True(t, none.IsUnset())
	assert.True(t, none.Equal(none))
	assert.False(t, none.Equal(ghg.MustQuantity("0 km")))
	assert.Equal(t, "no quantity/수량 없음/no quantity", none.String()+"/"+none.Korean()+"/"+none.Format(2))
	_, err = ghg.NewQuantity(dec("1"), ghg.Unit{})
	assert.ErrorContains(t, err, "none is given")
	_, err = ghg.NewQuantity(decimal.New(1, 2000), ghg.Kilometre)
	require.ErrorAs(t, err, &bounds)
	for _, s := range []string{"", "km", "2,000 km", "1 234 km", "1e1000000000 km", "NaN km"} {
		_, err = ghg.ParseQuantity(s)
		assert.Error(t, err, s)
	}
	assert.Panics(t, func() { ghg.MustQuantity("12") })
}

func TestQuantityAsText(t *testing.T) {
	type doc struct {
		A ghg.Quantity `json:"a"`
		B ghg.Quantity `json:"b"`
	}
	d := doc{A: ghg.MustQuantity("9천㎥")}
	b, err := json.Marshal(d)
	require.NoError(t, err)
	assert.Equal(t, `{"a":"9 thousand m3","b":""}`, string(b))
	back := doc{B: ghg.MustQuantity("1 km")}
	require.NoError(t, json.Unmarshal(b, &back))
	assert.True(t, back.A.Equal(d.A))
	assert.True(t, back.B.IsUnset())
	assert.Error(t, json.Unmarshal([]byte(`{"a":"2,000 km"}`), &back))
}

func TestFuelPropertiesAreInputs(t *testing.T) {
	for want, d := range map[string]ghg.Density{
		"a unit of volume":      {Kilograms: dec("1"), Per: ghg.Kilogram.Unit(), Source: "x"},
		"a source is needed":    {Kilograms: dec("1"), Per: ghg.Litre},
		"0: a number above 0":   {Per: ghg.Litre, Source: "x"},
		"-1: a number above 0":  {Kilograms: dec("-1"), Per: ghg.Litre, Source: "x"},
		"out of bounds":         {Kilograms: decimal.New(1, 99), Per: ghg.Litre, Source: "x"},
		"density in kg per no ": {},
	} {
		_, err := d.MassOf(ghg.MustQuantity("1 L"))
		assert.ErrorContains(t, err, want)
		assert.Equal(t, "no density", d.String())
	}
	for want, c := range map[string]ghg.CalorificValue{
		"a unit of mass or volume": {Energy: ghg.MustQuantity("1 MJ (net)"), Per: ghg.Kilometre, Source: "x"},
		"says net or gross":        {Energy: ghg.MustQuantity("1 MJ"), Per: ghg.Litre, Source: "x"},
		"a source is needed":       {Energy: ghg.MustQuantity("1 MJ (net)"), Per: ghg.Litre},
		"a number above 0":         {Energy: ghg.MustQuantity("0 MJ (gross)"), Per: ghg.Litre, Source: "x"},
	} {
		_, err := c.EnergyOf(ghg.MustQuantity("1 L"))
		assert.ErrorContains(t, err, want)
		assert.Equal(t, "no calorific value", c.String())
	}
	var mismatch *ghg.UnitMismatchError
	d := ghg.Density{Kilograms: dec("0.7168"), Per: ghg.NormalCubicMetre, Source: "x"}
	_, err := d.MassOf(ghg.MustQuantity("1 Sm3"))
	require.ErrorAs(t, err, &mismatch)
	kg, err := d.MassOf(ghg.MustQuantity("9 천N㎥"))
	require.NoError(t, err)
	assert.Equal(t, "6451.2 kg", kg.String())
	var inexact *ghg.InexactError
	_, err = ghg.Density{Kilograms: dec("3.2"), Per: ghg.MustUnit("US gal"), Source: "x"}.MassOf(ghg.MustQuantity("1 L"))
	require.ErrorAs(t, err, &inexact)
}

func FuzzParseQuantity(f *testing.F) {
	for _, s := range []string{"1290.5 kWh", "9천㎥", "-35 TJ (net)", "2,000 kWh", "1e3 대·km", "1e-30 MWh"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		q, err := ghg.ParseQuantity(s)
		if err != nil {
			return
		}
		back, err := ghg.ParseQuantity(q.String())
		if err != nil || !back.Equal(q) || back.Unit() != q.Unit() {
			t.Fatalf("%q is %s, which is read as %s (%v)", s, q, back, err)
		}
		sum, err := q.Add(back)
		twice, scaleErr := q.Scale(dec("2"))
		if err != nil || scaleErr != nil || !sum.Equal(twice) {
			t.Fatalf("%s + itself = %s (%v, %v)", q, sum, err, scaleErr)
		}
	})
}
