package standing_test

import (
	"fmt"

	"github.com/localghg/localghg/strategy/standing"
)

// Four districts, of which two cut alike.
func ExampleTieRule() {
	rate := standing.Criterion{ID: "cut", Name: "reduction rate", Unit: "%", Better: standing.HigherIsBetter}
	peers, _ := standing.NewPeers("districts", rate, []standing.Peer{known("동구", "4"), known("중구", "7.5"), known("서구", "7.50"), known("남구", "9.25")})
	for _, ties := range standing.TieRules() {
		r, _ := peers.Ranking(ties, standing.StrictPercentile)
		fmt.Print(ties, ":")
		for s := range r.All() {
			fmt.Print(" ", s.Place, " ", s.Rank)
		}
		fmt.Println()
	}
	_, err := peers.Ranking(0, standing.StrictPercentile)
	fmt.Println(err)
	// Output:
	// competition ("1224"): 남구 1 중구 2 서구 2 동구 4
	// dense ("1223"): 남구 1 중구 2 서구 2 동구 3
	// mean rank: 남구 1 중구 2.5 서구 2.5 동구 4
	// no rule for ties given: name standing.Competition, standing.Dense or standing.MeanRank
}

func ExamplePercentileRule() {
	peers := electricity()
	for _, rule := range []standing.PercentileRule{standing.StrictPercentile, standing.WeakPercentile, standing.MidPercentile, standing.InclusivePercentile, standing.ExclusivePercentile} {
		r, _ := peers.Ranking(standing.Competition, rule)
		s, _ := r.Of("통영시")
		fmt.Println(rule, "=", s.Percentile.Percent(1))
	}
	// Output:
	// strict: w/n = 60.0%
	// weak: (w + t)/n = 80.0%
	// mid: (w + t/2)/n = 70.0%
	// inclusive: w/(n − 1) = 75.0%
	// exclusive: (w + 1)/(n + 1) = 66.7%
}
