package ghg

import (
	"errors"
	"fmt"
	"io"
	"slices"
)

// CSVFormat says how a file of records is written.
type CSVFormat struct {
	// Scheme is that of lines which name none. It is required.
	Scheme Scheme
	// Schemes are others that lines may name.
	Schemes []Scheme
	// Metrics are metrics of one's own that lines may name.
	Metrics []Metric
	// Comma says that the decimal mark is a comma, as in 12,5. The other mark
	// is always a fault: thousands separators are not read.
	Comma bool
	// Delimiter stands between fields; 0 is a comma.
	Delimiter byte
	// MostFaults is how many faults, and how many findings, are kept; those
	// beyond are counted. 0 is 1000.
	MostFaults int
}

// check refuses a format that would read a file in a way nobody meant.
func (f CSVFormat) check() error {
	switch d := f.Delimiter; {
	case d == '"' || d == '\n' || d == '\r' || d == '.' || d == '-' || d >= 0x80 || d >= '0' && d <= '9':
		return fmt.Errorf("the delimiter %q cannot separate fields", d)
	case f.Comma && (d == 0 || d == ','):
		return errors.New("a file with decimal commas needs another delimiter, such as ';'")
	case f.MostFaults < 0:
		return fmt.Errorf("MostFaults is %d: it cannot be below 0", f.MostFaults)
	}
	return nil
}

// Report is what a reader has to say of its input besides the records.
type Report struct {
	Faults   Faults   // lines and fields that could not be used
	Findings Findings // remarks on records that stand
}

// Err is the faults as an error, or nil where everything could be used: a total
// of what is left is smaller than the file's.
func (r Report) Err() error { return r.Faults.Err() }

// The columns of a file of records. The first five must be there; a unit may be
// empty only where there is no mass.
var csvColumns = []string{"place", "year", "category", "mass", "unit",
	"gas", "metric", "key", "explanation", "included_in", "scheme", "scope", "fuel", "activity",
	"facility", "variant", "tags", "status", "quality", "method", "source", "assumption"}

const csvRequired = 5

// Column numbers, in the order of csvColumns.
const (
	colPlace = iota
	colYear
	colCategory
	colMass
	colUnit
	colGas
	colMetric
	colKey
	colExplanation
	colIncludedIn
	colScheme
	colScope
	colFuel
	colActivity
	colFacility
	colVariant
	colTags
	colStatus
	colQuality
	colMethod
	colSource
	colAssumption
	columnCount
)

// ReadCSV reads records from delimited text: UTF-8 with or without a byte
// order mark, lines ending in LF or CRLF, columns by header name in any order.
//
// The columns place, year, category, mass and unit must be there; gas, metric,
// key, explanation, included_in, scheme, scope, fuel, activity, facility,
// variant, tags, status, quality, method, source and assumption may be.
//
//   - year is a calendar year, or a first and last day as
//     2018-04-01/2019-03-31.
//   - A line whose gas is empty or CO2e, or whose unit says CO2e, is CO2e in the
//     metric that it states, or unstated. Any other is a mass of its gas.
//   - Neither mass nor key: the value is missing. Keys are read as
//     [ReadKeys] does, in their column or in that of the mass.
//   - tags are separated by semicolons.
//
// Decomposed Hangul, as macOS writes it, is read as syllables.
//
// A line that cannot be used is a fault, and the next one is read; nothing is
// dropped without one. Blank lines are passed over. An error is returned only
// if the text cannot be read at all, or the format names no scheme.
func ReadCSV(r io.Reader, f CSVFormat) ([]Record, Report, error) {
	if f.Scheme.IsZero() {
		return nil, Report{}, errors.New("reading records needs a scheme, such as gpc.Scheme")
	}
	if err := f.check(); err != nil {
		return nil, Report{}, err
	}
	c := &csvReader{csvTable: newCSVTable(r, f, csvColumns, csvRequired), format: f, caches: newCaches()}
	err := c.each(c.readRecord)
	return slices.Concat(append(c.full, c.records)...), c.report, err
}

type csvReader struct {
	csvTable
	format  CSVFormat
	caches  caches
	full    [][]Record // chunks: records are large, and growing one slice would copy them again and again
	records []Record   // the chunk being filled
	remarks []Finding  // on the row being read; they stand if it does

	evidence []Evidence // the chunk being filled
}

func (c *csvReader) remark(code string, s Severity, stated, found, detail string) {
	c.remarks = append(c.remarks, Finding{Code: code, Severity: s, Line: c.line, Stated: stated, Found: found, Detail: detail})
}

const chunkRecords = 4096

// readRecord takes the row as a record, or leaves it with its faults.
func (c *csvReader) readRecord() {
	c.remarks = c.remarks[:0]
	record := c.record()
	if c.faulty {
		return
	}
	if len(c.records) == cap(c.records) {
		c.full = append(c.full, c.records)
		c.records = make([]Record, 0, min(chunkRecords, 2*cap(c.records)+16))
	}
	c.records = append(c.records, record)
	for _, f := range c.remarks {
		f.Category = record.Category
		c.report.Findings.add(c.most, f)
	}
}

// record reads the fields of a row; c.faulty says whether it may be used.
func (c *csvReader) record() Record {
	r := Record{Line: c.line}
	r.Place = c.readPlace(colPlace, c.caches.string)
	r.Period = c.readPeriod(colYear, c.caches.periods)
	scheme := c.readScheme()
	r.Category = c.readCategory(scheme)
	r.Gas, r.Value = c.readValue(scheme)
	r.Fuel, r.Activity, r.Facility = c.text(colFuel), c.text(colActivity), c.text(colFacility)
	var evidence Evidence
	evidence.Method, evidence.Source, evidence.Assumption = c.text(colMethod), c.text(colSource), c.text(colAssumption)
	for _, f := range []struct {
		column int
		into   interface{ UnmarshalText([]byte) error }
	}{{colScope, &r.Scope}, {colVariant, &r.Variant}, {colStatus, &r.Status}, {colQuality, &evidence.Quality}} {
		if len(c.cell[f.column]) > 0 {
			if err := f.into.UnmarshalText(c.cell[f.column]); err != nil {
				c.refuse(FaultField, f.column, err.Error())
			}
		}
	}
	if len(c.cell[colTags]) > 0 {
		r.Tags = MakeTags(c.text(colTags))
	}
	if evidence != (Evidence{}) {
		r.Evidence = keepEvidence(&c.evidence, evidence)
	}
	return r
}

// maxText is the length in bytes of a free text.
const maxText = 10_000

// text is a free text, refused where it is longer than maxText.
func (c *csvReader) text(column int) string {
	b := c.cell[column]
	if len(b) > maxText {
		c.refuse(FaultField, column, fmt.Sprintf("longer than %d bytes", maxText))
		return ""
	}
	return c.caches.string(b)
}

func (c *csvReader) readScheme() Scheme {
	b := c.cell[colScheme]
	if len(b) == 0 {
		return c.format.Scheme
	}
	name := string(b)
	for _, s := range append([]Scheme{c.format.Scheme}, c.format.Schemes...) {
		if s.HasName(name) {
			return s
		}
	}
	c.refuse(FaultUnknownScheme, colScheme, "not one of the schemes that are read here: the default is "+string(c.format.Scheme.ID()))
	return Scheme{}
}

func (c *csvReader) readCategory(s Scheme) Category {
	b := c.cell[colCategory]
	switch {
	case len(b) == 0:
		c.refuse(FaultMissingField, colCategory, "a category is needed")
		return Category{}
	case s.IsZero():
		return Category{}
	}
	i, ok := s.def.index[string(b)]
	if !ok {
		i, ok = s.find(string(b))
	}
	if !ok {
		c.refuse(FaultUnknownCategory, colCategory, "no category of "+string(s.ID()))
		return Category{}
	}
	n := &s.def.Nodes[i]
	if !n.Reportable {
		c.refuse(FaultNotReportable, colCategory, notReportable("").Detail)
	}
	return Category{s.def.ID, n.Code}
}

// caches hold what repeats from row to row, within bounds.
type caches struct {
	strings map[string]string
	periods map[string]Period
	units   map[string]unitCell
	gases   map[string]gasCell
	metrics map[string]Metric
}

type unitCell struct {
	unit MassUnit
	of   Substance
}

type gasCell struct {
	gas  Gas
	co2e bool
}

func newCaches() caches {
	return caches{map[string]string{}, map[string]Period{}, map[string]unitCell{}, map[string]gasCell{}, map[string]Metric{}}
}

const maxCached = 1 << 14

func keep[T any](m map[string]T, key []byte, v T) {
	if len(m) < maxCached && len(key) <= MaxName {
		m[string(key)] = v
	}
}

// string makes one string of repeated texts.
func (c caches) string(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	s, ok := c.strings[string(b)]
	if !ok {
		s = string(b)
		keep(c.strings, b, s)
	}
	return s
}
