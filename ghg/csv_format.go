package ghg

import (
	"errors"
	"fmt"
)

// CSVFormat says how a file of records is written.
type CSVFormat struct {
	// Scheme is that of lines which name none. It is required.
	Scheme Scheme
	// Schemes are others that lines may name.
	Schemes []Scheme
	// Metrics are metrics of one's own that lines may name.
	Metrics []Metric
	// Comma says that the decimal mark is a comma, as in 12,5. The other mark is a
	// fault, unless Thousands names it.
	Comma bool
	// Thousands is what the file writes between groups of three digits: ',' as in
	// 16,628, '.' or ' ' (also the no-break and thin ones). Where it is 0 such a number
	// is a fault, and so is always one in other groups, such as 1,23 or 1234,567.
	Thousands byte
	// Accounting says that △1,234, ▲1,234 and (1,234) are below zero, as in accounts and
	// Korean tables. Where it is false they are faults.
	Accounting bool
	// Marks say what dashes, blanks and zeros of the file mean.
	Marks []CSVMark
	// Delimiter stands between fields; 0 is a comma.
	Delimiter byte
	// File is the name under which the evidence of records keeps the file, with its
	// SHA-256, so that each can be found again. Where it is empty no file is named.
	File string
	// MostRecords is how many lines below the header are read, MostPlaces how many places
	// they may name, and MostBytes how long the file may be, for a server that reads what
	// strangers send. Where there is more, reading stops with a fault [FaultBeyond], and
	// nothing from its line on is read. 0 is no bound. An [io.LimitReader] is none to rely
	// on: it cuts a file, and a number in it, without a word.
	MostRecords int
	MostPlaces  int
	MostBytes   int64
	// MostFaults is how many faults, and how many findings, are kept; those
	// beyond are counted. 0 is 1000.
	MostFaults int
}

// check refuses a format that would read a file in a way nobody meant.
func (f CSVFormat) check() error {
	switch d := f.Delimiter; {
	case d == '"' || d == '\n' || d == '\r' || d == '.' || d == '-' || d >= 0x80 || d >= '0' && d <= '9':
		return fmt.Errorf("the delimiter %q cannot separate fields", d)
	case f.Comma && (d == 0 || d == ','):
		return errors.New("a file with decimal commas needs another delimiter, such as ';'")
	case f.Accounting && (d == '(' || d == ')'):
		return fmt.Errorf("the delimiter %q cannot separate fields where brackets mean below zero", d)
	}
	for _, most := range []struct {
		name string
		n    int64
	}{{"MostFaults", int64(f.MostFaults)}, {"MostRecords", int64(f.MostRecords)}, {"MostPlaces", int64(f.MostPlaces)},
		{"MostBytes", f.MostBytes}} {
		if most.n < 0 {
			return fmt.Errorf("%s is %d: it cannot be below 0", most.name, most.n)
		}
	}
	return f.checkThousands()
}
