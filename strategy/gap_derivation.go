package strategy

import (
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// gapWords are the labels of the derivation of a gap.
var gapWords = struct {
	title, baseline, limit, need, total, gap, isClosed, closed, open, potential, noPlan words.Term
}{
	title:     words.Term{En: "gap to the target of %s in %d", Ko: "%s %d년 목표 대비 부족량"},
	baseline:  words.Term{En: "baseline emissions, %s", Ko: "배출전망치(%s)"},
	limit:     words.Term{En: "what the target allows", Ko: "목표 배출량"},
	need:      words.Term{En: "reduction needed", Ko: "필요 감축량"},
	total:     words.Term{En: "reduction of the plan, %s", Ko: "계획 감축량(%s)"},
	gap:       words.Term{En: "gap", Ko: "부족량"},
	isClosed:  words.Term{En: "whether the gap is closed", Ko: "부족량 해소 여부"},
	closed:    words.Term{En: "nothing is missing", Ko: "부족 없음"},
	open:      words.Term{En: "reductions are missing", Ko: "감축량 부족"},
	potential: words.Term{En: "what a potential is", Ko: "잠재량의 성격"},
	noPlan:    words.Term{En: "a potential is no plan: nobody has undertaken to cut it", Ko: "잠재량은 감축을 약속한 계획이 아님"},
}

// Explain is the gap as a derivation, with the total of the plan behind it.
func (g Gap) Explain() derivation.Derivation {
	if g.Target.IsZero() {
		return derivation.Derivation{}
	}
	w, unit := &derivation.Sheet{}, g.CO2e.Metric().Unit()
	status := words.Term{En: g.Baseline.Status.String(), Ko: g.Baseline.Status.Korean()}
	w.Given("B", gapWords.baseline.With(status), unit, g.Baseline.Source, tonnes(g.Baseline.CO2e))
	w.Given("L", gapWords.limit, unit, g.Target.Source(), tonnes(g.Limit))
	w.Computed("N", gapWords.need, unit, "B - L", exactly, tonnes(g.Need))
	w.Given("T", gapWords.total.With(g.Total.Kind.term()), unit, "", from(tonnes(g.Total.CO2e), g.Total.Explain()))
	g.Total.tell(w)
	if g.Total.Kind == Potential {
		w.Told("p", gapWords.potential, gapWords.noPlan)
	}
	w.Computed("G", gapWords.gap, unit, "N - T", exactly, tonnes(g.CO2e))
	w.Decided("closed", gapWords.isClosed, derivation.Case{Name: "closed", What: gapWords.closed, If: "G ≤ 0", Holds: g.IsClosed()},
		derivation.Case{Name: "open", What: gapWords.open, Holds: true})
	return w.Made(gapWords.title.With(words.Quote(g.Target.Name()), g.Total.Year), derived)
}
