package ghg_test

import (
	"encoding/json"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/gpc"
)

// BenchmarkPath goes from a file through records, groups and inventories to
// totals, in every shape, in turn with the naive program on the same file, each
// behind a run of its own kind: memory that the system gives for the first time
// costs more than all the rest. It reports the processor time a line, how many times the naive program's that is
// (medians of one run), the bytes allocated, and those still held by records,
// inventories and totals together.
//
//	go test ./ghg -run '^$' -bench Path -benchtime 7x
func BenchmarkPath(b *testing.B) {
	const n = 100_000
	for _, s := range shapes {
		b.Run(s.name, func(b *testing.B) {
			text := s.text(n)
			walk := func() (walked, error) { return s.walk(text) }
			sums, err := naive(s.reader(text))
			if err != nil {
				b.Fatal(err)
			}
			held := float64(live(b, walk)) // the first run also warms tables and heap
			var ours, theirs []time.Duration
			var before, after runtime.MemStats
			b.ResetTimer()
			for range b.N {
				if _, err := walk(); err != nil { // its memory is there when the next run asks for it
					b.Fatal(err)
				}
				runtime.GC()
				runtime.ReadMemStats(&before)
				begin := cpuTime()
				w, err := walk()
				ours = append(ours, cpuTime()-begin)
				runtime.ReadMemStats(&after)
				if err != nil {
					b.Fatal(err)
				}
				w.check(b, sums)
				if _, err = naive(s.reader(text)); err != nil {
					b.Fatal(err)
				}
				runtime.GC()
				begin = cpuTime()
				_, err = naive(s.reader(text))
				theirs = append(theirs, cpuTime()-begin)
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(median(ours).Nanoseconds())/n, "ns/line")
			b.ReportMetric(float64(median(ours))/float64(median(theirs)), "x_naive")
			b.ReportMetric(float64(after.TotalAlloc-before.TotalAlloc)/n, "B/line")
			b.ReportMetric(float64(after.Mallocs-before.Mallocs)/n, "allocs/line")
			b.ReportMetric(held/n, "live_B/line")
		})
	}
}

func median(of []time.Duration) time.Duration {
	slices.Sort(of)
	return of[len(of)/2]
}

// BenchmarkStages times the stages of the path apart, for one place. What one
// stage leaves to the collector may be charged to the next: judge by the path.
func BenchmarkStages(b *testing.B) {
	const n = 100_000
	s := shapes[0]
	text := s.text(n)
	w, err := s.walk(text)
	if err != nil {
		b.Fatal(err)
	}
	for _, stage := range []struct {
		name string
		run  func() error
	}{
		{"ReadCSV", func() error { _, _, err := ghg.ReadCSV(s.reader(text), ghg.CSVFormat{Scheme: gpc.Scheme}); return err }},
		{"GroupRecords", func() error {
			for range ghg.GroupRecords(w.records) {
			}
			return nil
		}},
		{"NewInventory", func() error {
			_, _, err := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, w.records)
			return err
		}},
		{"Total", func() error { _, err := w.inventories[0].Total(gpc.BasicPlus, ghg.AR5); return err }},
		{"By sector", func() error { w.totals[0].By(ghg.BySector); return nil }},
	} {
		b.Run(stage.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := stage.run(); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/n, "ns/line")
		})
	}
}

// BenchmarkExplain makes the derivation of a total of 10,000 records, beside the total, and
// beside its way from the records: inventory and total. It reports how many times theirs
// its time is; what reading it costs, which makes its rows, as a replay and as JSON; and
// the bytes of JSON a record.
//
//	go test ./ghg -run '^$' -bench Explain -benchtime 51x
func BenchmarkExplain(b *testing.B) {
	const n = 10_000
	for _, s := range shapes {
		if !s.alone && s.file == "" && !strings.HasPrefix(s.name, "another source") {
			continue
		}
		b.Run(s.name, func(b *testing.B) {
			w, err := s.walk(s.text(n))
			if err != nil {
				b.Fatal(err)
			}
			total := w.totals[0]
			text, err := json.Marshal(total.Explain())
			if err != nil {
				b.Fatal(err)
			}
			var explains, totals, ways, replays, writes []time.Duration
			timed := func(of *[]time.Duration, f func()) {
				runtime.GC()
				begin := cpuTime()
				f()
				*of = append(*of, cpuTime()-begin)
			}
			for range b.N {
				timed(&totals, func() { _, err = w.inventories[0].Total(gpc.BasicPlus, ghg.AR5) })
				timed(&ways, func() {
					inv, _, _ := ghg.NewInventory("Daegu", ghg.CalendarYear(2018), ghg.FirstVintage, gpc.Scheme, w.records)
					_, err = inv.Total(gpc.BasicPlus, ghg.AR5)
				})
				var d derivation.Derivation
				timed(&explains, func() { d = total.Explain() })
				timed(&replays, func() { d.Replay() })
				timed(&writes, func() { _, err = json.Marshal(d) })
				if err != nil {
					b.Fatal(err)
				}
			}
			explain, of := median(explains), float64(total.Lines.Len())
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(float64(explain.Nanoseconds())/of, "ns/record")
			b.ReportMetric(float64(explain)/float64(median(totals)), "x_total")
			b.ReportMetric(float64(explain)/float64(median(ways)), "x_inventory+total")
			b.ReportMetric(float64(median(replays).Nanoseconds())/of, "replay_ns/record")
			b.ReportMetric(float64(median(writes).Nanoseconds())/of, "JSON_ns/record")
			b.ReportMetric(float64(len(text))/of, "JSON_B/record")
		})
	}
}

// BenchmarkSmallFile goes the path with a file of two lines.
func BenchmarkSmallFile(b *testing.B) {
	s := shapes[0]
	text := s.text(2)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := s.walk(text); err != nil {
			b.Fatal(err)
		}
	}
}
