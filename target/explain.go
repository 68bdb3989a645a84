package target

import (
	"cmp"
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// Explain writes the panel as its arithmetic: what is compared and where it
// comes from, each figure with its formula, its inputs and its value, the
// thresholds of the rule set, and which of them gave the status. Amounts
// without a unit are tonnes of CO2e.
func (p Progress) Explain() string {
	if p.Target.IsZero() {
		return NoData.String()
	}
	var b explanation
	p.explainSubject(&b)
	p.explainLevels(&b)
	p.explainFigures(&b)
	p.explainRates(&b)
	b.line("status", "%s: %s", p.Status, p.Reason)
	b.line("rules", "%s; set by %s", p.Rules, p.Rules.Source())
	b.line("rounding", "ratios to %d decimal places, pathway and amounts a year to %d decimal places of a tonne, each once, "+
		"half away from zero", ghg.RatioPlaces, PathwayPlaces)
	for _, f := range append(p.Target.Findings().All, p.Findings.All...) {
		b.line(f.Severity.String(), "%s", f)
	}
	return b.String()
}

// explanation is a text of named lines.
type explanation struct{ strings.Builder }

func (b *explanation) line(name, format string, a ...any) {
	fmt.Fprintf(b, "%-21s "+format+"\n", append([]any{name}, a...)...)
}

func (p Progress) explainSubject(b *explanation) {
	t := p.Target
	b.line("target", "%s", t)
	b.line("set by", "%s", cmp.Or(t.Source(), "not stated"))
	b.line("place", "%s", t.Place())
	views := t.Views()
	if views.areOne() {
		b.line("view", "%s", views.Due)
	} else {
		b.line("view of the base", "%s", views.Base)
		b.line("view of the due year", "%s", views.Due)
	}
	edition := string(views.Due.ID().Scheme)
	if edition == "" {
		edition = "unknown: the view is a declared one"
	}
	b.line("edition", "%s", edition)
	b.line("metric", "%s", t.Metric())
	if t.Timeframe().kind != single {
		b.line("timeframe", "%s", t.Timeframe())
	}
}

func (p Progress) explainLevels(b *explanation) {
	t := p.Target
	switch first, last := t.BasePeriod(); {
	case first == 0 && t.def.moves == nil:
		b.line("base", "none: %s", noBase)
	case first != 0 && t.def.moves == nil:
		b.line("base", "B = %s in %s", t.Base(), yearsText(first, last))
	default:
		if first != 0 {
			b.line("base", "%s in %d", t.Base(), first)
		}
		formula := t.def.moves.formula(p.Year)
		if n, d := t.def.start.parts(); t.def.ofUnit {
			formula = fmt.Sprintf("%s / %s × %s", n, d, formula)
		}
		if p.Base.ok || !t.def.ofUnit {
			b.line("reference", "B = R = %s = %s in %d", formula, p.Base, p.Year)
		} else {
			b.line("base", "none: %s", noBase)
		}
	}
	for _, l := range t.def.levels {
		name, symbol := "milestone", ""
		if l.year == t.Due() {
			name, symbol = "level", "T = "
		}
		standing := ""
		if l.standing != StandingUnstated {
			standing = ", " + l.standing.String()
		}
		b.line(name, "%s%s = %s in %d%s", symbol, t.def.formula(l), l.co2e, l.year, standing)
	}
	if t.def.moves != nil {
		b.line("level at R", "T = %s in %d", p.Limit, p.Year)
	}
	b.line("emissions", "E = %s in %d: %s, %s, source %s", p.Figure.CO2e, p.Year, p.Figure.Status, p.Figure.Vintage,
		cmp.Or(p.Figure.Source, "not stated"))
	if a := p.Adjusted; p.adjustments != nil {
		b.line("accountable", "E + sold - retired + land = %s + %s - %s + %s = %s, taken as E", p.Figure.CO2e.Tonnes(), a.Sold.Tonnes(),
			a.Retired.Tonnes(), a.Land.Tonnes(), p.Emissions)
	}
	b.line("pathway", "v = %s", p.pathwayText())
}

// pathwayText is the pathway's value with the formula that gives it.
func (p Progress) pathwayText() string {
	t := p.Target
	if !p.OnPathway.ok {
		return p.OnPathway.String()
	}
	if p.Year > t.Due() {
		return fmt.Sprintf("T = %s, as the pathway ends in %d", p.OnPathway, t.Due())
	}
	a, z, _ := t.around(p.Pathway, p.Year) // it was found before
	for _, l := range []point{a, z} {
		if l.year == p.Year {
			return fmt.Sprintf("%s, the level of %d", p.OnPathway, l.year)
		}
	}
	if p.Pathway.def.stated != nil {
		return fmt.Sprintf("%s, %s", p.OnPathway, p.Pathway.Formula())
	}
	shares := ""
	if t.def.moves != nil {
		shares = ", as shares of R"
		if t.def.ofUnit {
			shares = ", as tonnes of one unit"
		}
	}
	return fmt.Sprintf("%s = %s (%s, with a = %s, z = %s, y = %d, ya = %d, yz = %d%s)", p.Pathway.Formula(), p.OnPathway,
		p.Pathway, a.value, z.value, p.Year, a.year, z.year, shares)
}

// ratio is a line for a figure with its formula and, where it is defined, its
// inputs.
func (b *explanation) ratio(name, formula, inputs string, figure interface {
	fmt.Stringer
	Undefined() string
}) {
	if figure.Undefined() == "" && inputs != "" {
		formula += " = " + inputs
	}
	b.line(name, "%s = %s", formula, figure)
}

func (p Progress) explainFigures(b *explanation) {
	base, e, t, v := p.Base.co2e.Tonnes(), p.Emissions.Tonnes(), p.Limit.co2e.Tonnes(), p.OnPathway.co2e.Tonnes()
	first, due := p.Target.BaseYear(), p.Target.Due()
	b.ratio("reduction", "1 - E/B", fmt.Sprintf("1 - %s/%s", e, base), p.Reduction)
	if p.Target.def.moves != nil {
		b.ratio("  against base year", "1 - E/E(b)", fmt.Sprintf("1 - %s/%s", e, p.Target.Base().Tonnes()), p.Absolute)
	}
	for _, r := range p.ByView {
		b.line("  in "+r.View.Name(), "%s", r.Reduction)
		if r.View.ID() == p.Target.Views().Due.ID() {
			b.line("  asked of it", "1 - T/E'(b) = %s, of which %s is achieved", r.Cut, r.Achieved)
		}
	}
	b.ratio("achieved", "(B - E)/(B - T)", fmt.Sprintf("(%s - %s)/(%s - %s)", base, e, base, t), p.Achieved)
	if len(p.ByView) > 0 {
		b.line("  head start", "%s", p.HeadStart)
	}
	b.ratio("elapsed", "(y - b)/(t - b)", fmt.Sprintf("(%d - %d)/(%d - %d)", p.Year, first, due, first), p.Elapsed)
	b.ratio("pace", "achieved/elapsed", "", p.Pace)
	if len(p.Target.def.levels) > 1 {
		b.ratio("  level to level", "(B - E)/(B - v), v linear", "", p.LevelPace)
	}
	b.ratio("gap", "E - v", fmt.Sprintf("%s - %s", e, v), p.Gap)
	b.ratio("relative gap", "(E - v)/v", fmt.Sprintf("%s/%s", p.Gap.co2e.Tonnes(), v), p.RelativeGap)
	b.line("remaining", "E - T(t) = %s", p.Remaining)
	b.ratio("  share of emissions", "(E - T(t))/E", "", p.RemainingShare)
}

func (p Progress) explainRates(b *explanation) {
	base, e := p.Base.co2e.Tonnes(), p.Emissions.Tonnes()
	t := e.Sub(p.Remaining.Tonnes())
	gone, left := p.Year-p.Target.BaseYear(), p.Target.Due()-p.Year
	b.ratio("achieved, linear", "(B - E)/(y - b)", fmt.Sprintf("(%s - %s)/%d", base, e, gone), p.AchievedLinear)
	b.ratio("  share of base", "(B - E)/(y - b)/B", "", p.AchievedLinearShare)
	b.ratio("achieved, compound", "1 - (E/B)^(1/(y - b))", fmt.Sprintf("1 - (%s/%s)^(1/%d)", e, base, gone), p.AchievedCompound)
	b.ratio("  mean year on year", "mean of 1 - E(i)/E(i - 1)", "", p.AchievedYearOnYear)
	b.ratio("required, linear", "(E - T)/(t - y)", fmt.Sprintf("(%s - %s)/%d", e, t, left), p.RequiredLinear)
	b.ratio("  share of base", "(E - T)/(t - y)/B", "", p.RequiredLinearShare)
	b.ratio("required, compound", "1 - (T/E)^(1/(t - y))", fmt.Sprintf("1 - (%s/%s)^(1/%d)", t, e, left), p.RequiredCompound)
	if n := p.Next; n.Year != 0 && n.Year != p.Target.Due() {
		b.ratio("required by "+strconv.Itoa(n.Year), "(E - T)/(y - now)", fmt.Sprintf("(%s - %s)/%d", e, n.Limit.Tonnes(), n.Year-p.Year),
			n.RequiredLinear)
		b.ratio("  share of base", "(E - T)/(y - now)/B", "", n.RequiredShare)
		b.ratio("  compound", "1 - (T/E)^(1/(y - now))", "", n.RequiredCompound)
	}
	b.ratio("acceleration", "required, linear/achieved, linear", "", p.Acceleration)
}
