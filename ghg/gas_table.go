package ghg

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/table"
	"github.com/shopspring/decimal"
)

//go:embed data/gwp.tsv
var gwpTable string

// gwpEdition is that of data/gwp.tsv; a test holds it against the header.
const gwpEdition = "2"

// speciesRows is how many rows data/gwp.tsv has.
const speciesRows = 268

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
	about := []string{"species", "family", "name", "formula", "cas", "aliases", "note"}
	gwp := table.MustRead(gwpTable, about...)
	metrics := maps.Collect(gwp.Columns())
	maps.DeleteFunc(metrics, func(_ int, column string) bool { return slices.Contains(about, column) })
	for r := range gwp.Rows() {
		s := substance{code: r.Cell("species"), family: r.Cell("family"), name: r.Cell("name"), formula: r.Cell("formula"), cas: r.Cell("cas"),
			gwp: map[string]decimal.Decimal{}, aliases: r.List("aliases"), note: r.Cell("note")}
		for i, column := range metrics {
			if cell := r.At(i); cell != "" {
				s.gwp[column] = must(exact.Parse(cell))
			}
		}
		t.add(s)
	}
	t.add(substance{code: "CO2(b)", family: "memo", name: "Carbon dioxide from the burning or decay of biomass",
		formula: "CO2", cas: "124-38-9", note: "memo item: disclosed apart, in no total", aliases: []string{
			"CO2b", "CO2-biogenic", "biogenic CO2", "CO2 (bio)", "생물기원 이산화탄소", "바이오매스 이산화탄소"}})
	for r := range table.MustRead(blendTable, "blend", "family", "alias", "components").Rows() {
		s := substance{code: r.Cell("blend"), family: r.Cell("family"), name: r.Cell("blend"), aliases: r.List("alias")}
		for part := range strings.SplitSeq(r.Cell("components"), " + ") {
			code, percent, _ := strings.Cut(part, " ")
			s.parts = append(s.parts, component{t.byCode[code], Share{must(exact.Parse(percent)).Shift(-2)}})
		}
		t.add(s)
	}
	for n, code := range firstCodes {
		t.mustHave(code, Gas{uint16(n)})
	}
	t.mustHave("CO2(b)", CO2Biogenic)
	return t
})

func (t *substanceTable) add(s substance) {
	t.byCode[s.code] = Gas{uint16(len(t.rows))}
	t.rows = append(t.rows, s)
}

// mustHave holds the gases whose rows are written in the program against the table.
func (t *substanceTable) mustHave(code string, g Gas) {
	if t.byCode[code] != g {
		panic("ghg: " + code + " does not stand in the embedded table where it is expected")
	}
}
