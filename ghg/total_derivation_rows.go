package ghg

import (
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// listing lists records as rows of a derivation. What all of them say of where they come
// from is said once, by their column.
type listing struct {
	inv            *inventory
	metric         Metric
	common         said // what all say, so far
	any            bool
	of             *evidence // of the record before
	frame          *evidenceFrame
	files, sources int    // bytes of the record before
	inAll          [2]int // of all
	file, source   string // the texts of what all say
}

// see looks at what a record says.
func (l *listing) see(r *row) {
	var e *evidence
	if r.about != nil {
		e = r.about.evidence.def
	}
	if e != l.of || !l.any {
		l.of = e
		l.seeOther(e)
	}
	l.inAll[0] += l.files
	l.inAll[1] += l.sources
}

func (l *listing) seeOther(e *evidence) {
	if e != nil && l.any && e.frame == l.frame && l.common == (said{}) { // but for the source, as before
		l.sources = len(e.source) + len(e.frame.method) + len(e.frame.assumption)
		return
	}
	x := e.said()
	if !l.any {
		l.any, l.common = true, x
	}
	if l.frame = nil; e != nil {
		l.frame = e.frame
	}
	l.files, l.sources = len(x.file)+len(x.sheet), len(x.method)+len(x.source)+len(x.assumption)
	if c := &l.common; x.file != c.file || x.sheet != c.sheet {
		c.file, c.sheet = "", ""
	}
	if c := &l.common; x.method != c.method || x.source != c.source || x.assumption != c.assumption {
		c.method, c.source, c.assumption = "", "", ""
	}
}

// seen ends looking; it is how much all the rows say of where they come from, in bytes.
func (l *listing) seen() int {
	l.file, l.source = l.common.fileText(), l.common.sourceText()
	n := 0
	if l.file == "" {
		n += 2 * l.inAll[0] // in each language
	}
	if l.source == "" {
		n += l.inAll[1]
	}
	return n
}

// index is the index of some rows.
func (l *listing) index(letter string, rows []int32) derivation.Index {
	from := *l
	return derivation.Index{Letter: letter, Later: derivation.Later[derivation.Row]{Len: len(rows), At: func(i int) derivation.Row {
		return from.row(rowOf{from.inv, rows[i]})
	}}}
}

// column is that of some rows.
func (l *listing) column(rows []int32, of func(rowOf) decimal.Decimal) derivation.Later[derivation.Value] {
	inv := l.inv
	return derivation.Later[derivation.Value]{Len: len(rows), At: func(i int) derivation.Value {
		return derivation.Number(of(rowOf{inv, rows[i]}))
	}}
}

// row is a record as a row: "I.1.1 CH4, line 7 of gas.csv".
func (l *listing) row(at rowOf) derivation.Row {
	r := at.row()
	x := r.evidence().def.said()
	out := derivation.Row{ID: strconv.Itoa(int(at.i)), Label: l.label(at)}
	file := x.fileText()
	if file == l.file {
		file = ""
	}
	line := strconv.Itoa(int(r.line))
	switch {
	case r.line > 0 && file != "":
		out.Label.En += ", line " + line + " of " + file
		out.Label.Ko += ", " + file + " " + line + "행"
	case r.line > 0:
		out.Label.En += ", line " + line
		out.Label.Ko += ", " + line + "행"
	case file != "":
		out.Label.En += ", " + file
		out.Label.Ko += ", " + file
	}
	if e := r.value.entry; e != NoEntry {
		out.Label.En += ", " + e.String()
		out.Label.Ko += ", " + e.Korean()
	}
	if source := x.sourceText(); source != l.source {
		out.Source = source
	}
	return out
}

// label says what a record is of: "I.1.1 CH4 (CH4-fossil)", and the metric that it was
// stated on.
func (l *listing) label(at rowOf) words.Term {
	r := at.row()
	code := l.inv.scheme.def.Nodes[r.node].Code + " "
	if r.gas.IsZero() {
		return words.Term{En: code + ofAllGases.En, Ko: code + ofAllGases.Ko}
	}
	text := code + r.gas.String()
	if r.gas == CH4 {
		if origin := at.originIn(l.metric); origin != r.gas {
			text += " (" + origin.String() + ")"
		}
	}
	out := words.Term{En: text, Ko: text}
	if on := r.value.metricOf(); r.value.kind == equivalent && on.ID() != l.metric.ID() {
		out = words.Join([]words.Term{out, statedOn.With(metricTerm(on.ID()))}, "")
	}
	return out
}

// said is what a record says of where it was found and what it comes from.
type said struct{ file, sheet, method, source, assumption string }

func (e *evidence) said() said {
	if e == nil {
		return said{}
	}
	out := said{sheet: e.frame.sheet, method: e.frame.method, source: e.source, assumption: e.frame.assumption}
	if e.frame.file != nil {
		out.file = e.frame.file.name
	}
	return out
}

func (s said) fileText() string {
	text := s.file
	if s.file != "" && s.sheet != "" {
		text += " (" + s.sheet + ")"
	}
	return words.Clip(words.OneLine(text), 200)
}

func (s said) sourceText() string {
	return words.Clip(words.OneLine(withSeparator(", ", s.method, s.source, s.assumption)), mostSource)
}

// withSeparator are the texts that are not empty.
func withSeparator(separator string, texts ...string) string {
	out := ""
	for _, t := range texts {
		if t != "" && out != "" {
			out += separator
		}
		out += t
	}
	return out
}

// metricSource is the document that the factors come from.
func metricSource(m Metric) string {
	if m.ID() == "" {
		return ""
	}
	return words.Clip(withSeparator(": ", m.String(), withSeparator(", ", m.Title(), m.Source())), mostSource)
}

func totalTitle(t *Total) words.Term {
	view := words.Term{En: t.View.ID().label(), Ko: t.View.ID().label()}
	if name, ko := t.View.Name(), t.View.NameKo(); ko != "" && strings.HasSuffix(view.Ko, name) {
		view.Ko = strings.TrimSuffix(view.Ko, name) + ko
	}
	title := derivedTitle.With(view, t.inv.place, t.inv.period)
	return words.Term{En: words.Clip(title.En, mostSource), Ko: words.Clip(title.Ko, mostSource)}
}
