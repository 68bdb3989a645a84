package target

import (
	"fmt"
	"strings"
)

// explanation is a text of named lines, of what is a list and no derivation.
type explanation struct{ strings.Builder }

func (b *explanation) line(name, format string, a ...any) {
	fmt.Fprintf(b, "%-21s "+format+"\n", append([]any{name}, a...)...)
}

// ratio is a line for a figure with its formula and, where it is defined, its
// inputs.
func (b *explanation) ratio(name, formula, inputs string, figure interface {
	fmt.Stringer
	Undefined() string
}) {
	if figure.Undefined() == "" && inputs != "" {
		formula += " = " + inputs
	}
	b.line(name, "%s = %s", formula, figure)
}
