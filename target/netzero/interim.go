package netzero

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// InterimCut checks what a target cuts by the year of a [CutByYear] threshold,
// as Race to Zero asks for half by 2030:
//
//	cut = (B - T)/B
//
// The criterion is maximum effort towards or beyond a fair share of the global
// cut. So a smaller cut is [Warn], and only a target without a cut is [Fail].
// The base year is the target's own, as the criterion names none.
//
// Milestones are levels of the target. Where it sets none for the year, its value
// on the pathway given counts, which goes through all its levels, and the reason
// says so. The zero Pathway means that none is given;
// then the check cannot tell.
func InterimCut(t target.Target, th Threshold, p target.Pathway) (Check, error) {
	c, err := open(CheckInterimCut, t, th, CutByYear)
	if err != nil {
		return Check{}, err
	}
	c.Covers = "the cut from the target's own base year; not what share of the global cut is a fair one for the place"
	base := t.Base().Tonnes()
	level, from, err := levelIn(t, th.get().Year, p)
	switch {
	case err != nil:
		return Check{}, err
	case from == "":
		return c.cannotTell("%s", noLevel(t, th.get().Year, p)), nil
	case noCut(t).En != "":
		c.says(noCut(t))
		return c.untold(), nil
	}
	cut := base.Sub(level.Tonnes())
	short := th.Value().Mul(base).Sub(cut)
	c.Formula = fmt.Sprintf("(B - T)/B = (%s - %s)/%s, with T %s", base, level.Tonnes(), base, from)
	by := fmt.Sprintf("cut by %d", th.get().Year)
	c.Figures = []Figure{{by, ghg.Quotient(cut, base, ""), "of the base"}, amount("level", level)}
	share := percent(ghg.Quotient(cut, base, ""))
	switch {
	case !short.IsPositive():
		c.Result, c.Reason = Pass, fmt.Sprintf("a cut of %s by %d reaches %s; %s",
			share, th.get().Year, th.Measure().text(th.Value()), from)
	case cut.IsPositive():
		shortfall := Figure{"shortfall", ghg.Quotient(short, base, ""), "of the base"}
		c.Figures = append(c.Figures, shortfall)
		c.Result, c.Reason = Warn, fmt.Sprintf("a cut of %s by %d goes towards %s and falls short by %s: "+
			"whether it is a fair share is for the place to show; %s", share, th.get().Year, th.Measure().text(th.Value()),
			percentPoints(ghg.Quotient(short, base, "")), from)
	default:
		c.Result, c.Reason = Fail, fmt.Sprintf("the target makes no cut by %d, so none that goes towards %s; %s",
			th.get().Year, th.Measure().text(th.Value()), from)
	}
	return c, nil
}

// levelIn is the level of a target in a year, and in words where it comes
// from: "" where there is none.
func levelIn(t target.Target, year int, p target.Pathway) (level ghg.CO2e, from string, err error) {
	level, err = t.Limit(year)
	if err == nil {
		return level, fmt.Sprintf("the target's own level of %d", year), nil
	}
	var none *ghg.NoFigureError
	if !errors.As(err, &none) {
		return level, "", err
	}
	if p.IsZero() || year <= t.BaseYear() {
		return level, "", nil
	}
	level, err = t.Pathway(p, year)
	var out *ghg.YearError
	if errors.As(err, &out) {
		return ghg.CO2e{}, "", nil
	}
	return level, fmt.Sprintf("the value of the %s pathway in %d, for which the target sets no level of its own", p, year), err
}

// noLevel says why there is no level for a year, and which levels there are.
func noLevel(t target.Target, year int, p target.Pathway) string {
	why := whyNoLevel(t, year, p)
	if len(levelsOf(t)) > 1 {
		why += "; its levels are those of " + levelsText(t)
	}
	return why
}

func whyNoLevel(t target.Target, year int, p target.Pathway) string {
	if p.IsZero() && year > t.BaseYear() && year < t.Due() {
		return fmt.Sprintf("the target sets no level for %d, and no pathway was given to find one", year)
	}
	if t.BaseYear() == 0 {
		return fmt.Sprintf("the target has no base year, is due in %d, and sets no level for %d", t.Due(), year)
	}
	return fmt.Sprintf("the target runs from %d to %d and sets no level for %d", t.BaseYear(), t.Due(), year)
}

// NetZeroBy checks whether a target comes down to zero by the year of a
// [NetZeroYear] threshold, as Race to Zero asks for 2050 at the latest.
//
// The year is the first from which on every level is zero or below: one that is
// left again is not counted. A target without one cannot tell: what it leaves
// may be balanced by removals, which its levels do not show, or the net-zero
// year may be the subject of another target.
func NetZeroBy(t target.Target, th Threshold) (Check, error) {
	c, err := open(CheckNetZeroBy, t, th, NetZeroYear)
	if err != nil {
		return Check{}, err
	}
	c.Covers = fmt.Sprintf("the levels that the target sets in view %s; "+
		"not whether removals or credits are meant to balance what is left", t.Views().Due)
	c.Formula = "the first year with T <= 0, and none above 0 after it"
	latest := int(th.Value().IntPart())
	last, zero, found := ghg.CO2e{}, 0, false
	for year, level := range t.Limits() {
		if last, found = level, true; level.Sign() > 0 {
			zero = 0
			continue
		}
		if zero != 0 {
			continue
		}
		zero = year
		c.Figures = []Figure{{"net zero in", ghg.RatioOf(whole(year)), ""}}
		c.Result, c.Reason = Pass, fmt.Sprintf("the level is %s in %d, by %d at the latest", level, year, latest)
		if year > latest {
			c.Result, c.Reason = Fail, fmt.Sprintf("the first level of zero is that of %d, after %d", year, latest)
		}
	}
	if zero != 0 {
		return c, nil
	}
	c.Figures = nil
	switch {
	case !found:
		return c.cannotTell("the target sets no level"), nil
	case t.Due() < latest:
		return c.cannotTell("the target ends in %d at %s: the net-zero pledge is another target, or there is none", t.Due(), last), nil
	}
	return c.cannotTell("the target leaves %s in %d: net zero only if removals balance it, which the target does not say",
		last, t.Due()), nil
}
