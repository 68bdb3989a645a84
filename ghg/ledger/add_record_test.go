package ledger_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// keyed is a notation key, which needs an explanation.
func keyed(k ghg.Key) ghg.Value {
	v, err := ghg.Keyed(k, "no meters")
	if err != nil {
		panic(err)
	}
	return v
}

func recordOf(k ledger.Key, v ghg.Value) ghg.Record {
	return ghg.Record{Place: k.Place, Period: k.Period, Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: k.Category}, Gas: k.Gas,
		Scope: k.Scope, Variant: k.Variant, Status: k.Status, Tags: k.Tags, Fuel: k.Fuel, Activity: k.Activity, Facility: k.Facility,
		Value: v, Line: 7}
}

// A record adds what its key and mass add, whatever digits the mass has.
func TestRecordsAddWhatTheirMassesDo(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	records, masses := builder(t), builder(t)
	for _, text := range []string{"0", "1", "-1", "0.000", "999999999999999999", "-999999999999999999", "1000000000000000000",
		"-1000000000000000000", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "1e15", "3e18", "1e-30",
		"99999999999999999999999999999999999999", "-0.00000000000000000000000000000000000001"} {
		m, err := ghg.NewMass(number(text), ghg.Tonne)
		if err != nil { // beyond what may enter
			continue
		}
		k := with(func(k *ledger.Key) { k.Facility = pick(r, []string{"", "north", "south"}) })
		of, err := m.Of(k.Gas)
		require.NoError(t, err)
		for _, m := range []ghg.Mass{m, of} {
			require.NoError(t, records.AddRecord(recordOf(k, ghg.Emitted(m))), text)
			require.NoError(t, masses.Add(k, m), text)
		}
	}
	require.GreaterOrEqual(t, masses.Ledger().Len(), 26)
	require.Equal(t, masses.Ledger().Len(), records.Ledger().Len())
	want, err := masses.Ledger().Partial().MarshalBinary()
	require.NoError(t, err)
	got, err := records.Ledger().Partial().MarshalBinary()
	require.NoError(t, err)
	require.Equal(t, want, got)
}

// What sums do not hold is refused with its line, and nothing of it is added.
func TestRefusedRecords(t *testing.T) {
	const other = ": sums hold masses of gases in their own scheme, and no notation keys, missing values, CO2e or defaults"
	ton := ghg.Emitted(ghg.MustMass("1 t"))
	byDefault, err := ton.EnteredAs(ghg.ProviderDefault)
	require.NoError(t, err)
	partly, err := ghg.Partly(ton, keyed(ghg.NE))
	require.NoError(t, err)
	foreign := recordOf(ghent, ton)
	foreign.Category.Scheme = "another"
	nowhere := with(func(k *ledger.Key) { k.Category = "I.99" })
	for _, c := range []struct {
		record ghg.Record
		want   string
	}{
		{recordOf(ghent, ghg.Value{}), "line 7, value \"missing\"" + other},
		{recordOf(ghent, ghg.Equivalent(ghg.MustCO2e("3 tCO2e (AR5)"))), "line 7, value \"3 tCO2e (AR5)\"" + other},
		{recordOf(ghent, keyed(ghg.NE)), "line 7, value \"NE\"" + other},
		{recordOf(ghent, byDefault), "line 7, value \"1 t, provider default\"" + other},
		{recordOf(ghent, partly), "line 7, value \"1 t, NE\"" + other},
		{foreign, "line 7, value \"1 t\"" + other},
		{recordOf(ghent, ghg.Emitted(ghg.MustMass("1 t N2O"))), "line 7, gas \"CH4\": the value is a mass of N2O"},
		{recordOf(nowhere, ton), "line 7, category \"I.99\": no category of GPC 1.1"},
		{recordOf(nowhere, ghg.Emitted(ghg.MustMass("12345678901234567890 t"))), "line 7, category \"I.99\": no category of GPC 1.1"},
	} {
		b := builder(t)
		assert.EqualError(t, b.AddRecord(c.record), c.want)
		assert.Zero(t, b.Ledger().Len())
	}
}

// Rows of a key that is known are rows as any other; a key that is refused, or of which no row
// came, is in no sum.
func TestRowsOfAKey(t *testing.T) {
	b, plain := builder(t), builder(t)
	other := with(func(k *ledger.Key) { k.Place = " Ghent " }) // the same, as it is written
	_, err := b.Rows(with(func(k *ledger.Key) { k.Category = "I.99" }))
	require.EqualError(t, err, "category \"I.99\": no category of GPC 1.1")
	var all []*ledger.Rows
	for _, k := range []ledger.Key{ghent, with(func(k *ledger.Key) { k.Gas = ghg.N2O }), other, ghent} {
		rows, err := b.Rows(k)
		require.NoError(t, err)
		all = append(all, rows)
	}
	assert.Zero(t, b.Ledger().Partial().Len(), "no row has come")
	long := number("1234567890123456789.5")
	for i, rows := range []*ledger.Rows{all[0], all[2], all[3]} {
		m, n := ghg.MustMass("2 kg CH4"), decimal.New(int64(3+i), 0)
		require.NoError(t, rows.Add(m))
		require.NoError(t, rows.AddProduct(n, long))
		require.NoError(t, rows.AddProduct(n, number("0.25")))
		require.NoError(t, plain.Add(ghent, m))
		require.NoError(t, plain.AddProduct(ghent, n, long))
		require.NoError(t, plain.AddProduct(ghent, n, number("0.25")))
	}
	require.EqualError(t, all[1].Add(ghg.MustMass("1 t CH4")), "gas \"N2O\": the value is a mass of CH4")
	require.ErrorContains(t, all[1].AddProduct(number("1e-31"), number("1")), "activity: a number of 1 digits with exponent -31")
	assert.Equal(t, 9, b.Ledger().Len())
	want, err := plain.Ledger().Partial().MarshalBinary()
	require.NoError(t, err)
	got, err := b.Ledger().Partial().MarshalBinary()
	require.NoError(t, err)
	assert.Equal(t, want, got)
}

// Keys by the hundred thousand, of which many differ in no letter that is looked at first, are
// told apart, in whatever order they come again.
func TestManyKeysAreToldApart(t *testing.T) {
	const keys = 90_000
	r := rand.New(rand.NewPCG(5, 6))
	b := builder(t)
	of := func(i int) ledger.Key {
		name := fmt.Sprintf("meter %02d of house", i%97) // differs in two letters only
		return ledger.Key{Place: "Ghent", Period: ghg.CalendarYear(2000 + i/97%20), Category: "I.1.1", Gas: ghg.CO2,
			Fuel: name, Facility: fmt.Sprint("street ", i/97/20)}
	}
	want := make([]int64, keys)
	for n := range 3 * keys {
		i := n % keys
		if n >= keys {
			i = r.IntN(keys)
		}
		want[i] += int64(n)
		require.NoError(t, b.AddProduct(of(i), decimal.New(int64(n), 0), decimal.New(1, 0)))
	}
	got := map[ledger.Key]decimal.Decimal{}
	totals, err := b.Ledger().Totals(ledger.ByAll)
	require.NoError(t, err)
	for g := range totals {
		got[g.Key] = g.Masses()[0].Tonnes()
	}
	require.Len(t, got, keys)
	for i, n := range want {
		require.True(t, got[of(i)].Equal(decimal.New(n, 0)), i)
	}
}

// What an inventory holds is added up with what very many others hold.
func ExampleBuilder_AddRecord() {
	b, err := ledger.NewBuilder(gpc.Scheme)
	if err != nil {
		panic(err)
	}
	for _, place := range []ghg.PlaceID{"Ghent", "Aalst"} {
		for _, value := range []ghg.Value{ghg.Emitted(ghg.MustMass("120.5 t")), keyed(ghg.NE)} {
			fmt.Println(b.AddRecord(ghg.Record{Place: place, Period: ghg.CalendarYear(2018), Gas: ghg.CO2,
				Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: "I.1.1"}, Value: value, Line: 12}))
		}
	}
	totals, err := b.Ledger().Totals(ledger.ByYear | ledger.ByGas)
	if err != nil {
		panic(err)
	}
	for g := range totals {
		fmt.Println(g.Period, g.Masses())
	}
	// Output:
	// <nil>
	// line 12, value "NE": sums hold masses of gases in their own scheme, and no notation keys, missing values, CO2e or defaults
	// <nil>
	// line 12, value "NE": sums hold masses of gases in their own scheme, and no notation keys, missing values, CO2e or defaults
	// 2018 [241 t CO2]
}
