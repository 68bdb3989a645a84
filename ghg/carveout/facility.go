package carveout

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Facility is a site: a plant, a treatment works, a campus. It is checked when
// it enters a [Register].
type Facility struct {
	ID     string `json:"id"` // unique in its register; what [ghg.Record.Facility] holds
	Name   string `json:"name"`
	NameKo string `json:"name_ko,omitempty"` // "" where there is none
	// Registration is the site's or its operator's number in the trading
	// scheme, where it is published. An operator may hold many sites.
	Registration string `json:"registration,omitempty"`
	// From and To are the first and last year that the scheme covers; without
	// To it still does, without From it never did.
	From      int            `json:"from"`
	To        int            `json:"to,omitempty"`
	Ownership Ownership      `json:"ownership"`
	Emissions []SiteEmission `json:"emissions,omitempty"`
	Source    string         `json:"source,omitempty"` // document of the facility and its coverage
	Note      string         `json:"note,omitempty"`
	Line      int            `json:"line,omitempty"` // of the file that it was read from, from 1
}

// Covered reports whether the scheme covers the site in a year.
func (f Facility) Covered(year int) bool {
	return f.From != 0 && year >= f.From && (f.To == 0 || year <= f.To)
}

// spanWrong says what is wrong with the years covered, or "".
func (f Facility) spanWrong() string {
	if f.To != 0 && (f.From == 0 || f.To < f.From) {
		return fmt.Sprintf("the last year covered cannot stand without the first or before it (%d)", f.From)
	}
	return ""
}

// meets reports whether two rows of one site have years in common, or one of them has none.
func (f Facility) meets(g Facility) bool {
	end := func(x Facility) int { return cmp.Or(x.To, ghg.LastYear) }
	return f.From == 0 || g.From == 0 || f.From <= end(g) && g.From <= end(f)
}

// SiteEmission is what a site emitted in a year in one category, directly or
// through the energy that it bought. A 0 is stated: a scope without a figure is
// unknown.
type SiteEmission struct {
	Year     int          `json:"year"`
	Category ghg.Category `json:"category,omitzero"` // in which the citywide total counts it
	// Scope is 1 for what the site emits, 2 for electricity and heat it bought.
	Scope ghg.Scope `json:"scope,omitempty"`
	Fuel  string    `json:"fuel,omitempty"` // "bituminous coal", "electricity"
	// Supplier is the ID of the facility of the register that made the energy;
	// "" for the public grid, and for direct emissions.
	Supplier string   `json:"supplier,omitempty"`
	CO2e     ghg.CO2e `json:"co2e"`
	Source   string   `json:"source,omitempty"` // document of the figure; "" where it is the facility's
}

// Split divides a site of which the scheme covers only a part: a combined plant
// of which the boilers trade and the offices do not. The part and the rest add up
// to the site exactly; the rest has the ID with " (rest)" and is never covered.
// A share outside 0 to 100 % is refused.
func (f Facility) Split(covered ghg.Share) (part, rest Facility, err error) {
	if err := splitShare("facility "+words.Quote(f.ID), covered); err != nil {
		return Facility{}, Facility{}, err
	}
	part, rest = f, f
	part.Emissions, rest.Emissions = slices.Clone(f.Emissions), slices.Clone(f.Emissions)
	rest.ID, rest.Name = f.ID+restOf, f.Name+restOf
	rest.Registration, rest.From, rest.To = "", 0, 0
	for i, e := range f.Emissions {
		in, err := e.CO2e.Scale(covered.Fraction())
		if err != nil {
			return Facility{}, Facility{}, fmt.Errorf("facility %s: %w", words.Quote(f.ID), err)
		}
		part.Emissions[i].CO2e, rest.Emissions[i].CO2e = in, minus(e.CO2e, in)
	}
	return part, rest, nil
}

// restOf marks what a split leaves outside the scheme.
const restOf = " (rest)"

// SplitRecord divides a record of which the scheme covers only a part. The two
// values add up to the record's exactly; the rest has the facility with
// " (rest)", if there is one. A record that is not a plain number is refused,
// and a share outside 0 to 100 %.
func SplitRecord(r ghg.Record, covered ghg.Share) (part, rest ghg.Record, err error) {
	if err := splitShare("record of "+r.Category.String(), covered); err != nil {
		return ghg.Record{}, ghg.Record{}, err
	}
	if !r.Value.IsNumber() || r.Value.Key() != ghg.KeyNone {
		return ghg.Record{}, ghg.Record{}, fmt.Errorf("record of %s: %s is not a number alone, and cannot be split", r.Category, r.Value)
	}
	part, rest = r, r
	if r.Facility != "" {
		rest.Facility += restOf
	}
	if m, ok := r.Value.Mass(); ok {
		in, err := m.Scale(covered.Fraction())
		if err != nil {
			return ghg.Record{}, ghg.Record{}, err
		}
		out, err := m.Sub(in)
		if err != nil {
			return ghg.Record{}, ghg.Record{}, err
		}
		part.Value, rest.Value = ghg.Emitted(in), ghg.Emitted(out)
		return part, rest, nil
	}
	c, _ := r.Value.CO2e()
	in, err := c.Scale(covered.Fraction())
	if err != nil {
		return ghg.Record{}, ghg.Record{}, err
	}
	part.Value, rest.Value = ghg.Equivalent(in), ghg.Equivalent(minus(c, in))
	return part, rest, nil
}

// splitShare refuses what is no share of a whole.
func splitShare(of string, s ghg.Share) error {
	var faults ghg.Faults
	switch one := decimal.New(1, 0); {
	case s.IsUnset():
		faults.Refuse(of, "share", "", "say which part the trading scheme covers: 0% to 100%")
	case s.Fraction().IsNegative() || s.Fraction().GreaterThan(one):
		faults.Refuse(of, "share", s.String(), "the part that the trading scheme covers is from 0% to 100%")
	}
	return faults.Err()
}

// plus and minus are for amounts that are known to be on one metric.
func plus(a, b ghg.CO2e) ghg.CO2e {
	sum, _ := a.Add(b)
	return sum
}

func minus(a, b ghg.CO2e) ghg.CO2e {
	d, _ := a.Sub(b)
	return d
}
