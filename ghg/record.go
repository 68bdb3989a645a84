package ghg

import (
	"fmt"
	"slices"
	"strings"
	"unique"

	"github.com/localghg/localghg/ghg/words"
)

// Record is one line of an inventory: what a place emitted in a period, in one
// category, of one gas or of all together, and what is known of the figure.
type Record struct { // 160 bytes: small fields stand last
	Place    PlaceID
	Period   Period
	Category Category
	Value    Value

	Fuel, Activity, Facility string // optional: what overlap and pledges key on

	Tags Tags
	// Evidence is what is known of the figure beyond its value.
	Evidence Evidence
	// Line is the line of the file, or row of the sheet, that the record was read
	// from, from 1; Column is the column of its figure.
	Line int

	// Gas is the zero Gas where the value is CO2e of all gases together.
	Gas    Gas
	Column uint16
	// Scope is stated only where the scheme leaves it open.
	Scope Scope
	// Variant tells alternatives for one source apart; they are never added.
	Variant Variant
	Status  Status
}

// MassWord is the mass of the record as n × 10^exp tonnes, if it is one whose digits fit in a
// word, and all that there is: no notation key, no provider's default, nothing in its stead.
// It makes no decimal, for those who add up very many; what is not given here [Value.Mass] gives.
func (r *Record) MassWord() (n int64, exp int32, ok bool) {
	v := &r.Value
	return v.n, int32(v.exp), v.kind == emitted && v.more == nil && v.key == KeyNone && v.entry <= Confirmed &&
		(v.gas.IsZero() || v.gas == r.Gas)
}

// Status says how final a figure is. The zero Status is actual.
type Status uint8

// A nowcast fills the lag of the statistics; a projection looks ahead. Neither
// is ever an achievement.
const (
	Actual Status = iota
	Provisional
	Estimated
	Nowcast
	Projected
)

var statusNames = englishOf(statuses[:])

// String is the status in small letters.
func (s Status) String() string { return nameOf(statusNames, int(s)) }

// Korean is the status in Korean: "확정", "전망".
func (s Status) Korean() string { return nameKoOf(statuses[:], int(s)) }

var statuses = [...]words.Term{{En: "actual", Ko: "확정"}, {En: "provisional", Ko: "잠정"}, {En: "estimated", Ko: "추정"},
	{En: "nowcast", Ko: "속보"}, {En: "projected", Ko: "전망"}}

// ParseStatus reads a status; an empty text is [Actual].
func ParseStatus(s string) (Status, error) { return parseName[Status]("status", statusNames, s) }

// MarshalText writes what [ParseStatus] reads.
func (s Status) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what [ParseStatus] reads.
func (s *Status) UnmarshalText(b []byte) error {
	p, err := ParseStatus(string(b))
	if err == nil {
		*s = p
	}
	return err
}

// Variant names one of two ways to account for one source. Both may be
// reported; no total holds both.
type Variant uint8

// Grid energy is accounted for by the grid's average (location-based) or by
// contracts (market-based; GHG Protocol Scope 2 Guidance); road transport by
// distance driven or by fuel sold.
const (
	NoVariant Variant = iota
	LocationBased
	MarketBased
	DistanceBased
	FuelBased
)

var variants = [...]words.Term{{}, {En: "location-based", Ko: "지역기반"}, {En: "market-based", Ko: "시장기반"},
	{En: "distance-based", Ko: "주행거리기반"}, {En: "fuel-based", Ko: "연료기반"}}

var variantNames = englishOf(variants[:])

// String is the variant in small letters.
func (v Variant) String() string { return nameOf(variantNames, int(v)) }

// Korean is the variant in Korean, as files have it: "주행거리기반".
func (v Variant) Korean() string { return nameKoOf(variants[:], int(v)) }

// alternative is the variant that v excludes.
func (v Variant) alternative() Variant {
	if v > FuelBased {
		return NoVariant
	}
	return [...]Variant{NoVariant, MarketBased, LocationBased, FuelBased, DistanceBased}[v]
}

// ParseVariant reads "location-based" or "location"; an empty text is
// [NoVariant].
func ParseVariant(s string) (Variant, error) {
	if v, err := parseName[Variant]("variant", variantNames, s+"-based"); err == nil {
		return v, nil
	}
	return parseName[Variant]("variant", variantNames, s)
}

// MarshalText writes what [ParseVariant] reads.
func (v Variant) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads what [ParseVariant] reads.
func (v *Variant) UnmarshalText(b []byte) error {
	p, err := ParseVariant(string(b))
	if err == nil {
		*v = p
	}
	return err
}

// englishOf are the English names of a closed set.
func englishOf(names []words.Term) []string {
	out := make([]string, len(names))
	for i, t := range names {
		out[i] = t.En
	}
	return out
}

// nameKoOf is the Korean name of a value of a closed set.
func nameKoOf(names []words.Term, i int) string {
	if i < len(names) {
		return names[i].Ko
	}
	return fmt.Sprintf("알 수 없음 (%d)", i)
}

func nameOf(names []string, i int) string {
	if i < len(names) {
		return names[i]
	}
	return fmt.Sprintf("unknown (%d)", i)
}

func parseName[T ~uint8](what string, names []string, s string) (T, error) {
	if s == "" {
		return 0, nil
	}
	for i, name := range names {
		if name != "" && strings.EqualFold(s, name) {
			return T(i), nil
		}
	}
	allowed := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return n == "" })
	return 0, &UnknownError{What: what, ID: s, Allowed: allowed}
}

// Tags are short words on a record that views select by, such as "ets" for
// what an emission trading scheme covers. A set: order and repetition do not
// matter. It is comparable; the zero Tags are none.
type Tags struct {
	list unique.Handle[string] // sorted, joined by ";"; the zero Handle where there are none
}

// MakeTags makes a set of tags. Semicolons and bars separate tags too; a tag is
// trimmed, and empty ones are left out.
func MakeTags(tags ...string) Tags {
	var list []string
	for _, t := range tags {
		for _, word := range strings.FieldsFunc(t, func(r rune) bool { return r == ';' || r == '|' }) {
			if word = strings.TrimSpace(word); word != "" {
				list = append(list, word)
			}
		}
	}
	if len(list) == 0 {
		return Tags{}
	}
	slices.Sort(list)
	return Tags{unique.Make(strings.Join(slices.Compact(list), ";"))}
}

// Has reports whether the tag is in the set.
func (t Tags) Has(tag string) bool {
	for rest := t.String(); rest != ""; {
		var word string
		word, rest, _ = strings.Cut(rest, ";")
		if word == tag {
			return true
		}
	}
	return false
}

// String lists the tags, sorted, with semicolons between them.
func (t Tags) String() string {
	if t == (Tags{}) {
		return ""
	}
	return t.list.Value()
}

// MarshalText writes the tags with semicolons between them.
func (t Tags) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads tags with semicolons between them.
func (t *Tags) UnmarshalText(b []byte) error {
	*t = MakeTags(string(b))
	return nil
}
