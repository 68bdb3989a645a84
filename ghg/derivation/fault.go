package derivation

import (
	"fmt"
	"strings"
)

// Fault is what does not stand of a derivation.
type Fault struct {
	Step   string // its symbol, or its number where it has none
	Field  string
	Value  string
	Detail string // what is allowed
}

func (f Fault) Error() string {
	text := "step " + f.Step + ", " + f.Field
	if f.Value != "" {
		text += fmt.Sprintf(" %q", f.Value)
	}
	return text + ": " + f.Detail
}

// Faults are all that does not stand.
type Faults []Fault

func (f Faults) Error() string {
	var lines []string
	for _, x := range f {
		lines = append(lines, x.Error())
	}
	return strings.Join(lines, "\n")
}
