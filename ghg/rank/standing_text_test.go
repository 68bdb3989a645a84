package rank_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/stretchr/testify/assert"
)

// Two of four districts share the second place.
func ExampleStanding_Ordinal() {
	rate := rank.Criterion{ID: "cut", Name: "reduction rate", NameKo: "감축률", Unit: "%", Better: rank.HigherIsBetter}
	peers := must(rank.NewPeers("districts", rate, []rank.Peer{
		known("동구", "4"), known("중구", "7.5"), known("서구", "7.50"), known("남구", "9.25")}))
	r := must(peers.Ranking(rank.Competition))
	s := must(r.Of("서구"))
	fmt.Println(s.Ordinal().En, "-", s.Ordinal().Ko, s.IsJoint())
	fmt.Println(s)
	fmt.Println(s.Korean())
	// Output:
	// joint 2nd - 공동 2위 true
	// 서구: joint rank 2 of 4 by reduction rate (7.5 %)
	// 서구: 4곳 가운데 공동 2위, 감축률 7.5 %
}

// The city without a row is counted.
func ExampleRanking_Korean() {
	rate := rank.Criterion{ID: "cut", Name: "reduction rate", NameKo: "감축률", Unit: "%", Better: rank.HigherIsBetter}
	peers := must(rank.NewPeers("대구의 구·군, 2022", rate, []rank.Peer{known("중구", "7.5"), known("서구", "7.5"),
		{Place: "군위군", Value: ghg.Undefined("미보고")}}))
	fmt.Println(must(peers.Ranking(rank.Competition)).Korean())
	// Output:
	// 대구의 구·군, 2022, 감축률: 클수록 좋음 (%)
	// 동점 같은 순위 다음을 건너뜀(1224); 3곳 가운데 2곳에 값이 있음
	// 공동 1위 중구 7.5
	// 공동 1위 서구 7.5
	// –  군위군 값 없음: 미보고
}

// Who knows only the own value knows no rank: this was "rank 1 of 1".
func TestOnlyOnesOwnValue(t *testing.T) {
	alone := must(must(peersOf(rate, "97.9").Ranking(rank.Competition)).Of("p0"))
	assert.Equal(t, "p0: no rank, as no other place is compared by reduction rate (97.9 %)", alone.String())
	assert.Equal(t, "p0: 견줄 곳이 없어 순위가 없음, reduction rate 97.9 %", alone.Korean())
	values := make([]string, 17)
	values[3] = "97.9"
	one := must(must(peersOf(rate, values...).Ranking(rank.Dense)).Of("p3"))
	assert.Equal(t, "p3: no rank, as no other of the 17 places has a value by reduction rate (97.9 %): 1st to 17th", one.String())
	assert.Equal(t, "p3: 순위를 알 수 없음. 17곳 가운데 값이 있는 곳이 여기뿐임, reduction rate 97.9 %: 1~17위", one.Korean())
	assert.Equal(t, []int{1, 16}, []int{one.Of, one.Missing})
}

func TestRanksWithoutAllValues(t *testing.T) {
	r := must(peersOf(rate, list...).Ranking(rank.Competition))
	s := must(r.Of("p7"))
	assert.Equal(t, "p7: rank 1 of 8 with a value by reduction rate (7.75 %); 1 without a value: 1st to 2nd of 9", s.String())
	assert.Equal(t, "p7: 값이 있는 8곳 가운데 1위, reduction rate 7.75 %; 값이 없는 1곳을 더하면 9곳 가운데 1~2위", s.Korean())
	assert.Equal(t, "2", s.WorstRank.String())
	assert.Contains(t, r.Details(), "\njoint 5. p1 2.4\njoint 5. p2 2.4\njoint 5. p5 2.4\n8. p4 1.2\n–  p6 missing")
	mean := must(must(peersOf(rate, "3", "2", "2", "1").Ranking(rank.MeanRank)).Of("p1"))
	assert.Equal(t, "p1: joint rank 2.5 of 4 by reduction rate (2 %)", mean.String())
	assert.Equal(t, "공동 2.5위", mean.Ordinal().Ko)
	for n, want := range map[int]string{0: "1st", 1: "2nd", 2: "3rd", 3: "4th", 9: "10th", 10: "11th", 11: "12th", 12: "13th", 20: "21st",
		21: "22nd", 22: "23rd", 110: "111th", 112: "113th", 120: "121st"} {
		values := make([]string, 122)
		for i := range values {
			values[i] = fmt.Sprint(1000 - i)
		}
		s := must(must(peersOf(rate, values...).Ranking(rank.Dense)).Of(ghg.PlaceID(fmt.Sprint("p", n))))
		assert.Equal(t, want, s.Ordinal().En)
	}
	assert.Equal(t, "no standing", rank.Standing{}.String())
	assert.Equal(t, "순위 없음", rank.Ranking{}.Korean())
}

func ExampleTieRule_Korean() {
	fmt.Println(rank.Competition.Korean(), "-", rank.LowerIsBetter.Korean())
	// Output: 같은 순위 다음을 건너뜀(1224) - 작을수록 좋음
}

func ExampleDirection_Korean() {
	fmt.Println(rank.HigherIsBetter.Korean())
	// Output: 클수록 좋음
}

func TestRankWordsInKorean(t *testing.T) {
	for _, d := range []rank.Direction{rank.DirectionUnstated, rank.HigherIsBetter, rank.LowerIsBetter} {
		assert.NotEqual(t, d.String(), d.Korean())
	}
	for _, ties := range rank.TieRules() {
		assert.NotEqual(t, ties.String(), ties.Korean())
	}
	assert.Equal(t, "unknown direction (9)", rank.Direction(9).Korean())
}
