package ghg

import (
	"slices"

	"github.com/localghg/localghg/ghg/words"
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
		}), words.Term{En: "CO2e of all gases together", Ko: "온실가스 전체의 CO2e"},
			words.Term{En: "gases of the same source", Ko: "같은 배출원의 가스별 수치"}, anyAmount)
		f.note(findings, FindingAllGasesToo, f.split(rows, source, func(r *row) int {
			switch {
			case r.gas.IsZero():
				return 0
			case r.value.kind == equivalent:
				return 1
			}
			return 2
		}), words.Term{En: "CO2e of a gas", Ko: "한 가스의 CO2e"},
			words.Term{En: "masses of it, of the same source", Ko: "같은 배출원에서 그 가스의 질량"}, sameRounded)
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
		}), words.Term{En: "CO2e of a gas", Ko: "한 가스의 CO2e"},
			words.Term{En: "CO2e of it on another metric, of the same source", Ko: "같은 배출원에서 다른 지구온난화지수로 낸 CO2e"}, sameRounded)
		f.note(findings, FindingAllGasesToo, f.split(rows, source, func(r *row) int {
			switch {
			case r.gas == CH4:
				return 1
			case CH4.includes(r.gas):
				return 2
			}
			return 0
		}), words.Term{En: "methane", Ko: "메탄"},
			words.Term{En: "methane by its origin, of the same source", Ko: "같은 배출원의 기원별 메탄"}, sameExactly)
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
	these := words.Term{En: "for the category as a whole", Ko: "분류 전체"}
	if of != 0 {
		these = words.Term{En: "for a part of the category as a whole", Ko: "분류의 한 부분 전체"}
	}
	note := func(list []twoForms) {
		f.note(findings, FindingSumToo, list, these, words.Term{En: "for its parts, and they make the same", Ko: "그 내역이며 합이 같음"}, sameRounded)
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
		}), words.Term{En: "provisional", Ko: "잠정"},
			words.Term{En: "final, of the same source", Ko: "같은 배출원의 확정"}, anyAmount)
		f.note(findings, FindingProvisionalToo, f.split(f.rows[node], source, func(r *row) int {
			switch r.status {
			case Estimated:
				return 1
			case Actual, Provisional:
				return 2
			}
			return 0
		}), words.Term{En: "estimated", Ko: "추정"},
			words.Term{En: "not, of the same source, and they make the same", Ko: "같은 배출원의 다른 수치이며 같은 양"}, sameExactly)
	}
}

// note tells once of all sources of a category that are told in two forms, with what is
// left without either, if their amounts are as asked.
func (f forms) note(findings *Findings, code string, sources []twoForms, these, those words.Term, asked likeness) {
	var t twoForms
	alike := sameButRounded
	for _, x := range sources {
		if asked != anyAmount || alike != (words.Term{}) {
			_, _, same, _ := f.compare(x, asked)
			if asked != anyAmount && !same {
				continue
			}
			if asked != anyAmount || !same {
				alike = words.Term{}
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
	stated, withoutThese, withoutThose := inv.amounts(both).String(), inv.amounts(t.those).String(), inv.amounts(t.these).String()
	if known {
		stated, withoutThese, withoutThose = CO2e{a.t.Add(b.t), a.m}.String(), b.String(), a.String()
	}
	first := both[0]
	findings.Add(Finding{Code: code, Severity: Serious, Line: int(inv.rows[first].line), Category: inv.category(&inv.rows[first]),
		Stated: stated, Found: withoutThese}.Said(toldBoth, inv.named(t.these), these, inv.named(t.those), those, alike, withoutThese,
		withoutThose))
}

// What is said of figures in two forms.
var (
	toldBoth = words.Term{En: "%[1]s: %[2]s; %[3]s: %[4]s%[5]s. Totals count both: it is %[6]s without %[1]s, %[7]s without %[3]s; " +
		"if both stand, name what each is of (fuel, facility), or enter them as confirmed",
		Ko: "%[1]s: %[2]s, %[3]s: %[4]s%[5]s. 합계는 둘 다 셉니다. %[1]s을(를) 빼면 %[6]s, %[3]s을(를) 빼면 %[7]s입니다. 둘 다 맞으면 각각의 연료나 시설을 " +
			"적거나 입력구분을 ‘확인’으로 하십시오"}
	sameButRounded = words.Term{En: ", which make the same but for rounding", Ko: " (반올림을 빼면 같은 양)"}
)
