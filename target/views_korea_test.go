package target_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// The province as it is published: 20,998.2 kt gross in 2018, 12,514.3 kt net in 2030,
// where its own table has 20,767.4 gross and 16,100.1 net in 2018.
func gyeongnam(t *testing.T, net2018 string) target.Progress {
	t.Helper()
	gross, net := ghg.MustDeclaredView("총배출량", "경상남도"), ghg.MustDeclaredView("순배출량", "경상남도")
	tt := mustTarget(t, target.Definition{Name: "2030", Place: "경상남도", Due: 2030, Metric: ghg.Unstated,
		Views: target.Views{Base: gross, Due: net},
		Goal:  target.FixedLevel{Level: ghg.MustMass("12514.3 천톤"), Year: 2018, Base: ghg.MustMass("20998.2 천톤")}})
	series := func(v ghg.View, first, later string) ghg.Yearly {
		y, err := ghg.NewYearly("경상남도", v, ghg.Unstated, []ghg.YearFigure{
			{Year: 2018, CO2e: ghg.MustCO2e(first + " 천톤CO2eq"), Vintage: ghg.FirstVintage},
			{Year: 2022, CO2e: ghg.MustCO2e(later + " 천톤CO2eq"), Vintage: ghg.FirstVintage}})
		require.NoError(t, err)
		return y
	}
	p, err := tt.Progress(2022, target.Linear, target.DefaultRules, series(gross, "20767.4", "19625.8"), series(net, net2018, "15078.7"))
	require.NoError(t, err)
	return p
}

// A gross base with a net level stands, with what it is from net to net beside it; and a
// base that the series has another figure for is told in two views as in one.
func TestGrossBaseWithNetLevel(t *testing.T) {
	p := gyeongnam(t, "16100.1")
	assert.Equal(t, "undefined: the level is of another view", p.ByView[0].Cut.String())
	assert.Equal(t, "0.222719113546", p.ByView[1].Cut.String())      // 1 - 12514.3/16100.1
	assert.Equal(t, "0.284845780579", p.ByView[1].Achieved.String()) // (16100.1 - 15078.7)/(16100.1 - 12514.3)
	require.Equal(t, 2, p.Findings.Len())
	differs, views := p.Findings.All[0], p.Findings.All[1]
	assert.Equal(t, target.FindingBaseDiffers, differs.Code)
	assert.Equal(t, "20767400 tCO2e", differs.Found)
	assert.Equal(t, "목표의 기준배출량은 2018년 20998200 tCO2e이나 시계열의 수치는 20767400 tCO2e (1차 산정)입니다: "+
		"결과는 목표의 기준배출량에 대한 것입니다", differs.DetailKo)
	assert.Equal(t, target.FindingTwoViews, views.Code)
	assert.Contains(t, views.Detail,
		"held against the base year in its own view, 순배출량, the level is a cut of 22.3%, of which 28.5% is achieved")
	assert.Equal(t, "기준배출량은 ‘총배출량’, 배출량은 ‘순배출량’입니다: 집계범위가 바뀐 것만으로 목표 감축량의 57.7%에 해당하며, "+ // (20998.2 - 16100.1)/8483.9
		"감축률은 어느 집계범위의 것도 아닙니다(총배출량: 5.5% 감축; 순배출량: 6.3% 감축)"+ // 1141.6/20767.4, 1021.4/16100.1
		"; 같은 집계범위(‘순배출량’)의 기준연도 배출량과 비교하면 목표 감축률은 22.3%이고 그 28.5%를 달성했습니다", views.DetailKo)
	assert.Contains(t, p.Explain().String(), "cut_2           = (B_2 - T) / B_2 = (16,100,100 - 12,514,300) / 16,100,100 = 0.222719113546, ")
	assert.Equal(t, "2030, 2022년: 판정 불가, 감축률 28.19%, 목표 달성률 69.77%, 감축경로 대비 -3091533.333 tCO2e; "+
		"두 집계범위의 비교이며, 그 차이만으로 목표의 57.73%", p.Korean())
}

// In its own view the level may be above the base year, and the year may have no figure.
func TestNothingAchievedFromNetToNet(t *testing.T) {
	p := gyeongnam(t, "12514.3")
	assert.Equal(t, "0", p.ByView[1].Cut.String())
	assert.Equal(t, "undefined: the target asks for no cut in this view", p.ByView[1].Achieved.String())
	r := target.ViewReduction{}
	assert.Contains(t, r.Korean(), "계산할 수 없음")
}

// A place that took up more than it emitted has no cut from net to net.
func TestNoCutFromNetToNet(t *testing.T) {
	p := gyeongnam(t, "-3")
	assert.Equal(t, "undefined: emissions of 2018 are below 0", p.ByView[1].Cut.String())
	f := p.Findings.All[1]
	assert.NotContains(t, f.Detail, "the level is a cut of")
	assert.Contains(t, f.Korean(), "순배출량: 감축률 계산할 수 없음")
	assert.NotContains(t, f.Korean(), "목표 감축률")
	assert.Equal(t, "undefined: emissions of 2018 are below 0", p.ByView[1].Achieved.String())
}

func ExampleProgress_Korean() {
	t, _ := target.New(daegu2030())
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, figures(t.Views().Due, ghg.AR5,
		ghg.YearFigure{Year: 2022, CO2e: ghg.MustCO2e("8.20 MtCO2e (AR5)"), Vintage: ghg.FirstVintage}))
	fmt.Println(p)
	fmt.Println(p.Korean())
	fmt.Println(target.Progress{}.Korean())
	// Output:
	// Daegu 2030 in 2022: slightly behind, reduction 13.04%, achieved 28.99%, gap 184500 tCO2e (AR5)
	// Daegu 2030, 2022년: 다소 지연, 감축률 13.04%, 목표 달성률 28.99%, 감축경로 대비 184500 tCO2e (AR5)
	// 자료 없음
}

func ExampleStatus_Korean() {
	for s := range target.AllStatuses() {
		fmt.Print(s.Korean(), " · ")
	}
	fmt.Println(target.Status(200).Korean())
	// Output:
	// 자료 없음 · 기준연도 · 달성 · 미달성 · 목표 수준 이하 · 기준연도보다 증가 · 변화 없음 · 계획보다 앞섬 · 정상 추진 · 다소 지연 · 지연 · 판정 불가 · 알 수 없음 (200)
}
