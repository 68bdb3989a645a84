package target

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// published is the date of a document as targets keep it: a day, or none.
func published(w ghg.When) ghg.Date {
	if w.IsDay() {
		return w.First()
	}
	return ghg.Date{}
}

// checkDate refuses a date that is none, or surely before a version that is there.
func (h History) checkDate(faults *ghg.Faults, w ghg.When) {
	if w.IsZero() {
		faults.Refuse(h.of(), "date", "", "the day of the document is needed, or the month or the year where the day is not known")
		return
	}
	if h.last == nil || !w.Last().Before(h.last.since) {
		return
	}
	for v := range h.latest {
		if w.Last().Before(v.Change.Date.First()) {
			faults.Refuse(h.of(), "date", w.String(),
				fmt.Sprintf("it lies before version %d of %s: changes are told in order", v.Number, v.Change.Date))
			return
		}
	}
}

// At is the version that stood on a date: the last one of that day or before.
// Of two versions of one day, as [Accession.Restate] may add, it is the later;
// [History.Version] gives the other.
// There is none before the first; nor where the day of a change decides and only its
// month or year is known: within that, which version stood cannot be told.
func (h History) At(d ghg.Date) (Version, bool) {
	for v := range h.latest {
		switch {
		case !d.Valid():
		case !d.Before(v.Change.Date.Last()):
			return *v, true
		case !d.Before(v.Change.Date.First()):
			return Version{}, false
		}
	}
	return Version{}, false
}
