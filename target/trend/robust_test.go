package trend_test

import (
	"fmt"
	"math"
	"math/rand"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Four figures by hand: 10, 8, 9, 3 in 2018, 2019, 2020, 2024. The six slopes
// are -2, -1/2, -7/6, 1, -1, -3/2; their median -13/12. What it leaves from
// 2018 on, 10, 109/12, 134/12, 114/12, has the median 117/12.
func TestTheilSenByHand(t *testing.T) {
	l, err := trend.TheilSen(choose(t, yearly(t, "Daegu", ghg.Tonne, []int{2018, 2019, 2020, 2024}, []string{"10", "8", "9", "3"})))
	require.NoError(t, err)
	near(t, -13.0/12, l.Slope(), 1e-15)
	near(t, 117.0/12, l.At(2018), 1e-13)
	near(t, 117.0/12+2018*13.0/12, l.Intercept(), 1e-14)
	assert.Equal(t, 2024, l.Last())
	assert.Equal(t, "Theil-Sen, 4 figures, 2018 to 2024 (actual)", l.Source())
}

// Slopes do not hang on the order of pairs, and the median of three figures is
// the middle one of three slopes.
func TestTheilSenOracle(t *testing.T) {
	r := rand.New(rand.NewSource(3))
	for range 50 {
		n := 3 + r.Intn(12)
		x, y := make([]float64, n), make([]float64, n)
		for i := range x {
			x[i] = float64(1990 + 2*i + r.Intn(2))
			y[i] = 1000*r.Float64() - 20*float64(i)
		}
		slope := trend.SenOf(x, y)
		above, below := 0, 0
		for i := range x {
			for j := range i {
				switch s := (y[i] - y[j]) / (x[i] - x[j]); {
				case s > slope:
					above++
				case s < slope:
					below++
				}
			}
		}
		assert.Equal(t, above, below)
	}
}

// The smallest sum of absolute deviations, against a search over slopes: for a
// given slope the best intercept is the median of what it leaves, and the sum
// is convex in the slope.
func TestLeastAbsoluteOracle(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for round := range 40 {
		n := 3 + r.Intn(15)
		x, y := make([]float64, n), make([]float64, n)
		for i := range x {
			x[i] = float64(1990 + i)
			y[i] = math.Round(1000*r.Float64()) - 20*float64(i)
			if round%2 == 0 { // whole steps make many lines equally good
				y[i] = float64(r.Intn(4))
			}
		}
		sum := func(slope float64) float64 {
			left := make([]float64, n)
			for i := range x {
				left[i] = y[i] - slope*(x[i]-x[0])
			}
			sorted := slices.Clone(left)
			slices.Sort(sorted)
			s := 0.0
			for _, v := range left {
				s += math.Abs(v - sorted[n/2])
			}
			return s
		}
		low, high, least := trend.AbsoluteOf(x, y)
		a, b := -3000.0, 3000.0
		for range 200 {
			p, q := a+(b-a)/3, b-(b-a)/3
			if sum(p) <= sum(q) {
				b = q
			} else {
				a = p
			}
		}
		within(t, sum(a), least, 1e-6)
		assert.LessOrEqual(t, low, high)
		within(t, least, sum(low), 1e-9)
		within(t, least, sum(high), 1e-9)
		within(t, least, sum((low+high)/2), 1e-9)
		assert.Greater(t, sum(low-0.01), least+1e-9)
		assert.Greater(t, sum(high+0.01), least+1e-9)
	}
	// Figures on one line, and all the same.
	low, high, least := trend.AbsoluteOf([]float64{2018, 2019, 2020}, []float64{0.3, 0.2, 0.1})
	within(t, -0.1, low, 1e-15)
	within(t, -0.1, high, 1e-15)
	within(t, 0, least, 1e-15)
	low, high, least = trend.AbsoluteOf([]float64{2018, 2019, 2020}, []float64{7, 7, 7})
	assert.Equal(t, []float64{0, 0, 0}, []float64{low, high, least})
}

// With four figures a range of slopes may fit equally well. No program is
// wrong that gives another of them; it should say so.
func ExampleLeastAbsolute() {
	points, _ := trend.Choose(example("Kiruna", published, 2020, "10 t", "9 t", "9 t", "6 t"), trend.AllYears, ghg.Actual)
	fit, err := trend.LeastAbsolute(points)
	fmt.Println(fit, err)
	fmt.Println(fit.IsUnique(), fit.Line.Slope())
	three, _ := trend.Choose(example("Kiruna", published, 2020, "10 t", "9 t", "6 t"), trend.AllYears, ghg.Actual)
	fit, _ = trend.LeastAbsolute(three)
	fmt.Println(fit)
	// Output:
	// -1.25 tCO2e a year (any slope from -1.5 to -1 fits as well) <nil>
	// false -1.25
	// -2 tCO2e a year
}

func ExampleAbsoluteFit() {
	points, _ := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	fit, err := trend.LeastAbsolute(points)
	fmt.Println(fit, err)
	fmt.Printf("%.0f\n", fit.Deviation)
	// Output:
	// -161500 tCO2e a year <nil>
	// 1055100
}
