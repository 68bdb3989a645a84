package bridge

import (
	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

// Difference is an exact, signed difference between two figures, in tonnes.
// Between figures on one metric it is CO2e on that metric. Between figures on
// two metrics it is of mixed metrics: tonnes that count in neither, good for
// adding up one bridge and for nothing else; it prints as such and gives no
// [ghg.CO2e].
type Difference struct {
	t        decimal.Decimal
	from, to ghg.Metric
}

func differenceOf(from, to ghg.CO2e) Difference {
	return Difference{to.Tonnes().Sub(from.Tonnes()), from.Metric(), to.Metric()}
}

// of is another amount between the same metrics.
func (d Difference) of(tonnes decimal.Decimal) Difference {
	d.t = tonnes
	return d
}

func (d Difference) times(f decimal.Decimal) Difference { return d.of(d.t.Mul(f)) }

// plus adds differences of one bridge; the zero Difference takes the metrics
// of the other.
func (d Difference) plus(o Difference) Difference { return o.of(d.t.Add(o.t)) }

// Tonnes is the amount in tonnes.
func (d Difference) Tonnes() decimal.Decimal { return d.t }

// IsMixed reports whether the figures are on two metrics.
func (d Difference) IsMixed() bool { return d.from.ID() != d.to.ID() }

// CO2e is the difference as CO2e on the metric of both figures. One of mixed
// metrics is refused with a [*ghg.MetricMismatchError], and one that arithmetic
// has made too long with a [*exact.BoundsError].
func (d Difference) CO2e() (ghg.CO2e, error) {
	if d.IsMixed() {
		return ghg.CO2e{}, &ghg.MetricMismatchError{A: d.from.ID(), B: d.to.ID()}
	}
	metric := d.to
	if metric.IsZero() {
		metric = ghg.Unstated
	}
	return ghg.NewCO2e(d.t, ghg.Tonne, metric)
}

// IsZero reports whether the amount is 0.
func (d Difference) IsZero() bool { return d.t.IsZero() }

// Equal reports whether two differences are one amount between figures on the
// same metrics.
func (d Difference) Equal(o Difference) bool {
	return d.t.Equal(o.t) && d.from.ID() == o.from.ID() && d.to.ID() == o.to.ID()
}

// String is the exact amount: "-460000 tCO2e (AR5)", or "51000000 t of mixed
// metrics (SAR to AR5)".
func (d Difference) String() string {
	if d.IsMixed() {
		return d.t.String() + " t of mixed metrics (" + d.from.ID().String() + " to " + d.to.ID().String() + ")"
	}
	return d.t.String() + " " + d.to.Unit()
}

// MarshalText writes what String prints.
func (d Difference) MarshalText() ([]byte, error) { return []byte(d.String()), nil }
