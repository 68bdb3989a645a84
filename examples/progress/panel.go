package main

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target"
	"github.com/localghg/localghg/target/trend"
)

// bases writes the cut of a target on every basis.
func (s *text) bases(t target.Target, base, due []target.ViewLevel) {
	bases, err := t.Bases(base, due)
	if !s.check(err) {
		return
	}
	for _, b := range bases {
		note := ""
		switch {
		case b.Headline:
			note = s.pick("  <- the headline", "  <- 공표된 감축률")
		case b.IsMixed():
			note = s.pick("  (of two bases)", "  (서로 다른 기준)")
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
	s.say("   %d%s: %s%s, %s since %d; %s of the cut in %s of the time",
		"   %d년%s: %s%s, %s (%d년 대비); 시간의 %[8]s가 지난 때 감축 목표의 %[7]s",
		year, name, s.amount(p.Emissions), kind, s.change(p.Reduction), t.BaseYear(), p.Achieved.Percent(1), p.Elapsed.Percent(1))
	gap, _ := p.Gap.Value()
	side, ko := "above", "초과"
	if gap.Sign() < 0 {
		side, ko, gap = "below", "하회", gap.Neg()
	}
	s.say("     %s (pace %s); %s %s the straight pathway", "     %s (속도 %s); 직선 경로를 %s %s",
		s.status(p.Status), s.ratio(p.Pace), s.amount(gap), s.pick(side, ko))
	s.say("     each year so far %s, each year left needs %s", "     지금까지 연 %s, 남은 해마다 필요한 감축 %s",
		s.perYear(p.AchievedLinear), s.perYear(p.RequiredLinear))
}

func (s *text) ratio(r target.Ratio) string {
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
func (s *text) change(r target.Ratio) string {
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
	f, err := target.FigureOf(series, year)
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
	isTrend := s.pick("a trend", "추세 있음")
	if !found {
		isTrend = s.pick("no trend that the test finds", "검정으로 확인되는 추세 없음")
	}
	p := fmt.Sprintf("p = %.3f", o.Test.P)
	if o.Test.P < 0.001 {
		p = "p < 0.001"
	}
	slope := s.about(fit.Slope())
	if fit.Slope() > 0 {
		slope = "+" + slope
	}
	s.say("   Trend of %d figures, %d to %d: %s a year, %s (%s)", "   %[2]d~%[3]d년 수치 %[1]d개의 추세: 연 %[4]s, %[5]s (%[6]s)",
		points.Len(), first, last, slope, isTrend, p)
	s.say("     2030, if it went on: %s, and with %s confidence between %s and %s;\n     at or below %s: %s", "     이대로 가면 2030년 %s, %s 예측구간 %s ~ %s;\n     %s 이하일 확률: %s",
		s.about(o.Prediction.Fit), confidence, s.about(o.Prediction.Low), s.about(o.Prediction.High), s.amount(o.Limit), s.chance(o.Probability.Value))
	s.say("     the level is reached: %s", "     목표 수준 도달: %s", s.attainment(o.Attainment))
	for _, f := range fit.Findings().All {
		if f.Code != trend.FindingAutocorrelated {
			continue
		}
		a, _ := fit.Autocorrelation()
		s.say("     the years hang together (r1 = %.2f): the interval is too narrow", "     연도 간 자기상관(r1 = %.2f)이 있어 구간이 실제보다 좁습니다", a.Lag1)
	}
}

// attainment says when a level is reached, as an interval of years.
func (s *text) attainment(a trend.Attainment) string {
	latest := s.pick(fmt.Sprintf("as late as %d", a.Latest), fmt.Sprintf("늦으면 %d년", a.Latest))
	if a.Latest == 0 {
		latest = s.pick(fmt.Sprintf("not before %d", trend.Horizon), fmt.Sprintf("%d년까지도 미도달", trend.Horizon))
	}
	switch a.Answer {
	case trend.Reaches:
		return s.pick(fmt.Sprintf("in %d on the line; as early as %d or %s", a.FirstYear, a.Earliest, latest),
			fmt.Sprintf("선형으로 %d년, 이르면 %d년, %s", a.FirstYear, a.Earliest, latest))
	case trend.Never:
		return s.pick("never, as the line rises", "도달하지 않음 (증가 추세)")
	case trend.AlreadyBelow:
		return s.pick("already", "이미 도달")
	}
	return s.pick(fmt.Sprintf("not before %d", trend.Horizon), fmt.Sprintf("%d년 이전에는 도달하지 않음", trend.Horizon))
}
