package korea

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// ReductionTarget is a target for one year (감축목표), of the whole or of a
// sector.
type ReductionTarget struct {
	Level    TargetLevel
	Boundary Boundary
	Sector   Label
	BaseYear int
	Base     ghg.CO2e // zero CO2e where there is no base
	Year     int
	BAU      ghg.CO2e // what is forecast without the plan; zero CO2e where it is not stated
	// Emissions is the target: what may be emitted in the year.
	Emissions ghg.CO2e
	// BaseCounts and YearCounts say what the two ends count, such as gross and
	// net. In Korea a base is most often gross and a target net, and the rate
	// is then neither.
	BaseCounts, YearCounts Label
}

// TargetReduction is the reduction that the target asks for (목표감축량), BAU − target
// emissions. There is none where no BAU is stated.
func (t ReductionTarget) TargetReduction() (ghg.CO2e, bool) {
	if t.BAU == (ghg.CO2e{}) || t.Emissions == (ghg.CO2e{}) {
		return ghg.CO2e{}, false
	}
	c, err := t.BAU.Sub(t.Emissions)
	return c, err == nil
}

// Rate is the reduction rate (감축률), (base − target) / base. It is undefined
// without a base, or with one of 0.
func (t ReductionTarget) Rate() ghg.Ratio {
	if t.Base == (ghg.CO2e{}) || t.Emissions == (ghg.CO2e{}) {
		return ghg.Undefined("base and target emissions are needed")
	}
	cut, err := t.Base.Sub(t.Emissions)
	if err != nil {
		return ghg.Undefined(err.Error())
	}
	return ghg.Quotient(cut.Tonnes(), t.Base.Tonnes(), "the base is 0")
}

// IsMixed reports whether the two ends count different things.
func (t ReductionTarget) IsMixed() bool { return t.BaseCounts != t.YearCounts }

func (t ReductionTarget) write(c *cells) {
	c.code(t.Level.Label(), true)
	c.code(t.Boundary.Label(), true)
	c.label(t.Sector)
	c.year(t.BaseYear, t.Base != ghg.CO2e{})
	c.co2e(t.Base)
	c.label(t.BaseCounts)
	c.year(t.Year, true)
	c.co2e(t.BAU)
	reduction, _ := t.TargetReduction()
	c.co2e(reduction)
	c.co2e(t.Emissions)
	c.label(t.YearCounts)
	c.percent(t.Rate())
	c.gwp()
}

// ReductionTargets are the rows of a target: one for each milestone and for its
// due year. BAU is the forecast without the plan, in the view and metric of the
// due year, such as that of an evaluation's baseline; the zero Yearly leaves
// its columns blank. A BAU of another place, view or metric is a
// [*ghg.MismatchError], one without a year that is needed a [*ghg.NoFigureError].
func ReductionTargets(level TargetLevel, boundary Boundary, sector Label, t target.Target, bau ghg.Yearly) ([]ReductionTarget, error) {
	if t.IsZero() {
		return nil, target.ErrNoTarget
	}
	if bau.Len() > 0 {
		due := ghg.Basis{Place: t.Place(), View: t.Views().Due, Metric: t.Metric()}
		if err := bau.Basis().Meets("the BAU", due, "the target's due year"); err != nil {
			return nil, err
		}
	}
	counts := func(v ghg.View) Label { return Label{v.NameKo(), v.Name()} }
	var out []ReductionTarget
	var errs []error
	for year, limit := range t.Limits() {
		r := ReductionTarget{Level: level, Boundary: boundary, Sector: sector, Year: year, Emissions: limit,
			YearCounts: counts(t.Views().Due)}
		if t.BaseYear() != 0 {
			r.BaseYear, r.Base, r.BaseCounts = t.BaseYear(), t.Base(), counts(t.Views().Base)
		}
		if bau.Len() > 0 {
			f, err := bau.Figure(year)
			errs = append(errs, err)
			r.BAU = f.CO2e
		}
		out = append(out, r)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return out, nil
}
