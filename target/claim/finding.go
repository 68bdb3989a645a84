package claim

import (
	"fmt"
	"math/big"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// The codes of findings on claims.
const (
	// FindingLevelCalledCut: what is printed as the amount to cut is the level
	// that is left.
	FindingLevelCalledCut = "level-called-cut"
	// FindingCutCalledLevel: what is printed as the level is the amount to cut.
	FindingCutCalledLevel = "cut-called-level"
	// FindingRateKind: what is printed as a linear rate is a compound one, or
	// the other way round.
	FindingRateKind = "rate-kind"
	// FindingCoarseDigits: only the coarse digits of another number explain the
	// printed one. Either the relation is [Rounding], and the number is two or
	// more units of its last digit away from what the others give as printed;
	// or it is [DoesNotReproduce], as the percentage was decided, and a rounded
	// percentage of the same digits would agree. Then look whether the
	// percentage was decided at all, or follows.
	FindingCoarseDigits = "coarse-digits"
	// FindingSignReversed: a share printed with a minus is taken as growth, and
	// the numbers agree only if it is a cut: "-45%" for 45 % less.
	FindingSignReversed = "sign-reversed"
	// FindingBasisNotStated: amounts were compared of which some do not state a
	// view: that they share a basis was taken on trust.
	FindingBasisNotStated = "basis-not-stated"
)

// coarseDigits remarks on a number that only the coarse digits of another
// explain.
func (n *numbers) coarseDigits(f *ghg.Findings, r relation, checked Relation) {
	judged, of := checked.Readings[0], r.solved[0].of
	off, _ := judged.Off.Value()
	explained := ""
	switch checked.Numbers {
	case Rounding:
		half := new(big.Rat).Sub(of.span.high, of.span.mid)
		if off.Abs().LessThan(of.printed(half.Mul(half, big.NewRat(3, 1)))) { // rounds to the next digit at most
			return
		}
		explained = n.agreesWhere(r, checked)
	case DoesNotReproduce:
		if explained = n.roundedWould(r, checked); explained == "" {
			return
		}
	default:
		return
	}
	f.Add(ghg.Finding{Code: FindingCoarseDigits, Severity: ghg.Warning, Of: judged.Of, Stated: judged.Printed, Found: judged.found(),
		Detail: fmt.Sprintf("%s = %s = %s, printed %s: off by %s%s", judged.Of, judged.Figures, judged.found(), judged.Printed,
			judged.with(off.String()), explained)})
}

// agreesWhere says in which part of their digits the other numbers must lie. A
// decided percentage lies nowhere else; a sum is not solved for its parts.
func (n *numbers) agreesWhere(r relation, checked Relation) string {
	var needs []string
	for i, other := range checked.Readings[1:] {
		if n.isDecided(r.solved[i+1].of) {
			continue
		}
		if x, ok := other.Needs(); ok && x.narrower(other.Stands) {
			needs = append(needs, fmt.Sprintf("%s, printed %s, lies from %s", other.Of, other.Printed, other.with(x.String())))
		}
	}
	if len(needs) == 0 {
		return ""
	}
	return "; it agrees only where " + strings.Join(needs, " and ")
}

// roundedWould says which percentage would agree if it had not been decided, or
// "".
func (n *numbers) roundedWould(r relation, checked Relation) string {
	for i, other := range checked.Readings[1:] {
		if x, ok := other.Needs(); ok && n.isDecided(r.solved[i+1].of) {
			return fmt.Sprintf("; it agrees only where the decided %s of %s is a rounded one, from %s",
				other.Of, other.Printed, other.with(x.String()))
		}
	}
	return ""
}

func (n *numbers) isDecided(x *number) bool {
	return x != nil && x == n.cut && n.follows == AmountsFollow
}

// narrower reports whether a range within another is not all of it.
func (r Range) narrower(whole Range) bool {
	return !r.Low.Equal(whole.Low) || !r.High.Equal(whole.High)
}

// signReversed remarks on a cut below zero that would hold as one above.
func (c Claim) signReversed(f *ghg.Findings, verdict Verdict) {
	if verdict != DoesNotReproduce || !strings.HasPrefix(c.Cut.text, "-") {
		return
	}
	printed := c.Cut.text
	c.Cut.text, c.Cut.fraction = strings.TrimPrefix(printed, "-"), c.Cut.fraction.Neg()
	if turned, err := c.Check(); err == nil && turned.Verdict != DoesNotReproduce && turned.Verdict != NotCheckable {
		f.Add(ghg.Finding{Code: FindingSignReversed, Severity: ghg.Serious, Of: "cut", Stated: printed, Found: c.Cut.text,
			Detail: fmt.Sprintf("a cut of %s is growth; as a cut of %s the numbers come out as %s: write a cut without a minus",
				printed, c.Cut.text, turned.Verdict)})
	}
}

// found is the computed value with its unit.
func (r Reading) found() string {
	if r.Computed.Undefined() != "" {
		return r.Computed.String()
	}
	return r.with(r.Computed.String())
}

// with puts the unit behind a value.
func (r Reading) with(value string) string {
	if r.Unit == "%" {
		return value + "%"
	}
	return strings.TrimSpace(value + " " + r.Unit)
}

// unstated notes the amounts of a relation that do not state their view.
func (n *numbers) unstated(f *ghg.Findings, used map[*number]bool) {
	var silent []string
	amounts := 0
	for _, x := range n.all() {
		if !x.amount || !used[x] {
			continue
		}
		amounts++
		if x.view.IsZero() && !slices.Contains(silent, x.name) {
			silent = append(silent, x.name)
		}
	}
	if len(silent) > 0 && amounts > 1 {
		names := strings.Join(silent, ", ")
		f.Add(ghg.Finding{Code: FindingBasisNotStated, Severity: ghg.Note, Of: names,
			Detail: "no view is stated for " + names + ": whether all amounts are on one basis, such as gross or net, was not checked"})
	}
}
