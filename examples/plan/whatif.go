package main

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/shopspring/decimal"
)

//go:embed data/grid.tsv
var gridTable string

// assumedElectricity is what the city's electricity is taken to emit in 2030
// without cleaner power: nothing is published, and the overlap does not depend
// on it.
const assumedElectricity = "4 Mt CO2e"

// inOrder are the actions of an order by their Korean names.
var inOrder = strings.NewReplacer("grid", "전력망", "rooftop-pv", "태양광")

// whatIf puts rooftop solar on top of the target, and a cleaner grid under it.
func (p *page) whatIf() {
	p.say("6. What if: 1.5 GW of rooftop solar on top, while the grid gets cleaner", "6. 가정: 산단 지붕 태양광 1.5 GW를 더하고, 전력망도 깨끗해진다면")
	base, solar := p.co2e("base-2018-strategy-2022"), p.co2e("rooftop-pv-cut")
	part, err := solar.Ratio(base, 4)
	if !p.keep(err) {
		return
	}
	p.say("   On top of 45%%, %s of %s make %s%%: the city says %s%%. That holds only if the\n   45%% counts neither the solar "+
		"power nor the fall of the grid factor that solar relies on.",
		"   45%%에 %s(기준 %s)을 더하면 %s%%: 시는 %s%%라고 합니다. 45%%에 태양광도, 태양광이 기대는\n   전력배출계수의 하락도 들어 있지 않을 때만 맞는 계산입니다.", p.amount(solar),
		p.amount(base), part.Add(decimal.New(45, -2)).Shift(2), p.figure("cut-2030-with-rooftop-pv").Value)
	last, fall, err := gridFall()
	if !p.keep(err) {
		return
	}
	p.say("   The factor fell to %s t/MWh in 2023. If it goes on as from 2021, 2030 is %s%% below 2022.",
		"   전력배출계수는 2023년 %s t/MWh. 2021년 이후의 속도가 계속되면 2030년은 2022년보다 %s%% 낮습니다.",
		last, fall.Fraction().Shift(2))
	plan, baseline, err := p.electricity(solar, fall)
	if !p.keep(err) {
		return
	}
	for _, by := range []strategy.Division{strategy.InOrder("grid", "rooftop-pv"), strategy.InOrder("rooftop-pv", "grid"), strategy.Shapley} {
		e, err := plan.Evaluate(baseline, strategy.Expected, by)
		if !p.keep(err) {
			return
		}
		y, _ := e.Year(2030)
		if by == strategy.InOrder("grid", "rooftop-pv") {
			cut, alone := p.amounts(y.Reduction(), y.Overlap())
			p.say("   Alone the two cut %s, together %s: %s would be counted twice.", "   따로 더하면 %s, 함께는 %s: %s이 이중으로 계산됩니다.", alone, cut[0], cut[1])
		}
		line := fmt.Sprintf("     %-38s", p.word(by.String(), inOrder.Replace(p.told(by.String()))))
		actions := slices.Collect(y.Total().ByAction())
		shown, _ := p.amounts(actions[0].CO2e, actions[1].CO2e)
		for i, a := range actions {
			line += fmt.Sprintf("  %s %s", p.word(a.Action.Name, a.Action.NameKo), shown[i])
		}
		fmt.Fprintln(p, line)
	}
	p.say("   Assumed: electricity of %s; the overlap is the same for any other.", "   가정: 전력 배출량 %s. 중복량은 이 값과 무관합니다.",
		p.amount(ghg.MustCO2e(assumedElectricity)))
	p.sources("rooftop-pv-cut", "cut-2030-with-rooftop-pv")
	p.say("   [newstree; GIR, approved 2025]", "   [newstree; GIR, 2025년 승인]")
}

// gridFall is the last published factor, and by what share the factor of 2030
// is below that of 2022 if it falls on as from the first year to the last.
func gridFall() (decimal.Decimal, ghg.Share, error) {
	var factors []decimal.Decimal
	for row := range table.MustRead(gridTable, "factor").Rows() {
		f, err := exact.Parse(row.Cell("factor"))
		if err != nil {
			return f, ghg.Share{}, err
		}
		factors = append(factors, f)
	}
	first, second, last := factors[0], factors[1], factors[2] // 2021, 2022, 2023
	pace, err := exact.Quotient(first.Sub(last), decimal.New(2, 0), 6)
	if err != nil {
		return last, ghg.Share{}, err
	}
	left, err := exact.Quotient(last.Sub(pace.Mul(decimal.New(7, 0))), second, 4)
	if err != nil {
		return last, ghg.Share{}, err
	}
	fall, err := ghg.NewShare(decimal.New(1, 0).Sub(left))
	return last, fall, err
}

// electricity is the plan of two effects on one source, and its baseline.
func (p *page) electricity(solar ghg.CO2e, fall ghg.Share) (strategy.Portfolio, strategy.Baseline, error) {
	source := strategy.EmissionSource{Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.3.2"}, Fuel: "electricity"}
	cut := got[strategy.Reductions](p)(strategy.NewReductions(strategy.Expected, ghg.Unstated, map[int]ghg.CO2e{2030: solar}))
	cleaner := got[strategy.Cuts](p)(strategy.NewCuts(strategy.Expected, map[int]ghg.Share{2030: fall}))
	plan, _, err := strategy.NewPortfolio(strategy.PortfolioDefinition{
		Name: "solar and grid", Place: daegu.Place, Framework: daegu.Framework, View: daegu.View2022, Metric: ghg.Unstated, Scheme: gpc.Scheme,
		Actions: []strategy.Action{
			{ID: "grid", Name: "grid", NameKo: "전력망", Area: "G6", Source: "what if",
				Effects: []strategy.Effect{{On: source, Interaction: strategy.Overlapping, Cuts: cleaner}}},
			{ID: "rooftop-pv", Name: "solar", NameKo: "태양광", Area: "G6", Source: p.figure("rooftop-pv-cut").Source,
				Effects: []strategy.Effect{{On: source, Interaction: strategy.Overlapping, Reductions: cut}}},
		},
	})
	if err != nil {
		return plan, strategy.Baseline{}, err
	}
	b, err := strategy.NewBaseline(strategy.BaselineDefinition{
		Name: "electricity without cleaner power", Place: daegu.Place, View: daegu.View2022, Metric: ghg.Unstated, Scheme: gpc.Scheme,
		Source:  "assumed",
		Sources: []strategy.SourceEmissions{{On: source, ByYear: map[int]ghg.CO2e{2030: ghg.MustCO2e(assumedElectricity)}}},
	})
	return plan, b, err
}
