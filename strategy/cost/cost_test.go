package cost_test

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/cost"
	"github.com/shopspring/decimal"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

var (
	dec     = decimal.RequireFromString
	share   = ghg.MustShare
	tonnes  = func(t string) ghg.CO2e { return ghg.MustCO2e(t + " tCO2e (AR5)") }
	won     = func(s string) strategy.Money { return strategy.MustMoney(s, 2024) }
	nominal = func(s string) strategy.Money { return strategy.MustMoney(s, strategy.Nominal) }
)

// terms are those of a city, at a social discount rate of 4.5 %.
func terms(d cost.PerTonneDefinition) cost.Terms {
	return cost.Terms{Definition: d, Rate: share("4.5%"), Timing: cost.EndOfYear, Perspective: cost.Public}
}

// lights are 4,000 LED street lights.
func lights() cost.Measure {
	return cost.Measure{
		Name: "LED street lights", NameKo: "LED 가로등", First: 2025, Lifetime: 15,
		Investment: won("56.8억원"), Running: won("0.2억원"), Saving: won("6.32억원"),
		Kind: strategy.Expected, Reduction: tonnes("1850"),
	}
}

// stated is a cost per tonne as a study states it.
func stated(money, t string) cost.PerTonne {
	return must(cost.Stated{
		Terms: terms(cost.NPVOverUndiscounted), Kind: strategy.Expected, Lifetime: 20,
		Cost: won(money + " KRW"), Tonnes: tonnes(t), Source: "a study",
	}.PerTonne())
}

// onCurve is a measure as wide as it cuts.
func onCurve(name, money, t string) cost.CurveMeasure {
	return cost.CurveMeasure{Name: name, PerTonne: stated(money, t), Tonnes: tonnes(t)}
}

func names(seq func(func(cost.Bar) bool)) []string {
	var out []string
	for b := range seq {
		out = append(out, b.Name)
	}
	return out
}

var shareOf = ghg.NewShare
