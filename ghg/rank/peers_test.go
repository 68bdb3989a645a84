package rank_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// electricity is what the cities of South Gyeongsang used in buildings, as
// indirect emissions of 2018. Source: South Gyeongsang Carbon Neutrality Support
// Centre, emissions map (medium confidence: one publisher, not cross-checked),
// retrieved 2026-11. Geoje has no row there.
func electricity() rank.Peers {
	return must(rank.NewPeers("cities of South Gyeongsang, 2018",
		rank.Criterion{ID: "indirect buildings", Name: "indirect emissions of buildings",
			Unit: "ktCO2e", Better: rank.LowerIsBetter, Source: "South Gyeongsang Carbon Neutrality Support Centre, emissions map"},
		[]rank.Peer{known("창원시", "2154.57"), known("진주시", "740.49"), known("통영시", "374.72"), known("사천시", "254.50"),
			{Place: "거제시", Value: ghg.Undefined("no row in the source")}, known("양산시", "849.04")}))
}

func ExamplePeers() {
	peers := electricity()
	fmt.Println(peers.Len(), "cities")
	for p := range peers.Missing() {
		fmt.Println(p.Place, "is missing:", p.Value.Undefined())
	}
	median, _ := peers.Median()
	q1, _, q3, err := peers.Quartiles(rank.InclusiveQuantile)
	fmt.Println(median, q1, q3, err)
	// Output:
	// 6 cities
	// 거제시 is missing: no row in the source
	// 740.49 374.72 849.04 <nil>
}

func ExampleNewPeers() {
	_, err := rank.NewPeers("districts of Daegu, 2022", rank.Criterion{ID: "cut", Name: "reduction rate", Unit: "%"}, nil)
	fmt.Println(err)
	rate := rank.Criterion{ID: "cut", Name: "reduction rate", Unit: "%", Better: rank.HigherIsBetter}
	_, err = rank.NewPeers("districts of Daegu, 2022", rate, []rank.Peer{known("중구", "7.5"), known("동구", "4"), known("중구", "8.1")})
	fmt.Println(err)
	// Output:
	// criterion "cut", better "unstated": say whether higher or lower values are better
	// peer 3 of "districts of Daegu, 2022", place "중구": it stands twice, as peer 1 too: a place is compared once
}

func ExampleUnrankedError() {
	r, _ := electricity().Ranking(rank.Competition)
	_, err := r.Of("거제시")
	var unranked *rank.UnrankedError
	if errors.As(err, &unranked) {
		fmt.Println("ask for a value of", unranked.Place, "-", unranked.Why)
	}
	fmt.Println(err)
	// Output:
	// ask for a value of 거제시 - no row in the source
	// "거제시" has no rank: its value is missing (no row in the source), which is neither 0 nor the last
}

func ExampleRanking_Of_unknown() {
	r, _ := electricity().Ranking(rank.Competition)
	_, err := r.Of("경상남도")
	fmt.Println(err)
	// Output:
	// peers "cities of South Gyeongsang, 2018": unknown place "경상남도": allowed are 창원시, 진주시, 통영시, 사천시, 거제시, 양산시
}

func TestPeersAreImmutable(t *testing.T) {
	given := []rank.Peer{known("a", "1"), known("b", "2")}
	p := must(rank.NewPeers("k", rate, given))
	given[0] = known("c", "3")
	x, err := p.Peer("a")
	require.NoError(t, err)
	assert.Equal(t, "1", x.Value.String())
	for range (must(p.Ranking(rank.Dense))).All() {
		break
	}
	for range peersOf(rate, "", "", "1").Missing() {
		break
	}
	assert.Equal(t, "rate", p.Criterion().ID)
}

// A table of all peers says why a value is missing, and keeps the order given.
func ExamplePeers_All() {
	for p := range electricity().All() {
		v, ok := p.Value.Value()
		if !ok {
			fmt.Println(p.Place, "–", p.Value.Undefined())
			continue
		}
		fmt.Println(p.Place, v.StringFixed(1))
	}
	// Output:
	// 창원시 2154.6
	// 진주시 740.5
	// 통영시 374.7
	// 사천시 254.5
	// 거제시 – no row in the source
	// 양산시 849.0
}

// A peer keeps the document of its value; the values here are invented.
func ExamplePeer() {
	c := rank.Criterion{ID: "solar", Name: "solar power of public buildings", Unit: "kW per 1000 people", Better: rank.HigherIsBetter}
	peers := must(rank.NewPeers("counties of Jeollanam-do, 2024", c, []rank.Peer{
		{Place: "해남군", Value: ghg.RatioOf(dec("41.5")), Source: "county statistics, 2024"},
		{Place: "신안군", Value: ghg.RatioOf(dec("63.2")), Source: "county statistics, 2024"},
		{Place: "진도군", Value: ghg.Undefined("statistics not published yet")},
	}))
	p, err := peers.Peer("신안군")
	fmt.Println(p.Place, p.Value, "-", p.Source, err)
	p, _ = peers.Peer("진도군")
	fmt.Println(p.Place, p.Value)
	_, err = peers.Peer("완도군")
	fmt.Println(err)
	// Output:
	// 신안군 63.2 - county statistics, 2024 <nil>
	// 진도군 undefined: statistics not published yet
	// peers "counties of Jeollanam-do, 2024": unknown place "완도군": allowed are 해남군, 신안군, 진도군
}
