package korea

import (
	"cmp"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// isSum reports whether a line of the financial plan is a sum of others.
func (f FinancialLine) isSum() bool {
	return f.IsTotal || f.Project == "" && f.Part != FoundationPart && f.Part != OtherPart
}

// moneyKey is what a sum of the financial plan stands for. What is empty stands
// for all.
type moneyKey struct {
	year    int
	project string
	sector  string
	funds   strategy.Funds
	part    PlanPart
}

// sumKey is that of a sum: what it does not name it holds all of.
func (f FinancialLine) sumKey() moneyKey {
	k := moneyKey{year: f.Year, project: f.Project, funds: f.Funds, part: f.Part}
	if f.Project == "" {
		k.sector = f.Sector.In(words.Korean)
	}
	if f.IsTotal {
		k.funds = 0
	}
	if f.Part == AllParts {
		k.part = 0
	}
	return k
}

// moneySum adds up lines; the errors are of those that cannot join.
type moneySum struct {
	money strategy.Money
	lines int
	err   error
}

func (s *moneySum) add(m strategy.Money) {
	sum, err := m, error(nil)
	if s.lines > 0 {
		sum, err = s.money.Add(m)
	}
	if s.lines++; err != nil {
		s.err = cmp.Or(s.err, err)
		return
	}
	s.money = sum
}

// money holds totals against their lines.
func (c *checker) money() {
	const t = FinancialPlanTable
	sums := map[moneyKey]*moneySum{}
	for i, f := range c.FinancialPlan {
		if f.Project != "" {
			c.known(t, i+1, f.Project)
		}
		c.outside(t, i+1, f.Year)
		if f.isSum() {
			continue
		}
		sector := f.Sector
		if p, ok := c.project(f.Project); ok {
			sector = p.Sector
		}
		for k := range sumsOf(f, sector) {
			if sums[k] == nil {
				sums[k] = &moneySum{}
			}
			sums[k].add(f.Budget)
		}
	}
	if len(sums) == 0 {
		return // totals alone are held against nothing
	}
	for i, f := range c.FinancialPlan {
		if !f.isSum() {
			continue
		}
		s := sums[f.sumKey()]
		if s == nil {
			s = &moneySum{money: f.Budget.Zero()}
		}
		switch _, err := s.money.Cmp(f.Budget); {
		case cmp.Or(s.err, err) != nil:
			c.find(FindingSum, ghg.Serious, t, i+1, f.Budget.String(), "",
				"its lines in %d cannot be added: %v", f.Year, cmp.Or(s.err, err))
		case !s.money.Equal(f.Budget):
			c.find(FindingSum, ghg.Serious, t, i+1, f.Budget.String(), s.money.String(),
				"its lines in %d add up to %s, it is stated as %s", f.Year, s.money, f.Budget)
		}
	}
}

// sumsOf yields the sums that a line is part of.
func sumsOf(f FinancialLine, sector Label) iter.Seq[moneyKey] {
	return func(yield func(moneyKey) bool) {
		all := moneyKey{year: f.Year}
		scopes := []moneyKey{all}
		if f.Project != "" {
			of := all
			of.project = f.Project
			scopes = append(scopes, of)
		}
		if s := sector.In(words.Korean); s != "" {
			of := all
			of.sector = s
			scopes = append(scopes, of)
		}
		parts := []PlanPart{0}
		if f.Part != 0 && f.Part != AllParts {
			parts = append(parts, f.Part)
		}
		for _, k := range scopes {
			for _, k.funds = range []strategy.Funds{0, f.Funds} {
				for _, k.part = range parts {
					if !yield(k) {
						return
					}
				}
			}
		}
	}
}
