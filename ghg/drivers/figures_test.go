package drivers_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
)

func decimalOf(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func assertTonnes(t *testing.T, want string, got decimal.Decimal, a ...any) {
	t.Helper()
	assert.True(t, decimalOf(want).Equal(got), "want %s, got %s %v", want, got, a)
}

// published is a series of one figure.
func published(place ghg.PlaceID, view ghg.View, f ghg.YearFigure) ghg.Yearly {
	y, err := ghg.NewYearly(place, view, f.CO2e.Metric(), []ghg.YearFigure{f})
	if err != nil {
		panic(err)
	}
	return y
}
