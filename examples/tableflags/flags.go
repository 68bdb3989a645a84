// Package tableflags is the flags of programs that read a user's files: how the tables
// in them are written.
package tableflags

import (
	"errors"
	"flag"

	"github.com/localghg/localghg/ghg"
)

// Flags are what the user says of the tables.
type Flags struct {
	delimiter string
	comma     bool
}

// Register adds the flags to those of a program.
func Register(to *flag.FlagSet) *Flags {
	f := new(Flags)
	to.StringVar(&f.delimiter, "delimiter", ",", "what separates fields: one character of ASCII, or tab")
	to.BoolVar(&f.comma, "decimal-comma", false, "decimal marks are commas, as in 12,5")
	return f
}

// Format is the format of the tables, once the flags are parsed. The reader refuses a
// format in which no table could be read.
func (f *Flags) Format() (ghg.CSVFormat, error) {
	delimiter := f.delimiter
	if delimiter == "tab" {
		delimiter = "\t"
	}
	if len(delimiter) != 1 {
		return ghg.CSVFormat{}, errors.New("-delimiter is one character of ASCII, or tab")
	}
	return ghg.CSVFormat{Delimiter: delimiter[0], Comma: f.comma}, nil
}
