package ghg

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func TestRatio(t *testing.T) {
	for _, x := range []struct{ a, b, value, percent string }{
		{"2", "3", "0.666666666667", "66.7%"},
		{"-2", "3", "-0.666666666667", "-66.7%"},
		{"1", "2000000000000", "0.000000000001", "0.0%"}, // half a unit of the last place goes away from zero
		{"-1", "2000000000000", "-0.000000000001", "0.0%"},
		{"0", "7", "0", "0.0%"},
		{"7", "4", "1.75", "175.0%"},
	} {
		r := Quotient(decimal.RequireFromString(x.a), decimal.RequireFromString(x.b), "why")
		v, ok := r.Value()
		assert.True(t, ok)
		assert.Equal(t, x.value, v.String())
		assert.Equal(t, x.value, r.String())
		assert.Equal(t, x.percent, r.Percent(1))
		assert.Equal(t, "", r.Undefined())
	}
	r := Quotient(decimal.NewFromInt(1), decimal.Zero, "no years")
	_, ok := r.Value()
	assert.False(t, ok)
	assert.Equal(t, "no years", r.Undefined())
	assert.Equal(t, "undefined: no years", r.String())
	assert.Equal(t, "undefined: no years", r.Percent(2))
}
