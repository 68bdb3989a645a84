package ghg_test

import (
	"bytes"
	"encoding/json"
	"testing"
	"time"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A figure keeps its period and its parts through a file.
func TestYearlyJSONKeepsPeriodsAndParts(t *testing.T) {
	f := figureOf(t, 2018, rec("I.1.1", ghg.CO2, mass("640 t")), rec("II.1.1", ghg.Gas{}, ghg.KeyedAsFound(ghg.NE, "why")))
	fiscal := ghg.YearFigure{Year: 2019, Period: ghg.FiscalYear(2019, time.April), CO2e: ghg.MustCO2e("9 tCO2e (AR5)"), Vintage: 1}
	y, err := ghg.NewYearly("Daegu", gpc.Basic, ghg.AR5, []ghg.YearFigure{f, fiscal})
	require.NoError(t, err)
	text, err := json.Marshal(y)
	require.NoError(t, err)
	assert.Contains(t, string(text), `"period":"2019-04-01/2020-03-31"`)
	assert.NotContains(t, string(text), `"period":"2018"`)
	again, err := ghg.ReadYearlyJSON(bytes.NewReader(text), []ghg.View{gpc.Basic})
	require.NoError(t, err)
	for _, year := range []int{2018, 2019} {
		want, _ := y.At(year)
		got, _ := again.At(year)
		assert.Equal(t, want.Period, got.Period)
		require.Len(t, got.Parts, len(want.Parts))
		for i := range want.Parts {
			assert.True(t, want.Parts[i].CO2e.Equal(got.Parts[i].CO2e))
			assert.Equal(t, want.Parts[i].Category, got.Parts[i].Category)
			assert.Equal(t, want.Parts[i].Gas, got.Parts[i].Gas)
			assert.Equal(t, want.Parts[i].Key, got.Parts[i].Key)
		}
		assert.True(t, want.Unlike(got).IsZero())
	}
}
