package daegu

import (
	_ "embed"

	"github.com/localghg/localghg/ghg/table"
	"github.com/localghg/localghg/strategy"
)

//go:embed data/areas.tsv
var areaTable string

// Framework is the eight areas (8G) of the city's strategy, in the published
// order.
var Framework = mustFramework()

func mustFramework() strategy.Framework {
	d := strategy.FrameworkDefinition{
		ID: "Daegu 8G", Name: "Eight areas of carbon neutrality (8G)", NameKo: "탄소중립 8대 분야(8G)",
		Source: "kbmaeil 202112140323093 (Daegu, strategy of December 2021)",
	}
	for r := range table.MustRead(areaTable, "code", "name", "name_ko", "theme", "theme_ko").Rows() {
		d.Areas = append(d.Areas, strategy.Area{Code: r.Cell("code"), Name: r.Cell("name"), NameKo: r.Cell("name_ko"),
			Theme: r.Cell("theme"), ThemeKo: r.Cell("theme_ko")})
	}
	return must(strategy.NewFramework(d))
}
