package managed

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// heldPlaces is the precision, in decimal places of a tonne (of an activity, of its unit),
// to which the part of [Rule].ShareIn is held. Of an effect, what is not managed is rounded
// up, and of a source down, so that no cut exceeds what is managed by its rounding.
const heldPlaces = 12

// Where says where an effect cuts, or a source emits, in a year.
type Where struct {
	Position  Position           `json:"position"`
	Ownership carveout.Ownership `json:"ownership"` // whose site it is; unstated where it is none
	// Share is the part of it that stands there; the rest is outside.
	Share ghg.Ratio `json:"share"`
	// Managed says whether what stands there is managed. The rest always is.
	Managed bool `json:"managed"`
	Rule    Rule `json:"rule"` // that said so
}

// placed is an item with the rule that counts for it.
type placed struct {
	p *placing
	Rule
	on    strategy.EmissionSource
	scope ghg.Scope
}

// at is position and owner in a year.
func (x placed) at(year int) (Position, carveout.Ownership) {
	site := x.p.site(x.Facility, year)
	switch {
	case x.Facility == "" && x.Position == InsideETS:
		return InsideETS, carveout.OthersOwned
	case x.Facility == "":
		return x.Position, carveout.OwnershipUnstated
	case site.Covered(year) && x.p.r.Trading().Covers(x.scope):
		return InsideETS, site.Ownership
	case x.scope == ghg.Scope2:
		return IndirectETS, site.Ownership
	}
	return OutsideETS, site.Ownership
}

// counts reports whether what stands at the position is managed.
//
//	inside_ets     at council-owned sites only
//	indirect_ets   where it is the user's purchased energy, not the power
//	               station's own emissions, which are carved out
//	outside        always
func (x placed) counts(year int) bool {
	switch p, owner := x.at(year); p {
	case InsideETS:
		return owner == carveout.CouncilOwned
	case IndirectETS:
		return x.scope == ghg.Scope2
	}
	return true
}

// part is the part that stands at the position, as a quotient.
func (x placed) part(year int) (part, whole decimal.Decimal, err error) {
	one := decimal.New(1, 0)
	switch {
	case !x.Share.IsUnset():
		return x.Share.Fraction(), one, nil
	case x.ShareIn == 0:
		return one, one, nil
	}
	c := x.p.share(carvedKey{x.on.Category, x.on.Fuel, year, x.ShareIn})
	return c.part.Tonnes(), c.whole.Tonnes(), c.err
}

// standing is the part of a number that stands at the position: exact where the rule
// states a share, else held to 12 decimal places, rounded up or down.
func (x placed) standing(d decimal.Decimal, year int, up bool) (decimal.Decimal, error) {
	part, whole, err := x.part(year)
	switch {
	case err != nil:
		return decimal.Decimal{}, err
	case part.Equal(whole):
		return d, nil
	case x.ShareIn == 0:
		return d.Mul(part), nil
	}
	product := d.Mul(part)
	q, err := exact.Quotient(product, whole, heldPlaces)
	if err != nil {
		return decimal.Decimal{}, err
	}
	switch unit := decimal.New(1, -heldPlaces); q.Mul(whole).Cmp(product) {
	case -1:
		if up {
			q = q.Add(unit)
		}
	case 1:
		if !up {
			q = q.Sub(unit)
		}
	}
	return q, nil
}

// standingAmount is the part of an amount that stands at the position.
func (x placed) standingAmount(c ghg.CO2e, year int, up bool) (ghg.CO2e, error) {
	d, err := x.standing(c.Tonnes(), year, up)
	if err != nil {
		return ghg.CO2e{}, err
	}
	return ghg.NewCO2e(d, ghg.Tonne, c.Metric())
}

// where says where the item stands in a year.
func (x placed) where(year int) Where {
	out := Where{Rule: x.Rule, Managed: x.counts(year)}
	out.Position, out.Ownership = x.at(year)
	part, whole, err := x.part(year)
	if err != nil {
		out.Share = ghg.Undefined(err.Error())
		return out
	}
	out.Share = ghg.Quotient(part, whole, "the records have none of it")
	return out
}
