package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

var outcomed = struct {
	title, levels, first, before, after, start, activity, activityBase, reference, allowed, stated, given, figure, sold, retired, land,
	accountable, final,
	allowable, total, shortfall, decision words.Term
}{
	title:        words.Term{En: "outcome of %s: %s", Ko: "%s 목표 판정(%s)"},
	levels:       words.Term{En: "levels that the pathway runs through", Ko: "감축경로가 지나는 목표 수준"},
	first:        words.Term{En: "first year that counts", Ko: "대상 첫해"},
	before:       words.Term{En: "year of the level before, or of the year itself", Ko: "그 해 또는 앞 목표 수준의 연도"},
	after:        words.Term{En: "year of the level after", Ko: "뒤 목표 수준의 연도"},
	start:        words.Term{En: "emissions of the base year", Ko: "기준연도 배출량"},
	activity:     words.Term{En: "%s", Ko: "활동자료(%s)"},
	activityBase: words.Term{En: "%s of the base year", Ko: "기준연도 활동자료(%s)"},
	reference:    words.Term{En: "baseline", Ko: "배출전망치(BAU)"},
	allowed:      words.Term{En: "allowed, pathway: %s", Ko: "허용 배출량(감축경로: %s)"},
	stated:       words.Term{En: "allowed, the level of the due year", Ko: "허용 배출량(목표연도 목표 수준)"},
	given:        words.Term{En: "allowed, as the pathway gives it: %s", Ko: "허용 배출량(감축경로 값: %s)"},
	figure:       words.Term{En: "figures of the inventory", Ko: "인벤토리 수치"},
	sold:         words.Term{En: "units sold", Ko: "판매한 감축실적"},
	retired:      words.Term{En: "units retired", Ko: "상쇄에 사용한 감축실적"},
	land:         words.Term{En: "change of the land sector", Ko: "토지부문 변화량"},
	accountable:  words.Term{En: "accountable emissions", Ko: "산입 배출량"},
	final:        words.Term{En: "whether the figure can decide the goal", Ko: "목표를 판정할 수 있는 수치인지 여부"},
	allowable:    words.Term{En: "allowable", Ko: "허용 배출량 계"},
	total:        words.Term{En: "accountable", Ko: "산입 배출량 계"},
	shortfall:    words.Term{En: "shortfall: above 0 is what is missing", Ko: "초과량: 0보다 크면 미달분"},
	decision:     words.Term{En: "decision", Ko: "판정"},
}

// term is the decision in both languages.
func (d Decision) term() words.Term {
	return words.Term{En: d.String(), Ko: map[Decision]string{Met: "달성", Missed: "미달성"}[d] + map[Decision]string{Undecided: "판정 불가"}[d]}
}

// Explain is how the outcome comes about: what each year that counts may emit and has
// emitted, and the decision as the first of its conditions that holds. It is the zero
// Derivation for the zero Outcome.
func (o Outcome) Explain() derivation.Derivation {
	if o.Target.IsZero() {
		return derivation.Derivation{}
	}
	t := o.Target
	w := outcomeSheet{newSheet(outcomed.title.With(t.Name(), t.Timeframe().term()), t.Metric()), o}
	w.Indices = []derivation.Index{{Letter: "i", Rows: w.rows()}}
	w.year("f", outcomed.first, o.Years[0].Year)
	w.year("t", what.due, t.Due())
	w.allowed()
	w.emitted()
	w.sums()
	return w.done()
}

// outcomeSheet is the derivation of an outcome.
type outcomeSheet struct {
	*sheet
	o Outcome
}

func (w outcomeSheet) rows() (rows []derivation.Row) {
	for _, y := range w.o.Years {
		row := yearRow(y.Year)
		row.Label, row.Source = y.stateTerm(), y.Figure.Source
		rows = append(rows, row)
	}
	return rows
}

// of is a column of a value for each year.
func (w outcomeSheet) of(value func(OutcomeYear) derivation.Value) (values []derivation.Value) {
	for _, y := range w.o.Years {
		values = append(values, value(y))
	}
	return values
}

// allowed states what each year may emit.
func (w outcomeSheet) allowed() {
	t, frame := w.o.Target, w.o.Target.Timeframe()
	values := w.of(func(y OutcomeYear) derivation.Value { return ofCO2e(y.Allowable) })
	if frame.kind < annual {
		w.Given("v", outcomed.stated, w.unit, t.Source(), values...).Index = "i"
		return
	}
	points := t.def.points()
	name := frame.pathway.named()
	if !w.replays(points) {
		w.Given("v", outcomed.given.With(name), w.unit, t.Source(), values...).Index = "i"
		return
	}
	index := derivation.Index{Letter: "l"}
	var levels []derivation.Value
	for _, p := range points {
		index.Rows, levels = append(index.Rows, yearRow(p.year)), append(levels, derivation.Number(p.value))
	}
	w.Indices = append(w.Indices, index)
	w.Given("V", outcomed.levels, w.levelsOf(t), t.Source(), levels...).Index = "l"
	if frame.pathway.def == Stepwise.def {
		w.Given("ya", outcomed.before, "", "", w.of(func(y OutcomeYear) derivation.Value {
			at := points[0].year
			for _, p := range points {
				if p.year <= y.Year {
					at = p.year
				}
			}
			return derivation.Number(years(at))
		})...).Index = "i"
		w.reference("V[ya[i]]", name, values)
		return
	}
	segment := func(year int) (a, z int) {
		a, z = points[0].year, points[len(points)-1].year
		for i, p := range points[1:] {
			if year <= p.year {
				return points[i].year, p.year
			}
		}
		return a, z
	}
	w.Given("ya", outcomed.before, "", "", w.of(func(y OutcomeYear) derivation.Value {
		a, _ := segment(y.Year)
		return derivation.Number(years(a))
	})...).Index = "i"
	w.Given("yz", outcomed.after, "", "", w.of(func(y OutcomeYear) derivation.Value {
		_, z := segment(y.Year)
		return derivation.Number(years(z))
	})...).Index = "i"
	formula := "V[ya[i]] + (V[yz[i]] - V[ya[i]]) × (i - ya[i]) / (yz[i] - ya[i])"
	if frame.pathway.def == Geometric.def {
		formula = "V[ya[i]] × (V[yz[i]] / V[ya[i]])^((i - ya[i]) / (yz[i] - ya[i]))"
	}
	w.reference(formula, name, values)
}

// replays reports whether the yearly values follow from a column of levels: the pathway
// is of one formula that goes through each level, and no level has more places than a
// value is rounded to.
func (w outcomeSheet) replays(points []point) bool {
	d := w.o.Target.Timeframe().pathway.def
	if len(points) < 2 || d != Linear.def && d != Geometric.def && d != Stepwise.def {
		return false
	}
	for _, p := range points {
		if -p.co2e.Tonnes().Exponent() > PathwayPlaces {
			return false
		}
	}
	return true
}

// reference adds the values of a pathway: in amounts, or in shares of what moves.
func (w outcomeSheet) reference(formula string, name words.Term, values []derivation.Value) {
	t := w.o.Target
	if t.def.moves != nil {
		formula = "(" + formula + ") × "
		activity, ok := movedBy(t.Goal())
		if !ok {
			series := t.def.moves.(baseline).series
			w.Given("R", outcomed.reference, w.unit, "", w.of(func(y OutcomeYear) derivation.Value {
				f, _ := series.At(y.Year)
				return ofCO2e(f.CO2e)
			})...).Index = "i"
			formula += "R[i]"
		} else {
			at := func(year int) derivation.Value {
				a, _ := activity.At(year)
				return derivation.Number(a.Value)
			}
			if !t.def.ofUnit {
				w.Given("B0", outcomed.start, w.unit, t.Source(), ofCO2e(t.Base()))
				w.Given("Ab", outcomed.activityBase.With(activity.Name()), activity.Unit(), "", at(t.BaseYear()))
			}
			w.Given("A", outcomed.activity.With(activity.Name()), activity.Unit(), "",
				w.of(func(y OutcomeYear) derivation.Value { return at(y.Year) })...).Index = "i"
			if formula += "A[i]"; !t.def.ofUnit {
				formula += " × B0 / Ab"
			}
		}
	}
	w.Computed("v", outcomed.allowed.With(name), w.unit, formula, derivation.ToPlaces(PathwayPlaces), values...).Index = "i"
}

// emitted states what each year is accountable for.
func (w outcomeSheet) emitted() {
	column := func(symbol string, name words.Term, of func(Adjusted) decimal.Decimal) {
		w.Given(symbol, name, w.unit, "",
			w.of(func(y OutcomeYear) derivation.Value { return derivation.Number(of(y.Adjusted)) })...).Index = "i"
	}
	none := func(y OutcomeYear) words.Term { return reason(fmt.Sprintf("the series has no figure for %d", y.Year)) }
	x := w.Given("F", outcomed.figure, w.unit, "", w.of(func(y OutcomeYear) derivation.Value {
		if !y.HasFigure {
			return derivation.Undefined(none(y))
		}
		return ofCO2e(y.Figure.CO2e)
	})...)
	x.Index = "i"
	figures := make([]ghg.YearFigure, len(w.o.Years))
	for i, y := range w.o.Years {
		figures[i] = y.Figure
	}
	comesFrom(x, figures...)
	column("sold", outcomed.sold, func(a Adjusted) decimal.Decimal { return a.Sold.Tonnes() })
	column("retired", outcomed.retired, func(a Adjusted) decimal.Decimal { return a.Retired.Tonnes() })
	column("land", outcomed.land, func(a Adjusted) decimal.Decimal { return a.Land.Tonnes() })
	x = w.Computed("E", outcomed.accountable, w.unit, "F[i] + sold[i] - retired[i] + land[i]", derivation.Rounding{},
		w.of(func(y OutcomeYear) derivation.Value { return ofAmount(y.Accountable) })...)
	x.Index, x.When = "i", "known(F[i])"
	w.Given("final", outcomed.final, "", "", w.of(func(y OutcomeYear) derivation.Value { return derivation.Flag(y.isFinal()) })...).Index = "i"
}

// sums states what is compared, and the decision.
func (w outcomeSheet) sums() {
	o, kind := w.o, w.o.Target.Timeframe().kind
	over := ""
	if kind == average {
		over = " / (t - f + 1)"
	}
	const all = "min(i: known(E[i])) = 1"
	w.amount("allowable", outcomed.allowable, "sum(i: v[i])"+over, "", known(o.Allowable))
	w.amount("accountable", outcomed.total, "sum(i: E[i])"+over, all, o.Accountable)
	w.amount("shortfall", outcomed.shortfall, "sum(i: E[i] - v[i])"+over, all, o.Shortfall)
	var cases []derivation.Case
	add := func(d Decision, condition string, holds bool) {
		cases = append(cases, derivation.Case{Name: d.String(), What: d.term(), If: condition, Holds: holds})
	}
	above, open := false, false
	var excess decimal.Decimal
	for _, y := range o.Years {
		difference := y.Accountable.co2e.Tonnes().Sub(y.Allowable.Tonnes())
		excess = excess.Add(difference)
		open = open || !y.isFinal()
		above = above || y.isFinal() && difference.IsPositive()
	}
	if kind == annual {
		add(Missed, "sum(i: final[i] = 1 and E[i] > v[i]) > 0", above)
	}
	add(Undecided, "min(i: final[i]) = 0", open)
	if kind != annual {
		add(Missed, "sum(i: E[i]) > sum(i: v[i])", o.complete() && excess.IsPositive())
	}
	add(Met, "", true)
	w.Decided("decision", outcomed.decision, cases...).As(o.Decision.String())
}
