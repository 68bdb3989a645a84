package rollup

import (
	"fmt"
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The cases of the data model are series of years; of each year one split is made.
var seriesVectors = map[string]func(*testing.T, downscaleVector){
	"downscale-shares-interp":      testInterpolatedVector,
	"downscale-partial-zero":       testPartialZeroVector,
	"downscale-zero-sum-error":     testZeroSumVector,
	"downscale-given-shares":       testGivenSharesVector,
	"downscale-gas":                testGasVector,
	"downscale-partial-known-trap": testPartlyKnownVector,
	"downscale-inconsistent":       testInconsistentVector,
}

// downRat is a number of a vector: "58/7", "6", 3.
func downRat(t *testing.T, text string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(text)
	require.True(t, ok, text)
	return r
}

// downSeries shares each total by the proxy of its year, to 9 places of a tonne, and returns
// the parts. A total that has no last place, as 58/7, is rounded first.
func downSeries(t *testing.T, years []int, totals []string, of func(year int) Proxy) map[string][]*big.Rat {
	t.Helper()
	out := map[string][]*big.Rat{}
	for i, year := range years {
		total := downRat(t, totals[i])
		split, err := of(year).Split(downTonnes(t, total.FloatString(9)), ghg.Tonne, 9)
		split.Explain()
		require.NoError(t, err)
		sum := decimal.Zero
		for _, p := range split.Parts {
			out[string(p.Place)] = append(out[string(p.Place)], p.CO2e.Tonnes().Rat())
			sum = sum.Add(p.CO2e.Tonnes())
		}
		assert.True(t, sum.Equal(split.Whole.Tonnes()), "children add up to the basket in %d", year)
	}
	return out
}

func downNear(t *testing.T, want string, got *big.Rat, of string) {
	t.Helper()
	off := new(big.Rat).Sub(downRat(t, want), got)
	assert.LessOrEqual(t, off.Abs(off).Cmp(downRat(t, "0.00000001")), 0, "%s: want %s, have %s", of, want, got.FloatString(9))
}

type seriesInput struct {
	Years []int
	CAMB  []string `json:"basket_CAMB"`
}

// Shares of years between are linear, and those of the nearest year stand outside: the
// caller takes that proxy.
func testInterpolatedVector(t *testing.T, v downscaleVector) {
	in := downUnpack[seriesInput](t, v.Input)
	known := downUnpack[struct{ Known map[string]map[string]int }](t, v.Input).Known
	want := downUnpack[map[string][]string](t, v.Expected)
	proxies := map[int]Proxy{}
	for _, year := range []int{2002, 2012} {
		d := ProxyDefinition{By: ByActivity, Name: "known emissions", Year: year, Source: "test"}
		for _, name := range []string{"COL", "ARG", "MEX", "BOL"} {
			d.Parts = append(d.Parts, ProxyPart{Place: ghg.PlaceID(name),
				Quantity: ghg.MustQuantity(fmt.Sprint(known[fmt.Sprint(year)][name], " t"))})
		}
		var err error
		proxies[year], err = NewProxy(d)
		require.NoError(t, err)
	}
	got := downSeries(t, in.Years, in.CAMB, func(year int) Proxy {
		p, err := proxies[2012].Between(proxies[2002], min(max(year, 2002), 2012)) // in any order
		require.NoError(t, err)
		return p
	})
	for i, year := range in.Years {
		for _, name := range []string{"COL", "ARG", "MEX"} {
			downNear(t, want["COL=ARG=MEX"][i], got[name][i], fmt.Sprint(name, year))
		}
		downNear(t, want["BOL"][i], got["BOL"][i], fmt.Sprint("BOL ", year))
	}
}

func testPartialZeroVector(t *testing.T, v downscaleVector) {
	in := downUnpack[seriesInput](t, v.Input)
	want := downUnpack[map[string][]string](t, v.Expected)["each child"]
	_, err := downProxy(t, []string{"A", "B", "C", "D"}, []string{"0", "0", "0", "0"}) // known in 2002
	assert.Error(t, err)
	of2012, err := downProxy(t, []string{"A", "B", "C", "D"}, []string{"2", "2", "2", "2"})
	require.NoError(t, err)
	got := downSeries(t, in.Years, in.CAMB, func(int) Proxy { return of2012 })
	for name, parts := range got {
		for i := range parts {
			downNear(t, want[i], parts[i], fmt.Sprint(name, in.Years[i]))
		}
	}
}

func testZeroSumVector(t *testing.T, v downscaleVector) {
	assert.Equal(t, "error", downUnpack[string](t, v.Expected))
	_, err := downProxy(t, []string{"A", "B"}, []string{"0", "0"})
	var f ghg.Fault
	require.ErrorAs(t, err, &f)
	assert.Equal(t, FaultNoPositiveWeight, f.Code)
}

func testGivenSharesVector(t *testing.T, v downscaleVector) {
	in := downUnpack[struct{ Total string }](t, v.Input)
	proxy, err := downProxy(t, []string{"1.A.1", "1.A.2", "1.A.3"}, []string{"1", "5", "0"})
	require.NoError(t, err)
	split, err := proxy.Split(downTonnes(t, in.Total), ghg.Tonne, 20)
	split.Explain()
	require.NoError(t, err)
	whole := downRat(t, in.Total)
	for i, share := range []string{"1/6", "5/6", "0"} {
		want := new(big.Rat).Mul(whole, downRat(t, share))
		off := want.Sub(want, split.Parts[i].CO2e.Tonnes().Rat())
		assert.Less(t, off.Abs(off).Cmp(downRat(t, "0.00000000000000000001")), 0)
	}
}

// Gases are shared like places: in CO2e of the basket's own metric, and back to masses.
func testGasVector(t *testing.T, v downscaleVector) {
	in := downUnpack[struct {
		Basket map[string]string `json:"basket_AR4"`
	}](t, v.Input)
	d := ProxyDefinition{By: ByActivity, Name: "known emissions in AR4", Year: 2002, Source: "test"}
	gases := []ghg.Gas{ghg.CO2, ghg.MustGas("SF6"), ghg.CH4}
	one := ghg.MustMass("1 Gg")
	for _, g := range gases {
		mass, err := one.Of(g)
		require.NoError(t, err)
		c, err := mass.CO2e(ghg.AR4)
		require.NoError(t, err)
		d.Parts = append(d.Parts, ProxyPart{Place: ghg.PlaceID(g.String()), Quantity: ghg.MustQuantity(c.Tonnes().String() + " t")})
	}
	proxy, err := NewProxy(d)
	require.NoError(t, err)
	for years, want := range map[string]int64{"2000..2019": 1, "2020": 2} {
		whole, err := ghg.NewCO2e(downNumber(t, in.Basket[years]), ghg.Gigagram, ghg.AR4)
		require.NoError(t, err)
		split, err := proxy.Split(whole, ghg.Gigagram, 3)
		split.Explain()
		require.NoError(t, err)
		for i, g := range gases {
			mass, err := one.Of(g)
			require.NoError(t, err)
			c, err := mass.CO2e(ghg.AR4)
			require.NoError(t, err)
			assert.True(t, split.Parts[i].CO2e.Tonnes().Equal(c.Tonnes().Mul(decimal.New(want, 0))), "%s in %s", g, years)
		}
	}
}

// A year in which one child is not known gives no weights, so that it cannot be carried on.
func testPartlyKnownVector(t *testing.T, v downscaleVector) {
	want := downUnpack[struct {
		Correct map[string]string `json:"correct_year3"`
	}](t, v.Expected).Correct
	d := ProxyDefinition{By: ByActivity, Name: "known emissions", Year: 2002, Source: "test", Parts: []ProxyPart{
		{Place: "A", Quantity: ghg.MustQuantity("12 t")}, {Place: "B"}}}
	_, err := NewProxy(d)
	var f ghg.Fault
	require.ErrorAs(t, err, &f)
	assert.Equal(t, ghg.FaultMissingField, f.Code)
	d.Parts = []ProxyPart{{Place: "A", Quantity: ghg.MustQuantity("10 t")}, {Place: "B", Quantity: ghg.MustQuantity("20 t")}}
	proxy, err := NewProxy(d)
	require.NoError(t, err)
	split, err := proxy.Split(downTonnes(t, "36"), ghg.Tonne, 0)
	split.Explain()
	require.NoError(t, err)
	for _, p := range split.Parts {
		assert.Equal(t, want[string(p.Place)], p.CO2e.Tonnes().String())
	}
}

// BOL known as 2 instead of 3: the parts of 2002 add up to 5, and the basket is 6.
func testInconsistentVector(t *testing.T, v downscaleVector) {
	assert.Equal(t, "error", downUnpack[string](t, v.Expected))
	within, err := ghg.NewShare(downNumber(t, downUnpack[struct{ Tolerance string }](t, v.Input).Tolerance))
	require.NoError(t, err)
	known := func(bol string) Proxy {
		d := ProxyDefinition{By: ByActivity, Name: "known emissions", Year: 2002, Source: "test"}
		for _, x := range [][2]string{{"COL", "1 t"}, {"ARG", "1 t"}, {"MEX", "1000 kg"}, {"BOL", bol}} {
			d.Parts = append(d.Parts, ProxyPart{Place: ghg.PlaceID(x[0]), Quantity: ghg.MustQuantity(x[1])})
		}
		p, err := NewProxy(d)
		require.NoError(t, err)
		return p
	}
	var f ghg.Fault
	require.ErrorAs(t, known("2 t").Fits(downTonnes(t, "6"), within), &f)
	assert.Equal(t, FaultPartsDiffer, f.Code)
	assert.NoError(t, known("3 t").Fits(downTonnes(t, "6"), within))
	assert.NoError(t, known("3 t").Fits(downTonnes(t, "6.06"), within), "just as far as allowed")
	assert.NoError(t, known("3 t").Fits(downTonnes(t, "5.94"), within))
	assert.Error(t, known("3 t").Fits(downTonnes(t, "6.0600001"), within))
	persons, err := downProxy(t, []string{"a"}, []string{"1"})
	require.NoError(t, err)
	require.ErrorAs(t, persons.Fits(downTonnes(t, "1"), within), &f)
	assert.Equal(t, ghg.FaultUnit, f.Code)
	assert.ErrorIs(t, Proxy{}.Fits(downTonnes(t, "1"), within), ErrNoProxy)
}
