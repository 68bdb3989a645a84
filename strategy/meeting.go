package strategy

import "slices"

// meetings finds which of many sources one meets, and asks only those with its fuel or without
// one, and with its end use or without one. Of categories there are not many.
type meetings struct {
	last map[meetingKey]int32 // 1 + the last one of each key
	all  []met
}

// met is a source with its number, and the one of its key before it.
type met struct {
	n      int
	of     *placed
	before int32
}

// meetingKey is a fuel and an end use, or any.
type meetingKey struct {
	fuel, endUse     string
	anyFuel, anyUses bool
}

// add adds a source.
func (m *meetings) add(n int, p *placed) {
	if m.last == nil {
		m.last = map[meetingKey]int32{}
	}
	for _, k := range [...]meetingKey{{fuel: p.fuel, endUse: p.endUse}, {fuel: p.fuel, anyUses: true},
		{anyFuel: true, endUse: p.endUse}, {anyFuel: true, anyUses: true}} {
		m.all = append(m.all, met{n, p, m.last[k]})
		m.last[k] = int32(len(m.all))
	}
}

// with are the numbers of the sources that one meets, in their order.
func (m *meetings) with(p *placed) []int {
	fuels, uses := []meetingKey{{anyFuel: true}}, []meetingKey{{anyUses: true}}
	if p.fuel != "" {
		fuels = []meetingKey{{fuel: p.fuel}, {}}
	}
	if p.endUse != "" {
		uses = []meetingKey{{endUse: p.endUse}, {}}
	}
	var out []int
	for _, f := range fuels {
		for _, u := range uses {
			for i := m.last[meetingKey{f.fuel, u.endUse, f.anyFuel, u.anyUses}]; i > 0; i = m.all[i-1].before {
				if o := &m.all[i-1]; p.meets(o.of) {
					out = append(out, o.n)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}
