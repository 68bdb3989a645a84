package rank_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg/rank"
)

// A district asks how its points came about.
func ExampleScore() {
	s, err := evaluation(rank.Withhold).Score("중구")
	fmt.Println(s.Details(), err)
	s, _ = evaluation(rank.Withhold).Score("동구")
	fmt.Println(s, "-", s.Points)
	fmt.Println(s.Korean(), "-", rank.Withhold.Korean())
	s, _ = evaluation(rank.Reweight).Score("동구")
	fmt.Println(s.Korean(), "-", rank.Reweight.Korean())
	// Output:
	// 중구: 71.25 points of 100
	//   reduction rate: 7.5 %, score 0.625 × 50 = 31.25 points
	//   emissions per head: 5.25 tCO2e, score 0.666666666667 × 30 = 20 points
	//   budget executed: 96.5 %, score 1 × 20 = 20 points <nil>
	// 동구: no points, no value of "spent" - 0
	// 동구: 점수 없음, 예산집행률 값 없음 - 점수를 매기지 않음
	// 동구: 100점 만점에 58.34점 - 나머지 지표로 100점 환산
}

// Where did Nam-gu lose its points?
func ExampleScore_parts() {
	s, _ := evaluation(rank.Reweight).Score("남구")
	for _, p := range s.Parts {
		fmt.Println(p.Criterion.Name, p.Value, p.Criterion.Unit, "-", p.Points, "of", p.Weight)
	}
	// Output:
	// reduction rate 13.5 % - 50 of 50
	// emissions per head 8 tCO2e - 0 of 30
	// budget executed 71 % - 0 of 20
}
