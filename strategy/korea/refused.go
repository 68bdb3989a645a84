package korea

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// refused is the fault of a single value that does not stand.
func refused(of, field, value, detail string) error {
	var f ghg.Faults
	f.Refuse(of, field, value, detail)
	return f.All[0]
}

// projectOf names a project by its management number, in a fault or finding.
func projectOf(number string) string { return "project " + words.Quote(number) }
