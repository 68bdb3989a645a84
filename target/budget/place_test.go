package budget_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/target/budget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// However its place is typed, a budget is of that place.
func TestABudgetIsOfOnePlaceHoweverTyped(t *testing.T) {
	d := definition()
	d.Place = " \u1103\u1162\u1100\u116e"
	b, err := budget.New(d)
	require.NoError(t, err)
	assert.Equal(t, ghg.PlaceID("대구"), b.Place())
	d.Place = "\uFFFD"
	_, err = budget.New(d)
	assert.ErrorContains(t, err, "U+FFFD")
}
