package gpc

import (
	_ "embed"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/gpc11.tsv
var data string

// source is the document behind the table.
const source = "Global Protocol for Community-Scale Greenhouse Gas Inventories, version 1.1 (2021)"

// row is a line of the table.
type row struct {
	node                                            ghg.Node
	basic, basicPlus, territorial, other3, required bool
}

var rows = mustParse(data)

// Scheme is the GPC 1.1 with its references.
var Scheme = mustScheme()

// The views of chapter 4.
var (
	Basic = view("BASIC", "베이직", false, ghg.WasteByGenerator, "scope 2 of one place may be scope 1 of another",
		func(r row) bool { return r.basic })
	BasicPlus = view("BASIC+", "베이직 플러스", false, ghg.WasteByGenerator, "scopes 2 and 3 of one place may be scope 1 of another",
		func(r row) bool { return r.basicPlus })
	Territorial = view("territorial", "영토 내", true, ghg.WasteByTreatment, "each tonne is emitted in one place",
		func(r row) bool { return r.territorial })
	BasicPlusS3 = view("BASIC+S3", "베이직 플러스 및 기타 스코프 3", false, ghg.WasteByGenerator,
		"scopes 2 and 3 of one place may be scope 1 of another", func(r row) bool { return r.basicPlus || r.other3 })
)

// Views are the four views: BASIC, BASIC+, territorial and BASIC+S3.
func Views() []ghg.View { return []ghg.View{Basic, BasicPlus, Territorial, BasicPlusS3} }

func mustParse(text string) []row {
	var out []row
	for c := range table.MustRead(text, "code", "name", "name_ko", "parent", "scope", "basic", "basic_plus", "territorial", "other_scope3",
		"required", "negative", "ch4", "note").Rows() {
		scope, err := ghg.ParseScope(c.Cell("scope"))
		if err != nil {
			panic("gpc: " + err.Error())
		}
		yes := func(column string) bool { return c.Cell(column) == "Y" }
		r := row{basic: yes("basic"), basicPlus: yes("basic_plus"), territorial: yes("territorial"), other3: yes("other_scope3"),
			required: yes("required")}
		r.node = ghg.Node{Code: c.Cell("code"), Name: c.Cell("name"), NameKo: c.Cell("name_ko"), Parent: c.Cell("parent"),
			Scope: scope, Reportable: scope != ghg.ScopeUnspecified, Negative: yes("negative"),
			CH4: ghg.MustCH4Origin(c.Cell("ch4")), Note: c.Cell("note")}
		out = append(out, r)
	}
	return out
}

func mustScheme() ghg.Scheme {
	d := ghg.SchemeDefinition{
		Names: []string{"GPC", "GPC v1.1"}, Title: source, Source: source + ", Tables 4.1 to 4.3",
		Keys:     []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C},
		Prefixes: []string{"GPC"},
	}
	var territorialOnly, cityInduced []string
	for _, r := range rows {
		d.Nodes = append(d.Nodes, r.node)
		switch {
		case r.territorial && !r.basicPlus:
			territorialOnly = append(territorialOnly, r.node.Code)
		case r.node.Scope == ghg.Scope2 || r.node.Scope == ghg.Scope3:
			cityInduced = append(cityInduced, r.node.Code)
		}
	}
	d.Exclusive = []ghg.Exclusive{{A: territorialOnly, B: cityInduced,
		Why: "energy sold to the grid is in the scope 2 of its users, " +
			"and imported waste in the scope 3 of its generators (GPC 1.1, chapter 4.2)"}}
	return ghg.MustPublishedScheme(standard.GPC11, d)
}

func view(name, nameKo string, addable bool, waste ghg.WasteConvention, why string, selects func(row) bool) ghg.View {
	d := ghg.ViewDefinition{Name: name, NameKo: nameKo, Scheme: Scheme, Source: source + ", chapter 4",
		Variants: []ghg.Variant{ghg.LocationBased}, Addable: addable, Why: why, Waste: waste}
	for _, r := range slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return !selects(r) }) {
		d.Categories = append(d.Categories, r.node.Code)
		if r.required {
			d.Required = append(d.Required, r.node.Code)
		}
	}
	return ghg.MustPublishedView(standard.GPC11, d)
}
