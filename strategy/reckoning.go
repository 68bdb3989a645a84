package strategy

import (
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// workingPlaces is to how many decimal places a quantity that works is rounded, once,
// where shares and decay make it longer.
const workingPlaces = 24

// reckoning is what the quantities of a kind come to by year.
type reckoning struct {
	q       *quantification
	c       *counted
	gross   bool // what there would be without the project is not taken off
	news    []cohort
	profile []decimal.Decimal
}

// cohort is what is new in a year.
type cohort struct {
	units decimal.Decimal
	known bool
}

// reckon works out a kind up to a year.
func (q *quantification) reckon(c *counted, last int, gross bool) reckoning {
	r := reckoning{q: q, c: c, gross: gross}
	if q.Counting != NewInYear || last < c.years[0] {
		return r
	}
	first, life := c.years[0], q.Life.years()
	r.profile = q.Life.profile(last - first + 1)
	for y := first; y <= last; y++ {
		n := r.change(y)
		if c.last > 0 && y > c.last {
			n.known = true
		}
		if at := y - first - life; life > 0 && at >= 0 && y <= q.Life.RenewedTo {
			n.units, n.known = n.units.Add(r.news[at].units), n.known && r.news[at].known
		}
		r.news = append(r.news, n)
	}
	return r
}

// change is what there is more in a year with the project than without.
func (r reckoning) change(year int) cohort {
	x, known := r.c.x[year]
	if r.gross {
		return cohort{x, known}
	}
	return cohort{x.Sub(r.c.x0[year]), known}
}

// cohorts are what works in a year, each by what it is worth, by year of installation
// from the first on; what stands or is done is one of the year itself. False where one
// that would work is not known.
func (r reckoning) cohorts(year int) (first int, worth []decimal.Decimal, ok bool) {
	if r.q.Counting != NewInYear {
		n := r.change(year)
		return year, []decimal.Decimal{n.units}, n.known
	}
	start := r.c.years[0]
	if year < start {
		return 0, nil, false
	}
	first = max(start, year-len(r.profile)+1)
	for y := first; y <= year; y++ {
		n := r.news[y-start]
		if !n.known {
			return 0, nil, false
		}
		worth = append(worth, n.units.Mul(r.profile[year-y]))
	}
	return first, worth, true
}

// working is what works in a year, before what is kept of it.
func (r reckoning) working(year int) (decimal.Decimal, bool) {
	_, worth, ok := r.cohorts(year)
	var sum decimal.Decimal
	for _, w := range worth {
		sum = sum.Add(w)
	}
	return shortened(sum), ok
}

// shortened is a number to the places that a working quantity is kept to.
func shortened(n decimal.Decimal) decimal.Decimal {
	if n.Exponent() < -workingPlaces {
		return exact.Round(n, workingPlaces)
	}
	return n
}

// share is what a whole source is cut by in a year.
func (r reckoning) share(year int) (ghg.Share, bool, error) {
	n, ok := r.working(year)
	if !ok {
		return ghg.Share{}, false, nil
	}
	s, err := ghg.NewShare(shortened(n.Mul(r.q.kept)))
	return s, true, err
}

// amount is what an effect cuts in a year, rounded once to 12 decimal places of a
// tonne. A factor that is not there is a [*ghg.NoFigureError].
func (r reckoning) amount(u UnitEffect, year int) (ghg.CO2e, bool, error) {
	first, worth, ok := r.cohorts(year)
	if !ok {
		return ghg.CO2e{}, false, nil
	}
	if u.Of.rule != ofInstallation || u.constant() {
		var sum decimal.Decimal
		for _, w := range worth {
			sum = sum.Add(w)
		}
		first, worth = u.factorYear(year), []decimal.Decimal{sum}
	}
	var sum decimal.Decimal
	for i, w := range worth {
		if w.IsZero() {
			continue // of what is not there no factor is needed
		}
		quantity, err := u.Saves.Scale(shortened(w.Mul(r.q.kept)))
		if err != nil {
			return ghg.CO2e{}, false, r.wrong(u, year, err)
		}
		co2e, _, err := u.Factors.For(first+i, quantity)
		if err != nil {
			return ghg.CO2e{}, false, r.wrong(u, year, err)
		}
		sum = sum.Add(co2e.Tonnes())
	}
	co2e, err := ghg.NewCO2e(exact.Round(sum, heldPlaces), ghg.Tonne, u.Factors.Metric())
	if err != nil {
		return ghg.CO2e{}, false, r.wrong(u, year, err)
	}
	return co2e, true, nil
}

// factorYear is the year of the factor that counts in a year, where it is one for all.
func (u UnitEffect) factorYear(year int) int {
	if u.Of.rule == frozenAt {
		return u.Of.year
	}
	return year
}

func (r reckoning) wrong(u UnitEffect, year int, err error) error {
	return fmt.Errorf("%s on %s in %d: %w", r.q.of(), u.On, year, err)
}

// published is what the published unit gives in a year, rounded as an effect is.
func (r reckoning) published(year int, kept decimal.Decimal) (ghg.CO2e, bool, error) {
	n, ok := r.working(year)
	if !ok {
		return ghg.CO2e{}, false, nil
	}
	var co2e ghg.CO2e
	saves := r.q.Published.Saves
	n, err := r.q.Published.count(shortened(n.Mul(kept)), r.q.Unit)
	if err == nil {
		co2e, err = ghg.NewCO2e(exact.Round(saves.Tonnes().Mul(n), heldPlaces), ghg.Tonne, saves.Metric())
	}
	if err != nil {
		return ghg.CO2e{}, false, fmt.Errorf("%s in %d: %w", r.q.of(), year, err)
	}
	return co2e, true, nil
}
