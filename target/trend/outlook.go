package trend

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// Outlook is where the trend of a place leads with regard to its target: what
// the due year would bring if the fitted past went on, when the level would be
// reached, and how probable it is that it is met in time. Whether the target
// is met is decided by policy, which no trend knows.
type Outlook struct {
	Target      target.Target `json:"target"`
	Limit       ghg.CO2e      `json:"limit"` // level of the due year
	Fit         Fit           `json:"fit"`
	Sen         Line          `json:"sen"`        // the robust line, to compare
	Test        Kendall       `json:"test"`       // is there a trend at all?
	Prediction  Interval      `json:"prediction"` // of the due year's total
	Attainment  Attainment    `json:"attainment"`
	Probability Probability   `json:"probability"`
	// Milestones are the levels between the last figure and the due year, with what
	// the fitted past would bring in their years.
	Milestones []MilestoneOutlook `json:"milestones,omitempty"`
}

// MilestoneOutlook is where the trend of a place leads with regard to a milestone.
type MilestoneOutlook struct {
	Year        int         `json:"year"`
	Limit       ghg.CO2e    `json:"limit"`
	Prediction  Interval    `json:"prediction"` // of the year's total
	Probability Probability `json:"probability"`
}

// String is the milestone in one line.
func (m MilestoneOutlook) String() string { return fmt.Sprintf("%d: %s", m.Year, m.Probability) }

// NewOutlook holds a fit, which may be an adjusted one, against a target with
// some confidence. A fit of another place, view, edition or metric than the
// target's is refused, with the error of [target.Target.Match]; so is one whose
// figures reach the due year already, with a [*ghg.YearError].
func NewOutlook(t target.Target, f Fit, confidence ghg.Share) (Outlook, error) {
	if f.IsZero() {
		return Outlook{}, errNoLine
	}
	o := Outlook{Target: t, Fit: f}
	err := t.Match(f.Points().Series())
	if err != nil {
		return Outlook{}, err
	}
	if o.Limit, err = t.Limit(t.Due()); err != nil {
		return Outlook{}, err
	}
	o.Sen, _ = TheilSen(f.Points()) // a fit has points
	o.Test, _ = MannKendall(f.Points())
	if o.Attainment, err = f.Attainment(o.Limit, confidence); err != nil {
		return Outlook{}, err
	}
	if o.Prediction, err = f.Prediction(t.Due(), confidence); err != nil {
		return Outlook{}, err
	}
	if o.Probability, err = f.Probability(o.Limit, t.Due()); err != nil {
		return Outlook{}, err
	}
	for year, limit := range t.Limits() {
		if year <= f.Line().Last() || year >= t.Due() {
			continue
		}
		m := MilestoneOutlook{Year: year, Limit: limit}
		if m.Prediction, err = f.Prediction(year, confidence); err != nil {
			return Outlook{}, err
		}
		if m.Probability, err = f.Probability(limit, year); err != nil {
			return Outlook{}, err
		}
		o.Milestones = append(o.Milestones, m)
	}
	return o, nil
}

// Findings are remarks on the figures and the fit: [Fit.Findings].
func (o Outlook) Findings() ghg.Findings { return o.Fit.Findings() }

// String is the outlook in one line.
func (o Outlook) String() string {
	if o.Fit.IsZero() {
		return "no outlook"
	}
	return fmt.Sprintf("%s: %s", o.Target.Name(), o.Probability)
}

// Details lists the outlook: the figures that entered and
// those that did not, the line, and each answer with its formula and numbers.
// Amounts without a unit are tonnes of CO2e; statistics have six significant
// digits.
func (o Outlook) Details() string {
	if o.Fit.IsZero() {
		return "no outlook\n"
	}
	var b explanation
	b.line("target", "%s; level %s in %d", o.Target, o.Limit, o.Target.Due())
	o.Fit.explain(&b)
	b.line("Theil-Sen slope", "%s %s a year", figure(o.Sen.Slope()), o.Sen.Metric().Unit())
	b.line("trend test", "%s", o.Test)
	i, scatter := o.Prediction, "1"
	if o.Fit.IsAdjusted() {
		scatter = "ne/n"
	}
	b.line("prediction", "%s; fit ± t × SE, SE = s √(%s + 1/n + (x - m)²/Sxx) = %s", i, scatter, figure(i.SE))
	b.line("attainment", "%s", o.Attainment)
	b.line("likelihood", "%s", o.likelihoodText())
	b.line("probability", "%s", o.Probability.Details())
	for _, m := range o.Milestones {
		b.line("milestone", "%s in %d: %s", m.Limit, m.Year, m.Probability)
	}
	b.findings(o.Findings())
	return b.String()
}
