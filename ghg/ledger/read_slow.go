package ledger

import (
	"bytes"
	"math"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
)

// slowRows are rows that wait for [ghg.ReadCSV], behind the header of the file.
type slowRows struct {
	text []byte
	rows []slowRow
}

// slowRow is a row that waits.
type slowRow struct {
	at, size   int // in the text
	here, line int // the line that it begins on, in the text and in the file
}

// How much waits at most: reading costs a little for every time.
const (
	mostSlowRows  = 256
	mostSlowBytes = 256 << 10
)

// readSlowly has a row read by [ghg.ReadCSV], together with others.
func (r *blockReader) readSlowly(row []byte, line, lines int) {
	s := &r.slow
	here := r.head.lines + 1
	if len(s.rows) == 0 {
		s.text = append(s.text[:0], r.head.text...)
	} else {
		last := s.rows[len(s.rows)-1]
		here = last.here + bytes.Count(s.text[last.at:], []byte("\n"))
	}
	s.rows = append(s.rows, slowRow{len(s.text), len(row), here, line})
	s.text = append(s.text, row...)
	if !bytes.HasSuffix(row, []byte("\n")) {
		s.text = append(s.text, '\n')
	}
	if len(s.rows) == mostSlowRows || len(s.text) > mostSlowBytes {
		r.flush()
	}
}

// of is the row of a line of the text.
func (s *slowRows) of(here int) slowRow {
	i, found := slices.BinarySearchFunc(s.rows, here, func(r slowRow, line int) int { return r.here - line })
	if !found {
		i--
	}
	return s.rows[max(i, 0)]
}

// line is a line of the text as that of the file.
func (s *slowRows) line(here int) int {
	row := s.of(here)
	return row.line + here - row.here
}

// flush reads the rows that wait.
func (r *blockReader) flush() {
	s := &r.slow
	if len(s.rows) == 0 {
		return
	}
	f := r.options.Format
	f.MostFaults = math.MaxInt
	records, report, err := ghg.ReadCSV(bytes.NewReader(s.text), f)
	if err != nil {
		r.out.err = err
	}
	for _, x := range report.Faults.All {
		x.Line = s.line(x.Line)
		r.out.report.Faults.All = append(r.out.report.Faults.All, x)
	}
	remarked := map[int]bool{}
	for _, x := range report.Findings.All[r.head.findings:] {
		remarked[x.Line] = true
		if x.Code == ghg.FindingKeyNormalised && strings.HasPrefix(x.Detail, "0 beside the key") {
			continue // it names lines, which are others in the file
		}
		x.Line = s.line(x.Line)
		r.out.report.Findings.All = append(r.out.report.Findings.All, x)
	}
	for _, record := range records {
		here := 0
		if record.Evidence.File() == "" { // else the line is that of the file it names
			here = record.Line
			record.Line = s.line(here)
		}
		m, ok := heldMass(r.options.Format.Scheme.ID(), &record)
		if !ok {
			r.handOn(record)
			continue
		}
		id, err := r.sums.keys.find(KeyOf(record))
		if err != nil {
			r.out.err = err
			continue
		}
		r.sums.addDecimal(id, m.Tonnes())
		r.out.rows++
		if row := s.of(here); here == row.here && !remarked[here] {
			if text, _ := cutLine(s.text[row.at : row.at+row.size]); bytes.IndexByte(text, '"') < 0 {
				r.remember(text, record)
			}
		}
	}
	s.rows = s.rows[:0]
}

// handOn gives a record to who takes it, or refuses it.
func (r *blockReader) handOn(record ghg.Record) {
	if r.options.Others != nil {
		r.out.others = append(r.out.others, record)
		return
	}
	r.out.report.Faults.All = append(r.out.report.Faults.All, ghg.Fault{Code: ghg.FaultMismatch, Line: record.Line, Field: "mass",
		Value: record.Value.String(), Place: record.Place, Period: record.Period,
		Detail: "sums hold masses of gases in their own scheme: ReadOptions.Others takes notation keys, missing values, CO2e and the like"})
}
