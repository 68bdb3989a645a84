package korea

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Forecast are emissions that are forecast for a year (배출전망).
type Forecast struct {
	Scenario    Scenario `json:"scenario"`
	Method      string   `json:"method,omitempty"` // in the words of the document
	Sector      Label    `json:"sector,omitzero"`
	SubSector   Label    `json:"subSector,omitzero"`
	Year        int      `json:"year"`
	Emissions   ghg.CO2e `json:"emissions"`
	Assumptions string   `json:"assumptions,omitempty"`
}

func (f Forecast) write(c *cells) {
	c.code(f.Scenario.Label(), true)
	c.text(f.Method)
	c.label(f.Sector)
	c.label(f.SubSector)
	c.year(f.Year, true)
	c.co2e(f.Emissions)
	c.text(f.Assumptions)
	c.gwp()
}

// EmissionsForecast are the rows of evaluations on one baseline, by the scenario that each
// plan stands for: in each year what would be emitted without any, once, as BAU, and then
// what is left with each. Baselines that differ in a year are refused, as there is one BAU,
// and so are evaluations of two bases, with a [*ghg.MismatchError].
func EmissionsForecast(method string, plans map[Scenario]strategy.Evaluation) ([]Forecast, error) {
	var bau, with []Forecast
	var first strategy.Evaluation
	all := Label{"합계", "total"}
	byYear := map[int]ghg.CO2e{}
	for _, scenario := range slices.Sorted(maps.Keys(plans)) {
		e := plans[scenario]
		if scenario != WithPolicies && scenario != WithAdditional {
			return nil, refused("", "scenario of the plan", scenario.String(), fmt.Sprintf("%s or %s is needed", WithPolicies, WithAdditional))
		}
		if first.Portfolio().IsZero() {
			first = e
		} else if err := e.Baseline().Basis().Meets("the forecast "+scenario.String(), first.Baseline().Basis(), "the other"); err != nil {
			return nil, err
		}
		for y := range e.Years() {
			base := y.Baseline()
			if was, ok := byYear[y.Year()]; ok && !was.Equal(base) {
				return nil, refused("forecast "+scenario.String(), fmt.Sprint(y.Year()), base.String(),
					"another scenario is on a BAU of "+was.String()+": evaluate them on one baseline")
			}
			byYear[y.Year()] = base
			with = append(with, Forecast{Scenario: scenario, Method: method, Sector: all, Year: y.Year(), Emissions: y.Emissions()})
		}
	}
	for _, y := range slices.Sorted(maps.Keys(byYear)) {
		bau = append(bau, Forecast{Scenario: BAU, Method: method, Sector: all, Year: y, Emissions: byYear[y]})
	}
	if len(bau) == 0 {
		return nil, errors.New("forecast: the evaluation holds no year: make one with strategy.Portfolio.Evaluate")
	}
	return append(bau, with...), nil
}
