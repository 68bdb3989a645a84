package korea

import (
	"errors"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// ReductionTarget is a target for one year (감축목표), of the whole or of a
// sector.
type ReductionTarget struct {
	Level    TargetLevel `json:"level"`
	Boundary Boundary    `json:"boundary"`
	Sector   Label       `json:"sector,omitzero"`
	BaseYear int         `json:"baseYear,omitempty"`
	Base     ghg.CO2e    `json:"base"` // zero CO2e where there is no base
	Year     int         `json:"year"`
	BAU      ghg.CO2e    `json:"bau"` // what is forecast without the plan; zero CO2e where it is not stated
	// Emissions is the target: what may be emitted in the year.
	Emissions ghg.CO2e `json:"emissions"`
	// BaseAlike is what the base year comes to as the year of the target counts it, such as
	// the net emissions of a base that is gross; zero CO2e where it is not known.
	BaseAlike ghg.CO2e `json:"baseAlike"`
	// BaseCounts and YearCounts say what the two ends count, such as gross and
	// net. In Korea a base is most often gross and a target net, and the rate
	// is then neither.
	BaseCounts Label `json:"baseCounts,omitzero"`
	YearCounts Label `json:"yearCounts,omitzero"`
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
func (t ReductionTarget) Rate() ghg.Ratio { return t.rate(t.Base) }

// RateOnOneBasis is the rate against the base as the year of the target counts it: net to
// net. It is undefined where BaseAlike is not stated.
func (t ReductionTarget) RateOnOneBasis() ghg.Ratio { return t.rate(t.BaseAlike) }

func (t ReductionTarget) rate(base ghg.CO2e) ghg.Ratio {
	if base == (ghg.CO2e{}) || t.Emissions == (ghg.CO2e{}) {
		return ghg.Undefined("base and target emissions are needed")
	}
	cut, err := base.Sub(t.Emissions)
	if err != nil {
		return ghg.Undefined(err.Error())
	}
	return ghg.Quotient(cut.Tonnes(), base.Tonnes(), "the base is 0")
}

// IsMixed reports whether the two ends count different things.
func (t ReductionTarget) IsMixed() bool { return t.BaseCounts != t.YearCounts }

// IsGrossToNet reports whether the base counts gross emissions and the target net ones, as
// the guideline prescribes (총배출량, 순배출량).
func (t ReductionTarget) IsGrossToNet() bool {
	return t.BaseCounts.says("gross", "총배출") && t.YearCounts.says("net", "순배출")
}

// says reports whether a name has a word in one of the languages.
func (l Label) says(en, ko string) bool {
	return slices.Contains(strings.Fields(strings.ToLower(l.En)), en) || strings.Contains(l.Ko, ko)
}

// Headline is the rate that a plan is known by in a year: that of what the local
// government manages. The rate with additional reductions (관리권한+추가감축) stands beside
// it, and is never it.
type Headline struct {
	Managed        ghg.Ratio `json:"managed"`
	WithAdditional ghg.Ratio `json:"withAdditional"`
}

// HeadlineOf finds the rates of a year among the rows of targets, those of the whole. One
// that has no row is undefined.
func HeadlineOf(year int, targets ...ReductionTarget) Headline {
	of := func(b Boundary) ghg.Ratio {
		for _, t := range targets {
			if t.Level == OverallTarget && t.Boundary == b && t.Year == year {
				return t.Rate()
			}
		}
		return ghg.Undefined("no overall target of " + b.String() + " is stated for the year")
	}
	return Headline{Managed: of(ManagementAuthority), WithAdditional: of(ManagementAndAdditional)}
}

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
