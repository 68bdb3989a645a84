package target_test

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
)

// From a panel down to the lines of the inventories: what the base and the emissions come
// from are the derivations of the figures of the series.
func ExampleProgress_Explain_lines() {
	line := func(year int, gas ghg.Gas, mass string, at int) ghg.Record {
		return ghg.Record{Place: "Daegu", Period: ghg.CalendarYear(year),
			Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, Gas: gas,
			Value: ghg.Emitted(ghg.MustMass(mass)), Line: at,
			Evidence: ghg.NewEvidence(ghg.EvidenceDefinition{Source: "city gas sales", File: "gas.csv"})}
	}
	first, _, _ := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme,
		[]ghg.Record{line(2018, ghg.CO2, "900 t", 2), line(2018, ghg.CH4, "2.5 t", 3)})
	second, _, _ := ghg.NewInventory("Daegu", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme,
		[]ghg.Record{line(2022, ghg.CO2, "800 t", 4), line(2022, ghg.CH4, "2 t", 5)})
	series, _ := ghg.YearlyOf(gpc.Basic, ghg.AR5, first, second)
	t, _ := target.New(target.Definition{Name: "2030", Place: "Daegu", Due: 2030, Views: target.Same(gpc.Basic), Metric: ghg.AR5,
		Goal: target.BaseYear{Year: 2018, Base: ghg.MustMass("970 t"), Cut: ghg.MustShare("45%")}})
	p, _ := t.Progress(2022, target.Linear, target.DefaultRules, series)

	panel := p.Explain()
	for _, symbol := range []string{"B", "E"} {
		step, _ := panel.Step(symbol)
		for figure := range series.All() {
			total, _ := figure.Explain()
			if total.ID() != step.Values[0].From {
				continue
			}
			fmt.Println(symbol, "=", step.Values[0].Number, "comes from", total.Title().En)
			rows, _ := total.Index("i")
			m, _ := total.Step("m")
			for i, row := range rows.Rows {
				fmt.Println("  ", row.Label.En, m.Values[i].Number, m.Unit, "·", m.Source)
			}
		}
	}
	// Output:
	// B = 970 comes from GPC 1.1 BASIC, Daegu 2018
	//    I.1.1 CO2, line 2 900 t · gas.csv; city gas sales
	//    I.1.1 CH4, line 3 2.5 t · gas.csv; city gas sales
	// E = 856 comes from GPC 1.1 BASIC, Daegu 2022
	//    I.1.1 CO2, line 4 800 t · gas.csv; city gas sales
	//    I.1.1 CH4, line 5 2 t · gas.csv; city gas sales
}
