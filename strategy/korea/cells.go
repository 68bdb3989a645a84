package korea

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// row is a row of one of the tables.
type row interface {
	// write adds a cell for each column after the first, which is the place.
	write(c *cells)
}

// ratePlaces is how many decimal places a rate in percent is written with,
// rounded half away from zero.
const ratePlaces = 2

// maxText is the length in bytes that a text may have.
const maxText = 10_000

// cells writes the cells of a row and notes what cannot be written.
type cells struct {
	lang   words.Language
	number func(project string) (MitigationProject, bool)
	table  tableInfo
	out    []string
	metric ghg.Metric // the zero Metric while the row has no amount
	prices strategy.Prices
	faults []ghg.Fault
}

// fault notes that the next cell cannot be written.
func (c *cells) fault(code, value, format string, a ...any) {
	name := ""
	if n := len(c.out); n < len(c.table.columns) {
		name = c.table.columns[n].Name.Ko
	}
	c.faults = append(c.faults, ghg.Fault{Code: code, Field: name, Value: value, Detail: fmt.Sprintf(format, a...)})
}

func (c *cells) add(s string) { c.out = append(c.out, s) }

// text adds a free text.
func (c *cells) text(s string) {
	if len(s) > maxText {
		c.fault(FaultText, s, "a text of %d bytes: at most %d are allowed", len(s), maxText)
		s = ""
	}
	if !utf8.ValidString(s) || strings.ContainsRune(s, '\uFFFD') {
		c.fault(FaultText, s, "not UTF-8 text, or U+FFFD where a character was lost")
		s = ""
	}
	c.add(safe(s))
}

func (c *cells) label(l Label) { c.text(l.In(c.lang)) }

// code adds a coded value; a table that needs one says so.
func (c *cells) code(l Label, needed bool) {
	switch {
	case l == Label{} && needed:
		c.fault(FaultCode, "", "one of the values is needed")
	case strings.HasPrefix(l.En, "unknown "):
		c.fault(FaultCode, l.En, "no such value")
	}
	c.add(l.In(c.lang))
}

func (c *cells) yes(b bool) {
	switch {
	case c.lang == words.Korean && b:
		c.add("예")
	case c.lang == words.Korean:
		c.add("아니오")
	case b:
		c.add("yes")
	default:
		c.add("no")
	}
}

// year adds a year; 0 is blank where none is needed.
func (c *cells) year(y int, needed bool) {
	switch {
	case y == 0 && !needed:
		c.add("")
		return
	default:
		c.checkYear(y)
	}
	c.add(strconv.Itoa(y))
}

func (c *cells) checkYear(y int) {
	if err := ghg.CheckYear("", y); err != nil {
		c.fault(FaultYear, strconv.Itoa(y), "%s", err)
	}
}

// notBefore notes that the next cell, a last year, is before the first.
func (c *cells) notBefore(last, first int) {
	if last < first && last != 0 {
		c.fault(FaultYear, strconv.Itoa(last), "it begins in %d: its last year cannot be before", first)
	}
}

func (c *cells) date(d ghg.Date) {
	switch {
	case d == ghg.Date{}:
		c.add("")
		return
	case !d.Valid():
		c.fault(FaultYear, d.String(), "no such day")
	}
	c.add(d.String())
}

// quantity adds a number and a unit, in two cells.
func (c *cells) quantity(q ghg.Quantity) {
	c.amount(q)
	c.unit(q.Unit())
}

// amount adds the number of a quantity.
func (c *cells) amount(q ghg.Quantity) {
	if q.IsUnset() {
		c.add("")
		return
	}
	c.add(q.Amount().String())
}

// decimal adds a number of no unit of activity data.
func (c *cells) decimal(n decimal.NullDecimal) {
	if err := exact.Check(n.Decimal); err != nil {
		c.fault(FaultNumber, exact.Text(n.Decimal), "%s", err)
		n.Valid = false
	}
	if !n.Valid {
		c.add("")
		return
	}
	c.add(n.Decimal.String())
}

// unit adds the name of a unit; blank where there is none.
func (c *cells) unit(u ghg.Unit) {
	switch {
	case u.IsZero():
		c.add("")
	case c.lang == words.Korean:
		c.add(u.Korean())
	default:
		c.add(u.String())
	}
}

// co2e adds an amount in tonnes; blank where none is stated. All amounts of a row
// are on one metric.
func (c *cells) co2e(x ghg.CO2e) {
	if x == (ghg.CO2e{}) {
		c.add("")
		return
	}
	switch m := x.Metric(); {
	case c.metric.IsZero():
		c.metric = m
	case c.metric.ID() != m.ID():
		c.fault(FaultMetric, m.String(), "another amount of the row is on metric %s", c.metric)
	}
	c.add(x.Tonnes().String())
}

// gwp adds the metric of the amounts of the row.
func (c *cells) gwp() {
	switch {
	case c.metric.IsZero():
		c.add("")
	case c.metric.ID() != ghg.Unstated.ID():
		c.text(string(c.metric.ID()))
	case c.lang == words.Korean:
		c.add("미기재")
	default:
		c.add("unstated")
	}
}

// million adds money in millions of won.
func (c *cells) million(m strategy.Money) {
	switch {
	case m.IsUnset():
		c.add("")
		return
	case m.Currency() != strategy.KRW:
		c.fault(FaultMoney, m.String(), "the tables are in won: convert it at a stated rate")
	}
	c.prices = m.Prices()
	c.add(m.Amount().Shift(-6).String())
}

// priced adds the prices of the money of the row.
func (c *cells) priced() {
	switch p := c.prices; {
	case p == 0:
		c.add("")
	case c.lang == words.English:
		c.add(p.String())
	case p == strategy.Nominal:
		c.add("경상")
	default:
		c.add(fmt.Sprintf("%d년 불변", int(p)))
	}
}

// percent adds a rate in percent; blank where it is undefined.
func (c *cells) percent(r ghg.Ratio) {
	v, ok := r.Value()
	if !ok {
		c.add("")
		return
	}
	c.add(v.Shift(2).StringFixed(ratePlaces))
}

// project adds cells of the project with a management number: those asked for.
func (c *cells) project(number string, parts ...func(MitigationProject) Label) {
	p, _ := c.number(number)
	p.Number = number
	for _, part := range parts {
		c.label(part(p))
	}
}

func numberOf(p MitigationProject) Label { return Label{p.Number, p.Number} }
func sectorOf(p MitigationProject) Label { return p.Sector }
func nameOf(p MitigationProject) Label   { return p.Name }
