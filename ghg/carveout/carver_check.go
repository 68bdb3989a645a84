package carveout

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
)

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
