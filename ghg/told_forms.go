package ghg

import (
	"fmt"

	"github.com/shopspring/decimal"
)

// forms are the rows of the categories that are told in several forms.
type forms struct {
	inv  *inventory
	rows map[int32][]int32 // by node
	in   []int32           // the nodes, in the order met
}

// What is met in a category: where there is but one of two forms, nothing can be told
// in both.
const (
	metAllGases = 1 << iota
	metMass
	metCO2eOfGas
	metWide // a figure for all fuels, activities and facilities
	metPart // a figure for one of them
	metProvisional
	metFinal
)

func severalForms(met uint8) bool {
	both := func(a, b uint8) bool { return met&a != 0 && met&b != 0 }
	return both(metAllGases, metMass|metCO2eOfGas) || both(metMass, metCO2eOfGas) || both(metWide, metPart) || both(metProvisional, metFinal)
}

func (inv *inventory) forms() forms {
	f := forms{inv: inv}
	var all uint8
	for i := range inv.rows {
		all |= inv.rows[i].form()
	}
	if !severalForms(all) { // as most files
		return f
	}
	met := make([]uint8, len(inv.scheme.def.Nodes))
	for i := range inv.rows {
		if inv.countsUnconfirmed(i) {
			met[inv.rows[i].node] |= inv.rows[i].form()
		}
	}
	f.rows = map[int32][]int32{}
	for i := range inv.rows {
		node := inv.rows[i].node
		if !severalForms(met[node]) || !inv.countsUnconfirmed(i) {
			continue
		}
		if f.rows[node] == nil {
			f.in = append(f.in, node)
		}
		f.rows[node] = append(f.rows[node], int32(i))
	}
	return f
}

func (r *row) form() uint8 {
	if r.value.kind == missing {
		return 0
	}
	form := uint8(metFinal)
	if r.status == Provisional {
		form = metProvisional
	}
	if r.about == nil || r.about.fuel == "" && r.about.activity == "" && r.about.facility == "" {
		form |= metWide
	} else {
		form |= metPart
	}
	switch {
	case r.value.kind == emitted:
		return form | metMass
	case r.gas.IsZero():
		return form | metAllGases
	}
	return form | metCO2eOfGas
}

// twoForms are figures and others of the same source in another form.
type twoForms struct{ these, those []int32 }

// split deals rows into two forms by their source.
func (f forms) split(rows []int32, key func(*row) (sourceKey, Status), form func(*row) int) []twoForms {
	type id struct {
		key    sourceKey
		status Status
	}
	at := map[id]int{}
	var out []twoForms
	for _, i := range rows {
		r := &f.inv.rows[i]
		which := form(r)
		if which == 0 {
			continue
		}
		k, status := key(r)
		n, ok := at[id{k, status}]
		if !ok {
			n = len(out)
			at[id{k, status}] = n
			out = append(out, twoForms{})
		}
		if which == 1 {
			out[n].these = append(out[n].these, i)
		} else {
			out[n].those = append(out[n].those, i)
		}
	}
	both := out[:0]
	for _, x := range out {
		if len(x.these) > 0 && len(x.those) > 0 {
			both = append(both, x)
		}
	}
	return both
}

const allButGas = saysMasks - 1 - saysGas

// remarkGases notes figures of all gases beside figures of gases of the same source,
// and masses of a gas beside the same in CO2e.
func (f forms) remarkGases(findings *Findings) {
	for _, node := range f.in {
		rows := f.rows[node]
		for _, t := range f.split(rows, func(r *row) (sourceKey, Status) {
			k, _ := r.told()
			return k.only(allButGas), r.status
		}, func(r *row) int {
			if r.gas.IsZero() {
				return 1
			}
			return 2
		}) {
			f.note(findings, FindingAllGasesToo, t, "CO2e of all gases together", "gases of the same source", false)
		}
		for _, t := range f.split(rows, func(r *row) (sourceKey, Status) {
			k, _ := r.told()
			return k, r.status
		}, func(r *row) int {
			switch {
			case r.gas.IsZero():
				return 0
			case r.value.kind == equivalent:
				return 1
			}
			return 2
		}) {
			f.note(findings, FindingAllGasesToo, t, "CO2e of a gas", "masses of it, of the same source", true)
		}
	}
}

// remarkSums notes figures for all fuels, activities and facilities that are the sum of
// those for single ones.
func (f forms) remarkSums(findings *Findings) {
	for _, node := range f.in {
		for _, t := range f.split(f.rows[node], func(r *row) (sourceKey, Status) {
			k, _ := r.told()
			return k.only(saysVariant | saysTags), r.status
		}, func(r *row) int {
			if r.form()&metWide != 0 {
				return 1
			}
			return 2
		}) {
			f.noteSum(findings, t)
		}
	}
}

// noteSum looks for the sum of parts, of all gases and of each.
func (f forms) noteSum(findings *Findings, t twoForms) {
	if f.note(findings, FindingSumToo, t, "for the category as a whole", "for its parts, and they make the same", true) {
		return
	}
	gases := map[Gas]*twoForms{}
	var order []Gas
	for which, rows := range [...][]int32{t.these, t.those} {
		for _, i := range rows {
			g := f.inv.rows[i].gas
			if gases[g] == nil {
				gases[g] = &twoForms{}
				order = append(order, g)
			}
			if x := gases[g]; which == 0 {
				x.these = append(x.these, i)
			} else {
				x.those = append(x.those, i)
			}
		}
	}
	if len(order) < 2 {
		return
	}
	for _, g := range order {
		if x := *gases[g]; len(x.these) > 0 && len(x.those) > 0 {
			f.note(findings, FindingSumToo, x, "for the category as a whole", "for its parts, and they make the same", true)
		}
	}
}

// remarkProvisional notes provisional figures beside final ones of the same source.
func (f forms) remarkProvisional(findings *Findings) {
	for _, node := range f.in {
		for _, t := range f.split(f.rows[node], func(r *row) (sourceKey, Status) {
			k, _ := r.told()
			return k, Actual
		}, func(r *row) int {
			switch r.status {
			case Provisional:
				return 1
			case Actual:
				return 2
			}
			return 0
		}) {
			f.note(findings, FindingProvisionalToo, t, "provisional", "final, of the same source", false)
		}
	}
}

// note tells of figures in two forms, with what is left without either. If asked, it
// does so only where they make the same amount, but for rounding, and says whether.
func (f forms) note(findings *Findings, code string, t twoForms, these, those string, ifSame bool) bool {
	a, b, same, known := f.compare(t)
	if ifSame && !same {
		return false
	}
	inv := f.inv
	both := append(append([]int32{}, t.these...), t.those...)
	left := fmt.Sprintf("%s without %s, %s without %s", inv.amounts(t.those), inv.named(t.these), inv.amounts(t.these), inv.named(t.those))
	stated, found := inv.amounts(both).String(), inv.amounts(t.those).String()
	if known {
		stated = CO2e{a.t.Add(b.t), a.m}.String()
		left = fmt.Sprintf("%s without %s, %s without %s", b, inv.named(t.these), a, inv.named(t.those))
		found = b.String()
	}
	alike := ""
	if same && !ifSame {
		alike = ", which make the same but for rounding"
	}
	first := both[0]
	findings.Add(Finding{Code: code, Severity: Serious, Line: int(inv.rows[first].line), Category: inv.category(&inv.rows[first]),
		Stated: stated, Found: found,
		Detail: fmt.Sprintf("%s: %s; %s: %s%s. Totals count both: it is %s; if both stand, name what each is of (fuel, facility), or "+
			"enter them as confirmed", inv.named(t.these), these, inv.named(t.those), those, alike, left)})
	return true
}

// compare says what the two forms come to in CO2e, on a metric that both can be said
// in, and whether it is the same but for rounding. Where the metric is not stated, one
// in which it is the same will do.
func (f forms) compare(t twoForms) (a, b CO2e, same, known bool) {
	metrics := []Metric{}
	unstated := false
	for _, rows := range [...][]int32{t.these, t.those} {
		for _, i := range rows {
			r := &f.inv.rows[i]
			if r.value.kind != equivalent {
				continue
			}
			if m := r.value.metricOf(); m.ID() == "" {
				unstated = true
			} else if len(metrics) == 0 {
				metrics = append(metrics, m)
			} else if metrics[0].ID() != m.ID() {
				return CO2e{}, CO2e{}, false, false
			}
		}
	}
	if len(metrics) == 0 {
		metrics = append(metrics, Unstated) // CO2 alone has CO2e in it
		if unstated {
			metrics = append(metrics, published()...)
		} else if x, y, slack, ok := f.masses(t); ok {
			return CO2e{}, CO2e{}, x.Sub(y).Abs().LessThanOrEqual(slack), false
		}
	} else if unstated {
		return CO2e{}, CO2e{}, false, false
	}
	for _, m := range metrics {
		x, slackX, okX := f.sum(t.these, m)
		y, slackY, okY := f.sum(t.those, m)
		if !okX || !okY {
			continue
		}
		if x.Sub(y).Abs().LessThanOrEqual(slackX.Add(slackY)) {
			return CO2e{x, m}, CO2e{y, m}, true, true
		}
		if len(metrics) == 1 {
			return CO2e{x, m}, CO2e{y, m}, false, true
		}
	}
	return CO2e{}, CO2e{}, false, false
}

// masses compares masses of one gas.
func (f forms) masses(t twoForms) (a, b, slack decimal.Decimal, ok bool) {
	gas := f.inv.rows[t.these[0]].gas
	for which, rows := range [...][]int32{t.these, t.those} {
		for _, i := range rows {
			r := &f.inv.rows[i]
			if r.value.kind != emitted || r.gas != gas {
				return a, b, slack, false
			}
			if which == 0 {
				a = a.Add(r.value.t())
			} else {
				b = b.Add(r.value.t())
			}
			slack = slack.Add(halfUnit(r.value.t()))
		}
	}
	return a, b, slack, true
}

// sum is what rows come to on a metric, and how far the digits that they are printed
// with leave it open.
func (f forms) sum(rows []int32, m Metric) (sum, slack decimal.Decimal, ok bool) {
	for _, i := range rows {
		r := &f.inv.rows[i]
		if r.value.kind == equivalent && m.ID() != "" && r.value.metricOf().ID() == "" { // as it was told
			sum, slack = sum.Add(r.value.t()), slack.Add(halfUnit(r.value.t()))
			continue
		}
		line, err := rowOf{f.inv, i}.count(m)
		if err != nil {
			return sum, slack, false
		}
		sum, slack = sum.Add(line.CO2e.t), slack.Add(line.slack())
	}
	return sum, slack, true
}
