package ghg

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg/words"
)

// FindingPlaceMarks is the code of a place whose name has marks that make up no
// character with what they stand on.
const FindingPlaceMarks = "place-marks"

// ParsePlace reads the name of a place, so that however it was typed it is one
// place: without outer blanks, with one plain blank where there are blanks within
// (no-break ones, those of Japanese fonts, several), without what nobody sees
// (zero-width characters, marks of direction), and in one spelling of the same
// characters (Hangul syllables and ã are one character each: Unicode form NFC).
//
// An empty name, one of more than [MaxName] bytes, one that is not UTF-8, or with
// U+FFFD or a control character in it, is a [Fault]. Case is kept: it tells places
// apart. Every reader, and every constructor that takes a place, reads it so.
func ParsePlace(name string) (PlaceID, error) {
	if isPlainPlace(name) {
		return PlaceID(name), nil
	}
	refuse := func(detail string) (PlaceID, error) {
		return "", Fault{Code: FaultPlace, Field: "place", Value: words.Clip(name, maxKept), Detail: detail}
	}
	if why := notText(name); why != "" {
		return refuse(why)
	}
	var b strings.Builder
	blank := false
	for _, r := range name {
		switch {
		case unicode.IsSpace(r):
			blank = true
			continue
		case unicode.IsControl(r):
			return refuse(fmt.Sprintf("a control character (U+%04X) stands in it", r))
		case isUnseen(r):
			continue
		}
		if blank && b.Len() > 0 {
			b.WriteByte(' ')
		}
		blank = false
		b.WriteRune(r)
	}
	switch clean := compose(b.String()); {
	case clean == "":
		return refuse("a name is needed")
	case len(clean) > MaxName:
		return refuse(fmt.Sprintf("longer than %d bytes", MaxName))
	default:
		return PlaceID(clean), nil
	}
}

// isPlainPlace reports at a glance whether a name stands as it is: in letters that
// have one spelling.
func isPlainPlace(name string) bool {
	if name == "" || len(name) > MaxName || name[0] == ' ' || name[len(name)-1] == ' ' {
		return false
	}
	for i := 0; i < len(name); {
		c := name[i]
		if c < utf8.RuneSelf {
			if c < ' ' || c == 0x7F || c == ' ' && name[i+1] == ' ' {
				return false
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(name[i:])
		switch {
		case r >= syllables && r < syllables+syllableCount:
		case r >= 0x4E00 && r < 0xA000: // unified ideographs
		case r >= 0xC0 && r < 0x180: // Latin letters
		default:
			return false
		}
		i += size
	}
	return true
}

// isUnseen reports whether a character shows nothing: zero-width ones, marks of
// direction, selectors of variants, fillers.
func isUnseen(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point)
}

// placeMarks are the marks in a name that make up no character with what they stand
// on, of those that are made to: a mark of the Indic scripts, say, is a letter.
func placeMarks(name PlaceID) string {
	var marks []string
	for _, r := range string(name) {
		if r >= 0x300 && r < 0x370 || r >= 0x1AB0 && r < 0x1B00 || r >= 0x1DC0 && r < 0x1E00 || r >= 0x20D0 && r < 0x2100 ||
			r >= 0xFE20 && r < 0xFE30 || r >= jamoL && r < 0x1200 {
			marks = append(marks, fmt.Sprintf("U+%04X", r))
		}
	}
	return strings.Join(marks, ", ")
}

// remarkPlace notes marks in the name of a place.
func remarkPlace(findings *Findings, place PlaceID) {
	if marks := placeMarks(place); marks != "" {
		findings.Add(Finding{Code: FindingPlaceMarks, Severity: Warning, Stated: string(place), Found: marks,
			Detail: "the name has marks that make up no character with what they stand on: written without them it is another place"})
	}
}

// CleanPlace reads a place in a field of a definition, which it replaces, as
// [ParsePlace] does, or adds a fault and says so.
func (f *Faults) CleanPlace(of, field string, place *PlaceID) bool {
	p, err := ParsePlace(string(*place))
	if err != nil {
		f.Refuse(of, field, string(*place), asFaultOf(err).Detail)
		return true
	}
	*place = p
	return false
}

// plain is the place as [ParsePlace] reads it, or as it is where it cannot.
func (p PlaceID) plain() PlaceID {
	if clean, err := ParsePlace(string(p)); err == nil {
		return clean
	}
	return p
}

// Is reports whether two names are of one place, however they were typed.
func (p PlaceID) Is(o PlaceID) bool {
	if p == o {
		return true
	}
	if isPlainPlace(string(p)) && isPlainPlace(string(o)) {
		return false
	}
	x, err1 := ParsePlace(string(p))
	y, err2 := ParsePlace(string(o))
	return err1 == nil && err2 == nil && x == y
}
