package credit

import (
	"fmt"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/words"
	"github.com/localghg/localghg/strategy"
	"github.com/shopspring/decimal"
)

// Forecast is what a document expected of a project over a period, before the
// fact. It enters no account and no sum.
type Forecast struct {
	Period    ghg.Period     `json:"period,omitzero"`
	Reduction ghg.CO2e       `json:"reduction"` // of the whole project
	Revenue   strategy.Money `json:"revenue"`   // the zero Money where none was expected in figures
	Source    string         `json:"source,omitempty"`
}

// Delivery is a forecast beside what was verified.
type Delivery struct {
	Forecast Forecast `json:"forecast"`
	Verified ghg.CO2e `json:"verified"` // of the batches monitored within the forecast's period
	Batches  int      `json:"batches"`
	// Days are the days of the period, Monitored those of them that the batches
	// cover. With fewer, forecast and result are of two lengths of time.
	Days      int `json:"days"`
	Monitored int `json:"monitored"`
	Outside   int `json:"outside"` // days of the period that lie outside the crediting period
}

// Against holds a forecast against what was verified within its period. A batch
// that lies partly within it is refused: its tonnes are not divided by guess.
func (a Account) Against(f Forecast) (Delivery, error) {
	if a.project.ID == "" {
		return Delivery{}, errNoAccount
	}
	in := newInput(fmt.Sprintf("forecast for %s", f.Period))
	if f.Period.IsZero() {
		in.refuse("period", f.Period, "its first and last day are needed")
	}
	in.amount("reduction", f.Reduction, a.project.Metric, exactPlaces)
	in.received(f.Revenue)
	if err := in.faults.Err(); err != nil {
		return Delivery{}, err
	}
	d := Delivery{Forecast: f, Days: length(f.Period), Outside: length(f.Period)}
	if common, ok := common(f.Period, a.project.Crediting); ok {
		d.Outside -= length(common)
	}
	var verified decimal.Decimal
	for _, b := range a.batches {
		shared, ok := common(f.Period, b.v.Period)
		switch {
		case !ok:
			continue
		case shared != b.v.Period:
			in.refuse("period", f.Period, fmt.Sprintf("batch %s lies partly outside it: %s", words.Quote(b.v.Batch), days(b.v.Period)))
			return Delivery{}, in.faults.Err()
		}
		verified = verified.Add(b.v.Amount.Tonnes())
		d.Batches++
		d.Monitored += length(shared)
	}
	d.Verified = tonnes(verified, a.project.Metric)
	return d, nil
}

// common are the days that two periods share.
func common(a, b ghg.Period) (ghg.Period, bool) {
	start, end := a.Start(), a.End()
	if start.Before(b.Start()) {
		start = b.Start()
	}
	if b.End().Before(end) {
		end = b.End()
	}
	p, err := ghg.NewPeriod(start, end)
	return p, err == nil
}

// length is the number of days of a period.
func length(p ghg.Period) int {
	from, to := p.Start(), p.End()
	span := time.Date(to.Year, to.Month, to.Day, 0, 0, 0, 0, time.UTC).Sub(time.Date(from.Year, from.Month, from.Day, 0, 0, 0, 0, time.UTC))
	return int(span/(24*time.Hour)) + 1
}

// String is the delivery as one line.
func (d Delivery) String() string {
	s := fmt.Sprintf("%s: %s expected, %s verified in %d of %d days", d.Forecast.Period, d.Forecast.Reduction, d.Verified, d.Monitored, d.Days)
	if d.Outside > 0 {
		s += fmt.Sprintf("; %d days lie outside the crediting period, for which nothing is issued", d.Outside)
	}
	return s
}
