package korea

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"sync"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/duties.tsv
var dutiesTSV string

// Duty is what the Framework Act or its Decree asks for by a day of each year,
// or within months of an event.
type Duty struct {
	ID      string `json:"id"`
	Name    Label  `json:"name,omitzero"`
	By      string `json:"by,omitempty"`
	To      string `json:"to,omitempty"`     // who owes it to whom; "" where the law as read does not say
	Months  int    `json:"months,omitempty"` // term, where it is counted from an event
	After   string `json:"after,omitempty"`  // the event
	Article string `json:"article,omitempty"`
	month   time.Month
	day     int
}

var duties = sync.OnceValue(func() []Duty {
	var out []Duty
	for r := range table.MustRead(dutiesTSV, "id", "duty_ko", "duty_en", "by", "to", "day", "term", "after", "article").Rows() {
		d := Duty{ID: r.Cell("id"), Name: Label{r.Cell("duty_ko"), r.Cell("duty_en")}, By: r.Cell("by"), To: r.Cell("to"),
			After: r.Cell("after"), Article: r.Cell("article")}
		if day := r.Cell("day"); day != "" {
			t := must(time.Parse("01-02", day))
			d.month, d.day = t.Month(), t.Day()
		} else {
			must(fmt.Sscanf(r.Cell("term"), "%dm", &d.Months))
		}
		out = append(out, d)
	}
	return out
})

// Duties yields the duties that bear on local plans and their checks: the
// report of the annual check by 31 May, its consolidation by 31 July, plans
// within six months of the plan above them, and others. Those whose article is
// "guideline" are not from the law as read.
func Duties() iter.Seq[Duty] { return slices.Values(duties()) }

// FindDuty is the duty with an ID, such as "check-report".
func FindDuty(id string) (Duty, bool) {
	i := slices.IndexFunc(duties(), func(d Duty) bool { return d.ID == id })
	if i < 0 {
		return Duty{}, false
	}
	return duties()[i], true
}

// DueIn is the day in a year by which the duty is owed. A duty with a term has
// none: see [Duty.DueAfter]. That a day falls on a Sunday or a holiday is not
// looked at.
func (d Duty) DueIn(year int) (ghg.Date, bool) {
	if d.day == 0 || ghg.CheckYear("", year) != nil {
		return ghg.Date{}, false
	}
	return ghg.Date{Year: year, Month: d.month, Day: d.day}, true
}

// DueAfter is the last day of the term after the event happened on a date, as
// the Civil Act counts months: the term begins on the next day and ends before
// the day of that number, or with the month where it has no such day. It is not
// moved where it ends on a Saturday or a holiday. A duty with a day of each year
// has none.
func (d Duty) DueAfter(event ghg.Date) (ghg.Date, bool) {
	if d.Months == 0 || !event.Valid() {
		return ghg.Date{}, false
	}
	begin := time.Date(event.Year, event.Month, event.Day+1, 0, 0, 0, 0, time.UTC)
	end := time.Date(begin.Year(), begin.Month()+time.Month(d.Months), 1, 0, 0, 0, 0, time.UTC)
	if last := end.AddDate(0, 1, -1); begin.Day() > last.Day() {
		end = last
	} else {
		end = end.AddDate(0, 0, begin.Day()-2)
	}
	due := ghg.Date{Year: end.Year(), Month: end.Month(), Day: end.Day()}
	return due, due.Valid()
}

// String is the duty as one line: "Report of the annual check of the plan, each
// year by 05-31 (Act §13(2); Decree §8(5))".
func (d Duty) String() string {
	if d.ID == "" {
		return "no duty"
	}
	if d.day > 0 {
		return fmt.Sprintf("%s, each year by %02d-%02d (%s)", d.Name.En, int(d.month), d.day, d.Article)
	}
	return fmt.Sprintf("%s, within %d months after %s (%s)", d.Name.En, d.Months, d.After, d.Article)
}
