package activity

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/wide"
	"github.com/localghg/localghg/ghg/words"
)

// Months says what becomes of months, or other parts of a year, that stand as columns.
type Months uint8

// The two. A factor of the year is of years alone.
const (
	MonthsApart   Months = iota + 1 // each is a record of its own period
	MonthsAddedUp                   // of a calendar year of which all are there they are one amount
)

var monthsNames = [...]words.Term{{En: "months not stated", Ko: "월 처리 미기재"}, {En: "apart", Ko: "월별"}, {En: "added up", Ko: "연간 합산"}}

// term is the name in both languages.
func (m Months) term() words.Term {
	if int(m) >= len(monthsNames) {
		m = 0
	}
	return monthsNames[m]
}

// String is the name in English: "added up".
func (m Months) String() string { return m.term().En }

// Korean is the name in Korean.
func (m Months) Korean() string { return m.term().Ko }

// Wide says how a wide table, which has months or years as columns, is one of activity data.
type Wide struct {
	// Table says what the table does not say of itself, sums among it: their figures are no
	// activity, and are held against their parts. Its CSV has the scheme, and the file where
	// there is one, as for [Read].
	Table  wide.Format
	Months Months
	// Mapping says what a row is by its labels. A label that is called as a column of [Read]
	// is that column, and what the mapping does not say is taken of it: a table that has all
	// columns but year and amount as labels needs no mapping.
	Mapping Mapping
}

// FindingNoAmount says that cells of a row are empty, or still to come: of their periods nothing
// is estimated.
const FindingNoAmount = "no-amount"

var noAmount = words.Term{En: "nothing is estimated of periods without an amount: %s", Ko: "활동자료가 없어 산정하지 않은 기간: %s"}

// ReadWide reads a wide table of activity data ([wide.Read]) and estimates each figure of its
// rows, or each year of them. Rows that are sums are in no record. The records name line and
// column, of a sum of months the line. Faults and findings are as of [Read]; what does not
// stand of the mapping is told at the row that has it, once, and the other figures of the row
// stand: of a year without a factor there is none, of the others there is.
func ReadWide(r io.Reader, w Wide, m ghg.Metric) (Sheet, ghg.Report, error) {
	f := w.Table.CSV
	switch {
	case f.Scheme.IsZero():
		return Sheet{}, ghg.Report{}, errNoScheme
	case w.Months != MonthsApart && w.Months != MonthsAddedUp:
		return Sheet{}, ghg.Report{}, errors.New("whether months stay apart or are added up to years is asked: " +
			"activity.MonthsApart or activity.MonthsAddedUp is accepted")
	}
	sum := sha256.New()
	table, report, err := wide.Read(io.TeeReader(r, sum), w.Table)
	if err != nil {
		return Sheet{}, report, err
	}
	read := newReader(f, m)
	if f.File != "" && !beyond(report) {
		sum.Sum(read.sheet.sum[:0])
	}
	all := slices.Collect(table.Rows())
	if w.Months == MonthsAddedUp {
		years, findings := table.ByYear()
		table = years
		report.Findings.AddAll(findings)
	}
	labelled := w.labelled()
	for i, row := range slices.Collect(table.Rows()) {
		x := wideRow{reader: read, report: &report, wide: w, labelled: labelled, row: row, printed: all[i]}
		x.estimate()
	}
	report.Findings.AddAll(read.findings)
	return Sheet{read.sheet}, report, nil
}

// wideRow is a row of a wide table while it is estimated.
type wideRow struct {
	*reader
	report   *ghg.Report
	wide     Wide
	labelled map[string]string
	row      wide.Row
	printed  wide.Row // before its months were added up
	says     mapped
	at       string          // the period that is estimated
	faulty   bool            // the figure that is estimated
	told     map[string]bool // faults, once for all periods
}

// Refuse adds a fault of the row.
func (x *wideRow) Refuse(code, column string, why error) {
	x.faulty = true
	key := column + "\x00" + why.Error()
	if x.told[key] {
		return
	}
	if x.told == nil {
		x.told = map[string]bool{}
	}
	x.told[key] = true
	field, value := x.head(column), x.text(column)
	if slices.Contains(ofCell, column) {
		field, value = x.at, ""
	}
	x.report.Faults.Add(ghg.Fault{Code: code, Line: x.row.Line(), Field: field, Value: value, Detail: why.Error()})
}

// head is what a column is called: as the label that it is, or in the language of the labels.
func (x *wideRow) head(column string) string {
	if l, found := x.labelled[column]; found {
		return l
	}
	isKorean := slices.ContainsFunc(x.wide.labels(), func(l string) bool { return strings.ContainsFunc(l, isHangul) })
	i := slices.IndexFunc(columns(), func(c ghg.CSVColumn) bool { return c.Name == column })
	if i < 0 || !isKorean {
		return column
	}
	return columns()[i].Aliases[0]
}

func isHangul(r rune) bool { return unicode.Is(unicode.Hangul, r) }

// text is what the mapping says of a column, or the label that is called so.
func (x *wideRow) text(column string) string {
	if text, found := x.says.texts[column]; found {
		return text
	}
	return x.row.Label(x.labelled[column])
}

// labelled are the labels that are called as a column, by the column.
func (w Wide) labelled() map[string]string {
	out := map[string]string{}
	for _, l := range w.labels() {
		for _, c := range columns() {
			if c.Is(l) {
				out[c.Name] = l
			}
		}
	}
	return out
}

// labels are all labels of the table.
func (w Wide) labels() []string {
	if w.Table.Below == "" {
		return w.Table.Labels
	}
	return append(slices.Clone(w.Table.Labels), w.Table.Below)
}

// name is the row by its labels.
func (x *wideRow) name() string {
	var parts []string
	for _, l := range x.wide.labels() {
		if text := x.row.Label(l); text != "" {
			parts = append(parts, text)
		}
	}
	return words.Clip(strings.Join(parts, " / "), ghg.MaxName)
}

// estimate works out each figure of the row.
func (x *wideRow) estimate() {
	var err error
	if x.says, err = x.wide.Mapping.of(x.row.Label); err != nil {
		x.report.Faults.Add(ghg.Fault{Code: ghg.FaultField, Line: x.row.Line(), Field: "labels", Value: x.name(), Detail: err.Error()})
		return
	}
	var blank []string
	for cell := range x.row.Cells() {
		if _, isNumber := cell.Number(); !isNumber {
			blank = append(blank, cell.Period.String())
			continue
		}
		x.cell(cell)
	}
	if len(blank) > 0 {
		f := ghg.Finding{Code: FindingNoAmount, Severity: ghg.Warning, Line: x.row.Line(), Of: x.name()}
		x.report.Findings.Add(f.Said(noAmount, strings.Join(blank, ", ")))
	}
}

// cell estimates a figure.
func (x *wideRow) cell(cell wide.Cell) {
	x.at, x.faulty = cell.Period.String(), false
	q, err := cell.Quantity()
	if err != nil {
		x.Refuse(ghg.FaultUnit, colUnit, err)
		return
	}
	scheme := x.says.scheme
	if scheme.IsZero() {
		scheme = x.format.Scheme
	}
	if _, said := x.says.texts[colScheme]; !said && x.text(colScheme) != "" {
		x.Refuse(ghg.FaultUnknownScheme, colScheme, errors.New("of a wide table the mapping names the scheme of a row, and no label does"))
	}
	a := activity{line: x.row.Line(), column: cell.Column, amount: q.Amount(), summed: x.summed(cell), source: x.text(colSource),
		activity: cmp.Or(x.text(colActivity), x.name()), facility: x.text(colFacility), category: x.says.category}
	a.place = x.placeOf(x, x.text(colPlace))
	if a.category == (ghg.Category{}) {
		if a.category, err = scheme.Category(x.need(colCategory)); err != nil && x.text(colCategory) != "" {
			x.Refuse(ghg.FaultUnknownCategory, colCategory, err)
		}
	}
	c := cells{year: cell.Period.String(), unit: q.Unit().String(), method: x.need(colMethod), of: x.text(colOf), factors: x.need(colFactors),
		rule: x.text(colRule), sector: x.text(colSector), biogenic: x.text(colBiogenic), calorific: x.text(colCalorific),
		parameters: x.text(colParameters), statedBy: x.text(colStatedBy), scheme: x.text(colScheme)}
	if x.faulty {
		return
	}
	if a.plan = x.planOf(x, c, scheme, a.category); !x.faulty {
		x.reader.estimate(x, a)
	}
}

// need is a text that must be there.
func (x *wideRow) need(column string) string {
	text := x.text(column)
	if text == "" {
		x.Refuse(ghg.FaultMissingField, column, errors.New("it is needed"))
	}
	return text
}

// summed are the first and last column of the months of a sum.
func (x *wideRow) summed(of wide.Cell) (columns [2]uint16) {
	if of.Column != 0 {
		return columns
	}
	for c := range x.printed.Cells() {
		if c.Period.Year() == of.Period.Year() {
			columns[0], columns[1] = cmp.Or(columns[0], c.Column), max(columns[1], c.Column)
		}
	}
	return columns
}
