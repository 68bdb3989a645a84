package drivers

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// splitWords are the labels of the derivation of a split.
var splitWords = struct{ title, use, from, to, change, remainder, by, sum, why, check words.Term }{
	title:     words.Term{En: "change of emissions from %d to %d by attribution", Ko: "귀속별 배출량 변화, %d~%d년"},
	use:       words.Term{En: "change of emissions of %s from %d to %d by attribution", Ko: "%s 귀속별 배출량 변화, %d~%d년"},
	from:      words.Term{En: "emissions at the start of the step", Ko: "구간 시작 배출량"},
	to:        words.Term{En: "emissions at the end of the step", Ko: "구간 끝 배출량"},
	change:    words.Term{En: "change of emissions", Ko: "배출량 변화"},
	remainder: words.Term{En: "what the effects leave: unattributed", Ko: "효과로 설명되지 않는 변화"},
	by:        words.Term{En: "part of the change: %s", Ko: "변화량 귀속: %s"},
	sum:       words.Term{En: "all parts of the change: %s", Ko: "변화량 귀속 합계: %s"},
	why:       words.Term{En: "why something is unattributed", Ko: "미귀속 사유"},
	check:     words.Term{En: "change, as the sum of the parts", Ko: "변화량(귀속 합계)"},
}

// whys say why a change is unattributed.
var (
	noActivity = words.Term{En: "there are no activity data", Ko: "활동자료 없음"}
	noFactors  = words.Term{En: "there are no factors for %d", Ko: "%d년 요인 자료 없음"}
	differs    = words.Term{En: "emissions differ from the product of the factors", Ko: "배출량과 요인의 곱 불일치"}
)

// symbols are those of the attributions.
var symbols = [attributions]string{Unattributed: "N", Activity: "A", Own: "O", Grid: "G"}

// Explain is the split as a derivation. Of one use and one step it holds the effects of the
// factors and adds them up by attribution; of several it is the table of them, each with
// the derivation that it comes from ([Split.Uses], [Split.Steps]).
func (s Split) Explain() derivation.Derivation {
	switch len(s.parts) {
	case 0:
		return derivation.Derivation{}
	case 1:
		return s.parts[0].explain(s.From(), s.To())
	}
	w, unit := &sheet{}, s.parts[0].to.Metric().Unit()
	rows := make([]derivation.Row, len(s.parts))
	from, to := make([]decimal.Decimal, len(rows)), make([]decimal.Decimal, len(rows))
	var by [attributions][]derivation.Value
	for i, p := range s.parts {
		a, b := s.years[p.step], s.years[p.step+1]
		rows[i] = derivation.Row{ID: strconv.Itoa(i + 1), Label: same(fmt.Sprintf("%s, %d~%d", p.use, a, b))}
		from[i], to[i] = p.from.Tonnes(), p.to.Tonnes()
		behind := ""
		if len(rows) <= mostFrom {
			behind = p.explain(a, b).ID()
		}
		for k := range by {
			by[k] = append(by[k], derivation.Value{Number: p.by[k].Tonnes(), From: behind})
		}
	}
	w.Index("p", rows...)
	w.Given("e0", splitWords.from, unit, "", derivation.Numbers(from...)...).Index = "p"
	w.Given("eT", splitWords.to, unit, "", derivation.Numbers(to...)...).Index = "p"
	var parts []string
	for a := range AllAttributions() {
		w.Given(strings.ToLower(symbols[a]), splitWords.by.With(a.name()), unit, "", by[a]...).Index = "p"
	}
	for a := range AllAttributions() {
		w.Computed(symbols[a], splitWords.sum.With(a.name()), unit, fmt.Sprintf("sum(p: %s[p])", strings.ToLower(symbols[a])), exactly,
			derivation.Number(s.Of(a).Tonnes()))
		parts = append(parts, symbols[a])
	}
	w.Computed("D", splitWords.change, unit, "sum(p: eT[p] - e0[p])", exactly, derivation.Number(s.Change().Tonnes()))
	w.Computed("C", splitWords.check, unit, strings.Join(parts, " + "), exactly, derivation.Number(s.Change().Tonnes()))
	return w.made(splitWords.title.With(s.From(), s.To()))
}

// explain is one step of one use.
func (p part) explain(from, to int) derivation.Derivation {
	w, unit := &sheet{}, p.to.Metric().Unit()
	w.Given("E0", lmdiWords.total.With(from), unit, "", derivation.Number(p.from.Tonnes()))
	w.Given("ET", lmdiWords.total.With(to), unit, "", derivation.Number(p.to.Tonnes()))
	var sums [attributions][]string
	rest := "ET - E0"
	if len(p.effects) > 0 {
		of := p.identity
		of.unit = unit // of the emissions that the effects are parts of
		p.change.add(w, of, from, to)
		for j, e := range p.effects {
			sums[e.factor.Attribution] = append(sums[e.factor.Attribution], fmt.Sprintf("z[%d]", j+1))
		}
		rest += " - sum(f: z[f])"
	}
	w.Computed("R", splitWords.remainder, unit, rest, exactly, derivation.Number(p.remainder.Tonnes()))
	if p.why != (words.Term{}) {
		w.Told("why", splitWords.why, p.why)
	}
	sums[Unattributed] = append(sums[Unattributed], "R")
	var parts []string
	for a := range AllAttributions() {
		formula := "0"
		if len(sums[a]) > 0 {
			formula = strings.Join(sums[a], " + ")
		}
		w.Computed(symbols[a], splitWords.by.With(a.name()), unit, formula, exactly, derivation.Number(p.by[a].Tonnes()))
		parts = append(parts, symbols[a])
	}
	w.Computed("C", splitWords.check, unit, strings.Join(parts, " + "), exactly, derivation.Number(less(p.to, p.from).Tonnes()))
	return w.made(splitWords.use.With(p.use, from, to))
}
