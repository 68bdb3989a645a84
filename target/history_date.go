package target

import (
	"fmt"
	"slices"
	"time"

	"github.com/localghg/localghg/ghg"
)

// days are the first and last day that a date may be: one day, or those of the month
// or year that it names. It is false where it names none.
func days(d ghg.Date) (first, last ghg.Date, ok bool) {
	first, last = d, d
	if d.Day == 0 {
		first.Day = 1
		if d.Month == 0 {
			first.Month, last.Month = time.January, time.December
		}
		last.Day = time.Date(d.Year, last.Month+1, 0, 0, 0, 0, 0, time.UTC).Day()
	}
	return first, last, first.Valid() && last.Valid()
}

// published is the date of a document as targets keep it: a day, or none.
func published(d ghg.Date) ghg.Date {
	if d.Valid() {
		return d
	}
	return ghg.Date{}
}

// readDate reads what a change was dated with: a day, a month or a year.
func readDate(text string) (ghg.Date, bool) {
	for _, layout := range []string{time.DateOnly, "2006-01", "2006"} {
		t, err := time.Parse(layout, text)
		if err != nil {
			continue
		}
		d := ghg.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}
		if layout != time.DateOnly {
			d.Day = 0
		}
		if layout == "2006" {
			d.Month = 0
		}
		return d, true
	}
	return ghg.Date{}, false
}

// checkDate refuses a date that is none, or surely before a version that is there.
func (h History) checkDate(faults *ghg.Faults, d ghg.Date) {
	_, last, ok := days(d)
	switch {
	case d == ghg.Date{}:
		faults.Refuse(h.of(), "date", "", "the day of the document is needed")
		return
	case !ok:
		faults.Refuse(h.of(), "date", d.String(), "a day that exists is needed, or the month or the year where the day is not known")
		return
	}
	for i, v := range slices.Backward(h.versions) {
		if first, _, _ := days(v.Change.Date); last.Before(first) {
			faults.Refuse(h.of(), "date", d.String(),
				fmt.Sprintf("it lies before version %d of %s: changes are told in order", i+1, v.Change.Date))
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
	for _, v := range slices.Backward(h.versions) {
		first, last, _ := days(v.Change.Date)
		switch {
		case !d.Valid():
		case !d.Before(last):
			return v, true
		case !d.Before(first):
			return Version{}, false
		}
	}
	return Version{}, false
}
