package netzero

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// The codes of findings on evidence.
const (
	// FindingBeforeJoining: a document is from before the pledge, and shows nothing of it.
	FindingBeforeJoining = "evidence-before-joining"
	// FindingBeforeCriterion: a document is from before the criterion, and shows nothing
	// of it.
	FindingBeforeCriterion = "evidence-before-criterion"
	// FindingDayDecides: a day decides, and is known to the month or the year alone.
	FindingDayDecides = "day-decides"
)

// shows are the criteria that documents meet, with what judges them, in the order in
// which they are checked.
var shows = []struct {
	id        CheckID
	criterion CriterionName
	judge     func(Check, weighed) Check
}{
	{CheckPledge, RaceToZeroPledge, shown},
	{CheckPlan, RaceToZeroPlan, planned},
	{CheckProceed, RaceToZeroProceed, shown},
	{CheckPublish, RaceToZeroPublish, published},
	{CheckPersuade, RaceToZeroPersuade, shown},
	{CheckEvidence, "", shown},
}

// shown are the criteria of a campaign that documents meet.
func (c Campaign) shown() []CriterionName {
	all := c.Criteria()
	var out []CriterionName
	for _, s := range shows {
		if s.criterion != "" && slices.Contains(all, s.criterion) {
			out = append(out, s.criterion)
		}
	}
	return out
}

// Shown checks what a place shows for a pledge, as of a day: each criterion of the
// campaign that documents meet, in the edition that held on that day, and the documents
// that are of the promise itself. Of Race to Zero these are the starting line criteria,
// the five Ps, of which the fifth came in June 2022:
//
//   - pledge, proceed, persuade: a document is shown;
//   - plan: the first one shown is no later than 12 months after joining;
//   - publish: something is shown for every full calendar year since joining.
//
// Without a document the check cannot tell. A plan that came late is [Fail]; reports for
// some years and not for others are [Warn]. What documents say is not checked.
//
// A document from before the pledge shows nothing of it, and neither does one from
// before the criterion: each is named in a finding ([FindingBeforeJoining],
// [FindingBeforeCriterion]). Where a day decides and is known to the month or the year
// alone, the check cannot tell ([FindingDayDecides]). A document dated after the day
// asked is refused, and so is one without a title or link, or without a day: each is a
// [ghg.Fault].
func (p Pledge) Shown(on ghg.Date) ([]Check, error) {
	faults := p.faults()
	if !on.Valid() {
		faults.Refuse(p.of(), "day asked", dayText(on), fmt.Sprintf("a day from %d to %d is needed", ghg.FirstYear, ghg.LastYear))
	} else if on.Before(p.Since.First()) {
		faults.Refuse(p.of(), "since", p.Since.String(), fmt.Sprintf("a day no later than %s is needed", on))
	}
	p.evidenceFaults(&faults, on)
	if err := faults.Err(); err != nil {
		return nil, err
	}
	criteria := p.Campaign.shown()
	var out []Check
	for _, s := range shows {
		documents := p.documentsOf(s.criterion)
		if s.criterion == "" && len(documents) == 0 && len(criteria) > 0 || s.criterion != "" && !slices.Contains(criteria, s.criterion) {
			continue
		}
		c := Check{ID: s.id, Subject: fmt.Sprintf("%s, joined %s, as of %s", p.Place, p.Since, on), Documents: documents,
			Covers: "that a document is shown, and its day; not what it says"}
		if s.criterion == "" {
			c.Subject = fmt.Sprintf("%s, as of %s", p, on)
		} else {
			th, err := ThresholdOn(s.criterion, ghg.OnDay(on))
			var none *NoEditionError
			if errors.As(err, &none) && s.criterion == RaceToZeroPersuade {
				continue
			}
			if err != nil {
				return nil, err
			}
			c.Threshold = th
		}
		if len(documents) == 0 {
			out = append(out, c.cannotTell("no document is shown: that is no evidence that there is none"))
			continue
		}
		out = append(out, s.judge(c, p.weigh(&c, s.criterion, on)))
	}
	return out, nil
}

// documentsOf are the documents of a criterion, the earliest first.
func (p Pledge) documentsOf(c CriterionName) []Document {
	var out []Document
	for _, e := range p.Evidence {
		if e.Of == c {
			out = append(out, e)
		}
	}
	slices.SortStableFunc(out, func(a, b Document) int {
		return cmp.Or(compareDates(a.Date.First(), b.Date.First()), compareDates(a.Date.Last(), b.Date.Last()))
	})
	return out
}

func (p Pledge) evidenceFaults(out *ghg.Faults, on ghg.Date) {
	allowed := append(p.Campaign.shown(), "")
	perCriterion := map[CriterionName]int{}
	for i, e := range p.Evidence {
		if !slices.Contains(allowed, e.Of) {
			names := make([]string, 0, len(allowed))
			for _, c := range allowed[:len(allowed)-1] {
				names = append(names, string(c))
			}
			out.Refuse(fmt.Sprintf("%s, evidence %d", p.of(), i+1), "of", string(e.Of),
				"allowed are the criteria of the campaign that documents meet, or none: "+strings.Join(names, ", "))
			continue
		}
		perCriterion[e.Of]++
		if n := perCriterion[e.Of]; n <= maxDocuments {
			e.faults(fmt.Sprintf("%s, %s, document %d", p.of(), shownBy(e.Of), n), on, out)
		}
	}
	for _, s := range shows {
		if n := perCriterion[s.criterion]; n > maxDocuments {
			out.Refuse(p.of(), string(s.id), strconv.Itoa(n), fmt.Sprintf("at most %d documents are read", maxDocuments))
		}
	}
}

// shownBy is the check that documents of a criterion are for.
func shownBy(c CriterionName) string {
	for _, s := range shows {
		if s.criterion == c {
			return string(s.id)
		}
	}
	return string(c)
}

// faults are what does not stand in a document.
func (d Document) faults(of string, on ghg.Date, out *ghg.Faults) {
	if strings.TrimSpace(d.Title) == "" && strings.TrimSpace(d.Link) == "" {
		out.Refuse(of, "title", "", "a document needs a title or a link")
	}
	if len(d.Title) > maxText || len(d.Link) > maxText {
		out.Refuse(of, "title", "", fmt.Sprintf("a title and a link have at most %d bytes", maxText))
	}
	if d.Date.IsZero() {
		out.Refuse(of, "date", "", "a document needs the day from which the public could read it")
	} else if on.Before(d.Date.First()) {
		out.Refuse(of, "date", d.Date.String(), fmt.Sprintf("a document of that day shows nothing on %s", on))
	}
}

// weighed are the documents of a criterion that show something of it, and those of which
// a day that is not known decides.
type weighed struct {
	since ghg.When
	on    ghg.Date
	show  []Document
	may   []Document
	aside []Document // that show nothing
}

// weigh tells the documents of a check apart, and notes those that show nothing.
func (p Pledge) weigh(c *Check, criterion CriterionName, on ghg.Date) weighed {
	out := weighed{since: p.Since, on: on}
	begins, settled := criterion.begins()
	aside := func(code string, d Document, en, ko string) {
		severity := ghg.Note
		if code != FindingDayDecides {
			severity = ghg.Warning
			out.aside = append(out.aside, d)
		}
		c.Findings.Add(finding(code, severity, d.String(), en, ko))
	}
	for _, d := range c.Documents {
		first, last := d.Date.First(), d.Date.Last()
		switch {
		case last.Before(p.Since.First()):
			aside(FindingBeforeJoining, d, fmt.Sprintf("it is from before the pledge of %s, and shows nothing of it", p.Since),
				fmt.Sprintf("%s의 약속보다 앞선 자료이므로 이행을 보여 주지 않습니다", p.Since))
		case last.Before(begins):
			aside(FindingBeforeCriterion, d, fmt.Sprintf("it is from before the criterion, of %s, and shows nothing of it", begins),
				fmt.Sprintf("%s에 시작된 기준보다 앞선 자료이므로 충족을 보여 주지 않습니다", begins))
		case first.Before(p.Since.Last()) || first.Before(settled) || on.Before(last):
			out.may = append(out.may, d)
			aside(FindingDayDecides, d, fmt.Sprintf("whether it shows anything of the pledge of %s is for the day to decide, which is not known",
				p.Since),
				fmt.Sprintf("%s의 약속을 보여 주는지는 날짜에 따라 달라지나 날짜를 알 수 없습니다", p.Since))
		default:
			out.show = append(out.show, d)
		}
	}
	return out
}
