package sheet_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// cityBudget is how a metropolitan city's plan states what its projects cost.
const cityBudget = `재정투자계획,,,,,
(단위: 백만원),,,,,
관리번호,사업명,재원,2026년,2027년,총사업비
T-1,전기버스,계,150,250,400
,,국비,100,150,250
,,시비,50,100,150
B-1,단열 개선,계,80,80,160
,,구비,30.5,30.5,61
,,민간,49.5,49.5,99
합계,,계,230,330,560
`

func ExampleReadBudgetTable() {
	actions := []strategy.Action{{ID: "T-1"}, {ID: "B-1"}}
	read, report, err := sheet.ReadBudgetTable(strings.NewReader(cityBudget), sheet.Format{Prices: strategy.Nominal},
		sheet.BudgetTable{City: strategy.Province}, actions)
	if err != nil || report.Err() != nil {
		fmt.Println(err, report.Faults)
		return
	}
	for _, a := range read {
		for _, l := range a.Budget {
			fmt.Println(a.ID, l.Year, l.Funds.Korean(), l.Money.StringKo())
		}
	}
	fmt.Println(report.Findings)

	wrong := strings.Replace(cityBudget, "계,150,250,400", "계,150,280,430", 1)
	_, report, err = sheet.ReadBudgetTable(strings.NewReader(wrong), sheet.Format{Prices: strategy.Nominal},
		sheet.BudgetTable{City: strategy.Province}, actions)
	fmt.Println(report.Findings, err)
	// Output:
	// T-1 2026 국비 1억원(경상가격)
	// T-1 2027 국비 1억5000만원(경상가격)
	// T-1 2026 시·도비 5000만원(경상가격)
	// T-1 2027 시·도비 1억원(경상가격)
	// B-1 2026 시·군·구비 3050만원(경상가격)
	// B-1 2027 시·군·구비 3050만원(경상가격)
	// B-1 2026 민간 4950만원(경상가격)
	// B-1 2027 민간 4950만원(경상가격)
	// line 3, column-not-read: the column "사업명" is not read: known are 관리번호, 재원, sum 1, 2026, 2027
	// line 3, column-not-read: the column "사업명" is not read: known are 관리번호, 재원, sum 1, 2026, 2027
	// line 4, T-1 / 계, total-mismatch: its 2 parts give another sum, beyond rounding, in 2027 <nil>
}

func ExampleWriteBudgetTable() {
	actions := []strategy.Action{{ID: "T-1"}, {ID: "B-1"}}
	read, _, err := sheet.ReadBudgetTable(strings.NewReader(cityBudget), sheet.Format{Prices: strategy.Nominal},
		sheet.BudgetTable{City: strategy.Province}, actions)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, l := range []words.Language{words.Korean, words.English} {
		if err := sheet.WriteBudgetTable(os.Stdout, read, sheet.BudgetTable{Unit: words.In(l, "mn KRW", "백만원")}, l); err != nil {
			fmt.Println(err)
		}
	}
	// Output:
	// 관리번호,재원,단위,2026,2027,계
	// T-1,계,백만원,150,250,400
	// T-1,국비,백만원,100,150,250
	// T-1,시·도비,백만원,50,100,150
	// B-1,계,백만원,80,80,160
	// B-1,시·군·구비,백만원,30.5,30.5,61
	// B-1,민간,백만원,49.5,49.5,99
	// action,funds,unit,2026,2027,total
	// T-1,total,mn KRW,150,250,400
	// T-1,national,mn KRW,100,150,250
	// T-1,provincial,mn KRW,50,100,150
	// B-1,total,mn KRW,80,80,160
	// B-1,municipal,mn KRW,30.5,30.5,61
	// B-1,private,mn KRW,49.5,49.5,99
}

// table reads a table for the actions A, B and C.
func table(t *testing.T, of sheet.BudgetTable, text string) ([]strategy.Action, ghg.Report) {
	t.Helper()
	read, report, err := sheet.ReadBudgetTable(strings.NewReader(text), plainCSV, of, abc())
	require.NoError(t, err)
	return read, report
}

func TestBudgetTableUnits(t *testing.T) {
	for name, text := range map[string]string{
		"column":      "action,funds,unit,2026,2027\nA,national,억원,1.5,2\nA,municipal,천원,100000,\n",
		"years":       "action,funds,2026 (억원),2027(백만원)\nA,national,1.5,200\nA,municipal,1,\n",
		"title":       "budget (unit: mn KRW),,,\naction,funds,2026,2027\nA,national,150,200\nA,municipal,100,\n",
		"title alone": "단위 : 백만원,,,\n관리번호,재원구분,2026,2027\nA,국비,150,200\nA,구비,100,\n",
		"given":       "관리번호,재원,2026년,2027년\nA,국비,15000,20000\nA,시·군·구비,10000,\n",
	} {
		read, report := table(t, sheet.BudgetTable{Unit: "만원"}, text)
		assert.Empty(t, faultLines(report.Faults), name)
		assert.Zero(t, report.Findings.Len(), name)
		assert.Equal(t, "national 150000000 KRW (nominal), national 200000000 KRW (nominal), municipal 100000000 KRW (nominal)",
			budgetOf(read[0]), name)
		assert.Equal(t, []int{2026, 2027, 2026}, []int{read[0].Budget[0].Year, read[0].Budget[1].Year, read[0].Budget[2].Year}, name)
	}
}

func TestBudgetTableFunds(t *testing.T) {
	text := "관리번호,재원,2026\nA,국비,1\nA,시비,2\nA,기금,3\nA,민간,4\nA,배출권수익,5\n"
	for city, want := range map[strategy.GovernanceLevel]string{strategy.Province: "provincial", strategy.Municipality: "municipal"} {
		read, report := table(t, sheet.BudgetTable{City: city, Unit: "원"}, text)
		assert.Empty(t, faultLines(report.Faults))
		assert.Equal(t, "national 1 KRW (nominal), "+want+" 2 KRW (nominal), earmarked 3 KRW (nominal), private 4 KRW (nominal), "+
			"credit revenue 5 KRW (nominal)", budgetOf(read[0]))
	}
	_, report := table(t, sheet.BudgetTable{Unit: "원"}, text)
	assert.Contains(t, faultLines(report.Faults), `line 3, 재원 "시비": it is read in two ways: say in BudgetTable.City`)

	// 지방비 alone is money; beside its parts it is told that it is a sum, or it is a fault.
	read, report := table(t, sheet.BudgetTable{Unit: "원"}, "관리번호,재원,2026,2027\nA,지방비,7,8\nB,지방비,7,8\nB,도비,7,\n")
	assert.Equal(t, `budget: line 3, 재원 "지방비": the action has funds of a tier in the same year: where they are part of this, set `+
		`BudgetTable.LocalIsSum`, faultLines(report.Faults))
	assert.Equal(t, "local 7 KRW (nominal), local 8 KRW (nominal)", budgetOf(read[0]))
	assert.Empty(t, read[1].Budget, "nothing is half applied")
	read, report = table(t, sheet.BudgetTable{Unit: "원"}, "관리번호,재원,2026,2027\nA,지방비,7,8\n")
	assert.Empty(t, faultLines(report.Faults))
	assert.Equal(t, "local 7 KRW (nominal), local 8 KRW (nominal)", budgetOf(read[0]))
	read, report = table(t, sheet.BudgetTable{Unit: "원", LocalIsSum: true},
		"관리번호,재원,2026,계\nA,계,16,16\nA,국비,6,6\nA,지방비,10,10\nA,도비,7,7\nA,군비,3,3\n")
	assert.Empty(t, faultLines(report.Faults))
	assert.Zero(t, report.Findings.Len(), report.Findings)
	assert.Equal(t, "national 6 KRW (nominal), provincial 7 KRW (nominal), municipal 3 KRW (nominal)", budgetOf(read[0]))
	_, report = table(t, sheet.BudgetTable{Unit: "원", LocalIsSum: true}, "관리번호,재원,2026\nA,지방비,13\nA,도비,7\nA,군비,3\nB,지방비,1\n")
	assert.Equal(t, []string{"total-mismatch", "total-without-parts"}, codesOf(report.Findings))
}

func codesOf(f ghg.Findings) (out []string) {
	for _, x := range f.All {
		out = append(out, x.Code)
	}
	return out
}

// A sum that is stated is in no figure, wherever it stands.
func TestBudgetTableSums(t *testing.T) {
	for name, x := range map[string]struct {
		text  string
		codes []string
	}{
		"all agree": {"관리번호,재원,2026,2027,합계\nA,소계,3,5,8\nA,국비,1,2,3\nA,구비,2,3,5\nB,국비,4,0,4\n합계,계,7,5,12\n합계,국비,5,2,7\n", nil},
		"a row":     {"관리번호,재원,2026,2027\nA,계,7,5\nA,국비,1,2\nA,구비,2,3\nB,국비,4,0\n", []string{"total-mismatch"}},
		"a column":  {"관리번호,재원,2026,2027,총사업비\nA,국비,1,2,3\nA,구비,2,3,9\nB,국비,4,0,4\n", []string{"total-mismatch"}},
		"the whole": {"관리번호,재원,2026,2027\nA,국비,1,2\nA,구비,2,3\nB,국비,4,0\n총계,계,10,5\n", []string{"total-mismatch"}},
		"no parts":  {"관리번호,재원,2026,2027\nA,국비,1,2\nA,구비,2,3\nB,국비,4,0\nC,계,4,4\n", []string{"total-without-parts"}},
		"English":   {"action,funds,2026,2027,Total\nA,Total,3,5,8\nA,national,1,2,3\nA,municipal,2,3,5\nB,national,4,0,4\n", nil},
		"rounded":   {"관리번호,재원,2026,2027,계\nA,국비,1,2,3.5\nA,구비,2,3,5\nB,국비,4,0,4\n", []string{"total-rounded"}},
	} {
		read, report := table(t, sheet.BudgetTable{Unit: "원"}, x.text)
		assert.Empty(t, faultLines(report.Faults), name)
		assert.Equal(t, x.codes, codesOf(report.Findings), "%s: %s", name, report.Findings)
		assert.Equal(t, "national 1 KRW (nominal), national 2 KRW (nominal), municipal 2 KRW (nominal), municipal 3 KRW (nominal)",
			budgetOf(read[0]), name)
		assert.Equal(t, "national 4 KRW (nominal), national 0 KRW (nominal)", budgetOf(read[1]), name)
		assert.Empty(t, read[2].Budget, name)
	}
}

func TestBudgetTableFaults(t *testing.T) {
	const head = "관리번호,재원,2026,2027\n"
	for text, says := range map[string]string{
		head + "Z,국비,1,2\n":              `unknown-action: line 2, 관리번호 "Z": no such action`,
		head + "A,교부금,1,2\n":             `budget: line 2, 재원 "교부금": allowed are national`,
		head + "A,,1,2\n":                `budget: line 2, 재원: allowed are national`,
		head + "A,국비,x,2\n":              `not a number`,
		head + "A,국비,-1,2\n":             `budget: line 2, 2026 "-1": money that is set aside is not below 0`,
		head + "A,국비,1,2\nA,국비,3,4\n":    "line 2 has the same labels",
		head + "A,도비,1,\nA,시·도비,3,4\n":   `repeated: line 3, 2026 "3": line 2 has provincial funds of this year: give them once`,
		head + "A,국비,1e30,\n":            "2026",
		"관리번호,재원,단위,2026\nA,국비,톤,1\n":    `budget: line 2, 2026 "1 톤": a unit of money is needed`,
		"관리번호,재원,2026-01\nA,국비,1\n":      "a budget is of a year",
		"관리번호,재원,단위,2026\nA,국비,,1\n":     "a figure needs its unit",
		"관리번호,재원,2026\nA,국비,\"1,200\"\n": "thousands separators are not allowed",
	} {
		read, report := table(t, sheet.BudgetTable{Unit: "조원"}, text)
		assert.Contains(t, faultLines(report.Faults), says, text)
		assert.Empty(t, read[0].Budget)
	}
	// What an action has already is not read twice.
	read, _ := table(t, sheet.BudgetTable{Unit: "원"}, head+"A,국비,1,\n")
	again, report, err := sheet.ReadBudgetTable(strings.NewReader(head+"A,국비,,2\n"), plainCSV, sheet.BudgetTable{Unit: "원"}, read)
	require.NoError(t, err)
	assert.Empty(t, faultLines(report.Faults))
	assert.Len(t, again[0].Budget, 2)
	_, report, err = sheet.ReadBudgetTable(strings.NewReader(head+"A,국비,1,\n"), plainCSV, sheet.BudgetTable{Unit: "원"}, read)
	require.NoError(t, err)
	assert.Contains(t, faultLines(report.Faults), "what was read before has national funds of this year")
	assert.Len(t, read[0].Budget, 1, "what was given is not changed")

	for text, says := range map[string]string{
		"":           "no line of the first 41 is the header: one names action (관리번호) and funds (재원)",
		"a,b\n1,2\n": "no line of the first 41",
		"관리번호,재원,비고\nA,국비,x\n":   "no column is a year",
		"관리번호,재원,2026\nA,국비,1\n": "the table states none",
	} {
		of := sheet.BudgetTable{Unit: "원"}
		if strings.Contains(text, "2026") {
			of.Unit = ""
		}
		_, _, err := sheet.ReadBudgetTable(strings.NewReader(text), plainCSV, of, abc())
		assert.ErrorContains(t, err, says, text)
	}
	_, _, err = sheet.ReadBudgetTable(strings.NewReader(head), sheet.Format{}, sheet.BudgetTable{Unit: "원"}, abc())
	assert.ErrorContains(t, err, "prices")
	_, _, err = sheet.ReadBudgetTable(strings.NewReader(head), plainCSV, sheet.BudgetTable{Unit: "원"}, append(abc(), abc()...))
	assert.ErrorContains(t, err, "that no other action has")
}

// Dashes and thousands are what the format says they are.
func TestBudgetTableMarks(t *testing.T) {
	f := plainCSV
	f.Thousands = ','
	f.Marks = []ghg.CSVMark{{Column: "금액", Text: "-"}, {Column: "share", Text: "x"}}
	const text = "관리번호,재원,2026,2027\nA,국비,\"1,200\",-\n"
	read, report, err := sheet.ReadBudgetTable(strings.NewReader(text), f, sheet.BudgetTable{Unit: "억원"}, abc())
	require.NoError(t, err)
	assert.Empty(t, faultLines(report.Faults))
	assert.Equal(t, "national 120000000000 KRW (nominal)", budgetOf(read[0]))
}

// A budget that is written as a table, in each language and unit, is read as it was.
func TestBudgetTableIsReadAsItIsWritten(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 9))
	for range 150 {
		actions := abc()
		prices := []strategy.Prices{strategy.Nominal, 2024}[r.IntN(2)]
		for i := range actions {
			for f := strategy.NationalFunds; f.Valid(); f++ {
				if f == strategy.LocalFunds || r.IntN(2) == 0 {
					continue
				}
				for y := 2026; y < 2031; y++ {
					if r.IntN(4) > 0 {
						m := must(strategy.NewMoney(decimal.New(r.Int64N(1e9), int32(r.IntN(9)-3)), strategy.KRW, prices))
						actions[i].Budget = append(actions[i].Budget, strategy.BudgetLine{Year: y, Funds: f, Money: m})
					}
				}
			}
		}
		l := []words.Language{words.English, words.Korean}[r.IntN(2)]
		of := sheet.BudgetTable{Unit: []string{"원", "천원", "백만원", "억원", "bn KRW"}[r.IntN(5)]}
		var text, again strings.Builder
		require.NoError(t, sheet.WriteBudgetTable(&text, actions, of, l))
		read, report, err := sheet.ReadBudgetTable(strings.NewReader(text.String()), sheet.Format{Prices: prices}, sheet.BudgetTable{}, abc())
		require.NoError(t, err)
		require.Zero(t, report.Faults.Len()+report.Findings.Len(), "%s\n%s%s", text.String(), report.Faults, report.Findings)
		for i := range read {
			require.Equal(t, budgetOf(actions[i]), budgetOf(read[i]))
		}
		require.NoError(t, sheet.WriteBudgetTable(&again, read, of, l))
		require.Equal(t, text.String(), again.String())
	}
}

// Years of 0 at the end are planned, and nobody is told that they may be to come.
func TestBudgetTableOfZeros(t *testing.T) {
	lines := []strategy.BudgetLine{{Year: 2026, Funds: strategy.NationalFunds, Money: strategy.MustMoney("5 KRW", strategy.Nominal)},
		{Year: 2027, Funds: strategy.NationalFunds, Money: strategy.MustMoney("0 KRW", strategy.Nominal)}}
	var b strings.Builder
	require.NoError(t, sheet.WriteBudgetTable(&b, []strategy.Action{{ID: "A", Budget: lines}}, sheet.BudgetTable{Unit: "원"}, words.Korean))
	read, report := table(t, sheet.BudgetTable{}, b.String())
	assert.Equal(t, "national 5 KRW (nominal), national 0 KRW (nominal)", budgetOf(read[0]))
	assert.Empty(t, codesOf(report.Findings))
}

func TestWriteBudgetTableRefuses(t *testing.T) {
	won, euro := strategy.MustMoney("5 KRW", strategy.Nominal), strategy.MustMoney("5 EUR", strategy.Nominal)
	line := strategy.BudgetLine{Year: 2026, Funds: strategy.NationalFunds, Money: won}
	with := func(change func(*strategy.BudgetLine)) []strategy.Action {
		l := line
		change(&l)
		return []strategy.Action{{ID: "A", Budget: []strategy.BudgetLine{line, l}}}
	}
	for says, actions := range map[string][]strategy.Action{
		"another line has them in 2026":  with(func(*strategy.BudgetLine) {}),
		`year "26"`:                      with(func(l *strategy.BudgetLine) { l.Year = 26 }),
		`funds "no source of funds"`:     with(func(l *strategy.BudgetLine) { l.Funds = 0 }),
		"no money given":                 with(func(l *strategy.BudgetLine) { l.Year, l.Money = 2027, strategy.Money{} }),
		"does not meet":                  with(func(l *strategy.BudgetLine) { l.Year, l.Money = 2027, euro }),
		"restate one with a price index": with(func(l *strategy.BudgetLine) { l.Year, l.Money = 2027, strategy.MustMoney("5 KRW", 2020) }),
		"is not below 0":                 with(func(l *strategy.BudgetLine) { l.Year, l.Money = 2027, won.Neg() }),
		"no action has money":            abc(),
		"set BudgetTable.LocalIsSum": {{ID: "A", Budget: []strategy.BudgetLine{{Year: 2026, Funds: strategy.LocalFunds, Money: won},
			{Year: 2026, Funds: strategy.MunicipalFunds, Money: won}}}},
		"that no other action has":      {{ID: "A", Budget: []strategy.BudgetLine{line}}, {ID: "A"}},
		"does not add up as it is read": {{ID: "계", Budget: []strategy.BudgetLine{line}}},
	} {
		var b strings.Builder
		err := sheet.WriteBudgetTable(&b, actions, sheet.BudgetTable{Unit: "원"}, words.Korean)
		assert.ErrorContains(t, err, says)
		assert.Empty(t, b.String())
	}
	var b strings.Builder
	assert.ErrorContains(t, sheet.WriteBudgetTable(&b, with(func(*strategy.BudgetLine) {}), sheet.BudgetTable{}, words.Korean), "unit")
}
