package ghg

import (
	"fmt"
	"strconv"
	"strings"
)

// must is for values that this package or a program's source holds as
// literals.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

// quote prints a text of unknown origin in a message: escaped, and cut where
// it is long.
func quote(s string) string {
	const most = 60
	if len(s) <= most {
		return strconv.Quote(s)
	}
	return strconv.Quote(head(s, most)) + "…"
}

// head is the first bytes of a longer text, without cutting a rune.
func head(s string, most int) string {
	for most > 0 && s[most]&0xC0 == 0x80 {
		most--
	}
	return s[:most]
}

// listLines prints the items of a list, one a line, and how many there are
// beyond them.
func listLines[T any](items []T, text func(T) string, more int) string {
	lines := make([]string, 0, len(items)+1)
	for _, x := range items {
		lines = append(lines, text(x))
	}
	if more > 0 {
		lines = append(lines, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(lines, "\n")
}
