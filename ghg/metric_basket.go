package ghg

// basketSuffix ends the ID of a metric that counts the basket only.
const basketSuffix = "-BasketOnly"

// BasketOnly is the metric under the convention "constituents of the basket
// only": what is in the basket ([Gas.InBasket]) counts as in the metric, and
// anything else 0, in a blend or by itself. It answers for blends of which a
// constituent has no factor, such as propane in AR5, and gives blends the values
// of lists that count their HFCs and PFCs alone, such as that of the Programa
// Brasileiro GHG Protocol:
//
//	GWP(blend) = Σ share of mass × GWP over its constituents in the basket
//
// A gas of the basket that the metric lacks is a [*NoFactorError] as before. The
// HCFCs and CFCs of a blend, which AR5 has a factor for, count 0 too: the
// convention changes figures. So it has an ID of its own, such as
// "AR5-BasketOnly", and its figures do not meet those of the metric. A blend's own
// value in a metric of [NewMetric] stands if all of the blend is in the basket.
//
// [Unstated] and the zero Metric have no other convention, and are returned.
func (m Metric) BasketOnly() Metric {
	if m.def == nil || m.def.basket == nil {
		return m
	}
	return Metric{m.def.basket}
}

// withBasket makes a metric and, beside it, the one for the basket only.
func withBasket(m metric) Metric {
	basket := m
	basket.id += basketSuffix
	basket.title += ", constituents of the basket only"
	basket.basket = &basket
	m.basket = &basket
	return Metric{&m}
}

// isBasket reports whether the metric counts the basket only.
func (m *metric) isBasket() bool { return m.basket == m }
