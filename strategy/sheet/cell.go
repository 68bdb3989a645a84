package sheet

import (
	"errors"
	"strings"
	"unicode"

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
	if words, ok := r.numberWords(); ok {
		if f, of, err := ghg.ParseKoreanFigure(words); err == nil && of.Gas.IsZero() {
			c, err := ghg.CO2eOf(f.Mass(), r.Metric("metric", metric))
			if err != nil && !r.IsFaulty() {
				r.Refuse(ghg.FaultNumber, "amount", err)
			}
			return c
		}
	}
	c, _ := r.CO2e("amount", "unit", "metric", metric)
	return c
}

// numberWords are amount and unit as one text, where the amount is written in Korean number
// words: 881만9000 and 톤, or 881만9000톤 and no unit. A comma in it separates thousands, so
// that there are none where the format has decimal commas.
func (r csvRow) numberWords() (string, bool) {
	amount := r.Text("amount")
	isHangul := func(c rune) bool { return unicode.Is(unicode.Hangul, c) }
	return amount + r.Text("unit"), !r.format.Comma && strings.ContainsFunc(amount, isHangul)
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
