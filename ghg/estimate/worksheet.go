package estimate

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// Places are the decimal places to which what has no last one is rounded.
const Places = 24

// Rounded is how a quotient is rounded: half away from zero, to [Places] decimal places.
var Rounded = derivation.ToPlaces(Places)

// Exactly is how products and sums are: not rounded.
var Exactly derivation.Rounding

// Worksheet is what a [Method] tells its terms and steps. Terms come back as numbers in the
// unit of the equation; one that is refused comes back as 0, and the result is refused.
type Worksheet struct {
	of       Method
	sheet    *derivation.Sheet // nil but for a derivation
	faults   ghg.Faults
	findings ghg.Findings
	lines    []line
	as       string // the unit that the next term is told in
}

// Explaining reports whether the derivation is made: what only it needs, such as a
// formula that is put together, need not be made else.
func (w *Worksheet) Explaining() bool { return w.sheet != nil }

// Refuse says that a term does not stand, and what would.
func (w *Worksheet) Refuse(field, value, allowed string) { w.faults.Refuse("", field, value, allowed) }

// RefuseError is [Worksheet.Refuse] with what an error says is accepted.
func (w *Worksheet) RefuseError(field, value string, err error) { w.Refuse(field, value, err.Error()) }

// Failed reports whether a term was refused: a method need not go on then, and must not
// divide.
func (w *Worksheet) Failed() bool { return w.faults.Len() > 0 }

// Remark adds a finding. It is one of the figures, not of their derivation.
func (w *Worksheet) Remark(f ghg.Finding) {
	if !w.Explaining() {
		w.findings.Add(f)
	}
}

// remarkAll adds the findings of a published factor.
func (w *Worksheet) remarkAll(fs ghg.Findings) {
	if !w.Explaining() {
		w.findings.AddAll(fs)
	}
}

// As says the unit in which the derivation tells the next term, where the equation knows more
// of it than its unit says: that a fraction is of carbon, or a mass of methane.
//
//	doc := w.As("t C/t").Fraction("DOC", …)
//
// Replay then checks that carbon and methane, and dry and wet, are not taken for each other.
func (w *Worksheet) As(unit string) *Worksheet {
	w.as = unit
	return w
}

// told is the unit in which the next term is told.
func (w *Worksheet) told(unit string) string {
	unit = cmp.Or(w.as, unit)
	w.as = ""
	return unit
}

// Quantity is a term of activity data, from 0 on, in a unit that it is converted to.
func (w *Worksheet) Quantity(symbol string, what words.Term, q ghg.Quantity, unit ghg.Unit, source string) decimal.Decimal {
	as := w.told(unit.String())
	switch {
	case q.IsUnset():
		w.Refuse(symbol, "", fmt.Sprintf("none is given; an amount in %s is accepted", unit))
		return decimal.Zero
	case q.Sign() < 0:
		w.Refuse(symbol, q.String(), "an amount of activity data is not below 0")
		return decimal.Zero
	case q.Unit() == unit:
		w.given(symbol, what, as, source, q.Amount())
		return q.Amount()
	}
	converted, err := q.In(unit)
	if err != nil {
		if converted, err = q.Rounded(unit, Places); err != nil {
			w.RefuseError(symbol, q.String(), err)
			return decimal.Zero
		}
	}
	w.converted(symbol, what, q.Amount(), converted.Amount(), q.Unit().String(), unit.String(), as, source, oneOfUnit)
	return converted.Amount()
}

// Parameter is a term, from 0 on, in a unit that it is converted to.
func (w *Worksheet) Parameter(symbol string, what words.Term, p Parameter, unit ghg.RateUnit) decimal.Decimal {
	as := w.told(unit.String())
	if p.IsUnset() {
		w.Refuse(symbol, "", noneGiven(unit))
		return decimal.Zero
	}
	if p.Rate.Amount().IsNegative() {
		w.Refuse(symbol, p.Rate.String(), notBelowZero(unit))
		return decimal.Zero
	}
	w.remarkAll(p.Findings)
	if p.Rate.Unit() == unit {
		w.given(symbol, what, as, p.Source, p.Rate.Amount())
		return p.Rate.Amount()
	}
	converted, err := p.Rate.In(unit)
	if err != nil {
		if converted, err = p.Rate.Rounded(unit, Places); err != nil {
			w.RefuseError(symbol, p.Rate.String(), err)
			return decimal.Zero
		}
	}
	w.converted(symbol, what, p.Rate.Amount(), converted.Amount(), p.Rate.Unit().String(), unit.String(), as, p.Source, oneOfRate)
	return converted.Amount()
}

func noneGiven(unit ghg.RateUnit) string {
	if unit == (ghg.RateUnit{}) {
		return "none is given; a plain number is accepted"
	}
	return fmt.Sprintf("none is given; a rate in %s is accepted", unit)
}

func notBelowZero(unit ghg.RateUnit) string {
	if unit == (ghg.RateUnit{}) {
		return "not below 0; a plain number is accepted"
	}
	return fmt.Sprintf("not below 0; a rate in %s is accepted", unit)
}

// Fraction is a term from 0 to 1, which may be stated in %.
func (w *Worksheet) Fraction(symbol string, what words.Term, p Parameter) decimal.Decimal {
	before := w.faults.Len()
	f := w.Parameter(symbol, what, p, ghg.RateUnit{})
	if w.faults.Len() == before && f.GreaterThan(decimal.New(1, 0)) {
		w.Refuse(symbol, p.Rate.String(), "a fraction from 0 to 1, or a percentage that says %, is accepted")
		return decimal.Zero
	}
	return f
}

// Number is a plain number that the method itself has, such as 44/12 or the days of a year,
// with its source.
func (w *Worksheet) Number(symbol string, what words.Term, unit, source string, n decimal.Decimal) decimal.Decimal {
	w.given(symbol, what, unit, source, n)
	return n
}

// given adds a stated step.
func (w *Worksheet) given(symbol string, what words.Term, unit, source string, n decimal.Decimal) {
	if w.sheet != nil {
		w.sheet.Given(symbol, what, unit, source, derivation.Number(n))
	}
}

var (
	asStated   = words.Term{En: "%s, as stated", Ko: "%s(원자료 단위)"}
	conversion = words.Term{En: "conversion of units", Ko: "단위 환산"}
)

// converted adds a term in the unit that it was stated in, the conversion, and the term, which
// is told as.
// Where the conversion has no last decimal place either way, the term is stated as it is
// used, and its source says what it was.
func (w *Worksheet) converted(symbol string, what words.Term, stated, n decimal.Decimal, from, to, as, source string,
	one func(from, to string) (decimal.Decimal, bool),
) {
	if w.sheet == nil {
		return
	}
	asStatedIs, by := symbol+"_stated", symbol+"_per"
	if k, ok := one(from, to); ok {
		w.given(asStatedIs, asStated.With(what), from, source, stated)
		w.given(by, conversion, derivation.Per(as, from), "", k)
		w.sheet.Computed(symbol, what, as, asStatedIs+" × "+by, Exactly, derivation.Number(n))
		return
	}
	if k, ok := one(to, from); ok {
		w.given(asStatedIs, asStated.With(what), from, source, stated)
		w.given(by, conversion, derivation.Per(from, as), "", k)
		w.sheet.Computed(symbol, what, as, asStatedIs+" / "+by, Rounded, derivation.Number(n))
		return
	}
	w.given(symbol, what, as, strings.TrimPrefix(source+"; stated as "+stated.String()+" "+from, "; "), n)
}

// oneOfUnit is one of a unit in another, and whether that has a last decimal place.
func oneOfUnit(from, to string) (decimal.Decimal, bool) {
	q, err := ghg.ParseQuantity("1 " + from)
	if err != nil {
		return decimal.Zero, false
	}
	unit, err := ghg.ParseUnit(to)
	if err != nil {
		return decimal.Zero, false
	}
	q, err = q.In(unit)
	return q.Amount(), err == nil
}

// oneOfRate is the same of units of rates.
func oneOfRate(from, to string) (decimal.Decimal, bool) {
	r, err := ghg.ParseRate("1 " + from)
	if err != nil {
		return decimal.Zero, false
	}
	unit, err := ghg.ParseRateUnit(to)
	if err != nil {
		return decimal.Zero, false
	}
	r, err = r.In(unit)
	return r.Amount(), err == nil
}

// Computed adds a step and gives its value back. The formula is in the grammar of package
// derivation, of symbols that were told before; the value is what the method computes.
func (w *Worksheet) Computed(symbol string, what words.Term, unit, formula string, by derivation.Rounding,
	n decimal.Decimal,
) decimal.Decimal {
	if err := exact.CheckResult(n); err != nil {
		w.RefuseError(symbol, "", err)
		return decimal.Zero
	}
	if w.sheet != nil {
		w.sheet.Computed(symbol, what, unit, formula, by, derivation.Number(n)).Equation = w.of.Equation()
	}
	return n
}

// Sheet is the derivation in the making, for columns and decisions, which the methods above
// do not write; nil where none is made.
func (w *Worksheet) Sheet() *derivation.Sheet { return w.sheet }

// Quotient is a/b rounded as [Rounded] says; 0 where a term was refused.
func (w *Worksheet) Quotient(a, b decimal.Decimal) decimal.Decimal {
	if b.IsZero() {
		return decimal.Zero
	}
	return a.DivRound(b, Places)
}

// line is what is reported of a gas.
type line struct {
	gas   ghg.Gas
	value ghg.Value
}

// shortened is a result as it is reported: one of more than [Places] decimal places, as a
// product with a quotient has them, is rounded to them.
func shortened(n decimal.Decimal, by derivation.Rounding) (decimal.Decimal, derivation.Rounding) {
	if n.Exponent() >= -Places {
		return n, by
	}
	return n.Round(Places), Rounded
}

// Substance is a gas without its origin, as units name it: CH4 of fossil methane.
func Substance(g ghg.Gas) string {
	switch g {
	case ghg.CH4Fossil, ghg.CH4NonFossil:
		g = ghg.CH4
	case ghg.CO2Biogenic:
		g = ghg.CO2
	}
	return g.String()
}

// Emits adds a step that is a mass of a gas, and reports it, to at most [Places] decimal
// places of its unit. A gas that is told twice is added up. A mass below 0 is a removal, as of a
// stock of carbon that grows.
func (w *Worksheet) Emits(symbol string, what words.Term, gas ghg.Gas, unit ghg.MassUnit, formula string, by derivation.Rounding,
	n decimal.Decimal,
) {
	n, by = shortened(n, by)
	n = w.Computed(symbol, what, unit.String()+" "+Substance(gas), formula, by, n)
	mass, err := ghg.NewMass(n, unit)
	if err == nil {
		mass, err = mass.Of(gas)
	}
	if err != nil {
		w.RefuseError(symbol, n.String(), err)
		return
	}
	i := slices.IndexFunc(w.lines, func(l line) bool { return l.gas == gas })
	if i < 0 {
		w.lines = append(w.lines, line{gas, ghg.Emitted(mass)})
		return
	}
	before, _ := w.lines[i].value.Mass()
	if mass, err = mass.Add(before); err != nil {
		w.RefuseError(symbol, n.String(), err)
		return
	}
	w.lines[i].value = ghg.Emitted(mass)
}

// EmitsCO2e adds a step that is CO2e of all gases together on a metric, in tonnes, and
// reports it, as by a printed total, to at most [Places] decimal places. What is told twice on one metric is added up.
func (w *Worksheet) EmitsCO2e(symbol string, what words.Term, m ghg.Metric, formula string, by derivation.Rounding, n decimal.Decimal) {
	n, by = shortened(n, by)
	on := " (" + m.String() + ")"
	n = w.Computed(symbol, words.Term{En: what.En + on, Ko: what.Ko + on}, "t CO2e", formula, by, n)
	co2e, err := ghg.NewCO2e(n, ghg.Tonne, m)
	if err != nil {
		w.RefuseError(symbol, n.String(), err)
		return
	}
	for i, l := range w.lines {
		if before, ok := l.value.CO2e(); ok && l.gas.IsZero() {
			if co2e, err = co2e.Add(before); err != nil {
				w.RefuseError(symbol, n.String(), err)
				return
			}
			w.lines[i].value = ghg.Equivalent(co2e)
			return
		}
	}
	w.Reports(ghg.Gas{}, ghg.Equivalent(co2e))
}

// FindingNotEstimated is the code of the finding that gases are not estimated.
const FindingNotEstimated = "gases-not-estimated"

var noFactor = words.Term{En: "not estimated, for want of a factor: %s", Ko: "배출계수 없음, 산정 제외: %s"}

// NotEstimated reports gases as NE, for want of a factor, and says so in a finding.
func (w *Worksheet) NotEstimated(gases ...ghg.Gas) {
	names := make([]string, len(gases))
	for i, g := range gases {
		names[i] = g.String()
		v, err := ghg.Keyed(ghg.NE, "no factor")
		if err != nil {
			w.RefuseError("NE", g.String(), err)
			return
		}
		w.Reports(g, v)
	}
	if len(gases) > 0 {
		list := strings.Join(names, ", ")
		w.Remark(ghg.Finding{Code: FindingNotEstimated, Severity: ghg.Warning, Stated: list}.Said(noFactor, list))
	}
}

// Reports reports what is no mass of a gas: a printed total in CO2e of all gases (of the
// zero Gas), or a notation key, as NE for a gas without a factor.
func (w *Worksheet) Reports(gas ghg.Gas, v ghg.Value) { w.lines = append(w.lines, line{gas, v}) }
