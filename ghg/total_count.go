package ghg

import (
	"fmt"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// one is the factor of CO2e that is taken as it is.
var one = decimal.New(1, 0)

// rowOf is a row of an inventory.
type rowOf struct {
	inv *inventory
	i   int32
}

func (at rowOf) row() *row { return &at.inv.rows[at.i] }

// record is that of the row, or the zero Record of none.
func (at rowOf) record() Record {
	if at.inv == nil {
		return Record{}
	}
	return at.inv.record(int(at.i))
}

// count says what a row counts in a metric. It is what [counter.add] adds.
func (at rowOf) count(m Metric) (Line, error) {
	line := Line{GWP: one, at: at}
	line.CO2e.m = m
	r := at.row()
	v := r.value
	if v.kind == emitted {
		gwp, err := m.GWP(at.originIn(m))
		if err != nil {
			return line, err
		}
		line.GWP, line.CO2e.t = gwp, v.t().Mul(gwp)
		return line, nil
	}
	on := v.metricOf()
	if on.ID() == m.ID() {
		line.CO2e.t = v.t()
		return line, nil
	}
	if r.gas == CO2 { // 1 in every metric, stated or not
		line.CO2e.t, line.From = v.t(), on
		return line, nil
	}
	mismatch := &MetricMismatchError{on.ID(), m.ID()}
	switch {
	case on.ID() == "":
		return line, fmt.Errorf("%w; if the metric of the line is known, state it", mismatch)
	case r.gas.IsZero():
		return line, fmt.Errorf("%w; %w", mismatch, ErrAllGases)
	case m.ID() == "":
		return line, fmt.Errorf("%w; ask for the total in %s", mismatch, on)
	}
	oldGWP, err := on.GWP(at.originIn(on))
	if err != nil {
		return line, err
	}
	newGWP, err := m.GWP(at.originIn(m))
	if err != nil {
		return line, err
	}
	line.CO2e.t, err = exact.Quotient(v.t().Mul(newGWP), oldGWP, RecomputePlaces)
	line.From = on
	return line, err
}

// originIn is the gas of a row as a metric counts it: methane of unstated origin
// has the origin of its category, where the scheme knows it and the metric tells
// origins apart.
func (at rowOf) originIn(m Metric) Gas {
	r := at.row()
	if origin := at.inv.scheme.def.Nodes[r.node].CH4; r.gas == CH4 && !origin.IsZero() && m.splitsCH4() {
		return origin
	}
	return r.gas
}

// counter adds up what rows of one inventory count in a metric. It remembers the
// factors that it met: a sum asks for few, and for each again and again.
type counter struct {
	inv     *inventory
	metric  Metric
	factors [16]factor // by the last bits of the gas
	refused map[refusal]error
	splits  int8 // whether the metric tells origins of methane apart: 1 yes, -1 no, 0 not asked yet
}

type factor struct {
	gas   Gas // as the metric counts it; the zero Gas where none is known
	exp   int32
	small int64 // coefficient, or -1 where it does not fit
	gwp   decimal.Decimal
	err   error
}

// add adds what a row counts, or says why it cannot join.
func (c *counter) add(s *sum, i int32) error {
	r := &c.inv.rows[i]
	if r.value.kind == emitted {
		f := c.factor(r)
		switch {
		case f.err != nil:
			return f.err
		case f.small >= 0:
			s.add(r.value.number(), f.small, f.exp)
		default:
			s.addDecimal(r.value.t().Mul(f.gwp))
		}
		return nil
	}
	if on := r.value.metricOf(); on == c.metric || r.gas == CO2 || on.ID() == c.metric.ID() {
		s.add(r.value.number(), 1, 0)
		return nil
	}
	of := refusal{r.value.metricOf().ID(), r.gas}
	if err, known := c.refused[of]; known {
		return err
	}
	line, err := rowOf{c.inv, i}.count(c.metric)
	switch {
	case err == nil:
		s.addDecimal(line.CO2e.t)
	case of.on == "" || of.gas.IsZero() || c.metric.ID() == "":
		if c.refused == nil {
			c.refused = map[refusal]error{}
		}
		c.refused[of] = err
	}
	return err
}

// refusal is what decides that an amount of CO2e cannot join a total on another metric,
// whatever its category: the reason is kept once for all rows.
type refusal struct {
	on  MetricID
	gas Gas
}

// factor is what a mass of a row is multiplied by.
func (c *counter) factor(r *row) *factor {
	gas := r.gas
	if gas == CH4 {
		if c.splits == 0 {
			c.splits = -1
			if c.metric.splitsCH4() {
				c.splits = 1
			}
		}
		if origin := c.inv.scheme.def.Nodes[r.node].CH4; c.splits > 0 && !origin.IsZero() {
			gas = origin
		}
	}
	f := &c.factors[gas.n%uint16(len(c.factors))]
	if f.gas == gas && !gas.IsZero() {
		return f
	}
	*f = factor{gas: gas, small: -1}
	if f.gwp, f.err = c.metric.GWP(gas); f.err != nil {
		return f
	}
	f.exp = f.gwp.Exponent()
	if n, ok := numberOf(f.gwp); ok {
		if small, ok := n.small(); ok {
			f.small = small
		}
	}
	return f
}

// splitsCH4 reports whether the metric has no factor for methane of unstated origin.
func (m Metric) splitsCH4() bool {
	_, err := m.GWP(CH4)
	return err != nil
}
