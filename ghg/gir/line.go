package gir

import (
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Line is a line of the tree that records sit on, with what the guideline and the
// law make of it.
type Line struct {
	Category ghg.Category
	Name     words.Term
	Block    Block
	// Label is how the guideline writes its row; where the provenance is not
	// [FromTable10] it is our own, in the same manner.
	Label string
	// Sector is the one of [Sectors] that has the line. Where none has, it is zero,
	// and LeftOut says why.
	Sector     ghg.View
	LeftOut    words.Term
	Provenance Provenance
	Note       string
}

var lines = mustLines()

func mustLines() []Line {
	var out []Line
	for _, n := range nodes {
		if !n.Reportable {
			continue
		}
		l := Line{Category: ghg.Category{Scheme: Scheme.ID(), Code: n.Code}, Name: words.Term{En: n.Name, Ko: n.NameKo},
			Block: n.block, Label: n.label, LeftOut: reasons[n.leftOut], Provenance: n.provenance, Note: n.Note}
		for _, s := range Sectors() {
			if s.Selects(n.Code) {
				l.Sector = s
			}
		}
		out = append(out, l)
	}
	return out
}

// Lines are all lines that records sit on, in the order of the tree. Each stands in
// one sector of the managed authority, or says why it is left out.
func Lines() []Line { return slices.Clone(lines) }

// LineOf is the line of a category, by its code or label. What is no category of the
// scheme is refused with a [*ghg.UnknownError], and so is a node whose parts hold the
// records (1.A.4).
func LineOf(code string) (Line, error) {
	c, err := Scheme.Category(code)
	if err != nil {
		return Line{}, err
	}
	if i := slices.IndexFunc(lines, func(l Line) bool { return l.Category == c }); i >= 0 {
		return lines[i], nil
	}
	return Line{}, &ghg.UnknownError{Of: Scheme.Name(), What: "line", ID: code, Advice: "records sit on its parts"}
}
