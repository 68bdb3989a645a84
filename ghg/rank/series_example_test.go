package rank_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/ghg/words"
)

// points is the joint evaluation of adaptation measures, in points.
var points = rank.Criterion{ID: "adaptation", Name: "adaptation measures", NameKo: "기후변화 적응대책", Unit: "points",
	Better: rank.HigherIsBetter}

// adaptation is Daegu's rank: first of 17 every year since 2017, said in 2022 with its
// points.
func adaptation() rank.Series {
	return must(rank.NewSeries("대구", words.Term{En: "metropolitan cities and provinces", Ko: "광역자치단체"}, points,
		[]rank.Published{
			{Year: 2017, Until: 2022, Rank: 1, Of: 17, Source: "매일신문 2022-11-27"},
			{Year: 2022, Rank: 1, Of: 17, Value: ghg.RatioOf(dec("97.9")), Mean: ghg.RatioOf(dec("90.1")), Source: "sentv 2022-11-28"},
		}, nil))
}

// "First since 2017, four years in a row among metropolitan cities and provinces": the
// public-sector targets, as the city said it in December 2021.
func ExampleSeries() {
	public := rank.Criterion{ID: "public sector", Name: "public-sector targets", NameKo: "공공부문 온실가스 목표관리", Unit: "points",
		Better: rank.HigherIsBetter}
	s, err := rank.NewSeries("대구", words.Term{En: "metropolitan cities and provinces", Ko: "광역시·도"}, public,
		[]rank.Published{{Year: 2017, Until: 2020, Rank: 1, Source: "info.daegu.go.kr newshome 248623"}}, nil)
	fmt.Println(err)
	for _, streak := range s.Streaks(1) {
		fmt.Println(streak)
		fmt.Println(streak.Korean())
	}
	y, _ := s.At(2020)
	fmt.Println(y)
	// Output:
	// <nil>
	// 대구: 1st for 4 years in a row, 2017 to 2020, among metropolitan cities and provinces, by public-sector targets; how many places is not stated for 2017 to 2020; as published; method not stated
	// 대구: 2017~2020년 4년 연속 1위(광역시·도, 공공부문 온실가스 목표관리); 2017~2020년은 몇 곳 가운데인지 적혀 있지 않음; 공표된 순위; 평가방법이 적혀 있지 않음
	// 대구, 2020: 1st as published, of how many is not stated
}

// Only the own value is known, and the rank as published.
func ExamplePublished() {
	y, err := adaptation().At(2022)
	fmt.Println(y, err)
	fmt.Println(y.Korean())
	// Output:
	// 대구, 2022: 1st as published, of 16 others not known (97.9 points, 7.8 better than the mean of 90.1) <nil>
	// 대구, 2022년: 1위(공표값), 다른 16곳의 값은 알 수 없음 (97.9 points, 평균 90.1보다 7.8 앞섬)
}

// Six times by 2022, so five by 2021.
func ExampleSeries_Times() {
	for _, by := range []int{2021, 2022} {
		times, more := adaptation().Times(1, by)
		fmt.Println(by, times, more)
	}
	// Output:
	// 2021 5 0
	// 2022 6 0
}

// Five years for adaptation: what the announcement of December 2021 could say.
func ExampleSeries_StreakAt() {
	streak, ok := adaptation().StreakAt(1, 2021)
	fmt.Println(streak.Years(), streak.From, streak.To, ok)
	_, ok = adaptation().StreakAt(1, 2023)
	fmt.Println(ok)
	// Output:
	// 5 2017 2021 true
	// false
}

// 2019 is not known, and in 2021 the guide is another.
func ExampleStreak() {
	s := must(rank.NewSeries("대구", words.Term{En: "cities", Ko: "시"}, points, []rank.Published{
		{Year: 2017, Until: 2018, Rank: 1, Of: 16, Method: "guide 2017", Source: "s"},
		{Year: 2020, Rank: 1, Of: 17, Joint: true, Method: "guide 2017", Source: "s"},
		{Year: 2021, Rank: 1, Of: 17, Method: "guide 2021", Source: "s"}, {Year: 2022, Rank: 3, Of: 17, Source: "s"},
	}, nil))
	for _, streak := range s.Streaks(1) {
		fmt.Println(streak.Years(), streak.AtMost)
		fmt.Println(streak)
	}
	fmt.Println(s.Findings())
	// Output:
	// 2 5
	// 대구: 1st for 2 years in a row, 2017 to 2018, among cities, by adaptation measures; of 16 places; as published; method guide 2017; up to 5 in a row if years that are not known were so too
	// 2 5
	// 대구: 1st for 2 years in a row, 2020 to 2021, among cities, by adaptation measures; joint in 2020; of 17 places; as published; method changed in 2021 (guide 2021, before guide 2017); up to 5 in a row if years that are not known were so too
	// rank of 대구, years-missing: no rank is known for 2019: nothing is said of them
	// rank of 대구, method-changed: ranks by two methods are not of one thing: method changed in 2021 (guide 2021, before guide 2017)
	// rank of 대구, places-changed: the number of places ranked changed: 17 in 2020, before 16
}

// Nobody knows whether A is the first in 2021, as one of three has no points: the press
// says so.
func ExampleYearRank() {
	computed := map[int]rank.Ranking{2021: byGuide("guide 2021", rank.Competition, "91.5", "88", "")}
	open, _ := must(seriesOf(computed)).At(2021)
	fmt.Println(open, open.IsCertain())
	closed, _ := must(seriesOf(computed, first(2021, 0, 3))).At(2021)
	fmt.Println(closed.Details(), closed.IsCertain())
	// Output:
	// A, 2021: 1st to 2nd of 3, 1 without a value (91.5 points) false
	// A, 2021: 1st of 3, 1 without a value as published (91.5 points)
	// method: guide 2021
	// source: press true
}

func ExampleStreak_Details() {
	fmt.Println(adaptation().Streaks(1)[0].Details())
	// Output:
	// 대구: 1st for 6 years in a row, 2017 to 2022, among metropolitan cities and provinces, by adaptation measures; of 17 places; as published; method not stated
	//   대구, 2017: 1st as published, of 16 others not known; method: not stated; source: 매일신문 2022-11-27
	//   대구, 2018: 1st as published, of 16 others not known; method: not stated; source: 매일신문 2022-11-27
	//   대구, 2019: 1st as published, of 16 others not known; method: not stated; source: 매일신문 2022-11-27
	//   대구, 2020: 1st as published, of 16 others not known; method: not stated; source: 매일신문 2022-11-27
	//   대구, 2021: 1st as published, of 16 others not known; method: not stated; source: 매일신문 2022-11-27
	//   대구, 2022: 1st as published, of 16 others not known (97.9 points, 7.8 better than the mean of 90.1); method: not stated; source: 매일신문 2022-11-27; sentv 2022-11-28
}
