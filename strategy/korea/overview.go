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
	Government  GovernmentKind
	Plan        string // its title
	Published   ghg.Date
	Publisher   string
	First, Last int // years of the plan, both included
	BaseYear    int
	TargetYears []int
	LegalBasis  string
	IsCheck     bool // an annual check, not a plan
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
	Kind, Item, Text string
	On               ghg.Date // zero where there is none
	Stakeholders     string
	Related          string // laws and plans
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
	Field, SubField, Indicator string
	Year                       int
	// Value is the number in the unit of the document, which need not be one of activity
	// data: days, ℃. It is not valid where nobody counted, which is not 0.
	Value  decimal.NullDecimal
	Unit   Label
	Source string
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
	Vision, Level, Name string
	Sector              Label
	Description         string
	Keywords            string
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
	Field, ID, Name, Direction, Content, ForWhom, Lead, Period string
}

func (m FoundationMeasure) write(c *cells) {
	for _, s := range []string{m.Field, m.ID, m.Name, m.Direction, m.Content, m.ForWhom, m.Lead, m.Period} {
		c.text(s)
	}
}

// GovernanceFeedback is a body and its step in following the plan up
// (이행관리환류).
type GovernanceFeedback struct {
	Body, Role, Department, Step, Due, Output string
}

func (g GovernanceFeedback) write(c *cells) {
	for _, s := range []string{g.Body, g.Role, g.Department, g.Step, g.Due, g.Output} {
		c.text(s)
	}
}
