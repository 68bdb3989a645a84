package ledger_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
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

// oracle are the sums by what the test asks for, as fractions.
func oracle(rows []row, of func(ledger.Key) string) map[string]*big.Rat {
	sums := map[string]*big.Rat{}
	for _, r := range rows {
		k := of(r.key)
		if sums[k] == nil {
			sums[k] = new(big.Rat)
		}
		f := big.NewRat(1, 1)
		if r.product {
			f = r.factor.Rat()
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

// The records of the sums say in every view and metric what those of the rows say.
func TestInventoryOfSums(t *testing.T) {
	metrics := []ghg.Metric{ghg.AR4, ghg.AR5, ghg.AR5Split, ghg.AR6, ghg.AR6.BasketOnly(), ghg.CO2Only}
	compared := 0
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		b := builder(t)
		var records []ghg.Record
		for range 60 {
			x := row{key: someKey(r), product: true, activity: decimal.New(r.Int64N(2_000_000)-100_000, -3),
				factor: decimal.New(r.Int64N(10_000), -4)}
			require.NoError(t, x.addTo(b))
			m, err := ghg.NewMass(x.tonnes(), ghg.Tonne)
			require.NoError(t, err)
			k := x.key
			records = append(records, ghg.Record{Place: k.Place, Period: k.Period, Gas: k.Gas, Scope: k.Scope, Variant: k.Variant,
				Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: k.Category}, Status: k.Status, Tags: k.Tags, Fuel: k.Fuel,
				Activity: k.Activity, Facility: k.Facility, Value: ghg.Emitted(m)})
		}
		of := map[ghg.InventoryID]ghg.Inventory{}
		for id, group := range ghg.GroupRecords(records) {
			inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, group)
			require.NoError(t, err)
			of[id] = inv
		}
		sums, err := b.Ledger().Partial().Records(ledger.ByAll)
		require.NoError(t, err)
		n := 0
		for id, group := range ghg.GroupRecords(slices.Collect(sums)) {
			inv, _, err := ghg.NewInventory(id.Place, id.Period, ghg.FirstVintage, gpc.Scheme, group)
			require.NoError(t, err)
			n++
			for _, view := range gpc.Views() {
				for _, m := range metrics {
					want, errWant := of[id].Total(view, m)
					got, errGot := inv.Total(view, m)
					require.Equal(t, errWant == nil, errGot == nil, "%v %v", errWant, errGot)
					require.True(t, want.CO2e.Equal(got.CO2e), "%s %s: %s and %s", view.ID(), m, want.CO2e, got.CO2e)
					require.True(t, want.Memo.Equal(got.Memo))
					if errWant == nil && !want.CO2e.IsZero() {
						compared++
					}
				}
			}
		}
		require.Len(t, of, n)
	}
	assert.Greater(t, compared, 1000)
}

func TestCO2eOfGroups(t *testing.T) {
	b := builder(t)
	year := ghg.CalendarYear(2018)
	for _, x := range []struct {
		category string
		gas      ghg.Gas
		mass     string
	}{{"I.8.1", ghg.CH4, "1.5 t"}, {"III.1.1", ghg.CH4, "2.25 t"}, {"III.1.1", ghg.CO2Biogenic, "900 t"}, {"I.1.1", ghg.N2O, "10 kg"},
		{"I.1.1", ghg.CH4Fossil, "0.5 t"}} {
		require.NoError(t, b.Add(ledger.Key{Place: "Ghent", Period: year, Category: x.category, Gas: x.gas}, ghg.MustMass(x.mass)))
	}
	totals, err := b.Ledger().Totals(ledger.ByYear)
	require.NoError(t, err)
	groups := slices.Collect(totals)
	require.Len(t, groups, 1)
	var masses []string
	for _, m := range groups[0].Masses() {
		masses = append(masses, m.String())
	}
	assert.Equal(t, "3.75 t CH4, 0.5 t CH4-fossil, 900 t CO2(b), 0.01 t N2O", strings.Join(masses, ", "))
	for _, c := range []struct {
		metric ghg.Metric
		want   string
	}{
		{ghg.AR5, "121.65 tCO2e (AR5)"}, // (1.5 + 2.25 + 0.5) × 28 + 0.01 × 265
		{ghg.AR6, "123.08 tCO2e (AR6)"}, // (1.5 + 0.5) × 29.8 + 2.25 × 27.0 + 0.01 × 273 = 59.6 + 60.75 + 2.73
	} {
		got, err := groups[0].CO2e(c.metric)
		require.NoError(t, err)
		assert.True(t, got.Equal(ghg.MustCO2e(c.want)), "%s", got)
	}
	_, err = groups[0].CO2e(ghg.Metric{})
	require.ErrorIs(t, err, ghg.ErrNoMetric)
	require.NoError(t, b.Add(ledger.Key{Place: "Ghent", Period: year, Category: "I.1.1", Gas: ghg.MustGas("R-290")}, ghg.MustMass("1 kg")))
	totals, err = b.Ledger().Totals(ledger.ByYear)
	require.NoError(t, err)
	for g := range totals {
		var none *ghg.NoFactorError
		_, err = g.CO2e(ghg.AR5)
		require.ErrorAs(t, err, &none)
	}
}
