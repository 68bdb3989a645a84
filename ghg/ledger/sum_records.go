package ledger

import (
	"math"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
)

// SumRecords adds up the masses of records that are in memory and keeps none of them: for who
// wants sums, where a [Builder] makes a ledger of rows. It is fastest where records of one
// place and source follow each other, in whatever order their categories, gases and periods
// come. What [Builder.AddRecord] refuses is refused, with its line, and no sums are given.
func SumRecords(scheme ghg.Scheme, records []ghg.Record) (Partial, error) {
	if scheme.IsZero() {
		return Partial{}, errNeedsScheme
	}
	s := recordSums{sums: newRunningSums(scheme)}
	for i := 0; i < len(records); i++ {
		if i += s.addKnown(records[i:]); i == len(records) {
			break
		}
		id, err := s.add(&records[i])
		if err != nil {
			return Partial{}, ofLine(err, records[i].Line)
		}
		s.expect(records[max(0, i-expected):i+1], id)
	}
	return s.sums.partial()
}

// recordSums are sums while records are read. A record of the source at hand is found in its
// table, any other by its key.
type recordSums struct {
	sums   runningSums
	known  knownKeys
	source *sourceTable // at hand, or nil
}

// expected is how many records are to follow each other of one source before it is at hand.
const expected = 16

// addKnown adds records whose keys were met and whose masses are plain, up to one that is not
// such, or whose source is to be at hand from now on, and gives their number.
func (s *recordSums) addKnown(records []ghg.Record) int {
	source := s.source
	for i := range records {
		r := &records[i]
		n, exp, ok := r.MassWord()
		places := uint32(-exp)
		if !ok || places > exact.MaxExponent {
			return i
		}
		var id uint
		if source.has(r) {
			id = source.find(r)
		} else if id = s.find(r); follows(records[max(0, i-expected) : i+1]) {
			return i
		}
		sums := s.sums.all[exact.MaxExponent-places]
		if id >= uint(len(sums)) {
			return i
		}
		sums[id].add(n)
	}
	return len(records)
}

// find is the number of the key of a record, or more than any number.
func (s *recordSums) find(r *ghg.Record) uint {
	id, slot, _ := s.known.findOf(r, s.sums.keys.keys)
	if slot != nil || r.Category.Scheme != s.sums.keys.scheme.ID() {
		return math.MaxUint
	}
	return uint(id)
}

// follows reports whether the last of some records comes behind so many of its source that
// it is to be at hand: the one before it and the first are of it.
func follows(records []ghg.Record) bool {
	n := len(records) - 1
	return n == expected && sameSource(&records[n], &records[n-1]) && sameSource(&records[n], &records[0])
}

// add adds any record and gives the number of its key.
func (s *recordSums) add(r *ghg.Record) (id uint32, err error) {
	x, err := amountOfRecord(s.sums.keys.scheme.ID(), r)
	if err != nil {
		return 0, err
	}
	if id, err = s.known.numberOf(r, &s.sums.keys); err != nil {
		return 0, err
	}
	if x.isLong {
		s.sums.addLong(id, x.tonnes)
	} else {
		s.sums.add(id, x.n, x.exp)
	}
	return id, nil
}

// expect puts the source of the last of some records at hand, if it is to be, and the number
// of its key into its table.
func (s *recordSums) expect(records []ghg.Record, id uint32) {
	last := &records[len(records)-1]
	if !s.source.has(last) && follows(records) {
		if s.source == nil {
			s.source = new(sourceTable)
		}
		s.source.become(last)
	}
	if s.source.has(last) {
		s.source.note(last, id)
	}
}
