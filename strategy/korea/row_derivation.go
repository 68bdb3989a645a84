package korea

import (
	"fmt"
	"strconv"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// rowOrigin is where a row comes of: what has rows of its own, and the years that are in it.
type rowOrigin struct {
	x     quantified
	years []int
}

// rowWords are the labels of the derivation of a row.
var rowWords = struct{ title, quantity, perOne, reduction, annual, effect, sum words.Term }{
	title:     words.Term{En: "%s reduction in %d, %s", Ko: "%s %d년 정량감축량(%s)"},
	quantity:  words.Term{En: "quantity: %s", Ko: "물량: %s"},
	perOne:    words.Term{En: "reduction unit %s", Ko: "감축원단위 %s"},
	reduction: words.Term{En: "expected reduction", Ko: "예상 감축량"},
	annual:    words.Term{En: "expected reduction of the year", Ko: "연도별 예상 감축량"},
	effect:    words.Term{En: "what the effect cuts", Ko: "효과별 감축량"},
	sum:       words.Term{En: "expected reduction of all years", Ko: "누적 예상 감축량"},
}

// Explain is the reduction of the row as a derivation: quantity × reduction unit, the sum
// of the years where it is cumulative, or the reduction as it is stated, each with the
// derivation behind it where the row comes of a plan. It is made when it is asked for.
func (r QuantitativeReduction) Explain() derivation.Derivation {
	if r.Expected.IsUnset() {
		return derivation.Derivation{}
	}
	unit := r.Expected.Metric().Unit()
	expected := derivation.Step{Symbol: "R", What: rowWords.reduction, Unit: unit, Values: derivation.Numbers(r.Expected.Tonnes())}
	var d derivation.Sheet
	basis := r.Basis.Label()
	d.Title = rowWords.title.With(r.named(), r.Year, words.Term{En: basis.En, Ko: basis.Ko})
	switch isUnit := !r.Quantity.IsUnset() && !r.PerUnit.IsUnset(); {
	case r.of != nil && len(r.of.years) > 1:
		years, values := make([]derivation.Row, len(r.of.years)), make([]derivation.Value, len(r.of.years))
		for i, y := range r.of.years {
			f, _, _ := r.of.x.at(strategy.Expected, y) // the row was made of it
			years[i] = derivation.Row{ID: strconv.Itoa(y)}
			values[i] = derivation.Value{Number: f.co2e.Tonnes(), From: r.of.behind(y)}
		}
		d.Indices = []derivation.Index{{Letter: "y", Rows: years}}
		d.Steps = append(d.Steps, derivation.Step{Symbol: "r", What: rowWords.annual, Unit: unit, Index: "y", Values: values})
		expected.Kind, expected.Formula, expected.What = derivation.Computed, "sum(y: r[y])", rowWords.sum
	case r.of != nil && isUnit:
		d.Steps = append(d.Steps,
			derivation.Step{Symbol: "q", What: rowWords.quantity.With(r.Factor), Unit: r.Quantity.Unit().String(),
				Values: []derivation.Value{{Number: r.Quantity.Amount(), From: r.of.behind(r.Year)}}},
			derivation.Step{Symbol: "u", What: rowWords.perOne.With(r.UnitID), Unit: unit + "/" + r.Quantity.Unit().String(),
				Source: r.of.source(), Values: []derivation.Value{derivation.Number(r.PerUnit.Tonnes())}})
		expected.Kind, expected.Formula, expected.Rounding = derivation.Computed, "q × u", derivation.ToPlaces(heldPlaces)
	case r.of != nil && len(r.of.effects(r.Year)) > 1:
		var rows []derivation.Row
		var values []derivation.Value
		for i, e := range r.of.effects(r.Year) {
			f, _, _ := r.of.x.sum([]strategy.Effect{e}, strategy.Expected, r.Year) // the row was made of it
			rows = append(rows, derivation.Row{ID: strconv.Itoa(i + 1), Label: words.Term{En: e.On.String(), Ko: e.On.String()}, Source: e.Source})
			values = append(values, derivation.Value{Number: f.co2e.Tonnes(), From: e.Explain(r.Year).ID()})
		}
		d.Indices = []derivation.Index{{Letter: "i", Rows: rows}}
		d.Steps = append(d.Steps, derivation.Step{Symbol: "c", What: rowWords.effect, Unit: unit, Index: "i", Values: values})
		expected.Kind, expected.Formula = derivation.Computed, "sum(i: c[i])"
	case r.of != nil:
		expected.Values[0].From = r.of.behind(r.Year)
	}
	d.Steps = append(d.Steps, expected)
	return d.Made(d.Title, derived)
}

// named is the row in both languages.
func (r QuantitativeReduction) named() words.Term {
	if r.Quantification == "" {
		return words.Term{En: "project " + words.Quote(r.Project), Ko: "사업 " + words.Quote(r.Project)}
	}
	return words.Term{En: fmt.Sprintf("project %q, quantification %q", r.Project, r.Quantification),
		Ko: fmt.Sprintf("사업 %q, 정량 %q", r.Project, r.Quantification)}
}

// effects are those that the action states itself for the year.
func (o *rowOrigin) effects(year int) (out []strategy.Effect) {
	for _, e := range o.x.stated {
		if _, ok, err := o.x.sum([]strategy.Effect{e}, strategy.Expected, year); ok && err == nil {
			out = append(out, e)
		}
	}
	return out
}

// behind is the ID of the derivation of a year's reduction; "" where several effects are
// stated, which have one each.
func (o *rowOrigin) behind(year int) string {
	if !o.x.q.IsZero() {
		return o.x.q.Explain(strategy.Expected, year).ID()
	}
	if e := o.effects(year); len(e) == 1 {
		return e[0].Explain(year).ID()
	}
	return ""
}

// source is the document of the reduction unit.
func (o *rowOrigin) source() string { return o.x.q.Published().Source }
