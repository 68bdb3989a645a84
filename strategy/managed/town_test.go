package managed_test

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/carveout"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
)

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func category(code string) ghg.Category {
	return ghg.Category{Scheme: gpc.Scheme.ID(), Code: code}
}

// t5 is an amount in tonnes on AR5.
func t5(tonnes string) ghg.CO2e { return ghg.MustCO2e(tonnes + " tCO2e (AR5)") }

// A town's sites: a dyeing mill of others, and the council's incinerator.
func mill() carveout.Facility {
	return carveout.Facility{ID: "mill", Name: "Dyeing mill", Registration: "K-0417", From: 2019,
		Ownership: carveout.OthersOwned, Source: "list of allocated entities, 2019"}
}

func incinerator() carveout.Facility {
	return carveout.Facility{ID: "incinerator", Name: "Incinerator", Registration: "K-0988", From: 2015,
		Ownership: carveout.CouncilOwned, Source: "list of allocated entities, 2019"}
}

func registerOf(place ghg.PlaceID, sites ...carveout.Facility) carveout.Register {
	return must(carveout.NewRegister(carveout.RegisterDefinition{Place: place, Trading: carveout.KETS, Scheme: gpc.Scheme,
		Metric: ghg.AR5, Source: "facility register, 2022", Facilities: sites}))
}

var (
	published   = ghg.MustDeclaredView("direct and indirect", "town")
	managedView = ghg.MustDeclaredView("managed authority", "town")
	inGPC       = must(managedView.WithEdition(gpc.Scheme.ID()))
)

func cuts(year int, tonnes string) strategy.Reductions {
	return must(strategy.NewReductions(strategy.Expected, ghg.AR5, map[int]ghg.CO2e{year: t5(tonnes)}))
}
