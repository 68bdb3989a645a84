package ghg

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg/words"
)

// csvHeads are the columns that a file may have, and what its header may call them.
// They never change once made.
type csvHeads struct {
	names    []string
	required int            // how many of the names, from the first, must be there
	aliases  map[string]int // index in names of all that a header may write, folded
	native   []string       // for each name, its first alias beyond ASCII, or ""
}

// headsOf are the heads of columns of which those that must be there stand first.
func headsOf(columns []CSVColumn) csvHeads {
	h := csvHeads{aliases: make(map[string]int, 4*len(columns)), native: make([]string, len(columns))}
	for i, c := range columns {
		if c.Required {
			h.required++
		}
		h.names = append(h.names, c.Name)
		h.aliases[foldHead(c.Name)] = i
		for _, name := range c.Aliases {
			h.aliases[foldHead(name)] = i
			if h.native[i] == "" && !isASCII(name) {
				h.native[i] = name
			}
		}
	}
	return h
}

// checkColumns refuses columns that a header could not tell apart.
func checkColumns(columns []CSVColumn) error {
	if len(columns) == 0 {
		return errors.New("reading rows needs columns")
	}
	taken := map[string]bool{}
	for _, c := range columns {
		for _, name := range append([]string{c.Name}, c.Aliases...) {
			if folded := foldHead(name); taken[folded] || folded == "" {
				return fmt.Errorf("column %q: it needs names of its own, and %q is not one", c.Name, name)
			}
			taken[foldHead(name)] = true
		}
	}
	return nil
}

// foldHead is a name in a header without what does not matter in it.
func foldHead(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), "")) }

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r > unicode.MaxASCII }) < 0
}

// find is the index of the column that a head names, or -1.
func (h csvHeads) find(head string) int {
	if i := slices.Index(h.names, head); i >= 0 {
		return i
	}
	if i, ok := h.aliases[foldHead(head)]; ok {
		return i
	}
	return -1
}

// known lists the columns for a header that has an unknown name: one that is not
// in ASCII is told what else each column is called in such letters.
func (h csvHeads) known(name string) string {
	list := slices.Clone(h.names)
	if isASCII(name) {
		return strings.Join(list, ", ")
	}
	for i, alias := range h.native {
		if alias != "" {
			list[i] += " (" + alias + ")"
		}
	}
	return strings.Join(list, ", ")
}

// orAliases lists the other names of a column in a message.
func (h csvHeads) orAliases(column int) string {
	var others []string
	for _, name := range slices.Sorted(maps.Keys(h.aliases)) {
		if h.aliases[name] == column && name != h.names[column] {
			others = append(others, name)
		}
	}
	if len(others) == 0 {
		return ""
	}
	return " (or " + strings.Join(others, ", ") + ")"
}

// unitInHead finds the column of a header that is its name with a unit after it, as
// in 감축량(만톤), and says what to write.
func (h csvHeads) unitInHead(name string) (column int, advice string) {
	before, unit, ok := strings.Cut(name, "(")
	before = foldHead(before)
	if column = h.find(before); !ok || column < 0 {
		return -1, ""
	}
	return column, fmt.Sprintf("; write %q alone, and %q in a column or in the cells", before, strings.TrimSuffix(unit, ")"))
}

// readHeader returns io.EOF where nothing more can be read.
func (t *csvTable) readHeader() error {
	fields, line, fault, err := t.rows.next()
	for err == nil && fault == nil && isBlank(fields) {
		fields, line, fault, err = t.rows.next()
	}
	if errors.Is(err, io.EOF) {
		t.fault(Fault{Code: FaultEmptyFile, Detail: "the file is empty: a header line with " + strings.Join(t.names[:t.required], ", ") +
			" is needed"})
		return err
	}
	if err != nil {
		return err
	}
	if fault != nil {
		if fault.Field = "header"; fault.Detail == loneCR {
			fault.Code = FaultHeader
		}
		fault.Detail += "; nothing below it was read"
		t.fault(*fault)
		return io.EOF
	}
	return t.useHeader(fields, line)
}

// useHeader takes the columns that are known. One that is not is a finding, as no
// line is lost with it; a header that lacks a column, or knows none, is a fault, and
// nothing below it is read.
func (t *csvTable) useHeader(fields [][]byte, line int) error {
	refuse := func(value, detail string) {
		t.fault(Fault{Code: FaultHeader, Line: line, Field: "header", Value: value, Detail: detail})
	}
	if why := t.otherSeparators(fields); why != "" {
		refuse(string(fields[0]), why+"; nothing below it was read")
		return io.EOF
	}
	have := make([]bool, len(t.names))
	var unread []string
	for i, field := range fields {
		name := strings.ToLower(string(trim(field)))
		column := t.find(name)
		switch {
		case column >= 0 && have[column]:
			refuse(name, "the column is there twice; nothing below it was read")
		case column >= 0:
			have[column], t.fields[column] = true, i+1
			t.heads[column] = name
		case name != "":
			unread = append(unread, name)
			_, advice := t.unitInHead(name)
			t.report.Findings.add(t.format.MostFaults, Finding{Code: FindingColumnNotRead, Severity: Warning, Line: line, Stated: name}.
				Said(columnNotRead, words.Quote(name), t.known(name), advice))
		}
		t.columns = append(t.columns, column)
		t.named = append(t.named, name != "")
	}
	for i, there := range have[:t.required] {
		if !there {
			refuse(t.names[i], "the column is missing"+t.orAliases(i)+t.instead(i, unread)+"; nothing below the header was read")
		}
	}
	if t.required == 0 && !slices.Contains(have, true) {
		refuse("", "no column is known: known are "+t.known(strings.Join(unread, ""))+"; nothing below the header was read")
	}
	if t.report.Faults.Len() > 0 {
		return io.EOF
	}
	return nil
}

// instead says which columns that are not read may be the one that is missing.
func (t *csvTable) instead(column int, unread []string) string {
	for _, name := range unread {
		if of, advice := t.unitInHead(name); of == column {
			return ", and " + words.Quote(name) + " is not read" + advice
		}
	}
	if len(unread) == 0 {
		return ""
	}
	return "; not read are " + words.Quoted(unread)
}

var columnNotRead = words.Term{En: "the column %s is not read: known are %s%s", Ko: "%s 열은 읽지 않습니다. 알려진 열 이름: %s%s"}
