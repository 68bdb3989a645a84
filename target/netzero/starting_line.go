package netzero

import (
	"fmt"
	"time"

	"github.com/localghg/localghg/ghg"
)

// Document is what a place shows: a title, a link or both, and the day from
// which the public could read it.
type Document struct {
	Title, Link string
	Date        ghg.When // as far as it is known
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
	Joined ghg.When // as far as it is known: the day, the month or the year

	Pledge   []Document // net zero, signed at the head of the organisation
	Plan     []Document // actions towards the interim and the final pledge
	Proceed  []Document // action that was taken
	Publish  []Document // reports of progress and actions
	Persuade []Document // lobbying and advocacy in line with net zero
}

// maxDocuments is how many documents one P may have.
const maxDocuments = 1000

// AsPledge is the membership as a pledge: net zero is to be reached, and the documents of
// the five Ps are its evidence.
func (m Member) AsPledge() Pledge {
	p := Pledge{Place: m.Place, Kind: Reach, Since: m.Joined, Campaign: RaceToZero}
	for _, of := range []struct {
		criterion CriterionName
		documents []Document
	}{
		{RaceToZeroPledge, m.Pledge}, {RaceToZeroPlan, m.Plan}, {RaceToZeroProceed, m.Proceed},
		{RaceToZeroPublish, m.Publish}, {RaceToZeroPersuade, m.Persuade},
	} {
		for _, d := range of.documents {
			p.Evidence = append(p.Evidence, Evidence{of.criterion, d})
		}
	}
	return p
}

// StartingLine checks a member against the starting line criteria of Race to
// Zero, the five Ps, in the edition that held on the day asked: the fifth came
// in June 2022, and is not there before.
//
//   - pledge, proceed, persuade: a document is shown;
//   - plan: the first one shown is no later than 12 months after joining;
//   - publish: something is shown for every full calendar year since joining.
//
// Without a document the check cannot tell. A plan that came late is [Fail];
// reports for some years and not for others are [Warn]. A document from before joining,
// or from before the criterion, shows nothing, and where a day that is not known decides
// the check cannot tell: see [Pledge.Shown]. A document dated after
// the day asked is refused, and so is one without a title or link, or without a
// day: each is a [ghg.Fault]. What documents say is not checked.
func StartingLine(m Member, on ghg.Date) (Checks, error) {
	faults := m.faults(on)
	return m.AsPledge().shown(on, faults)
}

// faults are what does not stand in a member, whose place they clean.
func (m *Member) faults(on ghg.Date) (out ghg.Faults) {
	of := m.AsPledge().of()
	if m.Place == "" || len(m.Place) > maxText {
		out.Refuse(of, "place", "", "say who the member is")
	} else {
		out.CleanPlace(of, "place", &m.Place)
	}
	if !on.Valid() {
		out.Refuse(of, "day asked", dayText(on), fmt.Sprintf("a day from %d to %d is needed", ghg.FirstYear, ghg.LastYear))
	}
	if m.Joined.IsZero() || on.Before(m.Joined.First()) {
		allowed, value := "a day is needed", ""
		if on.Valid() {
			allowed = fmt.Sprintf("a day no later than %s is needed", on)
		}
		if !m.Joined.IsZero() {
			value = m.Joined.String()
		}
		out.Refuse(of, "joined", value, allowed)
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

func timeOf(d ghg.Date) time.Time { return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC) }

func compareDates(a, b ghg.Date) int { return timeOf(a).Compare(timeOf(b)) }

// monthsAfter is the same day so many months later, or the last day of a month
// that is too short for it.
func monthsAfter(d ghg.Date, months int) ghg.Date {
	first := time.Date(d.Year, d.Month+time.Month(months), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return ghg.Date{Year: first.Year(), Month: first.Month(), Day: min(d.Day, last)}
}
