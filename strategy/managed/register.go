package managed

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// RegisterDefinition is what [NewRegister] makes a register of.
type RegisterDefinition struct {
	Place   ghg.PlaceID
	Trading TradingScheme // which scopes are covered
	Scheme  ghg.Scheme    // of the categories of emissions
	Metric  ghg.Metric    // of all amounts
	Source  string        // document, list or data set
	// Facilities are those that the trading scheme covers, and may be others.
	Facilities []Facility
}

// Register is the facilities of one place under one trading scheme. It is
// immutable. The zero Register is refused where one is needed.
type Register struct{ def *register }

type register struct {
	RegisterDefinition
	index map[string]int
}

// The codes of the faults of a register.
const (
	FaultFacility          = "facility"           // an ID, a name, an owner or a source is missing
	FaultDuplicateFacility = "duplicate-facility" // a site stands twice
	FaultCoverage          = "coverage"           // years that do not follow
	FaultEmission          = "emission"           // an amount that cannot be one of a site
	FaultSupplier          = "supplier"           // no facility that could have supplied the energy
)

// ErrNoRegister says that the zero Register was asked.
var ErrNoRegister = errors.New("no register: make one with managed.NewRegister")

// Bounds of a register.
const (
	MaxFacilities = 10000  // in a register
	MaxEmissions  = 100000 // of all its facilities
)

// NewRegister checks a definition and makes a register of it. All that is wrong
// with the facilities comes at once, as [ghg.Faults].
func NewRegister(d RegisterDefinition) (Register, error) {
	if err := d.check(); err != nil {
		return Register{}, fmt.Errorf("facility register of %.60q: %w", d.Place, err)
	}
	d.Facilities = slices.Clone(d.Facilities)
	r := &register{d, make(map[string]int, len(d.Facilities))}
	for i := range d.Facilities {
		d.Facilities[i].Emissions = slices.Clone(d.Facilities[i].Emissions)
		if _, taken := r.index[d.Facilities[i].ID]; !taken {
			r.index[d.Facilities[i].ID] = i
		}
	}
	c := registerCheck{r: r, known: map[lineKey]int{}}
	for i := range d.Facilities {
		c.facility(i)
	}
	if c.faults.Len() > 0 {
		return Register{}, fmt.Errorf("facility register of %.60q: %w", d.Place, c.faults)
	}
	return Register{r}, nil
}

// check is about the definition but for its facilities.
func (d RegisterDefinition) check() error {
	var errs []error
	if d.Place == "" || d.Source == "" || d.Scheme.IsZero() {
		errs = append(errs, errors.New("a place, a source and the scheme of the categories are needed"))
	}
	if d.Trading.IsZero() {
		errs = append(errs, errors.New("no trading scheme given: name one, such as managed.KETS; it says which scopes are covered"))
	}
	if d.Metric.IsZero() {
		errs = append(errs, ghg.ErrNoMetric)
	}
	lines := 0
	for _, f := range d.Facilities {
		lines += len(f.Emissions)
	}
	if len(d.Facilities) > MaxFacilities || lines > MaxEmissions {
		errs = append(errs, fmt.Errorf("%d facilities with %d emissions: at most %d and %d are allowed", len(d.Facilities), lines, MaxFacilities, MaxEmissions))
	}
	return errors.Join(errs...)
}

// lineKey is what tells one emission of a site apart: a site that stands in a
// register twice, under two IDs, gives two of one key.
type lineKey struct {
	site, registration string
	year               int
	category           string
	scope              ghg.Scope
	fuel, supplier     string
}

type registerCheck struct {
	r      *register
	known  map[lineKey]int // the facility that holds it
	faults ghg.Faults
}

func fold(words string) string { return strings.ToLower(strings.TrimSpace(words)) }

func (c *registerCheck) facility(i int) {
	f := &c.r.Facilities[i]
	where := fmt.Sprintf("facility %d %.60q", i+1, f.ID)
	if f.ID == "" || len(f.ID) > ghg.MaxName || f.Name == "" || f.Source == "" {
		c.fault(FaultFacility, where, "", fmt.Sprintf("an ID of at most %d bytes, a name and a source are needed", ghg.MaxName))
	}
	if !f.Ownership.Valid() {
		c.fault(FaultFacility, where+", ownership", f.Ownership.String(), "state it: a covered site stays managed only if it is council-owned; allowed are council-owned and owned by others")
	}
	if first := c.r.index[f.ID]; first != i && f.ID != "" {
		c.fault(FaultDuplicateFacility, where, "", fmt.Sprintf("facility %d has this ID too", first+1))
	}
	for _, year := range []int{f.From, f.To} {
		if year != 0 && ghg.CalendarYear(year).IsZero() {
			c.fault(FaultCoverage, where, fmt.Sprint(year), "years from 1850 to 2300 are allowed")
		}
	}
	switch {
	case f.To != 0 && (f.From == 0 || f.To < f.From):
		c.fault(FaultCoverage, where, fmt.Sprint(f.To), fmt.Sprintf("the last year covered cannot stand without the first or before it (%d)", f.From))
	case f.From != 0 && f.Registration == "":
		c.fault(FaultCoverage, where, fmt.Sprint(f.From), "a covered site needs its registration in "+c.r.Trading.Name())
	}
	for n, e := range f.Emissions {
		c.emission(i, e, fmt.Sprintf("%s, emission %d", where, n+1))
	}
}

func (c *registerCheck) emission(i int, e SiteEmission, where string) {
	if ghg.CalendarYear(e.Year).IsZero() {
		c.fault(FaultEmission, where, fmt.Sprint(e.Year), "years from 1850 to 2300 are allowed")
	}
	scoped := direct(e.Scope) || purchased(e.Scope)
	if !scoped {
		c.fault(FaultEmission, where, e.Scope.String(), "allowed are scope 1, what the site emits, and scope 2, energy that it bought")
	}
	scheme := c.r.Scheme.ID()
	n, ok := c.r.Scheme.Node(e.Category.Code)
	switch {
	case !ok || e.Category.Scheme != scheme || n.Code != e.Category.Code:
		c.fault(ghg.FaultUnknownCategory, where, e.Category.String(), fmt.Sprintf("no category of %s, as the standard writes it", scheme))
	case !n.Reportable || n.Memo:
		c.fault(ghg.FaultNotReportable, where, n.Code, "name the category that the city's total counts it in")
	case scoped && n.Scope != ghg.ScopeUnspecified && n.Scope != e.Scope:
		c.fault(FaultEmission, where, n.Code, fmt.Sprintf("the category is %s in %s, and the emission is said to be %s", n.Scope, scheme, e.Scope))
	}
	if a, b := c.r.Metric.ID(), e.CO2e.Metric().ID(); a != b {
		c.fault(ghg.FaultMismatch, where, b.String(), (&ghg.MetricMismatchError{A: a, B: b}).Error())
	}
	if e.CO2e.Sign() < 0 {
		c.fault(FaultEmission, where, e.CO2e.String(), "a site emits nothing or more: a removal is no emission that a trading scheme covers")
	}
	if e.Supplier != "" {
		j, ok := c.r.index[e.Supplier]
		if !ok || j == i || !purchased(e.Scope) {
			c.fault(FaultSupplier, where, e.Supplier, "the supplier of purchased energy is another facility of the register; leave it out for the grid and for direct emissions")
		}
	}
	f := &c.r.Facilities[i]
	k := lineKey{fold(f.Name), fold(f.Registration), e.Year, e.Category.Code, e.Scope, fold(e.Fuel), e.Supplier}
	if j, taken := c.known[k]; taken {
		c.fault(FaultDuplicateFacility, where, f.Name, fmt.Sprintf("facility %d %.60q has the name, the registration and an emission of this year, category, scope and fuel: it would be subtracted twice", j+1, c.r.Facilities[j].ID))
		return
	}
	c.known[k] = i
}

func (c *registerCheck) fault(code, field, value, detail string) {
	c.faults.Add(ghg.Fault{Code: code, Field: field, Value: value, Detail: detail, Place: c.r.Place})
}

// Place is the place whose facilities they are.
func (r Register) Place() ghg.PlaceID { return r.definition().Place }

// Trading is the trading scheme.
func (r Register) Trading() TradingScheme { return r.definition().Trading }

// Source is the document of the register.
func (r Register) Source() string { return r.definition().Source }

// IsZero reports whether there is no register.
func (r Register) IsZero() bool { return r.def == nil }

// Len is the number of facilities.
func (r Register) Len() int { return len(r.definition().Facilities) }

// Facilities yields the facilities in their order.
func (r Register) Facilities() iter.Seq[Facility] {
	return func(yield func(Facility) bool) {
		for _, f := range r.definition().Facilities {
			f.Emissions = slices.Clone(f.Emissions)
			if !yield(f) {
				return
			}
		}
	}
}

// Facility finds a facility by its ID.
func (r Register) Facility(id string) (Facility, bool) {
	if r.def == nil {
		return Facility{}, false
	}
	i, ok := r.def.index[id]
	if !ok {
		return Facility{}, false
	}
	f := r.def.Facilities[i]
	f.Emissions = slices.Clone(f.Emissions)
	return f, true
}

// definition is the register's, or an empty one for the zero Register.
func (r Register) definition() RegisterDefinition {
	if r.def == nil {
		return RegisterDefinition{}
	}
	return r.def.RegisterDefinition
}
