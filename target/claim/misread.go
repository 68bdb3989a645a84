package claim

import (
	"fmt"
	"math/big"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// The codes of findings on numbers that were read or written in another way than they
// are claimed.
const (
	// FindingCutOff: a number was cut off at its last digit, where it should have been
	// rounded: 69.991 % printed as 69.9 %.
	FindingCutOff = "cut-off"
	// FindingFactorOfTen: a number agrees with the others if its decimal mark is moved by
	// one, two or three places, as where kt and Mt, or a fraction and a percentage, were
	// exchanged.
	FindingFactorOfTen = "factor-of-ten"
)

// misnamed remarks on a number that stands under another's name.
func (n *numbers) misnamed(f *ghg.Findings) {
	b, t, c, p := numeral(n.reference), numeral(n.level), numeral(n.cutAmount), n.share()
	swap := func(code, called, is string, wrong, right solved, or string) {
		w, r := wrong.read(), right.read()
		f.Add(ghg.Finding{Code: code, Severity: ghg.Serious, Of: called, Stated: right.of.text, Found: w.found(),
			Detail: fmt.Sprintf("%s is called %s, but is %s: %s = %s = %s; %s = %s = %s%s",
				right.of.text, called, is, is, r.Figures, r.found(), called, w.Figures, w.found(), or)})
	}
	// exchanged tells which of two readings holds: by the amount, or from the amounts by the
	// percentage, which most often was rounded.
	exchanged := func(wrong, right solved, wrongShare, rightShare *term) bool {
		switch w := wrong.read(); {
		case w.verdict() != DoesNotReproduce:
			return false
		case right.read().AsPrinted:
			return true
		case n.cut == nil:
			return false
		}
		r := solved{n.cut, rightShare}.read()
		return !(solved{n.cut, wrongShare}).read().Within && (r.AsPrinted || n.cut.isCutOff(rightShare.span()))
	}
	left := ""
	if n.cut != nil {
		left = fmt.Sprintf("; or %s is what is left, as in \"to %s\"", n.cut.text, n.cut.text)
	}
	if allStated(n.reference, n.cut, n.cutAmount) {
		wrong, right := solved{n.cutAmount, b.times(p)}, solved{n.cutAmount, b.times(p.left())}
		if exchanged(wrong, right, c.over(b), c.over(b).left()) {
			swap(FindingLevelCalledCut, "the amount to cut", "the level", wrong, right, left)
		}
	} else if allStated(n.reference, n.level, n.cutAmount) {
		wrong, right := solved{n.cutAmount, b.minus(t)}, solved{n.cutAmount, t}
		if exchanged(wrong, right, nil, nil) {
			swap(FindingLevelCalledCut, "the amount to cut", "the level", wrong, right, "")
		}
	}
	if allStated(n.reference, n.cut, n.level) {
		wrong, right := solved{n.level, b.times(p.left())}, solved{n.level, b.times(p)}
		if exchanged(wrong, right, t.over(b).left(), t.over(b)) {
			swap(FindingCutCalledLevel, "the level", "the amount to cut", wrong, right, left)
		}
	}
	years := &term{n: n.years}
	share, _ := n.cutOf(b, t, c, p)
	if share == nil {
		return
	}
	linear := share.over(years)
	compound := func() *term { return share.left().root(n.years).left() }
	rate := func(called, is string, of *number, wrong, right *term) {
		w, r := solved{of, wrong}, solved{of, right}
		if w.read().verdict() == DoesNotReproduce && r.read().AsPrinted {
			swap(FindingRateKind, called, is, w, r, "")
		}
	}
	if n.linear != nil {
		rate("the linear rate", "the compound rate", n.linear, linear, compound())
	}
	if n.compound != nil {
		rate("the compound rate", "the linear rate", n.compound, compound(), linear)
	}
}

// isCutOff reports whether a computed value is the printed number with more digits,
// cut off behind its last one, and would round to another.
func (n *number) isCutOff(s span) bool {
	if s.why != "" || n.span.holds(s.mid) || n.span.mid.Sign() == 0 {
		return false
	}
	size := func(x *big.Rat) *big.Rat { return new(big.Rat).Abs(x) }
	printed, computed := size(n.span.mid), size(s.mid)
	unit := new(big.Rat).Mul(n.half(), big.NewRat(2, 1))
	return s.mid.Sign() == n.span.mid.Sign() && computed.Cmp(printed) > 0 && computed.Cmp(new(big.Rat).Add(printed, unit)) < 0
}

// half is half a unit of the last printed digit.
func (n *number) half() *big.Rat { return new(big.Rat).Sub(n.span.high, n.span.mid) }

// cutOff remarks on a number that was cut off rather than rounded: the one that the
// relation is judged by, or a share.
func (n *numbers) cutOff(f *ghg.Findings, r relation, checked Relation) bool {
	if checked.Numbers == Reproduces || checked.Numbers == NotCheckable {
		return false
	}
	for i, s := range r.solved {
		switch {
		case s.of.amount && (i > 0 || checked.Numbers == Rounding), !s.of.isCutOff(s.term.span()):
			continue
		case n.isDecided(s.of) && s.of.half().Cmp(big.NewRat(5, 1000)) >= 0: // a whole percentage that was decided is one
			continue
		}
		x := checked.Readings[i]
		f.Add(ghg.Finding{Code: FindingCutOff, Severity: ghg.Warning, Of: x.Of, Stated: x.Printed, Found: x.found(),
			Detail: fmt.Sprintf("%s = %s = %s, printed %s: cut off at its last digit, and not rounded", x.Of, x.Figures, x.found(), x.Printed)})
		return true
	}
	return false
}

// factorOfTen remarks on a number that agrees with the others if its decimal mark is
// moved. One digit agrees with too much to say so.
func (n *numbers) factorOfTen(f *ghg.Findings, r relation, checked Relation) {
	if checked.Numbers != DoesNotReproduce {
		return
	}
	for i, s := range r.solved {
		twenty := new(big.Rat).Mul(s.of.half(), big.NewRat(20, 1))
		if new(big.Rat).Abs(s.of.span.mid).Cmp(twenty) < 0 {
			continue
		}
		got := s.term.loose().span()
		if got.why != "" || got.open || !got.isNarrow() {
			continue
		}
		for _, places := range []int{1, -1, 2, -2, 3, -3} {
			if !s.of.span.shifted(places).meets(got) {
				continue
			}
			factor := "1" + strings.Repeat("0", max(places, -places))
			side := "too small"
			if places < 0 {
				side = "too large"
			}
			x := checked.Readings[i]
			f.Add(ghg.Finding{Code: FindingFactorOfTen, Severity: ghg.Serious, Of: x.Of, Stated: x.Printed, Found: x.found(),
				Detail: fmt.Sprintf("%s = %s = %s, printed %s: %s by a factor of %s, or one of the others is off by it", x.Of, x.Figures,
					x.found(), x.Printed, side, factor)})
			return
		}
	}
}

// loose is the term with the digits of a decided percentage standing for what they may
// have been rounded from.
func (t *term) loose() *term {
	if t == nil {
		return nil
	}
	out := *t
	out.a, out.b, out.decided = t.a.loose(), t.b.loose(), false
	return &out
}

// isNarrow reports whether a span says enough of its size: its ends have one sign, and
// the one is at most twice the other.
func (s span) isNarrow() bool {
	if s.low.Sign() == 0 || s.low.Sign() != s.high.Sign() {
		return false
	}
	a, z := new(big.Rat).Abs(s.low), new(big.Rat).Abs(s.high)
	two := big.NewRat(2, 1)
	return z.Cmp(new(big.Rat).Mul(a, two)) <= 0 && a.Cmp(new(big.Rat).Mul(z, two)) <= 0
}

// shifted is the span with its decimal mark moved.
func (s span) shifted(places int) span {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil)
	factor := new(big.Rat).SetInt(ten)
	if places < 0 {
		factor.Inv(factor)
	}
	by := func(x *big.Rat) *big.Rat { return new(big.Rat).Mul(x, factor) }
	return span{mid: by(s.mid), low: by(s.low), high: by(s.high)}
}
