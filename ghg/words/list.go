package words

import (
	"fmt"
	"strings"
)

// mostListed is how many items a list in a sentence names.
const mostListed = 20

// Quoted lists texts of unknown origin in quotation marks, the first 20 of them,
// and says how many more there are.
func Quoted(items []string) string {
	var out []string
	for _, s := range items[:min(len(items), mostListed)] {
		out = append(out, Quote(s))
	}
	if more := len(items) - mostListed; more > 0 {
		out = append(out, fmt.Sprintf("and %d more", more))
	}
	return strings.Join(out, ", ")
}

// Lines lists items, one a line, and how many there are beyond them.
func Lines[T any](items []T, text func(T) string, more int) string {
	return linesOf(items, text, more, "and %d more")
}

// LinesKo is Lines in Korean.
func LinesKo[T any](items []T, text func(T) string, more int) string {
	return linesOf(items, text, more, "그 밖에 %d건")
}

func linesOf[T any](items []T, text func(T) string, more int, beyond string) string {
	lines := make([]string, 0, len(items)+1)
	for _, x := range items {
		lines = append(lines, text(x))
	}
	if more > 0 {
		lines = append(lines, fmt.Sprintf(beyond, more))
	}
	return strings.Join(lines, "\n")
}
