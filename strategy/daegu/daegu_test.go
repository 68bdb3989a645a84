package daegu

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
)

// The embedded tables are read when the program starts, so what is wrong with
// one must show at once.
func TestBrokenTables(t *testing.T) {
	const head = "# source: test\n# edition: 1\n# retrieved: 2026-11\n"
	action := head + "id\tarea\tpart_of\tname\tname_ko\tkind\tyear\tfigure\tcategory\tfuel\tend_use\tsource\tconfidence\tnote\tfigure_note\n"
	figure := head + "id\tvalue\tunit\tyear\twhat\twhat_ko\tsource\tconfidence\tnote\tnote_ko\n"
	for name, read := range map[string]func(){
		"missing cell":     func() { mustFigures(figure + "x\t9\tMt CO2e\n") },
		"other columns":    func() { mustFigures(action) },
		"no source":        func() { mustFigures(strings.TrimPrefix(figure, "# source: test\n")) },
		"not a number":     func() { mustFigures(figure + "x\tabout 9\tMt CO2e\t2018\tw\tw\ts\thigh\t\t\n") },
		"not a year":       func() { mustFigures(figure + "x\t9\tMt CO2e\tsoon\tw\tw\ts\thigh\t\t\n") },
		"no such figure":   func() { mustActions(action + "a\tG1\t\tn\tn\texpected\t2030\tnone\t\t\tx\ts\thigh\t\t\n") },
		"no such kind":     func() { mustActions(action + "a\tG1\t\tn\tn\tplanned\t2030\trooftop-pv-cut\t\t\tx\ts\thigh\t\t\n") },
		"no such category": func() { mustActions(action + "a\tG1\t\tn\tn\texpected\t2030\trooftop-pv-cut\tIX\t\tx\ts\thigh\t\t\n") },
		"no amount":        func() { mustActions(action + "a\tG1\t\tn\tn\texpected\t2030\ttasks-2021\tI.1\t\tx\ts\thigh\t\t\n") },
	} {
		assert.Panics(t, read, name)
	}
	assert.Len(t, mustFigures(figure+"x\t9\tMt CO2e\t2018\tw\tw\ts\thigh\t\t\n"), 1)
}
