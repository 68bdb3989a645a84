package target

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Progress is how a place stands against a target in one year. In the formulas
// E is the year's emissions, B the base, T the level of the due year, v the
// pathway's value; y the year, b the base year, t the due year. Every figure is
// signed: nothing is cut off at 0 or at 100 %. A figure that its formula leaves
// undefined says so.
//
// Where the goal moves with an activity or a baseline, B is its reference in
// the year asked (base intensity times the year's activity, or the year's
// baseline), and T and v are shares of it: Reduction and Achieved are then
// those of the intensity, or those against the baseline.
type Progress struct {
	Target  Target
	Year    int
	Pathway Pathway
	Rules   Rules

	// Figure is the year's figure as the series has it, with its status,
	// vintage and source. Emissions is its amount, E; after [Progress.Account]
	// it is what the place accounts for, and Adjusted the difference.
	Figure    ghg.YearFigure
	Emissions ghg.CO2e
	Adjusted  Adjusted

	Base      Amount // B
	Limit     Amount // T, at the reference of the year; undefined where that is not above 0
	OnPathway Amount // v; after the due year it is T

	Reduction ghg.Ratio // 1 - E/B
	// Absolute is 1 - E/E(b), against the emissions of the base year. It is
	// another figure than Reduction where the goal moves.
	Absolute ghg.Ratio
	// Achieved is the share of the target that is achieved, (B - E)/(B - T). A
	// target without a cut has none.
	Achieved ghg.Ratio
	Elapsed  ghg.Ratio // (y - b)/(t - b), the share of the time; above 1 after the due year
	Pace     ghg.Ratio // Achieved/Elapsed: 1 is the straight line from base to due year
	// LevelPace is the pace on the straight lines from level to level, milestones with
	// them: (B - E)/(B - v) with v of [Linear]. Without milestones it is Pace.
	LevelPace ghg.Ratio
	// Gap is E - v: above zero, emissions are above the pathway.
	Gap         Amount
	RelativeGap ghg.Ratio // Gap/v
	// Remaining is E - T with the level of the due year itself,
	// [Target.Limit]: what is left to cut. RemainingShare is a share of E.
	Remaining      ghg.CO2e
	RemainingShare ghg.Ratio

	// What a year has brought so far, on average, in three definitions that are
	// not compared: linear (B - E)/(y - b), in CO2e and as a share of the base;
	// compound 1 - (E/B)^(1/(y - b)), a share of the emissions of the year
	// before; and the mean of the changes from year to year,
	// 1 - E(i)/E(i - 1), which needs a figure of every year.
	AchievedLinear      PerYear
	AchievedLinearShare ghg.Ratio
	AchievedCompound    ghg.Ratio
	AchievedYearOnYear  ghg.Ratio
	// What each year left has to bring, to the level of the due year itself:
	// linear (E - T)/(t - y), in CO2e and as a share of the base; compound
	// 1 - (T/E)^(1/(t - y)).
	RequiredLinear      PerYear
	RequiredLinearShare ghg.Ratio
	RequiredCompound    ghg.Ratio
	// Acceleration is RequiredLinear/AchievedLinear: 2 means twice as fast as
	// so far. It is below zero where emissions rose, and undefined where the
	// goal moves.
	Acceleration ghg.Ratio

	// Next is the next level of the target, and what the years up to it have to bring.
	Next NextLevel

	// ByView is the reduction in each view by itself, for a target whose base
	// and due year are measured in two, and HeadStart the share of the target
	// that the change of view alone brings, before anything is cut.
	ByView    []ViewReduction
	HeadStart ghg.Ratio

	Status Status
	// Reason says which of the conditions of the status held.
	Reason string
	// Findings are remarks: see the Finding… constants of this package, and
	// [ghg.FindingNotActual].
	Findings ghg.Findings

	series      ghg.Yearly // of the due year's view
	baseSeries  ghg.Yearly // of the base's
	adjustments *Adjustments
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

// Progress is how the place of a series stands against the target in a year,
// on a pathway, by a rule set. The series is of the target's place, view and
// metric: another is refused with a [*ghg.MismatchError]. A target with two views
// needs a series in each, in any order. A year without a figure is a
// [*ghg.NoFigureError], and a year before the base year a [*ghg.YearError]. Beside
// an error stands the zero Progress, whose status is [NoData].
//
// Emissions are those of the inventory: units that were sold or retired are
// put in with [Progress.Account].
func (t Target) Progress(year int, pathway Pathway, rules Rules, series ...ghg.Yearly) (Progress, error) {
	switch {
	case t.def == nil:
		return Progress{}, ErrNoTarget
	case pathway.def == nil:
		return Progress{}, errNoPathway
	case rules.def == nil:
		return Progress{}, errNoRules
	case year < t.BaseYear():
		return Progress{}, &ghg.YearError{Of: "progress on " + t.of(), Year: year, First: t.BaseYear(), Last: ghg.LastYear}
	}
	due, base, err := t.pick(series)
	if err != nil {
		return Progress{}, err
	}
	figure, err := due.Figure(year)
	if err != nil {
		return Progress{}, err
	}
	p := Progress{Target: t, Year: year, Pathway: pathway, Rules: rules, Figure: figure, Emissions: figure.CO2e, series: due, baseSeries: base}
	if p.Adjusted, _, err = (Adjustments{}).in(year, figure.CO2e); err != nil {
		return Progress{}, err
	}
	if err := p.fill(); err != nil {
		return Progress{}, err
	}
	return p, nil
}

// Account is the progress on what the place accounts for: its emissions with
// units sold added, units retired subtracted, and the change of the land
// sector, as [Target.Outcome] has them. It replaces what was accounted before.
func (p Progress) Account(a Adjustments) (Progress, error) {
	if p.Target.IsZero() {
		return Progress{}, ErrNoTarget
	}
	if err := a.check(p.Target); err != nil {
		return Progress{}, err
	}
	var err error
	if p.Adjusted, p.Emissions, err = a.in(p.Year, p.Figure.CO2e); err != nil {
		return Progress{}, fmt.Errorf("%s, %d: %w", p.Target.of(), p.Year, err)
	}
	p.adjustments = &a
	if err := p.fill(); err != nil {
		return Progress{}, err
	}
	return p, nil
}

// fill computes all that follows from the year's emissions.
func (p *Progress) fill() error {
	t := p.Target
	if err := p.levels(); err != nil {
		return err
	}
	if err := p.compute(); err != nil {
		return fmt.Errorf("%s, %d: %w", t.of(), p.Year, err)
	}
	if err := p.judge(); err != nil {
		return err
	}
	p.Findings.All = p.remarks()
	p.ByView, p.HeadStart = nil, ghg.Undefined("base and due year are measured in one view")
	if !t.Views().areOne() {
		p.compareViews()
	}
	if derived != nil { // a test replays every panel
		p.Explain()
	}
	return nil
}

// remarks are what a reader of the panel should know beyond its figures.
func (p Progress) remarks() []ghg.Finding {
	out := p.baseRemarks()
	due, year := p.Target.Due(), strconv.Itoa(p.Year)
	if p.Figure.Status != ghg.Actual {
		out = append(out, ghg.Finding{Code: ghg.FindingNotActual, Severity: ghg.Warning, Of: year, Found: p.Figure.Status.String()}.Said(
			notActual, words.Term{En: p.Figure.Status.String(), Ko: p.Figure.Status.Korean()}))
	}
	if unlike := p.Target.unlike(p.series, p.Figure); len(unlike) > 0 {
		out = append(out, unlikeFinding(p.Year, unlike))
	}
	if f, differ := p.Target.periodFinding(p.series, p.Figure); differ {
		out = append(out, f)
	}
	if n := len(p.Figure.Coverage.Gaps); n > 0 {
		c := p.Figure.Coverage
		out = append(out, ghg.Finding{Code: FindingIncomplete, Severity: ghg.Serious, Of: year, Found: c.String()}.Said(
			incomplete, words.Term{En: c.String(), Ko: c.Korean()}))
	}
	out = append(out, p.missed()...)
	if f, passed := p.milestoneRemark(); passed {
		out = append(out, f)
	}
	if p.Year > due {
		detail := fmt.Sprintf("the goal is for %d, of which the series has no figure", due)
		if f, ok := p.series.At(due); ok {
			var a Adjustments
			if p.adjustments != nil {
				a = *p.adjustments
			}
			where, limit := "at or below", p.Target.dueLevel()
			if _, e, err := a.in(due, f.CO2e); err == nil { // adding up was tried for the status
				f.CO2e = e
			}
			if f.CO2e.Tonnes().GreaterThan(limit.Tonnes()) {
				where = "above"
			}
			detail = fmt.Sprintf("the goal is for %d, and the figure of that year, %s (%s), is %s its level %s",
				due, f.CO2e, f.Status, where, limit)
		}
		out = append(out, ghg.Finding{Code: FindingAfterDue, Severity: ghg.Note, Of: year, Detail: detail})
	}
	if p.Status == Achieved && p.adjustments == nil {
		out = append(out, ghg.Finding{Code: FindingUnitsNotAccounted, Severity: ghg.Note, Of: year,
			Detail: "judged on the emissions of the inventory: if units were sold or retired, Account has to be told"})
	}
	if p.adjustments != nil {
		first := p.Year
		switch f := p.Target.Timeframe(); { // the outcome is the status
		case p.Year >= due && f.kind != single:
			first = f.first
		case p.Year > due:
			first = due
		}
		out = append(out, p.adjustments.findings(first, p.Year)...)
		out = append(out, p.adjustments.others(first, p.Year)...)
	}
	return out
}

// missed are the levels and yearly values that are exceeded: that of the year asked,
// and those of years of an annual goal before it.
func (p Progress) missed() []ghg.Finding {
	var out []ghg.Finding
	t, year := p.Target, strconv.Itoa(p.Year)
	if x, ok := t.atLevel(p.Year, p.Emissions); ok && x.over.Sign() > 0 && p.Year > t.BaseYear() {
		what := "milestone"
		if p.Year == t.Due() {
			what = "level"
		}
		out = append(out, ghg.Finding{Code: FindingMilestoneMissed, Severity: ghg.Serious, Of: year, Stated: x.level.String(),
			Found:  p.Emissions.String(),
			Detail: fmt.Sprintf("the %s of %d is %s, and emissions are %s above it", what, p.Year, x.level, x.over)})
	}
	if frame := t.Timeframe(); frame.kind == annual && p.Year >= frame.first {
		if o, err := p.outcome(); err == nil && o.Decision == Missed {
			var years []string
			for _, y := range o.Years {
				if y.Year <= p.Year && y.isFinal() && y.Accountable.co2e.Tonnes().GreaterThan(y.Allowable.Tonnes()) {
					years = append(years, strconv.Itoa(y.Year))
				}
			}
			if len(years) > 0 && p.Year < t.Due() {
				all := strings.Join(years, ", ")
				out = append(out, ghg.Finding{Code: FindingAnnualMissed, Severity: ghg.Serious, Of: year, Found: all,
					Detail: "the goal is for every year, and was missed in " + all + ": no later year can mend that"})
			}
		}
	}
	return out
}

// baseRemarks are remarks on the base that a series has.
func (p Progress) baseRemarks() []ghg.Finding {
	t := p.Target
	if t.BaseYear() == 0 {
		return nil
	}
	first, last := t.BasePeriod()
	have, found := ghg.CO2e{}, words.Term{}
	if f, ok := p.baseSeries.At(first); ok && first == last {
		have, found.En, found.Ko = f.CO2e, fmt.Sprintf("%s (%s)", f.CO2e, f.Vintage), fmt.Sprintf("%s (%d차 산정)", f.CO2e, f.Vintage)
	} else if mean, err := MeanBase(p.baseSeries, first, last); err == nil && first != last {
		have, _ = ghg.CO2eOf(mean, t.Metric())
		found.En, found.Ko = fmt.Sprintf("a mean of %s", have), fmt.Sprintf("평균 %s", have)
	}
	if found.En == "" || have.Equal(t.Base()) {
		return nil
	}
	years := yearsText(first, last)
	return []ghg.Finding{ghg.Finding{Code: FindingBaseDiffers, Severity: ghg.Serious, Of: years, Stated: t.Base().String(),
		Found: have.String()}.Said(baseDiffers, t.Base(), words.Term{En: years, Ko: yearsKo(first, last)}, found)}
}

func yearsText(first, last int) string {
	if first == last {
		return fmt.Sprint(first)
	}
	return fmt.Sprintf("%d to %d", first, last)
}
