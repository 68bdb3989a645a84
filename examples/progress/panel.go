package main

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
)

// bases writes the cut of a target on every basis.
func (s *text) bases(t target.Target, base, due []target.ViewLevel) {
	bases, err := t.StatedCuts(base, due)
	if !s.check(err) {
		return
	}
	for _, b := range bases {
		note := ""
		switch {
		case b.Headline:
			note = s.pick("  <- the headline, of two bases", "  <- 공표된 감축률 (총배출량과 순배출량의 비교)")
		case b.IsMixed():
			note = s.pick("  (of two bases)", "  (총배출량과 순배출량의 비교)")
		}
		s.say("     %-5s %s  to  %-5s %s: %s%s", "     %s %s → %s %s: %s%s",
			s.view(b.Base.View), s.amount(b.Base.CO2e), s.view(b.Due.View), s.amount(b.Due.CO2e), b.Cut.Percent(1), note)
	}
}

// progress writes where a place stands in a year.
func (s *text) progress(t target.Target, year int, series ghg.Yearly) {
	p, err := t.Progress(year, target.Linear, target.DefaultRules, series)
	if !s.check(err) {
		return
	}
	kind := ""
	if p.Figure.Status != ghg.Actual {
		kind = s.pick(" ("+p.Figure.Status.String()+")", " (잠정)")
	}
	name := ""
	if v := series.View(); v.ID() == nationalGross.ID() || v.ID() == nationalNet.ID() || v.ID() == managementNet.ID() {
		name = s.pick(", "+s.view(v), ", "+s.view(v))
	}
	s.say("   %d%s: %s%s, %s since %d; %s of the cut to %[9]s in %[8]s of the time",
		"   %d년%s: %s%s, %[6]d년 대비 %[5]s; 기간의 %[8]s가 지난 시점에 목표 감축량(%[9]s까지)의 %[7]s 달성",
		year, name, s.amount(p.Emissions), kind, s.change(p.Reduction), t.BaseYear(), p.Achieved.Percent(1), p.Elapsed.Percent(1),
		s.limit(t))
	gap, _ := p.Gap.Value()
	side, ko := "above", "높음"
	if gap.Sign() < 0 {
		side, ko, gap = "below", "낮음", gap.Neg()
	}
	s.say("     %s (pace %s); %s %s the straight pathway", "     %s (이행 속도 %s); 선형 감축경로보다 %s %s",
		s.status(p.Status), s.ratio(p.Pace), s.amount(gap), s.pick(side, ko))
	s.say("     cut each year so far %s, needed each year left %s", "     연평균 감축량: 지금까지 %s, 남은 기간 필요 %s",
		s.perYear(p.AchievedLinear), s.perYear(p.RequiredLinear))
}

func (s *text) ratio(r ghg.Ratio) string {
	v, ok := r.Value()
	if !ok {
		return r.Undefined()
	}
	return v.StringFixed(2)
}

func (s *text) perYear(y target.PerYear) string {
	c, ok := y.Value()
	if !ok {
		return y.Undefined()
	}
	return s.amount(c)
}

// change is a reduction as a reader says it.
func (s *text) change(r ghg.Ratio) string {
	v, ok := r.Value()
	switch {
	case !ok:
		return r.Undefined()
	case v.IsNegative():
		return s.pick("up ", "") + v.Neg().Shift(2).StringFixed(1) + "%" + s.pick("", " 증가")
	}
	return s.pick("down ", "") + v.Shift(2).StringFixed(1) + "%" + s.pick("", " 감소")
}

// of is the figure of a year.
func (s *text) of(series ghg.Yearly, year int) string {
	f, err := series.Figure(year)
	s.check(err)
	return s.amount(f.CO2e)
}

func (s *text) limit(t target.Target) string {
	c, err := t.Limit(t.Due())
	s.check(err)
	return s.amount(c)
}

// trend writes where the figures of a window lead.
func (s *text) trend(t target.Target, series ghg.Yearly, years trend.Window, statuses ...ghg.Status) {
	points, err := trend.Choose(series, years, statuses...)
	if !s.check(err) {
		return
	}
	fit, err := trend.LeastSquares(points)
	if !s.check(err) {
		return
	}
	o, err := trend.NewOutlook(t, fit, confidence)
	if !s.check(err) {
		return
	}
	found, err := o.Test.Found(confidence)
	s.check(err)
	first, last := 0, 0
	for f := range points.All() {
		if first == 0 {
			first = f.Year
		}
		last = f.Year
	}
	isTrend := s.pick("a trend", "통계적으로 유의한 추세")
	if !found {
		isTrend = s.pick("no trend that the test finds", "통계적으로 유의한 추세 없음")
	}
	p := fmt.Sprintf("p = %.3f", o.Test.P)
	if o.Test.P < 0.001 {
		p = "p < 0.001"
	}
	slope := s.about(fit.Slope())
	if fit.Slope() > 0 {
		slope = "+" + slope
	}
	s.say("   Trend of %d figures, %d to %d: %s a year, %s (%s)", "   %[2]d~%[3]d년 추세(수치 %[1]d개): 연 %[4]s, %[5]s (%[6]s)",
		points.Len(), first, last, slope, isTrend, p)
	s.say("     2030, if it went on: %s, and with %s confidence between %s and %s;\n     at or below %s: %s",
		"     현 추세 지속 시 2030년 %s, %s 예측구간 %s ~ %s;\n     %s 이하일 확률: %s",
		s.about(o.Prediction.Fit), confidence, s.about(o.Prediction.Low), s.about(o.Prediction.High), s.amount(o.Limit),
		s.chance(o.Probability.Value))
	s.say("     the level is reached: %s", "     목표 수준 도달 시점: %s", s.attainment(o.Attainment))
	for _, f := range fit.Findings().All {
		if f.Code != trend.FindingAutocorrelated {
			continue
		}
		a, _ := fit.Autocorrelation()
		s.say("     neighbouring years lie on one side of the line (r1 = %.2f): the interval is too narrow",
			"     이웃한 연도가 추세선의 같은 쪽에 치우쳐(자기상관 r1 = %.2f) 예측구간이 실제보다 좁습니다", a.Lag1)
	}
}

// attainment says when a level is reached: on the line, and by the prediction
// interval of a year's total.
func (s *text) attainment(a trend.Attainment) string {
	if a.Answer == trend.AlreadyBelow {
		return s.pick("already", "이미 도달")
	}
	line := s.pick(fmt.Sprintf("not before %d on the line", trend.Horizon), fmt.Sprintf("추세선으로는 %d년까지 미도달", trend.Horizon))
	switch a.Answer {
	case trend.Reaches:
		line = s.pick(fmt.Sprintf("in %d on the line", a.FirstYear), fmt.Sprintf("추세선으로는 %d년", a.FirstYear))
	case trend.Never:
		line = s.pick("never, as the line rises", "미도달 (증가 추세)")
	}
	switch {
	case a.Earliest == 0:
		return line
	case a.Latest == 0:
		return line + s.pick(fmt.Sprintf("; with %s confidence from %d at the earliest, and possibly not before %d", a.Confidence, a.Earliest,
			trend.Horizon),
			fmt.Sprintf("; %s 예측구간으로는 이르면 %d년, 늦으면 %d년까지도 미도달", a.Confidence, a.Earliest, trend.Horizon))
	}
	return line + s.pick(fmt.Sprintf("; with %s confidence between %d and %d", a.Confidence, a.Earliest, a.Latest),
		fmt.Sprintf("; %s 예측구간으로는 %d년에서 %d년 사이", a.Confidence, a.Earliest, a.Latest))
}
