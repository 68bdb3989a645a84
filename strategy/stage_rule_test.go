package strategy_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/target"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// at is an action at a stage with an effect of a kind, of so many tonnes in 2030.
func at(id string, stage strategy.Stage, kind strategy.Kind, source strategy.EmissionSource, tonnes string) strategy.Action {
	r := must(strategy.NewReductions(kind, ghg.Unstated, map[int]ghg.CO2e{2030: ghg.MustCO2e(tonnes + " tCO2e")}))
	a := action(id, "E", strategy.Effect{On: source, Interaction: strategy.Overlapping, Reductions: r})
	a.Stage = stage
	return a
}

// An idea of 400 kt and a postponed tram close no gap: a scenario may count them.
func ExampleStageRule() {
	wind := at("wind", strategy.Idea, strategy.Expected, on("I.4.1", "", ""), "400000")
	tram := at("tram", strategy.Postponed, strategy.Expected, on("II.1.1", "", ""), "12500")
	buses := at("buses", strategy.Funded, strategy.Expected, on("II.4.1", "", ""), "7250")
	plan, findings, err := strategy.NewPortfolio(town(wind, tram, buses))
	fmt.Println(plan.CountedStages(), err)
	fmt.Println(findings.All[0])
	fmt.Println(findings.All[0].Korean())
	total, _ := plan.Total(strategy.Expected, 2030)
	fmt.Println(total.Explain().String())
	d := plan.Definition()
	d.CountedStages = strategy.EveryStage
	all, _, _ := strategy.NewPortfolio(d)
	total, _ = all.Total(strategy.Expected, 2030)
	fmt.Println(all.CountedStages().Korean(), total.CO2e)
	// Output:
	// every stage but idea, postponed <nil>
	// expected reductions, not-counted: 2 of the actions do not count in the expected reductions by their stage: "wind" (idea), 400000 tCO2e in 2030; "tram" (postponed), 12500 tCO2e in 2030; together 412500 tCO2e, each taken alone; counted: every stage but idea, postponed
	// 예상 감축량, 추진단계에 따라 집계하지 않은 사업: 추진단계에 따라 예상 감축량에 넣지 않은 사업이 2건입니다: "wind"(구상) 2030년 400000 tCO2e; "tram"(연기) 2030년 12500 tCO2e. 각각 따로 본 합계 412500 tCO2e. 넣는 단계: 모든 단계(구상, 연기 제외)
	// expected reductions of "town" in 2030 = 7250 tCO2e
	//   c[i]   # what the effect cuts
	//       i  c [tCO2e]
	//       1  7250       buses, GPC 1.1 II.4.1; climate plan, 2024
	//   in    # what is in it: 1 actions; 0 not quantified, 0 withdrawn, 2 not counted by stage
	//   out   # not counted by stage (counted: every stage but idea, postponed): "wind" (idea), 400000 tCO2e in 2030; "tram" (postponed), 12500 tCO2e in 2030
	//   T   = sum(i: c[i]) = 7250 tCO2e   # total
	// 모든 단계 419750 tCO2e
}

// A council that counts only what has money.
func ExampleNewStageRule() {
	rule, err := strategy.NewStageRule(strategy.Funded, strategy.InProgress, strategy.Completed, strategy.Operating)
	fmt.Println(rule, err)
	fmt.Println(rule.Counts(strategy.Approved, strategy.Expected), rule.Counts(strategy.Approved, strategy.Verified))
	_, err = strategy.NewStageRule(strategy.Funded, strategy.Cancelled)
	fmt.Println(err)
	// Output:
	// funded, in progress, completed, operating <nil>
	// false true
	// stages that count, stages "cancelled": allowed are the stages from unstated to postponed
}

// What an idea would cut is named with its gap.
func ExampleTotal_Findings() {
	plan := must3(strategy.NewPortfolio(town(at("wind", strategy.Idea, strategy.Expected, on("I.4.1", "", ""), "400000"))))
	total, err := plan.Total(strategy.Expected, 2030)
	fmt.Println(total.CO2e, total.Findings().Len(), err)
	for _, a := range total.SetAside() {
		fmt.Println(a.Action.ID, a.Action.Stage.Korean(), a.CO2e)
	}
	// Output:
	// 0 tCO2e 1 <nil>
	// wind 구상 400000 tCO2e
}

func must3[T, U any](v T, _ U, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestStageRule(t *testing.T) {
	var zero strategy.StageRule
	count := map[strategy.Stage]bool{strategy.Idea: false, strategy.Postponed: false, strategy.Cancelled: false, strategy.Merged: false,
		strategy.Superseded: false, 13: false, 99: false}
	for s := strategy.StageUnstated; s < 20; s++ {
		want, isListed := count[s]
		want = want || !isListed && s.Valid()
		for _, k := range strategy.Kinds() {
			before := k == strategy.Potential || k == strategy.Expected
			assert.Equal(t, want || !before && (s == strategy.Idea || s == strategy.Postponed), zero.Counts(s, k), "%s %s", s, k)
			assert.Equal(t, s.Valid() && !s.IsWithdrawn(), strategy.EveryStage.Counts(s, k), "%s %s", s, k)
		}
	}
	one := must(strategy.NewStageRule(strategy.StageUnstated))
	assert.Equal(t, "unstated", one.String())
	assert.False(t, one.Counts(strategy.Approved, strategy.Potential))
	for want, list := range map[string][]strategy.Stage{
		`stages "0": name 1 or more`:     nil,
		`stages "idea": it is given`:     {strategy.Idea, strategy.Idea},
		`unknown stage (13)": allowed`:   {13},
		`stages "superseded": allowed`:   {strategy.Superseded},
		`stages "14": name 1 or more of`: make([]strategy.Stage, 14),
	} {
		_, err := strategy.NewStageRule(list...)
		require.ErrorContains(t, err, want)
	}
	for s := strategy.StageUnstated; s.Valid(); s++ {
		assert.NotEmpty(t, s.Korean(), s)
	}
	assert.Empty(t, strategy.Stage(13).Korean())
}

// Need 25.5 kt: a plan of 30 kt of which 20 kt are an idea closes nothing.
func TestGapByStage(t *testing.T) {
	goal := must(target.New(townGoal(target.Definition{})))
	bau := forecast("town", gpc.Basic, ghg.Unstated)
	gap := func(rule strategy.StageRule, stage strategy.Stage, kind strategy.Kind) strategy.Gap {
		d := town(at("sure", strategy.Approved, kind, on("I.1.1", "", ""), "10000"), at("wind", stage, kind, on("I.4.1", "", ""), "20000"))
		d.CountedStages = rule
		return must(must3(strategy.NewPortfolio(d)).Gap(goal, bau, kind, 2030))
	}
	for _, kind := range []strategy.Kind{strategy.Expected, strategy.Potential} {
		for _, stage := range []strategy.Stage{strategy.Idea, strategy.Postponed} {
			g := gap(strategy.StageRule{}, stage, kind)
			assert.Equal(t, "15500 tCO2e", g.CO2e.String())
			assert.False(t, g.IsClosed())
			assert.Equal(t, []int{1, 1, 0}, []int{g.Total.Quantified, g.Total.NotCounted, g.Total.NotQuantified})
			const counted = "(counted: every stage but idea, postponed): "
			assert.Contains(t, g.Explain().String(), counted+"\"wind\" ("+stage.String()+"), 20000 tCO2e in 2030")
			require.Equal(t, 1, g.Total.Findings().Len())
			assert.Equal(t, strategy.FindingNotCounted, g.Total.Findings().All[0].Code)
			assert.Equal(t, "20000 tCO2e", g.Total.Findings().All[0].Found)
			g = gap(strategy.EveryStage, stage, kind)
			assert.True(t, g.IsClosed())
			assert.Zero(t, g.Total.Findings().Len())
		}
	}
	for _, stage := range []strategy.Stage{strategy.StageUnstated, strategy.Scoping, strategy.Feasibility, strategy.InProgress} {
		assert.True(t, gap(strategy.StageRule{}, stage, strategy.Expected).IsClosed(), stage)
	}
	assert.True(t, gap(strategy.StageRule{}, strategy.Postponed, strategy.Verified).IsClosed(), "what is verified is no plan any more")
	decided := must(strategy.NewStageRule(strategy.Approved, strategy.Funded))
	assert.False(t, gap(decided, strategy.StageUnstated, strategy.Expected).IsClosed())
}

// Evaluated: the share of an idea has its tonnes, and cuts nothing of the source.
func TestEvaluateByStage(t *testing.T) {
	cut := func(id string, stage strategy.Stage, share string) strategy.Action {
		c := must(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: ghg.MustShare(share)}))
		a := action(id, "E", strategy.Effect{On: on("I.1.1", "gas", ""), Interaction: strategy.Overlapping, Cuts: c})
		a.Stage = stage
		return a
	}
	kt := func(amount string) map[int]ghg.CO2e {
		return map[int]ghg.CO2e{2030: ghg.MustCO2e(amount + " ktCO2e"), 2035: ghg.MustCO2e(amount + " ktCO2e")}
	}
	base := must(strategy.NewBaseline(strategy.BaselineDefinition{Name: "BAU", Place: "town", View: gpc.Basic, Metric: ghg.Unstated,
		Sources: []strategy.SourceEmissions{{On: on("I.1.1", "gas", ""), ByYear: kt("40")}}, Rest: kt("60"), Source: "forecast"}))
	nowhere := cut("nowhere", strategy.Idea, "5%")
	nowhere.Effects[0].On = on("I.2.1", "oil", "")
	d := town(cut("windows", strategy.Approved, "30%"), cut("boilers", strategy.Idea, "20%"), cut("pipes", strategy.Postponed, "7.5%"),
		nowhere, action("lessons", "E"))
	plan := must3(strategy.NewPortfolio(d))
	e := must(plan.Evaluate(base, strategy.Expected, strategy.Shapley))
	y, ok := e.Year(2030)
	require.True(t, ok)
	assert.Equal(t, "12000 tCO2e", y.Reduction().String(), "30 % alone, and not 49.7 % together")
	require.Equal(t, 1, e.Findings().Len())
	f := e.Findings().All[0]
	assert.Contains(t, f.Detail, `"boilers" (idea), 8000 tCO2e in 2030; "pipes" (postponed), 3000 tCO2e in 2030; `+
		`"nowhere" (idea), a share of its source in 2030; together 11000 tCO2e and what is not known in tonnes, each taken alone`)
	assert.Contains(t, f.DetailKo, `"boilers"(구상) 2030년 8000 tCO2e`)
	total := y.Total()
	assert.Equal(t, []int{1, 3, 1}, []int{total.Quantified, total.NotCounted, total.NotQuantified})
	assert.Equal(t, 3, total.ByArea()[0].NotCounted)
	w := must(e.Wedges(strategy.ByAction))
	assert.Contains(t, w.String(), "1 wedges by action", "boilers are no wedge")
	assert.Contains(t, w.String(), "1 actions not quantified", "and not unknown")
	assert.Contains(t, w.Details(), `by their stage: "boilers" (idea), 8000 tCO2e in 2030`)
	c := must(total.Concentration(strategy.ByAction, strategy.ConcentrationLimits{Top1: ghg.MustShare("40%")}))
	assert.Equal(t, []int{1, 1, 3}, []int{c.Parts, c.NotQuantified, c.NotCounted})
	assert.Contains(t, c.Details(), "1 parts; 1 not quantified, which may change every share; 3 actions not counted by stage")
	_, findings, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	assert.Contains(t, findings.String(), `"boilers" (idea), a share of its source in 2030`)
	empty, ok := e.Year(2035)
	require.True(t, ok)
	assert.Contains(t, empty.Total().Findings().String(), `"pipes" (postponed), no figure in 2035`)

	d.CountedStages = strategy.EveryStage
	d.Actions = d.Actions[:3]
	y, _ = must(must3(strategy.NewPortfolio(d)).Evaluate(base, strategy.Expected, strategy.Shapley)).Year(2030)
	assert.Equal(t, "19280 tCO2e", y.Reduction().String(), "40 kt × (1 − 0.7 × 0.8 × 0.925)")
}

// A factor that is stated for three is not that of two; what needs no factor stays.
func TestGroupByStage(t *testing.T) {
	gas := on("I.1.1", "gas", "")
	d := town(at("a", strategy.Approved, strategy.Expected, gas, "10"), at("b", strategy.Approved, strategy.Expected, gas, "20"),
		at("c", strategy.Idea, strategy.Expected, gas, "40"))
	factor := strategy.Group{Actions: []string{"a", "b", "c"}, On: gas, Interaction: strategy.Overlapping,
		Factor: decimal.New(8, -1), Source: "s"}
	d.Groups = []strategy.Group{factor}
	_, _, err := strategy.NewPortfolio(d)
	require.ErrorContains(t, err, "the stated factor is for all 3 expected effects together, and 1 of them do not count by their stage")
	d.CountedStages = strategy.EveryStage
	_, _, err = strategy.NewPortfolio(d)
	require.NoError(t, err)
	d.CountedStages = strategy.StageRule{}
	d.Actions[1].Stage = strategy.Idea
	_, findings, err := strategy.NewPortfolio(d)
	require.NoError(t, err, "one is left, and nothing combines")
	assert.Contains(t, findings.String(), "together 60 tCO2e")
	d.Actions[1].Stage = strategy.Approved
	d.Groups[0].Factor, d.Groups[0].LargestOnly = decimal.Decimal{}, true
	_, _, err = strategy.NewPortfolio(d)
	require.NoError(t, err)
}

// What counts and requires an idea is told; two of which one is an idea may exclude
// each other.
func TestRelationsByStage(t *testing.T) {
	pipes := at("pipes", strategy.Approved, strategy.Expected, on("I.1.1", "", ""), "10")
	pipes.Requires, pipes.Excludes = []string{"plant"}, []string{"pumps"}
	plant := at("plant", strategy.Idea, strategy.Expected, on("I.4.1", "", ""), "20")
	pumps := at("pumps", strategy.Postponed, strategy.Expected, on("I.2.1", "", ""), "40")
	_, findings, err := strategy.NewPortfolio(town(pipes, plant, pumps))
	require.NoError(t, err)
	require.Equal(t, 2, findings.Len())
	assert.Equal(t, `action "pipes", requires: it requires "plant", which does not count by its stage (idea): what it cuts counts without`,
		findings.All[0].String())
	assert.Contains(t, findings.All[0].DetailKo, "구상")
	assert.Equal(t, strategy.FindingNotCounted, findings.All[1].Code)
	d := town(pipes, plant, pumps)
	d.CountedStages = strategy.EveryStage
	_, findings, err = strategy.NewPortfolio(d)
	require.NoError(t, err)
	assert.Contains(t, findings.String(), "excludes: it excludes")
	assert.NotContains(t, findings.String(), "requires")
}
