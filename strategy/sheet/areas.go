package sheet

import (
	"fmt"
	"io"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

var areaColumns = []ghg.CSVColumn{
	column("code*", "부문코드 코드"), column("name*", "부문명 부문 영문명"), column("name_ko", "한글명 국문명"),
	column("theme", "추진방향 목표"), column("theme_ko", "추진방향한글"),
}

// ReadAreas reads the areas of a plan (부문), one a line, and returns the framework of the
// definition with them: code (부문코드), name (부문명), name_ko (한글명), theme (추진방향) and
// theme_ko. Code and name must be there. The readers of the plan take it as
// [Format].Framework.
//
// A line that cannot be used is a fault, and then there is no framework: an area that is
// missing would take its actions with it.
func ReadAreas(r io.Reader, f Format, d strategy.FrameworkDefinition) (strategy.Framework, ghg.Report, error) {
	if len(d.Areas) > 0 {
		return strategy.Framework{}, ghg.Report{}, fmt.Errorf("framework %.200q has areas already: give all of them in one file", d.ID)
	}
	report, err := readRows(r, &f, areaColumns, func(row csvRow) {
		d.Areas = append(d.Areas, strategy.Area{Code: row.ID("code"), Name: row.Need("name"), NameKo: row.Text("name_ko"),
			Theme: row.Text("theme"), ThemeKo: row.Text("theme_ko")})
	})
	if err != nil || report.Faults.Len() > 0 {
		return strategy.Framework{}, report, err
	}
	framework, err := strategy.NewFramework(d)
	return framework, report, err
}
