package sheet

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// FindingBudgetLeftOut says that an action gets nothing of a table of budgets, as one of its
// lines is at fault, and what the others have.
const FindingBudgetLeftOut = "budget-left-out"

var leftOut = struct{ alone, others words.Term }{
	alone: words.Term{En: "nothing of the table is read for it, as it is at fault on %s", Ko: "%s에 오류가 있어 이 사업의 예산을 읽지 않았습니다"},
	others: words.Term{En: "nothing of the table is read for it, as it is at fault on %s: %s that could be read are left out too",
		Ko: "%s에 오류가 있어 이 사업의 예산을 읽지 않았습니다. 읽을 수 있었던 %s도 빠졌습니다"},
}

// isLost reports whether a line is at fault of which not even the labels were read: what is
// below it may be of its action.
func (b *budgetRows) isLost(t wide.Table) bool {
	known := map[int]bool{}
	for _, rows := range []func(func(wide.Row) bool){t.Rows(), t.SumRows(), t.NotRead()} {
		for r := range rows {
			known[r.Line()] = true
		}
	}
	return slices.ContainsFunc(b.report.Faults.All, func(f ghg.Fault) bool { return !known[f.Line] })
}

// leaveOut gives actions with a line at fault what they had, and says so.
func (b *budgetRows) leaveOut(actions []strategy.Action) {
	for i, a := range actions {
		lines := b.faulty[a.ID]
		if len(lines) == 0 {
			continue
		}
		read := b.actions[i].Budget[len(a.Budget):]
		b.actions[i].Budget = slices.Clone(a.Budget)
		slices.Sort(lines)
		f := ghg.Finding{Code: FindingBudgetLeftOut, Severity: ghg.Serious, Line: lines[0], Of: "action " + words.Quote(a.ID)}
		money, ok := together(read)
		if !ok {
			b.report.Findings.Add(f.Said(leftOut.alone, ghg.NameLines(lines)))
			continue
		}
		b.report.Findings.Add(f.Said(leftOut.others, ghg.NameLines(lines), words.Term{En: money.String(), Ko: money.StringKo()}))
	}
}

// together is the money of lines; false of none, and of several currencies.
func together(lines []strategy.BudgetLine) (sum strategy.Money, ok bool) {
	for i, l := range lines {
		var err error
		if i == 0 {
			sum = l.Money
		} else if sum, err = sum.Add(l.Money); err != nil {
			return sum, false
		}
	}
	return sum, len(lines) > 0
}

// atFault notes that a line of an action is at fault.
func (b *budgetRows) atFault(row wide.Row) {
	if id := row.Label(b.head.action); !slices.Contains(b.faulty[id], row.Line()) {
		b.faulty[id] = append(b.faulty[id], row.Line())
	}
}

// localBesideParts refuses undivided local funds beside those of a tier: they may be the
// same money.
func (b *budgetRows) localBesideParts() {
	for _, row := range b.local {
		for c := range row.Cells() {
			id, year := row.Label(b.head.action), c.Period.Year()
			_, provincial := b.given[budgetKey{id, year, strategy.ProvincialFunds}]
			_, municipal := b.given[budgetKey{id, year, strategy.MunicipalFunds}]
			if _, ok := c.Number(); ok && (provincial || municipal) {
				b.refuse(row, strategy.FaultBudget, b.head.funds, row.Label(b.head.funds),
					"the action has funds of a tier in the same year: where they are part of this, set BudgetTable.LocalIsSum")
				break
			}
		}
	}
}
