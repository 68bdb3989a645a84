package words

import (
	_ "embed"
	"strings"
	"sync"
)

// codeFile is the table of the codes of findings and faults with their names.
//
//go:embed data/codes.tsv
var codeFile string

var codeNames = sync.OnceValue(func() map[string]Term {
	out, inTable := map[string]Term{}, false
	for line := range strings.Lines(codeFile) {
		cells := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		switch {
		case strings.HasPrefix(line, "#") || len(cells) != 3:
		case !inTable: // the header: "code" is a code too
			inTable = true
		default:
			out[cells[0]] = Term{En: cells[1], Ko: cells[2]}
		}
	}
	return out
})

// CodeName is the short name of the code of a finding or fault, such as "two views are
// compared" of "two-views". A code of another program has none: then it is the code itself,
// in both languages, and false.
func CodeName(code string) (Term, bool) {
	if t, ok := codeNames()[code]; ok {
		return t, true
	}
	return Term{En: code, Ko: code}, false
}
