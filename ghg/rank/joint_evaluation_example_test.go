package rank_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
)

// evaluation is a joint evaluation of four districts by three criteria. One
// district has not reported its spending.
func evaluation(missing rank.MissingRule) rank.JointEvaluation {
	const kind = "districts, 2025"
	rate := rank.Criterion{ID: "rate", Name: "reduction rate", Unit: "%", Better: rank.HigherIsBetter}
	head := rank.Criterion{ID: "head", Name: "emissions per head", Unit: "tCO2e", Better: rank.LowerIsBetter}
	spent := rank.Criterion{ID: "spent", Name: "budget executed", NameKo: "예산집행률", Unit: "%", Better: rank.HigherIsBetter}
	parts := []rank.WeightedCriterion{
		{Weight: dec("50"), Scoring: rank.ByAttainment(dec("0"), dec("12")),
			Peers: must(rank.NewPeers(kind, rate, []rank.Peer{known("중구", "7.5"), known("동구", "4"), known("서구", "9"), known("남구", "13.5")}))},
		{Weight: dec("30"), Scoring: rank.ByRank(rank.Competition),
			Peers: must(rank.NewPeers(kind, head, []rank.Peer{known("중구", "5.25"), known("동구", "3.5"), known("서구", "6.75"), known("남구", "8")}))},
		{Weight: dec("20"), Scoring: rank.ByBand(ghg.MustShare("0%"), rank.Band{Bound: dec("95"), Score: ghg.MustShare("100%")},
			rank.Band{Bound: dec("80"), Score: ghg.MustShare("60%")}),
			Peers: must(rank.NewPeers(kind, spent, []rank.Peer{known("중구", "96.5"),
				{Place: "동구", Value: ghg.Undefined("not reported")}, known("서구", "80"), known("남구", "71")}))},
	}
	return must(rank.NewJointEvaluation("climate evaluation", "evaluation guide, 2025", missing, 2, parts...))
}

func ExampleJointEvaluation() {
	e := evaluation(rank.Reweight)
	for s := range e.Scores() {
		fmt.Println(s)
	}
	peers, _ := e.Peers()
	r, _ := peers.Ranking(rank.Competition)
	first, _ := r.Of("중구")
	fmt.Println(first)
	s, _ := e.Score("동구")
	fmt.Println(s.Details())
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
	for _, rule := range []rank.MissingRule{rank.Reweight, rank.Withhold, rank.AsLowest} {
		s, _ := evaluation(rule).Score("동구")
		fmt.Printf("%s: %s\n", rule, s)
	}
	// Output:
	// reweight the others to 100: 동구: 58.34 points of 100
	// withhold the points: 동구: no points, no value of "spent"
	// as the lowest of the part: 동구: 46.67 points of 100
}

func ExampleNewJointEvaluation() {
	rate := rank.Criterion{ID: "rate", Name: "reduction rate", Unit: "%", Better: rank.HigherIsBetter}
	peers := must(rank.NewPeers("districts", rate, []rank.Peer{known("중구", "7.5"), known("동구", "4")}))
	_, err := rank.NewJointEvaluation("climate evaluation", "guide", rank.Withhold, 2,
		rank.WeightedCriterion{Peers: peers, Weight: dec("90"), Scoring: rank.ByRank(rank.Dense)})
	fmt.Println(err)
	// Output:
	// joint evaluation "climate evaluation", weights "90": they must add up to 100
}

// All parts compare the same places: a district that has no figure is listed with
// an unknown one.
func ExampleNewJointEvaluation_places() {
	rate := rank.Criterion{ID: "rate", Name: "reduction rate", Unit: "%", Better: rank.HigherIsBetter}
	spent := rank.Criterion{ID: "spent", Name: "budget executed", Unit: "%", Better: rank.HigherIsBetter}
	by := rank.ByRank(rank.Competition)
	parts := []rank.WeightedCriterion{
		{Weight: dec("65"), Scoring: by, Peers: must(rank.NewPeers("districts, 2025", rate, []rank.Peer{known("중구", "7.5"), known("동구", "4")}))},
		{Weight: dec("35"), Scoring: by, Peers: must(rank.NewPeers("districts, 2025", spent, []rank.Peer{known("중구", "96.5")}))},
	}
	_, err := rank.NewJointEvaluation("district evaluation", "evaluation guide, 2025", rank.Withhold, 1, parts...)
	fmt.Println(err)
	parts[1].Peers = must(rank.NewPeers("districts, 2025", spent,
		[]rank.Peer{known("중구", "96.5"), {Place: "동구", Value: ghg.Undefined("not reported")}}))
	e, err := rank.NewJointEvaluation("district evaluation", "evaluation guide, 2025", rank.Withhold, 1, parts...)
	fmt.Println(err)
	for s := range e.Scores() {
		fmt.Println(s)
	}
	// Output:
	// part 2 "spent", peers "동구": all parts compare the same places, and one lacks it; list it there with an unknown value
	// <nil>
	// 중구: 100 points of 100
	// 동구: no points, no value of "spent"
}

// A part has a weight, a scoring and its peers; a part without a scoring is
// refused.
func ExampleWeightedCriterion() {
	rate := rank.Criterion{ID: "rate", Name: "reduction rate", Unit: "%", Better: rank.HigherIsBetter}
	part := rank.WeightedCriterion{Weight: dec("100"), Peers: must(rank.NewPeers("districts, 2025", rate,
		[]rank.Peer{known("중구", "7.5"), known("동구", "4")}))}
	_, err := rank.NewJointEvaluation("district evaluation", "guide", rank.Withhold, 1, part)
	fmt.Println(err)
	part.Scoring = rank.ByAttainment(dec("0"), dec("10"))
	e, _ := rank.NewJointEvaluation("district evaluation", "guide", rank.Withhold, 1, part)
	s, _ := e.Score("중구")
	fmt.Println(s)
	// Output:
	// part 1 "rate", scoring: rank.ByRank, ByAttainment or ByBand is needed
	// 중구: 75 points of 100
}

// What measures are worth beside their tonnes: marks by criterion, weighed as the
// council decided. Nobody has looked yet at how feasible bus lanes are.
func ExampleJointEvaluation_marks() {
	part := func(id, weight string, marks ...rank.Peer) rank.WeightedCriterion {
		c := rank.Criterion{ID: id, Name: id, Unit: "%", Better: rank.HigherIsBetter}
		return rank.WeightedCriterion{Weight: dec(weight), Scoring: rank.ByAttainment(dec("0"), dec("100")),
			Peers: must(rank.NewPeers("measures of the plan", c, marks))}
	}
	e, err := rank.NewJointEvaluation("plan", "council, 2025", rank.Withhold, 1,
		part("impact", "55", known("street lights", "20"), known("bus lanes", "40"), known("school roofs", "60")),
		part("alignment", "22", known("street lights", "50"), known("bus lanes", "75"), known("school roofs", "50")),
		part("feasibility", "23", known("street lights", "100"), rank.Peer{Place: "bus lanes"}, known("school roofs", "50")))
	if err != nil {
		fmt.Println(err)
		return
	}
	for s := range e.Scores() {
		fmt.Println(s)
	}
	// Output:
	// street lights: 45 points of 100
	// bus lanes: no points, no value of "feasibility"
	// school roofs: 55.5 points of 100
}
