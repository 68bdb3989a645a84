package ledger

// knownRows are rows that were read one after the other by their frames.
type knownRows struct {
	next, rows int       // where the next row begins, and how many were read
	unknown    *rowParts // it, if it may become a frame: for want of one it was not read
}

// readKnown adds rows from a place in a block on, as long as their frames are known and their
// masses plain. A frame holds neither quote nor end of line, nor does a mass: that a row is
// no other than these, and has as many fields as the header, is said by the three together.
func (r *blockReader) readKnown(block []byte, at int) (known knownRows) {
	known.next = at
	if !r.frames.areOfUse() || len(r.head.plan.fields) == 0 {
		return known
	}
	text := block[:len(block)+room]
	b, p := &r.batch, &r.head.plan
	for whole := true; whole; {
		whole = b.part(text, r.marks, known.next, p.mass, len(p.fields)-1-p.mass)
		b.look(&r.frames)
		n := r.addBatch(text, &known)
		known.rows += n
		if n < b.n {
			b.size = 1 + n
			break
		}
		b.size = min(2*b.size, mostRowsOfBatch)
	}
	if known.rows > 0 {
		r.frames.misses = 0
	}
	if known.unknown != nil {
		r.frames.misses++
	}
	r.out.rows += known.rows
	return known
}

// addBatch adds the rows of a batch, up to one that is not known or whose mass is not plain.
func (r *blockReader) addBatch(text []byte, known *knownRows) int {
	decimals, marks := repeated(r.mark), len(r.options.Format.Marks) > 0
	for i := range r.batch.rows[:r.batch.n] {
		x := &r.batch.rows[i]
		f := r.frames.find(x, text)
		if f == nil {
			known.unknown = x
			return i
		}
		n, places, ok := x.mass.number(decimals)
		if !ok || marks {
			if n, places, ok = r.mass(text[x.at+x.from : x.at+x.to]); !ok {
				return i
			}
		}
		r.sums.add(f.key, n, f.power-places)
		known.next = x.next
	}
	return r.batch.n
}
