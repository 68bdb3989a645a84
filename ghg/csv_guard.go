package ghg

import (
	"strings"
	"unicode/utf8"
)

// GuardFormula puts an apostrophe before a text that a spreadsheet would take for
// a formula: one that begins with =, +, - or @. An apostrophe that is there
// already is kept by a second. [UnguardFormula] takes it off again.
func GuardFormula(s string) string {
	if looksFormula(s) {
		return "'" + s
	}
	return s
}

// UnguardFormula is the text that [GuardFormula] was given.
func UnguardFormula(s string) string {
	if strings.HasPrefix(s, "'") && looksFormula(s) {
		return s[1:]
	}
	return s
}

func looksFormula(s string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "'"))
	return strings.ContainsRune("=+-@＝＋－＠", first)
}
