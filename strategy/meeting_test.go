package strategy

import (
	"math/rand"
	"testing"

	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
)

// What is found by fuel and end use is what asking each of all would find.
func TestMeetings(t *testing.T) {
	r := rand.New(rand.NewSource(1))
	pick := func(of ...string) string { return of[r.Intn(len(of))] }
	for range 200 {
		var m meetings
		var all []*placed
		for n := range 30 {
			p := &placed{fuel: pick("", "", "gas", "diesel"), endUse: pick("", "", "heat", "cars", "light")}
			if code := pick("", "I", "I.1", "I.1.1", "I.1.2", "I.2.1", "II.1.1"); code != "" {
				p.lineage = lineage(gpc.Scheme, code)
			}
			var want []int
			for i, o := range all {
				if p.meets(o) {
					want = append(want, i)
				}
			}
			assert.Equal(t, want, m.with(p))
			m.add(n, p)
			all = append(all, p)
		}
	}
}

// A group is named after its first, however its members came together.
func TestGrouping(t *testing.T) {
	g := newGrouping(6)
	g.merge(5, 4)
	g.merge(4, 2)
	g.merge(2, 4)
	g.merge(0, 1)
	assert.Equal(t, []int{0, 0, 2, 3, 2, 2}, []int{g.first(0), g.first(1), g.first(2), g.first(3), g.first(4), g.first(5)})
	g.merge(5, 1)
	assert.Equal(t, 0, g.first(4))
}
