package main

import (
	"cmp"
	"encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// row is a statement as the table shows it.
type row struct {
	paragraph, says, figure, when, source, by, verdict, detail string
}

var heads = [...]text{{"paragraph", "문단"}, {"what is said", "발표 내용"}, {"figure", "수치"}, {"year or month", "시점"}, {"source", "출처"},
	{"checked by", "확인 방법"}, {"verdict", "판정"}, {"why", "이유"}}

func (r row) cells() []string {
	return []string{r.paragraph, r.says, r.figure, r.when, r.source, r.by, r.verdict, r.detail}
}

// answer makes the rows of the table, by running the library on each statement, and
// then those of figures that no statement needs.
func (r *release) answer(korean bool) ([]row, error) {
	var out []row
	for _, s := range r.statements {
		check, ok := checks[s.check]
		if !ok {
			return nil, fmt.Errorf("statements.tsv, line %d: %w", s.line, &ghg.UnknownError{What: "check", ID: s.check, Allowed: checkNames()})
		}
		a, err := check(r, s)
		if err != nil {
			return nil, fmt.Errorf("statements.tsv, line %d, %s: %w", s.line, s.says.en, err)
		}
		cited := r.cite(strings.Join(append(a.sources, s.source), ";"), korean)
		detail := a.detail.in(korean)
		if note := s.note.in(korean); note != "" {
			detail = strings.TrimPrefix(detail+"; "+note, "; ")
		}
		out = append(out, row{s.paragraph, s.says.in(korean), a.figure.in(korean), s.when, cited, a.by.in(korean),
			verdicts[a.verdict].in(korean), detail})
	}
	for _, f := range r.figures {
		if r.used[f.ID] {
			continue
		}
		year := ""
		if f.Year != 0 {
			year = fmt.Sprint(f.Year)
		}
		out = append(out, row{says: text{f.What, f.WhatKo}.in(korean), figure: printed(f).in(korean), when: year,
			source: r.cite(f.Source, korean),
			by:     tables.in(korean), verdict: verdicts[asPublished].in(korean), detail: text{f.Note, cmp.Or(f.NoteKo, f.Note)}.in(korean)})
	}
	return out, nil
}

// writeCSV writes the table for a spreadsheet.
func writeCSV(w io.Writer, rows []row, korean bool) error {
	out := csv.NewWriter(w)
	var head []string
	for _, h := range heads {
		head = append(head, h.in(korean))
	}
	records := [][]string{head}
	for _, r := range rows {
		cells := r.cells()
		for i, c := range cells {
			cells[i] = ghg.GuardFormula(c)
		}
		records = append(records, cells)
	}
	return out.WriteAll(records)
}

// writeText writes the table for people: a statement under its paragraph.
func writeText(w io.Writer, rows []row, korean bool) error {
	var b strings.Builder
	last := "none"
	for _, r := range rows {
		if r.paragraph != last {
			title := text{"What other sources say besides", "그 밖의 공표 자료"}.in(korean)
			if r.paragraph != "" {
				title = fmt.Sprintf(text{"Paragraph %s", "%s문단"}.in(korean), r.paragraph)
			}
			b.WriteString(strings.TrimPrefix("\n", strings.Repeat("\n", boolInt(last == "none"))) + title + "\n")
			last = r.paragraph
		}
		fmt.Fprintf(&b, "  [%s] %s\n", r.verdict, r.says)
		for i, c := range r.cells() {
			if slices.Contains([]int{2, 3, 4, 5, 7}, i) && c != "" {
				fmt.Fprintf(&b, "      %s: %s\n", heads[i].in(korean), c)
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
