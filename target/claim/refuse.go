package claim

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// What a claim may hold, so that checking it is bounded work.
const (
	maxText   = 500 // bytes of a name or source
	maxParts  = 500 // lists of parts, and parts of all lists
	maxOthers = 20  // other bases, and other levels
)

// maxShare bounds a printed share: 100,000 %.
var maxShare = decimal.New(1000, 0)

// problems are the faults of one claim, or of a part of it.
type problems struct {
	*ghg.Faults
	of string // `claim "press release"`
}

func (p problems) addf(field, value, format string, a ...any) {
	p.Refuse(p.of, field, value, fmt.Sprintf(format, a...))
}

// in are the faults of a part of the claim.
func (p problems) in(format string, a ...any) problems {
	return problems{p.Faults, p.of + ", " + fmt.Sprintf(format, a...)}
}

// check refuses what contradicts itself, all at once.
func (c Claim) check() error {
	p := problems{&ghg.Faults{}, "claim " + words.Quote(c.Name)}
	p.text("name", c.Name)
	p.text("source", c.Source)
	c.checkYears(p)
	c.checkReference(p)
	for _, x := range []struct {
		field string
		a     Amount
	}{{"base", c.Base}, {"baseline", c.Baseline}, {"level", c.Level}, {"cut amount", c.CutAmount}, {"reduced", c.Reduced}} {
		p.basis(x.field, x.a)
	}
	for _, x := range []struct {
		field string
		s     ShareFigure
	}{{"cut", c.Cut}, {"reduction", c.Reduction}, {"achieved", c.Achieved}} {
		p.share(x.field, x.s)
	}
	c.checkRates(p)
	c.checkParts(p)
	bases, levels := len(c.OtherBases), len(c.OtherLevels)
	if bases > maxOthers {
		p.addf("other bases", fmt.Sprint(bases), "at most %d are allowed", maxOthers)
	}
	if levels > maxOthers {
		p.addf("other levels", fmt.Sprint(levels), "at most %d are allowed", maxOthers)
	}
	if bases > maxOthers || levels > maxOthers {
		return p.Err()
	}
	for i, a := range c.OtherBases {
		p := p.in("other base %d", i+1)
		p.other(a)
		if !a.IsUnset() && a.Figure.Mass().Sign() <= 0 {
			p.addf("figure", a.Figure.String(), "a base must be above zero")
		}
	}
	for i, a := range c.OtherLevels {
		p.in("other level %d", i+1).other(a)
	}
	return p.Err()
}

func (p problems) text(field, s string) {
	if len(s) > maxText {
		p.addf(field, "", "at most %d bytes are allowed", maxText)
	}
}

func (c Claim) checkYears(p problems) {
	for _, x := range []struct {
		field string
		year  int
	}{{"base year", c.BaseYear}, {"due", c.Due}} {
		if x.year != 0 { // which says that none is stated
			p.RefuseYear(p.of, x.field, x.year)
		}
	}
	if ghg.CheckYear("", c.BaseYear) == nil && ghg.CheckYear("", c.Due) == nil && c.Due <= c.BaseYear {
		p.addf("due", fmt.Sprint(c.Due), "the due year must come after the base year %d: look whether the two were exchanged", c.BaseYear)
	}
}

func (c Claim) checkReference(p problems) {
	if !c.Base.IsUnset() && !c.Baseline.IsUnset() {
		p.addf("baseline", c.Baseline.Figure.String(), "a claim counts from a base year or from a baseline scenario: check it as two claims")
	}
	for _, x := range []struct {
		field string
		a     Amount
	}{{"base", c.Base}, {"baseline", c.Baseline}} {
		if !x.a.IsUnset() && x.a.Figure.Mass().Sign() <= 0 {
			p.addf(x.field, x.a.Figure.String(), "it must be above zero")
		}
	}
	shareAndAmount := !c.Cut.IsUnset() && !(c.Level.IsUnset() && c.CutAmount.IsUnset())
	switch {
	case c.Follows > PercentageFollows:
		p.addf("follows", fmt.Sprint(uint8(c.Follows)), "claim.AmountsFollow or claim.PercentageFollows is needed")
	case c.Follows == 0 && shareAndAmount:
		p.addf("follows", "", "say what follows from what: claim.AmountsFollow where the percentage was decided, "+
			"claim.PercentageFollows where the amounts were decided or measured")
	}
}

func (c Claim) checkRates(p problems) {
	for _, x := range []struct {
		field string
		s     ShareFigure
	}{{"linear rate", c.LinearRate}, {"compound rate", c.CompoundRate}} {
		switch {
		case x.s.IsUnset():
		case x.s.Fraction().Abs().GreaterThan(decimal.New(1, 0)):
			p.addf(x.field, x.s.String(), "a rate of -100%% to 100%% a year is needed")
		case !c.Baseline.IsUnset():
			p.addf(x.field, x.s.String(), "a baseline scenario stands for the due year alone: a rate a year needs the base of a base year")
		case c.BaseYear == 0 || c.Due == 0:
			p.addf(x.field, x.s.String(), "a rate a year needs the base year and the due year")
		}
	}
}

func (c Claim) checkParts(p problems) {
	n := len(c.Parts)
	for _, list := range c.Parts {
		n += len(list.Parts)
	}
	if n > maxParts {
		p.addf("parts", "", "at most %d lists and parts together are allowed", maxParts)
		return
	}
	for i, list := range c.Parts {
		p := p.in("list of parts %d", i+1)
		p.text("name", list.Name)
		p.basis("whole", list.Whole)
		if !list.Whole.IsUnset() && list.Whole.Figure.Mass().Sign() <= 0 {
			p.addf("whole", list.Whole.Figure.String(), "it must be above zero")
		}
		p.in("total").part(list.Total)
		for j, x := range list.Parts {
			p := p.in("part %d", j+1)
			if x.Name == "" {
				p.addf("name", "", "a part needs a name")
			}
			p.part(x)
		}
	}
}

func (p problems) part(x StatedPart) {
	p.text("name", x.Name)
	p.basis("amount", x.Amount)
	p.share("share", x.Share)
}

// basis refuses a basis that nothing was printed for.
func (p problems) basis(field string, a Amount) {
	if a.IsUnset() && !(a.View.IsZero() && a.Metric.IsZero()) {
		p.addf(field, "", "a view or metric is stated, but no figure")
	}
}

func (p problems) other(a Amount) {
	switch {
	case a.IsUnset():
		p.addf("figure", "", "a figure is needed")
	case a.View.IsZero():
		p.addf("view", "", "the view that it is stated in is needed")
	}
}

func (p problems) share(field string, s ShareFigure) {
	if s.Fraction().Abs().GreaterThan(maxShare) {
		p.addf(field, s.String(), "at most %s%% is allowed", maxShare.Shift(2))
	}
}
