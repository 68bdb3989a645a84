package ghg

import (
	"io"

	"github.com/localghg/localghg/ghg/words"
)

var schemeColumns = []CSVColumn{
	{Name: "code", Aliases: []string{"코드", "분류코드", "배출원코드"}, Required: true},
	{Name: "parent", Aliases: []string{"상위코드", "상위분류"}, Required: true},
	{Name: "name", Aliases: []string{"분류명", "영문명"}, Required: true},
	{Name: "name_ko", Aliases: []string{"한글명", "국문명"}},
	{Name: "scope", Aliases: []string{"배출범위", "스코프"}},
	{Name: "sink", Aliases: []string{"흡수원"}},
	{Name: "memo", Aliases: []string{"참고항목", "별도항목"}},
	{Name: "note", Aliases: []string{"비고"}},
}

// marked are the words for a column that is marked or empty.
var marked = words.NewSet[uint8](0, []string{"no", "yes"}, map[string]uint8{
	"n": 0, "false": 0, "x": 0, "0": 0, "아니오": 0, "y": 1, "true": 1, "o": 1, "1": 1, "예": 1, "해당": 1})

// ReadScheme reads the tree of a city's own categories, one a line, and makes the scheme of
// a definition with them: code (분류코드), parent (상위코드; empty for a sector), name (분류명)
// and, where there are any, name_ko (한글명), scope (배출범위), sink (흡수원: yes or O where
// removals are allowed), memo (참고항목) and note (비고). Records may sit on the categories
// that have none below them, as [SchemeDefinition].AnyLevel allows on all.
//
// A line that cannot be used is a fault, and then there is no scheme: a category that is
// missing would take its records with it.
func ReadScheme(r io.Reader, f CSVFormat, d SchemeDefinition) (Scheme, Report, error) {
	if len(d.Nodes) > 0 {
		return Scheme{}, Report{}, Refusal("scheme "+words.Quote(string(d.ID)), "nodes", "", "it has some already: give all of them in one file")
	}
	above := map[string]bool{}
	report, err := ReadCSVRows(r, f, schemeColumns, func(row CSVRow) {
		n := Node{Code: row.ID("code"), Parent: row.Text("parent"), Name: row.Need("name"), NameKo: row.Text("name_ko"),
			Negative: CSVWord(row, FaultField, "sink", marked) == 1, Memo: CSVWord(row, FaultField, "memo", marked) == 1, Note: row.Text("note")}
		var err error
		if n.Scope, err = ParseScope(row.Text("scope")); err != nil {
			row.Refuse(FaultField, "scope", err)
		}
		above[n.Parent] = true
		d.Nodes = append(d.Nodes, n)
	})
	if err != nil || report.Faults.Len() > 0 {
		return Scheme{}, report, err
	}
	for i := range d.Nodes {
		d.Nodes[i].Reportable = !above[d.Nodes[i].Code]
	}
	s, err := NewScheme(d)
	return s, report, err
}

// Reportable are the codes that records may sit on, but for memo items, in the order of the
// standard; with those that allow removals or without. Where no category overlaps another,
// as in a tree of one's own ([ReadScheme]), they make net and gross emissions.
func (s Scheme) Reportable(removals bool) (codes []string) {
	for n := range s.Nodes() {
		if n.Reportable && !n.Memo && (removals || !n.Negative) {
			codes = append(codes, n.Code)
		}
	}
	return codes
}
