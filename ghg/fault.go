package ghg

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/words"
)

// Fault says that a line of input, or a field of a definition, does not stand:
// where, what it is of, its value, and what is allowed. The rest of the input is
// still looked at. It is comparable, and an error; errors.As finds it as a Fault
// and as a *Fault.
type Fault struct {
	Code   string // stable, such as "unknown-category"; see the Fault… constants
	Of     string // what the field is of, where that is no line: "action E-1", "sale 2023-06"
	Line   int    // of the file, from 1; 0 where there is none
	Field  string // the column or field
	Value  string // as found, cut where it is long
	Detail string // what is wrong and what is allowed

	// Place and Period are those of the line, where they could be read.
	Place  PlaceID
	Period Period
}

// The codes of faults.
const (
	FaultEncoding        = "encoding"         // not UTF-8
	FaultEmptyFile       = "empty-file"       // no header
	FaultHeader          = "header"           // a column is missing or named twice, or none is known
	FaultLine            = "line"             // too long, or an open quote
	FaultBeyond          = "beyond-bounds"    // more than the caller allows; nothing from the line on was read
	FaultFieldCount      = "field-count"      // not as many fields as the header
	FaultMissingField    = "missing-field"    // a required field is empty
	FaultPlace           = "place"            // no place, or too long
	FaultPeriod          = "period"           // no such year or period
	FaultNumber          = "number"           // not a number, or out of bounds
	FaultUnit            = "unit"             // not a unit of mass
	FaultUnknownGas      = "unknown-gas"      // not in the table
	FaultUnknownMetric   = "unknown-metric"   // not published, nor handed to the reader
	FaultUnknownScheme   = "unknown-scheme"   // not handed to the reader
	FaultUnknownCategory = "unknown-category" // no such code in the scheme
	FaultNotReportable   = "not-reportable"   // a code that records may not sit on
	FaultKey             = "key"              // not a key, or not one of the scheme
	FaultKeyWithNumber   = "key-with-number"  // NO or NA beside a number
	FaultField           = "field"            // another field cannot be read
	FaultDefinition      = "definition"       // a field of what a constructor was given does not stand
	FaultMismatch        = "mismatch"         // fields that contradict each other
	FaultDeclared        = "declared"         // a declared total of no known inventory or view
)

// Name is what its code says, in both languages; of a code that is not of the library it is
// the code.
func (f Fault) Name() words.Term {
	name, _ := words.CodeName(f.Code)
	return name
}

// Error is the fault as one line of text.
func (f Fault) Error() string { return f.text("line %d, ") }

// Korean is the fault as one line of text in Korean, as Error is: what is allowed as the
// table of messages has it ([words.InKorean]), or in English where it is not there. The
// column of a file stays as it is written there.
func (f Fault) Korean() string {
	f.Of, _ = words.InKorean(f.Of)
	if f.Line == 0 {
		f.Field, _ = words.InKorean(f.Field)
	}
	f.Detail, _ = words.InKorean(f.Detail)
	return f.text("%d행, ")
}

// text is the fault with its line as it is written in a language.
func (f Fault) text(line string) string {
	var b strings.Builder
	if f.Line > 0 {
		fmt.Fprintf(&b, line, f.Line)
	}
	switch {
	case f.Of != "" && f.Field != "":
		b.WriteString(f.Of + ", ")
	case f.Of != "":
		b.WriteString(f.Of + ": ")
	}
	if f.Field != "" {
		b.WriteString(f.Field)
		if f.Value != "" {
			b.WriteString(" " + words.Quote(f.Value))
		}
		b.WriteString(": ")
	}
	b.WriteString(f.Detail)
	return b.String()
}

// As gives the fault to errors.As as a *Fault too: other errors are pointers, and
// who looks for one should find it.
func (f Fault) As(target any) bool {
	p, ok := target.(**Fault)
	if ok {
		*p = &f
	}
	return ok
}

// Faults are the faults of one input in the order of its lines. Of very many,
// the first are kept and the rest counted. It is an error where a call has to
// refuse its input as a whole; errors.As finds each [Fault] in it.
type Faults struct {
	All  []Fault
	More int // how many there are beyond All
}

// Len is the number of faults, counted ones included.
func (f Faults) Len() int { return len(f.All) + f.More }

// Err is the faults as an error, or nil where there are none: a list without
// anything in it is no error.
func (f Faults) Err() error {
	if f.Len() == 0 {
		return nil
	}
	return f
}

// Error lists the faults, one a line.
func (f Faults) Error() string {
	return words.Lines(f.All, Fault.Error, f.More)
}

// Korean lists the faults in Korean, one a line, as Error does in English.
func (f Faults) Korean() string { return words.LinesKo(f.All, Fault.Korean, f.More) }

// Unwrap gives the single faults to errors.As and errors.Is.
func (f Faults) Unwrap() []error {
	out := make([]error, len(f.All))
	for i, x := range f.All {
		out[i] = x
	}
	return out
}

// Refuse adds a fault in a field of a definition: what the field is of, its
// value, and what is allowed.
func (f *Faults) Refuse(of, field, value, detail string) {
	f.Add(Refusal(of, field, value, detail))
}

// addOf takes the faults that an error is, of something that they do not name yet,
// and reports whether it is any.
func (f *Faults) addOf(of string, err error) bool {
	var list []Fault
	switch err := err.(type) { // not what it wraps: its text would be lost
	case Fault:
		list = []Fault{err}
	case Faults:
		list = err.All
		f.More += err.More
	default:
		return false
	}
	for _, x := range list {
		if x.Of != "" {
			x.Of = of + ", " + x.Of
		} else {
			x.Of = of
		}
		f.Add(x)
	}
	return true
}

// Refusal is one field of a definition, or one argument, that does not stand.
func Refusal(of, field, value, detail string) Fault {
	return Fault{Code: FaultDefinition, Of: of, Field: field, Value: words.Clip(value, maxKept), Detail: detail}
}

// As gives the faults to errors.As as a *Faults too.
func (f Faults) As(target any) bool {
	p, ok := target.(**Faults)
	if ok {
		*p = &f
	}
	return ok
}

// Add keeps a fault, or counts it where 1000 are kept already.
func (f *Faults) Add(x Fault) { f.add(maxFaults, x) }

func (f *Faults) add(most int, x Fault) {
	if len(f.All) >= most {
		f.More++
		return
	}
	x.Value = words.Clip(x.Value, maxKept)
	f.All = append(f.All, x)
}

// maxKept is the length in bytes of a value that a fault or finding keeps.
const maxKept = 200

// maxFaults is how many faults or findings a call keeps unless told otherwise.
const maxFaults = 1000

// MaxName is the length in bytes that a name, ID, code or label may have.
const MaxName = 200
