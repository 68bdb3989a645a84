package ghg

import (
	"slices"

	"github.com/localghg/localghg/ghg/words"
)

// remarkLevels notes, in a scheme in which records may sit on any level, a category that
// has figures of its own beside figures of its parts. They add up, which is right where
// its own is what is not divided, and wrong where it is their sum.
func (inv *inventory) remarkLevels(findings *Findings) {
	if !inv.scheme.def.AnyLevel {
		return
	}
	own, parts := map[int32][]int32{}, map[int32][]int32{} // rows by node
	for i := range inv.rows {
		if inv.countsUnconfirmed(i) {
			own[inv.rows[i].node] = append(own[inv.rows[i].node], int32(i))
		}
	}
	nodes := inv.scheme.def.Nodes
	for i := range inv.rows {
		if !inv.counts(i) || inv.rows[i].value.number().isZero() {
			continue
		}
		for n := inv.rows[i].node; nodes[n].Parent != ""; {
			n = int32(inv.scheme.def.index[nodes[n].Parent])
			if own[n] != nil {
				parts[n] = append(parts[n], int32(i))
			}
		}
	}
	for n := range nodes {
		if len(parts[int32(n)]) > 0 {
			inv.noteLevel(findings, own[int32(n)], parts[int32(n)])
		}
	}
}

func (inv *inventory) noteLevel(findings *Findings, own, parts []int32) {
	whole, sum := inv.amounts(own), inv.amounts(parts)
	f := Finding{Code: FindingAboveParts, Severity: Warning, Line: int(inv.rows[own[0]].line),
		Category: inv.category(&inv.rows[own[0]]), Stated: whole.String(), Found: sum.String()}
	if whole.equal(sum) {
		f.Severity = Serious
	}
	findings.Add(f.Said(aboveParts, inv.named(own), whole, sum))
}

var aboveParts = words.Term{En: "%s: %s, beside %s in the parts of the category: they add up; if it is their sum, leave it out",
	Ko: "%s: 이 분류에 %s, 하위 분류에 %s. 함께 더합니다. 하위 분류의 합계이면 빼십시오"}

// equal reports whether two lists have the same sums in the same units.
func (a amounts) equal(o amounts) bool {
	return len(a.units) == len(o.units) && !slices.ContainsFunc(a.units, func(unit string) bool {
		sum, ok := o.sums[unit]
		return !ok || !sum.Equal(a.sums[unit])
	})
}
