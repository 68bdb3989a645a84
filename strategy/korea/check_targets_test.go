package korea_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// exampleOfGuideline is the guideline's own example, Gyeongnam: gross in 2018, net in 2030.
func exampleOfGuideline() korea.ReductionTarget {
	return korea.ReductionTarget{Level: korea.OverallTarget, Boundary: korea.ManagementAuthority, BaseYear: 2018,
		Base: ghg.MustCO2e("20998.2 kt CO2e"), Year: 2030, BAU: ghg.MustCO2e("15770.0 kt CO2e"), Emissions: ghg.MustCO2e("12514.3 kt CO2e"),
		BaseCounts: korea.Label{Ko: "총배출량", En: "gross"}, YearCounts: korea.Label{Ko: "순배출량", En: "net"}}
}

// What others cut beside the government never enters the rate that a plan is known by.
func ExampleHeadlineOf() {
	managed, additional := exampleOfGuideline(), exampleOfGuideline()
	additional.Boundary, additional.Emissions = korea.ManagementAndAdditional, ghg.MustCO2e("11000 kt CO2e")
	h := korea.HeadlineOf(2030, additional, managed)
	fmt.Println(h.Managed.Percent(1), "| beside it", h.WithAdditional.Percent(1))
	h = korea.HeadlineOf(2030, additional)
	fmt.Println(h.Managed)

	managed.BaseAlike = ghg.MustCO2e("16100.1 kt CO2e") // net in 2018
	fmt.Println(managed.IsGrossToNet(), "net to net", managed.RateOnOneBasis().Percent(2))
	// Output:
	// 40.4% | beside it 47.6%
	// undefined: no overall target of management authority is stated for the year
	// true net to net 22.27%
}

// What is 40.4 % from gross to net is 22.3 % net to net, as 2018 was 16,100.1 kt net.
func TestVectors(t *testing.T) {
	for id, c := range map[string]struct{ gross, net, goal, grossToNet, netToNet string }{
		"kr-gyeongnam-gross-base-net-target": {"20998.2", "16100.1", "12514.3", "0.404029869227", "0.222719113546"},
		"kr-national-gross-base-net-target":  {"727638.44", "686352.26", "436600", "0.399976724704", "0.363883496209"},
	} {
		t.Run(id, func(t *testing.T) {
			goal := exampleOfGuideline()
			goal.Base, goal.BaseAlike = ghg.MustCO2e(c.gross+" kt CO2e"), ghg.MustCO2e(c.net+" kt CO2e")
			goal.Emissions = ghg.MustCO2e(c.goal + " kt CO2e")
			v, _ := goal.Rate().Value()
			assert.True(t, n(c.grossToNet).Equal(v), v)
			v, _ = goal.RateOnOneBasis().Value()
			assert.True(t, n(c.netToNet).Equal(v), v)
		})
	}
}

func TestGrossToNet(t *testing.T) {
	goal := exampleOfGuideline()
	assert.True(t, goal.IsGrossToNet())
	assert.False(t, goal.RateOnOneBasis().IsDefined())
	goal.BaseAlike = ghg.MustCO2e("16100.1 kt CO2e")

	find := func(goals ...korea.ReductionTarget) []ghg.Finding {
		_, f, err := korea.NewDocument(korea.DocumentDefinition{Place: "경상남도", Meta: korea.DocumentMeta{First: 2024, Last: 2033},
			ReductionTargets: goals})
		require.NoError(t, err)
		return f.All
	}
	f := find(goal)
	require.Len(t, f, 1)
	assert.Equal(t, ghg.Note, f[0].Severity, "the guideline prescribes it")
	assert.Equal(t, "the base counts gross and the target net, as the guideline has it: the rate is the cut of neither; "+
		"net to net it is 22.27%", f[0].Detail)
	assert.Equal(t, "기준배출량은 총배출량, 목표배출량은 순배출량 기준(지침의 방식): 감축률은 어느 쪽의 감축도 아님; 순배출량 대 순배출량 감축률은 22.27%", f[0].DetailKo)
	assert.Equal(t, "40.40%", f[0].Stated)

	// Any other pair is nobody's rule.
	goal.BaseCounts, goal.YearCounts, goal.BaseAlike = goal.YearCounts, goal.BaseCounts, ghg.CO2e{}
	f = find(goal)
	assert.Equal(t, ghg.Warning, f[0].Severity)
	assert.Equal(t, "the base counts net and the target gross: the rate is the cut of neither", f[0].Detail)

	// A rate with additional reductions alone.
	goal = exampleOfGuideline()
	goal.Boundary, goal.YearCounts = korea.ManagementAndAdditional, goal.BaseCounts
	f = find(goal)
	require.Len(t, f, 1)
	assert.Equal(t, korea.FindingNoHeadline, f[0].Code)
	assert.Equal(t, "2030년 감축률이 추가감축을 포함한 값만 있음: 추가감축은 계획의 감축률에 넣지 않으며, 감축률은 관리권한 기준", f[0].DetailKo)
	managed := exampleOfGuideline()
	managed.YearCounts = managed.BaseCounts
	assert.Empty(t, find(goal, managed))
}
