package ledger

import (
	"bytes"
	"slices"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
)

// blockReader adds up rows of blocks. A row of plain digits and of words that were met
// before is read here; any other by [ghg.ReadCSV], and its words are remembered if it had
// nothing to say of it.
type blockReader struct {
	options ReadOptions
	head    header
	pattern uint64 // the delimiter, eight times
	mark    byte   // of decimals
	marks   marks  // of the block
	sums    runningSums

	frames   frameTable
	batch    batch
	words    []wordTable // by field
	meanings [][]meaning // by field and number of the word
	rows     rowKeys
	cells    []cell   // of the row being read, by field
	of       []uint32 // its words
	ids      []uint32 // the same in the order of the plan

	slow slowRows
	out  blockReport
}

// blockReport is what is said of a block.
type blockReport struct {
	report ghg.Report
	rows   int
	others []ghg.Record
	err    error
}

func newBlockReader(o ReadOptions, head header) *blockReader {
	p := head.plan
	r := &blockReader{options: o, head: head, sums: newRunningSums(o.Format.Scheme)}
	r.pattern, r.mark = repeated(o.Format.Delimiter), '.'
	if o.Format.Comma {
		r.mark = ','
	}
	r.words, r.meanings = make([]wordTable, len(p.fields)), make([][]meaning, len(p.fields))
	r.cells, r.of = make([]cell, len(p.fields)), make([]uint32, len(p.fields))
	r.ids = make([]uint32, len(p.steps))
	r.rows.width = len(p.steps)
	r.frames, r.batch.size = newFrameTable(), 1
	return r
}

// read adds up the rows of a block.
func (r *blockReader) read(b block) blockReport {
	r.out = blockReport{}
	if r.frames.areOfUse() {
		r.marks = r.marks.of(b.text, r.pattern)
	}
	hard := b.hard
	for at, line := 0, b.line; at < len(b.text); {
		known := r.readKnown(b.text, at)
		if at, line = known.next, line+known.rows; at == len(b.text) {
			break
		}
		if len(hard) > 0 && hard[0].at == at {
			h := hard[0]
			hard = hard[1:]
			if h.fault != nil {
				for _, f := range h.fault {
					f.Line = line
					r.out.report.Faults.All = append(r.out.report.Faults.All, f)
				}
			} else {
				r.readSlowly(b.text[at:at+h.size], line, h.lines)
			}
			at, line = at+h.size, line+h.lines
			continue
		}
		row, size := cutLine(b.text[at:])
		if b.quotes && bytes.IndexByte(row, '"') >= 0 {
			r.readSlowly(b.text[at:at+size], line, 1)
		} else if key, power, ok := r.readWords(row); !ok {
			r.readSlowly(b.text[at:at+size], line, 1)
		} else if x := known.unknown; x != nil {
			r.frames.add(x, b.text, key, power)
		}
		at, line = at+size, line+1
	}
	r.flush()
	slices.SortStableFunc(r.out.report.Faults.All, func(a, b ghg.Fault) int { return a.Line - b.Line })
	return r.out
}

func (r *blockReader) add(key uint32, n int64, exp int32) {
	r.sums.add(key, n, exp)
	r.out.rows++
}

// readWords adds a row by its words, and tells what they come to; or says that it is not for
// here.
func (r *blockReader) readWords(row []byte) (key uint32, power int32, ok bool) {
	n, places, ok := r.split(row)
	if !ok {
		return 0, 0, false
	}
	for i, s := range r.head.plan.steps {
		id := r.words[s.field].find(r.cells[s.field], r.dependency(s))
		if id == 0 {
			return 0, 0, false
		}
		r.ids[i], r.of[s.field] = id, id
	}
	unit := r.head.plan.unit
	power = r.meanings[unit][r.of[unit]-1].power
	key, met := r.rows.find(r.ids)
	if !met {
		key = r.newKey()
	}
	r.add(key, n, power-places)
	return key, power, true
}

// split parts a row into its cells and reads its mass, where all that are no words are what
// they must be.
func (r *blockReader) split(row []byte) (n int64, places int32, ok bool) {
	fields := r.head.plan.fields
	if len(fields) == 0 || len(row) >= maxRowBytes/2 {
		return 0, 0, false
	}
	delimiter := r.options.Format.Delimiter
	for i, is := range fields {
		var c cell
		var more bool
		if c, row, more = cutCell(row, delimiter, r.pattern); more != (i < len(fields)-1) {
			return 0, 0, false
		}
		switch is {
		case isWord:
			r.cells[i] = c
		case isMass:
			if n, places, ok = r.mass(c.text); !ok {
				return 0, 0, false
			}
		case isText:
			if !stands(c.text) {
				return 0, 0, false
			}
		default:
			if len(c.text) > 0 {
				return 0, 0, false
			}
		}
	}
	return n, places, ok
}

// mass reads a mass in plain digits, of which no mark of the format may mean anything else.
func (r *blockReader) mass(cell []byte) (n int64, places int32, ok bool) {
	n, places, ok = plainMass(cell, r.mark)
	return n, places, ok && (len(r.options.Format.Marks) == 0 || !r.isMark(cell, n))
}

// isMark reports whether a mass may be a mark of the format.
func (r *blockReader) isMark(cell []byte, n int64) bool {
	for _, m := range r.options.Format.Marks {
		if n == 0 || m.Text == string(cell) {
			return true
		}
	}
	return false
}

// stands reports whether a free text is one as it is: of UTF-8, not long, and without a
// carriage return, a zero byte or a character that was lost before.
func stands(cell []byte) bool {
	const most = 1000
	ascii := true
	for _, c := range cell {
		if c == '\r' || c == 0 {
			return false
		}
		ascii = ascii && c < utf8.RuneSelf
	}
	return len(cell) <= most && (ascii || utf8.Valid(cell) && !bytes.Contains(cell, []byte("\uFFFD")))
}

// newKey makes a key of words that were met, but not together.
func (r *blockReader) newKey() uint32 {
	var k Key
	for _, s := range r.head.plan.steps {
		k = k.and(r.meanings[s.field][r.of[s.field]-1].key)
	}
	id := r.sums.keys.another(k) // each word is that of a record
	r.rows.add(r.ids, id)
	return id
}

// remember takes the words of a row that [ghg.ReadCSV] had nothing to say of.
func (r *blockReader) remember(row []byte, record ghg.Record) {
	n, places, ok := r.split(row)
	m, _ := record.Value.Mass()
	tonnes := m.Tonnes()
	power := tonnes.Exponent() + places
	if !ok || n == 0 || tonnes.NumDigits() > 18 || tonnes.CoefficientInt64() != n || power < -mostPower || power > mostPower {
		return
	}
	k := KeyOf(record)
	for _, s := range r.head.plan.steps {
		of := r.dependency(s)
		id := r.words[s.field].find(r.cells[s.field], of)
		if id == 0 {
			if id = r.words[s.field].add(r.cells[s.field], of); id == 0 {
				return
			}
			r.meanings[s.field] = append(r.meanings[s.field], meaningOf(s.column, k, power))
		}
		r.of[s.field] = id
	}
}

// dependency is the word that one depends on.
func (r *blockReader) dependency(s step) uint32 {
	if s.of < 0 {
		return 0
	}
	return r.of[s.of]
}
