package gpc

import (
	_ "embed"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/crf.tsv
var crfText string

// crfSource is the document behind the rows of the CRF.
const crfSource = "Global Covenant of Mayors, Common Reporting Framework, form eCRF"

// CRFScheme is the rows of the Common Reporting Framework of the Global Covenant of Mayors:
// sub-sectors by the columns direct, indirect and outside city boundary. The form has no
// codes, so that those here are the library's own, such as SE.residential.direct. Records
// may sit on the commercial and institutional rows, or on both as one
// (SE.tertiary.direct), and on the block of grid-supplied energy as a whole (GE.direct).
var CRFScheme = mustCRF()

var (
	// CRFTotal is the form's "Total Emissions (excluding generation of grid-supplied
	// energy)": direct, indirect and outside emissions of the five sectors. It leaves out
	// the generation block and what is out of scope. Nothing is required: which rows a
	// city must report was not in the sources.
	CRFTotal = crfView("total", "합계", func(r table.Row) bool { return r.Cell("total") == "Y" })
	// CRFGeneration is the block that the form shows apart.
	CRFGeneration = crfView("generation", "계통 공급 에너지 생산", isGeneration)
)

func crfRows() iter.Seq[table.Row] {
	return table.MustRead(crfText, "code", "name", "name_ko", "parent", "scope", "reportable", "total", "negative", "ch4", "note").Rows()
}

func isGeneration(r table.Row) bool { return r.Cell("code")[:2] == "GE" }

func mustCRF() ghg.Scheme {
	d := ghg.SchemeDefinition{Names: []string{"CRF", "eCRF", "GCoM"}, Title: crfSource, AnyLevel: true,
		Source: crfSource + ", sheets eCRF_2 and eCRF_3", Keys: []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C}}
	var generation, elsewhere []string
	for r := range crfRows() {
		scope, err := ghg.ParseScope(r.Cell("scope"))
		if err != nil {
			panic("gpc: " + err.Error())
		}
		d.Nodes = append(d.Nodes, ghg.Node{Code: r.Cell("code"), Name: r.Cell("name"), NameKo: r.Cell("name_ko"), Parent: r.Cell("parent"),
			Scope: scope, Reportable: r.Cell("reportable") == "Y", Negative: r.Cell("negative") == "Y",
			CH4: ghg.MustCH4Origin(r.Cell("ch4")), Note: r.Cell("note")})
		switch {
		case isGeneration(r):
			generation = append(generation, r.Cell("code"))
		case scope == ghg.Scope2 || scope == ghg.Scope3:
			elsewhere = append(elsewhere, r.Cell("code"))
		}
	}
	d.Exclusive = []ghg.Exclusive{{A: generation, B: elsewhere,
		Why: "energy supplied to the grid is in the indirect emissions of its users, and shown apart (CRF)"}}
	return ghg.MustPublishedScheme(standard.GCoMCRF, d)
}

func crfView(name, nameKo string, takes func(table.Row) bool) ghg.View {
	d := ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: CRFScheme, Source: crfSource + ", sheet eCRF_2",
		Variants: []ghg.Variant{ghg.LocationBased}, Why: "indirect and outside emissions of one place may be direct ones of another"}
	for r := range crfRows() {
		if r.Cell("reportable") == "Y" && takes(r) {
			d.Categories = append(d.Categories, r.Cell("code"))
		}
	}
	return ghg.MustPublishedView(standard.GCoMCRF, d)
}
