package main

import (
	"fmt"
	"io"
	"strings"
	"testing"
)

// A file of many places, of which each has fifteen records: what a place and year costs, from
// the file to the text.
func BenchmarkPlace(b *testing.B) {
	const places = 400
	var file strings.Builder
	file.WriteString("place,year,category,gas,mass,unit,source\n")
	codes := []string{"I.1.1", "I.1.2", "I.2.1", "I.2.2", "I.3.1", "II.1.1", "III.1.1", "III.4.1"}
	for p := range places {
		for i, code := range codes {
			fmt.Fprintf(&file, "town %d,2022,%s,CO2,%d.%d,t,statistics\n", p, code, 1000+p*i, i)
			if i > 0 {
				fmt.Fprintf(&file, "town %d,2022,%s,CH4,0.%03d,t,statistics\n", p, code, p+i)
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		run([]string{"-metric", "AR5"}, strings.NewReader(file.String()), io.Discard, io.Discard)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*places), "µs/place")
}
