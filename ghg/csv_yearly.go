package ghg

import (
	"errors"
	"fmt"
	"io"
	"slices"

	"github.com/localghg/localghg/ghg/words"
)

var yearlyColumns = []CSVColumn{
	{Name: "year", Aliases: []string{"연도", "년도", "period", "기간"}, Required: true},
	{Name: "amount", Aliases: []string{"배출량", "emissions", "수치"}, Required: true},
	{Name: "unit", Aliases: []string{"단위"}, Required: true},
	{Name: "status", Aliases: []string{"상태", "구분"}},
	{Name: "source", Aliases: []string{"출처", "자료", "문서"}},
}

// ReadYearlyCSV reads a series of plain numbers: delimited text as [ReadCSV] reads
// it, with the columns year, amount, unit and, where there are any, status and
// source, or their Korean names. Place, view and metric are those of every line, as
// the file does not say them. A year is a calendar year, or a period of twelve months
// as 2018-07-01/2019-06-30; an empty status is [Actual]. The figures are of the
// first vintage.
//
// Units of CO2 in a series on another metric than [CO2Only], and of CO2e on it, are
// read as what the metric says, with a finding [FindingGasesOfUnit].
//
// A line that cannot be used, a year that is there twice among them, is a fault of
// the report, and no figure of the series: see [Report.Err].
func ReadYearlyCSV(r io.Reader, f CSVFormat, place PlaceID, view View, metric Metric) (Yearly, Report, error) {
	if _, err := NewYearly(place, view, metric, nil); err != nil { // before anything is read
		return Yearly{}, Report{}, err
	}
	if i := slices.IndexFunc(f.Marks, func(m CSVMark) bool { return !yearlyColumns[1].Is(m.Column) }); i >= 0 {
		return Yearly{}, Report{}, Refusal(fmt.Sprintf("mark %d", i+1), "Column", f.Marks[i].Column, "of a yearly series it is amount")
	}
	var figures []YearFigure
	lines := map[int]int{}
	other, others := Finding{Code: FindingGasesOfUnit, Severity: Warning, Found: metric.Unit()}, 0
	report, err := ReadCSVRows(r, f, yearlyColumns, func(row CSVRow) {
		x := YearFigure{Period: row.twelveMonths("year"), Vintage: FirstVintage,
			Status: CSVWord(row, FaultField, "status", statusWords), Source: row.Text("source")}
		x.Year = x.Period.Year()
		amount := row.column("amount")
		noNumber := row.t.noNumber(amount)
		if !noNumber {
			x.CO2e, _ = row.CO2e("amount", "unit", "", metric)
		}
		if first, twice := lines[x.Year]; twice && !x.Period.IsZero() {
			row.Refuse(FaultPeriod, "year", fmt.Errorf("it is given in line %d already: one year has one figure", first))
		}
		if row.IsFaulty() {
			return
		}
		if noNumber {
			row.t.remarkLeftOut(amount)
			return
		}
		lines[x.Year] = row.Line()
		figures = append(figures, x)
		if unit := row.Text("unit"); !metric.isNamedBy(unit) {
			if other.Line == 0 {
				other.Line, other.Stated = row.Line(), unit
			}
			others++
		}
	})
	if others > 0 {
		report.Findings.Add(other.Said(gasesOfUnit, others, CO2Only))
	}
	if err != nil {
		return Yearly{}, report, err
	}
	y, err := NewYearly(place, view, metric, figures)
	return y, report, err
}

var gasesOfUnit = words.Term{
	En: "the unit of %d figures does not say what counts: CO2 is a part of CO2e, and CO2 alone is the metric %s",
	Ko: "수치 %d개의 단위가 대상 가스와 맞지 않습니다. CO2는 CO2e의 일부이며, CO2만 집계한 수치의 지표는 %s입니다"}

// isNamedBy reports whether a unit that says a substance says that of the metric.
func (m Metric) isNamedBy(unit string) bool {
	_, of, err := ParseMassUnit(unit)
	return err != nil || of == Substance{} || of.CO2e != m.isCO2Only()
}

// twelveMonths is a year, or a period of twelve months, that must be there: 2018,
// 2018년 or 2018-07-01/2019-06-30.
func (r CSVRow) twelveMonths(column string) Period {
	text := r.Need(column)
	if text == "" {
		return Period{}
	}
	p, err := writtenPeriod(text)
	if err == nil && !p.IsTwelveMonths() {
		err = errors.New("a figure of a year needs twelve months")
	}
	if err != nil {
		r.Refuse(FaultPeriod, column, fmt.Errorf("write a year from %d to %d, or the first and last day of twelve months as "+
			"2018-07-01/2019-06-30", FirstYear, LastYear))
		return Period{}
	}
	return p
}
