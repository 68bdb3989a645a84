package daegu

import (
	_ "embed"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/strategy"
)

//go:embed data/actions.tsv
var actionTable string

var actions = mustActions(actionTable)

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
		for _, a := range actions {
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

func mustActions(table string) []listed {
	var out []listed
	for _, c := range mustRows(table, "id", "area", "part_of", "name", "name_ko", "kind", "year", "figure",
		"category", "fuel", "end_use", "source", "confidence", "note", "figure_note") {
		a := listed{strategy.Action{ID: c[0], Area: c[1], Name: c[3], NameKo: c[4], Source: c[11], Note: c[13]}, c[2]}
		if c[5] != "" {
			a.Effects = []strategy.Effect{mustEffect(c)}
		}
		out = append(out, a)
	}
	return out
}

// mustEffect reads the effect in a line of the table of actions.
func mustEffect(c []string) strategy.Effect {
	figure := mustFigure(c[7])
	e := strategy.Effect{
		On:     strategy.EmissionSource{Fuel: c[9], EndUse: c[10]},
		Source: figure.Source, Confidence: c[12], Note: c[14],
	}
	if c[8] != "" {
		e.On.Category = must(gpc.Scheme.Category(c[8]))
	}
	e.Reductions = must(strategy.NewReductions(must(strategy.ParseKind(c[5])), ghg.Unstated,
		map[int]ghg.CO2e{mustYear(c[6]): must(figure.CO2e())}))
	return e
}
