package words

import (
	_ "embed"
	"sync"

	"github.com/localghg/localghg/ghg/table"
)

// codeFile is the table of the codes of findings and faults with their names.
//
//go:embed data/codes.tsv
var codeFile string

var codeNames = sync.OnceValue(func() map[string]Term {
	out := map[string]Term{}
	for row := range table.MustRead(codeFile, "code", "english", "korean").Rows() {
		out[row.Cell("code")] = Term{En: row.Cell("english"), Ko: row.Cell("korean")}
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
