package drivers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// indexWords are the labels of the derivation of a multiplicative form.
var indexWords = struct{ title, product, whole, index, total, numerator, denominator, counts, parts words.Term }{
	title:       words.Term{En: "quotient of the totals, %s", Ko: "합계 배율, %s"},
	product:     words.Term{En: "product of the factors of the category, %s", Ko: "부문별 요인의 곱, %s"},
	whole:       words.Term{En: "sum of the products of all categories, %s", Ko: "전체 요인의 곱 합계, %s"},
	index:       words.Term{En: "index of %s", Ko: "%s 지수"},
	total:       words.Term{En: "quotient of the totals", Ko: "합계 배율"},
	numerator:   words.Term{En: "%s, %s, numerator", Ko: "%s, %s, 분자"},
	denominator: words.Term{En: "%s, %s, denominator", Ko: "%s, %s, 분모"},
	counts:      words.Term{En: "1 where %s is zero in the year without emissions", Ko: "배출이 없는 해에 %s 값이 0이면 1"},
	parts:       lmdiWords.count,
}

var (
	earlier = words.Term{En: "start of the step", Ko: "구간 시작"}
	later   = words.Term{En: "end of the step", Ko: "구간 끝"}
)

// Explain is the multiplicative form as a derivation: each index is exp(Σ Z/L(VT, V0)) over
// categories and steps, in full, as no effect is rounded before. Categories stand together
// by what the formula is for them: those that changed or not, in a step whose total did or
// did not, and those that began or ended.
func (m Multiplicative) Explain() derivation.Derivation {
	if len(m.steps) == 0 {
		return derivation.Derivation{}
	}
	w := &indexSheet{id: m.steps[0].identity, sums: make([][]string, len(m.Indices))}
	for kind := range kindsOfChange {
		for _, totalChanged := range []bool{true, false} {
			w.rows(m.steps, kind, totalChanged)
		}
	}
	for j, i := range m.Indices {
		formula := "0"
		if len(w.sums[j]) > 0 {
			formula = strings.Join(w.sums[j], " + ")
		}
		x := w.Computed("D"+strconv.Itoa(j+1), indexWords.index.With(i.Factor.term()), "", "exp("+formula+")", indexRounding(i.Value),
			derivation.Number(i.Value))
		x.Equation = additive
	}
	last := m.steps[len(m.steps)-1]
	w.Given("V0", lmdiWords.product.With(m.steps[0].from.year), w.id.unit, "", derivation.Number(m.steps[0].from.product()))
	w.Given("VT", lmdiWords.product.With(last.to.year), w.id.unit, "", derivation.Number(last.to.product()))
	w.Computed("D", indexWords.total, "", "VT / V0", indexRounding(m.Total.Value), derivation.Number(m.Total.Value))
	return w.made(indexWords.title.With(fmt.Sprintf("%d~%d", m.steps[0].from.year, last.to.year)))
}

// indexRounding is how an index is rounded: to 12 places, and a large one to 20 digits.
func indexRounding(d decimal.Decimal) derivation.Rounding {
	return derivation.ToPlaces(min(IndexPlaces, indexDigits-magnitude(d)))
}

// The kinds of changes that have one formula each.
const (
	changed = iota
	unchanged
	beganOrEnded
	kindsOfChange
)

func (c change) kind() int {
	switch v0, vT := c.from.product, c.to.product; {
	case v0.IsZero() && vT.IsZero():
		return kindsOfChange // nothing
	case v0.IsZero() || vT.IsZero():
		return beganOrEnded
	case v0.Equal(vT):
		return unchanged
	}
	return changed
}

// indexSheet is the worksheet of a multiplicative form in the making, with the terms of the
// logarithm of each index.
type indexSheet struct {
	sheet
	id   Identity
	n    int // of tables
	sums [][]string
	// counts is the column of how many factors are zero.
	counts string
}

// rows adds the categories of a kind in the steps whose total changed, or did not.
func (w *indexSheet) rows(steps []Decomposition, kind int, totalChanged bool) {
	var rows []derivation.Row
	var of []change
	var v0, vT, w0, wT []decimal.Decimal
	for _, d := range steps {
		a, b := d.from.product(), d.to.product()
		for _, c := range d.changes {
			if c.kind() != kind || a.Equal(b) == totalChanged {
				continue
			}
			rows = append(rows, derivation.Row{ID: strconv.Itoa(len(rows) + 1),
				Label: same(fmt.Sprintf("%d~%d, %s", d.from.year, d.to.year, c.from.category))})
			of = append(of, c)
			v0, vT, w0, wT = append(v0, c.from.product), append(vT, c.to.product), append(w0, a), append(wT, b)
		}
	}
	if len(rows) == 0 {
		return
	}
	w.n++
	n := strconv.Itoa(w.n)
	r := "r" + n
	w.Index(r, rows...)
	add := func(symbol string, what words.Term, unit string, values []decimal.Decimal) string {
		w.Given(symbol+"_"+n, what, unit, "", derivation.Numbers(values...)...).Index = r
		return symbol + "_" + n + "[" + r + "]"
	}
	a, b := add("v0", indexWords.product.With(earlier), w.id.unit, v0), add("vT", indexWords.product.With(later), w.id.unit, vT)
	total := " / " + add("w0", indexWords.whole.With(earlier), w.id.unit, w0)
	if totalChanged {
		from, to := total[len(" / "):], add("wT", indexWords.whole.With(later), w.id.unit, wT)
		total = fmt.Sprintf(" × ln(%s / %s) / (%s - %s)", to, from, to, from)
	}
	for j := range w.id.factors {
		ratio, mean := w.ratio(add, of, j, kind)
		switch kind {
		case changed:
			mean = fmt.Sprintf("(%s - %s) × ln(%s) / ln(%s / %s)", b, a, ratio, b, a)
		case unchanged:
			mean = fmt.Sprintf("%s × ln(%s)", a, ratio)
		default:
			mean = fmt.Sprintf("(%s - %s) × %s", b, a, mean)
		}
		w.sums[j] = append(w.sums[j], fmt.Sprintf("sum(%s: %s%s)", r, mean, total))
	}
}

// ratio adds the values of a factor, and gives xT/x0; or, where categories began or ended,
// the part that the factor has of it.
func (w *indexSheet) ratio(add func(string, words.Term, string, []decimal.Decimal) string, of []change, j, kind int) (ratio, part string) {
	k, name := strconv.Itoa(j+1), w.id.factors[j].term()
	var n0, d0, nT, dT, counts, zero []decimal.Decimal
	for _, c := range of {
		x, y := c.from.ratios[j], c.to.ratios[j]
		n0, d0, nT, dT = append(n0, x.n), append(d0, x.d), append(nT, y.n), append(dT, y.d)
		at, all := c.from.ratios, int64(0)
		if c.ended() {
			at = c.to.ratios
		}
		for _, r := range at {
			if r.isZero() {
				all++
			}
		}
		is := decimal.Decimal{}
		if at[j].isZero() {
			is = decimal.New(1, 0)
		}
		zero, counts = append(zero, is), append(counts, decimal.NewFromInt(all))
	}
	if kind == beganOrEnded {
		if j == 0 {
			w.counts = add("k", indexWords.parts, "", counts)
		}
		return "", add("is"+k, indexWords.counts.With(name), "", zero) + " / " + w.counts
	}
	over := func(n, d []decimal.Decimal, when words.Term, symbol string) string {
		x := add("n"+symbol+k, indexWords.numerator.With(name, when), "", n)
		for _, y := range d {
			if !y.Equal(decimal.New(1, 0)) {
				return x + " / " + add("d"+symbol+k, indexWords.denominator.With(name, when), "", d)
			}
		}
		return x
	}
	from, to := over(n0, d0, earlier, "0"), over(nT, dT, later, "T")
	if strings.Contains(from, " ") {
		from = "(" + from + ")"
	}
	return to + " / " + from, ""
}
