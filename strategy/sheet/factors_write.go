package sheet

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
)

// WriteFactors writes series of factors so that [ReadFactors] reads the same values: the
// columns factor, edition, unit, metric, status, source, factor_source, mean_from, mean_to,
// published and all_years, and a column a year, in the form of [WriteActions]. Two series of
// one use and edition are a [*ghg.TwiceError]; factors by gas are refused with
// [ghg.ErrFactorsByGas], as [ghg.Factors.On] makes CO2e of them. Then nothing is written.
func WriteFactors(w io.Writer, factors []ghg.Factors) error {
	var rows []cells
	years := map[int]bool{}
	taken := map[string]bool{}
	for i, f := range factors {
		switch use := useOf(f); {
		case f.IsZero():
			return fmt.Errorf("factors %d: %w", i+1, ghg.ErrNoFactors)
		case f.Metric().IsZero():
			return fmt.Errorf("factors of %.60q: %w", f.Of(), ghg.ErrFactorsByGas)
		case taken[use]:
			return &ghg.TwiceError{What: "series of factors", ID: nameOf(f)}
		default:
			taken[use] = true
		}
		more, err := factorRows(f, years)
		if err != nil {
			return fmt.Errorf("factors of %.60q: %w", f.Of(), err)
		}
		rows = append(rows, more...)
	}
	return writeRows(w, withYears(factorColumns, years), rows, func(io.Reader) (ghg.Report, error) { return ghg.Report{}, nil })
}

// useOf is the use and edition of a series in one word, however they are written.
func useOf(f ghg.Factors) string {
	id := f.ID()
	return id[:max(0, strings.LastIndexByte(id, '@'))]
}

// factorRow is what the factors of a line agree in.
type factorRow struct {
	status    ghg.Status
	source    string
	from, to  int
	published ghg.Date
}

// factorRows are the lines of a series: one for what its factors agree in.
func factorRows(f ghg.Factors, years map[int]bool) (rows []cells, err error) {
	at := map[factorRow]int{}
	for x := range f.All() {
		if err := exact.Check(x.CO2e.Tonnes()); err != nil {
			return nil, err
		}
		of := factorRow{x.Status, x.Source, x.From, x.To, x.Published}
		i, ok := at[of]
		if !ok {
			i = len(rows)
			at[of] = i
			rows = append(rows, cells{"factor": f.Of(), "edition": f.Edition(), "unit": "tCO2e/" + f.Per().String(), "metric": f.Metric().String(),
				"status": x.Status.String(), "source": f.Source(), "mean_from": yearText(x.From), "mean_to": yearText(x.To),
				"published": dayText(x.Published)})
			if x.Source != f.Source() {
				rows[i]["factor_source"] = x.Source
			}
		}
		column := "all_years"
		if x.Year != 0 {
			years[x.Year] = true
			column = yearText(x.Year)
		}
		rows[i][column] = x.CO2e.Tonnes().String()
	}
	return rows, nil
}

// withYears are columns with those of years, in order.
func withYears(columns []ghg.CSVColumn, years map[int]bool) []ghg.CSVColumn {
	columns = slices.Clone(columns)
	for _, y := range slices.Sorted(maps.Keys(years)) {
		columns = append(columns, yearColumn(y))
	}
	return columns
}
