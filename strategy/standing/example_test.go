package standing_test

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/standing"
	"github.com/shopspring/decimal"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func known(place, value string) standing.Peer {
	return standing.Peer{Place: ghg.PlaceID(place), Value: standing.Known(dec(value))}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// electricity is what the cities of South Gyeongsang used in buildings, as
// indirect emissions of 2018. Source: South Gyeongsang Carbon Neutrality Support
// Centre, emissions map (medium confidence: one publisher, not cross-checked),
// retrieved 2026-11. Geoje has no row there.
func electricity() standing.Peers {
	return must(standing.NewPeers("cities of South Gyeongsang, 2018", standing.Criterion{ID: "indirect buildings", Name: "indirect emissions of buildings",
		Unit: "ktCO2e", Better: standing.LowerIsBetter, Source: "South Gyeongsang Carbon Neutrality Support Centre, emissions map"},
		[]standing.Peer{known("창원시", "2154.57"), known("진주시", "740.49"), known("통영시", "374.72"), known("사천시", "254.50"),
			{Place: "거제시", Value: standing.Unknown("no row in the source")}, known("양산시", "849.04")}))
}

func ExamplePeers() {
	peers := electricity()
	fmt.Println(peers.Len(), "cities,", peers.Known(), "with a value")
	for p := range peers.Missing() {
		fmt.Println(p.Place, p.Value)
	}
	median, _ := peers.Median()
	q1, _, q3, err := peers.Quartiles(standing.InclusiveQuantile)
	fmt.Println(median, q1, q3, err)
	// Output:
	// 6 cities, 5 with a value
	// 거제시 missing: no row in the source
	// 740.49 374.72 849.04 <nil>
}

func ExampleNewPeers() {
	_, err := standing.NewPeers("districts of Daegu, 2022", standing.Criterion{ID: "cut", Name: "reduction rate", Unit: "%"}, nil)
	fmt.Println(err)
	rate := standing.Criterion{ID: "cut", Name: "reduction rate", Unit: "%", Better: standing.HigherIsBetter}
	_, err = standing.NewPeers("districts of Daegu, 2022", rate, []standing.Peer{known("중구", "7.5"), known("동구", "4"), known("중구", "8.1")})
	fmt.Println(err)
	// Output:
	// peers "districts of Daegu, 2022": criterion "cut": say whether higher or lower values are better
	// peers "districts of Daegu, 2022": "중구" stands twice, as peers 1 and 3: a place is compared once
}

func ExamplePeers_Ranking() {
	r, err := electricity().Ranking(standing.Competition, standing.MidPercentile)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Explain())
	s, _ := r.Of("진주시")
	fmt.Println(s.Explain())
	// Output:
	// cities of South Gyeongsang, 2018, indirect emissions of buildings: lower is better (ktCO2e), South Gyeongsang Carbon Neutrality Support Centre, emissions map
	// ties competition ("1224"); percentile mid: (w + t/2)/n; 5 of 6 places have a value
	// 1. 사천시 254.5
	// 2. 통영시 374.72
	// 3. 진주시 740.49
	// 4. 양산시 849.04
	// 5. 창원시 2154.57
	// –  거제시 missing: no row in the source
	// 진주시: rank 3 of 5 by indirect emissions of buildings (740.49 ktCO2e)
	// among cities of South Gyeongsang, 2018: 2 better, 0 tied, 2 worse, 1 without a value; lower is better
	// ties competition ("1224"); percentile mid: (w + t/2)/n = 0.5
	// 485.99 ktCO2e from the best, at the median
}

func ExampleUnrankedError() {
	r, _ := electricity().Ranking(standing.Competition, standing.MidPercentile)
	_, err := r.Of("거제시")
	var unranked *standing.UnrankedError
	fmt.Println(errors.As(err, &unranked))
	fmt.Println(err)
	// Output:
	// true
	// "거제시" has no rank: its value is missing (no row in the source), which is neither 0 nor the last
}

func ExampleNoPeerError() {
	r, _ := electricity().Ranking(standing.Competition, standing.MidPercentile)
	_, err := r.Of("경상남도")
	fmt.Println(err)
	// Output:
	// "경상남도" is not among the peers "cities of South Gyeongsang, 2018"
}

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

func ExamplePeers_Quantile() {
	peers := electricity()
	for _, rule := range []standing.QuantileRule{standing.InverseCDF, standing.AveragedCDF, standing.ExclusiveQuantile, standing.InclusiveQuantile} {
		q, err := peers.Quantile(ghg.MustShare("20%"), rule)
		fmt.Println(rule, q, err)
	}
	// Output:
	// inverse CDF (type 1) 254.5 <nil>
	// averaged CDF (type 2) 314.61 <nil>
	// exclusive (type 6) 278.544 <nil>
	// inclusive (type 7) 350.676 <nil>
}

// evaluation is a joint evaluation of four districts by three criteria. One
// district has not reported its spending.
func evaluation(missing standing.MissingRule) standing.JointEvaluation {
	const kind = "districts, 2025"
	rate := standing.Criterion{ID: "rate", Name: "reduction rate", Unit: "%", Better: standing.HigherIsBetter}
	head := standing.Criterion{ID: "head", Name: "emissions per head", Unit: "tCO2e", Better: standing.LowerIsBetter}
	spent := standing.Criterion{ID: "spent", Name: "budget executed", Unit: "%", Better: standing.HigherIsBetter}
	return must(standing.NewJointEvaluation(standing.JointEvaluationDefinition{Name: "climate evaluation", Source: "evaluation guide, 2025", Parts: []standing.Part{
		{Weight: dec("50"), Scoring: standing.ByAttainment{From: dec("0"), Goal: dec("12")},
			Peers: must(standing.NewPeers(kind, rate, []standing.Peer{known("중구", "7.5"), known("동구", "4"), known("서구", "9"), known("남구", "13.5")}))},
		{Weight: dec("30"), Scoring: standing.ByRank{Ties: standing.Competition},
			Peers: must(standing.NewPeers(kind, head, []standing.Peer{known("중구", "5.25"), known("동구", "3.5"), known("서구", "6.75"), known("남구", "8")}))},
		{Weight: dec("20"), Scoring: standing.ByBand{Bands: []standing.Band{{Bound: dec("95"), Score: ghg.MustShare("100%")}, {Bound: dec("80"), Score: ghg.MustShare("60%")}}, Rest: ghg.MustShare("0%")},
			Peers: must(standing.NewPeers(kind, spent, []standing.Peer{known("중구", "96.5"), {Place: "동구", Value: standing.Unknown("not reported")}, known("서구", "80"), known("남구", "71")}))},
	}}, missing, 2))
}

func ExampleJointEvaluation() {
	e := evaluation(standing.Reweight)
	for s := range e.Scores() {
		fmt.Println(s)
	}
	peers, _ := e.Peers()
	r, _ := peers.Ranking(standing.Competition, standing.MidPercentile)
	first, _ := r.Of("중구")
	fmt.Println(first)
	s, _ := e.Score("동구")
	fmt.Println(s.Explain())
	// Output:
	// 중구: 71.25 points of 100
	// 동구: 58.34 points of 100
	// 서구: 59.5 points of 100
	// 남구: 50 points of 100
	// 중구: rank 1 of 4 by climate evaluation (71.25 points of 100)
	// 동구: 58.34 points of 100
	//   reduction rate: 4 %, score 0.333333333333 × 50 = 16.67 points
	//   emissions per head: 3.5 tCO2e, score 1 × 30 = 30 points
	//   budget executed: missing: not reported; 0 of 20 points
	// missing values: reweight the others to 100
}

// What a district that has not reported gets is for the guide to say.
func ExampleMissingRule() {
	for _, rule := range []standing.MissingRule{standing.Reweight, standing.Withhold, standing.AsLowest} {
		s, _ := evaluation(rule).Score("동구")
		fmt.Printf("%s: %s\n", rule, s)
	}
	// Output:
	// reweight the others to 100: 동구: 58.34 points of 100
	// withhold the points: 동구: no points, no value of "spent"
	// as the lowest of the part: 동구: 46.67 points of 100
}

// The second place hangs on each of the three criteria: without any one it is the
// third.
func ExampleJointEvaluation_Sensitivity() {
	outcomes, err := evaluation(standing.Reweight).Sensitivity("서구")
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, o := range outcomes {
		if o.Ties == standing.Competition {
			fmt.Println(o)
		}
	}
	// Output:
	// all criteria, competition ("1224"): rank 2 of 4 with 59.5 points
	// without rate, competition ("1224"): rank 3 of 4 with 44 points
	// without head, competition ("1224"): rank 3 of 4 with 70.71 points
	// without spent, competition ("1224"): rank 3 of 4 with 59.38 points
}

func ExampleNewJointEvaluation() {
	rate := standing.Criterion{ID: "rate", Name: "reduction rate", Unit: "%", Better: standing.HigherIsBetter}
	peers := must(standing.NewPeers("districts", rate, []standing.Peer{known("중구", "7.5"), known("동구", "4")}))
	_, err := standing.NewJointEvaluation(standing.JointEvaluationDefinition{Name: "climate evaluation", Source: "guide", Parts: []standing.Part{
		{Peers: peers, Weight: dec("90"), Scoring: standing.ByRank{Ties: standing.Dense}},
	}}, standing.Withhold, 2)
	fmt.Println(err)
	// Output:
	// joint evaluation "climate evaluation": the weights add up to 90: 100 is allowed
}
