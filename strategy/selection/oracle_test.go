package selection_test

import (
	"slices"

	"github.com/localghg/localghg/strategy/selection"
	"github.com/shopspring/decimal"
)

// oracle looks at every subset. It shares no code with the package: all is in
// whole numbers, tonnes in units of 4^-16, as shares of sources are quarters.
type oracle struct {
	d          selection.Definition
	years      []int
	mostTonnes bool
	budget     int64         // most tonnes
	need       map[int]int64 // least cost
	items      []item
	left       [][][]int64 // by source, year and candidate: quarters that are left
	emissions  [][]int64
}

type item struct {
	cost, use          int64
	tonnes             []int64
	requires, excludes int // masks
	area               string
	choice             selection.Choice
}

const unit = 1 << 32

type figures struct {
	set       int
	cost, sum int64
	tonnes    []int64
}

func (o *oracle) prepare() {
	index := map[string]int{}
	for i, c := range o.d.Candidates {
		index[c.ID] = i
	}
	for _, c := range o.d.Candidates {
		x := item{cost: c.Cost.Amount().IntPart(), use: c.Uses["staff"].Shift(1).IntPart(), area: c.Area, choice: c.Choice}
		for _, y := range o.years {
			t, _ := c.Reductions.At(y)
			x.tonnes = append(x.tonnes, t.Tonnes().IntPart()*unit)
		}
		for _, id := range c.Requires {
			x.requires |= 1 << index[id]
		}
		for _, id := range c.Excludes {
			x.excludes |= 1 << index[id]
		}
		o.items = append(o.items, x)
	}
	for _, s := range o.d.Shared {
		var left [][]int64
		var emissions []int64
		for _, y := range o.years {
			quarters := slices.Repeat([]int64{4}, len(o.items))
			for _, cut := range s.Cuts {
				quarters[index[cut.Candidate]] -= cut.ByYear[y].Fraction().Mul(decimal.NewFromInt(4)).IntPart()
			}
			left = append(left, quarters)
			emissions = append(emissions, s.Emissions[y].Tonnes().IntPart())
		}
		o.left, o.emissions = append(o.left, left), append(o.emissions, emissions)
	}
}

// better is the order of the package documentation.
func (o *oracle) better(a, b figures) bool {
	if o.mostTonnes && a.sum != b.sum {
		return a.sum > b.sum
	}
	if a.cost != b.cost {
		return a.cost < b.cost
	}
	if a.sum != b.sum {
		return a.sum > b.sum
	}
	x, y := o.indices(a), o.indices(b)
	if len(x) != len(y) {
		return len(x) < len(y)
	}
	slices.Reverse(x)
	slices.Reverse(y)
	return slices.Compare(x, y) < 0
}

func (o *oracle) indices(f figures) (out []int) {
	for i := range o.items {
		if f.set>>i&1 == 1 {
			out = append(out, i)
		}
	}
	return out
}

// best are the best two sets, or fewer.
func (o *oracle) best() []figures {
	o.prepare()
	var out []figures
	for set := range 1 << len(o.items) {
		f, ok := o.figures(set)
		if !ok || len(out) == 2 && !o.better(f, out[1]) {
			continue
		}
		out = append(out, f)
		slices.SortFunc(out, func(a, b figures) int {
			if o.better(a, b) {
				return -1
			}
			return 1
		})
		out = out[:min(len(out), 2)]
	}
	return out
}

func (o *oracle) ids(f figures) (out []string) {
	for _, i := range o.indices(f) {
		out = append(out, o.d.Candidates[i].ID)
	}
	return out
}
