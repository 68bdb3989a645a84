package beside

import (
	"fmt"
	"iter"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/crosswalk"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Line is one step of a part: what a category, a gas or a calculation adds to it.
type Line struct {
	Kind Kind
	// Category is of the comparison; of [NotConverted] it is of the scheme of its side.
	Category ghg.Category
	Gas      string // where gases are compared one by one: "CH4", "HFC"
	Of       string // of what a calculation is
	// Tonnes are of CO2e, first minus second. Between two metrics they are CO2e on neither.
	Tonnes decimal.Decimal
	Note   words.Term

	first, second []Source
}

// First yields the lines of the first inventory that it is about, in the order of the
// inventory; where that has none, nothing.
func (l Line) First() iter.Seq[Source] { return slices.Values(l.first) }

// Second yields the lines of the second inventory.
func (l Line) Second() iter.Seq[Source] { return slices.Values(l.second) }

// Source is a line of an inventory as it counts in its total.
type Source struct {
	Record ghg.Record      // as it stands in the inventory, in the inventory's own scheme
	Tonnes decimal.Decimal // of CO2e on the metric of its side
	// Rule is the one by which it came to its category, and Lifted says that it went to a
	// common parent; the zero Rule where nothing was converted.
	Rule   crosswalk.Rule
	Lifted bool
}

// where is the line as tables name it: "1.A.4.b, line 7 of gir.csv".
func (s Source) where() words.Term {
	t := words.Term{En: s.Record.Category.Code, Ko: s.Record.Category.Code}
	if s.Record.Line > 0 {
		t.En, t.Ko = words.Term{En: "%s line %d", Ko: "%s %d행"}.Fill(t, s.Record.Line)
	}
	if d := s.Record.Evidence.Definition(); d.File != "" {
		file := words.OneLine(d.File)
		if d.Sheet != "" {
			file += " (" + words.OneLine(d.Sheet) + ")"
		}
		t.En, t.Ko = words.Term{En: "%s of %s", Ko: "%s, %s"}.Fill(t, file)
	}
	if c := s.Rule.Confidence(); c != 0 && c != ghg.HighConfidence {
		t.En, t.Ko = words.Term{En: "%s (rule of confidence %s)", Ko: "%s(규칙의 신뢰도 %s)"}.Fill(t, c.Term())
	}
	if s.Lifted {
		t.En, t.Ko = words.Term{En: "%s (to a common parent)", Ko: "%s(공통 상위 분류로)"}.Fill(t)
	}
	return t
}

// mostSources are named in a line of a table; JSON has them all.
const mostSources = 3

// whereText names the lines of one side.
func whereText(sources []Source) words.Term {
	var list []words.Term
	for _, s := range sources[:min(len(sources), mostSources)] {
		list = append(list, s.where())
	}
	t := words.Join(list, "; ")
	if more := len(sources) - mostSources; more > 0 {
		t.En += fmt.Sprintf("; and %d more", more)
		t.Ko += fmt.Sprintf("; 그 밖에 %d행", more)
	}
	return t
}
