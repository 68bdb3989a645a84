package sheet_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What the settlement of accounts says was spent; the budget of one action is divided by
// source, and so is what was spent of it.
func ExampleReadSpending() {
	file := `관리번호,연도,재원,집행액,출처
E-1,2025,국비,13.9억원,결산 2025
E-1,2025,시·군·구비,"1,024백만원",결산 2025
T-1,2025,,0원,결산 2025
T-2,2025,,3억원,결산 2025
`
	actions, report, err := sheet.ReadSpending(strings.NewReader(file), sheet.Format{Prices: strategy.Nominal},
		[]strategy.Action{{ID: "E-1"}, {ID: "T-1"}})
	fmt.Println(err, report.Faults)
	for _, a := range actions {
		for _, s := range a.Spent {
			fmt.Println(a.ID, s.Year, s.Funds.Korean(), s.Money, s.Source)
		}
	}
	if err := sheet.WriteSpending(os.Stdout, actions); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <nil> line 5, 관리번호 "T-2": no such action: none was read, or its own line was at fault
	// E-1 2025 국비 1390000000 KRW (nominal) 결산 2025
	// E-1 2025 시·군·구비 1024000000 KRW (nominal) 결산 2025
	// T-1 2025  0 KRW (nominal) 결산 2025
	// action,year,funds,amount,unit,prices,source
	// E-1,2025,national,1390000000,KRW,nominal,결산 2025
	// E-1,2025,municipal,1024000000,KRW,nominal,결산 2025
	// T-1,2025,,0,KRW,nominal,결산 2025
}

func readSpending(t *testing.T, actions []strategy.Action, lines ...string) ([]strategy.Action, string) {
	t.Helper()
	read, report, err := sheet.ReadSpending(strings.NewReader("action,year,funds,amount,unit,prices,source\n"+strings.Join(lines, "\n")),
		plainCSV, actions)
	require.NoError(t, err)
	return read, faultLines(report.Faults)
}

func spentOn(a strategy.Action) string {
	var lines []string
	for _, s := range a.Spent {
		lines = append(lines, fmt.Sprint(s.Year, " ", s.Funds, " ", s.Money.Amount(), " ", s.Source))
	}
	return strings.Join(lines, ", ")
}

func TestReadSpendingFaults(t *testing.T) {
	for _, c := range []struct{ line, faults string }{
		{"A,,,1,KRW,,", `missing-field: line 3, year: it is needed`},
		{"A,26,,1,KRW,,", `period: line 3, year "26": write a year from 1850 to 2300`},
		{"A,2026,시비,1,KRW,,", `budget: line 3, funds "시비": it is read in two ways: write provincial (시·도비) for a metropolitan ` +
			`city's money and municipal (시·군·구비) for a municipality's; allowed are national (국비), provincial (도비, 시도비, 시비도비), ` +
			`municipal (구군비, 구비, 군비, 시군구비), local (지방비), earmarked (기금), private (민간, 민자), household (가계), ` +
			`business (기업), credit revenue (배출권수익, 배출권판매수익, 크레딧수입)`},
		{"A,2026,,,KRW,,", `missing-field: line 3, amount: it is needed`},
		{"A,2026,,1,,,", `missing-field: line 3, unit: it is needed`},
		{"A,2026,,-1,KRW,,", `budget: line 3, amount "-1": money that was spent is not below 0: take off what was paid back`},
		{"A,2025,,1,KRW,,", `repeated: line 3, funds: line 2 has this year by source of funds and undivided: give it once`},
	} {
		actions, faults := readSpending(t, abc(), "A,2025,national,5,KRW,,x", c.line, "B,2026,,7,KRW,,y")
		assert.Equal(t, c.faults, faults)
		assert.Empty(t, actions[0].Spent, "nothing is half applied")
		assert.Equal(t, "2026 no source of funds 7 y", spentOn(actions[1]))
	}
}

// A file each year; what was read before is not read twice.
func TestReadSpendingInSeveralFiles(t *testing.T) {
	first, faults := readSpending(t, abc(), "A,2025,,5,KRW,,x", "A,2025,,2,KRW,,supplement", "B,2025,national,4,KRW,,x")
	require.Empty(t, faults)
	assert.Equal(t, "2025 no source of funds 5 x, 2025 no source of funds 2 supplement", spentOn(first[0]))
	second, faults := readSpending(t, first, "A,2026,,6,KRW,,", "B,2025,municipal,1,KRW,,")
	require.Empty(t, faults)
	assert.Equal(t, []int{3, 2}, []int{len(second[0].Spent), len(second[1].Spent)})
	assert.Equal(t, []int{2, 1}, []int{len(first[0].Spent), len(first[1].Spent)}, "what was given is not changed")
	_, faults = readSpending(t, second, "A,2026,,6,KRW,,", "B,2025,,1,KRW,,")
	assert.Equal(t, `repeated: line 2, year "2026": what was read before has what was spent of these funds in this year: give it in one file
repeated: line 3, funds: what was read before has this year by source of funds and undivided: give it once`, faults)
	_, report, err := sheet.ReadSpending(strings.NewReader("관리번호,연도\nA,2025\n"), plainCSV, abc())
	require.NoError(t, err)
	assert.Contains(t, faultLines(report.Faults), "amount")
	_, _, err = sheet.ReadSpending(strings.NewReader("관리번호,연도\nA,2025\n"), plainCSV, []strategy.Action{{}})
	assert.ErrorContains(t, err, "an ID of at most 200 bytes")
}

// A line that was copied is added, and remarked on; a supplement is another.
func TestMoneyThatStandsTwice(t *testing.T) {
	lines := "action,year,funds,amount,unit,prices\nA,2025,national,5,KRW,\nA,2025,national,2,KRW,\n" +
		"B,2025,national,5,KRW,\nA,2025,national,5.0,KRW,\n"
	spent, report, err := sheet.ReadSpending(strings.NewReader(lines), plainCSV, abc())
	require.NoError(t, err)
	require.NoError(t, report.Err())
	assert.Len(t, spent[0].Spent, 3)
	const en = `line 5, action "A", same-line-twice: it says what line 2 says, and both are added: take one out if it is the same money`
	assert.Equal(t, en, report.Findings.String())
	assert.Contains(t, report.Findings.Korean(), "2행과 내용이 같으며")
	set, report, err := sheet.ReadBudget(strings.NewReader(lines), plainCSV, abc())
	require.NoError(t, err)
	assert.Len(t, set[0].Budget, 3)
	assert.Equal(t, en, report.Findings.String())
}

// What is written is read as the same values, or refused.
func TestSpendingRoundTrip(t *testing.T) {
	actions := abc()
	actions[1].Spent = []strategy.SpendingLine{
		{Year: 2025, Money: strategy.MustMoney("0 EUR", 2020)},
		{Year: 2026, Funds: strategy.CreditRevenue, Money: strategy.MustMoney("1234567890.125 EUR", 2020), Source: "=1+1, \"quoted\""}}
	var b strings.Builder
	require.NoError(t, sheet.WriteSpending(&b, actions))
	again, report, err := sheet.ReadSpending(strings.NewReader(b.String()), sheet.Format{}, abc())
	require.NoError(t, err)
	require.Zero(t, report.Faults.Len(), report.Faults)
	require.Len(t, again[1].Spent, 2)
	for i, s := range actions[1].Spent {
		assert.True(t, s.Money.Equal(again[1].Spent[i].Money))
		s.Money = again[1].Spent[i].Money
		assert.Equal(t, s, again[1].Spent[i])
	}
	won := strategy.MustMoney("5 KRW", strategy.Nominal)
	for says, s := range map[string]strategy.SpendingLine{
		`year: it is needed`: {Money: won}, `unit: it is needed`: {Year: 2026}, `is not below 0`: {Year: 2026, Money: won.Neg()},
		`allowed are`: {Year: 2026, Funds: 77, Money: won},
	} {
		b.Reset()
		assert.ErrorContains(t, sheet.WriteSpending(&b, []strategy.Action{{ID: "A", Spent: []strategy.SpendingLine{s}}}), says)
		assert.Empty(t, b.String())
	}
}
