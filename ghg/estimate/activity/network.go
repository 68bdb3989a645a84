package activity

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/words"
)

// grid is a set of factors of the grid. Those of the generation end are for no meter of a user.
type grid uint8

const (
	consumptionEnd grid = iota + 1
	consumptionEndSingle
	consumptionEndMean
	consumptionEnd1996
	statedGrid
)

var grids = words.NewSet(consumptionEnd, []string{"consumption end", "consumption end, single year", "consumption end, mean of years",
	"consumption end, IPCC 1996", "stated"}, map[string]grid{
	"소비단": consumptionEnd, "소비단, 단년도": consumptionEndSingle, "소비단, 다년 평균": consumptionEndMean, "소비단, 1996 지침": consumptionEnd1996,
	"자체": statedGrid,
})

// set is the set of factors.
func (g grid) set() factor.Set[factor.Emission] {
	switch g {
	case consumptionEndSingle:
		return gir.ConsumptionEnd.Only(factor.SingleYear)
	case consumptionEndMean:
		return gir.ConsumptionEnd.Only(factor.MeanOfYears)
	case consumptionEnd1996:
		return gir.ConsumptionEnd1996
	}
	return gir.ConsumptionEnd
}

// ofGrid is electricity that was bought.
func ofGrid(c choice) (made, error) {
	g, ok := grids.Find(c.factors)
	if !ok {
		return made{}, inColumn(colFactors, errors.New("accepted are "+grids.List(c.factors)))
	}
	p := power.Purchase{Carrier: power.Electricity}
	if g == statedGrid {
		return c.bought(p, nil)
	}
	set := g.set()
	return c.bought(p, &set)
}

// counted is which heat a row counts.
type counted uint8

const allHeat counted = 1 // whatever it is made from: GPC

var countedHeat = setOf[counted](append([]words.Term{{En: power.AllSupplied.String(), Ko: power.AllSupplied.Korean()}},
	namesOf(power.FromFuel, power.FromElectricity, power.FromIncineration, power.FromOther).names...)...)

// ofHeat is heat of a network, by the branch that supplies it.
func ofHeat(c choice) (made, error) {
	text := c.stated.texts[origin]
	from, ok := countedHeat.Find(text)
	if !ok {
		return made{}, inColumn(colParameters, errors.New(
			"from (열원) says which heat is counted: all supplied (GPC), or what it is made from (Korean Act); accepted are "+countedHeat.list()))
	}
	p := power.Purchase{Carrier: power.Heat, Rule: power.AllSupplied}
	if from != allHeat {
		p.Rule, p.From = power.MadeFromFuelOrElectricity, power.Origin(from-1)
	}
	if g, ok := grids.Find(c.factors); ok && g == statedGrid {
		return c.bought(p, nil)
	}
	set, err := gir.HeatFactor(c.factors)
	if err != nil {
		return made{}, inColumn(colFactors, err)
	}
	return c.bought(p, &set)
}

// bought is a purchase by a set of factors, or by those that the row states.
func (c choice) bought(p power.Purchase, set *factor.Set[factor.Emission]) (made, error) {
	of := factor.Set[factor.Emission]{}
	if set != nil {
		of = *set
	}
	p, err := c.gridFactor(p, of, set == nil)
	if err == nil {
		err = c.unused(map[string]string{colOf: c.of, colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific})
	}
	return made{method: func(q ghg.Quantity, source string) estimate.Method {
		p := p
		p.Used, p.Source = q, source
		return p
	}}, err
}

// gridFactor gives a purchase its factors: those of a set, or what the row states.
func (c choice) gridFactor(p power.Purchase, set factor.Set[factor.Emission], isStated bool) (power.Purchase, error) {
	var err error
	if isStated {
		own := map[parameter]*estimate.Parameter{co2: &p.Factor.CO2, ch4: &p.Factor.CH4, n2o: &p.Factor.N2O}
		return p, errors.Join(c.noRule(), c.stated.rates(own))
	}
	if p.Factor, err = c.published(set); err != nil {
		return p, err
	}
	for _, x := range []parameter{co2, ch4, n2o} {
		if _, found := c.stated.texts[x]; found {
			return p, inColumn(colParameters, errors.New("the set has the factors: state none, or write stated (자체) as the set"))
		}
	}
	return p, nil
}

// published is the factor of a set by the rule of the row: its printed total where that is
// on the metric asked, else its gases.
func (c choice) published(set factor.Set[factor.Emission]) (power.Factor, error) {
	p, err := look(c, set)
	if err != nil {
		return power.Factor{}, err
	}
	printed := p.Value.Metric()
	switch {
	case !printed.IsZero() && (c.metric.IsZero() || printed.ID() == c.metric.ID()):
		return power.AsPrinted(p, power.ConsumptionEnd)
	case len(p.Value.Gases()) == 0:
		return power.Factor{}, inColumn(colFactors, &factor.NoGasesError{Factor: p.Name, Metric: printed.ID(), Asked: c.metric.ID()})
	}
	return power.ByGas(p, power.ConsumptionEnd)
}
