package bridge

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Reading is an inventory as it is read for one figure: through a view, in a
// metric.
type Reading struct {
	Inventory ghg.Inventory
	View      ghg.View
	Metric    ghg.Metric
}

// CategoryCause says why the records of a category changed. It has no amount:
// the records give it.
type CategoryCause struct {
	// Category is a code of the scheme. A sector or sub-sector stands for all
	// below it, unless a cause is given for a node further down.
	Category string
	// Change narrows the cause to one kind of change; [ChangeNone] is every
	// kind. [ChangeMetric] needs no cause, as the metrics asked for are one.
	Change ChangeKind
	Cause
}

// Inventories bridges the totals of two inventories of one place and
// period, record by record. Records are matched by category, gas, variant,
// scope, fuel, activity and facility; several of one such key add up. What is
// left on both sides of one category, gas, variant and scope is compared as a
// whole, as its records only carry other labels. A line that changes nothing is
// not listed.
//
// Where the readings ask for two metrics, every line that can be counted in
// both is split into a change of value and a metric effect; CO2e that cannot be
// taken to the other metric is [ChangeInseparable]. Where they ask for two
// views, what only one of them counts is [ChangeSelection].
//
// The metric effect has a cause, and so has what two views select; every other
// line takes the nearest cause given for its category, and is
// [CauseUnknown] without one. A cause that no line falls under stands as a line
// of 0.
//
// A total that is withheld, or that has no number behind it, has no bridge: the
// error of [ghg.YearlyOf] is returned. So are inventories of two schemes
// refused: bridge their totals with [Published] and a cause of kind
// [CauseEdition]. What does not stand is a [ghg.Fault] each.
func Inventories(from, to Reading, causes ...CategoryCause) (Bridge, error) {
	year, err := samePeriod(from.Inventory, to.Inventory)
	if err != nil {
		return Bridge{}, err
	}
	a, err := ghg.YearlyOf(from.View, from.Metric, from.Inventory)
	if err != nil {
		return Bridge{}, fmt.Errorf("bridge from: %w", err)
	}
	z, err := ghg.YearlyOf(to.View, to.Metric, to.Inventory)
	if err != nil {
		return Bridge{}, fmt.Errorf("bridge to: %w", err)
	}
	b, err := newBridge(year, a, z)
	if err != nil {
		return Bridge{}, err
	}
	scheme := from.Inventory.Scheme()
	assigned, err := assign(scheme, causes)
	if err != nil {
		return Bridge{}, err
	}
	b.lines = b.match(tallyOf(from, to.Metric), tallyOf(to, from.Metric))
	b.sort(scheme)
	for i := range b.lines {
		b.explain(&b.lines[i], assigned)
	}
	b.lines = append(b.lines, assigned.unused(b.change.of(decimal.Zero))...)
	return Bridge{b}, nil
}

// samePeriod is the year that both inventories are of.
func samePeriod(from, to ghg.Inventory) (int, error) {
	a, b := from.Scheme().ID(), to.Scheme().ID()
	switch {
	case a == "" || b == "":
		return 0, ghg.ErrNoInventory
	case a != b:
		return 0, contradicts("scheme", string(b), fmt.Sprintf("the other inventory is of %s, and their categories cannot be compared; "+
			"bridge the two totals with Published and a cause of kind edition", a))
	case from.Period() != to.Period():
		return 0, contradicts("period", to.Period().String(), fmt.Sprintf("the other inventory is of %s, and a bridge is of one year; "+
			"a change from year to year has drivers, not causes of restatement", from.Period()))
	}
	return from.Period().Year(), nil
}

// sort puts the lines in the order of the scheme.
func (b *bridge) sort(s ghg.Scheme) {
	order := map[string]int{}
	for n := range s.Nodes() {
		order[n.Code] = len(order)
	}
	slices.SortFunc(b.lines, func(x, y Line) int {
		return cmp.Or(
			cmp.Compare(order[x.Category.Code], order[y.Category.Code]),
			cmp.Compare(x.Gas.String(), y.Gas.String()),
			cmp.Compare(x.Label, y.Label),
			cmp.Compare(x.Change, y.Change),
			cmp.Compare(x.Note, y.Note),
			x.amount.t.Cmp(y.amount.t),
		)
	})
}

// explain gives a line its cause.
func (b *bridge) explain(l *Line, causes *assigned) {
	x, y := b.from.View().ID(), b.to.View().ID()
	if l.Change == ChangeMetric {
		l.Cause = Cause{Kind: CauseMetric, What: fmt.Sprintf("%s to %s", b.from.Metric().ID(), b.to.Metric().ID())}
	} else if c, ok := causes.nearest(*l); ok {
		l.Cause = c
	} else if l.Change == ChangeSelection && x != y {
		l.Cause = Cause{Kind: CauseBoundary, What: fmt.Sprintf("view %s to view %s", x, y)}
	}
}

// assigned are the causes by the node and change that they are given for.
type assigned struct {
	scheme ghg.Scheme
	causes []CategoryCause
	at     map[causeNode]int
	used   []bool
}

// causeNode is a node and a kind of change.
type causeNode struct {
	code   string
	change ChangeKind
}

// assign checks the causes of a computed bridge.
func assign(s ghg.Scheme, causes []CategoryCause) (*assigned, error) {
	if len(causes) > maxCauses {
		return nil, tooManyCauses(len(causes))
	}
	a := &assigned{s, slices.Clone(causes), map[causeNode]int{}, make([]bool, len(causes))}
	var faults ghg.Faults
	for i, c := range causes {
		of := causeOf(i)
		ok := c.check(of, &faults)
		category, err := s.Category(c.Category)
		if err != nil {
			faults.Add(ghg.Fault{Code: ghg.FaultUnknownCategory, Of: of, Field: "category", Value: c.Category, Detail: err.Error()})
			ok = false
		}
		if c.Change > ChangeInseparable || c.Change == ChangeMetric {
			faults.Refuse(of, "change", c.Change.String(), "allowed are added, removed, value, selection, inseparable, or none for all of them")
			ok = false
		}
		if !ok {
			continue
		}
		p := causeNode{category.Code, c.Change}
		if j, taken := a.at[p]; taken {
			faults.Refuse(of, "category", category.Code, causeOf(j)+" is given for the same changes: which amount is whose cannot be told; "+
				"narrow one with Change, or give one cause that names both")
			continue
		}
		a.at[p], a.causes[i].Category = i, category.Code
	}
	return a, faults.Err()
}

// nearest is the cause given for the lowest node that a line falls under; of
// two for one node, the one for its kind of change.
func (a *assigned) nearest(l Line) (Cause, bool) {
	for code := l.Category.Code; code != ""; {
		for _, change := range []ChangeKind{l.Change, ChangeNone} {
			if i, ok := a.at[causeNode{code, change}]; ok {
				a.used[i] = true
				return a.causes[i].Cause, true
			}
		}
		n, _ := a.scheme.Node(code)
		code = n.Parent
	}
	return Cause{}, false
}

// unused are lines of 0 for causes that no line fell under.
func (a *assigned) unused(zero Difference) []Line {
	var out []Line
	for i, c := range a.causes {
		if !a.used[i] {
			out = append(out, Line{Cause: c.Cause, Category: ghg.Category{Scheme: a.scheme.ID(), Code: c.Category},
				Note: "changed nothing", amount: zero, quantified: true})
		}
	}
	return out
}
