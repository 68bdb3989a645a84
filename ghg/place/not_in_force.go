package place

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// NotInForceError says that a code, or a place, was not there on a day, and what it came
// of or what came of it. A day before the table is another thing: what was then is not
// known.
type NotInForceError struct {
	Of          string // the gazetteer
	Code        string
	Day         ghg.Date
	BeforeTable bool     // the table begins later: whether there was such a place is not known
	Begins      ghg.Date // the first day of the table
	Spans       []Span   // when the code, or the place, was there

	// Predecessors are what the code came of, where all of its days are later than Day,
	// and Successors what came of it, where one of its days is earlier.
	Predecessors, Successors []Change
}

func (e *NotInForceError) Error() string {
	head := ""
	if e.Of != "" {
		head = words.Clip(e.Of, ghg.MaxName) + ": "
	}
	if e.BeforeTable {
		return fmt.Sprintf("%sthe table begins on %s: what %s was on %s is not known", head, e.Begins, words.Quote(e.Code), e.Day)
	}
	var spans []string
	for _, s := range e.Spans[:min(len(e.Spans), 20)] {
		spans = append(spans, s.String()+" "+s.days())
	}
	text := fmt.Sprintf("%s%s was not in force on %s; there is %s", head, words.Quote(e.Code), e.Day, strings.Join(spans, ", "))
	switch {
	case len(e.Predecessors) > 0:
		return text + "; it came of: " + changeList(e.Predecessors)
	case len(e.Successors) > 0:
		return text + "; what came of it: " + changeList(e.Successors)
	}
	return text + "; what it came of, or what came of it, is not in the table"
}
