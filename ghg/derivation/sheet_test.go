package derivation_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg/derivation"
	"github.com/localghg/localghg/ghg/words"
	"github.com/stretchr/testify/assert"
)

// A sheet is filled from top to bottom.
func ExampleSheet() {
	var s derivation.Sheet
	s.Index("i", derivation.Row{ID: "1"}, derivation.Row{ID: "2"})
	s.Given("m", words.Term{En: "mass", Ko: "질량"}, "t", "weighbridge", derivation.Numbers(dec("12.5"), dec("0.75"))...).Index = "i"
	s.Told("n", words.Term{En: "scope", Ko: "범위"}, words.Term{En: "two of three sites", Ko: "3개소 중 2개소"})
	s.Computed("T", words.Term{En: "total", Ko: "합계"}, "t", "sum(i: m[i])", derivation.ToPlaces(1), derivation.Number(dec("13.3")))
	d := s.Made(words.Term{En: "waste", Ko: "폐기물"}, nil)
	fmt.Println(d)
	fmt.Println(d.Replay())
	// Output:
	// waste = 13.3 t
	//   m[i]   # mass; source: weighbridge
	//       i  m [t]
	//       1  12.5
	//       2  0.75
	//   n   # scope: two of three sites
	//   T = sum(i: m[i]) = 12.5 + 0.75 = 13.3 t   # total
	// rounding: to 1 decimal places, half away from zero: T
	// []
}

func TestSheetHook(t *testing.T) {
	var s derivation.Sheet
	s.Given("T", anything, "t", "", derivation.Number(dec("2")))
	s.Decided("is", anything, derivation.Case{Name: "yes", What: anything, If: "T > 1", Holds: true})
	var seen derivation.Derivation
	hook := func(d derivation.Derivation, err error) {
		seen = d
		assert.NoError(t, err)
	}
	assert.Equal(t, s.Made(anything, hook).ID(), seen.ID())
	s.Told("T", anything, anything)
	refused := func(_ derivation.Derivation, err error) { assert.ErrorContains(t, err, "stands above already") }
	assert.True(t, s.Made(anything, refused).IsZero())
}
