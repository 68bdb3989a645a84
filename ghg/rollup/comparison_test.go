package rollup_test

import (
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/rollup"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// What rounding does not explain is told above the parts as below them. A row in whole
// kilotonnes and two parts in tenths may be off by 500 t + 2 × 50 t.
func TestBeyondRoundingOnBothSides(t *testing.T) {
	parts := []ghg.CO2e{ghg.MustCO2e("1.5 ktCO2e (AR5)"), ghg.MustCO2e("2.3 ktCO2e (AR5)")}
	for row, says := range map[string]string{
		"9 ktCO2e (AR5)": "-5200 t difference; beyond the rounding of what is printed: 4600 t",
		"1 ktCO2e (AR5)": "2800 t difference; beyond the rounding of what is printed: 2200 t",
	} {
		c, err := rollup.CheckRow("row", 2018, ghg.MustCO2e(row), parts...)
		require.NoError(t, err)
		assert.False(t, c.IsExplained)
		assert.Contains(t, c.Findings().All[0].Detail, says)
	}
	for _, row := range []string{"3 ktCO2e (AR5)", "4 ktCO2e (AR5)"} { // off by 800 t, and by 200 t
		c, err := rollup.CheckRow("row", 2018, ghg.MustCO2e(row), parts...)
		require.NoError(t, err)
		assert.Equal(t, row == "4 ktCO2e (AR5)", c.IsExplained, row)
	}
}
