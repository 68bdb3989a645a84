package budget_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleBudget_Korean() {
	fmt.Println(cityBudget().Korean())
	fmt.Println(budget.Budget{}.Korean())
	// Output:
	// city 2024-2050: 60000000 tCO2e (AR5)(2024~2050년)
	// 탄소예산 없음
}

// Two years are gone. What is left of the budget is asked how long it lasts: a constant
// course of the whole budget would stand for 2024 and 2025 too.
func ExampleExhaustion_Korean() {
	b := cityBudget()
	emitted := figures(2024, "7.6", "7.4")
	left, err := b.From(2026, emitted)
	if err != nil {
		fmt.Println(err)
		return
	}
	asNow := budget.Constant(ghg.MustCO2e("7.4 MtCO2e (AR5)"))
	for _, x := range []budget.Budget{left, b} {
		e, err := x.Exhaustion(asNow)
		fmt.Println(e.Answer.Korean(), "|", e.Korean(), err)
	}
	_, err = b.Exhaustion(budget.Plan("forecast", func(yield func(int, ghg.CO2e) bool) { yield(2026, ghg.MustCO2e("7 MtCO2e (AR5)")) }))
	fmt.Println(err)
	// Output:
	// 소진 | 2032년에 소진(2032.08년 시점), 배출 전제: 연간 7400000 tCO2e (AR5) 유지 <nil>
	// 소진 | 2032년에 소진(2032.10년 시점), 배출 전제: 연간 7400000 tCO2e (AR5) 유지 <nil>
	// forecast: no figure for 2024: budget "city 2024-2050" counts from then on, and the course begins in 2026: give the years before it too, or take off what was emitted in them with Budget.From(2026, figures) and ask the exhaustion of what is left
}

func ExampleUse_Korean() {
	u, err := cityBudget().Use(figures(2024, "7.6", "7.4"), 2025)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(u)
	fmt.Println(u.Korean())
	// Output:
	// 25.0% used through 2025, 45000000 tCO2e (AR5) left
	// 2025년까지 25.0% 사용, 잔여 45000000 tCO2e (AR5)
}

func ExamplePath_Korean() {
	p, err := cityBudget().Path(budget.Linear, budget.Start{Year: 2023, Emissions: ghg.MustCO2e("6 MtCO2e (AR5)")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(p.Korean())
	fmt.Println(p.Form().Korean(), "·", p.Form().Counting().Korean())
	s, err := p.Spending(2050)
	fmt.Println(s.Korean(), err)
	fmt.Println(s.Findings.Korean())
	// Output:
	// 선형, 연속(면적), 2023년 6000000 tCO2e (AR5)에서 시작
	// 선형 · 연속(면적)
	// 2024~2050년 합계 57000000 tCO2e (AR5) / 탄소예산 60000000 tCO2e (AR5), 5.0% 남음 <nil>
	// 탄소예산 "city 2024-2050", 경로 면적이 연도별 합계와 다름: 경로 아래의 면적이 탄소예산이며, 역년의 합계는 탄소예산과 다릅니다; 역년의 합계가 탄소예산인 경로는 Path.Discrete로 구합니다
	// 탄소예산 "city 2024-2050", 탄소예산이 남음: 마지막 해인 2050년까지 탄소예산 3000000 tCO2e (AR5)가 남습니다: 경로가 그 뒤로 이어집니다
}

func ExampleReport_Korean() {
	r, err := cityBudget().Report(in2023(), budget.ReportTerms{PeriodFirst: 2023, PeriodYears: 5, NearlySpent: ghg.MustShare("5%")})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Korean())
	fmt.Println(r.Path().Korean())
	for p := range r.Periods() {
		p.CO2e, _ = p.CO2e.Quotient(decimal.New(1, 0), 0)
		fmt.Println(p.Korean())
		break
	}
	// Output:
	// city 2024-2050: 60000000 tCO2e (AR5)(2024~2050년): 연간 11.4% 감축, 2044년에 거의 소진
	// 일정 감축률, 이산(역년 합계), 2023년 8000000 tCO2e (AR5)에서 시작
	// 2024~2027년: 23885118 tCO2e (AR5)
}

func ExampleAllowances_Korean() {
	mt := strings.Split(strings.Repeat("3 ", 13)+strings.Repeat("2 ", 8)+"1 1 1 1", " ") // 59 Mt in 25 years
	b, err := cityBudget().From(2049, figures(2024, mt...))
	if err != nil {
		fmt.Println(err)
		return
	}
	a, err := b.Allowances(func(yield func(int, ghg.CO2e) bool) {
		_ = yield(2049, ghg.MustCO2e("0.5 MtCO2e (AR5)")) && yield(2050, ghg.MustCO2e("0.3 MtCO2e (AR5)"))
	})
	fmt.Println(a.Korean(), err)
	// Output: 연도별 배출허용량 2049~2050년: 500000 tCO2e (AR5)에서 500000 tCO2e (AR5)까지, 합계 1000000 tCO2e (AR5) <nil>
}

// Every name and text has both languages.
func TestBudgetWords(t *testing.T) {
	type both interface {
		String() string
		Korean() string
	}
	for _, x := range []both{budget.NoAnswer, budget.Exceeded, budget.NotExceeded, budget.SpentBefore, budget.Answer(9), budget.Continuous,
		budget.Discrete, budget.Counting(0), budget.Counting(9), budget.Form{}, budget.Linear, budget.LinearYears, budget.Geometric,
		budget.ConstantRate, budget.Exponential, budget.Cubic(2050), budget.CappedDecay(ghg.MustShare("1%"))} {
		assert.NotEqual(t, x.String(), x.Korean())
		assert.NotEmpty(t, x.Korean())
		assert.NotContains(t, x.String()+x.Korean(), "%!")
	}
	assert.Equal(t, "3차(2050년에 0) 상한 감쇠(초기 기울기 연 1%) 알 수 없음 (9)",
		budget.Cubic(2050).Korean()+" "+budget.CappedDecay(ghg.MustShare("1%")).Korean()+" "+budget.Answer(9).Korean())
	for _, x := range []interface{ Korean() string }{budget.Use{}, budget.Exhaustion{}, budget.Spending{}, budget.Report{}, budget.Path{},
		budget.Allowances{}} {
		assert.Regexp(t, `없음|않음`, x.Korean())
	}
	b := must(budget.New(budget.Definition{Name: "x", Place: "city", View: view, Amount: co2e("0"), First: 2020, Last: budget.ForGood}))
	assert.Equal(t, "x: 0 tCO2e(2020년부터 영구)", b.Korean())
	trend := must(budget.Trend(co2e("0"), co2e("5")))
	e := must(b.Exhaustion(trend))
	assert.Equal(t, "2020년에 소진(2020.00년 시점), 배출 전제: 추세 5 tCO2e + 0 × 연도", e.Korean())
	assert.Equal(t, "2300년까지 초과하지 않음, 배출 전제: 연간 0 tCO2e 유지", must(b.Exhaustion(budget.Constant(co2e("0")))).Korean())
	owed := must(made("1", 2020, 2029).From(2022, yearly("city", 2020, "6", "7")))
	assert.Equal(t, "2022년 이전에 이미 소진", must(owed.Exhaustion(trend)).Korean())
	u := must(must(made("1", 2020, 2029).From(2021, yearly("city", 2020, "6", "7"))).Use(yearly("city", 2020, "6", "7"), 2021))
	assert.Equal(t, "2021년까지 계산할 수 없음 사용, 잔여 -12 tCO2e", u.Korean())
	require.Equal(t, 1, u.Findings.Len())
	assert.Equal(t, "탄소예산보다 12 tCO2e 더 배출했습니다", u.Findings.All[0].DetailKo)
	for _, f := range must(must(made("100", 2020, 2029).Path(budget.Cubic(2030), from(2020, "9"))).Spending(2029)).Findings.All {
		assert.NotEmpty(t, f.DetailKo)
		assert.NotContains(t, f.DetailKo, "%!")
	}
}
