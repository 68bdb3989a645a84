package sheet_test

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// on is a source of the GPC.
func on(code, fuel, endUse string) strategy.EmissionSource {
	return strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}, Fuel: fuel, EndUse: endUse}
}

// action is one with effects, named after its ID.
func action(id, area string, effects ...strategy.Effect) strategy.Action {
	return strategy.Action{ID: id, Name: id, Area: area, Source: "climate plan, 2024", Effects: effects}
}

// expected is an effect of so many tonnes in 2030.
func expected(source strategy.EmissionSource, tonnes string, i strategy.Interaction) strategy.Effect {
	r, _ := strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: ghg.MustCO2e(tonnes + " tCO2e")})
	return strategy.Effect{On: source, Interaction: i, Reductions: r}
}

// townPlan is a small framework.
func townPlan() strategy.Framework {
	f, _ := strategy.NewFramework(strategy.FrameworkDefinition{
		ID: "town plan", Name: "Climate plan of a town", NameKo: "기후계획", Source: "climate plan, 2024",
		Areas: []strategy.Area{{Code: "E", Name: "Energy"}, {Code: "T", Name: "Transport"}, {Code: "W", Name: "Waste"}},
	})
	return f
}

// town is a definition in BASIC and unstated metric.
func town(actions ...strategy.Action) strategy.PortfolioDefinition {
	return strategy.PortfolioDefinition{Name: "town", NameKo: "읍", Place: "town", Framework: townPlan(), View: gpc.Basic,
		Metric: ghg.Unstated, Actions: actions}
}
