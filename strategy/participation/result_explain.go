package participation

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// String is the result as one line.
func (r Result) String() string {
	if r.Programme.IsZero() {
		return "no result"
	}
	return fmt.Sprintf("%s: net %s in %d, gross %s, of potential %s",
		r.Programme.def.Name, r.Total.Net, r.Programme.def.Year, r.Total.Gross, r.OfPotential.Percent(2))
}

// Explain writes the result as its arithmetic: the programme, a line for each
// action, the sums, those by area of living, and the findings.
func (r Result) Explain() string {
	if r.Programme.IsZero() {
		return r.String() + "\n"
	}
	d := r.Programme.def
	var b words.Rows
	b.Row("programme", "%s; source %s", r.Programme, d.Source)
	b.Row("factors", "persistence p = %s, overlap o = %s", d.Persistence, d.Overlap)
	for _, a := range r.Actions {
		b.Row(a.Action.ID, "N = %s, a = %s, a0 = %s (%s), s = %s: net %s", a.Action.count(),
			a.Action.Adoption, a.Action.Baseline, a.Action.Evidence, d.explained(&a.Action, a.PerOne.Potential), a.Total.Net)
	}
	b.Row("gross", "Σ N a s = %s", r.Total.Gross)
	b.Row("additional", "Σ N (a - a0) s = %s", r.Total.Additional)
	b.Row("net", "Σ N (a - a0) s × p × o = %s", r.Total.Net)
	b.Row("potential", "Σ N s = %s; net is %s of it", r.Total.Potential, r.OfPotential.Percent(2))
	if one, err := r.PerOne(); err == nil {
		b.Row("one "+r.Actions[0].Action.Unit.String(), "gross %s, additional %s, net %s", one.Gross, one.Additional, one.Net)
	}
	if len(r.Domains) > 1 {
		for _, x := range r.Domains {
			b.Row("of the net", "%s: %s (%s)", cmp.Or(x.Domain, "area of living not stated"), x.Total.Net, strings.Join(x.Actions, ", "))
		}
	}
	for _, f := range r.Findings.All {
		b.Row(f.Severity.String(), "%s", f)
	}
	return b.String()
}

// explained is what one saves on all sources, s, with what it is made of.
func (p *programme) explained(a *CitizenAction, s ghg.CO2e) string {
	if u := a.Saves[0]; len(a.Saves) == 1 && u.Factors.Per() == a.Unit {
		return fmt.Sprintf("%s (%s)", s, documents(u))
	}
	one := decimal.New(1, 0)
	q, err := p.quantification(a, one, decimal.Zero, false)
	if err != nil {
		return s.String()
	}
	effects, err := q.Effects(strategy.Potential, p.Year, p.Year)
	if err != nil {
		return s.String()
	}
	terms := make([]string, len(effects))
	for i, u := range a.Saves {
		co2e, _ := effects[i].Reductions.At(p.Year)
		terms[i] = fmt.Sprintf("%s by %s of %s (%s)", co2e, u.Saves, u.Factors.Of(), documents(u))
	}
	return strings.Join(terms, " + ") + " = " + s.String()
}

// documents are those of what is saved and of its factor.
func documents(u strategy.UnitEffect) string {
	if u.Source == "" || u.Source == u.Factors.Source() {
		return u.Factors.Source()
	}
	return u.Source + "; factor " + u.Factors.Source()
}
