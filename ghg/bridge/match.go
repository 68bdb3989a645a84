package bridge

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// recordKey is what records of two inventories are matched by.
type recordKey struct {
	source
	fuel, activity, facility string
}

// source is what records share that count the same thing with other labels.
type source struct {
	code    string
	gas     ghg.Gas
	variant ghg.Variant
	scope   ghg.Scope
}

func keyOf(r ghg.Record) recordKey {
	return recordKey{source{r.Category.Code, r.Gas, r.Variant, r.Scope}, r.Fuel, r.Activity, r.Facility}
}

func (k recordKey) label() string {
	parts := []string{k.variant.String()}
	if k.scope != ghg.ScopeUnspecified {
		parts = append(parts, k.scope.String())
	}
	var out []string
	for _, p := range append(parts, k.fuel, k.activity, k.facility) {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, ", ")
}

// tally is what one side has under a key.
type tally struct {
	counted int             // records in the total
	leftOut int             // records with a number that the view leaves out
	own     decimal.Decimal // tonnes of CO2e on the metric of its side
	crossed decimal.Decimal // on the metric of the other side, of records that can be taken there
	across  int             // records in crossed
}

func (x tally) add(y tally) tally {
	return tally{x.counted + y.counted, x.leftOut + y.leftOut, x.own.Add(y.own), x.crossed.Add(y.crossed), x.across + y.across}
}

// side is the tally of an inventory, and the notation keys met by category.
type side struct {
	tallies map[recordKey]tally
	keys    map[string]ghg.Key
}

// tallyOf adds up an inventory by key, in its own metric and in the other's.
func tallyOf(r Reading, other ghg.Metric) side {
	s := side{map[recordKey]tally{}, map[string]ghg.Key{}}
	own, _ := r.Inventory.Total(r.View, r.Metric)  // it was given before
	crossed, _ := r.Inventory.Total(r.View, other) // where withheld, it still has the lines that can be taken there
	for l := range own.Lines.All() {
		k := keyOf(l.Record())
		s.tallies[k] = s.tallies[k].add(tally{counted: 1, own: l.CO2e.Tonnes()})
	}
	for l := range crossed.Lines.All() {
		k := keyOf(l.Record())
		s.tallies[k] = s.tallies[k].add(tally{across: 1, crossed: l.CO2e.Tonnes()})
	}
	for _, l := range own.LeftOut {
		switch record := l.Record(); {
		case l.Why == ghg.NotANumber && record.Value.Key() != ghg.KeyNone:
			s.note(record.Category.Code, record.Value.Key())
		case l.Why == ghg.OtherStatus || l.Why == ghg.Overridden: // another figure of the source counts, in any view
		case l.Why != ghg.MemoItem && record.Value.IsNumber():
			k := keyOf(record)
			s.tallies[k] = s.tallies[k].add(tally{leftOut: 1})
		}
	}
	return s
}

// note keeps the key of a category; of several, as coverage does, the first in
// the order of the keys.
func (s side) note(code string, k ghg.Key) {
	if met := s.keys[code]; met == ghg.KeyNone || k < met {
		s.keys[code] = k
	}
}

// match compares the two sides key by key. Together the lines are the change.
func (b *bridge) match(from, to side) []Line {
	m := matching{bridge: b}
	var lonelyFrom, lonelyTo []recordKey
	wholeFrom, wholeTo := map[source]tally{}, map[source]tally{}
	for k, f := range from.tallies {
		if t, both := to.tallies[k]; both {
			m.pair(k, f, t, "")
		} else if f.counted > 0 {
			lonelyFrom = append(lonelyFrom, k)
			wholeFrom[k.source] = wholeFrom[k.source].add(f)
		}
	}
	for k, t := range to.tallies {
		if _, both := from.tallies[k]; !both && t.counted > 0 {
			lonelyTo = append(lonelyTo, k)
			wholeTo[k.source] = wholeTo[k.source].add(t)
		}
	}
	for s, f := range wholeFrom {
		if t, both := wholeTo[s]; both {
			m.pair(recordKey{source: s}, f, t, "labelled differently")
		}
	}
	for _, k := range lonelyFrom {
		if _, both := wholeTo[k.source]; !both {
			m.line(k, ChangeRemoved, from.tallies[k].own.Neg(), keyNote("now", to.keys[k.code]))
		}
	}
	for _, k := range lonelyTo {
		if _, both := wholeFrom[k.source]; !both {
			m.line(k, ChangeAdded, to.tallies[k].own, keyNote("was", from.keys[k.code]))
		}
	}
	return m.lines
}

func keyNote(when string, k ghg.Key) string {
	if k == ghg.KeyNone {
		return ""
	}
	return when + " " + k.String()
}

type matching struct {
	*bridge
	lines []Line
}

// pair compares what both sides have under a key.
func (m *matching) pair(k recordKey, f, t tally, note string) {
	change := t.own.Sub(f.own)
	if (f.counted > 0) != (t.counted > 0) {
		m.line(k, ChangeSelection, change, note)
		return
	}
	if (f.leftOut > 0) != (t.leftOut > 0) {
		m.line(k, ChangeInseparable, change, join(note, "the view leaves out some of its records on one side"))
		return
	}
	if !m.change.IsMixed() {
		m.line(k, ChangeValue, change, note)
		return
	}
	if f.across != f.counted || t.across != t.counted {
		m.line(k, ChangeInseparable, change, join(note, "CO2e that cannot be taken to the other metric"))
		return
	}
	half := decimal.New(5, -1)
	effect := f.crossed.Sub(f.own).Add(t.own.Sub(t.crossed)).Mul(half)
	m.line(k, ChangeMetric, effect, note)
	m.line(k, ChangeValue, change.Sub(effect), note)
}

func join(a, b string) string {
	if a == "" {
		return b
	}
	return a + "; " + b
}

// line keeps a line that changes something.
func (m *matching) line(k recordKey, c ChangeKind, tonnes decimal.Decimal, note string) {
	if tonnes.IsZero() {
		return
	}
	category := ghg.Category{Scheme: m.from.Edition(), Code: k.code}
	m.lines = append(m.lines, Line{Change: c, Category: category, Gas: k.gas, Label: k.label(), Note: note,
		amount: m.change.of(tonnes), quantified: true})
}
