package ipcc

import (
	_ "embed"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/ipcc1996.tsv
var text1996 string

//go:embed data/ipcc2006.tsv
var text2006 string

// Documents behind the trees.
const (
	source1996 = "Revised 1996 IPCC Guidelines for National Greenhouse Gas Inventories, Volume 1, chapter 1"
	source2006 = "2006 IPCC Guidelines for National Greenhouse Gas Inventories, Volume 1, chapter 8, Table 8.2"
)

// The trees. [ghg.ReadCSV] takes them as the scheme of a file.
var (
	// Scheme1996 is the Revised 1996 IPCC Guidelines: 233 categories.
	Scheme1996 = mustScheme(standard.IPCC1996, text1996, source1996, "IPCC1996", "1996 IPCC", "1996 IPCC 지침")
	// Scheme2006 is the 2006 IPCC Guidelines: 290 categories.
	Scheme2006 = mustScheme(standard.IPCC2006, text2006, source2006, "IPCC2006", "2006 IPCC", "2006 IPCC 지침")
)

// The totals.
var (
	// Total1996 and Total2006 are all categories but memo items, land use with its
	// removals.
	Total1996 = mustView(standard.IPCC1996, Scheme1996, "total", "순배출량", everything)
	Total2006 = mustView(standard.IPCC2006, Scheme2006, "total", "순배출량", everything)
	// TotalWithoutLandUse1996 is Total1996 without land-use change and forestry, sector 5.
	TotalWithoutLandUse1996 = mustView(standard.IPCC1996, Scheme1996, "total without land use", "총배출량",
		func(n ghg.Node) bool { return n.Code != "5" && !strings.HasPrefix(n.Code, "5.") })
)

// nationalTotal is the code that the source of the trees adds. No record sits on it.
const nationalTotal = "0"

func everything(ghg.Node) bool { return true }

func mustScheme(id standard.Table, text, source string, names ...string) ghg.Scheme {
	d := ghg.SchemeDefinition{Names: names, Title: source, Source: source, AnyLevel: true, Prefixes: []string{"IPC", "IPCC"},
		Keys: []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C, ghg.NA}}
	for r := range table.MustRead(text, "code", "name", "name_ko", "parent", "memo", "negative", "ch4", "note").Rows() {
		d.Nodes = append(d.Nodes, ghg.Node{Code: r.Cell("code"), Name: r.Cell("name"), NameKo: r.Cell("name_ko"), Parent: r.Cell("parent"),
			Reportable: r.Cell("code") != nationalTotal, Negative: r.Cell("negative") == "Y", Memo: r.Cell("memo") == "Y", Note: r.Cell("note"),
			CH4: ghg.MustCH4Origin(r.Cell("ch4"))})
	}
	return ghg.MustPublishedScheme(id, d)
}

func mustView(t standard.Table, s ghg.Scheme, name, nameKo string, takes func(ghg.Node) bool) ghg.View {
	d := ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: s, Source: s.Source(), Addable: true,
		Why: "each tonne is emitted, or taken up, in one place"}
	for n := range s.Nodes() {
		if n.Reportable && !n.Memo && takes(n) {
			d.Categories = append(d.Categories, n.Code)
		}
	}
	return ghg.MustPublishedView(t, d)
}
