package netzero

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Document is what a place shows: a title, a link or both, and the day from
// which the public could read it.
type Document struct {
	Title, Link string
	Date        ghg.Date
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

// Member is a member of Race to Zero, with what it shows for each of the five
// Ps. What it does not show is not there: nothing is looked up.
type Member struct {
	Place  ghg.PlaceID
	Joined ghg.Date

	Pledge   []Document // net zero, signed at the head of the organisation
	Plan     []Document // actions towards the interim and the final pledge
	Proceed  []Document // action that was taken
	Publish  []Document // reports of progress and actions
	Persuade []Document // lobbying and advocacy in line with net zero
}

// maxDocuments is how many documents one P may have.
const maxDocuments = 1000

// StartingLine checks a member against the starting line criteria of Race to
// Zero, the five Ps, in the edition that held on the day asked: the fifth came
// in June 2022, and is not there before.
//
//   - pledge, proceed, persuade: a document is shown;
//   - plan: the first one shown is no later than 12 months after joining;
//   - publish: something is shown for every full calendar year since joining.
//
// Without a document the check cannot tell. A plan that came late is [Fail];
// reports for some years and not for others are [Warn]. A document dated after
// the day asked is refused, and so is one without a title or link, or without a
// day: each is a [ghg.Fault]. What documents say is not checked.
func StartingLine(m Member, on ghg.Date) (Checks, error) {
	ps := []struct {
		id        CheckID
		criterion Criterion
		documents []Document
		judge     func(Check, Member, ghg.Date) Check
	}{
		{CheckPledge, RaceToZeroPledge, m.Pledge, shown},
		{CheckPlan, RaceToZeroPlan, m.Plan, planned},
		{CheckProceed, RaceToZeroProceed, m.Proceed, shown},
		{CheckPublish, RaceToZeroPublish, m.Publish, published},
		{CheckPersuade, RaceToZeroPersuade, m.Persuade, shown},
	}
	faults := m.faults(on)
	for _, p := range ps {
		m.documentFaults(&faults, p.id, p.documents, on)
	}
	if err := faults.Err(); err != nil {
		return nil, err
	}
	var out Checks
	for _, p := range ps {
		th, err := ThresholdOn(p.criterion, on)
		var none *NoEditionError
		if errors.As(err, &none) && p.criterion == RaceToZeroPersuade {
			continue
		}
		if err != nil {
			return nil, err
		}
		documents := slices.Clone(p.documents)
		slices.SortStableFunc(documents, func(a, b Document) int { return compareDates(a.Date, b.Date) })
		c := Check{ID: p.id, Subject: fmt.Sprintf("%s, joined %s, as of %s", m.Place, m.Joined, on), Threshold: th, Documents: documents,
			Covers: "that a document is shown, and its day; not what it says"}
		if len(documents) == 0 {
			c = c.cannotTell("no document is shown: that is no evidence that there is none")
		} else {
			c = p.judge(c, m, on)
		}
		out = append(out, c)
	}
	return out, nil
}

// of is the member in messages.
func (m Member) of() string { return "member " + words.Quote(string(m.Place)) }

func (m Member) faults(on ghg.Date) (out ghg.Faults) {
	if m.Place == "" || len(m.Place) > maxText {
		out.Refuse(m.of(), "place", "", "say who the member is")
	} else {
		out.CleanPlace(m.of(), "place", &m.Place)
	}
	if !on.Valid() {
		out.Refuse(m.of(), "day asked", dayText(on), fmt.Sprintf("a day from %d to %d is needed", ghg.FirstYear, ghg.LastYear))
	}
	if !m.Joined.Valid() || on.Before(m.Joined) {
		allowed := "a day is needed"
		if on.Valid() {
			allowed = fmt.Sprintf("a day no later than %s is needed", on)
		}
		out.Refuse(m.of(), "joined", dayText(m.Joined), allowed)
	}
	return out
}

// dayText is a day in messages, "" where none was given.
func dayText(d ghg.Date) string {
	if d == (ghg.Date{}) {
		return ""
	}
	return d.String()
}

func (m Member) documentFaults(out *ghg.Faults, id CheckID, documents []Document, on ghg.Date) {
	if len(documents) > maxDocuments {
		out.Refuse(m.of(), string(id), strconv.Itoa(len(documents)), fmt.Sprintf("at most %d documents are read", maxDocuments))
		return
	}
	for i, d := range documents {
		of := fmt.Sprintf("%s, %s, document %d", m.of(), id, i+1)
		if strings.TrimSpace(d.Title) == "" && strings.TrimSpace(d.Link) == "" {
			out.Refuse(of, "title", "", "a document needs a title or a link")
		}
		if len(d.Title) > maxText || len(d.Link) > maxText {
			out.Refuse(of, "title", "", fmt.Sprintf("a title and a link have at most %d bytes", maxText))
		}
		if !d.Date.Valid() {
			out.Refuse(of, "date", "", "a document needs the day from which the public could read it")
		} else if on.Before(d.Date) {
			out.Refuse(of, "date", d.Date.String(), fmt.Sprintf("a document of that day shows nothing on %s", on))
		}
	}
}

// shown judges a P that a document meets.
func shown(c Check, _ Member, _ ghg.Date) Check {
	c.Figures = []Figure{count("documents", len(c.Documents))}
	c.Result, c.Reason = Pass, fmt.Sprintf("shown by %s", c.Documents[0])
	return c
}

// planned judges the day of the first plan.
func planned(c Check, m Member, _ ghg.Date) Check {
	months := int(c.Threshold.Value().IntPart())
	last, first := monthsAfter(m.Joined, months), c.Documents[0].Date
	days := int(timeOf(first).Sub(timeOf(m.Joined)).Hours()) / 24
	c.Figures = []Figure{{Name: "first plan after joining", Number: whole(days), Unit: "days"}}
	c.Formula = fmt.Sprintf("%s + %d months = %s", m.Joined, months, last)
	c.Result, c.Reason = Pass, fmt.Sprintf("the first plan shown, of %s, is there by %s", first, last)
	if last.Before(first) {
		c.Result, c.Reason = Fail, fmt.Sprintf("the first plan shown is of %s, after %s: %d months from joining", first, last, months)
	}
	return c
}

// published judges whether there is a report in every full calendar year after
// the year of joining and before the day asked.
func published(c Check, m Member, on ghg.Date) Check {
	seen := map[int]bool{}
	for _, d := range c.Documents {
		seen[d.Date.Year] = true
	}
	var missing []string
	years := 0
	for y := m.Joined.Year + 1; y < on.Year; y++ {
		years++
		if !seen[y] {
			missing = append(missing, fmt.Sprint(y))
		}
	}
	c.Formula = fmt.Sprintf("full calendar years from %d to %d with a document", m.Joined.Year+1, on.Year-1)
	c.Figures = []Figure{count(fmt.Sprintf("years shown, of %d", years), years-len(missing))}
	switch {
	case years == 0:
		return c.cannotTell("no full calendar year has passed between joining and %s", on)
	case len(missing) == years:
		return c.cannotTell("no document is shown for any full year since joining")
	case len(missing) > 0:
		c.Result, c.Reason = Warn, "nothing is shown for "+strings.Join(missing, ", ")
	default:
		c.Result, c.Reason = Pass, "something is shown for every full year since joining"
	}
	return c
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
