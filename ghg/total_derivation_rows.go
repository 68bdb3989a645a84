package ghg

import (
	"strconv"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
)

// columns are those of one index. The texts of its rows stand in one, in each language,
// and are cut when all are there.
type columns struct {
	rows   []derivation.Row
	values [4][]derivation.Value
	en, ko []byte
	ends   []rowEnds
	hidden int // bytes of sources
}

// rowEnds are where the texts of a row end.
type rowEnds struct{ id, en, ko int32 }

// room makes room for n rows of so many columns.
func (c *columns) room(n, columns int) {
	c.rows, c.ends = make([]derivation.Row, 0, n), make([]rowEnds, 0, n)
	c.en, c.ko = make([]byte, 0, 40*n), make([]byte, 0, 40*n)
	for i := range columns {
		c.values[i] = make([]derivation.Value, 0, n)
	}
}

// end ends a row with its source.
func (c *columns) end(id int, source string) {
	c.ends = append(c.ends, rowEnds{int32(id), int32(len(c.en)), int32(len(c.ko))})
	c.rows = append(c.rows, derivation.Row{Source: source})
	c.hidden += len(source)
}

// cut gives each row its texts.
func (c *columns) cut() []derivation.Row {
	en, ko := string(c.en), string(c.ko)
	var from rowEnds
	for i, to := range c.ends {
		r := &c.rows[i]
		r.ID = en[from.en:to.id]
		r.Label.En, r.Label.Ko = en[to.id:to.en], ko[from.ko:to.ko]
		from = to
	}
	return c.rows
}

// said is what a record says of where it was found and what it comes from.
type said struct{ file, source string }

func saidBy(a *about) said {
	if a == nil || a.evidence.def == nil {
		return said{}
	}
	d := a.evidence.Definition()
	file := d.File
	if file != "" && d.Sheet != "" {
		file += " (" + d.Sheet + ")"
	}
	source := withSeparator(", ", d.Method, d.Source, d.Assumption)
	return said{words.Clip(words.OneLine(file), 200), words.Clip(words.OneLine(source), mostSource)}
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

func (c *columns) say(en, ko string) { c.en, c.ko = append(c.en, en...), append(c.ko, ko...) }

// name says what a row is of: "I.1.1 CH4 (CH4-fossil)", and the metric that it was stated on.
func (s *sheet) name(c *columns, at rowOf) {
	r := at.row()
	code := s.t.inv.scheme.def.Nodes[r.node].Code
	c.say(code, code)
	if r.gas.IsZero() {
		c.say(" "+ofAllGases.En, " "+ofAllGases.Ko)
	} else {
		c.say(" ", " ")
		gas := r.gas.String()
		c.say(gas, gas)
	}
	if r.gas == CH4 {
		if origin := at.originIn(s.t.Metric); origin != r.gas {
			c.say(" ("+origin.String()+")", " ("+origin.String()+")")
		}
	}
	if on := r.value.metricOf(); r.value.kind == equivalent && on.ID() != s.t.Metric.ID() {
		c.say(statedOn.Fill(metricTerm(on.ID())))
	}
}

// found says where a row was found: ", line 7 of gas.csv".
func (c *columns) found(line int32, file string) {
	switch {
	case line > 0 && file != "":
		c.say(", line ", ", "+file+" ")
	case line > 0:
		c.say(", line ", ", ")
	case file != "":
		c.say(", "+file, ", "+file)
	}
	if line == 0 {
		return
	}
	c.en = strconv.AppendInt(c.en, int64(line), 10)
	c.ko = append(strconv.AppendInt(c.ko, int64(line), 10), "행"...)
	if file != "" {
		c.en = append(append(c.en, " of "...), file...)
	}
}
