package strategy

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// totalWords are the labels of the derivations of a total, a gap and an effect.
var totalWords = struct{ title, amount, action, total, counted, counts, effect, effectTitle, aside words.Term }{
	title:   words.Term{En: "%s reductions of %s in %d", Ko: "%s 감축량, %s, %d년"},
	amount:  words.Term{En: "what the effect cuts", Ko: "효과별 감축량"},
	action:  words.Term{En: "part of the action", Ko: "과제별 감축량"},
	total:   words.Term{En: "total", Ko: "합계"},
	counted: words.Term{En: "what is in it", Ko: "집계 범위"},
	counts: words.Term{En: "%d actions; %d not quantified, %d withdrawn, %d not counted by stage",
		Ko: "과제 %d건(미정량 %d건, 철회 %d건, 단계 제외 %d건)"},
	effect:      words.Term{En: "what the effect cuts, as stated", Ko: "감축량(문서 기재)"},
	effectTitle: words.Term{En: "effect on %s in %d, %s", Ko: "%s 효과, %d년, %s"},
	aside:       words.Term{En: "not counted by stage (counted: %s)", Ko: "단계 제외(집계 단계: %s)"},
}

// term is the kind in both languages.
func (k Kind) term() words.Term { return words.Term{En: k.String(), Ko: k.Korean()} }

// Explain is the total as a derivation: a row for each effect with its document, or for
// each action of an evaluation with the derivation of the year behind it.
func (t Total) Explain() derivation.Derivation {
	if t.p.def == nil {
		return derivation.Derivation{}
	}
	w, unit := &derivation.Sheet{}, t.p.Metric().Unit()
	var rows []derivation.Row
	var values []derivation.Value
	what := totalWords.amount
	if t.cut.e != nil {
		what = totalWords.action
		year := t.cut.Explain()
		for _, a := range t.amounts {
			if a.Quantified {
				rows = append(rows, derivation.Row{ID: a.Action.ID})
				values = append(values, from(tonnes(a.CO2e), year))
			}
		}
	} else {
		for i := range t.p.def.effects {
			x := &t.p.def.effects[i]
			c, ok := x.Reductions.At(t.Year)
			if !ok || x.Kind() != t.Kind {
				continue
			}
			a := &t.p.def.Actions[x.action]
			rows = append(rows, derivation.Row{ID: strconv.Itoa(len(rows) + 1), Label: same(a.ID, x.On.String(), x.Label),
				Source: strings.TrimPrefix(remarks(a, &x.Effect), "; ")})
			v := tonnes(c)
			if len(rows) <= mostFrom {
				v = from(v, x.Explain(t.Year))
			}
			values = append(values, v)
		}
	}
	formula := "0"
	if len(rows) > 0 {
		formula = "sum(i: c[i])"
		w.Index("i", rows...)
		w.Given("c", what, unit, "", values...).Index = "i"
	}
	t.tell(w)
	w.Computed("T", totalWords.total, unit, formula, exactly, tonnes(t.CO2e))
	return w.Made(totalWords.title.With(t.Kind.term(), words.Quote(t.p.Name()), t.Year), derived)
}

// tell says what is in a total, and what does not count by its stage.
func (t Total) tell(w *derivation.Sheet) {
	w.Told("in", totalWords.counted, totalWords.counts.With(t.Quantified, t.NotQuantified, t.Withdrawn, t.NotCounted))
	if len(t.aside) == 0 {
		return
	}
	items := make([]words.Term, len(t.aside))
	for i, a := range t.aside {
		items[i] = asideTerm(a, t.Kind, t.Year)
	}
	w.Told("out", totalWords.aside.With(t.p.CountedStages().term()), words.Listed(items))
}

// Explain is how the figure of a year came about: the derivation of the quantification
// that it comes of, or the figure as its document states it. There is none in a year
// without one.
func (e Effect) Explain(year int) derivation.Derivation {
	if !e.has(year) {
		return derivation.Derivation{}
	}
	if e.model != nil {
		if d := (Quantification{e.model}).Explain(e.Kind(), year); !d.IsZero() {
			return d
		}
	}
	w := &derivation.Sheet{}
	if share, ok := e.Cuts.At(year); ok {
		w.Given("r", jointWords.share, "", e.Source, derivation.Number(share.Fraction()))
	} else {
		c, _ := e.Reductions.At(year)
		w.Given("c", totalWords.effect, c.Metric().Unit(), e.Source, tonnes(c))
	}
	return w.Made(totalWords.effectTitle.With(e.On, year, e.Kind().term()), derived)
}
