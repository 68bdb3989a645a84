package sheet

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// text is a free text. An apostrophe before what a spreadsheet would take for a
// formula is not part of it.
func (r csvRow) text(column string) string { return ghg.UnguardFormula(r.Text(column)) }

// need is a text that must be there.
func (r csvRow) need(column string) string {
	s := r.text(column)
	if s == "" {
		r.Refuse(ghg.FaultMissingField, column, errors.New("it is needed"))
	}
	return s
}

// name is an ID that must be there.
func (r csvRow) name(column string) string {
	s := r.need(column)
	if len(s) > ghg.MaxName {
		r.Refuse(ghg.FaultField, column, fmt.Errorf("longer than %d bytes", ghg.MaxName))
		return ""
	}
	return s
}

// list is the items of a cell, separated by semicolons.
func (r csvRow) list(column string) []string { return splitList(r.text(column)) }

func splitList(text string) []string {
	var out []string
	for _, item := range strings.Split(text, ";") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

// year is a year, or 0 where the cell is empty.
func (r csvRow) year(column string) int {
	text := r.text(column)
	if text == "" {
		return 0
	}
	p, err := ghg.ParsePeriod(strings.TrimSpace(strings.TrimSuffix(text, "년")))
	if err != nil || p != ghg.CalendarYear(p.Year()) {
		r.Refuse(ghg.FaultPeriod, column, errors.New("write a year from 1850 to 2300"))
		return 0
	}
	return p.Year()
}

// needYear is the year of the row, or 0 where it is at fault.
func (r csvRow) needYear() int {
	if r.need("year") == "" {
		return 0
	}
	return r.year("year")
}

// day is a day, or the zero Date where the cell is empty.
func (r csvRow) day(column string) ghg.Date {
	text := r.text(column)
	if text == "" {
		return ghg.Date{}
	}
	d, ok := parseDay(text)
	if !ok {
		r.Refuse(strategy.FaultDates, column, errors.New("write a day from 1850 to 2300 as 2026-03-01"))
	}
	return d
}

// parseDay reads year, month and day in this order: 2026-03-01, 2026.3.1.,
// 2026/3/1.
func parseDay(text string) (ghg.Date, bool) {
	for _, mark := range []string{"-", ".", "/"} {
		parts := strings.Split(strings.TrimSuffix(text, "."), mark)
		if len(parts) != 3 {
			continue
		}
		var n [3]int
		for i, p := range parts {
			v, err := strconv.ParseUint(strings.TrimSpace(p), 10, 16)
			if err != nil || i == 0 && len(p) != 4 {
				return ghg.Date{}, false
			}
			n[i] = int(v)
		}
		d := ghg.Date{Year: n[0], Month: time.Month(n[1]), Day: n[2]}
		if !d.Valid() {
			return ghg.Date{}, false
		}
		return d, true
	}
	return ghg.Date{}, false
}

// amount is the number in the column amount, which must be there.
func (r csvRow) amount() (decimal.Decimal, bool) {
	text := r.need("amount")
	if text == "" {
		return decimal.Decimal{}, false
	}
	return r.number("amount", text)
}

// number reads a text as a number in the declared format.
func (r csvRow) number(column, text string) (decimal.Decimal, bool) {
	mark := byte('.')
	if r.format.Comma {
		mark = ','
	}
	d, err := exact.ParseMark(text, mark)
	if err != nil {
		r.Refuse(ghg.FaultNumber, column, err)
	}
	return d, err == nil
}

// share is a fraction as 30% or 0.3, or unset where the cell is empty.
func (r csvRow) share(column string) ghg.Share {
	text := r.text(column)
	if text == "" {
		return ghg.Share{}
	}
	text, percent := strings.CutSuffix(text, "%")
	d, ok := r.number(column, strings.TrimSpace(text))
	if !ok {
		return ghg.Share{}
	}
	take := ghg.NewShare
	if percent {
		take = ghg.Percent
	}
	s, err := take(d)
	if err != nil {
		r.Refuse(ghg.FaultNumber, column, err)
	}
	return s
}

// co2e is the amount, unit and metric of a row, on a metric where it names
// none.
func (r csvRow) co2e(metric ghg.Metric) ghg.CO2e {
	amount, ok := r.amount()
	unit, of, err := ghg.ParseMassUnit(r.text("unit"))
	switch {
	case r.text("unit") == "%":
		err = errors.New("an amount has a unit of mass: write a share in the column share")
	case err == nil && !of.Gas.IsZero() && of.Gas != ghg.CO2:
		err = fmt.Errorf("CO2e is needed, not a mass of %s", of.Gas)
	}
	if err != nil {
		r.Refuse(ghg.FaultUnit, "unit", err)
		ok = false
	}
	if metric = r.metric(metric); !ok || metric.IsZero() {
		return ghg.CO2e{}
	}
	c, err := ghg.NewCO2e(amount, unit, metric)
	if err != nil {
		r.Refuse(ghg.FaultNumber, "amount", err)
	}
	return c
}

// metric is the metric that a row names, or the one given where it names none.
func (r csvRow) metric(otherwise ghg.Metric) ghg.Metric {
	text := r.text("metric")
	if text == "" {
		if otherwise.IsZero() {
			r.Refuse(ghg.FaultMissingField, "metric", errors.New("a metric is needed, such as AR5 or unstated, in this column or for the file"))
		}
		return otherwise
	}
	m, err := ghg.ParseMetric(text, r.format.Metrics...)
	if err != nil {
		r.Refuse(ghg.FaultUnknownMetric, "metric", err)
	}
	return m
}

// on is the source that a row names, and whether it is one.
func (r csvRow) on() (strategy.EmissionSource, bool) {
	on := strategy.EmissionSource{Fuel: r.text("fuel"), EndUse: r.text("end_use")}
	code := r.text("category")
	if code == "" {
		if on.EndUse == "" {
			r.Refuse(strategy.FaultEmissionSource, "category", errors.New("name the category, or the end use in words where the category is not known"))
		}
		return on, on.EndUse != ""
	}
	scheme := r.scheme()
	if scheme.IsZero() {
		return on, false
	}
	c, err := scheme.Category(code)
	if err != nil {
		r.Refuse(ghg.FaultUnknownCategory, "category", fmt.Errorf("no category of %s", scheme.ID()))
	}
	on.Category = c
	return on, err == nil
}

// scheme is the one that a row names, or the format's.
func (r csvRow) scheme() ghg.Scheme {
	name := r.text("scheme")
	if name == "" {
		return r.format.Scheme
	}
	for _, s := range append([]ghg.Scheme{r.format.Scheme}, r.format.Schemes...) {
		if s.HasName(name) {
			return s
		}
	}
	r.Refuse(ghg.FaultUnknownScheme, "scheme", fmt.Errorf("not one of the schemes that are read here: the default is %s", r.format.Scheme.ID()))
	return ghg.Scheme{}
}
