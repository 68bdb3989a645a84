package series_test

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/series"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The findings of an overlap tell what is wrong with it.
func TestOverlapFindings(t *testing.T) {
	y := city(map[int]string{2018: "100 t", 2019: "-50 t", 2020: "60 t"})
	o := series.Overlap{Old: city(map[int]string{2017: "40 t", 2018: "100 t", 2019: "100 t", 2020: "100 t", 2021: "10 t"}), From: 2018,
		To: 2020, Ratio: series.RatioOfSums, Spread: ghg.MustShare("5%")}
	codes := func(o series.Overlap, year int) (out []string) {
		filled, err := series.Fill(y, o, year)
		require.NoError(t, err)
		for _, f := range filled.Findings.All {
			out = append(out, f.Code+" "+f.Severity.String())
			assert.NotEmpty(t, f.DetailKo)
			assert.NotEqual(t, f.Detail, f.DetailKo)
			assert.NotContains(t, f.Detail+f.DetailKo, "%!")
		}
		return out
	}
	assert.Equal(t, []string{"filled note", "ratio-crosses-zero serious"}, codes(o, 2017))
	exactly(t, "14.666666666667", tonnesOf(t, y, o, 2017)) // 40 × 110/300
	several, err := series.Fill(y, o, 2017, 2021)
	require.NoError(t, err)
	assert.Equal(t, 3, several.Findings.Len()) // of the overlap one
	o.From = 2020
	assert.Equal(t, []string{"filled note", "overlap-of-one-year warning"}, codes(o, 2021)) // the old series has 2021: no projection
	filled, err := series.Fill(y, o, 2021)
	require.NoError(t, err)
	f, _ := filled.Yearly.Last()
	assert.Equal(t, ghg.Estimated, f.Status)
	o.From, o.To, o.Ratio = 2018, 2018, series.LeastSquaresRatio
	exactly(t, "40", tonnesOf(t, y, o, 2017))
	// A spread that is just reached is within it: 0.9 to 1.1 is 20 % of 1.
	o = series.Overlap{Old: city(map[int]string{2017: "1 t", 2018: "10 t", 2019: "10 t"}), From: 2018, To: 2019, Ratio: series.MeanOfRatios,
		Spread: ghg.MustShare("20%")}
	y = city(map[int]string{2018: "9 t", 2019: "11 t"})
	assert.Equal(t, []string{"filled note"}, codes(o, 2017))
	o.Spread = ghg.MustShare("19.9%")
	assert.Equal(t, []string{"filled note", "ratios-differ warning"}, codes(o, 2017))
	_, err = series.Overlap{Old: city(map[int]string{2018: "0 t"}), From: 2018, To: 2018, Ratio: 1, Spread: o.Spread}.Ratios(y)
	assert.ErrorContains(t, err, "a ratio to 0")
	_, err = series.Overlap{Old: city(map[int]string{2017: "0 t"}), From: 2017, To: 2017, Ratio: 1, Spread: o.Spread}.Ratios(y)
	assert.ErrorContains(t, err, "no figure for 2017")
}

// A trend that goes through 0 is a Serious finding; 0 and removals are figures.
func TestSigns(t *testing.T) {
	trend := series.Extrapolation{From: 2018, To: 2020, Most: 20, Line: series.Through}
	filled, err := series.Fill(city(map[int]string{2018: "100 t", 2020: "20 t"}), trend, 2021, 2030, 2017)
	require.NoError(t, err)
	var codes []string
	for _, f := range filled.Findings.All {
		codes = append(codes, f.Of[len(f.Of)-4:]+" "+f.Code+" "+f.Severity.String())
	}
	assert.Equal(t, []string{"2017 filled note", "2021 filled warning", "2021 sign-changes serious", "2030 filled warning",
		"2030 sign-changes serious"}, codes)
	level, err := series.Fill(city(map[int]string{2018: "10 t", 2020: "-10 t"}), series.Interpolation{}, 2019)
	require.NoError(t, err)
	assert.Equal(t, 1, level.Findings.Len()) // it is 0
	other := series.Substitution{From: city(map[int]string{2019: "5 t"}), Tolerance: ghg.MustShare("0%")}
	alone, err := series.Fill(city(map[int]string{2018: "-10 t"}), other, 2019)
	require.NoError(t, err)
	assert.Equal(t, 1, alone.Findings.Len()) // it comes of no figure of the series
	assert.Contains(t, alone.Findings.Korean(), "시계열의 수치는 쓰지 않음")
	toZero, err := series.Fill(city(map[int]string{2018: "100 t", 2020: "0 t"}), trend, 2021)
	require.NoError(t, err)
	assert.Equal(t, series.FindingSignChanges, toZero.Findings.All[1].Code)
	// A line of an overlap: 10 → 8 and 20 → 28 is 2x − 12, and 4 is −4.
	line := series.Overlap{Old: city(map[int]string{2017: "4 t", 2018: "10 t", 2019: "20 t"}), From: 2018, To: 2019,
		Ratio: series.LeastSquaresLine, Spread: ghg.MustShare("100%")}
	y := city(map[int]string{2018: "8 t", 2019: "28 t"})
	exactly(t, "-4", tonnesOf(t, y, line, 2017))
	shifted, err := series.Fill(y, line, 2017)
	require.NoError(t, err)
	assert.Equal(t, series.FindingSignChanges, shifted.Findings.All[1].Code)
	assert.Contains(t, shifted.Findings.All[1].Korean(), "4 t")
	f, _ := filled.Yearly.At(2017)
	exactly(t, "140", f.CO2e.Tonnes())
	assert.Equal(t, ghg.Estimated, f.Status)
	exactly(t, "-25", tonnesOf(t, city(map[int]string{2018: "0 t", 2020: "-50 t"}), series.Interpolation{}, 2019))
	people := series.Surrogate{Of: stat(t, map[int]string{2018: "4", 2019: "2"}), Reference: 2018}
	exactly(t, "-4.5", tonnesOf(t, city(map[int]string{2018: "-9 t"}), people, 2019))
}

// A figure is no more final than those of the other series and the surrogate, and names
// their sources.
func TestStatusOfOthers(t *testing.T) {
	y := city(map[int]string{2018: "10 t"})
	old, err := ghg.YearlyFrom(y.Place(), y.View(), y.Metric(), []ghg.OfYear[ghg.Mass]{
		{Year: 2017, Value: ghg.MustMass("4 t"), Status: ghg.Nowcast, Source: "old report"}, {Year: 2018, Value: ghg.MustMass("5 t")}})
	require.NoError(t, err)
	people, err := ghg.NewYears("population", "persons", nil, ghg.OfYear[decimal.Decimal]{Year: 2018, Value: decimal.NewFromInt(1)},
		ghg.OfYear[decimal.Decimal]{Year: 2017, Value: decimal.NewFromInt(1), Status: ghg.Nowcast, Source: "old report"})
	require.NoError(t, err)
	share := ghg.MustShare("100%")
	for _, m := range []series.Method{series.Overlap{Old: old, From: 2018, To: 2018, Ratio: series.MeanOfRatios, Spread: share},
		series.Substitution{From: old, Tolerance: share}, series.Surrogate{Of: people, Reference: 2018}} {
		filled, err := series.Fill(y, m, 2017)
		require.NoError(t, err)
		f := mustAt(t, filled.Yearly, 2017)
		assert.Equal(t, ghg.Nowcast, f.Status, m)
		assert.Contains(t, f.Source, "old report")
	}
}

// A substitute is held against all common years, to the tolerance itself.
func TestSubstitution(t *testing.T) {
	y := city(map[int]string{2018: "100 t", 2020: "0 t"})
	m := series.Substitution{From: city(map[int]string{2018: "80 t", 2019: "-3 t", 2020: "0 t"}), Tolerance: ghg.MustShare("20%")}
	filled, err := series.Fill(y, m, 2019)
	require.NoError(t, err)
	assert.Equal(t, []int{2018, 2020}, filled.Steps[0].Uses)
	exactly(t, "-3", tonnesOf(t, y, m, 2019))
	m.Tolerance = ghg.MustShare("19.99%")
	_, err = series.Fill(y, m, 2019)
	assert.ErrorContains(t, err, "100 and 80 t in 2018")
	many := map[int]string{2019: "1 t"}
	own := map[int]string{}
	for year := 2000; year < 2010; year++ {
		many[year], own[year] = "1 t", "2 t"
	}
	m.From = city(many)
	_, err = series.Fill(city(own), m, 2019)
	assert.ErrorContains(t, err, "and 2 more")
}

// Interpolated, extrapolated and spliced figures are those of exact fractions, rounded once.
func TestAgainstFractions(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 200 {
		a, b := decimal.New(r.Int64N(2e9)-1e9, -3), decimal.New(r.Int64N(2e9)-1e9, -3)
		first, last := 1990+r.IntN(10), 2005+r.IntN(10)
		year := first + 1 + r.IntN(last-first-1)
		y := city(map[int]string{first: a.String() + " t", last: b.String() + " t"})
		want := func(year int) string {
			x := new(big.Rat).Sub(b.Rat(), a.Rat())
			x.Mul(x, big.NewRat(int64(year-last), int64(last-first)))
			return x.Add(x, b.Rat()).FloatString(12)
		}
		exactly(t, want(year), tonnesOf(t, y, series.Interpolation{}, year))
		far := last + 1 + r.IntN(9)
		exactly(t, want(far), tonnesOf(t, y, series.Extrapolation{From: first, To: last, Most: 9, Line: series.Through}, far))
		if b.IsZero() || a.IsZero() {
			continue
		}
		mean := new(big.Rat).Add(new(big.Rat).Quo(a.Rat(), b.Rat()), new(big.Rat).Quo(b.Rat(), a.Rat()))
		mean.Mul(mean, big.NewRat(7, 2))
		y2 := city(map[int]string{first: a.String() + " t", first + 1: b.String() + " t"})
		old2 := city(map[int]string{first: b.String() + " t", first + 1: a.String() + " t", 1980: "7 t"})
		o := series.Overlap{Old: old2, From: first, To: first + 1, Ratio: series.MeanOfRatios, Spread: ghg.MustShare("100%")}
		exactly(t, mean.FloatString(12), tonnesOf(t, y2, o, 1980))
	}
}

// Least squares through figures of a line gives the line, and through others the one with
// the least squares: (0, 0), (1, 3), (2, 3) has slope 3/2 and is 2 at its middle.
func TestLeastSquares(t *testing.T) {
	y := city(map[int]string{2000: "0 t", 2001: "3 t", 2002: "3 t", 2009: "500 t"})
	m := series.Extrapolation{From: 2000, To: 2002, Most: 2, Line: series.LeastSquares}
	filled, err := series.Fill(y, m, 2004)
	require.NoError(t, err)
	f, _ := filled.Yearly.At(2004)
	exactly(t, "6.5", f.CO2e.Tonnes())
	assert.Equal(t, "0.5 + 1.5 × (2004 - 2000), the line of least squares through 3 figures", filled.Steps[0].Arithmetic)
	assert.Equal(t, []int{2000, 2001, 2002}, filled.Steps[0].Uses)
}

// Order of years does not matter, and what was filled is not used.
func TestFillIsOfWhatWasThere(t *testing.T) {
	y := city(map[int]string{2018: "100 t", 2022: "60 t"})
	a, err := series.Fill(y, series.Interpolation{}, 2019, 2020, 2021)
	require.NoError(t, err)
	b, err := series.Fill(y, series.Interpolation{}, 2021, 2019, 2020)
	require.NoError(t, err)
	assert.Equal(t, a.Steps, b.Steps)
	for _, s := range a.Steps {
		assert.Equal(t, []int{2018, 2022}, s.Uses)
	}
	f, _ := a.Yearly.At(2020)
	assert.Contains(t, f.Source, "linear interpolation")
	assert.Contains(t, f.Source, "선형 내삽")
	assert.Contains(t, f.Source, "2018 and 2022")
	assert.Empty(t, f.Parts)
	assert.Equal(t, 2, y.Len()) // as it was
	g, _ := a.Yearly.At(2018)
	assert.Equal(t, ghg.Actual, g.Status)
}
