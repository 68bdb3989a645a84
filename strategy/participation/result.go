package participation

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// The codes of findings on a programme.
const (
	FindingBelowBaseline = "adoption-below-baseline" // fewer do it than would without the programme
	FindingPledge        = "pledge"                  // adoption is what people mean to do
	FindingNotQuantified = "not-quantified"          // an action whose unit saving is unknown
)

// Amounts are what a programme, or one of its actions, comes to in a year.
type Amounts struct {
	// Gross is what all who do it save, Additional what is beyond the baseline
	// adoption, Net what is left of that after persistence and overlap.
	// Additional and Net are negative where adoption lies below its baseline.
	Gross, Additional, Net ghg.CO2e
	// Potential is what is saved if everyone does it.
	Potential ghg.CO2e
}

// Result is what a programme comes to in a year.
type Result struct {
	Programme Programme
	Total     Amounts
	// PerUnit is the same for one of the eligible: a person, a household.
	PerUnit Amounts
	// OfPotential is net/potential.
	OfPotential ghg.Ratio
	// Actions are the quantified ones in their order.
	Actions       []ActionResult
	NotQuantified []string // IDs
	Findings      ghg.Findings
}

// ActionResult is what one action comes to, persistence and overlap included.
type ActionResult struct {
	Action CitizenAction
	Total  Amounts
}

var errNothingQuantified = errors.New("no action of the programme has a unit saving: nothing can be computed, and it is not 0")

// Result computes the programme. A programme none of whose actions has a unit
// saving is refused: that is not 0.
func (p Programme) Result() (Result, error) {
	if p.IsZero() {
		return Result{}, errNoProgramme
	}
	r := Result{Programme: p}
	for _, a := range p.def.Actions {
		if !a.Saving.known {
			r.NotQuantified = append(r.NotQuantified, a.ID)
			r.Findings.Add(ghg.Finding{Code: FindingNotQuantified, Severity: ghg.Note, Of: "action " + a.ID, Stated: a.ID,
				Detail: "its unit saving is not known: it is in no figure"})
			continue
		}
		unit, err := p.perUnit(a)
		if err == nil {
			r.PerUnit, err = r.PerUnit.add(unit, len(r.Actions) == 0)
		}
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", a.of(), err)
		}
		total, err := unit.scale(decimal.New(p.def.Eligible, 0))
		if err != nil {
			return Result{}, fmt.Errorf("%s: %w", a.of(), err)
		}
		r.Actions = append(r.Actions, ActionResult{a, total})
		r.note(a)
	}
	if len(r.Actions) == 0 {
		return Result{}, errNothingQuantified
	}
	var err error
	if r.Total, err = r.PerUnit.scale(decimal.New(p.def.Eligible, 0)); err != nil {
		return Result{}, err
	}
	r.OfPotential = ghg.Quotient(r.Total.Net.Tonnes(), r.Total.Potential.Tonnes(), "the potential is 0")
	return r, nil
}

func (r *Result) note(a CitizenAction) {
	of := "action " + a.ID
	if a.Adoption.Cmp(a.Baseline) < 0 {
		r.Findings.Add(ghg.Finding{Code: FindingBelowBaseline, Severity: ghg.Warning, Of: of,
			Stated: a.Adoption.String(), Found: a.Baseline.String(),
			Detail: fmt.Sprintf("adoption of %s is below its baseline of %s: its figure is negative", a.Adoption, a.Baseline)})
	}
	if a.Evidence == Pledge {
		r.Findings.Add(ghg.Finding{Code: FindingPledge, Severity: ghg.Warning, Of: of, Stated: a.Evidence.String(),
			Detail: "adoption is a pledge: it counts as potential only"})
	}
}

// perUnit is what an action comes to for one of the eligible.
func (p Programme) perUnit(a CitizenAction) (Amounts, error) {
	s := a.Saving.co2e
	x := Amounts{Potential: s}
	var err error
	if x.Gross, err = s.Scale(a.Adoption.Fraction()); err != nil {
		return Amounts{}, err
	}
	if x.Additional, err = s.Scale(a.Adoption.Fraction().Sub(a.Baseline.Fraction())); err != nil {
		return Amounts{}, err
	}
	x.Net, err = p.lasting(x.Additional)
	return x, err
}

// lasting is what is left after persistence and overlap.
func (p Programme) lasting(c ghg.CO2e) (ghg.CO2e, error) {
	c, err := c.Scale(p.def.Persistence.Fraction())
	if err != nil {
		return ghg.CO2e{}, fmt.Errorf("persistence: %w", err)
	}
	if c, err = c.Scale(p.def.Overlap.Fraction()); err != nil {
		return ghg.CO2e{}, fmt.Errorf("overlap factor: %w", err)
	}
	return c, nil
}

// each are the amounts, for arithmetic on all of them.
func (a *Amounts) each() []*ghg.CO2e {
	return []*ghg.CO2e{&a.Gross, &a.Additional, &a.Net, &a.Potential}
}

func (a Amounts) add(o Amounts, first bool) (Amounts, error) {
	if first {
		return o, nil
	}
	for i, c := range a.each() {
		sum, err := c.Add(*o.each()[i])
		if err != nil {
			return Amounts{}, err
		}
		*c = sum
	}
	return a, nil
}

func (a Amounts) scale(f decimal.Decimal) (Amounts, error) {
	for _, c := range a.each() {
		product, err := c.Scale(f)
		if err != nil {
			return Amounts{}, err
		}
		*c = product
	}
	return a, nil
}

// String is the result as one line.
func (r Result) String() string {
	if r.Programme.IsZero() {
		return "no result"
	}
	return fmt.Sprintf("%s: net %s a year, gross %s, of potential %s",
		r.Programme.def.Name, r.Total.Net, r.Total.Gross, r.OfPotential.Percent(2))
}

// Explain writes the result as its arithmetic: the programme, a line for each
// action, the sums, and the findings.
func (r Result) Explain() string {
	if r.Programme.IsZero() {
		return r.String() + "\n"
	}
	d := r.Programme.def
	var b words.Rows
	b.Row("programme", "%s; source %s", r.Programme, cmp.Or(d.Source, "not stated"))
	b.Row("eligible", "N = %d %s", d.Eligible, d.Unit)
	b.Row("factors", "persistence p = %s, overlap o = %s", d.Persistence, d.Overlap)
	for _, a := range r.Actions {
		b.Row(a.Action.ID, "a = %s, a0 = %s (%s), s = %s: net %s",
			a.Action.Adoption, a.Action.Baseline, a.Action.Evidence, a.Action.Saving.Explain(), a.Total.Net)
	}
	b.Row("gross", "N Σ a s = %s", r.Total.Gross)
	b.Row("additional", "N Σ (a - a0) s = %s", r.Total.Additional)
	b.Row("net", "N Σ (a - a0) s × p × o = %s", r.Total.Net)
	b.Row("one unit", "gross %s, additional %s, net %s", r.PerUnit.Gross, r.PerUnit.Additional, r.PerUnit.Net)
	b.Row("potential", "N Σ s = %s; net is %s of it", r.Total.Potential, r.OfPotential.Percent(2))
	for _, f := range r.Findings.All {
		b.Row(f.Severity.String(), "%s", f)
	}
	return b.String()
}
