package ghg

import (
	"bytes"
	"unicode/utf8"
)

// The conjoining jamo and the syllables that they make up (The Unicode
// Standard, chapter 3.12).
const (
	jamoL, jamoV, jamoT           = 0x1100, 0x1161, 0x11A7
	jamoLs, jamoVs, jamoTs        = 19, 21, 28
	syllables, syllableCount rune = 0xAC00, jamoLs * jamoVs * jamoTs
)

// composeHangul joins decomposed Hangul, as macOS writes names, into syllables:
// the same text in its usual form, so that 대구 is one place however it was
// typed. Text without leading jamo is returned as it is.
func composeHangul(text []byte) []byte {
	if !bytes.Contains(text, []byte{0xE1, 0x84}) { // U+1100 to U+113F in UTF-8
		return text
	}
	out := make([]byte, 0, len(text))
	var last rune = -1 // a rune that may still take a vowel or a final
	flush := func() {
		if last >= 0 {
			out = utf8.AppendRune(out, last)
			last = -1
		}
	}
	for len(text) > 0 {
		r, size := utf8.DecodeRune(text)
		if joined, ok := joinHangul(last, r); ok {
			last = joined
		} else if flush(); r == utf8.RuneError && size == 1 { // not UTF-8: left for the check to find
			out = append(out, text[0])
		} else {
			last = r
		}
		text = text[size:]
	}
	flush()
	return out
}

// joinHangul is the syllable that a leading jamo and a vowel, or a syllable and a
// final, make up.
func joinHangul(a, b rune) (rune, bool) {
	switch lv := a - syllables; {
	case a >= jamoL && a < jamoL+jamoLs && b >= jamoV && b < jamoV+jamoVs:
		return syllables + ((a-jamoL)*jamoVs+(b-jamoV))*jamoTs, true
	case lv >= 0 && lv < syllableCount && lv%jamoTs == 0 && b > jamoT && b < jamoT+jamoTs:
		return a + b - jamoT, true
	}
	return 0, false
}
