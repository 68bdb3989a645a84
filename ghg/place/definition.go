package place

import (
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// What a gazetteer may hold: spans, or changes; spans of one code or place, or changes of
// one code; places above one.
const (
	maxSpans  = 50_000
	maxOfCode = 500
	maxDepth  = 8
)

// GazetteerDefinition is what a [Gazetteer] is made of: the places of a country, or of any
// other whole, over the days that the sources cover.
type GazetteerDefinition struct {
	Name   string // "Korea"
	Source string // with edition and day of retrieval
	Begins ghg.Date

	// Suffixes are endings of names that people leave out: "시", "-si", " County". A name
	// without its ending is found, with a finding, unless a single syllable is left.
	Suffixes []string

	Spans   []Span
	Changes []Change
}

// NewGazetteer makes a gazetteer. These are refused, all faults at once: a span without
// code, name, level or days, or before the table begins; two spans of one code that
// overlap; a parent that is not there on every day, or of a level that has nobody below
// it; a place that stands below itself; a change whose predecessor does not end, or whose
// successor is not there, on its day; two changes that contradict each other.
func NewGazetteer(d GazetteerDefinition) (Gazetteer, error) {
	var faults ghg.Faults
	t := &table{name: d.Name, source: d.Source, begins: d.Begins}
	of := "gazetteer " + d.Name
	clean(&faults, "gazetteer", "name", &t.name)
	if strings.TrimSpace(d.Source) == "" {
		faults.Refuse(of, "source", "", "say where the table is from, its edition and the day of retrieval")
	}
	if !d.Begins.Valid() {
		faults.Refuse(of, "begins", d.Begins.String(), "the first day that the table covers is needed")
	}
	for field, n := range map[string]int{"spans": len(d.Spans), "changes": len(d.Changes)} {
		if n > maxSpans {
			faults.Refuse(of, field, fmt.Sprint(n), fmt.Sprintf("at most %d are allowed", maxSpans))
		}
	}
	if faults.Len() > 0 {
		return Gazetteer{}, faults
	}
	for _, suffix := range d.Suffixes {
		if suffix != "" {
			t.suffixes = append(t.suffixes, suffix)
		}
	}
	slices.SortStableFunc(t.suffixes, func(a, b string) int { return len(b) - len(a) })
	for i := range d.Spans {
		t.spans = append(t.spans, cleanSpan(&faults, i, d.Spans[i], d.Begins))
	}
	if faults.Len() > 0 {
		return Gazetteer{}, faults
	}
	t.indexCodes(&faults)
	if faults.Len() > 0 {
		return Gazetteer{}, faults
	}
	t.checkParents(&faults)
	t.takeChanges(&faults, d.Changes)
	t.joinSpans(&faults)
	if faults.Len() > 0 {
		return Gazetteer{}, faults
	}
	t.indexNames()
	t.findTerritories()
	return Gazetteer{t}, nil
}

// clean reads a text of a definition as a name is read.
func clean(faults *ghg.Faults, of, field string, text *string) {
	id := ghg.PlaceID(*text)
	faults.CleanPlace(of, field, &id)
	*text = string(id)
}

func cleanSpan(faults *ghg.Faults, i int, s Span, begins ghg.Date) Span {
	of := fmt.Sprintf("span %d %s", i+1, s.String())
	clean(faults, of, "code", &s.Code)
	clean(faults, of, "name", &s.Name)
	if s.NameEn != "" {
		clean(faults, of, "English name", &s.NameEn)
	}
	s.OtherCodes, s.OtherNames = slices.Clone(s.OtherCodes), slices.Clone(s.OtherNames)
	for i := range s.OtherCodes {
		clean(faults, of, "other code", &s.OtherCodes[i])
	}
	for i := range s.OtherNames {
		clean(faults, of, "other name", &s.OtherNames[i])
	}
	if !s.Level.valid() {
		faults.Refuse(of, "level", "", "allowed are "+strings.Join(levelNames[:], ", "))
	}
	switch {
	case !s.From.Valid():
		faults.Refuse(of, "from", s.From.String(), "the first day is needed, or the day of the list that has it")
	case s.From.Before(begins):
		faults.Refuse(of, "from", s.From.String(), "the table begins on "+begins.String())
	}
	if s.To != (ghg.Date{}) && (!s.To.Valid() || !s.From.Before(s.To)) {
		faults.Refuse(of, "to", s.To.String(), "a day after from, the first on which it no longer was so, or none")
	}
	return s
}

// indexCodes finds the spans of each code, in the order of their days.
func (t *table) indexCodes(faults *ghg.Faults) {
	t.byCode = make(map[string][]int, len(t.spans))
	t.below = map[string][]int{}
	for i, s := range t.spans {
		for _, code := range s.codes() {
			t.byCode[code] = append(t.byCode[code], i)
		}
		if s.Parent != "" {
			t.below[s.Parent] = append(t.below[s.Parent], i)
		}
	}
	for code, spans := range t.byCode {
		if n := len(spans); n > maxOfCode {
			faults.Refuse("code "+code, "spans", fmt.Sprint(n), fmt.Sprintf("at most %d are allowed", maxOfCode))
			t.byCode[code] = spans[:maxOfCode]
			continue
		}
		slices.SortFunc(spans, func(a, b int) int { return compareDays(t.spans[a].From, t.spans[b].From) })
	}
	for i, s := range t.spans { // in the order of the definition
		for _, code := range s.codes() {
			spans := t.byCode[code]
			at := slices.Index(spans, i)
			if at >= 0 && at+1 < len(spans) && (s.To == ghg.Date{} || t.spans[spans[at+1]].From.Before(s.To)) {
				faults.Refuse(s.String(), "code", code, "two places have it at one time: the other is "+
					t.spans[spans[at+1]].String()+" "+t.spans[spans[at+1]].days())
			}
		}
	}
}

// checkParents looks for the parent of every span on all of its days.
func (t *table) checkParents(faults *ghg.Faults) {
	for i, s := range t.spans {
		if s.Parent == "" {
			if !s.Level.IsGovernment() {
				faults.Refuse(s.String(), "parent", "", "it is a part of a government: say of which")
			}
			continue
		}
		day, covered := s.From, false
		for _, n := range t.byCode[s.Parent] {
			parent := t.spans[n]
			if covered || !parent.Holds(day) {
				continue
			}
			if !s.Level.below(parent.Level) {
				faults.Refuse(s.String(), "parent", s.Parent,
					fmt.Sprintf("a place of level %s cannot stand below one of level %s", s.Level, parent.Level))
			}
			day, covered = parent.To, parent.To == ghg.Date{} || s.To != (ghg.Date{}) && !parent.To.Before(s.To)
		}
		if !covered {
			faults.Refuse(s.String(), "parent", s.Parent, "it is not in force on "+day.String())
		}
		// A circle is closed by the span of it that begins last.
		for n, steps := i, 0; n >= 0 && t.spans[n].Parent != ""; steps++ {
			if n = t.at(t.spans[n].Parent, s.From); n == i || steps > maxDepth {
				faults.Refuse(s.String(), "parent", s.Parent, fmt.Sprintf("it stands below itself, or below more than %d others", maxDepth))
				break
			}
		}
	}
}

// compareDays orders days.
func compareDays(a, b ghg.Date) int {
	switch {
	case a.Before(b):
		return -1
	case b.Before(a):
		return 1
	}
	return 0
}
