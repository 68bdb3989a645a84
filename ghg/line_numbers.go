package ghg

import (
	"fmt"
	"strconv"
	"strings"
)

// lineNumbers are lines of a file that have something in common: all are counted, and
// the first are named.
type lineNumbers struct {
	first []int
	n     int
}

// mostNamed is how many lines a finding on a group of them names.
const mostNamed = 12

func (l *lineNumbers) add(line int) {
	if l.n++; len(l.first) < mostNamed {
		l.first = append(l.first, line)
	}
}

// String is "line 7", "lines 2, 5" or "lines 2, 5, 9 and 400 more".
func (l lineNumbers) String() string { return l.named("line") }

func (l lineNumbers) named(what string) string {
	var list []string
	for _, n := range l.first {
		list = append(list, strconv.Itoa(n))
	}
	if l.n != 1 {
		what += "s"
	}
	text := what + " " + strings.Join(list, ", ")
	if more := l.n - len(l.first); more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
