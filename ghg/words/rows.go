package words

import (
	"fmt"
	"strings"
)

// Rows is a text of named rows, one below the other. The zero Rows is empty.
type Rows struct{ strings.Builder }

// Row adds a row: its name, and its text as fmt.Sprintf writes it.
func (r *Rows) Row(name, format string, a ...any) {
	fmt.Fprintf(r, "%-14s "+format+"\n", append([]any{name}, a...)...)
}
