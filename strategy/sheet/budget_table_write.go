package sheet

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// WriteBudgetTable writes the budgets of actions as a table with years as columns, so that
// [ReadBudgetTable] reads the same values: the columns action, funds, unit, the years from
// the first to the last, and total, by those names or in Korean (관리번호, 재원, 단위, 계).
// Each action has a row for each source of funds, and before them one of their sum.
//
// Amounts are in the unit of the [BudgetTable], with every digit. A year without a line is
// blank, and so is a sum of it: what is not known is not 0. Money in two prices, or in
// another currency than that of the unit, is refused; so are two lines of one year and
// source, which a table has no two cells for.
func WriteBudgetTable(w io.Writer, actions []strategy.Action, t BudgetTable, l words.Language) error {
	power, currency, err := strategy.ParseMoneyUnit(t.Unit)
	if err != nil {
		return ghg.Refusal("budget table", "unit", t.Unit, err.Error())
	}
	b := tableWriter{l: l, unit: t.Unit, power: power}
	bare := clones(actions)
	for i, a := range actions {
		bare[i].Budget = nil
		if err := b.take(a, currency); err != nil {
			return err
		}
	}
	if len(b.lines) == 0 {
		return ghg.Refusal("budget table", "budget", "", "no action has money of a year")
	}
	text := b.write(actions)
	again, report, err := ReadBudgetTable(bytes.NewReader(text), Format{Prices: b.prices}, BudgetTable{}, bare)
	switch {
	case err != nil:
		return err
	case report.Faults.Len() > 0:
		return fmt.Errorf("what is to be written could not be read: %w", report.Faults)
	}
	for _, f := range report.Findings.All {
		if f.Severity == ghg.Serious {
			return fmt.Errorf("what is to be written does not add up as it is read: %s", f)
		}
	}
	for i, a := range again {
		if !slices.EqualFunc(a.Budget, sorted(actions[i].Budget), sameLine) {
			return unwritable(a.ID, "budget", "")
		}
	}
	_, err = w.Write(text)
	return err
}

func sameLine(x, y strategy.BudgetLine) bool {
	return x.Year == y.Year && x.Funds == y.Funds && x.Money.Equal(y.Money)
}

// sorted are lines as a table has them: by source of funds, then by year.
func sorted(lines []strategy.BudgetLine) []strategy.BudgetLine {
	return slices.SortedFunc(slices.Values(lines), func(x, y strategy.BudgetLine) int {
		return cmp.Or(cmp.Compare(x.Funds, y.Funds), x.Year-y.Year)
	})
}

// tableWriter writes a table of budgets.
type tableWriter struct {
	l           words.Language
	unit        string
	power       int32
	prices      strategy.Prices
	first, last int
	lines       map[budgetKey]decimal.Decimal
}

// take takes in the lines of an action.
func (b *tableWriter) take(a strategy.Action, c strategy.Currency) error {
	for i, l := range a.Budget {
		of := fmt.Sprintf("action %s, budget line %d", words.Quote(a.ID), i+1)
		if b.prices == 0 {
			b.prices = l.Money.Prices()
		}
		key := budgetKey{a.ID, l.Year, l.Funds}
		_, twice := b.lines[key]
		var faults ghg.Faults
		faults.RefuseYear(of, "year", l.Year)
		switch {
		case !l.Funds.Valid():
			faults.Refuse(of, "funds", l.Funds.String(), "one is needed, such as strategy.NationalFunds")
		case twice:
			faults.Refuse(of, "funds", l.Funds.String(), fmt.Sprintf("another line has them in %d: a table has one", l.Year))
		}
		if err := faults.Err(); err != nil {
			return err
		}
		if like, err := strategy.NewMoney(decimal.Decimal{}, c, b.prices); l.Money.IsUnset() || err != nil {
			return fmt.Errorf("%s: %w", of, strategy.ErrNoMoney)
		} else if _, err := l.Money.Cmp(like); err != nil {
			return fmt.Errorf("%s: %w", of, err)
		}
		if b.lines == nil {
			b.lines, b.first, b.last = map[budgetKey]decimal.Decimal{}, l.Year, l.Year
		}
		b.lines[key] = l.Money.Amount()
		b.first, b.last = min(b.first, l.Year), max(b.last, l.Year)
	}
	return nil
}

func (b *tableWriter) write(actions []strategy.Action) []byte {
	head := slices.Clone(words.In(b.l, []string{"action", "funds", "unit"}, []string{"관리번호", "재원", "단위"}))
	for y := b.first; y <= b.last; y++ {
		head = append(head, strconv.Itoa(y))
	}
	total := words.In(b.l, "total", "계")
	lines := [][]string{append(head, total)}
	for _, a := range actions {
		funds := map[strategy.Funds]bool{}
		for _, l := range a.Budget {
			funds[l.Funds] = true
		}
		if len(funds) == 0 {
			continue
		}
		var rows [][]*decimal.Decimal
		by := slices.Sorted(maps.Keys(funds))
		for _, f := range by {
			var row []*decimal.Decimal
			for y := b.first; y <= b.last; y++ {
				if x, ok := b.lines[budgetKey{a.ID, y, f}]; ok {
					row = append(row, &x)
				} else {
					row = append(row, nil)
				}
			}
			rows = append(rows, row)
		}
		var sums []*decimal.Decimal
		for i := range rows[0] {
			var parts []*decimal.Decimal
			for _, row := range rows {
				parts = append(parts, row[i])
			}
			sums = append(sums, sumOf(parts))
		}
		lines = append(lines, b.row(a.ID, total, sums))
		for i, row := range rows {
			lines = append(lines, b.row(a.ID, words.In(b.l, by[i].String(), by[i].Korean()), row))
		}
	}
	return delimited(lines)
}

// sumOf are the parts added, or nothing where one is not known.
func sumOf(parts []*decimal.Decimal) *decimal.Decimal {
	var sum decimal.Decimal
	for _, x := range parts {
		if x == nil {
			return nil
		}
		sum = sum.Add(*x)
	}
	return &sum
}

func (b *tableWriter) row(id, funds string, amounts []*decimal.Decimal) []string {
	row := []string{ghg.GuardFormula(id), funds, b.unit}
	for _, x := range append(slices.Clone(amounts), sumOf(amounts)) {
		cell := ""
		if x != nil {
			cell = x.Shift(-b.power).String()
		}
		row = append(row, cell)
	}
	return row
}
