package carveout

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// CarveOutOf makes the citywide and the managed series of inventories in one call: the
// register of their records ([RegisterOf]), the citywide totals in a view, and the managed
// totals in its [ManagedView], with status, vintage, coverage and parts. Sectors are the
// categories in which sites emit. What is refused and found is said there; beside it, a
// managed total of nothing is refused ([ghg.ErrNothingReported]).
//
// Its figures are those of [Register.CarveOut] on the same totals, and of the records
// marked by [Register.TagRecords].
func CarveOutOf(d RegisterDefinition, view ghg.View, inventories ...ghg.Inventory) (CarveOut, ghg.Findings, error) {
	r, findings, err := RegisterOf(d, view, inventories...)
	if err != nil {
		return CarveOut{}, findings, err
	}
	as, err := ManagedView(view)
	if err != nil {
		return CarveOut{}, findings, err
	}
	tagged := make([]ghg.Inventory, len(inventories))
	for i, inv := range inventories {
		tagged[i] = inv.Tagged(func(rec ghg.Record) ghg.Tags {
			tags, _ := r.tagsOf(&rec) // what has no scope and counts is refused already
			return tags
		})
	}
	of := "carve-out for " + words.Quote(string(r.Place()))
	out := CarveOut{register: r, citywide: r.def.of.citywide}
	if out.managed, err = ghg.YearlyOf(as, r.def.Metric, tagged...); err != nil {
		return CarveOut{}, findings, fmt.Errorf("%s: %w", of, err)
	}
	c, err := r.carver(of, Totals{Citywide: out.citywide, Sectors: r.sectors()}, nil)
	if err != nil {
		return CarveOut{}, findings, err
	}
	c.ofRecords = true
	for f := range out.citywide.All() {
		out.years = append(out.years, c.year(f))
	}
	return out, findings, c.err()
}

// sectors are the totals of the categories in which sites emit.
func (r Register) sectors() []Sector {
	var out []Sector
	for _, f := range r.def.Facilities {
		for _, e := range f.Emissions {
			if slices.ContainsFunc(out, func(s Sector) bool { return s.Category == e.Category }) || len(out) == maxSectors {
				continue
			}
			s := Sector{Category: e.Category, ByYear: map[int]ghg.CO2e{}, Source: e.Source}
			for y := range r.def.of.citywide.All() {
				if sum, ok := r.def.of.whole[wholeKey{y.Year, e.Category.Code, ""}]; ok {
					s.ByYear[y.Year] = sum
				}
			}
			out = append(out, s)
		}
	}
	return out
}

// Carved is what the citywide total of a category, or of a fuel in it, holds in a year of
// the records, and the part of it at sites that the trading scheme covers in another year,
// such as one of a forecast, and that are not the council's: part of whole is the share of
// a source that is not managed then. A category stands for all under it, and no fuel for
// all fuels. Only a register of records knows it ([RegisterOf]); where the records have
// nothing of the kind, it is a [*ghg.NoFigureError].
func (r Register) Carved(category ghg.Category, fuel string, year, in int) (part, whole ghg.CO2e, err error) {
	if r.IsZero() {
		return ghg.CO2e{}, ghg.CO2e{}, ErrNoRegister
	}
	d, fuel := r.def, fold(fuel)
	of := func(code string) bool {
		return category.Scheme == d.Scheme.ID() && d.Scheme.IsUnder(code, category.Code)
	}
	zero, _ := ghg.CO2eOf(ghg.Mass{}, d.Metric)
	part, whole = zero, zero
	none := &ghg.NoFigureError{Of: "the total of " + category.String(), Year: year,
		Remedy: "the share of it that the trading scheme covers is not known: make the register of records that have it, or state the share"}
	if fuel != "" {
		none.Of += ", " + fuel
	}
	if d.of == nil {
		return zero, zero, none
	}
	met := false
	for k, sum := range d.of.whole {
		if k.year == year && k.fuel == fuel && of(k.category) {
			whole, met = plus(whole, sum), true
		}
	}
	if !met || whole.Sign() <= 0 {
		return zero, zero, none
	}
	for _, f := range d.Facilities {
		then, _ := d.at(f.ID, in)
		if site := d.Facilities[then]; !site.Covered(in) || site.Ownership == CouncilOwned {
			continue
		}
		for _, e := range f.Emissions {
			if e.Year == year && of(e.Category.Code) && (fuel == "" || fold(e.Fuel) == fuel) && d.Trading.Covers(e.Scope) {
				part = plus(part, e.CO2e)
			}
		}
	}
	if minus(whole, part).Sign() < 0 {
		return zero, zero, &ExceedsError{Of: category.String(), Year: year, Total: whole, Sum: part,
			Sites: []SiteAmount{{"covered sites in " + strconv.Itoa(in), part}}}
	}
	return part, whole, nil
}
