package managed

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"sort"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
)

// Totals are the citywide figures that a carve-out is made in.
type Totals struct {
	Citywide ghg.Yearly
	// Scopes are those that the citywide total holds, where its view is a
	// declared one: scope 1, or 1 and 2. A view of a scheme says it itself.
	Scopes []ghg.Scope
	// Sectors are the totals of the categories that hold sites, as far as they
	// are known. A site in none of them is checked against the citywide total.
	Sectors []Sector
}

// Sector is the citywide total of a category and all under it, by year.
type Sector struct {
	Category ghg.Category
	ByYear   map[int]ghg.CO2e
	Source   string
}

// CarveOut is the citywide and the managed series side by side. It is
// immutable; the zero CarveOut holds no year.
type CarveOut struct {
	register Register
	citywide ghg.Yearly
	managed  ghg.Yearly
	years    []YearFigures
}

// YearFigures are the figures of one year, citywide and managed.
type YearFigures struct {
	Year     int
	Citywide ghg.CO2e
	// Covered is what the trading scheme covers, as far as the citywide total
	// holds it. CouncilOwned is the part of it at council-owned sites.
	Covered, CouncilOwned ghg.CO2e
	// Managed is Citywide − Covered + CouncilOwned.
	Managed ghg.CO2e
	Sites   []SiteFigure   // covered in the year, in the order of the register
	Sectors []SectorFigure // in the order given
	LeftOut []LeftOut      // emissions of covered sites that are not subtracted

	citywide, register string // sources
}

// SiteFigure is one covered site in one year: what it emits directly and
// through purchased energy, as far as it is part of the citywide total.
type SiteFigure struct {
	Facility          string // ID
	Name              string
	Ownership         Ownership
	Direct, Purchased ghg.CO2e
	CO2e              ghg.CO2e     // the sum of both
	ShareOfTotal      target.Ratio // of the citywide total
}

// SectorFigure is the carve-out within one sector.
type SectorFigure struct {
	Category                                 ghg.Category
	Citywide, Covered, CouncilOwned, Managed ghg.CO2e
}

// CoveredShare is the part of the sector that the trading scheme covers.
func (s SectorFigure) CoveredShare() target.Ratio { return share(s.Covered, s.Citywide) }

// LeftOut is an emission of a covered site that the carve-out does not subtract.
type LeftOut struct {
	Facility string
	Emission SiteEmission
	Why      string
}

// CoveredShare is the part of the citywide total that the trading scheme
// covers. It may exceed 1 where the total is net of sinks.
func (y YearFigures) CoveredShare() target.Ratio { return share(y.Covered, y.Citywide) }

// ManagedShare is the part of the citywide total that is managed.
func (y YearFigures) ManagedShare() target.Ratio { return share(y.Managed, y.Citywide) }

func share(a, b ghg.CO2e) target.Ratio {
	return target.Quotient(a.Tonnes(), b.Tonnes(), "the citywide total is 0")
}

// CarveOut takes covered sites out of citywide totals, and gives the managed
// series in the view as: a declared one, which names whose boundary it is. Where
// the citywide view is of a scheme, as carries its edition (see
// [ghg.View.WithEdition]). Status and vintage of a year are the citywide ones.
//
// Errors are [*ExceedsError], [*MissingError] and [*DoubleError], all at once,
// in the order of years; and what cannot meet: another place, metric or
// scheme.
func (r Register) CarveOut(totals Totals, as ghg.View) (CarveOut, error) {
	c, err := r.carver(totals, as)
	if err != nil {
		return CarveOut{}, fmt.Errorf("carve-out for %.60q: %w", totals.Citywide.Place(), err)
	}
	out := CarveOut{register: r, citywide: totals.Citywide}
	var figures []ghg.YearFigure
	var errs errorList
	for f := range totals.Citywide.All() {
		y := c.year(f, &errs)
		out.years = append(out.years, y)
		figures = append(figures, ghg.YearFigure{Year: f.Year, CO2e: y.Managed, Status: f.Status, Vintage: f.Vintage,
			Source: joinWords("; ", f.Source, "less what "+r.Trading().Name()+" covers by "+r.Source())})
	}
	if err := errs.join(); err != nil {
		return CarveOut{}, fmt.Errorf("carve-out for %.60q: %w", totals.Citywide.Place(), err)
	}
	out.managed, err = ghg.NewYearly(totals.Citywide.Place(), as, totals.Citywide.Metric(), figures)
	return out, err
}

// Citywide is the series that the carve-out was made in.
func (c CarveOut) Citywide() ghg.Yearly { return c.citywide }

// Managed is the managed series, in its declared view.
func (c CarveOut) Managed() ghg.Yearly { return c.managed }

// Years yields the figures by year.
func (c CarveOut) Years() iter.Seq[YearFigures] {
	return func(yield func(YearFigures) bool) {
		for _, y := range c.years {
			if !yield(y.clone()) {
				return
			}
		}
	}
}

// At is the figures of a year, or a [*target.NoFigureError].
func (c CarveOut) At(year int) (YearFigures, error) {
	i := sort.Search(len(c.years), func(i int) bool { return c.years[i].Year >= year })
	if i == len(c.years) || c.years[i].Year != year {
		_, err := target.FigureOf(c.citywide, year)
		return YearFigures{}, err
	}
	return c.years[i].clone(), nil
}

func (y YearFigures) clone() YearFigures {
	y.Sites, y.Sectors, y.LeftOut = slices.Clone(y.Sites), slices.Clone(y.Sectors), slices.Clone(y.LeftOut)
	return y
}

// carver holds what a carve-out needs for each year.
type carver struct {
	r       RegisterDefinition
	view    ghg.View
	holds   func(SiteEmission) bool
	scopes  []ghg.Scope // covered and held
	sectors []sector
	byYear  map[int][]line
}

type sector struct {
	Sector
	under map[string]bool // codes of the category and those under it
}

// line is one emission with its facility.
type line struct {
	facility int
	SiteEmission
}

// maxSectors bounds the work of a carve-out.
const maxSectors = 1000

// carver checks what may meet.
func (r Register) carver(t Totals, as ghg.View) (*carver, error) {
	d := r.definition()
	view := t.Citywide.View()
	switch {
	case r.IsZero():
		return nil, ErrNoRegister
	case view.IsZero() || as.IsZero():
		return nil, ghg.ErrNoView
	case t.Citywide.Place() != d.Place:
		return nil, fmt.Errorf("the register is of %.60q, the series of %.60q", d.Place, t.Citywide.Place())
	case !as.IsDeclared():
		return nil, fmt.Errorf("view %s: the managed series needs a declared view; tag the records of inventories for a managed view of a scheme", as)
	case as.ID() == view.ID():
		return nil, fmt.Errorf("view %s is that of the citywide series: the managed series needs one of its own", as)
	case as.ID().Scheme != t.Citywide.Edition():
		return nil, fmt.Errorf("view %s: the citywide series follows %q: name that edition with WithEdition", as, t.Citywide.Edition())
	}
	if a, b := d.Metric.ID(), t.Citywide.Metric().ID(); a != b {
		return nil, &ghg.MetricMismatchError{A: a, B: b}
	}
	c := &carver{r: d, view: view, byYear: map[int][]line{}}
	if err := c.held(t.Scopes); err != nil {
		return nil, err
	}
	if err := c.sectorsOf(t.Sectors); err != nil {
		return nil, err
	}
	for i, f := range d.Facilities {
		for _, e := range f.Emissions {
			c.byYear[e.Year] = append(c.byYear[e.Year], line{i, e})
		}
	}
	return c, nil
}

// held says which emissions the citywide total holds.
func (c *carver) held(stated []ghg.Scope) error {
	var scopes []ghg.Scope
	if c.view.IsDeclared() {
		if len(stated) == 0 {
			return fmt.Errorf("view %s is a declared one: say which scopes its total holds, as purchased energy is not subtracted from a total of direct emissions", c.view)
		}
		for _, s := range stated {
			if !direct(s) && !purchased(s) && s != ghg.Scope3 {
				return fmt.Errorf("%s: a total holds scope 1, 2 or 3", s)
			}
		}
		scopes = stated
		c.holds = func(e SiteEmission) bool { return slices.Contains(stated, e.Scope) }
	} else {
		if len(stated) > 0 {
			return fmt.Errorf("view %s says itself which scopes it holds: leave Scopes out", c.view)
		}
		if a, b := c.r.Scheme.ID(), c.view.Scheme().ID(); a != b {
			return fmt.Errorf("the register has categories of %s, the view %s selects from %s", a, c.view, b)
		}
		for _, code := range c.view.Categories() {
			if n, _ := c.view.Scheme().Node(code); n.Scope != ghg.ScopeUnspecified {
				scopes = append(scopes, n.Scope)
			} else {
				scopes = append(scopes, ghg.Scope1, ghg.Scope2)
			}
		}
		c.holds = func(e SiteEmission) bool { return c.view.Selects(e.Category.Code) }
	}
	for _, s := range []ghg.Scope{ghg.Scope1, ghg.Scope2} {
		if c.r.Trading.Covers(s) && slices.Contains(scopes, s) {
			c.scopes = append(c.scopes, s)
		}
	}
	return nil
}

// sectorsOf finds the categories under each sector.
func (c *carver) sectorsOf(sectors []Sector) error {
	if len(sectors) > maxSectors {
		return fmt.Errorf("%d sectors: at most %d are allowed", len(sectors), maxSectors)
	}
	given := map[string]bool{}
	for _, s := range sectors {
		n, ok := c.r.Scheme.Node(s.Category.Code)
		if !ok || s.Category.Scheme != c.r.Scheme.ID() || given[n.Code] {
			return fmt.Errorf("sector %s: categories of %s are allowed, each once", s.Category, c.r.Scheme.ID())
		}
		given[n.Code] = true
		under := map[string]bool{}
		for _, f := range c.r.Facilities {
			for _, e := range f.Emissions {
				for m, ok := c.r.Scheme.Node(e.Category.Code); ok; m, ok = c.r.Scheme.Node(m.Parent) {
					if m.Code == n.Code {
						under[e.Category.Code] = true
					}
				}
			}
		}
		for year, total := range s.ByYear {
			if a, b := c.r.Metric.ID(), total.Metric().ID(); a != b {
				return fmt.Errorf("sector %s in %d: %w", s.Category, year, &ghg.MetricMismatchError{A: a, B: b})
			}
		}
		c.sectors = append(c.sectors, sector{s, under})
	}
	return nil
}

// year is the carve-out of one year.
func (c *carver) year(f ghg.YearFigure, errs *errorList) YearFigures {
	zero := minus(f.CO2e, f.CO2e)
	y := YearFigures{Year: f.Year, Citywide: f.CO2e, Covered: zero, CouncilOwned: zero, citywide: f.Source, register: c.r.Source}
	site := map[int]int{} // facility → index in y.Sites
	for i, s := range c.r.Facilities {
		if s.Covered(f.Year) {
			site[i] = len(y.Sites)
			y.Sites = append(y.Sites, SiteFigure{Facility: s.ID, Name: s.Name, Ownership: s.Ownership, Direct: zero, Purchased: zero, CO2e: zero})
		}
	}
	lines := slices.Clone(c.byYear[f.Year])
	sort.SliceStable(lines, func(i, j int) bool { return lines[i].facility < lines[j].facility })
	var subtracted []line
	for _, l := range lines {
		i, covered := site[l.facility]
		if !covered {
			continue
		}
		switch {
		case !c.r.Trading.Covers(l.Scope):
			y.LeftOut = append(y.LeftOut, LeftOut{y.Sites[i].Facility, l.SiteEmission, fmt.Sprintf("%s does not cover %s", c.r.Trading.Name(), l.Scope)})
			continue
		case !c.holds(l.SiteEmission):
			y.LeftOut = append(y.LeftOut, LeftOut{y.Sites[i].Facility, l.SiteEmission, "the citywide total does not hold it"})
			continue
		}
		subtracted = append(subtracted, l)
		s := &y.Sites[i]
		if direct(l.Scope) {
			s.Direct = plus(s.Direct, l.CO2e)
		} else {
			s.Purchased = plus(s.Purchased, l.CO2e)
		}
		s.CO2e = plus(s.CO2e, l.CO2e)
	}
	for i := range y.Sites {
		s := &y.Sites[i]
		s.ShareOfTotal = share(s.CO2e, f.CO2e)
		y.Covered = plus(y.Covered, s.CO2e)
		if s.Ownership == CouncilOwned {
			y.CouncilOwned = plus(y.CouncilOwned, s.CO2e)
		}
	}
	y.Managed = plus(minus(f.CO2e, y.Covered), y.CouncilOwned)
	c.complete(f.Year, lines, errs)
	c.twice(f.Year, subtracted, errs)
	c.within(&y, lines, subtracted, errs)
	return y
}

// complete asks for a figure of every covered site in every scope that is
// subtracted.
func (c *carver) complete(year int, lines []line, errs *errorList) {
	type key struct {
		facility int
		scope    ghg.Scope
	}
	known := map[key]bool{}
	for _, l := range lines {
		known[key{l.facility, l.Scope}] = true
	}
	for i, f := range c.r.Facilities {
		for _, s := range c.scopes {
			if f.Covered(year) && !known[key{i, s}] {
				errs.add(&MissingError{Facility: f.ID, Year: year, Scope: s})
			}
		}
	}
}

// twice refuses energy that would be subtracted at its supplier and its buyer.
func (c *carver) twice(year int, subtracted []line, errs *errorList) {
	direct1 := map[string]bool{}
	for _, l := range subtracted {
		if direct(l.Scope) {
			direct1[c.r.Facilities[l.facility].ID] = true
		}
	}
	for _, l := range subtracted {
		if l.Supplier != "" && direct1[l.Supplier] {
			errs.add(&DoubleError{Facility: c.r.Facilities[l.facility].ID, Supplier: l.Supplier, Year: year})
		}
	}
}

// within checks that no sector holds less than its sites emit, and makes its
// figures. Sites that are not covered count in the check: they are in the total
// too.
func (c *carver) within(y *YearFigures, lines, subtracted []line, errs *errorList) {
	zero := minus(y.Citywide, y.Citywide)
	outside := map[string]bool{}
	for _, l := range lines {
		outside[l.Category.Code] = true
	}
	for _, s := range c.sectors {
		for code := range s.under {
			delete(outside, code)
		}
		total, ok := s.ByYear[y.Year]
		if !ok {
			if slices.ContainsFunc(lines, func(l line) bool { return s.under[l.Category.Code] }) {
				errs.add(fmt.Errorf("sector %s has no total for %d, in which it holds sites", s.Category, y.Year))
			}
			continue
		}
		c.exceeds(s.Category.String(), y.Year, total, lines, s.under, errs)
		f := SectorFigure{Category: s.Category, Citywide: total, Covered: zero, CouncilOwned: zero}
		for _, l := range subtracted {
			if !s.under[l.Category.Code] {
				continue
			}
			f.Covered = plus(f.Covered, l.CO2e)
			if c.r.Facilities[l.facility].Ownership == CouncilOwned {
				f.CouncilOwned = plus(f.CouncilOwned, l.CO2e)
			}
		}
		f.Managed = plus(minus(total, f.Covered), f.CouncilOwned)
		y.Sectors = append(y.Sectors, f)
	}
	c.exceeds("the citywide total", y.Year, y.Citywide, lines, outside, errs)
}

// exceeds lists the sites of some categories if they emit more than the total.
func (c *carver) exceeds(what string, year int, total ghg.CO2e, lines []line, codes map[string]bool, errs *errorList) {
	e := &ExceedsError{Of: what, Year: year, Total: total, Sum: minus(total, total)}
	for _, l := range lines {
		if !codes[l.Category.Code] || !c.holds(l.SiteEmission) {
			continue
		}
		e.Sum = plus(e.Sum, l.CO2e)
		id := c.r.Facilities[l.facility].ID
		if n := len(e.Sites); n > 0 && e.Sites[n-1].Facility == id {
			e.Sites[n-1].CO2e = plus(e.Sites[n-1].CO2e, l.CO2e)
			continue
		}
		e.Sites = append(e.Sites, SiteAmount{id, l.CO2e})
	}
	if len(e.Sites) > 0 && minus(total, e.Sum).Sign() < 0 {
		errs.add(e)
	}
}

// joinWords joins what is not empty.
func joinWords(sep string, words ...string) string {
	out := ""
	for _, w := range words {
		if out != "" && w != "" {
			out += sep
		}
		out += w
	}
	return out
}

// errorList keeps the first errors and counts the others.
type errorList struct {
	all  []error
	more int
}

const maxErrors = 1000

func (l *errorList) add(err error) {
	if len(l.all) >= maxErrors {
		l.more++
		return
	}
	l.all = append(l.all, err)
}

func (l *errorList) join() error {
	if l.more > 0 {
		return errors.Join(append(l.all, fmt.Errorf("and %d more", l.more))...)
	}
	return errors.Join(l.all...)
}
