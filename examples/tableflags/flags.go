// Package tableflags is the flags of programs that read a user's files: how the tables
// in them are written.
package tableflags

import (
	"flag"

	"github.com/localghg/localghg/examples/internal/spoken"
	"github.com/localghg/localghg/ghg"
)

// Flags are what the user says of the tables.
type Flags struct {
	delimiter, thousands string
	comma, accounting    bool
}

// Register adds the flags to those of a program.
func Register(to *flag.FlagSet) *Flags {
	f := new(Flags)
	to.StringVar(&f.delimiter, "delimiter", ",", "what separates fields: one character of ASCII, or tab")
	to.BoolVar(&f.comma, "decimal-comma", false, "decimal marks are commas, as in 12,5")
	to.StringVar(&f.thousands, "thousands", "", "what separates thousands: one character, or space; nothing does where it is empty")
	to.BoolVar(&f.accounting, "accounting", false, "△1234, ▲1234 and (1234) are below zero")
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
		return ghg.CSVFormat{}, spoken.New("-delimiter is one character of ASCII, or tab", "-delimiter에는 ASCII 문자 하나나 tab을 적어야 합니다")
	}
	format := ghg.CSVFormat{Delimiter: delimiter[0], Comma: f.comma, Accounting: f.accounting}
	switch {
	case f.thousands == "space":
		format.Thousands = ' '
	case len(f.thousands) == 1:
		format.Thousands = f.thousands[0]
	case f.thousands != "":
		return ghg.CSVFormat{}, spoken.New("-thousands is one character, or space", "-thousands에는 문자 하나나 space를 적어야 합니다")
	}
	return format, nil
}
