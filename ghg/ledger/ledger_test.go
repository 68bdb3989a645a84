package ledger_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// row is a row to be added, in its activity and factor where it has a factor.
type row struct {
	key              ledger.Key
	activity, factor decimal.Decimal
	product          bool
}

func (r row) tonnes() decimal.Decimal {
	if r.product {
		return r.activity.Mul(r.factor)
	}
	return r.activity
}

func (r row) addTo(b *ledger.Builder) error {
	if r.product {
		return b.AddProduct(r.key, r.activity, r.factor)
	}
	m, err := ghg.NewMass(r.activity, ghg.Tonne)
	if err != nil {
		return err
	}
	return b.Add(r.key, m)
}

func number(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// edges are numbers at which something ends: a word, what a column takes, what may enter.
var edges = []decimal.Decimal{
	number("0"), number("1"), number("-1"), number("0.1"), number("12.50"), number("-0.000001"),
	number("999999999999999999"), number("-999999999999999999"), number("1000000000000000000"), // 18 and 19 digits
	number("9223372036854775807"), number("-9223372036854775808"), number("9223372036854775808"),
	number("18446744073709551616"), number("0.999999999999999999"), number("123456789.123456789"),
	number("99999999999999999999999999999999999999"), number("-99999999999999999999999999999999999999"), // 38 digits
	number("100000000000000000000000000000000000000"), // one more
	number("0.000000000000000000000000000001"), number("-0.000000000000000000000000000009"), number("0.0000000000000000000000000000001"),
	decimal.New(5, 3), decimal.New(7, 17), decimal.New(-3, 30), decimal.New(9, 37), decimal.New(0, -30),
}

var (
	places     = []ghg.PlaceID{"나주", "Ghent"}
	categories = []string{"I.1.1", "I.1.2", "II.1.1", "III.1.1", "V.1"}
	gases      = []ghg.Gas{ghg.CO2, ghg.CH4, ghg.N2O, ghg.CH4Fossil, ghg.CO2Biogenic, ghg.MustGas("R-410A")}
)

func pick[T any](r *rand.Rand, of []T) T { return of[r.IntN(len(of))] }

func someKey(r *rand.Rand) ledger.Key {
	k := ledger.Key{Place: pick(r, places), Period: ghg.CalendarYear(2018 + r.IntN(2)), Category: pick(r, categories), Gas: pick(r, gases)}
	switch r.IntN(8) {
	case 0:
		k.Tags = ghg.MakeTags("ets")
	case 1:
		k.Scope = ghg.Scope(1 + r.IntN(3))
	case 2:
		k.Fuel, k.Facility = "gas", "plant"
	case 3:
		k.Status = ghg.Provisional
	case 4:
		k.Variant = ghg.Variant(r.IntN(3))
	case 5:
		k.Activity = "heating"
	}
	return k
}

// someRows are rows at the edges, some of them very many times, of which some are refused.
func someRows(r *rand.Rand) []row {
	var out []row
	for range 1 + r.IntN(12) {
		x := row{key: someKey(r), activity: pick(r, edges), factor: pick(r, edges), product: r.IntN(2) == 0}
		for range pick(r, []int{1, 1, 1, 2, 170, 1000}) {
			out = append(out, x)
		}
	}
	return out
}

// accepted adds rows to a builder and gives those that were taken.
func accepted(b *ledger.Builder, rows []row) []row {
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool { return r.addTo(b) != nil })
}

func builder(t testing.TB) *ledger.Builder {
	b, err := ledger.NewBuilder(gpc.Scheme)
	require.NoError(t, err)
	return b
}

// oracle are the sums by what the test asks for, as fractions. What one row adds that comes
// again and again is its product times their number.
func oracle(rows []row, of func(ledger.Key) string) map[string]*big.Rat {
	times := map[row]int64{}
	for _, r := range rows {
		times[r]++
	}
	sums := map[string]*big.Rat{}
	for r, n := range times {
		k := of(r.key)
		if sums[k] == nil {
			sums[k] = new(big.Rat)
		}
		f := big.NewRat(n, 1)
		if r.product {
			f.Mul(f, r.factor.Rat())
		}
		sums[k].Add(sums[k], f.Mul(f, r.activity.Rat()))
	}
	return sums
}

func text(k ledger.Key) string {
	return fmt.Sprintf("%q", []string{string(k.Place), k.Period.String(), k.Category, k.Gas.String(), k.Scope.String(), k.Variant.String(),
		k.Status.String(), k.Tags.String(), k.Fuel, k.Activity, k.Facility})
}

// sameSums holds groups against the oracle, which knows nothing of how they are made.
func sameSums(t *testing.T, want map[string]*big.Rat, totals func(func(ledger.Group) bool)) {
	t.Helper()
	n := 0
	for g := range totals {
		for _, m := range g.Masses() {
			k := g.Key
			k.Gas = m.Gas()
			n++
			require.Contains(t, want, text(k))
			require.Zero(t, want[text(k)].Cmp(m.Tonnes().Rat()), "%s: %s, and not %s", text(k), m, want[text(k)].FloatString(31))
		}
	}
	require.Len(t, want, n)
}

// In what batches rows come, and in what order their sums are merged, changes no bit.
func checkSums(t *testing.T, r *rand.Rand) {
	whole := builder(t)
	rows := accepted(whole, someRows(r))
	l := whole.Ledger()
	require.Equal(t, len(rows), l.Len())
	all, err := l.Totals(ledger.ByAll)
	require.NoError(t, err)
	sameSums(t, oracle(rows, text), all)
	byGas, err := l.Totals(ledger.ByCategory | ledger.ByGas | ledger.ByVariant)
	require.NoError(t, err)
	want := oracle(rows, func(k ledger.Key) string {
		return text(ledger.Key{Category: k.Category, Gas: k.Gas, Variant: k.Variant})
	})
	sameSums(t, want, byGas)

	bytes, err := l.Partial().MarshalBinary()
	require.NoError(t, err)
	r.Shuffle(len(rows), func(i, j int) { rows[i], rows[j] = rows[j], rows[i] })
	parts := []ledger.Partial{ledger.NewPartial(gpc.Scheme)}
	for len(rows) > 0 {
		n := 1 + r.IntN(len(rows))
		b := builder(t)
		accepted(b, rows[:n])
		parts, rows = append(parts, b.Ledger().Partial()), rows[n:]
	}
	for len(parts) > 1 {
		r.Shuffle(len(parts), func(i, j int) { parts[i], parts[j] = parts[j], parts[i] })
		sum, err := parts[0].Merge(parts[1])
		require.NoError(t, err)
		parts = append(parts[2:], sum)
	}
	merged, err := parts[0].MarshalBinary()
	require.NoError(t, err)
	require.Equal(t, bytes, merged)
	again := ledger.NewPartial(gpc.Scheme)
	require.NoError(t, again.UnmarshalBinary(merged))
	fromPartial, err := again.Totals(ledger.ByCategory | ledger.ByGas | ledger.ByVariant)
	require.NoError(t, err)
	sameSums(t, want, fromPartial)
}

func TestSumsAreExact(t *testing.T) {
	for seed := range uint64(150) {
		checkSums(t, rand.New(rand.NewPCG(seed, 1)))
	}
}

func FuzzSums(f *testing.F) {
	f.Add(uint64(0), uint64(0))
	f.Add(uint64(171), uint64(1<<63))
	f.Fuzz(func(t *testing.T, a, b uint64) { checkSums(t, rand.New(rand.NewPCG(a, b))) })
}

// One row of the largest numbers of a column, over and over: narrower sums than the proof
// allows overflow from the 171st on.
func TestRepeatedRowsDoNotOverflow(t *testing.T) {
	k := ledger.Key{Place: "Ghent", Period: ghg.CalendarYear(2018), Category: "I.1.1", Gas: ghg.CO2}
	big18, small := number("999999999999999999"), number("2147483647")
	for _, c := range []struct{ a, f decimal.Decimal }{{big18, big18}, {big18.Neg(), big18}, {big18.Neg(), big18.Neg()}, {small, small},
		{small.Neg(), small}, {small, number("1")}, {big18, number("9")}} {
		b := builder(t)
		for range 1000 {
			require.NoError(t, b.AddProduct(k, c.a, c.f))
			require.NoError(t, b.Add(k, ghg.MustMass(c.a.String()+" t")))
		}
		want := c.a.Mul(c.f).Add(c.a).Mul(number("1000"))
		totals, err := b.Ledger().Totals(ledger.ByGas)
		require.NoError(t, err)
		for g := range totals {
			assert.True(t, g.Masses()[0].Tonnes().Equal(want), "%s × %s: %s", c.a, c.f, g.Masses()[0])
		}
	}
}
