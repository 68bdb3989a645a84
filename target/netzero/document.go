package netzero

import (
	"time"

	"github.com/localghg/localghg/ghg"
)

// Document is what a place shows for a pledge: a title, a link or both, and the day from
// which the public could read it.
type Document struct {
	// Of is the criterion of the campaign that it shows; "" for the promise itself.
	Of    CriterionName `json:"of"`
	Title string        `json:"title,omitempty"`
	Link  string        `json:"link,omitempty"`
	Date  ghg.When      `json:"date,omitzero"` // as far as it is known
}

// String is "2021-12-20 Carbon neutrality strategy <https://…>".
func (d Document) String() string {
	s := d.Date.String()
	if d.Title != "" {
		s += " " + d.Title
	}
	if d.Link != "" {
		s += " <" + d.Link + ">"
	}
	return s
}

// maxDocuments is how many documents are read of one criterion.
const maxDocuments = 1000

// dayText is a day in messages, "" where none was given.
func dayText(d ghg.Date) string {
	if d == (ghg.Date{}) {
		return ""
	}
	return d.String()
}

func timeOf(d ghg.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

func compareDates(a, b ghg.Date) int { return timeOf(a).Compare(timeOf(b)) }

// monthsAfter is the same day so many months later, or the last day of a month
// that is too short for it.
func monthsAfter(d ghg.Date, months int) ghg.Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return ghg.Date{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}
