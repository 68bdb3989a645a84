package activity

import (
	_ "embed"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/fuel"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/gir"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/fuels.tsv
var fuelText string

// koreanFuel is a fuel of the Korean tables.
type koreanFuel struct {
	name words.Term
	ipcc string
}

var fuelRows = sync.OnceValue(func() (out []koreanFuel) {
	for r := range table.MustRead(fuelText, "ko", "en", "ipcc").Rows() {
		out = append(out, koreanFuel{words.Term{En: r.Cell("en"), Ko: r.Cell("ko")}, r.Cell("ipcc")})
	}
	return out
})

// fuelOf is the fuel of the Korean tables that a row names.
func fuelOf(text string) (koreanFuel, error) {
	unknown := &ghg.UnknownError{What: "fuel", ID: text}
	for _, f := range fuelRows() {
		if folded := words.Fold(text); folded == words.Fold(f.name.Ko) || folded == words.Fold(f.name.En) {
			return f, nil
		}
		unknown.Allowed = append(unknown.Allowed, f.name.En+" ("+f.name.Ko+")")
	}
	return koreanFuel{}, inColumn(colOf, unknown)
}

// source is where the factors of a fuel are from.
type source uint8

const (
	ofIPCC   source = iota + 1 // all of IPCC 2006
	ofAct                      // calorific value of the Korean Energy Act, factors of IPCC 2006
	ofGIR                      // the same with the carbon content of GIR in place of the CO2
	ofOneOwn                   // all stated
)

var sources = words.NewSet(ofIPCC, []string{"IPCC 2006", "Energy Act + IPCC 2006", "GIR", "stated"}, map[string]source{
	"에너지법 + IPCC 2006": ofAct, "국가고유": ofGIR, "자체": ofOneOwn,
})

// place is where fuel is burnt: a sector of the IPCC, or the road, whose CH4 and N2O a row states.
type place uint8

const road = place(fuel.Residential) + 1

var places = words.NewSet(place(fuel.EnergyIndustries),
	[]string{"energy industries", "manufacturing", "commercial", "residential", "road"},
	map[string]place{"에너지산업": place(fuel.EnergyIndustries), "제조업·건설업": place(fuel.Manufacturing), "제조업": place(fuel.Manufacturing),
		"상업·공공": place(fuel.Commercial), "가정": place(fuel.Residential), "농림어업": place(fuel.Residential), "도로": road})

// burn is the combustion of a fuel.
func burn(c choice) (made, error) {
	from, ok := sources.Find(c.factors)
	if !ok {
		return made{}, inColumn(colFactors, errors.New("accepted are "+sources.List(c.factors)))
	}
	var m fuel.Combustion
	var findings ghg.Findings
	var err error
	switch from {
	case ofOneOwn:
		m.Fuel = words.Term{En: c.of, Ko: c.of}
		err = errors.Join(c.noRule(), c.unused(map[string]string{colSector: c.sector, colCalorific: c.calorific}))
	case ofIPCC:
		m, err = c.byIPCC(c.of)
		err = errors.Join(err, c.noRule(), c.unused(map[string]string{colCalorific: c.calorific}))
	default:
		m, findings, err = c.byKorea(from)
	}
	if err != nil {
		return made{}, err
	}
	if c.biogenic != "" {
		if m.Biogenic, err = c.stated.read(colBiogenic, c.biogenic); err != nil {
			return made{}, err
		}
	}
	own := map[parameter]*estimate.Parameter{co2: &m.CO2, ch4: &m.CH4, n2o: &m.N2O, ncv: &m.NCV, density: &m.Density}
	if err := c.stated.rates(own); err != nil {
		return made{}, err
	}
	var variant ghg.Variant
	if in, _ := places.Find(c.sector); in == road { // beside distance travelled it is the other of two ways
		variant = ghg.FuelBased
	}
	return made{fuel: m.Fuel.En, variant: variant, findings: findings, method: func(q ghg.Quantity, source string) estimate.Method {
		m := m
		m.Burnt, m.Source = q, source
		return m
	}}, nil
}

// byIPCC is the combustion of a fuel by the tables of the IPCC.
func (c choice) byIPCC(name string) (fuel.Combustion, error) {
	in, ok := places.Find(c.sector)
	if !ok {
		return fuel.Combustion{}, inColumn(colSector, errors.New("CH4 and N2O differ by sector; accepted are "+places.List(c.sector)))
	}
	sector := fuel.Sector(in)
	if in == road { // CO2 and calorific value are those of every sector
		sector = fuel.Residential
	}
	m, err := fuel.Default(name, sector, estimate.IPCC2006)
	if err != nil {
		return m, inColumn(colOf, err)
	}
	if in == road {
		m.CH4, m.N2O = estimate.Parameter{}, estimate.Parameter{}
	}
	return m, nil
}

// byKorea is the combustion of a fuel by the Korean calorific value, and by the carbon
// content of GIR where it is asked.
func (c choice) byKorea(from source) (fuel.Combustion, ghg.Findings, error) {
	var findings ghg.Findings
	of, err := fuelOf(c.of)
	if err != nil {
		return fuel.Combustion{}, findings, err
	}
	m, err := c.byIPCC(of.ipcc)
	if err != nil {
		return m, findings, err
	}
	m.Fuel = of.name
	if m.NCV, err = c.calorificValue(gir.NetCalorific, of, c.calorific, &findings); err != nil {
		return m, findings, err
	}
	if c.unit.Calorific() == ghg.GrossCalorific {
		if m.GCV, err = c.calorificValue(gir.GrossCalorific, of, "", &findings); err != nil {
			return m, findings, err
		}
	}
	if from == ofAct {
		return m, findings, nil
	}
	set, err := gir.CarbonContent(of.name.Ko)
	if err != nil {
		return m, findings, inColumn(colOf, err)
	}
	published, err := look(c, set)
	if err != nil {
		return m, findings, err
	}
	m.CO2, m.Ratio = estimate.Parameter{}, factor.WholeWeights
	if m.Carbon, err = estimate.CarbonContent(published); err != nil {
		return m, findings, err
	}
	m.Oxidation, err = fuel.Defaults().Of(estimate.DefaultKey{Edition: estimate.IPCC2006, Table: "stationary combustion", Item: of.ipcc,
		Parameter: "oxidation"})
	return m, findings, err
}

// FindingOlderValue says that a calorific value was taken by name that does not hold in the
// period of its row.
const FindingOlderValue = "older-calorific-value"

var olderValue = words.Term{En: "%s (%s) does not hold on %s: taken by name", Ko: "%s(%s): %s에 적용되는 값이 아니며, 이름으로 지정되어 사용함"}

// calorificValue is that of a fuel by the rule of the row, or the one that it names.
func (c choice) calorificValue(sets func(string) (factor.Set[ghg.CalorificValue], error), of koreanFuel, name string,
	findings *ghg.Findings,
) (estimate.Parameter, error) {
	set, err := sets(of.name.Ko)
	if err != nil {
		return estimate.Parameter{}, inColumn(colOf, err)
	}
	if name == "" {
		published, err := look(c, set)
		if err != nil {
			return estimate.Parameter{}, err
		}
		return estimate.CalorificValue(published)
	}
	unknown := &ghg.UnknownError{What: "calorific value", ID: name}
	for p := range set.All() {
		unknown.Allowed = append(unknown.Allowed, p.Name)
		if !strings.EqualFold(p.Name, name) {
			continue
		}
		day := c.period.End()
		if p.On != (ghg.Date{}) && day.Before(p.On) || p.Until != (ghg.Date{}) && p.Until.Before(day) {
			value := fmt.Sprint(p.Value.Energy, "/", p.Value.Per)
			f := ghg.Finding{Code: FindingOlderValue, Severity: ghg.Warning, Stated: p.Name}
			findings.Add(f.Said(olderValue, p.Name, value, day))
		}
		return estimate.CalorificValue(p)
	}
	return estimate.Parameter{}, inColumn(colCalorific, unknown)
}
