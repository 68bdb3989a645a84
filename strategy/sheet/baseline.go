package sheet

import (
	"errors"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

var baselineColumns = []ghg.CSVColumn{
	column("category*", "배출원 배출원분류 배출부문"), column("scheme", "분류체계"), column("fuel", "연료 에너지원"), column("end_use", "용도 사용처"),
	column("year*", "연도 년도"), column("amount*", "배출량 배출전망"), column("unit*", "단위"), column("metric", "지구온난화지수 GWP"),
	column("activity", "활동량 사용량"), column("activity_unit", "활동단위 사용단위"), column("factor", "계수 배출계수"),
	column("source", "출처 문서"),
}

// baselineLines are the lines of one source, or of the rest.
type baselineLines struct {
	strategy.SourceEmissions
	first    int         // line
	lines    map[int]int // by year
	factor   string      // its name
	activity []ghg.OfYear[ghg.Quantity]
}

// ReadBaseline reads what sources would emit without the plan, one line a
// source and year, and returns the definition with these sources and the rest.
// It reads delimited text as [ghg.ReadCSV] does, with the columns category,
// scheme, fuel, end_use, year, amount, unit, metric and source in any order and
// under their English or Korean names; category, year, amount and unit must be
// there. A line whose category is the word rest (나머지) is of the rest; the
// document that such a line names is not kept.
//
// In Korean: 배출원 (category), 분류체계 (scheme), 연료 (fuel), 용도 (end_use), 연도
// (year), 배출량 (amount), 단위 (unit), 지구온난화지수 (metric), 활동량 (activity), 활동단위
// (activity_unit), 계수 (factor), 출처 (source).
//
// In place of an amount a line may say an activity, its unit, and one of [Format].Factors
// by its name: what the source emits then follows the factor ([strategy.Baseline.WithFactors]).
//
// Amounts are on the definition's metric; a line that names another is a fault.
// A baseline is a sum, so the definition is given back as it was where a line
// is at fault: no source may be missing unseen.
func ReadBaseline(r io.Reader, f Format, d strategy.BaselineDefinition) (strategy.BaselineDefinition, ghg.Report, error) {
	switch {
	case f.Scheme.IsZero():
		return d, ghg.Report{}, errors.New("reading a baseline needs the scheme of its categories, such as gpc.Scheme")
	case d.Metric.IsZero():
		return d, ghg.Report{}, ghg.ErrNoMetric
	case len(d.Sources) > 0 || d.Rest != nil:
		return d, ghg.Report{}, fmt.Errorf("baseline %.200q has sources or a rest already: give all of them in one file", d.Name)
	}
	var all []*baselineLines
	rest := &baselineLines{lines: map[int]int{}}
	index := map[strategy.EmissionSource]*baselineLines{}
	report, err := readRows(r, &f, baselineColumns, func(row csvRow) {
		l := rest
		if !row.isRest() {
			on, known := row.on()
			if l = index[on.Folded()]; l == nil || !known {
				l = &baselineLines{SourceEmissions: strategy.SourceEmissions{On: on, ByYear: map[int]ghg.CO2e{}},
					first: row.Line(), lines: map[int]int{}}
				all = append(all, l)
			}
			if known {
				index[on.Folded()] = l
			}
			row.agree("source", &l.Source, l.first, "a source")
		} else if rest.ByYear == nil {
			rest.ByYear = map[int]ghg.CO2e{}
		}
		year := row.needYear()
		if line, taken := l.lines[year]; taken && year != 0 {
			row.Refuse(strategy.FaultRepeated, "year", fmt.Errorf("line %d has this year of the source too", line))
		}
		l.lines[year] = row.Line()
		if row.Text("activity") != "" {
			row.useActivity(l, year)
			return
		}
		c := row.co2e(d.Metric)
		if a, b := d.Metric.ID(), c.Metric().ID(); a != b && !row.IsFaulty() {
			row.Refuse(strategy.FaultMetric, "metric", fmt.Errorf("the baseline is on metric %s, and amounts on two metrics do not meet", a))
		}
		if len(l.activity) > 0 {
			row.Refuse(ghg.FaultMismatch, "amount", errors.New("other lines of the source have an activity"))
			return
		}
		l.ByYear[year] = c
	})
	if err != nil || report.Faults.Len() > 0 {
		return d, report, err
	}
	d.Sources = nil // not what the caller's slice may have room for
	for _, l := range all {
		if len(l.activity) > 0 {
			l.Activity, err = ghg.NewYears(l.On.String(), l.activity[0].Value.Unit().String(), func(ghg.Quantity) error { return nil },
				l.activity...)
			if err != nil {
				return d, report, err
			}
		}
		d.Sources = append(d.Sources, l.SourceEmissions)
	}
	d.Rest = rest.ByYear
	return d, report, nil
}

// useActivity reads what a source uses in a year, and the factors that are taken for it.
func (r csvRow) useActivity(l *baselineLines, year int) {
	q, _ := r.Quantity("activity", "activity_unit")
	if r.Text("amount") != "" {
		r.Refuse(ghg.FaultMismatch, "amount", errors.New("the line has an activity: give one of the two"))
	}
	if r.isRest() {
		r.Refuse(ghg.FaultMismatch, "activity", errors.New("the rest is of no source"))
	}
	r.agree("factor", &l.factor, l.first, "a factor")
	if l.factor == "" {
		r.Need("factor")
	}
	factors, err := Named{Factors: r.format.Factors}.Series(l.factor)
	if err != nil && l.factor != "" {
		r.Refuse(ghg.FaultField, "factor", errors.New(detailOf(err)))
	}
	l.Factors, l.ByYear = factors, nil
	l.activity = append(l.activity, ghg.OfYear[ghg.Quantity]{Year: year, Value: q, Status: ghg.Projected, Source: l.Source})
}

// isRest reports whether a row is of what no source holds.
func (r csvRow) isRest() bool {
	if word := words.Fold(r.Text("category")); word != "rest" && word != "나머지" {
		return false
	}
	for _, c := range []string{"scheme", "fuel", "end_use"} {
		if r.Text(c) != "" {
			r.Refuse(ghg.FaultMismatch, c, errors.New("the rest is of no source"))
		}
	}
	return true
}
