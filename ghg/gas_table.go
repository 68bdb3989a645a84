package ghg

import (
	_ "embed"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/internal/tsv"
	"github.com/shopspring/decimal"
)

//go:embed data/gwp.tsv
var gwpTable string

// gwpEdition is that of data/gwp.tsv; a test holds it against the header.
const gwpEdition = "2"

//go:embed data/blends.tsv
var blendTable string

// substance is a row of the embedded tables.
type substance struct {
	code, family, name, formula, cas, note string
	aliases                                []string
	gwp                                    map[string]decimal.Decimal // by column
	parts                                  []component                // of a blend
}

type component struct {
	gas   Gas
	share Share
}

type substanceTable struct {
	rows   []substance // rows[0] is the zero Gas
	byCode map[string]Gas
}

// substances parses the embedded tables at the first call. A fault in them is
// a fault of this package and stops the program; a test reads every cell.
var substances = sync.OnceValue(func() *substanceTable {
	t := &substanceTable{rows: make([]substance, 1, 512), byCode: make(map[string]Gas, 512)}
	header, rows := tsv.Read(gwpTable)
	for _, cells := range rows {
		s := substance{code: cells[0], family: cells[1], name: cells[2], formula: cells[3], cas: cells[4],
			gwp: map[string]decimal.Decimal{}}
		s.aliases, s.note = tsv.List(cells[len(cells)-2], " | "), cells[len(cells)-1]
		for i, column := range header[5 : len(header)-2] {
			if cell := cells[5+i]; cell != "" {
				s.gwp[column] = must(exact.Parse(cell))
			}
		}
		t.add(s)
	}
	t.add(substance{code: "CO2(b)", family: "memo", name: "Carbon dioxide from the burning or decay of biomass",
		formula: "CO2", cas: "124-38-9", note: "memo item: disclosed apart, in no total", aliases: []string{
			"CO2b", "CO2-biogenic", "biogenic CO2", "CO2 (bio)", "생물기원 이산화탄소", "바이오매스 이산화탄소"}})
	_, rows = tsv.Read(blendTable)
	for _, cells := range rows {
		s := substance{code: cells[0], family: cells[1], name: cells[0], aliases: tsv.List(cells[2], " | ")}
		for _, part := range tsv.List(cells[3], " + ") {
			code, percent, _ := strings.Cut(part, " ")
			s.parts = append(s.parts, component{t.byCode[code], Share{must(exact.Parse(percent)).Shift(-2)}})
		}
		t.add(s)
	}
	return t
})

func (t *substanceTable) add(s substance) {
	t.byCode[s.code] = Gas{uint16(len(t.rows))}
	t.rows = append(t.rows, s)
}
