package activity

import (
	"errors"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/power"
	"github.com/localghg/localghg/ghg/estimate/transport"
	"github.com/localghg/localghg/ghg/words"
)

// perKilometre is a set of factors of vehicles by distance.
type perKilometre uint8

const (
	speedCurves perKilometre = iota + 1
	statedPerKilometre
)

var (
	perKilometres = setOf[perKilometre](words.Term{En: "Korean speed curves", Ko: "국가 속도식"}, words.Term{En: "stated", Ko: "자체"})
	roads         = namesOf(transport.Urban, transport.Highway)
)

// ofDistance is road transport by the distance that vehicles of one class travel.
func ofDistance(c choice) (made, error) {
	from, ok := perKilometres.Find(c.factors)
	if !ok {
		return made{}, inColumn(colFactors, errors.New("accepted are "+perKilometres.list()))
	}
	if c.of == "" {
		return made{}, inColumn(colOf, errors.New("the class of the vehicles is needed"))
	}
	v := transport.Vehicles{Class: words.Term{En: c.of, Ko: c.of}}
	var err error
	if from == speedCurves {
		if v, err = c.korean(); err != nil {
			return made{}, err
		}
	} else if err := c.stated.without(onRoad, speed); err != nil {
		return made{}, err
	}
	_, isCounted := c.stated.texts[each]
	err = errors.Join(c.noRule(), c.stated.rates(map[parameter]*estimate.Parameter{speed: &v.Speed, each: &v.Travel.Each,
		co2: &v.CO2.Rate, ch4: &v.CH4.Rate, n2o: &v.N2O.Rate}),
		c.unused(map[string]string{colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific}))
	return made{activity: v.Class.En, method: func(q ghg.Quantity, source string) estimate.Method {
		v := v
		v.Travel = travel(v.Travel.Each, isCounted, q, source)
		return transport.Distance{Classes: []transport.Vehicles{v}}
	}}, err
}

// korean is the class by the Korean curves, on the road that the row names.
func (c choice) korean() (transport.Vehicles, error) {
	on, err := choose(c.stated, onRoad, roads)
	if err != nil {
		return transport.Vehicles{}, err
	}
	v, err := transport.KoreanVehicles(c.of, on)
	var unknown *ghg.UnknownError
	if !errors.As(err, &unknown) {
		return v, inColumn(colOf, err)
	}
	list := make([]string, len(unknown.Allowed)) // in both languages
	for i, name := range unknown.Allowed {
		v, err := transport.KoreanVehicles(name, on)
		if err != nil {
			return v, inColumn(colOf, err)
		}
		list[i] = name + " (" + strings.TrimSuffix(v.Class.Ko, "("+on.Korean()+")") + ")"
	}
	return v, inColumn(colOf, errors.New("no curve of this class and road is known; accepted are "+strings.Join(list, ", ")))
}

// travel is a distance, or that of a number of vehicles where the row states how far each goes.
func travel(each estimate.Parameter, isCounted bool, q ghg.Quantity, source string) transport.Travel {
	if isCounted {
		return transport.Travel{Vehicles: q, Each: each, Source: source}
	}
	return transport.Travel{Distance: q, Source: source}
}

// ofElectric is the electricity of vehicles: as it was charged, or by their distance where the
// row states what they take.
func ofElectric(c choice) (made, error) {
	g, ok := grids.Find(c.factors)
	if !ok {
		return made{}, inColumn(colFactors, errors.New("accepted are "+grids.List(c.factors)))
	}
	p, err := c.gridFactor(power.Purchase{Carrier: power.Electricity}, g.set(), g == statedGrid)
	if err != nil {
		return made{}, err
	}
	e := transport.Electric{Factor: p.Factor}
	_, byDistance := c.stated.texts[perDistance]
	_, isCounted := c.stated.texts[each]
	var km estimate.Parameter
	err = errors.Join(c.stated.rates(map[parameter]*estimate.Parameter{perDistance: &e.Per, each: &km}),
		c.unused(map[string]string{colSector: c.sector, colBiogenic: c.biogenic, colCalorific: c.calorific}))
	if isCounted && !byDistance {
		err = errors.Join(err, inColumn(colParameters,
			errors.New("a distance takes what vehicles use of it: consumption (전비), as 0.18 kWh/vehicle-km")))
	}
	return made{activity: c.of, method: func(q ghg.Quantity, source string) estimate.Method {
		e := e
		if byDistance {
			e.Travel = travel(km, isCounted, q, source)
		} else {
			e.Metered, e.Source = q, source
		}
		return e
	}}, err
}
