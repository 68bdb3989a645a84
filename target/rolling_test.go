package target_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/localghg/localghg/target"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// years is a series of actual figures in Mt, from a first year on.
func years(first int, mt ...string) ghg.Yearly {
	var all []ghg.YearFigure
	for i, x := range mt {
		if x != "" {
			all = append(all, ghg.YearFigure{Year: first + i, CO2e: ghg.MustCO2e(x + " MtCO2e (AR5)"), Vintage: ghg.FirstVintage})
		}
	}
	return figures(gpc.Basic, ghg.AR5, all...)
}

func TestRollingSetsNoLevelBeforeItsYears(t *testing.T) {
	tt := rolling(t, 2020, 1, "2%")
	assert.Equal(t, 2020, tt.BaseYear())
	assert.Equal(t, "undefined: a rolling goal sets its levels as the years come", tt.EquivalentCut().String())
	for range tt.Limits() {
		t.Error("a level")
	}
	var none *target.NoLimitError
	_, err := tt.Limit(2030)
	require.ErrorAs(t, err, &none)
	assert.EqualError(t, err, `target "Daegu rolling" sets its levels as the years come, and none for 2030: ask Rolling`)
	_, err = tt.Pathway(target.Linear, 2025)
	assert.ErrorAs(t, err, &none)
	_, err = tt.Along(target.Linear)
	assert.ErrorAs(t, err, &none)
	_, err = tt.Progress(2021, target.Linear, target.DefaultRules, years(2020, "100", "97"))
	assert.ErrorAs(t, err, &none)
	_, err = tt.Outcome(years(2030, "97"), target.Adjustments{})
	assert.ErrorAs(t, err, &none)
	_, err = tt.BackLoading(target.Linear)
	assert.ErrorContains(t, err, "no straight line")
	_, err = tt.Bases(nil, nil)
	assert.ErrorContains(t, err, "no cut to state")
}
