package beside

import (
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// matching is what both sides have in a category, or in a gas of it.
type matching struct {
	code, gas string
	a, b      []entry
}

// match takes the difference apart, category by category in the order of the scheme.
func (c *comparison) match(paired pairs) {
	at := map[string]*matching{}
	for side, r := range []*reading{c.first, c.second} {
		for _, e := range r.entries {
			if e.code == "" {
				continue
			}
			m := at[e.code]
			if m == nil {
				m = &matching{code: e.code}
				at[e.code] = m
			}
			if side == 0 {
				m.a = append(m.a, e)
			} else {
				m.b = append(m.b, e)
			}
		}
	}
	for n := range c.first.scheme.Nodes() {
		if m := at[n.Code]; m != nil {
			c.category(*m, paired)
		}
	}
	c.notConverted(c.first, false)
	c.notConverted(c.second, true)
	slices.SortStableFunc(c.lines, func(x, y Line) int { return int(x.Kind) - int(y.Kind) })
}

// category takes the difference of a category apart.
func (c *comparison) category(m matching, paired pairs) {
	both := paired.both(m.code)
	c.remarkCalculations(m, paired)
	if len(both) > 0 || len(m.a) == 0 || len(m.b) == 0 {
		c.source(m, paired, both)
		return
	}
	for _, g := range m.byGas() {
		c.source(g, paired, nil)
	}
}

// byGas are the gases of a category, in the order in which they are met by name, or the
// category as a whole where a line is of all gases.
func (m matching) byGas() []matching {
	at := map[string]*matching{}
	for side, entries := range [2][]entry{m.a, m.b} {
		for _, e := range entries {
			g := gasOf(e.Record.Gas)
			if g == "" {
				return []matching{m}
			}
			if at[g] == nil {
				at[g] = &matching{code: m.code, gas: g}
			}
			if side == 0 {
				at[g].a = append(at[g].a, e)
			} else {
				at[g].b = append(at[g].b, e)
			}
		}
	}
	var out []matching
	for _, g := range at {
		out = append(out, *g)
	}
	slices.SortFunc(out, func(x, y matching) int { return strings.Compare(x.gas, y.gas) })
	return out
}

// gasOf is the gas that two inventories may have in common, however closely each tells it:
// methane of whatever origin, HFCs together.
func gasOf(g ghg.Gas) string {
	switch {
	case g == ghg.CH4Fossil || g == ghg.CH4NonFossil:
		return ghg.CH4.String()
	case !g.IsZero() && (g.IsBlend() || g.Family() != "base"):
		return strings.ToUpper(g.Family())
	}
	return g.String()
}

// amounts are what the lines of a side count on its metric and on the other's, and whether
// all of them can be taken there.
func amounts(entries []entry) (own, crossed decimal.Decimal, across bool) {
	across = true
	for _, e := range entries {
		own, crossed, across = own.Add(e.Tonnes), crossed.Add(e.crossed), across && e.across
	}
	return own, crossed, across
}

// source takes apart what both sides have of one source.
func (c *comparison) source(m matching, paired pairs, both []pairKey) {
	a, crossedA, acrossA := amounts(m.a)
	b, crossedB, acrossB := amounts(m.b)
	switch {
	case len(m.b) == 0:
		c.line(m, OnlyFirst, "", a, c.lacking(c.second, m))
		return
	case len(m.a) == 0:
		c.line(m, OnlySecond, "", b.Neg(), c.lacking(c.first, m))
		return
	}
	rest := a.Sub(b)
	if c.mixed() {
		if !acrossA || !acrossB {
			c.inseparable(m, rest, acrossA, acrossB)
			return
		}
		effect := a.Sub(crossedA).Add(crossedB.Sub(b)).Mul(half)
		c.line(m, Metric, "", effect, c.metrics())
		rest = rest.Sub(effect)
	}
	for _, k := range both {
		rest = rest.Sub(c.calculated(m, k, paired.first[k], paired.second[k]))
	}
	if x, y, differ := variants(m); differ && len(both) == 0 {
		c.line(m, Method, "", rest, words.Term{En: x.String() + " and " + y.String(), Ko: x.Korean() + ", " + y.Korean()})
		return
	}
	c.line(m, Remainder, "", rest, words.Term{})
}

// calculated adds the lines of two calculations of one thing, and gives what they explain.
func (c *comparison) calculated(m matching, k pairKey, a, b Calculation) decimal.Decimal {
	c.remarkStatistics(m.code, a, b)
	s, err := splitOf(a, b, c.first.Metric, c.second.Metric)
	if err != nil {
		c.remark(FindingCalculationNotDivided, ghg.Warning, c.categoryOf(m.code), a.Factor.String(), b.Factor.String(), words.Term{
			En: "the calculations of %s cannot be held against each other, and the difference is in the remainder: %v",
			Ko: "%s의 산정 내역을 비교할 수 없어 차이를 나머지에 두었습니다: %v"}, nameOf(a), err)
		return decimal.Decimal{}
	}
	c.line(m, Activity, a.Of, s.activity, c.sides(quantity(a), quantity(b)))
	c.line(m, Factor, a.Of, s.factor, c.sides(factorOf(a), factorOf(b)))
	c.line(m, Method, a.Of, s.method, c.sides(quantity(a), quantity(b)))
	return s.activity.Add(s.factor).Add(s.method)
}

// variants are the alternatives of the two sides, and whether each holds that of the other
// alone.
func variants(m matching) (a, b ghg.Variant, differ bool) {
	one := func(entries []entry) ghg.Variant {
		v := entries[0].Record.Variant
		for _, e := range entries {
			if e.Record.Variant != v {
				return ghg.NoVariant
			}
		}
		return v
	}
	a, b = one(m.a), one(m.b)
	alternatives := map[ghg.Variant]ghg.Variant{ghg.LocationBased: ghg.MarketBased, ghg.MarketBased: ghg.LocationBased,
		ghg.DistanceBased: ghg.FuelBased, ghg.FuelBased: ghg.DistanceBased}
	return a, b, a != ghg.NoVariant && alternatives[a] == b
}

// notConverted adds what of a side has no place in the comparison, by category and reason.
func (c *comparison) notConverted(r *reading, negative bool) {
	at := map[string]int{}
	for _, e := range r.entries {
		if e.code != "" {
			continue
		}
		key := e.Record.Category.Code + "\n" + e.stays.String()
		i, met := at[key]
		if !met {
			i = len(c.lines)
			at[key] = i
			note := words.Term{}
			note.En, note.Ko = words.Term{En: "%s: %s", Ko: "%s: %s"}.Fill(r.Name, r.why(e.Record, e.stays))
			c.lines = append(c.lines, Line{Kind: NotConverted, Category: e.Record.Category, Note: note})
		}
		l := &c.lines[i]
		if negative {
			l.Tonnes, l.second = l.Tonnes.Sub(e.Tonnes), append(l.second, e.Source)
		} else {
			l.Tonnes, l.first = l.Tonnes.Add(e.Tonnes), append(l.first, e.Source)
		}
	}
}

// line keeps a line that adds something.
func (c *comparison) line(m matching, k Kind, of string, tonnes decimal.Decimal, note words.Term) {
	if tonnes.IsZero() {
		return
	}
	c.lines = append(c.lines, Line{Kind: k, Category: c.categoryOf(m.code), Gas: m.gas, Of: words.OneLine(of), Tonnes: tonnes, Note: note,
		first: sources(m.a), second: sources(m.b)})
}

func sources(entries []entry) []Source {
	var out []Source
	for _, e := range entries {
		out = append(out, e.Source)
	}
	return out
}

func (c *comparison) categoryOf(code string) ghg.Category {
	return ghg.Category{Scheme: c.first.scheme.ID(), Code: code}
}

func (c *comparison) mixed() bool { return c.first.Metric.ID() != c.second.Metric.ID() }
