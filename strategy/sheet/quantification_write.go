package sheet

import (
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// WriteQuantifications writes the quantifications of actions so that [ReadQuantifications]
// reads the same values, where it is given the series of [FactorsOf]: the columns action,
// no, item, counts, unit, counting, life, decay, renewed_to, last, unit_id, category, scheme,
// fuel, end_use, interaction, per_one, per_one_unit, metric, factor, factor_year, kept,
// reason, by and source, and a column a year, in the form of [WriteActions]. A published
// unit is written with its amount, so that it need not be given again.
//
// What would not be read as it is, such as a series of factors that another has the use
// and edition of, is refused, and nothing is written.
func WriteQuantifications(w io.Writer, actions []strategy.Action) error {
	if _, err := actionIndex(actions); err != nil {
		return err
	}
	out := quantificationWriter{named: Named{Factors: FactorsOf(actions...)}, years: map[int]bool{}}
	for _, a := range actions {
		seen := map[string]bool{}
		for i, q := range a.Quantifications {
			err := error(nil)
			switch {
			case q.IsZero():
				err = fmt.Errorf("quantification %d: none is given", i+1)
			case seen[q.ID()]:
				err = &ghg.TwiceError{What: "quantification", ID: q.ID()}
			default:
				err = out.write(a.ID, q.Definition())
			}
			if err != nil {
				return fmt.Errorf("action %.60q: %w", a.ID, err)
			}
			seen[q.ID()] = true
		}
	}
	written := slices.DeleteFunc(slices.Clone(quantificationColumns), func(c ghg.CSVColumn) bool { return c.Name == "shape" })
	return writeRows(w, withYears(written, out.years), out.rows, func(io.Reader) (ghg.Report, error) {
		return ghg.Report{}, nil
	})
}

// quantificationWriter gathers rows.
type quantificationWriter struct {
	named Named
	years map[int]bool
	rows  []cells
	err   error
}

// write adds the rows of a quantification.
func (w *quantificationWriter) write(action string, d strategy.QuantificationDefinition) error {
	line := func(what item) cells {
		row := cells{"action": action, "no": d.ID, "item": what.String()}
		w.rows = append(w.rows, row)
		return row
	}
	whole := func(what item) cells {
		row := line(what)
		for column, text := range commonCells(d) {
			row[column] = text
		}
		return row
	}
	stated := statesItself(d)
	if stated {
		whole(itemWhole)["source"] = d.Source
	}
	for i, q := range d.Quantities {
		row := whole(item(q.Kind))
		row["last"], row["by"], row["source"] = yearText(q.Last), q.By, q.Source
		if i == 0 && !stated {
			row["source"] = d.Source
		}
		row["factor"] = w.names(q.Factors...)
		w.figures(row, q.ByYear, d.Unit)
		if len(q.Without) > 0 {
			w.figures(line(itemWithout+item(q.Kind)), q.Without, d.Unit)
		}
	}
	for _, u := range d.Effects {
		w.effect(line(itemEffect), d.Unit, u)
	}
	if p := d.Published; !p.IsZero() {
		row := line(itemPublished)
		w.source(row, p.On, p.Interaction)
		row["unit_id"], row["source"], row["factor"] = p.ID, p.Source, w.names(p.Contains)
		w.amount(row, p.Saves)
		if p.Per != d.Unit {
			row["per_one_unit"] += "/" + p.Per.String()
		}
	}
	for _, j := range d.Judged {
		row := line(itemJudged + item(j.Why))
		row["kept"], row["reason"], row["source"] = j.Kept.String(), j.Text, j.Source
	}
	return w.err
}

// statesItself reports whether a line of its own has to state the document: where another
// line says it too, or the first has another.
func statesItself(d strategy.QuantificationDefinition) bool {
	if d.Quantities[0].Source != "" {
		return true
	}
	same := func(source string) bool { return source == d.Source }
	return slices.ContainsFunc(d.Quantities, func(q strategy.Quantities) bool { return same(q.Source) }) ||
		slices.ContainsFunc(d.Judged, func(j strategy.Judged) bool { return same(j.Source) }) ||
		slices.ContainsFunc(d.Effects, func(u strategy.UnitEffect) bool {
			_, fixed := fixedSaving(d.Unit, u)
			return same(u.Source) && !fixed
		})
}

// commonCells are the cells of what all of a quantification is.
func commonCells(d strategy.QuantificationDefinition) cells {
	row := cells{"counts": d.Counts, "unit": "%", "counting": d.Counting.String(), "renewed_to": yearText(d.Life.RenewedTo)}
	if !d.Unit.IsZero() {
		row["unit"] = d.Unit.String()
	}
	if d.Counting == strategy.NewInYear {
		row["life"] = lifeText(d.Life)
	}
	if !d.Life.Decay.IsUnset() {
		row["decay"] = d.Life.Decay.String()
	}
	return row
}

// figures puts numbers under their years: of percent, where they are shares.
func (w *quantificationWriter) figures(row cells, byYear map[int]decimal.Decimal, unit ghg.Unit) {
	for y, n := range byYear {
		if unit.IsZero() {
			n = n.Shift(2)
		}
		w.years[y] = true
		row[yearText(y)] = n.String()
	}
}

// effect fills the cells of what one changes.
func (w *quantificationWriter) effect(row cells, unit ghg.Unit, u strategy.UnitEffect) {
	w.source(row, u.On, u.Interaction)
	row["source"] = u.Source
	if u.IsWhole() {
		row["per_one"] = wholeSource.En
		return
	}
	if amount, fixed := fixedSaving(unit, u); fixed {
		w.amount(row, amount)
		row["factor"] = u.Factors.Of()
		return
	}
	w.check(u.Saves.Amount())
	row["per_one"], row["per_one_unit"] = u.Saves.Amount().String(), u.Saves.Unit().String()
	row["factor"] = w.names(u.Factors)
	if u.Of != (strategy.FactorOf{}) {
		row["factor_year"] = u.Of.String()
	}
}

// amount fills the cells of what one saves.
func (w *quantificationWriter) amount(row cells, c ghg.CO2e) {
	w.check(c.Tonnes())
	row["per_one"], row["per_one_unit"], row["metric"] = c.Tonnes().String(), "tCO2e", c.Metric().String()
}

// source fills the cells of what is acted on.
func (w *quantificationWriter) source(row cells, on strategy.EmissionSource, i strategy.Interaction) {
	isNone := on == strategy.EmissionSource{}
	if (on.Category.Scheme == "") != (on.Category.Code == "") || !isNone && on.Category.Code == "" && on.Folded().EndUse == "" {
		w.fail(fmt.Errorf("%s: a source needs a category of a scheme, or an end use in words", on))
	}
	row["category"], row["scheme"], row["fuel"], row["end_use"] = on.Category.Code, string(on.Category.Scheme), on.Fuel, on.EndUse
	row["interaction"] = wordOrNone(i)
}

// names are those of series, as a list.
func (w *quantificationWriter) names(factors ...ghg.Factors) string {
	var names []string
	for _, f := range factors {
		if f.IsZero() {
			continue
		}
		name, err := w.named.nameIn(f)
		if err != nil {
			w.fail(err)
		}
		names = append(names, name)
	}
	text := strings.Join(names, "; ")
	if !slices.Equal(ghg.SplitList(text), names) {
		w.fail(fmt.Errorf("factors %.60q: semicolons are not allowed in the name of a series", text))
	}
	return text
}

// check refuses a number that a file may not hold.
func (w *quantificationWriter) check(n decimal.Decimal) {
	if err := exact.Check(n); err != nil {
		w.fail(err)
	}
}

func (w *quantificationWriter) fail(err error) {
	if w.err == nil {
		w.err = err
	}
}
