package gir

import (
	_ "embed"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/internal/standard"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/ghg/words"
)

//go:embed data/regional_2024.tsv
var treeText string

//go:embed data/managed_authority_2024.tsv
var table10Text string

//go:embed data/leftout.tsv
var leftOutText string

// guideline is the document behind the views.
const guideline = "환경부, 지자체 탄소중립 녹색성장 기본계획 수립 및 추진상황 점검 가이드라인 (2024-09)"

// node is a line of the tree's table.
type node struct {
	ghg.Node
	block      Block
	label      string
	leftOut    string // reason, or "" where a sector has the line
	provenance Provenance
}

var (
	nodes   = mustNodes()
	table10 = mustTable10()
	// reasons say why lines are left out.
	reasons = mustReasons()
)

// Scheme is the tree of the Korean regional statistics, in the edition of the
// guideline of September 2024. Records may name a category by its code (1.A.4.b,
// EL.1.A.4.b) or as the guideline writes its row
// (에너지-A.연료연소-4.기타-b.가정, 전력-A.연료연소-4.기타-b.가정).
var Scheme = mustScheme()

func mustNodes() []node {
	var out []node
	for r := range table.MustRead(treeText, "code", "name", "name_ko", "parent", "block", "reportable", "negative", "ch4", "label", "left_out",
		"basis", "note").Rows() {
		n := node{label: r.Cell("label"), leftOut: r.Cell("left_out"), block: mustFind(blockWords, r.Cell("block")),
			provenance: mustFind(provenanceKeys, r.Cell("basis"))}
		n.Node = ghg.Node{Code: r.Cell("code"), Name: r.Cell("name"), NameKo: r.Cell("name_ko"), Parent: r.Cell("parent"), Scope: n.block.scope(),
			Reportable: r.Cell("reportable") == "Y", Negative: r.Cell("negative") == "Y", Memo: n.block == Memo,
			CH4: ghg.MustCH4Origin(r.Cell("ch4")), Note: r.Cell("note")}
		out = append(out, n)
	}
	return out
}

// mustTable10 is the sector of each code that table 10 has a row of, in Korean.
func mustTable10() map[string]string {
	out := map[string]string{}
	for r := range table.MustRead(table10Text, "code", "sector_ko").Rows() {
		out[r.Cell("code")] = r.Cell("sector_ko")
	}
	return out
}

func mustReasons() map[string]words.Term {
	out := map[string]words.Term{}
	for r := range table.MustRead(leftOutText, "reason", "en", "ko").Rows() {
		out[r.Cell("reason")] = words.Term{En: r.Cell("en"), Ko: r.Cell("ko")}
	}
	return out
}

// mustScheme gives each line its label as another spelling. What the users of
// electricity and heat, and the generators of waste, have is never added to what
// power stations and the treatment of waste emit.
func mustScheme() ghg.Scheme {
	d := ghg.SchemeDefinition{
		Names: []string{"GIR", "GIR regional", "지역 온실가스 통계", "지역 온실가스 인벤토리"},
		Title: "Korean regional greenhouse-gas statistics (지역 온실가스 통계), tree of 2024-09",
		Source: guideline + ", table 10 (transcribed); national tree on the 1996 guidelines; " +
			"layout of the sheets of the regional statistics (own mapping)",
		Keys:     []ghg.Key{ghg.NO, ghg.NE, ghg.IE, ghg.C, ghg.NA},
		Prefixes: []string{"GIR"},
		Aliases: map[string]string{"1.A.3.a": "1.A.3.a.2", "1.A.3.d": "1.A.3.d.2", "EL.1.A.3.a": "EL.1.A.3.a.2",
			"EL.1.A.3.d": "EL.1.A.3.d.2", "IND.ELEC": "EL", "IND.HEAT": "HT", "IND.WASTE": "WA",
			"전력-A.연료연소": "EL", "열-A.연료연소": "HT", "농업-D.농경지토양": "4.D", "LULUCF": "5"},
	}
	var energy, treatment []string
	for _, n := range nodes {
		d.Nodes = append(d.Nodes, n.Node)
		if n.label != "" {
			d.Aliases[n.label] = n.Code
		}
		switch {
		case n.block == Electricity, n.block == Heat:
			energy = append(energy, n.Code)
		case n.leftOut == "treatment":
			treatment = append(treatment, n.Code)
		}
	}
	d.Exclusive = []ghg.Exclusive{
		{A: []string{powerStations}, B: energy,
			Why: "what power stations and heat plants burn is in the electricity and heat of their users (guideline of 2024-09)"},
		{A: treatment, B: []string{generatedWaste},
			Why: "waste counts where it is treated or where it is generated, never both (guideline of 2024-09)"},
	}
	return ghg.MustPublishedScheme(standard.GIRRegional202409, d)
}

// Codes that the rules of the guideline are about.
const (
	powerStations  = "1.A.1.a"
	generatedWaste = "WA"
)

// codes are those of the lines that a rule takes; required are those of them that
// must have a number or a key: a line that was never seen by name is not.
func codes(takes func(node) bool) (all, required []string) {
	for _, n := range nodes {
		if !n.Reportable || n.Memo || !takes(n) {
			continue
		}
		all = append(all, n.Code)
		if n.provenance != FromLayout {
			required = append(required, n.Code)
		}
	}
	return slices.Clip(all), slices.Clip(required)
}
