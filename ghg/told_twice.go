package ghg

import (
	"strings"

	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// remarkTwice notes figures that may be one figure told twice, which totals count
// twice: a line that is there again, all gases beside its gases, a sum beside its parts,
// a provisional figure beside the final one. Each may be right, so that none is refused.
// It is one finding for all lines of a category. Two meters that read the same are told
// apart by what they are of (facility, activity, fuel), or by entering them as
// [Confirmed].
func (inv *inventory) remarkTwice(findings *Findings) {
	inv.remarkRepeats(findings)
	f := inv.forms()
	f.remarkGases(findings)
	f.remarkSums(findings)
	f.remarkProvisional(findings)
}

// counts reports whether a row has a number that totals may count.
func (inv *inventory) counts(i int) bool {
	r := &inv.rows[i]
	return r.value.kind != missing && !r.gas.IsMemo() && inv.out(i) == 0
}

// countsUnconfirmed reports whether a row adds something to totals that nobody has confirmed.
func (inv *inventory) countsUnconfirmed(i int) bool {
	r := &inv.rows[i]
	return r.value.entry != Confirmed && inv.counts(i) && !r.value.number().isZero()
}

// remarkRepeats notes lines that are equal in all but what is remarked of them.
func (inv *inventory) remarkRepeats(findings *Findings) {
	repeats := inv.repeats()
	if len(repeats) == 0 {
		return
	}
	type group struct{ again, all []int32 }
	groups := map[int32]*group{}
	var order []int32
	for _, i := range repeats {
		node := inv.rows[i].node
		g := groups[node]
		if g == nil {
			g = &group{}
			groups[node] = g
			order = append(order, node)
		}
		g.again = append(g.again, i)
	}
	for i := range inv.rows {
		if g := groups[inv.rows[i].node]; g != nil && inv.counts(i) {
			g.all = append(g.all, int32(i))
		}
	}
	for _, node := range order {
		g := groups[node]
		all := inv.amounts(g.all)
		without := all.minus(inv.amounts(g.again))
		findings.Add(Finding{Code: FindingSameLine, Severity: Serious, Line: int(inv.rows[g.again[0]].line),
			Category: inv.category(&inv.rows[g.again[0]]), Stated: all.String(), Found: without.String()}.
			Said(sameLine, inv.named(g.again), all, without))
	}
}

var sameLine = words.Term{En: "%s: the same was said before, of the same source: the category has %s, and %s without; " +
	"if they are two meters, name them (facility), or enter them as confirmed",
	Ko: "%s: 같은 배출원에 대해 앞에서 이미 적은 내용입니다. 이 분류는 %s이며, 빼면 %s입니다. 서로 다른 계량기이면 시설을 적거나 입력구분을 ‘확인’으로 하십시오"}

// named names rows by their lines, or, of records made in code, by their place in the
// list, from 0.
func (inv *inventory) named(rows []int32) words.Term {
	var lines, records lineNumbers
	for _, i := range rows {
		records.add(int(i))
		if inv.rows[i].line > 0 {
			lines.add(int(inv.rows[i].line))
		}
	}
	if lines.n < records.n {
		return records.records()
	}
	return lines.term()
}

// amounts are sums of figures that have one unit: of each gas, and of CO2e on each
// metric.
type amounts struct {
	units []string
	sums  map[string]decimal.Decimal // in tonnes
}

func (inv *inventory) amounts(rows []int32) amounts {
	a := amounts{sums: map[string]decimal.Decimal{}}
	for _, i := range rows {
		r := &inv.rows[i]
		unit := "t " + r.gas.String()
		if r.value.kind == equivalent {
			unit = r.value.metricOf().Unit()
			if !r.gas.IsZero() {
				unit += " of " + r.gas.String()
			}
		}
		sum, ok := a.sums[unit]
		if !ok {
			a.units = append(a.units, unit)
		}
		a.sums[unit] = sum.Add(r.value.t())
	}
	return a
}

func (a amounts) minus(o amounts) amounts {
	out := amounts{a.units, map[string]decimal.Decimal{}}
	for _, unit := range a.units {
		out.sums[unit] = a.sums[unit].Sub(o.sums[unit])
	}
	return out
}

// String is "22090000 t CO2, 6 t CH4".
func (a amounts) String() string {
	var list []string
	for _, unit := range a.units {
		list = append(list, a.sums[unit].String()+" "+unit)
	}
	return strings.Join(list, ", ")
}
