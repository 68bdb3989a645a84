package waste

import (
	_ "embed"
	"sync"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/waste.tsv
var defaultsTable string

//go:embed data/wastewater.tsv
var wastewaterTable string

// Defaults are the published parameters of solid waste: composition, DOC, DOCf, MCF, F, OX,
// k, half-lives, biological treatment and incineration.
func Defaults() estimate.Defaults { return defaults() }

// WastewaterDefaults are those of waste water: Bo, MCF, BOD, COD, and what N2O takes.
func WastewaterDefaults() estimate.Defaults { return wastewaterDefaults() }

var (
	defaults = sync.OnceValue(func() estimate.Defaults {
		return estimate.MustDefaults(table.MustRead(defaultsTable, estimate.DefaultColumns()...))
	})
	wastewaterDefaults = sync.OnceValue(func() estimate.Defaults {
		return estimate.MustDefaults(table.MustRead(wastewaterTable, estimate.DefaultColumns()...))
	})
)
