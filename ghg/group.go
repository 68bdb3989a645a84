package ghg

import "iter"

// InventoryID is what an inventory is of.
type InventoryID struct {
	Place  PlaceID
	Period Period
}

// GroupRecords sorts records by what inventory they belong to, in the order in
// which each is first met. A group whose records stand together is that part of
// the slice given; any other is a copy, made as it is yielded.
func GroupRecords(records []Record) iter.Seq2[InventoryID, []Record] {
	g := groupsOf(records)
	return func(yield func(InventoryID, []Record) bool) {
		for i := range g.groups {
			if !yield(g.groups[i].id, g.records(records, i)) {
				return
			}
		}
	}
}

// groups are records by inventory, as runs of them that stand together.
type groups struct {
	groups []group
	runs   []run
}

type group struct {
	id          InventoryID
	n           int   // how many records
	first, last int32 // run
}

type run struct {
	start, end int32
	next       int32 // run of the group, or 0
}

func groupsOf(records []Record) groups {
	var g groups
	var of map[InventoryID]int32 // group; of several only
	at := int32(0)
	for start := 0; start < len(records); {
		id := InventoryID{records[start].Place.plain(), records[start].Period}
		end := start + 1
		for end < len(records) && records[end].Period == id.Period && records[end].Place.Is(id.Place) {
			end++
		}
		known := false
		if len(g.groups) > 0 {
			if of == nil {
				of = map[InventoryID]int32{g.groups[0].id: 0}
			}
			at, known = of[id]
		}
		r := int32(len(g.runs))
		g.runs = append(g.runs, run{start: int32(start), end: int32(end)})
		if known {
			g.runs[g.groups[at].last].next = r
			g.groups[at].last = r
		} else {
			at = int32(len(g.groups))
			if of != nil {
				of[id] = at
			}
			g.groups = append(g.groups, group{id: id, first: r, last: r})
		}
		g.groups[at].n += end - start
		start = end
	}
	return g
}

// records are those of a group.
func (g groups) records(all []Record, i int) []Record {
	of := g.groups[i]
	r := g.runs[of.first]
	if of.first == of.last {
		return all[r.start:r.end:r.end] // what is appended to it must not reach its neighbour
	}
	out := make([]Record, 0, of.n)
	for {
		out = appendRecords(out, all[r.start:r.end])
		if r.next == 0 {
			return out
		}
		r = g.runs[r.next]
	}
}
