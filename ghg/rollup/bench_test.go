package rollup_test

import (
	"fmt"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/ghg/place"
	"github.com/localghg/localghg/ghg/rank"
	"github.com/localghg/localghg/ghg/rollup"
)

// country is a file of the records of all governments of Korea over years, 60 lines each.
func country(years int) (text string, lines int) {
	var b strings.Builder
	b.WriteString("place,year,category,gas,mass,unit\n")
	var codes []string
	for c := range gpc.Scheme.Nodes() {
		if c.Reportable && gpc.Territorial.Selects(c.Code) && len(codes) < 20 {
			codes = append(codes, c.Code)
		}
	}
	for year := 2010; year < 2010+years; year++ {
		for p := range place.Korea().On(endOf2018) {
			s, _ := p.On(endOf2018)
			if !s.Level.IsGovernment() {
				continue
			}
			for i, code := range codes {
				for j, gas := range []string{"CO2", "CH4", "N2O"} {
					fmt.Fprintf(&b, "%s,%d,%s,%s,%d.%d,t\n", s.Code, year, code, gas, 1000*(lines%977)+i, j+1)
					lines++
				}
			}
		}
	}
	return b.String(), lines
}

// inventories reads a file as far as inventories.
func inventories(text string) ([]ghg.Inventory, error) {
	records, report, err := ghg.ReadCSV(strings.NewReader(text), ghg.CSVFormat{Scheme: gpc.Scheme})
	if err != nil || report.Err() != nil {
		return nil, fmt.Errorf("%w%w", err, report.Err())
	}
	list, _, err := ghg.Inventories(records, gpc.Scheme, ghg.FirstVintage)
	return list, err
}

// byProvince consolidates inventories by province, holds the own figures of provinces
// against their parts, and ranks the provinces by year. It returns how many are ranked.
func byProvince(list []ghg.Inventory) (ranked int, err error) {
	reports, _, err := rollup.FindInventories(place.Korea(), endOf2018, list)
	if err != nil {
		return 0, err
	}
	type at struct {
		province place.Place
		year     int
	}
	of := map[at][]rollup.InventoryOf{}
	var provinces []place.Place
	var years []int
	for _, r := range reports {
		top := r.Place
		if above, ok := r.Place.Parent(endOf2018); ok {
			top = above
		} else if !slices.Contains(provinces, top) {
			provinces = append(provinces, top)
		}
		r.Territory = endOf2018
		year := r.Inventory.Period().Year()
		if n := len(years); n == 0 || years[n-1] != year {
			years = append(years, year)
		}
		of[at{top, year}] = append(of[at{top, year}], r)
	}
	q := rollup.Question{View: gpc.Territorial, Metric: ghg.AR5, Nested: rollup.SumOfParts}
	for _, year := range years {
		var peers []rank.Peer
		for _, p := range provinces {
			g, err := rollup.NewGroup(rollup.Definition{Name: ghg.PlaceID(p.String()), Day: endOf2018, Members: []place.Place{p}})
			if err != nil {
				return 0, err
			}
			out, err := g.Inventory(q, year, of[at{p, year}])
			if err != nil {
				return 0, err
			}
			peers = append(peers, rank.Peer{Place: g.Name(), Value: ghg.RatioOf(out.Total.CO2e.Tonnes())})
		}
		all, err := rank.NewPeers("provinces", rank.Criterion{ID: "territorial", Name: "territorial emissions", Unit: "tCO2e",
			Better: rank.LowerIsBetter}, peers)
		if err != nil {
			return 0, err
		}
		r, err := all.Ranking(rank.Competition)
		if err != nil {
			return 0, err
		}
		ranked += r.Len()
	}
	return ranked, nil
}

// BenchmarkCountry reads a file of 243 governments × 60 lines × years, consolidates it by
// province and ranks the provinces of each year. It reports the time and the memory
// allocated by consolidating and ranking as multiples of those of reading.
//
//	go test ./ghg/rollup -run '^$' -bench Country -benchtime 5x
func BenchmarkCountry(b *testing.B) {
	for _, years := range []int{3, 13} {
		b.Run(fmt.Sprintf("%d years", years), func(b *testing.B) {
			text, lines := country(years)
			var read, rolled []float64
			var readBytes, rolledBytes uint64
			for range b.N + 1 { // the first warms tables and heap
				list, t, n := measured(b, func() ([]ghg.Inventory, error) { return inventories(text) })
				read, readBytes = append(read, t), n
				ranked, t, n := measured(b, func() (int, error) { return byProvince(list) })
				rolled, rolledBytes = append(rolled, t), n
				if ranked != 17*years {
					b.Fatal(ranked)
				}
			}
			t, base := middle(rolled[1:]), middle(read[1:])
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(t/float64(lines), "ns/line")
			b.ReportMetric(t/base, "x_reading_time")
			b.ReportMetric(float64(rolledBytes)/float64(readBytes), "x_reading_bytes")
		})
	}
}

func measured[T any](b *testing.B, run func() (T, error)) (out T, ns float64, bytes uint64) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	begin := time.Now()
	out, err := run()
	ns = float64(time.Since(begin).Nanoseconds())
	runtime.ReadMemStats(&after)
	if err != nil {
		b.Fatal(err)
	}
	return out, ns, after.TotalAlloc - before.TotalAlloc
}

func middle(of []float64) float64 {
	slices.Sort(of)
	return of[len(of)/2]
}
