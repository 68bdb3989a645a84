package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Progress is how a place stands against a target in one year. In the formulas
// E is the year's emissions, B the base, T the level of the due year, v the
// pathway's value; y the year, b the base year, t the due year. Every figure is
// signed: nothing is cut off at 0 or at 100 %. A ratio that its formula leaves
// undefined says so.
type Progress struct {
	Target  Target
	Year    int
	Pathway Pathway
	Rules   Rules

	// Figure is the year's figure as the series has it, with its status,
	// vintage and source; Emissions is its amount, E.
	Figure    ghg.YearFigure
	Emissions ghg.CO2e
	Base      ghg.CO2e // B
	Limit     ghg.CO2e // T
	OnPathway ghg.CO2e // v; after the due year it is T

	Reduction Ratio // 1 - E/B
	// Achieved is the share of the target that is achieved, (B - E)/(B - T). A
	// target without a cut has none.
	Achieved Ratio
	Elapsed  Ratio // (y - b)/(t - b), the share of the time; above 1 after the due year
	Pace     Ratio // Achieved/Elapsed: 1 is the straight line from base to due year
	// Gap is E - v: above zero, emissions are above the pathway.
	Gap         ghg.CO2e
	RelativeGap Ratio // Gap/v

	// What a year has brought so far, on average: linear (B - E)/(y - b), in
	// CO2e and as a share of the base; compound 1 - (E/B)^(1/(y - b)), a share
	// of the emissions of the year before. The two are not compared.
	AchievedLinear      PerYear
	AchievedLinearShare Ratio
	AchievedCompound    Ratio
	// What each year left has to bring: linear (E - T)/(t - y), in CO2e and as
	// a share of the base; compound 1 - (T/E)^(1/(t - y)).
	RequiredLinear      PerYear
	RequiredLinearShare Ratio
	RequiredCompound    Ratio
	// Acceleration is RequiredLinear/AchievedLinear: 2 means twice as fast as
	// so far. It is below zero where emissions rose.
	Acceleration Ratio

	Status Status
	// Reason says which of the conditions of the status held.
	Reason string
	// Findings are remarks: see the Finding… constants of this package, and
	// [ghg.FindingNotActual].
	Findings ghg.Findings
}

// The codes of findings on progress.
const (
	// FindingBaseDiffers: the series has another figure for the base year than
	// the target, as after a restatement. Base and emissions may not be made
	// alike, and the figures hold for the target's base only.
	FindingBaseDiffers = "base-year-differs"
	// FindingIncomplete: required categories of the figure hold neither a number
	// nor a key. What is missing is not 0, so such a figure is never an
	// achievement.
	FindingIncomplete = "incomplete-figure"
	// FindingAfterDue: the year is after the due year, which alone decides a
	// goal for a single year. The finding gives the due year's figure.
	FindingAfterDue = "after-due-year"
)

// NoFigureError says that a series has no figure for a year.
type NoFigureError struct {
	Place ghg.PlaceID
	Year  int
	First int // years of the series; both 0 where it has no figures
	Last  int
}

func (e *NoFigureError) Error() string {
	if e.First == 0 {
		return fmt.Sprintf("the series of %s has no figures at all: a year without a figure is not 0", e.Place)
	}
	return fmt.Sprintf("the series of %s, from %d to %d, has no figure for %d: a year without a figure is not 0; ask for one that has one, or add it to the series with its status", e.Place, e.First, e.Last, e.Year)
}

// FigureOf is the figure of a year, or a [*NoFigureError].
func FigureOf(series ghg.Yearly, year int) (ghg.YearFigure, error) {
	if f, ok := series.At(year); ok {
		return f, nil
	}
	e := &NoFigureError{Place: series.Place(), Year: year}
	for f := range series.All() {
		e.First = f.Year
		break
	}
	last, _ := series.Last()
	e.Last = last.Year
	return ghg.YearFigure{}, e
}

// Progress is how the place of a series stands against the target in a year,
// on a pathway, by a rule set. The series is of the target's place, view and
// metric: another is refused with a [*MismatchError]. A year without a figure
// is a [*NoFigureError], and a year before the base year a [*YearRangeError].
// Beside an error stands the zero Progress, whose status is [NoData].
func (t Target) Progress(year int, pathway Pathway, rules Rules, series ghg.Yearly) (Progress, error) {
	switch {
	case t.def == nil:
		return Progress{}, ErrNoTarget
	case pathway.def == nil:
		return Progress{}, ErrNoPathway
	case rules.def == nil:
		return Progress{}, ErrNoRules
	case year < t.BaseYear():
		return Progress{}, &YearRangeError{Target: t.Name(), Year: year, First: t.BaseYear()}
	}
	if err := t.Match(series); err != nil {
		return Progress{}, err
	}
	figure, err := FigureOf(series, year)
	if err != nil {
		return Progress{}, err
	}
	v, err := t.Pathway(pathway, min(year, t.Due()))
	if err != nil {
		return Progress{}, err
	}
	limit, err := t.Limit(t.Due())
	if err != nil {
		return Progress{}, err
	}
	p := Progress{Target: t, Year: year, Pathway: pathway, Rules: rules,
		Figure: figure, Emissions: figure.CO2e, Base: t.Base(), Limit: limit, OnPathway: v}
	if err := p.compute(); err != nil {
		return Progress{}, fmt.Errorf("target %q, %d: %w", t.Name(), year, err)
	}
	p.Status, p.Reason = judge(p)
	p.Findings.All = p.remarks(series)
	return p, nil
}

// compute fills in all that follows from B, T, E and v.
func (p *Progress) compute() error {
	b, e, t, v := p.Base.Tonnes(), p.Emissions.Tonnes(), p.Limit.Tonnes(), p.OnPathway.Tonnes()
	first, due := p.Target.BaseYear(), p.Target.Due()
	gone, left, all := p.Year-first, due-p.Year, due-first
	cut, goal, over := b.Sub(e), b.Sub(t), e.Sub(t)

	p.Reduction = Quotient(cut, b, "")
	p.Elapsed = Quotient(years(gone), years(all), "")
	switch noTime := fmt.Sprintf("no time has passed in the base year %d", first); {
	case !goal.IsPositive():
		p.Achieved = Undefined("the target asks for no cut")
		p.Pace = Undefined("the target asks for no cut")
	default:
		p.Achieved = Quotient(cut, goal, "")
		p.Pace = Quotient(cut.Mul(years(all)), goal.Mul(years(gone)), noTime)
	}
	var err error
	if p.Gap, err = p.Emissions.Sub(p.OnPathway); err != nil {
		return err
	}
	p.RelativeGap = Quotient(p.Gap.Tonnes(), v, "the pathway's value is 0")
	return p.rates(cut, over, gone, left)
}

// rates fills in the rates so far and the rates required.
func (p *Progress) rates(cut, over decimal.Decimal, gone, left int) (err error) {
	b, e, t := p.Base.Tonnes(), p.Emissions.Tonnes(), p.Limit.Tonnes()
	noneGone := fmt.Sprintf("no year has passed since the base year %d", p.Target.BaseYear())
	noneLeft := fmt.Sprintf("no year is left before the due year %d", p.Target.Due())
	saved, err := p.Base.Sub(p.Emissions)
	if err != nil {
		return err
	}
	needed, err := p.Emissions.Sub(p.Limit)
	if err != nil {
		return err
	}
	if p.AchievedLinear, err = perYear(saved, gone, noneGone); err != nil {
		return err
	}
	if p.RequiredLinear, err = perYear(needed, left, noneLeft); err != nil {
		return err
	}
	p.AchievedLinearShare = Quotient(cut, b.Mul(years(gone)), noneGone)
	if p.AchievedCompound, err = compound(e, b, gone, noneGone); err != nil {
		return err
	}
	if left <= 0 {
		p.RequiredLinearShare = Undefined(noneLeft)
		p.RequiredCompound = Undefined(noneLeft)
		p.Acceleration = Undefined(noneLeft)
		return nil
	}
	p.RequiredLinearShare = Quotient(over, b.Mul(years(left)), "")
	if p.RequiredCompound, err = compound(t, e, left, ""); err != nil {
		return err
	}
	why := noneGone
	if gone > 0 {
		why = "emissions have not changed since the base year"
	}
	p.Acceleration = Quotient(over.Mul(years(gone)), cut.Mul(years(left)), why)
	return nil
}

// rootPlaces is how far the ratio under a root is taken, so that the root is
// right to [RatioPlaces].
const rootPlaces = 200

// compound is the share 1 - (to/from)^(1/n) that each of n years cuts from the
// year before.
func compound(to, from decimal.Decimal, n int, why string) (Ratio, error) {
	if n <= 0 {
		return Undefined(why), nil
	}
	if !to.IsPositive() || !from.IsPositive() {
		return Undefined("a compound rate needs both ends above 0"), nil
	}
	left, err := exact.Quotient(to, from, rootPlaces)
	if err != nil {
		return Ratio{}, err
	}
	root, err := exact.Root(left, n, RatioPlaces)
	if err != nil {
		return Ratio{}, err
	}
	return Ratio{value: decimal.New(1, 0).Sub(root), ok: true}, nil
}

// remarks are what a reader of the panel should know beyond its figures.
func (p Progress) remarks(series ghg.Yearly) []ghg.Finding {
	var out []ghg.Finding
	first, due := p.Target.BaseYear(), p.Target.Due()
	if f, ok := series.At(first); ok && !f.CO2e.Equal(p.Base) {
		out = append(out, ghg.Finding{Code: FindingBaseDiffers, Severity: ghg.Serious, Stated: p.Base.String(), Found: f.CO2e.String(),
			Detail: fmt.Sprintf("the target counts from %s in %d, the series has %s (%s): the figures hold for the target's base only", p.Base, first, f.CO2e, f.Vintage)})
	}
	if p.Figure.Status != ghg.Actual {
		out = append(out, ghg.Finding{Code: ghg.FindingNotActual, Severity: ghg.Warning, Found: p.Figure.Status.String(),
			Detail: fmt.Sprintf("the figure of %d is %s: it is no evidence of an achievement", p.Year, p.Figure.Status)})
	}
	if n := len(p.Figure.Coverage.Gaps); n > 0 {
		out = append(out, ghg.Finding{Code: FindingIncomplete, Severity: ghg.Serious, Found: p.Figure.Coverage.String(),
			Detail: fmt.Sprintf("the figure of %d lacks required categories (%s): emissions may be higher, and it is no evidence of an achievement", p.Year, p.Figure.Coverage)})
	}
	if p.Year > due {
		detail := fmt.Sprintf("the goal is for %d, of which the series has no figure", due)
		if f, ok := series.At(due); ok {
			where := "at or below"
			if f.CO2e.Tonnes().GreaterThan(p.Limit.Tonnes()) {
				where = "above"
			}
			detail = fmt.Sprintf("the goal is for %d, and the figure of that year, %s (%s), is %s its level %s", due, f.CO2e, f.Status, where, p.Limit)
		}
		out = append(out, ghg.Finding{Code: FindingAfterDue, Severity: ghg.Note, Detail: detail})
	}
	return out
}

// String is the panel in one line.
func (p Progress) String() string {
	if p.Target.IsZero() {
		return NoData.String()
	}
	return fmt.Sprintf("%s in %d: %s, reduction %s, achieved %s, gap %s", p.Target.Name(), p.Year, p.Status, p.Reduction.Percent(2), p.Achieved.Percent(2), p.Gap)
}
