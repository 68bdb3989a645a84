package drivers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// derived is told of every derivation that is made; of tests alone.
var derived func(derivation.Derivation, error)

// Where the method comes from.
const (
	additive = "LMDI-I: Ang (2005), The LMDI approach to decomposition analysis: a practical guide, Energy Policy 33"
	zeros    = "Ang, Zhang and Choi (1998), Energy 23"
)

// lmdiWords are the labels of the derivations of this package.
var lmdiWords = struct {
	title, all, chained, from, to, numerator, denominator, product, change, productChange words.Term
	kind, began, ended, nothing, unchanged, changed, count                                words.Term
	unit, effect, stated, unexplained, total, sum, amounts, changeOf, check               words.Term
}{
	title:         words.Term{En: "change of %s from %d to %d", Ko: "%s 변화량, %d~%d년"},
	all:           words.Term{En: "change from %d to %d", Ko: "변화량, %d~%d년"},
	chained:       words.Term{En: "change from %s, chained", Ko: "변화량, %s(연쇄 분해)"},
	from:          words.Term{En: "factor in %d", Ko: "%d년 요인값"},
	to:            words.Term{En: "factor in %d", Ko: "%d년 요인값"},
	numerator:     words.Term{En: "factor in %d, numerator", Ko: "%d년 요인값의 분자"},
	denominator:   words.Term{En: "factor in %d, denominator", Ko: "%d년 요인값의 분모"},
	product:       words.Term{En: "product of the factors in %d", Ko: "%d년 요인의 곱"},
	productChange: words.Term{En: "change of the product", Ko: "요인의 곱 변화량"},
	kind:          words.Term{En: "case", Ko: "경우"},
	nothing:       words.Term{En: "nothing in both years", Ko: "두 해 모두 0"},
	began:         words.Term{En: "it began: equal parts to the factors that were zero", Ko: "신규 발생: 0이던 요인에 균등 배분"},
	ended:         words.Term{En: "it ended: equal parts to the factors that became zero", Ko: "소멸: 0이 된 요인에 균등 배분"},
	unchanged:     words.Term{En: "the product is the same: L(a, a) = a", Ko: "곱 변화 없음: L(a, a) = a"},
	changed:       words.Term{En: "the product changed: L(a, b) = (a - b)/ln(a/b)", Ko: "곱 변화: L(a, b) = (a - b)/ln(a/b)"},
	count:         words.Term{En: "number of factors that are zero in the year without emissions", Ko: "배출이 없는 해에 0인 요인 수"},
	unit:          words.Term{En: "unit of the product, as the identity states it", Ko: "요인 곱의 단위(항등식 기재)"},
	effect:        words.Term{En: "effect of the factor", Ko: "요인 효과"},
	stated:        words.Term{En: "amount stated for %d", Ko: "%d년 기재 배출량"},
	unexplained:   words.Term{En: "unexplained: stated amounts differ from the products", Ko: "설명되지 않음: 기재값과 요인의 곱 차이"},
	change:        words.Term{En: "change", Ko: "변화량"},
	total:         words.Term{En: "amount in %d", Ko: "%d년 배출량"},
	amounts:       words.Term{En: "amount of the category in %d", Ko: "%d년 부문별 배출량"},
	changeOf:      words.Term{En: "effect of %s", Ko: "%s 효과"},
	sum:           words.Term{En: "effect of %s on all", Ko: "%s 효과 합계"},
	check:         words.Term{En: "change, as the sum of the effects", Ko: "변화량(효과 합계)"},
}

// same is a name that is the same in both languages, as it was given.
func same(name string) words.Term { return words.Term{En: name, Ko: name} }

// term is the name of the factor; of the Kaya identity in both languages.
func (f Factor) term() words.Term {
	for k, name := range kayaNames {
		if f.Name == name && name != "" {
			return words.Term{En: name, Ko: KayaFactor(k).Korean()}
		}
	}
	return same(f.Name)
}

// sheet is a worksheet of this package in the making.
type sheet struct{ derivation.Sheet }

func (s *sheet) made(title words.Term) derivation.Derivation { return s.Made(title, derived) }

var exactly = derivation.Rounding{}

// quotients adds the factors of a category in a year as columns, and gives the formula of
// one: a number, or numerator over denominator where that is another than 1.
func (s *sheet) quotients(symbol string, year int, ratios []ratio) string {
	n, d := make([]decimal.Decimal, len(ratios)), make([]decimal.Decimal, len(ratios))
	whole := true
	for j, r := range ratios {
		n[j], d[j] = r.n, r.d
		whole = whole && r.d.Equal(decimal.New(1, 0))
	}
	if whole {
		s.Given("x"+symbol, lmdiWords.from.With(year), "", "", derivation.Numbers(n...)...).Index = "f"
		return "x" + symbol + "[f]"
	}
	s.Given("n"+symbol, lmdiWords.numerator.With(year), "", "", derivation.Numbers(n...)...).Index = "f"
	s.Given("d"+symbol, lmdiWords.denominator.With(year), "", "", derivation.Numbers(d...)...).Index = "f"
	return fmt.Sprintf("n%s[f] / d%s[f]", symbol, symbol)
}

// productOf is the formula of the product of quotients, which are numbers in units of their
// own, in the unit that the identity states. Nothing over nothing, as a category
// without any quantity has it, is 0.
func productOf(x string, ratios []ratio) string {
	for _, r := range ratios {
		if r.d.IsZero() {
			d := x[strings.Index(x, " / ")+len(" / "):]
			x = strings.Replace(x, d, fmt.Sprintf("(%s + (%s = 0))", d, d), 1)
			break
		}
	}
	return "prod(f: " + x + ") × u"
}

// zeroOf is the condition under which a factor is zero, and not nothing over nothing.
func zeroOf(x string) string {
	n, d, isQuotient := strings.Cut(x, " / ")
	if !isQuotient {
		return "(" + x + " = 0)"
	}
	return fmt.Sprintf("(%s = 0 and %s ≠ 0)", n, d)
}

// over is the formula of xT/x0.
func over(later, earlier string) string {
	bracket := func(x string) string {
		if strings.Contains(x, " ") {
			return "(" + x + ")"
		}
		return x
	}
	return later + " / " + bracket(earlier)
}

// add adds the steps of a change to a worksheet: the factors, the products, the case, and
// the effects, which close to the change of the product.
func (c change) add(s *sheet, id Identity, from, to int) {
	rows := make([]derivation.Row, len(id.factors))
	for j, f := range id.factors {
		label := f.term()
		if f.Unit != "" {
			label = words.Term{En: label.En + " [" + f.Unit + "]", Ko: label.Ko + " [" + f.Unit + "]"}
		}
		rows[j] = derivation.Row{ID: strconv.Itoa(j + 1), Label: label}
	}
	s.Index("f", rows...)
	x0, xT := s.quotients("0", from, c.from.ratios), s.quotients("T", to, c.to.ratios)
	v0, vT := c.from.product, c.to.product
	s.Given("u", lmdiWords.unit, id.unit, "", derivation.Number(decimal.New(1, 0)))
	s.Computed("v0", lmdiWords.product.With(from), id.unit, productOf(x0, c.from.ratios), exactly, derivation.Number(v0))
	s.Computed("vT", lmdiWords.product.With(to), id.unit, productOf(xT, c.to.ratios), exactly, derivation.Number(vT))
	by, total, places := exactly, vT.Sub(v0), int32(EffectPlaces)
	if c.from.isStated() || c.to.isStated() {
		total, by = total.Round(places), derivation.ToPlaces(places)
	} else {
		places = max(places, -total.Exponent())
	}
	s.Computed("D", lmdiWords.productChange, id.unit, "vT - v0", by, derivation.Number(total))
	s.Decided("how", lmdiWords.kind,
		derivation.Case{Name: "nothing", What: lmdiWords.nothing, If: "v0 = 0 and vT = 0", Holds: v0.IsZero() && vT.IsZero()},
		derivation.Case{Name: "began", What: lmdiWords.began, If: "v0 = 0", Holds: v0.IsZero()},
		derivation.Case{Name: "ended", What: lmdiWords.ended, If: "vT = 0", Holds: vT.IsZero()},
		derivation.Case{Name: "unchanged", What: lmdiWords.unchanged, If: "v0 = vT", Holds: v0.Equal(vT)},
		derivation.Case{Name: "changed", What: lmdiWords.changed, Holds: true})
	formula, equation := fmt.Sprintf("(vT - v0) × ln(%s) / ln(vT / v0)", over(xT, x0)), additive
	switch {
	case v0.IsZero() && vT.IsZero():
		formula, equation = "0", zeros
	case c.began():
		formula, equation = c.equally(s, zeroOf(x0), c.from.ratios), zeros
	case c.ended():
		formula, equation = c.equally(s, zeroOf(xT), c.to.ratios), zeros
	case v0.Equal(vT):
		formula = fmt.Sprintf("v0 × ln(%s)", over(xT, x0))
	}
	z := s.Computed("z", lmdiWords.effect, id.unit, formula, derivation.ClosingTo("D", places), derivation.Numbers(c.effects...)...)
	z.Index, z.Equation = "f", equation
}

// equally adds how many factors are zero, and gives the formula of equal parts.
func (c change) equally(s *sheet, isZero string, ratios []ratio) string {
	n := int64(0)
	for _, r := range ratios {
		if r.isZero() {
			n++
		}
	}
	s.Computed("k", lmdiWords.count, "", "sum(f: "+isZero+")", exactly, derivation.Number(decimal.NewFromInt(n)))
	return "(vT - v0) × " + isZero + " / k"
}
