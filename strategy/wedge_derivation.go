package strategy

import (
	"cmp"
	"strconv"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// wedgeWords are the labels of the derivation of a year of wedges.
var wedgeWords = struct{ title, amount, plan, series, rest, end words.Term }{
	title:  words.Term{En: "wedges of %d", Ko: "%d년 감축 쐐기"},
	amount: words.Term{En: "thickness of the wedge", Ko: "쐐기별 감축량"},
	plan:   words.Term{En: "emissions with the plan", Ko: "계획 반영 배출량"},
	series: words.Term{En: "emissions of the line that the wedges lead to: %s", Ko: "비교 배출량: %s"},
	rest:   words.Term{En: "unexplained", Ko: "설명되지 않음"},
	end:    words.Term{En: "line that the wedges lead to: %s", Ko: "쐐기 아래 선: %s"},
}

// wedgeEnds are the lines that wedges lead to.
var wedgeEnds = map[string]words.Term{
	"plan": {En: "plan", Ko: "계획"}, "series": {En: "series", Ko: "시계열"}, "pathway": {En: "pathway", Ko: "경로"},
}

// Explain is the year as a sum of wedges, with the derivation of the evaluation behind
// each that is quantified.
func (y WedgeYear) Explain() derivation.Derivation {
	if y.of.e == nil {
		return derivation.Derivation{}
	}
	w, unit, behind := &derivation.Sheet{}, y.Baseline.Metric().Unit(), y.of.Explain()
	w.Given("B", yearWords.baseline, unit, "", from(tonnes(y.Baseline), behind))
	var rows []derivation.Row
	var values []derivation.Value
	rest := -1
	for i, a := range y.Wedges {
		if a.Unexplained {
			rest = i
			continue
		}
		if !a.Quantified {
			continue
		}
		rows = append(rows, derivation.Row{ID: strconv.Itoa(len(rows) + 1), Label: words.Term{En: a.Name, Ko: cmp.Or(a.NameKo, a.Name)}})
		values = append(values, from(tonnes(a.CO2e), behind))
	}
	plan := "B"
	if len(rows) > 0 {
		w.Index("i", rows...)
		w.Given("c", wedgeWords.amount, unit, "", values...).Index = "i"
		plan = "B - sum(i: c[i])"
	}
	end := wedgeWords.end.With(wedgeEnds[y.end])
	if rest < 0 {
		w.Computed("E", end, unit, plan, exactly, tonnes(y.End))
	} else {
		w.Computed("P", wedgeWords.plan, unit, plan, exactly, tonnes(y.Plan))
		w.Given("F", wedgeWords.series.With(wedgeEnds[y.end]), unit, "", tonnes(y.End))
		w.Computed("U", wedgeWords.rest, unit, "P - F", exactly, tonnes(y.Wedges[rest].CO2e))
	}
	return w.Made(wedgeWords.title.With(y.Year), derived)
}
