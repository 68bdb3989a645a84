package strategy_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/strategy"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// However its place is typed, a plan is of that place.
func TestAPlanIsOfOnePlaceHoweverTyped(t *testing.T) {
	d := town(action("a", "E", expected(on("I.1.1", "", ""), "1", 0)))
	d.Place = "\u1103\u1162\u1100\u116e\u00a0"
	p, _, err := strategy.NewPortfolio(d)
	require.NoError(t, err)
	assert.Equal(t, ghg.PlaceID("대구"), p.Place())
	d.Place = "\xb4\xeb\xb1\xb8"
	_, _, err = strategy.NewPortfolio(d)
	assert.ErrorContains(t, err, "CP949")
}
