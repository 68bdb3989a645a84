package factor

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// ErrNoSet says that a factor was asked for without its set: several hold at once, and
// none is the usual one.
var ErrNoSet = errors.New("no set of factors is named: several hold at once; name one, such as gir.ConsumptionEnd")

// Candidate is a value that a question may have meant.
type Candidate struct {
	Name, Value string
	Kind        Kind
	From, To    int // the years that it is of
}

// AmbiguousError says that a question has several answers, and so none.
type AmbiguousError struct {
	Set        string
	Question   string // "in force on 2025-12-18"
	Candidates []Candidate
}

func (e *AmbiguousError) Error() string {
	var list []string
	advice := "a set with one of them is needed"
	for _, c := range e.Candidates {
		if c.Kind != e.Candidates[0].Kind {
			advice = "name the kind with Set.Only"
		}
		years := ""
		if c.From != 0 {
			years = fmt.Sprintf(" of %d", c.From)
		}
		if c.To != c.From {
			years += fmt.Sprintf(" to %d", c.To)
		}
		list = append(list, fmt.Sprintf("%s (%s%s)", c.Value, c.Kind, years))
	}
	return fmt.Sprintf("%s, %s: %d values answer this: %s: %s", e.Set, e.Question, len(list), strings.Join(list, ", "), advice)
}

// NotInForceError says that no value of a set was in force on a day. The nearest one
// is never taken.
type NotInForceError struct {
	Set string
	Day ghg.Date

	// First is the day of the first publication, where it is after Day; Last the last
	// day of the value before, where it is before Day. Either may be the zero Date.
	First, Last ghg.Date

	ByName []string // names of values that hold on the day and are given only by name
}

func (e *NotInForceError) Error() string {
	text := fmt.Sprintf("%s: none was in force on %s", e.Set, e.Day)
	if e.First != (ghg.Date{}) {
		text += fmt.Sprintf("; the first was published on %s", e.First)
	}
	if e.Last != (ghg.Date{}) {
		text += fmt.Sprintf("; the one before held until %s", e.Last)
	}
	return text + byName(e.ByName) + ": no other day's is taken; state one of your own with its source"
}

// byName says which values are given only by name.
func byName(names []string) string {
	if len(names) == 0 {
		return ""
	}
	return "; given only by name (Set.Also): " + words.Quoted(names)
}

// NoGasesError says that a total on one set of warming potentials was asked for on
// another, and that its gases were not published: it cannot be weighed anew.
type NoGasesError struct {
	Factor string
	Metric ghg.MetricID // of the total
	Asked  ghg.MetricID // the other metric
	ByGas  bool         // the gases themselves were asked for, and no metric
}

func (e *NoGasesError) Error() string {
	if e.ByGas {
		return e.Factor + ": its gases were not published"
	}
	return fmt.Sprintf("%s is a total on metric %s without its gases: on metric %s it is not known, and a total is never weighed anew",
		e.Factor, e.Metric, e.Asked)
}
