package ghg

import (
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// addGroup is what records of one category and gas add to a total, of one metric.
type addGroup struct {
	addGroupID
	first rowOf
	sum   sum
	n     int
}

type addGroupID struct {
	node   int32
	gas    Gas
	adds   addend
	metric MetricID
}

// groupsOfTotal are the records of a total by category and gas, in the order of the scheme.
func groupsOfTotal(t *Total) []addGroup {
	at := map[addGroupID]int{}
	var groups []addGroup
	for n := range t.Lines.Len() {
		from := t.Lines.row(n)
		r := from.row()
		id := addGroupID{node: r.node, gas: r.gas, adds: t.addendOf(r)}
		if r.value.kind == equivalent {
			id.metric = r.value.metricOf().ID()
		}
		i, ok := at[id]
		if !ok {
			i = len(groups)
			at[id] = i
			groups = append(groups, addGroup{addGroupID: id, first: from})
		}
		g := &groups[i]
		if g.n++; id.adds == addsMoved {
			line, _ := from.count(t.Metric) // it was counted before
			g.sum.addDecimal(line.CO2e.t)
		} else {
			g.sum.add(r.value.number(), 1, 0)
		}
	}
	slices.SortStableFunc(groups, func(a, b addGroup) int { return int(a.node) - int(b.node) })
	return groups
}

// byCategory makes a row of each category and gas: the sum of its masses, or of its CO2e,
// of which each was rounded for itself where it is recomputed.
func (s *sheet) byCategory() {
	list := listing{inv: s.t.inv, metric: s.t.Metric}
	var rows [addends][]derivation.Row
	var sums, factors [addends][]derivation.Value
	groups := groupsOfTotal(s.t)
	for i, g := range groups {
		label := words.Join([]words.Term{list.label(g.first), derivedCounted.With(g.n)}, "")
		rows[g.adds] = append(rows[g.adds], derivation.Row{ID: strconv.Itoa(i + 1), Label: label})
		sums[g.adds] = append(sums[g.adds], derivation.Number(g.sum.decimal()))
		if g.adds == addsMass {
			gwp, _ := s.t.Metric.GWP(g.first.originIn(s.t.Metric)) // there is one, as the records were counted
			factors[g.adds] = append(factors[g.adds], derivation.Number(gwp))
		}
	}
	s.grouped = true
	unit := s.t.Metric.Unit()
	s.add(derivation.Index{Letter: "i", Rows: rows[addsMass]}, "sum(i: m[i] × g[i])",
		derivation.Step{Symbol: "m", What: derivedMass, Unit: "t", Values: sums[addsMass]},
		derivation.Step{Symbol: "g", What: derivedGWP, Unit: gwpUnit(s.t.Metric), Source: metricSource(s.t.Metric), Values: factors[addsMass]})
	s.add(derivation.Index{Letter: "k", Rows: rows[addsGiven]}, "sum(k: e[k])",
		derivation.Step{Symbol: "e", What: derivedGiven, Unit: unit, Values: sums[addsGiven]})
	s.add(derivation.Index{Letter: "j", Rows: rows[addsMoved]}, "sum(j: c[j])",
		derivation.Step{Symbol: "c", What: derivedMoved, Unit: unit, Values: sums[addsMoved]})
}
