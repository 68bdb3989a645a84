package wide

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// remarkToCome tells of the last periods where every row has 0 or nothing, as files have
// that were made for the whole year.
func (t Table) remarkToCome(findings *ghg.Findings) {
	if len(t.rows) == 0 {
		return
	}
	from := len(t.rows[0].figures)
	for from > 0 && t.isEmptyAt(from-1) {
		from--
	}
	if from == 0 { // every figure is 0, which an inventory says itself
		return
	}
	var list []string
	for i, f := range t.rows[0].figures[from:] {
		if slices.ContainsFunc(t.rows, func(r Row) bool { return r.figures[from+i].missing == there }) { // blanks are missing already
			list = append(list, f.name())
		}
	}
	if len(list) == 0 {
		return
	}
	f := ghg.Finding{Code: FindingToCome, Severity: ghg.Serious, Stated: "0"}
	findings.Add(f.Said(lastZero, clip(list)))
}

var lastZero = words.Term{En: "every row is 0 in %s: if they are still to come, state Format.Through, and they are missing",
	Ko: "모든 행이 0입니다 (%s). 아직 집계되지 않은 기간이면 Format.Through에 마지막 집계일을 밝히십시오. 그러면 0이 아니라 결측으로 읽습니다"}

// isEmptyAt reports whether no row has a number other than 0 in a period.
func (t Table) isEmptyAt(i int) bool {
	for _, r := range t.rows {
		if f := r.figures[i]; f.missing == there && !f.number.IsZero() || f.marked {
			return false
		}
	}
	return true
}

// ByYear is the table with the months, or other parts, of each calendar year added up,
// exactly. A year of which a row lacks a part, or has parts in different units, is no
// figure of that row; one finding a year counts the rows. Figures of twelve months stand
// as they are.
func (t Table) ByYear() (Table, ghg.Findings) {
	var findings ghg.Findings
	out := Table{labels: t.labels}
	unfinished := map[int]*years{}
	var order []int
	for _, r := range t.rows {
		row := r.byYear(func(year int, lacks string) {
			y, ok := unfinished[year]
			if !ok {
				y = &years{lacks: lacks}
				unfinished[year], order = y, append(order, year)
			}
			y.lines = append(y.lines, r.line)
		})
		out.rows = append(out.rows, row)
	}
	for _, r := range t.totals {
		out.totals = append(out.totals, r.byYear(func(int, string) {}))
	}
	for _, year := range order {
		y := unfinished[year]
		f := ghg.Finding{Code: FindingUnfinished, Severity: ghg.Warning, Line: y.lines[0], Stated: ghg.CalendarYear(year).String()}
		findings.Add(f.Said(unfinishedYear, y.lacks, ghg.NameLines(y.lines)))
	}
	return out, findings
}

// years is a year that rows have no figure of.
type years struct {
	lacks string // of the first row
	lines []int
}

var unfinishedYear = words.Term{En: "no figure is made of the months there are, without %s, on %s",
	Ko: "%s이(가) 없어 있는 달만으로 연간값을 만들지 않습니다 (%s)"}

// yearOf is what the figures of a row with parts of a calendar year add up to.
type yearOf struct {
	year int
	gas  ghg.Gas
}

// byYear adds up the parts of years of a row, and tells of each year that it cannot.
func (r Row) byYear(tell func(year int, lacks string)) Row {
	out := r
	out.figures = nil
	done := map[yearOf]bool{}
	for i, first := range r.figures {
		of := yearOf{first.Period.Year(), first.Gas}
		switch {
		case first.Period.IsTwelveMonths():
			out.figures = append(out.figures, first)
			continue
		case done[of]:
			continue
		}
		done[of] = true
		sum := Cell{Period: ghg.CalendarYear(of.year), Gas: of.gas, Unit: first.Unit, unit: first.unit, head: strconv.Itoa(of.year)}
		var have daysOfYear
		for _, f := range r.figures[i:] {
			if (yearOf{f.Period.Year(), f.Gas}) != of || f.Period.IsTwelveMonths() || f.missing != there || f.Unit != sum.Unit {
				continue
			}
			if n := sum.number.Add(f.number); exact.CheckResult(n) == nil {
				sum.number = n
				have.add(f.Period)
			}
		}
		if lacks := have.lacks(of.year); lacks != "" {
			sum.missing, sum.number = unsure, decimal.Decimal{}
			tell(of.year, lacks)
		}
		out.figures = append(out.figures, sum)
	}
	return out
}

// daysOfYear counts the days of each month that figures are of; those beyond the year
// are at 0.
type daysOfYear [13]int

// add counts the days of a period, none of which another one has.
func (d *daysOfYear) add(p ghg.Period) {
	year := p.Start().Year
	for m := p.Start().Month; ; m++ {
		within := ghg.WithinMonth(year, m)
		if within.IsZero() { // the thirteenth month
			d[0]++
			return
		}
		from, to := within.First(), within.Last()
		if from.Before(p.Start()) {
			from = p.Start()
		}
		last := !to.Before(p.End())
		if last {
			to = p.End()
		}
		d[m] += to.Day - from.Day + 1
		if last {
			return
		}
	}
}

// lacks are the months of the year that are not there from the first to the last day.
func (d *daysOfYear) lacks(year int) string {
	var list []string
	for m := time.January; m <= time.December; m++ {
		if d[m] != ghg.WithinMonth(year, m).Last().Day {
			list = append(list, fmt.Sprintf("%02d", int(m)))
		}
	}
	if d[0] > 0 {
		return fmt.Sprintf("an end on %s", ghg.CalendarYear(year).End())
	}
	return strings.Join(list, ", ")
}
