package carveout

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sort"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// carver holds what a carve-out needs for each year.
type carver struct {
	of      string // what faults are of
	r       RegisterDefinition
	view    ghg.View
	holds   func(SiteEmission) bool
	scopes  []ghg.Scope // covered and held
	sectors []sector
	byYear  map[int][]line
	// ofRecords says that all figures are of one inventory: sites without a figure are a
	// finding, and none emits more than what holds it.
	ofRecords bool
	errs      []error // the first of what is wrong
	more      int     // how many there are beyond them
}

// maxErrors is how many errors are listed.
const maxErrors = 1000

func (c *carver) wrong(err error) {
	if len(c.errs) >= maxErrors {
		c.more++
		return
	}
	c.errs = append(c.errs, err)
}

// err is all that is wrong, or nil.
func (c *carver) err() error {
	if c.more > 0 {
		c.errs = append(c.errs, fmt.Errorf("and %d more", c.more))
	}
	return errors.Join(c.errs...)
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

// carver checks what may meet; own is about the view of the managed series, or nil.
func (r Register) carver(of string, t Totals, own func(*ghg.Faults) error) (*carver, error) {
	d := r.definition()
	view := t.Citywide.View()
	if r.IsZero() {
		return nil, ErrNoRegister
	}
	c := &carver{of: of, r: d, view: view, byYear: map[int][]line{}}
	var faults ghg.Faults
	if view.IsZero() {
		faults.Refuse(of, "citywide", "", ghg.ErrNoView.Error())
		return nil, faults // nothing else can be asked
	}
	if own != nil {
		if err := own(&faults); err != nil {
			c.wrong(err)
		}
	}
	sites := ghg.Basis{Place: d.Place, View: view, Metric: d.Metric} // stated sites are of no view: the total's holds them
	if in := r.def.of; in != nil {
		sites.View = in.citywide.View()
	}
	if err := sites.Meets("the register", t.Citywide.Basis(), "the citywide series"); err != nil {
		c.wrong(err)
	}
	c.held(t.Scopes, &faults)
	c.sectorsOf(t.Sectors, &faults)
	if err := c.err(); err != nil {
		return nil, errors.Join(faults.Err(), fmt.Errorf("%s: %w", of, err))
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	for i, f := range d.Facilities {
		for _, e := range f.Emissions {
			c.byYear[e.Year] = append(c.byYear[e.Year], line{i, e})
		}
	}
	return c, nil
}

// refuseManaged adds what does not stand of the view of the managed series. Another
// edition is returned as a [*ghg.MismatchError].
func refuseManaged(faults *ghg.Faults, of string, citywide ghg.Yearly, as ghg.View) error {
	const field = "managed view"
	switch {
	case as.IsZero():
		faults.Refuse(of, field, "", ghg.ErrNoView.Error())
	case !as.IsDeclared():
		faults.Refuse(of, field, as.String(), "the managed series needs a declared view; tag the records of inventories for a "+
			"managed view of a scheme")
	case as.ID() == citywide.View().ID():
		faults.Refuse(of, field, as.String(), "it is that of the citywide series: the managed series needs one of its own")
	default:
		if err := inEdition(as, "the managed view", as.ID().Scheme, "the citywide series", citywide.Edition()); err != nil {
			return fmt.Errorf("%w (see ghg.View.WithEdition)", err)
		}
	}
	return nil
}

// inEdition is a [*ghg.MismatchError] where a view that follows one edition does not
// meet the same view in another.
func inEdition(v ghg.View, what string, a ghg.SchemeID, other string, b ghg.SchemeID) error {
	of := func(e ghg.SchemeID) ghg.Basis {
		in, err := v.WithEdition(e)
		if err != nil {
			in = v // not stated
		}
		return ghg.Basis{View: in}
	}
	return of(a).Meets(what, of(b), other)
}

// held says which emissions the citywide total holds.
func (c *carver) held(stated []ghg.Scope, faults *ghg.Faults) {
	var scopes []ghg.Scope
	if c.view.IsDeclared() {
		if len(stated) == 0 {
			faults.Refuse(c.of, "scopes", "", fmt.Sprintf("view %s is a declared one: say which scopes its total holds, as purchased "+
				"energy is not subtracted from a total of direct emissions", c.view))
		}
		for _, s := range stated {
			if !direct(s) && !purchased(s) && s != ghg.Scope3 {
				faults.Refuse(c.of, "scopes", s.String(), "a total holds scope 1, 2 or 3")
			}
		}
		scopes = stated
		c.holds = func(e SiteEmission) bool { return slices.Contains(stated, e.Scope) }
	} else {
		if len(stated) > 0 {
			faults.Refuse(c.of, "scopes", "", fmt.Sprintf("view %s says itself which scopes it holds: leave them out", c.view))
		}
		categories := ghg.MustDeclaredView("categories", "carve-out") // beside which only the editions can differ
		if err := inEdition(categories, "the categories of the register", c.r.Scheme.ID(), "those of view "+c.view.String(),
			c.view.Scheme().ID()); err != nil {
			c.wrong(err)
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
}

// sectorsOf finds the categories under each sector.
func (c *carver) sectorsOf(sectors []Sector, faults *ghg.Faults) {
	if n := len(sectors); n > maxSectors {
		faults.Refuse(c.of, "sectors", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxSectors))
		return
	}
	above := map[string][]string{} // of each category of the register, with itself
	for _, f := range c.r.Facilities {
		for _, e := range f.Emissions {
			if _, known := above[e.Category.Code]; known {
				continue
			}
			for m, ok := c.r.Scheme.Node(e.Category.Code); ok; m, ok = c.r.Scheme.Node(m.Parent) {
				above[e.Category.Code] = append(above[e.Category.Code], m.Code)
			}
		}
	}
	given := map[string]bool{}
	var mismatch error
	for i, s := range sectors {
		of := fmt.Sprintf("%s, sector %d", c.of, i+1)
		n, ok := c.r.Scheme.Node(s.Category.Code)
		if !ok || s.Category.Scheme != c.r.Scheme.ID() || given[n.Code] {
			faults.Refuse(of, "category", s.Category.String(), fmt.Sprintf("categories of %s are allowed, each once", c.r.Scheme.ID()))
			continue
		}
		of = c.of + ", sector " + s.Category.String()
		given[n.Code] = true
		under := map[string]bool{}
		for code, codes := range above {
			if slices.Contains(codes, n.Code) {
				under[code] = true
			}
		}
		for _, year := range slices.Sorted(maps.Keys(s.ByYear)) {
			if a, b := c.r.Metric.ID(), s.ByYear[year].Metric().ID(); a != b {
				err := &ghg.MetricMismatchError{A: a, B: b}
				faults.Refuse(fmt.Sprintf("%s in %d", of, year), "total", s.ByYear[year].String(), err.Error())
				mismatch = cmp.Or(mismatch, error(err))
			}
		}
		c.sectors = append(c.sectors, sector{s, under})
	}
	if mismatch != nil {
		c.wrong(mismatch)
	}
}

// year is the carve-out of one year.
func (c *carver) year(f ghg.YearFigure) YearFigures {
	zero := minus(f.CO2e, f.CO2e)
	y := YearFigures{Year: f.Year, Citywide: f.CO2e, Covered: zero, CouncilOwned: zero, citywide: f.Source, register: c.r.Source}
	site := map[int]int{} // facility → index in y.Sites
	for i, s := range c.r.Facilities {
		if s.Covered(f.Year) {
			site[i] = len(y.Sites)
			y.Sites = append(y.Sites, SiteFigure{Facility: s.ID, Name: s.Name, NameKo: s.NameKo, Ownership: s.Ownership, Direct: zero,
				Purchased: zero, CO2e: zero})
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
			y.LeftOut = append(y.LeftOut, LeftOut{y.Sites[i].Facility, l.SiteEmission,
				fmt.Sprintf("%s does not cover %s", c.r.Trading.Name(), l.Scope)})
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
	if !c.ofRecords {
		c.complete(f.Year, lines)
	}
	c.twice(f.Year, subtracted)
	c.within(&y, lines, subtracted)
	return y
}

// complete asks for a figure of every covered site in every scope that is
// subtracted.
func (c *carver) complete(year int, lines []line) {
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
				c.wrong(&ghg.NoFigureError{Of: fmt.Sprintf("facility %s, %s", words.Quote(f.ID), s), Year: year,
					Remedy: "the trading scheme covers it, and what is missing is not 0: state a 0 where there is none"})
			}
		}
	}
}

// twice refuses energy that would be subtracted at its supplier and its buyer.
func (c *carver) twice(year int, subtracted []line) {
	direct1 := map[string]bool{}
	for _, l := range subtracted {
		if direct(l.Scope) {
			direct1[c.r.Facilities[l.facility].ID] = true
		}
	}
	for _, l := range subtracted {
		if l.Supplier != "" && direct1[l.Supplier] {
			c.wrong(&DoubleError{Facility: c.r.Facilities[l.facility].ID, Supplier: l.Supplier, Year: year})
		}
	}
}

// within checks that no sector holds less than its sites emit, and makes its
// figures. Sites that are not covered count in the check: they are in the total
// too.
func (c *carver) within(y *YearFigures, lines, subtracted []line) {
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
				c.wrong(&ghg.NoFigureError{Of: "sector " + s.Category.String(), Year: y.Year,
					Remedy: "it holds sites in that year: state its total, or leave the sector out"})
			}
			continue
		}
		c.exceeds(s.Category.String(), y.Year, total, lines, s.under)
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
	c.exceeds("the citywide total", y.Year, y.Citywide, lines, outside)
}

// exceeds lists the sites of some categories if they emit more than the total.
func (c *carver) exceeds(what string, year int, total ghg.CO2e, lines []line, codes map[string]bool) {
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
	if len(e.Sites) > 0 && !c.ofRecords && minus(total, e.Sum).Sign() < 0 {
		c.wrong(e)
	}
}
