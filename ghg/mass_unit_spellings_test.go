package ghg_test

import (
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/localghg/localghg/ghg/gpc"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const (
	metricOrMega = "it is read in more than one way (metric tons in the United States, megatonnes elsewhere): write t or Mt"
	tonnesOrTons = "it is read in more than one way (tonnes, or short tons of 0.90718474 t): write t, or 톤, for tonnes"
)

// The spellings of CO2e that files and reports use: what 7 of each are, or what the
// message says to write instead.
var spellingsOfCO2e = []struct{ unit, tonnes, advice string }{
	{"tonne of CO2 equ.", "7", ""},
	{"tonnes of CO2 equ", "7", ""},
	{"tonnes of CO2 equivalent", "7", ""},
	{"tonnes of CO2-equivalents", "7", ""},
	{"tonnes of carbon dioxide equivalent", "7", ""},
	{"metric tons CO2e", "7", ""},
	{"metric tons of CO2e per year", "7", ""},
	{"t CO2 equiv.", "7", ""},
	{"t CO2 of equ.", "", "allowed are kg, t, kt"},
	{"Mt CO2-equiv/yr", "7000000", ""},
	{"MtCO2eqv", "7000000", ""},
	{"million tonnes CO2e", "7000000", ""},
	{"thousand tonnes of CO2e", "7000", ""},
	{"kilotonnes CO2e", "7000", ""},
	{"ktCO₂e", "7000", ""},
	{"MMTCO2e", "", "MM is a million in the United States alone, where it is a million metric tons: write Mt, with CO2e behind it"},
	{"MMt CO2e", "", "MM is a million in the United States alone, where it is a million metric tons: write Mt, with CO2e behind it"},
	{"MTCO2e", "", metricOrMega + ", with CO2e behind it"},
	{"MT of CO2 equivalent/yr", "", metricOrMega + ", with CO2e behind it"},
	{"mtCO2e", "", "it is read in more than one way (metric tons or megatonnes): write t or Mt, with CO2e behind it"},
	{"tons of CO2e", "", tonnesOrTons + ", with CO2e behind it"},
	{"kilotons CO2e", "", tonnesOrTons + ", with CO2e behind it"},
	{"short tons CO2e", "", "it is no metric unit: convert it, one being 0.90718474 t, with CO2e behind it"},
	{"KtCO2e", "", "small and capital letters count: write kt, with CO2e behind it"},
	{"TCO2e", "", "it is read in more than one way: write t for tonnes, with CO2e behind it"},

	{"teqCO2", "7", ""},
	{"tCO2éq", "7", ""},
	{"tCO2e\u0301q.", "7", ""},
	{"t éq. CO2", "7", ""},
	{"t ÉQ CO2", "7", ""},
	{"kteqCO2", "7000", ""},
	{"tonnes équivalent CO2", "7", ""},
	{"tonnes d'équivalent CO2", "7", ""},
	{"tonnes d’équivalent CO2/an", "7", ""},
	{"t eq C", "", "allowed are kg, t, kt"},
	{"tep", "", "allowed are kg, t, kt"},

	{"t CO2-Äq", "7", ""},
	{"t CO2-Äqu.", "7", ""},
	{"t CO2-A\u0308quivalente", "7", ""},
	{"t CO2-Aequivalente", "7", ""},
	{"Tsd. t CO2-Äq", "7000", ""},
	{"Mio. t CO2-Äquivalente", "7000000", ""},
	{"Mio. Tonnen CO2e", "7000000", ""},
	{"Mrd. t CO2e", "7000000000", ""},

	{"천kg CO2eq", "7", ""},
	{"천㎏CO2eq", "7", ""},
	{"만kg CO2eq", "70", ""},
	{"백만kgCO2eq", "7000", ""},
	{"톤 CO2 환산", "7", ""},
}

// One spelling means one thing at every door that takes it.
func TestSpellingsOfCO2e(t *testing.T) {
	for _, x := range spellingsOfCO2e {
		t.Run(x.unit, func(t *testing.T) {
			amount, err := ghg.ParseCO2e("7 " + x.unit)
			joined, err2 := ghg.ParseCO2e("7" + x.unit)
			_, _, unitErr := ghg.ParseMassUnit(x.unit)
			_, massErr := ghg.ParseMass("7 " + x.unit)
			_, activityErr := ghg.ParseUnit(x.unit)
			records, report, csvErr := ghg.ReadCSV(strings.NewReader("place;year;category;mass;unit\nD;2018;I.1.1;7;"+x.unit+"\n"),
				ghg.CSVFormat{Scheme: gpc.Scheme, Delimiter: ';'})
			require.NoError(t, csvErr)
			if x.advice != "" {
				says := `unknown unit "` + x.unit + `": ` + x.advice
				for _, err := range []error{err, err2, unitErr, massErr} {
					require.ErrorContains(t, err, says)
				}
				require.Len(t, report.Faults.All, 1)
				assert.Contains(t, report.Faults.All[0].Detail, x.advice)
				if !strings.HasPrefix(x.advice, "allowed") {
					assert.ErrorContains(t, activityErr, says)
				}
				return
			}
			require.NoError(t, err)
			require.NoError(t, err2)
			require.NoError(t, unitErr)
			assert.Equal(t, x.tonnes+" tCO2e", amount.String())
			assert.True(t, joined.Equal(amount))
			assert.ErrorContains(t, massErr, "CO2-equivalent is not a mass of a substance")
			assert.Error(t, activityErr, "it is no activity")
			require.Empty(t, report.Faults.All)
			require.Len(t, records, 1)
			read, ok := records[0].Value.CO2e()
			assert.True(t, ok)
			assert.True(t, read.Equal(amount))
		})
	}
}

// Bare units: of a mass, and of activity data.
func TestSpellingsOfMass(t *testing.T) {
	for _, x := range []struct{ unit, tonnes, advice string }{
		{"Tsd. t", "7000", ""}, {"Mio. t", "7000000", ""}, {"Tonnen", "7", ""}, {"metric tons", "7", ""}, {"million tonnes", "7000000", ""},
		{"천kg", "7", ""}, {"천㎏", "7", ""}, {"만kg", "70", ""}, {"백만kg", "7000", ""},
		{"MT", "", metricOrMega}, {"MMT", "", "MM is a million in the United States alone, where it is a million metric tons: write Mt"},
		{"tons", "", tonnesOrTons}, {"long tons", "", "it is no metric unit: convert it, one being 1.0160469088 t"},
	} {
		t.Run(x.unit, func(t *testing.T) {
			mass, massErr := ghg.ParseMass("7 " + x.unit)
			quantity, quantityErr := ghg.ParseQuantity("7 " + x.unit)
			if x.advice != "" {
				assert.ErrorContains(t, massErr, `unknown unit "`+x.unit+`": `+x.advice)
				assert.ErrorContains(t, quantityErr, `": `+x.advice)
				return
			}
			require.NoError(t, massErr)
			require.NoError(t, quantityErr)
			assert.Equal(t, x.tonnes+" t", mass.String())
			of, err := quantity.Mass()
			require.NoError(t, err)
			assert.True(t, of.Equal(mass))
			back, err := ghg.ParseQuantity(quantity.String())
			require.NoError(t, err)
			assert.True(t, back.Equal(quantity), "%s", quantity)
		})
	}
	m, err := ghg.ParseMass("12 Tsd. t of CH4")
	require.NoError(t, err)
	assert.Equal(t, "12000 t CH4", m.String())
	_, err = ghg.ParseMass("7 t of")
	assert.ErrorContains(t, err, `unknown unit "t of"`)
}
