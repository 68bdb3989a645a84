package series

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// Curve is a polynomial that somebody fitted to the figures of some years (IPCC 2019
// Refinement, vol. 1, box 5.2b):
//
//	y(t) = c0 + c1 t + c2 t² + …      t in years since Zero
//
// It is for series of totals: a category of an inventory has a curve for each of its
// records. How it was fitted, its source says.
type Curve struct {
	Coefficients []decimal.Decimal `json:"coefficients,omitempty"` // c0 first, at most eight
	Unit         ghg.MassUnit      `json:"unit"`                   // of the amounts that it gives
	Metric       ghg.Metric        `json:"metric"`                 // that they are on
	Zero         int               `json:"zero"`                   // the year that t is 0 in
	From         int               `json:"from"`
	To           int               `json:"to"`               // the years that it was fitted to
	Most         int               `json:"most"`             // years beyond them that are allowed; 0 is none
	Source       string            `json:"source,omitempty"` // who fitted it, and where
}

// maxCoefficients bounds the degree: a curve through more figures follows their noise.
const maxCoefficients = 8

// String is the method with its box.
func (Curve) String() string { return methodNames.curve.En }

// Korean is the method in Korean.
func (Curve) Korean() string { return methodNames.curve.Ko }

func (c Curve) check(faults *ghg.Faults) {
	const of = "curve"
	if n := len(c.Coefficients); n == 0 || n > maxCoefficients {
		faults.Refuse(of, "coefficients", strconv.Itoa(n), fmt.Sprintf("1 to %d are needed", maxCoefficients))
	}
	for _, d := range c.Coefficients[:min(len(c.Coefficients), maxCoefficients)] {
		if err := exact.Check(d); err != nil {
			faults.Refuse(of, "coefficients", "", err.Error())
		}
	}
	if c.Unit == (ghg.MassUnit{}) {
		faults.Refuse(of, "unit", "", "the unit of its amounts is needed, such as ghg.Kilotonne")
	}
	if c.Metric.IsZero() {
		faults.Refuse(of, "metric", "", ghg.ErrNoMetric.Error())
	}
	faults.RefuseYear(of, "zero", c.Zero)
	first := faults.RefuseYear(of, "from", c.From)
	if last := faults.RefuseYear(of, "to", c.To); !first && !last && c.From > c.To {
		faults.Refuse(of, "to", strconv.Itoa(c.To), "it is before "+strconv.Itoa(c.From))
	}
	if c.Most < 0 {
		faults.Refuse(of, "most", strconv.Itoa(c.Most), "a number of years, or 0")
	}
	if strings.TrimSpace(c.Source) == "" || len(c.Source) > ghg.MaxName {
		faults.Refuse(of, "source", c.Source, fmt.Sprintf("needed, of at most %d bytes", ghg.MaxName))
	}
}

func (c Curve) fill(l *line, year int) (step, error) {
	if year < c.From || year > c.To {
		if err := reaches(l.of, year, c.From, c.To, c.Most); err != nil {
			return step{}, err
		}
	}
	t, value, terms := whole(year-c.Zero), new(big.Rat), make([]string, len(c.Coefficients))
	for i := len(c.Coefficients) - 1; i >= 0; i-- {
		value.Mul(value, t).Add(value, c.Coefficients[i].Rat())
		terms[i] = fmt.Sprintf("%s × %d^%d", bracketed(c.Coefficients[i]), year-c.Zero, i)
	}
	terms[0] = c.Coefficients[0].String()
	return step{value: tonnes(value, c.Unit),
		arithmetic: fmt.Sprintf("(%s) %s, t = %d - %d", strings.Join(terms, " + "), c.Unit, year, c.Zero),
		others:     []point{{year: year, source: c.Source, status: ghg.Estimated}}}, nil
}

// tonnes is an amount of a unit in tonnes.
func tonnes(r *big.Rat, u ghg.MassUnit) *big.Rat {
	one := ghg.MustCO2e("1 tCO2e").In(u) // of the unit in a tonne
	return new(big.Rat).Quo(r, one.Rat())
}
