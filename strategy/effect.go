package strategy

import (
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// EmissionSource is what an effect acts on. It is comparable. A part left out
// stands for all of its kind; case and outer blanks of words do not matter. The
// zero EmissionSource is refused: a category must be given, or an end use in
// words where the category is not known.
type EmissionSource struct {
	Category ghg.Category `json:"category,omitzero"` // a sector, sub-sector or category of a scheme
	Fuel     string       `json:"fuel,omitempty"`    // "diesel", "electricity"
	EndUse   string       `json:"endUse,omitempty"`  // "space heating", "city buses"
}

// String is the source as one line: "GPC 1.1 II.1.1, diesel, city buses".
func (s EmissionSource) String() string {
	var parts []string
	for _, p := range []string{s.Category.String(), s.Fuel, s.EndUse} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if len(parts) == 0 {
		return "no source"
	}
	return strings.Join(parts, ", ")
}

// same reports whether two sources are one.
func (s EmissionSource) same(o EmissionSource) bool { return s.Folded() == o.Folded() }

// Folded is the source without what does not matter in its words: two sources are
// one if these are equal.
func (s EmissionSource) Folded() EmissionSource {
	s.Fuel, s.EndUse = fold(s.Fuel), fold(s.EndUse)
	return s
}

// Interaction says how an effect combines with others of its kind on its
// source (WRI, Policy and Action Standard, 2014: relationships between
// policies and actions). The zero Interaction is unstated.
type Interaction uint8

// Effects are added where all of them are Independent.
const (
	InteractionUnstated Interaction = iota
	// Independent effects add up: together they cut the sum.
	Independent
	// Overlapping effects cut less together than the sum.
	Overlapping
	// Reinforcing effects cut more together than the sum.
	Reinforcing
	// OverlappingAndReinforcing effects do both; a [Group] says which prevails.
	OverlappingAndReinforcing
)

// String is the interaction in small letters.
func (i Interaction) String() string {
	return word("interaction", interactions, uint8(i))
}

// Korean is the same in Korean: 독립.
func (i Interaction) Korean() string { return words.SetName("strategy.Interaction", i.String()) }

// MarshalText writes what String says.
func (i Interaction) MarshalText() ([]byte, error) { return []byte(i.String()), nil }

// UnmarshalText reads what String says.
func (i *Interaction) UnmarshalText(text []byte) error {
	return readWord(i, "interaction", interactions, 0, text)
}

// Valid reports whether the interaction is one of those above.
func (i Interaction) Valid() bool { return int(i) < len(interactions) }

var interactions = []string{"unstated", "independent", "overlapping", "reinforcing", "overlapping and reinforcing"}

// Effect is what an action cuts on one source. An action that cuts on several
// sources has an effect for each. It has amounts or shares, never both.
type Effect struct {
	On EmissionSource `json:"on"`
	// Label tells the effect from others of its action that have its kind and
	// source: "" where there are none. It changes no figure.
	Label       string      `json:"label,omitempty"`
	Interaction Interaction `json:"interaction,omitempty"`
	// Reductions are amounts: what the action cuts alone.
	Reductions Reductions `json:"reductions,omitzero"`
	// Cuts are shares of what the source would emit.
	Cuts   Cuts   `json:"cuts,omitzero"`
	Source string `json:"source,omitempty"` // document of the figure; "" where it is the action's
	// Confidence says how sure figure and mapping are, in the words of who
	// entered them: "high", "own mapping".
	Confidence string `json:"confidence,omitempty"`
	Note       string `json:"note,omitempty"` // what the document leaves open
	// model is the quantification that it was made of, nil where it is as stated.
	model *quantification
}

// Quantification is the ID of the quantification of its action that it comes of, or
// "" where it is as a document states it.
func (e Effect) Quantification() string {
	if e.model == nil {
		return ""
	}
	return e.model.ID
}

// Kind is the kind of its figures.
func (e Effect) Kind() Kind {
	if e.Reductions.IsZero() {
		return e.Cuts.kind
	}
	return e.Reductions.kind
}

// has reports whether the effect is quantified in a year.
func (e *Effect) has(year int) bool {
	if e.Reductions.IsZero() {
		_, ok := e.Cuts.At(year)
		return ok
	}
	_, ok := e.Reductions.At(year)
	return ok
}

// beyond reports whether years that it is quantified in may be none of those from
// first to last: surely not, where these have no gap and hold its first and last.
func (e *Effect) beyond(years []int) bool {
	first, last := years[0], years[len(years)-1]
	from, to := e.span()
	return last-first >= len(years) || from < first || to > last
}

// span is the first and the last year in which it is quantified.
func (e *Effect) span() (first, last int) {
	r, _ := e.Reductions.years.First() // it has reductions or cuts, and the other is of no year
	c, _ := e.Cuts.years.First()
	first = max(r.Year, c.Year)
	r, _ = e.Reductions.years.Last()
	c, _ = e.Cuts.years.Last()
	return first, max(r.Year, c.Year)
}

// years are those in which the effect is quantified.
func (e *Effect) years() []int {
	var out []int
	for year := range e.Reductions.All() {
		out = append(out, year)
	}
	for year := range e.Cuts.All() {
		out = append(out, year)
	}
	return out
}
