package bridge

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// relativePlaces is how far the relative change is printed: hundredths of a
// percent.
const relativePlaces = 4

// String is the bridge as one line: "Daegu 2018, first vintage to vintage 2:
// -460000 tCO2e, -4.88%".
func (b Bridge) String() string {
	if b.def == nil {
		return "no bridge"
	}
	return fmt.Sprintf("%s %d, %s to %s: %s%s", b.Place(), b.Year(), b.From().Vintage, b.To().Vintage,
		words.Signed(b.Change().String()), relativeText(b))
}

// relativeText is the relative change, or nothing where the first figure is not
// above 0: a share of a net sink would have the other sign than the change.
func relativeText(b interface {
	From() ghg.YearFigure
	Relative() ghg.Ratio
}) string {
	r, ok := b.Relative().Value()
	if !ok || b.From().CO2e.Sign() < 0 {
		return ""
	}
	return ", " + r.Round(relativePlaces).Shift(2).String() + "%"
}

// Details writes the bridge as a table: the two figures with their metric,
// edition, view and source, the change with its arithmetic, what is not in both, a line for each
// step with its cause and document, the sum, and the parts by cause. Amounts
// without a unit are tonnes.
func (b Bridge) Details() string {
	if b.def == nil {
		return "no bridge\n"
	}
	var t words.Rows
	t.Row("restatement", "%s %d, %s to %s", b.Place(), b.Year(), b.From().Vintage, b.To().Vintage)
	t.Row("from", "%s", endText(b.From(), b.FromView()))
	t.Row("to", "%s", endText(b.To(), b.ToView()))
	for _, d := range b.def.differences() {
		t.Row("differ in", "%s: %s and %s", d.aspect(), d.From, d.To)
	}
	t.Row("change", "to - from = %s - %s = %s%s", b.To().CO2e.Tonnes(), b.From().CO2e.Tonnes(),
		words.Signed(b.Change().String()), relativeText(b))
	if b.Change().IsMixed() {
		t.Row("", "figures on two metrics: the change is CO2e on neither")
	}
	if u, text := b.unlike(); !u.IsZero() {
		t.Row("not in both", "%s", text)
	}
	width := 0
	for l := range b.Lines() {
		width = max(width, utf8.RuneCountInString(l.amountText()))
	}
	for l := range b.Lines() {
		t.Row("  line", "%s  %s", pad(l.amountText(), width), l.text())
	}
	t.Row("sum", "%s", words.Signed(b.Change().String()))
	for kind, d := range b.ByCause() {
		t.Row("  by cause", "%s: %s", kind, words.Signed(d.t.String()))
	}
	for c, d := range b.ByCategory() {
		t.Row("  by category", "%s: %s", c.Code, words.Signed(d.t.String()))
	}
	return t.String()
}

func endText(f ghg.YearFigure, v ghg.View) string {
	s := fmt.Sprintf("%s, %s, %s, %s", f.CO2e, v, f.Status, f.Vintage)
	if source := words.OneLine(f.Source); source != "" {
		s += ", source: " + source
	}
	return s
}

// pad puts a text to the right of a column.
func pad(s string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(s))) + s
}
