package main

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/strategy/korea"
	"github.com/localghg/localghg/strategy/sheet"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/require"
)

// views are those that the documents of the tests mean.
func views(t *testing.T) []ghg.View {
	t.Helper()
	gross, err := ghg.MustDeclaredView("gross", "GIR").WithEdition("IPCC 1996")
	require.NoError(t, err)
	out := []ghg.View{gpc.Basic, gpc.BasicPlus, gpc.Territorial, daegu.View2021, daegu.View2022, gross}
	for v := range daegu.Plans().All() {
		out = append(out, v.Target.Views().Base, v.Target.Views().Due)
	}
	return out
}

// read gives a document to the reader of its form.
func read(t *testing.T, form string, text []byte) error {
	t.Helper()
	r, plans := bytes.NewReader(text), strategy.JSONFormat{Views: views(t), Schemes: []ghg.Scheme{gpc.Scheme}}
	var err error
	switch form {
	case "inventory":
		_, _, err = ghg.ReadJSON(r, ghg.JSONFormat{Schemes: []ghg.Scheme{gpc.Scheme}})
	case "yearly":
		_, err = ghg.ReadYearlyJSON(r, views(t))
	case "factors":
		_, err = ghg.ReadFactorsJSON(r)
	case "evidence":
		err = json.Unmarshal(text, new(ghg.Evidence))
	case "target":
		_, err = target.ReadTargetJSON(r, views(t))
	case "history":
		_, err = target.ReadHistoryJSON(r, views(t))
	case "reductions":
		err = json.Unmarshal(text, new(strategy.Reductions))
	case "cuts":
		err = json.Unmarshal(text, new(strategy.Cuts))
	case "derivation":
		_, err = derivation.Read(r)
	case "plan":
		_, _, err = strategy.ReadPortfolioJSON(r, plans)
	case "baseline":
		_, err = strategy.ReadBaselineJSON(r, plans)
	default:
		require.Fail(t, "no reader", form)
	}
	return err
}

// must is for what the tests make.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func file(t *testing.T, name string) *os.File {
	t.Helper()
	f, err := os.Open(name)
	require.NoError(t, err)
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// document is one that the library writes, and the form that it is of.
type document struct {
	name, form string
	text       []byte
}

// documents are what the library makes of the files of its examples.
func documents(t *testing.T) (out []document) {
	t.Helper()
	add := func(form, name string, v any) {
		text, err := json.Marshal(v)
		require.NoError(t, err, name)
		out = append(out, document{name, form, text})
	}
	records, _, err := ghg.ReadCSV(file(t, "../inventory/testdata/suseong.csv"), ghg.CSVFormat{Scheme: gpc.Scheme, File: "suseong.csv"})
	require.NoError(t, err)
	inventories, _, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	require.NoError(t, err)
	require.NotEmpty(t, inventories)
	for _, inv := range inventories {
		add("inventory", "the inventory of a district", inv)
	}
	city, _, err := ghg.ReadCSV(strings.NewReader(`place,year,category,gas,mass,unit
대구,2022,I.1.1,CO2,612.5,천톤
대구,2022,I.1.1,CH4,55,t
대구,2022,II.1.1,CO2,2.05,Mt
대구,2022,III.1.1,CH4,9.8,kt
`), ghg.CSVFormat{Scheme: gpc.Scheme})
	require.NoError(t, err)
	inv, _, err := ghg.NewInventory("대구", ghg.CalendarYear(2022), ghg.FirstVintage, gpc.Scheme, city)
	require.NoError(t, err)
	add("inventory", "the inventory of a city", inv)
	add("derivation", "the total of a city", must(inv.Total(gpc.BasicPlus, ghg.AR5)).Explain())
	add("yearly", "a series of a city", must(ghg.YearlyOf(gpc.BasicPlus, ghg.AR5, inv)))
	add("evidence", "where a record comes from", records[0].Evidence)
	for _, x := range []target.Target{daegu.Target2021(), daegu.Target2022()} {
		add("target", "a target of Daegu", x)
	}
	add("history", "the targets of Daegu", daegu.Plans())
	published, _, err := daegu.Portfolio(daegu.View2022)
	require.NoError(t, err)
	add("plan", "the published actions of Daegu", published)
	plan, base := townPlan(t)
	add("plan", "the plan of a town", plan)
	add("baseline", "the baseline of a town", base)
	e := must(plan.Evaluate(base, strategy.Expected, strategy.Shapley))
	y, _ := e.Year(2030)
	add("derivation", "what the plan of a town cuts", must(y.Explain(), nil))
	for a := range plan.Actions() {
		for _, x := range a.Effects {
			add("reductions", "what an action cuts", x.Reductions)
		}
	}
	add("cuts", "a share", must(strategy.NewCuts(strategy.Verified,
		map[int]ghg.Share{2030: ghg.MustShare("12.5%"), 2025: ghg.MustShare("-1%")})))
	add("factors", "a factor", must(ghg.NewFactors(ghg.FactorsDefinition{Of: "전력", Source: "GIR", Edition: "2025", Per: ghg.MegawattHour,
		Years: []ghg.Factor{{Year: 2024, Gases: []ghg.Mass{ghg.MustMass("0.4 t CO2"), ghg.MustMass("1.5 g CH4")},
			Published: ghg.MustDate("2025-12-18")}}})))
	for _, dir := range []string{"ghg", "target", "strategy"} {
		entries, err := os.ReadDir("../../" + dir + "/testdata/forms")
		require.NoError(t, err)
		for _, e := range entries {
			if form := formOfFile(e.Name()); form != "" {
				text, err := os.ReadFile("../../" + dir + "/testdata/forms/" + e.Name())
				require.NoError(t, err)
				out = append(out, document{e.Name(), form, text})
			}
		}
	}
	return out
}

// townPlan is the plan of examples/plan.
func townPlan(t *testing.T) (strategy.Portfolio, strategy.Baseline) {
	t.Helper()
	areas := must(strategy.NewFramework(strategy.FrameworkDefinition{ID: "plan", Name: "Plan", Source: "made up",
		Areas: []strategy.Area{{Code: "B", Name: "건물"}, {Code: "T", Name: "수송"}}}))
	p := must(sheet.ReadPlan(os.DirFS("../plan/testdata"), sheet.Files{Actions: "actions.csv", Quantifications: "quantifications.csv",
		Factors: "factors.csv", Baseline: "baseline.csv"}, sheet.Format{CSVFormat: ghg.CSVFormat{Scheme: gpc.Scheme}, Framework: areas,
		Metric: ghg.AR5, Source: "made up"}, sheet.Plan{Named: sheet.Named{Units: must(korea.PublishedUnits(ghg.AR5, "test"))},
		Portfolio: strategy.PortfolioDefinition{Name: "가람시", Place: "가람시", Framework: areas, View: gpc.Basic, Metric: ghg.AR5, Through: 2030},
		Baseline:  strategy.BaselineDefinition{Name: "BAU", Place: "가람시", View: gpc.Basic, Metric: ghg.AR5, Source: "made up"}}))
	plan, _, err := strategy.NewPortfolio(p.Portfolio)
	require.NoError(t, err)
	return plan, must(strategy.NewBaseline(p.Baseline))
}
