package ghg_test

import (
	"encoding/json"
	"errors"
	"os"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Every unit, its multiples and its calorific bases are read back as they are
// written, in English and in Korean.
func TestUnitsAreReadAsTheyAreWritten(t *testing.T) {
	n := 0
	check := func(u ghg.Unit) {
		n++
		assert.NotZero(t, u.Dimension(), u)
		assert.NotEmpty(t, u.Korean())
		for _, text := range []string{u.String(), u.Korean()} {
			got, err := ghg.ParseUnit(text)
			require.NoError(t, err, text)
			assert.Equal(t, u, got, text)
		}
		b, err := json.Marshal(u)
		require.NoError(t, err)
		var back ghg.Unit
		require.NoError(t, json.Unmarshal(b, &back))
		assert.Equal(t, u, back)
	}
	for u := range ghg.AllUnits() {
		check(u)
		for _, by := range []string{"천", "만", "십만", "백만", "천만", "억", "thousand ", "hundred million "} {
			check(ghg.MustUnit(by + u.String()))
		}
		if u.Dimension() != ghg.DimensionEnergy {
			_, err := u.On(ghg.NetCalorific)
			assert.ErrorContains(t, err, "only energy")
			continue
		}
		for _, b := range []ghg.CalorificBasis{ghg.NetCalorific, ghg.GrossCalorific} {
			on, err := u.On(b)
			require.NoError(t, err)
			assert.Equal(t, b, on.Calorific())
			check(on)
			same, err := on.On(b)
			require.NoError(t, err)
			assert.Equal(t, on, same)
			check(ghg.MustUnit("천" + on.String()))
		}
		_, err := u.On(0)
		assert.Error(t, err)
	}
	for d := range ghg.AllDimensions() {
		check(d.Base())
		assert.Equal(t, d, d.Base().Dimension())
		assert.NotEqual(t, d.String(), d.Korean())
		assert.True(t, ghg.MustQuantity("1 "+d.Base().String()).Equal(ghg.MustQuantity("1"+d.Base().Korean())))
	}
	assert.Greater(t, n, 500)
}

// No spelling of the table is one of two units.
func TestSpellingsOfUnitsAreOfOneUnit(t *testing.T) {
	text, err := os.ReadFile("data/units.tsv")
	require.NoError(t, err)
	assert.Contains(t, string(text), "retrieved")
	seen := map[string]string{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if line[0] == '#' || cells[0] == "unit" {
			continue
		}
		require.Len(t, cells, 7, line)
		for _, s := range append(strings.Split(cells[5], " | "), cells[0], cells[4]) {
			u, err := ghg.ParseUnit(s)
			require.NoError(t, err, "%q", s)
			assert.Equal(t, cells[0], u.String(), s)
			_, _, err = ghg.ParseMassUnit(s)
			assert.Error(t, err, "%q is a unit of mass too", s)
			before, twice := seen[s]
			assert.False(t, twice && before != cells[0], "%q is %s and %s", s, before, cells[0])
			seen[s] = cells[0]
		}
	}
}

func TestParseUnitAsFilesWriteIt(t *testing.T) {
	for text, want := range map[string]string{
		"㎾h": "kWh", "㎿h": "MWh", "KWh": "kWh", "k Wh": "kWh", "킬로와트시": "kWh", "ℓ": "L", "㎘": "kL", "㎥": "m3", "m³": "m3", "m^3": "m3",
		"N㎥": "Nm3", "Nm³": "Nm3", "천N㎥": "thousand Nm3", "㎡": "m2", "㎢": "km2", "㎞": "km", "㏊": "ha", "㎏": "kg", "톤": "톤", "천톤": "천톤",
		"tonnes": "t", "천kg": "천kg",
		"TOE": "toe", "천TOE": "thousand toe", "kTOE": "ktoe", "백만TOE": "million toe", "MTOE": "Mtoe", "만TOE": "ten thousand toe",
		"Gcal": "Gcal", "대·㎞": "vehicle-km", "대ㆍkm": "vehicle-km", "대km": "vehicle-km",
		"천대·km": "thousand vehicle-km", "인・km": "passenger-km", "톤·km": "t-km", "마리": "head", "인": "person", "천명": "thousand person",
		"세대":      "household",
		"TJ(NCV)": "TJ (net)", "TJ ( LHV )": "TJ (net)", "MJ(총발열량)": "MJ (gross)", "Gcal (고위발열량)": "Gcal (gross)",
		"천TJ (net)": "thousand TJ (net)",
		"대·km":      "vehicle-km",
	} {
		u, err := ghg.ParseUnit(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, u.String(), text)
	}
}

func TestParseUnitRefuses(t *testing.T) {
	for text, why := range map[string]string{
		"": "none is given", "  ": "none is given", "mwh": "not known", "mW": "not known", "mj": "not known", "천": "not known",
		"천천㎥": "not known", "천천kg": "not known",
		"ton": "more than one way", "MT": "more than one way", "RT": "more than one way", "tCO2": "it weighs a gas",
		"t CO2e/yr": "a rate is no amount", "MWh/년": "a rate is no amount",
		"TJ (netto)": "in brackets, net", "TJ (net": "in brackets, net", "km (net)": "only energy has", "t (gross)": "only energy has",
		"원": "not known", "kWh kWh": "not known",
		strings.Repeat("m", 65): "not known", "\xff": "not known",
	} {
		u, err := ghg.ParseUnit(text)
		var refused *ghg.UnknownError
		require.ErrorAs(t, err, &refused, text)
		assert.Equal(t, text, refused.ID)
		assert.ErrorContains(t, err, why, text)
		assert.True(t, u.IsZero())
	}
	assert.Panics(t, func() { ghg.MustUnit("TCE") })
}

func TestZeroUnit(t *testing.T) {
	var u ghg.Unit
	assert.True(t, u.IsZero())
	assert.Equal(t, "no unit 단위 없음", u.String()+" "+u.Korean())
	assert.Zero(t, u.Dimension())
	b, err := json.Marshal(u)
	require.NoError(t, err)
	assert.Equal(t, `""`, string(b))
	u = ghg.Kilometre
	require.NoError(t, json.Unmarshal(b, &u))
	assert.True(t, u.IsZero())
	assert.Error(t, json.Unmarshal([]byte(`"parsec"`), &u))
	assert.Equal(t, "no dimension 차원 없음", ghg.Dimension(0).String()+" "+ghg.Dimension(0).Korean())
	assert.Equal(t, "unknown (99) unknown (99)", ghg.Dimension(99).String()+" "+ghg.Dimension(99).Korean())
	assert.True(t, ghg.Dimension(99).Base().IsZero())
	assert.Equal(t, "unknown (3)", ghg.CalorificBasis(3).String())
	for range ghg.AllDimensions() {
		break
	}
	for range ghg.AllUnits() {
		break
	}
}

func FuzzParseUnit(f *testing.F) {
	for _, s := range []string{"kWh", "천㎥", "TJ (net)", "대·km", "백만TOE", "US gal", "t CO2e/yr", "ten thousand MJ (gross)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := ghg.ParseUnit(s)
		var refused *ghg.UnknownError
		if err != nil {
			if !errors.As(err, &refused) || !u.IsZero() {
				t.Fatalf("%q: %v, %v", s, u, err)
			}
			return
		}
		for _, text := range []string{u.String(), u.Korean()} {
			if back, err := ghg.ParseUnit(text); err != nil || back != u {
				t.Fatalf("%q is %s, which is read as %s (%v)", s, u, back, err)
			}
		}
		if u.Dimension() == 0 {
			t.Fatalf("%q has no dimension", s)
		}
	})
}
