package gpc

import (
	_ "embed"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/localghg/localghg/ghg/internal/tsv"
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
	CRFTotal = crfView("total", "합계", func(r map[string]string) bool { return r["total"] == "Y" })
	// CRFGeneration is the block that the form shows apart.
	CRFGeneration = crfView("generation", "계통 공급 에너지 생산", isGeneration)
)

func isGeneration(r map[string]string) bool { return r["code"][:2] == "GE" }

func mustCRF() ghg.Scheme {
	d := ghg.SchemeDefinition{Names: []string{"CRF", "eCRF", "GCoM"}, Title: crfSource, AnyLevel: true,
		Source: crfSource + ", sheets eCRF_2 and eCRF_3", Keys: []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C}}
	var generation, elsewhere []string
	for _, r := range tsv.MustRows(crfText) {
		scope, err := ghg.ParseScope(r["scope"])
		if err != nil {
			panic("gpc: " + err.Error())
		}
		d.Nodes = append(d.Nodes, ghg.Node{Code: r["code"], Name: r["name"], NameKo: r["name_ko"], Parent: r["parent"], Scope: scope,
			Reportable: r["reportable"] == "Y", Negative: r["negative"] == "Y", CH4: ghg.MustCH4Origin(r["ch4"]), Note: r["note"]})
		switch {
		case isGeneration(r):
			generation = append(generation, r["code"])
		case scope == ghg.Scope2 || scope == ghg.Scope3:
			elsewhere = append(elsewhere, r["code"])
		}
	}
	d.Exclusive = []ghg.Exclusive{{A: generation, B: elsewhere,
		Why: "energy supplied to the grid is in the indirect emissions of its users, and shown apart (CRF)"}}
	return ghg.MustPublishedScheme(standard.GCoMCRF, d)
}

func crfView(name, nameKo string, takes func(map[string]string) bool) ghg.View {
	d := ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: CRFScheme, Source: crfSource + ", sheet eCRF_2",
		Variants: []ghg.Variant{ghg.LocationBased}, Why: "indirect and outside emissions of one place may be direct ones of another"}
	for _, r := range tsv.MustRows(crfText) {
		if r["reportable"] == "Y" && takes(r) {
			d.Categories = append(d.Categories, r["code"])
		}
	}
	return ghg.MustPublishedView(standard.GCoMCRF, d)
}
