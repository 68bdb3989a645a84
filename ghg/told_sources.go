package ghg

import (
	"fmt"
	"slices"
)

const allButGas = saysMasks - 1 - saysGas

// remarkGases notes figures of all gases beside figures of gases of the same source,
// and one gas told in two ways that make the same: as a mass and in CO2e, in CO2e on two
// metrics, as methane and by its origin.
func (f forms) remarkGases(findings *Findings) {
	source := func(r *row) (sourceKey, Status) {
		k, _ := r.told()
		return k, r.status
	}
	for _, node := range f.in {
		rows := f.rows[node]
		f.note(findings, FindingAllGasesToo, f.split(rows, func(r *row) (sourceKey, Status) {
			k, _ := r.told()
			return k.only(allButGas), r.status
		}, func(r *row) int {
			if r.gas.IsZero() {
				return 1
			}
			return 2
		}), "CO2e of all gases together", "gases of the same source", anyAmount)
		f.note(findings, FindingAllGasesToo, f.split(rows, source, func(r *row) int {
			switch {
			case r.gas.IsZero():
				return 0
			case r.value.kind == equivalent:
				return 1
			}
			return 2
		}), "CO2e of a gas", "masses of it, of the same source", sameRounded)
		first := map[sourceKey]MetricID{}
		f.note(findings, FindingAllGasesToo, f.split(rows, source, func(r *row) int {
			if r.gas.IsZero() || r.value.kind != equivalent {
				return 0
			}
			k, _ := r.told()
			if id, ok := first[k]; !ok {
				first[k] = r.value.metricOf().ID()
			} else if id != r.value.metricOf().ID() {
				return 2
			}
			return 1
		}), "CO2e of a gas", "CO2e of it on another metric, of the same source", sameRounded)
		f.note(findings, FindingAllGasesToo, f.split(rows, source, func(r *row) int {
			switch {
			case r.gas == CH4:
				return 1
			case CH4.includes(r.gas):
				return 2
			}
			return 0
		}), "methane", "methane by its origin, of the same source", sameExactly)
	}
}

// remarkSums notes figures that are the sum of those for the parts of what they are of:
// for all fuels beside single ones, for a fuel beside single facilities.
func (f forms) remarkSums(findings *Findings) {
	for _, node := range f.in {
		var met [saysMasks]bool
		for _, i := range f.rows[node] {
			met[f.inv.rows[i].part()] = true
		}
		for of := range uint8(saysMasks) {
			if !met[of] {
				continue
			}
			f.noteSums(findings, of, f.split(f.rows[node], func(r *row) (sourceKey, Status) {
				k, _ := r.told()
				return k.only(saysVariant | saysTags | of), r.status
			}, func(r *row) int {
				switch part := r.part(); {
				case part == of:
					return 1
				case part&of == of:
					return 2
				}
				return 0
			}))
		}
	}
}

// noteSums looks for sums of parts, of all gases and of each.
func (f forms) noteSums(findings *Findings, of uint8, sources []twoForms) {
	these := "for the category as a whole"
	if of != 0 {
		these = "for a part of the category as a whole"
	}
	note := func(list []twoForms) {
		f.note(findings, FindingSumToo, list, these, "for its parts, and they make the same", sameRounded)
	}
	gases := map[Gas][]twoForms{}
	var order []Gas
	var whole []twoForms
	for _, t := range sources {
		if _, _, same, _ := f.compare(t, sameRounded); same {
			whole = append(whole, t)
			continue
		}
		for _, x := range f.split(append(slices.Clone(t.these), t.those...), func(r *row) (sourceKey, Status) {
			return sourceKey{gas: r.gas}, Actual
		}, func(r *row) int {
			if r.part() == of {
				return 1
			}
			return 2
		}) {
			gas := f.inv.rows[x.these[0]].gas
			if gases[gas] == nil {
				order = append(order, gas)
			}
			gases[gas] = append(gases[gas], x)
		}
	}
	note(whole)
	for _, gas := range order {
		note(gases[gas])
	}
}

// remarkProvisional notes provisional figures beside final ones of the same source, and
// estimated ones that make the same as others.
func (f forms) remarkProvisional(findings *Findings) {
	source := func(r *row) (sourceKey, Status) {
		k, _ := r.told()
		return k, Actual
	}
	for _, node := range f.in {
		f.note(findings, FindingProvisionalToo, f.split(f.rows[node], source, func(r *row) int {
			switch r.status {
			case Provisional:
				return 1
			case Actual:
				return 2
			}
			return 0
		}), "provisional", "final, of the same source", anyAmount)
		f.note(findings, FindingProvisionalToo, f.split(f.rows[node], source, func(r *row) int {
			switch r.status {
			case Estimated:
				return 1
			case Actual, Provisional:
				return 2
			}
			return 0
		}), "estimated", "not, of the same source, and they make the same", sameExactly)
	}
}

// note tells once of all sources of a category that are told in two forms, with what is
// left without either, if their amounts are as asked.
func (f forms) note(findings *Findings, code string, sources []twoForms, these, those string, asked likeness) {
	var t twoForms
	alike := ", which make the same but for rounding"
	for _, x := range sources {
		if asked != anyAmount || alike != "" {
			_, _, same, _ := f.compare(x, asked)
			if asked != anyAmount && !same {
				continue
			}
			if asked != anyAmount || !same {
				alike = ""
			}
		}
		t.these, t.those = append(t.these, x.these...), append(t.those, x.those...)
	}
	if len(t.these) == 0 {
		return
	}
	slices.Sort(t.these)
	slices.Sort(t.those)
	inv := f.inv
	a, b, _, known := f.compare(t, asked)
	both := append(slices.Clone(t.these), t.those...)
	left := fmt.Sprintf("%s without %s, %s without %s", inv.amounts(t.those), inv.named(t.these), inv.amounts(t.these), inv.named(t.those))
	stated, found := inv.amounts(both).String(), inv.amounts(t.those).String()
	if known {
		stated = CO2e{a.t.Add(b.t), a.m}.String()
		left = fmt.Sprintf("%s without %s, %s without %s", b, inv.named(t.these), a, inv.named(t.those))
		found = b.String()
	}
	first := both[0]
	findings.Add(Finding{Code: code, Severity: Serious, Line: int(inv.rows[first].line), Category: inv.category(&inv.rows[first]),
		Stated: stated, Found: found,
		Detail: fmt.Sprintf("%s: %s; %s: %s%s. Totals count both: it is %s; if both stand, name what each is of (fuel, facility), or "+
			"enter them as confirmed", inv.named(t.these), these, inv.named(t.those), those, alike, left)})
}
