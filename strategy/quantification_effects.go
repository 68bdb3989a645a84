package strategy

import (
	"errors"
	"fmt"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Effects are what it cuts on each source in the years of a span: amounts, or shares of
// a whole source, one effect a source in the order of the definition, with the ID of
// the quantification as their label. A year is left out where a quantity that works in
// it, or the factor of it, is not known; where that is every year, the answer is a
// [*ghg.NoFigureError].
func (q Quantification) Effects(k Kind, first, last int) ([]Effect, error) {
	r, err := q.reckon(k, first, last, false)
	if err != nil {
		return nil, err
	}
	d := q.def
	if len(d.Effects) == 0 {
		reductions, err := r.series(first, last, func(y int) (ghg.CO2e, bool, error) { return r.published(y, d.kept) })
		p := d.Published
		return []Effect{{On: p.On, Label: d.ID, Interaction: p.Interaction, Reductions: reductions, Source: p.Source, model: d}}, err
	}
	out := make([]Effect, len(d.Effects))
	for i, u := range r.c.effects {
		e := Effect{On: u.On, Label: d.ID, Interaction: u.Interaction, Source: u.Source, model: d}
		if e.Source == "" {
			e.Source = d.Source
		}
		if u.whole {
			e.Cuts, err = r.cuts(first, last)
		} else {
			e.Reductions, err = r.series(first, last, func(y int) (ghg.CO2e, bool, error) { return r.amount(u, y) })
		}
		if err != nil {
			return nil, err
		}
		out[i] = e
	}
	return out, nil
}

// Net is the sum of what it cuts and adds on all its sources, by year, in the years that
// are known of all. Shares of a source have no amount until a [Baseline] says what it
// emits, and are refused with [ErrShares].
func (q Quantification) Net(k Kind, first, last int) (Reductions, error) {
	effects, err := q.Effects(k, first, last)
	if err != nil {
		return Reductions{}, err
	}
	var net Reductions
	for i, e := range effects {
		switch {
		case e.Reductions.IsZero():
			return Reductions{}, fmt.Errorf("%s: %w", q.def.of(), ErrShares)
		case i == 0:
			net = e.Reductions
		default:
			if net, err = net.Add(e.Reductions); err != nil {
				return Reductions{}, fmt.Errorf("%s: %w", q.def.of(), err)
			}
		}
	}
	return net, nil
}

// ErrShares says that an amount was asked of what is a share of a source.
var ErrShares = errors.New("it cuts a share of a source, which is no amount until a baseline says what the source emits")

// ByPublishedUnit is what official rows have: working quantity × published unit, with
// what there would be without the project in it and nothing judged.
func (q Quantification) ByPublishedUnit(k Kind, first, last int) (Reductions, error) {
	r, err := q.reckon(k, first, last, true)
	if err != nil {
		return Reductions{}, err
	}
	if q.def.Published.IsZero() {
		return Reductions{}, ghg.Refusal(q.def.of(), "published unit", "", "it has none")
	}
	return r.series(first, last, func(y int) (ghg.CO2e, bool, error) { return r.published(y, full) })
}

// Quantity is that of a year as the document has it; false where none is given.
func (q Quantification) Quantity(k Kind, year int) (ghg.Quantity, bool) {
	d := q.definition()
	c := d.kinds[k]
	if c == nil {
		return ghg.Quantity{}, false
	}
	x, ok := c.x[year]
	return d.quantity(x), ok && !d.Unit.IsZero()
}

// Working is the quantity that works in a year: all that is not beyond its life, by what
// it is worth at its age, with what there would be without the project in it. It is what
// a published unit is multiplied by, in the unit of that ([PublishedUnit.Count]). False
// where it is not known, or is a share.
func (q Quantification) Working(k Kind, year int) (ghg.Quantity, bool) {
	d := q.definition()
	c := d.kinds[k]
	if c == nil || d.Unit.IsZero() || ghg.CheckYear("", year) != nil {
		return ghg.Quantity{}, false
	}
	n, ok := d.reckon(c, year, true).working(year)
	return d.quantity(n), ok
}

// quantity is a number in the unit of the quantities.
func (q *quantification) quantity(n decimal.Decimal) ghg.Quantity {
	out, _ := ghg.NewQuantity(n, q.Unit) // was within bounds before, or is the sum of such
	return out
}

// PerOne is what one saves on all sources together in a year, with what is kept of it:
// net is it times what works beyond what there would be without the project. False where
// those of several years differ, where it is a share or not known.
func (q Quantification) PerOne(k Kind, year int) (ghg.CO2e, bool) {
	d := q.definition()
	c := d.kinds[k]
	if c == nil || d.Unit.IsZero() || ghg.CheckYear("", year) != nil {
		return ghg.CO2e{}, false
	}
	sum, err := d.perOnePublished()
	for i, u := range c.effects {
		var one ghg.CO2e
		if u.Of.rule == ofInstallation && !u.constant() || err != nil {
			return ghg.CO2e{}, false
		}
		if one, _, err = u.Factors.For(u.factorYear(year), u.Saves); err == nil {
			one, err = one.Scale(d.kept)
		}
		if i == 0 {
			sum = one
		} else if err == nil {
			sum, err = sum.Add(one)
		}
	}
	return sum, err == nil
}

// perOnePublished is what a published unit gives for one in the unit of the quantities.
func (q *quantification) perOnePublished() (ghg.CO2e, error) {
	one, err := q.Published.count(full, q.Unit)
	if err != nil || q.Published.IsZero() {
		return ghg.CO2e{}, err
	}
	return q.Published.Saves.Scale(one.Mul(q.kept))
}

// Verifier is who verified the quantity of a year, and in which document.
func (q Quantification) Verifier(year int) (string, bool) {
	d := q.definition()
	c := d.kinds[Verified]
	if c == nil {
		return "", false
	}
	line, ok := c.line[year]
	if !ok {
		return "", false
	}
	return d.Quantities[line].By, true
}

// reckon works out a kind for the years of a span.
func (q Quantification) reckon(k Kind, first, last int, gross bool) (reckoning, error) {
	if q.IsZero() {
		return reckoning{}, errNoQuantification
	}
	if err := k.check(); err != nil {
		return reckoning{}, err
	}
	of := q.def.of()
	if err := errors.Join(ghg.CheckYear(of, first), ghg.CheckYear(of, last)); err != nil {
		return reckoning{}, err
	}
	if last < first {
		return reckoning{}, ghg.Refusal(of, "years", fmt.Sprintf("%d to %d", first, last), "the last is before the first")
	}
	c := q.def.kinds[k]
	if c == nil {
		return reckoning{}, &ghg.NoFigureError{Of: k.String() + " quantities of " + of, Year: first}
	}
	return q.def.reckon(c, last, gross), nil
}

// series are the reductions of the years of a span that are known.
func (r reckoning) series(first, last int, at func(year int) (ghg.CO2e, bool, error)) (Reductions, error) {
	byYear := map[int]ghg.CO2e{}
	var metric ghg.Metric
	var missing error
	for y := first; y <= last; y++ {
		co2e, ok, err := at(y)
		var lacks *ghg.NoFigureError
		switch {
		case errors.As(err, &lacks):
			if missing == nil {
				missing = err
			}
		case err != nil:
			return Reductions{}, err
		case ok:
			byYear[y], metric = co2e, co2e.Metric()
		}
	}
	if len(byYear) == 0 {
		return Reductions{}, r.nothing(first, missing)
	}
	return NewReductions(r.c.kind, metric, byYear)
}

// cuts are the shares of the years of a span that are known.
func (r reckoning) cuts(first, last int) (Cuts, error) {
	shares := map[int]ghg.Share{}
	for y := first; y <= last; y++ {
		s, ok, err := r.share(y)
		if err != nil {
			return Cuts{}, fmt.Errorf("%s in %d: %w", r.q.of(), y, err)
		}
		if ok {
			shares[y] = s
		}
	}
	if len(shares) == 0 {
		return Cuts{}, r.nothing(first, nil)
	}
	return NewCuts(r.c.kind, shares)
}

// nothing says why no year is known.
func (r reckoning) nothing(first int, missing error) error {
	if missing != nil {
		return missing
	}
	return &ghg.NoFigureError{Of: r.c.kind.String() + " quantities of " + r.q.of(), Year: first}
}
