package rollup

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestProxyRefuses(t *testing.T) {
	area := func(s string) ProxyPart { return ProxyPart{Place: ghg.PlaceID("p" + s), Quantity: ghg.MustQuantity(s)} }
	good := ProxyDefinition{By: ByArea, Year: 2022, Source: "cadastre", Parts: []ProxyPart{area("10 km2"), area("500 ha")}}
	p, err := NewProxy(good)
	require.NoError(t, err)
	assert.Equal(t, []string{"10", "5", "km2"}, []string{p.def.weights[0].String(), p.def.weights[1].String(), p.def.unit}, "two units")
	same := good
	same.Parts = []ProxyPart{area("10 km2"), area("9.5 km2")}
	p2, err := NewProxy(same)
	require.NoError(t, err)
	assert.Equal(t, []string{"10", "9.5", "19.5", "km2"},
		[]string{p2.def.weights[0].String(), p2.def.weights[1].String(), p2.def.sum.String(), p2.def.unit})
	heat := ProxyDefinition{By: ByActivity, Name: "fuel sold", Year: 2022, Source: "sellers", Parts: []ProxyPart{
		{Place: "a", Quantity: ghg.MustQuantity("3 TJ (net)")}, {Place: "b", Quantity: ghg.MustQuantity("1000 GJ (net)")}}}
	p2, err = NewProxy(heat)
	require.NoError(t, err)
	assert.True(t, p2.def.sum.Equal(p2.def.weights[1].Mul(decimal.New(4, 0))), "3 to 1")
	for name, x := range map[string]struct {
		change func(*ProxyDefinition)
		code   string
	}{
		"no kind":         {func(d *ProxyDefinition) { d.By = 0 }, ghg.FaultDefinition},
		"a kind beyond":   {func(d *ProxyDefinition) { d.By = 5 }, ghg.FaultDefinition},
		"no source":       {func(d *ProxyDefinition) { d.Source = "" }, ghg.FaultDefinition},
		"a long source":   {func(d *ProxyDefinition) { d.Source = strings.Repeat("x", 201) }, ghg.FaultDefinition},
		"a long name":     {func(d *ProxyDefinition) { d.Name = strings.Repeat("x", 201) }, ghg.FaultDefinition},
		"no name":         {func(d *ProxyDefinition) { d.By = ByActivity }, ghg.FaultDefinition},
		"no year":         {func(d *ProxyDefinition) { d.Year = 0 }, ghg.FaultPeriod},
		"no such quality": {func(d *ProxyDefinition) { d.Quality = 4 }, ghg.FaultDefinition},
		"normalised":      {func(d *ProxyDefinition) { d.Normalise = true }, ghg.FaultDefinition},
		"no children":     {func(d *ProxyDefinition) { d.Parts = nil }, FaultNoChildren},
		"too many":        {func(d *ProxyDefinition) { d.Parts = make([]ProxyPart, maxDownscaled+1) }, ghg.FaultBeyond},
		"no place":        {func(d *ProxyDefinition) { d.Parts[0].Place = " " }, ghg.FaultPlace},
		"a place twice":   {func(d *ProxyDefinition) { d.Parts[0].Place = " p500 ha " }, ghg.FaultPlace},
		"no weight":       {func(d *ProxyDefinition) { d.Parts[0].Quantity = ghg.Quantity{} }, ghg.FaultMissingField},
		"a share too":     {func(d *ProxyDefinition) { d.Parts[0].Share = ghg.MustShare("1%") }, ghg.FaultMissingField},
		"persons":         {func(d *ProxyDefinition) { d.Parts[0].Quantity = ghg.MustQuantity("3 명") }, ghg.FaultUnit},
		"areas":           {func(d *ProxyDefinition) { d.By = ByPopulation }, ghg.FaultUnit},
		"two dimensions": {func(d *ProxyDefinition) {
			d.By, d.Name = ByActivity, "x"
			d.Parts[0].Quantity = ghg.MustQuantity("3 kWh")
		}, ghg.FaultUnit},
		"no share": {func(d *ProxyDefinition) { d.By = ByShares }, ghg.FaultMissingField},
		"a share below zero": {func(d *ProxyDefinition) {
			d.By, d.Parts = ByShares, []ProxyPart{{Place: "a", Share: ghg.MustShare("-10%")}, {Place: "b", Share: ghg.MustShare("110%")}}
		}, FaultNegativeWeight},
		"shares of nothing": {func(d *ProxyDefinition) {
			d.By, d.Parts = ByShares, []ProxyPart{{Place: "a", Share: ghg.MustShare("0%")}}
		}, FaultNoPositiveWeight},
	} {
		d := good
		d.Parts = append([]ProxyPart(nil), good.Parts...)
		x.change(&d)
		_, err := NewProxy(d)
		var faults ghg.Faults
		require.ErrorAs(t, err, &faults, name)
		var codes []string
		for _, f := range faults.All {
			codes = append(codes, f.Code)
		}
		assert.Contains(t, codes, x.code, name)
	}
	good.Parts[0].Place = "changed"
	assert.Equal(t, ghg.PlaceID("p10 km2"), p.def.Parts[0].Place, "a proxy keeps a copy")
}

func TestBetweenRefuses(t *testing.T) {
	of := func(change func(*ProxyDefinition)) Proxy {
		d := ProxyDefinition{By: ByPopulation, Year: 2020, Source: "register", Quality: ghg.High, Parts: []ProxyPart{
			{Place: "a", Quantity: ghg.MustQuantity("1 명")}, {Place: "b", Quantity: ghg.MustQuantity("2 명")}}}
		change(&d)
		p, err := NewProxy(d)
		require.NoError(t, err)
		return p
	}
	first := of(func(*ProxyDefinition) {})
	for name, o := range map[string]Proxy{
		"one year": first,
		"kind": of(func(d *ProxyDefinition) {
			d.Year, d.By, d.Name = 2022, ByActivity, "x"
		}),
		"number": of(func(d *ProxyDefinition) { d.Year, d.Parts = 2022, d.Parts[:1] }),
		"order":  of(func(d *ProxyDefinition) { d.Year = 2022; d.Parts[0], d.Parts[1] = d.Parts[1], d.Parts[0] }),
	} {
		_, err := first.Between(o, 2021)
		var f ghg.Fault
		require.ErrorAs(t, err, &f, name)
		assert.Equal(t, ghg.FaultMismatch, f.Code)
	}
	_, err := first.Between(Proxy{}, 2021)
	assert.ErrorIs(t, err, ErrNoProxy)
	later := of(func(d *ProxyDefinition) { d.Year, d.Source, d.Quality = 2022, "another", ghg.Low })
	_, err = later.Between(first, 2019)
	var years *ghg.YearError
	assert.ErrorAs(t, err, &years)
	between, err := later.Between(first, 2021)
	require.NoError(t, err)
	assert.Equal(t, "population of 2021, interpolated between 2020 and 2022 (register; another)", between.String())
	assert.Equal(t, ghg.Low, between.def.Quality)
	unrated := of(func(d *ProxyDefinition) { d.Year, d.Quality = 2022, ghg.NoQuality })
	between, err = first.Between(unrated, 2022)
	require.NoError(t, err)
	assert.Equal(t, ghg.NoQuality, between.def.Quality)
	// Weights grow with each step; what is beyond the bounds of a result is refused.
	for i := 2021; err == nil && i < 2100; i++ {
		next := of(func(d *ProxyDefinition) {
			d.Year = i + 10
			d.Parts[0].Quantity = ghg.MustQuantity("12345678901234567.89 명")
		})
		between, err = between.Between(next, i+5)
	}
	assert.ErrorContains(t, err, "out of bounds")
}

// Interpolated shares are the exact ones, by the formula on fractions.
func TestBetweenIsExact(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 9))
	for range 300 {
		n, names := 1+random.IntN(6), []string(nil)
		weights := [2][]string{}
		for i := range n {
			names = append(names, fmt.Sprint("p", i))
			for side := range weights {
				weights[side] = append(weights[side], decimal.New(random.Int64N(500)+int64(max(1-i, 0)), -int32(random.IntN(4))).String())
			}
		}
		years := [2]int{2000, 2001 + random.IntN(20)}
		var proxies [2]Proxy
		var shares [2][]*big.Rat
		for side := range proxies {
			p, err := downProxy(t, names, weights[side])
			require.NoError(t, err)
			p.def.Year = years[side]
			proxies[side] = p
			for _, w := range p.def.weights {
				shares[side] = append(shares[side], new(big.Rat).Quo(w.Rat(), p.def.sum.Rat()))
			}
		}
		year := 2000 + random.IntN(years[1]-1999)
		between, err := proxies[1].Between(proxies[0], year)
		require.NoError(t, err)
		along := big.NewRat(int64(year-2000), int64(years[1]-2000))
		for i, w := range between.def.weights {
			want := new(big.Rat).Sub(shares[1][i], shares[0][i])
			want.Add(want.Mul(want, along), shares[0][i])
			require.Zero(t, want.Cmp(new(big.Rat).Quo(w.Rat(), between.def.sum.Rat())))
		}
	}
}
