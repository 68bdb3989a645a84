package ghg_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestParseGasSpellings(t *testing.T) {
	for code, spellings := range map[string][]string{
		"CO2":            {"CO2", "co2", "CO₂", "C O 2", "이산화탄소"},
		"CH4":            {"CH4", "ch4", "CH₄", "메탄"},
		"CH4-fossil":     {"CH4-fossil", "CH4 fossil", "fossil CH4", "CH4(fossil)"},
		"CH4-nonfossil":  {"CH4-nonfossil", "CH4-non-fossil", "CH4-biogenic", "non-fossil CH4"},
		"CO2(b)":         {"CO2(b)", "CO2b", "CO2-biogenic", "biogenic CO2", "co2 (bio)"},
		"N2O":            {"N2O", "n2o", "N₂O", "아산화질소"},
		"HFC-134a":       {"HFC-134a", "HFC134a", "hfc-134A", "R-134a", "HFC\u2011134a", "HFC\u2010134a", "HFC\u00a0134a"},
		"R-410A":         {"R-410A", "r410a", "HFC410a"},
		"SF6":            {"SF6", "SF₆", "육불화황"},
		"NF3":            {"NF3", "삼불화질소"},
		"HFC-43-10mee":   {"HFC-43-10mee", "HFC4310mee", "HFC 43-10 mee", "HFC-43-1₀mee"},
		"HFC-329p":       {"HFC-329p", "HFC-32₉p"},
		"HFO-1336mzz(Z)": {"HFO-1336mzz(Z)", "hfo-1336mzz(z)"},
	} {
		for _, s := range spellings {
			g, err := ghg.ParseGas(s)
			require.NoError(t, err, s)
			assert.Equal(t, code, g.String(), s)
		}
	}
}

func TestNamedGases(t *testing.T) {
	for g, code := range map[ghg.Gas]string{ghg.CO2: "CO2", ghg.CH4: "CH4", ghg.CH4Fossil: "CH4-fossil",
		ghg.CH4NonFossil: "CH4-nonfossil", ghg.N2O: "N2O", ghg.SF6: "SF6", ghg.NF3: "NF3", ghg.CO2Biogenic: "CO2(b)"} {
		assert.Equal(t, code, g.String())
		assert.Equal(t, g == ghg.CO2Biogenic, g.IsMemo(), code)
	}
	assert.Equal(t, "HFC", ghg.MustGas("HFC-32").Family())
	assert.Equal(t, "Nitrous oxide", ghg.N2O.Name())
	assert.Equal(t, "HFE-449s1", ghg.MustGas("HFE-7100").Name(), "the table has no name")
	assert.Contains(t, ghg.SF6.Note(), "25200")
}

func TestUnknownGas(t *testing.T) {
	long := strings.Repeat("가", 30)
	for text, why := range map[string]string{
		"":         `unknown gas "": write a species as HFC-134a`,
		"CO":       `unknown gas "CO": write a species as HFC-134a, a blend as R-410A, biogenic CO2 as CO2(b)`,
		"CO2e":     `unknown gas "CO2e": CO2e is no gas: leave the gas empty`,
		"HFCs":     `unknown gas "HFCs": it names a group of gases: report the group as CO2e, with its metric`,
		" pfc ":    "it names a group of gases",
		"F-gases":  "it names a group of gases",
		"KyotoGHG": "it names a group of gases",
		"CO2\n":    `unknown gas "CO2\n"`,
		"CO\u00b2": "unknown gas",
		long:       strings.Repeat("가", 20) + `"…: write`,
	} {
		_, err := ghg.ParseGas(text)
		var unknown *ghg.UnknownError
		require.ErrorAs(t, err, &unknown, text)
		assert.Equal(t, text, unknown.ID)
		assert.ErrorContains(t, err, why)
	}
	assert.Panics(t, func() { ghg.MustGas("CO2e") })
}

// Spaces inside a name do not matter, but the text is bounded.
func TestGasTextIsBounded(t *testing.T) {
	for n, ok := range map[int]bool{199: true, 200: true, 201: false} {
		_, err := ghg.ParseGas("C" + strings.Repeat(" ", n-3) + "O2")
		assert.Equal(t, ok, err == nil, "%d bytes", n)
		_, err = ghg.ParseGas("HFCs" + strings.Repeat(" ", n-4))
		assert.Equal(t, ok, strings.Contains(err.Error(), "it names a group of gases"), "%d bytes", n)
	}
}

func TestZeroGas(t *testing.T) {
	var g ghg.Gas
	assert.True(t, g.IsZero())
	assert.Equal(t, "", g.String())
	assert.Equal(t, "", g.Name())
	assert.False(t, g.IsMemo())
	assert.False(t, g.IsBlend())
	for range g.Components() {
		t.Error("all gases together have no components")
	}
	assert.False(t, ghg.CO2.IsZero())
}

func TestComponents(t *testing.T) {
	for g, share := range ghg.SF6.Components() {
		assert.Equal(t, ghg.SF6, g)
		assert.True(t, share.Equal(ghg.MustShare("100%")))
	}
	n := 0
	for range ghg.MustGas("R-407C").Components() {
		n++
		if n == 2 {
			break
		}
	}
	assert.Equal(t, 2, n, "the loop may be left early")
}

func TestAllGases(t *testing.T) {
	species, blends := 0, 0
	var first, last ghg.Gas
	seen := map[ghg.Gas]bool{}
	for g := range ghg.AllGases() {
		if first.IsZero() {
			first = g
		}
		last = g
		assert.False(t, seen[g], g.String())
		seen[g] = true
		if g.IsBlend() {
			blends++
		} else {
			assert.Zero(t, blends, "species come first")
			species++
		}
		same, err := ghg.ParseGas(g.String())
		require.NoError(t, err)
		assert.Equal(t, g, same)
	}
	assert.Equal(t, 268+1, species, "those of the table and biogenic CO2")
	assert.Equal(t, 126, blends)
	assert.Equal(t, ghg.CO2, first)
	assert.True(t, last.IsBlend())
	for range ghg.AllGases() {
		break
	}
}

func TestGasText(t *testing.T) {
	type doc struct {
		Gas    ghg.Gas
		Masses map[ghg.Gas]string
	}
	b, err := json.Marshal(doc{ghg.MustGas("R-134a"), map[ghg.Gas]string{ghg.CH4: "3 t"}})
	require.NoError(t, err)
	assert.JSONEq(t, `{"Gas":"HFC-134a","Masses":{"CH4":"3 t"}}`, string(b))
	var d doc
	require.NoError(t, json.Unmarshal([]byte(`{"Gas":"hfc134a","Masses":{"메탄":"3 t"}}`), &d))
	assert.Equal(t, ghg.MustGas("HFC-134a"), d.Gas)
	assert.Equal(t, "3 t", d.Masses[ghg.CH4])
	assert.Error(t, json.Unmarshal([]byte(`{"Gas":"GHG"}`), &d))
	assert.Equal(t, ghg.MustGas("HFC-134a"), d.Gas, "stays as it was")
	require.NoError(t, json.Unmarshal([]byte(`{"Gas":""}`), &d))
	assert.True(t, d.Gas.IsZero())
}

func TestInBasket(t *testing.T) {
	for text, in := range map[string]bool{"CO2": true, "CH4-fossil": true, "N2O": true, "SF6": true, "NF3": true, "HFC-32": true,
		"PFC-14": true,
		"R-410A": true, "R-402A": false, "R-448A": false, "HCFC-22": false, "HFO-1234yf": false, "C3H8": false, "HFE-125": false,
		"CO2(b)": false} {
		assert.Equal(t, in, ghg.MustGas(text).InBasket(), text)
	}
	assert.False(t, ghg.Gas{}.InBasket())
}

func FuzzParseGas(f *testing.F) {
	for _, s := range []string{"CO2", "HFC-134a", "R-410A", "CO₂", "메탄", "", "CO2(b)", "\xff", "HFCs", "-(CF2)4CH(OH)-",
		"R-1234ze(E)", "R-410", "R-717", "(Z)-HFC-1336", "HG’-01", "ＣＯ２", "Refrigerant C318", "\u110b\u1175", "HFC-1234"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		g, err := ghg.ParseGas(s)
		if err != nil {
			if !g.IsZero() || len(err.Error()) > 500 {
				t.Fatalf("%q: %v, %v", s, g, err)
			}
			return
		}
		again, err := ghg.ParseGas(g.String())
		if err != nil || again != g {
			t.Fatalf("%q is %s, which is %s (%v)", s, g, again, err)
		}
		if _, err := ghg.ParseGas(" " + strings.ToLower(s)); len(s) < 60 && err != nil {
			t.Fatalf("%q in small letters: %v", s, err)
		}
	})
}
