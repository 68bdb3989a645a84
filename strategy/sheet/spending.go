package sheet

import (
	"errors"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

var spendingColumns = []ghg.CSVColumn{
	column("action*", "관리번호 과제번호 사업번호 사업코드"), column("year*", "연도 년도 점검연도"), column("funds", "재원 재원구분"),
	column("amount*", "집행액 집행금액 지출액 금액"), column("unit", "단위 화폐단위"), column("prices", "가격기준 기준가격"),
	column("source", "출처 문서"),
}

// ReadSpending reads what was spent on actions (집행액), one line an action and year, or an
// action, year and source of funds, and returns new actions with these lines. It reads
// delimited text as [ghg.ReadCSV] does, with the columns of [WriteSpending] in any order and
// under their English or Korean names; action, year and amount must be there.
//
//	관리번호,연도,집행액,출처
//	B-1,2025,8280백만원,2025년 결산
//
// In Korean: 관리번호 (action), 연도 (year), 재원 (funds), 집행액 (amount), 단위 (unit),
// 가격기준 (prices), 출처 (source).
//
//   - funds are words as for [ReadBudget], and blank where the record does not divide the
//     year by source; both in one year are a fault, as they may be the same money.
//   - amount and unit are what [strategy.ParseMoney] reads, in two cells or, with a unit of
//     won, in one.
//   - prices are nominal, or a year, or the format's; source is the record.
//
// Several lines of one year and source of funds are added, as of a supplement; one that says
// all that another says is a finding ([ghg.FindingSameLine]).
//
// An amount of 0 was reported; what has no line was not. What was spent may come in several
// files, as a file each year. A line that cannot be used is a fault, and the next one is
// read; so is a year and source of funds that the action has of a file before. An action
// with a line at fault gets nothing of the file.
func ReadSpending(r io.Reader, f Format, actions []strategy.Action) ([]strategy.Action, ghg.Report, error) {
	type item struct {
		action string
		year   int
	}
	type known struct {
		divided bool
		line    int // 0 of what was read before
	}
	years := map[item]known{}
	given := map[budgetKey]bool{}
	for _, a := range actions {
		for _, s := range a.Spent {
			given[budgetKey{a.ID, s.Year, s.Funds}] = true
			years[item{a.ID, s.Year}] = known{divided: s.Funds != 0}
		}
	}
	spent, lines := map[string][]strategy.SpendingLine{}, moneyLines{}
	sound, report, err := actionLines(r, &f, spendingColumns, actions, func(row csvRow, action *strategy.Action) {
		s := strategy.SpendingLine{Year: row.needYear(), Money: row.money(), Source: row.Text("source")}
		if row.Text("funds") != "" {
			s.Funds = row.funds()
		}
		if s.Money.Sign() < 0 {
			row.Refuse(strategy.FaultBudget, "amount", errors.New("money that was spent is not below 0: take off what was paid back"))
		}
		of := item{action.ID, s.Year}
		switch was, seen := years[of]; {
		case row.IsFaulty():
			return
		case seen && was.divided != (s.Funds != 0):
			row.Refuse(strategy.FaultRepeated, "funds",
				fmt.Errorf("%s this year by source of funds and undivided: give it once", has(was.line)))
		case given[budgetKey{action.ID, s.Year, s.Funds}]:
			row.Refuse(strategy.FaultRepeated, "year", fmt.Errorf("%s what was spent of these funds in this year: give it in one file", has(0)))
		}
		if row.IsFaulty() {
			return
		}
		if _, seen := years[of]; !seen {
			years[of] = known{s.Funds != 0, row.Line()}
		}
		spent[action.ID] = append(spent[action.ID], s)
		lines.add(row, action.ID, s.Year, s.Funds, s.Money, s.Source)
	})
	if err != nil {
		return nil, report, err
	}
	report.Findings.AddAll(lines.again)
	out := clones(actions)
	for id, i := range sound {
		out[i].Spent = append(out[i].Spent, spent[id]...)
	}
	return out, report, nil
}

// WriteSpending writes what was spent on actions so that [ReadSpending] reads the same
// values: the columns action, year, funds, amount, unit, prices and source, in the form of
// [WriteActions]. Amounts are in whole units of the currency, with every digit.
func WriteSpending(w io.Writer, actions []strategy.Action) error {
	var rows []cells
	bare := clones(actions)
	for i, a := range actions {
		bare[i].Spent = nil
		for _, s := range a.Spent {
			row := moneyCells(s.Money)
			row["action"], row["year"], row["source"] = a.ID, yearText(s.Year), s.Source
			if s.Funds != 0 {
				row["funds"] = s.Funds.String()
			}
			rows = append(rows, row)
		}
	}
	return writeRows(w, spendingColumns, rows, func(r io.Reader) (ghg.Report, error) {
		_, report, err := ReadSpending(r, Format{}, bare)
		return report, err
	})
}
