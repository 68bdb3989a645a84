package sheet

import (
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// BudgetTable is what a table of budgets does not say of itself.
type BudgetTable struct {
	// City is the tier of whose money 시비 is: [strategy.Province] in the plan of a
	// metropolitan city, [strategy.Municipality] in that of another city. Without it, 시비
	// is a fault.
	City strategy.GovernanceLevel
	// LocalIsSum says that a row 지방비 is the sum of the rows 시·도비 and 시·군·구비 of the
	// action, and no money beside theirs.
	LocalIsSum bool
	// Unit is that of the amounts, such as 백만원, where the table states none; and the one
	// that [WriteBudgetTable] writes.
	Unit string
}

// The columns of a table of budgets that are no year, and the words of its sums.
var (
	tableColumns = []ghg.CSVColumn{
		column("action*", "관리번호 과제번호 사업번호 사업코드"), column("funds*", "재원 재원구분 재원별"), column("unit", "단위 화폐단위"),
	}
	sumTexts = []string{"계", "합계", "소계", "총계", "총사업비", "사업비계", "total", "Total", "TOTAL", "subtotal", "Subtotal", "sum", "Sum",
		"total cost", "Total cost"}
	localParts = []string{"시비", "도비", "시도비", "시·도비", "시/도비", "구비", "군비", "시군비", "시·군비", "구군비", "구·군비", "시군구비", "시·군·구비",
		"provincial", "Provincial", "municipal", "Municipal"}
	unitInTitle = regexp.MustCompile(`(?i)(?:단위|unit)\s*[:：]?\s*([^)\],;]+)`)
)

// ReadBudgetTable reads the budgets of actions from a table with years as columns and a row
// for each source of funds, as Korean plans write them, and returns new actions with these
// lines. The text is read as [wide.Read] does, titles above the header too.
//
//		(단위: 백만원)
//		관리번호,사업명,재원,2026,2027,계
//		T-1,전기버스,계,150,250,400
//		,,국비,100,150,250
//		,,시비,50,100,150
//
//	  - The columns 관리번호 (action) and 재원 (funds) must be there; a blank action is that of
//	    the row above, as in merged cells. A blank amount is no line.
//	  - Funds are the words of [strategy.Funds]: 국비, 시·도비, 시·군·구비, 지방비, 기금, 민간; 시비
//	    is what [BudgetTable].City says.
//	  - The unit stands in a column 단위 (unit), in brackets behind each year, in a title, or
//	    is that of the [BudgetTable]. Prices are the format's.
//	  - What is called a sum (계, 합계, 소계, 총계, 총사업비, total) is held against its parts and
//	    never added, be it a row or a column. Where they differ there is a finding.
//
// A line that cannot be used is a fault, and the next one is read; so is money of a year and
// source of funds that the action has already. An action with a line at fault gets nothing of
// the table, and a finding says what of it is left out ([FindingBudgetLeftOut]). A line of
// which not even the action is known gives nothing to any: what stands below it may be of
// its action.
func ReadBudgetTable(r io.Reader, f Format, t BudgetTable, actions []strategy.Action) ([]strategy.Action, ghg.Report, error) {
	index, err := actionIndex(actions)
	if err != nil {
		return nil, ghg.Report{}, err
	}
	if f.Prices == 0 {
		return nil, ghg.Report{}, ghg.Refusal("budget table", "prices", "", "name those of the file: Format.Prices is a year or strategy.Nominal")
	}
	var h tableHead
	under, err := ghg.UnderTitles(r, f.CSVFormat, h.read)
	if errors.Is(err, ghg.ErrNoHeader) {
		err = ghg.Fault{Code: ghg.FaultHeader, Of: "budget table", Field: "header",
			Detail: err.Error() + ": one names action (관리번호) and funds (재원)"}
	}
	if err != nil {
		return nil, ghg.Report{}, err
	}
	format, err := h.format(f.CSVFormat, t)
	if err != nil {
		return nil, ghg.Report{}, err
	}
	table, report, err := wide.Read(under, format)
	if err != nil {
		return nil, report, err
	}
	// A budget of 0 in the last years is a plan, and no figure to come.
	report.Findings.All = slices.DeleteFunc(report.Findings.All, func(f ghg.Finding) bool { return f.Code == wide.FindingToCome })
	b := budgetRows{table: t, head: h, prices: f.Prices, report: &report, actions: clones(actions), index: index, given: map[budgetKey]int{},
		faulty: map[string][]int{}}
	for _, a := range actions {
		for _, l := range a.Budget {
			b.given[budgetKey{a.ID, l.Year, l.Funds}] = 0
		}
	}
	for row := range table.NotRead() {
		b.atFault(row)
	}
	for row := range table.Rows() {
		b.read(row)
	}
	b.localBesideParts()
	if b.isLost(table) {
		return clones(actions), report, nil
	}
	b.leaveOut(actions)
	return b.actions, report, nil
}

// tableHead is what header and titles of a table say.
type tableHead struct {
	action, funds, unit string // the headers of these columns
	sums                []wide.Column
	inHeader            bool   // units stand in brackets behind the years
	title               string // the unit that a title states
}

var bracketed = regexp.MustCompile(`^(.*?)\s*[(\[（]([^()\[\]（）]*)[)\]）]$`)

// read takes the cells of a title, or of the header.
func (h *tableHead) read(cells []string) ([]string, error) {
	at := func(n int) string {
		i := slices.IndexFunc(cells, tableColumns[n].Is)
		if i < 0 {
			return ""
		}
		return cells[i]
	}
	if h.action, h.funds, h.unit = at(0), at(1), at(2); h.action == "" || h.funds == "" {
		for _, cell := range cells {
			if m := unitInTitle.FindStringSubmatch(cell); m != nil {
				h.title = strings.TrimSpace(m[1])
			}
		}
		return nil, nil
	}
	for _, cell := range cells {
		head, unit := cell, ""
		if m := bracketed.FindStringSubmatch(cell); m != nil {
			head, unit = m[1], m[2]
		}
		if year := strings.TrimSuffix(head, "년"); unit != "" && len(year) == len("2026") && strings.Trim(year, "0123456789") == "" {
			h.inHeader = true
		}
		if isSum(head) {
			h.sums = append(h.sums, wide.Column{Head: cell, Unit: unit})
		}
	}
	return cells, nil
}

func isSum(text string) bool {
	return slices.ContainsFunc(sumTexts, func(s string) bool { return words.Fold(s) == words.Fold(text) })
}

// format is how the table is read.
func (h tableHead) format(csv ghg.CSVFormat, t BudgetTable) (wide.Format, error) {
	f := wide.Format{CSV: csv, Labels: []string{h.action, h.funds}, Merged: []string{h.action}, SumColumns: h.sums}
	f.CSV.Marks = nil
	for _, m := range csv.Marks {
		if m.Column == "" || budgetColumns[3].Is(m.Column) {
			m.Column = ""
			f.CSV.Marks = append(f.CSV.Marks, m)
		}
	}
	for _, label := range f.Labels {
		for _, text := range sumTexts {
			f.SumRows = append(f.SumRows, wide.SumRow{Label: label, Text: text})
		}
	}
	if t.LocalIsSum {
		for _, text := range []string{"지방비", "local", "Local"} {
			f.SumRows = append(f.SumRows, wide.SumRow{Label: h.funds, Text: text, Of: localParts})
		}
	}
	switch {
	case h.unit != "":
		f.Unit = wide.UnitIn(h.unit)
	case h.inHeader:
		f.Unit = wide.UnitInHeader
	case h.title != "":
		f.Unit = wide.UnitOf(h.title)
	case t.Unit != "":
		f.Unit = wide.UnitOf(t.Unit)
	default:
		return f, ghg.Refusal("budget table", "unit", "",
			"the table states none, in a column 단위, behind its years or in a title: name it in BudgetTable.Unit, such as 백만원")
	}
	return f, nil
}

// budgetKey is what no two lines of a table share.
type budgetKey struct {
	action string
	year   int
	funds  strategy.Funds
}

// budgetRows reads the rows of a table that are no sums.
type budgetRows struct {
	table   BudgetTable
	head    tableHead
	prices  strategy.Prices
	report  *ghg.Report
	actions []strategy.Action
	index   map[string]int
	given   map[budgetKey]int // line, 0 of what was read before
	local   []wide.Row        // those of undivided local funds
	faulty  map[string][]int  // the lines at fault of an action
}

func (b *budgetRows) refuse(row wide.Row, code, field, value, detail string) {
	b.atFault(row)
	b.report.Faults.Add(ghg.Fault{Code: code, Line: row.Line(), Field: field, Value: value, Detail: detail})
}

func (b *budgetRows) read(row wide.Row) {
	id, text := row.Label(b.head.action), row.Label(b.head.funds)
	at, known := b.index[id]
	if !known {
		b.refuse(row, FaultUnknownAction, b.head.action, id, "no such action: none was read, or its own line was at fault")
	}
	funds, why := b.table.funds(text)
	if why != "" {
		b.refuse(row, strategy.FaultBudget, b.head.funds, text, why)
	}
	if !known || why != "" {
		return
	}
	if funds == strategy.LocalFunds {
		b.local = append(b.local, row)
	}
	for c := range row.Cells() {
		amount, ok := c.Number()
		if !ok {
			continue
		}
		head := fmt.Sprint(c.Period.Year())
		money, err := b.money(c, amount)
		key := budgetKey{id, c.Period.Year(), funds}
		line, twice := b.given[key]
		switch {
		case !c.Period.IsTwelveMonths():
			b.refuse(row, ghg.FaultHeader, c.Period.String(), "", "a budget is of a year")
		case err != nil:
			b.refuse(row, strategy.FaultBudget, head, c.String(), err.Error())
		case money.Sign() < 0:
			b.refuse(row, strategy.FaultBudget, head, c.Text, "money that is set aside is not below 0")
		case twice:
			b.refuse(row, strategy.FaultRepeated, head, c.Text, fmt.Sprintf("%s %s funds of this year: give them once", has(line), funds))
		default:
			b.given[key] = row.Line()
			b.actions[at].Budget = append(b.actions[at].Budget, strategy.BudgetLine{Year: key.year, Funds: funds, Money: money})
		}
	}
}

func (b *budgetRows) money(c wide.Cell, amount decimal.Decimal) (strategy.Money, error) {
	power, currency, err := strategy.ParseMoneyUnit(c.Unit)
	if err != nil {
		return strategy.Money{}, err
	}
	return strategy.NewMoney(amount.Shift(power), currency, b.prices)
}

// funds are those that a row names, or why it names none.
func (t BudgetTable) funds(text string) (strategy.Funds, string) {
	if words.Fold(text) == "시비" {
		switch t.City {
		case strategy.Province:
			return strategy.ProvincialFunds, ""
		case strategy.Municipality:
			return strategy.MunicipalFunds, ""
		}
		return 0, "it is read in two ways: say in BudgetTable.City whose money it is, that of a strategy.Province (광역) or of a " +
			"strategy.Municipality (기초)"
	}
	if f, ok := fundsWords.Find(text); ok {
		return f, ""
	}
	return 0, "allowed are " + fundsWords.List(text)
}
