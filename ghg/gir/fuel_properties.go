package gir

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/factor"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/calorific_values.tsv
var calorificText string

//go:embed data/carbon_contents.tsv
var carbonText string

//go:embed data/fuels.tsv
var fuelText string

// fuels are the names of fuels by their code.
var fuels = sync.OnceValue(func() map[string]words.Term {
	out := map[string]words.Term{}
	for r := range table.MustRead(fuelText, "fuel", "ko", "en").Rows() {
		out[r.Cell("fuel")] = words.Term{En: r.Cell("en"), Ko: r.Cell("ko")}
	}
	return out
})

// fuelOf is the code of a fuel by its code or name.
func fuelOf(name string) string {
	for code, t := range fuels() {
		for _, n := range [...]string{code, t.En, t.Ko} {
			if words.Fold(n) == words.Fold(name) {
				return code
			}
		}
	}
	return name
}

// property is one table of a property of fuels, by fuel.
type property[T fmt.Stringer] struct {
	what   words.Term // "net calorific value of %s (…)"
	source string
	values map[string][]factor.Published[T]
	order  []string
}

func (p *property[T]) add(fuel string, v factor.Published[T]) {
	if p.values == nil {
		p.values = map[string][]factor.Published[T]{}
	}
	if p.values[fuel] == nil {
		p.order = append(p.order, fuel)
	}
	p.values[fuel] = append(p.values[fuel], v)
}

// find is the set of a fuel.
func (p *property[T]) find(name string) (factor.Set[T], error) {
	code := fuelOf(name)
	values, ok := p.values[code]
	if !ok {
		e := &ghg.UnknownError{Of: strings.ReplaceAll(p.what.En, "%s", "fuels"), What: "fuel", ID: name}
		for _, code := range p.order {
			e.Allowed = append(e.Allowed, fuels()[code].En)
		}
		return factor.Set[T]{}, e
	}
	var title words.Term
	title.En, title.Ko = p.what.Fill(fuels()[code])
	return factor.NewSet(factor.SetDefinition[T]{Name: title, Of: fuels()[code].En, Source: p.source, Values: values})
}

// mustInForce is a value with its last day.
func mustInForce[T fmt.Stringer](r table.Row, value T) factor.Published[T] {
	p := mustPublished(r, value)
	p.Until = mustDay(r.Cell("until"))
	return p
}

// enforcementRule is the source of calorific values.
const enforcementRule = "에너지법 시행규칙, 에너지열량 환산기준"

var calorificValues = sync.OnceValue(func() map[string]*property[ghg.CalorificValue] {
	out := map[string]*property[ghg.CalorificValue]{
		"net": {what: words.Term{En: "net calorific value of %s, Energy Act Enforcement Rule", Ko: "%s 순발열량(에너지법 시행규칙)"},
			source: enforcementRule},
		"gross": {what: words.Term{En: "gross calorific value of %s, Energy Act Enforcement Rule", Ko: "%s 총발열량(에너지법 시행규칙)"},
			source: enforcementRule},
	}
	for r := range table.MustRead(calorificText, append(publishedColumns, "until", "basis", "fuel", "energy", "per")...).Rows() {
		v := ghg.CalorificValue{Energy: must(ghg.ParseQuantity(r.Cell("energy"))), Per: must(ghg.ParseUnit(r.Cell("per"))),
			Source: r.Cell("source")}
		out[r.Cell("basis")].add(r.Cell("fuel"), mustInForce(r, v))
	}
	return out
})

// NetCalorific is the net calorific values (순발열량) of a fuel by the Energy Act
// Enforcement Rule, with the days on which each holds. A fuel is named by its code or
// name: "diesel", "경유". One that the table lacks is a [*ghg.UnknownError].
func NetCalorific(fuel string) (factor.Set[ghg.CalorificValue], error) {
	return calorificValues()["net"].find(fuel)
}

// GrossCalorific is the gross calorific values (총발열량) of a fuel, as [NetCalorific] has
// the net ones.
func GrossCalorific(fuel string) (factor.Set[ghg.CalorificValue], error) {
	return calorificValues()["gross"].find(fuel)
}

var carbonContents = sync.OnceValue(func() map[string]*property[factor.Carbon] {
	out := map[string]*property[factor.Carbon]{
		"GIR": {what: words.Term{En: "carbon content of %s, GIR", Ko: "%s 탄소함량(국가 고유, GIR)"}, source: "온실가스종합정보센터(GIR)"},
		"K-ETS": {what: words.Term{En: "carbon content of %s, guideline of the trading scheme", Ko: "%s 탄소함량(배출권거래제 지침)"},
			source: "K-ETS guideline (고시 2025-64), annex 12"},
	}
	for r := range table.MustRead(carbonText, append(publishedColumns, "until", "set", "fuels", "carbon", "per")...).Rows() {
		v := factor.Carbon{Tonnes: must(exact.Parse(r.Cell("carbon"))), Per: must(ghg.ParseUnit(r.Cell("per")))}
		for _, fuel := range r.List("fuels") {
			out[r.Cell("set")].add(fuel, mustInForce(r, v))
		}
	}
	return out
})

// CarbonContent is the carbon contents of a fuel by GIR, with the days on which each
// holds: of diesel and city gas alone. Others are a [*ghg.UnknownError].
func CarbonContent(fuel string) (factor.Set[factor.Carbon], error) {
	return carbonContents()["GIR"].find(fuel)
}

// TradingCarbonContent is the carbon content of a fuel that the guideline of the Korean
// trading scheme (K-ETS) prescribes, for the calorific values of 2017: ask
// [factor.Set.Prescribed]. Kerosene and diesel have one together.
func TradingCarbonContent(fuel string) (factor.Set[factor.Carbon], error) {
	return carbonContents()["K-ETS"].find(fuel)
}
