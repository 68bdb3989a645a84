package ghg

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// GuardFormula puts an apostrophe before a text that a spreadsheet would take for
// a formula: one that begins with =, +, - or @, in any width, also behind blanks,
// line breaks and what nobody sees, such as U+FEFF; and one that begins with a tab
// or line break. An apostrophe that is there already is kept by a second.
// [UnguardFormula] takes it off again, and so do all readers of this library: this
// is the one guard of all that it writes.
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

// looksFormula does not mind apostrophes in front, so that it says the same of a
// text and of the guarded text.
func looksFormula(s string) bool {
	rest := strings.TrimLeft(s, "'")
	if rest == "" {
		return false
	}
	if first := rest[0]; first == '\t' || first == '\n' || first == '\r' {
		return true
	}
	for _, r := range rest {
		switch {
		case strings.ContainsRune("=+-@＝＋－＠﹦﹢﹣﹫", r):
			return true
		case r != '\'' && r != utf8.RuneError && !unicode.IsSpace(r) && !unicode.IsControl(r) && !isUnseen(r):
			return false
		}
	}
	return false
}

// unguarded is a cell without its outer blanks and without the apostrophe of
// [GuardFormula].
func unguarded(cell []byte) []byte {
	if cell = trim(cell); len(cell) > 1 && cell[0] == '\'' && looksFormula(string(cell)) {
		return cell[1:]
	}
	return cell
}
