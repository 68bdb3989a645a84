package drivers_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestDecomposeRefuses(t *testing.T) {
	a := matrix{values("1", "2")}
	p, q := a.point(t, 2000), a.point(t, 2001)
	id := must(drivers.NewIdentity("t", ghg.MustShare("0%"), drivers.Factor{Name: "a"}, drivers.Factor{Name: "b"}))
	other := must(drivers.NewPoint(id, 2001, drivers.Row{Category: "A", Factors: a[0]}))
	for want, x := range map[string]struct{ from, to drivers.Point }{
		"earlier point: none given":     {drivers.Point{}, q},
		"later point: none given":       {p, drivers.Point{}},
		"one of a later year than 2001": {q, p},
		"one of a later year than 2000": {p, p},
		"need one identity":             {p, other},
	} {
		d, err := drivers.Decompose(x.from, x.to)
		assert.ErrorContains(t, err, want)
		assert.Equal(t, "no decomposition", d.String())
	}
	_, err := drivers.Decompose(p, q)
	require.NoError(t, err)
}

func TestCategoriesMustBeTheSame(t *testing.T) {
	id := letters(t, 1)
	point := func(year int, names ...string) drivers.Point {
		var rows []drivers.Row
		for _, n := range names {
			rows = append(rows, drivers.Row{Category: n, Factors: values("1")})
		}
		return must(drivers.NewPoint(id, year, rows...))
	}
	_, err := drivers.Decompose(point(2000, "a", "b", "c"), point(2001, "d", "b", "e"))
	var faults ghg.Faults
	require.ErrorAs(t, err, &faults)
	var lacking []string
	for _, f := range faults.All {
		lacking = append(lacking, f.Of+" "+f.Value)
		assert.Equal(t, "category", f.Field)
	}
	assert.Equal(t, []string{"point 2001 a", "point 2001 c", "point 2000 d", "point 2000 e"}, lacking)
	assert.ErrorContains(t, err, `point 2001, category "a": it has none of that name, and what is missing is not 0; give`)
	_, err = drivers.DecomposeChained(point(2000, "a"), point(2001, "a"), point(2002, "b"))
	assert.ErrorAs(t, err, &faults)
}

// 2 × 3 to 4 × 3 to 4 × 1: a chain of two steps of one cause each, while the
// endpoints see a doubling and a fall to a third at once.
func TestChain(t *testing.T) {
	points := []drivers.Point{matrix{values("2", "3")}.point(t, 2000), matrix{values("4", "3")}.point(t, 2001),
		matrix{values("4", "1")}.point(t, 2005)}
	c := must(drivers.DecomposeChained(points...))
	assert.Equal(t, []string{"6", "-8"}, amounts(c.Effects()))
	assert.Equal(t, "-2", c.Change().String())
	assert.Equal(t, "0", c.Unexplained().String())
	assert.Equal(t, "2000 to 2001 to 2005 (chained): -2 units = a +6, b -8", c.String())
	assert.Equal(t, 2000, c.From().Year())
	assert.Equal(t, 2005, c.To().Year())
	b, ok := c.Effect("b")
	assert.True(t, ok)
	assert.Equal(t, "-8", b.Amount.String())
	assert.Equal(t, "b", b.Factor.Name)
	_, ok = c.Effect("z")
	assert.False(t, ok)
	n := 0
	for d := range c.Steps() {
		assert.Equal(t, points[n].Year(), d.From().Year())
		n++
	}
	assert.Equal(t, 2, n)
	for range c.Steps() {
		break
	}
	e := must(c.Endpoint())
	// L(4, 6) = 4.93260692475: 3.4190225828 and -5.4190225828 (mpmath 1.2.1)
	assert.Equal(t, []string{"3.419", "-5.419"}, shown(t, e, 3))
	assert.True(t, e.Change().Equal(c.Change()))
	checkShown(t, e, e.Change(), 2)
	checkShown(t, c, c.Change(), 2)

	m := must(c.Multiplicative())
	assert.Equal(t, "2000 to 2005 (chained): 0.6667 = a 2.0000 × b 0.3333", m.String())
	assert.Equal(t, "0.333333333333", m.Indices[1].Value.String())
	assert.Equal(t, "0.666666666667", m.Total.Value.String())
	_, ok = m.Index("z")
	assert.False(t, ok)
}

func TestChainOfStatedAmounts(t *testing.T) {
	id := must(drivers.NewIdentity("t", ghg.MustShare("5%"), drivers.Factor{Name: "a"}))
	point := func(year int, x, stated string) drivers.Point {
		return must(drivers.NewPoint(id, year, drivers.Row{Category: "A", Factors: values(x), Stated: null(stated)}))
	}
	c := must(drivers.DecomposeChained(point(2000, "100", "101"), point(2001, "110", "108"), point(2002, "90", "91")))
	assert.Equal(t, "2000 to 2001 to 2002 (chained): -10 t = a -10", c.String())
	assert.Equal(t, "-10", c.Change().String())
	assert.Equal(t, "0", c.Unexplained().String())
	c = must(drivers.DecomposeChained(point(2000, "100", "101"), point(2001, "110", "108"), point(2002, "90", "93")))
	assert.Equal(t, "2", c.Unexplained().String())
	assert.Contains(t, c.Explain().String(), "U  = sum(s: u[s])")
}

func TestChainRefuses(t *testing.T) {
	p := matrix{values("1", "2")}.point(t, 2000)
	_, err := drivers.DecomposeChained(p)
	assert.ErrorContains(t, err, "points \"1\": 2 to 500")
	_, err = drivers.DecomposeChained(make([]drivers.Point, 500+1)...)
	assert.ErrorContains(t, err, "points \"501\"")
	_, err = drivers.DecomposeChained(make([]drivers.Point, 500)...)
	assert.ErrorContains(t, err, "earlier point: none given")
	_, err = drivers.DecomposeChained(p, p)
	assert.ErrorContains(t, err, "one of a later year than 2000")
	zero := matrix{values("0", "2")}.point(t, 2001)
	c := must(drivers.DecomposeChained(p, zero))
	_, err = c.Multiplicative()
	assert.ErrorIs(t, err, drivers.ErrNoIndex)
	assert.ErrorContains(t, err, "2000 to 2001")
}

// The zero values say that they are nothing.
func TestZeroDecompositions(t *testing.T) {
	var c drivers.Chained
	assert.Equal(t, "no decomposition", c.String())
	assert.True(t, c.Explain().IsZero())
	assert.True(t, drivers.CategoryChange{}.Explain().IsZero())
	assert.True(t, drivers.Multiplicative{}.Explain().IsZero())
	assert.True(t, drivers.Split{}.Explain().IsZero())
	assert.Empty(t, c.Effects())
	assert.True(t, c.Change().IsZero())
	assert.True(t, c.Unexplained().IsZero())
	assert.True(t, c.From().IsZero())
	assert.True(t, c.To().IsZero())
	_, err := c.Endpoint()
	assert.ErrorContains(t, err, "no endpoints")
	_, err = c.Multiplicative()
	assert.ErrorIs(t, err, drivers.ErrNoIndex)
	for range c.Steps() {
		t.Fatal("no steps")
	}
	var d drivers.Decomposition
	assert.True(t, d.Explain().IsZero())
	assert.Empty(t, d.Effects())
	assert.True(t, d.Change().IsZero())
	_, err = d.Multiplicative()
	assert.ErrorIs(t, err, drivers.ErrNoIndex)
	assert.Equal(t, "no decomposition", drivers.Multiplicative{}.String())
}

// An index beyond 10^8 keeps 20 digits, and a tiny one 12 places.
func TestIndicesOfAnySize(t *testing.T) {
	m := must(decompose(t, matrix{values("0.000003", "7")}, matrix{values("12345678.9", "7e-15")}).Multiplicative())
	assert.Equal(t, "4115226300000", m.Indices[0].Value.String())
	assert.Equal(t, "0", m.Indices[1].Value.String())
	assert.Equal(t, "0.0041152263", m.Total.Value.String())
	m = must(decompose(t, matrix{values("3", "7")}, matrix{values("1e25", "7")}).Multiplicative())
	assert.True(t, m.Indices[0].Value.Equal(dec("3333333333333333333300000")), m.Indices[0].Value)
	assert.True(t, m.Total.Value.Equal(m.Indices[0].Value))
	m = must(decompose(t, matrix{values("30000000", "7")}, matrix{values("0.1", "7")}).Multiplicative())
	assert.True(t, m.Indices[0].Value.Equal(decimal.New(3333, -12)), m.Indices[0].Value)
}
