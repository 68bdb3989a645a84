package strategy

import (
	"cmp"
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// jointWords are the labels of the derivation of a joint effect.
var jointWords = struct {
	title, emits, counted, amount, of, share, block, factor, top, bottom, counts, fraction, common, blockSum, blockCommon, order,
	alone, part, down, closing, joint, left, nothing words.Term
}{
	title:       words.Term{En: "emissions of %s in %d with the plan", Ko: "%s %d년 계획 반영 배출량"},
	emits:       words.Term{En: "baseline emissions", Ko: "배출전망치"},
	counted:     words.Term{En: "what a source that emits nothing is reckoned with, 1 t", Ko: "배출량이 0인 배출원의 계산 기준 1톤"},
	amount:      words.Term{En: "what the effect cuts alone: an amount, or a share", Ko: "단독 감축량 또는 감축률"},
	of:          words.Term{En: "of what: the emissions of the sources it acts on, or 1 for a share", Ko: "대상 배출원 배출량(감축률은 1)"},
	share:       words.Term{En: "what the effect cuts alone, as a share of the source", Ko: "배출원 대비 단독 감축률"},
	block:       words.Term{En: "number of those that act as one with it", Ko: "묶음 번호"},
	factor:      words.Term{En: "factor of the joint effect, as stated", Ko: "결합 감축 계수"},
	top:         words.Term{En: "what counts of the group", Ko: "묶음의 반영값"},
	bottom:      words.Term{En: "of what its effects cut alone", Ko: "묶음의 단독 감축 합"},
	counts:      words.Term{En: "what the effect counts in its group, as a share of the source", Ko: "묶음 안 반영 감축률"},
	fraction:    words.Term{En: "what the effect counts in its group, over d", Ko: "묶음 안 반영 감축률의 분자"},
	common:      words.Term{En: "common denominator", Ko: "공통 분모"},
	blockSum:    words.Term{En: "what those that act as one cut of the source", Ko: "묶음의 감축률"},
	blockCommon: words.Term{En: "what those that act as one cut of the source, over D", Ko: "묶음 감축률의 분자"},
	order:       words.Term{En: "place in the order", Ko: "적용 순서"},
	alone:       words.Term{En: "what the effects count, added up", Ko: "개별 감축량의 합"},
	part:        words.Term{En: "part of the joint effect: %s", Ko: "배분 감축량: %s"},
	down:        words.Term{En: "%s, rounded down", Ko: "%s(내림)"},
	closing:     words.Term{En: "unit that it takes for the sources of the year to add up, largest remainder", Ko: "해당연도 합계 맞춤 단위(최대잔여법)"},
	joint:       words.Term{En: "joint effect", Ko: "결합 감축량"},
	left:        words.Term{En: "emissions with the plan", Ko: "계획 반영 배출량"},
	nothing:     words.Term{En: "nothing acts on it", Ko: "적용 과제 없음"},
}

// Explain is the joint effect on the source, and how it is divided, as a derivation:
// J = E × (1 − Π (1 − r)), each part by the formula of the method.
func (s SourceEffect) Explain() derivation.Derivation {
	if s.of.e == nil {
		return derivation.Derivation{}
	}
	return s.of.jointSheet(s.at)
}

// jointSheet is the worksheet of a joint effect in the making: the formulas of what an
// effect cuts alone, of what it counts, and of what those that act as one cut.
type jointSheet struct {
	derivation.Sheet
	y                    YearEffect
	c                    int
	effects              []acting
	blocks               []combined
	unit                 string
	alone, counts, block string // "r[i]", "p[i] / q[i]"
	emits                string
}

func (y YearEffect) jointSheet(c int) derivation.Derivation {
	s := &jointSheet{y: y, c: c, unit: y.e.p.Metric().Unit(), emits: "E"}
	var w decimal.Decimal
	w, s.effects, s.blocks = y.together(c)
	on, held := y.e.b.def.cells[c].On, y.source(c)
	s.Given("E", jointWords.emits, s.unit, cmp.Or(y.e.b.def.Sources[c].Source, y.e.b.def.Source), tonnes(held.Baseline))
	if len(s.effects) == 0 {
		s.Given("J", jointWords.nothing, s.unit, "", tonnes(held.Reduction))
	} else {
		if held.Baseline.IsZero() {
			s.emits = "W"
			s.Computed("W", jointWords.counted, s.unit, "E + (E = 0)", exactly, derivation.Number(w))
		}
		s.each()
		if len(s.blocks) < len(s.effects) {
			s.asOne()
		}
		s.divided(held)
		cut := &y.year().sources[c]
		all := "prod(i: 1 - " + s.counts + ")"
		if s.block != "" {
			all = "prod(b: 1 - " + s.block + ")"
		}
		s.rounded("S", jointWords.alone, s.emits+" × sum(i: "+s.counts+")", held.Alone, cut.aloneRest.some, cut.aloneUp)
		s.rounded("J", jointWords.joint, s.emits+" × (1 - "+all+")", held.Reduction, cut.jointRest.some, cut.jointUp)
	}
	s.Computed("X", jointWords.left, s.unit, "E - J", exactly, tonnes(held.Emissions))
	return s.Made(jointWords.title.With(on, y.Year()), derived)
}

// each adds the effects, and what each cuts alone.
func (s *jointSheet) each() {
	rows := make([]derivation.Row, len(s.effects))
	p, q, r := make([]derivation.Value, len(rows)), make([]decimal.Decimal, len(rows)), make([]decimal.Decimal, len(rows))
	amounts, shares, ofSource, end := true, true, true, true
	for i, a := range s.effects {
		rows[i] = s.y.row(i, a.x)
		p[i], q[i] = from(derivation.Number(a.p), a.x.Explain(s.y.Year())), a.q
		isShare := a.x.Reductions.IsZero()
		amounts, shares, ofSource = amounts && !isShare, shares && isShare, ofSource && a.of
		d, ok := ended(a.alone())
		r[i], end = d, end && ok
	}
	s.Index("i", rows...)
	column := func(step *derivation.Step) { step.Index = "i" }
	if s.alone = "r[i]"; shares {
		column(s.Given("r", jointWords.share, "", "", p...))
	} else {
		unit := ""
		if amounts {
			unit = s.unit
		}
		column(s.Given("p", jointWords.amount, unit, "", p...))
		of := "E"
		if !ofSource {
			of = "q[i]"
			column(s.Given("q", jointWords.of, unit, "", derivation.Numbers(q...)...))
		}
		if s.alone = "p[i] / " + of; end {
			column(s.Computed("r", jointWords.share, "", s.alone, exactly, derivation.Numbers(r...)...))
			s.alone = "r[i]"
		}
	}
	s.counts = s.alone
}

// row is that of an effect.
func (y YearEffect) row(i int, x *placed) derivation.Row {
	a := &y.e.p.def.Actions[x.action]
	return derivation.Row{ID: strconv.Itoa(i + 1), Label: same(a.ID, x.Label), Source: strings.TrimPrefix(remarks(a, &x.Effect), "; ")}
}

// asOne adds the groups and what is independent: each acts as one effect.
func (s *jointSheet) asOne() {
	in, d := make([]decimal.Decimal, len(s.effects)), make([]decimal.Decimal, len(s.effects))
	counts, n := make([]decimal.Decimal, len(s.effects)), make([]decimal.Decimal, len(s.effects))
	end := true
	for i, a := range s.effects {
		in[i] = decimal.NewFromInt(int64(a.block + 1))
		r := s.blocks[a.block].share(a)
		x, ok := ended(r)
		counts[i], end = x, end && ok
		n[i], d[i] = decimal.NewFromBigInt(r.Num(), 0), decimal.NewFromBigInt(r.Denom(), 0)
	}
	s.Given("in", jointWords.block, "", "", derivation.Numbers(in...)...).Index = "i"
	how := s.stated()
	switch formula := s.alone + how; {
	case how == "":
	case end:
		s.Computed("c", jointWords.counts, "", formula, exactly, derivation.Numbers(counts...)...).Index = "i"
		s.counts = "c[i]"
	default:
		s.Given("d", jointWords.common, "", "", derivation.Numbers(d...)...).Index = "i"
		s.Computed("n", jointWords.fraction, "", "d[i] × "+formula, exactly, derivation.Numbers(n...)...).Index = "i"
		s.counts = "n[i] / d[i]"
	}
	count := len(s.blocks)
	sums, tops, bottoms := make([]decimal.Decimal, count), make([]decimal.Decimal, count), make([]decimal.Decimal, count)
	end = true
	for k, b := range s.blocks {
		x, ok := ended(b.counts)
		sums[k], end = x, end && ok
		tops[k], bottoms[k] = decimal.NewFromBigInt(b.counts.Num(), 0), decimal.NewFromBigInt(b.counts.Denom(), 0)
	}
	formula := "sum(i: (in[i] = b) × " + s.counts + ")"
	if end {
		s.Computed("s", jointWords.blockSum, "", formula, exactly, derivation.Numbers(sums...)...).Index = "b"
		s.block = "s[b]"
		return
	}
	s.Given("D", jointWords.common, "", "", derivation.Numbers(bottoms...)...).Index = "b"
	s.Computed("N", jointWords.blockCommon, "", "D[b] × "+formula, exactly, derivation.Numbers(tops...)...).Index = "b"
	s.block = "N[b] / D[b]"
}

// rounded adds a figure of the source as it is held: exactly, or rounded down with the
// unit that the year gives it.
func (s *jointSheet) rounded(symbol string, what words.Term, formula string, held ghg.CO2e, isRounded, isUp bool) {
	if !isRounded {
		s.Computed(symbol, what, s.unit, formula, exactly, tonnes(held))
		return
	}
	var up decimal.Decimal
	if isUp {
		up = decimal.New(1, -heldPlaces)
	}
	s.Computed(symbol+"0", jointWords.down.With(what), s.unit, formula, derivation.Rounding{Mode: derivation.Down, Places: heldPlaces},
		derivation.Number(held.Tonnes().Sub(up)))
	s.Given(symbol+"1", jointWords.closing, s.unit, "", derivation.Number(up))
	s.Computed(symbol, what, s.unit, symbol+"0 + "+symbol+"1", exactly, tonnes(held))
}

// stated adds what is stated of groups: the factor, top over bot, or the largest of the
// effects over their sum. The answer is how it multiplies what an effect cuts alone; ""
// where nothing is stated.
func (s *jointSheet) stated() string {
	rows := make([]derivation.Row, len(s.blocks))
	factor, largest := make([]decimal.Decimal, len(rows)), make([]decimal.Decimal, len(rows))
	scale, tops, bottoms := make([]decimal.Decimal, len(rows)), make([]decimal.Decimal, len(rows)), make([]decimal.Decimal, len(rows))
	some, isStated := false, false
	for k, b := range s.blocks {
		isStated = isStated || b.largest || !b.factor.Equal(full)
		rows[k] = derivation.Row{ID: strconv.Itoa(k + 1), Label: same(s.y.e.p.def.Actions[s.effects[b.first].x.action].ID)}
		if b.group >= 0 {
			g := &s.y.e.p.def.Groups[b.group]
			rows[k].Label, rows[k].Source = groupTerm.With(b.group+1), g.Source
		} else if b.n > 1 {
			rows[k].Label = independentTerm
		}
		factor[k], largest[k], scale[k], tops[k], bottoms[k] = b.factor, decimal.Decimal{}, full, b.factor, full
		if b.largest {
			some = true
			of := new(big.Int).Mul(b.most.Denom(), b.sum.Denom())
			scale[k], largest[k] = decimal.NewFromBigInt(of, 0), full
			top, _ := ended(new(big.Rat).Mul(b.most, new(big.Rat).SetInt(of)))
			bottom, _ := ended(new(big.Rat).Mul(b.sum, new(big.Rat).SetInt(of)))
			tops[k], bottoms[k] = top, bottom
		}
	}
	s.Index("b", rows...)
	column := func(step *derivation.Step) { step.Index = "b" }
	if !isStated {
		return ""
	}
	column(s.Given("f", jointWords.factor, "", "", derivation.Numbers(factor...)...))
	if !some {
		return " × f[in[i]]"
	}
	column(s.Given("largest", largestTerm, "", "", derivation.Numbers(largest...)...))
	column(s.Given("scale", jointWords.common, "", "", derivation.Numbers(scale...)...))
	column(s.Computed("top", jointWords.top, "",
		fmt.Sprintf("(1 - largest[b]) × f[b] + largest[b] × scale[b] × max(i: (in[i] = b) × %s)", s.alone), exactly,
		derivation.Numbers(tops...)...))
	column(s.Computed("bot", jointWords.bottom, "", fmt.Sprintf("1 - largest[b] + largest[b] × scale[b] × sum(i: (in[i] = b) × %s)", s.alone),
		exactly, derivation.Numbers(bottoms...)...))
	return " × top[in[i]] / bot[in[i]]"
}

var (
	groupTerm       = words.Term{En: "group %d", Ko: "묶음 %d"}
	independentTerm = words.Term{En: "independent effects", Ko: "독립 효과"}
	largestTerm     = words.Term{En: "1 where the largest alone counts", Ko: "최대값만 반영하면 1"}
)
