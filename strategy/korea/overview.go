package korea

import (
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// DocumentMeta says what the document is (문서메타).
type DocumentMeta struct {
	Government  GovernmentKind `json:"government"`
	Plan        string         `json:"plan,omitempty"` // its title
	Published   ghg.Date       `json:"published,omitzero"`
	Publisher   string         `json:"publisher,omitempty"`
	First       int            `json:"first"`
	Last        int            `json:"last"` // years of the plan, both included
	BaseYear    int            `json:"baseYear,omitempty"`
	TargetYears []int          `json:"targetYears,omitempty"`
	LegalBasis  string         `json:"legalBasis,omitempty"`
	IsCheck     bool           `json:"check"` // an annual check, not a plan
}

func (m DocumentMeta) write(c *cells) {
	c.code(m.Government.Label(), false)
	c.text(m.Plan)
	c.date(m.Published)
	c.text(m.Publisher)
	c.year(m.First, true)
	c.notBefore(m.Last, m.First)
	c.year(m.Last, true)
	c.year(m.BaseYear, false)
	var years []string
	for _, y := range slices.Sorted(slices.Values(m.TargetYears)) {
		c.checkYear(y)
		years = append(years, strconv.Itoa(y))
	}
	c.add(strings.Join(years, ", "))
	c.text(m.LegalBasis)
	c.yes(m.IsCheck)
}

// PlanOverview is an entry on how and why the plan was made (계획개요): purpose,
// legal basis, organisation, steps taken, consultation.
type PlanOverview struct {
	Kind         string   `json:"kind,omitempty"`
	Item         string   `json:"item,omitempty"`
	Text         string   `json:"text,omitempty"`
	On           ghg.Date `json:"on,omitzero"` // zero where there is none
	Stakeholders string   `json:"stakeholders,omitempty"`
	Related      string   `json:"related,omitempty"` // laws and plans
}

func (o PlanOverview) write(c *cells) {
	c.text(o.Kind)
	c.text(o.Item)
	c.text(o.Text)
	c.date(o.On)
	c.text(o.Stakeholders)
	c.text(o.Related)
}

// RegionalCondition is an indicator of the region (지역여건): nature, people,
// economy, energy.
type RegionalCondition struct {
	Field     string `json:"field,omitempty"`
	SubField  string `json:"subField,omitempty"`
	Indicator string `json:"indicator,omitempty"`
	Year      int    `json:"year"`
	// Value is the number in the unit of the document, which need not be one of activity
	// data: days, ℃. It is not valid where nobody counted, which is not 0.
	Value  decimal.NullDecimal `json:"value"`
	Unit   Label               `json:"unit,omitzero"`
	Source string              `json:"source,omitempty"`
}

func (r RegionalCondition) write(c *cells) {
	c.text(r.Field)
	c.text(r.SubField)
	c.text(r.Indicator)
	c.year(r.Year, true)
	c.decimal(r.Value)
	c.label(r.Unit)
	c.text(r.Source)
}

// VisionStrategy is the vision, a strategy, or a strategy under it (비전전략).
type VisionStrategy struct {
	Vision      string `json:"vision,omitempty"`
	Level       string `json:"level,omitempty"`
	Name        string `json:"name"`
	Sector      Label  `json:"sector,omitzero"`
	Description string `json:"description,omitempty"`
	Keywords    string `json:"keywords,omitempty"`
}

func (v VisionStrategy) write(c *cells) {
	c.text(v.Vision)
	c.text(v.Level)
	c.text(v.Name)
	c.label(v.Sector)
	c.text(v.Description)
	c.text(v.Keywords)
}

// FoundationMeasure is a task that lays foundations (대응기반강화): adaptation,
// public property, co-operation, education, green growth, clean energy, just
// transition, skills. The Framework Act, article 11(2), asks plans for them.
type FoundationMeasure struct {
	Field     string `json:"field,omitempty"`
	ID        string `json:"id"`
	Name      string `json:"name"`
	Direction string `json:"direction,omitempty"`
	Content   string `json:"content,omitempty"`
	ForWhom   string `json:"forWhom,omitempty"`
	Lead      string `json:"lead,omitempty"`
	Period    string `json:"period,omitempty"`
}

func (m FoundationMeasure) write(c *cells) {
	for _, s := range []string{m.Field, m.ID, m.Name, m.Direction, m.Content, m.ForWhom, m.Lead, m.Period} {
		c.text(s)
	}
}

// GovernanceFeedback is a body and its step in following the plan up
// (이행관리환류).
type GovernanceFeedback struct {
	Body       string `json:"body,omitempty"`
	Role       string `json:"role,omitempty"`
	Department string `json:"department,omitempty"`
	Step       string `json:"step,omitempty"`
	Due        string `json:"due,omitempty"`
	Output     string `json:"output,omitempty"`
}

func (g GovernanceFeedback) write(c *cells) {
	for _, s := range []string{g.Body, g.Role, g.Department, g.Step, g.Due, g.Output} {
		c.text(s)
	}
}
