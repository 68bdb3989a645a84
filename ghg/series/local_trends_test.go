package series_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/series"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func testLocalTrendVector(t *testing.T, v vector) {
	in := unpack[struct {
		Fill   json.Number
		Length int `json:"trend_length"`
	}](t, v.Input)
	want := unpack[struct {
		Factors []string
		Values  []json.Number `json:"gap_values"`
	}](t, v.Expected)
	y, s := map[int]string{}, map[int]string{}
	for i := range in.Length {
		y[2000+i], y[2002+in.Length+i] = "1 t", "3 t"
	}
	for i := range 2 + 2*in.Length {
		s[2000+i] = in.Fill.String()
	}
	first := 2000 + in.Length
	filled, err := series.Fill(city(y), series.LocalTrends{Of: stat(t, s), TrendYears: in.Length}, first, first+1)
	require.NoError(t, err)
	for i, n := range want.Values {
		exactly(t, n.String(), mustAt(t, filled.Yearly, first+i).CO2e.Tonnes())
		ratio, _ := new(big.Rat).SetString(want.Factors[i])
		assert.Contains(t, filled.Steps[i].Arithmetic, ratio.FloatString(1)+" = ")
	}
}

// lineAt is the least-squares line through values of the years from a first one on, in a
// year: Σ yᵢ × (1/n + (t − t̄)(tᵢ − t̄)/Σ(tⱼ − t̄)²).
func lineAt(values []*big.Rat, first, year int) *big.Rat {
	n := int64(len(values))
	mean := big.NewRat(2*int64(first)+n-1, 2)
	from := func(year int) *big.Rat { return new(big.Rat).Sub(big.NewRat(int64(year), 1), mean) }
	squares, out := new(big.Rat), new(big.Rat)
	for i := range values {
		squares.Add(squares, new(big.Rat).Mul(from(first+i), from(first+i)))
	}
	for i, v := range values {
		w := new(big.Rat).Mul(from(year), from(first+i))
		w.Quo(w, squares).Add(w, big.NewRat(1, n))
		out.Add(out, w.Mul(w, v))
	}
	return out
}

// What fills a gap is what the equations of the documentation come to, to the last digit, or
// it is refused where they come to nothing.
func TestLocalTrendsAgainstFractions(t *testing.T) {
	r := rand.New(rand.NewPCG(12, 7))
	filledOnes, refusedOnes := 0, 0
	for range 400 {
		n, gap, first := 2+r.IntN(5), 1+r.IntN(4), 1990+r.IntN(9)
		a, b := first+n-1, first+n+gap
		y, s := map[int]string{}, map[int]string{}
		var before, after, sBefore, sAfter []*big.Rat
		rat := func(d decimal.Decimal) *big.Rat { return d.Rat() }
		for year := first; year < b+n; year++ {
			v := decimal.New(r.Int64N(1000), -int32(r.IntN(3)))
			s[year] = v.String()
			if year > a && year < b {
				continue
			}
			f := decimal.New(1+r.Int64N(5000), -int32(r.IntN(4)))
			y[year] = f.String() + " t"
			if year <= a {
				before, sBefore = append(before, rat(f)), append(sBefore, rat(v))
			} else {
				after, sAfter = append(after, rat(f)), append(sAfter, rat(v))
			}
		}
		year := a + 1 + r.IntN(gap)
		filled, err := series.Fill(city(y), series.LocalTrends{Of: stat(t, s), TrendYears: n}, year)
		ends := []*big.Rat{lineAt(before, first, a+1), lineAt(sBefore, first, a+1), lineAt(after, b, b-1), lineAt(sAfter, b, b-1)}
		undefined := false
		for _, e := range ends {
			undefined = undefined || e.Sign() <= 0
		}
		if undefined {
			refusedOnes++
			var fault ghg.Fault
			require.ErrorAs(t, err, &fault)
			assert.Equal(t, series.FaultNoRatio, fault.Code)
			continue
		}
		filledOnes++
		require.NoError(t, err)
		left, right := new(big.Rat).Quo(ends[0], ends[1]), new(big.Rat).Quo(ends[2], ends[3])
		share := big.NewRat(1, 2)
		if gap > 1 {
			share.SetFrac64(int64(year-a-1), int64(gap-1))
		}
		k := left.Add(left, share.Mul(share, right.Sub(right, left)))
		here, _ := new(big.Rat).SetString(s[year])
		exactly(t, k.Mul(k, here).FloatString(12), mustAt(t, filled.Yearly, year).CO2e.Tonnes())
	}
	assert.Greater(t, filledOnes, 100)
	assert.Greater(t, refusedOnes, 50)
}

// A series that is in step with the statistic stays so, whatever unit that is in.
func TestLocalTrendsInStep(t *testing.T) {
	s := map[int]string{2015: "3", 2016: "5", 2017: "9", 2018: "7", 2019: "8", 2020: "11", 2021: "2"}
	for _, k := range []int{1, 7, -2} {
		y, times := map[int]string{}, map[int]string{}
		for year, v := range s {
			n, _ := strconv.Atoi(v)
			times[year] = strconv.Itoa(1000 * n)
			if year != 2018 && year != 2017 {
				y[year] = strconv.Itoa(k*n) + " t"
			}
		}
		for _, of := range []map[int]string{s, times} {
			m := series.LocalTrends{Of: stat(t, of), TrendYears: 2}
			exactly(t, strconv.Itoa(9*k), tonnesOf(t, city(y), m, 2017))
			exactly(t, strconv.Itoa(7*k), tonnesOf(t, city(y), m, 2018))
		}
	}
}

// A statistic of 0 within the gap is no emission there.
func TestLocalTrendsOfNothing(t *testing.T) {
	s := stat(t, map[int]string{2015: "3", 2016: "3", 2017: "0", 2018: "3", 2019: "3"})
	y := city(map[int]string{2015: "6 t", 2016: "6 t", 2018: "9 t", 2019: "9 t"})
	exactly(t, "0", tonnesOf(t, y, series.LocalTrends{Of: s, TrendYears: 2}, 2017))
}

func TestLocalTrendsRefuse(t *testing.T) {
	flat := map[int]string{}
	for year := 2010; year < 2021; year++ {
		flat[year] = "4"
	}
	with := func(changes map[int]string) map[int]string {
		out := map[int]string{}
		for year, v := range flat {
			out[year] = v
		}
		for year, v := range changes {
			if out[year] = v; v == "" {
				delete(out, year)
			}
		}
		return out
	}
	gap := map[int]string{2014: "", 2015: ""}
	for name, c := range map[string]struct {
		y, s map[int]string
		n    int
		says string
	}{
		"one year":             {gap, nil, 1, "a trend is of 2 to 100 years"},
		"too many":             {gap, nil, 101, "a trend is of 2 to 100 years"},
		"before the first":     {map[int]string{2010: "", 2011: "", 2012: "", 2013: "", 2014: ""}, nil, 2, "on both sides"},
		"the series lacks":     {map[int]string{2014: "", 2012: ""}, nil, 3, "Garam: no figure for 2012"},
		"the series ends":      {gap, nil, 6, "Garam: no figure for 2008"},
		"the statistic lacks":  {gap, map[int]string{2017: ""}, 3, "no figure for 2017"},
		"nothing for the gap":  {gap, map[int]string{2014: ""}, 3, "no figure for 2014"},
		"statistic below 0":    {gap, map[int]string{2017: "-1"}, 3, "0 or more is needed"},
		"statistic of 0":       {gap, map[int]string{2012: "0", 2013: "0"}, 2, "the line of 2012 to 2013 in 2014: it must be more than 0"},
		"statistic falls to 0": {gap, map[int]string{2012: "4", 2013: "2"}, 2, "trend \"0\": the line of 2012 to 2013 in 2014"},
		"statistic falls away": {gap, map[int]string{2016: "1", 2017: "9"}, 2, "trend \"-7\": the line of 2016 to 2017 in 2015"},
		"series falls to 0":    {map[int]string{2014: "", 2012: "4", 2013: "2"}, nil, 2, "trend \"0\": the line of 2012 to 2013 in 2014"},
		"series goes through 0": {map[int]string{2014: "", 2015: "1", 2016: "9"}, nil, 2,
			"trend \"-7\": the line of 2015 to 2016 in 2014: it is of another sign than the figure of 2012, 4 t"},
		"a sink becomes none": {map[int]string{2014: "", 2012: "-4", 2013: "-4"}, nil, 2, "another sign than the figure of 2015"},
	} {
		t.Run(name, func(t *testing.T) {
			y := map[int]string{}
			for year, v := range with(c.y) {
				y[year] = v + " t"
			}
			_, err := series.Fill(city(y), series.LocalTrends{Of: stat(t, with(c.s)), TrendYears: c.n}, 2014)
			assert.ErrorContains(t, err, c.says)
		})
	}
	var faults ghg.Faults
	_, err := series.Fill(city(map[int]string{2018: "1 t"}), series.LocalTrends{}, 2019)
	require.True(t, errors.As(err, &faults))
	assert.Len(t, faults.All, 2)
}

// Records are filled each by itself, and a key beside the gap leads to nothing.
func TestLocalTrendsOfCategory(t *testing.T) {
	gas := func(n int) ghg.Record {
		return ghg.Record{Gas: ghg.CO2, Fuel: "gas", Value: ghg.Emitted(ghg.MustMass(fmt.Sprint(n) + " t"))}
	}
	people := stat(t, map[int]string{2015: "1", 2016: "2", 2017: "4", 2018: "4", 2019: "5"})
	method := series.LocalTrends{Of: people, TrendYears: 2}
	all := []ghg.Inventory{inventory(2015, gas(10)), inventory(2016, gas(20)), inventory(2018, gas(80)), inventory(2019, gas(100))}
	filled, err := series.FillCategory(all, "I.1.1", 2017, method) // 30/3 and 60/3
	require.NoError(t, err)
	require.Len(t, filled.Records, 1)
	assert.Equal(t, "60 t", filled.Records[0].Value.String())
	assert.Contains(t, filled.Records[0].Evidence.Source(), "yearbook")
	all[1] = inventory(2016, ghg.Record{Gas: ghg.CO2, Fuel: "gas", Value: ghg.KeyedAsFound(ghg.NO, "closed")})
	_, err = series.FillCategory(all, "I.1.1", 2017, method)
	var key *series.KeyError
	assert.ErrorAs(t, err, &key)
}
