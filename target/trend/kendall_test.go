package trend_test

import (
	"fmt"
	"math"
	"math/big"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/trend"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// With ties, and with more figures than the exact distribution serves, the
// p-value is the normal one. R 4.2.2: cor.test(1:n, y, method = "kendall", exact
// = FALSE, continuity = TRUE).
func TestKendallNormal(t *testing.T) {
	k := trend.KendallOf([]float64{5, 3, 3, 2, 2, 2, 1, 4})
	assert.False(t, k.Exact)
	near(t, -0.462910049886276, k.Tau, 1e-13)
	near(t, -1.41226962528601, k.Z, 1e-13)
	near(t, 0.157870586500368, k.P, 1e-12)
	// 28 pairs, of which 1 + 3 are tied; 8·7·21 - 2·1·9 - 3·2·11 = 1092.
	near(t, 1092.0/18, k.Variance, 1e-15)

	long := make([]float64, 60)
	for i := range long {
		x := float64(i + 1)
		long[i] = -x + 30*math.Sin(x*1.7)
	}
	k = trend.KendallOf(long)
	assert.False(t, k.Exact)
	near(t, -0.43728813559322, k.Tau, 1e-12)
	near(t, -4.93013837602756, k.Z, 1e-13)
	near(t, 8.21713915922036e-07, k.P, 1e-12)
}

// The largest series with an exact p-value. R 4.2.2: cor.test.
func TestKendallExactLimit(t *testing.T) {
	y := make([]float64, trend.ExactUpTo)
	for i := range y {
		x := float64(i + 1)
		y[i] = -x/4 + 30*math.Sin(x*1.7)
	}
	k := trend.KendallOf(y)
	assert.True(t, k.Exact)
	near(t, -0.125850340136054, k.Tau, 1e-12)
	near(t, 0.206280612829431, k.P, 1e-12)
	assert.False(t, trend.KendallOf(append(y, 1000)).Exact)
}

// Every order of seven figures, counted.
func TestExactKendallByCounting(t *testing.T) {
	const n = 7
	atLeast := map[int]int{} // orders with |S| of at least
	total := 0
	var permute func([]float64, int)
	permute = func(y []float64, from int) {
		if from == n {
			total++
			s := trend.KendallOf(y).S
			for a := 0; a <= max(s, -s); a++ {
				atLeast[a]++
			}
			return
		}
		for i := from; i < n; i++ {
			y[from], y[i] = y[i], y[from]
			permute(y, from+1)
			y[from], y[i] = y[i], y[from]
		}
	}
	permute([]float64{1, 2, 3, 4, 5, 6, 7}, 0)
	require.Equal(t, 5040, total)
	for _, y := range [][]float64{{1, 2, 3, 4, 5, 6, 7}, {7, 6, 4, 5, 3, 2, 1}, {2, 1, 4, 3, 6, 5, 7}, {3, 1, 7, 2, 6, 4, 5},
		{4, 5, 6, 7, 1, 2, 3}} {
		k := trend.KendallOf(y)
		near(t, float64(atLeast[max(k.S, -k.S)])/5040, k.P, 1e-13, y)
	}
	// An even number of pairs has S = 0 with p = 1, not more.
	k := trend.KendallOf([]float64{2, 4, 1, 3})
	assert.Equal(t, 0, k.S)
	assert.Equal(t, 1.0, k.P)
	assert.Equal(t, 0.0, k.Z)
}

// Where R loses all digits, exact fractions give the p-value: of 29! orders, as
// many have at most 8 inversions as the coefficients of ∏(1 + q + … + q^(m-1))
// say.
func TestExactKendallOracle(t *testing.T) {
	f := fitted(t, yearly(t, "KR", ghg.Kilotonne, reals[0].years, reals[0].amounts))
	k, err := trend.MannKendall(f.Points())
	require.NoError(t, err)
	require.Equal(t, 390, k.S) // of 406 pairs: 8 inversions
	count := []*big.Int{big.NewInt(1)}
	for m := 2; m <= 29; m++ {
		next := make([]*big.Int, len(count)+m-1)
		for i := range next {
			next[i] = new(big.Int)
			for j := max(0, i-m+1); j <= min(i, len(count)-1); j++ {
				next[i].Add(next[i], count[j])
			}
		}
		count = next
	}
	tail := new(big.Int)
	for _, c := range count[:9] {
		tail.Add(tail, c)
	}
	all := new(big.Int).MulRange(1, 29)
	want, _ := new(big.Rat).SetFrac(tail.Lsh(tail, 1), all).Float64()
	near(t, want, k.P, 1e-12)
}

func TestKendallEdges(t *testing.T) {
	same := trend.KendallOf([]float64{3, 3, 3})
	assert.Equal(t, trend.Kendall{N: 3, P: 1}, same)
	_, err := trend.MannKendall(trend.Points{})
	assert.ErrorContains(t, err, "no points given")
	k := trend.Kendall{N: 5, P: 0.05}
	found, err := k.Found(sure)
	assert.True(t, found)
	assert.NoError(t, err)
	k.P = 0.0501
	found, _ = k.Found(sure)
	assert.False(t, found)
	found, _ = trend.Kendall{}.Found(sure)
	assert.False(t, found)
	found, err = k.Found(ghg.Share{})
	assert.False(t, found)
	assert.ErrorContains(t, err, "name a level of confidence")
}

func ExampleMannKendall() {
	points, err := trend.Choose(gyeongnam(), trend.AllYears, ghg.Actual)
	if err != nil {
		fmt.Println(err)
		return
	}
	k, _ := trend.MannKendall(points)
	fmt.Println(k)
	found, _ := k.Found(ghg.MustShare("95%"))
	sterner, _ := k.Found(ghg.MustShare("99%"))
	fmt.Println(found, sterner)
	// Output:
	// Mann-Kendall S -15 of 21 pairs, tau -0.714286, p 0.0301587 (exact)
	// true false
}
