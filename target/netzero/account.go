package netzero

import (
	"errors"
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
)

// Account is what a net-zero balance is made of. Removals and offsets are kept
// apart, as the Net Zero Tracker asks of pledges: what a place removes inside
// its own boundary is no credit bought elsewhere, and a credit for avoided
// emissions removes nothing.
//
// All amounts are on one metric; 0 has to be said, as 0 tCO2e on that metric.
// Offsets are positive amounts, and so are removals but for years of release.
type Account struct {
	// Gross are the emissions inside the boundary by year, before removals: of a
	// view that counts none, such as gpc.Basic.
	Gross ghg.Yearly `json:"gross"`
	// GrossBy is the document or office that states that Gross has no removals in
	// it. A declared view needs it, as it cannot tell; of another it is not asked.
	GrossBy string `json:"grossBy,omitempty"`
	// Year is that of the balance, BaseYear that of the gross emissions which the
	// residual share is of.
	Year     int `json:"year"`
	BaseYear int `json:"baseYear,omitempty"`
	// Removals are what was taken out of the air inside the boundary, by year:
	// such as those of trees, which Claimable of package ghg/sink hands over. What is
	// released is below 0, and was removed in the years before.
	Removals ghg.Years[ghg.CO2e] `json:"removals,omitzero"`
	// RemovalOffsets and AvoidanceOffsets are credits retired for the year: for
	// removals, and for emissions avoided or reduced elsewhere.
	RemovalOffsets   ghg.CO2e `json:"removalOffsets"`
	AvoidanceOffsets ghg.CO2e `json:"avoidanceOffsets"`
}

// ErrSinksCounted says that gross emissions have removals in them.
var ErrSinksCounted = errors.New("the emissions have removals in them, and would lose them twice: " +
	"use a view without sinks, such as gpc.Basic")

// read looks up what a balance is made of, and refuses an account that none can
// be made of.
func (a Account) read(claim int) (Balance, error) {
	of := fmt.Sprintf("balance of %s", words.Quote(string(a.Gross.Place())))
	var faults ghg.Faults
	faults.RefuseYear(of, "claim's year", claim)
	if a.Gross.View().IsZero() {
		faults.Refuse(of, "gross", "", "a yearly series is needed: make one with ghg.NewYearly or ghg.YearlyOf")
		return Balance{}, faults
	}
	if a.BaseYear > a.Year {
		faults.Refuse(of, "base year", strconv.Itoa(a.BaseYear), fmt.Sprintf("the balance is of %d, before it", a.Year))
	}
	b := Balance{Account: a, ClaimYear: claim}
	var noGross, noBase, noRemovals error
	b.Gross, noGross = a.Gross.Figure(a.Year)
	b.Base, noBase = a.Gross.Figure(a.BaseYear)
	if a.Removals.IsZero() {
		faults.Refuse(of, "removals", "", "a series is needed; where there are none, it says 0 on the metric of the rest")
	} else {
		b.Removals, noRemovals = a.Removals.Need(a.Year)
	}
	errs := []error{noGross, noBase, noRemovals, a.refuseRemovals(of, &faults, b.Gross, b.Base)}

	stands := a.amounts(of, &faults)
	for _, f := range []struct {
		name   string
		amount ghg.CO2e
		found  bool
	}{
		{"gross", b.Gross.CO2e, noGross == nil},
		{"removal offsets", a.RemovalOffsets, true}, {"avoidance offsets", a.AvoidanceOffsets, true},
		{"base", b.Base.CO2e, noBase == nil},
	} {
		if f.found && stands(f.name, f.amount) && f.amount.Sign() < 0 {
			faults.Refuse(of, f.name, f.amount.String(),
				"an amount of zero or above is needed: offsets are positive, and gross emissions count no removals")
		}
	}
	if noBase == nil && b.Base.CO2e.Sign() == 0 {
		faults.Refuse(of, "base", b.Base.CO2e.String(), "the gross emissions of the base year, above zero, are needed")
	}
	a.checkRemovals(of, &faults, stands)
	return b, errors.Join(append(errs, faults.Err())...)
}

// amounts is a check that an amount is bounded and on the metric of the gross
// emissions.
func (a Account) amounts(of string, faults *ghg.Faults) func(field string, c ghg.CO2e) bool {
	zero, _ := ghg.CO2eOf(ghg.Mass{}, a.Gross.Metric()) // a series has a metric
	return func(field string, c ghg.CO2e) bool {
		if err := exact.CheckResult(c.Tonnes()); err != nil {
			faults.Refuse(of, field, "", err.Error())
			return false
		}
		if _, err := c.Cmp(zero); err != nil {
			faults.Refuse(of, field, c.String(), err.Error()+"; where there is nothing, say 0 on the metric of the rest")
			return false
		}
		return true
	}
}

// checkRemovals refuses removals with the sign that inventories give them: what
// is released must have been removed, so that their sum is never below zero.
func (a Account) checkRemovals(of string, faults *ghg.Faults, stands func(string, ghg.CO2e) bool) {
	sum, _ := ghg.CO2eOf(ghg.Mass{}, a.Gross.Metric())
	for y := range a.Removals.All() {
		if !stands("removals", y.Value) {
			return
		}
		if sum, _ = sum.Add(y.Value); sum.Sign() < 0 {
			faults.Refuse(of, "removals", y.Value.String(), fmt.Sprintf("through %d more is released than was removed: removals are positive, "+
				"and what a sink releases stands in one series with the years in which it was taken up", y.Year))
			return
		}
	}
}

// refuseRemovals refuses gross emissions that count removals: by their view, or
// by a part below zero. Of a declared view somebody has to say it.
func (a Account) refuseRemovals(of string, faults *ghg.Faults, figures ...ghg.YearFigure) error {
	v := a.Gross.View()
	if v.IsDeclared() && a.GrossBy == "" {
		faults.Refuse(of, "gross by", "", fmt.Sprintf("whether the declared view %s counts removals is not known: "+
			"name who states that it counts none", words.Quote(v.Name())))
	}
	if len(a.GrossBy) > maxText {
		faults.Refuse(of, "gross by", "", fmt.Sprintf("at most %d bytes are allowed", maxText))
	}
	for n := range v.Scheme().Nodes() {
		if n.Negative && v.Selects(n.Code) {
			return fmt.Errorf("%s, view %s, category %s: %w", of, v, n.Code, ErrSinksCounted)
		}
	}
	for _, f := range figures {
		for _, p := range f.Parts {
			if p.CO2e.Sign() < 0 {
				return fmt.Errorf("%s, %d, category %s of %s: %w", of, f.Year, p.Category.Code, p.CO2e, ErrSinksCounted)
			}
		}
	}
	return nil
}
