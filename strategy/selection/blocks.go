package selection

import "math"

// blocks are a bound on joint effects that costs less than they do: the tail's
// positions fall into two halves, and a subset x into its parts a and b there.
// With E what is left of a source when nothing of the tail is chosen, and A and
// B what each part leaves of that,
//
//	E(1 − AB) = E(1 − A) + E(1 − B) − E(1 − A)(1 − B)
//
// The first two are looked up by part. The last is no less than the least part
// that is left of any source, times what it is if nothing before the tail is
// chosen, which is looked up by subset; where one part cuts and the other adds it
// is below 0, and spare more of it may be left.
type blocks struct {
	half      int // positions of the first half
	overlap   []float64
	low, high []float64
	least     float64
	against   []float64 // by term: how far below 0 (1 − A)(1 − B) may be
	spare     float64
}

// blocks are those of some terms; they hold for no partial selection yet.
func (t *tail) blocks(terms []term, first int) *blocks {
	b := &blocks{half: t.size / 2, overlap: make([]float64, 1<<t.size)}
	b.low, b.high = make([]float64, 1<<b.half), make([]float64, 1<<(t.size-b.half))
	b.against = make([]float64, len(terms))
	for i, x := range terms {
		low, high := bounded(1, x.left[t.from:t.from+b.half]), bounded(1, x.left[t.from+b.half:])
		b.against[i] = max((high.highest[0]-1)*(1-low.lowest[0]), (low.highest[0]-1)*(1-high.lowest[0]))
	}
	for x := range b.overlap {
		left := t.left[x*t.terms+first:]
		low, high := b.parts(subset(x))
		lower, higher := t.left[int(low)*t.terms+first:], t.left[int(high<<b.half)*t.terms+first:]
		for i := range terms {
			b.overlap[x] += float64(terms[i].whole * (1 - lower[i] - higher[i] + left[i]))
		}
	}
	return b
}

func (b *blocks) parts(x subset) (low, high subset) { return x & (1<<b.half - 1), x >> b.half }

// prepare makes the bound hold for the partial selection.
func (b *blocks) prepare(s *search, terms []term, first int) {
	for x := range b.low {
		b.low[x] = s.joint(terms, first, subset(x))
	}
	none := b.low[0]
	for x := range b.high {
		b.high[x] = s.joint(terms, first, subset(x<<b.half)) - none
	}
	b.least = 1
	for i := range terms {
		b.least = math.Min(b.least, s.left[first+i])
	}
	b.spare = 0
	for i := range terms {
		b.spare += float64(terms[i].whole * (s.left[first+i] - b.least) * b.against[i])
	}
}

// most is what the joint effects of the selection with a subset are at most.
func (b *blocks) most(x subset) float64 {
	low, high := b.parts(x)
	return b.low[low] + b.high[high] - float64(b.least*b.overlap[x]) + b.spare
}

// worthBlocks is after how many subsets of the tail it is worth to prepare
// blocks.
const worthBlocks = 64
