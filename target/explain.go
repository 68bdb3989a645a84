package target

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Explain is how the panel comes about: what is compared and where it comes from, each
// figure by its formula over what is stated above it, and the status as the first of its
// conditions that holds. It is the zero Derivation for the zero Progress.
func (p Progress) Explain() derivation.Derivation {
	if p.Target.IsZero() {
		return derivation.Derivation{}
	}
	s := newSheet(words.Term{En: fmt.Sprintf("%s in %d", p.Target.Name(), p.Year), Ko: fmt.Sprintf("%s, %d년", p.Target.Name(), p.Year)},
		p.Target.Metric())
	w := panelSheet{sheet: s, p: &p, due: "T", start: "B"}
	w.subject()
	w.pathway()
	w.figures()
	w.rates()
	w.views()
	w.status()
	return s.done()
}

// panelSheet is the derivation of a panel.
type panelSheet struct {
	*sheet
	p     *Progress
	due   string // the level of the due year itself
	start string // the emissions of the base year
	// of is what a share of a level that moves is multiplied by, and over what it is
	// divided by.
	of, over string
	// baseWhen is when there is a B, and levelWhen a T; above is when B is above zero. They
	// are empty where this is always so.
	baseWhen, levelWhen, above string
}

var what = struct {
	year, base, due, sources, meanBase, baseline, dueBaseline, activityBase, activity, activityDue, start, unit, reference,
	referenceBaseline, cut,
	level, levelAt, dueLevel, unitLevel, milestoneCut, milestoneStated, milestone, milestoneActivity, milestoneBaseline, milestoneUnit,
	emissions, figure, sold,
	retired, land, accountable, before, after, levelBefore, levelAfter, residual, divisor, path, pathStated words.Term
}{
	year:              words.Term{En: "year asked", Ko: "점검연도"},
	base:              words.Term{En: "base year", Ko: "기준연도"},
	due:               words.Term{En: "due year", Ko: "목표연도"},
	sources:           words.Term{En: "emissions of the base year", Ko: "기준연도 배출량"},
	meanBase:          words.Term{En: "mean emissions of %d to %d", Ko: "%d~%d년 평균 배출량"},
	baseline:          words.Term{En: "baseline of %d", Ko: "%d년 배출전망치"},
	dueBaseline:       words.Term{En: "baseline of the due year", Ko: "목표연도 배출전망치(BAU)"},
	activityBase:      words.Term{En: "%s of the base year", Ko: "기준연도 활동자료(%s)"},
	activity:          words.Term{En: "%s of the year", Ko: "해당연도 활동자료(%s)"},
	activityDue:       words.Term{En: "%s of the due year", Ko: "목표연도 활동자료(%s)"},
	start:             words.Term{En: "emissions of the base year", Ko: "기준연도 배출량"},
	unit:              words.Term{En: "emissions of one unit in the base year", Ko: "기준연도 단위당 배출량"},
	reference:         words.Term{En: "reference: emissions at the intensity of the base year", Ko: "기준량: 기준연도 원단위로 본 배출량"},
	referenceBaseline: words.Term{En: "reference: baseline of the year", Ko: "기준량: 해당연도 배출전망치(BAU)"},
	cut:               words.Term{En: "cut by the due year", Ko: "목표 감축률"},
	level:             words.Term{En: "level of the due year", Ko: "목표연도 목표 배출량"},
	levelAt:           words.Term{En: "level at the reference of the year asked", Ko: "점검연도 기준량으로 본 목표 배출량"},
	dueLevel:          words.Term{En: "level of the due year itself", Ko: "목표연도의 목표 배출량"},
	unitLevel:         words.Term{En: "level of one unit", Ko: "단위당 목표 배출량"},
	milestoneCut:      words.Term{En: "cut of a milestone", Ko: "중간목표 감축률"},
	milestoneStated:   words.Term{En: "milestone stated as an amount", Ko: "배출량으로 정한 중간목표"},
	milestone:         words.Term{En: "milestone", Ko: "중간목표 배출량"},
	milestoneActivity: words.Term{En: "%s of the year of the milestone", Ko: "중간목표연도 활동자료(%s)"},
	milestoneBaseline: words.Term{En: "baseline of the year of the milestone", Ko: "중간목표연도 배출전망치(BAU)"},
	milestoneUnit:     words.Term{En: "milestone of one unit", Ko: "단위당 중간목표"},
	emissions:         words.Term{En: "emissions of the year: %s, %s, %s", Ko: "해당연도 배출량: %s, %s, %s"},
	figure:            words.Term{En: "figure of the year: %s, %s, %s", Ko: "해당연도 수치: %s, %s, %s"},
	sold:              words.Term{En: "units sold", Ko: "판매한 감축실적"},
	retired:           words.Term{En: "units retired", Ko: "상쇄에 사용한 감축실적"},
	land:              words.Term{En: "change of the land sector", Ko: "토지부문 변화량"},
	accountable:       words.Term{En: "accountable emissions", Ko: "산입 배출량"},
	before:            words.Term{En: "year of the level before", Ko: "앞 목표 수준의 연도"},
	after:             words.Term{En: "year of the level after", Ko: "뒤 목표 수준의 연도"},
	levelBefore:       words.Term{En: "level before", Ko: "앞 목표 수준"},
	levelAfter:        words.Term{En: "level after", Ko: "뒤 목표 수준"},
	residual:          words.Term{En: "residual", Ko: "잔여배출량"},
	divisor:           words.Term{En: "divisor of the blend", Ko: "혼합 제수"},
	path:              words.Term{En: "pathway: %s", Ko: "감축경로: %s"},
	pathStated:        words.Term{En: "pathway as stated: %s", Ko: "계획에 제시된 감축경로: %s"},
}

// movedBy is the activity that a goal moves with, if it does.
func movedBy(g Goal) (ghg.Years[decimal.Decimal], bool) {
	switch g := g.(type) {
	case BaseYearIntensity:
		return g.Activity, true
	case FixedIntensity:
		return g.Activity, true
	}
	return ghg.Years[decimal.Decimal]{}, false
}

// subject states the years, what the goal cuts from, the levels and the emissions.
func (w *panelSheet) subject() {
	t, p := w.p.Target, w.p
	first, last := t.BasePeriod()
	w.year("y", what.year, p.Year)
	if last != 0 {
		w.year("b", what.base, last)
	} else {
		w.Given("b", what.base, "", "", derivation.Undefined(reason(noBase)))
	}
	w.year("t", what.due, t.Due())
	if t.def.moves == nil {
		w.fixed(first, last)
	} else {
		w.moving(last)
	}
	w.emitted()
}

// fixed states levels that stay where they are.
func (w *panelSheet) fixed(first, last int) {
	t := w.p.Target
	name := what.sources
	if first != last {
		name = what.meanBase.With(first, last)
	}
	w.base(w.Given("B", name, w.unit, t.Source(), ofAmount(w.p.Base)))
	if last == 0 {
		w.baseWhen = "known(B)"
	}
	if l := t.def.levels[len(t.def.levels)-1]; l.cut.IsUnset() {
		w.Given("T", what.level, w.unit, t.Source(), ofCO2e(l.co2e))
	} else {
		w.Given("cut", what.cut, "", t.Source(), derivation.Number(l.cut.Fraction()))
		w.exact("T", what.level, "B × (1 - cut)", "", known(l.co2e))
	}
	w.milestones("B × (1 - c[m])", derivation.Rounding{}, nil)
}

// base names what stands behind the emissions of the base year: the figure of the series,
// where it is what the target is based on.
func (w *panelSheet) base(step *derivation.Step) {
	first, last := w.p.Target.BasePeriod()
	if f, ok := w.p.baseSeries.At(last); ok && first == last && ofCO2e(f.CO2e).Number.Equal(step.Values[0].Number) {
		comesFrom(step, f)
	}
}

// moving states levels that move with an activity or a baseline.
func (w *panelSheet) moving(first int) {
	t, p := w.p.Target, w.p
	w.due = "D"
	last := t.def.levels[len(t.def.levels)-1]
	at := derivation.ToPlaces(PathwayPlaces)
	number := func(d decimal.Decimal) derivation.Value { return derivation.Number(d) }
	if first != 0 {
		w.start = "B0"
		w.base(w.Given("B0", what.start, w.unit, t.Source(), ofCO2e(t.Base())))
	}
	activity, ok := movedBy(t.Goal())
	if !ok { // a baseline scenario
		series := t.def.moves.(baseline).series
		of := func(year int) (derivation.Value, string) {
			f, _ := series.At(year) // it was asked before
			return ofCO2e(f.CO2e), f.Source
		}
		v, source := of(p.Year)
		f, _ := series.At(p.Year)
		comesFrom(w.Given("R", what.baseline.With(p.Year), w.unit, source, v), f)
		w.amount("B", what.referenceBaseline, "R", "", p.Base)
		w.Given("cut", what.cut, "", t.Source(), number(last.left.Neg().Add(one)))
		w.levelWhen, w.above = "R > 0", "B > 0"
		w.amount("T", what.levelAt, "R × (1 - cut)", "R > 0", p.Limit)
		v, source = of(t.Due())
		f, _ = series.At(t.Due())
		comesFrom(w.Given("Rt", what.dueBaseline, w.unit, source, v), f)
		w.amount("D", what.dueLevel, "Rt × (1 - cut)", "", known(last.co2e))
		w.of = "R"
		w.milestones("R[m] × (1 - c[m])", at, func(year int) (derivation.Value, string) { return of(year) })
		return
	}
	of := func(year int) (derivation.Value, string) {
		a, _ := activity.At(year)
		return number(a.Value), a.Source
	}
	add := func(symbol string, name words.Term, year int) {
		v, source := of(year)
		w.Given(symbol, name.With(activity.Name()), activity.Unit(), source, v)
	}
	if first != 0 {
		add("Ab", what.activityBase, first)
	}
	add("Ay", what.activity, p.Year)
	add("At", what.activityDue, t.Due())
	if t.def.ofUnit {
		if first != 0 {
			w.Computed("u", what.unit, w.unitOfLevels(), "B0 / Ab", derivation.ToPlaces(powerPlaces), number(t.def.points()[0].value))
			w.amount("B", what.reference, "B0 / Ab × Ay", "", p.Base)
		} else {
			w.Given("B", what.reference, w.unit, "", ofAmount(p.Base))
			w.baseWhen = "known(B)"
		}
		w.Given("L", what.unitLevel, w.unitOfLevels(), t.Source(), number(last.left))
		w.amount("T", what.levelAt, "L × Ay", "", p.Limit)
		w.amount("D", what.dueLevel, "L × At", "", known(last.co2e))
		w.of = "Ay"
		w.milestones("l[m] × A[m]", at, of)
		return
	}
	w.amount("B", what.reference, "B0 × Ay / Ab", "", p.Base)
	w.Given("cut", what.cut, "", t.Source(), number(one.Sub(last.left)))
	w.amount("T", what.levelAt, "B0 × Ay / Ab × (1 - cut)", "", p.Limit)
	w.amount("D", what.dueLevel, "B0 × At / Ab × (1 - cut)", "", known(last.co2e))
	w.of, w.over = "B0 × Ay", "Ab"
	w.milestones("B0 × A[m] / Ab × (1 - c[m])", at, of)
}

// milestones states those of a target: those that follow from a share or from one unit
// in M, amounts as stated in N.
func (w *panelSheet) milestones(formula string, r derivation.Rounding, of func(year int) (derivation.Value, string)) {
	t := w.p.Target
	var shares, levels, amounts, references []derivation.Value
	cuts, stated := derivation.Index{Letter: "m"}, derivation.Index{Letter: "n"}
	for _, l := range t.def.levels[:len(t.def.levels)-1] {
		row := yearRow(l.year)
		if l.standing != StandingUnstated {
			row.Label = l.standing.term()
		}
		if t.def.moves == nil && l.cut.IsUnset() {
			stated.Rows, amounts = append(stated.Rows, row), append(amounts, ofCO2e(l.co2e))
			continue
		}
		share := derivation.Number(l.left)
		if !t.def.ofUnit {
			share = derivation.Number(one.Sub(l.left))
		}
		shares, levels = append(shares, share), append(levels, ofCO2e(l.co2e))
		if of != nil {
			v, source := of(l.year)
			row.Source, references = source, append(references, v)
		}
		cuts.Rows = append(cuts.Rows, row)
	}
	if len(amounts) > 0 {
		w.Indices = append(w.Indices, stated)
		w.Given("N", what.milestoneStated, w.unit, t.Source(), amounts...).Index = "n"
	}
	if len(shares) == 0 {
		return
	}
	w.Indices = append(w.Indices, cuts)
	activity, moves := movedBy(t.Goal())
	switch {
	case t.def.ofUnit:
		w.Given("l", what.milestoneUnit, w.unitOfLevels(), t.Source(), shares...).Index = "m"
	default:
		w.Given("c", what.milestoneCut, "", t.Source(), shares...).Index = "m"
	}
	switch {
	case moves:
		w.Given("A", what.milestoneActivity.With(activity.Name()), activity.Unit(), "", references...).Index = "m"
	case of != nil:
		formula = strings.ReplaceAll(formula, "R[m]", "Rm[m]")
		w.Given("Rm", what.milestoneBaseline, w.unit, "", references...).Index = "m"
	}
	w.Computed("M", what.milestone, w.unit, formula, r, levels...).Index = "m"
}

// emitted states the emissions of the year.
func (w *panelSheet) emitted() {
	p := w.p
	f := p.Figure
	view := p.Target.Views().Due.String()
	kind := []any{view, words.Term{En: f.Status.String(), Ko: f.Status.Korean()}, vintageTerm(f.Vintage)}
	if p.adjustments == nil {
		comesFrom(w.Given("E", what.emissions.With(kind...), w.unit, f.Source, ofCO2e(p.Emissions)), f)
		return
	}
	comesFrom(w.Given("F", what.figure.With(kind...), w.unit, f.Source, ofCO2e(f.CO2e)), f)
	w.Given("sold", what.sold, w.unit, "", ofCO2e(p.Adjusted.Sold))
	w.Given("retired", what.retired, w.unit, "", ofCO2e(p.Adjusted.Retired))
	w.Given("land", what.land, w.unit, "", ofCO2e(p.Adjusted.Land))
	w.exact("E", what.accountable, "F + sold - retired + land", "", known(p.Emissions))
}

func vintageTerm(v ghg.Vintage) words.Term {
	return words.Term{En: v.String(), Ko: fmt.Sprintf("%d차 산정", v)}
}

// term is the standing in both languages.
func (s Standing) term() words.Term {
	ko := [...]string{"미제시", "법정", "정책", "참고"}
	if int(s) >= len(ko) {
		return words.Term{En: s.String(), Ko: s.String()}
	}
	return words.Term{En: s.String(), Ko: cmp.Or(ko[s], s.String())}
}
