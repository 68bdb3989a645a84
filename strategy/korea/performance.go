package korea

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Performance is what the annual check finds of a project (점검실적), in words and
// in figures. A project that counts several things has a row for each.
type Performance struct {
	Year           int          `json:"year"`                     // the year that is checked
	Project        string       `json:"project,omitempty"`        // management number
	Quantification string       `json:"quantification,omitempty"` // ID within the project; "" where nothing is counted
	Plan           string       `json:"plan,omitempty"`
	Done           string       `json:"done,omitempty"`
	Planned        ghg.Quantity `json:"planned"`
	Monitored      ghg.Quantity `json:"monitored"`
	// OfQuantity is monitored / planned quantity (물량 달성률), OfReduction implemented /
	// expected reduction (감축량 달성률).
	OfQuantity  ghg.Ratio `json:"ofQuantity"`
	OfReduction ghg.Ratio `json:"ofReduction"`
	// Expected and Implemented are the reductions of the year; the zero CO2e
	// where there is none.
	Expected    ghg.CO2e `json:"expected"`
	Implemented ghg.CO2e `json:"implemented"`
	// Spent is what was spent (집행액), of the project as a whole in one of its rows. The
	// guideline's column for it is called 소요예산.
	Spent  strategy.Money `json:"spent"`
	Status Status         `json:"status"`
	Kind   CheckedKind    `json:"kind"`
	// VerifiedBy says who verified the quantity, and in which document.
	VerifiedBy string `json:"verifiedBy,omitempty"`
}

func (p Performance) write(c *cells) {
	c.year(p.Year, true)
	c.project(p.Project, sectorOf, numberOf, nameOf)
	c.text(p.Quantification)
	c.text(p.Plan)
	c.text(p.Done)
	c.amount(p.Planned)
	c.amount(p.Monitored)
	unit := p.Planned.Unit()
	if unit.IsZero() {
		unit = p.Monitored.Unit()
	}
	if !p.Monitored.IsUnset() && p.Monitored.Unit() != unit {
		c.fault(FaultUnit, p.Monitored.Unit().String(), "the target quantity is in %s", unit)
	}
	c.unit(unit)
	c.percent(p.OfQuantity)
	c.co2e(p.Expected)
	c.co2e(p.Implemented)
	c.percent(p.OfReduction)
	c.million(p.Spent)
	c.million(p.Spent)
	c.code(p.Status.Label(), false)
	c.code(p.Kind.Label(), false)
	c.text(p.VerifiedBy)
	c.gwp()
	c.priced()
}

// MonitoringPerformance are the rows of a plan for a year: one for every quantification
// that counts and for reductions that an action states itself, with their status by the
// rules. What has neither a plan nor a result in the year has no row. Of what cuts a share
// of a source the baseline gives the expected reduction; see [AttainmentOf]. What was said
// and spent, and the kind, are the caller's to fill in; [Check] does so for money, and for
// projects that are not quantified.
func MonitoringPerformance(year int, rules StatusRules, p strategy.Portfolio, base strategy.Baseline) ([]Performance, error) {
	if p.IsZero() {
		return nil, strategy.ErrNoPortfolio
	}
	var out []Performance
	for x := range quantifieds(p, base) {
		a, err := x.attainment(year)
		if err != nil {
			return nil, err
		}
		status, err := a.Status(rules)
		if err != nil {
			return nil, err
		}
		if !x.has(strategy.Expected, year) && !x.has(strategy.Implemented, year) && !x.has(strategy.Verified, year) && a.Expected.IsUnset() {
			continue
		}
		out = append(out, a.row(status))
	}
	return out, nil
}

// row is the attainment as a row of the check.
func (a Attainment) row(s Status) Performance {
	return Performance{Year: a.Year, Project: a.Project, Quantification: a.Quantification, Planned: a.Planned, Monitored: a.Monitored,
		OfQuantity: a.OfQuantity, OfReduction: a.OfReduction, Expected: a.Expected, Implemented: a.Implemented, Status: s,
		VerifiedBy: a.VerifiedBy}
}

// ChangeAction is a project that was changed, or that is late or missed, with
// what will be done (변경과제_조치).
type ChangeAction struct {
	Year         int    `json:"year"`              // the year that is checked
	Project      string `json:"project,omitempty"` // management number
	Before       string `json:"before,omitempty"`
	After        string `json:"after,omitempty"`
	ChangeReason string `json:"changeReason,omitempty"` // 변경사유
	DelayReason  string `json:"delayReason,omitempty"`  // 지연·미달성 사유
	Action       string `json:"action"`                 // 조치계획
}

func (a ChangeAction) write(c *cells) {
	c.year(a.Year, true)
	c.project(a.Project, sectorOf, numberOf, nameOf)
	for _, s := range []string{a.Before, a.After, a.ChangeReason, a.DelayReason, a.Action} {
		c.text(s)
	}
}
