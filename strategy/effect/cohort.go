package effect

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

const (
	maxLifetime      = 100 // of a unit, in years
	maxInstallations = 1000
)

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
	// included; 1 to 100.
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
	keep []decimal.Decimal  // (1 - d)^age
}

// NewCohorts checks a definition and makes cohorts of it. It refuses, all at once
// as [ghg.Faults], what is missing or out of bounds, two new installations in one
// year, and renewals of what does not exist, still stands, or was less.
func NewCohorts(d CohortsDefinition) (Cohorts, error) {
	d.Installations = slices.Clone(d.Installations)
	slices.SortStableFunc(d.Installations, func(a, b Installation) int {
		return cmp.Or(cmp.Compare(a.Year, b.Year), cmp.Compare(a.Renews, b.Renews))
	})
	if err := d.check(); err != nil {
		return Cohorts{}, err
	}
	c := Cohorts{def: &d}
	k := one
	for range d.Lifetime {
		c.keep = append(c.keep, k)
		k = k.Mul(d.Decay.Complement().Fraction())
	}
	return c, nil
}

// of says in faults which cohorts are meant.
func (d *CohortsDefinition) of() string { return "cohorts " + words.Quote(d.Name) }

func (d *CohortsDefinition) check() error {
	var faults ghg.Faults
	of := d.of()
	if d.Name == "" || len(d.Name) > ghg.MaxName {
		faults.Refuse("cohorts", "name", d.Name, fmt.Sprintf("one of at most %d bytes is needed, such as heat pumps", ghg.MaxName))
	}
	refuseKind(&faults, of, d.Kind, strategy.Potential, strategy.Expected, strategy.Implemented)
	if d.PerUnit.IsZero() {
		faults.Refuse(of, "reduction of a unit", "0", "an amount other than 0 is needed")
	}
	if d.Lifetime < 1 || d.Lifetime > maxLifetime {
		faults.Refuse(of, "lifetime", strconv.Itoa(d.Lifetime), fmt.Sprintf("1 to %d years are allowed", maxLifetime))
	}
	faults.RefuseShare(of, "decay", d.Decay)
	if n := len(d.Installations); n < 1 || n > maxInstallations {
		faults.Refuse(of, "installations", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxInstallations))
		return faults.Err()
	}
	left := map[int]decimal.Decimal{} // units of a year that nothing has renewed yet
	for i, in := range d.Installations {
		d.refuse(&faults, in, left)
		if i > 0 && d.Installations[i-1].Year == in.Year && d.Installations[i-1].Renews == in.Renews {
			faults.Refuse(in.of(of), "year", strconv.Itoa(in.Year), "it is given twice: give the sum")
		}
	}
	return faults.Err()
}

// of says in faults which installation is meant.
func (in Installation) of(cohorts string) string {
	return fmt.Sprintf("%s, installation in %d", cohorts, in.Year)
}

// refuse adds what does not stand of an installation, new ones of a year first,
// and counts its units.
func (d *CohortsDefinition) refuse(faults *ghg.Faults, in Installation, left map[int]decimal.Decimal) {
	of := in.of(d.of())
	if faults.RefuseYear(of, "year", in.Year) {
		return
	}
	if refuseUnits(faults, of, in.Units) {
		return
	}
	if in.Units.IsZero() {
		faults.Refuse(of, "units", "0", "above 0 is allowed; leave the year out")
	}
	if in.Renews != 0 {
		units, ok := left[in.Renews]
		expires, why := in.Renews+d.Lifetime, ""
		switch {
		case !ok:
			why = "there is none in that year"
		case in.Year < expires:
			why = fmt.Sprintf("it stands until it expires in %d", expires)
		case in.Units.GreaterThan(units):
			why = fmt.Sprintf("of it %s units are left, and %s renew it: what is more is new", units, in.Units)
		}
		if why != "" {
			faults.Refuse(of, "renews", strconv.Itoa(in.Renews), why)
		}
		left[in.Renews] = units.Sub(in.Units)
	}
	left[in.Year] = left[in.Year].Add(in.Units)
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
	if err := ghg.CheckYear("renewal", until); err != nil {
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
			return Cohorts{}, fmt.Errorf("%s, renewal until %d: more than %d installations", d.of(), until, maxInstallations)
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
//	Σ units × c × (1 - d)^age   over cohorts with 0 ≤ age < lifetime
//
// rounded once to 12 decimal places of a tonne. Before the first installation it is 0.
func (c Cohorts) Standing(year int) (StandingReduction, error) {
	if c.IsZero() {
		return StandingReduction{}, errNoCohorts
	}
	if err := ghg.CheckYear("standing reduction", year); err != nil {
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
	s.co2e, err = ghg.NewCO2e(exact.Round(sum.Mul(c.def.PerUnit.Tonnes()), amountPlaces), ghg.Tonne, c.def.PerUnit.Metric())
	if err != nil {
		return StandingReduction{}, fmt.Errorf("%s in %d: %w", c.def.of(), year, err)
	}
	return s, nil
}

// Reductions are what the cohorts cut in each year of a span.
func (c Cohorts) Reductions(first, last int) (strategy.Reductions, error) {
	if c.IsZero() {
		return strategy.Reductions{}, errNoCohorts
	}
	if err := checkSpan(c.def.of(), first, last); err != nil {
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
