package gir

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// Block is the part of the statistics that a line stands in.
type Block uint8

// The blocks. Those of a parent whose parts hold the records are none.
const (
	NoBlock     Block = iota
	Direct            // emitted in the place
	Removals          // land use, land-use change and forestry
	Electricity       // indirect: by the use of electricity
	Heat              // indirect: by the use of heat that others supply
	Generated         // indirect: by waste, where it is generated
	Memo              // in no total
)

var blockNames = [...]words.Term{
	{En: "none", Ko: "없음"},
	{En: "direct", Ko: "직접배출"},
	{En: "removals", Ko: "흡수"},
	{En: "electricity", Ko: "전력 간접배출"},
	{En: "heat", Ko: "열 간접배출"},
	{En: "waste", Ko: "폐기물 발생 간접배출"},
	{En: "memo", Ko: "별도 보고"},
}

// blockWords are the words of the column block.
var blockWords = words.NewSet(Direct, namesOf(blockNames[Direct:]), nil)

// namesOf are terms in English.
func namesOf(terms []words.Term) (names []string) {
	for _, t := range terms {
		names = append(names, t.En)
	}
	return names
}

func (b Block) term() words.Term {
	if int(b) < len(blockNames) {
		return blockNames[b]
	}
	return blockNames[NoBlock]
}

// String is the block in English: "direct", "electricity".
func (b Block) String() string { return b.term().En }

// Korean is the block in Korean: 직접배출, 전력 간접배출.
func (b Block) Korean() string { return b.term().Ko }

// InAct says whether the Framework Act on Carbon Neutrality and Green Growth counts
// the block. Its §2(6) knows direct emissions and the indirect ones of electricity and
// heat that others supply, its §2(8) removals by land use. Waste where it is generated
// is in the guidelines alone.
func (b Block) InAct() bool { return b >= Direct && b <= Heat }

// scope is that of the block's lines. Waste where it is generated is treated in the
// place or outside, so that records say whether it is scope 1 or 3.
func (b Block) scope() ghg.Scope {
	switch b {
	case Direct, Removals, Memo:
		return ghg.Scope1
	case Electricity, Heat:
		return ghg.Scope2
	}
	return ghg.ScopeUnspecified
}

// Provenance says how a line of the tree is known.
type Provenance uint8

// How lines are known.
const (
	// FromTable10: table 10 of the guideline has the row, by a third party's
	// transcription, compared with the original by its author; confidence medium-high.
	FromTable10 Provenance = iota + 1
	// FromNationalTree: name and code are those of the national inventory; that the
	// regional statistics have the line is our own mapping.
	FromNationalTree
	// FromLayout: the indirect blocks repeat the tree of the direct one; the line was
	// not seen by name. Views select it and never require it.
	FromLayout
)

var provenanceNames = [...]words.Term{
	{En: "not stated", Ko: "밝혀지지 않음"},
	{En: "table 10, transcribed", Ko: "표10(옮겨 적은 자료)"},
	{En: "national tree, own mapping", Ko: "국가 분류체계(자체 대응)"},
	{En: "layout of the sheets, own mapping", Ko: "통계표의 구성(자체 대응)"},
}

// provenanceKeys are the words of the column basis.
var provenanceKeys = words.NewSet(FromTable10, []string{"table 10", "1996 tree", "layout"}, nil)

func (p Provenance) term() words.Term {
	if int(p) < len(provenanceNames) {
		return provenanceNames[p]
	}
	return provenanceNames[0]
}

// String is the provenance in English: "table 10, transcribed".
func (p Provenance) String() string { return p.term().En }

// Korean is the provenance in Korean.
func (p Provenance) Korean() string { return p.term().Ko }
