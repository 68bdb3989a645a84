package korea_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/strategy/korea"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func TestQuantity(t *testing.T) {
	q := korea.MustQuantity(" 3.20 MWh ")
	assert.Equal(t, "3.2 MWh", q.String())
	assert.True(t, q.Equal(must(korea.NewQuantity(n("3.2"), "MWh "))))
	assert.False(t, q.Equal(korea.MustQuantity("3.2 kWh")))
	assert.False(t, q.Equal(korea.MustQuantity("3.3 MWh")))
	assert.Equal(t, "MWh", q.Unit())
	assert.False(t, q.IsUnset())
	assert.Equal(t, "not stated", korea.Quantity{}.String())
	for _, bad := range []string{"", "120", "1,200 대", "1e99 대", "120 "} {
		_, err := korea.ParseQuantity(bad)
		assert.Error(t, err, bad)
	}
	_, err := korea.NewQuantity(n("1"), fmt.Sprintf("%d%200d", 1, 1))
	assert.Error(t, err)
	_, err = korea.NewQuantity(n("1"), fmt.Sprintf("1%199d", 1))
	assert.NoError(t, err)
	_, err = korea.NewQuantity(decimal.New(1, 99), "대")
	assert.Error(t, err)
	assert.Panics(t, func() { korea.MustQuantity("x") })
}
