package korea

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
)

// RegionalEmissions are emissions of the whole region (배출현황_지역), of one
// sector in one year.
type RegionalEmissions struct {
	Inventory string       `json:"inventory,omitempty"` // whose: GIR, own
	Kind      EmissionKind `json:"kind"`
	Sector    Label        `json:"sector,omitzero"`
	SubSector Label        `json:"subSector,omitzero"`
	Year      int          `json:"year"`
	Emissions ghg.CO2e     `json:"emissions"` // removals are below 0
}

func (e RegionalEmissions) write(c *cells) {
	c.text(e.Inventory)
	c.code(e.Kind.Label(), true)
	c.label(e.Sector)
	c.label(e.SubSector)
	c.year(e.Year, true)
	c.co2e(e.Emissions)
	c.yes(e.Kind == Sink)
	c.gwp()
}

// ManagedEmissions are emissions that the local government has the authority to
// manage (배출현황_관리권한), of one sector in one year.
type ManagedEmissions struct {
	Inventory string       `json:"inventory,omitempty"`
	Sector    Label        `json:"sector,omitzero"` // 건물, 수송, 농축산, 폐기물, 흡수원
	SubSector Label        `json:"subSector,omitzero"`
	Kind      EmissionKind `json:"kind"`
	Year      int          `json:"year"`
	Emissions ghg.CO2e     `json:"emissions"`
	InTotal   bool         `json:"inTotal"` // sinks most often are not
}

func (e ManagedEmissions) write(c *cells) {
	c.text(e.Inventory)
	c.label(e.Sector)
	c.label(e.SubSector)
	c.code(e.Kind.Label(), true)
	c.year(e.Year, true)
	c.co2e(e.Emissions)
	c.yes(e.InTotal)
	c.gwp()
}

// EmissionsRegional are the rows of an inventory's total, by sector of its
// scheme and by kind: scope 1 is direct, scopes 2 and 3 are indirect, and a
// removal, below 0 in a category that allows it, is a sink. They add up to the
// total. A total that is withheld, or of no number, is refused.
func EmissionsRegional(inventory string, t ghg.Total) ([]RegionalEmissions, error) {
	parts, err := partsOf(t, func(r ghg.Record) Label {
		s, _ := t.View.Scheme().Sector(r.Category.Code)
		return Label{s.NameKo, s.Name}
	})
	if err != nil {
		return nil, err
	}
	var out []RegionalEmissions
	for _, p := range parts {
		out = append(out, RegionalEmissions{Inventory: inventory, Kind: p.kind, Sector: p.sector, Year: p.year, Emissions: p.co2e})
	}
	return out, nil
}

// EmissionsManagement are the rows of an inventory's total in the view of what
// the local government manages, by managed sector (관리부문) and kind, as
// [EmissionsRegional] makes them. Which managed sector a record is in, sector says:
// no crosswalk is published. An empty answer is an error. Sinks are marked as
// outside the total of the table.
func EmissionsManagement(inventory string, t ghg.Total, sector func(ghg.Record) Label) ([]ManagedEmissions, error) {
	parts, err := partsOf(t, sector)
	if err != nil {
		return nil, err
	}
	var out []ManagedEmissions
	for _, p := range parts {
		out = append(out, ManagedEmissions{Inventory: inventory, Sector: p.sector, Kind: p.kind, Year: p.year,
			Emissions: p.co2e, InTotal: p.kind != Sink})
	}
	return out, nil
}

// part is a piece of a total.
type part struct {
	sector Label
	kind   EmissionKind
	year   int
	co2e   ghg.CO2e
}

// partsOf splits a total by sector and kind, in the order of its lines.
func partsOf(t ghg.Total, sector func(ghg.Record) Label) ([]part, error) {
	switch {
	case t.Withheld():
		return nil, errors.New("emissions: the total is withheld, as lines cannot join it: see Total.Unjoined")
	case t.Lines.Len() == 0:
		return nil, fmt.Errorf("emissions: %w", ghg.ErrNothingReported)
	}
	var out []part
	for line := range t.Lines.All() {
		r := line.Record()
		p := part{sector: sector(r), year: r.Period.Year(), co2e: line.CO2e}
		n, _ := t.View.Scheme().Node(r.Category.Code)
		switch scope := cmp.Or(n.Scope, r.Scope); {
		case n.Negative && line.CO2e.Sign() < 0:
			p.kind = Sink
		case scope == ghg.ScopeUnspecified:
			return nil, refused(r.Category.String(), "scope", "", "none is given: direct and indirect cannot be told apart")
		case scope == ghg.Scope1:
			p.kind = Direct
		default:
			p.kind = Indirect
		}
		if p.sector == (Label{}) {
			return nil, refused(r.Category.String(), "sector", "", "none is given: say one for every record")
		}
		same := func(o part) bool { return o.sector == p.sector && o.kind == p.kind && o.year == p.year }
		i := slices.IndexFunc(out, same)
		if i < 0 {
			out = append(out, p)
			continue
		}
		out[i].co2e, _ = out[i].co2e.Add(p.co2e) // lines of one total are on its metric
	}
	return out, nil
}
