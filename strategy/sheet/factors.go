package sheet

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

var factorColumns = []ghg.CSVColumn{
	column("factor*", "계수 배출계수 계수명"), column("edition", "판 기준판 계수판"), column("unit*", "단위 계수단위"), column("metric", "지구온난화지수 GWP"),
	column("status", "상태 자료상태"), column("source", "출처 문서"), column("factor_source", "개별출처"), column("mean_from", "평균시작연도 평균시작"),
	column("mean_to", "평균종료연도 평균종료"), column("published", "공표일 승인일"), column("all_years", "전연도 모든연도"),
}

// maxSeries is how many series of factors a sheet may hold.
const maxSeries = 1000

// seriesKey tells the lines of one series.
type seriesKey struct{ of, edition string }

// seriesLines are the lines of one series.
type seriesLines struct {
	ghg.FactorsDefinition
	first    int         // line
	lines    map[int]int // by year, 0 for all years
	unit     string      // of activity, as it was first written
	metric   string
	isFaulty bool
}

// ReadFactors reads series of emission factors with years as columns, which
// quantifications call by name ([Named]). It reads delimited text as [ghg.ReadCSV] does,
// with the columns of [WriteFactors] in any order and under their English or Korean names;
// factor and unit must be there. Titles may stand above the header.
//
// In Korean: 계수 (factor), 판 (edition), 단위 (unit), 지구온난화지수 (metric), 상태 (status),
// 출처 (source), 개별출처 (factor_source), 평균시작 (mean_from), 평균종료 (mean_to), 공표일
// (published), 전연도 (all_years), and years as 2024 or 2024년.
//
//   - factor is what is used, 전력, and a series has an edition where there are several of
//     one use. Lines that agree in both are one series: one for what was approved and one
//     for what is projected. One of them states the source.
//   - unit is the unit of a factor, tCO2eq/MWh; its number stands under each year, or under
//     all_years where one holds in all. A blank is no factor of that year: none is carried
//     over.
//   - status, factor_source, mean_from, mean_to and published are of the factors of their
//     line. A status is 확정, 잠정, 추정, 속보 or 전망, and left out 확정.
//
// A line that cannot be used is a fault, and the next one is read; a series with one at
// fault is not given.
func ReadFactors(r io.Reader, f Format) ([]ghg.Factors, ghg.Report, error) {
	under, table, err := underYears(r, &f, factorColumns)
	if err != nil {
		return nil, ghg.Report{}, err
	}
	var all []*seriesLines
	index := map[seriesKey]*seriesLines{}
	report, err := readRows(under, &f, table.columns, func(row csvRow) {
		key := seriesKey{row.ID("factor"), row.Text("edition")}
		s := index[key]
		if s == nil {
			s = &seriesLines{FactorsDefinition: ghg.FactorsDefinition{Of: key.of, Edition: key.edition}, first: row.Line(), lines: map[int]int{}}
			if len(index) >= maxSeries {
				row.Refuse(ghg.FaultField, "factor", fmt.Errorf("at most %d series are allowed", maxSeries))
			} else {
				all = append(all, s)
			}
			index[key] = s
		}
		s.read(row, table)
		s.isFaulty = s.isFaulty || row.IsFaulty()
	})
	if err != nil {
		return nil, report, err
	}
	var out []ghg.Factors
	of := map[string]int{} // line of the first series of a use and edition
	for _, s := range all {
		if s.isFaulty {
			continue
		}
		refuse := func(detail string) {
			report.Faults.Add(ghg.Fault{Code: ghg.FaultField, Line: s.first, Field: table.head("factor"), Value: s.Of, Detail: detail})
		}
		series, err := ghg.NewFactors(s.FactorsDefinition)
		if err != nil {
			refuse(err.Error())
			continue
		}
		use := useOf(series)
		if line, taken := of[use]; taken {
			refuse(fmt.Sprintf("line %d has factors of this use too, however it is written: give them under one name, or with editions", line))
			continue
		}
		of[use] = s.first
		out = append(out, series)
	}
	byLine(report.Faults.All)
	return out, report, nil
}

// read takes a line of the series.
func (s *seriesLines) read(row csvRow, table yearTable) {
	row.agree("source", &s.Source, s.first, "a series")
	unit, per, isUnit := row.factorUnit("unit")
	metric := row.Metric("metric", row.format.Metric)
	if isUnit {
		row.agreeIn("unit", per.String(), &s.unit, s.first, "a series has one unit of activity")
		s.Per = per
	}
	if !metric.IsZero() {
		row.agreeIn("metric", metric.String(), &s.metric, s.first, "a series has one metric")
	}
	x := ghg.Factor{Status: ghg.CSVWord(row.CSVRow, ghg.FaultField, "status", statusWords), Source: row.Text("factor_source"),
		From: row.Year("mean_from"), To: row.Year("mean_to"), Published: row.Day("published")}
	if x.From != 0 && x.To < x.From || x.From == 0 && x.To != 0 {
		row.Refuse(ghg.FaultPeriod, "mean_to", errors.New("a mean is of years from the first to the last of them: give both"))
	}
	found := false
	take := func(column string, year int) {
		number, ok := row.Number(column)
		if row.Text(column) == "" {
			return
		}
		found = true
		if line, taken := s.lines[year]; taken {
			row.Refuse(strategy.FaultRepeated, column, fmt.Errorf("line %d has this year of the series too", line))
		}
		s.lines[year] = row.Line()
		if !ok || !isUnit || metric.IsZero() {
			return
		}
		co2e, err := ghg.NewCO2e(number, unit, metric)
		if number.Sign() < 0 {
			err = errors.New("a factor is 0 or more")
		}
		if err != nil {
			row.Refuse(ghg.FaultNumber, column, err)
		}
		x.Year, x.CO2e = year, co2e
		s.Years = append(s.Years, x)
	}
	take("all_years", 0)
	for _, y := range table.years {
		take(yearText(y), y)
	}
	if !found {
		row.Refuse(ghg.FaultMissingField, "factor", errors.New("a factor is needed under a year, or under all_years"))
	}
}

// factorUnit reads the unit of a factor: tCO2eq/MWh.
func (r csvRow) factorUnit(column string) (unit ghg.MassUnit, per ghg.Unit, ok bool) {
	text := r.Need(column)
	if text == "" {
		return unit, per, false
	}
	above, below, found := strings.Cut(text, "/")
	unit, of, err := ghg.ParseMassUnit(strings.TrimSpace(above))
	switch {
	case !found:
		err = errors.New("write the unit of CO2e and that of activity, as tCO2eq/MWh")
	case err == nil && !of.CO2e && of.Gas != ghg.CO2:
		err = errors.New("CO2e is needed before the stroke, as in tCO2eq/MWh")
	case err == nil:
		per, err = ghg.ParseUnit(strings.TrimSpace(below))
	}
	if err != nil {
		r.Refuse(ghg.FaultUnit, column, err)
	}
	return unit, per, err == nil
}
