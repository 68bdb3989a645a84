package korea

import (
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/strategy"
)

// fundsLabel is a source of funds as the tables write it (재원구분); 0 is that of a sum over
// all. The bare 시비 is avoided: it is 시·도비 in a metropolitan city and 시·군·구비
// elsewhere.
func fundsLabel(f strategy.Funds) Label {
	if f == 0 {
		return Label{"합계", "total"}
	}
	return Label{f.Korean(), f.String()}
}

// FinancialLine is money of the plan in a year from one source of funds, or the
// sum over them (재정투자계획).
type FinancialLine struct {
	Part    PlanPart `json:"part"`
	Project string   `json:"project,omitempty"` // management number; "" for a sum over projects
	Sector  Label    `json:"sector,omitzero"`   // of a sum over the projects of a sector
	// IsTotal marks a sum over all sources of funds (합계); Funds is then left
	// out.
	IsTotal bool           `json:"total"`
	Funds   strategy.Funds `json:"funds"`
	Year    int            `json:"year"`
	Budget  strategy.Money `json:"budget"`
}

func (f FinancialLine) write(c *cells) {
	c.code(f.Part.Label(), false)
	sector := func(p MitigationProject) Label {
		if f.Project == "" {
			return f.Sector
		}
		return p.Sector
	}
	c.project(f.Project, numberOf, sector, nameOf)
	if f.IsTotal == (f.Funds != 0) || f.Funds != 0 && !f.Funds.Valid() {
		c.fault(FaultCode, f.Funds.String(), "a source of funds is needed, or the mark of a total, and not both")
		c.add("")
	} else {
		c.label(fundsLabel(f.Funds))
	}
	c.year(f.Year, true)
	if f.Budget.IsUnset() {
		c.fault(FaultMoney, "", "a budget is needed: leave the row out where there is none")
	}
	c.million(f.Budget)
	c.priced()
}

// FinancialPlan are the budget lines of a portfolio by project, source of funds
// and year, and after them the total of each year. Lines of one project, source
// and year are added. Withdrawn actions are left out. Money in two currencies
// or prices is a [*strategy.MoneyMismatchError].
func FinancialPlan(p strategy.Portfolio) ([]FinancialLine, error) {
	if p.IsZero() {
		return nil, strategy.ErrNoPortfolio
	}
	var out []FinancialLine
	totals := map[int]strategy.Money{}
	add := func(a, b strategy.Money) (strategy.Money, error) {
		if a.IsUnset() {
			return b, nil
		}
		return a.Add(b)
	}
	var sum strategy.Money // of all: any two lines meet
	for a := range p.Actions() {
		if a.Stage.IsWithdrawn() {
			continue
		}
		first := len(out)
		for _, l := range a.Budget {
			var err error
			if sum, err = add(sum, l.Money); err != nil {
				return nil, fmt.Errorf("financial plan, %s, %d: %w", projectOf(a.ID), l.Year, err)
			}
			totals[l.Year], _ = add(totals[l.Year], l.Money)
			i := slices.IndexFunc(out[first:], func(x FinancialLine) bool { return x.Funds == l.Funds && x.Year == l.Year })
			if i >= 0 {
				out[first+i].Budget, _ = add(out[first+i].Budget, l.Money)
				continue
			}
			out = append(out, FinancialLine{Part: MitigationPart, Project: a.ID, Funds: l.Funds, Year: l.Year, Budget: l.Money})
		}
		slices.SortStableFunc(out[first:], func(a, b FinancialLine) int {
			if a.Funds != b.Funds {
				return int(a.Funds) - int(b.Funds)
			}
			return a.Year - b.Year
		})
	}
	for _, y := range slices.Sorted(maps.Keys(totals)) {
		out = append(out, FinancialLine{Part: AllParts, IsTotal: true, Year: y, Budget: totals[y]})
	}
	return out, nil
}
