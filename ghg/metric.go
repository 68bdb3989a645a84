package ghg

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// MetricID names a metric. The empty ID is the unstated metric: that of a
// figure whose source does not say.
type MetricID string

// String is the ID, or "unstated".
func (id MetricID) String() string {
	if id == "" {
		return "unstated"
	}
	return string(id)
}

// Metric is a named table of global warming potentials: what one mass unit of
// a gas counts, in mass units of CO2. There is no default metric. The zero
// Metric is refused where a metric is needed; [Unstated] must be asked for.
type Metric struct{ def *metric }

type metric struct {
	id      MetricID
	title   string
	source  string
	aliases []string
	gwp     func(*metric, Gas) (decimal.Decimal, bool)
	column  string                  // of the embedded table
	own     map[Gas]decimal.Decimal // of a user's own metric
	basket  *metric                 // the same table, for the gases of the basket only
}

// NoFactorError says that a metric has no factor for a gas.
type NoFactorError struct {
	Gas    Gas
	Metric MetricID
	Within Gas // the blend that the gas is a constituent of, if any
}

func (e *NoFactorError) Error() string {
	within := ""
	if !e.Within.IsZero() {
		within = " (a constituent of " + e.Within.String() + ")"
	}
	switch {
	case e.Gas.IsZero():
		return fmt.Sprintf("metric %s has no factor for all gases together: name the gas", e.Metric)
	case e.Gas == CH4 && e.Metric != "":
		return fmt.Sprintf("metric %s has no factor for CH4 of unstated origin: state CH4-fossil or CH4-nonfossil%s, or ask for a "+
			"metric with one value, such as AR5 or AR6Single", e.Metric, within)
	case e.Metric == "":
		return fmt.Sprintf("a mass of %s%s cannot join figures of unstated metric: state the metric", e.Gas, within)
	case within != "" && !e.Gas.InBasket():
		return fmt.Sprintf("metric %s has no factor for %s%s: ask for %s%s to count the constituents of the basket only",
			e.Metric, e.Gas, within, e.Metric, basketSuffix)
	}
	return fmt.Sprintf("metric %s has no factor for %s%s", e.Metric, e.Gas, within)
}

// ID names the metric. Two metrics with one ID have one table.
func (m Metric) ID() MetricID {
	if m.def == nil {
		return ""
	}
	return m.def.id
}

// Title says what the metric is, Source where its values were published.
func (m Metric) Title() string {
	if m.def == nil {
		return "no metric"
	}
	return m.def.title
}

// Source says where the values come from.
func (m Metric) Source() string {
	if m.def == nil {
		return ""
	}
	return m.def.source
}

// Unit is the unit of amounts on the metric: "tCO2e (AR5)", "tCO2e" where it is not
// stated, and "tCO2" on [CO2Only].
func (m Metric) Unit() string { return "t" + m.substance() }

// substance is what follows the unit of mass.
func (m Metric) substance() string {
	switch id := m.ID(); {
	case m.isCO2Only():
		return "CO2"
	case id == "":
		return "CO2e"
	default:
		return "CO2e (" + string(id) + ")"
	}
}

// isCO2Only reports whether amounts on the metric are of CO2 alone.
func (m Metric) isCO2Only() bool { return m.ID() == CO2Only.def.id }

// IsZero reports whether no metric was given at all.
func (m Metric) IsZero() bool { return m.def == nil }

// String is the ID, or "unstated".
func (m Metric) String() string { return m.ID().String() }

// MarshalText writes what String prints. Reading it takes [ParseMetric].
func (m Metric) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// GWP is the global warming potential of a gas: tonnes of CO2e for one tonne.
// That of a blend is the sum of its constituents', by share of mass. A gas
// that the metric lacks is a [*NoFactorError], a constituent too: see
// [Metric.BasketOnly]. Biogenic CO2 counts 0.
func (m Metric) GWP(g Gas) (decimal.Decimal, error) {
	if m.def == nil {
		return decimal.Decimal{}, ErrNoMetric
	}
	if g.IsMemo() {
		return decimal.Decimal{}, nil
	}
	if m.def.isBasket() && !g.IsBlend() && !g.IsZero() && !g.InBasket() {
		return decimal.Decimal{}, nil
	}
	if !g.IsBlend() {
		v, ok := m.def.gwp(m.def, g)
		if !ok {
			return decimal.Decimal{}, &NoFactorError{Gas: g, Metric: m.def.id}
		}
		return v, nil
	}
	if v, ok := m.def.own[g]; ok && (!m.def.isBasket() || g.InBasket()) {
		return v, nil
	}
	var sum decimal.Decimal
	for part, share := range g.Components() {
		if m.def.isBasket() && !part.InBasket() {
			continue
		}
		v, ok := m.def.gwp(m.def, part)
		if !ok {
			return decimal.Decimal{}, &NoFactorError{Gas: part, Metric: m.def.id, Within: g}
		}
		sum = sum.Add(v.Mul(share.d))
	}
	return sum, nil
}

// ParseMetric reads the ID of a published metric or another usual spelling
// ("AR2", "AR5 GWP100", "AR5 basket only"); an empty text or "unstated" is
// [Unstated], and "CO2Only" [CO2Only]. Metrics of one's own are found among those
// given.
func ParseMetric(s string, own ...Metric) (Metric, error) {
	if strings.TrimSpace(s) == "" {
		return Unstated, nil
	}
	for _, m := range own {
		for _, as := range []Metric{m, m.BasketOnly()} {
			if !m.IsZero() && string(as.def.id) == s {
				return as, nil
			}
		}
	}
	folded, isBasket := strings.CutSuffix(gasAlias(strings.ReplaceAll(s, "_", "")), gasAlias(basketSuffix))
	switch {
	case isBasket:
	case folded == "UNSTATED":
		return Unstated, nil
	case folded == gasAlias(string(CO2Only.def.id)):
		return CO2Only, nil
	}
	var known []string
	for _, m := range published() {
		for _, a := range append([]string{string(m.def.id)}, m.def.aliases...) {
			switch {
			case gasAlias(a) != folded:
			case isBasket:
				return m.BasketOnly(), nil
			default:
				return m, nil
			}
		}
		known = append(known, string(m.def.id))
	}
	for _, m := range own {
		if !m.IsZero() {
			known = append(known, m.String())
		}
	}
	return Metric{}, &UnknownError{What: "metric", ID: s, Allowed: known}
}

// NewMetric makes a metric of one's own from a table of GWPs. CO2 is 1 and
// need not be given; a blend may be given, and is otherwise computed from its
// constituents. Methane of unstated origin has the value given for [CH4], and
// methane of a stated origin that of CH4 where it has none of its own.
//
// The ID ends with a checksum of the table, such as "city-2020@1b7a…": two
// tables of one name never meet by mistake.
func NewMetric(name, source string, gwp map[Gas]decimal.Decimal) (Metric, error) {
	of := strings.TrimSpace("metric " + words.Clip(name, maxKept))
	var faults Faults
	if name == "" || len(name) > MaxName {
		faults.Refuse(of, "name", name, fmt.Sprintf("a name of at most %d bytes is needed", MaxName))
	} else if why := notKept(name); why != "" {
		faults.Refuse("metric", "name", name, why)
	}
	if source == "" {
		faults.Refuse(of, "source", "", "the document of its values is needed")
	}
	own := make(map[Gas]decimal.Decimal, len(gwp)+1)
	own[CO2] = decimal.New(1, 0)
	for _, g := range slices.SortedFunc(maps.Keys(gwp), func(a, b Gas) int { return strings.Compare(a.String(), b.String()) }) {
		v := gwp[g]
		err := exact.Check(v)
		switch {
		case g.IsZero() || g.IsMemo():
			faults.Refuse(of, "gas", g.String(), "a GWP needs a gas that counts")
		case err != nil:
			faults.Refuse(of+", "+g.String(), "GWP", exact.Text(v), err.Error())
		case v.IsNegative():
			faults.Refuse(of+", "+g.String(), "GWP", v.String(), "it is below 0")
		case g == CO2 && !v.Equal(own[CO2]):
			faults.Refuse(of+", CO2", "GWP", v.String(), "CO2 counts 1 by definition")
		}
		own[g] = v
	}
	if err := faults.Err(); err != nil {
		return Metric{}, err
	}
	return withBasket(metric{
		id: MetricID(ownID(name, checksumOfGWP(own))), title: name, source: source, gwp: ownTable, own: own,
	}), nil
}

func onlyCO2(_ *metric, g Gas) (decimal.Decimal, bool) {
	return decimal.New(1, 0), g == CO2
}

// co2AndNoOther counts CO2, and anything else as 0.
func co2AndNoOther(_ *metric, g Gas) (decimal.Decimal, bool) {
	if g == CO2 {
		return decimal.New(1, 0), true
	}
	return decimal.Decimal{}, !g.IsZero()
}

func ownTable(m *metric, g Gas) (decimal.Decimal, bool) {
	v, ok := m.own[g]
	if !ok && (g == CH4Fossil || g == CH4NonFossil) {
		v, ok = m.own[CH4]
	}
	return v, ok
}
