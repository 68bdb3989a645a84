package selection_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy"
	"github.com/localghg/localghg/strategy/selection"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func ExampleCoBenefitMark() {
	mark, ok, err := selection.CoBenefitMark([]strategy.CoBenefit{
		{Key: "air quality", Score: 2}, {Key: "jobs", Score: 1}, {Key: "noise", Score: -1},
	})
	fmt.Println(mark, ok, err)
	_, ok, _ = selection.CoBenefitMark(nil)
	fmt.Println(ok)
	// Output:
	// 66.6666666667% true <nil>
	// false
}

func TestCoBenefitMark(t *testing.T) {
	for score, want := range map[int]string{-2: "0%", -1: "25%", 0: "50%", 1: "75%", 2: "100%"} {
		mark, ok, err := selection.CoBenefitMark([]strategy.CoBenefit{{Key: "air", Score: score}})
		require.NoError(t, err)
		assert.True(t, ok)
		assert.Equal(t, want, mark.String())
	}
	for _, score := range []int{-3, 3} {
		_, ok, err := selection.CoBenefitMark([]strategy.CoBenefit{{Key: "air", Score: score}})
		require.ErrorContains(t, err, fmt.Sprintf(`co-benefit "air", score "%d": -2 to 2`, score))
		assert.False(t, ok)
	}
}
