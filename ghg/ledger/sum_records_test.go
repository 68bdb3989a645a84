package ledger_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// mixedRecords are as files have them: of one source for a while, then of another that differs
// in one field, with numbers of any length and places spelt in two ways.
func mixedRecords(r *rand.Rand, n int) []ghg.Record {
	var codes []string
	for node := range gpc.Scheme.Nodes() {
		if node.Reportable {
			codes = append(codes, node.Code)
		}
	}
	of := with(func(*ledger.Key) {})
	var out []ghg.Record
	for len(out) < n {
		switch r.IntN(8) {
		case 0:
			of.Place = pick(r, []ghg.PlaceID{"Ghent", "나주", " Ghent", "Aalst"})
		case 1:
			of.Fuel = pick(r, []string{"", "gas", "oil"})
		case 2:
			of.Activity = pick(r, []string{"", "heating", "cooking"})
		case 3:
			of.Facility = pick(r, []string{"", "north", "south"})
		case 4:
			of.Scope = pick(r, []ghg.Scope{0, ghg.Scope1, ghg.Scope2})
		case 5:
			of.Status = pick(r, []ghg.Status{ghg.Actual, ghg.Provisional})
		case 6:
			of.Variant = pick(r, []ghg.Variant{ghg.NoVariant, ghg.LocationBased, ghg.MarketBased})
		case 7:
			of.Tags = pick(r, []ghg.Tags{{}, ghg.MakeTags("ets")})
		}
		for range 1 + r.IntN(1+r.IntN(150)) {
			k := of
			k.Category, k.Gas = pick(r, codes), pick(r, gases)
			k.Period = ghg.CalendarYear(2000 + r.IntN(24))
			d := decimal.New(r.Int64N(2_000_000)-1_000_000, -int32(r.IntN(7)))
			if r.IntN(20) == 0 {
				d = pick(r, edges)
			}
			m, err := ghg.NewMass(d, pick(r, []ghg.MassUnit{ghg.Tonne, ghg.Kilogram, ghg.Gigagram}))
			if err != nil {
				continue
			}
			if r.IntN(5) == 0 {
				m, _ = m.Of(k.Gas)
			}
			out = append(out, recordOf(k, ghg.Emitted(m)))
		}
	}
	return out
}

// Records come to the bytes that the ledger of them has, whatever follows on what.
func TestSumsOfRecords(t *testing.T) {
	for seed := range uint64(12) {
		checkRecords(t, rand.New(rand.NewPCG(seed, 8)), 4_000)
	}
}

func FuzzSumRecords(f *testing.F) {
	f.Add(uint64(0), uint64(8))
	f.Fuzz(func(t *testing.T, a, b uint64) { checkRecords(t, rand.New(rand.NewPCG(a, b)), 150) })
}

func checkRecords(t *testing.T, r *rand.Rand, n int) {
	t.Helper()
	records := mixedRecords(r, n)
	b := builder(t)
	for _, r := range records {
		require.NoError(t, b.AddRecord(r))
	}
	requireSums(t, b.Ledger().Partial(), records)
	slices.Reverse(records)
	requireSums(t, b.Ledger().Partial(), records)
}

func requireSums(t *testing.T, want ledger.Partial, records []ghg.Record) {
	t.Helper()
	sums, err := ledger.SumRecords(gpc.Scheme, records)
	require.NoError(t, err)
	got, err := sums.MarshalBinary()
	require.NoError(t, err)
	bytes, err := want.MarshalBinary()
	require.NoError(t, err)
	require.Equal(t, bytes, got)
}

// More periods and gases than the table of a source has room for are found by their keys.
func TestMorePeriodsThanATableHas(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 1))
	b := builder(t)
	var records []ghg.Record
	for range 6_000 {
		k := with(func(k *ledger.Key) {
			month := time.Month(1 + r.IntN(12))
			year := 1990 + r.IntN(30)
			k.Period = period(t, ghg.Date{Year: year, Month: month, Day: 1}, ghg.Date{Year: year, Month: month, Day: 28})
			k.Category = pick(r, categories)
		})
		m, err := ghg.NewMass(decimal.New(r.Int64N(1000), -1), ghg.Tonne)
		require.NoError(t, err)
		records = append(records, recordOf(k, ghg.Emitted(m)))
		require.NoError(t, b.AddRecord(records[len(records)-1]))
	}
	require.Greater(t, b.Ledger().Partial().Len(), 256*3)
	requireSums(t, b.Ledger().Partial(), records)
}

// So are more categories.
func TestMoreCategoriesThanATableHas(t *testing.T) {
	d := ghg.SchemeDefinition{ID: "Many", Source: "this test", Keys: []ghg.Key{ghg.NE}}
	for i := range 300 {
		d.Nodes = append(d.Nodes, ghg.Node{Code: fmt.Sprint("C", i), Name: fmt.Sprint("category ", i), Scope: ghg.Scope1, Reportable: true})
	}
	scheme, err := ghg.NewScheme(d)
	require.NoError(t, err)
	r := rand.New(rand.NewPCG(9, 2))
	want := map[string]int64{}
	var records []ghg.Record
	for range 6_000 {
		code, n := fmt.Sprint("C", r.IntN(300)), r.Int64N(1000)
		want[code] += n
		m, err := ghg.NewMass(decimal.New(n, 0), ghg.Tonne)
		require.NoError(t, err)
		x := recordOf(ghent, ghg.Emitted(m))
		x.Category = ghg.Category{Scheme: scheme.ID(), Code: code}
		records = append(records, x)
	}
	sums, err := ledger.SumRecords(scheme, records)
	require.NoError(t, err)
	totals, err := sums.Totals(ledger.ByCategory)
	require.NoError(t, err)
	for g := range totals {
		require.True(t, decimal.New(want[g.Category], 0).Equal(g.Masses()[0].Tonnes()), g.Category)
		delete(want, g.Category)
	}
	require.Empty(t, want)
}

func period(t *testing.T, from, to ghg.Date) ghg.Period {
	t.Helper()
	p, err := ghg.NewPeriod(from, to)
	require.NoError(t, err)
	return p
}

// Words at their ends do not overflow, however many there are.
func TestSumsOfLongWords(t *testing.T) {
	for _, n := range []int64{math.MaxInt64, math.MinInt64} {
		m, err := ghg.NewMass(decimal.New(n, -9), ghg.Tonne)
		require.NoError(t, err)
		records := slices.Repeat([]ghg.Record{recordOf(ghent, ghg.Emitted(m))}, 1_000)
		sums, err := ledger.SumRecords(gpc.Scheme, records)
		require.NoError(t, err)
		totals, err := sums.Totals(ledger.ByGas)
		require.NoError(t, err)
		for g := range totals {
			assert.Equal(t, decimal.New(n, -9).Mul(decimal.New(1000, 0)).String(), g.Masses()[0].Tonnes().String())
		}
	}
}

// A record that sums do not hold is refused with its line, first of all or after many.
func TestRecordsThatSumsRefuse(t *testing.T) {
	good := recordOf(ghent, ghg.Emitted(ghg.MustMass("1 t")))
	for name, bad := range map[string]ghg.Record{
		"notation key":     recordOf(ghent, keyed(ghg.NE)),
		"CO2e":             recordOf(ghent, ghg.Equivalent(ghg.MustCO2e("3 tCO2e (AR5)"))),
		"another gas":      recordOf(ghent, ghg.Emitted(ghg.MustMass("1 t N2O"))),
		"another scheme":   changed(good, func(r *ghg.Record) { r.Category.Scheme = "another" }),
		"unknown category": changed(good, func(r *ghg.Record) { r.Category.Code = "I.99" }),
		"no period":        changed(good, func(r *ghg.Record) { r.Period = ghg.Period{} }),
		"no gas":           changed(good, func(r *ghg.Record) { r.Gas = ghg.Gas{} }),
		"no place":         changed(good, func(r *ghg.Record) { r.Place = "" }),
		"no scope":         changed(good, func(r *ghg.Record) { r.Scope = 9 }),
	} {
		t.Run(strings.ReplaceAll(name, " ", "-"), func(t *testing.T) {
			want := builder(t).AddRecord(bad)
			require.ErrorContains(t, want, "line 7")
			for _, before := range []int{0, 1, 40} {
				sums, err := ledger.SumRecords(gpc.Scheme, append(slices.Repeat([]ghg.Record{good}, before), bad, good))
				require.EqualError(t, err, want.Error())
				require.True(t, sums.Scheme().IsZero())
			}
		})
	}
	_, err := ledger.SumRecords(ghg.Scheme{}, nil)
	require.EqualError(t, err, "scheme: sums need a scheme, such as gpc.Scheme")
	none, err := ledger.SumRecords(gpc.Scheme, nil)
	require.NoError(t, err)
	require.Zero(t, none.Len())
}

func changed(r ghg.Record, change func(*ghg.Record)) ghg.Record {
	change(&r)
	return r
}

// Records that a program has are added up as they are; a file that is not read yet is for
// ReadCSV.
func ExampleSumRecords() {
	file := strings.NewReader(`place,year,category,gas,mass,unit
Ghent,2022,I.1.1,CO2,120.25,t
Ghent,2022,I.1.1,CO2,80.5,t
Ghent,2022,I.1.1,CH4,0.75,t
Aalst,2022,I.1.1,CO2,99.125,t
`)
	records, report, err := ghg.ReadCSV(file, ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil || report.Err() != nil {
		panic("the file is not as it should be")
	}
	sums, err := ledger.SumRecords(gpc.Scheme, records)
	if err != nil {
		panic(err)
	}
	totals, err := sums.Totals(ledger.ByPlace | ledger.ByYear)
	if err != nil {
		panic(err)
	}
	for g := range totals {
		co2e, err := g.CO2e(ghg.AR5)
		fmt.Println(g.Place, g.Period, g.Masses(), co2e, err)
	}
	// Output:
	// Aalst 2022 [99.125 t CO2] 99.125 tCO2e (AR5) <nil>
	// Ghent 2022 [0.75 t CH4 200.75 t CO2] 221.75 tCO2e (AR5) <nil>
}
