package place_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/place"
	"github.com/stretchr/testify/assert"
)

// Figures of a county of 2010 are looked at in 2024.
func ExamplePlace_Heirs() {
	cheongwon := place.Korea().Places("43710")[0]
	for _, h := range cheongwon.Heirs(ghg.MustDate("2024-12-31")) {
		fmt.Println(h.Place, "· the whole:", h.IsWhole)
	}
	// Output:
	// 36 세종특별자치시 · the whole: false
	// 43110 청주시 · the whole: false
}

func TestHeirs(t *testing.T) {
	for _, c := range []struct{ code, was, day, want string }{
		{"44730", "2010-01-01", "2012-06-30", "[{44730 연기군 true}]"},
		{"44730", "2010-01-01", "2012-07-01", "[{36 세종특별자치시 true}]"},
		{"43710", "2010-01-01", "2013-12-31", "[{36 세종특별자치시 false} {43710 청원군 false}]"},
		{"44150", "2010-01-01", "2024-01-01", "[{36 세종특별자치시 false} {44150 공주시 false}]"},
		{"48160", "2005-01-01", "2024-01-01", "[{48120 창원시 true}]"},
		{"47720", "2020-01-01", "2024-01-01", "[{27720 군위군 true}]"},
		{"28110", "2020-01-01", "2026-08-01", "[{28125 제물포구 false} {28155 영종구 false}]"},
		{"28140", "2020-01-01", "2026-08-01", "[{28125 제물포구 true}]"},
		{"29", "2020-01-01", "2026-08-01", "[{12 전남광주통합특별시 true}]"},
		{"28125", "2026-08-01", "2020-01-01", "[]"}, // before it was there
		{"26110", "2020-01-01", "1994-12-31", "[]"},
		{"21110", "1990-01-01", "2020-01-01", "[]"}, // what came of it then is not in the table
	} {
		assert.Equal(t, c.want, fmt.Sprint(korean(t, c.code, c.was).Heirs(ghg.MustDate(c.day))), "%s on %s", c.code, c.day)
	}
	assert.Empty(t, place.Place{}.Heirs(ghg.MustDate("2020-01-01")))
}

// Every government of a day has an heir on each later day of the changes that the table
// holds: no territory is lost.
func TestNoTerritoryIsLost(t *testing.T) {
	first := ghg.MustDate("2006-07-01")
	n := 0
	for p := range place.Korea().On(first) {
		for _, day := range []string{"2010-07-01", "2012-07-01", "2014-07-01", "2023-07-01", "2026-07-01"} {
			n++
			assert.NotEmpty(t, p.Heirs(ghg.MustDate(day)), "%s on %s", p, day)
		}
	}
	assert.Equal(t, 5*(16+230+2), n)
}
