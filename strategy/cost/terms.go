package cost

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// PerTonneDefinition says what a cost per tonne divides by what. The three give
// different figures for one measure, and never stand on one [Curve]. The zero
// PerTonneDefinition is refused.
type PerTonneDefinition uint8

// The definitions of a cost per tonne. See the package documentation for their
// formulas.
const (
	// AnnualisedOverAnnual divides the annualised cost by the tonnes of a year,
	// which are the mean of the lifetime where years differ.
	AnnualisedOverAnnual PerTonneDefinition = iota + 1
	// NPVOverDiscounted divides the net present cost by tonnes that are
	// discounted as money is: the levelised cost.
	NPVOverDiscounted
	// NPVOverUndiscounted divides the net present cost by the plain sum of the
	// tonnes of the lifetime.
	NPVOverUndiscounted
)

var definitions = []string{
	"no definition",
	"annualised cost over annual tonnes", "net present cost over discounted tonnes", "net present cost over undiscounted tonnes",
}

// String is the definition in words: "annualised cost over annual tonnes".
func (d PerTonneDefinition) String() string { return word("definition", definitions, uint8(d)) }

// Korean is the same in Korean: 연간 환산 비용 ÷ 연간 감축량.
func (d PerTonneDefinition) Korean() string {
	return words.SetName("strategy/cost.PerTonneDefinition", d.String())
}

// MarshalText writes what String says.
func (d PerTonneDefinition) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// valid reports whether the definition is one of the three.
func (d PerTonneDefinition) valid() bool { return d > 0 && int(d) < len(definitions) }

// Timing says when in its year money is taken to flow, which moves every
// present value by up to a factor of 1 + r. The zero Timing is refused.
type Timing uint8

// The timings. What is spent upfront is spent at the start of the first year in
// both.
const (
	// EndOfYear discounts the flow of the first year by one year, as
	// spreadsheets do.
	EndOfYear Timing = iota + 1
	// StartOfYear does not discount the flow of the first year.
	StartOfYear
)

var timings = []string{"no timing", "end of year", "start of year"}

// String is "end of year" or "start of year".
func (t Timing) String() string { return word("timing", timings, uint8(t)) }

// Korean is the same in Korean: 연말.
func (t Timing) Korean() string { return words.SetName("strategy/cost.Timing", t.String()) }

// MarshalText writes what String says.
func (t Timing) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// valid reports whether the timing is one of the two.
func (t Timing) valid() bool { return t > 0 && int(t) < len(timings) }

// Perspective says whose costs and savings are counted. The zero Perspective
// is refused.
type Perspective uint8

// The perspectives.
const (
	// Public counts what the public purse pays and saves.
	Public Perspective = iota + 1
	// Private counts what those who take the measure pay and save, with taxes
	// and subsidies.
	Private
	// Social counts all costs and benefits of society; taxes and subsidies, which
	// only change hands, are left out.
	Social
)

var perspectives = []string{"no perspective", "public", "private", "social"}

// String is "public", "private" or "social".
func (p Perspective) String() string { return word("perspective", perspectives, uint8(p)) }

// Korean is the same in Korean: 공공.
func (p Perspective) Korean() string { return words.SetName("strategy/cost.Perspective", p.String()) }

// MarshalText writes what String says.
func (p Perspective) MarshalText() ([]byte, error) { return []byte(p.String()), nil }

// valid reports whether the perspective is one of the three.
func (p Perspective) valid() bool { return p > 0 && int(p) < len(perspectives) }

// Terms are what a cost per tonne is stated in, beside the currency and the
// prices of its money and the metric of its tonnes. All are needed: a figure
// without one of them cannot be compared with another.
type Terms struct {
	Definition PerTonneDefinition `json:"definition"`
	// Rate is the discount rate of a year, above -100 % and at most 100 %: a
	// real rate for money in the prices of one year, a nominal one for nominal
	// money. A rate of 0 % must be given as such.
	Rate        ghg.Share   `json:"rate"`
	Timing      Timing      `json:"timing"`
	Perspective Perspective `json:"perspective"`
	// PaidBy is whose money is counted; 0 is that of all who pay. [Payers.PerTonne] takes
	// them apart.
	PaidBy strategy.Funds `json:"paidBy,omitempty"`
}

// paidBy is whose money is counted.
func (t Terms) paidBy() string {
	if t.PaidBy == 0 {
		return "all"
	}
	return t.PaidBy.String()
}

// refuse adds a fault for each term that is missing or not allowed.
func (t Terms) refuse(faults *ghg.Faults, of string) {
	if !t.Definition.valid() {
		faults.Refuse(of, "definition", t.Definition.String(), "one of the three is needed, such as cost.NPVOverDiscounted")
	}
	refuseRate(faults, of, t.Rate)
	t.Timing.refuse(faults, of)
	if !t.Perspective.valid() {
		faults.Refuse(of, "perspective", t.Perspective.String(), "public, private or social is needed")
	}
	if t.PaidBy != 0 && !t.PaidBy.Valid() {
		faults.Refuse(of, "paid by", t.PaidBy.String(), "a source of funds is allowed, such as strategy.HouseholdFunds, or none for all")
	}
}

func (t Timing) refuse(faults *ghg.Faults, of string) {
	if !t.valid() {
		faults.Refuse(of, "timing", t.String(), "end of year or start of year is needed")
	}
}

func refuseRate(faults *ghg.Faults, of string, r ghg.Share) {
	const allowed = "above -100% and at most 100% is allowed; 0% must be said"
	if r.IsUnset() {
		faults.Refuse(of, "discount rate", "", allowed)
	} else if one := decimal.New(1, 0); r.Fraction().LessThanOrEqual(one.Neg()) || r.Fraction().GreaterThan(one) {
		faults.Refuse(of, "discount rate", r.String(), allowed)
	}
}

// growth is 1 + r.
func growth(r ghg.Share) decimal.Decimal { return decimal.New(1, 0).Add(r.Fraction()) }

// String is the terms as one line.
func (t Terms) String() string {
	s := fmt.Sprintf("%s, at %s, flows at %s, %s perspective", t.Definition, rateText(t.Rate), t.Timing, t.Perspective)
	if t.PaidBy != 0 {
		s += ", paid by " + t.paidBy()
	}
	return s
}

func rateText(r ghg.Share) string {
	if r.IsUnset() {
		return "no rate"
	}
	return r.String()
}

// word is the name of one of a few values.
func word(what string, names []string, i uint8) string {
	if int(i) < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown %s (%d)", what, i)
}
