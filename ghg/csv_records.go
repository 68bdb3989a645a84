package ghg

import (
	"crypto/sha256"
	"errors"
	"io"
	"math"

	"github.com/localghg/localghg/ghg/words"
)

// Report is what a reader has to say of its input besides the records.
type Report struct {
	Faults   Faults   // lines and fields that could not be used
	Findings Findings // remarks on records that stand
}

// Err is the faults as an error, or nil where no line was lost: with one, a total of
// what is left is smaller than the file's. A column that is not read loses none, and
// is a finding ([FindingColumnNotRead]).
func (r Report) Err() error { return r.Faults.Err() }

// The columns of a file of records. The first five must be there; a unit may be
// empty only where there is no mass.
var csvColumns = []string{"place", "year", "category", "mass", "unit",
	"gas", "metric", "key", "explanation", "included_in", "scheme", "scope", "fuel", "activity",
	"facility", "variant", "tags", "status", "entry", "quality", "activity_quality", "factor_quality", "method", "source", "assumption",
	"file", "file_sha256", "file_sheet", "file_line", "file_column", "as_read"}

const csvRequired = 5

// RecordColumns are the columns that [ReadCSV] knows, with all that a header may call them.
func RecordColumns() []CSVColumn { return columnsOf(csvColumns, csvRequired, recordKorean) }

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
	colEntry
	colQuality
	colActivityQuality
	colFactorQuality
	colMethod
	colSource
	colAssumption
	colFile
	colFileSHA256
	colFileSheet
	colFileLine
	colFileColumn
	colAsRead
	columnCount
)

// ReadCSV reads records from delimited text: UTF-8 with or without a byte
// order mark, lines ending in LF or CRLF, columns by header name in any order.
//
// The columns place, year, category, mass and unit must be there; gas, metric,
// key, explanation, included_in, scheme, scope, fuel, activity, facility,
// variant, tags, status, entry, quality, activity_quality, factor_quality, method, source,
// assumption, file, file_sha256, file_sheet, file_line, file_column and as_read may
// be. A header may name each in Korean: 지역, 연도, 배출원, 배출량, 단위, 가스,
// 지구온난화지수 or GWP, 표기기호, 설명, 포함분류, 분류체계, 스코프, 연료, 활동, 시설, 산정방식,
// 태그, 상태, 입력구분, 품질, 활동자료품질, 배출계수품질, 산정방법, 출처, 가정, 파일, 파일해시, 시트, 파일행,
// 파일열 and 원문. Case and blanks in it do not matter.
//
//   - year is a calendar year, 2018 or 2018년, or a first and last day as
//     2018-04-01/2019-03-31.
//   - A line whose gas is empty or CO2e, or whose unit says CO2e, is CO2e in the
//     metric that it states, or unstated. Any other is a mass of its gas.
//   - Numbers are read as the format says; a text, blank or 0 in place of a mass means
//     what a [CSVMark] of it says, if the line has no key.
//   - Neither mass nor key: the value is missing. Keys are read as
//     [ReadKeys] does, in their column or in that of the mass.
//   - A number beside NE, IE or C is partly reported; 0 beside any key is no number.
//   - entry says how the value was entered ([Entry]): confirmed, placeholder, blank,
//     provider default or local override.
//   - tags are separated by semicolons.
//   - scope, variant, status and quality are the words that [ParseScope] and its like
//     read, or Korean ones: 스코프 1, 지역기반, 잠정, 높음.
//   - quality grades activity data and emission factor alike, where their own
//     columns do not.
//   - file and the columns that begin with it say where a figure was read before
//     it came into this file, and as_read how it stood there. Without file, line,
//     column and text are those of this file.
//
// Decomposed Hangul, as macOS writes it, is read as syllables, and places as
// [ParsePlace] does. What is not UTF-8, and U+FFFD, is a fault of its line.
//
// A line that cannot be used is a fault, and the next one is read; nothing is
// dropped without one. A column of another name is a finding; a header that lacks a
// column that must be there is a fault, and nothing below it is read. Blank lines are
// passed over. An error is returned only if the text cannot be read at all, or the
// format names no scheme.
func ReadCSV(r io.Reader, f CSVFormat) ([]Record, Report, error) {
	if f.Scheme.IsZero() {
		return nil, Report{}, errors.New("reading records needs a scheme, such as gpc.Scheme")
	}
	t, err := newCSVTable(r, f, recordHeads, csvColumns[colMass])
	if err != nil {
		return nil, Report{}, err
	}
	c := &csvReader{csvTable: t}
	if f.File != "" {
		c.file = &sourceFile{name: f.File}
		c.rows.in.hash = sha256.New()
	}
	err = c.each(c.readRecord)
	c.remarkZeros()
	if c.file != nil && err == nil && !c.stopped { // what was not read is not in the sum
		c.rows.in.hash.Sum(c.file.sum[:0])
	}
	return c.room.all(), c.report, err
}

type csvReader struct {
	csvTable
	room    recordRoom
	remarks []Finding // on the row being read; they stand if it does

	zeroBeside Key                 // the key of the row being read, where a 0 stands beside it
	zeros      [NA + 1]lineNumbers // by key: of the rows read before

	file     *sourceFile // that is read, where it has a name
	files    shared[sourceFile]
	frames   shared[evidenceFrame]
	evidence shared[evidence]
	mores    shared[valueMore]
}

func (c *csvReader) remark(code string, s Severity, stated, found, detail string) {
	c.remarks = append(c.remarks, Finding{Code: code, Severity: s, Line: c.line, Stated: stated, Found: found, Detail: detail})
}

// readRecord takes the row as a record, or leaves it with its faults.
func (c *csvReader) readRecord() {
	c.remarks, c.zeroBeside = c.remarks[:0], KeyNone
	record := c.room.next(&c.rows.in)
	c.fill(record)
	if c.faulty {
		c.room.giveBack()
		return
	}
	for _, f := range c.remarks {
		f.Category = record.Category
		c.report.Findings.add(c.format.MostFaults, f)
	}
	if c.zeroBeside != KeyNone {
		c.zeros[c.zeroBeside].add(c.line)
	}
}

// remarkZeros tells once for each key that a 0 stood beside it: forms have it on every
// line that is not filled in.
func (c *csvReader) remarkZeros() {
	for k, lines := range c.zeros {
		if lines.n == 0 {
			continue
		}
		key := Key(k).String()
		c.report.Findings.add(c.format.MostFaults, Finding{Code: FindingKeyNormalised, Line: lines.first[0], Stated: "0, " + key,
			Found: key}.Said(zeroBesideKey, lines.term()))
	}
}

var zeroBesideKey = words.Term{En: "0 beside the key: the key counts, and there is no number, on %s",
	Ko: "표기기호 옆의 0: 표기기호로 읽으며 수치가 아닙니다 (%s)"}

// fill reads the fields of a row; c.faulty says whether it may be used.
func (c *csvReader) fill(r *Record) {
	r.Line = c.line
	r.Place = c.readPlace(colPlace)
	r.Period = c.readPeriod(colYear)
	scheme := c.readScheme(colScheme)
	r.Category = c.readCategory(colCategory, scheme)
	var column int
	r.Gas, r.Value, column = c.readValue(scheme)
	if field := c.fields[column]; field <= math.MaxUint16 {
		r.Column = uint16(field)
	}
	r.Fuel, r.Activity, r.Facility = c.readText(colFuel), c.readText(colActivity), c.readText(colFacility)
	var f evidenceFrame
	var source string
	f.method, source, f.assumption = c.readText(colMethod), c.readText(colSource), c.readText(colAssumption)
	r.Scope = readWord(c, colScope, &c.caches.scopes, readScopeWord)
	r.Variant = readWord(c, colVariant, &c.caches.variants, readVariantWord)
	r.Status = readWord(c, colStatus, &c.caches.statuses, readStatusWord)
	c.readGrades(&f)
	r.Tags = c.readTags()
	f.sheet = c.readText(colFileSheet)
	f.file = c.readFile(r)
	if f != (evidenceFrame{}) || source != "" {
		r.Evidence = Evidence{c.evidence.of(evidence{c.frames.of(f), source})}
	}
}

// readWord reads a word of a closed set.
func readWord[T any](c *csvReader, column int, met *seen[T], parse func(string) (T, error)) T {
	var none T
	b := c.cell[column]
	if len(b) == 0 {
		return none
	}
	if v, ok := met.find(b); ok {
		return v
	}
	v, err := parse(string(b))
	if err != nil {
		c.refuse(FaultField, column, err.Error())
		return none
	}
	met.keep(b, v)
	return v
}

func (c *csvReader) readTags() Tags {
	b := c.cell[colTags]
	if len(b) == 0 {
		return Tags{}
	}
	tags, ok := c.caches.tags.find(b)
	if !ok {
		tags = MakeTags(c.readText(colTags))
		c.caches.tags.keep(b, tags)
	}
	return tags
}
