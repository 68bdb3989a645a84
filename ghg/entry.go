package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Entry says how a figure came into the form that it was read from: most of all what
// a 0 is. The zero Entry is not stated, as in most files.
type Entry uint8

// A Confirmed figure was measured, or looked at by someone who answers for it; a 0
// too. A Placeholder is the 0 that a form holds where nobody entered anything: it is no
// number. Blank is an empty cell. A ProviderDefault was filled in by whoever provides
// the form or the data, and no figure of the place; a LocalOverride is the place's own,
// put in the stead of such a default, and counts instead of it.
const (
	NoEntry Entry = iota
	Confirmed
	Placeholder
	Blank
	ProviderDefault
	LocalOverride
)

var entries = [...]words.Term{NoEntry: {}, Confirmed: {En: "confirmed", Ko: "확인"}, Placeholder: {En: "placeholder", Ko: "미입력"},
	Blank: {En: "blank", Ko: "빈칸"}, ProviderDefault: {En: "provider default", Ko: "기본값"}, LocalOverride: {En: "local override", Ko: "자체값"}}

var entryNames = englishOf(entries[:])

var entryWords = words.NewSet(NoEntry, entryNames, map[string]Entry{
	"measured": Confirmed, "default": ProviderDefault, "override": LocalOverride,
	"확인": Confirmed, "측정": Confirmed, "미입력": Placeholder, "빈칸": Blank, "공란": Blank, "기본값": ProviderDefault, "자체값": LocalOverride,
})

// String is the entry in small letters, and "" where it is not stated.
func (e Entry) String() string { return nameOf(entryNames, int(e)) }

// Korean is the entry in Korean, and "" where it is not stated.
func (e Entry) Korean() string { return nameKoOf(entries[:], int(e)) }

// ParseEntry reads an entry, also in Korean; an empty text is [NoEntry].
func ParseEntry(s string) (Entry, error) {
	e, ok := entryWords.Find(s)
	if !ok {
		return NoEntry, &UnknownError{What: "entry", ID: s, Allowed: entryNames[1:]}
	}
	return e, nil
}

// MarshalText writes what [ParseEntry] reads.
func (e Entry) MarshalText() ([]byte, error) { return []byte(e.String()), nil }

// UnmarshalText reads what [ParseEntry] reads.
func (e *Entry) UnmarshalText(b []byte) error {
	p, err := ParseEntry(string(b))
	if err == nil {
		*e = p
	}
	return err
}

// EnteredAs is the value with how it was entered. A placeholder is made of a 0, which
// is then no number any more, or of nothing, and a blank of nothing; confirmed, default
// and override need a number or a key.
func (v Value) EnteredAs(e Entry) (Value, error) {
	refuse := func(why string) (Value, error) {
		return Value{}, Refusal("value "+v.String(), "entry", e.String(), why)
	}
	switch e {
	case NoEntry:
	case Placeholder:
		if v.key != KeyNone || v.kind != missing && !v.t().IsZero() {
			return refuse("a placeholder is a 0, or nothing: what was entered is none")
		}
		text := v.AsRead()
		v = Value{}.ReadAs(text)
	case Blank:
		if !v.IsMissing() {
			return refuse("a blank holds nothing")
		}
		e = NoEntry // [Value.Entry] knows
	case Confirmed, ProviderDefault, LocalOverride:
		if v.IsMissing() {
			return refuse("a number or a notation key is needed")
		}
	default:
		return refuse("allowed are " + strings.Join(entryNames[1:], ", "))
	}
	v.entry = e
	return v, nil
}

// Entry says how the value was entered, so far as that is known: a value without
// number and key is [Blank], unless it is a [Placeholder].
func (v Value) Entry() Entry {
	if v.IsMissing() && v.entry == NoEntry {
		return Blank
	}
	return v.entry
}

// withEntry adds how a value was entered to what a table shows of it.
func (v Value) withEntry(s string) string {
	switch {
	case v.entry == NoEntry:
		return s
	case v.entry == Placeholder:
		return "0 as a placeholder"
	}
	return fmt.Sprintf("%s, %s", s, v.entry)
}
