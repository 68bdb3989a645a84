package topdown

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
)

// Driver is something beside the plan that moved emissions from the base year
// to another year: above 0 it raised them.
type Driver struct {
	Name   string // "population"
	CO2e   ghg.CO2e
	Source string
}

// Definition is what [New] reconciles.
type Definition struct {
	Inventory ghg.Yearly
	BaseYear  int
	// Drivers are those of each year that is reconciled. A year whose list is
	// empty is not adjusted, which has to be said.
	Drivers map[int][]Driver
	Cuts    Cuts
	InBase  BaseCuts
}

// Year is the reconciliation of one year with the base year.
type Year struct {
	Base, Inventory ghg.YearFigure
	Change          ghg.CO2e // Inventory − Base: below 0 for a fall
	Drivers         []Driver
	Driven          ghg.CO2e // Σ Drivers
	TopDown         ghg.CO2e // Driven − Change
	// Cuts are what is counted in the year, by action and area; InBase what of
	// it stands in the base year.
	Cuts     strategy.Total
	InBase   ghg.CO2e
	BottomUp ghg.CO2e // Cuts − InBase
	Residual ghg.CO2e // TopDown − BottomUp: what nobody explains
	// Explained is BottomUp / TopDown. It is undefined where the drivers leave
	// no fall to explain.
	Explained ghg.Ratio
	inBase    BaseCuts
}

// MaxDrivers is how many drivers a year may have.
const MaxDrivers = 100

// MismatchError says that inventory and portfolio are of two places, views or
// metrics.
type MismatchError struct {
	Aspect               ghg.Aspect
	Inventory, Portfolio string
	Err                  error // a [*ghg.MetricMismatchError] for metrics
}

func (e *MismatchError) Error() string {
	note := ""
	if e.Inventory == e.Portfolio {
		note = ": different selections of one name"
	}
	return fmt.Sprintf("the %s must be one: the inventory's is %q, the portfolio's %q%s", e.Aspect, e.Inventory, e.Portfolio, note)
}

// Unwrap is the cause that has a type of its own, if there is one.
func (e *MismatchError) Unwrap() error { return e.Err }

// New reconciles every year that has drivers with the base year, in the order
// of the years. Place, view and metric must be one, else a [*MismatchError] is
// returned for each that is not; a year without a figure is a
// [*ghg.NoFigureError], one without cuts a [*NoCutsError]. A projected
// figure is no inventory, and is refused.
func New(d Definition) ([]Year, error) {
	if err := d.check(); err != nil {
		return nil, err
	}
	base, err := d.figure(d.BaseYear)
	if err != nil {
		return nil, err
	}
	zero := minus(base.CO2e, base.CO2e)
	before := strategy.Total{Sum: strategy.Sum{CO2e: zero}}
	if d.InBase == CountedInBase {
		if before, err = d.Cuts.total(d.BaseYear); err != nil {
			return nil, fmt.Errorf("base year: %w", err)
		}
	}
	var out []Year
	var errs []error
	for _, year := range slices.Sorted(maps.Keys(d.Drivers)) {
		y := Year{Base: base, Drivers: slices.Clone(d.Drivers[year]), Driven: zero, InBase: before.CO2e, inBase: d.InBase}
		var err1, err2 error
		y.Inventory, err1 = d.figure(year)
		y.Cuts, err2 = d.Cuts.total(year)
		if err := cmp.Or(errors.Join(err1, err2), gone(before, y.Cuts)); err != nil {
			errs = append(errs, err)
			continue
		}
		y.add()
		out = append(out, y)
	}
	if len(errs) > 0 {
		return nil, errors.Join(errs...)
	}
	return out, nil
}

// gone refuses actions that have an amount in the base year and none later.
func gone(before, after strategy.Total) error {
	there := map[string]bool{}
	for a := range after.ByAction() {
		there[a.Action.ID] = a.Quantified
	}
	var errs []error
	for a := range before.ByAction() {
		if a.Quantified && !there[a.Action.ID] {
			errs = append(errs, fmt.Errorf("%d: action %.60q has an amount in the base year and none in this one: what it cuts is unknown, not 0", after.Year, a.Action.ID))
		}
	}
	return errors.Join(errs...)
}

// add computes the parts. All amounts are on one metric.
func (y *Year) add() {
	for _, x := range y.Drivers {
		y.Driven = plus(y.Driven, x.CO2e)
	}
	y.Change = minus(y.Inventory.CO2e, y.Base.CO2e)
	y.TopDown = minus(y.Driven, y.Change)
	y.BottomUp = minus(y.Cuts.CO2e, y.InBase)
	y.Residual = minus(y.TopDown, y.BottomUp)
	switch y.TopDown.Sign() {
	case 0:
		y.Explained = ghg.Undefined("nothing changed beyond what the drivers explain")
	case -1:
		y.Explained = ghg.Undefined("emissions rose beyond what the drivers explain")
	default:
		y.Explained = ghg.Quotient(y.BottomUp.Tonnes(), y.TopDown.Tonnes(), "")
	}
}

// check is about the definition, before any figure is read.
func (d Definition) check() error {
	errs := []error{d.Cuts.check()}
	if d.InBase != CountedInBase && d.InBase != NoneInBase {
		errs = append(errs, ErrNoBaseCuts)
	}
	if len(d.Drivers) == 0 {
		errs = append(errs, errors.New("no year to reconcile: give the drivers of one at least; an empty list says that a year is not adjusted"))
	}
	if err := errors.Join(errs...); err != nil {
		return err
	}
	p, inv := d.Cuts.portfolio, d.Inventory
	if a, b := inv.Place(), p.Place(); a != b {
		errs = append(errs, &MismatchError{Aspect: ghg.AspectPlace, Inventory: string(a), Portfolio: string(b)})
	}
	if a, b := inv.View().ID(), p.View().ID(); a != b {
		errs = append(errs, &MismatchError{Aspect: ghg.AspectView, Inventory: a.String(), Portfolio: b.String()})
	}
	metric := inv.Metric().ID()
	if b := p.Metric().ID(); metric != b {
		errs = append(errs, &MismatchError{Aspect: ghg.AspectMetric, Inventory: metric.String(), Portfolio: b.String(), Err: &ghg.MetricMismatchError{A: metric, B: b}})
	}
	for _, year := range slices.Sorted(maps.Keys(d.Drivers)) {
		if year <= d.BaseYear {
			errs = append(errs, fmt.Errorf("%d: a year after the base year, %d, is needed", year, d.BaseYear))
		}
		if n := len(d.Drivers[year]); n > MaxDrivers {
			errs = append(errs, fmt.Errorf("%d: %d drivers: at most %d are allowed", year, n, MaxDrivers))
			continue
		}
		for i, x := range d.Drivers[year] {
			if x.Name == "" || x.Source == "" {
				errs = append(errs, fmt.Errorf("%d: driver %d %.60q: a name and a source are needed", year, i+1, x.Name))
			}
			if b := x.CO2e.Metric().ID(); b != metric {
				errs = append(errs, fmt.Errorf("%d: driver %d %.60q: %w", year, i+1, x.Name, &ghg.MetricMismatchError{A: metric, B: b}))
			}
		}
	}
	return errors.Join(errs...)
}

// figure is the inventory of a year.
func (d Definition) figure(year int) (ghg.YearFigure, error) {
	f, err := d.Inventory.Figure(year)
	if err == nil && f.Status == ghg.Projected {
		err = fmt.Errorf("%d: the figure is projected: a forecast is no inventory", year)
	}
	return f, err
}

func plus(a, b ghg.CO2e) ghg.CO2e {
	sum, _ := a.Add(b)
	return sum
}

func minus(a, b ghg.CO2e) ghg.CO2e { return plus(a, b.Neg()) }
