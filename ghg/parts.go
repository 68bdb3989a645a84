package ghg

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg/words"
)

// Grouping says how [Total.By] splits a total.
type Grouping uint8

// The groupings of a total. Parts by sector and category stand in the order of
// the standard and include those that are 0; parts by gas only those met.
const (
	BySector Grouping = iota + 1
	ByCategory
	ByScope
	ByGas
)

// Part is a piece of a total, itself a sum with its lines. A part that holds
// none of the lines that cannot join is given even where the total is
// withheld.
type Part struct {
	Label string // code of the node, scope or gas
	Name  string
	Amount
	// Coverage is that of the categories in the part; of a gas it is empty, as
	// categories are required and gases are not.
	Coverage Coverage
}

// By splits the total into parts that add up to it. An unknown grouping gives
// none.
func (t Total) By(g Grouping) []Part {
	if t.inv == nil {
		return nil
	}
	var parts []Part
	at := map[string]int{}
	part := func(label, name string) *Part {
		i, ok := at[label]
		if !ok {
			i = len(parts)
			at[label] = i
			parts = append(parts, Part{Label: label, Name: name})
		}
		return &parts[i]
	}
	nodes := t.inv.scheme.def.Nodes
	labels := func(r *row) (string, string) {
		switch g {
		case BySector:
			n := nodes[t.inv.scheme.def.sector[r.node]]
			return n.Code, n.Name
		case ByCategory:
			return nodes[r.node].Code, nodes[r.node].Name
		case ByScope:
			s := t.inv.scopeOf(r).String()
			return s, s
		}
		if r.gas.IsZero() {
			return "", "all gases together"
		}
		return r.gas.String(), r.gas.Name()
	}
	if g == BySector || g == ByCategory || g == ByScope {
		for i, selected := range t.View.def.selects {
			if selected {
				part(labels(&row{node: int32(i)}))
			}
		}
	} else if g != ByGas {
		return nil
	}
	for _, l := range t.Lines {
		p := part(labels(l.at.row()))
		p.Lines = append(p.Lines, l)
	}
	for _, u := range t.Unjoined {
		p := part(labels(u.at.row()))
		p.Unjoined = append(p.Unjoined, u)
	}
	for i := range parts {
		p := &parts[i]
		p.CO2e = sum(p.Lines, p.Withheld(), t.Metric)
		if g != ByGas {
			p.Coverage = t.cover.of(func(node int32) bool {
				label, _ := labels(&row{node: node})
				return label == p.Label
			})
		}
	}
	if g == ByGas {
		slices.SortStableFunc(parts, func(a, b Part) int { return int(gasOrder(a.Label)) - int(gasOrder(b.Label)) })
	} else if g == ByScope {
		slices.SortStableFunc(parts, func(a, b Part) int { return slices.Compare([]byte(a.Label), []byte(b.Label)) })
	}
	return parts
}

func gasOrder(label string) uint16 { return substances().byAlias[label].n }

func (inv *inventory) scopeOf(r *row) Scope {
	if s := inv.scheme.def.Nodes[r.node].Scope; s != ScopeUnspecified {
		return s
	}
	return r.scope
}

// At is the part of the total under one node of the scheme: a sector, a
// sub-sector or a category.
func (t Total) At(code string) (Part, error) {
	if t.inv == nil {
		return Part{}, ErrNoView
	}
	top, ok := t.inv.scheme.find(code)
	if !ok {
		return Part{}, unknownCategory(t.inv.scheme.ID(), code)
	}
	n := t.inv.scheme.def.Nodes[top]
	p := Part{Label: n.Code, Name: n.Name}
	for _, l := range t.Lines {
		if t.inv.scheme.under(l.at.row().node, top) {
			p.Lines = append(p.Lines, l)
		}
	}
	for _, u := range t.Unjoined {
		if t.inv.scheme.under(u.at.row().node, top) {
			p.Unjoined = append(p.Unjoined, u)
		}
	}
	p.CO2e = sum(p.Lines, p.Withheld(), t.Metric)
	p.Coverage = t.cover.of(func(node int32) bool { return t.inv.scheme.under(node, top) })
	return p, nil
}

// under reports whether a node is top or below it.
func (s Scheme) under(node int32, top int) bool {
	for i := int(node); ; i = s.def.index[s.def.Nodes[i].Parent] {
		if i == top {
			return true
		}
		if s.def.Nodes[i].Parent == "" {
			return false
		}
	}
}

// ShowParts shows the amounts of parts of a total as [ShowList] does. A part that
// is withheld is refused with the error of its first line.
func ShowParts(unit MassUnit, places int32, parts ...Part) (ShownList, error) {
	amounts := make([]CO2e, len(parts))
	for i, p := range parts {
		if p.Withheld() {
			return ShownList{}, fmt.Errorf("part %s is withheld: %w", words.Quote(p.Label), p.Unjoined[0].Err)
		}
		amounts[i] = p.CO2e
	}
	return ShowList(unit, places, amounts...)
}
