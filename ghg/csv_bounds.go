package ghg

import (
	"errors"
	"fmt"
)

// errBeyond says that more bytes came than may.
var errBeyond = errors.New("more bytes than allowed")

// stop is the fault of the line from which on nothing is read, as there is more than
// the caller allows.
func (t *csvTable) stop(most string) {
	t.stopped = true
	line := t.line
	if line == 0 {
		line = t.rows.line
	}
	t.fault(Fault{Code: FaultBeyond, Line: line, Detail: "the file has more than " + most +
		": reading stopped, and nothing from this line on was read"})
}

// isBeyondRecords counts the row, and stops where there are too many.
func (t *csvTable) isBeyondRecords() bool {
	t.records++
	most := t.format.MostRecords
	if most == 0 || t.records <= most {
		return false
	}
	t.stop(fmt.Sprintf("%d lines below its header (CSVFormat.MostRecords)", most))
	return true
}

// isBeyondPlaces counts a place, and stops where there are too many.
func (t *csvTable) isBeyondPlaces(p PlaceID) bool {
	most := t.format.MostPlaces
	if most == 0 {
		return false
	}
	if _, met := t.met[p]; met {
		return false
	}
	if len(t.met) == most {
		t.stop(fmt.Sprintf("%d places (CSVFormat.MostPlaces)", most))
		return true
	}
	if t.met == nil {
		t.met = map[PlaceID]struct{}{}
	}
	t.met[p] = struct{}{}
	return false
}
