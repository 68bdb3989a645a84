package netzero

import (
	"fmt"
	"slices"
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
	for _, t := range editions() {
		if k := t.get().Criterion; c != "" && strings.HasPrefix(string(k), string(c)+"-") && !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	return out
}

// Pledge is a promise of a place: what is promised, since when, by which edition of
// which campaign, and what shows it. Membership of Race to Zero is a pledge to [Reach],
// that of the Powering Past Coal Alliance one to [EndCoalPower]; "no new fossil power
// plants" is one of [BeginNoFossilPower].
//
// Nothing is looked up: what is not shown cannot be told.
type Pledge struct {
	Place ghg.PlaceID // whose boundary the records are of
	Name  string      // "no new fossil power plants"; of a campaign it may be ""
	Kind  Kind
	// Since is the day of the promise, or of joining, as far as it is known: where
	// the day decides, the answer is that it cannot be told.
	Since    ghg.When
	Campaign Campaign
	Source   string // the document with the promise; "" where it is not stated

	// Target is what is to be reached ([Reach]); the zero Target where none is stated.
	Target target.Target
	// Threshold is the [PhaseOutYear] of [EndCoalPower]: a row of the table, or the
	// place's own date made with [NewThreshold]. LastDay is the last day on which unabated
	// coal power may run, within its year; [Threshold.LastDay] is the end of it.
	Threshold Threshold
	LastDay   ghg.Date
	// IfReplaced says what a plant is that takes the place of an old one, and Plants
	// are what is known of plants beyond the records: of a pledge to begin none.
	IfReplaced ReplacementRule
	Plants     []Plant

	// Abated is the tag of records whose emissions are those of abated generation, such
	// as "ccs"; "" where there is none. Unabated means without technology that
	// substantially reduces the CO2, such as carbon capture and storage.
	Abated string
	Names  Names // the place's own names of fuels and activities

	// Evidence is what the place shows for the pledge.
	Evidence []Document
}

// of is the pledge in messages.
func (p Pledge) of() string {
	if p.Name == "" {
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

// String is the pledge in one line, with its source.
func (p Pledge) String() string {
	if p.Place == "" {
		return "no pledge"
	}
	s := fmt.Sprintf("%s: %s (%s), since %s", p.Place, words.Clip(p.name(), maxText), p.Kind, p.Since)
	if p.Source != "" {
		s += "; source: " + words.Clip(p.Source, maxText)
	}
	return s
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
	if p.Kind < Reach || p.Kind > BeginNoFossilPower {
		out.Refuse(p.of(), "kind", "", "say what is promised, such as netzero.Reach or netzero.BeginNoFossilPower")
	}
	if p.Since.IsZero() {
		out.Refuse(p.of(), "since", "", "say since when: a day, a month or a year")
	}
	if p.IfReplaced > ReplacementIsNew {
		out.Refuse(p.of(), "if replaced", p.IfReplaced.String(), "allowed are "+strings.Join(replacementNames[:], ", "))
	}
	if !p.Target.IsZero() && !p.Target.Place().Is(p.Place) {
		out.Refuse(p.of(), "target", p.Target.String(), "a target of the pledge's place is needed")
	}
	if tag := ghg.MakeTags(p.Abated); tag.String() != p.Abated || strings.Contains(p.Abated, ";") {
		out.Refuse(p.of(), "abated", p.Abated, "a single tag is needed")
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
		th, err := ThresholdOn(c, p.Since)
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
