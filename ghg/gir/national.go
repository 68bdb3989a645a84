package gir

import (
	_ "embed"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/national_1996.tsv
var nationalText string

// nationalSource is the document behind the national tree.
const nationalSource = "workbook of the Korean national inventory on the 1996 guidelines, names as PRIMAP reads them (config_KOR_INV2023)"

// National is the tree of the Korean national inventory on the 1996 guidelines, in which
// figures stand on every level. It is not that of the IPCC: 4.B.10 is other livestock here
// and anaerobic lagoons there, and 5.B is cropland. 5.B.3 to 5.B.6 mean different things in
// two editions of the workbook, and are not in it.
var National = mustNational()

// The totals of the national inventory. Memo items are in neither.
var (
	// NationalGross is 총배출량: all but land use, sector 5.
	NationalGross = nationalView("gross", "총배출량", func(code string) bool { return code != "5" && !strings.HasPrefix(code, "5.") })
	// NationalNet is 순배출량: land use too.
	NationalNet = nationalView("net", "순배출량", func(string) bool { return true })
)

func mustNational() ghg.Scheme {
	d := ghg.SchemeDefinition{Names: []string{"GIR national", "국가 온실가스 인벤토리"}, AnyLevel: true, Source: nationalSource,
		Title:    "Korean national greenhouse-gas inventory (국가 온실가스 인벤토리), tree on the 1996 guidelines",
		Keys:     []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C, ghg.NA},
		Prefixes: []string{"GIR"}}
	for r := range table.MustRead(nationalText, "code", "name", "name_ko", "parent", "memo", "negative", "ch4").Rows() {
		d.Nodes = append(d.Nodes, ghg.Node{Code: r.Cell("code"), Name: r.Cell("name"), NameKo: r.Cell("name_ko"), Parent: r.Cell("parent"),
			Reportable: true, Negative: r.Cell("negative") == "Y", Memo: r.Cell("memo") == "Y", CH4: ghg.MustCH4Origin(r.Cell("ch4"))})
	}
	return ghg.MustPublishedScheme(standard.GIRNational1996, d)
}

func nationalView(name, nameKo string, takes func(code string) bool) ghg.View {
	d := ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: National, Source: nationalSource, Addable: true, Why: whereEmitted}
	for n := range National.Nodes() {
		if !n.Memo && takes(n.Code) {
			d.Categories = append(d.Categories, n.Code)
		}
	}
	return ghg.MustPublishedView(standard.GIRNational1996, d)
}
