package rank_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/rank"
)

// Four districts, of which two cut alike.
func ExampleTieRule() {
	rate := rank.Criterion{ID: "cut", Name: "reduction rate", Unit: "%", Better: rank.HigherIsBetter}
	peers, _ := rank.NewPeers("districts", rate, []rank.Peer{known("동구", "4"), known("중구", "7.5"), known("서구", "7.50"), known("남구", "9.25")})
	for _, ties := range rank.TieRules() {
		r, _ := peers.Ranking(ties)
		fmt.Print(ties, ":")
		for s := range r.All() {
			fmt.Print(" ", s.Place, " ", s.Rank)
		}
		fmt.Println()
	}
	_, err := peers.Ranking(0)
	fmt.Println(err)
	// Output:
	// competition ("1224"): 남구 1 중구 2 서구 2 동구 4
	// dense ("1223"): 남구 1 중구 2 서구 2 동구 3
	// mean rank: 남구 1 중구 2.5 서구 2.5 동구 4
	// ranking, rule for ties: name rank.Competition, rank.Dense or rank.MeanRank
}

func ExamplePercentileRule() {
	peers := electricity()
	r, _ := peers.Ranking(rank.Competition)
	s, _ := r.Of("통영시")
	for _, rule := range []rank.PercentileRule{rank.StrictPercentile, rank.WeakPercentile, rank.MidPercentile,
		rank.InclusivePercentile, rank.ExclusivePercentile} {
		fmt.Println(rule, "=", s.Percentile(rule).Percent(1))
	}
	fmt.Println(s.Percentile(0))
	// Output:
	// strict: w/n = 60.0%
	// weak: (w + t)/n = 80.0%
	// mid: (w + t/2)/n = 70.0%
	// inclusive: w/(n − 1) = 75.0%
	// exclusive: (w + 1)/(n + 1) = 66.7%
	// undefined: name a definition of the percentile, such as rank.MidPercentile
}

// A criterion says which way is better, or no place can be compared. The values
// are invented.
func ExampleCriterion() {
	perHead := rank.Criterion{ID: "per head", Name: "emissions per head", NameKo: "1인당 배출량", Unit: "tCO2e per head",
		Source: "evaluation guide, 2025"}
	cities := []rank.Peer{known("창원시", "7.25"), known("김해시", "5.9")}
	_, err := rank.NewPeers("cities of South Gyeongsang, 2023", perHead, cities)
	fmt.Println(err)
	perHead.Better = rank.LowerIsBetter
	peers, err := rank.NewPeers("cities of South Gyeongsang, 2023", perHead, cities)
	fmt.Println(peers.Criterion().NameKo, peers.Len(), err)
	// Output:
	// criterion "per head", better "unstated": say whether higher or lower values are better
	// 1인당 배출량 2 <nil>
}

// Less is better of emissions, more of reductions: the best value of one list
// depends on it. The values are invented.
func ExampleDirection() {
	for _, better := range []rank.Direction{rank.LowerIsBetter, rank.HigherIsBetter} {
		c := rank.Criterion{ID: "c", Name: "change since 2018", Unit: "%", Better: better}
		peers := must(rank.NewPeers("districts of Daegu, 2023", c, []rank.Peer{known("수성구", "-3.2"), known("달서구", "1.5"), known("군위군", "-6.75")}))
		for s := range must(peers.Ranking(rank.Competition)).All() {
			fmt.Println(better, "- best", s.Value, s.Place)
			break
		}
	}
	// Output:
	// lower is better - best -6.75 군위군
	// higher is better - best 1.5 달서구
}
