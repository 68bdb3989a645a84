package cost

import (
	"fmt"
	"math/big"
	"strconv"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// perTonneWords are the labels of the derivation of a cost per tonne.
var perTonneWords = struct{ title, rate, upfront, flow, reduction, cost, tonnes, value, down, closing, paidBy words.Term }{
	title:     words.Term{En: "cost per tonne: %s (%s reductions; %s)", Ko: "톤당 비용: %s(%s 감축량, %s)"},
	rate:      words.Term{En: "discount rate", Ko: "할인율"},
	upfront:   words.Term{En: "money at the start of the first year, below 0 where it is spent", Ko: "첫해 초 현금흐름(지출은 음수)"},
	flow:      words.Term{En: "money of each year (%s), below 0 where it is spent", Ko: "연간 현금흐름(%s, 지출은 음수)"},
	reduction: words.Term{En: "reduction of the year", Ko: "연간 감축량"},
	cost:      words.Term{En: "cost that is divided, below 0 for a saving", Ko: "비용(절감은 음수)"},
	tonnes:    words.Term{En: "tonnes that it is divided by", Ko: "감축량"},
	down:      words.Term{En: "cost per tonne of the payer, rounded down", Ko: "부담 주체별 톤당 비용(내림)"},
	closing:   words.Term{En: "unit that it takes for the payers to add up, largest remainder", Ko: "부담 주체 합계 맞춤 단위(최대잔여법)"},
	paidBy:    words.Term{En: "%s, paid by %s", Ko: "%s, %s 부담"},
	value:     words.Term{En: "cost per tonne", Ko: "톤당 비용"},
}

// In Korean.
var (
	definitionsKo = [...]string{"정의 없음", AnnualisedOverAnnual: "연간화 비용/연간 감축량", NPVOverDiscounted: "순현재비용/할인 감축량",
		NPVOverUndiscounted: "순현재비용/비할인 감축량"}
	timingsKo      = [...]string{"시점 없음", EndOfYear: "연말", StartOfYear: "연초"}
	perspectivesKo = [...]string{"관점 없음", Public: "공공 관점", Private: "민간 관점", Social: "사회 관점"}
)

// Explain is the cost per tonne as a derivation: cost and tonnes as its definition has them,
// and their quotient, in full, as neither is rounded before it. Of what is stated it is the
// quotient alone.
func (p PerTonne) Explain() derivation.Derivation {
	if p.IsZero() {
		return derivation.Derivation{}
	}
	t := p.terms
	var s derivation.Sheet
	money, unit := fmt.Sprintf("%s (%s)", p.value.Currency(), p.value.Prices()), p.tonnes.Metric().Unit()
	perTonne := derivation.Per(money, unit)
	seen := words.Term{En: t.Perspective.String(), Ko: perspectivesKo[t.Perspective]}
	if t.PaidBy != 0 {
		seen = perTonneWords.paidBy.With(seen, words.Term{En: t.PaidBy.String(), Ko: t.PaidBy.Korean()})
	}
	title := perTonneWords.title.With(words.Term{En: t.Definition.String(), Ko: definitionsKo[t.Definition]},
		words.Term{En: p.kind.String(), Ko: p.kind.Korean()}, seen)
	toMoney := derivation.ToPlaces(moneyPlaces)
	if p.flows.Len() == 0 {
		s.Given("K", perTonneWords.cost, money, p.source, derivation.Number(p.cost.Amount()))
		s.Given("Q", perTonneWords.tonnes, unit, p.source, derivation.Number(p.tonnes.Tonnes()))
		s.Computed("V", perTonneWords.value, perTonne, "K / Q", toMoney, derivation.Number(p.value.Amount()))
		return s.Made(title, derived)
	}
	c := p.flows
	rows := make([]derivation.Row, len(c.years))
	flows, tonnes := make([]derivation.Value, len(rows)), make([]derivation.Value, len(rows))
	for i, m := range c.years {
		rows[i] = derivation.Row{ID: strconv.Itoa(c.first + i)}
		flows[i], tonnes[i] = derivation.Number(m.Amount()), derivation.Number(p.byYear[i])
	}
	start := c.first - 1 // the year at whose end, or at the start of the next, nothing is discounted
	if t.Timing == StartOfYear {
		start = c.first
	}
	s.Given("r", perTonneWords.rate, "", "", derivation.Number(t.Rate.Fraction()))
	s.Given("U", perTonneWords.upfront, money, "", derivation.Number(c.upfront.Amount()))
	s.Index("y", rows...)
	s.Given("c", perTonneWords.flow.With(words.Term{En: t.Timing.String(), Ko: timingsKo[t.Timing]}), money, "", flows...).Index = "y"
	s.Given("q", perTonneWords.reduction, unit, "", tonnes...).Index = "y"
	present := func(of string) string { return fmt.Sprintf("sum(y: %s / (1 + r)^(y - %d))", of, start) }
	cost, per, by := "-(U + "+present("c[y]")+")", "sum(y: q[y])", derivation.Rounding{}
	switch t.Definition {
	case AnnualisedOverAnnual:
		cost, per, by = cost+" / "+present("1"), fmt.Sprintf("sum(y: q[y]) / %d", len(rows)), derivation.ToPlaces(tonnePlaces)
	case NPVOverDiscounted:
		per, by = present("q[y]"), derivation.ToPlaces(tonnePlaces)
	}
	if t.PaidBy == 0 {
		s.Computed("K", perTonneWords.cost, money, cost, toMoney, derivation.Number(p.cost.Amount()))
	}
	s.Computed("Q", perTonneWords.tonnes, unit, per, by, derivation.Number(p.tonnes.Tonnes()))
	value := fmt.Sprintf("(%s) / (%s)", cost, per)
	if t.PaidBy == 0 {
		s.Computed("V", perTonneWords.value, perTonne, value, toMoney, derivation.Number(p.value.Amount()))
		return s.Made(title, derived)
	}
	unitOf := decimal.New(1, -moneyPlaces)
	up, down := unitOf, p.value.Amount().Sub(unitOf)
	if exact := new(big.Rat).Quo(p.num.Rat(), p.den.Rat()); down.Rat().Cmp(exact) > 0 || p.value.Amount().Rat().Cmp(exact) <= 0 {
		up, down = decimal.Decimal{}, p.value.Amount()
	}
	s.Computed("V0", perTonneWords.down, perTonne, value, derivation.Rounding{Mode: derivation.Down, Places: moneyPlaces},
		derivation.Number(down))
	s.Given("V1", perTonneWords.closing, perTonne, "", derivation.Number(up))
	s.Computed("V", perTonneWords.value, perTonne, "V0 + V1", derivation.Rounding{}, derivation.Number(p.value.Amount()))
	return s.Made(title, derived)
}
