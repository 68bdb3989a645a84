package topdown

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
)

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
	Base      ghg.YearFigure `json:"base"`
	Inventory ghg.YearFigure `json:"inventory"`
	Change    ghg.CO2e       `json:"change"` // Inventory − Base: below 0 for a fall
	Drivers   []Driver       `json:"drivers,omitempty"`
	Driven    ghg.CO2e       `json:"driven"`  // Σ Drivers
	TopDown   ghg.CO2e       `json:"topDown"` // Driven − Change
	// Cuts are what is counted in the year, by action and area; InBase what of
	// it stands in the base year.
	Cuts     strategy.Total `json:"cuts"`
	InBase   ghg.CO2e       `json:"inBase"`
	BottomUp ghg.CO2e       `json:"bottomUp"` // Cuts − InBase
	Residual ghg.CO2e       `json:"residual"` // TopDown − BottomUp: what nobody explains
	// Explained is BottomUp / TopDown. It is undefined where the drivers leave
	// no fall to explain.
	Explained ghg.Ratio `json:"explained"`
	inBase    BaseCuts
}

// maxDrivers is how many drivers a year may have.
const maxDrivers = 100

// New reconciles every year that has drivers with the base year, in the order
// of the years. What does not stand in the definition is in the error, as
// [ghg.Faults]. Beside them stand a [*ghg.MismatchError] where inventory and
// portfolio are not of one basis, and a [*ghg.MetricMismatchError] where a driver is
// on another metric. A year without a figure, or without cuts, is a
// [*ghg.NoFigureError]. A projected figure is no inventory, and is refused.
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
			errs = append(errs, &ghg.NoFigureError{Of: "action " + words.Quote(a.Action.ID), Year: after.Year,
				Remedy: "it has an amount in the base year, and what it cuts now is unknown, not 0: state it"})
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
	var faults ghg.Faults
	var errs []error
	const of = "reconciliation"
	d.Cuts.refuse(&faults, of)
	if p := d.Cuts.portfolio; !p.IsZero() {
		errs = append(errs, d.Inventory.Basis().Meets("the inventory", p.Basis(), "portfolio "+words.Quote(p.Name())))
	}
	if d.InBase != CountedInBase && d.InBase != NoneInBase {
		faults.Refuse(of, "in base", "", "say what is known of cuts in the base year: topdown.CountedInBase and topdown.NoneInBase are allowed")
	}
	if len(d.Drivers) == 0 {
		faults.Refuse(of, "drivers", "", "give those of one year at least; an empty list says that a year is not adjusted")
	}
	metric := d.Inventory.Metric().ID()
	for _, year := range slices.Sorted(maps.Keys(d.Drivers)) {
		of := fmt.Sprintf("%s of %d", of, year)
		if year <= d.BaseYear {
			faults.Refuse(of, "year", strconv.Itoa(year), fmt.Sprintf("a year after the base year, %d, is needed", d.BaseYear))
		}
		if n := len(d.Drivers[year]); n > maxDrivers {
			faults.Refuse(of, "drivers", strconv.Itoa(n), fmt.Sprintf("at most %d are allowed", maxDrivers))
			continue
		}
		refuseDecomposed(&faults, d.BaseYear, year, d.Drivers[year])
		for i, x := range d.Drivers[year] {
			of := fmt.Sprintf("%s, driver %s", of, words.Quote(x.Name))
			if x.Name == "" {
				of = fmt.Sprintf("reconciliation of %d, driver %d", year, i+1)
				faults.Refuse(of, "name", "", "a name is needed")
			}
			if x.Source == "" {
				faults.Refuse(of, "source", "", "name the document: without one, a driver is an opinion")
			}
			if b := x.CO2e.Metric().ID(); b != metric {
				mismatch := &ghg.MetricMismatchError{A: metric, B: b}
				faults.Refuse(of, "metric", b.String(), mismatch.Error())
				if len(errs) < 2 { // one of the drivers is enough
					errs = append(errs, mismatch)
				}
			}
		}
	}
	return errors.Join(append([]error{faults.Err()}, errs...)...)
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
