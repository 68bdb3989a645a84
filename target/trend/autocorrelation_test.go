package trend_test

import (
	"fmt"
	"math"
	"math/rand"
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func korea(t *testing.T) trend.Fit {
	return fitted(t, yearly(t, "KR", ghg.Kilotonne, reals[0].years, reals[0].amounts))
}

// Residuals -0.5, 1, -0.5: Durbin-Watson (1.5² + 1.5²)/1.5 = 3, r1 = -1/1.5.
func TestAutocorrelationByHand(t *testing.T) {
	f := fitted(t, tonnesFrom(t, 2018, "10", "7", "1"))
	a, ok := f.Autocorrelation()
	require.True(t, ok)
	near(t, 3, a.DurbinWatson, 1e-13)
	near(t, -2.0/3, a.Lag1, 1e-13)
	near(t, 15, a.EffectiveSize, 1e-12)
	assert.True(t, a.Regular)
	assert.Equal(t, 3, a.N)
	assert.Zero(t, f.Findings().Len())
	// What pulls to and fro makes no interval narrower.
	adjusted, err := f.Adjusted()
	require.NoError(t, err)
	assert.Equal(t, f.ResidualSD(), adjusted.ResidualSD())
	assert.Equal(t, f.SlopeSE(), adjusted.SlopeSE())
	assert.Equal(t, f.DF(), adjusted.DF())
}

func TestAdjustedByFormula(t *testing.T) {
	f := korea(t)
	g, err := f.Adjusted()
	require.NoError(t, err)
	assert.False(t, f.IsAdjusted())
	assert.True(t, g.IsAdjusted())
	assert.Equal(t, f.Slope(), g.Slope())
	r1, n := reals[0].r1, 29.0
	ne := n * (1 - r1) / (1 + r1)
	near(t, ne-2, g.DF(), 1e-10)
	ssr := reals[0].sd * reals[0].sd * 27 * 1e6
	s2 := ssr / (ne - 2)
	sxx := n * (n*n - 1) / 12
	near(t, math.Sqrt(s2/sxx), g.SlopeSE(), 1e-9)
	near(t, math.Sqrt(s2*ne/n), g.ResidualSD(), 1e-9)
	i, err := g.Confidence(2030, sure)
	require.NoError(t, err)
	d := 1/n + 26.0*26/sxx
	near(t, math.Sqrt(s2*d), i.SE, 1e-9)
	i, err = g.Prediction(2030, sure)
	require.NoError(t, err)
	near(t, math.Sqrt(s2*(ne/n+d)), i.SE, 1e-9)
	// R 4.2.2: qt(0.975, 29 * (1 - r1)/(1 + r1) - 2)
	near(t, 2.40428913305, (i.High-i.Fit)/i.SE, 1e-8)
	plain, err := f.Prediction(2030, sure)
	require.NoError(t, err)
	assert.Greater(t, i.High, plain.High)

	assert.Equal(t, []string{trend.FindingAutocorrelated}, codes(f.Findings()))
	assert.Equal(t, "KR", f.Findings().All[0].Of)
	assert.Equal(t, ghg.Warning, f.Findings().All[0].Severity)
	assert.Contains(t, f.Findings().String(),
		"29 figures say as much as 8.47212 independent ones, and the intervals of least squares are too narrow")
	assert.Equal(t, ghg.Note, g.Findings().All[0].Severity)
	assert.Contains(t, g.Findings().String(), "and the intervals are adjusted for it")
}

func TestAdjustedRefused(t *testing.T) {
	// One arch: r1 so high that nothing is left.
	var amounts []string
	for i := range 20 {
		amounts = append(amounts, strconv.Itoa(i*(19-i)))
	}
	arch := fitted(t, tonnesFrom(t, 2000, amounts...))
	_, err := arch.Adjusted()
	var few *trend.EffectiveSizeError
	require.ErrorAs(t, err, &few)
	assert.Equal(t, ghg.PlaceID("Daegu"), few.Place)
	assert.Equal(t, 20, few.N)
	assert.Less(t, few.EffectiveSize, 3.0)
	assert.ErrorContains(t, err, "Daegu: 20 figures with a lag-1 autocorrelation of ")

	gap := fitted(t, yearly(t, "Daegu", ghg.Tonne, []int{2010, 2011, 2013, 2014}, []string{"9", "8", "8.5", "7"}))
	_, err = gap.Adjusted()
	assert.ErrorIs(t, err, trend.ErrIrregularYears)
	assert.Equal(t, []string{trend.FindingIrregularYears}, codes(gap.Findings()))
	assert.Equal(t, "Daegu", gap.Findings().All[0].Of)
	every5 := fitted(t, yearly(t, "Daegu", ghg.Tonne, []int{2000, 2005, 2010, 2015}, []string{"9", "8", "8.5", "7"}))
	_, err = every5.Adjusted()
	assert.NoError(t, err, "steps as wide are regular")
	assert.Zero(t, every5.Findings().Len())
}

// A lag-1 autocorrelation above 0.2 is warned of: there 3n/2 figures say as much
// as n. One figure moved a little makes the difference.
func TestAutocorrelationWarning(t *testing.T) {
	for amount, warned := range map[string]bool{"4": false, "3.8": true} {
		f := fitted(t, tonnesFrom(t, 2010, "0", amount, "3", "1", "-2", "-3", "0", "1"))
		a, ok := f.Autocorrelation()
		require.True(t, ok)
		assert.Equal(t, warned, a.Lag1 > 0.2, a)
		assert.Equal(t, warned, a.EffectiveSize < 8*2.0/3, a)
		assert.Equal(t, warned, f.Findings().Len() == 1, a)
	}
}

// How often the intervals hold for autocorrelated figures whose line is known:
// plain ones far less often than they say, adjusted ones near to it.
func TestAdjustedCoverage(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	const rounds, n, rho = 400, 40, 0.5
	var plain, adjusted, total, all int
	for range rounds {
		amounts := make([]string, n)
		e := r.NormFloat64() / math.Sqrt(1-rho*rho)
		for i := range amounts {
			amounts[i] = strconv.FormatFloat(1000-10*float64(i)+e, 'f', 9, 64)
			e = rho*e + r.NormFloat64()
		}
		f := fitted(t, tonnesFrom(t, 1981, amounts...))
		i, err := f.SlopeInterval(sure)
		require.NoError(t, err)
		if i.Low <= -10 && -10 <= i.High {
			plain++
		}
		g, err := f.Adjusted()
		if err != nil {
			continue
		}
		all++
		i, err = g.SlopeInterval(sure)
		require.NoError(t, err)
		if i.Low <= -10 && -10 <= i.High {
			adjusted++
		}
		i, err = g.Prediction(2030, sure)
		require.NoError(t, err)
		if y := 1000 - 10*49.0 + r.NormFloat64()/math.Sqrt(1-rho*rho); i.Low <= y && y <= i.High {
			total++
		}
	}
	require.Greater(t, all, rounds*95/100)
	assert.Less(t, float64(plain)/rounds, 0.80)
	assert.Greater(t, float64(adjusted)/float64(all), 0.89)
	assert.Greater(t, float64(total)/float64(all), 0.91)
	assert.Less(t, float64(total)/float64(all), 0.98)
}

// The country's emissions of 1990 to 2018 rise along a line, with booms and a
// crisis: residuals of one year say much of the next.
func ExampleAutocorrelation() {
	points, _ := trend.Choose(koreaSeries(), trend.AllYears, ghg.Actual)
	fit, err := trend.LeastSquares(points)
	if err != nil {
		fmt.Println(err)
		return
	}
	a, _ := fit.Autocorrelation()
	fmt.Println(a)
	wider, err := fit.Adjusted()
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, f := range []trend.Fit{fit, wider} {
		i, _ := f.SlopeInterval(ghg.MustShare("95%"))
		fmt.Println(i)
	}
	// Output:
	// Durbin-Watson 0.740942, lag-1 autocorrelation 0.547818, effective sample size 8.47212 of 29
	// slope a year: 14668400, 95% confidence 13486500 to 15850200 tCO2e
	// slope a year: 14668400, 95% confidence 11839700 to 17497000 tCO2e
}

func koreaSeries() ghg.Yearly {
	var amounts []string
	for _, a := range reals[0].amounts {
		amounts = append(amounts, a+" kt")
	}
	return example("KR", published, 1990, amounts...)
}
