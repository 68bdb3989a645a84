package daegu_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy/daegu"
	"github.com/stretchr/testify/assert"
)

// A source is named as a reader knows it.
func ExampleSourcesOf() {
	base, _ := daegu.FigureNamed("base-2018-strategy-2021")
	for _, s := range daegu.SourcesOf(base.Source) {
		fmt.Println(s, "·", s.Ko())
	}
	for _, s := range daegu.SourcesOf("hani 1071650; derived: 2 - 1") {
		fmt.Println(s.Ko())
	}
	// Output:
	// Hankyoreh 2021-12-14 · 한겨레 2021-12-14
	// Kyongbuk Maeil 2021-12-14 · 경북매일 2021-12-14
	// 한겨레 1071650
	// derived: 2 - 1
}

// Every source that the tables cite is one that a reader is told.
func TestSourcesAreKnown(t *testing.T) {
	check := func(of, cited string) {
		for _, s := range daegu.SourcesOf(cited) {
			if strings.HasPrefix(s.Code, "derived: ") {
				continue
			}
			assert.NotEmpty(t, s.Outlet, of)
			known := s.Outlet != s.Code || s.OutletKo != s.Code || s.Date != "" || !strings.Contains(s.Code, " ")
			assert.True(t, known, "%s cites %q, which is not in sources.tsv", of, s.Code)
			if len(s.Date) == len("2021-12-14") {
				_, err := ghg.ParseDate(s.Date)
				assert.NoError(t, err, s.Code)
			}
		}
	}
	for f := range daegu.Figures() {
		check(f.ID, f.Source)
	}
	for a := range daegu.Actions() {
		check(a.ID, a.Source)
	}
}
