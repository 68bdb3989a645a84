package drivers

import (
	"fmt"
	"iter"
	"strconv"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/localghg/localghg/ghg/words"
	"github.com/shopspring/decimal"
)

// maxCategories is how many categories a [Point] may have.
const maxCategories = 1000

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

// isStated reports whether the amount is another than the product.
func (r row) isStated() bool { return !r.stated.Equal(r.product) }

// NewPoint makes a point of the categories of one year, from [ghg.FirstYear] to
// [ghg.LastYear]. It refuses a category without a name or given twice, with too
// many or too few numbers, a number that is negative, out of bounds
// ([exact.Check]) or over zero, an amount of 10^38 or more, and factors that do
// not reproduce what is stated ([ghg.FaultMismatch]). Each is a [ghg.Fault], and
// all are reported.
func NewPoint(identity Identity, year int, rows ...Row) (Point, error) {
	var faults ghg.Faults
	of := "point " + strconv.Itoa(year)
	if identity.IsZero() {
		faults.Refuse(of, "identity", "", "one with factors is needed: make it with drivers.NewIdentity")
	}
	faults.RefuseYear(of, "year", year)
	if n := len(rows); n < 1 || n > maxCategories {
		faults.Refuse(of, "categories", strconv.Itoa(n), fmt.Sprintf("1 to %d are allowed", maxCategories))
		return Point{}, faults
	}
	p := Point{identity, year, make([]row, len(rows))}
	seen := make(map[string]bool, len(rows))
	for i, r := range rows {
		c := checker{fmt.Sprintf("%d, %s", year, words.Quote(r.Category)), &faults}
		switch {
		case r.Category == "" || len(r.Category) > ghg.MaxName:
			c.refuse("category", r.Category, fmt.Sprintf("a name of at most %d bytes is needed", ghg.MaxName))
			continue
		case seen[r.Category]:
			c.refuse("category", r.Category, "given twice: a category has one row")
			continue
		}
		seen[r.Category] = true
		if identity.IsZero() {
			continue // there is nothing to hold its numbers against
		}
		p.rows[i], _ = c.row(identity, r)
	}
	if err := faults.Err(); err != nil {
		return Point{}, err
	}
	return p, nil
}

// checker keeps what does not stand in one category.
type checker struct {
	of     string // such as `2018, "homes"`
	faults *ghg.Faults
}

func (c checker) refuse(field, value, detail string) { c.faults.Refuse(c.of, field, value, detail) }

// number refuses a number that is out of bounds, and reports whether it is not.
func (c checker) number(field string, x decimal.Decimal) bool {
	err := exact.Check(x)
	if err != nil {
		c.refuse(field, exact.Text(x), err.Error())
	}
	return err == nil
}

// row checks a row, and reports whether it stands.
func (c checker) row(id Identity, r Row) (row, bool) {
	if n := len(r.Quantities) + len(r.Factors); n != len(id.factors) {
		c.refuse("numbers", strconv.Itoa(n), fmt.Sprintf("%d are needed, one for each factor of %s", len(id.factors), id))
		return row{}, false
	}
	out, ok := c.product(id, r)
	if !ok {
		return row{}, false
	}
	if magnitude(out.product) > exact.MaxDigits {
		c.refuse("product", exact.Text(out.product), fmt.Sprintf("an amount must be below 10^%d", exact.MaxDigits))
		return row{}, false
	}
	out.stated = out.product
	if !r.Stated.Valid {
		return out, true
	}
	out.stated = r.Stated.Decimal
	if !c.number(statedAmount, out.stated) {
		return row{}, false
	}
	allowed := out.stated.Abs().Mul(id.tolerance.Fraction())
	if out.stated.Sub(out.product).Abs().GreaterThan(allowed) {
		c.faults.Add(ghg.Fault{Code: ghg.FaultMismatch, Of: c.of, Field: statedAmount, Value: out.stated.String() + " " + id.unit,
			Detail: fmt.Sprintf("the factors multiply to %s %s, more than the tolerance of %s apart; "+
				"check units and years of the factors, or state a wider tolerance", out.product, id.unit, id.tolerance)})
		return row{}, false
	}
	return out, true
}

// statedAmount is the field of an amount that is stated beside the factors.
const statedAmount = "stated amount"

// product reads the numbers of a row.
func (c checker) product(id Identity, r Row) (out row, ok bool) {
	out, ok = row{category: r.Category, ratios: make([]ratio, len(id.factors)), product: decimal.New(1, 0)}, true
	before := decimal.New(1, 0) // what the next quantity stands over
	for i, f := range id.factors {
		isQuantity := i < len(r.Quantities)
		var x decimal.Decimal
		if isQuantity {
			x = r.Quantities[i]
		} else {
			x, before = r.Factors[i-len(r.Quantities)], decimal.New(1, 0)
		}
		switch {
		case !c.number(f.Name, x):
			return out, false // what follows may stand over it
		case x.IsNegative():
			c.refuse(f.Name, x.String(), "a factor must not be negative, as it has no logarithm; keep removals and credits out of the identity")
			ok = false
		case before.IsZero() && !x.IsZero():
			c.refuse(f.Name, x.String(), "it stands over the quantity before it, which is zero")
			ok = false
		}
		out.ratios[i] = ratio{x, before}
		if isQuantity {
			out.product, before = x, x
		} else {
			out.product = out.product.Mul(x)
		}
	}
	return out, ok
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
