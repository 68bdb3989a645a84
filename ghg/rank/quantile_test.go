package rank_test

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExamplePeers_Quantile() {
	peers := electricity()
	for _, rule := range []rank.QuantileRule{rank.InverseCDF, rank.AveragedCDF, rank.ExclusiveQuantile, rank.InclusiveQuantile} {
		q, err := peers.Quantile(ghg.MustShare("20%"), rule)
		fmt.Println(rule, q, err)
	}
	// Output:
	// inverse CDF (type 1) 254.5 <nil>
	// averaged CDF (type 2) 314.61 <nil>
	// exclusive (type 6) 278.544 <nil>
	// inclusive (type 7) 350.676 <nil>
}

// TestQuantilesAgainstR holds quantiles against R 4.2.2, quantile(x, p, type).
func TestQuantilesAgainstR(t *testing.T) {
	at := []string{"0%", "10%", "25%", "40%", "50%", "75%", "90%", "100%"}
	for rule, want := range map[rank.QuantileRule][]string{
		rank.InverseCDF:        {"1.2", "1.2", "2.4", "2.4", "2.4", "5", "7.75", "7.75"},
		rank.AveragedCDF:       {"1.2", "1.2", "2.4", "2.4", "2.75", "5", "7.75", "7.75"},
		rank.ExclusiveQuantile: {"1.2", "1.2", "2.4", "2.4", "2.75", "5", "7.75", "7.75"},
		rank.InclusiveQuantile: {"1.2", "2.04", "2.4", "2.4", "2.75", "5", "5.825", "7.75"},
	} {
		p := peersOf(rate, list...)
		for i, want := range want {
			got, err := p.Quantile(ghg.MustShare(at[i]), rule)
			require.NoError(t, err)
			assert.True(t, got.Equal(dec(want)), "%s at %s: %s, not %s", rule, at[i], got, want)
		}
	}
}

// FuzzQuantile holds quantiles of three values between the least and the
// greatest, and against exact fractions.
func FuzzQuantile(f *testing.F) {
	f.Add(int64(3), int64(-7), int64(12), int32(-1), uint16(5000), uint8(4))
	f.Fuzz(func(t *testing.T, a, b, c int64, exp int32, tenThousandths uint16, rule uint8) {
		var peers []rank.Peer
		for i, v := range []int64{a, b, c} {
			peers = append(peers, rank.Peer{Place: ghg.PlaceID(fmt.Sprint(i)), Value: ghg.RatioOf(decimal.New(v, exp))})
		}
		p, err := rank.NewPeers("k", rate, peers)
		if err != nil {
			return
		}
		s, err := ghg.NewShare(decimal.New(int64(tenThousandths), -4))
		if err != nil {
			return
		}
		q, err := p.Quantile(s, rank.QuantileRule(rule))
		if err != nil {
			return
		}
		x := []*big.Rat{}
		for _, v := range []int64{a, b, c} {
			x = append(x, decimal.New(v, exp).Rat())
		}
		slices.SortFunc(x, (*big.Rat).Cmp)
		got := q.Rat()
		if got.Cmp(x[0]) < 0 || got.Cmp(x[2]) > 0 {
			t.Fatalf("%s is not among the values", q)
		}
		if rank.QuantileRule(rule) == rank.InclusiveQuantile {
			h := new(big.Rat).Mul(s.Fraction().Rat(), big.NewRat(2, 1))
			i := 0
			if h.Cmp(big.NewRat(1, 1)) >= 0 {
				i = 1
			}
			part := new(big.Rat).Sub(h, big.NewRat(int64(i), 1))
			want := new(big.Rat).Sub(x[i+1], x[i])
			want.Mul(want, part).Add(want, x[i])
			if got.Cmp(want) != 0 {
				t.Fatalf("%s, not %s", q, want.FloatString(10))
			}
		}
	})
}

// Two offices took quartiles of one table and came to different figures: the rule
// has to be named.
func ExampleQuantileRule() {
	for _, rule := range []rank.QuantileRule{rank.ExclusiveQuantile, rank.InclusiveQuantile, 0} {
		q1, _, q3, err := electricity().Quartiles(rule)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(rule, q1, q3)
	}
	// Output:
	// exclusive (type 6) 314.61 1501.805
	// inclusive (type 7) 374.72 849.04
	// no definition of a quantile given: name one, such as rank.InclusiveQuantile
}
