package track_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

// What a page in Korean says of an action, a plan and its indicators.
func ExampleActionTimeliness_Korean() {
	buses := action("B-1", "T", task("depot", "3", day(2025, 1, 31)))
	for _, updated := range []ghg.Date{day(2025, 2, 20), day(2024, 1, 20), {}} {
		r, _ := track.AssessTimeliness(buses, updated, day(2025, 3, 1), monthly)
		fmt.Println(r.Korean())
	}
	fmt.Println(track.OnTime.Korean())
	// Output:
	// B-1, 2025-03-01 기준: 지연(기한이 지난 과업 1개)
	// B-1, 2025-03-01 기준: 갱신 중단(406일 동안 갱신 없음(기준 180일))
	// B-1, 2025-03-01 기준: 갱신 중단(갱신 기록 없음)
	// 정상
}

func ExamplePlanCredibility_Korean() {
	p, _ := track.AssessPlan(2030, ghg.MustCO2e("3600 ktCO2e"), []track.JudgedCut{
		judged("buses", "270", track.Credible), judged("solar", "950", track.SomeRisk), judged("campaign", "1200", track.Insufficient)})
	fmt.Println(p.Korean())
	for _, c := range p.Classes() {
		if c.Actions > 0 || c.Class == 0 {
			fmt.Println(c.NameKo(), c.CO2e)
		}
	}
	fmt.Println(track.SomeRisk.Korean())
	// Output:
	// 2030년 필요감축량 3600000 tCO2e: 신뢰 가능 7.5%, 일부 위험 26.4%, 상당한 위험 0.0%, 불충분 33.3%, 부족분 32.8%
	// 신뢰 가능 270000 tCO2e
	// 일부 위험 950000 tCO2e
	// 불충분 1200000 tCO2e
	// 부족분 1180000 tCO2e
	// 일부 위험
}

func ExampleCompletion_Korean() {
	i, _ := track.NewIndicator(carKm())
	c, _ := i.Completion(2030, 2024)
	fmt.Println(c.Korean(), "("+i.Level().Korean()+" 지표)")
	// Output: 승용차 주행거리: 2030년 목표 40 대비 달성률 26.7%, 지연 (전술 지표)
}

func ExampleScorecard_Korean() {
	s, _ := track.NewScorecard("기본계획", track.ScorecardCriterion{Name: "기준배출량", Fulfilment: track.Met},
		track.ScorecardCriterion{Name: "적응", Fulfilment: track.PartlyMet})
	fmt.Println(s.Korean())
	for c := range s.Criteria() {
		fmt.Println(c.Name, c.Fulfilment.Korean())
	}
	// Output:
	// 기본계획: 20점 만점에 15점(75.0%)
	// 기준배출량 충족
	// 적응 부분 충족
}

func ExampleWeighting_Korean() {
	fmt.Println(track.ActionsEqually.Korean(), track.UpdateOverdue.Korean())
	fmt.Println(track.Increases.Korean(), track.High.Korean())
	// Output:
	// 사업별 동일 비중 갱신 지연
	// 증가시킴 높음
}

// Every name has a Korean one of its own within its set.
func TestNamesHaveKorean(t *testing.T) {
	type named interface {
		fmt.Stringer
		Korean() string
	}
	for _, set := range [][]named{
		{track.ByTaskWeight, track.ActionsEqually},
		{track.NotAssessed, track.OnTime, track.Late, track.Stale},
		{track.NeverUpdated, track.UpToDate, track.UpdateDue, track.UpdateOverdue, track.UpdateStale},
		{track.Unmet, track.PartlyMet, track.Met},
		{track.Credible, track.SomeRisk, track.SignificantRisk, track.Insufficient},
		{track.Increases, track.Decreases, track.PartOf},
		{track.High, track.Medium, track.Low},
		{track.Strategic, track.Tactical, track.Operational},
	} {
		seen := map[string]bool{}
		for _, x := range set {
			assert.NotEmpty(t, x.Korean(), x)
			assert.False(t, seen[x.Korean()], x)
			seen[x.Korean()] = true
		}
	}
	assert.Empty(t, track.Weighting(0).Korean())
	assert.Empty(t, track.Weighting(9).Korean())
}

func TestKoreanReasons(t *testing.T) {
	assert.Equal(t, "평가한 계획 없음", track.PlanCredibility{}.Korean())
	s, _ := track.NewScorecard("기본계획")
	assert.Equal(t, "기본계획: 0점 만점에 0점(계산할 수 없음(평가 항목 없음))", s.Korean())
	d := carKm()
	d.Values = nil
	c, _ := must(track.NewIndicator(d)).Completion(2030, 2024)
	assert.Equal(t, "승용차 주행거리: 2030년 목표 40 대비 달성률 계산할 수 없음(시작 이후 알려진 값 없음: 2024)", c.Korean())
	d.Values = map[int]decimal.Decimal{2023: dec("103")}
	c, _ = must(track.NewIndicator(d)).Completion(2030, 2024)
	assert.Equal(t, "승용차 주행거리: 2030년 목표 40 대비 달성률 -5.0%, 퇴보, 지연", c.Korean())

	none := strategy.Reductions{}
	r := must(track.NewRealisation("a", cut(strategy.Expected, 2024, "0", 2025, "-5"), none,
		cut(strategy.Verified, 2023, "1", 2024, "3", 2025, "1")))
	var got []string
	for y := range r.Years() {
		got = append(got, y.Korean())
	}
	assert.Equal(t, []string{
		"2023년: 계획감축량 모름, 보고 모름, 검증 1000 tCO2e, 이행률(검증/계획) 계산할 수 없음(계획감축량 없음), 보고/계획 계산할 수 없음(보고감축량 없음)",
		"2024년: 계획감축량 0 tCO2e, 보고 모름, 검증 3000 tCO2e, 이행률(검증/계획) 계산할 수 없음(계획감축량이 0), 보고/계획 계산할 수 없음(보고감축량 없음)",
		"2025년: 계획감축량 -5000 tCO2e, 보고 모름, 검증 1000 tCO2e, 이행률(검증/계획) 계산할 수 없음(계획감축량이 음수(증가)), 보고/계획 계산할 수 없음(보고감축량 없음)"}, got)
	total := must(track.Realised(2024, nil))
	assert.Equal(t, "2024년: 이행률 계산할 수 없음(계획과 검증이 모두 있는 사업 없음)", total.Korean())

	done := action("B-1", "T")
	done.Stage = strategy.Cancelled
	x := must(track.AssessTimeliness(done, day(2025, 2, 1), day(2025, 3, 1), monthly))
	assert.Equal(t, "B-1, 2025-03-01 기준: 평가 안 함(단계: 취소)", x.Korean())
	done.Stage = strategy.InProgress
	x = must(track.AssessTimeliness(done, day(2025, 2, 1), day(2025, 3, 1), monthly))
	assert.Equal(t, "B-1, 2025-03-01 기준: 정상(기한이 지난 과업 없음)", x.Korean())

	outside := action("B-2", "T", task("x", "1", day(2024, 1, 1)))
	outside.Phases[0].Start = 2025
	i := must(track.AssessImplementation(slices.Values([]strategy.Action{outside}), strategy.Framework{}, day(2025, 3, 1), track.ByTaskWeight))
	assert.Contains(t, i.Plan().Korean(), "; 과업 1개 가운데 1개의 기한이 단계 밖")
}
