package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// language is what comparisons are written with. Names of views, places and metrics
// stay as they are.
type language struct {
	isKorean                       bool
	nothing, compared, levels, not string
	aspects                        map[ghg.Aspect]string
	noYear, mean                   string
	kinds                          map[string]string // of goals, by their kind
	static, dynamic                string
	alone, unstated, of            string // gases
	noMetric                       string
}

var english = language{
	nothing: "nothing compared", compared: "can be compared", levels: "levels can be compared, cuts cannot", not: "cannot be compared",
	aspects: map[ghg.Aspect]string{ghg.AspectView: "boundary", AspectGoal: "kind of goal"},
	noYear:  "none", mean: "mean of %d to %d",
	kinds: map[string]string{"base_year": "base year", "fixed_level": "fixed level", "base_year_intensity": "base year intensity",
		"fixed_intensity": "fixed intensity", "baseline_scenario": "baseline forecast", "rolling_base_year": "rolling base year"},
	static: "%s, static", dynamic: "%s, dynamic",
	alone: "CO2 alone", unstated: "CO2e, gases not stated", of: "CO2e in %s", noMetric: "unstated",
}

var korean = language{isKorean: true,
	nothing: "비교 대상 없음", compared: "비교할 수 있음", levels: "배출량은 비교할 수 있으나 감축률은 비교할 수 없음", not: "비교할 수 없음",
	aspects: map[ghg.Aspect]string{ghg.AspectPlace: "지역", AspectBaseYear: "기준연도", AspectBase: "기준배출량",
		ghg.AspectEdition: "지침", ghg.AspectView: "집계범위", ghg.AspectGases: "대상 가스", ghg.AspectMetric: "지구온난화지수", AspectGoal: "목표 유형"},
	noYear: "없음", mean: "%d~%d년 평균",
	kinds: map[string]string{"base_year": "기준연도 대비", "fixed_level": "고정 배출량", "base_year_intensity": "기준연도 대비 원단위",
		"fixed_intensity": "고정 원단위", "baseline_scenario": "배출전망치(BAU) 대비", "rolling_base_year": "이동 기준연도 대비"},
	static: "%s, 고정", dynamic: "%s, 갱신",
	alone: "CO2만", unstated: "CO2e, 대상 가스 미상", of: "%s 기준 CO2e", noMetric: "미상",
}

// aspect is the name of an aspect.
func (w language) aspect(a ghg.Aspect) string {
	if name, ok := w.aspects[a]; ok {
		return name
	}
	return string(a)
}

// values are what the two have of an aspect.
func (w language) values(d ghg.Differing, a, b Target) (x, y string) {
	of := func(f func(Target) string) (string, string) { return f(a), f(b) }
	switch d.Aspect {
	case AspectBaseYear:
		return of(w.baseYear)
	case AspectGoal:
		return of(w.goal)
	case ghg.AspectGases:
		return of(w.gases)
	case ghg.AspectMetric:
		return of(w.metric)
	}
	if w.isKorean && d.Aspect == ghg.AspectView { // a declared view says in English whose figure it is
		x, _ = words.InKorean(d.A)
		y, _ = words.InKorean(d.B)
		return x, y
	}
	return d.A, d.B
}

// baseYear is the base year or period of a target.
func (w language) baseYear(t Target) string {
	first, last := t.BasePeriod()
	switch {
	case first == 0:
		return w.noYear
	case first != last:
		return fmt.Sprintf(w.mean, first, last)
	}
	return fmt.Sprint(first)
}

// goal is the kind of goal, with what makes two of a kind different promises.
func (w language) goal(t Target) string {
	s := w.kinds[t.Goal().kind()]
	switch g := t.Goal().(type) {
	case BaseYearIntensity:
		s += fmt.Sprintf(", %s (%s)", g.Activity.Name(), g.Activity.Unit())
	case FixedIntensity:
		s += fmt.Sprintf(", %s (%s)", g.Activity.Name(), g.Activity.Unit())
	case BaselineScenario:
		s = fmt.Sprintf(map[BaselineKind]string{StaticBaseline: w.static, DynamicBaseline: w.dynamic}[g.Kind], s)
	case RollingBaseYear:
		s += fmt.Sprintf(", %d", g.Every)
	}
	if f := t.Timeframe(); f.kind != single {
		s += ", " + f.String()
	}
	return s
}

// gases is which gases count, as far as the metric tells.
func (w language) gases(t Target) string {
	switch m := t.Metric(); m.ID() {
	case ghg.CO2Only.ID():
		return w.alone
	case "":
		return w.unstated
	default:
		return fmt.Sprintf(w.of, m)
	}
}

func (w language) metric(t Target) string {
	if id := t.Metric().ID(); id != "" {
		return id.String()
	}
	return w.noMetric
}
