package carveout

import (
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
)

// ExceedsError says that sites emit more than the total that holds them: an
// amount has another unit, year or boundary than the total.
type ExceedsError struct {
	Of    string // a sector, or the citywide total
	Year  int
	Total ghg.CO2e
	Sum   ghg.CO2e // of the sites
	Sites []SiteAmount
}

// SiteAmount is a site with what it emits in a total.
type SiteAmount struct {
	Facility string   `json:"facility,omitempty"`
	CO2e     ghg.CO2e `json:"co2e"`
}

func (e *ExceedsError) Error() string {
	const most = 20
	var sites []string
	for _, s := range e.Sites[:min(len(e.Sites), most)] {
		sites = append(sites, words.Quote(s.Facility)+" "+s.CO2e.String())
	}
	if more := len(e.Sites) - most; more > 0 {
		sites = append(sites, fmt.Sprintf("and %d more", more))
	}
	return fmt.Sprintf("%s in %d is %s, and its sites emit %s: %s; look at units, years and boundary",
		e.Of, e.Year, e.Total, e.Sum, strings.Join(sites, ", "))
}

// DoubleError says that energy would be subtracted twice: where it is made, and
// where it is used.
type DoubleError struct {
	Facility, Supplier string
	Year               int
}

func (e *DoubleError) Error() string {
	buyer, supplier := words.Quote(e.Facility), words.Quote(e.Supplier)
	return fmt.Sprintf("the energy that %s bought from %s in %d is in the direct emissions of %s already, and would be subtracted "+
		"twice: leave out one of them",
		buyer, supplier, e.Year, supplier)
}
