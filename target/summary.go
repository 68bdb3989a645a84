package target

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
)

// Summary is the record of one indicator as a party reports it: reference
// level, each reporting year, target level, and the most recent year against
// the reference. Its shape follows the structured summary of the enhanced
// transparency framework of the Paris Agreement (common tabular formats for
// tracking progress, decision 5/CMA.3), so that a city can hand its figures on;
// the names of the fields are ours.
type Summary struct {
	Target    Target
	Indicator string // "total emissions without land use"
	Unit      string // of every amount: "tCO2e (AR5)"
	// Reference is the level of the base year, or the mean of the base period
	// from ReferenceFrom to ReferenceYear; undefined for a goal without one.
	Reference                    Amount
	ReferenceFrom, ReferenceYear int
	// Years are the years that the series has a figure for.
	Years []SummaryYear
	// Milestones are the levels that the target sets before the due year, each with
	// what was reached in its year.
	Milestones []SummaryMilestone
	// Level is the level of the due year.
	Level ghg.CO2e
	// Latest is the last of Years whose figure is neither a nowcast nor a
	// projection, and HasLatest whether there is one.
	Latest    SummaryYear
	HasLatest bool
	// Change is Latest - Reference, and Ratio Latest/Reference, both by what is
	// accountable.
	Change Amount
	Ratio  ghg.Ratio
	// Findings are remarks on a reference in another view than the years, on the
	// units used, and on the figures.
	Findings ghg.Findings

	series ghg.Yearly
}

// SummaryMilestone is a milestone and what was reached in its year.
type SummaryMilestone struct {
	Year  int
	Level ghg.CO2e
	// Reached is what the place accounts for in the year, and Over that less the level:
	// above 0 the milestone was missed. Both are undefined while the year has no figure.
	Reached, Over Amount
	// Decision is [Undecided] without an actual and complete figure that counts what the
	// base counts.
	Decision Decision
}

// String is "2025: 8000000 tCO2e (AR5), reached 8200000 tCO2e (AR5): missed".
func (m SummaryMilestone) String() string {
	return fmt.Sprintf("%d: %s, reached %s: %s", m.Year, m.Level, m.Reached, m.Decision)
}

// milestones holds the years of a summary against the levels set for them.
func (s *Summary) milestones() {
	for year, level := range s.Target.Limits() {
		if year == s.Target.Due() {
			continue
		}
		m := SummaryMilestone{Year: year, Level: level, Reached: Amount{why: fmt.Sprintf("the series has no figure for %d", year)}}
		m.Over = m.Reached
		i := slices.IndexFunc(s.Years, func(y SummaryYear) bool { return y.Figure.Year == year })
		if i >= 0 {
			y := s.Years[i]
			if over, err := y.Accountable.Sub(level); err == nil {
				m.Reached, m.Over = Amount{co2e: y.Accountable, ok: true}, Amount{co2e: over, ok: true}
			}
			if isFinal(y.Figure) && len(s.Target.unlike(s.series, y.Figure)) == 0 {
				m.Decision = Met
				if m.Over.co2e.Sign() > 0 {
					m.Decision = Missed
				}
			}
			if m.Over.co2e.Sign() > 0 {
				s.Findings.Add(ghg.Finding{Code: FindingMilestoneMissed, Severity: ghg.Serious, Of: strconv.Itoa(year), Stated: level.String(),
					Found:  y.Accountable.String(),
					Detail: fmt.Sprintf("the milestone of %d is %s, and emissions are %s above it", year, level, m.Over)})
			}
		}
		s.Milestones = append(s.Milestones, m)
	}
}

// SummaryYear is one reporting year of a summary.
type SummaryYear struct {
	Figure ghg.YearFigure
	// Adjusted are units sold and used (retired), and the change of the land
	// sector; Accountable is the figure with them.
	Adjusted    Adjusted
	Accountable ghg.CO2e
}

// Summary puts the figures of a series and their adjustments into the record of
// one indicator, which has to be named. The series is of the target's view and
// metric; another is refused with a [*ghg.MismatchError]. A rolling goal has no
// level of its due year beforehand: that is a [*ghg.NoFigureError], and so are
// units and land-sector changes of years without a figure, as they would be
// lost.
func (t Target) Summary(indicator string, series ghg.Yearly, a Adjustments) (Summary, error) {
	if err := t.Match(series); err != nil {
		return Summary{}, err
	}
	if indicator == "" {
		return Summary{}, ghg.Refusal("summary of "+t.of(), "indicator", "",
			"name it, such as total emissions without land use")
	}
	if err := a.check(t); err != nil {
		return Summary{}, err
	}
	level, err := t.Limit(t.Due())
	if err != nil {
		return Summary{}, err
	}
	s := Summary{Target: t, Indicator: indicator, Unit: t.Metric().Unit(), Level: level, series: series, Reference: Amount{why: noBase}}
	if s.ReferenceFrom, s.ReferenceYear = t.BasePeriod(); s.ReferenceYear != 0 {
		s.Reference = Amount{co2e: t.Base(), ok: true}
	}
	for f := range series.All() {
		y := SummaryYear{Figure: f}
		if y.Adjusted, y.Accountable, err = a.in(f.Year, f.CO2e); err != nil {
			return Summary{}, fmt.Errorf("%s, %d: %w", t.of(), f.Year, err)
		}
		s.Years = append(s.Years, y)
		if f.Status != ghg.Nowcast && f.Status != ghg.Projected {
			s.Latest, s.HasLatest = y, true
		}
	}
	if err := a.within(series); err != nil {
		return Summary{}, fmt.Errorf("%s: %w", t.of(), err)
	}
	s.remark(a)
	s.milestones()
	return s, s.compare()
}

// within refuses adjustments of years that a series has no figure for.
func (a Adjustments) within(series ghg.Yearly) error {
	lost := func(of string, year int) error {
		return &ghg.NoFigureError{Of: of, Year: year, Remedy: "they would be lost: add the year to the series, or leave them out"}
	}
	for _, u := range a.Units {
		if _, ok := series.At(u.Year); !ok {
			return lost(fmt.Sprintf("the series, for units of %s", u.Amount), u.Year)
		}
	}
	for _, l := range a.Land {
		if _, ok := series.At(l.Year); !ok {
			return lost(fmt.Sprintf("the series, for changes of the land sector by %s", l.Change), l.Year)
		}
	}
	return nil
}

// compare holds the most recent year against the reference.
func (s *Summary) compare() (err error) {
	why := s.Reference.why
	if !s.HasLatest {
		why = "no reported year has a figure"
	}
	if s.Change, s.Ratio = (Amount{why: why}), ghg.Undefined(why); why != "" {
		return nil
	}
	base := s.Reference.co2e
	if s.Change.co2e, err = s.Latest.Accountable.Sub(base); err != nil {
		return err
	}
	s.Change.ok = true
	s.Ratio = ghg.Quotient(s.Latest.Accountable.Tonnes(), base.Tonnes(), "the reference is 0")
	return nil
}

// remark adds findings on the views, on units and on the most recent figure.
func (s *Summary) remark(a Adjustments) {
	if v := s.Target.Views(); s.Reference.ok && !v.areOne() {
		s.Findings.Add(ghg.Finding{Code: FindingTwoViews, Severity: ghg.Serious, Of: s.Target.of(), Stated: v.Base.String(),
			Found: v.Due.String()}.Said(mixedSummary, viewName(v.Base), viewName(v.Due)))
	}
	if len(s.Years) > 0 {
		for _, f := range a.findings(s.Years[0].Figure.Year, s.Years[len(s.Years)-1].Figure.Year) {
			s.Findings.Add(f)
		}
	}
	f := s.Latest.Figure
	year := strconv.Itoa(f.Year)
	if unlike := s.Target.unlike(s.series, f); s.HasLatest && len(unlike) > 0 {
		s.Findings.Add(unlikeFinding(f.Year, unlike))
	}
	if x, differ := s.Target.periodFinding(s.series, f); s.HasLatest && differ {
		s.Findings.Add(x)
	}
	if s.HasLatest && f.Status != ghg.Actual {
		s.Findings.Add(ghg.Finding{Code: ghg.FindingNotActual, Severity: ghg.Warning, Of: year, Found: f.Status.String(),
			Detail: fmt.Sprintf("the most recent figure is %s", f.Status)})
	}
	if n := len(f.Coverage.Gaps); n > 0 {
		s.Findings.Add(ghg.Finding{Code: FindingIncomplete, Severity: ghg.Serious, Of: year, Found: f.Coverage.String(),
			Detail: fmt.Sprintf("the most recent figure lacks required categories (%s): emissions may be higher", f.Coverage)})
	}
}

// String is "total emissions: 8700000 tCO2e (AR5) in 2022, 92.26% of the
// reference".
func (s Summary) String() string {
	switch {
	case s.Target.IsZero():
		return ErrNoTarget.Error()
	case !s.HasLatest:
		return s.Indicator + ": no reported year"
	case !s.Reference.ok:
		return fmt.Sprintf("%s: %s in %d", s.Indicator, s.Latest.Accountable, s.Latest.Figure.Year)
	}
	return fmt.Sprintf("%s: %s in %d, %s of the reference",
		s.Indicator, s.Latest.Accountable, s.Latest.Figure.Year, s.Ratio.Percent(2))
}

// Details lists the record, one line for each year and milestone, with the findings.
func (s Summary) Details() string {
	if s.Target.IsZero() {
		return s.String()
	}
	var b explanation
	b.line("indicator", "%s, in %s", s.Indicator, s.Unit)
	b.line("target", "%s; set by %s", s.Target, cmp.Or(s.Target.Source(), "not stated"))
	b.line("place", "%s", s.Target.Place())
	b.line("measured in", "%s", s.Target.measure())
	if s.Reference.ok {
		b.line("reference", "%s in %s", s.Reference, yearsText(s.ReferenceFrom, s.ReferenceYear))
	} else {
		b.line("reference", "%s", s.Reference)
	}
	for _, y := range s.Years {
		a := y.Adjusted
		b.line(fmt.Sprint(y.Figure.Year), "%s + sold %s - used %s + land %s = %s (%s, source %s)", y.Figure.CO2e.Tonnes(),
			a.Sold.Tonnes(), a.Retired.Tonnes(), a.Land.Tonnes(), y.Accountable, y.Figure.Status, cmp.Or(y.Figure.Source, "not stated"))
	}
	for _, m := range s.Milestones {
		b.line("milestone", "%s", m)
	}
	b.line("level", "%s in %d", s.Level, s.Target.Due())
	latest, base := s.Latest.Accountable.Tonnes(), s.Reference.co2e.Tonnes()
	b.ratio("change", "latest - reference", fmt.Sprintf("%s - %s", latest, base), s.Change)
	b.ratio("ratio", "latest/reference", fmt.Sprintf("%s/%s", latest, base), s.Ratio)
	for _, f := range s.Findings.All {
		b.line(f.Severity.String(), "%s", f)
	}
	return b.String()
}

type summaryReferenceJSON struct {
	From  int    `json:"from,omitempty"`
	Year  int    `json:"year,omitempty"`
	Level Amount `json:"level"`
}

type summaryYearJSON struct {
	Year        int         `json:"year"`
	Level       ghg.CO2e    `json:"level"`
	Status      ghg.Status  `json:"status"`
	Vintage     ghg.Vintage `json:"vintage"`
	Source      string      `json:"source,omitempty"`
	UnitsSold   ghg.CO2e    `json:"unitsSold"`
	UnitsUsed   ghg.CO2e    `json:"unitsUsed"`
	Land        ghg.CO2e    `json:"landSector"`
	Accountable ghg.CO2e    `json:"accountable"`
}

type summaryLevelJSON struct {
	Year  int      `json:"year"`
	Level ghg.CO2e `json:"level"`
}

type summaryMilestoneJSON struct {
	Year     int      `json:"year"`
	Level    ghg.CO2e `json:"level"`
	Reached  Amount   `json:"reached"`
	Over     Amount   `json:"over"`
	Decision Decision `json:"decision"`
}

type summaryLatestJSON struct {
	Year        int       `json:"year"`
	Accountable ghg.CO2e  `json:"accountable"`
	Change      Amount    `json:"changeFromReference"`
	Ratio       ghg.Ratio `json:"ratioToReference"`
}

type summaryJSON struct {
	Indicator string                 `json:"indicator"`
	Unit      string                 `json:"unit"`
	Name      string                 `json:"target"`
	Place     ghg.PlaceID            `json:"place"`
	Views     viewsJSON              `json:"views"`
	Edition   ghg.SchemeID           `json:"edition"`
	Metric    string                 `json:"metric"`
	Reference summaryReferenceJSON   `json:"reference"`
	Years     []summaryYearJSON      `json:"years"`
	Stages    []summaryMilestoneJSON `json:"milestones,omitempty"`
	Level     summaryLevelJSON       `json:"targetLevel"`
	Latest    *summaryLatestJSON     `json:"mostRecent"` // null where no year is reported
	Findings  ghg.Findings           `json:"findings"`
}

// MarshalJSON writes the record. The zero Summary is refused with
// [ErrNoTarget].
func (s Summary) MarshalJSON() ([]byte, error) {
	t := s.Target
	if t.IsZero() {
		return nil, ErrNoTarget
	}
	v := t.Views()
	out := summaryJSON{Indicator: s.Indicator, Unit: s.Unit, Name: t.Name(), Place: t.Place(),
		Views: viewsJSON{v.Base.ID().String(), v.Due.ID().String()}, Edition: v.Due.ID().Scheme, Metric: t.Metric().String(),
		Reference: summaryReferenceJSON{s.ReferenceFrom, s.ReferenceYear, s.Reference}, Years: []summaryYearJSON{},
		Level: summaryLevelJSON{t.Due(), s.Level}, Findings: s.Findings}
	for _, y := range s.Years {
		f, a := y.Figure, y.Adjusted
		out.Years = append(out.Years, summaryYearJSON{f.Year, f.CO2e, f.Status, f.Vintage, f.Source, a.Sold, a.Retired, a.Land, y.Accountable})
	}
	for _, m := range s.Milestones {
		out.Stages = append(out.Stages, summaryMilestoneJSON(m))
	}
	if s.HasLatest {
		out.Latest = &summaryLatestJSON{s.Latest.Figure.Year, s.Latest.Accountable, s.Change, s.Ratio}
	}
	return json.Marshal(out)
}
