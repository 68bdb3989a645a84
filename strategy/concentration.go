package strategy

import (
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// ConcentrationLimits are the shares of the sum above which a plan leans too
// much on its largest parts. They are a choice: 40 % for the largest is common.
// A limit that is not set is not tested; one at least is needed.
type ConcentrationLimits struct {
	Top1 ghg.Share `json:"top1"` // of the largest part
	Top3 ghg.Share `json:"top3"` // of the three largest together
}

// check refuses limits that are no share of a whole.
func (l ConcentrationLimits) check() error {
	var faults ghg.Faults
	const of = "concentration limits"
	for _, x := range []struct {
		field string
		limit ghg.Share
	}{{"top1", l.Top1}, {"top3", l.Top3}} {
		if f := x.limit.Fraction(); f.Sign() < 0 || f.GreaterThan(decimal.New(1, 0)) {
			faults.Refuse(of, x.field, x.limit.String(), "0% to 100% are allowed")
		}
	}
	if l.Top1.IsUnset() && l.Top3.IsUnset() {
		faults.Refuse(of, "top1", "", "name a limit, such as 40% for the largest part, or one for the three largest")
	}
	return faults.Err()
}

// Concentration says how much of a sum of reductions comes of its largest
// parts: the risk that the plan fails with one project.
type Concentration struct {
	Kind  Kind     `json:"kind"`
	Year  int      `json:"year"`
	By    Grouping `json:"by"` // ByAction or ByArea
	Total ghg.CO2e `json:"total"`
	// Top1 and Top3 are the share of the largest part and of the three largest;
	// of all, where there are fewer. They are undefined where nothing is cut on
	// the whole, and where some parts are increases: shares would then pass
	// 100 %.
	Top1   ghg.Ratio           `json:"top1"`
	Top3   ghg.Ratio           `json:"top3"`
	Limits ConcentrationLimits `json:"limits"`
	// Parts and NotQuantified are how many parts have an amount, and how many
	// have none and so are in no share.
	Parts         int `json:"parts"`
	NotQuantified int `json:"notQuantified"`
	// NotCounted are the actions that do not count by their stage, and are in no share.
	NotCounted     int `json:"notCounted"`
	above1, above3 bool
	largest        []ConcentrationPart
}

// ConcentrationPart is one of the largest parts.
type ConcentrationPart struct {
	ID    string    `json:"id"` // of the action, or the code of the area
	Name  string    `json:"name"`
	CO2e  ghg.CO2e  `json:"co2e"`
	Share ghg.Ratio `json:"share"` // of the total
}

// Concentration is the share of the largest actions or areas in a total. Shares
// are quotients to [ghg.RatioPlaces]; limits are compared before rounding.
//
// Of an evaluation the parts are those of its division: a share may change
// with the method. Areas are held against each other by their sums, so that an
// increase within an area is not seen there.
func (t Total) Concentration(by Grouping, limits ConcentrationLimits) (Concentration, error) {
	if t.p.def == nil {
		return Concentration{}, ErrNoPortfolio
	}
	if by != ByAction && by != ByArea {
		return Concentration{}, fmt.Errorf("concentration by %s: strategy.ByAction and strategy.ByArea are allowed", by)
	}
	if err := limits.check(); err != nil {
		return Concentration{}, err
	}
	c := Concentration{Kind: t.Kind, Year: t.Year, By: by, Total: t.CO2e, Limits: limits, NotCounted: t.NotCounted}
	parts := t.concentrationParts(by, &c.NotQuantified)
	c.Parts = len(parts)
	slices.SortStableFunc(parts, func(a, b ConcentrationPart) int { return b.CO2e.Tonnes().Cmp(a.CO2e.Tonnes()) })
	c.largest = slices.Clone(parts[:min(len(parts), 3)])
	why := c.undefined(parts)
	if why != "" {
		c.Top1, c.Top3 = ghg.Undefined(why), ghg.Undefined(why)
		for i := range c.largest {
			c.largest[i].Share = c.Top1
		}
		return c, nil
	}
	total, sum := c.Total.Tonnes(), decimal.Decimal{}
	for i := range c.largest {
		sum = sum.Add(c.largest[i].CO2e.Tonnes())
		c.largest[i].Share = ghg.Quotient(c.largest[i].CO2e.Tonnes(), total, "")
	}
	c.Top1, c.Top3 = c.largest[0].Share, ghg.Quotient(sum, total, "")
	above := func(part decimal.Decimal, limit ghg.Share) bool {
		return !limit.IsUnset() && part.GreaterThan(total.Mul(limit.Fraction()))
	}
	c.above1, c.above3 = above(c.largest[0].CO2e.Tonnes(), limits.Top1), above(sum, limits.Top3)
	return c, nil
}

// concentrationParts are the parts with an amount, and how many have none.
func (t Total) concentrationParts(by Grouping, without *int) (out []ConcentrationPart) {
	if by == ByArea {
		for _, a := range t.ByArea() {
			if a.IsQuantified() {
				out = append(out, ConcentrationPart{ID: a.Area.Code, Name: a.Area.Name, CO2e: a.CO2e})
			} else {
				*without++
			}
		}
		return out
	}
	for _, a := range t.amounts {
		switch {
		case a.Action.Stage.IsWithdrawn() || a.aside:
		case a.Quantified:
			out = append(out, ConcentrationPart{ID: a.Action.ID, Name: a.Action.Name, CO2e: a.CO2e})
		default:
			*without++
		}
	}
	return out
}

// undefined is why no share can be given, or "". The parts come largest first.
func (c Concentration) undefined(parts []ConcentrationPart) string {
	switch {
	case len(parts) == 0:
		return "nothing is quantified"
	case c.Total.IsZero():
		return "the total is 0"
	case parts[0].CO2e.Sign() <= 0:
		return "nothing is cut: emissions are raised"
	case parts[len(parts)-1].CO2e.Sign() < 0:
		return "some parts are increases, so that shares of the total would pass 100%"
	}
	return ""
}

// Largest yields the largest parts, three at most, the largest first; of equal
// ones the first in the order of portfolio or framework.
func (c Concentration) Largest() iter.Seq[ConcentrationPart] { return slices.Values(c.largest) }

// IsTop1Above reports whether the share of the largest part is above its limit.
// An undefined share is not above; see Top1.
func (c Concentration) IsTop1Above() bool { return c.above1 }

// IsTop3Above reports whether the share of the three largest parts is above
// their limit. An undefined share is not above; see Top3.
func (c Concentration) IsTop3Above() bool { return c.above3 }

// IsAlert reports whether one of the limits is passed.
func (c Concentration) IsAlert() bool { return c.above1 || c.above3 }

// String is the concentration in one line.
func (c Concentration) String() string {
	return fmt.Sprintf("%s reductions in %d by %s: largest %s, three largest %s of %s",
		c.Kind, c.Year, c.By, c.Top1.Percent(1), c.Top3.Percent(1), c.Total)
}

// Details is the shares as arithmetic, with the limits.
func (c Concentration) Details() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s\n%d parts; %d not quantified, which may change every share", c, c.Parts, c.NotQuantified)
	if c.NotCounted > 0 {
		fmt.Fprintf(&b, "; %d actions not counted by stage", c.NotCounted)
	}
	for _, p := range c.largest {
		fmt.Fprintf(&b, "\n  %s: %s / %s = %s", p.ID, p.CO2e, c.Total, p.Share.Percent(1))
	}
	limit := func(what string, l ghg.Share, above bool, share ghg.Ratio) {
		if l.IsUnset() {
			return
		}
		verdict := "not above it"
		if _, ok := share.Value(); !ok {
			verdict = "not tested"
		} else if above {
			verdict = "above it"
		}
		fmt.Fprintf(&b, "\n%s: limit %s, %s", what, l, verdict)
	}
	limit("largest", c.Limits.Top1, c.above1, c.Top1)
	limit("three largest", c.Limits.Top3, c.above3, c.Top3)
	return b.String()
}
