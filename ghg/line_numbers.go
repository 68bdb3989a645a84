package ghg

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/words"
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

// NameLines names lines of a file that a finding is on, the first twelve of many: "lines
// 2, 5 and 400 more".
func NameLines(lines []int) words.Term {
	var l lineNumbers
	for _, n := range lines {
		l.add(n)
	}
	return l.term()
}

// String is "line 7", "lines 2, 5" or "lines 2, 5, 9 and 400 more".
func (l lineNumbers) String() string { return l.term().En }

// term names the lines: "lines 2, 5 and 400 more", "2, 5행 외 400행".
func (l lineNumbers) term() words.Term { return l.named("line", "%s행", "행") }

// records names places in a list of records: "record 0", "기록 0".
func (l lineNumbers) records() words.Term { return l.named("record", "기록 %s", "건") }

func (l lineNumbers) named(what, ko, counted string) words.Term {
	var list []string
	for _, n := range l.first {
		list = append(list, strconv.Itoa(n))
	}
	if l.n != 1 {
		what += "s"
	}
	all := strings.Join(list, ", ")
	t := words.Term{En: what + " " + all, Ko: fmt.Sprintf(ko, all)}
	if more := l.n - len(l.first); more > 0 {
		t.En += fmt.Sprintf(" and %d more", more)
		t.Ko += fmt.Sprintf(" 외 %d%s", more, counted)
	}
	return t
}
