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
	sums    readSums

	frames   frameTable
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
	r := &blockReader{options: o, head: head, sums: newReadSums(o.Format.Scheme)}
	r.pattern = uint64(o.Format.Delimiter) * 0x0101010101010101
	r.words, r.meanings = make([]wordTable, len(p.fields)), make([][]meaning, len(p.fields))
	r.cells, r.of = make([]cell, len(p.fields)), make([]uint32, len(p.fields))
	r.ids = make([]uint32, len(p.steps))
	r.rows.width = len(p.steps)
	return r
}

// read adds up the rows of a block.
func (r *blockReader) read(b block) blockReport {
	r.out = blockReport{}
	hard := b.hard
	for at, line := 0, b.line; at < len(b.text); {
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
		if b.quotes && bytes.IndexByte(row, '"') >= 0 || !r.readRow(row) {
			r.readSlowly(b.text[at:at+size], line, 1)
		}
		at, line = at+size, line+1
	}
	r.flush()
	slices.SortStableFunc(r.out.report.Faults.All, func(a, b ghg.Fault) int { return a.Line - b.Line })
	return r.out
}

// readRow adds a row, or says that it is not for here.
func (r *blockReader) readRow(row []byte) bool {
	if r.frames.misses > mostMisses {
		return r.readWords(row, nil)
	}
	from, to, ok := ofMass(row, r.head.plan.mass, r.options.Format.Delimiter, r.pattern)
	if !ok {
		return r.readWords(row, nil)
	}
	f, hash := r.frames.find(row, from, to)
	if f == nil {
		return r.readWords(row, func(key uint32, power int32) { r.frames.add(row, from, to, hash, key, power) })
	}
	n, places, ok := r.mass(row[from:to])
	return ok && r.add(f.key, n, int32(f.power)-places)
}

func (r *blockReader) add(key uint32, n int64, exp int32) bool {
	if !sumsHold(exp) {
		return false
	}
	r.sums.add(key, n, exp)
	r.out.rows++
	return true
}

// readWords adds a row by its words, and tells what they come to.
func (r *blockReader) readWords(row []byte, tell func(key uint32, power int32)) bool {
	n, places, ok := r.split(row)
	if !ok {
		return false
	}
	for i, s := range r.head.plan.steps {
		id := r.words[s.field].find(r.cells[s.field], r.dependency(s))
		if id == 0 {
			return false
		}
		r.ids[i], r.of[s.field] = id, id
	}
	unit := r.head.plan.unit
	power := r.meanings[unit][r.of[unit]-1].power
	if !sumsHold(power - places) {
		return false
	}
	key, met := r.rows.find(r.ids)
	if !met {
		if key, ok = r.newKey(); !ok {
			return false
		}
	}
	if tell != nil {
		tell(key, power)
	}
	return r.add(key, n, power-places)
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

// mass reads a sign and at most 18 digits with a decimal mark among them, where no mark of
// the format may mean anything else.
func (r *blockReader) mass(cell []byte) (n int64, places int32, ok bool) {
	mark := byte('.')
	if r.options.Format.Comma {
		mark = ','
	}
	digits := cell
	negative := len(cell) > 0 && cell[0] == '-'
	if negative {
		digits = cell[1:]
	}
	at := -1
	for i, c := range digits {
		if d := c - '0'; d <= 9 {
			n = n*10 + int64(d)
		} else if c == mark && at < 0 && i > 0 {
			at = i
		} else {
			return 0, 0, false
		}
	}
	count := len(digits)
	if at >= 0 {
		count--
		places = int32(count - at)
	}
	if count == 0 || count > 18 || at >= 0 && places == 0 {
		return 0, 0, false
	}
	if negative {
		n = -n
	}
	for _, m := range r.options.Format.Marks {
		if n == 0 || m.Text == string(cell) {
			return 0, 0, false
		}
	}
	return n, places, true
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
func (r *blockReader) newKey() (uint32, bool) {
	var k Key
	for _, s := range r.head.plan.steps {
		k = k.and(r.meanings[s.field][r.of[s.field]-1].key)
	}
	id, err := r.sums.keys.find(k)
	if err != nil {
		return 0, false
	}
	r.rows.add(r.ids, id)
	return id, true
}

// and is the key with what another one says.
func (k Key) and(o Key) Key {
	if o.Place != "" {
		k.Place = o.Place
	}
	if !o.Period.IsZero() {
		k.Period = o.Period
	}
	if o.Category != "" {
		k.Category = o.Category
	}
	if !o.Gas.IsZero() {
		k.Gas = o.Gas
	}
	if o.Tags != (ghg.Tags{}) {
		k.Tags = o.Tags
	}
	k.Scope, k.Variant, k.Status = max(k.Scope, o.Scope), max(k.Variant, o.Variant), max(k.Status, o.Status)
	k.Fuel, k.Activity, k.Facility = k.Fuel+o.Fuel, k.Activity+o.Activity, k.Facility+o.Facility
	return k
}

// remember takes the words of a row that [ghg.ReadCSV] had nothing to say of.
func (r *blockReader) remember(row []byte, record ghg.Record) {
	n, places, ok := r.split(row)
	m, _ := record.Value.Mass()
	tonnes := m.Tonnes()
	if !ok || n == 0 || tonnes.NumDigits() > 18 || tonnes.CoefficientInt64() != n {
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
			r.meanings[s.field] = append(r.meanings[s.field], meaningOf(s.column, k, tonnes.Exponent()+places))
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

// meaning is what a word says of a key, each in its own field, and of a unit the power of
// ten in tonnes.
type meaning struct {
	key   Key
	power int32
}

func meaningOf(column string, k Key, power int32) meaning {
	switch column {
	case "place":
		k = Key{Place: k.Place}
	case "year":
		k = Key{Period: k.Period}
	case "category":
		k = Key{Category: k.Category}
	case "unit": // and gas, which the unit may name
		return meaning{Key{Gas: k.Gas}, power}
	case "scope":
		k = Key{Scope: k.Scope}
	case "variant":
		k = Key{Variant: k.Variant}
	case "status":
		k = Key{Status: k.Status}
	case "tags":
		k = Key{Tags: k.Tags}
	case "fuel":
		k = Key{Fuel: k.Fuel}
	case "activity":
		k = Key{Activity: k.Activity}
	case "facility":
		k = Key{Facility: k.Facility}
	default: // gas and scheme say what others mean, and qualities nothing
		k = Key{}
	}
	return meaning{key: k}
}
