package sheet

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

// needYear is the year of the row, or 0 where it is at fault.
func (r csvRow) needYear() int {
	if r.Need("year") == "" {
		return 0
	}
	return r.Year("year")
}

// needWord is the value that a column must name.
func needWord[T ~uint8](r csvRow, code, column string, set words.Set[T]) T {
	if r.Need(column) == "" {
		return 0
	}
	return ghg.CSVWord(r.CSVRow, code, column, set)
}

// co2e is the amount, unit and metric of a row, on a metric where it names none.
func (r csvRow) co2e(metric ghg.Metric) ghg.CO2e {
	if r.Text("unit") == "%" {
		r.Refuse(ghg.FaultUnit, "unit", errors.New("an amount has a unit of mass: write a share in the column share"))
		return ghg.CO2e{}
	}
	c, _ := r.CO2e("amount", "unit", "metric", metric)
	return c
}

// on is the source that a row names, and whether it is one.
func (r csvRow) on() (strategy.EmissionSource, bool) {
	on := strategy.EmissionSource{Fuel: r.Text("fuel"), EndUse: r.Text("end_use")}
	if r.Text("category") == "" {
		if on.EndUse == "" {
			r.Refuse(strategy.FaultEmissionSource, "category",
				errors.New("name the category, or the end use in words where the category is not known"))
		}
		return on, on.EndUse != ""
	}
	var ok bool
	on.Category, ok = r.Category("category", r.Scheme("scheme"))
	return on, ok
}
