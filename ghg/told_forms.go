package ghg

import "math/bits"

// forms are the rows of the categories that are told in several forms.
type forms struct {
	inv  *inventory
	rows map[int32][]int32 // by node
	in   []int32           // the nodes, in the order met
}

// What is met in a category: where there is but one of two forms, nothing can be told
// in both. Behind these stand a bit for each metric of CO2e of a gas, and one for each set of what
// rows say of fuel, activity and facility.
const (
	metAllGases = 1 << iota
	metMass
	metCO2eOfGas
	metMethane // of any origin
	metOrigin  // methane of one
	metProvisional
	metEstimated
	metFinal
	metMetric // the first of those for metrics
	metPart   = metMetric << 16
	metParts  = metPart<<8 - metPart
)

func severalForms(met uint32) bool {
	both := func(a, b uint32) bool { return met&a != 0 && met&b != 0 }
	return both(metAllGases, metMass|metCO2eOfGas) || both(metMass, metCO2eOfGas) || both(metMethane, metOrigin) ||
		both(metProvisional, metEstimated|metFinal) || both(metEstimated, metFinal) ||
		bits.OnesCount32(met&(metPart-metMetric)) > 1 || bits.OnesCount32(met&metParts) > 1
}

func (inv *inventory) forms() forms {
	f := forms{inv: inv}
	var all uint32
	for i := range inv.rows {
		all |= inv.rows[i].form()
	}
	if !severalForms(all) { // as most files
		return f
	}
	met := make([]uint32, len(inv.scheme.def.Nodes))
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

func (r *row) form() uint32 {
	if r.value.kind == missing {
		return 0
	}
	form := uint32(metPart) << (r.part() / saysFuel)
	switch r.status {
	case Provisional:
		form |= metProvisional
	case Estimated:
		form |= metEstimated
	default:
		form |= metFinal
	}
	switch {
	case r.gas == CH4:
		form |= metMethane
	case CH4.includes(r.gas):
		form |= metOrigin
	}
	switch {
	case r.value.kind == emitted:
		return form | metMass
	case r.gas.IsZero():
		return form | metAllGases
	}
	return form | metCO2eOfGas | metMetric<<min(r.value.metric, 15)
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
