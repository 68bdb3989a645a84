package korea

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Performance is what the annual check finds of a project (점검실적), in words and
// in figures.
type Performance struct {
	Year               int    // the year that is checked
	Project            string // management number
	Plan, Done         string
	Planned, Monitored Quantity
	Attainment         ghg.Ratio // 달성률
	// Expected and Implemented are the reductions of the year; the zero CO2e
	// where there is none.
	Expected, Implemented ghg.CO2e
	Spent                 strategy.Money
	Status                Status
	Kind                  CheckedKind
}

func (p Performance) write(c *cells) {
	c.year(p.Year, true)
	c.project(p.Project, sectorOf, numberOf, nameOf)
	c.text(p.Plan)
	c.text(p.Done)
	c.amount(p.Planned)
	c.amount(p.Monitored)
	unit := p.Planned.unit
	if unit == "" {
		unit = p.Monitored.unit
	}
	if !p.Monitored.IsUnset() && p.Monitored.unit != unit {
		c.fault(FaultUnit, p.Monitored.unit, "the target quantity is in %.60q", unit)
	}
	c.text(unit)
	c.percent(p.Attainment)
	c.co2e(p.Expected)
	c.co2e(p.Implemented)
	c.million(p.Spent)
	c.code(p.Status.Label(), false)
	c.code(p.Kind.Label(), false)
	c.gwp()
	c.priced()
}

// MonitoringPerformance are the rows of quantified projects for a year, with
// their status by the rules. Projects with neither a plan nor a result in the
// year have no row. What was said and spent, and the kind, are the caller's to fill in.
func MonitoringPerformance(year int, rules StatusRules, projects ...Quantification) ([]Performance, error) {
	var out []Performance
	for _, q := range projects {
		a, err := q.Attainment(year)
		if err != nil {
			return nil, err
		}
		status, err := a.Status(rules)
		if err != nil {
			return nil, err
		}
		if a.Planned.IsUnset() && a.Monitored.IsUnset() {
			continue
		}
		out = append(out, Performance{Year: year, Project: a.Project, Planned: a.Planned, Monitored: a.Monitored,
			Attainment: a.Rate, Expected: a.Expected, Implemented: a.Implemented, Status: status})
	}
	return out, nil
}

// ChangeAction is a project that was changed, or that is late or missed, with
// what will be done (변경과제_조치).
type ChangeAction struct {
	Year          int    // the year that is checked
	Project       string // management number
	Before, After string
	ChangeReason  string // 변경사유
	DelayReason   string // 지연·미달성 사유
	Action        string // 조치계획
}

func (a ChangeAction) write(c *cells) {
	c.year(a.Year, true)
	c.project(a.Project, sectorOf, numberOf, nameOf)
	for _, s := range []string{a.Before, a.After, a.ChangeReason, a.DelayReason, a.Action} {
		c.text(s)
	}
}
