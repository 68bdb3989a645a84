package drivers_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/drivers"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// vector is a worked case with its published or independently computed answer.
type vector struct {
	ID        string          `json:"id"`
	Inputs    json.RawMessage `json:"inputs"`
	Outputs   json.RawMessage `json:"outputs"`
	Published json.RawMessage `json:"published"`
	Tolerance struct {
		Abs json.Number `json:"abs"`
	} `json:"tolerance"`
}

func (v vector) read(t *testing.T, inputs, outputs any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(v.Inputs, inputs))
	require.NoError(t, json.Unmarshal(v.Outputs, outputs))
}

func TestVectors(t *testing.T) {
	b, err := os.ReadFile("testdata/planning.json")
	require.NoError(t, err)
	var file struct{ Vectors []vector }
	require.NoError(t, json.Unmarshal(b, &file))
	run := map[string]func(*testing.T, vector){
		"lmdi-additive-multiplicative-1972": additiveMultiplicative,
		"lmdi-additive-multiplicative-1973": additiveMultiplicative,
		"lmdi-additive-multiplicative-1974": additiveMultiplicative,
		"lmdi-chaining-vs-endpoint":         chainingEndpoint,
		"lmdi-zero-in-matrix":               zeroInMatrix,
		"kaya-four-factor-city":             kayaCity,
	}
	assert.Len(t, file.Vectors, len(run))
	for _, v := range file.Vectors {
		f, ok := run[v.ID]
		if assert.True(t, ok, v.ID) {
			t.Run(v.ID, func(t *testing.T) { f(t, v) })
		}
	}
}

var dec = decimal.RequireFromString

// near asserts agreement within the tolerance of the vector.
func (v vector) near(t *testing.T, want, got decimal.Decimal, what ...any) {
	t.Helper()
	assert.True(t, got.Sub(want).Abs().LessThanOrEqual(dec(v.Tolerance.Abs.String())), "%v: want %s, got %s", what, want, got)
}

// matrix is categories × factors.
type matrix [][]decimal.Decimal

// letters is an identity of n factors without units: a, b, c, …
func letters(t testing.TB, n int) drivers.Identity {
	t.Helper()
	factors := make([]drivers.Factor, n)
	for j := range factors {
		factors[j].Name = string(rune('a' + j))
	}
	id, err := drivers.NewIdentity("units", ghg.MustShare("0%"), factors...)
	require.NoError(t, err)
	return id
}

func (m matrix) point(t testing.TB, year int) drivers.Point {
	t.Helper()
	rows := make([]drivers.Row, len(m))
	for i, x := range m {
		rows[i] = drivers.Row{Category: string(rune('A' + i)), Factors: x}
	}
	p, err := drivers.NewPoint(letters(t, len(m[0])), year, rows...)
	require.NoError(t, err)
	return p
}

func decompose(t testing.TB, from, to matrix) drivers.Decomposition {
	t.Helper()
	d, err := drivers.Decompose(from.point(t, 2000), to.point(t, 2001))
	require.NoError(t, err)
	require.False(t, d.Explain().IsZero())
	return d
}

func additiveMultiplicative(t *testing.T, v vector) {
	var in struct{ X0, XT matrix }
	var out, published struct {
		V0, VT decimal.Decimal
		Z      matrix
		Delta  []decimal.Decimal
		DeltaT decimal.Decimal `json:"delta_total"`
		D      []decimal.Decimal
		DTotal decimal.Decimal `json:"D_total"`
	}
	v.read(t, &in, &out)
	require.NoError(t, json.Unmarshal(v.Published, &published))
	d := decompose(t, in.X0, in.XT)
	v.near(t, out.V0, d.From().Total())
	v.near(t, out.VT, d.To().Total())
	v.near(t, out.DeltaT, d.Change())
	i := 0
	for c := range d.Categories() {
		for j, e := range c.Effects {
			v.near(t, out.Z[i][j], e.Amount, c.Category, e.Factor)
		}
		i++
	}
	assert.Len(t, out.Z, i)
	require.Len(t, d.Effects(), len(out.Delta))
	m, err := d.Multiplicative()
	require.NoError(t, err)
	for j, e := range d.Effects() {
		v.near(t, out.Delta[j], e.Amount, e.Factor)
		v.near(t, published.Delta[j], e.Amount, e.Factor)
		v.near(t, out.D[j], m.Indices[j].Value, e.Factor)
		v.near(t, published.D[j], m.Indices[j].Value, e.Factor)
	}
	v.near(t, out.DTotal, m.Total.Value)
}

func chainingEndpoint(t *testing.T, v vector) {
	var in struct {
		Years []int
		X     map[int]matrix
	}
	var out struct {
		Chained, Endpoint []decimal.Decimal
		Total             decimal.Decimal
	}
	v.read(t, &in, &out)
	var points []drivers.Point
	for _, year := range in.Years {
		points = append(points, in.X[year].point(t, year))
	}
	c, err := drivers.DecomposeChained(points...)
	require.NoError(t, err)
	e, err := c.Endpoint()
	require.NoError(t, err)
	require.False(t, c.Explain().IsZero())
	if m, err := c.Multiplicative(); err == nil {
		require.False(t, m.Explain().IsZero())
	}
	for j := range out.Chained {
		v.near(t, out.Chained[j], c.Effects()[j].Amount, "chained", j)
		v.near(t, out.Endpoint[j], e.Effects()[j].Amount, "endpoint", j)
	}
	v.near(t, out.Total, c.Change())
	v.near(t, out.Total, e.Change())
}

func zeroInMatrix(t *testing.T, v vector) {
	var in struct {
		X0Zero matrix `json:"X0_zero"`
		XT     matrix
		X0     matrix
		XTZero matrix `json:"XT_zero"`
	}
	var out struct {
		Start matrix `json:"Z_zero_start"`
		End   matrix `json:"Z_zero_end"`
	}
	v.read(t, &in, &out)
	check := func(want matrix, d drivers.Decomposition) {
		i := 0
		for c := range d.Categories() {
			for j, e := range c.Effects {
				v.near(t, want[i][j], e.Amount, c.Category, e.Factor)
			}
			i++
		}
		assert.Len(t, want, i)
	}
	check(out.Start, decompose(t, in.X0Zero, in.XT))
	check(out.End, decompose(t, in.X0, in.XTZero))
}

// In megatonnes, million people, thousand dollars per head; the series are the
// products of the factors, which are exact.
func kayaCity(t *testing.T, v vector) {
	var in struct{ X0, XT []decimal.Decimal }
	var out struct {
		C0, CT decimal.Decimal
		Delta  []decimal.Decimal
		Growth decimal.Decimal `json:"growth_rates_product_check"`
	}
	v.read(t, &in, &out)
	year := func(y int, x []decimal.Decimal) drivers.KayaYear {
		gdp := x[0].Mul(x[1])
		energy := gdp.Mul(x[2])
		c, err := ghg.NewCO2e(energy.Mul(x[3]), ghg.Megatonne, ghg.AR5)
		require.NoError(t, err)
		return drivers.KayaYear{Year: y, Population: x[0], GDP: gdp, Energy: energy, Emissions: c}
	}
	k, err := drivers.NewKaya(drivers.KayaUnits{Population: "million people", GDP: "billion USD", Energy: "EJ"},
		year(2018, in.X0), year(2022, in.XT))
	require.NoError(t, err)
	c, err := k.Change(2018, 2022)
	require.NoError(t, err)
	mt := func(c ghg.CO2e) decimal.Decimal { return c.In(ghg.Megatonne) }
	v.near(t, out.C0, mt(c.Base))
	v.near(t, out.CT, mt(c.Emissions))
	j := 0
	for f := range drivers.AllKayaFactors() {
		v.near(t, out.Delta[j], mt(c.Of(f)), f)
		j++
	}
	assert.Len(t, out.Delta, j)
	m, err := c.Decomposition.Multiplicative()
	require.NoError(t, err)
	v.near(t, out.Growth, m.Total.Value)
	product := decimal.New(1, 0)
	for _, i := range m.Indices {
		product = product.Mul(i.Value)
	}
	v.near(t, out.Growth, product)
	// The same from the factors themselves.
	d := decompose(t, matrix{in.X0}, matrix{in.XT})
	for j, e := range d.Effects() {
		v.near(t, out.Delta[j], e.Amount, j)
	}
}
