// Package standard names the tables of published standards that the library
// holds. Their IDs are fixed text, and whoever makes a scheme or view of his own
// cannot take one: only packages of the library can import this one.
package standard

import "slices"

// Table is a published table. There are those below and no others.
type Table struct {
	id    string
	views []string
}

// GPC11 is the GPC 1.1 with the views of its chapter 4.
var GPC11 = Table{"GPC 1.1", []string{"BASIC", "BASIC+", "territorial", "BASIC+S3"}}

// GIRRegional202409 is the tree of the Korean regional statistics with the views of
// the guideline of September 2024.
var GIRRegional202409 = Table{"GIR regional 2024-09", []string{"gross", "net", "indirect", "region without sinks", "region with sinks",
	"managed authority without sinks", "managed authority with sinks", "buildings", "transport", "agriculture", "waste", "sinks"}}

// GIRNational1996 is the tree of the Korean national inventory on the 1996 guidelines.
var GIRNational1996 = Table{"GIR national 1996", []string{"gross", "net"}}

// GCoMCRF is the Common Reporting Framework of the Global Covenant of Mayors.
var GCoMCRF = Table{"GCoM CRF", []string{"total", "generation"}}

// IPCC1996 and IPCC2006 are the categories of the Revised 1996 and of the 2006 IPCC
// Guidelines with their totals.
var (
	IPCC1996 = Table{"IPCC 1996", []string{"total", "total without land use"}}
	IPCC2006 = Table{"IPCC 2006", []string{"total"}}
)

// Tables are all of them.
func Tables() []Table {
	return []Table{GPC11, GIRRegional202409, GIRNational1996, GCoMCRF, IPCC1996, IPCC2006}
}

// ID is the fixed ID of the scheme.
func (t Table) ID() string { return t.id }

// HasView reports whether the standard defines a view of that name.
func (t Table) HasView(name string) bool { return slices.Contains(t.views, name) }
