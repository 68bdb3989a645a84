package trend

import (
	"fmt"
	"math"

	"github.com/localghg/localghg/ghg"
)

// exactUpTo is the number of figures up to which the p-value of
// [MannKendall] is exact, if no two figures are the same; beyond it, and with
// ties, the normal approximation serves.
const exactUpTo = 49

// Kendall is the test of Mann and Kendall: is there a trend at all? It counts
// in how many pairs of years the later figure is higher, less those where it is
// lower, and asks how often chance alone would give as much.
//
//	S         = Σ sign(y_j - y_i)                                j later than i
//	Variance  = (n(n-1)(2n+5) - Σ t(t-1)(2t+5))/18               t figures tied
//	Z         = (S ∓ 1)/√Variance                                0 for S = 0
//	Tau       = S/√(N(N - T))     tau-b: N = n(n-1)/2 pairs, T of them tied
//
// It takes the figures as independent: autocorrelation makes P too small.
type Kendall struct {
	N        int     `json:"n"`
	S        int     `json:"s"`
	Variance float64 `json:"variance"`
	Z        float64 `json:"z"`   // with continuity correction
	Tau      float64 `json:"tau"` // 0 where all figures are the same
	// P is the two-sided p-value: how probable an S at least as far from 0 is
	// without a trend. It is exact if Exact, else normal, from Z.
	P     float64 `json:"p"`
	Exact bool    `json:"exact"`
}

// MannKendall tests whether there is a trend.
func MannKendall(p Points) (Kendall, error) {
	if p.IsZero() {
		return Kendall{}, errNoPoints
	}
	return kendall(p.def.y), nil
}

func kendall(y []float64) Kendall {
	n := len(y)
	k := Kendall{N: n}
	ties := map[float64]int{}
	for j := range y {
		ties[y[j]]++
		for i := range j {
			switch {
			case y[j] > y[i]:
				k.S++
			case y[j] < y[i]:
				k.S--
			}
		}
	}
	pairs, tied, less := n*(n-1)/2, 0, 0
	for _, t := range ties {
		tied += t * (t - 1) / 2
		less += t * (t - 1) * (2*t + 5)
	}
	k.Variance = float64(n*(n-1)*(2*n+5)-less) / 18
	if tied < pairs {
		k.Tau = float64(k.S) / math.Sqrt(float64(pairs)*float64(pairs-tied))
	}
	switch {
	case k.S > 0:
		k.Z = float64(k.S-1) / math.Sqrt(k.Variance)
	case k.S < 0:
		k.Z = float64(k.S+1) / math.Sqrt(k.Variance)
	}
	if k.Exact = tied == 0 && n <= exactUpTo; k.Exact {
		k.P = exactKendall(n, k.S)
	} else {
		k.P = 2 * normalUpper(math.Abs(k.Z))
	}
	return k
}

// exactKendall is the share of all orders of n different figures whose S is at
// least as far from 0: twice the tail of the distribution of inversions, which
// is built up figure by figure. S = N - 2 × inversions, and S and -S are as
// frequent.
func exactKendall(n, s int) float64 {
	share := []float64{1} // of the orders with 0, 1, … inversions
	for m := 2; m <= n; m++ {
		next := make([]float64, len(share)+m-1)
		for i, p := range share {
			for j := range m { // the m-th figure passes j others
				next[i+j] += p / float64(m)
			}
		}
		share = next
	}
	if s < 0 {
		s = -s
	}
	tail := 0.0
	for i := 0; i <= (n*(n-1)/2-s)/2; i++ {
		tail += share[i]
	}
	return math.Min(1, 2*tail)
}

// Found reports whether there is a trend at a level of confidence: whether P is
// at most 5 % for 95 %. A trend that is not found may be there: with few figures
// the test finds only strong ones.
func (k Kendall) Found(confidence ghg.Share) (bool, error) {
	tail, err := upperTail(confidence)
	return err == nil && k.N > 0 && k.P <= 2*tail, err
}

// String is the test in one line.
func (k Kendall) String() string {
	how := "normal approximation"
	if k.Exact {
		how = "exact"
	}
	return fmt.Sprintf("Mann-Kendall S %d of %d pairs, tau %s, p %s (%s)", k.S, k.N*(k.N-1)/2, figure(k.Tau), figure(k.P), how)
}
