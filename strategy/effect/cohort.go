package effect

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// MaxLifetime is the longest lifetime of a unit, in years.
const MaxLifetime = 100

// Installation is what is installed in a year: a cohort.
type Installation struct {
	Year  int
	Units decimal.Decimal
	// Renews is the year of the cohort that these units replace, or 0 for new
	// ones. They come in the year that cohort expires or later, and are not
	// more than it.
	Renews int
}

// CohortsDefinition is what [Cohorts] are made of.
type CohortsDefinition struct {
	Name string // what is installed: "heat pumps"
	// Kind is Potential, Expected, or Implemented where the units stand.
	Kind strategy.Kind
	// PerUnit is the reduction of one unit in its first year.
	PerUnit ghg.CO2e
	// Lifetime is how many years a unit cuts, that of its installation
	// included; 1 to [MaxLifetime].
	Lifetime int
	// Decay is the share of its reduction that a unit loses each year, 0 to 1.
	// It must be given, if only as 0 %.
	Decay         ghg.Share
	Installations []Installation
	Source        string
}

// Cohorts are units installed by year, each of which cuts for its lifetime and
// wears off. It is immutable; the zero Cohorts are refused.
type Cohorts struct {
	def  *CohortsDefinition // Installations by year, new ones first
	keep []decimal.Decimal  // (1 − d)^age
}

// NewCohorts checks a definition and makes cohorts of it. Two new installations
// in one year are refused, as are renewals of what does not exist, still
// stands, or was less.
func NewCohorts(d CohortsDefinition) (Cohorts, error) {
	if d.Name == "" {
		return Cohorts{}, errors.New("cohorts: a name is needed, such as heat pumps")
	}
	if err := d.check(); err != nil {
		return Cohorts{}, fmt.Errorf("%.60s: %w", d.Name, err)
	}
	d.Installations = slices.Clone(d.Installations)
	slices.SortStableFunc(d.Installations, func(a, b Installation) int {
		if a.Year != b.Year {
			return a.Year - b.Year
		}
		return a.Renews - b.Renews
	})
	if err := checkInstallations(d.Installations, d.Lifetime); err != nil {
		return Cohorts{}, fmt.Errorf("%.60s: %w", d.Name, err)
	}
	c := Cohorts{def: &d}
	k := one
	for range d.Lifetime {
		c.keep = append(c.keep, k)
		k = k.Mul(d.Decay.Complement().Fraction())
	}
	return c, nil
}

func (d *CohortsDefinition) check() error {
	if err := checkKind("cohorts", d.Kind, strategy.Potential, strategy.Expected, strategy.Implemented); err != nil {
		return err
	}
	switch {
	case d.PerUnit.IsZero():
		return errors.New("reduction of a unit: 0: an amount other than 0 is needed")
	case d.Lifetime < 1 || d.Lifetime > MaxLifetime:
		return fmt.Errorf("lifetime of %d years: 1 to %d are allowed", d.Lifetime, MaxLifetime)
	case len(d.Installations) == 0:
		return errors.New("no installations: at least one is needed")
	case len(d.Installations) > maxInstallations:
		return fmt.Errorf("%d installations: at most %d are allowed", len(d.Installations), maxInstallations)
	}
	return checkFraction("decay", d.Decay)
}

const maxInstallations = 1000

// checkInstallations checks installations by year, new ones first.
func checkInstallations(all []Installation, lifetime int) error {
	left := map[int]decimal.Decimal{} // units of a year that nothing has renewed yet
	for i, in := range all {
		if err := checkUnits("installation", in.Year, in.Units); err != nil {
			return err
		}
		if in.Units.IsZero() {
			return fmt.Errorf("installation, units in %d: 0: above 0 is allowed; leave the year out", in.Year)
		}
		if i > 0 && all[i-1].Year == in.Year && all[i-1].Renews == in.Renews {
			return fmt.Errorf("installation in %d: given twice", in.Year)
		}
		if in.Renews != 0 {
			units, ok := left[in.Renews]
			switch {
			case !ok:
				return fmt.Errorf("installation in %d: renews that of %d, which there is not", in.Year, in.Renews)
			case in.Year < in.Renews+lifetime:
				return fmt.Errorf("installation in %d: renews that of %d, which stands until it expires in %d", in.Year, in.Renews, in.Renews+lifetime)
			case in.Units.GreaterThan(units):
				return fmt.Errorf("installation in %d: renews %s units of %d, of which %s are left: what is more is new", in.Year, in.Units, in.Renews, units)
			}
			left[in.Renews] = units.Sub(in.Units)
		}
		left[in.Year] = left[in.Year].Add(in.Units)
	}
	return nil
}

// IsZero reports whether there are no cohorts.
func (c Cohorts) IsZero() bool { return c.def == nil }

// Renewed are the cohorts with all that expires up to and in a year replaced in
// the year it expires, and again when that expires. Nothing else renews a
// cohort.
func (c Cohorts) Renewed(until int) (Cohorts, error) {
	if c.IsZero() {
		return Cohorts{}, errNoCohorts
	}
	if err := checkYear("renewal", until); err != nil {
		return Cohorts{}, err
	}
	d := *c.def
	d.Installations = slices.Clone(d.Installations)
	for { // each round renews what the last one left or brought
		added := false
		for e := range (Cohorts{def: &d}).Expiries() {
			if e.Expires <= until && e.Left.IsPositive() {
				d.install(Installation{e.Expires, e.Left, e.Installed})
				added = true
			}
		}
		if !added {
			return NewCohorts(d)
		}
		if len(d.Installations) > maxInstallations {
			return Cohorts{}, fmt.Errorf("renewal until %d: more than %d installations", until, maxInstallations)
		}
	}
}

// install adds units to those that renew the same cohort in the same year.
func (d *CohortsDefinition) install(in Installation) {
	i := slices.IndexFunc(d.Installations, func(x Installation) bool { return x.Year == in.Year && x.Renews == in.Renews })
	if i < 0 {
		d.Installations = append(d.Installations, in)
		return
	}
	d.Installations[i].Units = d.Installations[i].Units.Add(in.Units)
}

var errNoCohorts = errors.New("no cohorts given: make them with effect.NewCohorts")

// Expiry says when the units of a year of installation stop to cut.
type Expiry struct {
	Installed int
	Units     decimal.Decimal // of that year, new and renewed
	// Expires is the first year in which they cut nothing.
	Expires int
	// Left are the units that nothing renews.
	Left decimal.Decimal
}

// Expiries yields the expiry of each year of installation, in order.
func (c Cohorts) Expiries() iter.Seq[Expiry] {
	return func(yield func(Expiry) bool) {
		if c.IsZero() {
			return
		}
		units, renewed := map[int]decimal.Decimal{}, map[int]decimal.Decimal{}
		var years []int
		for _, in := range c.def.Installations {
			if _, ok := units[in.Year]; !ok {
				years = append(years, in.Year)
			}
			units[in.Year] = units[in.Year].Add(in.Units)
			if in.Renews != 0 {
				renewed[in.Renews] = renewed[in.Renews].Add(in.Units)
			}
		}
		slices.Sort(years)
		for _, y := range years {
			if !yield(Expiry{y, units[y], y + c.def.Lifetime, units[y].Sub(renewed[y])}) {
				return
			}
		}
	}
}

// Standing is what the cohorts cut in a year:
//
//	Σ units × c × (1 − d)^age   over cohorts with 0 ≤ age < lifetime
//
// rounded once to [AmountPlaces]. Before the first installation it is 0.
func (c Cohorts) Standing(year int) (StandingReduction, error) {
	if c.IsZero() {
		return StandingReduction{}, errNoCohorts
	}
	if err := checkYear("standing reduction", year); err != nil {
		return StandingReduction{}, err
	}
	s := StandingReduction{year: year, cohorts: c}
	var sum decimal.Decimal
	for _, in := range c.def.Installations {
		if age := year - in.Year; age >= 0 && age < c.def.Lifetime {
			sum = sum.Add(in.Units.Mul(c.keep[age]))
		}
	}
	var err error
	s.co2e, err = ghg.NewCO2e(exact.Round(sum.Mul(c.def.PerUnit.Tonnes()), AmountPlaces), ghg.Tonne, c.def.PerUnit.Metric())
	if err != nil {
		return StandingReduction{}, fmt.Errorf("%.60s in %d: %w", c.def.Name, year, err)
	}
	return s, nil
}

// Reductions are what the cohorts cut in each year of a span.
func (c Cohorts) Reductions(first, last int) (strategy.Reductions, error) {
	if c.IsZero() {
		return strategy.Reductions{}, errNoCohorts
	}
	if err := checkSpan("cohorts", first, last); err != nil {
		return strategy.Reductions{}, err
	}
	byYear := map[int]ghg.CO2e{}
	for y := first; y <= last; y++ {
		s, err := c.Standing(y)
		if err != nil {
			return strategy.Reductions{}, err
		}
		byYear[y] = s.co2e
	}
	return strategy.NewReductions(c.def.Kind, c.def.PerUnit.Metric(), byYear)
}

// Cumulative is what the cohorts cut over years, first and last included: the
// sum of what stands in each.
func (c Cohorts) Cumulative(first, last int) (CumulativeReduction, error) {
	r, err := c.Reductions(first, last)
	if err != nil {
		return CumulativeReduction{}, err
	}
	return Cumulate(r, first, last)
}

// String is the cohorts as one line.
func (c Cohorts) String() string {
	if c.IsZero() {
		return "no cohorts"
	}
	d := c.def
	return fmt.Sprintf("%s, %s: %s each, %d years, decay %s a year", d.Name, d.Kind, d.PerUnit, d.Lifetime, d.Decay)
}
