package main

import (
	"bufio"
	"bytes"
	"cmp"
	_ "embed"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/strategy/daegu"
)

// release is a press release taken apart: what it says, and the figures and sources
// that it is held against. All of it is data.
type release struct {
	place      ghg.PlaceID
	placeKo    string
	statements []statement
	figures    []daegu.Figure
	sources    map[string]daegu.Source
	used       map[string]bool // figures, by ID
}

// statement is one thing that the release says.
type statement struct {
	paragraph string // of the release; "" for what other sources say besides
	says      text
	check     string   // name of the check; see checks
	figures   []string // IDs, in the order that the check asks for
	when      string   // year, month or day that the release states
	against   []dated  // what it is held against, and words that the check asks for
	source    string   // beyond those of the figures
	note      text     // what a reader has to know
	line      int
}

// param is one of the words that a check asks for among what it is held against: the
// text behind its name.
func (s statement) param(name string) string {
	for _, d := range s.against {
		if d.when == name {
			return d.what
		}
	}
	return ""
}

// text is said in two languages.
type text struct{ en, ko string }

// in is the text in a language.
func (t text) in(korean bool) string {
	if korean {
		return t.ko
	}
	return t.en
}

// dated is a figure or a fact with the day, month or year that it is of: "2020-07-07 80",
// with the ID of a figure or a number.
type dated struct{ when, what string }

var statementColumns = []ghg.CSVColumn{
	{Name: "paragraph"}, {Name: "says", Required: true}, {Name: "says_ko", Required: true}, {Name: "check", Required: true},
	{Name: "figures"}, {Name: "when"}, {Name: "against"}, {Name: "source"}, {Name: "note"}, {Name: "note_ko"},
}

var figureColumns = []ghg.CSVColumn{
	{Name: "id", Required: true}, {Name: "value", Required: true}, {Name: "unit", Required: true}, {Name: "year"},
	{Name: "what", Required: true}, {Name: "what_ko", Required: true},
	{Name: "source", Required: true}, {Name: "confidence"}, {Name: "note"}, {Name: "note_ko"},
}

var sourceColumns = []ghg.CSVColumn{
	{Name: "code", Required: true}, {Name: "outlet", Required: true}, {Name: "outlet_ko", Required: true}, {Name: "date"},
}

//go:embed data/daegu/statements.tsv
var daeguStatements string

// ofDaegu is the release that is embedded, with the figures of the package of Daegu.
func ofDaegu() *release {
	r := &release{sources: map[string]daegu.Source{}, used: map[string]bool{}, figures: slices.Collect(daegu.Figures())}
	for row := range table.MustRead(daeguStatements, "paragraph", "says", "says_ko", "check", "figures", "when", "against", "source", "note",
		"note_ko").Rows() {
		r.state(row.Cell, row.Line())
	}
	return r
}

// read reads the tables of a release: statements.tsv, figures.tsv and sources.tsv. Where
// the last two are not there, they are those of the package of Daegu.
func read(dir fs.FS) (*release, error) {
	r := &release{sources: map[string]daegu.Source{}, used: map[string]bool{}}
	if err := rows(dir, "statements.tsv", statementColumns, func(row ghg.CSVRow) { r.state(row.Text, row.Line()) }); err != nil {
		return nil, err
	}
	if _, err := fs.Stat(dir, "figures.tsv"); err != nil {
		r.figures = slices.Collect(daegu.Figures())
		return r, nil
	}
	err := rows(dir, "figures.tsv", figureColumns, func(row ghg.CSVRow) {
		r.figures = append(r.figures, daegu.Figure{ID: row.ID("id"), Value: row.Text("value"), Unit: row.Text("unit"), Year: row.Year("year"),
			What: row.Text("what"), WhatKo: row.Text("what_ko"), Source: row.Text("source"), Confidence: row.Text("confidence"),
			Note: row.Text("note"), NoteKo: row.Text("note_ko")})
	})
	if err != nil {
		return nil, err
	}
	return r, rows(dir, "sources.tsv", sourceColumns, func(row ghg.CSVRow) {
		code := row.ID("code")
		r.sources[code] = daegu.Source{Code: code, Outlet: row.Text("outlet"), OutletKo: row.Text("outlet_ko"), Date: row.Text("date")}
	})
}

// state adds the statement of a row of a table, or takes from it whose release it is.
func (r *release) state(cell func(column string) string, line int) {
	s := statement{paragraph: cell("paragraph"), says: text{cell("says"), cell("says_ko")}, check: cell("check"),
		figures: strings.Fields(cell("figures")), when: cell("when"), source: cell("source"),
		note: text{cell("note"), cell("note_ko")}, line: line}
	for _, item := range ghg.SplitList(cell("against")) {
		when, what, _ := strings.Cut(item, " ")
		s.against = append(s.against, dated{when, strings.TrimSpace(what)})
	}
	if s.check == "of" {
		r.place, r.placeKo = ghg.PlaceID(s.says.en), s.says.ko
		return
	}
	r.statements = append(r.statements, s)
}

// rows reads a table of tab-separated cells under its description, lines of '#'.
func rows(dir fs.FS, name string, columns []ghg.CSVColumn, use func(ghg.CSVRow)) error {
	b, err := fs.ReadFile(dir, name)
	if err != nil {
		return err
	}
	var bare bytes.Buffer
	for lines := bufio.NewScanner(bytes.NewReader(b)); lines.Scan(); {
		if line := lines.Text(); !strings.HasPrefix(line, "#") {
			bare.WriteString(line)
		}
		bare.WriteByte('\n') // so that lines keep their numbers
	}
	report, err := ghg.ReadCSVRows(&bare, ghg.CSVFormat{Delimiter: '\t', File: name}, columns, use)
	if err = cmp.Or(err, report.Err()); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	return nil
}

// figure finds a figure, which is then used.
func (r *release) figure(id string) (daegu.Figure, error) {
	for _, f := range r.figures {
		if f.ID == id {
			r.used[id] = true
			return f, nil
		}
	}
	return daegu.Figure{}, &ghg.UnknownError{What: "figure", ID: id}
}

// cite names sources as a reader knows them.
func (r *release) cite(cited string, korean bool) string {
	var names []string
	for _, s := range daegu.SourcesOf(cited) {
		if own, ok := r.sources[s.Code]; ok {
			s = own
		}
		name := s.String()
		if korean {
			name = s.Ko()
		}
		if !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return strings.Join(names, "; ")
}
