package strategy

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
)

// WriteCSV writes the rows as delimited text in UTF-8, for a spreadsheet or a
// chart: year, id, name, name_ko, and amount, upper and lower in the unit given,
// which the head line names. An amount that is not known leaves its cell empty.
// Names are written as other files of a plan are: see [sheet.WriteActions].
func (w Wedges) WriteCSV(out io.Writer, unit ghg.MassUnit) error {
	if unit == (ghg.MassUnit{}) {
		return errors.New("no unit given: name that of the amounts, such as ghg.Kilotonne")
	}
	c := csv.NewWriter(out)
	head := func(name string) string { return fmt.Sprintf("%s (%s CO2e)", name, unit) }
	if err := c.Write([]string{"year", "id", "name", "name_ko", head("amount"), head("upper"), head("lower")}); err != nil {
		return err
	}
	for a := range w.Rows() {
		amount := ""
		if a.Quantified {
			amount = a.CO2e.In(unit).String()
		}
		if err := c.Write([]string{fmt.Sprint(a.Year), ghg.GuardFormula(a.ID), ghg.GuardFormula(a.Name), ghg.GuardFormula(a.NameKo), amount, a.Upper.In(unit).String(), a.Lower.In(unit).String()}); err != nil {
			return err
		}
	}
	c.Flush()
	return c.Error()
}
