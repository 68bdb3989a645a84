package selection

// node is a partial selection: some positions are set.
type node struct {
	low, high []float64
	bound     wide // no set of it gains more
	born      int
}

// nodes are a heap: of most bound first, then the youngest.
type nodes []*node

func (h nodes) Len() int { return len(h) }
func (h nodes) Less(i, j int) bool {
	if c := h[i].bound.cmp(h[j].bound); c != 0 {
		return c > 0
	}
	return h[i].born > h[j].born
}
func (h nodes) Swap(i, j int) { h[i], h[j] = h[j], h[i] }
func (h *nodes) Push(x any)   { *h = append(*h, x.(*node)) }
func (h *nodes) Pop() any {
	last := len(*h) - 1
	x := (*h)[last]
	(*h)[last] = nil
	*h = (*h)[:last]
	return x
}
