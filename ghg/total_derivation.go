package ghg

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// mostDerived is how many records the derivation of a total has a row for, and
// mostDerivedBytes how long their texts are: it is within what [derivation.Read] reads.
const (
	mostDerived      = 20_000
	mostDerivedBytes = 4 << 20
	mostSource       = 1900
)

// derived is what tests look at each derivation with.
var derived func(derivation.Derivation)

// Explain is how the total comes about, T = Σ m × g + Σ e + Σ c:
//
//	m[i], g[i]        masses, and the GWP of the metric of the total that they are multiplied by
//	e[k]              CO2e on that metric as given, and CO2, which counts 1 in every metric
//	a[j], o[j], n[j]  CO2e of one gas on another metric, the GWPs of that and of the total's
//	c[j]              a × n/o, to [RecomputePlaces]
//
// A row is a record: its ID is the place of the record in the inventory, from 0. A total
// of more than 20,000 records is stated by category and gas. What is left out, what cannot
// join and the coverage are told; a total that is withheld is undefined. The zero Total
// has no derivation.
func (t Total) Explain() derivation.Derivation {
	if t.inv == nil {
		return derivation.Derivation{}
	}
	s := sheetOf(&t)
	if !s.byRecord() {
		s = sheetOf(&t)
		s.byCategory()
	}
	d := s.definition()
	out, _ := derivation.New(d) // a fault is one of ours, and a test fails
	if derived != nil {
		derived(out)
	}
	return out
}

// sheet is what the derivation of a total is made of.
type sheet struct {
	t      *Total
	count  counter
	masses columns // m, g
	given  columns // e
	moved  columns // a, o, n, c; by category c alone
	few    bool    // by category
	common said    // what all lines say of where they were found
	on     Metric  // that of a, where it is one
	steps  []derivation.Step
	index  []derivation.Index
	sums   []string
}

func sheetOf(t *Total) *sheet { return &sheet{t: t, count: counter{inv: t.inv, metric: t.Metric}} }

// findCommon finds what all lines say, which is then said once.
func (s *sheet) findCommon() {
	var last *about
	for n := range s.t.Lines.Len() {
		a := s.t.Lines.row(n).row().about
		if n > 0 && a == last {
			continue
		}
		x := saidBy(a)
		if n == 0 {
			s.common = x
		}
		if last = a; x.file != s.common.file {
			s.common.file = ""
		}
		if x.source != s.common.source {
			s.common.source = ""
		}
		if s.common == (said{}) {
			return
		}
	}
}

// byRecord makes a row of each record, unless there are too many.
func (s *sheet) byRecord() bool {
	lines := s.t.Lines
	n := lines.Len()
	if n > mostDerived {
		return false
	}
	s.findCommon()
	s.masses.room(n, 2)
	var last *about
	var x said
	for i := range n {
		at := lines.row(i)
		r := at.row()
		if r.about != last {
			last, x = r.about, saidBy(r.about)
			if x.file == s.common.file {
				x.file = ""
			}
			if x.source == s.common.source {
				x.source = ""
			}
		}
		c := s.add(at)
		c.en = strconv.AppendInt(c.en, int64(at.i), 10)
		id := len(c.en)
		s.name(c, at)
		c.found(r.line, x.file)
		if e := r.value.entry; e != NoEntry {
			c.say(", "+e.String(), ", "+e.NameKo())
		}
		if c.end(id, x.source); len(c.en)+len(c.ko)+c.hidden > mostDerivedBytes {
			return false
		}
	}
	return true
}

// add adds what a row counts to the columns that it belongs to.
func (s *sheet) add(at rowOf) *columns {
	r := at.row()
	put := func(c *columns, i int, v derivation.Value) { c.values[i] = append(c.values[i], v) }
	on := r.value.metricOf()
	switch {
	case r.value.kind == emitted:
		put(&s.masses, 0, derivation.Number(r.value.number().decimal()))
		put(&s.masses, 1, derivation.Number(s.count.factor(r).gwp))
		return &s.masses
	case r.gas == CO2 || on.ID() == s.t.Metric.ID():
		put(&s.given, 0, derivation.Number(r.value.t()))
		return &s.given
	}
	if len(s.moved.rows) == 0 {
		s.on = on
	} else if s.on.ID() != on.ID() {
		s.on = Unstated
	}
	line, _ := at.count(s.t.Metric) // it was counted before
	before, _ := on.GWP(at.originIn(on))
	after, _ := s.t.Metric.GWP(at.originIn(s.t.Metric))
	put(&s.moved, 0, derivation.Number(r.value.t()))
	put(&s.moved, 1, derivation.Number(before))
	put(&s.moved, 2, derivation.Number(after))
	put(&s.moved, 3, derivation.Number(line.CO2e.t))
	return &s.moved
}

// definition puts the steps together.
func (s *sheet) definition() derivation.Definition {
	t := s.t
	source := withSeparator("; ", s.common.file, s.common.source)
	if len(s.masses.rows) > 0 {
		s.list("i", &s.masses, "sum(i: m[i] × g[i])",
			derivation.Step{Symbol: "m", What: derivedMass, Unit: "t", Source: source},
			derivation.Step{Symbol: "g", What: derivedGWP, Source: metricSource(t.Metric)})
	}
	if len(s.given.rows) > 0 {
		s.list("k", &s.given, "sum(k: e[k])", derivation.Step{Symbol: "e", What: derivedGiven, Unit: t.Metric.Unit(), Source: source})
	}
	switch {
	case len(s.moved.rows) == 0:
	case s.few: // each record was rounded for itself
		s.list("j", &s.moved, "sum(j: c[j])", derivation.Step{Symbol: "c", What: derivedMoved, Unit: t.Metric.Unit()})
	default:
		s.list("j", &s.moved, "sum(j: c[j])",
			derivation.Step{Symbol: "a", What: derivedOther, Unit: s.on.Unit(), Source: source},
			derivation.Step{Symbol: "o", What: derivedOtherGWP, Source: metricSource(s.on)},
			derivation.Step{Symbol: "n", What: derivedGWP, Source: metricSource(t.Metric)},
			derivation.Step{Symbol: "c", What: derivedMoved, Unit: t.Metric.Unit(), Kind: derivation.Computed, Formula: "a[j] × n[j]/o[j]",
				Rounding: derivation.ToPlaces(RecomputePlaces)})
	}
	s.tell()
	s.steps = append(s.steps, s.total())
	return derivation.Definition{Title: totalTitle(t), Indices: s.index, Steps: s.steps}
}

// list adds an index and its columns.
func (s *sheet) list(letter string, c *columns, sum string, steps ...derivation.Step) {
	s.index = append(s.index, derivation.Index{Letter: letter, Rows: c.cut()})
	for i, x := range steps {
		x.Index, x.Values = letter, c.values[i]
		s.steps = append(s.steps, x)
	}
	s.sums = append(s.sums, sum)
}

// total is the last step: the sum, or why there is none.
func (s *sheet) total() derivation.Step {
	t := s.t
	step := derivation.Step{Symbol: "T", What: derivedTotal, Unit: t.Metric.Unit(), Kind: derivation.Computed,
		Formula: strings.Join(s.sums, " + "), Values: []derivation.Value{derivation.Number(t.CO2e.t)}}
	number := func(symbol string, what words.Term, n int) {
		value := derivation.Number(decimal.NewFromInt(int64(n)))
		s.steps = append(s.steps, derivation.Step{Symbol: symbol, What: what, Values: []derivation.Value{value}})
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

// metricSource is the document that the factors come from.
func metricSource(m Metric) string {
	return words.Clip(withSeparator(": ", m.String(), withSeparator(", ", m.Title(), m.Source())), mostSource)
}

func totalTitle(t *Total) words.Term {
	view := words.Term{En: t.View.ID().label(), Ko: t.View.ID().label()}
	if name, ko := t.View.Name(), t.View.NameKo(); ko != "" && strings.HasSuffix(view.Ko, name) {
		view.Ko = strings.TrimSuffix(view.Ko, name) + ko
	}
	title := derivedTitle.With(view, t.inv.place, t.inv.period)
	return words.Term{En: words.Clip(title.En, mostSource), Ko: words.Clip(title.Ko, mostSource)}
}
