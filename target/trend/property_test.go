package trend_test

import (
	"math"
	"math/rand"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// figures without unit are the same whatever unit the masses came in, and all
// others follow it.
func TestUnits(t *testing.T) {
	r := rand.New(rand.NewSource(11))
	for range 60 {
		n := 3 + r.Intn(20)
		years, amounts := make([]int, n), make([]string, n)
		year := 1990
		for i := range amounts {
			year += 1 + r.Intn(3)
			years[i] = year
			amounts[i] = strconv.FormatFloat(5000-60*float64(i)+900*r.Float64(), 'f', 3, 64)
		}
		a := fitted(t, yearly(t, "Daegu", ghg.Kilotonne, years, amounts))
		b := fitted(t, yearly(t, "Daegu", ghg.Megatonne, years, amounts))
		const rel = 1e-9
		near(t, a.Slope()*1000, b.Slope(), rel)
		ra, _ := a.RSquared()
		rb, _ := b.RSquared()
		near(t, ra, rb, rel)
		ka, err := trend.MannKendall(a.Points())
		require.NoError(t, err)
		kb, err := trend.MannKendall(b.Points())
		require.NoError(t, err)
		assert.Equal(t, ka, kb)
		pa, err := a.Probability(level("4000", ghg.Kilotonne), 2080)
		require.NoError(t, err)
		pb, err := b.Probability(level("4000", ghg.Megatonne), 2080)
		require.NoError(t, err)
		within(t, pa.Value, pb.Value, 1e-9)
		aa, err := a.Attainment(level("1000", ghg.Kilotonne), sure)
		require.NoError(t, err)
		ab, err := b.Attainment(level("1000", ghg.Megatonne), sure)
		require.NoError(t, err)
		assert.Equal(t, []int{aa.FirstYear, aa.Earliest, aa.Latest}, []int{ab.FirstYear, ab.Earliest, ab.Latest})
		assert.Equal(t, aa.Answer, ab.Answer)
		// Bounds and line keep their order, and the mean point lies on the line.
		i, err := a.Prediction(2040, sure)
		require.NoError(t, err)
		c, err := a.Confidence(2040, sure)
		require.NoError(t, err)
		assert.True(t, i.Low < c.Low && c.Low < c.Fit && c.Fit < c.High && c.High < i.High)
		sum, weighted := 0.0, 0.0
		for y, e := range a.Residuals() {
			sum += e
			weighted += e * float64(y-2010)
		}
		within(t, 0, sum, 1e-6)
		within(t, 0, weighted, 1e-4)
	}
}

// Whatever a series holds, a trend answers or refuses, and answers no NaN.
func FuzzTrend(f *testing.F) {
	f.Add(1e6, 9e5, 8e5, 7e5, 5e5, uint8(1))
	f.Add(0.0, 0.0, 0.0, 0.0, 0.0, uint8(1))
	f.Add(1e37, -1e37, 1e-30, 0.1, 0.0, uint8(90))
	f.Add(1e-30, 2e-30, 3e-30, 5e-30, 0.0, uint8(3))
	f.Add(1.0, 1.0000000000000002, 1.0, 1.0, 1e300, uint8(2))
	f.Fuzz(func(t *testing.T, a, b, c, d, limit float64, step uint8) {
		var figures []ghg.YearFigure
		amount := func(v float64) (ghg.CO2e, bool) {
			c, err := ghg.ParseCO2e(strconv.FormatFloat(v, 'g', -1, 64) + " tCO2e")
			return c, err == nil
		}
		for i, v := range []float64{a, b, c, d} {
			c, ok := amount(v)
			if !ok {
				return
			}
			figures = append(figures, ghg.YearFigure{Year: 1900 + i*(int(step)%100+1), CO2e: c, Vintage: 1})
		}
		s, err := ghg.NewYearly("Daegu", published, ghg.Unstated, figures)
		require.NoError(t, err)
		p, err := trend.Choose(s, trend.AllYears, ghg.Actual)
		require.NoError(t, err)
		fit, err := trend.LeastSquares(p)
		require.NoError(t, err)
		finite := func(values ...float64) {
			for _, v := range values {
				if math.IsNaN(v) || math.IsInf(v, 0) {
					t.Fatalf("%v of %v", values, figures)
				}
			}
		}
		sen, err := trend.TheilSen(p)
		require.NoError(t, err)
		lad, err := trend.LeastAbsolute(p)
		require.NoError(t, err)
		k, err := trend.MannKendall(p)
		require.NoError(t, err)
		finite(fit.Slope(), fit.Intercept(), fit.SlopeSE(), fit.InterceptSE(), fit.ResidualSD(), sen.Slope(), sen.Intercept(),
			lad.SlopeLow, lad.SlopeHigh, lad.Line.Slope(), lad.Deviation, k.Z, k.Tau, k.P)
		if lad.SlopeLow > lad.SlopeHigh || k.P < 0 || k.P > 1 {
			t.Fatal(lad, k)
		}
		fits := []trend.Fit{fit}
		if wider, err := fit.Adjusted(); err == nil {
			fits = append(fits, wider)
		}
		for _, fit := range fits {
			i, err := fit.Prediction(2300, sure)
			require.NoError(t, err)
			finite(i.Low, i.High, i.SE)
			if !(i.Low <= i.Fit && i.Fit <= i.High) {
				t.Fatal(i)
			}
			c, ok := amount(limit)
			if !ok {
				continue
			}
			q, err := fit.Probability(c, 2300)
			require.NoError(t, err)
			at, err := fit.Attainment(c, sure)
			require.NoError(t, err)
			finite(q.Value, at.Year)
			if q.Value < 0 || q.Value > 1 || at.Earliest > at.Latest && at.Latest > 0 || at.Answer == trend.NoAnswer {
				t.Fatal(q, at)
			}
			_ = fit.Details() + q.Details() + at.String()
		}
	})
}
