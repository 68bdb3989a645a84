package rollup

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// The labels of a split.
var (
	splitTitle  = words.Term{En: "%s %s shared by %s", Ko: "%[3]s에 비례한 %[1]s %[2]s 배분"}
	splitWhole  = words.Term{En: "whole", Ko: "배분할 배출량"}
	splitWeight = words.Term{En: "weight", Ko: "배분 기준값"}
	splitSum    = words.Term{En: "sum of the weights", Ko: "배분 기준값 합계"}
	splitPart   = words.Term{En: "part, an estimate", Ko: "배분 배출량(추정)"}
	splitSize   = words.Term{En: "whole without its sign", Ko: "부호 없는 배출량"}
	splitSizes  = words.Term{En: "part without its sign", Ko: "부호 없는 배분 배출량"}
	splitParts  = words.Term{En: "sum of the parts", Ko: "배분 배출량 합계"}
)

// derived is what tests look at each derivation with.
var derived func(derivation.Derivation, error)

// Explain is how the parts come about: W × w/S, cut toward zero to the scale, and the units
// left over one each to the largest remainders, so that the parts add up to the whole; of
// an amount below zero by its size. A row is a place, in the order of the proxy, from 1.
// The zero Split has no derivation.
func (s Split) Explain() derivation.Derivation {
	if s.Proxy.IsZero() {
		return derivation.Derivation{}
	}
	p := s.Proxy.def
	unit := s.Unit.String() + strings.TrimPrefix(s.Whole.Metric().Unit(), "t")
	whole := s.Whole.In(s.Unit)
	index := derivation.Index{Letter: "i"}
	weights := derivation.Step{Symbol: "w", What: splitWeight, Unit: p.unit, Index: "i", Source: p.Source}
	parts := derivation.Step{Symbol: "c", What: splitPart, Unit: unit, Index: "i", Kind: derivation.Computed, Formula: "W × w[i]/S",
		Rounding: derivation.ClosingTo("W", s.Scale)}
	sum := decimal.Zero
	for i, x := range s.Parts {
		name := string(x.Place)
		amount := x.CO2e.In(s.Unit)
		index.Rows = append(index.Rows, derivation.Row{ID: strconv.Itoa(i + 1), Label: words.Term{En: name, Ko: name}})
		weights.Values = append(weights.Values, derivation.Number(x.Weight))
		parts.Values = append(parts.Values, derivation.Number(amount))
		sum = sum.Add(amount)
	}
	one := func(d decimal.Decimal) []derivation.Value { return []derivation.Value{derivation.Number(d)} }
	steps := []derivation.Step{{Symbol: "W", What: splitWhole, Unit: unit, Values: one(whole)}, weights,
		{Symbol: "S", What: splitSum, Unit: p.unit, Kind: derivation.Computed, Formula: "sum(i: w[i])", Values: one(p.sum)}}
	if whole.IsNegative() { // it is shared without its sign
		sizes := parts
		sizes.Symbol, sizes.What, sizes.Formula, sizes.Rounding = "a", splitSizes, "A × w[i]/S", derivation.ClosingTo("A", s.Scale)
		sizes.Values = make([]derivation.Value, len(parts.Values))
		for i, x := range parts.Values {
			sizes.Values[i] = derivation.Number(x.Number.Neg())
		}
		parts.Formula, parts.Rounding = "-a[i]", derivation.Rounding{}
		steps = append(steps, derivation.Step{Symbol: "A", What: splitSize, Unit: unit, Kind: derivation.Computed, Formula: "-W",
			Values: one(whole.Neg())}, sizes)
	}
	steps = append(steps, parts, derivation.Step{Symbol: "T", What: splitParts, Unit: unit, Kind: derivation.Computed,
		Formula: "sum(i: c[i])", Values: one(sum)})
	sheet := derivation.Sheet{Definition: derivation.Definition{Indices: []derivation.Index{index}, Steps: steps}}
	return sheet.Made(splitTitle.With(whole, s.Unit, s.Proxy.term()), derived)
}
