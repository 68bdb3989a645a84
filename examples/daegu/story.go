package main

import (
	"errors"
	"fmt"
	"maps"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/localghg/localghg/target"
)

// story is the text being written, in one of two languages.
type story struct {
	strings.Builder
	korean bool
	errs   []error
}

// tell writes the whole story.
func tell(korean bool) (string, error) {
	s := &story{korean: korean}
	s.title()
	s.base()
	s.targets()
	s.pathway()
	s.areas()
	s.citizens()
	s.gap()
	s.credits()
	return s.String(), errors.Join(s.errs...)
}

// say writes a line in the story's language.
func (s *story) say(english, korean string, args ...any) {
	text := english
	if s.korean {
		text = korean
	}
	fmt.Fprintf(s, text+"\n", args...)
}

// check keeps an error for the end and reports whether there was none.
func (s *story) check(err error) bool {
	if err != nil {
		s.errs = append(s.errs, err)
	}
	return err == nil
}

// figure is a published figure, which must be in the table.
func (s *story) figure(id string) daegu.Figure {
	f, ok := daegu.FigureNamed(id)
	if !ok {
		s.check(fmt.Errorf("no published figure %q", id))
	}
	return f
}

// co2e is a published amount.
func (s *story) co2e(id string) ghg.CO2e {
	c, err := s.figure(id).CO2e()
	s.check(err)
	return c
}

// amount prints an amount exactly: in megatonnes, or in 만톤 as Korean readers
// count.
func (s *story) amount(c ghg.CO2e) string {
	if s.korean {
		return c.In(ghg.ManTonneKo).String() + "만톤"
	}
	return c.In(ghg.Megatonne).String() + " Mt"
}

func (s *story) title() {
	s.say("DAEGU'S WAY TO CARBON NEUTRALITY\nas its published figures tell it\n",
		"대구광역시의 탄소중립으로 가는 길\n공표된 수치로 본 이야기\n")
}

func (s *story) base() {
	s.say("1. Where it starts: 2018", "1. 출발점: 2018년")
	first, second := s.co2e("base-2018-strategy-2021"), s.co2e("base-2018-strategy-2022")
	for _, id := range []string{"base-2018-strategy-2021", "base-2018-strategy-2022"} {
		f := s.figure(id)
		s.say("   %s  %s\n            [%s]", "   %s  %s\n            [%s]", s.amount(s.co2e(id)), s.inLanguage(f.What, f.WhatKo),
			s.cite(f.Source))
	}
	change, err := second.Sub(first)
	s.check(err)
	share, err := change.Ratio(first, 4)
	s.check(err)
	s.say("   The second is %s%% less than the first. The sources do not say what differs,\n   nor in which metric the tonnes of "+
		"CO2e are: the two are kept apart below.\n",
		"   두 번째 수치가 첫 번째보다 %s%% 적습니다. 무엇이 다른지, 어떤 GWP를 썼는지는\n   출처에 없으므로 아래에서는 두 기준을 따로 계산합니다.\n", share.Shift(2).Neg())
}

func (s *story) inLanguage(english, korean string) string {
	if s.korean {
		return korean
	}
	return english
}

// limits are the levels of both targets for a year.
func (s *story) limits(year int) (first, second ghg.CO2e) {
	first, err := daegu.Target2021().Limit(year)
	s.check(err)
	second, err = daegu.Target2022().Limit(year)
	s.check(err)
	return first, second
}

func (s *story) targets() {
	s.say("2. What it promised", "2. 약속한 목표")
	s.say("   year   cut against 2018    leaves of %-11sleaves of %s", "   연도   감축률   %s 기준   %s 기준",
		s.amount(daegu.Target2021().Base()), s.amount(daegu.Target2022().Base()))
	for _, id := range []string{"cut-2030", "cut-2040", "cut-2050"} {
		f := s.figure(id)
		first, second := s.limits(f.Year)
		s.say("   %d   %16s    %-21s%s", "   %d   %6s   %12s   %12s", f.Year, f.Value+"%", s.amount(first), s.amount(second))
	}
	s.sources("cut-2030")
	nation := s.figure("national-cut-2030")
	share, err := nation.Share()
	s.check(err)
	first, err := daegu.Target2021().Base().Scale(share.Complement().Fraction())
	s.check(err)
	second, err := daegu.Target2022().Base().Scale(share.Complement().Fraction())
	s.check(err)
	s.say("   Beside it, the national %s%% by %d would leave %s or %s.\n   That 40%% compares a net level of 2030 with gross "+
		"emissions of 2018.\n   [%s]\n",
		"   국가 목표 %s%%(%d년)를 적용하면 %s 또는 %s이 남습니다.\n   국가 목표는 2018년 총배출량 대비 2030년 순배출량입니다.\n   [%s]\n",
		nation.Value, nation.Year, s.amount(first), s.amount(second), s.cite(nation.Source))
}

func (s *story) pathway() {
	s.say("3. The linear pathway between these levels, year by year", "3. 목표 사이의 선형 경로 (연도별)")
	s.say("   computed: v = a + (z - a) × (y - ya)/(yz - ya) between two levels", "   계산식: v = a + (z - a) × (y - ya)/(yz - ya)")
	second, err := daegu.Target2022().Along(target.Linear)
	if !s.check(err) {
		return
	}
	values := maps.Collect(second)
	first, err := daegu.Target2021().Along(target.Linear)
	if !s.check(err) {
		return
	}
	unit, name := ghg.Megatonne, " Mt"
	if s.korean {
		unit, name = ghg.ManTonneKo, "만톤"
	}
	s.say("   year   from %s    from %s", "   연도      %s부터      %s부터", s.amount(daegu.Target2021().Base()),
		s.amount(daegu.Target2022().Base()))
	for year, c := range first {
		fmt.Fprintf(s, "   %d   %10s%s   %10s%s\n", year, c.In(unit).StringFixed(4), name, values[year].In(unit).StringFixed(4), name)
	}
	s.say("", "")
}

func (s *story) areas() {
	p, _, err := daegu.Portfolio(daegu.View2021)
	if !s.check(err) {
		return
	}
	expected, err := p.Total(strategy.Expected, 2030)
	s.check(err)
	potential, err := p.Total(strategy.Potential, 2030)
	s.check(err)
	s.say("4. What the plan holds: eight areas (8G)", "4. 계획의 내용: 8대 분야(8G)")
	s.say("   Tasks: %s in %d, %s in %d, %s in %d. Those found by name:",
		"   과제 수: %s개(%d년), %s개(%d년), %s개(%d년). 이름이 확인된 과제:",
		s.figure("tasks-2021").Value, s.figure("tasks-2021").Year, s.figure("tasks-2022").Value, s.figure("tasks-2022").Year,
		s.figure("tasks-2023").Value, s.figure("tasks-2023").Year)
	amounts := map[string]string{} // what is quantified, by action
	for a := range expected.ByAction() {
		if a.Quantified {
			amounts[a.Action.ID] = fmt.Sprintf(s.inLanguage("%s expected in 2030", "2030년 예상 %s"), s.amount(a.CO2e))
		}
	}
	for a := range potential.ByAction() {
		if a.Quantified {
			amounts[a.Action.ID] = fmt.Sprintf(s.inLanguage("%s a year, a potential and no plan", "계획이 아닌 잠재량 연 %s"), s.amount(a.CO2e))
		}
	}
	for area := range daegu.Framework.Areas() {
		s.say("   %s %s (%s)", "   %s %s (%s)", area.Code, s.inLanguage(area.Name, area.NameKo), s.inLanguage(area.Theme, area.ThemeKo))
		for a := range p.Actions() {
			if a.Area != area.Code {
				continue
			}
			amount, quantified := amounts[a.ID]
			if !quantified {
				amount = s.inLanguage("not quantified", "감축량 미공표")
			}
			fmt.Fprintf(s, "      - %s: %s\n", s.inLanguage(a.Name, a.NameKo), amount)
		}
	}
	s.say("   Quantified as expected: %d of %d actions, %s in all.", "   예상 감축량이 공표된 과제: %d개(전체 %d개), 합계 %s.",
		expected.Quantified, p.Len(), s.amount(expected.CO2e))
	s.sources("tasks-2021", "tasks-2022", "tasks-2023", "rooftop-pv-cut", "carbon-reduction-1110")
	fmt.Fprintf(s, "   [%s]\n\n", s.cite(daegu.Framework.Source()))
}

// cite names sources as a reader knows them.
func (s *story) cite(sources string) string {
	var names []string
	for _, source := range daegu.SourcesOf(sources) {
		names = append(names, s.inLanguage(source.String(), source.Ko()))
	}
	return strings.Join(names, "; ")
}

// sources names where figures come from.
func (s *story) sources(ids ...string) {
	seen := map[string]bool{}
	for _, id := range ids {
		if source := s.figure(id).Source; !seen[source] {
			seen[source] = true
			fmt.Fprintf(s, "   [%s]\n", s.cite(source))
		}
	}
}
