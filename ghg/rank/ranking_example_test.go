package rank_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/rank"
)

func ExamplePeers_Ranking() {
	r, err := electricity().Ranking(rank.Competition)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Details())
	s, _ := r.Of("진주시")
	fmt.Println(s.Details())
	// Output:
	// cities of South Gyeongsang, 2018, indirect emissions of buildings: lower is better (ktCO2e), South Gyeongsang Carbon Neutrality Support Centre, emissions map
	// ties competition ("1224"); 5 of 6 places have a value
	// 1. 사천시 254.5
	// 2. 통영시 374.72
	// 3. 진주시 740.49
	// 4. 양산시 849.04
	// 5. 창원시 2154.57
	// –  거제시 missing: no row in the source
	// 진주시: rank 3 of 5 with a value by indirect emissions of buildings (740.49 ktCO2e); 1 without a value: 3rd to 4th of 6
	// among cities of South Gyeongsang, 2018: 2 better, 0 tied, 2 worse, 1 without a value; lower is better
	// ties competition ("1224"); 485.99 ktCO2e from the best, at the median
}

// The best first; the city without a row is no last place.
func ExampleRanking() {
	r, err := electricity().Ranking(rank.Competition)
	if err != nil {
		fmt.Println(err)
		return
	}
	for s := range r.All() {
		fmt.Println(s.Rank, s.Place)
	}
	fmt.Println(r.Len(), "of", r.Peers().Len(), "cities ranked")
	// Output:
	// 1 사천시
	// 2 통영시
	// 3 진주시
	// 4 양산시
	// 5 창원시
	// 5 of 6 cities ranked
}

// Where does Yangsan stand, and how far from the best and the median?
func ExampleStanding() {
	r := must(electricity().Ranking(rank.Competition))
	s, err := r.Of("양산시")
	fmt.Println(s, err)
	fmt.Println(s.Better, "better,", s.Worse, "worse, percentile", s.Percentile(rank.MidPercentile).Percent(0))
	fmt.Println(s.ToBest, "from the best, above the median by", s.AboveMedian)
	// Output:
	// 양산시: rank 4 of 5 with a value by indirect emissions of buildings (849.04 ktCO2e); 1 without a value: 4th to 5th of 6 <nil>
	// 3 better, 1 worse, percentile 30%
	// 594.54 from the best, above the median by -108.55
}
