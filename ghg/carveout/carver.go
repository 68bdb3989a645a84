package carveout

import (
	"errors"
	"fmt"
	"slices"
	"sort"

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
				told.notCovered.With(c.r.Trading.Name(), scopeTerm(l.Scope))})
			continue
		case !c.holds(l.SiteEmission):
			y.LeftOut = append(y.LeftOut, LeftOut{y.Sites[i].Facility, l.SiteEmission, told.notHeld})
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
