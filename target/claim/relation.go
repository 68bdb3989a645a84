package claim

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// solved is a relation solved for one of its numbers.
type solved struct {
	of   *number
	term *term
}

// relation is a relation between printed numbers, solved for each of
// them. The first is the one that it is judged by.
type relation struct {
	name   string
	solved []solved
}

// numbers are the printed numbers of a claim; nil where not printed.
type numbers struct {
	reference              *number // base or baseline
	level, cutAmount, cut  *number
	reduced                *number
	reduction, achieved    *number
	linear, compound       *number
	years                  int
	follows                Follows
	parts                  []partNumbers
	otherBases, otherLevel []*number
}

type partNumbers struct {
	name   string
	whole  *number
	parts  []partNumber
	amount *number // of the total
	share  *number
}

type partNumber struct{ amount, share *number }

func (c Claim) numbers() *numbers {
	n := &numbers{
		reference: amountNumber("base", c.Base),
		level:     amountNumber("level", c.Level),
		cutAmount: amountNumber("cut amount", c.CutAmount),
		cut:       shareNumber("cut", c.Cut),
		reduced:   amountNumber("reduced", c.Reduced),
		reduction: shareNumber("reduction", c.Reduction),
		achieved:  shareNumber("achieved", c.Achieved),
		linear:    shareNumber("linear rate", c.LinearRate),
		compound:  shareNumber("compound rate", c.CompoundRate),

		years:   c.Due - c.BaseYear,
		follows: c.Follows,
	}
	if n.reference == nil {
		n.reference = amountNumber("baseline", c.Baseline)
	}
	for _, list := range c.Parts {
		prefix := ""
		if list.Name != "" {
			prefix = list.Name + ": "
		}
		p := partNumbers{name: prefix, whole: amountNumber(prefix+"whole", list.Whole)}
		for _, x := range list.Parts {
			p.parts = append(p.parts, partNumber{amountNumber(prefix+x.Name, x.Amount), shareNumber(prefix+"share of "+x.Name, x.Share)})
		}
		p.amount = amountNumber(prefix+"total", list.Total.Amount)
		p.share = shareNumber(prefix+"share of the total", list.Total.Share)
		n.parts = append(n.parts, p)
	}
	for _, a := range c.OtherBases {
		n.otherBases = append(n.otherBases, amountNumber("base", a))
	}
	for _, a := range c.OtherLevels {
		n.otherLevel = append(n.otherLevel, amountNumber("level", a))
	}
	return n
}

// all are the printed numbers, other bases and levels apart.
func (n *numbers) all() []*number {
	list := []*number{n.reference, n.level, n.cutAmount, n.cut, n.reduced, n.reduction, n.achieved, n.linear, n.compound}
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
func (n *numbers) relations() []relation {
	var out []relation
	add := func(name string, solved ...solved) { out = append(out, relation{name, solved}) }
	n.goal(add)
	n.result(add)
	n.rates(add)
	for _, p := range n.parts {
		p.relations(add)
	}
	return out
}

func allStated(numbers ...*number) bool {
	for _, x := range numbers {
		if x == nil {
			return false
		}
	}
	return true
}

// share is the printed percentage as the other numbers follow from it: one that
// was decided is what it says, and its digits stand for nothing else.
func (n *numbers) share() *term {
	return &term{num: n.cut, decided: n.isDecided(n.cut)}
}

// goal relates base or baseline B, level T, amount to cut C and share to cut p.
func (n *numbers) goal(add func(string, ...solved)) {
	b, t, c, p := numeral(n.reference), numeral(n.level), numeral(n.cutAmount), n.share()
	order := func(amount, share solved, base solved) []solved {
		if n.follows == PercentageFollows {
			return []solved{share, amount, base}
		}
		return []solved{amount, share, base}
	}
	if allStated(n.reference, n.level, n.cut) {
		add("level and cut", order(
			solved{n.level, b.times(p.left())},
			solved{n.cut, t.over(b).left()},
			solved{n.reference, t.over(p.left())})...)
	}
	if allStated(n.reference, n.cutAmount, n.cut) {
		add("cut amount and cut", order(
			solved{n.cutAmount, b.times(p)},
			solved{n.cut, c.over(b)},
			solved{n.reference, c.over(p)})...)
	}
	switch {
	case allStated(n.reference, n.level, n.cutAmount):
		add("cut amount and level",
			solved{n.cutAmount, b.minus(t)},
			solved{n.level, b.minus(c)},
			solved{n.reference, t.plus(c)})
	case allStated(n.level, n.cutAmount, n.cut): // the reference is not printed
		ratio := ratOne.over(p).minus(ratOne) // of level to cut amount
		add("level, cut amount and cut", order(
			solved{n.cutAmount, t.over(ratio)},
			solved{n.cut, ratOne.shareOf(ratOne.plus(t.over(c)))},
			solved{n.level, c.times(ratio)})...)
	}
}

// result relates what was cut so far, R, as an amount, as a share of the
// reference and as a share of the goal's cut. The shares follow.
func (n *numbers) result(add func(string, ...solved)) {
	b, t, c, p := numeral(n.reference), numeral(n.level), numeral(n.cutAmount), n.share()
	r, s, a := numeral(n.reduced), numeral(n.reduction), numeral(n.achieved)
	if allStated(n.reference, n.reduced, n.reduction) {
		add("reduction",
			solved{n.reduction, r.over(b)},
			solved{n.reduced, b.times(s)},
			solved{n.reference, r.over(s)})
	}
	switch {
	case n.achieved == nil:
	case allStated(n.reduced, n.cutAmount):
		add("achieved",
			solved{n.achieved, r.shareOf(c)},
			solved{n.reduced, c.times(a)},
			solved{n.cutAmount, r.over(a)})
	case allStated(n.reduced, n.reference, n.level):
		add("achieved",
			solved{n.achieved, r.shareOf(b.minus(t))},
			solved{n.reduced, b.minus(t).times(a)},
			solved{n.level, b.minus(r.over(a))},
			solved{n.reference, t.plus(r.over(a))})
	case allStated(n.reduced, n.reference, n.cut):
		add("achieved",
			solved{n.achieved, r.shareOf(b.times(p))},
			solved{n.reduced, b.times(p).times(a)},
			solved{n.cut, r.over(a.times(b))},
			solved{n.reference, r.over(a.times(p))})
	case allStated(n.reduction, n.cut):
		add("achieved",
			solved{n.achieved, s.shareOf(p)},
			solved{n.reduction, p.times(a)},
			solved{n.cut, s.over(a)})
	}
}

// rates relate a rate a year with the cut: as printed, or as the amounts give
// it. The rate follows.
func (n *numbers) rates(add func(string, ...solved)) {
	b, t, c, p := numeral(n.reference), numeral(n.level), numeral(n.cutAmount), n.share()
	l, q := numeral(n.linear), numeral(n.compound)
	years := &term{n: n.years}
	share, solve := n.cutOf(b, t, c, p)
	if share == nil {
		return
	}
	if n.linear != nil {
		add("linear rate", append([]solved{{n.linear, share.over(years)}}, solve(l.times(years))...)...)
	}
	if n.compound != nil {
		rate := solved{n.compound, share.left().root(n.years).left()}
		add("compound rate", append([]solved{rate}, solve(q.left().pow(n.years).left())...)...)
	}
}

// cutOf is the share to cut by the first numbers that give it, and how they
// follow from such a share.
func (n *numbers) cutOf(b, t, c, p *term) (*term, func(*term) []solved) {
	switch {
	case n.cut != nil:
		return p, func(x *term) []solved { return []solved{{n.cut, x}} }
	case allStated(n.reference, n.level):
		return t.over(b).left(), func(x *term) []solved {
			return []solved{{n.level, b.times(x.left())}, {n.reference, t.over(x.left())}}
		}
	case allStated(n.reference, n.cutAmount):
		return c.over(b), func(x *term) []solved {
			return []solved{{n.cutAmount, b.times(x)}, {n.reference, c.over(x)}}
		}
	}
	return nil, nil
}

// relations of parts: each share with its amount, and both with the total.
func (p partNumbers) relations(add func(string, ...solved)) {
	shareOf := func(x partNumber) {
		if !allStated(p.whole, x.amount, x.share) {
			return
		}
		w, a, s := numeral(p.whole), numeral(x.amount), numeral(x.share)
		add(x.share.name,
			solved{x.share, a.over(w)},
			solved{x.amount, w.times(s)},
			solved{p.whole, a.over(s)})
	}
	for _, x := range p.parts {
		shareOf(x)
	}
	shareOf(partNumber{p.amount, p.share})
	sum := func(name string, total *number, of func(partNumber) *number) {
		if total == nil || len(p.parts) == 0 {
			return
		}
		var t *term
		for _, x := range p.parts {
			number := of(x)
			switch {
			case number == nil:
				return
			case t == nil:
				t = numeral(number)
			default:
				t = t.plus(numeral(number))
			}
		}
		add(p.name+name, solved{total, t})
	}
	sum("sum", p.amount, func(x partNumber) *number { return x.amount })
	sum("sum of shares", p.share, func(x partNumber) *number { return x.share })
}

// bases says how the stated bases of a relation's amounts differ, or "". A view or
// metric that is not stated differs from none here, as publications seldom state
// them, whereas to [ghg.Basis.Meets] a view beside none is another: so only what
// two numbers both state is compared.
func (r relation) bases() string {
	var view, metric *number
	for _, x := range r.numbers() {
		if !x.amount {
			continue
		}
		if !x.view.IsZero() {
			if view != nil && (ghg.Basis{View: view.view}).Meets(view.name, ghg.Basis{View: x.view}, x.name) != nil {
				return fmt.Sprintf("%s is stated in %s, %s in %s", view.name, view.view, x.name, x.view)
			}
			view = x
		}
		if m := x.metric; m.ID() != ghg.Unstated.ID() { // the zero Metric has that ID too
			if metric != nil && (ghg.Basis{Metric: metric.metric}).Meets(metric.name, ghg.Basis{Metric: m}, x.name) != nil {
				return fmt.Sprintf("%s is stated on metric %s, %s on %s", metric.name, metric.metric, x.name, m)
			}
			metric = x
		}
	}
	return ""
}

// numbers are the numbers that the relation is between.
func (r relation) numbers() []*number {
	first := r.solved[0]
	return append(first.term.numbers(), first.of)
}
