package ghg_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseMassUnit(t *testing.T) {
	co2e, of := ghg.Substance{CO2e: true}, func(s string) ghg.Substance { return ghg.Substance{Gas: ghg.MustGas(s)} }
	for text, want := range map[string]struct {
		unit      ghg.MassUnit
		substance ghg.Substance
	}{
		"kg": {ghg.Kilogram, ghg.Substance{}}, "t": {ghg.Tonne, ghg.Substance{}}, "tonnes": {ghg.Tonne, ghg.Substance{}},
		"kt": {ghg.Kilotonne, ghg.Substance{}}, "Mt": {ghg.Megatonne, ghg.Substance{}}, "Gt": {ghg.Gigatonne, ghg.Substance{}},
		"Gg": {ghg.Gigagram, ghg.Substance{}}, "Tg": {ghg.Teragram, ghg.Substance{}}, " kt ": {ghg.Kilotonne, ghg.Substance{}},
		"톤": {ghg.TonneKo, ghg.Substance{}}, "천톤": {ghg.KilotonneKo, ghg.Substance{}}, "천t": {ghg.KilotonneKo, ghg.Substance{}},
		"만톤": {ghg.ManTonneKo, ghg.Substance{}}, "백만톤": {ghg.MegatonneKo, ghg.Substance{}}, "백만 톤": {ghg.MegatonneKo, ghg.Substance{}},
		"tCO2e": {ghg.Tonne, co2e}, "tCO2eq": {ghg.Tonne, co2e}, "t CO2-eq.": {ghg.Tonne, co2e}, "tCO₂e": {ghg.Tonne, co2e},
		"MtCO2e/yr": {ghg.Megatonne, co2e}, "Mt CO2e / year": {ghg.Megatonne, co2e}, "천톤CO2eq": {ghg.KilotonneKo, co2e},
		"톤 CO2 환산": {ghg.TonneKo, co2e}, "백만톤CO2eq./년": {ghg.MegatonneKo, co2e}, "t CO2 equivalent": {ghg.Tonne, co2e},
		"tCO2eqv": {ghg.Tonne, co2e},
		"Gg CH4":  {ghg.Gigagram, of("CH4")}, "tCO2": {ghg.Tonne, of("CO2")}, "tonnesCO2": {ghg.Tonne, of("CO2")},
		"kg HFC-134a/a": {ghg.Kilogram, of("HFC-134a")},
		"tonneCO2e":     {ghg.Tonne, co2e}, "t CO2(b)": {ghg.Tonne, of("CO2(b)")}, "kgR-410A": {ghg.Kilogram, of("R-410A")},
	} {
		unit, substance, err := ghg.ParseMassUnit(text)
		require.NoError(t, err, text)
		assert.Equal(t, want.unit, unit, text)
		assert.Equal(t, want.substance, substance, text)
	}
}

func TestMassUnitPowers(t *testing.T) {
	for text, grams := range map[string]string{
		"g": "1", "kg": "1e3", "Mg": "1e6", "Gg": "1e9", "Tg": "1e12", "Pg": "1e15",
		"t": "1e6", "tonne": "1e6", "tonnes": "1e6", "kt": "1e9", "Mt": "1e12", "Gt": "1e15", "Tt": "1e18",
		"톤": "1e6", "천톤": "1e9", "만톤": "1e10", "십만톤": "1e11", "백만톤": "1e12", "천만톤": "1e13", "억톤": "1e14",
		"천t": "1e9", "만t": "1e10", "백만t": "1e12", "억t": "1e14",
	} {
		unit, _, err := ghg.ParseMassUnit(text)
		require.NoError(t, err, text)
		m, err := ghg.NewMass(dec("1"), unit)
		require.NoError(t, err)
		assert.True(t, m.Tonnes().Shift(6).Equal(dec(grams)), text)
		again, _, err := ghg.ParseMassUnit(unit.String())
		require.NoError(t, err, text)
		assert.Equal(t, unit, again, "%s prints as %s", text, unit)
	}
	// The zero unit is none: no unit is guessed.
	var none ghg.MassUnit
	var unit *ghg.UnknownError
	_, err := ghg.NewMass(dec("5"), none)
	assert.ErrorAs(t, err, &unit)
	_, err = ghg.NewCO2e(dec("5"), none, ghg.AR5)
	assert.ErrorAs(t, err, &unit)
	_, err = ghg.ParseFigure("5", none)
	assert.ErrorAs(t, err, &unit)
	assert.Equal(t, "5", ghg.MustMass("5 t").In(none).String(), "amounts are printed in tonnes")
	assert.Equal(t, "t", none.String())
}

func TestParseMassUnitRefuses(t *testing.T) {
	for text, why := range map[string]string{
		"":          "none is given",
		"  ":        "none is given",
		"MT":        "read in more than one way",
		"MTCO2e":    "read in more than one way",
		"mtCO2e":    "read in more than one way",
		"tons CO2e": "read in more than one way",
		"ton":       "read in more than one way",
		"T":         "read in more than one way",
		"lb":        "allowed are kg, t, kt",
		"KG":        "allowed are kg, t, kt",
		"MtC":       "allowed are kg, t, kt",
		"GgN2O-N":   "allowed are kg, t, kt",
		"CO2e":      "allowed are kg, t, kt",
		"tCO2e/GJ":  "allowed are kg, t, kt",
		"t/t":       "allowed are kg, t, kt",
		"kgHFCs":    "allowed are kg, t, kt",
		"toe":       "allowed are kg, t, kt",
		"GWh":       "allowed are kg, t, kt",
		"십톤":        "allowed are kg, t, kt",
		"000 t":     "allowed are kg, t, kt",
		"t\xff":     "allowed are kg, t, kt",
	} {
		_, _, err := ghg.ParseMassUnit(text)
		var refused *ghg.UnknownError
		require.ErrorAs(t, err, &refused, text)
		assert.Equal(t, text, refused.ID)
		assert.ErrorContains(t, err, why, text)
		if why == "allowed are kg, t, kt" {
			assert.NotContains(t, err.Error(), "more than one way")
		}
	}
	for n, ok := range map[int]bool{63: true, 64: true, 65: false} {
		_, _, err := ghg.ParseMassUnit("t" + strings.Repeat(" ", n-1))
		assert.Equal(t, ok, err == nil, "%d bytes", n)
	}
}
