package ledger_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var ghent = ledger.Key{Place: "Ghent", Period: ghg.CalendarYear(2018), Category: "I.1.1", Gas: ghg.CH4}

// with is the key with a change.
func with(change func(*ledger.Key)) ledger.Key {
	k := ghent
	change(&k)
	return k
}

// What an inventory refuses is refused, nothing of it is added, and what follows stands.
func TestRefusedRows(t *testing.T) {
	b := builder(t)
	ton := ghg.MustMass("1 t")
	for _, c := range []struct {
		key  ledger.Key
		mass ghg.Mass
		want string
	}{
		{with(func(k *ledger.Key) { k.Place = "" }), ton, "place: a name is needed"},
		{with(func(k *ledger.Key) { k.Period = ghg.Period{} }), ton, "period: a row needs a period, such as ghg.CalendarYear(2018)"},
		{with(func(k *ledger.Key) { k.Category = "I.99" }), ton, "category \"I.99\": no category of GPC 1.1"},
		{with(func(k *ledger.Key) { k.Category = "I" }), ton,
			"category \"I\": records sit on the categories below it; a figure for the whole is a declared total"},
		{with(func(k *ledger.Key) { k.Gas = ghg.Gas{} }), ton, "gas: a mass needs its gas"},
		{with(func(k *ledger.Key) { k.Variant = 9 }), ton, "variant \"unknown (9)\": not one of the values that exist"},
		{with(func(k *ledger.Key) { k.Status = 9 }), ton, "status \"unknown (9)\": not one of the values that exist"},
		{with(func(k *ledger.Key) { k.Scope = 9 }), ton, "scope \"scope unspecified\": not one of the values that exist"},
		{ghent, ghg.MustMass("1 t N2O"), "gas \"CH4\": the value is a mass of N2O"},
	} {
		err := b.Add(c.key, c.mass)
		var fault ghg.Fault
		require.ErrorAs(t, err, &fault)
		assert.Equal(t, c.want, err.Error())
	}
	// A sum of masses may have grown beyond what may enter.
	long, err := ghg.MustMass("99999999999999999999999999999999999999 t").Add(ghg.MustMass("0.1 t"))
	require.NoError(t, err)
	require.ErrorContains(t, b.Add(ghent, long), "value: a number of 39 digits")
	for _, c := range []struct{ activity, factor, want string }{
		{"1e-31", "1", "activity: a number of 1 digits with exponent -31"},
		{"1", "1e31", "factor: a number of 1 digits with exponent 31"},
		{"1e-20", "1e-11", "activity: activity × factor: a number of 1 digits with exponent -31"},
		{"1e20", "1e19", "activity: activity × factor: a number of 1 digits with exponent 39"},
	} {
		require.ErrorContains(t, b.AddProduct(ghent, number(c.activity), number(c.factor)), c.want)
	}
	require.Error(t, b.AddProduct(ledger.Key{}, number("1"), number("1")))
	assert.Zero(t, b.Ledger().Len())
	assert.Zero(t, b.Ledger().Partial().Len())

	_, err = ledger.NewBuilder(ghg.Scheme{})
	require.EqualError(t, err, "scheme: sums need a scheme, such as gpc.Scheme")
}

// A place and a category are one however they are typed, and a ledger stays as it is when
// its builder goes on.
func TestSpellingsAndLaterRows(t *testing.T) {
	b := builder(t)
	require.NoError(t, b.Add(with(func(k *ledger.Key) { k.Place, k.Category = " Ghent ", "i.1.1" }), ghg.MustMass("1 kg CH4")))
	require.NoError(t, b.Add(ghent, ghg.MustMass("2 kg")))
	before := b.Ledger()
	require.NoError(t, b.Add(ghent, ghg.MustMass("4 kg")))
	require.NoError(t, b.Add(with(func(k *ledger.Key) { k.Place = "Aalst" }), ghg.MustMass("8 kg")))
	for _, c := range []struct {
		of   ledger.Ledger
		rows int
		want []string
	}{{before, 2, []string{"0.003 t CH4"}}, {b.Ledger(), 4, []string{"0.008 t CH4", "0.007 t CH4"}}} {
		assert.Equal(t, c.rows, c.of.Len())
		assert.Equal(t, gpc.Scheme.ID(), c.of.Scheme().ID())
		totals, err := c.of.Totals(ledger.ByPlace)
		require.NoError(t, err)
		var got []string
		for g := range totals {
			got = append(got, g.Masses()[0].String())
		}
		assert.Equal(t, c.want, got)
	}
}

// Months add up to their calendar year; a fiscal year stays itself.
func TestYears(t *testing.T) {
	month := func(m time.Month, last int) ghg.Period {
		p, err := ghg.NewPeriod(ghg.Date{Year: 2018, Month: m, Day: 1}, ghg.Date{Year: 2018, Month: m, Day: last})
		require.NoError(t, err)
		return p
	}
	b := builder(t)
	for i, p := range []ghg.Period{month(time.January, 31), month(time.February, 28), ghg.CalendarYear(2018),
		ghg.FiscalYear(2018, time.April), ghg.CalendarYear(2017)} {
		m, err := ghg.NewMass(decimal.New(1<<i, 0), ghg.Tonne)
		require.NoError(t, err)
		require.NoError(t, b.Add(with(func(k *ledger.Key) { k.Period = p }), m))
	}
	for by, want := range map[ledger.By][]string{
		ledger.ByYear: {"2017: 16 t CH4", "2018: 7 t CH4", "2018-04-01/2019-03-31: 8 t CH4"},
		ledger.ByYear | ledger.ByPeriod: {"2017: 16 t CH4", "2018-01-01/2018-01-31: 1 t CH4", "2018: 4 t CH4", "2018-02-01/2018-02-28: 2 t CH4",
			"2018-04-01/2019-03-31: 8 t CH4"},
		0: {"no period: 31 t CH4"},
	} {
		totals, err := b.Ledger().Totals(by)
		require.NoError(t, err)
		var got []string
		for g := range totals {
			got = append(got, g.Period.String()+": "+g.Masses()[0].String())
		}
		assert.Equal(t, want, got)
	}
	records, err := b.Ledger().Partial().Records(ledger.ByPlace | ledger.ByYear | ledger.ByCategory)
	require.NoError(t, err)
	assert.Len(t, slices.Collect(records), 3)
	for r := range records { // and one may stop
		assert.Equal(t, "2017", r.Period.String())
		break
	}
}

func TestAlternativesAreNotAdded(t *testing.T) {
	for _, c := range []struct {
		a, b func(*ledger.Key)
		ask  ledger.By
		want string
	}{
		{func(k *ledger.Key) { k.Variant = ghg.LocationBased }, func(k *ledger.Key) { k.Variant = ghg.MarketBased }, ledger.ByVariant,
			"there are location-based and market-based figures, which may be alternatives for one source and are never added: " +
				"ask by ledger.ByVariant too"},
		{func(k *ledger.Key) { k.Variant = ghg.DistanceBased }, func(k *ledger.Key) { k.Variant = ghg.FuelBased }, ledger.ByVariant,
			"distance-based and fuel-based"},
		{func(k *ledger.Key) { k.Status = ghg.Provisional }, func(k *ledger.Key) { k.Status = ghg.Projected }, ledger.ByStatus,
			"there are provisional and projected figures"},
		{func(k *ledger.Key) { k.Status = ghg.Nowcast }, func(k *ledger.Key) { k.Status = ghg.Projected }, ledger.ByStatus,
			"ask by ledger.ByStatus too"},
	} {
		b := builder(t)
		require.NoError(t, b.Add(with(c.a), ghg.MustMass("1 t")))
		_, err := b.Ledger().Totals(ledger.ByGas) // alone it is what it is
		require.NoError(t, err)
		require.NoError(t, b.Add(with(c.b), ghg.MustMass("1 t")))
		_, err = b.Ledger().Totals(ledger.ByGas)
		var alternatives *ledger.AlternativesError
		require.ErrorAs(t, err, &alternatives)
		require.ErrorContains(t, err, c.want)
		assert.Equal(t, c.ask, alternatives.Ask)
		_, err = b.Ledger().Partial().Records(ledger.ByPlace | ledger.ByPeriod | ledger.ByCategory)
		require.ErrorAs(t, err, &alternatives)
		_, err = b.Ledger().Totals(ledger.ByGas | c.ask)
		require.NoError(t, err)
	}
	b := builder(t) // what is final, provisional and estimated stands beside each other
	for _, s := range []ghg.Status{ghg.Actual, ghg.Provisional, ghg.Estimated} {
		require.NoError(t, b.Add(with(func(k *ledger.Key) { k.Status = s }), ghg.MustMass("1 t")))
	}
	_, err := b.Ledger().Totals(ledger.ByGas)
	require.NoError(t, err)
	_, err = b.Ledger().Partial().Records(ledger.ByCategory | ledger.ByYear)
	require.EqualError(t, err, "records, by: a record has a place, a period and a category: ask by them")
}

// A grouping by many values goes another way to the same groups.
func TestManyPlaces(t *testing.T) {
	b := builder(t)
	for i := range 3000 {
		k := ghent
		k.Place, k.Facility = ghg.PlaceID("P"+decimal.New(int64(i), 0).String()), decimal.New(int64(i%1500), 0).String()
		require.NoError(t, b.Add(k, ghg.MustMass("1 t")))
	}
	totals, err := b.Ledger().Totals(ledger.ByPlace | ledger.BySource)
	require.NoError(t, err)
	groups := slices.Collect(totals)
	require.Len(t, groups, 3000)
	assert.True(t, slices.IsSortedFunc(groups, func(a, b ledger.Group) int {
		if a.Place < b.Place {
			return -1
		}
		return 1
	}))
	totals, err = b.Ledger().Totals(ledger.BySource)
	require.NoError(t, err)
	for g := range totals {
		require.Equal(t, "2 t CH4", g.Masses()[0].String())
	}
}

// Several ask one ledger at a time, while its builder goes on.
func TestTotalsSideBySide(t *testing.T) {
	b := builder(t)
	for i := range 1000 {
		require.NoError(t, b.Add(with(func(k *ledger.Key) { k.Period = ghg.CalendarYear(2000 + i%20) }), ghg.MustMass("0.5 t")))
	}
	l := b.Ledger()
	var all sync.WaitGroup
	for range 4 {
		all.Add(1)
		go func() {
			defer all.Done()
			for _, by := range []ledger.By{ledger.ByYear, ledger.ByAll, ledger.ByGas} {
				sum := decimal.Decimal{}
				totals, err := l.Totals(by)
				assert.NoError(t, err)
				for g := range totals {
					sum = sum.Add(g.Masses()[0].Tonnes())
				}
				assert.Equal(t, "500", sum.String())
				assert.Equal(t, 20, l.Partial().Len())
			}
		}()
	}
	for range 1000 {
		require.NoError(t, b.Add(ghent, ghg.MustMass("0.5 t")))
	}
	all.Wait()
}

func TestZeroValues(t *testing.T) {
	totals, err := ledger.Ledger{}.Totals(ledger.ByAll)
	require.NoError(t, err)
	assert.Empty(t, slices.Collect(totals))
	assert.True(t, ledger.Ledger{}.Scheme().IsZero())
	totals, err = ledger.NewPartial(gpc.Scheme).Totals(ledger.ByAll)
	require.NoError(t, err)
	assert.Empty(t, slices.Collect(totals))
	var p ledger.Partial
	assert.Zero(t, p.Len())
	const none = "no scheme: a ledger is made with a Builder, and partial sums with NewPartial"
	_, err = p.Merge(p)
	require.EqualError(t, err, none)
	_, err = p.MarshalBinary()
	require.EqualError(t, err, none)
	require.EqualError(t, p.UnmarshalBinary(nil), none)
}

// Adding ready values costs the columns alone, and totals cost their groups alone.
func TestNothingIsAllocatedPerRow(t *testing.T) {
	b := builder(t)
	activity, factor, mass := number("1234.567"), number("0.0042"), ghg.MustMass("12.5 t")
	var rows int
	perRow := testing.AllocsPerRun(20, func() {
		for range 10_000 {
			rows++
			if b.AddProduct(ghent, activity, factor) != nil || b.Add(ghent, mass) != nil {
				t.Fatal("refused")
			}
		}
	}) / 20_000
	assert.Less(t, perRow, 0.01)
	assert.Equal(t, 2*rows, b.Ledger().Len())
	l := b.Ledger()
	assert.Less(t, testing.AllocsPerRun(5, func() {
		totals, err := l.Totals(ledger.ByCategory)
		if err != nil {
			t.Fatal(err)
		}
		for range totals {
			rows++
		}
	}), 100.0)
}
