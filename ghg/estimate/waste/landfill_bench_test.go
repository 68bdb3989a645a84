package waste_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate"
	"github.com/localghg/localghg/ghg/estimate/waste"
)

// A landfill of 9 streams: about a millisecond for a year and for all, and linear in years.
func BenchmarkLandfill(b *testing.B) {
	l := scenarios(b)["ipcc2006_delay3"].landfill(b, estimate.IPCC2006, 2030)
	of := func(name string, l waste.Landfill, f func(waste.Landfill) error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f(l); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	year := func(l waste.Landfill) error { _, err := estimate.Of(l); return err }
	all := func(l waste.Landfill) error { _, err := l.Years(); return err }
	of("year", l, year)
	of("years", l, all)
	of("explain", l, func(l waste.Landfill) error {
		e, err := estimate.Of(l)
		if len(e.Explain().Replay()) > 0 {
			b.Error("it does not replay")
		}
		return err
	})
	for _, n := range []int{160, 320} {
		long := l
		long.Streams, long.Recovered, long.Year, long.Opened = nil, ghg.Years[waste.Recovery]{}, 1950+n, 1950
		for _, s := range l.Streams {
			s.Deposits = every(1950, 1950+n, "636.944 Gg")
			long.Streams = append(long.Streams, s)
		}
		of(fmt.Sprintf("%d years", n), long, all)
	}
}
