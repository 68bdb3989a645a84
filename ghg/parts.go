package ghg

import (
	"fmt"
	"slices"
	"strings"

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
	if t.inv == nil || g < BySector || g > ByGas {
		return nil
	}
	p := newParting(&t, g)
	of := make([]int32, t.Lines.Len()) // part of each line
	for i := range of {
		of[i] = p.of(t.Lines.row(i).row())
	}
	for _, u := range t.Unjoined {
		i := p.of(u.at.row())
		p.parts[i].Unjoined = append(p.parts[i].Unjoined, u)
	}
	p.deal(t.Lines, of)
	count := counter{inv: t.inv, metric: t.Metric}
	for i := range p.parts {
		count.addUp(&p.parts[i].Amount)
	}
	if g != ByGas {
		t.met().split(t.Coverage.Gaps, func(node int32) *Coverage {
			if i := p.nodes[node]; i >= 0 {
				return &p.parts[i].Coverage
			}
			return nil
		})
		for i := range p.parts {
			p.parts[i].settle(p.parts[i].Coverage)
		}
	}
	if g == ByGas {
		slices.SortStableFunc(p.parts, func(a, b Part) int { return int(gasOrder(a.Label)) - int(gasOrder(b.Label)) })
	} else if g == ByScope {
		slices.SortStableFunc(p.parts, func(a, b Part) int { return strings.Compare(a.Label, b.Label) })
	}
	return p.parts
}

// addUp says what the lines of an amount add up to: nothing where it is withheld.
func (c *counter) addUp(a *Amount) {
	a.CO2e.m = c.metric
	if !a.Withheld() {
		a.CO2e.t = c.sum(a.Lines)
	}
}

// parting finds the part that a row of an inventory is in.
type parting struct {
	inv    *inventory
	g      Grouping
	parts  []Part
	nodes  []int32 // part of each node that the view selects, or -1
	scopes [Scope3 + 1]int32
	gases  map[Gas]int32
}

// newParting makes the parts that a total has even where they hold nothing. They are those of
// its view, which finds them once.
func newParting(t *Total, g Grouping) *parting {
	if g == ByGas {
		return &parting{inv: t.inv, g: g, gases: map[Gas]int32{}}
	}
	kept := &t.View.def.parts[g]
	p := kept.Load()
	if p == nil {
		p = partingOf(t, g)
		kept.Store(p)
	}
	own := *p
	own.inv, own.parts = t.inv, slices.Clone(p.parts)
	return &own
}

func partingOf(t *Total, g Grouping) *parting {
	p := &parting{g: g}
	for i := range p.scopes {
		p.scopes[i] = -1
	}
	scheme := t.inv.scheme.def
	p.nodes = make([]int32, len(scheme.Nodes))
	sectors := make([]int32, len(scheme.Nodes)) // 1 + part
	for i, selected := range t.View.def.selects {
		p.nodes[i] = -1
		if !selected {
			continue
		}
		switch n := &scheme.Nodes[i]; g {
		case BySector:
			s := scheme.sector[i]
			if sectors[s] == 0 {
				sectors[s] = 1 + p.add(scheme.Nodes[s].Code, scheme.Nodes[s].Name)
			}
			p.nodes[i] = sectors[s] - 1
		case ByCategory:
			p.nodes[i] = p.add(n.Code, n.Name)
		case ByScope:
			p.nodes[i] = p.ofScope(n.Scope)
		}
	}
	return p
}

func (p *parting) add(label, name string) int32 {
	p.parts = append(p.parts, Part{Label: label, Name: name})
	return int32(len(p.parts) - 1)
}

// of is the part of a row.
func (p *parting) of(r *row) int32 {
	switch {
	case p.g == ByScope && p.inv.scheme.def.Nodes[r.node].Scope == ScopeUnspecified:
		return p.ofScope(r.scope)
	case p.g == ByGas:
		return p.ofGas(r.gas)
	}
	return p.nodes[r.node]
}

func (p *parting) ofScope(s Scope) int32 {
	if p.scopes[s] < 0 {
		p.scopes[s] = p.add(s.String(), s.String())
	}
	return p.scopes[s]
}

func (p *parting) ofGas(g Gas) int32 {
	i, ok := p.gases[g]
	if !ok {
		i = p.add(g.String(), g.Name())
		if g.IsZero() {
			p.parts[i].Name = "all gases together"
		}
		p.gases[g] = i
	}
	return i
}

// deal gives each part its lines, in their order.
func (p *parting) deal(lines Lines, of []int32) {
	ends := make([]int32, len(p.parts)+1)
	for _, part := range of {
		ends[part+1]++
	}
	rows := make([]int32, len(of))
	for i := range p.parts {
		ends[i+1] += ends[i]
		p.parts[i].Lines = Lines{lines.inv, lines.metric, rows[ends[i]:ends[i+1]:ends[i+1]]}
	}
	for i, part := range of {
		rows[ends[part]] = lines.row(i).i
		ends[part]++
	}
}

func gasOrder(label string) uint16 { return substances().byCode[label].n }

// At is the part of the total under one node of the scheme: a sector, a
// sub-sector or a category.
func (t Total) At(code string) (Part, error) {
	if t.inv == nil {
		return Part{}, ErrNoView
	}
	top, ok := t.inv.scheme.find(code)
	if !ok {
		return Part{}, unknownCategory(t.inv.scheme, code)
	}
	nodes := t.inv.scheme.def.Nodes
	under := make([]bool, len(nodes))
	for i := range nodes {
		under[i] = t.inv.scheme.under(int32(i), top)
	}
	p := Part{Label: nodes[top].Code, Name: nodes[top].Name}
	p.Lines = Lines{t.Lines.inv, t.Metric, []int32{}}
	for i := range t.Lines.Len() {
		if at := t.Lines.row(i); under[at.row().node] {
			p.Lines.rows = append(p.Lines.rows, at.i)
		}
	}
	for _, u := range t.Unjoined {
		if under[u.at.row().node] {
			p.Unjoined = append(p.Unjoined, u)
		}
	}
	count := counter{inv: t.inv, metric: t.Metric}
	count.addUp(&p.Amount)
	t.met().split(t.Coverage.Gaps, func(node int32) *Coverage {
		if under[node] {
			return &p.Coverage
		}
		return nil
	})
	p.settle(p.Coverage)
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

// ShowParts shows the amounts of parts of a total as [ShowList] does. A part of which
// nothing is reported is shown as "–", which is not 0, and so is the total where there is
// no other part; the total of no parts is 0. A part that is withheld is refused with the error of its first line.
func ShowParts(unit MassUnit, places int32, parts ...Part) (ShownList, error) {
	amounts := make([]CO2e, len(parts))
	for i, p := range parts {
		if p.Withheld() {
			return ShownList{}, fmt.Errorf("part %s is withheld: %w", words.Quote(p.Label), p.Unjoined[0].Err)
		}
		amounts[i] = p.CO2e
	}
	list, err := ShowList(unit, places, amounts...)
	if err != nil {
		return ShownList{}, err
	}
	list.total.none = len(parts) > 0
	for i, p := range parts {
		list.parts[i].none = !p.IsReported()
		list.total.none = list.total.none && list.parts[i].none
	}
	return list, nil
}
