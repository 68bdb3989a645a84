package waste

import (
	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/shopspring/decimal"
)

// LandfillYear is a year of a landfill. Masses are of CH4; those of streams stand in the
// order of the streams.
type LandfillYear struct {
	Year      int        `json:"year"`
	OfStreams []ghg.Mass `json:"ofStreams"` // generated
	Generated ghg.Mass   `json:"generated"` // by decay, whatever Excess makes of it
	Recovered ghg.Mass   `json:"recovered"`
	Emitted   ghg.Mass   `json:"emitted"`
	// Stored is the carbon of the year's deposits that does not decay, in t C: unset where the
	// deposits are not stated.
	Stored ghg.Quantity `json:"stored"`
}

// Years are all years from the first deposit to the Year of the landfill, at the cost of
// one: each as [estimate.Of] has it. What was projected to get it, deposits or recovery,
// makes a year [ghg.Projected]. Faults are those of Of; one recovery that is refused
// refuses all.
func (l Landfill) Years() (ghg.Years[LandfillYear], error) {
	c := course{Landfill: l, out: new([]ghg.OfYear[LandfillYear])}
	if _, err := estimate.Of(c); err != nil {
		return ghg.Years[LandfillYear]{}, err
	}
	return ghg.NewYears("CH4 of landfill", "", nil, *c.out...)
}

// course is a landfill as a method that emits nothing and keeps each year.
type course struct {
	Landfill
	out *[]ghg.OfYear[LandfillYear]
}

// Work works out the decay once, and each year of it.
func (c course) Work(w *estimate.Worksheet) {
	d := c.decay(w)
	if w.Failed() {
		return
	}
	status, last := ghg.Actual, c.Year
	for year := d.from; year <= last; year++ {
		of := LandfillYear{Year: year, OfStreams: make([]ghg.Mass, len(d.streams))}
		var sum decimal.Decimal
		for i := range d.streams {
			s := &d.streams[i]
			n := d.generated(s, year)
			sum, of.OfStreams[i] = sum.Add(n), methaneMass(w, n)
			if deposit, ok := s.Deposits.At(year); ok && year <= d.to {
				status = max(status, deposit.Status)
			}
		}
		of.Generated = methaneMass(w, sum)
		c.Year = year
		r, n := c.emit(w, "", sum, d.ox)
		of.Recovered, of.Emitted = methaneMass(w, r.all), methaneMass(w, n)
		if stored, ok := d.stored(year); ok {
			of.Stored = quantity(w, stored)
		}
		*c.out = append(*c.out, ghg.OfYear[LandfillYear]{Year: year, Value: of, Status: max(status, r.status)})
	}
}

// quantity is one of t.
func quantity(w *estimate.Worksheet, t decimal.Decimal) ghg.Quantity {
	q, err := ghg.NewQuantity(t, ghg.Tonne.Unit())
	if err != nil {
		w.RefuseError("CH4", t.String(), err)
	}
	return q
}

// methaneMass is a mass of CH4, of t.
func methaneMass(w *estimate.Worksheet, t decimal.Decimal) ghg.Mass {
	m, err := quantity(w, t).Mass()
	if err == nil {
		m, err = m.Of(ghg.CH4NonFossil)
	}
	if err != nil {
		w.RefuseError("CH4", t.String(), err)
	}
	return m
}
