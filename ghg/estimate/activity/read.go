package activity

import (
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
	"github.com/shopspring/decimal"
)

// Read reads a table of activity data and estimates each row. The format's scheme is that of
// rows which name none. The metric is the one that the records are for: a factor that is
// printed as a total on another is taken by its gases, or refused without them; of the zero
// Metric a total is taken as it is printed, on its own.
//
// A row that cannot be used is a fault of its line, and the next one is read. An error is
// returned only if the text cannot be read at all, or the format names no scheme.
func Read(r io.Reader, f ghg.CSVFormat, m ghg.Metric) (Sheet, ghg.Report, error) {
	if f.Scheme.IsZero() {
		return Sheet{}, ghg.Report{}, errNoScheme
	}
	read := newReader(f, m)
	sum := sha256.New()
	if f.File != "" {
		r = io.TeeReader(r, sum)
	}
	report, err := ghg.ReadCSVRows(r, f, columns(), read.row)
	report.Findings.AddAll(read.findings)
	if f.File != "" && err == nil && !beyond(report) {
		sum.Sum(read.sheet.sum[:0])
	}
	return Sheet{read.sheet}, report, err
}

var errNoScheme = errors.New("reading activity data needs a scheme, such as gpc.Scheme")

// beyond reports whether not all of a file was read.
func beyond(report ghg.Report) bool {
	return slices.ContainsFunc(report.Faults.All, func(x ghg.Fault) bool { return x.Code == ghg.FaultBeyond })
}

func newReader(f ghg.CSVFormat, m ghg.Metric) *reader {
	return &reader{format: f, metric: m, plans: map[cells]*plan{}, places: map[string]ghg.PlaceID{}, sheet: &sheet{file: f.File}}
}

// refuser is a row that faults can be told of: of a file, or of a wide table.
type refuser interface {
	Refuse(code, column string, why error)
}

type reader struct {
	format   ghg.CSVFormat
	metric   ghg.Metric
	plans    map[cells]*plan
	places   map[string]ghg.PlaceID
	sheet    *sheet
	findings ghg.Findings
}

// plan is what all rows of one choice share.
type plan struct {
	choice
	made
	err  error // why no row of it stands
	rows int

	proportion proportion
	isMultiple bool
	equation   string
	variant    ghg.Variant
	gases      []ghg.Gas
}

// row reads a row and estimates it.
func (r *reader) row(row ghg.CSVRow) {
	x := activity{line: row.Line(), place: r.placeOf(row, row.Text(colPlace)), source: row.Text(colSource), activity: row.Text(colActivity),
		facility: row.Text(colFacility)}
	scheme := row.Scheme(colScheme)
	x.category, _ = row.Category(colCategory, scheme)
	row.Need(colAmount)
	var isNumber bool
	x.amount, isNumber = row.Number(colAmount)
	c := cells{year: row.Need(colYear), unit: row.Need(colUnit), method: row.Need(colMethod), of: row.Text(colOf),
		factors: row.Need(colFactors), rule: row.Text(colRule), sector: row.Text(colSector),
		biogenic: row.Text(colBiogenic), calorific: row.Text(colCalorific),
		parameters: row.Text(colParameters), statedBy: row.Text(colStatedBy), scheme: row.Text(colScheme)}
	if c.year == "" || c.unit == "" || c.method == "" || c.factors == "" {
		return
	}
	x.plan = r.planOf(row, c, scheme, x.category)
	if row.IsFaulty() || !isNumber {
		return
	}
	r.estimate(row, x)
}

// planOf is the plan of the cells, whose fault is told of the row.
func (r *reader) planOf(row refuser, c cells, s ghg.Scheme, category ghg.Category) *plan {
	p, known := r.plans[c]
	if !known {
		p = newPlan(c, s, r.metric)
		r.plans[c] = p
	}
	if p.err != nil {
		column, err := columnOf(p.err)
		row.Refuse(codeOf(column), column, err)
	} else if p.ie != (ghg.Category{}) && p.ie == category {
		row.Refuse(ghg.FaultField, colCategory, waste.ErrOneCategory)
	}
	return p
}

// placeOf is the place of a row.
func (r *reader) placeOf(row refuser, text string) ghg.PlaceID {
	id, known := r.places[text]
	if !known {
		var err error
		if id, err = ghg.ParsePlace(text); err != nil {
			row.Refuse(ghg.FaultPlace, colPlace, err)
			return ""
		}
		r.places[text] = id
	}
	return id
}

// codeOf is the code of a fault in a column.
func codeOf(column string) string {
	switch column {
	case colYear:
		return ghg.FaultPeriod
	case colUnit:
		return ghg.FaultUnit
	}
	return ghg.FaultField
}

// newPlan reads the cells and looks up the factors.
func newPlan(c cells, s ghg.Scheme, m ghg.Metric) *plan {
	p := &plan{choice: choice{cells: c, scheme: s, metric: m}}
	p.err = p.make()
	return p
}

func (p *plan) make() (err error) {
	if p.period, err = ghg.ParsePeriod(strings.TrimSpace(strings.TrimSuffix(p.year, "년"))); err != nil {
		return inColumn(colYear, err)
	}
	if p.unit, err = ghg.ParseUnit(p.cells.unit); err != nil {
		return inColumn(colUnit, err)
	}
	var ok bool
	if p.kind, ok = kinds.Find(p.method()); !ok {
		return inColumn(colMethod, errors.New("accepted are "+kinds.List(p.method())))
	}
	b := builders[p.kind]
	if p.stated, err = readParameters(p.cells.parameters, p.statedBy, b.parameters); err != nil {
		return err
	}
	p.made, err = b.build(p.choice)
	return err
}

func (p *plan) method() string { return p.cells.method }

// estimate works a row out and keeps what it emits.
func (r *reader) estimate(row refuser, x activity) {
	p := x.plan
	x.first = len(r.sheet.values)
	if p.rows == 1 { // it is not the only one: another may follow
		p.proportion, p.isMultiple = proportionOf(p.made, p.choice.unit)
	}
	if p.isMultiple {
		values, ok := p.proportion.of(r.sheet.values, x.amount)
		if ok {
			r.sheet.values = values
			r.sheet.rows = append(r.sheet.rows, x)
			p.rows++
			return
		}
		r.sheet.values = r.sheet.values[:x.first]
	}
	q, err := ghg.NewQuantity(x.amount, p.choice.unit)
	if err != nil {
		row.Refuse(ghg.FaultNumber, colAmount, err)
		return
	}
	m := p.made.method(q, x.source)
	e, err := estimate.Of(m)
	if err != nil {
		refuse(row, err, x.amount)
		return
	}
	if p.rows == 0 {
		p.first(m, e)
		var findings ghg.Findings
		findings.AddAll(p.findings, e.Findings())
		for _, f := range findings.All {
			f.Line, f.Category = x.line, x.category
			r.findings.Add(f)
		}
		r.findings.More += findings.More
	}
	p.rows++
	for _, v := range e.All() {
		r.sheet.values = append(r.sheet.values, v)
	}
	r.sheet.rows = append(r.sheet.rows, x)
}

// first keeps what all rows of the plan say alike.
func (p *plan) first(m estimate.Method, e estimate.Emissions) {
	p.equation, p.variant = m.Equation(), p.made.variant
	if v, ok := m.(estimate.Varied); ok {
		p.variant = v.Variant()
	}
	for gas := range e.All() {
		p.gases = append(p.gases, gas)
	}
}

// refuse tells what does not stand of a method in the columns that it is of.
func refuse(row refuser, err error, amount decimal.Decimal) {
	var faults ghg.Faults
	if !errors.As(err, &faults) {
		row.Refuse(ghg.FaultField, colMethod, err)
		return
	}
	for _, f := range faults.All {
		column := colParameters
		switch f.Field {
		case "Fuel", "Mass", "Q", "MSW", "D", "N", "M", "IW", "P", "P_1":
			column = colUnit
			if amount.IsNegative() {
				column = colAmount
			}
		case "Biogenic":
			column = colBiogenic
		}
		why := errors.New(f.Detail)
		if column == colParameters {
			why = fmt.Errorf("%s: %s", f.Field, f.Detail)
		}
		row.Refuse(codeOf(column), column, why)
	}
}

// lineOf is where a row stands, behind the source that it names.
func (s *sheet) lineOf(x activity) string {
	at := fmt.Sprintf("%s:%d", s.file, x.line)
	switch {
	case x.column != 0:
		at = fmt.Sprintf("%s:%d", at, x.column)
	case x.summed[0] != 0:
		at = fmt.Sprintf("%s:%d-%d", at, x.summed[0], x.summed[1])
	}
	if s.file == "" {
		return x.source
	}
	return cmp.Or(strings.TrimPrefix(x.source+"; "+at, "; "), at)
}
