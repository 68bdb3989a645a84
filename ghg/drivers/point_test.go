package drivers_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func null(s string) decimal.NullDecimal { return decimal.NewNullDecimal(dec(s)) }

// Quantities, factors and both of them make one identity.
func TestRowsOfQuantitiesAndFactors(t *testing.T) {
	id := letters(t, 3)
	from := must(drivers.NewPoint(id, 2000,
		drivers.Row{Category: "factors", Factors: values("4", "2.5", "3")},
		drivers.Row{Category: "quantities", Quantities: values("4", "10", "30")},
		drivers.Row{Category: "both", Quantities: values("4", "10"), Factors: values("3")},
		drivers.Row{Category: "one quantity", Quantities: values("4"), Factors: values("2.5", "3")}))
	to := must(drivers.NewPoint(id, 2001,
		drivers.Row{Category: "both", Quantities: values("5", "11"), Factors: values("2")},
		drivers.Row{Category: "quantities", Quantities: values("5", "11", "22")},
		drivers.Row{Category: "one quantity", Quantities: values("5"), Factors: values("2.2", "2")},
		drivers.Row{Category: "factors", Factors: values("5", "2.2", "2")}))
	d := must(drivers.Decompose(from, to))
	assert.Equal(t, "-32", d.Change().String())
	n := 0
	for c := range d.Categories() {
		// 5.7556667575, -3.2972778401, -10.4583889174 (mpmath 1.2.1)
		for j, want := range []string{"5.7556667575", "-3.2972778401", "-10.4583889174"} {
			assert.Equal(t, want, c.Effects[j].Amount.Round(10).String(), c.Category)
		}
		n++
	}
	assert.Equal(t, 4, n)
	for category, amount := range from.Categories() {
		assert.Equal(t, "factors", category)
		assert.Equal(t, "30", amount.String())
		break
	}
	for range d.Categories() {
		break
	}
	assert.Equal(t, "2000: 120 units in 4 categories", from.String())
	assert.Equal(t, 2000, from.Year())
	assert.Equal(t, "no point", drivers.Point{}.String())
}

// Nothing over nothing has no value and is no cause: a use that begins begins
// with its activity.
func TestNothingOverNothing(t *testing.T) {
	id := letters(t, 3)
	none := must(drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Quantities: values("0", "0"), Factors: values("3")}))
	some := must(drivers.NewPoint(id, 2001, drivers.Row{Category: "A", Quantities: values("5", "11"), Factors: values("2")}))
	assert.Equal(t, []string{"22", "0", "0"}, amounts(must(drivers.Decompose(none, some)).Effects()))
	// A building without electricity: what it uses is why.
	idle := must(drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Quantities: values("4", "0"), Factors: values("3")}))
	d := must(drivers.Decompose(idle, some))
	assert.Equal(t, []string{"0", "22", "0"}, amounts(d.Effects()))
	assert.Contains(t, d.Explain().String(), "how = began")
	back := must(drivers.Decompose(must(drivers.NewPoint(id, 1999,
		drivers.Row{Category: "A", Quantities: values("5", "11"), Factors: values("2")})), none))
	assert.Equal(t, []string{"-22", "0", "0"}, amounts(back.Effects()))
	assert.Contains(t, back.Explain().String(), "how = ended")
	nothing := must(drivers.Decompose(none, must(drivers.NewPoint(id, 2001,
		drivers.Row{Category: "A", Quantities: values("0", "0"), Factors: values("3")}))))
	assert.Contains(t, nothing.Explain().String(), "how = nothing")
	// A factor after quantities does not stand over them.
	_, err := drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Quantities: values("0"), Factors: values("3", "2")})
	require.NoError(t, err)
}

func TestPointRefuses(t *testing.T) {
	id := letters(t, 2)
	row := drivers.Row{Category: "A", Factors: values("1", "2")}
	long := strings.Repeat("x", 201)
	many := make([]drivers.Row, 1000+1)
	for i := range many {
		many[i] = drivers.Row{Category: decimal.NewFromInt(int64(i)).String(), Factors: row.Factors}
	}
	for _, ok := range []func() (drivers.Point, error){
		func() (drivers.Point, error) { return drivers.NewPoint(id, 1850, row) },
		func() (drivers.Point, error) { return drivers.NewPoint(id, 2300, row) },
		func() (drivers.Point, error) { return drivers.NewPoint(id, 2000, many[1:]...) },
		func() (drivers.Point, error) {
			return drivers.NewPoint(id, 2000, drivers.Row{Category: long[:200], Factors: row.Factors})
		},
	} {
		_, err := ok()
		require.NoError(t, err)
	}
	for want, x := range map[string]struct {
		id   drivers.Identity
		year int
		rows []drivers.Row
	}{
		"point 2000, identity: one with factors": {drivers.Identity{}, 2000, []drivers.Row{row}},
		`year "1849": years from 1850`:           {id, 1849, []drivers.Row{row}},
		`year "2301": years from 1850`:           {id, 2301, []drivers.Row{row}},
		`categories "0": 1 to 1000`:              {id, 2000, nil},
		`categories "1001": 1 to 1000`:           {id, 2000, many},
		`category "A": given twice`:              {id, 2000, []drivers.Row{row, row}},
		`2000, "", category: a name of`:          {id, 2000, []drivers.Row{{Factors: row.Factors}}},
		"of at most 200 bytes":                   {id, 2000, []drivers.Row{{Category: long, Factors: row.Factors}}},
		`numbers "1": 2 are needed`:              {id, 2000, []drivers.Row{{Category: "A", Factors: values("1")}}},
		`numbers "3": 2 are needed`: {id, 2000,
			[]drivers.Row{{Category: "A", Quantities: values("1"), Factors: values("1", "2")}}},
		`2000, "A", b "-2": a factor must not be negative`:       {id, 2000, []drivers.Row{{Category: "A", Factors: values("1", "-2")}}},
		`b "2": it stands over the quantity before it`:           {id, 2000, []drivers.Row{{Category: "A", Quantities: values("0", "2")}}},
		`product "out of bounds": an amount must be below 10^38`: {id, 2000, []drivers.Row{{Category: "A", Factors: values("1e19", "1e19")}}},
	} {
		p, err := drivers.NewPoint(x.id, x.year, x.rows...)
		assert.ErrorContains(t, err, want)
		assert.True(t, p.IsZero())
	}
	_, err := drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: values("1e19", "9.9e18")})
	require.NoError(t, err)
}

func TestPointBoundsItsNumbers(t *testing.T) {
	id := letters(t, 2)
	var fault ghg.Fault
	for _, x := range []decimal.Decimal{decimal.New(1, 31), decimal.New(1, 1<<30), decimal.New(1, -1<<30)} {
		_, err := drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: []decimal.Decimal{dec("1"), x}})
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, "b", fault.Field)
		assert.Less(t, len(err.Error()), 400)
		_, err = drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: values("1", "2"), Stated: decimal.NewNullDecimal(x)})
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, "stated amount", fault.Field)
	}
	_, err := drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: values("1", "1e31")})
	assert.ErrorContains(t, err, `2000, "A", b "out of bounds": a number of 1 digits with exponent 31`)
	_, err = drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: []decimal.Decimal{dec("1"), decimal.New(1, 1<<30)}})
	assert.ErrorContains(t, err, `2000, "A", b "out of bounds": a number with an exponent beyond 1000000`)
}

// What is stated may differ from the product by the tolerance, to its last
// digit, of the stated amount.
func TestStatedAmounts(t *testing.T) {
	id := must(drivers.NewIdentity("t", ghg.MustShare("1%"), drivers.Factor{Name: "a"}, drivers.Factor{Name: "b"}))
	point := func(year int, stated string) (drivers.Point, error) {
		return drivers.NewPoint(id, year, drivers.Row{Category: "A", Factors: values("9", "11"), Stated: null(stated)})
	}
	for stated, ok := range map[string]bool{"100": true, "99": true, "98.02": true, "98.01": false, "100.01": false,
		"-99": false, "0": false} {
		p, err := point(2000, stated)
		var fault ghg.Fault
		assert.Equal(t, ok, err == nil, "%s: %v", stated, err)
		if ok {
			assert.Equal(t, stated, p.Total().String())
			continue
		}
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, ghg.FaultMismatch, fault.Code)
		assert.Equal(t, `2000, "A"`, fault.Of)
		assert.Equal(t, stated+" t", fault.Value)
		assert.Contains(t, fault.Detail, "the factors multiply to 99 t, more than the tolerance of 1% apart")
	}
	// The products do not change; the stated amounts do, and it shows.
	d := must(drivers.Decompose(must(point(2000, "99.4")), must(point(2001, "100"))))
	assert.Equal(t, "0.6", d.Change().String())
	assert.Equal(t, "0.6", d.Unexplained().String())
	assert.Equal(t, []string{"0", "0"}, amounts(d.Effects()))
	assert.Equal(t, "2000 to 2001 (endpoint): 0.6 t = a 0, b 0, unexplained +0.6", d.String())
	assert.Contains(t, d.Explain().String(), "= 0.6 t   # unexplained: stated amounts differ from the products")
	for c := range d.Categories() {
		assert.Equal(t, "0.6", c.Unexplained.String())
	}
	checkSums(t, d)
	// Shown to one place, the table has a column for what is unexplained.
	from := must(drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: values("9.01", "11.1"), Stated: null("100")}))
	to := must(drivers.NewPoint(id, 2001, drivers.Row{Category: "A", Factors: values("8.03", "11.7"), Stated: null("94")}))
	d = must(drivers.Decompose(from, to))
	// -11.1638 and +5.1038 (mpmath 1.2.1): 93.951 - 100.011 = -6.06
	assert.Equal(t, []string{"-11.2", "5.1", "0.1"}, shown(t, d, 1))
	assert.Equal(t, "0.06", d.Unexplained().String())
	checkSums(t, d)
	plain := must(drivers.NewPoint(id, 2001, drivers.Row{Category: "A", Factors: values("8.03", "11.7")}))
	d = must(drivers.Decompose(from, plain))
	assert.Equal(t, "0.011", d.Unexplained().String())
	plain0 := must(drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: values("9.01", "11.1")}))
	d = must(drivers.Decompose(plain0, plain))
	assert.Equal(t, []string{"-11.16", "5.1"}, shown(t, d, 2))
	assert.Equal(t, []string{"-11.2", "5.1"}, shown(t, d, 1), "-6.1 is the nearest to -6.06")
	assert.Equal(t, "0", d.Unexplained().String())
}

// Products with more decimals than effects are held to: the effects have them too.
func TestEffectsOfLongProducts(t *testing.T) {
	id := letters(t, 2)
	point := func(year int, x, y string) drivers.Point {
		return must(drivers.NewPoint(id, year, drivers.Row{Category: "A", Factors: values(x, y)}))
	}
	d := must(drivers.Decompose(point(2000, "1.0000000000001", "1.00000000000001"), point(2001, "1.0000000000003", "1.00000000000007")))
	checkSums(t, d)
	assert.Equal(t, int32(-27), d.Change().Exponent())
	assert.Equal(t, "0", d.Unexplained().String())
}
