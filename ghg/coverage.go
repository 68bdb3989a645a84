package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Coverage says how much of what a view requires is reported. NE and C are
// disclosed exclusions; a gap is neither a number nor a key.
type Coverage struct {
	Required int `json:"required"` // categories that the view requires
	Reported int `json:"reported"` // a number
	Partly   int `json:"partly"`   // a number, and a key for the rest
	NO       int `json:"NO"`       // does not occur (NA with it)
	IE       int `json:"IE"`       // counted in another category
	NE       int `json:"NE"`       // disclosed as not estimated (FX with it)
	C        int `json:"C"`        // disclosed as confidential
	// Gaps are the required categories that hold neither.
	Gaps []Category `json:"gaps"`

	// What is known of how they were entered ([Entry]):
	Zeros        int `json:"zeros,omitempty"`        // of the reported: no number but 0, and none of them confirmed
	Defaults     int `json:"defaults,omitempty"`     // of the reported: no number but a provider's defaults
	Placeholders int `json:"placeholders,omitempty"` // of the gaps: a 0 of the form that nobody entered
}

// Complete reports whether nothing required is a gap: what the GPC asks before
// a level may be claimed (1.1, chapter 4.2).
func (c Coverage) Complete() bool { return len(c.Gaps) == 0 }

// String is the coverage in words: "32 required: 20 reported (2 of them 0), 8 NO, 4 NE".
func (c Coverage) String() string { return c.in(words.English) }

// Korean is the coverage in Korean: "필수 32개: 보고 20 (그중 0인 것 2), NO 8, NE 4".
func (c Coverage) Korean() string { return c.in(words.Korean) }

func (c Coverage) in(language words.Language) string {
	var b strings.Builder
	add := func(en, ko string, values ...any) { fmt.Fprintf(&b, words.In(language, en, ko), values...) }
	name := func(en, ko string) string { return words.In(language, en, ko) }
	// ofThem adds in brackets what some of those counted are: " (2 of them 0, 3 by default)".
	ofThem := func(n int, what string, m int, other string) {
		switch {
		case n > 0 && m > 0:
			add(" (%d of them %s, %d %s)", " (그중 %[2]s %[1]d, %[4]s %[3]d)", n, what, m, other)
		case n > 0:
			add(" (%d of them %s)", " (그중 %[2]s %[1]d)", n, what)
		case m > 0:
			add(" (%d of them %s)", " (그중 %[2]s %[1]d)", m, other)
		}
	}
	count := func(n int, what string) {
		if n > 0 {
			add(", %d %s", ", %[2]s %[1]d", n, what)
		}
	}
	add("%d required: %d reported", "필수 %d개: 보고 %d", c.Required, c.Reported)
	ofThem(c.Zeros, name("0", "0인 것"), c.Defaults, name("by default", "기본값"))
	count(c.Partly, name("partly", "일부"))
	count(c.NO, NO.String())
	count(c.IE, IE.String())
	count(c.NE, NE.String())
	count(c.C, C.String())
	count(len(c.Gaps), name("gaps", "빠짐"))
	ofThem(c.Placeholders, name("placeholders", "미입력"), 0, "")
	return b.String()
}

// coverage is what was met in each category that a view requires.
type coverage struct {
	view *view
	met  []uint8 // by node: the key that hides no gap, and what is known of numbers
}

// What is met in a category besides a key, which has the last bits.
const (
	metKey         = 1<<3 - 1
	metDefault     = 1 << 3 // a number that is a provider's default
	metOwn         = 1 << 4 // another number
	metAmount      = 1 << 5 // a number other than 0, or a 0 that was confirmed
	metPlaceholder = 1 << 6
	metNumber      = metDefault | metOwn
)

func newCoverage(v *view) coverage { return coverage{v, make([]uint8, len(v.selects))} }

func (c coverage) see(node int32, v Value) {
	met := &c.met[node]
	switch {
	case v.entry == Placeholder:
		*met |= metPlaceholder
	case v.kind == missing:
	case v.entry == ProviderDefault:
		*met |= metDefault
	default:
		*met |= metOwn
	}
	if v.kind != missing && (v.entry == Confirmed || v.n != 0 || !v.number().isZero()) {
		*met |= metAmount
	}
	if k, was := v.key, Key(*met&metKey); k != KeyNone && k <= NA && (was == KeyNone || k < was) {
		*met = *met&^metKey | uint8(k)
	}
}

// all counts the required categories.
func (c coverage) all() Coverage {
	var out Coverage
	gaps := 0
	for i, required := range c.view.required {
		if required && !out.count(c.met[i]) {
			gaps++
		}
	}
	if gaps == 0 {
		return out
	}
	out.Gaps = make([]Category, 0, gaps)
	for i, required := range c.view.required {
		if required && c.isGap(i) {
			out.Gaps = append(out.Gaps, Category{c.view.Scheme.ID(), c.view.Scheme.def.Nodes[i].Code})
		}
	}
	return out
}

// split adds the required categories to those of the part that each is in; the part of a
// node that is in none is nil. The gaps are those of all: a part shares them where its own
// stand side by side.
func (c coverage) split(gaps []Category, part func(node int32) *Coverage) {
	at := 0 // of the next gap
	for i, required := range c.view.required {
		if !required {
			continue
		}
		p := part(int32(i))
		if p != nil {
			p.count(c.met[i])
		}
		if !c.isGap(i) {
			continue
		}
		if p != nil {
			p.Gaps = withGap(p.Gaps, gaps, at)
		}
		at++
	}
}

// withGap is the gaps of a part with one more.
func withGap(own, all []Category, at int) []Category {
	switch n := len(own); {
	case n == 0:
		return all[at : at+1 : at+1]
	case &own[n-1] == &all[at-1]:
		return all[at-n : at+1 : at+1]
	}
	return append(own, all[at])
}

// isGap reports whether nothing was met in a category that is required.
func (c coverage) isGap(node int) bool { return c.met[node]&^metPlaceholder == 0 }

// count counts a required category by what was met in it, and reports whether that
// was anything.
func (out *Coverage) count(met uint8) bool {
	out.Required++
	number := met&metNumber != 0
	if number && met&metAmount == 0 {
		out.Zeros++
	}
	if number && met&metOwn == 0 {
		out.Defaults++
	}
	switch k := Key(met & metKey); {
	case number && (k == KeyNone || k == NO || k == NA):
		out.Reported++
	case number:
		out.Partly++
	case k == NO || k == NA:
		out.NO++
	case k == IE:
		out.IE++
	case k == NE || k == FX:
		out.NE++
	case k == C:
		out.C++
	default:
		if met&metPlaceholder != 0 {
			out.Placeholders++
		}
		return false
	}
	return true
}
