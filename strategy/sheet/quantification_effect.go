package sheet

import (
	"cmp"
	"errors"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// series is the series of factors that a row calls by name.
func (in *quantificationReader) series(row csvRow, name string) (ghg.Factors, bool) {
	f, found := in.known[name]
	if !found {
		var err error
		if f, err = in.named.Series(name); err != nil {
			row.Refuse(ghg.FaultField, "factor", err)
			return f, false
		}
		in.known[name] = f
	}
	return f, true
}

// effect reads what one changes on a source.
func (in *quantificationReader) effect(l *quantificationLines, row csvRow) {
	on, _ := row.on()
	u := strategy.UnitEffect{On: on, Source: row.Text("source"),
		Interaction: ghg.CSVWord(row.CSVRow, strategy.FaultInteraction, "interaction", interactionWords)}
	x := effectLine{line: row.Line()}
	stray := func(why string, columns ...string) {
		for _, c := range columns {
			if row.Text(c) != "" {
				row.Refuse(ghg.FaultMismatch, c, errors.New(why))
			}
		}
	}
	switch {
	case says(row.Text("per_one"), wholeSource):
		whole := strategy.WholeSource(on, u.Interaction)
		whole.Source = u.Source
		u = whole
		stray("the whole source takes none", "per_one_unit", "metric", "factor", "factor_year")
	case row.Need("per_one_unit") == "":
	case isOfCO2e(row.Text("per_one_unit")):
		stray("an amount that one saves is the same in all years", "factor_year")
		x.saves, _ = row.CO2e("per_one", "per_one_unit", "metric", row.format.Metric)
		x.isStated, x.use = true, row.Text("factor")
	default:
		stray("it is that of the factor", "metric")
		u.Saves, _ = row.Quantity("per_one", "per_one_unit")
		if name := row.Need("factor"); name != "" {
			u.Factors, _ = in.series(row, name)
		}
		u.Of = row.factorYear()
	}
	l.Effects, l.effects = append(l.Effects, u), append(l.effects, x)
}

// factorYear is the year whose factor counts, where the row says it.
func (r csvRow) factorYear() (of strategy.FactorOf) {
	if text := r.Text("factor_year"); text != "" {
		var err error
		if of, err = strategy.ParseFactorOf(text); err != nil {
			r.Refuse(ghg.FaultPeriod, "factor_year", err)
		}
	}
	return of
}

// isOfCO2e reports whether a unit is of an amount of CO2e, and not of activity.
func isOfCO2e(unit string) bool {
	_, of, err := ghg.ParseMassUnit(unit)
	return err == nil && of != (ghg.Substance{})
}

// unitLine reads a published unit.
func (in *quantificationReader) unit(l *quantificationLines, row csvRow) {
	if l.ownUnit != nil || !l.Published.IsZero() {
		row.Refuse(strategy.FaultRepeated, "item", errors.New("the quantification has a published unit already"))
		return
	}
	l.numbered(row)
	l.ownUnit = &unitLine{line: row.Line(), PublishedUnit: strategy.PublishedUnit{Source: row.Text("source")}}
	if name := row.Text("factor"); name != "" {
		l.ownUnit.Contains, _ = in.series(row, name)
	}
	if row.Text("per_one") != "" || row.Text("per_one_unit") != "" {
		l.ownUnit.isStated = true
		if !strings.Contains(row.Text("per_one_unit"), "/") {
			l.ownUnit.Saves, _ = row.CO2e("per_one", "per_one_unit", "metric", row.format.Metric)
			return
		}
		row.Need("per_one")
		number, ok := row.Number("per_one")
		mass, per, isUnit := row.factorUnit("per_one_unit")
		if metric := row.Metric("metric", row.format.Metric); ok && isUnit && !metric.IsZero() {
			var err error
			if l.ownUnit.Saves, err = ghg.NewCO2e(number, mass, metric); err != nil {
				row.Refuse(ghg.FaultNumber, "per_one", err)
			}
			l.ownUnit.Per = per
		}
	}
}

// document is the document of a line: nothing where it is that of the quantification.
func (l *quantificationLines) document(text string) string {
	if text == l.Source && !l.isStated {
		return ""
	}
	return text
}

// documents finds the document of the quantification, and takes it off lines of the same.
func (l *quantificationLines) documents() {
	l.Source = cmp.Or(l.Source, l.firstSource, l.fallback)
	for i := range l.figures { // where not even the action has one
		l.Source = cmp.Or(l.Source, l.quantities(i).Source)
	}
	for i := range l.figures {
		q := l.quantities(i)
		q.Source = l.document(q.Source)
	}
	for i, x := range l.effects {
		if u := l.effectAt(i); !x.isStated {
			u.Source = l.document(u.Source)
		}
	}
	for i := range l.judged {
		j := &l.Judged[len(l.Judged)-len(l.judged)+i]
		j.Source = l.document(j.Source)
	}
}

// quantities are those of a line of figures.
func (l *quantificationLines) quantities(i int) *strategy.Quantities {
	return &l.Quantities[len(l.Quantities)-len(l.figures)+i]
}

// effectAt is the effect of a line.
func (l *quantificationLines) effectAt(i int) *strategy.UnitEffect {
	return &l.Effects[len(l.Effects)-len(l.effects)+i]
}
