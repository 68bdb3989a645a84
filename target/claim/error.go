package claim

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/localghg/localghg/ghg"
)

// ClaimError says which field of a claim does not stand. The error of
// [Claim.Check] joins one for each.
type Error struct {
	Claim   string // its name
	Field   string
	Value   string // as given; "" where nothing was
	Allowed string // what is wrong, and what to do
}

func (e *Error) Error() string {
	value := ""
	if e.Value != "" {
		value = " " + e.Value
	}
	return fmt.Sprintf("claim %.60q, %s%s: %s", e.Claim, e.Field, value, e.Allowed)
}

// What a claim may hold, so that checking it is bounded work.
const (
	maxClaimText   = 500 // bytes of a name or source
	maxClaimParts  = 500 // lists of parts, and parts of all lists
	maxClaimOthers = 20  // other bases, and other levels
)

// maxClaimShare bounds a printed share: 100,000 %.
var maxClaimShare = decimal.New(1000, 0)

// claimProblems collects what is wrong with a claim.
type problems struct {
	claim string
	all   []error
}

func (p *problems) addf(field, value, format string, a ...any) {
	p.all = append(p.all, &Error{p.claim, field, value, fmt.Sprintf(format, a...)})
}

// check refuses what contradicts itself, all at once.
func (c Claim) check() error {
	p := &problems{claim: c.Name}
	p.text("Name", c.Name)
	p.text("Source", c.Source)
	c.checkYears(p)
	c.checkReference(p)
	for _, x := range []struct {
		field string
		a     Amount
	}{{"Base", c.Base}, {"Baseline", c.Baseline}, {"Level", c.Level}, {"CutAmount", c.CutAmount}, {"Reduced", c.Reduced}} {
		p.basis(x.field, x.a)
	}
	for _, x := range []struct {
		field string
		s     ShareFigure
	}{{"Cut", c.Cut}, {"Reduction", c.Reduction}, {"Achieved", c.Achieved}} {
		p.share(x.field, x.s)
	}
	c.checkRates(p)
	c.checkParts(p)
	if len(c.OtherBases) > maxClaimOthers || len(c.OtherLevels) > maxClaimOthers {
		p.addf("OtherBases, OtherLevels", "", "at most %d each are allowed", maxClaimOthers)
		return errors.Join(p.all...)
	}
	for i, a := range c.OtherBases {
		p.other(fmt.Sprintf("OtherBases[%d]", i), a)
		if !a.IsUnset() && a.Figure.Mass().Sign() <= 0 {
			p.addf(fmt.Sprintf("OtherBases[%d]", i), a.Figure.String(), "a base must be above zero")
		}
	}
	for i, a := range c.OtherLevels {
		p.other(fmt.Sprintf("OtherLevels[%d]", i), a)
	}
	return errors.Join(p.all...)
}

func (p *problems) text(field, s string) {
	if len(s) > maxClaimText {
		p.addf(field, "", "at most %d bytes are allowed", maxClaimText)
	}
}

func (c Claim) checkYears(p *problems) {
	for _, x := range []struct {
		field string
		year  int
	}{{"BaseYear", c.BaseYear}, {"Due", c.Due}} {
		if x.year != 0 && ghg.CalendarYear(x.year).IsZero() {
			p.addf(x.field, fmt.Sprint(x.year), "a year from 1850 to 2300 is needed, or 0 where none is stated")
		}
	}
	if !ghg.CalendarYear(c.BaseYear).IsZero() && !ghg.CalendarYear(c.Due).IsZero() && c.Due <= c.BaseYear {
		p.addf("Due", fmt.Sprint(c.Due), "the due year must come after the base year %d: look whether the two were exchanged", c.BaseYear)
	}
}

func (c Claim) checkReference(p *problems) {
	if !c.Base.IsUnset() && !c.Baseline.IsUnset() {
		p.addf("Baseline", c.Baseline.Figure.String(), "a claim counts from a base year or from a baseline scenario: check it as two claims")
	}
	for _, x := range []struct {
		field string
		a     Amount
	}{{"Base", c.Base}, {"Baseline", c.Baseline}} {
		if !x.a.IsUnset() && x.a.Figure.Mass().Sign() <= 0 {
			p.addf(x.field, x.a.Figure.String(), "it must be above zero")
		}
	}
	shareAndAmount := !c.Cut.IsUnset() && !(c.Level.IsUnset() && c.CutAmount.IsUnset())
	switch {
	case c.Follows > PercentageFollows:
		p.addf("Follows", fmt.Sprint(uint8(c.Follows)), "target.AmountsFollow or target.PercentageFollows is needed")
	case c.Follows == 0 && shareAndAmount:
		p.addf("Follows", "", "say what follows from what: target.AmountsFollow where the percentage was decided, target.PercentageFollows where the amounts were decided or measured")
	}
}

func (c Claim) checkRates(p *problems) {
	for _, x := range []struct {
		field string
		s     ShareFigure
	}{{"LinearRate", c.LinearRate}, {"CompoundRate", c.CompoundRate}} {
		switch {
		case x.s.IsUnset():
		case x.s.Fraction().Abs().GreaterThan(decimal.New(1, 0)):
			p.addf(x.field, x.s.String(), "a rate of -100%% to 100%% a year is needed")
		case !c.Baseline.IsUnset():
			p.addf(x.field, x.s.String(), "a baseline scenario stands for the due year alone: a rate a year needs the base of a base year")
		case c.BaseYear == 0 || c.Due == 0:
			p.addf(x.field, x.s.String(), "a rate a year needs BaseYear and Due")
		}
	}
}

func (c Claim) checkParts(p *problems) {
	n := len(c.Parts)
	for _, list := range c.Parts {
		n += len(list.Parts)
	}
	if n > maxClaimParts {
		p.addf("Parts", "", "at most %d lists and parts together are allowed", maxClaimParts)
		return
	}
	for i, list := range c.Parts {
		field := fmt.Sprintf("Parts[%d]", i)
		p.text(field+".Name", list.Name)
		p.basis(field+".Whole", list.Whole)
		if !list.Whole.IsUnset() && list.Whole.Figure.Mass().Sign() <= 0 {
			p.addf(field+".Whole", list.Whole.Figure.String(), "it must be above zero")
		}
		p.part(field+".Total", list.Total)
		for j, x := range list.Parts {
			field := fmt.Sprintf("%s.Parts[%d]", field, j)
			if x.Name == "" {
				p.addf(field, "", "a part needs a name")
			}
			p.part(field, x)
		}
	}
}

func (p *problems) part(field string, x Part) {
	p.text(field+".Name", x.Name)
	p.basis(field+".Amount", x.Amount)
	p.share(field+".Share", x.Share)
}

// basis refuses a basis that nothing was printed for.
func (p *problems) basis(field string, a Amount) {
	if a.IsUnset() && !(a.View.IsZero() && a.Metric.IsZero()) {
		p.addf(field, "", "a view or metric is stated, but no figure")
	}
}

func (p *problems) other(field string, a Amount) {
	switch {
	case a.IsUnset():
		p.addf(field, "", "it needs a figure")
	case a.View.IsZero():
		p.addf(field, a.Figure.String(), "it needs the view that it is stated in")
	}
}

func (p *problems) share(field string, s ShareFigure) {
	if s.Fraction().Abs().GreaterThan(maxClaimShare) {
		p.addf(field, s.String(), "at most %s%% is allowed", maxClaimShare.Shift(2))
	}
}
