package ghg_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/localghg/localghg/ghg"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var allKeys = map[string]ghg.Key{"NE": ghg.NE, "FX": ghg.FX, "C": ghg.C, "IE": ghg.IE, "NO": ghg.NO, "NA": ghg.NA}

func TestParseKey(t *testing.T) {
	for text, want := range allKeys {
		k, err := ghg.ParseKey(text)
		require.NoError(t, err)
		assert.Equal(t, want, k)
		assert.Equal(t, text, k.String())
	}
	for _, text := range []string{"", "ne", "NE ", "0", "NONE", "No"} {
		_, err := ghg.ParseKey(text)
		assert.ErrorContains(t, err, "keys are NO, NE, IE, C and, in UNFCCC tables, NA and FX", text)
	}
	assert.Equal(t, "", ghg.KeyNone.String())
	assert.Equal(t, "Key(7)", ghg.Key(7).String())
	assert.Equal(t, "NA", ghg.Key(6).String())
}

func TestReadKeys(t *testing.T) {
	for text, want := range map[string]struct {
		key   ghg.Key
		place string
		plain bool
	}{
		"NE": {ghg.NE, "", true}, "NE ": {ghg.NE, "", false}, "ne": {ghg.NE, "", false}, "NE0": {ghg.NE, "", false},
		"NO; IE": {ghg.IE, "", false}, "NE; NE": {ghg.NE, "", false}, "NO,NE": {ghg.NE, "", false}, "NO/C": {ghg.C, "", false},
		"NO/NE": {ghg.NE, "", false}, "NE/IE": {ghg.NE, "", false}, "NA/NO": {ghg.NO, "", false},
		"IE (II.1.1)": {ghg.IE, "II.1.1", false}, "IE(II.1.1)": {ghg.IE, "II.1.1", false}, "ie ( II.1.1 ) ": {ghg.IE, "II.1.1", false},
		"IE (II.1.1); NO":           {ghg.IE, "II.1.1", false},
		"NO; IE (II.1.1)":           {ghg.IE, "II.1.1", false},
		"IE; IE (II.1.1)":           {ghg.IE, "II.1.1", false},
		"IE (I.1.1), IE (I.2.1)":    {ghg.IE, "I.1.1", false},
		"IE (II.1.1); NE":           {ghg.NE, "", false},
		"NO (no airport)":           {ghg.NO, "", false},
		"NE (planned), NO (closed)": {ghg.NE, "", false},
		"IE (II.1 (road))":          {ghg.IE, "II.1 (road)", false},
		"IE\u00a0(II.1.1)":          {ghg.IE, "II.1.1", false},
		";NO;":                      {ghg.NO, "", false},
		"NA FX":                     {ghg.FX, "", false},
		"C, FX":                     {ghg.FX, "", false},
		"NO\tNA":                    {ghg.NO, "", false},
	} {
		key, place, plain, err := ghg.ReadKeys(text)
		require.NoError(t, err, text)
		assert.Equal(t, want.key, key, text)
		assert.Equal(t, want.place, place, text)
		assert.Equal(t, want.plain, plain, text)
	}
	for text, why := range map[string]string{
		"":               `unknown notation key "": keys are NO`,
		" ; ":            `unknown notation key " ; ": keys are NO`,
		"n/a":            `unknown notation key "n/a": it is read in more than one way (not applicable, not available): write NA, NO or NE`,
		"N/A":            `unknown notation key "N/A": it is read in more than one way`,
		"n.a.":           `unknown notation key "n.a.": it is read in more than one way`,
		"N.A":            `unknown notation key "N.A": it is read in more than one way`,
		"#N/A":           `unknown notation key "#N/A": it is read in more than one way`,
		"NE; N/A":        `unknown notation key "NE; N/A": it is read in more than one way`,
		"N/A (airport)":  `unknown notation key "N/A (airport)": it is read in more than one way`,
		"N/AB":           `unknown notation key "N/AB": "N" is none; keys are NO`,
		"N/NE":           `unknown notation key "N/NE": "N" is none; keys are NO`,
		"해당없음":           `unknown notation key "해당없음": keys are NO`,
		"12":             `unknown notation key "12": keys are NO`,
		"NE; 12":         `unknown notation key "NE; 12": "12" is none; keys are NO`,
		"NE00":           `unknown notation key "NE00": keys are NO`,
		"0":              `unknown notation key "0": keys are NO`,
		"(II.1.1)":       `unknown notation key "(II.1.1)": keys are NO`,
		"IE (II.1.1":     `notation key "IE (II.1.1": a bracket is not closed`,
		"IE ((II.1.1)":   "a bracket is not closed",
		"IE II.1.1":      `unknown notation key "IE II.1.1": "II.1.1" is none; keys are NO`,
		"IE (II.1.1)) x": `unknown notation key "IE (II.1.1)) x": ")" is none; keys are NO`,
	} {
		key, place, plain, err := ghg.ReadKeys(text)
		require.ErrorContains(t, err, why, text)
		assert.Zero(t, key)
		assert.Empty(t, place)
		assert.False(t, plain)
	}
}

// Of two keys, the one that hides no gap is read, in either order.
func TestReadKeysOrder(t *testing.T) {
	order := []string{"NE", "FX", "C", "IE", "NO", "NA"}
	for i, a := range order {
		for _, b := range order[i:] {
			for _, text := range []string{a + ", " + b, b + ";" + a} {
				key, _, _, err := ghg.ReadKeys(text)
				require.NoError(t, err)
				assert.Equal(t, a, key.String(), text)
			}
		}
	}
}

func TestKeyText(t *testing.T) {
	b, err := json.Marshal(map[string]ghg.Key{"a": ghg.IE, "b": ghg.KeyNone})
	require.NoError(t, err)
	assert.Equal(t, `{"a":"IE","b":""}`, string(b))
	var back map[string]ghg.Key
	require.NoError(t, json.Unmarshal(b, &back))
	assert.Equal(t, map[string]ghg.Key{"a": ghg.IE, "b": ghg.KeyNone}, back)
	k := ghg.NO
	assert.Error(t, k.UnmarshalText([]byte("no")))
	assert.Equal(t, ghg.NO, k, "stays as it was")
	require.NoError(t, k.UnmarshalText(nil))
	assert.Equal(t, ghg.KeyNone, k)
}

func FuzzReadKeys(f *testing.F) {
	for _, s := range []string{"NE", "NO; IE", "IE (II.1.1)", "NE0", "ie(", "IE ((a) b), NO", ";;", "NE\u00a0", "IE (\xff)"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		key, place, plain, err := ghg.ReadKeys(s)
		if err != nil {
			if key != ghg.KeyNone || place != "" || plain {
				t.Fatalf("%q: %v, and still %s %q", s, err, key, place)
			}
			return
		}
		if allKeys[key.String()] != key || key == ghg.KeyNone {
			t.Fatalf("%q is read as %s", s, key)
		}
		if !strings.Contains(strings.ToUpper(s), key.String()) || plain != (s == key.String()) {
			t.Fatalf("%q is read as %s, plain: %v", s, key, plain)
		}
		if place != "" && (key != ghg.IE || !strings.Contains(s, "("+place) && !strings.Contains(s, place)) {
			t.Fatalf("%q is in %q", s, place)
		}
		if again, _, _, err := ghg.ReadKeys(s + "; " + s); err != nil || again != key {
			t.Fatalf("%q twice is %s (%v)", s, again, err)
		}
	})
}
