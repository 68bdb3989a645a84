package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// levels fills in what the year is held against.
func (p *Progress) levels() (err error) {
	t := p.Target
	limit, err := t.Limit(t.Due())
	if err != nil {
		return err
	}
	if p.Remaining, err = p.Emissions.Sub(limit); err != nil {
		return err
	}
	p.RemainingShare = shareOf(p.Remaining.Tonnes(), p.Emissions.Tonnes(), "emissions are")
	if p.Base, err = t.def.reference(p.Year, t.Metric()); err != nil {
		return fmt.Errorf("%s: %w", t.of(), err)
	}
	p.Limit = Amount{co2e: limit, ok: true}
	last := t.def.levels[len(t.def.levels)-1]
	p.OnPathway, p.Gap = Amount{}, Amount{}
	why, err := t.def.ofReference(p.Year)
	switch {
	case err != nil:
		return fmt.Errorf("%s: %w", t.of(), err)
	case why != "":
		p.Limit = Amount{why: why}
		p.OnPathway, p.Gap = p.Limit, p.Limit
		return nil
	case t.def.moves != nil:
		if p.Limit.co2e, err = t.def.amount(p.Year, last.left, one, t.Metric()); err != nil {
			return err
		}
	}
	if first := t.def.points()[0].year; p.Year < first {
		p.OnPathway.why = fmt.Sprintf("%s, and its first level is for %d", noBase, first)
		p.Gap.why = p.OnPathway.why
		return nil
	}
	p.OnPathway = p.Limit
	if p.Year < t.Due() {
		if p.OnPathway.co2e, err = t.Pathway(p.Pathway, p.Year); err != nil {
			return err
		}
	}
	p.Gap.ok = true
	p.Gap.co2e, err = p.Emissions.Sub(p.OnPathway.co2e)
	return err
}

// compute fills in all that follows from B, T, E and v.
func (p *Progress) compute() error {
	p.RelativeGap = ghg.Undefined(p.Gap.why)
	if p.Gap.ok {
		p.RelativeGap = shareOf(p.Gap.co2e.Tonnes(), p.OnPathway.co2e.Tonnes(), "the pathway's value is")
	}
	if !p.Base.ok {
		p.undefine(p.Base.why)
		return p.required(ghg.CO2e{})
	}
	base := p.Base.co2e
	b, e, t := base.Tonnes(), p.Emissions.Tonnes(), p.Limit.co2e.Tonnes()
	cut, goal := b.Sub(e), b.Sub(t)
	p.Reduction = shareOf(cut, b, "the baseline of the year is")
	p.Absolute, p.Elapsed = ghg.Undefined(noBase), ghg.Undefined(noBase)
	first := p.Target.BaseYear()
	if first == 0 {
		reduction := p.Reduction
		p.undefine(noBase)
		p.Reduction = reduction
		p.Achieved = p.achieved(cut, goal)
		return p.required(base)
	}
	gone, all := years(p.Year-first), years(p.Target.Due()-first)
	from := p.Target.Base().Tonnes()
	p.Absolute = ghg.Quotient(from.Sub(e), from, "")
	p.Elapsed = ghg.Quotient(gone, all, "")
	p.Achieved = p.achieved(cut, goal)
	p.Pace = p.Achieved
	if p.Achieved.IsDefined() {
		p.Pace = ghg.Quotient(cut.Mul(all), goal.Mul(gone), fmt.Sprintf("no time has passed in the base year %d", first))
	}
	if err := p.soFar(base); err != nil {
		return err
	}
	return p.required(base)
}

// shareOf is a share of an amount, undefined where that is not above zero: of
// less than nothing a share would turn its sign.
func shareOf(part, whole decimal.Decimal, what string) ghg.Ratio {
	if whole.IsNegative() {
		return ghg.Undefined(what + " below 0")
	}
	return ghg.Quotient(part, whole, what+" 0")
}

// undefine says why a panel without a base year has no such figures.
func (p *Progress) undefine(why string) {
	u := ghg.Undefined(why)
	p.Reduction, p.Absolute, p.Achieved, p.Elapsed, p.Pace = u, u, u, u, u
	p.AchievedLinear = PerYear{Amount{why: why}}
	p.AchievedLinearShare, p.AchievedCompound, p.AchievedYearOnYear = u, u, u
}

func (p *Progress) achieved(cut, goal decimal.Decimal) ghg.Ratio {
	switch {
	case !p.Limit.ok:
		return ghg.Undefined(p.Limit.why)
	case !goal.IsPositive():
		return ghg.Undefined("the target asks for no cut")
	}
	return ghg.Quotient(cut, goal, "")
}

// soFar fills in the rates since the base year.
func (p *Progress) soFar(base ghg.CO2e) (err error) {
	b, e := base.Tonnes(), p.Emissions.Tonnes()
	gone := p.Year - p.Target.BaseYear()
	none := fmt.Sprintf("no year has passed since the base year %d", p.Target.BaseYear())
	saved, err := base.Sub(p.Emissions)
	if err != nil {
		return err
	}
	if p.AchievedLinear, err = perYear(saved, gone, none); err != nil {
		return err
	}
	p.AchievedLinearShare = ghg.Undefined(none)
	if gone > 0 {
		p.AchievedLinearShare = shareOf(b.Sub(e), b.Mul(years(gone)), "the baseline of the year is")
	}
	if p.AchievedCompound, err = compound(e, b, gone, none); err != nil {
		return err
	}
	p.AchievedYearOnYear, err = p.yearOnYear()
	return err
}

// required fills in the rates that the years left need. They lead to the level
// of the due year itself, also where the goal moves.
func (p *Progress) required(base ghg.CO2e) (err error) {
	moves := p.Target.def.moves != nil
	b, e := base.Tonnes(), p.Emissions.Tonnes()
	t := e.Sub(p.Remaining.Tonnes())
	left := p.Target.Due() - p.Year
	none := fmt.Sprintf("no year is left before the due year %d", p.Target.Due())
	if p.RequiredLinear, p.RequiredLinearShare, p.RequiredCompound, err = p.rates(p.Remaining, left, none); err != nil {
		return err
	}
	if err = p.next(); err != nil {
		return err
	}
	p.LevelPace = p.levelPace()
	if left <= 0 {
		p.Acceleration = ghg.Undefined(none)
		return nil
	}
	over := e.Sub(t)
	gone := p.Year - p.Target.BaseYear()
	switch {
	case p.Target.BaseYear() == 0:
		p.Acceleration = ghg.Undefined(noBase)
	case moves:
		p.Acceleration = ghg.Undefined("the goal moves: what was achieved is against the year's reference, what is required is not")
	case gone == 0:
		p.Acceleration = ghg.Undefined(fmt.Sprintf("no year has passed since the base year %d", p.Target.BaseYear()))
	default:
		p.Acceleration = ghg.Quotient(over.Mul(years(gone)), b.Sub(e).Mul(years(left)),
			"emissions have not changed since the base year")
	}
	return nil
}

// rates are what each of a number of years has to bring, so that what remains is cut:
// linear, linear as a share of the base, and compound. Without years they are undefined.
func (p *Progress) rates(remaining ghg.CO2e, n int, none string) (linear PerYear, share, left ghg.Ratio, err error) {
	if linear, err = perYear(remaining, n, none); err != nil {
		return linear, share, left, err
	}
	if n <= 0 {
		return linear, ghg.Undefined(none), ghg.Undefined(none), nil
	}
	share = ghg.Undefined(noBase)
	if p.Target.BaseYear() != 0 {
		share = shareOf(remaining.Tonnes(), p.Target.Base().Tonnes().Mul(years(n)), "the base is")
	}
	e := p.Emissions.Tonnes()
	left, err = compound(e.Sub(remaining.Tonnes()), e, n, "")
	return linear, share, left, err
}

// yearOnYear is the mean of the changes from year to year since the base year.
// It is made of the series alone, whatever its adjustments.
func (p *Progress) yearOnYear() (ghg.Ratio, error) {
	first := p.Target.BaseYear()
	if p.Year == first {
		return ghg.Undefined(fmt.Sprintf("no year has passed since the base year %d", first)), nil
	}
	if err := p.series.CanAdd(first, p.Year); err != nil {
		return ghg.Undefined("a figure is not of the months that follow those of the figure before"), nil
	}
	emissions := make([]decimal.Decimal, 0, p.Year-first+1)
	for y := first; y <= p.Year; y++ {
		f, ok := p.series.At(y)
		if !ok {
			return ghg.Undefined(fmt.Sprintf("the series has no figure for %d", y)), nil
		}
		if y > first && !emissions[y-first-1].IsPositive() {
			return ghg.Undefined(fmt.Sprintf("emissions of %d are not above 0", y-1)), nil
		}
		emissions = append(emissions, f.CO2e.Tonnes())
	}
	return meanOfChanges(emissions)
}

// rootPlaces is how far the ratio under a root is taken, so that the root is
// right to [ghg.RatioPlaces].
const rootPlaces = 200

// compound is the share 1 - (to/from)^(1/n) that each of n years cuts from the
// year before.
func compound(to, from decimal.Decimal, n int, why string) (ghg.Ratio, error) {
	if n <= 0 {
		return ghg.Undefined(why), nil
	}
	if !to.IsPositive() || !from.IsPositive() {
		return ghg.Undefined("a compound rate needs both ends above 0"), nil
	}
	left, err := exact.Quotient(to, from, rootPlaces)
	if err != nil {
		return ghg.Ratio{}, err
	}
	root, err := exact.Root(left, n, ghg.RatioPlaces)
	if err != nil {
		return ghg.Ratio{}, err
	}
	return ghg.RatioOf(one.Sub(root)), nil
}
