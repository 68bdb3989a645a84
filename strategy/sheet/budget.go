package sheet

import (
	"errors"
	"fmt"
	"io"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

var budgetColumns = []ghg.CSVColumn{
	column("action*", "관리번호 과제번호 사업번호 사업코드"), column("year*", "연도 년도"), column("funds*", "재원 재원구분"),
	column("amount*", "금액 예산 예산액 사업비"), column("unit*", "단위 화폐단위"), column("prices", "가격기준 기준가격"),
}

// ReadBudget reads the budgets of actions, one line an action, year and
// source of funds, and returns new actions with these lines. It reads delimited
// text as [ghg.ReadCSV] does, with the columns of [WriteBudget] in any order
// and under their English or Korean names; all but prices must be there.
//
// In Korean: 관리번호 (action), 연도 (year), 재원 (funds), 금액 (amount), 단위
// (unit), 가격기준 (prices).
//
//   - funds are a word of [strategy.Funds], in English or Korean: national (국비),
//     provincial (시·도비), municipal (시·군·구비). The bare 시비 is refused, as it is
//     provincial in a metropolitan city and municipal elsewhere; city, which files once said, is
//     municipal.
//   - amount and unit are what [strategy.ParseMoney] reads: 120 and 억원, 1.5 and bn KRW,
//     3조6341억 and 원, or 3조6341억원 and no unit.
//   - prices are nominal, or a year.
//
// The budget of an action may come in several files, by year or by source of funds. Several
// lines of one year and source are added; one that says all that another says is a finding
// ([ghg.FindingSameLine]).
//
// A line that cannot be used is a fault, and the next one is read; so is money of a
// year and source of funds that the action has of a file before. An action with a line
// at fault gets nothing of the file.
func ReadBudget(r io.Reader, f Format, actions []strategy.Action) ([]strategy.Action, ghg.Report, error) {
	type item struct {
		action string
		year   int
		funds  strategy.Funds
	}
	given := map[item]bool{}
	for _, a := range actions {
		for _, l := range a.Budget {
			given[item{a.ID, l.Year, l.Funds}] = true
		}
	}
	budgets, lines := map[string][]strategy.BudgetLine{}, moneyLines{}
	sound, report, err := actionLines(r, &f, budgetColumns, actions, func(row csvRow, action *strategy.Action) {
		l := strategy.BudgetLine{Year: row.needYear(), Funds: row.funds(), Money: row.setAside()}
		if !row.IsFaulty() && given[item{action.ID, l.Year, l.Funds}] {
			row.Refuse(strategy.FaultRepeated, "year", fmt.Errorf("%s %s funds of this year: give them in one file", has(0), l.Funds))
		}
		if !row.IsFaulty() {
			budgets[action.ID] = append(budgets[action.ID], l)
			lines.add(row, action.ID, l.Year, l.Funds, l.Money)
		}
	})
	if err != nil {
		return nil, report, err
	}
	report.Findings.AddAll(lines.again)
	out := clones(actions)
	for id, i := range sound {
		out[i].Budget = append(out[i].Budget, budgets[id]...)
	}
	return out, report, nil
}

// funds are the source of funds that a row must name.
func (r csvRow) funds() strategy.Funds {
	if text := r.Text("funds"); words.Fold(text) == "시비" {
		r.Refuse(strategy.FaultBudget, "funds", errors.New("it is read in two ways: write provincial (시·도비) for a metropolitan "+
			"city's money and municipal (시·군·구비) for a municipality's; allowed are "+fundsWords.List(text)))
		return 0
	}
	return needWord(r, strategy.FaultBudget, "funds", fundsWords)
}

// money is the amount, unit and prices of a row.
func (r csvRow) money() strategy.Money {
	var amount decimal.Decimal
	var power int32
	var currency strategy.Currency
	ok := false
	if words, inWords := r.numberWords(); inWords {
		m, err := strategy.ParseMoney(words, strategy.Nominal) // its prices are not in it
		amount, currency, ok = m.Amount(), m.Currency(), err == nil
	}
	if !ok {
		amount, power, currency, ok = r.amountOfMoney()
	}
	prices := r.prices()
	if r.IsFaulty() || !ok {
		return strategy.Money{}
	}
	m, err := strategy.NewMoney(amount.Shift(power), currency, prices)
	if err != nil {
		r.Refuse(ghg.FaultNumber, "amount", err)
	}
	return m
}

// amountOfMoney are a number and its unit of money in two columns.
func (r csvRow) amountOfMoney() (amount decimal.Decimal, power int32, c strategy.Currency, ok bool) {
	r.Need("amount")
	amount, ok = r.Number("amount")
	unit := r.Need("unit")
	power, c, err := strategy.ParseMoneyUnit(unit)
	if err != nil && unit != "" {
		r.Refuse(strategy.FaultBudget, "unit", err)
	}
	return amount, power, c, ok && err == nil
}

// setAside is the money of a row, which is not below 0.
func (r csvRow) setAside() strategy.Money {
	m := r.money()
	if m.Sign() < 0 {
		r.Refuse(strategy.FaultBudget, "amount", errors.New("money that is set aside is not below 0"))
	}
	return m
}

// prices are those that a row names, or the format's.
func (r csvRow) prices() strategy.Prices {
	text := r.Text("prices")
	if words.Fold(text) == "" {
		if r.format.Prices == 0 {
			r.Refuse(ghg.FaultMissingField, "prices", errors.New("prices are needed, nominal or of a year, in this column or for the file"))
		}
		return r.format.Prices
	}
	p, err := strategy.ParsePrices(text)
	if err != nil {
		var f ghg.Fault
		errors.As(err, &f)
		r.Refuse(strategy.FaultBudget, "prices", errors.New(f.Detail)) // the row says where
	}
	return p
}

// WriteBudget writes the budgets of actions so that [ReadBudget] reads
// the same values: the columns action, year, funds, amount, unit and prices, in
// the form of [WriteActions]. Amounts are in whole units of the currency, with
// every digit.
func WriteBudget(w io.Writer, actions []strategy.Action) error {
	var rows []cells
	bare := clones(actions)
	for i, a := range actions {
		bare[i].Budget = nil
		for _, l := range a.Budget {
			row := moneyCells(l.Money)
			row["action"], row["year"], row["funds"] = a.ID, yearText(l.Year), l.Funds.String()
			rows = append(rows, row)
		}
	}
	return writeRows(w, budgetColumns, rows, func(r io.Reader) (ghg.Report, error) {
		_, report, err := ReadBudget(r, Format{}, bare)
		return report, err
	})
}

// moneyCells are amount, unit and prices.
func moneyCells(m strategy.Money) cells {
	prices := strconv.Itoa(int(m.Prices()))
	if m.Prices() == strategy.Nominal {
		prices = strategy.Nominal.String()
	}
	return cells{"amount": m.Amount().String(), "unit": string(m.Currency()), "prices": prices}
}
