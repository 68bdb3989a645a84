package drivers

import (
	"fmt"
	"iter"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
)

// MaxCategories is how many categories a [Point] may have.
const MaxCategories = 1000

// Row is one category of a [Point]. Its factors, in the order of the identity,
// are the first of Quantities, then each further quantity over the one before
// it, then Factors as they are:
//
//	Quantities 1200 (m2), 90 (MWh); Factors 0.4594 (tCO2e/MWh)
//	  is       1200 m2 × 90/1200 MWh/m2 × 0.4594 tCO2e/MWh
//
// Either may be empty. A quotient of quantities is kept as it is, without
// rounding. The amount of the category is the last quantity × Factors.
type Row struct {
	Category   string
	Quantities []decimal.Decimal
	Factors    []decimal.Decimal
	// Stated is the amount that a source states for the category. It must lie
	// within the tolerance of the identity from the product. Without one the
	// product is the amount.
	Stated decimal.NullDecimal
}

// Point is an identity with its numbers at one time: each category with its
// factors in one year. It is immutable; the zero Point is refused.
type Point struct {
	identity Identity
	year     int
	rows     []row
}

// ratio is a factor's value n/d. 0/0 is no value: nothing over nothing.
type ratio struct{ n, d decimal.Decimal }

func (r ratio) isZero() bool { return r.n.IsZero() && !r.d.IsZero() }

// row is a Row that was checked.
type row struct {
	category string
	ratios   []ratio
	product  decimal.Decimal
	stated   decimal.Decimal // the product where none was stated
}

// ValueError says that a number of a category cannot be a factor.
type ValueError struct {
	Year     int
	Category string
	Factor   string // "stated amount" for an amount
	Value    decimal.Decimal
	Reason   string
	Err      error // such as an [*exact.BoundsError], or nil
}

func (e *ValueError) Error() string {
	value := ""
	if exact.CheckResult(e.Value) == nil {
		value = " is " + e.Value.String()
	}
	return fmt.Sprintf("%d, %q: %s%s: %s", e.Year, e.Category, e.Factor, value, e.Reason)
}

func (e *ValueError) Unwrap() error { return e.Err }

// IdentityError says that the factors of a category do not multiply to the
// amount that is stated for it: one of them is in another unit, of another
// year, or wrong.
type IdentityError struct {
	Year      int
	Category  string
	Product   decimal.Decimal
	Stated    decimal.Decimal
	Unit      string
	Tolerance ghg.Share
}

func (e *IdentityError) Error() string {
	return fmt.Sprintf("%d, %q: the factors multiply to %s %s and %s %s is stated: more than the tolerance of %s apart; check units and years of the factors, or state a wider tolerance",
		e.Year, e.Category, e.Product, e.Unit, e.Stated, e.Unit, e.Tolerance)
}

// NewPoint makes a point of the categories of one year, from 1850 to 2300. It
// refuses a category without a name or given twice, with too many or too few
// numbers, a number that is negative, out of bounds ([exact.Check]) or over
// zero (a [*ValueError]), an amount of 10^38 or more, and factors that do not
// reproduce what is stated (an [*IdentityError]).
func NewPoint(identity Identity, year int, rows ...Row) (Point, error) {
	switch {
	case identity.IsZero():
		return Point{}, fmt.Errorf("a point needs an identity with factors")
	case !isYear(year):
		return Point{}, yearRange(year)
	case len(rows) < 1 || len(rows) > MaxCategories:
		return Point{}, fmt.Errorf("%d: %d categories: 1 to %d are allowed", year, len(rows), MaxCategories)
	}
	p := Point{identity, year, make([]row, len(rows))}
	seen := make(map[string]bool, len(rows))
	for i, r := range rows {
		if seen[r.Category] {
			return Point{}, fmt.Errorf("%d: category %q is given twice", year, r.Category)
		}
		seen[r.Category] = true
		var err error
		if p.rows[i], err = newRow(identity, year, r); err != nil {
			return Point{}, err
		}
	}
	return p, nil
}

// isYear reports whether a year is one that the library computes with.
func isYear(year int) bool { return !ghg.CalendarYear(year).IsZero() }

func yearRange(year int) error {
	return fmt.Errorf("year %d: years from 1850 to 2300 are allowed", year)
}

func newRow(id Identity, year int, r Row) (row, error) {
	if r.Category == "" || len(r.Category) > ghg.MaxName {
		return row{}, fmt.Errorf("%d: a category needs a name of at most %d bytes", year, ghg.MaxName)
	}
	if n := len(r.Quantities) + len(r.Factors); n != len(id.factors) {
		return row{}, fmt.Errorf("%d, %q: %d numbers for the %d factors of %s", year, r.Category, n, len(id.factors), id)
	}
	out := row{category: r.Category, ratios: make([]ratio, len(id.factors)), product: decimal.New(1, 0)}
	refuse := func(factor string, value decimal.Decimal, reason string, err error) (row, error) {
		return row{}, &ValueError{year, r.Category, factor, value, reason, err}
	}
	before := decimal.New(1, 0) // what the next quantity stands over
	for i, f := range id.factors {
		isQuantity := i < len(r.Quantities)
		var x decimal.Decimal
		if isQuantity {
			x = r.Quantities[i]
		} else {
			x, before = r.Factors[i-len(r.Quantities)], decimal.New(1, 0)
		}
		if err := exact.Check(x); err != nil {
			return refuse(f.Name, x, err.Error(), err)
		}
		switch {
		case x.IsNegative():
			return refuse(f.Name, x, "a factor must not be negative, as it has no logarithm; keep removals and credits out of the identity", nil)
		case before.IsZero() && !x.IsZero():
			return refuse(f.Name, x, "it stands over the quantity before it, which is zero", nil)
		}
		out.ratios[i] = ratio{x, before}
		if isQuantity {
			out.product, before = x, x
		} else {
			out.product = out.product.Mul(x)
		}
	}
	if magnitude(out.product) > exact.MaxDigits {
		return refuse("product", out.product, fmt.Sprintf("an amount must be below 10^%d", exact.MaxDigits), nil)
	}
	out.stated = out.product
	if r.Stated.Valid {
		out.stated = r.Stated.Decimal
		if err := exact.Check(out.stated); err != nil {
			return refuse("stated amount", out.stated, err.Error(), err)
		}
		allowed := out.stated.Abs().Mul(id.tolerance.Fraction())
		if out.stated.Sub(out.product).Abs().GreaterThan(allowed) {
			return row{}, &IdentityError{year, r.Category, out.product, out.stated, id.unit, id.tolerance}
		}
	}
	return out, nil
}

// magnitude is the m of the smallest 10^m above a number other than zero, and
// 0 for zero.
func magnitude(d decimal.Decimal) int32 {
	if d.IsZero() {
		return 0
	}
	return int32(d.NumDigits()) + d.Exponent()
}

// IsZero reports whether the point is the zero Point.
func (p Point) IsZero() bool { return len(p.rows) == 0 }

// Year is the year of the point.
func (p Point) Year() int { return p.year }

// Identity is the identity that the numbers are of.
func (p Point) Identity() Identity { return p.identity }

// Categories yields the categories with their amounts, which are the stated
// ones where there are any.
func (p Point) Categories() iter.Seq2[string, decimal.Decimal] {
	return func(yield func(string, decimal.Decimal) bool) {
		for _, r := range p.rows {
			if !yield(r.category, r.stated) {
				return
			}
		}
	}
}

// Total is the sum of the amounts.
func (p Point) Total() decimal.Decimal {
	var sum decimal.Decimal
	for _, r := range p.rows {
		sum = sum.Add(r.stated)
	}
	return sum
}

// product is the sum of the products of the factors.
func (p Point) product() decimal.Decimal {
	var sum decimal.Decimal
	for _, r := range p.rows {
		sum = sum.Add(r.product)
	}
	return sum
}

// String is the point in one line.
func (p Point) String() string {
	if p.IsZero() {
		return "no point"
	}
	categories := "1 category"
	if n := len(p.rows); n > 1 {
		categories = fmt.Sprintf("%d categories", n)
	}
	return fmt.Sprintf("%d: %s %s in %s", p.year, p.Total(), p.identity.unit, categories)
}
