package ledger_test

import (
	"iter"
	"math/rand/v2"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/ledger"
	"github.com/shopspring/decimal"
)

// table is a million rows in random order, of as many keys as categories, gases and years give.
type table struct {
	rows []row
	// The same in columns of floating point, as a program would have that is content with
	// about 15 digits.
	ids              []uint32
	activity, factor []float64
	of               []uint32 // the place in the slice, by ID of the key
}

// millionRows has activities below most thousandths, and factors of 4 places.
func millionRows(most int64) table {
	const n = 1_000_000
	r := rand.New(rand.NewPCG(1, 1))
	var codes []string
	for node := range gpc.Scheme.Nodes() {
		if node.Reportable {
			codes = append(codes, node.Code)
		}
	}
	gases := []ghg.Gas{ghg.CO2, ghg.CH4, ghg.N2O, ghg.MustGas("SF6"), ghg.MustGas("NF3"), ghg.MustGas("HFC-134a"), ghg.MustGas("CF4")}
	var t table
	var keys []ledger.Key
	for c, code := range codes {
		for g, gas := range gases {
			for y := range 8 {
				keys = append(keys, ledger.Key{Place: "Ghent", Period: ghg.CalendarYear(2015 + y), Category: code, Gas: gas})
				t.of = append(t.of, uint32((c*len(gases)+g)*8+y))
			}
		}
	}
	t.rows = make([]row, 0, n)
	for range n {
		id := r.IntN(len(keys))
		x := row{key: keys[id], activity: decimal.New(r.Int64N(most), -3), factor: decimal.New(1+r.Int64N(9_999), -4), product: true}
		t.rows = append(t.rows, x)
		t.ids = append(t.ids, uint32(id))
		t.activity, t.factor = append(t.activity, x.activity.InexactFloat64()), append(t.factor, x.factor.InexactFloat64())
	}
	return t
}

func (t table) ledger(b *testing.B) ledger.Ledger {
	build := builder(b)
	for _, x := range t.rows {
		if err := x.addTo(build); err != nil {
			b.Fatal(err)
		}
	}
	return build.Ledger()
}

type naiveKey struct {
	category, gas string
	year          int
}

// naive adds rows up as one does with a map and decimals.
func naive(rows []row) map[naiveKey]decimal.Decimal {
	sums := map[naiveKey]decimal.Decimal{}
	for _, x := range rows {
		k := naiveKey{x.key.Category, x.key.Gas.String(), x.key.Period.Year()}
		sums[k] = sums[k].Add(x.activity.Mul(x.factor))
	}
	return sums
}

// least runs functions in turn, so that what else the machine does meets all of them, and
// gives the least time of each.
func least(times int, run ...func()) []time.Duration {
	out := make([]time.Duration, len(run))
	for n := range times {
		for i, f := range run {
			begin := time.Now()
			f()
			if took := time.Since(begin); n == 0 || took < out[i] {
				out[i] = took
			}
		}
	}
	return out
}

// medians are those of the times that functions take, which run in turn too.
func medians(times int, run ...func()) []time.Duration {
	all := make([][]time.Duration, len(run))
	for range times {
		for i, took := range least(1, run...) {
			all[i] = append(all[i], took)
		}
	}
	out := make([]time.Duration, len(run))
	for i, took := range all {
		slices.Sort(took)
		out[i] = took[len(took)/2]
	}
	return out
}

// BenchmarkTotals asks a ledger of a million rows for its exact sums by category, gas and
// year, with their masses as decimals, beside a loop over columns of floating point into a
// slice, and beside a map of decimals. Usual numbers are added in 64 bits, long ones in 128.
//
//	go test ./ghg/ledger -run '^$' -bench Totals -benchtime 1x
func BenchmarkTotals(b *testing.B) {
	for _, c := range []struct {
		name string
		most int64
	}{{"usual", 100_000_000}, {"long", 1_000_000_000_000_000}} {
		b.Run(c.name, func(b *testing.B) { benchmarkTotals(b, millionRows(c.most)) })
	}
}

func benchmarkTotals(b *testing.B, t table) {
	l := t.ledger(b)
	rows := float64(len(t.rows))
	t.rows = slices.Clone(t.rows[:len(t.rows)/10]) // decimals are dear to hold, for the collector too
	runtime.GC()
	exact := 0
	floats := make([]float64, len(t.of))
	for b.Loop() {
		took := least(21, func() {
			totals, err := l.Totals(ledger.ByCategory | ledger.ByGas | ledger.ByYear)
			if err != nil {
				b.Fatal(err)
			}
			exact = 0
			for g := range totals {
				exact += len(g.Masses())
			}
		}, func() {
			clear(floats)
			for i, id := range t.ids {
				floats[t.of[id]] += t.activity[i] * t.factor[i]
			}
		})
		slow := least(3, func() {
			if sums := naive(t.rows); len(sums) == 0 {
				b.Fatal("no sums")
			}
		})
		b.ReportMetric(float64(took[0].Nanoseconds())/rows, "exact-ns/row")
		b.ReportMetric(float64(took[1].Nanoseconds())/rows, "float-ns/row")
		b.ReportMetric(float64(slow[0].Nanoseconds())/rows*10, "naive-ns/row")
		b.ReportMetric(float64(took[0])/float64(took[1]), "x-float")
		b.ReportMetric(float64(slow[0])*10/float64(took[0]), "naive-x")
	}
	if exact != len(t.of) {
		b.Fatal(exact, "sums of", len(t.of))
	}
}

// BenchmarkBuild makes ledgers of a million rows that are held as decimals, with their keys and
// where their keys are known, and of as many records, and adds them up to CO2e, beside maps of
// decimals that do so row by row; and it adds up the records alone. All are of one place, in
// random order of category, gas and year. Medians.
//
//	go test ./ghg/ledger -run '^$' -bench Build -benchtime 1x
func BenchmarkBuild(b *testing.B) {
	t := millionRows(100_000_000)
	gwp := map[string]decimal.Decimal{}
	for g := range ghg.AllGases() {
		if v, err := ghg.AR5.GWP(g); err == nil {
			gwp[g.String()] = v
		}
	}
	records := make([]ghg.Record, len(t.rows))
	years := make([]int, len(t.rows))
	for i, x := range t.rows {
		mass, err := ghg.NewMass(x.activity, ghg.Kilogram)
		if err != nil {
			b.Fatal(err)
		}
		records[i] = ghg.Record{Place: x.key.Place, Period: x.key.Period, Category: ghg.Category{Scheme: gpc.Scheme.ID(), Code: x.key.Category},
			Gas: x.key.Gas, Value: ghg.Emitted(mass)}
		years[i] = x.key.Period.Year()
	}
	of := func(i int) naiveKey { return naiveKey{t.rows[i].key.Category, t.rows[i].key.Gas.String(), years[i]} }
	co2e := func(sums interface {
		Totals(ledger.By) (iter.Seq[ledger.Group], error)
	}) {
		totals, err := sums.Totals(ledger.ByCategory | ledger.ByGas | ledger.ByYear)
		if err != nil {
			b.Fatal(err)
		}
		for g := range totals {
			if _, err := g.CO2e(ghg.AR5); err != nil {
				b.Fatal(err)
			}
		}
	}
	for b.Loop() {
		took := medians(7, func() {
			build := builder(b)
			for i := range t.rows {
				x := &t.rows[i]
				if err := build.AddProduct(x.key, x.activity, x.factor); err != nil {
					b.Fatal(err)
				}
			}
			co2e(build.Ledger())
		}, func() {
			sums := map[naiveKey]decimal.Decimal{}
			for i := range t.rows {
				x, k := &t.rows[i], of(i)
				sums[k] = sums[k].Add(x.activity.Mul(x.factor).Mul(gwp[k.gas]))
			}
		}, func() {
			build := builder(b)
			for i := range records {
				if err := build.AddRecord(records[i]); err != nil {
					b.Fatal(err)
				}
			}
			co2e(build.Ledger())
		}, func() {
			sums := map[naiveKey]decimal.Decimal{}
			for i := range records {
				r := &records[i]
				m, _ := r.Value.Mass()
				k := naiveKey{r.Category.Code, r.Gas.String(), years[i]}
				sums[k] = sums[k].Add(m.Tonnes().Mul(gwp[k.gas]))
			}
		}, func() {
			build := builder(b)
			rows := make([]*ledger.Rows, len(t.of))
			for i := range t.rows {
				x, id := &t.rows[i], t.ids[i]
				if rows[id] == nil {
					var err error
					if rows[id], err = build.Rows(x.key); err != nil {
						b.Fatal(err)
					}
				}
				if err := rows[id].AddProduct(x.activity, x.factor); err != nil {
					b.Fatal(err)
				}
			}
			co2e(build.Ledger())
		}, func() {
			sums, err := ledger.SumRecords(gpc.Scheme, records)
			if err != nil {
				b.Fatal(err)
			}
			co2e(sums)
		})
		for _, x := range []struct {
			name       string
			fast, slow int
		}{{"", 0, 1}, {"known-", 4, 1}, {"record-", 2, 3}, {"sum-", 5, 3}} {
			fast, slow, name := took[x.fast], took[x.slow], x.name
			b.ReportMetric(float64(fast.Nanoseconds())/float64(len(t.rows)), name+"ns/row")
			b.ReportMetric(float64(slow.Nanoseconds())/float64(len(t.rows)), name+"naive-ns/row")
			b.ReportMetric(float64(slow)/float64(fast), name+"naive-x")
		}
	}
}
