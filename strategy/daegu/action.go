package daegu

import (
	_ "embed"
	"iter"
	"slices"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/strategy"
)

//go:embed data/actions.tsv
var actionTable string

var actions = sync.OnceValue(func() []listed { return mustActions(actionTable) })

// listed is an action of the table.
type listed struct {
	strategy.Action
	partOf string // the action whose figure holds this one's
}

// Actions yields the published tasks and flagship projects by area. Most have
// no effect, as nothing is quantified. Actions whose figure is within that of
// another are left out: see [Parts].
func Actions() iter.Seq[strategy.Action] { return partsOf("") }

// Parts yields the actions whose figures are within that of the action with
// the ID, such as those of "carbon-reduction-1110". They never stand beside it
// in one portfolio: their effects are on one source.
func Parts(id string) iter.Seq[strategy.Action] {
	if id == "" {
		return func(func(strategy.Action) bool) {}
	}
	return partsOf(id)
}

func partsOf(id string) iter.Seq[strategy.Action] {
	return func(yield func(strategy.Action) bool) {
		for _, a := range actions() {
			a.Effects = slices.Clone(a.Effects)
			if a.partOf == id && !yield(a.Action) {
				return
			}
		}
	}
}

// Portfolio is [Actions] as a portfolio. The sources do not say on which of
// the two bases the reductions were computed, so the caller says which view
// they are held against: [View2021] or [View2022].
func Portfolio(view ghg.View) (strategy.Portfolio, ghg.Findings, error) {
	return strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "Daegu 8G, published actions", NameKo: "대구 8대 분야 공표 과제",
		Place: Place, Framework: Framework, View: view, Metric: ghg.Unstated, Scheme: gpc.Scheme,
		Actions: slices.Collect(Actions()),
	})
}

func mustActions(text string) []listed {
	var out []listed
	for r := range table.MustRead(text, "id", "area", "part_of", "name", "name_ko", "kind", "year", "figure",
		"category", "fuel", "end_use", "source", "confidence", "note", "figure_note").Rows() {
		a := listed{strategy.Action{ID: r.Cell("id"), Area: r.Cell("area"), Name: r.Cell("name"), NameKo: r.Cell("name_ko"),
			Source: r.Cell("source"), Note: r.Cell("note")}, r.Cell("part_of")}
		if r.Cell("kind") != "" {
			a.Effects = []strategy.Effect{mustEffect(r)}
		}
		out = append(out, a)
	}
	return out
}

// mustEffect reads the effect in a line of the table of actions.
func mustEffect(r table.Row) strategy.Effect {
	figure := mustFigure(r.Cell("figure"))
	e := strategy.Effect{
		On:     strategy.EmissionSource{Fuel: r.Cell("fuel"), EndUse: r.Cell("end_use")},
		Source: figure.Source, Confidence: r.Cell("confidence"), Note: r.Cell("figure_note"),
	}
	if code := r.Cell("category"); code != "" {
		e.On.Category = must(gpc.Scheme.Category(code))
	}
	e.Reductions = must(strategy.NewReductions(must(strategy.ParseKind(r.Cell("kind"))), ghg.Unstated,
		map[int]ghg.CO2e{mustYear(r.Cell("year")): must(figure.CO2e())}))
	return e
}
