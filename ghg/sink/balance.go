package sink

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
)

// Balance is gross emissions less removals in one year: the only place where
// the two meet.
type Balance struct {
	Year    int
	Gross   ghg.YearFigure
	Sink    Year
	Project Project
	// Net is Gross − claimable removal: the buffer counts for nobody.
	Net ghg.CO2e
	// NetOfStock is Gross − removal, with what is held back: the balance of the
	// air.
	NetOfStock ghg.CO2e
}

// ErrSinksCounted says that emissions are of a view that has removals in it.
var ErrSinksCounted = errors.New("the emissions have removals in them, and would lose them twice: " +
	"use a view without sinks, such as gpc.Basic")

// Balance takes the removals of a year from gross emissions. The series must be
// of a view that counts no sinks: what an inventory has taken off already would
// be taken off twice. A view that selects a category with removals is refused
// with [ErrSinksCounted]; of a declared view only its author knows. Place and
// metric must be one, else a [*ghg.MismatchError] is returned. A series without the
// year is a [*ghg.NoFigureError].
func (r Removals) Balance(gross ghg.Yearly, year int) (Balance, error) {
	if r.project.IsZero() {
		return Balance{}, errNoProject
	}
	var errs []error
	if code := removalsIn(gross.View()); code != "" {
		errs = append(errs, fmt.Errorf("view %s, category %s: %w", gross.View(), code, ErrSinksCounted))
	}
	// Removals have no view: what the emissions count is for the check above.
	trees := ghg.Basis{Place: r.project.def.Place, View: gross.View(), Metric: r.project.def.Metric}
	if err := gross.Basis().Meets("the emissions", trees, r.project.of()); err != nil {
		errs = append(errs, err)
	}
	if len(errs) > 0 {
		return Balance{}, errors.Join(errs...)
	}
	f, err := gross.Figure(year)
	if err != nil {
		return Balance{}, err
	}
	y, ok := r.Year(year)
	if !ok {
		return Balance{}, &ghg.NoFigureError{Of: "the removals of " + r.project.of(), Year: year, Remedy: "compute them through that year"}
	}
	return Balance{Year: year, Gross: f, Sink: y, Project: r.project,
		Net: plus(f.CO2e, y.Claimable.c.Neg()), NetOfStock: plus(f.CO2e, y.Removal.c.Neg())}, nil
}

// removalsIn is the first category with removals that a view selects, or "".
func removalsIn(v ghg.View) string {
	for n := range v.Scheme().Nodes() {
		if n.Negative && v.Selects(n.Code) {
			return n.Code
		}
	}
	return ""
}

// String is the balance in one line.
func (b Balance) String() string {
	return fmt.Sprintf("%d: %s − %s claimable = net %s", b.Year, b.Gross.CO2e, b.Sink.Claimable.c, b.Net)
}

// Explain is the balance as arithmetic, with the buffer.
func (b Balance) Explain() string {
	source := ""
	if b.Gross.Source != "" {
		source = "; " + b.Gross.Source
	}
	return fmt.Sprintf("%d: gross %s (%s%s)\n− claimable %s of %s, with a buffer of %s\n= net %s; with what is held back and drawn, %s\n%s",
		b.Year, b.Gross.CO2e, b.Gross.Status, source, b.Sink.Claimable.c,
		b.Project.name(), b.Project.definition().Buffer, b.Net, b.NetOfStock, b.Sink.Explain())
}
