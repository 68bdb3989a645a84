package strategy

import "slices"

// meetings finds which of many sources one meets, and asks only those with its fuel or without
// one, and with its end use or without one. Of categories there are not many.
type meetings struct {
	at map[meetingKey][]numbered
}

// numbered is a source and its number: they are added in their order.
type numbered struct {
	n  int
	of *placed
}

// meetingKey is a fuel and an end use, or any.
type meetingKey struct {
	fuel, endUse     string
	anyFuel, anyUses bool
}

// add adds a source.
func (m *meetings) add(n int, p *placed) {
	if m.at == nil {
		m.at = map[meetingKey][]numbered{}
	}
	for _, k := range [...]meetingKey{{fuel: p.fuel, endUse: p.endUse}, {fuel: p.fuel, anyUses: true},
		{anyFuel: true, endUse: p.endUse}, {anyFuel: true, anyUses: true}} {
		m.at[k] = append(m.at[k], numbered{n, p})
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
			for _, o := range m.at[meetingKey{f.fuel, u.endUse, f.anyFuel, u.anyUses}] {
				if p.meets(o.of) {
					out = append(out, o.n)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}
