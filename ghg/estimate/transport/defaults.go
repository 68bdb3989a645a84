package transport

import (
	_ "embed"
	"sync"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/mobile.tsv
var defaultText string

// Defaults are the published factors of fuel that vehicles burn, a table for each mode: "road",
// "off-road", "rail", "water-borne", "aviation". Calorific values are those of package fuel.
func Defaults() estimate.Defaults { return defaults() }

var defaults = sync.OnceValue(func() estimate.Defaults {
	return estimate.MustDefaults(table.MustRead(defaultText, estimate.DefaultColumns()...))
})
