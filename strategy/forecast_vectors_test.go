package strategy_test

import (
	"strconv"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/estimate/estimatetest"
	"github.com/localghg/localghg/ghg/exact"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A tool's forecast by yearly rates of growth: it rounds each year to a whole number and grows
// that. The baseline here is of figures that are not rounded, and comes to up to 4 t more or less.
func TestVectorsOfForecasts(t *testing.T) {
	estimatetest.Vectors(t, "../ghg/estimate/testdata/citycatalyst.json",
		func(v estimatetest.Vector) bool { return v.ID == "FC-1" },
		map[string]func(*testing.T, estimatetest.Vector){"FC-1": func(t *testing.T, v estimatetest.Vector) {
			for _, sector := range []string{"I", "II", "V.1", "V.2"} {
				grown := ghg.MustCO2e(v.In(t, "base", sector) + " tCO2e (AR5)")
				shown := grown
				for year := 2024; year <= 2050; year++ {
					rate := decimal.RequireFromString(v.In(t, "growth_rates", strconv.Itoa(year), sector)).Add(decimal.New(1, 0))
					next, err := shown.Scale(rate)
					require.NoError(t, err)
					shown, err = ghg.NewCO2e(exact.Round(next.Tonnes(), 0), ghg.Tonne, ghg.AR5)
					require.NoError(t, err)
					assert.Equal(t, v.Want(t, strconv.Itoa(year), sector).String(), shown.Tonnes().String(), "%s, %d", sector, year)
					grown, err = grown.Scale(rate)
					require.NoError(t, err)
				}
				unrounded, _ := estimatetest.At(v.Raw, "recomputed", "unrounded_2050", sector).(string)
				assert.Equal(t, unrounded, exact.Round(grown.Tonnes(), 6).String())
			}
		}})
}
