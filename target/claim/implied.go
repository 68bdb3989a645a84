package claim

import (
	"fmt"
	"math/big"

	"github.com/localghg/localghg/ghg"
)

// The two ways in which a percentage beside an amount is read, and an amount beside a
// base.
const (
	ByShare = "by" // cut by 45 %; the amount is what is cut
	ToShare = "to" // cut to 45 %; the amount is what is left
)

// Implied is the value of a number that is not printed, by one of the two readings of
// those that are: "by 45 %" and "to 45 %" of one base are two levels.
type Implied struct {
	Reading string // ByShare or ToShare
	Of      string // the number: "level", "cut amount", "base", "cut"
	Formula string // "base × (1 - cut)"
	Figures string // the formula with the numbers as printed
	Value   ghg.Ratio
	Unit    string // "Mt", or "%"
	// Range is what the number may be for all that the digits of the others stand for.
	Range Range
}

// String is `by: level = base × (1 - cut) = 9145.4 kt, from 9062.26 to 9228.54 kt`.
func (i Implied) String() string {
	x := Reading{Unit: i.Unit}
	if !i.Value.IsDefined() {
		return fmt.Sprintf("%s: %s = %s: %s", i.Reading, i.Of, i.Formula, i.Value)
	}
	return fmt.Sprintf("%s: %s = %s = %s, from %s", i.Reading, i.Of, i.Formula, x.with(i.Value.String()), x.with(i.Range.String()))
}

// implied are the numbers that follow where two of base, cut, and level or amount to cut
// are printed and the rest is not.
func (n *numbers) implied() []Implied {
	b, t, c, p := numeral(n.reference), numeral(n.level), numeral(n.cutAmount), numeral(n.cut)
	var out []Implied
	add := func(reading, of string, as *number, value *term) {
		s := value.span()
		x := Implied{Reading: reading, Of: of, Formula: value.words(), Figures: value.figures(), Unit: as.unit}
		switch {
		case s.why != "":
			x.Value, x.Range = ghg.Undefined(s.why), Range{Open: true}
		default:
			x.Value, x.Range = ghg.RatioOf(as.printed(s.mid)), as.rangeOf(s)
		}
		out = append(out, x)
	}
	percent := &number{unit: "%", one: big.NewRat(1, 100)}
	base := "base"
	if n.reference != nil {
		base = n.reference.name
	}
	switch {
	case allStated(n.reference, n.cut) && n.level == nil && n.cutAmount == nil:
		add(ByShare, "level", n.reference, b.times(p.left()))
		add(ByShare, "cut amount", n.reference, b.times(p))
		add(ToShare, "level", n.reference, b.times(p))
		add(ToShare, "cut amount", n.reference, b.times(p.left()))
	case allStated(n.level, n.cut) && n.reference == nil && n.cutAmount == nil:
		add(ByShare, base, n.level, t.over(p.left()))
		add(ToShare, base, n.level, t.over(p))
	case allStated(n.cutAmount, n.cut) && n.reference == nil && n.level == nil:
		add(ByShare, base, n.cutAmount, c.over(p))
		add(ToShare, base, n.cutAmount, c.over(p.left()))
	case allStated(n.reference, n.level) && n.cut == nil && n.cutAmount == nil:
		add(ByShare, "cut", percent, t.over(b).left())
		add(ToShare, "cut", percent, t.over(b))
	case allStated(n.reference, n.cutAmount) && n.cut == nil && n.level == nil:
		add(ByShare, "cut", percent, c.over(b))
		add(ToShare, "cut", percent, c.over(b).left())
	}
	return out
}
