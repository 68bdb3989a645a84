package netzero

import (
	_ "embed"
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

//go:embed data/tcre.tsv
var tcreTable string

// TCRE is the transient climate response to cumulative emissions of CO2: the
// warming for each 1000 Gt of carbon, with the mass of CO2 that holds as much.
// It is immutable; the zero TCRE is refused.
type TCRE struct{ def *tcre }

type tcre struct {
	id, source     string
	degrees, gtCO2 decimal.Decimal
	confidence     string
}

// The values of the table.
var (
	// TCRE22 is 2.2 °C for 1000 Gt C, which are 3664 Gt CO2: the constants of
	// the open-source ITR tool of the OS-Climate project.
	TCRE22 = mustTCRE("itr")
	// TCREAR6 is the best estimate of the IPCC's sixth assessment report, 1.65
	// °C; its likely range is 1.0 to 2.3 °C.
	TCREAR6 = mustTCRE("ar6")
)

var errNoTCRE = errors.New("no TCRE given: name one, such as netzero.TCRE22")

func mustTCRE(id string) TCRE {
	for r := range table.MustRead(tcreTable, "id", "degrees_per_1000_gtc", "gtco2", "source", "confidence").Rows() {
		if r.Cell("id") == id {
			return TCRE{&tcre{id, r.Cell("source"), must(exact.Parse(r.Cell("degrees_per_1000_gtc"))), must(exact.Parse(r.Cell("gtco2"))),
				r.Cell("confidence")}}
		}
	}
	panic("no TCRE " + id)
}

// NewTCRE makes a TCRE of its own: degrees Celsius for 1000 Gt of carbon, and
// the Gt of CO2 that hold as much.
func NewTCRE(id, source string, degrees, gtCO2 decimal.Decimal) (TCRE, error) {
	of := "TCRE " + words.Quote(id)
	var faults ghg.Faults
	if id == "" || len(id) > ghg.MaxName {
		faults.Refuse(of, "id", id, fmt.Sprintf("an ID of 1 to %d bytes is needed", ghg.MaxName))
	}
	if source == "" {
		faults.Refuse(of, "source", "", "name the document")
	}
	for _, x := range []struct {
		field string
		value decimal.Decimal
	}{{"degrees", degrees}, {"gtCO2", gtCO2}} {
		if err := exact.Check(x.value); err != nil {
			faults.Refuse(of, x.field, "", err.Error())
		} else if !x.value.IsPositive() {
			faults.Refuse(of, x.field, x.value.String(), "a number above zero is needed")
		}
	}
	if err := faults.Err(); err != nil {
		return TCRE{}, err
	}
	return TCRE{&tcre{id, source, degrees, gtCO2, "high"}}, nil
}

// IsZero reports whether there is no TCRE.
func (t TCRE) IsZero() bool { return t.def == nil }

// String is the value with its source.
func (t TCRE) String() string {
	if t.def == nil {
		return "no TCRE"
	}
	return fmt.Sprintf("%s °C for each 1000 Gt C, as CO2 %s Gt (%s: %s)", t.def.degrees, t.def.gtCO2, t.def.id, t.def.source)
}

// TemperatureScore is the warming that would follow if the whole world
// overshot its budget as the place does its own. Emissions are what the place means to
// emit over the years of the budget, and budget its share, on one metric; global is the
// budget of the world in Gt CO2, that goes with the temperature of the threshold:
//
//	score = threshold + global × (emissions/budget - 1) × TCRE/Gt CO2
//
// It is an indicator for comparing places, not a forecast. The score is rounded
// once, to [ghg.RatioPlaces]; the check passes where the emissions are
// within the budget. Without a budget above zero there is no ratio, and the
// check cannot tell: a ratio of 0 would pass the worst case as the best.
func TemperatureScore(emissions, budget ghg.CO2e, global decimal.Decimal, th Threshold, t TCRE) (Check, error) {
	if err := th.need(CheckTemperature, Warming); err != nil {
		return Check{}, err
	}
	if t.IsZero() {
		return Check{}, errNoTCRE
	}
	if _, err := emissions.Cmp(budget); err != nil {
		return Check{}, fmt.Errorf("check %s: emissions and budget: %w", CheckTemperature, err)
	}
	e, b := emissions.Tonnes(), budget.Tonnes()
	if err := errors.Join(exact.CheckResult(e), exact.CheckResult(b), exact.Check(global)); err != nil {
		return Check{}, fmt.Errorf("check %s: %w", CheckTemperature, err)
	}
	if !global.IsPositive() {
		return Check{}, ghg.Refusal(fmt.Sprintf("check %s", CheckTemperature), "global", global.String(),
			"a budget of the world above zero, in Gt CO2, is needed")
	}
	c := Check{ID: CheckTemperature, Subject: fmt.Sprintf("%s against a budget of %s", emissions, budget), Threshold: th,
		Covers: "an indicator for comparison, as if the whole world overshot alike; with " + t.String()}
	if !b.IsPositive() {
		return c.cannotTell("the budget is %s: nothing can be divided by it", budget), nil
	}
	// one quotient: (th × b × Gt + Global × (e - b) × degrees)/(b × Gt)
	under := b.Mul(t.def.gtCO2)
	score := ghg.Quotient(th.Value().Mul(under).Add(global.Mul(e.Sub(b)).Mul(t.def.degrees)), under, "")
	ratio := ghg.Quotient(e, b, "")
	c.Formula = fmt.Sprintf("%s + %s × (%s/%s - 1) × %s/%s", th.Value(), global, e, b, t.def.degrees, t.def.gtCO2)
	c.Figures = []Figure{{"temperature score", score, "°C"}, {"overshoot ratio", ratio, ""}}
	c.Result, c.Reason = Pass, fmt.Sprintf("emissions are %s of the budget", percent(ratio))
	if e.GreaterThan(b) {
		c.Result = Fail
	}
	return c, nil
}
