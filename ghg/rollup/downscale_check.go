package rollup

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// proxyCheck gathers what does not stand in a proxy.
type proxyCheck struct {
	of     string
	faults ghg.Faults
}

func (c *proxyCheck) refuse(code, field, value, detail string) {
	c.faults.Add(ghg.Fault{Code: code, Of: c.of, Field: field, Value: value, Detail: detail})
}

// definition refuses what does not stand beside the parts.
func (c *proxyCheck) definition(d ProxyDefinition) {
	const def = ghg.FaultDefinition
	if d.By < ByPopulation || d.By > ByShares {
		c.refuse(def, "by", d.By.String(), "population, area, activity or stated shares is needed")
	}
	for _, t := range []struct {
		field, text string
		needed      bool
	}{{"name", d.Name, d.By == ByActivity}, {"source", d.Source, true}} {
		if t.text == "" && t.needed || len(t.text) > ghg.MaxName {
			c.refuse(def, t.field, words.Clip(t.text, ghg.MaxName), fmt.Sprintf("needed, of at most %d bytes", ghg.MaxName))
		}
	}
	if err := ghg.CheckYear(c.of, d.Year); err != nil {
		c.refuse(ghg.FaultPeriod, "year", fmt.Sprint(d.Year), "the year that the weights are of is needed: "+err.Error())
	}
	if d.Quality > ghg.Low {
		c.refuse(def, "quality", d.Quality.String(), "high, medium or low, or none")
	}
	if d.Normalise && d.By != ByShares {
		c.refuse(def, "normalise", "true", "it is for stated shares: quantities are weights, whatever they add up to")
	}
	switch n := len(d.Parts); {
	case n == 0:
		c.refuse(FaultNoChildren, "parts", "", "there is no place to share to")
	case n > maxDownscaled:
		c.refuse(ghg.FaultBeyond, "parts", fmt.Sprint(n), fmt.Sprintf("at most %d places are allowed", maxDownscaled))
	}
}

// place reads a place, which is named once.
func (c *proxyCheck) place(name ghg.PlaceID, seen map[ghg.PlaceID]bool) ghg.PlaceID {
	place, err := ghg.ParsePlace(string(name))
	switch {
	case err != nil:
		c.refuse(ghg.FaultPlace, "place", words.Clip(string(name), ghg.MaxName), err.Error())
	case seen[place]:
		c.refuse(ghg.FaultPlace, "place", string(place), "it is there twice: its part would be shared out twice")
	}
	seen[place] = true
	return place
}

// share is the share of a part.
func (c *proxyCheck) share(x ProxyPart) decimal.Decimal {
	switch s := x.Share.Fraction(); {
	case x.Share.IsUnset() || !x.Quantity.IsUnset():
		c.refuse(ghg.FaultMissingField, "share", x.Quantity.String(), "the share of "+string(x.Place)+" is needed, and no quantity")
	case s.IsNegative():
		c.refuse(FaultNegativeWeight, "share", x.Share.String(), "that of "+string(x.Place)+" is below zero")
	default:
		return s
	}
	return decimal.Decimal{}
}

// quantity checks that of a part.
func (c *proxyCheck) quantity(by By, x ProxyPart) {
	q, of := x.Quantity, string(x.Place)
	switch {
	case q.IsUnset() || !x.Share.IsUnset():
		c.refuse(ghg.FaultMissingField, "weight", "", "the quantity of "+of+" is needed, and no share: what is not known is not 0")
	case q.Sign() < 0:
		c.refuse(FaultNegativeWeight, "weight", q.String(), "that of "+of+" is below zero")
	case by == ByPopulation && q.Dimension() != ghg.DimensionPersons && q.Dimension() != ghg.DimensionHouseholds:
		c.refuse(ghg.FaultUnit, "weight", q.String(), "a population is persons or households")
	case by == ByArea && q.Dimension() != ghg.DimensionArea:
		c.refuse(ghg.FaultUnit, "weight", q.String(), "an area is needed, as in km2")
	}
}
