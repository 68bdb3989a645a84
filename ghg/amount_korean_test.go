package ghg_test

import (
	"fmt"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// A city's year, and how far it is from the year before, in the unit that its table is in.
func ExampleCO2e_InKorean() {
	year, change := ghg.MustCO2e("9552.04 ktCO2e (AR5)"), ghg.MustCO2e("-1252350 tCO2e (AR5)")
	fmt.Println(year.InKorean(ghg.KilotonneKo, 1))
	fmt.Println(year.InKorean(ghg.ManTonneKo, 1))
	fmt.Println(change.InKorean(ghg.KilotonneKo, 1))
	fmt.Println(change.InKorean(ghg.TonneKo, 0))
	fmt.Println(change.InKorean(ghg.MegatonneKo, 2))
	// Output:
	// 9,552.0천톤CO2e (AR5)
	// 955.2만톤CO2e (AR5)
	// △1,252.4천톤CO2e (AR5)
	// △1,252,350톤CO2e (AR5)
	// △1.25백만톤CO2e (AR5)
}

// The parts of a table add up as they are shown, in the numbers that its cells print.
func ExampleShown_NumberKo() {
	list, err := ghg.ShowList(ghg.KilotonneKo, 0, ghg.MustCO2e("1234.5 ktCO2e (AR5)"), ghg.MustCO2e("-4581.25 ktCO2e (AR5)"))
	for _, part := range list.Parts() {
		fmt.Println(part.NumberKo())
	}
	fmt.Println(list.Total().NumberKo(), err)
	// Output:
	// 1,234
	// △4,581
	// △3,347 <nil>
}

// Both round as one, and a triangle stands before no zero.
func TestInKoreanRoundsAsFormat(t *testing.T) {
	for text, want := range map[string]string{
		"0 tCO2e (AR5)":         "0.0천톤CO2e (AR5)",
		"-49 tCO2e (AR5)":       "0.0천톤CO2e (AR5)",
		"-50 tCO2e (AR5)":       "△0.1천톤CO2e (AR5)",
		"999950 tCO2e (SAR)":    "1,000.0천톤CO2e (SAR)",
		"-7654321 tCO2":         "△7,654.3천톤CO2",
		"1234567890 tCO2e":      "1,234,567.9천톤CO2e",
		"-999949.9 tCO2e (AR5)": "△999.9천톤CO2e (AR5)",
	} {
		c, err := ghg.ParseCO2e(text)
		require.NoError(t, err)
		assert.Equal(t, want, c.InKorean(ghg.KilotonneKo, 1), text)
	}
	half := ghg.MustCO2e("-12345678 tCO2e (AR5)")
	assert.Equal(t, "-12350 ktCO2e (AR5)", half.Format(ghg.Kilotonne, -1))
	assert.Equal(t, "△12,350천톤CO2e (AR5)", half.InKorean(ghg.KilotonneKo, -1))
}
