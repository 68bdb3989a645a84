package ghg

import (
	"fmt"
	"math"
	"strconv"

	"github.com/localghg/localghg/ghg/words"
)

// check returns the node that a record sits on, or a fault.
func (inv *inventory) check(r *Record) (int, *Fault) {
	if !r.Place.Is(inv.place) {
		return 0, &Fault{Code: FaultMismatch, Field: "place", Value: string(r.Place),
			Detail: fmt.Sprintf("the inventory is of %s", words.Quote(string(inv.place)))}
	}
	if r.Period != inv.period {
		return 0, &Fault{Code: FaultMismatch, Field: "period", Value: r.Period.String(),
			Detail: fmt.Sprintf("the inventory is of %s", inv.period)}
	}
	if !inv.scheme.isCalled(r.Category.Scheme) {
		return 0, &Fault{Code: FaultMismatch, Field: "scheme", Value: string(r.Category.Scheme),
			Detail: fmt.Sprintf("the inventory is of %s", inv.scheme.ID())}
	}
	node, ok := inv.scheme.find(r.Category.Code)
	if !ok {
		return 0, &Fault{Code: FaultUnknownCategory, Field: "category", Value: r.Category.Code,
			Detail: "no category of " + inv.scheme.Name()}
	}
	if !inv.scheme.def.Nodes[node].Reportable {
		fault := notReportable(r.Category.Code)
		return 0, &fault
	}
	const noSuch = "not one of the values that exist"
	switch {
	case r.Variant > FuelBased:
		return 0, &Fault{Code: FaultField, Field: "variant", Value: r.Variant.String(), Detail: noSuch}
	case r.Status > Projected:
		return 0, &Fault{Code: FaultField, Field: "status", Value: r.Status.String(), Detail: noSuch}
	case r.Scope > Scope3:
		return 0, &Fault{Code: FaultField, Field: "scope", Value: r.Scope.String(), Detail: noSuch}
	}
	if r.Line < math.MinInt32 || r.Line > math.MaxInt32 {
		return 0, &Fault{Code: FaultField, Field: "line", Value: strconv.Itoa(r.Line), Detail: "no file has so many lines"}
	}
	return node, inv.checkValue(r)
}

func notReportable(code string) Fault {
	return Fault{Code: FaultNotReportable, Field: "category", Value: code,
		Detail: "records sit on the categories below it; a figure for the whole is a declared total"}
}

func (inv *inventory) checkValue(r *Record) *Fault {
	v := r.Value
	if k := v.key; k != KeyNone && !inv.scheme.AllowsKey(k) {
		return &Fault{Code: FaultKey, Field: "key", Value: k.String(),
			Detail: fmt.Sprintf("not a key of %s: allowed are %s", inv.scheme.Name(), inv.scheme.keyList())}
	}
	if v.kind == emitted {
		switch {
		case r.Gas.IsZero() && v.gas.IsZero():
			return &Fault{Code: FaultMismatch, Field: "gas", Detail: "a mass needs its gas; a figure for all gases together is CO2e: use Equivalent"}
		case !v.gas.IsZero() && !v.gas.includes(r.Gas):
			return &Fault{Code: FaultMismatch, Field: "gas", Value: r.Gas.String(), Detail: "the value is a mass of " + v.gas.String()}
		}
	}
	if v.kind != missing {
		if err := v.check(); err != nil {
			return &Fault{Code: FaultNumber, Field: "value", Detail: err.Error()}
		}
	}
	return nil
}

// remark notes what stands but should be looked at in one record.
func (inv *inventory) remark(together *alike, i int) {
	r := &inv.rows[i]
	n := &inv.scheme.def.Nodes[r.node]
	note := func(code string, s Severity, stated, found, detail string) {
		together.add(int32(i), r.node, Finding{Code: code, Severity: s, Line: int(r.line), Category: inv.category(r), Stated: stated,
			Found: found, Detail: detail})
	}
	v := r.value
	if v.IsMissing() && v.entry != Placeholder {
		note(FindingMissingValue, Warning, "", "", "there is neither a number nor a notation key")
	}
	if v.kind != missing && v.number().isNegative() && !n.Negative {
		note(FindingNegative, Warning, v.String(), "", "the scheme has no removals here; it counts as it stands")
	}
	if n.Scope != ScopeUnspecified && r.scope != ScopeUnspecified && r.scope != n.Scope {
		note(FindingScope, Warning, r.scope.String(), n.Scope.String(),
			fmt.Sprintf("the record says %s; the category is %s, and that counts", r.scope, n.Scope))
	}
	if v.key != KeyNone && v.Explanation() == "" {
		note(FindingKeyUnexplained, Warning, v.key.String(), "", "a notation key needs an explanation")
	}
	if v.key == IE {
		if to, ok := v.IncludedIn(); !ok {
			note(FindingIEWithoutPlace, Warning, "IE", "", "the category that holds the emissions is not named")
		} else if _, known := inv.scheme.find(to.Code); !inv.scheme.isCalled(to.Scheme) || !known {
			note(FindingIEUnknownPlace, Warning, to.Code, "", "no category of "+inv.scheme.Name())
		}
	}
}

// remarkEntries notes, once for all lines, figures ahead of the statistics, placeholders,
// and an inventory in which every number is 0, as in a form that was not filled in.
func (inv *inventory) remarkEntries(findings *Findings) {
	var ahead [Projected + 1][]int32
	var placeholders, zeros []int32
	amounts := false
	for i := range inv.rows {
		switch r := &inv.rows[i]; {
		case r.value.entry == Placeholder:
			placeholders = append(placeholders, int32(i))
		case r.value.kind == missing:
		case r.value.number().isZero() && r.value.entry != Confirmed:
			zeros = append(zeros, int32(i))
		default:
			amounts = true
			if r.status.ahead() {
				ahead[r.status] = append(ahead[r.status], int32(i))
			}
		}
	}
	note := func(code string, s Severity, rows []int32, stated words.Term, detail words.Term) {
		if len(rows) > 0 {
			findings.Add(Finding{Code: code, Severity: s, Line: int(inv.rows[rows[0]].line), Stated: stated.En}.
				Said(detail, inv.named(rows), stated))
		}
	}
	for _, s := range [...]Status{Nowcast, Projected} {
		note(FindingNotActual, Note, ahead[s], words.Term{En: s.String(), Ko: s.Korean()}, notActual)
	}
	note(FindingMissingValue, Warning, placeholders, entries[Placeholder], isPlaceholder)
	if !amounts && len(zeros) > 1 {
		note(FindingAllZero, Warning, zeros, words.Term{En: "0", Ko: "0"}, allZero)
	}
}

// The remarks on groups of lines: which they are, and what was stated.
var (
	notActual     = words.Term{En: "%s: the figures are %s ones and no achievement", Ko: "%s: %s 수치이며 실적이 아닙니다"}
	isPlaceholder = words.Term{En: "%[1]s: 0 of a form that nobody entered: there is neither a number nor a notation key",
		Ko: "%[1]s: 아무도 입력하지 않은 서식의 0이며, 수치도 표기기호도 없습니다"}
	allZero = words.Term{
		En: "%[1]s: every number is 0: if the form was not filled in, the entry is a placeholder; if it is so, it is confirmed",
		Ko: "%[1]s: 모든 수치가 0입니다. 서식을 채우지 않았으면 입력구분은 ‘미입력’이고, 실제로 0이면 ‘확인’입니다"}
)

// remarkKeys notes, once for each category, what one record denies and others count.
func (inv *inventory) remarkKeys(findings *Findings) {
	var denies map[int32]Key
	for i := range inv.rows {
		r := &inv.rows[i]
		if k := r.value.key; (k == NO || k == NA) && r.gas.IsZero() {
			if denies == nil {
				denies = map[int32]Key{}
			}
			denies[r.node] = k
		}
	}
	inv.byNode(func(r *row) bool {
		_, denied := denies[r.node]
		return denied && r.value.IsNumber() && !r.value.number().isZero()
	}, len(denies), func(r *row, rows []int32) {
		k := denies[r.node].String()
		inv.remarkRows(findings, FindingKeyAndNumber, rows, k, r.value.String(), "another record of the category says "+k)
	})
}

// remarkVariants notes, once for each category, figures without a variant beside
// figures with one: totals count both, and they may be the same energy.
func (inv *inventory) remarkVariants(findings *Findings) {
	var stated map[int32]Variant
	for i := range inv.rows {
		if r := &inv.rows[i]; r.variant != NoVariant && r.value.IsNumber() {
			if stated == nil {
				stated = map[int32]Variant{}
			}
			stated[r.node] = r.variant
		}
	}
	inv.byNode(func(r *row) bool {
		_, is := stated[r.node]
		return is && r.variant == NoVariant && r.value.IsNumber()
	}, len(stated), func(r *row, rows []int32) {
		v := stated[r.node].String()
		inv.remarkRows(findings, FindingVariantPartly, rows, v, "", "another record of the category is "+v+
			", and no variant is said here: it counts in every view that takes the category, so make sure that it is not the same energy")
	})
}

// byNode gives the rows that count and are of a kind, those of each node together; n is
// how many nodes may have some.
func (inv *inventory) byNode(is func(*row) bool, n int, use func(first *row, rows []int32)) {
	if n == 0 {
		return
	}
	rows := map[int32][]int32{}
	var order []int32
	for i := range inv.rows {
		if r := &inv.rows[i]; inv.out(i) == 0 && is(r) {
			if rows[r.node] == nil {
				order = append(order, r.node)
			}
			rows[r.node] = append(rows[r.node], int32(i))
		}
	}
	for _, node := range order {
		use(&inv.rows[rows[node][0]], rows[node])
	}
}

// remarkRows is a warning on rows of one category, which are named where they are several.
func (inv *inventory) remarkRows(findings *Findings, code string, rows []int32, stated, found, detail string) {
	first := &inv.rows[rows[0]]
	if len(rows) > 1 {
		detail = inv.named(rows).En + ": " + detail
	}
	findings.Add(Finding{Code: code, Severity: Warning, Line: int(first.line), Category: inv.category(first), Stated: stated, Found: found,
		Detail: detail})
}
