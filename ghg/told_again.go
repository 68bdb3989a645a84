package ghg

import (
	"hash/maphash"
	"math/bits"
)

// repeats are the rows that say what another row before them says, in the order of the
// inventory: of one source, gas and status, and the same amount in the same form.
//
// They are found in a table of as many places as a power of two holds, by what little
// can be said of a row quickly; rows that meet there are compared.
func (inv *inventory) repeats() []int32 {
	n := len(inv.rows)
	if n < 2 {
		return nil
	}
	if n <= fewRows {
		return inv.repeatsOfFew()
	}
	table := make([]int32, 1<<bits.Len(uint(n+n/2))) // 1 + row
	mask := uint64(len(table) - 1)
	seed := maphash.MakeSeed() // or a file could be made in which all meet
	var said *about
	ofSaid := said.hash(seed)
	var out []int32
	for i := range inv.rows {
		if !inv.countsUnconfirmed(i) {
			continue
		}
		r := &inv.rows[i]
		if r.about != said {
			said, ofSaid = r.about, r.about.hash(seed)
		}
		at := r.hash(ofSaid)
		for ; table[at&mask] != 0; at++ {
			if inv.sayTheSame(int32(i), table[at&mask]-1) {
				out = append(out, int32(i))
				break
			}
		}
		if table[at&mask] == 0 {
			table[at&mask] = int32(i) + 1
		}
	}
	return out
}

// fewRows are compared with each other.
const fewRows = 16

func (inv *inventory) repeatsOfFew() []int32 {
	var out []int32
	for i := range inv.rows {
		if !inv.countsUnconfirmed(i) {
			continue
		}
		for j := range i {
			if inv.sayTheSame(int32(i), int32(j)) && inv.countsUnconfirmed(j) {
				out = append(out, int32(i))
				break
			}
		}
	}
	return out
}

// sayTheSame reports whether two rows that count say the same.
func (inv *inventory) sayTheSame(i, j int32) bool {
	a, b := &inv.rows[i], &inv.rows[j]
	if a.node != b.node || a.gas != b.gas || a.scope != b.scope || a.variant != b.variant || a.status != b.status ||
		a.value.kind != b.value.kind || a.value.key != b.value.key || a.value.metricOf().ID() != b.value.metricOf().ID() ||
		a.value.number().reduced() != b.value.number().reduced() {
		return false
	}
	x, y := a.about, b.about
	if x == y {
		return true
	}
	if x == nil {
		x = &about{}
	}
	if y == nil {
		y = &about{}
	}
	return x.fuel == y.fuel && x.activity == y.activity && x.facility == y.facility && x.tags == y.tags
}

// hash is one number for what [inventory.sayTheSame] compares of a row.
func (r *row) hash(ofAbout uint64) uint64 {
	n := r.value.number().reduced()
	h := ofAbout
	for _, x := range [...]uint64{n.lo, uint64(n.hi), uint64(uint32(n.exp))<<32 | uint64(uint32(r.node)),
		uint64(r.gas.n)<<32 | uint64(r.scope)<<24 | uint64(r.variant)<<16 | uint64(r.status)<<8 | uint64(r.value.kind)} {
		hi, lo := bits.Mul64(h^x, 0x9E3779B97F4A7C15)
		h = hi ^ lo
	}
	return h
}

// hash is one number for what is compared of what rows say alike; nil is the zero
// about.
func (a *about) hash(seed maphash.Seed) uint64 {
	var h maphash.Hash
	h.SetSeed(seed)
	if a == nil || a.fuel == "" && a.activity == "" && a.facility == "" && a.tags == (Tags{}) {
		return h.Sum64()
	}
	for _, s := range [...]string{a.fuel, a.activity, a.facility, a.tags.String()} {
		h.WriteString(s)
		h.WriteByte(0)
	}
	return h.Sum64()
}

// reduced is the number without zeros at its end, so that equal numbers are the same.
func (n number) reduced() number {
	if n.isZero() {
		return number{}
	}
	neg := n.isNegative()
	if neg {
		n = n.neg()
	}
	hi, lo := uint64(n.hi), n.lo
	for {
		qhi, rhi := hi/10, hi%10
		qlo, r := bits.Div64(rhi, lo, 10)
		if r != 0 {
			break
		}
		hi, lo = qhi, qlo
		n.exp++
	}
	out := number{int64(hi), lo, n.exp}
	if neg {
		return out.neg()
	}
	return out
}
