package ghg

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// The years that the library accounts for.
const (
	FirstYear = 1850
	LastYear  = 2300
)

// CheckYear returns a [*YearError] for a year outside [FirstYear] to
// [LastYear]. Of says what the year is of, such as "base year"; it may be "".
func CheckYear(of string, year int) error {
	if year < FirstYear || year > LastYear {
		return &YearError{Of: of, Year: year, First: FirstYear, Last: LastYear}
	}
	return nil
}

// RefuseYear adds a fault in a field of a definition where it is a year outside
// [FirstYear] to [LastYear], and says whether it did.
func (f *Faults) RefuseYear(of, field string, year int) bool {
	if CheckYear("", year) == nil {
		return false
	}
	f.Refuse(of, field, strconv.Itoa(year), fmt.Sprintf("years from %d to %d are allowed", FirstYear, LastYear))
	return true
}

// YearError says that a year is outside what is allowed.
type YearError struct {
	Of          string // such as "population", or ""
	Year        int
	First, Last int // the years that are allowed
}

func (e *YearError) Error() string {
	return fmt.Sprintf("%syear %d: years from %d to %d are allowed", prefix(e.Of), e.Year, e.First, e.Last)
}

// As gives the error to errors.As as a fault in a field of a definition, beside
// what it is.
func (e *YearError) As(target any) bool {
	return asFault(target, e.Of, "year", strconv.Itoa(e.Year), fmt.Sprintf("years from %d to %d are allowed", e.First, e.Last))
}

// asFaultOf is the fault in an error that has one.
func asFaultOf(err error) (f Fault) {
	errors.As(err, &f)
	return f
}

// asFault serves the errors that are faults too: who asks what field does not stand
// is told.
func asFault(target any, of, field, value, detail string) bool {
	f := Fault{Code: FaultDefinition, Of: of, Field: field, Value: words.Clip(value, maxKept), Detail: detail}
	switch target := target.(type) {
	case *Fault:
		*target = f
	case **Fault:
		*target = &f
	default:
		return false
	}
	return true
}

// NoFigureError says that something has no figure for a year that is needed. It
// is never taken from another year, and what is missing is not 0.
type NoFigureError struct {
	Of     string // such as "population"
	Year   int
	Have   []int  // the years that have one, in order; nil where that is not said
	Remedy string // what may be done; "" for the usual: to state it
}

func (e *NoFigureError) Error() string {
	have, remedy := "", e.Remedy
	if len(e.Have) > 0 {
		have = " (there are figures for " + words.Spans(e.Have).En + ")"
	}
	if remedy == "" {
		remedy = "what is missing is not 0, and none is carried over from another year: state it"
	}
	return fmt.Sprintf("%sno figure for %d%s: %s", prefix(e.Of), e.Year, have, remedy)
}

// TwiceError says that a year, an ID or a name is given twice where it must be
// given once.
type TwiceError struct {
	Of   string // where, such as "population" or "portfolio Daegu 2030"; may be ""
	What string // "year", "action"
	ID   string // "2030", "E-1"
}

func (e *TwiceError) Error() string {
	return prefix(e.Of) + e.What + " " + bare(e.ID) + " is given twice: one is allowed"
}

// As gives the error to errors.As as a fault too.
func (e *TwiceError) As(target any) bool {
	return asFault(target, e.Of, e.What, e.ID, "it is given twice: one is allowed")
}

// prefix says what a message is about.
func prefix(of string) string {
	if of == "" {
		return ""
	}
	return words.Clip(of, maxKept) + ": "
}

// bare prints a plain ID as it is, and any other text in quotes.
func bare(id string) string {
	plain := id != "" && len(id) <= 60 && !strings.ContainsFunc(id, func(r rune) bool {
		return !(r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || strings.ContainsRune("-._/", r))
	})
	if plain {
		return id
	}
	return words.Quote(id)
}
