package netzero_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/netzero"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestReadRate(t *testing.T) {
	for _, rate := range []ghg.Share{ghg.MustShare("-1%"), ghg.MustShare("100.1%")} {
		_, err := netzero.ReadRate(rate, 10)
		assert.ErrorContains(t, err, "0% to 100% are allowed", rate)
	}
	_, err := netzero.ReadRate(ghg.Share{}, 451)
	assert.EqualError(t, err, "annual rate, rate: state it, if only as 0% or 100%\nannual rate, years \"451\": 0 to 450 are allowed")
	for _, years := range []int{-1, 451} {
		_, err := netzero.ReadRate(ghg.MustShare("4%"), years)
		assert.ErrorContains(t, err, "0 to 450 are allowed")
	}
	for _, c := range []struct {
		rate                   string
		years                  int
		linear, compound, zero string
	}{
		{"0%", 450, "1", "1", ""}, {"100%", 2, "-1", "0", "1"}, // the line has gone through zero
		{"5%", 0, "1", "1", "20"}, {"5%", 20, "0", "0.358485922409", "20"},
	} {
		f, err := netzero.ReadRate(ghg.MustShare(c.rate), c.years)
		require.NoError(t, err)
		require.Len(t, f, 3)
		assert.Equal(t, []string{c.linear, c.compound}, []string{f[0].Value.String(), f[1].Value.String()}, c.rate)
		if c.zero == "" {
			assert.Equal(t, "years to zero if linear undefined: a rate of 0 never comes to zero", f[2].String())
		} else {
			assert.Equal(t, c.zero, f[2].Value.String(), c.rate)
		}
	}
}

func ExampleReadRate() {
	figures, err := netzero.ReadRate(ghg.MustShare("4.2%"), 10)
	fmt.Println(err)
	for _, f := range figures {
		fmt.Println(f)
	}
	// Output:
	// <nil>
	// left if linear 0.58 of the base
	// left if compound 0.651111087433 of the base
	// years to zero if linear 23.809523809524
}
