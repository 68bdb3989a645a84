package carveout

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// RegisterDefinition is what [NewRegister] makes a register of.
type RegisterDefinition struct {
	Place   ghg.PlaceID
	Trading TradingScheme // which scopes are covered
	Scheme  ghg.Scheme    // of the categories of emissions
	Metric  ghg.Metric    // of all amounts
	Source  string        // document, list or data set
	// Facilities are those that the trading scheme covers, and may be others. One that
	// left the scheme and came back, or was sold, has a row for each of its times.
	Facilities []Facility
}

// Register is the facilities of one place under one trading scheme. It is
// immutable. The zero Register is refused where one is needed.
type Register struct{ def *register }

type register struct {
	RegisterDefinition
	rows map[string][]int // of each ID, in their order
	of   *inRecords       // what it was made of; nil where its figures were given
}

// at is the row of a facility for a year: the one in which the scheme covers it, or else
// its first.
func (r *register) at(id string, year int) (int, bool) {
	rows := r.rows[id]
	for _, i := range rows {
		if r.Facilities[i].Covered(year) {
			return i, true
		}
	}
	if len(rows) == 0 {
		return 0, false
	}
	return rows[0], true
}

// The codes of the faults of a register and of its table.
const (
	FaultFacility          = "facility"           // an ID, a name, an owner or a source is missing
	FaultDuplicateFacility = "duplicate-facility" // a site stands twice
	FaultCoverage          = "coverage"           // years that do not follow
	FaultEmission          = "emission"           // an amount that cannot be one of a site
	FaultSupplier          = "supplier"           // no facility that could have supplied the energy
)

// ErrNoRegister says that the zero Register was asked.
var ErrNoRegister = errors.New("no register: make one with carveout.NewRegister")

// Bounds of a register.
const (
	maxFacilities = 10000
	maxEmissions  = 100000 // of all its facilities
)

// NewRegister checks a definition and makes a register of it. All that is wrong
// with it and its facilities comes at once, as [ghg.Faults]; beside an emission on
// another metric stands a [*ghg.MetricMismatchError].
func NewRegister(d RegisterDefinition) (Register, error) {
	c := registerCheck{known: map[lineKey]int{}}
	if c.definition(&d) { // what is too long is not looked through
		return Register{}, c.faults
	}
	d.Facilities = slices.Clone(d.Facilities)
	c.r = &register{RegisterDefinition: d, rows: make(map[string][]int, len(d.Facilities))}
	for i := range d.Facilities {
		d.Facilities[i].Emissions = slices.Clone(d.Facilities[i].Emissions)
		c.r.rows[d.Facilities[i].ID] = append(c.r.rows[d.Facilities[i].ID], i)
	}
	for i := range d.Facilities {
		c.facility(i)
	}
	if err := c.faults.Err(); err != nil {
		return Register{}, errors.Join(err, c.mismatch)
	}
	return Register{c.r}, nil
}

// definition is about the definition but for its facilities. It says whether they
// are too many.
func (c *registerCheck) definition(d *RegisterDefinition) bool {
	refuse := func(field, value, detail string) {
		c.faults.Refuse("register of "+words.Quote(string(d.Place)), field, value, detail)
	}
	if d.Place == "" {
		refuse("place", "", "name the place whose facilities they are")
	} else {
		c.faults.CleanPlace("register of "+words.Quote(string(d.Place)), "place", &d.Place)
	}
	if d.Source == "" {
		refuse("source", "", "name the document, list or data set")
	}
	if d.Scheme.IsZero() {
		refuse("scheme", "", "give the scheme of the categories of emissions")
	}
	if d.Trading.IsZero() {
		refuse("trading", "", "name a trading scheme, such as carveout.KETS; it says which scopes are covered")
	}
	if d.Metric.IsZero() {
		refuse("metric", "", ghg.ErrNoMetric.Error())
	}
	lines := 0
	for _, f := range d.Facilities {
		lines += len(f.Emissions)
	}
	if n := len(d.Facilities); n > maxFacilities {
		refuse("facilities", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxFacilities))
	}
	if lines > maxEmissions {
		refuse("emissions", strconv.Itoa(lines), fmt.Sprintf("at most %d of all facilities are allowed", maxEmissions))
	}
	return len(d.Facilities) > maxFacilities || lines > maxEmissions
}

var yearsAllowed = fmt.Sprintf("years from %d to %d are allowed", ghg.FirstYear, ghg.LastYear)

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
	line   int // of the facility at hand
	// mismatch is the first of a metric.
	mismatch error
}

func fold(text string) string { return strings.ToLower(strings.TrimSpace(text)) }

func (c *registerCheck) facility(i int) {
	f := &c.r.Facilities[i]
	c.line = f.Line
	of := "facility " + words.Quote(f.ID)
	if f.ID == "" {
		of = fmt.Sprintf("facility %d", i+1)
	}
	refuse := func(code, field, value, detail string) { c.fault(code, of, field, value, detail) }
	if f.ID == "" || len(f.ID) > ghg.MaxName {
		refuse(FaultFacility, "id", f.ID, fmt.Sprintf("an ID of at most %d bytes is needed", ghg.MaxName))
	}
	if f.Name == "" {
		refuse(FaultFacility, "name", "", "a name is needed")
	}
	if f.Source == "" {
		refuse(FaultFacility, "source", "", "name the document of the facility and its coverage")
	}
	if !f.Ownership.Valid() {
		refuse(FaultFacility, "ownership", f.Ownership.String(),
			"state it: a covered site stays managed only if it is council-owned; allowed are council-owned and owned by others")
	}
	for _, j := range c.r.rows[f.ID] {
		if j < i && f.ID != "" && f.meets(c.r.Facilities[j]) {
			refuse(FaultDuplicateFacility, "id", f.ID, fmt.Sprintf("facilities %d and %d both have it: one ID for one site, "+
				"unless it is covered in other years", j+1, i+1))
			break
		}
	}
	for _, x := range []struct {
		field string
		year  int
	}{{"from", f.From}, {"to", f.To}} {
		if err := ghg.CheckYear("", x.year); x.year != 0 && err != nil {
			refuse(FaultCoverage, x.field, strconv.Itoa(x.year), yearsAllowed)
		}
	}
	if why := f.spanWrong(); why != "" {
		refuse(FaultCoverage, "to", strconv.Itoa(f.To), why)
	}
	for n, e := range f.Emissions {
		c.emission(i, e, fmt.Sprintf("%s, emission %d", of, n+1))
	}
}

func (c *registerCheck) emission(i int, e SiteEmission, of string) {
	refuse := func(code, field, value, detail string) { c.fault(code, of, field, value, detail) }
	if err := ghg.CheckYear("", e.Year); err != nil {
		refuse(FaultEmission, "year", strconv.Itoa(e.Year), yearsAllowed)
	}
	scoped := direct(e.Scope) || purchased(e.Scope)
	if !scoped {
		refuse(FaultEmission, "scope", e.Scope.String(), "allowed are scope 1, what the site emits, and scope 2, energy that it bought")
	}
	scheme := c.r.Scheme.ID()
	n, ok := c.r.Scheme.Node(e.Category.Code)
	switch {
	case c.r.Scheme.IsZero(): // said already
	case !ok || e.Category.Scheme != scheme || n.Code != e.Category.Code:
		refuse(ghg.FaultUnknownCategory, "category", e.Category.String(), fmt.Sprintf("no category of %s, as the standard writes it", scheme))
	case !n.Reportable || n.Memo:
		refuse(ghg.FaultNotReportable, "category", n.Code, "name the category that the city's total counts it in")
	case scoped && n.Scope != ghg.ScopeUnspecified && n.Scope != e.Scope:
		refuse(FaultEmission, "category", n.Code, fmt.Sprintf("the category is %s in %s, and the emission is said to be %s", n.Scope,
			scheme, e.Scope))
	}
	if a, b := c.r.Metric.ID(), e.CO2e.Metric().ID(); a != b && !c.r.Metric.IsZero() {
		err := &ghg.MetricMismatchError{A: a, B: b}
		refuse(ghg.FaultMismatch, "metric", b.String(), err.Error())
		if c.mismatch == nil {
			c.mismatch = err
		}
	}
	if e.CO2e.Sign() < 0 {
		refuse(FaultEmission, "amount", e.CO2e.String(), "a site emits nothing or more: a removal is no emission that a trading scheme covers")
	}
	if e.Supplier != "" {
		if _, known := c.r.rows[e.Supplier]; !known || e.Supplier == c.r.Facilities[i].ID || !purchased(e.Scope) {
			refuse(FaultSupplier, "supplier", e.Supplier,
				"the supplier of purchased energy is another facility of the register; leave it out for the grid and for direct emissions")
		}
	}
	f := &c.r.Facilities[i]
	k := lineKey{fold(f.Name), fold(f.Registration), e.Year, e.Category.Code, e.Scope, fold(e.Fuel), e.Supplier}
	if j, taken := c.known[k]; taken {
		refuse(FaultDuplicateFacility, "name", f.Name, fmt.Sprintf(
			"facility %d, %s, has the name, the registration and an emission of this year, category, scope and fuel: it would be subtracted twice",
			j+1, words.Quote(c.r.Facilities[j].ID)))
		return
	}
	c.known[k] = i
}

func (c *registerCheck) fault(code, of, field, value, detail string) {
	c.faults.Add(ghg.Fault{Code: code, Of: of, Line: c.line, Field: field, Value: value, Detail: detail, Place: c.r.Place})
}

// Place is the place whose facilities they are.
func (r Register) Place() ghg.PlaceID { return r.definition().Place }

// Scheme is the scheme of the categories of emissions.
func (r Register) Scheme() ghg.Scheme { return r.definition().Scheme }

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

// Facility finds a facility by its ID, as it is in a year: of one that left the trading
// scheme and came back, or was sold, the row in which it is covered then, or its first.
func (r Register) Facility(id string, year int) (Facility, bool) {
	if r.def == nil {
		return Facility{}, false
	}
	i, ok := r.def.at(id, year)
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
