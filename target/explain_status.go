package target

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

var viewed = struct{ base, emissions, reduction, cut, achieved, headStart words.Term }{
	base:      words.Term{En: "emissions of the base year, %s", Ko: "기준연도 배출량(%s)"},
	emissions: words.Term{En: "emissions of the year, %s", Ko: "해당연도 배출량(%s)"},
	reduction: words.Term{En: "reduction, %s", Ko: "감축률(%s)"},
	cut:       words.Term{En: "cut asked from the base year in the view of the level", Ko: "목표 수준의 집계범위에서 본 목표 감축률"},
	achieved:  words.Term{En: "share of that cut achieved", Ko: "그 감축률의 달성 비율"},
	headStart: words.Term{En: "head start: what the change of view alone brings", Ko: "집계범위 차이만으로 생기는 감축 비율"},
}

// views states the reduction in each view by itself, and the head start. The first view
// is that of the base, the second that of the level.
func (w *panelSheet) views() {
	p, t := w.p, w.p.Target
	if len(p.ByView) == 0 {
		return
	}
	for i, r := range p.ByView {
		name := viewName(r.View)
		b, e := fmt.Sprintf("B_%d", i+1), fmt.Sprintf("E_%d", i+1)
		w.Given(b, viewed.base.With(name), w.unit, "", ofAmount(r.Base))
		w.Given(e, viewed.emissions.With(name), w.unit, "", ofAmount(r.Emissions))
		w.ratio(fmt.Sprintf("reduction_%d", i+1), viewed.reduction.With(name), "("+b+" - "+e+") / "+b,
			all("known("+b+")", "known("+e+")", b+" > 0"), r.Reduction)
	}
	net := p.ByView[1]
	if t.def.moves == nil {
		w.ratio("cut_2", viewed.cut, "(B_2 - T) / B_2", "known(B_2) and B_2 > 0", net.Cut)
		w.ratio("achieved_2", viewed.achieved, "(B_2 - E_2) / (B_2 - T)", "known(cut_2) and known(reduction_2) and cut_2 > 0", net.Achieved)
	}
	goal := "B - T"
	switch {
	case t.def.ofUnit && t.BaseYear() != 0:
		goal = "B0 - L × Ab"
	case t.def.moves != nil && t.BaseYear() != 0:
		goal = "B0 × cut"
	}
	start := w.start
	if t.BaseYear() == 0 {
		start = "B"
	}
	w.ratio("head_start", viewed.headStart, "("+start+" - B_2) / ("+goal+")", all("known(B_2)", w.baseWhen, goal+" > 0"), p.HeadStart)
}

var judged = struct{ status, first, second, third, final, finalDue, dueYear, met, views words.Term }{
	status:   words.Term{En: "status", Ko: "이행 상태"},
	first:    words.Term{En: "threshold of “ahead”, rules %s", Ko: "‘계획보다 앞섬’ 기준값(판정 규칙 %s)"},
	second:   words.Term{En: "threshold of “on track”", Ko: "‘정상 추진’ 기준값"},
	third:    words.Term{En: "threshold of “slightly behind”", Ko: "‘다소 지연’ 기준값"},
	final:    words.Term{En: "whether the figure can decide the goal: %s", Ko: "목표를 판정할 수 있는 수치인지 여부: %s"},
	finalDue: words.Term{En: "whether the figure of the due year can decide the goal: %s", Ko: "목표연도 수치로 목표를 판정할 수 있는지 여부: %s"},
	dueYear:  words.Term{En: "accountable emissions of the due year", Ko: "목표연도의 산입 배출량"},
	met:      words.Term{En: "whether the goal is met over its timeframe, %s", Ko: "목표 기간 전체의 목표 달성 여부(%s)"},
	views:    words.Term{En: "number of views that base and level are measured in", Ko: "기준배출량과 목표 수준의 집계범위 수"},
}

// status states which of the conditions made the status.
func (w *panelSheet) status() {
	p, t := w.p, w.p.Target
	var cases []derivation.Case
	add := func(s Status, condition string, holds bool) {
		cases = append(cases, derivation.Case{Name: s.String(), What: s.label(), If: condition, Holds: holds})
	}
	e, b, level := p.Emissions.Tonnes(), p.Base.co2e.Tonnes(), p.Limit.co2e.Tonnes()
	below := p.Limit.ok && !e.GreaterThan(level)
	// standing is what a figure that decides nothing comes to, from the due year on.
	standing := func() {
		add(BelowTargetLevel, "E ≤ T", below)
		add(Regressed, "E > B", p.Base.ok && e.GreaterThan(b))
		add(NoProgress, "E = B", p.Base.ok && e.Equal(b))
		if w.levelWhen != "" {
			add(Undetermined, "known(T) = 0", !p.Limit.ok)
		}
		add(OffTrack, "", true)
	}
	switch many := t.Timeframe().kind != single; {
	case p.Year >= t.Due() && many:
		o, _ := p.outcome() // it was asked for the status
		met := derivation.Undefined(words.Term{En: "undecided", Ko: "판정 불가"})
		if o.Decision != Undecided {
			met = derivation.Flag(o.Decision == Met)
		}
		met.From = o.Explain().ID()
		w.Given("met", judged.met.With(t.Timeframe().term()), "", "", met)
		add(Achieved, "known(met) and met = 1", o.Decision == Met)
		add(ExpiredMissed, "known(met)", o.Decision != Undecided)
		add(Undetermined, "", true)
	case p.Year > t.Due():
		y, emissions := p.dueYear()
		w.Given("finalt", judged.finalDue.With(y.stateTerm()), "", "", derivation.Flag(y.isFinal()))
		w.Given("Et", judged.dueYear, w.unit, y.Figure.Source, ofAmount(emissions))
		final := y.isFinal()
		add(Achieved, "finalt = 1 and Et ≤ "+w.due, final && !emissions.co2e.Tonnes().GreaterThan(t.dueLevel().Tonnes()))
		add(ExpiredMissed, "finalt = 1", final)
		standing()
	case p.Year == t.Due():
		y := OutcomeYear{HasFigure: true, Figure: p.Figure, Unlike: t.unlike(p.series, p.Figure)}
		w.Given("final", judged.final.With(y.stateTerm()), "", "", derivation.Flag(y.isFinal()))
		add(Achieved, "final = 1 and E ≤ T", y.isFinal() && below)
		add(ExpiredMissed, "final = 1", y.isFinal())
		standing()
	default:
		w.onTheWay(add, e, b, level)
	}
	w.Decided("status", judged.status, cases...).As(p.Status.String())
}

// onTheWay are the cases before the due year.
func (w *panelSheet) onTheWay(add func(s Status, condition string, holds bool), e, b, level decimal.Decimal) {
	p, t := w.p, w.p.Target
	r := p.Rules.definition()
	views := 1
	if !t.Views().areOne() {
		views = 2
		w.year("views", judged.views, views)
	}
	w.Given("p1", judged.first.With(r.id), "", r.source, derivation.Number(r.ahead))
	w.Given("p2", judged.second, "", r.source, derivation.Number(r.onTrack))
	w.Given("p3", judged.third, "", r.source, derivation.Number(r.slightlyBehind))
	// Of a goal or path above the base, rules that judge the gap come before.
	cut, falls, path := true, true, ""
	if r.measure == ByGap && p.Gap.ok && p.Base.ok {
		v := p.OnPathway.co2e.Tonnes()
		cut, falls, path = !p.Limit.ok || !level.GreaterThan(b), !v.GreaterThan(b), " and T ≤ B and v ≤ B"
	}
	add(BaseOnly, "y = b", p.Year == t.BaseYear())
	condition, _, _ := strings.Cut(path, " and v")
	add(BelowTargetLevel, "E ≤ T"+condition, p.Limit.ok && !e.GreaterThan(level) && cut)
	add(Regressed, "E > B"+path, p.Base.ok && e.GreaterThan(b) && cut && falls)
	add(NoProgress, "E = B"+path, p.Base.ok && e.Equal(b) && cut && falls)
	if w.levelWhen != "" {
		add(Undetermined, "known(T) = 0", !p.Limit.ok)
	}
	if views > 1 {
		add(Undetermined, "views > 1", true)
	}
	symbol, sign, measured := "pace", " ≥ ", p.Pace
	if r.measure == ByGap {
		symbol, sign, measured = "gap_share", " ≤ ", p.RelativeGap
	}
	add(Undetermined, "known("+symbol+") = 0", !measured.IsDefined())
	reached := func(threshold decimal.Decimal) bool {
		x, ok := measured.Value()
		c := x.Cmp(threshold)
		return ok && (c == 0 || (c > 0) == (r.measure == ByPace))
	}
	add(Ahead, symbol+sign+"p1", reached(r.ahead))
	add(OnTrack, symbol+sign+"p2", reached(r.onTrack))
	add(SlightlyBehind, symbol+sign+"p3", reached(r.slightlyBehind))
	add(OffTrack, "", true)
}

// label is the status as it is read.
func (s Status) label() words.Term {
	t := s.term()
	return words.Term{En: strings.ReplaceAll(t.En, "_", " "), Ko: t.Ko}
}

// dueYear is the figure of the due year, and what is accounted for it.
func (p *Progress) dueYear() (OutcomeYear, Amount) {
	due := p.Target.Due()
	y := OutcomeYear{Year: due}
	f, ok := p.series.At(due)
	if !ok {
		return y, Amount{why: fmt.Sprintf("the series has no figure for %d", due)}
	}
	y.Figure, y.HasFigure, y.Unlike = f, true, p.Target.unlike(p.series, f)
	var a Adjustments
	if p.adjustments != nil {
		a = *p.adjustments
	}
	_, e, err := a.in(due, f.CO2e)
	return y, Amount{co2e: e, ok: err == nil, why: fmt.Sprintf("the series has no figure for %d", due)}
}

// stateTerm is whether a figure is final, in both languages.
func (y OutcomeYear) stateTerm() words.Term {
	switch n := len(y.Figure.Coverage.Gaps); {
	case !y.HasFigure:
		return words.Term{En: "no figure", Ko: "수치 없음"}
	case n > 0:
		return words.Term{En: "incomplete (%d gaps)", Ko: "누락 배출원 %d개"}.With(n)
	case y.Figure.Status == ghg.Actual && len(y.Unlike) > 0:
		return words.Term{En: "not like that of the base year", Ko: "기준연도와 집계 대상이 다름"}
	}
	return words.Term{En: y.Figure.Status.String(), Ko: y.Figure.Status.Korean()}
}

// term is the timeframe in both languages.
func (f Timeframe) term() words.Term {
	ko := [...]string{"단년도", "%d년부터 평균", "%d년부터 매년", "%d년부터 누적"}[f.kind]
	if f.kind != single {
		ko = fmt.Sprintf(ko, f.first)
	}
	if !f.pathway.IsZero() {
		ko += ", " + f.pathway.named().Ko
	}
	return words.Term{En: f.String(), Ko: ko}
}
