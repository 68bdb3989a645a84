package sheet_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func readBudget(t *testing.T, f sheet.Format, actions []strategy.Action, lines ...string) ([]strategy.Action, string) {
	t.Helper()
	read, report, err := sheet.ReadBudget(strings.NewReader("action,year,funds,amount,unit,prices\n"+strings.Join(lines, "\n")), f, actions)
	require.NoError(t, err)
	return read, faultLines(report.Faults)
}

func budgetOf(a strategy.Action) string {
	var lines []string
	for _, l := range a.Budget {
		lines = append(lines, l.Funds.String()+" "+l.Money.String())
	}
	return strings.Join(lines, ", ")
}

func TestReadBudgetValues(t *testing.T) {
	actions, faults := readBudget(t, plainCSV, abc(),
		"A,2026,national,1.5,bn KRW,", "A,2026,시·도비,120,억원,nominal", "A,2026년,시·군·구비,7,백만원,경상", "A,2027,민자,0,원,명목",
		"A,2027,Credit-Revenue,3,KRW,Nominal",
		"A,2028,city,4,KRW,", "B,2026,도비,2.25,mn EUR,2020", "B,2026,private,1,EUR,2020 prices", "B,2026,구비,1,EUR,2020년",
		"B,2027,시비/도비,1,k EUR,2020")
	require.Empty(t, faults)
	assert.Equal(t, "national 1500000000 KRW (nominal), provincial 12000000000 KRW (nominal), municipal 7000000 KRW (nominal), "+
		"private 0 KRW (nominal), credit revenue 3 KRW (nominal), municipal 4 KRW (nominal)", budgetOf(actions[0]))
	assert.Equal(t, "provincial 2250000 EUR (2020 prices), private 1 EUR (2020 prices), municipal 1 EUR (2020 prices), provincial 1000 "+
		"EUR (2020 prices)", budgetOf(actions[1]))
	assert.Equal(t, 2027, actions[0].Budget[3].Year)
	assert.Nil(t, actions[2].Budget)
}

const allFunds = "national, provincial, municipal, local, earmarked, private, household, business, credit revenue"

// Amounts in number words, with the unit in its column or behind them.
func TestReadBudgetInNumberWords(t *testing.T) {
	actions, faults := readBudget(t, plainCSV, abc(), "A,2026,국비,3조6341억,원,", `A,2027,국비,"1조 2,000억 원",,`, "A,2028,국비,8억 5천,만원,2024",
		"B,2026,국비,-1억,원,", "C,2026,국비,1억2조,원,")
	assert.Equal(t, "national 3634100000000 KRW (nominal), national 1200000000000 KRW (nominal), national 850000000 KRW (2024 prices)",
		budgetOf(actions[0]))
	assert.Equal(t, `budget: line 5, amount "-1억": money that is set aside is not below 0
number: line 6, amount "1억2조": not a number: "억" is not allowed in it`, faults)
	_, faults = readBudget(t, sheet.Format{}, abc(), "A,2026,국비,1억,원,")
	assert.Equal(t, "missing-field: line 2, prices: prices are needed, nominal or of a year, in this column or for the file", faults)
	commas := plainCSV
	commas.Comma, commas.Delimiter = true, ';'
	_, report, err := sheet.ReadBudget(strings.NewReader("action;year;funds;amount;unit\nA;2026;국비;1,200억;원\n"), commas, abc())
	require.NoError(t, err)
	assert.Contains(t, faultLines(report.Faults), `amount "1,200억": not a number`, "a comma might be a decimal mark")
}

func TestReadBudgetFaults(t *testing.T) {
	for _, c := range []struct{ line, faults string }{
		{"Z,2026,municipal,1,KRW,", `unknown-action: line 3, action "Z": no such action: none was read, or its own line was at fault`},
		{"A,,municipal,1,KRW,", `missing-field: line 3, year: it is needed`},
		{"A,26,municipal,1,KRW,", `period: line 3, year "26": write a year from 1850 to 2300`},
		{"A,2026,,1,KRW,", `missing-field: line 3, funds: it is needed`},
		{"A,2026,교부금,1,KRW,", `budget: line 3, funds "교부금": allowed are national (국비), provincial (도비, 시도비, 시비도비), ` +
			`municipal (구군비, 구비, 군비, 시군구비), local (지방비), earmarked (기금), private (민간, 민자), household (가계), ` +
			`business (기업), credit revenue (배출권수익, 배출권판매수익, 크레딧수입)`},
		{"A,2026,no source of funds,1,KRW,", `budget: line 3, funds "no source of funds": allowed are ` + allFunds},
		{"A,2026,municipal,,KRW,", `missing-field: line 3, amount: it is needed`},
		{"A,2026,municipal,1억,KRW,", `number: line 3, amount "1억": not a number: "억" is not allowed in it`},
		{"A,2026,municipal,1,,", `missing-field: line 3, unit: it is needed`},
		{"A,2026,municipal,1,won,", `budget: line 3, unit "won": a unit of money is needed, such as KRW, bn KRW or 억원`},
		{"A,2026,municipal,1e30,조원,", `number: line 3, amount "1e30": money: a number of 1 digits with exponent 42 is out of bounds: at ` +
			`most 38 digits, written out, and an exponent from -30 to 30 are allowed`},
		{"A,2026,municipal,-1,KRW,", `budget: line 3, amount "-1": money that is set aside is not below 0`},
		{"A,2026,municipal,1,KRW,real", `budget: line 3, prices "real": write nominal, or the price year from 1850 to 2300`},
		{"A,2026,municipal,1,KRW,1", `budget: line 3, prices "1": write nominal, or the price year from 1850 to 2300`},
		{"A,2026,municipal,1,KRW,02020", `budget: line 3, prices "02020": write nominal, or the price year from 1850 to 2300`},
		{"A,2026,municipal,1,KRW,1849", `budget: line 3, prices "1849": write nominal, or the price year from 1850 to 2300`},
	} {
		actions, faults := readBudget(t, plainCSV, abc(), "A,2026,municipal,5,KRW,", c.line, "B,2026,municipal,7,KRW,")
		assert.Equal(t, c.faults, faults)
		assert.Equal(t, map[bool]string{true: "municipal 5 KRW (nominal)"}[c.line[0] == 'Z'], budgetOf(actions[0]), "nothing is half applied")
		assert.Equal(t, "municipal 7 KRW (nominal)", budgetOf(actions[1]))
	}
	_, faults := readBudget(t, sheet.Format{}, abc(), "A,2026,municipal,5,KRW,")
	assert.Equal(t, "missing-field: line 2, prices: prices are needed, nominal or of a year, in this column or for the file", faults)
	given, _ := readBudget(t, plainCSV, abc(), "A,2026,municipal,5,KRW,")
	again, faults := readBudget(t, plainCSV, given, "A,2027,municipal,5,KRW,", "A,2026,national,5,KRW,", "B,2027,municipal,5,KRW,")
	assert.Empty(t, faults)
	assert.Equal(t, []int{3, 1}, []int{len(again[0].Budget), len(again[1].Budget)})
	same, faults := readBudget(t, plainCSV, again, "A,2026,municipal,6,KRW,", "A,2028,municipal,5,KRW,", "B,2028,municipal,5,KRW,")
	assert.Equal(t, `repeated: line 2, year "2026": what was read before has municipal funds of this year: give them in one file`, faults)
	assert.Equal(t, []int{3, 2}, []int{len(same[0].Budget), len(same[1].Budget)})
	assert.Empty(t, given[1].Budget, "what was given is not changed")
}

func TestWriteBudgetRefuses(t *testing.T) {
	won := strategy.MustMoney("5 KRW", strategy.Nominal)
	for says, l := range map[string]strategy.BudgetLine{
		`year: it is needed`:                  {Funds: strategy.MunicipalFunds, Money: won},
		`year "12": write a year`:             {Year: 12, Funds: strategy.MunicipalFunds, Money: won},
		`funds "no source of funds": allowed`: {Year: 2026, Money: won},
		`unit: it is needed`:                  {Year: 2026, Funds: strategy.MunicipalFunds},
		`a number of 61 digits with exponent 0`: {Year: 2026, Funds: strategy.MunicipalFunds,
			Money: must(must(won.Scale(decimalOf("1e30"))).Scale(decimalOf("1e30")))},
		`is not below 0`: {Year: 2026, Funds: strategy.MunicipalFunds, Money: won.Neg()},
	} {
		var b strings.Builder
		err := sheet.WriteBudget(&b, []strategy.Action{{ID: "A", Budget: []strategy.BudgetLine{l}}})
		assert.ErrorContains(t, err, says)
		assert.Empty(t, b.String())
	}
}
