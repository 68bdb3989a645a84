package sheet_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A slip in one line of a plan's table costs the budget of its action, and no other.
func ExampleReadBudgetTable_faultyLine() {
	slip := strings.Replace(cityBudget, ",,시비,50,100,150", ",,시비,5O,100,150", 1)
	read, report, err := sheet.ReadBudgetTable(strings.NewReader(slip), sheet.Format{Prices: strategy.Nominal},
		sheet.BudgetTable{City: strategy.Province}, []strategy.Action{{ID: "T-1"}, {ID: "B-1"}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, a := range read {
		fmt.Println(a.ID, len(a.Budget), "lines")
	}
	fmt.Println(report.Faults)
	for _, f := range report.Findings.All {
		if f.Code == sheet.FindingBudgetLeftOut {
			fmt.Println(f)
			fmt.Println(f.Korean())
		}
	}
	// Output:
	// T-1 0 lines
	// B-1 4 lines
	// line 6, 2026 "5O": not a number: "O" is not allowed in it
	// line 6, action "T-1", budget-left-out: nothing of the table is read for it, as it is at fault on line 6: 250000000 KRW (nominal) that could be read are left out too
	// 6행, 사업 "T-1", 사업 예산을 읽지 않음: 6행에 오류가 있어 이 사업의 예산을 읽지 않았습니다. 읽을 수 있었던 2억5000만원(경상가격)도 빠졌습니다
}

func TestBudgetTableLeavesOutActionsAtFault(t *testing.T) {
	const head = "관리번호,재원,단위,2026,2027\n"
	for name, x := range map[string]struct {
		text    string
		a, b, c string
		faults  int
		left    []string
	}{
		"merged below a faulty line": {head + "A,국비,원,x,2\n,구비,원,3,4\nB,국비,원,5,6\n", "",
			"national 5 KRW (nominal), national 6 KRW (nominal)", "", 1,
			[]string{"line 2, action \"A\", budget-left-out: nothing of the table is read for it, as it is at fault on line 2: " +
				"7 KRW (nominal) that could be read are left out too"}},
		"two lines, and nothing else": {head + "B,국비,원,5,\nA,교부금,원,1,2\nA,구비,원,-3,4\nC,국비,원,7,\n", "", "national 5 KRW (nominal)",
			"national 7 KRW (nominal)", 2,
			[]string{"line 3, action \"A\", budget-left-out: nothing of the table is read for it, as it is at fault on lines 3, 4: " +
				"4 KRW (nominal) that could be read are left out too"}},
		"alone": {head + "A,국비,톤,1,2\nB,국비,원,5,\n", "", "national 5 KRW (nominal)", "", 2,
			[]string{`line 2, action "A", budget-left-out: nothing of the table is read for it, as it is at fault on line 2`}},
		"two currencies": {head + "A,국비,원,1,2\nA,구비,USD,1,2\nA,민간,원,x,\nB,국비,원,5,\n", "", "national 5 KRW (nominal)", "", 1,
			[]string{`line 4, action "A", budget-left-out: nothing of the table is read for it, as it is at fault on line 4`}},
		"unknown action": {head + "Z,국비,원,1,2\nB,국비,원,5,\n", "", "national 5 KRW (nominal)", "", 1, nil},
		"a sum": {head + "A,국비,원,1,2\nA,계,원,x,2\nB,국비,원,5,\n", "", "national 5 KRW (nominal)", "", 1,
			[]string{`line 3, action "A", budget-left-out: nothing of the table is read for it, as it is at fault on line 3: ` +
				`3 KRW (nominal) that could be read are left out too`}},
		"no label":      {head + ",국비,원,1,2\nB,국비,원,5,\n", "", "national 5 KRW (nominal)", "", 1, nil},
		"no row at all": {head + "A,국비,원,1,2\nB,\"국\"비,원,5,\n,구비,원,6,\nC,국비,원,7,\n", "", "", "", 1, nil},
	} {
		read, report := table(t, sheet.BudgetTable{}, x.text)
		assert.Equal(t, x.faults, report.Faults.Len(), "%s: %s", name, report.Faults)
		assert.Equal(t, []string{x.a, x.b, x.c}, []string{budgetOf(read[0]), budgetOf(read[1]), budgetOf(read[2])}, name)
		var left []string
		for _, f := range report.Findings.All {
			if f.Code == sheet.FindingBudgetLeftOut {
				left = append(left, f.String())
				assert.NotEmpty(t, f.DetailKo)
			}
		}
		assert.Equal(t, x.left, left, name)
	}
	// What an action had stays.
	had, report := table(t, sheet.BudgetTable{}, head+"A,국비,원,1,\n")
	require.NoError(t, report.Err())
	read, _, err := sheet.ReadBudgetTable(strings.NewReader(head+"A,국비,원,1,2\nB,국비,원,5,\n"), plainCSV, sheet.BudgetTable{}, had)
	require.NoError(t, err)
	assert.Equal(t, "national 1 KRW (nominal)", budgetOf(read[0]))
	assert.Equal(t, "national 5 KRW (nominal)", budgetOf(read[1]))
}
