package netzero

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/target"
)

// Campaign is whose promise a pledge takes over. The zero Campaign is none: the promise
// is the place's own.
type Campaign string

// The campaigns that the table has criteria of.
const (
	RaceToZero       Campaign = "race-to-zero"
	PoweringPastCoal Campaign = "powering-past-coal"
)

// Criteria are the criteria of the campaign that the table has, in its order.
func (c Campaign) Criteria() []CriterionName {
	var out []CriterionName
	for _, t := range editions {
		if k := t.Criterion(); c != "" && strings.HasPrefix(string(k), string(c)+"-") && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// Pledge is a promise of a place: what is promised, since when, by which edition of
// which campaign, and what shows it. Membership of Race to Zero ([Member.AsPledge]) and of
// the Powering Past Coal Alliance ([CoalPledge.AsPledge]) are pledges, and so is "no new
// fossil power plants".
//
// Nothing is looked up: what is not shown cannot be told.
type Pledge struct {
	Place ghg.PlaceID
	Name  string // "no new fossil power plants"; of a campaign it may be ""
	Kind  Kind
	// Since is the day of the promise, or of joining, as far as it is known: where
	// the day decides, the answer is that it cannot be told.
	Since    ghg.When
	Campaign Campaign
	Source   string // the document with the promise; "" where it is not stated

	// Target is what is to be reached ([Reach]); the zero Target where none is stated.
	Target target.Target
	// Subject is what ends, or does not begin ([EndBy] for coal power, [BeginNone]).
	Subject Subject
	// Threshold and LastDay are the end of an [EndBy], as [CoalPledge] has them.
	Threshold Threshold
	LastDay   ghg.Date
	// Replacements says what a plant is that takes the place of an old one ([BeginNone]).
	Replacements Replacements
	// Plants are what is known of plants beyond the records ([BeginNone]).
	Plants []Plant

	// Abated and Names are as in [CoalPledge].
	Abated string
	Names  Names

	// Evidence is what the place shows for the pledge.
	Evidence []Evidence
}

// Evidence is a document that shows something of a pledge, with its day. What it is of
// is a criterion of the campaign, or "" for the promise itself.
type Evidence struct {
	Of CriterionName
	Document
}

// String is the criterion with the document.
func (e Evidence) String() string {
	if e.Of == "" {
		return e.Document.String()
	}
	return fmt.Sprintf("%s: %s", e.Of, e.Document)
}

// of is the pledge in messages.
func (p Pledge) of() string {
	switch {
	case p.Campaign == RaceToZero:
		return "member " + words.Quote(string(p.Place))
	case p.Name == "":
		return "pledge of " + words.Quote(string(p.Place))
	}
	return fmt.Sprintf("pledge %s of %s", words.Quote(p.Name), words.Quote(string(p.Place)))
}

// name is the pledge's name, or that of its campaign.
func (p Pledge) name() string {
	if p.Name == "" {
		return p.Campaign.Name().En
	}
	return p.Name
}

// String is the pledge in one line.
func (p Pledge) String() string {
	if p.Place == "" {
		return "no pledge"
	}
	return fmt.Sprintf("%s: %s (%s), since %s", p.Place, words.Clip(p.name(), maxText), p.Kind, p.Since)
}

// faults are what does not stand in a pledge, and clean its place.
func (p *Pledge) faults() (out ghg.Faults) {
	if p.Place == "" || len(p.Place) > maxText {
		out.Refuse(p.of(), "place", "", "say whose pledge it is")
	} else {
		out.CleanPlace(p.of(), "place", &p.Place)
	}
	if p.Name == "" && p.Campaign == "" || len(p.Name) > maxText {
		out.Refuse(p.of(), "name", p.Name, fmt.Sprintf("a name of 1 to %d bytes is needed, or a campaign", maxText))
	}
	if p.Campaign != "" && len(p.Campaign.Criteria()) == 0 {
		out.Refuse(p.of(), "campaign", string(p.Campaign), fmt.Sprintf("allowed are %s, %s, and none", RaceToZero, PoweringPastCoal))
	}
	if p.Kind < Reach || p.Kind > BeginNone {
		out.Refuse(p.of(), "kind", "", "say what is promised: netzero.Reach, netzero.EndBy or netzero.BeginNone")
	}
	if p.Since.IsZero() {
		out.Refuse(p.of(), "since", "", "say since when: a day, a month or a year")
	}
	switch {
	case p.Kind == EndBy && p.Subject != CoalPower:
		out.Refuse(p.of(), "subject", p.Subject.String(), "what ends by a day is read for netzero.CoalPower")
	case p.Kind == BeginNone && p.Subject != CoalPower && p.Subject != FossilPower:
		out.Refuse(p.of(), "subject", "", "say what does not begin: netzero.CoalPower or netzero.FossilPower")
	}
	if p.Replacements > ReplacementIsNew {
		out.Refuse(p.of(), "replacements", p.Replacements.String(), "allowed are "+strings.Join(replacementNames[:], ", "))
	}
	if !p.Target.IsZero() && !p.Target.Place().Is(p.Place) {
		out.Refuse(p.of(), "target", p.Target.String(), "a target of the pledge's place is needed")
	}
	p.plantFaults(&out)
	return out
}

// Editions are the editions of the campaign's criteria that held on the day of the
// pledge, in the order of the table. A criterion that came later has none. Where the day
// decides between editions and is not known, or the table does not say from when one
// held, the criterion is among the findings ([FindingDayDecides]).
func (p Pledge) Editions() ([]Threshold, ghg.Findings) {
	var out []Threshold
	var findings ghg.Findings
	for _, c := range p.Campaign.Criteria() {
		th, err := ThresholdWhen(c, p.Since)
		if err == nil {
			out = append(out, th)
			continue
		}
		if none, ok := err.(*NoEditionError); ok && (none.Undated || len(none.Between) > 0) {
			findings.Add(finding(FindingDayDecides, ghg.Warning, string(c), none.Error(),
				fmt.Sprintf("%s 기준은 %s에 어느 판이 적용되는지 알 수 없습니다", c, p.Since)))
		}
	}
	return out, findings
}

// finding is a finding in both languages.
func finding(code string, severity ghg.Severity, of, en, ko string) ghg.Finding {
	return ghg.Finding{Code: code, Severity: severity, Of: of, Detail: en, DetailKo: ko}
}

// maxPlants is how many plants a pledge may name.
const maxPlants = 1000

// Plant is what is known of a power plant beyond its records: a report, a permit, a
// plan.
type Plant struct {
	Name     string       // as records name it in Facility
	Fuel     string       // as records name fuels; "" where it is not stated
	Began    ghg.When     // the first day of generation; not stated where it is not known
	Status   ghg.Status   // [ghg.Projected] where it is planned
	Capacity ghg.Quantity // of the plant; unset where it is not stated
	// Yearly is what the plant emits in a year, as stated; unset where it is not.
	Yearly   ghg.CO2e
	Replaces []Plant // whose place it takes
	Source   string
}

// String is the plant in a few words: "Seongseo (LNG), 250 MW".
func (p Plant) String() string {
	s := words.Clip(p.Name, maxText)
	if p.Fuel != "" {
		s += " (" + words.Clip(p.Fuel, ghg.MaxName) + ")"
	}
	if !p.Capacity.IsUnset() {
		s += ", " + p.Capacity.String()
	}
	return s
}

func (p Pledge) plantFaults(out *ghg.Faults) {
	if len(p.Plants) > maxPlants {
		out.Refuse(p.of(), "plants", strconv.Itoa(len(p.Plants)), fmt.Sprintf("at most %d plants are read", maxPlants))
		return
	}
	for i, plant := range p.Plants {
		of := fmt.Sprintf("%s, plant %d", p.of(), i+1)
		plant.faults(of, out)
		if len(plant.Replaces) > maxPlants {
			out.Refuse(of, "replaces", strconv.Itoa(len(plant.Replaces)), fmt.Sprintf("at most %d plants are read", maxPlants))
			continue
		}
		for j, old := range plant.Replaces {
			old.faults(fmt.Sprintf("%s, replaces %d", of, j+1), out)
			if len(old.Replaces) > 0 {
				out.Refuse(of, "replaces", old.Name, "a plant that is replaced replaces none: name them one after another")
			}
		}
	}
}

func (p Plant) faults(of string, out *ghg.Faults) {
	if foldName(p.Name) == "" || len(p.Name) > ghg.MaxName {
		out.Refuse(of, "name", p.Name, fmt.Sprintf("a name of 1 to %d bytes is needed, as records name the facility", ghg.MaxName))
	}
	if p.Status > ghg.Projected {
		out.Refuse(of, "status", p.Status.String(), "a status that exists is needed")
	}
	if strings.TrimSpace(p.Source) == "" || len(p.Source) > maxText {
		out.Refuse(of, "source", p.Source, "name the document")
	}
}
