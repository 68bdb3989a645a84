package waste

import (
	_ "embed"
	"fmt"
	"sync"

	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/table"
)

//go:embed data/waste.tsv
var defaultsTable string

// Defaults are the published parameters of solid waste: composition, DOC, DOCf, MCF, F, OX,
// k, half-lives, biological treatment and incineration.
func Defaults() estimate.Defaults { return defaults() }

var defaults = sync.OnceValue(func() estimate.Defaults {
	d, err := estimate.ReadDefaults(table.MustRead(defaultsTable, estimate.DefaultColumns()...))
	if err != nil { // the table is part of the program, and a test reads it
		panic(fmt.Sprintf("waste: %v", err))
	}
	return d
})
