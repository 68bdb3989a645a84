package drivers_test

import (
	"math"
	"math/rand"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg/drivers"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func values(numbers ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(numbers))
	for i, n := range numbers {
		out[i] = dec(n)
	}
	return out
}

func amounts(effects []drivers.Effect) []string {
	out := make([]string, len(effects))
	for i, e := range effects {
		out[i] = e.Amount.String()
	}
	return out
}

// shown are the effects over all rows as they are shown to decimal places.
func shown(t testing.TB, d interface {
	Show(places int32) (drivers.ShownEffects, error)
}, places int32) []string {
	t.Helper()
	table, err := d.Show(places)
	require.NoError(t, err)
	out := make([]string, len(table.Total.Effects))
	for i, e := range table.Total.Effects {
		out[i] = e.String()
	}
	return out
}

// The eight cases of Ang, Zhang and Choi (1998, Table 2), each reached by a
// factor of a category, the first one: v0, vT, x0 and xT are zero or not.
func TestEightZeroCases(t *testing.T) {
	for _, x := range []struct {
		name   string
		x0, xT []decimal.Decimal
		want   []string
	}{
		{"v0=0 vT>0 x0=0 xT>0", values("0", "3"), values("2", "4"), []string{"8", "0"}},
		{"v0>0 vT=0 x0>0 xT=0", values("2", "4"), values("0", "3"), []string{"-8", "0"}},
		{"v0=0 vT>0 x0>0 xT>0", values("3", "0"), values("4", "2"), []string{"0", "8"}},
		{"v0>0 vT=0 x0>0 xT>0", values("4", "2"), values("3", "0"), []string{"0", "-8"}},
		{"v0=0 vT=0 x0>0 xT>0", values("3", "0"), values("4", "0"), []string{"0", "0"}},
		{"v0=0 vT=0 x0=0 xT=0", values("0", "3"), values("0", "4"), []string{"0", "0"}},
		{"v0=0 vT=0 x0>0 xT=0", values("5", "0"), values("0", "4"), []string{"0", "0"}},
		{"v0=0 vT=0 x0=0 xT>0", values("0", "4"), values("5", "0"), []string{"0", "0"}},
	} {
		d := decompose(t, matrix{x.x0}, matrix{x.xT})
		assert.Equal(t, x.want, amounts(d.Effects()), x.name)
		_, err := d.Multiplicative()
		assert.ErrorIs(t, err, drivers.ErrNoIndex, x.name)
	}
}

// Factors that leave zero, or go to it, together share the change equally: they
// are not counted once each.
func TestSeveralFactorsZeroAtOnce(t *testing.T) {
	for _, x := range []struct {
		x0, xT []decimal.Decimal
		want   []string
	}{
		{values("0", "0", "4"), values("2", "5", "3"), []string{"15", "15", "0"}},
		{values("2", "5", "3"), values("0", "0", "4"), []string{"-15", "-15", "0"}},
		{values("0", "7", "0"), values("2", "5", "3"), []string{"15", "0", "15"}},
		{values("0", "0", "0"), values("2", "5", "3"), []string{"10", "10", "10"}},
		{values("2", "5", "3"), values("0", "0", "0"), []string{"-10", "-10", "-10"}},
		{values("0", "0", "0"), values("2", "5", "10"), []string{"33.34", "33.33", "33.33"}},
		{values("2", "5", "10"), values("0", "0", "0"), []string{"-33.33", "-33.33", "-33.34"}},
		{values("0", "1", "2"), values("3", "0", "5"), []string{"0", "0", "0"}},
	} {
		d := decompose(t, matrix{x.x0}, matrix{x.xT})
		assert.Equal(t, x.want, shown(t, d, 2), "%v to %v", x.x0, x.xT)
	}
}

// The rule is the limit: as the zeros are replaced by ever smaller numbers, the
// effects come ever closer to the equal parts.
func TestZeroRuleIsALimit(t *testing.T) {
	want := []float64{15, 15, 0}
	last := math.Inf(1)
	for _, tiny := range []string{"1e-3", "1e-10", "1e-20", "1e-30"} {
		d := decompose(t, matrix{values(tiny, tiny, "4")}, matrix{values("2", "5", "3")})
		off := 0.0
		for j, e := range d.Effects() {
			off += math.Abs(e.Amount.InexactFloat64() - want[j])
		}
		assert.Less(t, off, last)
		last = off
	}
	assert.Less(t, last, 0.5)
}

// A zero in one category leaves the others, and the indices, as they are.
func TestZeroInOneOfTwoCategories(t *testing.T) {
	d := decompose(t, matrix{values("0", "10"), values("4", "5")}, matrix{values("4", "5"), values("4", "6")})
	assert.Equal(t, []string{"20", "4"}, amounts(d.Effects()))
	// L(44, 20) = 24/ln 2.2; exp(20/L) = 1.9290888…, exp(4/L) = 1.1404347… (mpmath 1.2.1)
	m, err := d.Multiplicative()
	require.NoError(t, err)
	assert.Equal(t, "1.929089", m.Indices[0].Value.StringFixed(6))
	assert.Equal(t, "1.140435", m.Indices[1].Value.StringFixed(6))
	assert.Equal(t, "2.2", m.Total.Value.String())
}

// L(a, a) = a: where the amount stays, its factors still have effects.
func TestAmountThatStays(t *testing.T) {
	d := decompose(t, matrix{values("2", "8")}, matrix{values("4", "4")})
	// 16 ln 2 = 11.090354889
	assert.Equal(t, []string{"11.090355", "-11.090355"}, shown(t, d, 6))
	assert.Equal(t, "0", d.Change().String())
	m, err := d.Multiplicative()
	require.NoError(t, err)
	assert.Equal(t, "2", m.Indices[0].Value.String())
	assert.Equal(t, "0.5", m.Indices[1].Value.String())
	still := decompose(t, matrix{values("2", "8")}, matrix{values("2", "8")})
	assert.Equal(t, []string{"0", "0"}, amounts(still.Effects()))
}

// Two amounts that differ in their last digits only: naive arithmetic divides
// one rounding error by another.
func TestNearEquality(t *testing.T) {
	// 1000000 × 1 to 1000000.000000000001 × 1: all is the first factor's.
	d := decompose(t, matrix{values("1000000", "3")}, matrix{values("1000000.000000000001", "3")})
	assert.Equal(t, []string{"0.000000000003", "0"}, amounts(d.Effects()))
	// Big effects that cancel: 2 × 3 to 3 × 2.000000000000000000000001.
	d = decompose(t, matrix{values("2", "3")}, matrix{values("3", "2.000000000000000000000001")})
	// 6 ln 1.5 = 2.43279064864898629187 (mpmath 1.2.1)
	first, _ := d.Effect("a")
	second, _ := d.Effect("b")
	assert.Equal(t, "2.43279064864898629187", first.Amount.Round(20).String())
	assert.Equal(t, "0.000000000000000000000003", first.Amount.Add(second.Amount).String(), "the change, to its last digit")
}

// logMean is the naive formula in float64.
func logMean(a, b float64) float64 {
	switch {
	case a == b:
		return a
	case a == 0 || b == 0:
		return 0
	}
	return (a - b) / math.Log(a/b)
}

// checkSums asserts what holds for every decomposition: the effects add up to the
// change of each category and of the whole, those of the categories to those of the
// whole, and so do the numbers that are shown.
func checkSums(t *testing.T, d drivers.Decomposition) {
	t.Helper()
	var total decimal.Decimal
	byFactor := make([]decimal.Decimal, len(d.Effects()))
	for c := range d.Categories() {
		sum := c.Unexplained
		for j, e := range c.Effects {
			sum = sum.Add(e.Amount)
			byFactor[j] = byFactor[j].Add(e.Amount)
		}
		require.True(t, sum.Equal(c.Change), "%s: %s is not %s", c.Category, sum, c.Change)
		require.True(t, c.To.Sub(c.From).Equal(c.Change))
		total = total.Add(sum)
	}
	require.True(t, total.Equal(d.Change()))
	require.False(t, d.Explain().IsZero())
	if m, err := d.Multiplicative(); err == nil {
		require.False(t, m.Explain().IsZero())
	}
	sum := d.Unexplained()
	for j, e := range d.Effects() {
		require.True(t, byFactor[j].Equal(e.Amount), "%s is not %s", byFactor[j], e.Amount)
		sum = sum.Add(e.Amount)
	}
	require.True(t, sum.Equal(d.Change()), "%s is not %s", sum, d.Change())
	for _, places := range []int32{-2, 0, 3} {
		checkShown(t, d, d.Change(), places)
	}
}

// checkShown asserts that a table adds up both ways, to the rounded change.
func checkShown(t *testing.T, d interface {
	Show(places int32) (drivers.ShownEffects, error)
}, change decimal.Decimal, places int32) {
	t.Helper()
	s, err := d.Show(places)
	require.NoError(t, err)
	var total decimal.Decimal
	columns := make([]decimal.Decimal, len(s.Columns))
	for _, r := range s.Rows {
		var sum decimal.Decimal
		for j, x := range r.Effects {
			require.True(t, x.Equal(x.Round(places)))
			sum = sum.Add(x)
			columns[j] = columns[j].Add(x)
		}
		require.True(t, sum.Equal(r.Change))
		total = total.Add(sum)
	}
	require.True(t, total.Equal(s.Total.Change))
	require.True(t, total.Equal(change.Round(places)), "%s is not %s", total, change)
	for j, x := range s.Total.Effects {
		require.True(t, x.Equal(columns[j]))
	}
}

// Random cities: sums, agreement with float64, and the same effects backwards
// with their signs turned.
func TestDecompositionsAddUp(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	number := func() decimal.Decimal {
		switch r.Intn(8) {
		case 0:
			return decimal.Decimal{}
		case 1:
			return decimal.New(1+r.Int63n(1e15), int32(r.Intn(10)-18))
		}
		return decimal.New(1+r.Int63n(1e6), int32(-r.Intn(7)))
	}
	for range 150 {
		n, k := 1+r.Intn(5), 1+r.Intn(5)
		a, b := make(matrix, n), make(matrix, n)
		for i := range a {
			for range k {
				x := number()
				y := number()
				if r.Intn(3) == 0 {
					y = x
				}
				a[i], b[i] = append(a[i], x), append(b[i], y)
			}
		}
		d := decompose(t, a, b)
		checkSums(t, d)
		back, err := drivers.Decompose(b.point(t, 2000), a.point(t, 2001))
		require.NoError(t, err)
		for j, e := range back.Effects() {
			diff := e.Amount.Add(d.Effects()[j].Amount).Abs()
			assert.True(t, diff.LessThanOrEqual(decimal.New(int64(2*n*k), -drivers.EffectPlaces)), "%s: %s", e.Factor, diff)
		}
		if m, err := d.Multiplicative(); err == nil {
			product := decimal.New(1, 0)
			small := false
			for _, i := range m.Indices {
				product = product.Mul(i.Value)
				small = small || i.Value.LessThan(dec("0.001"))
			}
			if !small && m.Total.Value.GreaterThan(dec("0.001")) {
				q, err := exact.Quotient(product, m.Total.Value, 12)
				require.NoError(t, err)
				assert.True(t, q.Sub(dec("1")).Abs().LessThan(dec("1e-7")), "%s is not %s", product, m.Total.Value)
			}
		}
	}
}

func FuzzDecompose(f *testing.F) {
	f.Add(int64(1), int64(10), int64(2), int64(4), int64(5), int64(3), int8(0), int8(0))
	f.Add(int64(0), int64(10), int64(0), int64(4), int64(5), int64(3), int8(-9), int8(9))
	f.Add(int64(7), int64(7), int64(7), int64(7), int64(7), int64(8), int8(-30), int8(-30))
	f.Add(int64(1<<62), int64(1<<62-1), int64(3), int64(1<<62-1), int64(1<<62), int64(3), int8(0), int8(0))
	f.Fuzz(func(t *testing.T, a, b, c, x, y, z int64, e1, e2 int8) {
		from := []decimal.Decimal{decimal.New(a, int32(e1)%31), decimal.New(b, int32(e2)%31), decimal.New(c, -6)}
		to := []decimal.Decimal{decimal.New(x, int32(e1)%31), decimal.New(y, int32(e2)%31), decimal.New(z, -6)}
		id := letters(t, 3)
		p, err := drivers.NewPoint(id, 2000, drivers.Row{Category: "A", Factors: from})
		if err != nil {
			t.Skip()
		}
		q, err := drivers.NewPoint(id, 2001, drivers.Row{Category: "A", Factors: to})
		if err != nil {
			t.Skip()
		}
		d, err := drivers.Decompose(p, q)
		require.NoError(t, err)
		checkSums(t, d)
		v0, vT := p.Total().InexactFloat64(), q.Total().InexactFloat64()
		if v0 == 0 || vT == 0 || math.Abs(vT-v0) < 1e-6*vT {
			return // the naive formula says nothing here, or loses its digits
		}
		for j, e := range d.Effects() {
			want := logMean(vT, v0) * math.Log(to[j].InexactFloat64()/from[j].InexactFloat64())
			allowed := 1e-8*(math.Abs(want)+math.Abs(vT)+math.Abs(v0)) + 2*math.Pow10(-drivers.EffectPlaces)
			if got := e.Amount.InexactFloat64(); math.Abs(got-want) > allowed {
				t.Fatalf("%s: %g, and %g in float64", e.Factor, got, want)
			}
		}
		if m, err := d.Multiplicative(); err == nil {
			for j, i := range m.Indices {
				// In one category an index is the quotient of the factor.
				want := to[j].InexactFloat64() / from[j].InexactFloat64()
				if got := i.Value.InexactFloat64(); math.Abs(got-want) > 1e-9*want+1e-12 {
					t.Fatalf("%s: index %g, and the quotient is %g", i.Factor, got, want)
				}
			}
		}
	})
}

// Twenty categories of four factors.
func city() (from, to matrix) {
	r := rand.New(rand.NewSource(6))
	for range 20 {
		var a, b []decimal.Decimal
		for range 4 {
			x := decimal.New(1000+r.Int63n(1e6), -3)
			a = append(a, x)
			b = append(b, x.Mul(decimal.New(80+r.Int63n(40), -2)))
		}
		from, to = append(from, a), append(to, b)
	}
	return from, to
}

// BenchmarkDecompose decomposes 20 categories × 4 factors, exactly, and for the
// ratio in float64 with the naive formula.
func BenchmarkDecompose(b *testing.B) {
	from, to := city()
	p, q := from.point(b, 2000), to.point(b, 2001)
	floats := func(m matrix) (out [20][4]float64) {
		for i := range m {
			for j := range m[i] {
				out[i][j] = m[i][j].InexactFloat64()
			}
		}
		return out
	}
	x0, xT := floats(from), floats(to)
	naive := func() (z [20][4]float64) {
		for i := range x0 {
			v0, vT := 1.0, 1.0
			for j := range x0[i] {
				v0, vT = v0*x0[i][j], vT*xT[i][j]
			}
			l := logMean(vT, v0)
			for j := range x0[i] {
				z[i][j] = l * math.Log(xT[i][j]/x0[i][j])
			}
		}
		return z
	}
	var ours, other time.Duration
	const repeat = 100
	b.ReportAllocs()
	for b.Loop() {
		start := time.Now()
		if _, err := drivers.Decompose(p, q); err != nil {
			b.Fatal(err)
		}
		middle := time.Now()
		for range repeat {
			if z := naive(); math.IsNaN(z[0][0]) {
				b.Fatal(z)
			}
		}
		ours += middle.Sub(start)
		other += time.Since(middle)
	}
	b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N), "ns/decomposition")
	b.ReportMetric(float64(ours)*repeat/float64(other), "x/float64")
}
