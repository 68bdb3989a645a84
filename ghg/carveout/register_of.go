package carveout

import (
	"errors"
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// inRecords is what a register was made of: the totals of inventories in a view.
type inRecords struct {
	citywide    ghg.Yearly
	inventories []ghg.Inventory
	whole       map[wholeKey]ghg.CO2e // of all lines, those of no site too
}

// wholeKey is a category, or a fuel in it, in a year.
type wholeKey struct {
	year           int
	category, fuel string
}

// siteKey is what the lines of one emission of a site share: gases add up.
type siteKey struct {
	facility       int
	year           int
	category, fuel string
	scope          ghg.Scope
}

// RegisterOf makes a register whose emissions are those of the records of inventories: the
// definition has the facilities ([ReadFacilities]) without emissions, so that no figure is
// told twice, and records name theirs ([ghg.Record.Facility]). An emission is the sum of a
// site's lines in the total of the view, by year, category, scope and fuel: what no total
// counts (keys, alternatives, other statuses, overridden defaults) is none. The definition
// may leave out place and scheme, which are those of the inventories and the view.
//
// What would go unseen is said. Refused are ([ghg.Faults]): a facility that has emissions
// already; records of a facility that is spelled in another way than in the table, or that
// say its name; records with the tags of a covered site of which the table has no row; a
// covered site's record without a scope. So is what [ghg.YearlyOf] refuses. Findings, in
// English and Korean, are sites without records or numbers ([FindingNoRecord],
// [FindingNoNumber]), facilities of records that look like one of the table
// ([FindingLooksAlike]), tags that say other than the register ([FindingTagDiffers]), and
// records of sites that the view does not count ([FindingNotHeld]).
//
// Records do not say who supplied energy, so that [*DoubleError] is not looked for.
func RegisterOf(d RegisterDefinition, view ghg.View, inventories ...ghg.Inventory) (Register, ghg.Findings, error) {
	citywide, err := ghg.YearlyOf(view, d.Metric, inventories...)
	if err != nil {
		return Register{}, ghg.Findings{}, err
	}
	if d.Place == "" {
		d.Place = citywide.Place()
	}
	if d.Scheme.IsZero() {
		d.Scheme = view.Scheme()
	}
	var faults ghg.Faults
	d.Facilities = slices.Clone(d.Facilities)
	for i, f := range d.Facilities {
		if len(f.Emissions) > 0 {
			faults.Add(ghg.Fault{Code: FaultEmission, Of: "facility " + words.Quote(f.ID), Line: f.Line, Field: "emissions",
				Value: strconv.Itoa(len(f.Emissions)), Detail: "they are those of its records: leave them out", Place: d.Place})
			d.Facilities[i].Emissions = nil
		}
	}
	empty, err := NewRegister(d) // what does not stand in it needs no records
	if err := errors.Join(faults.Err(), err); err != nil {
		return Register{}, ghg.Findings{}, err
	}
	sites := ghg.Basis{Place: d.Place, View: view, Metric: d.Metric}
	if err := sites.Meets("the register", citywide.Basis(), "the inventories"); err != nil {
		return Register{}, ghg.Findings{}, err
	}
	g := gathering{r: empty, told: newTold(empty), compared: newCompared(empty), emissions: map[siteKey]int{},
		of: &inRecords{citywide: citywide, inventories: inventories, whole: map[wholeKey]ghg.CO2e{}}}
	if err := g.gather(view); err != nil {
		return Register{}, ghg.Findings{}, err
	}
	return g.register()
}

// gathering makes the emissions of sites of the lines of totals.
type gathering struct {
	r         Register // without emissions
	of        *inRecords
	told      *toldOf
	compared  *compared
	emissions map[siteKey]int // index among those of the facility
	lines     [][]SiteEmission
	notHeld   notHeld
	faults    ghg.Faults
	findings  ghg.Findings
}

func (g *gathering) gather(view ghg.View) error {
	d := g.r.def
	g.lines = make([][]SiteEmission, len(d.Facilities))
	for _, inv := range g.of.inventories {
		total, err := inv.Total(view, d.Metric)
		if err != nil {
			return err
		}
		year := inv.Period().Year()
		g.told.year(year)
		for rec := range inv.Records() {
			g.compared.record(&rec)
			if i, known := d.at(rec.Facility, year); known {
				if scope, err := g.r.scopeOf(&rec); err == nil {
					g.told.see(i, &rec, scope)
					g.compared.tags(i, &rec, scope)
				}
			}
		}
		for line := range total.Lines.All() {
			g.line(year, line.Record(), line.CO2e)
		}
		for _, l := range total.LeftOut {
			if rec := l.Record(); l.Why == ghg.OutsideView && rec.Value.IsNumber() {
				if i, known := d.at(rec.Facility, year); known && d.Facilities[i].Covered(year) {
					g.notHeld.add(i, rec.Category)
				}
			}
		}
	}
	return nil
}

// line takes a line of a total.
func (g *gathering) line(year int, rec ghg.Record, co2e ghg.CO2e) {
	d := g.r.def
	fuel := fold(rec.Fuel)
	g.of.add(wholeKey{year, rec.Category.Code, ""}, co2e)
	if fuel != "" {
		g.of.add(wholeKey{year, rec.Category.Code, fuel}, co2e)
	}
	i, known := d.at(rec.Facility, year)
	if !known {
		return
	}
	scope, err := g.r.scopeOf(&rec)
	if err != nil {
		if d.Facilities[i].Covered(year) {
			g.faults.Add(ghg.Fault{Code: FaultEmission, Of: "facility " + words.Quote(rec.Facility), Line: rec.Line, Field: "scope",
				Detail: err.Error(), Place: d.Place, Period: rec.Period})
		}
		return
	}
	if !direct(scope) && !purchased(scope) {
		return // which no trading scheme covers
	}
	key := siteKey{i, year, rec.Category.Code, fuel, scope}
	n, met := g.emissions[key]
	if !met {
		n = len(g.lines[i])
		g.emissions[key] = n
		zero := minus(co2e, co2e)
		g.lines[i] = append(g.lines[i], SiteEmission{Year: year, Category: rec.Category, Scope: scope, Fuel: rec.Fuel, CO2e: zero,
			Source: fmt.Sprintf("inventory of %s %d", d.Place, year)})
	}
	g.lines[i][n].CO2e = plus(g.lines[i][n].CO2e, co2e)
}

func (o *inRecords) add(k wholeKey, co2e ghg.CO2e) {
	if sum, met := o.whole[k]; met {
		co2e = plus(sum, co2e)
	}
	o.whole[k] = co2e
}

// register is the register with what was gathered.
func (g *gathering) register() (Register, ghg.Findings, error) {
	g.compared.tell(&g.faults, &g.findings, g.r.def.Place)
	g.told.missing(&g.findings)
	g.notHeld.tell(&g.findings, g.r.def.Facilities)
	if err := g.faults.Err(); err != nil {
		return Register{}, g.findings, err
	}
	d := g.r.def.RegisterDefinition
	for i := range d.Facilities { // NewRegister made the list
		d.Facilities[i].Emissions = g.lines[i]
	}
	r, err := NewRegister(d)
	if err != nil {
		return Register{}, g.findings, err
	}
	r.def.of = g.of
	return r, g.findings, nil
}
