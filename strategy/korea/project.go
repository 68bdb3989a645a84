package korea

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// MitigationProject is a project of the plan (감축사업목록). Rows of other tables
// name it by its management number, and take sector and name from here.
type MitigationProject struct {
	Number        string      `json:"number,omitempty"` // management number (관리번호), unique in the document
	Sector        Label       `json:"sector,omitzero"`
	KeyTask       string      `json:"keyTask,omitempty"` // the key task (핵심과제) that it belongs to
	Name          Label       `json:"name,omitzero"`
	Kind          ProjectKind `json:"kind"`
	Lead          string      `json:"lead,omitempty"`
	Partners      string      `json:"partners,omitempty"`
	Outline       string      `json:"outline,omitempty"`
	Indicator     string      `json:"indicator,omitempty"`
	IndicatorUnit string      `json:"indicatorUnit,omitempty"`
	Quantified    bool        `json:"quantified"` // 정량: its reduction is computed
}

func (p MitigationProject) write(c *cells) {
	if p.Number == "" || len(p.Number) > ghg.MaxName {
		c.fault(FaultProject, p.Number, "a management number of at most %d bytes is needed", ghg.MaxName)
	}
	c.text(p.Number)
	c.label(p.Sector)
	c.text(p.KeyTask)
	c.label(p.Name)
	c.code(p.Kind.Label(), false)
	c.text(p.Lead)
	c.text(p.Partners)
	c.text(p.Outline)
	c.text(p.Indicator)
	c.text(p.IndicatorUnit)
	c.yes(p.Quantified)
}

// MitigationProjects are the rows of a portfolio: an action is a project, its
// ID the management number and its area the sector. Actions that are withdrawn
// (cancelled, merged, superseded) are left out. Key task, kind, outline and
// indicator are not the portfolio's to know: fill them in.
func MitigationProjects(p strategy.Portfolio) []MitigationProject {
	var out []MitigationProject
	for a := range p.Actions() {
		if a.Stage.IsWithdrawn() {
			continue
		}
		area, _ := p.Framework().Area(a.Area)
		var partners []string
		for _, x := range a.Partners {
			partners = append(partners, x.Body)
		}
		out = append(out, MitigationProject{
			Number: a.ID, Sector: Label{area.NameKo, area.Name}, Name: Label{a.NameKo, a.Name},
			Lead: a.Lead, Partners: strings.Join(partners, ", "), Quantified: a.IsQuantified(),
		})
	}
	return out
}

// AnnualImplementation is what a project plans for a year or a span of years
// (연차별이행계획), of one of the things that it counts.
type AnnualImplementation struct {
	Project        string       `json:"project,omitempty"`        // management number
	Quantification string       `json:"quantification,omitempty"` // ID within the project; "" where nothing is counted
	From           int          `json:"from"`
	To             int          `json:"to"` // a span of years, where the plan is not by year
	Year           int          `json:"year"`
	Plan           string       `json:"plan,omitempty"`
	Target         ghg.Quantity `json:"target"`                // 목표물량
	Rules          string       `json:"rules,omitempty"`       // planned change of rules
	Legislation    string       `json:"legislation,omitempty"` // planned legislation
}

func (a AnnualImplementation) write(c *cells) {
	c.project(a.Project, numberOf, nameOf)
	c.text(a.Quantification)
	c.year(a.From, a.To != 0)
	c.notBefore(a.To, a.From)
	c.year(a.To, a.From != 0)
	c.year(a.Year, a.From == 0)
	c.text(a.Plan)
	c.quantity(a.Target)
	c.text(a.Rules)
	c.text(a.Legislation)
}

// AnnualImplementations are the target quantities of a plan, by project, quantification
// and year. A share of a source has no unit, and stands in the words of the plan: 48%.
func AnnualImplementations(p strategy.Portfolio) []AnnualImplementation {
	var out []AnnualImplementation
	for x := range quantifieds(p, strategy.Baseline{}) {
		for y := range x.q.Years(strategy.Expected) {
			row := AnnualImplementation{Project: x.project, Quantification: x.q.ID(), Year: y}
			if q, ok := x.q.Quantity(strategy.Expected, y); ok {
				row.Target = q
			} else if n, ok := stated(x.q, strategy.Expected, y); ok {
				row.Plan = ghg.RatioOf(n).Percent(max(0, -n.Exponent()-2))
			}
			out = append(out, row)
		}
	}
	return out
}
