package daegu

import (
	_ "embed"

	"github.com/localghg/localghg/strategy"
)

//go:embed data/areas.tsv
var areas string

// Framework is the eight areas (8G) of the city's strategy, in the published
// order.
var Framework = mustFramework(areas)

func mustFramework(table string) strategy.Framework {
	d := strategy.FrameworkDefinition{
		ID: "Daegu 8G", Name: "Eight areas of carbon neutrality (8G)", NameKo: "탄소중립 8대 분야(8G)",
		Source: "kbmaeil 202112140323093 (Daegu, strategy of December 2021)",
	}
	for _, c := range mustRows(table, "code", "name", "name_ko", "theme", "theme_ko", "source", "confidence") {
		d.Areas = append(d.Areas, strategy.Area{Code: c[0], Name: c[1], NameKo: c[2], Theme: c[3], ThemeKo: c[4]})
	}
	return must(strategy.NewFramework(d))
}
