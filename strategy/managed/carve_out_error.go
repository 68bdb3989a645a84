package managed

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg"
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
	Facility string
	CO2e     ghg.CO2e
}

func (e *ExceedsError) Error() string {
	const most = 20
	var sites []string
	for i, s := range e.Sites {
		if i == most {
			sites = append(sites, fmt.Sprintf("and %d more", len(e.Sites)-most))
			break
		}
		sites = append(sites, fmt.Sprintf("%q %s", s.Facility, s.CO2e))
	}
	return fmt.Sprintf("%s in %d is %s, and its sites emit %s: %s; look at units, years and boundary", e.Of, e.Year, e.Total, e.Sum, strings.Join(sites, ", "))
}

// MissingError says that a site is covered in a year and no figure is known of
// it in a scope that the scheme covers.
type MissingError struct {
	Facility string
	Year     int
	Scope    ghg.Scope
}

func (e *MissingError) Error() string {
	return fmt.Sprintf("facility %q is covered in %d, and has no figure of %s: what is missing is not 0; state a 0 where there is none", e.Facility, e.Year, e.Scope)
}

// DoubleError says that energy would be subtracted twice: where it is made, and
// where it is used.
type DoubleError struct {
	Facility, Supplier string
	Year               int
}

func (e *DoubleError) Error() string {
	return fmt.Sprintf("the energy that %q bought from %q in %d is in the direct emissions of %q already, and would be subtracted twice: leave out one of them", e.Facility, e.Supplier, e.Year, e.Supplier)
}

// errorList keeps the first errors and counts the others.
type errorList struct {
	all  []error
	more int
}

const maxErrors = 1000

func (l *errorList) add(err error) {
	if len(l.all) >= maxErrors {
		l.more++
		return
	}
	l.all = append(l.all, err)
}

func (l *errorList) join() error {
	if l.more > 0 {
		return errors.Join(append(l.all, fmt.Errorf("and %d more", l.more))...)
	}
	return errors.Join(l.all...)
}
