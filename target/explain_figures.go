package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

var figured = struct {
	reduction, absolute, achieved, elapsed, pace, levelPace, linear, gap, relativeGap, remaining, remainingShare, figures, soFar, soFarShare,
	soFarCompound, yearOnYear, joined, needed, neededShare, neededCompound, next, nextNeeded, nextShare, nextCompound, faster, none words.Term
}{
	reduction:      words.Term{En: "reduction", Ko: "감축률"},
	absolute:       words.Term{En: "reduction against the base year", Ko: "기준연도 대비 감축률"},
	achieved:       words.Term{En: "share of the target achieved", Ko: "목표 달성률"},
	elapsed:        words.Term{En: "share of the time gone by", Ko: "기간 경과율"},
	pace:           words.Term{En: "pace: achieved over elapsed", Ko: "이행 속도: 목표 달성률/기간 경과율"},
	levelPace:      words.Term{En: "pace from level to level", Ko: "중간목표를 반영한 이행 속도"},
	linear:         words.Term{En: "straight line from level to level", Ko: "목표 수준을 잇는 선형 감축경로"},
	gap:            words.Term{En: "gap to the pathway", Ko: "감축경로와의 차이"},
	relativeGap:    words.Term{En: "relative gap", Ko: "감축경로 대비 차이 비율"},
	remaining:      words.Term{En: "remaining to the level of the due year", Ko: "목표연도까지 남은 감축량"},
	remainingShare: words.Term{En: "remaining, share of emissions", Ko: "남은 감축량의 배출량 대비 비율"},
	figures:        words.Term{En: "figures of the series", Ko: "연도별 수치"},
	soFar:          words.Term{En: "achieved a year, linear", Ko: "연평균 감축량(실적)"},
	soFarShare:     words.Term{En: "achieved a year, share of the base", Ko: "연평균 감축량(실적)의 기준배출량 대비 비율"},
	soFarCompound:  words.Term{En: "achieved a year, compound", Ko: "연평균 감축률(실적, 복리)"},
	yearOnYear:     words.Term{En: "achieved a year, mean of the changes from year to year", Ko: "전년 대비 감축률의 평균"},
	joined:         words.Term{En: "whether each figure is of the months that follow those before", Ko: "수치의 기간이 이어지는지 여부"},
	needed:         words.Term{En: "required a year, linear", Ko: "연평균 필요 감축량"},
	neededShare:    words.Term{En: "required a year, share of the base", Ko: "연평균 필요 감축량의 기준배출량 대비 비율"},
	neededCompound: words.Term{En: "required a year, compound", Ko: "연평균 필요 감축률(복리)"},
	next:           words.Term{En: "year of the next level", Ko: "다음 목표 수준의 연도"},
	nextNeeded:     words.Term{En: "required a year to the next level", Ko: "다음 목표 수준까지 연평균 필요 감축량"},
	nextShare:      words.Term{En: "required to the next level, share of the base", Ko: "다음 목표 수준까지 필요 감축량의 기준배출량 대비 비율"},
	nextCompound:   words.Term{En: "required to the next level, compound", Ko: "다음 목표 수준까지 연평균 필요 감축률(복리)"},
	faster:         words.Term{En: "acceleration: required over achieved", Ko: "필요 가속도: 필요 감축량/감축 실적"},
	none:           words.Term{En: "undefined", Ko: "해당 없음"},
}

// figures states what follows from B, T, E and v.
func (w *panelSheet) figures() {
	p, t := w.p, w.p.Target
	hasYear := ""
	if t.BaseYear() == 0 {
		hasYear = "known(b)"
	}
	levelWhen := ""
	if !p.Limit.ok {
		levelWhen = "known(T)"
	}
	pathWhen := ""
	if !p.OnPathway.ok {
		pathWhen = "known(v)"
	}
	w.ratio("reduction", figured.reduction, "(B - E) / B", all(w.baseWhen, w.above), p.Reduction)
	if t.def.moves != nil && t.BaseYear() != 0 {
		w.ratio("absolute", figured.absolute, "("+w.start+" - E) / "+w.start, "", p.Absolute)
	}
	asks := all(w.baseWhen, levelWhen, "B > T")
	w.ratio("achieved", figured.achieved, "(B - E) / (B - T)", asks, p.Achieved)
	w.ratio("elapsed", figured.elapsed, "(y - b) / (t - b)", all(w.baseWhen, hasYear), p.Elapsed)
	const pace = "(B - E) × (t - b) / ((B - T) × (y - b))"
	w.ratio("pace", figured.pace, pace, all(hasYear, asks, "y > b"), p.Pace)
	switch {
	case len(t.def.levels) < 2:
	case p.Year >= t.Due() || !p.Pace.IsDefined():
		w.ratio("level_pace", figured.levelPace, pace, all(hasYear, asks, "y > b"), p.LevelPace)
	default:
		w.levelPace()
	}
	w.exact("gap", figured.gap, "E - v", pathWhen, p.Gap)
	w.ratio("gap_share", figured.relativeGap, "(E - v) / v", all(pathWhen, "v > 0"), p.RelativeGap)
	w.exact("remaining", figured.remaining, "E - "+w.due, "", known(p.Remaining))
	w.ratio("remaining_share", figured.remainingShare, "(E - "+w.due+") / E", "E > 0", p.RemainingShare)
}

// levelPace is the pace on the straight lines from level to level.
func (w *panelSheet) levelPace() {
	p, line := w.p, "v"
	if p.Pathway.def != Linear.def {
		v, err := p.Target.Pathway(Linear, p.Year)
		if err != nil {
			w.Told("level_pace", figured.levelPace, words.Term{En: p.LevelPace.String(), Ko: undefinedKo})
			return
		}
		line = "w"
		w.value("w", figured.linear, Linear, known(v))
	}
	w.ratio("level_pace", figured.levelPace, "(B - E) / (B - "+line+")", "B > "+line, p.LevelPace)
}

// rates states what a year has brought, and what each year left has to bring.
func (w *panelSheet) rates() {
	p, t := w.p, w.p.Target
	if first := t.BaseYear(); first != 0 {
		w.perYear("so_far", figured.soFar, "(B - E) / (y - b)", "y > b", p.AchievedLinear)
		w.ratio("so_far_share", figured.soFarShare, "(B - E) / (B × (y - b))", all("y > b", w.above), p.AchievedLinearShare)
		w.compound("so_far_compound", figured.soFarCompound, "E", "B", "y - b", "y > b", p.AchievedCompound)
		w.yearOnYear(first)
	}
	w.perYear("needed", figured.needed, "(E - "+w.due+") / (t - y)", "t > y", p.RequiredLinear)
	if t.BaseYear() != 0 {
		w.ratio("needed_share", figured.neededShare, "(E - "+w.due+") / ("+w.start+" × (t - y))", "t > y", p.RequiredLinearShare)
	}
	w.compound("needed_compound", figured.neededCompound, w.due, "E", "t - y", "t > y", p.RequiredCompound)
	if n := p.Next; n.Year != 0 && n.Year != t.Due() {
		level := w.levelOf(n.Year)
		w.year("yn", figured.next, n.Year)
		w.perYear("next", figured.nextNeeded, "(E - "+level+") / (yn - y)", "", n.RequiredLinear)
		if t.BaseYear() != 0 {
			w.ratio("next_share", figured.nextShare, "(E - "+level+") / ("+w.start+" × (yn - y))", "", n.RequiredShare)
		}
		w.compound("next_compound", figured.nextCompound, level, "E", "yn - y", "", n.RequiredCompound)
	}
	switch {
	case t.BaseYear() == 0:
	case t.def.moves != nil:
		w.Told("acceleration", figured.faster, reasonMoves)
	default:
		w.ratio("acceleration", figured.faster, "(E - "+w.due+") × (y - b) / ((B - E) × (t - y))", "t > y and y > b and B ≠ E", p.Acceleration)
	}
}

var reasonMoves = words.Term{
	En: "none: the goal moves: what was achieved is against the year's reference, what is required is not",
	Ko: "해당 없음: 이동하는 목표로, 실적은 해당연도 기준량 대비이고 필요 감축량은 그렇지 않음"}

func (w *panelSheet) perYear(symbol string, name words.Term, formula, when string, v PerYear) {
	w.Computed(symbol, name, w.unit+"/yr", formula, derivation.ToPlaces(PathwayPlaces), ofAmount(v.a)).When = when
}

// compound is the share that each year cuts from the year before. The root is rounded,
// and then taken from 1.
func (w *panelSheet) compound(symbol string, name words.Term, to, from, n, when string, r ghg.Ratio) {
	formula := fmt.Sprintf("1 - round(root(%s / %s; %s); %d)", to, from, n, ghg.RatioPlaces)
	w.Computed(symbol, name, "", formula, derivation.Rounding{}, ofRatio(r)).When = all(when, w.positive(to), w.positive(from))
}

// positive is the condition of a rate that a symbol is above zero; the base of a target
// always is.
func (w *panelSheet) positive(symbol string) string {
	if symbol == "B" {
		return w.above
	}
	return symbol + " > 0"
}

// yearOnYear states the figures of the series, and the mean of their changes.
func (w *panelSheet) yearOnYear(first int) {
	p := w.p
	const when = "y > b and min(i: known(e[i])) = 1 and min(i = b..y - 1: e[i]) > 0"
	index := derivation.Index{Letter: "i"}
	var values []derivation.Value
	var figures []ghg.YearFigure
	for y := first; y <= p.Year; y++ {
		row := yearRow(y)
		v := derivation.Undefined(reason(fmt.Sprintf("the series has no figure for %d", y)))
		f, ok := p.series.At(y)
		if ok {
			v, row.Source = ofCO2e(f.CO2e), f.Source
		}
		index.Rows, values, figures = append(index.Rows, row), append(values, v), append(figures, f)
	}
	w.Indices = append(w.Indices, index)
	e := w.Given("e", figured.figures, w.unit, "", values...)
	e.Index = "i"
	comesFrom(e, figures...)
	joined := ""
	if p.series.CanAdd(first, p.Year) != nil && p.Year > first {
		w.Given("joined", figured.joined, "", "", derivation.Flag(false))
		joined = "joined = 1"
	}
	w.ratio("year_on_year", figured.yearOnYear, "sum(i = b + 1..y: 1 - e[i] / e[i - 1]) / (y - b)", all(joined, when), p.AchievedYearOnYear)
}
