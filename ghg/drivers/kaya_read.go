package drivers

import (
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

var kayaColumns = []ghg.CSVColumn{
	{Name: "year", Aliases: []string{"연도", "년도"}, Required: true},
	{Name: "population", Aliases: []string{"인구", "주민등록인구", "총인구"}, Required: true},
	{Name: "gdp", Aliases: []string{"지역내총생산", "GRDP", "총생산"}, Required: true},
	{Name: "energy", Aliases: []string{"에너지", "에너지소비량", "최종에너지소비"}, Required: true},
	{Name: "source", Aliases: []string{"출처"}},
}

// ReadKaya reads population (인구), gross domestic product (지역내총생산) and energy use
// (에너지) by year (연도), one a line, in the units that are given, and sets them beside the
// emissions of the same years. A year without emissions is a fault of its line; emissions
// of years that the file does not have are not taken.
//
// A line that cannot be used is a fault, and then there is no series: the effects of the
// years around it would be others.
func ReadKaya(r io.Reader, f ghg.CSVFormat, units KayaUnits, emissions ghg.Yearly) (Kaya, ghg.Report, error) {
	var years []KayaYear
	report, err := ghg.ReadCSVRows(r, f, kayaColumns, func(row ghg.CSVRow) {
		number := func(column string) decimal.Decimal {
			row.Need(column)
			n, _ := row.Number(column)
			return n
		}
		y := KayaYear{Year: row.Year("year"), Population: number("population"), GDP: number("gdp"), Energy: number("energy")}
		if row.Need("year") != "" && y.Year != 0 {
			figure, err := emissions.Figure(y.Year)
			if err != nil {
				row.Refuse(ghg.FaultPeriod, "year", err)
			}
			y.Emissions = figure.CO2e
		}
		years = append(years, y)
	})
	if err != nil || report.Faults.Len() > 0 {
		return Kaya{}, report, err
	}
	k, err := NewKaya(units, years...)
	return k, report, err
}
