package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// claimSolved is a relation solved for one of its numbers.
type claimSolved struct {
	of   *claimNumber
	term *claimTerm
}

// claimRelation is a relation between printed numbers, solved for each of
// them. The first is the one that it is judged by.
type claimRelation struct {
	name   string
	solved []claimSolved
}

// claimNumbers are the printed numbers of a claim; nil where not printed.
type claimNumbers struct {
	reference              *claimNumber // base or baseline
	level, cutAmount, cut  *claimNumber
	reduced                *claimNumber
	reduction, achieved    *claimNumber
	linear, compound       *claimNumber
	years                  int
	follows                Follows
	parts                  []claimPartNumbers
	otherBases, otherLevel []*claimNumber
}

type claimPartNumbers struct {
	name   string
	whole  *claimNumber
	parts  []claimPartNumber
	amount *claimNumber // of the total
	share  *claimNumber
}

type claimPartNumber struct{ amount, share *claimNumber }

func (c Claim) numbers() *claimNumbers {
	n := &claimNumbers{
		reference: claimAmountNumber("base", c.Base),
		level:     claimAmountNumber("level", c.Level),
		cutAmount: claimAmountNumber("cut amount", c.CutAmount),
		cut:       claimShareNumber("cut", c.Cut),
		reduced:   claimAmountNumber("reduced", c.Reduced),
		reduction: claimShareNumber("reduction", c.Reduction),
		achieved:  claimShareNumber("achieved", c.Achieved),
		linear:    claimShareNumber("linear rate", c.LinearRate),
		compound:  claimShareNumber("compound rate", c.CompoundRate),

		years:   c.Due - c.BaseYear,
		follows: c.Follows,
	}
	if n.reference == nil {
		n.reference = claimAmountNumber("baseline", c.Baseline)
	}
	for _, list := range c.Parts {
		prefix := ""
		if list.Name != "" {
			prefix = list.Name + ": "
		}
		p := claimPartNumbers{name: prefix, whole: claimAmountNumber(prefix+"whole", list.Whole)}
		for _, x := range list.Parts {
			p.parts = append(p.parts, claimPartNumber{claimAmountNumber(prefix+x.Name, x.Amount), claimShareNumber(prefix+"share of "+x.Name, x.Share)})
		}
		p.amount = claimAmountNumber(prefix+"total", list.Total.Amount)
		p.share = claimShareNumber(prefix+"share of the total", list.Total.Share)
		n.parts = append(n.parts, p)
	}
	for _, a := range c.OtherBases {
		n.otherBases = append(n.otherBases, claimAmountNumber("base", a))
	}
	for _, a := range c.OtherLevels {
		n.otherLevel = append(n.otherLevel, claimAmountNumber("level", a))
	}
	return n
}

// all are the printed numbers, other bases and levels apart.
func (n *claimNumbers) all() []*claimNumber {
	list := []*claimNumber{n.reference, n.level, n.cutAmount, n.cut, n.reduced, n.reduction, n.achieved, n.linear, n.compound}
	for _, p := range n.parts {
		list = append(list, p.whole)
		for _, x := range p.parts {
			list = append(list, x.amount, x.share)
		}
		list = append(list, p.amount, p.share)
	}
	out := list[:0]
	for _, x := range list {
		if x != nil {
			out = append(out, x)
		}
	}
	return out
}

// relations are those that the printed numbers allow.
func (n *claimNumbers) relations() []claimRelation {
	var out []claimRelation
	add := func(name string, solved ...claimSolved) { out = append(out, claimRelation{name, solved}) }
	n.goal(add)
	n.result(add)
	n.rates(add)
	for _, p := range n.parts {
		p.relations(add)
	}
	return out
}

func claimHas(numbers ...*claimNumber) bool {
	for _, x := range numbers {
		if x == nil {
			return false
		}
	}
	return true
}

// share is the printed percentage as the other numbers follow from it: one that
// was decided is what it says, and its digits stand for nothing else.
func (n *claimNumbers) share() *claimTerm {
	return &claimTerm{num: n.cut, decided: n.isDecided(n.cut)}
}

// goal relates base or baseline B, level T, amount to cut C and share to cut p.
func (n *claimNumbers) goal(add func(string, ...claimSolved)) {
	b, t, c, p := claimNum(n.reference), claimNum(n.level), claimNum(n.cutAmount), n.share()
	order := func(amount, share claimSolved, base claimSolved) []claimSolved {
		if n.follows == PercentageFollows {
			return []claimSolved{share, amount, base}
		}
		return []claimSolved{amount, share, base}
	}
	if claimHas(n.reference, n.level, n.cut) {
		add("level and cut", order(
			claimSolved{n.level, b.times(p.left())},
			claimSolved{n.cut, t.over(b).left()},
			claimSolved{n.reference, t.over(p.left())})...)
	}
	if claimHas(n.reference, n.cutAmount, n.cut) {
		add("cut amount and cut", order(
			claimSolved{n.cutAmount, b.times(p)},
			claimSolved{n.cut, c.over(b)},
			claimSolved{n.reference, c.over(p)})...)
	}
	switch {
	case claimHas(n.reference, n.level, n.cutAmount):
		add("cut amount and level",
			claimSolved{n.cutAmount, b.minus(t)},
			claimSolved{n.level, b.minus(c)},
			claimSolved{n.reference, t.plus(c)})
	case claimHas(n.level, n.cutAmount, n.cut): // the reference is not printed
		ratio := claimOne.over(p).minus(claimOne) // of level to cut amount
		add("level, cut amount and cut", order(
			claimSolved{n.cutAmount, t.over(ratio)},
			claimSolved{n.cut, claimOne.over(claimOne.plus(t.over(c)))},
			claimSolved{n.level, c.times(ratio)})...)
	}
}

// result relates what was cut so far, R, as an amount, as a share of the
// reference and as a share of the goal's cut. The shares follow.
func (n *claimNumbers) result(add func(string, ...claimSolved)) {
	b, t, c, p := claimNum(n.reference), claimNum(n.level), claimNum(n.cutAmount), n.share()
	r, s, a := claimNum(n.reduced), claimNum(n.reduction), claimNum(n.achieved)
	if claimHas(n.reference, n.reduced, n.reduction) {
		add("reduction",
			claimSolved{n.reduction, r.over(b)},
			claimSolved{n.reduced, b.times(s)},
			claimSolved{n.reference, r.over(s)})
	}
	switch {
	case n.achieved == nil:
	case claimHas(n.reduced, n.cutAmount):
		add("achieved",
			claimSolved{n.achieved, r.over(c)},
			claimSolved{n.reduced, c.times(a)},
			claimSolved{n.cutAmount, r.over(a)})
	case claimHas(n.reduced, n.reference, n.level):
		add("achieved",
			claimSolved{n.achieved, r.over(b.minus(t))},
			claimSolved{n.reduced, b.minus(t).times(a)},
			claimSolved{n.level, b.minus(r.over(a))},
			claimSolved{n.reference, t.plus(r.over(a))})
	case claimHas(n.reduced, n.reference, n.cut):
		add("achieved",
			claimSolved{n.achieved, r.over(b.times(p))},
			claimSolved{n.reduced, b.times(p).times(a)},
			claimSolved{n.cut, r.over(a.times(b))},
			claimSolved{n.reference, r.over(a.times(p))})
	case claimHas(n.reduction, n.cut):
		add("achieved",
			claimSolved{n.achieved, s.over(p)},
			claimSolved{n.reduction, p.times(a)},
			claimSolved{n.cut, s.over(a)})
	}
}

// rates relate a rate a year with the cut: as printed, or as the amounts give
// it. The rate follows.
func (n *claimNumbers) rates(add func(string, ...claimSolved)) {
	b, t, c, p := claimNum(n.reference), claimNum(n.level), claimNum(n.cutAmount), n.share()
	l, q := claimNum(n.linear), claimNum(n.compound)
	years := &claimTerm{n: n.years}
	share, solve := n.cutOf(b, t, c, p)
	if share == nil {
		return
	}
	if n.linear != nil {
		add("linear rate", append([]claimSolved{{n.linear, share.over(years)}}, solve(l.times(years))...)...)
	}
	if n.compound != nil {
		add("compound rate", append([]claimSolved{{n.compound, share.left().root(n.years).left()}}, solve(q.left().pow(n.years).left())...)...)
	}
}

// cutOf is the share to cut by the first numbers that give it, and how they
// follow from such a share.
func (n *claimNumbers) cutOf(b, t, c, p *claimTerm) (*claimTerm, func(*claimTerm) []claimSolved) {
	switch {
	case n.cut != nil:
		return p, func(x *claimTerm) []claimSolved { return []claimSolved{{n.cut, x}} }
	case claimHas(n.reference, n.level):
		return t.over(b).left(), func(x *claimTerm) []claimSolved {
			return []claimSolved{{n.level, b.times(x.left())}, {n.reference, t.over(x.left())}}
		}
	case claimHas(n.reference, n.cutAmount):
		return c.over(b), func(x *claimTerm) []claimSolved {
			return []claimSolved{{n.cutAmount, b.times(x)}, {n.reference, c.over(x)}}
		}
	}
	return nil, nil
}

// relations of parts: each share with its amount, and both with the total.
func (p claimPartNumbers) relations(add func(string, ...claimSolved)) {
	shareOf := func(x claimPartNumber) {
		if !claimHas(p.whole, x.amount, x.share) {
			return
		}
		w, a, s := claimNum(p.whole), claimNum(x.amount), claimNum(x.share)
		add(x.share.name,
			claimSolved{x.share, a.over(w)},
			claimSolved{x.amount, w.times(s)},
			claimSolved{p.whole, a.over(s)})
	}
	for _, x := range p.parts {
		shareOf(x)
	}
	shareOf(claimPartNumber{p.amount, p.share})
	sum := func(name string, total *claimNumber, of func(claimPartNumber) *claimNumber) {
		if total == nil || len(p.parts) == 0 {
			return
		}
		var t *claimTerm
		for _, x := range p.parts {
			number := of(x)
			switch {
			case number == nil:
				return
			case t == nil:
				t = claimNum(number)
			default:
				t = t.plus(claimNum(number))
			}
		}
		add(p.name+name, claimSolved{total, t})
	}
	sum("sum", p.amount, func(x claimPartNumber) *claimNumber { return x.amount })
	sum("sum of shares", p.share, func(x claimPartNumber) *claimNumber { return x.share })
}

// bases says how the stated bases of a relation's amounts differ, or "".
func (r claimRelation) bases() string {
	var view, metric *claimNumber
	for _, x := range r.numbers() {
		if !x.amount {
			continue
		}
		if !x.view.IsZero() {
			if view != nil && view.view.ID() != x.view.ID() {
				return fmt.Sprintf("%s is stated in %s, %s in %s", view.name, view.view, x.name, x.view)
			}
			view = x
		}
		if m := x.metric; m.ID() != ghg.Unstated.ID() { // the zero Metric has that ID too
			if metric != nil && metric.metric.ID() != m.ID() {
				return fmt.Sprintf("%s is stated on metric %s, %s on %s", metric.name, metric.metric, x.name, m)
			}
			metric = x
		}
	}
	return ""
}

// numbers are the numbers that the relation is between.
func (r claimRelation) numbers() []*claimNumber {
	first := r.solved[0]
	return append(first.term.numbers(), first.of)
}
