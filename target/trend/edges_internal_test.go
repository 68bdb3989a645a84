package trend

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// What is just certain enough is written out.
func TestPercentAtItsBounds(t *testing.T) {
	for p, want := range map[float64]string{0: "0%", 0.000009: "under 0.001%", 0.00001: "0.001%", 0.99: "99%", 0.99999: "99.999%",
		0.999991: "over 99.999%", 1: "100%"} {
		assert.Equal(t, want, percent(p), p)
	}
}

// What the sum of many numbers loses to rounding, the mean has back.
func TestMeanIsRoundedOnce(t *testing.T) {
	tenths := make([]float64, 10)
	for i := range tenths {
		tenths[i] = 0.1
	}
	sum := 0.0
	for _, x := range tenths {
		sum += x
	}
	assert.NotEqual(t, 0.1, sum/10, "or this shows nothing")
	assert.Equal(t, 0.1, mean(tenths))
}

// A warning is given beyond the bound, not at it.
func TestAutocorrelationAtTheBound(t *testing.T) {
	at := func(r1 float64) (n int) {
		for _, f := range (Autocorrelation{N: 20, Lag1: r1, EffectiveSize: 10}).findings("Daegu", false) {
			if f.Code == FindingAutocorrelated {
				n++
			}
		}
		return n
	}
	assert.Zero(t, at(lag1Warning))
	assert.Equal(t, 1, at(lag1Warning+0.01))
}
