package beside

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// String is the comparison as one line: "Garam 2023, own inventory − GIR: 9035 t".
func (c Comparison) String() string { return c.headline().En }

// Korean is the same in Korean.
func (c Comparison) Korean() string { return c.headline().Ko }

var noComparison = words.Term{En: "no comparison", Ko: "비교 없음"}

func (c Comparison) headline() words.Term {
	if c.def == nil {
		return noComparison
	}
	var t words.Term
	inv := c.def.first.Inventory
	t.En, t.Ko = words.Term{En: "%s %s, %s − %s: %s", Ko: "%s %s, %s − %s: %s"}.Fill(
		string(inv.Place()), inv.Period(), c.def.first.Name, c.def.second.Name, c.differenceText())
	return t
}

func (c Comparison) differenceText() words.Term {
	switch t, ok := c.Tonnes(); {
	case !ok:
		return words.Term{En: "withheld", Ko: "산출하지 않음"}
	case c.IsMixed():
		s := signed(t)
		return words.Term{En: s + " t of mixed metrics", Ko: s + " t(서로 다른 지수)"}
	default:
		s := signed(t) + " " + c.def.first.Metric.Unit()
		return words.Term{En: s, Ko: s}
	}
}

func signed(t decimal.Decimal) string { return words.Signed(words.Grouped(t.String())) }

// Details is the comparison as a table, in English and in Korean: the two totals with view,
// metric and crosswalk, the parts with their sum, under each its lines with those of both
// inventories, and the findings. Amounts are tonnes of CO2e, first minus second, and exact.
func (c Comparison) Details() words.Term {
	if c.def == nil {
		return words.Term{En: noComparison.En + "\n", Ko: noComparison.Ko + "\n"}
	}
	var w table
	w.row(0, c.headline())
	w.total(c.def.first)
	w.total(c.def.second)
	width := 0
	for l := range c.Lines() {
		width = max(width, utf8.RuneCountInString(signed(l.Tonnes)))
	}
	for p := range c.Parts() {
		width = max(width, utf8.RuneCountInString(signed(p.Tonnes)))
	}
	for p := range c.Parts() {
		if p.Lines == 0 {
			continue
		}
		w.row(0, words.Term{En: "%s  %s", Ko: "%s  %s"}, pad(signed(p.Tonnes), width), c.def.title(p.Kind))
		for l := range c.LinesOf(p.Kind) {
			w.row(0, words.Term{En: "  %s  %s", Ko: "  %s  %s"}, pad(signed(l.Tonnes), width), c.def.text(l))
		}
	}
	if t, ok := c.Tonnes(); ok {
		w.row(0, words.Term{En: "%s  difference", Ko: "%s  차이"}, pad(signed(t), width))
	}
	if f := c.def.findings; f.Len() > 0 {
		w.en.WriteString(f.String() + "\n")
		w.ko.WriteString(f.Korean() + "\n")
	}
	return words.Term{En: w.en.String(), Ko: w.ko.String()}
}

// table is a text in two languages.
type table struct{ en, ko strings.Builder }

func (w *table) row(indent int, t words.Term, values ...any) {
	if len(values) > 0 {
		t.En, t.Ko = t.Fill(values...)
	}
	blanks := strings.Repeat(" ", indent)
	w.en.WriteString(blanks + t.En + "\n")
	w.ko.WriteString(blanks + t.Ko + "\n")
}

func (w *table) total(r *reading) {
	view := words.Term{En: r.View.String(), Ko: r.View.NameKo()}
	if view.Ko == "" {
		view.Ko = view.En
	}
	amount := words.Term{En: "withheld", Ko: "산출하지 않음"}
	if !r.total.Withheld() {
		s := words.Grouped(r.total.CO2e.Tonnes().String()) + " " + r.Metric.Unit()
		amount = words.Term{En: s, Ko: s}
	}
	w.row(2, words.Term{En: "%s: %s, %s", Ko: "%s: %s, %s"}, r.Name, amount, view)
	if r.converts() {
		x := r.Crosswalk
		w.row(4, words.Term{En: "categories by %s (%s), %s", Ko: "분류 대응: %s(%s), %s"}, x.Name(),
			words.Term{En: x.Basis().String(), Ko: x.Basis().Korean()}, words.Term{En: r.Placing.String(), Ko: r.Placing.Korean()})
	}
}

// title is the name of a part with the names of the sides.
func (c *comparison) title(k Kind) words.Term {
	only := words.Term{En: "only in %s", Ko: "%s에만 있음"}
	var t words.Term
	switch k {
	case OnlyFirst:
		t.En, t.Ko = only.Fill(c.first.Name)
	case OnlySecond:
		t.En, t.Ko = only.Fill(c.second.Name)
	default:
		return k.term()
	}
	return t
}

// text is a line without its amount: category, what it is of, note, and the lines of both
// sides.
func (c *comparison) text(l Line) words.Term {
	t := c.name(l)
	for _, s := range []string{l.Gas, l.Of} {
		if s != "" {
			t = words.Term{En: t.En + " " + s, Ko: t.Ko + " " + s}
		}
	}
	if l.Note != (words.Term{}) {
		t.En, t.Ko = words.Term{En: "%s: %s", Ko: "%s: %s"}.Fill(t, l.Note)
	}
	var both []words.Term
	for _, x := range []struct {
		name    words.Term
		sources []Source
	}{{c.first.Name, l.first}, {c.second.Name, l.second}} {
		if len(x.sources) > 0 {
			var s words.Term
			s.En, s.Ko = words.Term{En: "%s %s", Ko: "%s %s"}.Fill(x.name, whereText(x.sources))
			both = append(both, s)
		}
	}
	t.En, t.Ko = words.Term{En: "%s [%s]", Ko: "%s [%s]"}.Fill(t, words.Join(both, " | "))
	return t
}

// name is the category of a line with its name in the scheme that it is of, or that of the
// nearest category above it that has one in both languages, and to itself: fuel that is
// burned stands in many a sub-sector.
func (c *comparison) name(l Line) words.Term {
	t := words.Term{En: l.Category.Code, Ko: l.Category.Code}
	for _, s := range []ghg.Scheme{c.first.scheme, c.first.Inventory.Scheme(), c.second.Inventory.Scheme()} {
		if s.ID() != l.Category.Scheme {
			continue
		}
		for code := l.Category.Code; code != ""; {
			n, _ := s.Node(code)
			if n.NameKo != "" && !isShared(s, n.Name) {
				return words.Term{En: t.En + " " + n.Name, Ko: t.Ko + " " + n.NameKo}
			}
			code = n.Parent
		}
	}
	return t
}

// isShared says whether several categories of a scheme have a name.
func isShared(s ghg.Scheme, name string) bool {
	several := 0
	for n := range s.Nodes() {
		if n.Name == name {
			several++
		}
	}
	return several > 1
}

// pad puts a text to the right of a column.
func pad(s string, width int) string { return fmt.Sprintf("%*s", width, s) }
