package ghg

import (
	"fmt"
	"slices"

	"github.com/localghg/localghg/ghg/words"
)

// StatusError says that one source is told in statuses that are alternatives: as it was
// measured, as it was estimated ahead of the statistics, as it is projected. No total
// holds two of them.
type StatusError struct {
	Category Category
	A, B     Status
}

func (e *StatusError) Error() string {
	return fmt.Sprintf("category %s holds %s and %s figures of one source, which are alternatives and never added: "+
		"choose with Inventory.Taking", e.Category.Code, e.A, e.B)
}

// outlook is what the statuses of a source are alternatives by: figures of the past may
// stand beside each other, whether final, provisional or estimated.
func (s Status) outlook() uint8 {
	switch s {
	case Nowcast:
		return 1
	case Projected:
		return 2
	}
	return 0
}

const outlooks = 3

// ahead reports whether a status looks beyond the statistics.
func (s Status) ahead() bool { return s.outlook() > 0 }

// Taking is the inventory with figures of the statuses given alone: the question is
// asked of them, and total, coverage and series follow. Of a source that is told in
// several of them as alternatives, measured, nowcast and projected, those count whose
// status is named first:
//
//	inv.Taking(ghg.Actual, ghg.Provisional, ghg.Estimated)  // as measured
//	inv.Taking(ghg.Projected)                               // as planned
//	inv.Taking(ghg.Actual, ghg.Provisional, ghg.Nowcast)    // as measured, and where nothing is, as nowcast
//
// What does not count is listed by totals as left out, for [OtherStatus]. Notation keys
// have no status that matters, and stay.
func (inv Inventory) Taking(statuses ...Status) (Inventory, error) {
	if inv.def == nil {
		return Inventory{}, ErrNoInventory
	}
	var faults Faults
	if len(statuses) == 0 {
		faults.Refuse("inventory", "statuses", "", "name those that count, such as ghg.Actual")
	}
	for i, s := range statuses {
		switch {
		case s > Projected:
			faults.Refuse("inventory", "statuses", s.String(), "a status that exists is needed")
		case slices.Contains(statuses[:i], s):
			faults.Refuse("inventory", "statuses", s.String(), "it is named twice")
		}
	}
	if err := faults.Err(); err != nil {
		return Inventory{}, err
	}
	d := *inv.def
	d.rows = slices.Clone(d.rows)
	var byOutlook [outlooks][]int32
	for i := range d.rows {
		switch r := &d.rows[i]; {
		case r.value.kind == missing || r.out != 0:
		case !slices.Contains(statuses, r.status):
			r.out = OtherStatus
		default:
			o := r.status.outlook()
			byOutlook[o] = append(byOutlook[o], int32(i))
		}
	}
	var taken []int32 // of the outlooks named before
	var seen [outlooks]bool
	for _, s := range statuses {
		o := s.outlook()
		if seen[o] {
			continue
		}
		seen[o] = true
		_, beaten := d.meet(taken, byOutlook[o])
		for _, i := range byOutlook[o] {
			if _, is := beaten[i]; is {
				d.rows[i].out = OtherStatus
			} else {
				taken = append(taken, i)
			}
		}
	}
	return Inventory{&d}, nil
}

// statusConflicts finds the rows that a view counts and that tell of one source as
// measured and ahead of it.
func (inv *inventory) statusConflicts(v *view) map[int32]error {
	var nodes map[int32]bool // that have a row ahead
	for i := range inv.rows {
		if r := &inv.rows[i]; r.status.ahead() && inv.leavesOut(v, i) == 0 {
			if nodes == nil {
				nodes = map[int32]bool{}
			}
			nodes[r.node] = true
		}
	}
	if nodes == nil {
		return nil
	}
	var byOutlook [outlooks][]int32
	for i := range inv.rows {
		if r := &inv.rows[i]; nodes[r.node] && inv.leavesOut(v, i) == 0 {
			o := r.status.outlook()
			byOutlook[o] = append(byOutlook[o], int32(i))
		}
	}
	out := map[int32]error{}
	errs := map[StatusError]error{} // one for all rows that it concerns
	note := func(met map[int32]int32) {
		for i, j := range met {
			if out[i] != nil {
				continue
			}
			a, b := inv.rows[i].status, inv.rows[j].status
			e := StatusError{inv.category(&inv.rows[i]), min(a, b), max(a, b)}
			if errs[e] == nil {
				errs[e] = &e
			}
			out[i] = errs[e]
		}
	}
	for o := range byOutlook {
		for p := o + 1; p < outlooks; p++ {
			a, b := inv.meet(byOutlook[o], byOutlook[p])
			note(a)
			note(b)
		}
	}
	return out
}

// overridden leaves out the defaults of a provider in whose stead the place has given
// figures of its own. A figure that is projected stands in the stead of no measured one.
// Where what is told in its stead is of a part of it alone, a fuel or a facility, the
// rest may be lost: that is a finding, and the default gives way all the same.
func (inv *inventory) overridden(findings *Findings) {
	var partly, parts []int32
	var defaults, own [outlooks][]int32
	for i := range inv.rows {
		o := inv.rows[i].status.outlook()
		switch r := &inv.rows[i]; {
		case r.value.kind == missing && r.value.key == KeyNone:
		case r.value.entry == ProviderDefault:
			defaults[o] = append(defaults[o], int32(i))
		case r.value.entry == LocalOverride:
			own[o] = append(own[o], int32(i))
		}
	}
	for o := range outlooks {
		beaten, _ := inv.meet(defaults[o], own[o])
		for _, i := range defaults[o] {
			j, is := beaten[i]
			if !is {
				continue
			}
			inv.rows[i].out = Overridden
			_, says := inv.rows[i].told()
			if _, more := inv.rows[j].told(); more&^says != 0 {
				partly, parts = append(partly, i), append(parts, j)
			}
		}
	}
	if len(partly) > 0 {
		slices.Sort(parts)
		parts = slices.Compact(parts)
		findings.Add(Finding{Code: FindingOverridePartly, Severity: Warning, Line: int(inv.rows[partly[0]].line),
			Category: inv.category(&inv.rows[partly[0]]), Stated: inv.amounts(inv.withNumbers(partly)).String()}.
			Said(overridePartly, inv.named(partly), inv.named(parts)))
	}
}

var overridePartly = words.Term{En: "%s: the default gives way to a figure of a part of it (%s); if the other parts are told nowhere, " +
	"tell them, or state the default of that part alone",
	Ko: "%s: 기본값 대신 그 일부(%s)의 자체값을 씁니다. 나머지 부분을 적은 곳이 없으면 적거나, 그 부분만의 기본값을 적으십시오"}

// withNumbers are those of some rows that hold a number.
func (inv *inventory) withNumbers(rows []int32) []int32 {
	var out []int32
	for _, i := range rows {
		if inv.rows[i].value.kind != missing {
			out = append(out, i)
		}
	}
	return out
}
