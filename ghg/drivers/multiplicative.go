package drivers

import (
	"errors"
	"fmt"
	"strings"

	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// IndexPlaces is the precision of an [Index] in decimal places; one of 10^8 or
// more keeps 20 significant digits. It is rounded once, half away from zero.
const (
	IndexPlaces = 12
	indexDigits = 20
)

// ErrNoIndex says that the amount is zero in one of the years: there is no
// quotient of the two, and only the additive decomposition exists.
var ErrNoIndex = errors.New("a total of zero has no multiplicative decomposition: use the additive effects")

// Index is the factor by which one factor alone would have multiplied the
// amount: 1.08 is 8 % up.
type Index struct {
	Factor Factor          `json:"factor"`
	Value  decimal.Decimal `json:"value"`
}

// Multiplicative is the multiplicative form of a decomposition (LMDI-I): the
// quotient of the two totals as a product of indices,
//
//	D = exp(Z/L(VT, V0))
//
// where Z is the additive effect of the factor before rounding, and V0 and VT
// are the totals of the products of the factors; stated amounts play no part.
// The indices multiply to Total but for the rounding of each.
type Multiplicative struct {
	Indices []Index `json:"indices,omitempty"`
	Total   Index   `json:"total"` // VT/V0, of no factor
	method  string
	steps   []Decomposition
}

// Multiplicative is the multiplicative form of the decomposition, or
// [ErrNoIndex].
func (d Decomposition) Multiplicative() (Multiplicative, error) {
	logs, err := d.logs()
	if err != nil {
		return Multiplicative{}, err
	}
	return newMultiplicative([]Decomposition{d}, logs, "endpoint")
}

// logs are Z/L(VT, V0) of the factors.
func (d Decomposition) logs() ([]decimal.Decimal, error) {
	v0, vT := d.from.product(), d.to.product()
	if v0.IsZero() || vT.IsZero() {
		return nil, fmt.Errorf("%d to %d: %w", d.from.year, d.to.year, ErrNoIndex)
	}
	// 1/L(VT, V0) = u/delta
	u, delta := decimal.New(1, 0), vT.Sub(v0)
	if delta.IsZero() {
		delta = v0
	} else {
		var err error
		cancelled := max(max(magnitude(v0), magnitude(vT))-magnitude(delta), 0)
		if u, err = exact.LnQuotient(vT, v0, workingDigits+cancelled); err != nil {
			return nil, err
		}
	}
	out := make([]decimal.Decimal, len(d.identity.factors))
	for j := range out {
		var sum decimal.Decimal
		for _, c := range d.changes {
			sum = sum.Add(c.raw[j])
		}
		var err error
		if out[j], err = exact.Quotient(sum.Mul(u), delta, workingDigits); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func newMultiplicative(steps []Decomposition, logs []decimal.Decimal, method string) (Multiplicative, error) {
	id, from, to := steps[0].identity, steps[0].from, steps[len(steps)-1].to
	m := Multiplicative{Indices: make([]Index, len(logs)), steps: steps, method: fmt.Sprintf("%d to %d (%s)", from.year, to.year, method)}
	for j, l := range logs {
		v, err := exact.Exp(l, workingDigits)
		if err != nil {
			return Multiplicative{}, err
		}
		m.Indices[j] = Index{id.factors[j], roundIndex(v)}
	}
	total, err := exact.Quotient(to.product(), from.product(), workingDigits)
	m.Total.Value = roundIndex(total)
	return m, err
}

func roundIndex(d decimal.Decimal) decimal.Decimal {
	return exact.RoundSignificant(d.Round(IndexPlaces), indexDigits)
}

// Index is the index of a factor, and whether there is one.
func (m Multiplicative) Index(factor string) (Index, bool) {
	for _, i := range m.Indices {
		if i.Factor.Name == factor {
			return i, true
		}
	}
	return Index{}, false
}

// String is the product in one line, to four decimal places.
func (m Multiplicative) String() string {
	if m.method == "" {
		return "no decomposition"
	}
	parts := make([]string, len(m.Indices))
	for j, i := range m.Indices {
		parts[j] = i.Factor.Name + " " + i.Value.StringFixed(4)
	}
	return fmt.Sprintf("%s: %s = %s", m.method, m.Total.Value.StringFixed(4), strings.Join(parts, " × "))
}
