package ghg

import (
	_ "embed"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/canonical.tsv
var canonicalRows string

// canonicalTable is what the Unicode Standard says of characters that are spelt in
// several ways. Hangul syllables are not in it: they follow from arithmetic.
type canonicalTable struct {
	class    map[rune]uint8   // of marks: those of one class do not pass each other
	spelling map[rune][]rune  // what a character is spelt with
	pair     map[[2]rune]rune // what two characters make up
}

// canonical is read when the first text needs it: most never do.
var canonical = sync.OnceValue(func() canonicalTable {
	t := canonicalTable{map[rune]uint8{}, map[rune][]rune{}, map[[2]rune]rune{}}
	hex := func(s string) rune {
		n, _ := strconv.ParseUint(s, 16, 32) // a test reads every cell
		return rune(n)
	}
	for row := range table.MustRead(canonicalRows, "kind", "character", "value").Rows() {
		kind, value := row.Cell("kind"), row.Cell("value")
		first, last, isRange := strings.Cut(row.Cell("character"), "-")
		if kind == "class" {
			if !isRange {
				last = first
			}
			class, _ := strconv.ParseUint(value, 10, 8)
			for r := hex(first); r <= hex(last); r++ {
				t.class[r] = uint8(class)
			}
			continue
		}
		var parts []rune
		for _, p := range strings.Fields(value) {
			parts = append(parts, hex(p))
		}
		t.spelling[hex(first)] = parts
		if kind == "pair" {
			t.pair[[2]rune{parts[0], parts[1]}] = hex(first)
		}
	}
	return t
})

// compose gives a text its one spelling of those that the Unicode Standard holds to
// be the same (normalization form C, UAX #15): ã is one character, as keyboards
// write it, and not the two of macOS; 金 in its usual place, and not among the
// compatibility ideographs of KS X 1001.
func compose(s string) string {
	t := canonical()
	runes := make([]rune, 0, len(s))
	for _, r := range s {
		runes = t.decompose(runes, r)
	}
	for i := 0; i < len(runes); { // marks stand in the order of their classes
		j := i + 1
		for ; j < len(runes) && t.class[runes[j]] != 0; j++ {
		}
		start := i
		if t.class[runes[i]] == 0 {
			start++
		}
		slices.SortStableFunc(runes[start:j], func(a, b rune) int { return int(t.class[a]) - int(t.class[b]) })
		i = j
	}
	out := runes[:0]
	base, last := -1, uint8(0) // of the last starter, and the class of what follows it
	for _, r := range runes {
		class := t.class[r]
		if base >= 0 && (last == 0 || last < class) { // no mark of its class or a higher one between
			if c, ok := t.join(out[base], r); ok {
				out[base] = c
				continue
			}
		}
		if last = class; class == 0 {
			base = len(out)
		}
		out = append(out, r)
	}
	return string(out)
}

// decompose adds what a character is spelt with.
func (t canonicalTable) decompose(to []rune, r rune) []rune {
	if n := r - syllables; n >= 0 && n < syllableCount {
		to = append(to, jamoL+n/(jamoVs*jamoTs), jamoV+n%(jamoVs*jamoTs)/jamoTs)
		if n%jamoTs != 0 {
			to = append(to, jamoT+n%jamoTs)
		}
		return to
	}
	parts, ok := t.spelling[r]
	if !ok {
		return append(to, r)
	}
	for _, p := range parts {
		to = t.decompose(to, p)
	}
	return to
}

// join is the character that two make up.
func (t canonicalTable) join(a, b rune) (rune, bool) {
	if c, ok := joinHangul(a, b); ok {
		return c, true
	}
	c, ok := t.pair[[2]rune{a, b}]
	return c, ok
}
