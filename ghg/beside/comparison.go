package beside

import (
	"errors"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Comparison is two inventories beside each other: the difference of their totals and its
// parts, which add up to it exactly. It is immutable; the zero Comparison holds nothing.
type Comparison struct{ def *comparison }

// ErrNoComparison says that the zero Comparison was asked.
var ErrNoComparison = errors.New("no comparison: make one with beside.Compare")

type comparison struct {
	first, second *reading
	lines         []Line // by part
	findings      ghg.Findings
	withheld      bool
}

// Part is one part of the difference: what its lines add up to.
type Part struct {
	Kind   Kind
	Tonnes decimal.Decimal // of CO2e, first minus second
	Lines  int
}

func (c Comparison) get() *comparison {
	if c.def == nil {
		return &comparison{first: &reading{}, second: &reading{}, withheld: true}
	}
	return c.def
}

// First is the total of the first inventory, with the lines behind it and its coverage.
func (c Comparison) First() ghg.Total { return c.get().first.total }

// Second is the total of the second.
func (c Comparison) Second() ghg.Total { return c.get().second.total }

// IsMixed reports whether the totals are on two metrics: their difference is CO2e on
// neither.
func (c Comparison) IsMixed() bool {
	return c.First().Metric.ID() != c.Second().Metric.ID()
}

// Tonnes is the difference, first minus second, in tonnes of CO2e, and whether there is one:
// a total that is withheld gives none.
func (c Comparison) Tonnes() (decimal.Decimal, bool) {
	d := c.get()
	if d.withheld {
		return decimal.Decimal{}, false
	}
	return d.first.total.CO2e.Tonnes().Sub(d.second.total.CO2e.Tonnes()), true
}

// Parts yields all parts in their order, those of 0 too. Together they are the difference.
func (c Comparison) Parts() iter.Seq[Part] {
	d := c.get()
	return func(yield func(Part) bool) {
		if d.withheld {
			return
		}
		for k := OnlyFirst; k <= Remainder; k++ {
			p := Part{Kind: k}
			for l := range c.LinesOf(k) {
				p.Tonnes, p.Lines = p.Tonnes.Add(l.Tonnes), p.Lines+1
			}
			if !yield(p) {
				return
			}
		}
	}
}

// Lines yields the lines of all parts, each part in the order of the scheme; what was not
// converted in that of the inventories, the first before the second. A line that adds
// nothing is not there, but for what was not converted.
func (c Comparison) Lines() iter.Seq[Line] { return slices.Values(c.get().lines) }

// LinesOf yields the lines of a part.
func (c Comparison) LinesOf(k Kind) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		for l := range c.Lines() {
			if l.Kind == k && !yield(l) {
				return
			}
		}
	}
}

// Findings are what should be known of the comparison: statistics that differ, notation keys
// on one side, calculations that do not give the amounts, what cannot be separated, and
// lines that make a total withheld.
func (c Comparison) Findings() ghg.Findings {
	f := c.get().findings
	f.All = slices.Clone(f.All)
	return f
}
