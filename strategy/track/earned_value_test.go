package track_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/track"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func budget(year int, f strategy.Funds, money string) strategy.BudgetLine {
	return strategy.BudgetLine{Year: year, Funds: f, Money: nominal(money)}
}

func spent(year int, f strategy.Funds, money string) strategy.SpendingLine {
	return strategy.SpendingLine{Year: year, Funds: f, Money: nominal(money)}
}

// areas are those of a district's plan.
func areas() strategy.Framework {
	return must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "district", Name: "Climate plan of a district", Source: "plan, 2025",
		Areas: []strategy.Area{{Code: "E", Name: "Energy", NameKo: "에너지"}, {Code: "T", Name: "Transport", NameKo: "수송"}}}))
}

// funded is a plan with money: lights whose spending is divided by source, buses whose is
// not, a school that has not reported, lessons without a budget, and trams given up.
func funded() []strategy.Action {
	lights := action("lights", "E", completed(task("survey", "1", day(2025, 3, 31)), day(2025, 4, 2)),
		begun(task("first half", "3", day(2025, 12, 31)), "50%"), task("second half", "4", day(2026, 12, 31)))
	lights.NameKo = "가로등"
	lights.Budget = []strategy.BudgetLine{budget(2025, strategy.NationalFunds, "14.2억원"), budget(2025, strategy.MunicipalFunds, "14.2억원"),
		budget(2026, strategy.NationalFunds, "28.4억원")}
	lights.Spent = []strategy.SpendingLine{spent(2025, strategy.NationalFunds, "12억원"), spent(2025, strategy.MunicipalFunds, "8억원")}
	buses := action("buses", "T", completed(task("depot", "5", day(2025, 6, 30)), day(2025, 6, 1)), task("fleet", "5", day(2027, 6, 30)))
	buses.Budget = []strategy.BudgetLine{budget(2025, strategy.ProvincialFunds, "12억원"), budget(2027, strategy.ProvincialFunds, "18억원")}
	buses.Spent = []strategy.SpendingLine{spent(2025, 0, "11억원")}
	school := action("school", "T", begun(task("street", "2", day(2025, 8, 31)), "25%"))
	school.Budget = []strategy.BudgetLine{budget(2025, strategy.MunicipalFunds, "4억원")}
	trams := action("trams", "T", task("study", "1", day(2025, 1, 31)))
	trams.Stage, trams.Budget = strategy.Cancelled, []strategy.BudgetLine{budget(2025, strategy.MunicipalFunds, "9억원")}
	trams.Spent = []strategy.SpendingLine{spent(2025, strategy.MunicipalFunds, "0.7억원")}
	return []strategy.Action{lights, buses, school, action("lessons", "E", task("booklet", "1", day(2025, 5, 1))), trams}
}

func ExampleEarnedValue() {
	i, err := track.AssessImplementation(slices.Values(funded()), areas(), day(2025, 12, 31), track.ActionsEqually)
	if err != nil {
		fmt.Println(err)
		return
	}
	plan := i.Plan()
	fmt.Println(plan.Details())
	for year, e := range plan.Budget.ByYear() {
		fmt.Println(year, e)
	}
	for funds, e := range plan.Budget.In(2025, 2025).ByFunds() {
		fmt.Println(funds, e.Rate().Percent(1), e.Unreported)
	}
	fmt.Println(i.ByArea()[0])
	fmt.Println(plan.Korean())
	for _, area := range i.ByArea() {
		fmt.Println(area.Korean())
	}
	// Output:
	// plan on 2025-12-31, earned value, actions equally
	//   PV = Σ weight due / Σ weight = 3 / 4 = 0.75
	//   EV = Σ weight × done / Σ weight = 1.0625 / 4 = 0.265625
	//   SPI = EV / PV = 1.0625 / 3 = 0.354166666667
	//   7 tasks of 4 actions; 0 without a due day, never in PV; 0 cancelled, left out
	//   actions with tasks and a budget: 3, together 9080000000 KRW (nominal)
	//   SV = Σ budget × EV - Σ budget × PV = 3375000000 - 4740000000 = -1365000000
	//   of these with spending reported until 2025: 2
	//   CPI = EV / AC = 3275000000 / 3100000000 = 1.056451612903
	//   CV = EV - AC = 175000000
	// 2025 budget 4.44 bn KRW (nominal), executed 3.17 bn KRW (nominal) (71.4%), 1 unreported, 1 without a budget
	// national 84.5% 0
	// provincial undefined: no spending reported 1
	// municipal 47.8% 1
	// E Energy on 2025-12-31: planned 75.0%, earned 15.6%, SPI 0.208; schedule variance -1.065 bn KRW (nominal), CPI 0.888, cost variance -225 mn KRW (nominal)
	// 계획 전체, 2025-12-31 기준: 계획 진척률 75.0%, 실적 진척률 26.6%, 일정성과지수(SPI) 0.354; 일정편차 -13억6500만원(경상가격), 비용성과지수(CPI) 1.056, 비용편차 1억7500만원(경상가격)(사업 3개 가운데 집행 미보고 1개 제외)
	// E 에너지, 2025-12-31 기준: 계획 진척률 75.0%, 실적 진척률 15.6%, 일정성과지수(SPI) 0.208; 일정편차 -10억6500만원(경상가격), 비용성과지수(CPI) 0.888, 비용편차 -2억2500만원(경상가격)
	// T 수송, 2025-12-31 기준: 계획 진척률 75.0%, 실적 진척률 37.5%, 일정성과지수(SPI) 0.5; 일정편차 -3억원(경상가격), 비용성과지수(CPI) 1.364, 비용편차 4억원(경상가격)(사업 2개 가운데 집행 미보고 1개 제외)
}

// 45 % of the street lights are replaced, at 29억원 of a budget of 56.8억원.
func ExampleEarnedValue_CostVariance() {
	lights := action("lights", "E", begun(task("replace", "1", day(2026, 12, 31)), "45%"))
	lights.Budget = []strategy.BudgetLine{budget(2025, strategy.MunicipalFunds, "56.8억원")}
	lights.Spent = []strategy.SpendingLine{spent(2025, strategy.MunicipalFunds, "29억원")}
	i, err := track.AssessImplementation(slices.Values([]strategy.Action{lights}), areas(), day(2025, 12, 31), track.ByTaskWeight)
	e := i.Plan()
	cv, known := e.CostVariance()
	sv, _ := e.ScheduleVariance()
	fmt.Println("work worth", e.EarnedMoney, "at CPI", e.CPI, "costs more than that:", cv, known, err)
	fmt.Println("by its budget it is ahead by", sv)
	// Output:
	// work worth 2556000000 KRW (nominal) at CPI 0.881379310345 costs more than that: -344000000 KRW (nominal) true <nil>
	// by its budget it is ahead by 2556000000 KRW (nominal)
}

func TestEarnedValueOfActions(t *testing.T) {
	i := must(track.AssessImplementation(slices.Values(funded()), strategy.Framework{}, day(2025, 12, 31), track.ByTaskWeight))
	var got []string
	for e := range i.ByAction() {
		sv, _ := e.ScheduleVariance()
		cv, known := e.CostVariance()
		got = append(got, fmt.Sprint(e.Of, " ", sv.Amount(), " ", e.CPI, " ", cv.Amount(), " ", known, " ", e.Budget.Total().Rate().Percent(1)))
	}
	assert.Equal(t, []string{
		"lights -1065000000 0.8875 -225000000 true 70.4%",
		"buses 0 1.363636363636 400000000 true 91.7%",
		"school -300000000 undefined: spending is not reported for every year with a budget 0 false undefined: no spending reported",
		"lessons 0 undefined: no action with tasks has a budget 0 false undefined: no spending reported",
	}, got)
	for range i.ByAction() {
		break
	}
	for range i.Withdrawn() {
		break
	}
	assert.Equal(t, []string{"trams"}, slices.Collect(i.Withdrawn()))
	byArea := i.ByArea()
	assert.Equal(t, "E on 2025-12-31", byArea[0].String()[:15], "without a framework there are codes alone")
	assert.Equal(t, "7000만원(경상가격)", must(byArea[1].Budget.Of("trams").Total().Executed, nil).StringKo())
	for _, p := range i.ByPhase() {
		assert.Equal(t, "budgets are of actions, not of phases", p.CPI.Undefined())
		_, ok := p.ScheduleVariance()
		assert.False(t, ok)
		assert.Equal(t, "2030년까지, 2025-12-31 기준: 계획 진척률 57.1%, 실적 진척률 38.1%, 일정성과지수(SPI) 0.667", p.Korean())
	}
	assert.Equal(t, "계획 전체, 2025-12-31 기준", i.Plan().Korean()[:len("계획 전체, 2025-12-31 기준")])
}

const noneReported = "spending is not reported for every year with a budget"

// The budget of a year to come is not due, what was spent in it is not yet; a budget
// that is never reported is no cost of 0.
func TestEarnedValueKnowsItsDay(t *testing.T) {
	assess := func(year int, a strategy.Action) track.EarnedValue {
		return must(track.AssessImplementation(slices.Values([]strategy.Action{a}), areas(), day(year, 6, 30), track.ByTaskWeight)).Plan()
	}
	a := action("a", "E", begun(task("x", "3", day(2025, 6, 30)), "50%"), task("y", "6", day(2026, 6, 30)))
	a.Budget = []strategy.BudgetLine{budget(2024, strategy.NationalFunds, "5원"), budget(2025, strategy.NationalFunds, "7원"),
		budget(2026, strategy.MunicipalFunds, "15원")}
	a.Spent = []strategy.SpendingLine{spent(2024, strategy.NationalFunds, "4원"), spent(2025, strategy.NationalFunds, "0원"),
		spent(2027, 0, "9원")}
	e := assess(2025, a)
	assert.Equal(t, "27 9 4.5 4 1.125", fmt.Sprint(e.BAC.Amount(), " ", e.PlannedMoney.Amount(), " ", e.EarnedMoney.Amount(), " ",
		e.AC.Amount(), " ", e.CPI))
	assert.Equal(t, "budget 12 KRW (nominal), executed 4 KRW (nominal) (33.3%)", e.Budget.String())
	e = assess(2026, a)
	assert.Equal(t, noneReported, e.CPI.Undefined(), "2026 is due and not reported")
	assert.Equal(t, "계획 전체, 2026-06-30 기준: 계획 진척률 100.0%, 실적 진척률 16.7%, 일정성과지수(SPI) 0.167; "+
		"일정편차 -23원(경상가격), 비용성과지수(CPI) 계산할 수 없음(예산이 있는 해의 집행액 미보고)", e.Korean())
	assert.Equal(t, "27", e.PlannedMoney.Amount().String())
	e = assess(2023, a)
	assert.Equal(t, noneReported, e.CPI.Undefined(), "nothing is due, and nothing is known to be spent")
	assert.Equal(t, "budget no money, executed no money (undefined: no spending reported)", e.Budget.String())
	a.Spent = []strategy.SpendingLine{spent(2024, 0, "0원"), spent(2025, 0, "0원")}
	e = assess(2025, a)
	assert.Equal(t, "nothing was spent", e.CPI.Undefined())
	cv, known := e.CostVariance()
	assert.True(t, known)
	assert.Equal(t, "4.5", cv.Amount().String())
	assert.Contains(t, e.Korean(), "비용성과지수(CPI) 계산할 수 없음(집행액이 0), 비용편차")
	// A third of 10 is rounded once, to 8 places.
	a = action("a", "E", completed(task("x", "1", day(2025, 6, 30)), day(2025, 6, 30)), task("y", "2", day(2026, 6, 30)))
	a.Budget = []strategy.BudgetLine{budget(2025, strategy.NationalFunds, "10원")}
	assert.Equal(t, "3.33333333", assess(2025, a).EarnedMoney.Amount().String())
	a.Budget[0].Money = nominal("0원")
	assert.Equal(t, "no action with tasks has a budget", assess(2025, a).CPI.Undefined())
	assert.Equal(t, "계획 전체, 2025-06-30 기준: 계획 진척률 33.3%, 실적 진척률 33.3%, 일정성과지수(SPI) 1", assess(2025, a).Korean())
}

func TestEarnedValueRefusesMoney(t *testing.T) {
	a := action("a", "E", task("x", "1", day(2025, 6, 30)))
	a.Budget = []strategy.BudgetLine{budget(2025, strategy.NationalFunds, "10원")}
	a.Spent = []strategy.SpendingLine{{Year: 2025, Money: strategy.MustMoney("10원", 2024)}}
	_, err := track.AssessImplementation(slices.Values([]strategy.Action{a}), areas(), day(2025, 12, 31), track.ByTaskWeight)
	var money *strategy.MoneyMismatchError
	assert.ErrorAs(t, err, &money)
	a.Spent[0] = strategy.SpendingLine{Year: 2025}
	_, err = track.AssessImplementation(slices.Values([]strategy.Action{a}), areas(), day(2025, 12, 31), track.ByTaskWeight)
	var fault ghg.Fault
	require.ErrorAs(t, err, &fault)
	assert.Equal(t, `action "a", spending 1`, fault.Of)
	a.Spent = nil
	a.Phases[0].Tasks = append(a.Phases[0].Tasks, task("y", "1e30", day(2025, 6, 30)), task("z", "1e-30", day(2025, 6, 30)))
	_, err = track.AssessImplementation(slices.Values([]strategy.Action{a}), areas(), day(2025, 12, 31), track.ByTaskWeight)
	var bounds *exact.BoundsError
	assert.ErrorAs(t, err, &bounds)
	assert.ErrorContains(t, err, `action "a", earned value: `)
	var zero track.EarnedValue
	assert.Equal(t, " on 0000-00-00: undefined: not computed", zero.String())
	assert.Equal(t, ", 0000-00-00 기준: 계산할 수 없음(미산정)", zero.Korean())
	_, ok := zero.ScheduleVariance()
	assert.False(t, ok)
}

// Nothing that a page shows in Korean has English in it.
func TestKoreanOfNothing(t *testing.T) {
	a := action("가-1", "E")
	i := must(track.AssessImplementation(slices.Values([]strategy.Action{a}), areas(), day(2025, 12, 31), track.ByTaskWeight))
	assert.Equal(t, "계획 전체, 2025-12-31 기준: 계산할 수 없음(산정할 과업 없음)", i.Plan().Korean())
	a.Phases[0].Tasks = []strategy.Task{task("x", "1", day(2026, 6, 30))}
	i = must(track.AssessImplementation(slices.Values([]strategy.Action{a}), areas(), day(2025, 12, 31), track.ByTaskWeight))
	assert.Equal(t, "계획 전체, 2025-12-31 기준: 계획 진척률 0.0%, 실적 진척률 0.0%, 일정성과지수(SPI) 계산할 수 없음(기한이 지난 과업 없음: 2025-12-31)", i.Plan().Korean())
}
