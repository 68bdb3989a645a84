package ledger

// knownRows are rows that were read one after the other by their frames.
type knownRows struct {
	next, rows int  // where the next row begins, and how many were read
	isNew      bool // it is the frame: for want of it that row was not read
}

// readKnown adds rows from a place in a block on, as long as their frames are known and their
// masses plain. A frame holds neither quote nor end of line, nor does a mass: that a row is
// no other than these, and has as many fields as the header, is said by the three together.
func (r *blockReader) readKnown(block []byte, at int) (known knownRows) {
	known.next = at
	p := &r.head.plan
	if !r.frames.areOfUse() || len(p.fields) == 0 {
		return known
	}
	before, behind := p.mass, len(p.fields)-1-p.mass
	text := block[:len(block)+room]
	decimals := repeated(r.mark)
	rows := 0
	for at < len(block) {
		x := massRow{at: at}
		x.from, x.to, x.end = r.marks.row(at, before, behind)
		if x.end >= len(block) || text[x.end] != '\n' || x.end-at > frameBytes {
			break
		}
		next := x.end + 1
		if x.end > at && text[x.end-1] == '\r' {
			x.end--
			x.to = min(x.to, x.end)
		}
		r.frame.load(text, x)
		key, power, ok := r.frames.find(&r.frame)
		if !ok {
			known.isNew = true
			break
		}
		n, places, ok := quickMass(text, x.from, x.to, decimals)
		if !ok || len(r.options.Format.Marks) > 0 {
			if n, places, ok = r.mass(text[x.from:x.to]); !ok {
				break
			}
		}
		r.sums.add(key, n, power-places)
		at, rows = next, rows+1
	}
	if rows > 0 {
		r.frames.misses = 0
	}
	if known.isNew {
		r.frames.misses++
	}
	r.out.rows += rows
	known.next, known.rows = at, rows
	return known
}
