package beside

import (
	"errors"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
)

var half = decimal.New(5, -1)

// meets says why an activity is none that the factor is for.
func (c Calculation) meets(q ghg.Quantity) error {
	one, err := ghg.NewQuantity(decimal.New(1, 0), c.Factor.Per())
	if err == nil {
		_, err = one.Cmp(q)
	}
	return err
}

// product is activity × factor on a metric, in tonnes: exactly, or to 12 places where the
// unit of the activity does not convert to that of the factor.
func (c Calculation) product(q ghg.Quantity, m ghg.Metric) (decimal.Decimal, error) {
	one, err := c.Factor.CO2e(m)
	if err != nil {
		return decimal.Decimal{}, err
	}
	f, err := ghg.NewFactors(ghg.FactorsDefinition{Of: "activity", Source: "as stated", Per: c.Factor.Per(),
		Years: []ghg.Factor{{CO2e: one}}})
	if err != nil {
		return decimal.Decimal{}, err
	}
	amount, _, err := f.For(ghg.LastYear, q)
	return amount.Tonnes(), err
}

// meanProduct is the mean of the products on two metrics, which may be one.
func (c Calculation) meanProduct(q ghg.Quantity, m, n ghg.Metric) (decimal.Decimal, error) {
	x, err := c.product(q, m)
	if err != nil || m.ID() == n.ID() {
		return x, err
	}
	y, err := c.product(q, n)
	return x.Add(y).Mul(half), err
}

// split is the difference of two calculations: by activity and by factor, or as one.
type split struct {
	activity, factor, method decimal.Decimal
}

// splitOf divides the difference of a and b, on the mean of two metrics. Activities that do
// not meet give one amount.
func splitOf(a, b Calculation, m, n ghg.Metric) (split, error) {
	pf, err := a.meanProduct(a.Activity, m, n)
	if err != nil {
		return split{}, err
	}
	qg, err := b.meanProduct(b.Activity, m, n)
	if err != nil {
		return split{}, err
	}
	var mismatch *ghg.UnitMismatchError
	if errors.As(b.meets(a.Activity), &mismatch) {
		return split{method: pf.Sub(qg)}, nil
	}
	pg, err := b.meanProduct(a.Activity, m, n)
	if err != nil {
		return split{}, err
	}
	qf, err := a.meanProduct(b.Activity, m, n)
	if err != nil {
		return split{}, err
	}
	whole, across := pf.Sub(qg), pg.Sub(qf)
	return split{activity: whole.Add(across).Mul(half), factor: whole.Sub(across).Mul(half)}, nil
}
