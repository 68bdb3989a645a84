package strategy

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// WriteCSV writes the rows as delimited text in UTF-8, for a spreadsheet or a
// chart: year, id, name, name_ko, and amount, upper and lower in a unit, which the
// head line names, and to a number of decimal places. The rows of a year are those of
// [WedgeYear.Show]: amounts add up to what is cut, rounded to the nearest, and lie on
// one another from the baseline, rounded to the nearest, down to the line that is
// left. An amount that is
// not known leaves its cell empty. Names are written as other files of a plan are:
// see [sheet.WriteActions].
func (w Wedges) WriteCSV(out io.Writer, unit ghg.MassUnit, places int32) error {
	if unit == (ghg.MassUnit{}) {
		return errors.New("no unit given: name that of the amounts, such as ghg.Kilotonne")
	}
	c := csv.NewWriter(out)
	head := func(name string) string { return fmt.Sprintf("%s (%s CO2e)", name, unit) }
	if err := c.Write([]string{"year", "id", "name", "name_ko", head("amount"), head("upper"), head("lower")}); err != nil {
		return err
	}
	for y := range w.Years() {
		shown, err := y.Show(unit, places)
		if err != nil {
			return fmt.Errorf("wedges of %d: %w", y.Year, err)
		}
		amounts := make([]decimal.Decimal, len(y.Wedges))
		for n, part := range shown.Cut.Parts() {
			amounts[n] = part.Amount()
		}
		layers := stacked(shown.Baseline.Amount(), amounts, decimal.Decimal.Sub)
		for n, a := range y.Wedges {
			amount := ""
			if a.Quantified {
				amount = amounts[n].StringFixed(places)
			}
			if err := c.Write([]string{fmt.Sprint(a.Year), ghg.GuardFormula(a.ID), ghg.GuardFormula(a.Name), ghg.GuardFormula(a.NameKo),
				amount, layers[n].upper.StringFixed(places), layers[n].lower.StringFixed(places)}); err != nil {
				return err
			}
		}
	}
	c.Flush()
	return c.Error()
}
