package carveout

import (
	"fmt"
	"iter"
	"slices"
	"sort"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
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

// Sector is the citywide total of a category and all under it, by year: a map, as
// the input of [Register.CarveOut], which checks it against the register.
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
	Year     int      `json:"year"`
	Citywide ghg.CO2e `json:"citywide"`
	// Covered is what the trading scheme covers, as far as the citywide total
	// holds it. CouncilOwned is the part of it at council-owned sites.
	Covered      ghg.CO2e `json:"covered"`
	CouncilOwned ghg.CO2e `json:"councilOwned"`
	// Managed is Citywide − Covered + CouncilOwned.
	Managed ghg.CO2e       `json:"managed"`
	Sites   []SiteFigure   `json:"sites,omitempty"`   // covered in the year, in the order of the register
	Sectors []SectorFigure `json:"sectors,omitempty"` // in the order given
	LeftOut []LeftOut      `json:"leftOut,omitempty"` // emissions of covered sites that are not subtracted

	citywide, register string // sources
}

// SiteFigure is one covered site in one year: what it emits directly and
// through purchased energy, as far as it is part of the citywide total.
type SiteFigure struct {
	Facility     string    `json:"facility,omitempty"` // ID
	Name         string    `json:"name"`
	NameKo       string    `json:"name_ko,omitempty"`
	Ownership    Ownership `json:"ownership"`
	Direct       ghg.CO2e  `json:"direct"`
	Purchased    ghg.CO2e  `json:"purchased"`
	CO2e         ghg.CO2e  `json:"co2e"`         // the sum of both
	ShareOfTotal ghg.Ratio `json:"shareOfTotal"` // of the citywide total
}

// SectorFigure is the carve-out within one sector.
type SectorFigure struct {
	Category     ghg.Category `json:"category,omitzero"`
	Citywide     ghg.CO2e     `json:"citywide"`
	Covered      ghg.CO2e     `json:"covered"`
	CouncilOwned ghg.CO2e     `json:"councilOwned"`
	Managed      ghg.CO2e     `json:"managed"`
}

// CoveredShare is the part of the sector that the trading scheme covers.
func (s SectorFigure) CoveredShare() ghg.Ratio { return share(s.Covered, s.Citywide) }

// LeftOut is an emission of a covered site that the carve-out does not subtract.
type LeftOut struct {
	Facility string       `json:"facility,omitempty"`
	Emission SiteEmission `json:"emission"`
	Why      words.Term   `json:"why,omitempty"`
}

// CoveredShare is the part of the citywide total that the trading scheme
// covers. It may exceed 1 where the total is net of sinks.
func (y YearFigures) CoveredShare() ghg.Ratio { return share(y.Covered, y.Citywide) }

// ManagedShare is the part of the citywide total that is managed.
func (y YearFigures) ManagedShare() ghg.Ratio { return share(y.Managed, y.Citywide) }

func share(a, b ghg.CO2e) ghg.Ratio {
	return ghg.Quotient(a.Tonnes(), b.Tonnes(), "the citywide total is 0")
}

// CarveOut takes covered sites out of citywide totals, and gives the managed
// series in the view as: a declared one, which names whose boundary it is. Where
// the citywide view is of a scheme, as carries its edition (see
// [ghg.View.WithEdition]). Status and vintage of a year are the citywide ones.
//
// Errors are [*ExceedsError], [*ghg.NoFigureError] for a covered site without a
// figure, and [*DoubleError], all at once, in the order of years. A register and a
// series of two places, metrics or editions are a [*ghg.MismatchError]. Before that,
// scopes, sectors and views that do not fit are [ghg.Faults], all at once.
func (r Register) CarveOut(totals Totals, as ghg.View) (CarveOut, error) {
	of := "carve-out for " + words.Quote(string(totals.Citywide.Place()))
	c, err := r.carver(of, totals, func(faults *ghg.Faults) error { return refuseManaged(faults, of, totals.Citywide, as) })
	if err != nil {
		return CarveOut{}, err
	}
	out := CarveOut{register: r, citywide: totals.Citywide}
	var figures []ghg.YearFigure
	for f := range totals.Citywide.All() {
		y := c.year(f)
		out.years = append(out.years, y)
		figures = append(figures, ghg.YearFigure{Year: f.Year, CO2e: y.Managed, Status: f.Status, Vintage: f.Vintage,
			Source: joinWords("; ", f.Source, "less what "+r.Trading().Name()+" covers by "+r.Source())})
	}
	if err := c.err(); err != nil {
		return CarveOut{}, fmt.Errorf("%s: %w", of, err)
	}
	if out.managed, err = ghg.NewYearly(totals.Citywide.Place(), as, totals.Citywide.Metric(), figures); err != nil {
		return CarveOut{}, fmt.Errorf("%s: %w", of, err)
	}
	return out, nil
}

// Register is the register whose sites are taken out.
func (c CarveOut) Register() Register { return c.register }

// Citywide is the series that the carve-out was made in.
func (c CarveOut) Citywide() ghg.Yearly { return c.citywide }

// Managed is the managed series, in its view: a declared one, or the managed view of the
// citywide one ([CarveOutOf]).
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

// At is the figures of a year, or a [*ghg.NoFigureError].
func (c CarveOut) At(year int) (YearFigures, error) {
	i := sort.Search(len(c.years), func(i int) bool { return c.years[i].Year >= year })
	if i == len(c.years) || c.years[i].Year != year {
		_, err := c.citywide.Figure(year)
		return YearFigures{}, err
	}
	return c.years[i].clone(), nil
}

func (y YearFigures) clone() YearFigures {
	y.Sites, y.Sectors, y.LeftOut = slices.Clone(y.Sites), slices.Clone(y.Sectors), slices.Clone(y.LeftOut)
	return y
}

// joinWords joins what is not empty.
func joinWords(sep string, parts ...string) string {
	out := ""
	for _, w := range parts {
		if out != "" && w != "" {
			out += sep
		}
		out += w
	}
	return out
}
