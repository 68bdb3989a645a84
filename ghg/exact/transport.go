package exact

import "slices"

// transport is a transportation problem of arcs that carry 0 or 1: each row
// sends what it supplies, each column gets what it demands, at the least cost.
//
// It is solved by successive shortest paths with node prices (Ahuja, Magnanti
// and Orlin, Network Flows, 1993, section 9.7). Every row first takes its
// cheapest arcs at some prices of columns, which is optimal but for columns
// that hold too much or too little; then units move from the former to the latter along paths that are
// cheapest at the prices reached, until none is left to move. Each round moves
// at least one unit, and of A arcs at most A/2 have to move, so that there are
// at most A/2 rounds of O(A log V) steps for V rows and columns.
type transport struct {
	rows, columns int
	cost          wides   // by row and column
	arcs          []uint8 // likewise: noArc, idle or used
	supply        []int   // of the rows
	excess        []int   // of the columns: what they hold beyond their demand

	// Nodes are the columns and behind them the rows. The cost of an arc less
	// price of its column, and plus that of its row, is at least 0 where the arc
	// is idle and at most 0 where it is used.
	price  wides
	length wides // from a column with excess to the node, in costs
	key    wides // the same at prices: at least 0
	from   []int // the node before, on the way
	root   []int // the column where the way begins
	state  []uint8
	heap   []int // nodes reached, the nearest first
	place  []int // of a node in the heap
	done   []int

	scratch wide
	order   []int // arcs of a row or column
	worth   wides // of arcs: their cost at the prices of the other end
}

// What an arc carries.
const (
	noArc uint8 = iota
	idle
	used
)

// How far a search is with a node.
const (
	unseen uint8 = iota
	reached
	settled
)

func newTransport(rows, columns, words int) *transport {
	nodes := rows + columns
	return &transport{rows: rows, columns: columns,
		cost: newWides(rows*columns, words), arcs: make([]uint8, rows*columns),
		supply: make([]int, rows), excess: make([]int, columns),
		price: newWides(nodes, words), length: newWides(nodes, words), key: newWides(nodes, words),
		from: make([]int, nodes), root: make([]int, nodes), state: make([]uint8, nodes), place: make([]int, nodes),
		scratch: make(wide, words), worth: newWides(rows*columns, words)}
}

// solve finds which arcs are used. There must be a solution.
func (t *transport) solve() {
	for range sweeps {
		for i := range t.rows {
			t.priceRow(i)
		}
		for j := range t.columns {
			t.priceColumn(j)
		}
	}
	for i := range t.rows {
		for _, k := range t.priceRow(i) {
			t.arcs[k] = used
			t.excess[k%t.columns]++
		}
	}
	for t.round() {
	}
}

// sweeps is how often rows and columns are priced in turn before the first arc
// is used. It changes no optimum, only how little is left to move.
const sweeps = 4

// priceRow prices a row so that it takes as many arcs as it supplies, and
// returns those: the cheapest, and of equally cheap ones those to the columns
// that want most.
func (t *transport) priceRow(row int) []int {
	t.order = t.order[:0]
	for j := range t.columns {
		if k := row*t.columns + j; t.arcs[k] != noArc {
			t.order = append(t.order, k)
			t.worth.at(k).sub(t.cost.at(k), t.price.at(j))
		}
	}
	price := t.price.at(t.columns + row)
	clear(price)
	if k, found := t.sort(t.supply[row], func(k int) int { return t.excess[k%t.columns] }); found {
		price.sub(price, t.worth.at(k))
	}
	return t.order[:t.supply[row]]
}

// priceColumn prices a column so that it would take as many arcs as it demands.
func (t *transport) priceColumn(column int) {
	t.order = t.order[:0]
	for i := range t.rows {
		if k := i*t.columns + column; t.arcs[k] != noArc {
			t.order = append(t.order, k)
			t.worth.at(k).add(t.cost.at(k), t.price.at(t.columns+i))
		}
	}
	if k, found := t.sort(-t.excess[column], func(int) int { return 0 }); found {
		copy(t.price.at(column), t.worth.at(k))
	}
}

// sort puts arcs in the order of their worth, and returns the last of so many,
// or the first where none is wanted.
func (t *transport) sort(wanted int, tie func(k int) int) (last int, found bool) {
	slices.SortStableFunc(t.order, func(a, b int) int {
		if c := t.worth.at(a).cmp(t.worth.at(b)); c != 0 {
			return c
		}
		return tie(a) - tie(b)
	})
	if len(t.order) == 0 {
		return 0, false
	}
	return t.order[max(wanted-1, 0)], true
}

// round moves units from columns that hold too much to the nearest that hold
// too little, one from each at most, and reports whether it moved any.
func (t *transport) round() bool {
	targets := t.search()
	if len(targets) == 0 {
		return false
	}
	// With this, the arcs of the ways found cost nothing at prices, and no idle
	// arc less than nothing.
	far := t.key.at(targets[0])
	for _, x := range t.done {
		t.price.at(x).sub(t.length.at(x), far)
	}
	for _, x := range targets {
		root := t.root[x]
		if t.root[root] != root {
			continue // its unit went to an equally near column
		}
		t.root[root] = -1
		t.excess[root]--
		t.excess[x]++
		for ; x != root; x = t.from[x] {
			k := t.arc(x, t.from[x])
			t.arcs[k] = idle + used - t.arcs[k]
		}
	}
	return true
}

// arc is the arc between two nodes, one of them a row.
func (t *transport) arc(x, y int) int {
	return (max(x, y)-t.columns)*t.columns + min(x, y)
}

// search settles nodes by Dijkstra's method, from all columns with excess at
// once, up to the nearest that hold too little, and returns those.
func (t *transport) search() []int {
	clear(t.state)
	t.heap, t.done = t.heap[:0], t.done[:0]
	for j, e := range t.excess {
		if e > 0 {
			copy(t.length.at(j), t.price.at(j))
			clear(t.key.at(j))
			t.from[j], t.root[j] = j, j
			t.push(j)
		}
	}
	var targets []int
	for len(t.heap) > 0 {
		x := t.heap[0]
		if len(targets) > 0 && t.key.at(x).cmp(t.key.at(targets[0])) > 0 {
			break
		}
		t.pop()
		t.done = append(t.done, x)
		if x < t.columns {
			if t.excess[x] < 0 {
				targets = append(targets, x)
			}
			t.leaveColumn(x)
		} else {
			t.leaveRow(x)
		}
	}
	return targets
}

// leaveColumn reaches rows that could take back a unit from a column.
func (t *transport) leaveColumn(x int) {
	length := t.scratch
	for i := range t.rows {
		k := i*t.columns + x
		if y := t.columns + i; t.arcs[k] == used && t.state[y] != settled {
			length.sub(t.length.at(x), t.cost.at(k))
			t.reach(y, x, length)
		}
	}
}

// leaveRow reaches columns that a row could send a unit to.
func (t *transport) leaveRow(x int) {
	length := t.scratch
	first := (x - t.columns) * t.columns
	for y, a := range t.arcs[first : first+t.columns] {
		if a == idle && t.state[y] != settled {
			length.add(t.length.at(x), t.cost.at(first+y))
			t.reach(y, x, length)
		}
	}
}

// reach notes a way to a node, if it is the first or shorter.
func (t *transport) reach(y, x int, length wide) {
	if t.state[y] == reached && length.cmp(t.length.at(y)) >= 0 {
		return
	}
	copy(t.length.at(y), length)
	t.key.at(y).sub(length, t.price.at(y))
	t.from[y], t.root[y] = x, t.root[x]
	if t.state[y] == reached {
		t.up(t.place[y])
	} else {
		t.push(y)
	}
}

func (t *transport) push(x int) {
	t.state[x] = reached
	t.heap = append(t.heap, x)
	t.place[x] = len(t.heap) - 1
	t.up(t.place[x])
}

// pop settles the nearest node and takes it off the heap.
func (t *transport) pop() {
	t.state[t.heap[0]] = settled
	last := len(t.heap) - 1
	t.swap(0, last)
	t.heap = t.heap[:last]
	for i := 0; ; {
		child := 2*i + 1
		if child >= last {
			return
		}
		if child+1 < last && t.nearer(child+1, child) {
			child++
		}
		if !t.nearer(child, i) {
			return
		}
		t.swap(i, child)
		i = child
	}
}

func (t *transport) up(i int) {
	for i > 0 && t.nearer(i, (i-1)/2) {
		t.swap(i, (i-1)/2)
		i = (i - 1) / 2
	}
}

// nearer compares two places of the heap; of equally near nodes the first in
// number comes first, so that one table is always rounded in one way.
func (t *transport) nearer(i, j int) bool {
	x, y := t.heap[i], t.heap[j]
	c := t.key.at(x).cmp(t.key.at(y))
	return c < 0 || c == 0 && x < y
}

func (t *transport) swap(i, j int) {
	h := t.heap
	h[i], h[j] = h[j], h[i]
	t.place[h[i]], t.place[h[j]] = i, j
}
