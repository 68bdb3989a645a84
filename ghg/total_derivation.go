package ghg

import (
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// mostDerived is how many records the derivation of a total has a row for, and
// mostDerivedBytes how long their sources are: it is within what [derivation.Read] reads.
const (
	mostDerived      = 20_000
	mostDerivedBytes = 3 << 20
	mostSource       = 1900
)

// derived is what tests look at each derivation with.
var derived func(derivation.Derivation, error)

// Explain is how the total comes about, T = Σ m × g + Σ e + Σ c:
//
//	m[i], g[i]        masses, and the GWP of the metric of the total that they are multiplied by
//	e[k]              CO2e on that metric as given, and CO2, which counts 1 in every metric
//	a[j], o[j], n[j]  CO2e of one gas on another metric, the GWPs of that and of the total's
//	c[j]              a × n/o, to [RecomputePlaces]
//
// A row is a record: its ID is the place of the record in the inventory, from 0. The rows
// are made when the derivation is read: until then it holds the inventory alone. A total
// of more than 20,000 records is stated by category and gas. What is left out, what cannot
// join and the coverage are told; a total that is withheld is undefined. The zero Total
// has no derivation.
func (t Total) Explain() derivation.Derivation {
	if t.inv == nil {
		return derivation.Derivation{}
	}
	s := sheet{t: &t}
	if !s.byRecord() {
		s.byCategory()
	}
	s.tell()
	s.Add(s.total())
	return s.Made(totalTitle(&t), derived)
}

// sheet is what the derivation of a total is made of.
type sheet struct {
	derivation.Sheet
	t       *Total
	grouped bool // by category and gas, and not by record
	sums    []string
}

// addend is what a record adds to a total.
type addend uint8

const (
	addsMass  addend = iota // a mass × GWP
	addsGiven               // CO2e as it is given
	addsMoved               // CO2e of another metric, recomputed
	addends
)

func (t *Total) addendOf(r *row) addend {
	switch {
	case r.value.kind == emitted:
		return addsMass
	case r.gas == CO2 || r.value.metricOf().ID() == t.Metric.ID():
		return addsGiven
	}
	return addsMoved
}

// add adds an index with its columns, and what they add up to.
func (s *sheet) add(x derivation.Index, sum string, steps ...derivation.Step) {
	if len(x.Rows)+x.Later.Len == 0 {
		return
	}
	s.Indices, s.sums = append(s.Indices, x), append(s.sums, sum)
	for _, step := range steps {
		step.Index = x.Letter
		s.Add(step)
	}
}

// byRecord makes a row of each record, unless there are too many.
func (s *sheet) byRecord() bool {
	lines, metric := s.t.Lines, s.t.Metric
	if lines.Len() > mostDerived {
		return false
	}
	of := [addends][]int32{addsMass: make([]int32, 0, lines.Len())}
	list := listing{inv: s.t.inv, metric: metric}
	var on Metric // of what is recomputed; unstated where it was on several
	for i := range lines.Len() {
		at := lines.row(i)
		r := at.row()
		list.see(r)
		k := s.t.addendOf(r)
		if k == addsMoved {
			if m := r.value.metricOf(); len(of[k]) == 0 {
				on = m
			} else if m.ID() != on.ID() {
				on = Unstated
			}
		}
		of[k] = append(of[k], at.i)
	}
	if list.seen() > mostDerivedBytes {
		return false
	}
	source := withSeparator("; ", list.file, list.source)
	gwp := func(at rowOf, m Metric) decimal.Decimal {
		g, _ := m.GWP(at.originIn(m)) // there is one, as the record was counted
		return g
	}
	amount := func(at rowOf) decimal.Decimal { return at.row().value.t() }
	ofTotal := func(at rowOf) decimal.Decimal { return gwp(at, metric) }
	rows := of[addsMass]
	s.add(list.index("i", rows), "sum(i: m[i] × g[i])",
		derivation.Step{Symbol: "m", What: derivedMass, Unit: "t", Source: source, Later: list.column(rows, amount)},
		derivation.Step{Symbol: "g", What: derivedGWP, Unit: gwpUnit(metric), Source: metricSource(metric), Later: list.column(rows, ofTotal)})
	rows = of[addsGiven]
	s.add(list.index("k", rows), "sum(k: e[k])",
		derivation.Step{Symbol: "e", What: derivedGiven, Unit: metric.Unit(), Source: source, Later: list.column(rows, amount)})
	rows = of[addsMoved]
	s.add(list.index("j", rows), "sum(j: c[j])",
		derivation.Step{Symbol: "a", What: derivedOther, Unit: on.Unit(), Source: source, Later: list.column(rows, amount)},
		derivation.Step{Symbol: "o", What: derivedOtherGWP, Unit: gwpUnit(on), Source: metricSource(on), // of several, the rows say which
			Later: list.column(rows, func(at rowOf) decimal.Decimal { return gwp(at, at.row().value.metricOf()) })},
		derivation.Step{Symbol: "n", What: derivedGWP, Unit: gwpUnit(metric), Source: metricSource(metric), Later: list.column(rows, ofTotal)},
		derivation.Step{Symbol: "c", What: derivedMoved, Unit: metric.Unit(), Kind: derivation.Computed, Formula: "a[j] × n[j]/o[j]",
			Rounding: derivation.ToPlaces(RecomputePlaces), Later: list.column(rows, func(at rowOf) decimal.Decimal {
				line, _ := at.count(metric)
				return line.CO2e.t
			})})
	return true
}

// gwpUnit is the unit of the factors of a metric.
func gwpUnit(m Metric) string { return m.Unit() + "/t" }

// total is the last step: the sum, or why there is none.
func (s *sheet) total() derivation.Step {
	t := s.t
	step := derivation.Step{Symbol: "T", What: derivedTotal, Unit: t.Metric.Unit(), Kind: derivation.Computed,
		Formula: strings.Join(s.sums, " + "), Values: []derivation.Value{derivation.Number(t.CO2e.t)}}
	number := func(symbol string, what words.Term, n int) {
		value := derivation.Number(decimal.NewFromInt(int64(n)))
		s.Given(symbol, what, "", "", value)
	}
	if len(s.sums) == 0 {
		step.Formula = "0"
		number("required", derivedRequired, t.Coverage.Required)
		number("NO", derivedNO, t.Coverage.NO)
		step.When = "required > 0 and NO = required"
		if !t.IsReported() {
			step.Values[0] = derivation.Undefined(derivedNothing)
		}
	}
	if t.Withheld() {
		number("u", derivedUnjoined, len(t.Unjoined))
		step.When = "u = 0"
		step.Values[0] = derivation.Undefined(derivedWithheld.With(len(t.Unjoined)))
	}
	return step
}
