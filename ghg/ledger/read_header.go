package ledger

import (
	"bytes"
	"math"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// header is the header of a file, to be put before rows that [ghg.ReadCSV] shall read, and
// what each of its fields is.
type header struct {
	text     []byte
	lines    int // of text
	findings int // that ghg.ReadCSV has on it
	plan     plan
}

// readHeader finds the header and puts what [ghg.ReadCSV] says of it into the report. Where
// nothing can be read below it, it says so.
func (c *cutter) readHeader(report *ghg.Report) (ok bool, err error) {
	f := c.format
	f.MostFaults = math.MaxInt
	for {
		row, lines, text, err := c.headRow()
		if err != nil {
			return false, err
		}
		_, read, err := ghg.ReadCSV(bytes.NewReader(text), f)
		if err != nil {
			return false, err
		}
		if f := read.Faults.All; len(row) > 0 && len(f) == 1 && f[0].Code == ghg.FaultEmptyFile {
			c.text, c.line = c.text[len(row):], c.line+lines // a blank line
			continue
		}
		before := 0 // lines
		if c.line > 1 {
			before = 1
		}
		for i, x := range read.Faults.All {
			if x.Line > 0 {
				read.Faults.All[i].Line += c.line - 1 - before
			}
		}
		for i := range read.Findings.All {
			read.Findings.All[i].Line += c.line - 1 - before
		}
		take(report, read, c.format)
		if report.Faults.Len() > 0 {
			return false, nil
		}
		c.head = header{text: slices.Clone(text), lines: lines + before, findings: read.Findings.Len()}
		if !bytes.HasSuffix(text, []byte("\n")) {
			c.head.text = append(c.head.text, '\n')
		}
		c.head.plan = planOf(row, c.format, read)
		c.text, c.line = c.text[len(row):], c.line+lines
		return true, nil
	}
}

// headRow is the first row that is there, and a text of it alone: on a line of another
// number than 1, as only that may have a byte order mark, unless it stands there.
func (c *cutter) headRow() (row []byte, lines int, text []byte, err error) {
	for size := c.block; ; size *= 2 {
		if err := c.fill(size); err != nil {
			return nil, 0, nil, err
		}
		whole := c.text
		if !c.last {
			whole = c.text[:bytes.LastIndexByte(c.text, '\n')+1]
		}
		mark := 0
		if c.line == 1 && bytes.HasPrefix(whole, byteOrderMark) {
			mark = len(byteOrderMark)
		}
		how, n, lines := endOfRow(whole[mark:], c.format.Delimiter, c.last)
		if how == notKnown || len(whole) == 0 && !c.last {
			continue
		}
		row, text = whole[:mark+n], whole[:mark+n]
		if how == givenUp {
			text = whole // what follows is part of what is wrong
		}
		if c.line > 1 {
			text = append([]byte("\n"), text...)
		}
		return row, lines, text, nil
	}
}

var byteOrderMark = []byte("\ufeff")

// plan says what stands in the fields of a row. Where there is none, all rows go to
// [ghg.ReadCSV].
type plan struct {
	fields []role         // of each field of the file
	at     map[string]int // the fields that columns stand in
	mass   int            // that of the mass
	unit   int            // and of its unit
	steps  []step
}

// role is what a field must be for a row to be read here.
type role uint8

const (
	isEmpty role = iota // it must be empty, as what it says may change what others mean
	isMass              // plain digits
	isWord              // a text that was met before, in a row that ghg.ReadCSV took
	isText              // any text that stands as it is, and changes no sum
)

// step is a field that is looked up among the words met before. What a unit says depends
// on the gas; a category on the scheme, but rows in another are not remembered.
type step struct {
	column string
	field  int
	of     int // the field that it depends on, which is looked up before, or -1
}

// roles are those of the columns of records. All others must be empty.
var roles = map[string]role{
	"mass": isMass, "place": isWord, "year": isWord, "scheme": isWord, "category": isWord, "gas": isWord, "unit": isWord,
	"scope": isWord, "variant": isWord, "status": isWord, "tags": isWord, "fuel": isWord, "activity": isWord, "facility": isWord,
	"quality": isWord, "activity_quality": isWord, "factor_quality": isWord,
	"explanation": isText, "method": isText, "source": isText, "assumption": isText, "file_sheet": isText,
}

// planOf is the plan for a header, which [ghg.ReadCSV] has read. Where the two do not know
// the same columns there is none.
func planOf(row []byte, f ghg.CSVFormat, read ghg.Report) plan {
	p := plan{at: map[string]int{}}
	columns, unread := ghg.RecordColumns(), 0
	for i, head := range headFields(row, f.Delimiter) {
		name := strings.ToLower(strings.TrimSpace(head))
		known := slices.IndexFunc(columns, func(c ghg.CSVColumn) bool { return c.Is(name) })
		switch {
		case name == "":
			p.fields = append(p.fields, isEmpty)
		case known < 0:
			unread++
			p.fields = append(p.fields, isText)
		default:
			p.at[columns[known].Name] = i
			p.fields = append(p.fields, roles[columns[known].Name])
		}
	}
	if unread != read.Findings.Len() {
		return plan{}
	}
	var dependent []step
	for _, c := range columns {
		i, there := p.at[c.Name]
		if !there || p.fields[i] != isWord {
			continue
		}
		if s := (step{c.Name, i, p.dependsOn(c.Name)}); s.of < 0 {
			p.steps = append(p.steps, s)
		} else {
			dependent = append(dependent, s)
		}
	}
	p.steps = append(p.steps, dependent...)
	p.mass, p.unit = p.at["mass"], p.at["unit"]
	return p
}

// headFields are the fields of a header, of which some may be quoted.
func headFields(row []byte, delimiter byte) (out []string) {
	row = bytes.TrimRight(bytes.TrimPrefix(row, byteOrderMark), "\r\n")
	for {
		var field []byte
		for len(row) > 0 && row[0] == '"' { // a quote within is doubled
			quoted, rest, _ := bytes.Cut(row[1:], []byte(`"`))
			if field != nil {
				field = append(field, '"')
			}
			field, row = append(field, quoted...), rest
		}
		plain, rest, more := bytes.Cut(row, []byte{delimiter})
		out = append(out, string(field)+string(plain))
		if !more {
			return out
		}
		row = rest
	}
}

func (p *plan) dependsOn(column string) int {
	if i, there := p.at["gas"]; there && column == "unit" {
		return i
	}
	return -1
}
